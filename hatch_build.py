"""Build hook: compiles the gazetteer from public tables into the package, for wheels and editable installs alike."""

import importlib
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GazetteerHook(BuildHookInterface[Any]):
    """Writes ``gazetteer.db``, unless it is there and its inputs are unchanged."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compile before the package's files are gathered."""
        package = Path(self.root) / "src" / "marsad"
        # by its folder: the package itself cannot be imported before what it needs is installed
        sys.path.insert(0, str(package / "resolve" / "places"))
        try:
            compiling = importlib.import_module("compiling.compile")
        finally:
            sys.path.pop(0)
        compiling.compile_into(package)

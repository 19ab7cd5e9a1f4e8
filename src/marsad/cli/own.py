"""Where the user's own places are kept."""

import os
from pathlib import Path

import typer

LAYER = "MARSAD_GAZETTEER"
"""The environment variable that names the user's layer in place of the usual file."""


def own_layer() -> Path:
    """Return where the user's layer of the gazetteer is kept, whether it exists or not."""
    named = os.environ.get(LAYER)
    return Path(named) if named else Path(typer.get_app_dir("marsad")) / "gazetteer.db"

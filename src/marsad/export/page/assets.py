"""Scripts and styles of the page, put inline, and the policy that lets the browser run these and nothing else."""

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files

from msgspec import Struct

SCRIPTS = ("words", "data", "filters", "quote", "event", "list", "map", "timeline", "page")
STYLES = ("base", "overview", "events", "print")


class Assets(Struct, frozen=True):
    """Leaflet's and the page's own scripts, all styles, and the content security policy for exactly these."""

    leaflet: str
    script: str
    style: str
    policy: str


@cache
def load_assets() -> Assets:
    """Read the files that come with the package."""
    leaflet = re.sub(r"//# sourceMappingURL=\S*", "", _read("vendor/leaflet/leaflet.js"))
    script = "\n".join(["'use strict';", "const marsad = {};", *(_read(f"static/{name}.js") for name in SCRIPTS)])
    # Leaflet's pictures (layers control, default marker) are not used; without the addresses nothing can ask for them
    leaflet_style = re.sub(r"url\([^)]*\)", "none", _read("vendor/leaflet/leaflet.css"))
    style = "\n".join([leaflet_style, *(_read(f"static/{name}.css") for name in STYLES)])
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hash(leaflet)} {_hash(script)}",
            f"style-src {_hash(style)}",
            "img-src data:",  # the empty icon, without which a browser asks the server for one
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return Assets(leaflet, script, style, policy)


def _read(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

"""Read the data of a written page again."""

import html
import json
import re
from pathlib import Path
from typing import Any


def rows_of(path: Path, kind: str) -> list[dict[str, Any]]:
    """Return the rows of one kind from the page's data."""
    found = re.search(
        r'<script type="application/json" id="record">\n(.*?)</script>', path.read_text("utf-8"), re.DOTALL
    )
    assert found is not None
    rows = [json.loads(line) for line in found[1].split("\n") if line]
    return [row for row in rows if row["k"] == kind]


def numbers_of(path: Path) -> dict[str, str]:
    """Return the numbers at the head of the page by what they count."""
    pairs = re.findall(r"<dt>([^<]+)</dt><dd>([^<]+)</dd>", path.read_text("utf-8"))
    return {html.unescape(name): number for name, number in pairs}

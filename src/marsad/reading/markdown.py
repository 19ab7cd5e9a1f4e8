"""What a Markdown file says of itself before its text."""

import re

_FRONT = re.compile(r"---[ \t]*\n((?:[^\n]{0,2000}\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
_FIELD = re.compile(r"([A-Za-z_-]{2,30})[ \t]*:[ \t]*(\S[^\n]{0,1000})$")
_NAMES = {
    "title": "title",
    "date": "published",
    "published": "published",
    "url": "url",
    "link": "url",
    "source": "outlet",
    "outlet": "outlet",
    "publication": "outlet",
    "lang": "language",
    "language": "language",
}


def front_matter(text: str) -> dict[str, str]:
    """Read the fields between two lines of hyphens at the top, if there are any, by their names in ``Given``."""
    match = _FRONT.match(text)
    fields: dict[str, str] = {}
    for line in match[1].splitlines() if match is not None else ():
        field = _FIELD.match(line)
        name = _NAMES.get(field[1].casefold()) if field else None
        if field and name:
            fields.setdefault(name, field[2].strip().strip("\"'"))
    return fields

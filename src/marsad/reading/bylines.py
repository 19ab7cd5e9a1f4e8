"""What a page shows beside its story of who wrote it and when: the lines between title and first paragraph, mostly.

Extraction takes them for furniture and leaves them out; a reader takes day and agency from them.
"""

import re
from collections.abc import Sequence

from marsad.reading.days import find_days
from marsad.reading.names import Names
from marsad.reading.signals import is_furniture, is_heading_of_others, is_picture, is_pointer

BELOW = 15
"""Lines below the title that are looked at, as far as the story's second paragraph: a standfirst may be its first."""

ABOVE = 2
"""Lines right above the title that may date the report; what stands higher may be today's date."""

MAX_LINE = 160
"""Characters of such a line."""

HEAD = 60
"""Letters by which a line is known for the beginning of a paragraph."""

_NO_LETTER = re.compile(r"[\W_]+")
_AGENCY = re.compile(r"(?:[Bb]y |[Ss]ource: )?(?P<name>[^|·•,–—-]{2,40}?)\s?(?:[|·•,–—-][^.]{0,60})?$")


def bylines_of(lines: Sequence[str], title: str | None, story: Sequence[str], names: Names) -> tuple[str, ...]:
    """Return the lines below a page's title, else those right above it, that date or credit the story; each once.

    ``lines`` are all that the page shows, ``story`` the paragraphs that were taken from it.
    """
    if title is None or not story:
        return ()
    paragraphs = [part for part in story if _key(part) != _key(title)]
    first = _index(lines, paragraphs[1] if len(paragraphs) > 1 else paragraphs[0], len(lines)) if paragraphs else 0
    at = _index(lines, title, first)
    above = [line for line in lines[max(0, at - ABOVE) : at] if _is_dated(line)]
    below = [line for line in lines[at + 1 : first][:BELOW] if _is_dated(line) or _credits(line, names)]
    taken = {_key(part) for part in story}
    return tuple(dict.fromkeys(line for line in below or above if _key(line) not in taken))


def _key(line: str) -> str:
    return _NO_LETTER.sub("", line.casefold())


def _index(lines: Sequence[str], words: str, end: int) -> int:
    """Return which line before the end begins as the words do: the last one; the end when none does."""
    key = _key(words)[:HEAD]
    return next((at for at in reversed(range(end)) if _key(lines[at])[:HEAD] == key), end)


def _is_dated(line: str) -> bool:
    if len(line) > MAX_LINE or next(find_days(line), None) is None:
        return False
    return not (is_pointer(line) or is_heading_of_others(line) or is_picture(line))


def _credits(line: str, names: Names) -> bool:
    """Say whether the line credits a person or an agency."""
    name = _AGENCY.match(line)
    if name is not None and name["name"] in names.agencies:
        return True
    return line[:3].casefold() == "by " and is_furniture(line)

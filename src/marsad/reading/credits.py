"""Agencies whose copy the report prints or leans on: in the dateline, at the end, "told AFP", "AFP reports"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from marsad.model import Block
from marsad.reading.names import Names
from marsad.reading.plain import plain
from marsad.reading.signals import is_picture, is_signature


def agencies_of(
    text: str, blocks: tuple[Block, ...], outlet: str | None, names: Names, *, authors: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return the agencies credited, by the table's names: in the text, in its order, then among a page's ``authors``.

    The outlet itself is none.
    """
    known = _any_of(tuple(sorted(names.agencies, key=lambda name: (-len(name), name))))
    found: dict[str, None] = {}
    last = max((block.end for block in blocks if block.kind == "body"), default=0)
    for start, line in _lines(text, blocks):
        for name in (*_credits(line, known, names), *_unknown(line, names, behind=start >= last)):
            found.setdefault(name)
    for author in authors:
        if author in names.agencies:
            found.setdefault(names.agencies[author].name)
    return tuple(name for name in found if name != outlet)


_UNKNOWN = re.compile(
    r"[A-Z][^()\n]{1,60}\((?P<dateline>[A-Z]{2,6})\)\s?[-–—]|(?:Reporting by|Source:|[-–—]) (?P<by>[A-Z]{2,6})\.?$"
    r"|(?P<alone>[A-Z]{3,6})$"
)
_NO_AGENCY = frozenset(
    "UN US USA UK EU AU NATO END ENDS NEWS LIVE MORE SHARE VIDEO PHOTO MENU HOME NGO WHO PDF RSS VIEWS TAGS".split()
)


def _unknown(line: str, names: Names, *, behind: bool) -> Iterator[str]:
    """Give initials that stand where an agency's do and that the table does not know, as they are written."""
    match = _UNKNOWN.match(line)
    name = match["dateline"] or match["by"] or (match["alone"] if behind else None) if match else None
    if name is not None and name not in names.agencies and name not in _NO_AGENCY and names.publisher(name) is None:
        yield name


def _lines(text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[int, str]]:
    """Give the lines that may credit, each with where its block begins."""
    for block in blocks:
        if block.kind in ("body", "furniture"):
            for line in text[block.start : block.end].split("\n"):
                words = plain(line)
                if words and not (block.kind == "furniture" and _is_of_picture(words)):
                    yield block.start, words


def _is_of_picture(words: str) -> bool:
    """Say whether a line credits a picture; between agency and town ("EFE | Bogotá") stands a bar."""
    return is_picture(words) and not is_signature(words) and "|" not in words


_A = "\ue000"
"""Stands for the name of an agency while a line is looked at: patterns with all their names take a second to build."""

_LISTED = rf"{_A}(?:(?:, (?:and )?|/| and | & |; ?){_A}){{0,4}}"
_BEHIND = r"(?= ?[-–—:]|\.?$|,? (?:\d{1,2} [A-Z]|[A-Z][a-z]{2,8}\.? \d))"
"""What stands behind the agency of a dateline: a dash, nothing, or the day."""

_SINGLE = re.compile(
    rf"\b(?:told|tells|according to|speaking to|interview with) (?:[a-z-]+ ){{0,4}}({_A})"
    rf"|({_A})(?: news agency)?,? reports\b"
    rf"|^(?:[Bb]y |[Ss]ource: ?|[Vv]ia |[Cc]opyright )?(?:©|\(c\))? ?(?:(?:19|20)\d\d )?({_A})(?:$| ?[-–—|,:/] )"
    rf"|[-–—] ({_A})$"
)
_LISTS = re.compile(
    rf"\({_LISTED}(?:[,/] ?[\w {_A}]{{1,20}})?\){_BEHIND}|\((?:{_A})[^()]{{0,30}}\) ?[-–—]"
    rf"|\b(?i:reporting|inputs?|files|material|information|sources?)(?: (?:by|from)|:) {_LISTED}"
    rf"|{_LISTED} contributed (?:reporting|to)\b|\b(?:came|comes|provided) (?:from|by) {_LISTED}"
)
_SPOKEN = re.compile(rf"({_A})(?: news agency)? (?:reported|said it had|correspondents?|journalists?|reporters?)\b")
"""Credits to one agency, to several, and those that count for agencies of no state."""


def _credits(line: str, known: re.Pattern[str], names: Names) -> Iterator[str]:
    """Give the agencies that the line credits, in its order."""
    line = line.replace(_A, " ")
    told = known.findall(line)
    if not told:
        return
    line = known.sub(_A, line)
    found: list[int] = []
    for match in _SINGLE.finditer(line):
        found += [match.start(at) for at in range(1, 5) if match[at]]
    for match in _LISTS.finditer(line):
        found += [at for at in range(match.start(), match.end()) if line[at] == _A]
    credited = {line.count(_A, 0, at) for at in found}
    spoken = {line.count(_A, 0, match.start(1)) for match in _SPOKEN.finditer(line)}
    credited |= {number for number in spoken if names.agencies[told[number]].kind == "news_agency"}
    yield from (names.agencies[told[number]].name for number in sorted(credited))


@lru_cache(maxsize=4)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")

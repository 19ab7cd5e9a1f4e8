"""Agencies whose copy the report prints or leans on: in the dateline, at the end, "told AFP", "AFP reports"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from marsad.model import Block
from marsad.reading.names import Names
from marsad.reading.plain import plain
from marsad.reading.signals import is_picture, is_signature


class _Patterns(Struct, frozen=True):
    """Where an agency's name is a credit; ``lists`` hold several names, ``spoken`` count for agencies of no state."""

    single: re.Pattern[str]
    lists: re.Pattern[str]
    spoken: re.Pattern[str]
    name: re.Pattern[str]


def agencies_of(
    text: str, blocks: tuple[Block, ...], outlet: str | None, names: Names, *, authors: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return the agencies credited, by the table's names: in the text, in its order, then among a page's ``authors``.

    The outlet itself is none.
    """
    patterns = _patterns(tuple(sorted(names.agencies, key=lambda name: (-len(name), name))))
    found: dict[str, None] = {}
    last = max((block.end for block in blocks if block.kind == "body"), default=0)
    for start, line in _lines(text, blocks):
        for name in (*_credits(line, patterns, names), *_unknown(line, names, behind=start >= last)):
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


def _credits(line: str, patterns: _Patterns, names: Names) -> Iterator[str]:
    if not patterns.name.search(line):
        return
    found: list[tuple[int, str]] = []
    for match in patterns.single.finditer(line):
        found += [(match.start(), value) for value in match.groups() if value]
    for match in patterns.lists.finditer(line):
        found += [(match.start() + part.start(), part.group()) for part in patterns.name.finditer(match.group())]
    for match in patterns.spoken.finditer(line):
        found += [(match.start(), match[1])] if names.agencies[match[1]].kind == "news_agency" else []
    yield from (names.agencies[name].name for _, name in sorted(found))


@lru_cache(maxsize=4)
def _patterns(agencies: tuple[str, ...]) -> _Patterns:
    name = "|".join(map(re.escape, agencies))
    a = rf"(?<!\w)(?:{name})(?!\w)"
    listed = rf"{a}(?:(?:, (?:and )?|/| and | & |; ?){a}){{0,4}}"
    return _Patterns(
        single=re.compile(
            rf"\b(?:told|tells|according to|speaking to|interview with) (?:[a-z-]+ ){{0,4}}({a})"
            rf"|({a})(?: news agency)?,? reports\b"
            rf"|^(?:[Bb]y |[Ss]ource: ?|[Vv]ia |[Cc]opyright )?(?:©|\(c\))? ?(?:(?:19|20)\d\d )?({a})(?:$| ?[-–—|,:/] )"
            rf"|[-–—] ({a})$"
        ),
        lists=re.compile(
            rf"\({listed}(?:[,/] ?[\w ]{{1,20}})?\)(?= ?[-–—:]|\.?$)|\((?:{a})[^()]{{0,30}}\) ?[-–—]"
            rf"|\b(?i:reporting|inputs?|files|material|information|sources?)(?: (?:by|from)|:) {listed}"
            rf"|{listed} contributed (?:reporting|to)\b|\b(?:came|comes|provided) (?:from|by) {listed}"
        ),
        spoken=re.compile(
            rf"({a})(?: news agency)? (?:reported|said it had|correspondents?|journalists?|reporters?)\b"
        ),
        name=re.compile(a),
    )

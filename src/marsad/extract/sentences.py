"""Sentences of a document: exact spans within each title or body block."""

import re
from collections.abc import Iterator
from typing import Final

import nupunkt

from marsad.model import Document, Span

MAX_CHARACTERS: Final = 1_500
"""A longer sentence is cut at white space: tables and unpunctuated lists are no syntax, and windows bound the work."""

READ: Final = frozenset(("title", "body"))
"""Kinds of block that are the report itself."""

LONGEST_DATELINE: Final = 120
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?|May|June|July"
_DAY: Final = rf"(?:(?:{_MONTH}) \d{{1,2}}|\d{{1,2}} (?:{_MONTH}))(?:,? \d{{4}})?"
_AGENCY: Final = r"\([^()\n]{2,40}\)"
_DATELINE: Final = re.compile(
    r"\s*(?:"
    rf"[A-Z][A-Z'’.-]{{2,}}[A-Za-z'’., -]{{0,40}}(?:,? {_DAY})?(?: ?{_AGENCY})?"
    rf"|[A-Z][A-Za-z'’.-]+(?:[ ,/]+[A-Z][A-Za-z'’.-]+){{0,3}}(?:,? {_DAY}(?: ?{_AGENCY})?|,? ?{_AGENCY})"
    r"|[\w-]+\.(?i:net|com|org|info|news|tv)"
    r") ?(?:[—–]|--?) ?(?=[\"“‘A-Z0-9])"
)
"""Where and when it was filed is no part of what it tells ("KYIV, Oct. 3 (Reuters) - ", "Goma, 3 May 2024 – ")."""
_LINE: Final = re.compile(r"[^\n]+")
_ABBREVIATION_BEFORE: Final = re.compile(
    r"(?:^|[\s(\"“])(?:Gen|Lt|Col|Capt|Maj|Sgt|Cpl|Brig|Cmdr|Adm|Dr|Mr|Mrs|Ms|St|Ste|Sen|Rep|Gov|Prof|Rev|Hon|No|Mt|Ft|vs|"
    r"Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|approx|al-|[A-Z])\.\s*$"
)
_OPENS: Final = re.compile(r"[\"“‘'(\[]*[A-Z0-9À-ÖØ-Þ]")
_WRAPPED: Final = re.compile(r"[a-z,;’'-]$")


def sentences(document: Document) -> tuple[Span, ...]:
    """Return the sentences of the title and body blocks in order; a blank line or headline always ends one."""
    found: list[Span] = []
    for block in document.blocks:
        if block.kind in READ:
            for start, end in _stretches(document.text, block.start, block.end):
                found.extend(_split(document.text, start, end))
    return tuple(found)


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield runs of lines that belong together: a line that breaks off in mid sentence goes on in the next one."""
    opened: int | None = None
    last = start
    for line in _LINE.finditer(text, start, end):
        if opened is not None and not _continues(text, last, line.start()):
            yield opened, last
            opened = None
        opened = line.start() if opened is None else opened
        last = line.end()
    if opened is not None:
        yield opened, last


def _continues(text: str, before: int, after: int) -> bool:
    """Whether a line end is only a wrapped line: one line end, a small letter on both sides."""
    tail = text[max(0, before - 40) : before].rstrip()
    head = text[after : after + 40].lstrip()
    return after - before == 1 and bool(_WRAPPED.search(tail)) and head[:1].islower()


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    dateline = _DATELINE.match(text, start, min(end, start + LONGEST_DATELINE))
    start = dateline.end() if dateline else start
    stretch = text[start:end]
    pending: int | None = None
    for a, b in nupunkt.sent_spans(stretch):
        first = start + a if pending is None else pending
        if b < len(stretch) and not _ends(text, start + b):
            pending = first
            continue
        pending = None
        yield from _windows(text, first, start + b)
    if pending is not None:
        yield from _windows(text, pending, end)


def _ends(text: str, end: int) -> bool:
    """Whether a boundary may stand: not after a rank or an initial, and not before a small letter."""
    if _ABBREVIATION_BEFORE.search(text, max(0, end - 16), end):
        return False
    return bool(_OPENS.match(text, end)) or not text[end : end + 1].isalpha()


def _windows(text: str, start: int, end: int) -> Iterator[Span]:
    """Trim white space and cut what is too long at the last white space that fits."""
    while end - start > MAX_CHARACTERS:
        cut = text.rfind(" ", start + 1, start + MAX_CHARACTERS)
        cut = cut if cut > start else start + MAX_CHARACTERS
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield Span(start, end)

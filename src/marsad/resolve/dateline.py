"""The line that says where and when a report was written, which is no part of what it tells."""

import re

from marsad.model import Document, Span
from marsad.resolve.context import Role, name_index

_WORD = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*"
_PLACE = rf"{_WORD}(?:(?:, | |/)(?:(?:of|de|la|el|al|es|du|the|and) )?{_WORD}){{0,6}}"
_LINE = re.compile(
    rf"[\s(]{{0,20}}(?P<place>{_PLACE})\)?,?(?P<day> [A-Z][a-z]{{2,8}}\.? \d{{1,2}},?(?: \d{{4}})?)?,?"
    r"(?P<credit> ?\([^)\n]{2,40}\))? ?(?P<end>[–—-]{1,2}|:)\s"
)
_BRACKETED = re.compile(r"\s{0,20}(?P<end>\((?P<place>[A-Z][A-Z ,.'-]{2,30})\))\s")
"""Some papers put the town in brackets alone."""
_LONGEST_ABBREVIATION = 4
_BODIES = frozenset({Role.PARTY, Role.PARTY_IN_CONTEXT, Role.SOURCE, Role.SOURCE_IN_CONTEXT})
_LABELS = frozenset(
    "UPDATE UPDATED ANALYSIS EXPLAINER WATCH BREAKING EXCLUSIVE OPINION VIDEO PHOTOS FACTBOX TIMELINE CORRECTION "
    "WARNING EDITORIAL REPORT SUMMARY HEADLINES".split()
)
_REACH = 200
"""Letters of the body in which the line ends; the longest ones name two towns, a day and an agency."""


def dateline(document: Document) -> Span:
    """Return where the dateline stands (KYIV, June 3 (Agency) —), an empty span where there is none.

    A hyphen or colon ends one only behind a place in capitals, a country, a day or an agency: "Goma - five dead" does.
    """
    found = _match(document)
    return Span(0, 0) if found is None else Span(min(found.start("place"), found.start("end")), found.end("end"))


def dateline_place(document: Document) -> Span:
    """Return where the dateline names its place."""
    found = _match(document)
    return Span(0, 0) if found is None else Span(*found.span("place"))


def _is_town(words: str) -> bool:
    """Say whether words before a colon are a town in capitals (COLOMBO:), not a label or an abbreviation."""
    if not words.isupper() or len(words) <= _LONGEST_ABBREVIATION or words in _LABELS:
        return False
    return not any(known.role in _BODIES for known in name_index().exactly(words))


def _match(document: Document) -> re.Match[str] | None:
    body = next((block for block in document.blocks if block.kind == "body"), None)
    if body is None:
        return None
    last = min(body.end, body.start + _REACH)
    bracketed = _BRACKETED.match(document.text, body.start, last)
    if bracketed is not None:
        return bracketed
    found = _LINE.match(document.text, body.start, last)
    if found is None or (found["end"] == ":" and found["credit"] is None and not _is_town(found["place"])):
        return None
    sure = found["day"] or found["credit"] or "," in found["place"] or found["place"].split()[0].isupper()
    return found if sure or found["end"] != "-" else None

"""Whether a report says itself that a count has changed: "the toll has risen to 12", "up from eight"."""

import re
from typing import Literal

from marsad.model import Document, ResolvedClaim, Span

Direction = Literal["up", "down"]

REACH = 160
"""Characters around a count in which its report says that it has changed: about a sentence."""

_COUNT = r"(?:toll|tally|count|number|figure|total|estimate|deaths|fatalities|casualties)"
_UP = r"(?:rose|risen|rises|rising|climbs?|climbed|climbing|grew|grown|increased|jumped|soared|mounted|reached|went up)"
_DOWN = r"(?:fell|fallen|falls|dropped|lowered|reduced|cut|came down|revised down|corrected down)"
_NUMBER = (
    r"(?:the |an? |some |about |at least |nearly )?(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|earlier"
    r"|initial|previous|first)\b)"
)
_WORDS: tuple[tuple[Direction, re.Pattern[str]], ...] = (
    ("down", re.compile(rf"\b{_COUNT}\b[^.;]{{0,80}}\b{_DOWN}\b[^.;]{{0,40}}\b(?:to|from|by)\b", re.IGNORECASE)),
    ("down", re.compile(rf"\b{_DOWN}\b[^.;]{{0,40}}\b{_COUNT}\b[^.;]{{0,60}}\b(?:to|from)\b", re.IGNORECASE)),
    ("down", re.compile(rf"\bdown from {_NUMBER}", re.IGNORECASE)),
    ("up", re.compile(rf"\b{_COUNT}\b[^.;]{{0,80}}\b{_UP}\b", re.IGNORECASE)),
    ("up", re.compile(rf"\b(?:raised|revised|updated|increased)\b[^.;]{{0,40}}\b{_COUNT}\b", re.IGNORECASE)),
    ("up", re.compile(rf"\b{_COUNT}\b[^.;]{{0,60}}\b(?:revised|updated|raised)\b", re.IGNORECASE)),
    ("up", re.compile(rf"\b(?:{_COUNT}|dead|killed)\b[^.;]{{0,40}}\bnow (?:stands|numbers?)\b", re.IGNORECASE)),
    ("up", re.compile(rf"\bup from {_NUMBER}|\bdied of (?:his|her|their) (?:wounds|injuries)\b", re.IGNORECASE)),
)


def revises(claim: ResolvedClaim, document: Document) -> Direction | None:
    """Return which way the claim says its counts went since they were first told; None when it does not say so."""
    for figure in claim.figures:
        at = figure.mention
        near = document.text[max(0, at.start - REACH) : at.end + REACH]
        said = _sentence(near, Span(min(at.start, REACH), min(at.start, REACH) + at.end - at.start))
        for direction, words in _WORDS:
            if words.search(said):
                return direction
    return None


def _sentence(near: str, count: Span) -> str:
    """Cut what stands beyond the full stops around the count."""
    start = near.rfind(". ", 0, count.start)
    end = near.find(". ", count.end)
    return near[max(start, 0) : len(near) if end < 0 else end]

"""What a report says itself of how a count has changed: "the toll has risen to 12", "up from eight"."""

import re
from typing import Literal

from marsad.model import Document, Figure, Mention, ResolvedClaim, Span

Change = Literal["up", "down", "former"]
"""The count went up or down to what it is, or is the one that was told before."""
Direction = Literal["up", "down"]

REACH = 160
"""Characters around a count in which its report says that it has changed: about a sentence."""

_COUNT = r"(?<!\ba )(?:toll|tally|count|number|figure|total|estimate|deaths|fatalities|casualties)"
_UP = r"(?:rose|risen|rises|rising|climbs?|climbed|climbing|grew|grown|increased|jumped|soared|mounted|reached|went up)"
_DOWN = r"(?:fell|fallen|falls|dropped|lowered|reduced|cut|came down|revised down|corrected down)"
_NUMBER = (
    r"(?:the |an? |some |about |at least |nearly )?(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|earlier"
    r"|initial|previous|first)\b)"
)
_GAP = r"[^.;]{0,140}"
"""Between the toll and what became of it stands whose it is: "of the strike on the bus station of the town"."""
_WORDS: tuple[tuple[Direction, re.Pattern[str]], ...] = (
    ("down", re.compile(rf"\b{_COUNT}\b{_GAP}\b{_DOWN}\b[^.;]{{0,40}}\b(?:to|from|by)\b", re.IGNORECASE)),
    ("down", re.compile(rf"\b{_DOWN}\b[^.;]{{0,40}}\b{_COUNT}\b[^.;]{{0,60}}\b(?:to|from)\b", re.IGNORECASE)),
    ("down", re.compile(rf"\bdown from {_NUMBER}", re.IGNORECASE)),
    ("up", re.compile(rf"\b{_COUNT}\b{_GAP}\b{_UP}\b", re.IGNORECASE)),
    ("up", re.compile(rf"\b(?:raised|revised|updated|increased)\b[^.;]{{0,40}}\b{_COUNT}\b", re.IGNORECASE)),
    ("up", re.compile(rf"\b{_COUNT}\b[^.;]{{0,60}}\b(?:revised|updated|raised)\b", re.IGNORECASE)),
    ("up", re.compile(rf"\b(?:{_COUNT}|dead|killed)\b[^.;]{{0,40}}\bnow (?:stands|numbers?)\b", re.IGNORECASE)),
    ("up", re.compile(rf"\bup from {_NUMBER}|\bdied of (?:his|her|their) (?:wounds|injuries)\b", re.IGNORECASE)),
)
_SIGNS = (
    *("rose", "rise", "rising", "climb", "grew", "grown", "increased", "jumped", "soared", "mounted", "reached"),
    *("went up", "fell", "fall", "dropped", "lowered", "reduced", "cut", "came down", "revised", "corrected down"),
    *("up from", "down from", "raised", "updated", "now ", "died of"),
)
"""Of these each of the above holds one, so that most sentences need no closer look."""
_FORMER = re.compile(
    rf"\b(?:from|(?:earlier|initial|previous|preliminary|provisional|first) {_COUNT}s? of)"
    r"(?: an?(?: earlier| initial| previous| first)?)?(?: (?:at least|more than|about|around|some|nearly|up to))? ?\Z",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?:up |down )?from\b", re.IGNORECASE)
_FORMER_REACH = 60
"""Characters before a number that can hold "from an earlier count of at least"."""
_END = re.compile(r"[.!?][\"”’')]*\s")


def revises(claim: ResolvedClaim, document: Document) -> tuple[Change | None, ...]:
    """Say of each figure of the claim which way its report says that it went, or that it is what was told before.

    Empty when the report says so of none.
    """
    said = tuple(_changed(figure, document.text) for figure in claim.figures)
    return said if any(said) else ()


def _changed(figure: Figure, text: str) -> Change | None:
    at = figure.mention
    near = text[max(0, at.start - REACH) : at.end + REACH]
    lowered = near.casefold()
    if not any(sign in lowered for sign in _SIGNS):
        return None
    start = min(at.start, REACH)
    sentence = _sentence(near, Span(start, start + at.end - at.start))
    told = next((direction for direction, words in _WORDS if words.search(sentence)), None)
    return told if told is None or not _is_former(at, text) else "former"


def _is_former(number: Mention, text: str) -> bool:
    """Say whether it is from this number that the count went."""
    before = _FORMER.search(text, max(0, number.start - _FORMER_REACH), number.start)
    return before is not None or _FROM.match(number.text) is not None


def _sentence(near: str, count: Span) -> str:
    """Cut what stands beyond the ends of sentences around the count."""
    start = max((match.end() for match in _END.finditer(near, 0, count.start)), default=0)
    end = _END.search(near, count.end)
    return near[start : len(near) if end is None else end.start() + 1]

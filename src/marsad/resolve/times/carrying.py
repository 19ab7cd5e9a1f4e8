"""The time of what is told again: "the explosion" has the day on which the report has told of one."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from marsad import ontology
from marsad.model import Claim, Document, Time
from marsad.resolve.times.context import FUTURE, SPOKEN
from marsad.resolve.times.tense import is_past

_AGAIN: Final = re.compile(
    r"\b(?:the|this|that|these|those)(?: (?!(?:is|was|are|were|an?|of|in|for|to)\b)[\w’'-]{1,20}){0,3} $", re.IGNORECASE
)
"""What comes before a noun that names what has been told."""
_REACH: Final = 60
"""Characters before the noun in which it stands."""
_LONGEST: Final = timedelta(days=3)
"""A longer time is not handed on: of what "the attack" is one cannot be told from it."""
_OBJECT: Final = re.compile(r" (?:the|an?|his|her|its|their|through|into|out|back|[A-Z]\w*)\b")
"""What comes behind a verb, and never behind the noun: "the coalition swept through"."""
_ATTACKS: Final = frozenset({"attack", "attacks", "assault", "incident", "violence", "raid"})
_VIOLENT: Final = frozenset({"ground", "explosion", "violence"})
"""Families of which any happening may be told again by such a noun."""


def carried_times(document: Document, claims: Sequence[Claim], times: Sequence[Time | None]) -> tuple[Time | None, ...]:
    """Return the times with those filled in that a claim told again takes from what was told before it.

    It is handed on only where all that is told before of the same kind, in the same report, has the same days.
    """
    return tuple(
        time if time is not None else _carried(document, claim, claims, times)
        for claim, time in zip(claims, times, strict=True)
    )


def _carried(document: Document, claim: Claim, claims: Sequence[Claim], times: Sequence[Time | None]) -> Time | None:
    if claim.when or claim.modality in FUTURE or claim.type in SPOKEN or not _is_told_again(document.text, claim):
        return None
    told = [
        time
        for other, time in zip(claims, times, strict=True)
        if time is not None and other.trigger.end <= claim.trigger.start and _is_alike(claim, other)
    ]
    if not told or any(time.end - time.start > _LONGEST for time in told):
        return None
    last = told[-1]
    if any((time.start, time.end) != (last.start, last.end) for time in told):
        return None
    return Time(last.start, last.end, last.precision, last.mention, f"of the same told before: {last.basis}")


def _is_told_again(text: str, claim: Claim) -> bool:
    before = text[max(claim.sentence.start, claim.trigger.start - _REACH) : claim.trigger.start]
    words = claim.trigger.text.split()
    if is_past(words[0]) or _OBJECT.match(text, claim.trigger.end) is not None:
        return False
    return _AGAIN.search(before) is not None


def _is_alike(claim: Claim, other: Claim) -> bool:
    """Whether one may be the other: of the same type, or "the attack" for any violence."""
    if other.modality in FUTURE or other.type in SPOKEN:
        return False
    if claim.type == other.type:
        return True
    types = ontology.load().event_types
    named = claim.trigger.text.lower().split()[-1] in _ATTACKS
    return named and {types[claim.type].family, types[other.type].family} <= _VIOLENT

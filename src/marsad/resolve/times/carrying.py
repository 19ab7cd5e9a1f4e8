"""The time of what is told again: "the explosion" has the day on which the report has told of one."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from marsad import ontology
from marsad.model import Claim, Document, Mention, Time
from marsad.resolve.times.arithmetic import spanning
from marsad.resolve.times.context import FUTURE, SPOKEN, expressions, in_title, is_part_of_day, opening
from marsad.resolve.times.sides import ties
from marsad.resolve.times.tense import is_past

_VERBS: Final = r"is|was|are|were|has|have|had|will|would|can|could|may|might|must|should|did|do|does|not|\w+n[’']t"
_AGAIN: Final = re.compile(
    rf"\b(?:the|this|that|these|those)(?: (?!(?:{_VERBS}|an?|of|in|for|to)\b)[\w’'-]{{1,20}}){{0,3}} $", re.IGNORECASE
)
"""What comes before a noun that names what has been told."""
_REACH: Final = 60
"""Characters before the noun in which it stands."""
LONGEST: Final = timedelta(days=3)
"""A longer time is not handed on: of what "the attack" is one cannot be told from it."""
_TIE_WORD: Final = 8
"""Characters behind a distance in which "after" stands, where a mention leaves it out."""
_OBJECT: Final = re.compile(r" (?:the|an?|his|her|its|their|through|into|out|back|[A-Z]\w*)\b")
"""What comes behind a verb, and never behind the noun: "the coalition swept through"."""
_ATTACKS: Final = frozenset("attack attacks assault incident violence raid bloodshed killing killings".split())
SAME: Final = "of the same told before"
OPENING: Final = "of the same told in the report's opening"
REACTION: Final = "between what it is said of and publication"
_REACTS: Final = re.compile(r"\b(?:claimed|condemned|denounced|deplored|praised|denied|blamed|mourned)\b")
_OF_ATTACK: Final = re.compile(
    r"(?: (?!(?:and|but)\b)[\w’'-]{1,20}){0,6}? (?:the|this|that|these|those)(?: [\w’'-]{1,20}){0,3}? "
    r"(?:attacks?|assault|bombings?|blasts?|explosions?|killings?|massacre|raids?|strikes?|shootings?|violence|bloodshed)\b"
)
"""What comes behind the word of somebody who reacts: "claimed responsibility for the attack"."""
BEFORE: Final = "told on from what has a day before"
_HANDED_ON: Final = re.compile(rf"(?:{SAME}|{OPENING}|{BEFORE}|{REACTION}): ")
_VIOLENT: Final = frozenset({"ground", "explosion", "violence"})
"""Families of which any happening may be told again by such a noun."""
_LEAD: Final = 400
"""Characters of the body, about its first two sentences, that tell what the headline names."""


def carried_times(document: Document, claims: Sequence[Claim], times: Sequence[Time | None]) -> tuple[Time | None, ...]:
    """Return the times with those filled in that a claim told again takes from what was told before it.

    It is handed on only where all that is told before of the same kind, in the same report, has the same days; a
    headline takes what the first sentences of the body tell so.
    """
    return tuple(
        time if time is not None else _carried(document, claim, claims, times)
        for claim, time in zip(claims, times, strict=True)
    )


def _carried(document: Document, claim: Claim, claims: Sequence[Claim], times: Sequence[Time | None]) -> Time | None:
    if claim.type in SPOKEN:
        return _of_reaction(document, claim, claims, times)
    if claim.modality in FUTURE or not all(
        is_part_of_day(mention) or _is_tie(document, mention) for mention in claim.when
    ):
        return None
    alike = [(other, time) for other, time in zip(claims, times, strict=True) if time and _is_alike(claim, other)]
    if in_title(document, claim.trigger):
        lead = opening(document).start
        told = [time for other, time in alike if lead <= other.trigger.start < lead + _LEAD]
        return _agreed(told, OPENING)
    if not _is_told_again(document.text, claim):
        return None
    told = [time for other, time in alike if other.trigger.end <= claim.trigger.start]
    return _agreed(told, SAME)


def _is_tie(document: Document, mention: Mention) -> bool:
    """Whether the words only count from another happening: "(the attack came) four days after"."""
    found = expressions(document.text, mention.start, mention.end + _TIE_WORD)
    return any(mention.start <= one.start < mention.end and ties(document.text, one) for one in found)


def _of_reaction(
    document: Document, claim: Claim, claims: Sequence[Claim], times: Sequence[Time | None]
) -> Time | None:
    """Return the days from an attack to publication for what was said of it: nobody speaks of it before."""
    published = document.published
    if published is None or claim.when or not _REACTS.search(claim.trigger.text.lower()):
        return None
    if _OF_ATTACK.match(document.text, claim.trigger.end, claim.sentence.end) is None:
        return None
    types = ontology.load().event_types
    told = [
        time
        for other, time in zip(claims, times, strict=True)
        if time and other.trigger.end <= claim.trigger.start and types[other.type].family in _VIOLENT
    ]
    attack = _agreed(told, REACTION)
    if attack is None or published.end < attack.end or published.end - attack.start > LONGEST:
        return None
    days = spanning(attack.start, published.end)
    return Time(days.start, days.end, days.precision, attack.mention, attack.basis)


def _agreed(told: Sequence[Time], why: str) -> Time | None:
    """Return the time on which all agree, with the reason for it, or None."""
    if not told or any(time.end - time.start > LONGEST for time in told):
        return None
    last = told[-1]
    if any((time.start, time.end) != (last.start, last.end) for time in told):
        return None
    return handed_on(last, why)


def handed_on(time: Time, why: str) -> Time:
    """Return the time with the reason for taking it from another claim; of several reasons the last alone is told."""
    basis = _HANDED_ON.sub("", time.basis)
    return Time(time.start, time.end, time.precision, time.mention, f"{why}: {basis}")


def _is_told_again(text: str, claim: Claim) -> bool:
    before = text[max(claim.sentence.start, claim.trigger.start - _REACH) : claim.trigger.start]
    words = claim.trigger.text.split()
    if is_past(words[0]) or _OBJECT.match(text, claim.trigger.end) is not None:
        return False
    return _AGAIN.search(before) is not None


def _is_alike(claim: Claim, other: Claim) -> bool:
    """Whether one may be the other: of the same type or one that it goes by too, or "the attack" for any violence."""
    if other.modality in FUTURE or other.type in SPOKEN:
        return False
    types = ontology.load().event_types
    one, two = types[claim.type], types[other.type]
    if claim.type == other.type or other.type in one.compatible:
        return True
    named = claim.trigger.text.lower().split()[-1] in _ATTACKS
    return named and {one.family, two.family} <= _VIOLENT

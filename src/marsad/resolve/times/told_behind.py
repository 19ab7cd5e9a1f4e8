"""The day that a report gives its main happening only behind the lead: "… killed six. The attack came on Friday."."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from marsad import ontology
from marsad.model import Claim, Document, Mention, Span, Time
from marsad.resolve.times.context import block_of, expressions, meaning, opening, sentence_at
from marsad.resolve.times.value import Days, Duration, Habit, Vague

_SENTENCES: Final = 3
"""Sentences behind the lead in which the day stands; further on, "the attack" may be another."""
_LONGEST: Final = timedelta(days=3)
_LONG_AGO: Final = timedelta(days=7)
"""News is no older: a day before that is of something else."""
_TAKEN_UP: Final = re.compile(
    r"\bthe (?:(?!second|third|other|previous|earlier|last|latest|first)\w+ ){0,2}?(?:attack(?:s|ers?)?|assailants?|"
    r"assault|gunm[ae]n|bombers?|militants|fighters|raiders|blasts?|explosions?|bombings?|strikes?|air ?strikes?|"
    r"raids?|shooting|incident|killings?|massacre|clash(?:es)?|ambush|fighting|violence|shelling|bombardment|abductions?|"
    r"kidnapping|missiles?|rockets?|drones?|device|vehicle)\b[^.;:“”\"]{0,60}? "
    r"(?:happened|occurred|took place|came|struck|hit|began|erupted|broke out|was carried out|were carried out|"
    r"went off|exploded|detonated|unfolded|stormed|arrived|opened fire|attacked|was launched|were launched)\b",
    re.IGNORECASE,
)
"""What takes up the happening of the lead and goes on to tell when it was."""
_ANOTHER: Final = re.compile(
    r"\b(?:another|second|third|similar|previous|earlier|separate|elsewhere|also|again|other|since|years?|months?)\b",
    re.IGNORECASE,
)
_VIOLENT: Final = frozenset({"ground", "explosion", "violence"})


def told_behind(document: Document, claims: Sequence[Claim], times: Sequence[Time | None]) -> tuple[Time | None, ...]:
    """Return the times with the day that the sentences behind the lead give what the lead tells without one."""
    found = list(times)
    lead = opening(document)
    for at, claim in enumerate(claims):
        bare = found[at] is None or _is_news(claim, found[at])
        if bare and not claim.when and claim.sentence.start == lead.start and _is_violent(claim):
            found[at] = _day_behind(document, claim, lead) or found[at]
    return tuple(found)


def _is_news(claim: Claim, time: Time | None) -> bool:
    """Whether the time is only that of news."""
    return time is not None and time.mention == claim.trigger


def _is_violent(claim: Claim) -> bool:
    return claim.modality == "happened" and ontology.load().event_types[claim.type].family in _VIOLENT


def _day_behind(document: Document, claim: Claim, lead: Span) -> Time | None:
    published = document.published
    if published is None:
        return None
    for sentence in _following(document, lead):
        for day, mention in _days_in(document, claim, sentence):
            if (
                published.start - _LONG_AGO <= day.start
                and day.end <= published.end
                and day.end - day.start <= _LONGEST
            ):
                basis = f"told of the same behind it: '{' '.join(mention.text.split())}'"
                return Time(day.start, day.end, day.precision, mention, basis)
    return None


def _following(document: Document, lead: Span) -> Iterator[Span]:
    end = block_of(document, Mention.of(document.text, lead.start, lead.end)).end
    start = lead.end
    for _ in range(_SENTENCES):
        start += len(document.text[start:end]) - len(document.text[start:end].lstrip())
        if start >= end:
            return
        sentence = sentence_at(document, Mention.of(document.text, start, start + 1))
        yield sentence
        start = sentence.end


def _days_in(document: Document, claim: Claim, sentence: Span) -> Iterator[tuple[Days, Mention]]:
    """Yield the day of a sentence that takes the happening up and names one time alone."""
    text = document.text
    taken = _TAKEN_UP.search(text, sentence.start, sentence.end)
    if taken is None or _ANOTHER.search(text, sentence.start, sentence.end) is not None:
        return
    told = [
        one
        for one in expressions(text, sentence.start, sentence.end)
        if sentence.start <= one.start < sentence.end and not isinstance(one.value, Duration | Habit | Vague)
    ]
    beside = [one for one in told if one.end <= taken.start() + 1 or one.start >= taken.end() - 1]
    days = meaning(document, claim, beside[0]) if len(told) == len(beside) == 1 else None
    if days is not None:
        yield days, Mention.of(text, beside[0].start, beside[0].end)

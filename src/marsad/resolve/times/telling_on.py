"""The time of what a report goes on to tell: "Gunmen attacked Goma on Friday. They burned the market."."""

import re
from collections.abc import Sequence
from typing import Final

from marsad import ontology
from marsad.model import Claim, Document, Time
from marsad.resolve.times.carrying import BEFORE, LONGEST, handed_on
from marsad.resolve.times.context import expressions, in_title, is_part_of_day, opening
from marsad.resolve.times.telling import ONE_OR_MORE, STILL_A_VERB, SUBORDINATE, is_new_subject, tells_other_time
from marsad.resolve.times.tense import is_past
from marsad.resolve.times.value import Duration, Habit, Vague

_REACH: Final = 400
"""Characters between two happenings of one telling: about two sentences."""
_LONGEST_TELLING: Final = 1000
"""Characters from the words that give the day to the last that is told on from them."""
_ELSEWHERE: Final = re.compile(
    r"[\s“\"]*(?:Elsewhere|Separately|Meanwhile|Earlier|Later|Before|But|"
    r"(?:In|On|At|Near|Outside|Around|Across|Inside|(?:North|South|East|West)\w* of) (?:(?:the|a|an) )?"
    r"(?:[A-Z]|separate\b|other\b|town of\b|city of\b|village of\b))"
)
"""What opens a sentence that turns to another place or time."""
_OTHER: Final = re.compile(
    r"\b(?:another|other|separate|similar|previous|later|then|again|also|more than|total|has|have|is|are|will|would|"
    r"may|might|could|can|should|not|never|no|nobody)\b",
    re.IGNORECASE,
)
"""Words of other happenings, and of what is not told as the past."""
_NEW_ONES: Final = re.compile(rf"[\s“\"]*(?:{ONE_OR_MORE})?", re.IGNORECASE)
_PASSIVE: Final = re.compile(r"\b(?:was|were) $")
_DEAD: Final = re.compile(r".*\b(?:was|were|lay) (?:among|counted among|found among) (?:the |those )", re.DOTALL)
"""What comes before "dead", "victims": they are those of what has been told."""
_COUNTED: Final = re.compile(
    rf"[^,;:]{{1,80}} (?:made|counted|heard|carried out|launched|mounted|staged|saw|set off) {ONE_OR_MORE}"
)
"""What comes before a happening that the sentence goes on to tell: "Officers made at least nine "."""
_RAGED: Final = re.compile(r" (?:was|were|broke out|erupted|raged|continued|followed|spread|went on)\b")
"""What comes behind one that opens the sentence: "Clashes broke out"."""


def told_on_times(document: Document, claims: Sequence[Claim], times: Sequence[Time | None]) -> tuple[Time | None, ...]:
    """Return the times with those filled in that a claim has from the happening told right before it.

    The sentence has to tell on in the simple past, and no other time may stand between the two.
    """
    filled = list(times)
    for at in sorted(range(len(claims)), key=lambda index: claims[index].trigger.start):
        if filled[at] is None or _is_news_further_on(document, claims[at], filled[at]):
            filled[at] = _told_on(document, claims[at], [*zip(claims, filled, strict=True)]) or filled[at]
    return tuple(filled)


def _is_news_further_on(document: Document, claim: Claim, time: Time | None) -> bool:
    """Whether the time is but that of news, of what does not open the report: a day told before says more."""
    return time is not None and time.mention == claim.trigger and claim.sentence.start >= opening(document).end


def _told_on(document: Document, claim: Claim, told: Sequence[tuple[Claim, Time | None]]) -> Time | None:
    if claim.modality != "happened" or _is_speech(claim) or not all(map(is_part_of_day, claim.when)):
        return None
    if in_title(document, claim.trigger) or not _tells_on(document.text, claim):
        return None
    turns = _ELSEWHERE.match(document.text, claim.sentence.start) is not None
    before = [(other, time) for other, time in told if time is not None and other.sentence.end <= claim.sentence.start]
    last = max((other.sentence.end for other, _ in before), default=0)
    bases = [
        (one, time)
        for one, time in before
        if one.sentence.end == last
        and _is_base(document, one, time, claim)
        and (not turns or _are_many(document.text, one))
    ]
    main = [time for one, time in bases if not _is_subordinate(document.text, one)]
    times = main or [time for _, time in bases]
    if not times or len({(time.start, time.end) for time in times}) > 1:
        return None
    time = times[0]
    if time.end - time.start > LONGEST or _turns(document.text, last, claim):
        return None
    return handed_on(time, BEFORE)


def _tells_on(text: str, claim: Claim) -> bool:
    before, behind = text[claim.sentence.start : claim.trigger.start], text[claim.trigger.end : claim.sentence.end]
    if _OTHER.search(before) or tells_other_time(before, behind):
        return False
    if is_past(claim.trigger.text.split()[0]) or _PASSIVE.search(before) is not None:
        return SUBORDINATE.search(before) is None and STILL_A_VERB.match(behind) is None
    if not before.strip(' \n\t“"'):
        return _RAGED.match(behind) is not None
    return is_new_subject(before, behind) or any(way.fullmatch(before) for way in (_DEAD, _COUNTED))


def _is_base(document: Document, other: Claim, time: Time, claim: Claim) -> bool:
    """Whether the claim can tell on from the other: one that is told as having happened, near before it."""
    if other.modality != "happened" or _is_speech(other) or in_title(document, other.trigger):
        return False
    named = other.trigger if time.mention is None else time.mention
    return claim.sentence.start - other.sentence.end <= _REACH and claim.sentence.start - named.end <= _LONGEST_TELLING


def _are_many(text: str, claim: Claim) -> bool:
    """Whether several happenings are told as one, which the report goes on to tell one by one: "Two attacks …"."""
    before = text[claim.sentence.start : claim.trigger.start]
    return claim.trigger.text.endswith("s") and _NEW_ONES.fullmatch(before) is not None


def _is_subordinate(text: str, claim: Claim) -> bool:
    return SUBORDINATE.search(text, claim.sentence.start, claim.trigger.start) is not None


def _is_speech(claim: Claim) -> bool:
    return ontology.load().event_types[claim.type].family == "speech"


def _turns(text: str, start: int, claim: Claim) -> bool:
    """Whether another time is told between the two, or in the claim's own sentence."""
    found = expressions(text, start, claim.sentence.end)
    return any(one.start >= start and not isinstance(one.value, Duration | Habit | Vague) for one in found)

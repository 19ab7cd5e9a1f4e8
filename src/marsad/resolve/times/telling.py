"""The time of what is told as news without any: by its tense and its place in the report."""

import re
from datetime import timedelta
from typing import Final

from marsad.model import Claim, Document, Span, Time
from marsad.resolve.times.arithmetic import spanning
from marsad.resolve.times.context import SPOKEN, is_certain, when_published
from marsad.resolve.times.tense import is_past

NEWS: Final = timedelta(days=2)
"""What a report opens with happened at most about this long before it came out."""
_PREDICATE: Final = 60
"""Characters from "has" to what it tells of: "has, after days of talks, brokered a deal"."""
_PERFECT: Final = re.compile(
    r"(?<!who )(?<!which )(?<!that )(?<!to )\b(?:has|have|[’']ve)\b(?P<just> also| now| just)?"
)
_REPORTED: Final = re.compile(
    r"\b(?:said|says|confirmed|announced|reported|claimed|told \w{2,20})(?: \w{1,20}){1,8} had(?: also| now| just)?\b"
)
"""The perfect in indirect speech: "the army said it had taken the town"."""
_ATTRIBUTED: Final = re.compile(r", [\w ’'-]{2,60} (?:said|reported|told \w{2,20})\.?[\"”]?\s*$")
"""Who is credited behind what happened: "a school was hit, residents said"."""
_OTHER_TIME: Final = re.compile(
    r"\b(?:had|ever|since|already|long|so far|in total|repeatedly|often|always|never|once|previously|formerly|earlier|"
    r"years?|months?|decades?|history|every|each|usually|regularly|began|begun)\b",
    re.IGNORECASE,
)
"""Words of what goes on or went before, which the opening of a report tells too."""
_SUBORDINATE: Final = re.compile(
    r"\b(?:who|whom|whose|which|that|where|after|before|while|since|when|as|following|amid|despite|if|because|over)\b",
    re.IGNORECASE,
)
_CLAUSE_END: Final = re.compile(rf"[,;]|{_SUBORDINATE.pattern}", re.IGNORECASE)
_PREPOSITION: Final = re.compile(r"\b(?:of|in|for|to|about|over|from|on|by|with|at)\b")
"""Words before a noun that is not what has been done: "details have emerged of the raid"."""
_STILL_A_VERB: Final = re.compile(r"[^,;.]*\b(?:is|are|has|have|was|were)\b")
"""A verb behind, which makes the participle before it one of a clause: "a man arrested in Syria has been named"."""


def told_as_news(document: Document, claim: Claim, opening: Span) -> Time | None:
    """Return the last days before publication for what a report opens with, or tells as just done.

    The opening's main verb counts alone, in the perfect or the simple past; elsewhere only "has also", "has just" and
    "has now" tell of news, what somebody said "had" happened, and what ends in "residents said". Words of other times
    ("since", "already") make it none.
    """
    published = document.published
    past = claim.modality == "happened" or claim.type in SPOKEN
    if published is None or not past or not is_certain(published) or not _is_news(document.text, claim, opening):
        return None
    days = spanning(published.start - NEWS, published.end)
    basis = f"told as news, without a day, in a report that came out {when_published(published)}"
    return Time(days.start, days.end, days.precision, claim.trigger, basis)


def _is_news(text: str, claim: Claim, opening: Span) -> bool:
    before, behind = text[claim.sentence.start : claim.trigger.start], text[claim.trigger.end : claim.sentence.end]
    opens, verb = opening.overlaps(claim.sentence), is_past(claim.trigger.text.split()[0])
    reported, perfect = _governing(_REPORTED, before), _governing(_PERFECT, before)
    if reported is not None:
        return verb and not _tells_other_time(before[reported.end() :], behind)
    if perfect is not None:
        told, new = before[perfect.start() :], opens or perfect["just"] is not None
        return new and (verb or _PREPOSITION.search(told) is None) and not _tells_other_time(told, behind)
    new = opens or _ATTRIBUTED.search(behind) is not None
    main = new and verb and _SUBORDINATE.search(before) is None and _STILL_A_VERB.match(behind) is None
    return main and not _tells_other_time(before, behind)


def _tells_other_time(before: str, behind: str) -> bool:
    """Whether words of another time stand before the trigger or behind it in the same clause."""
    end = _CLAUSE_END.search(behind)
    return _OTHER_TIME.search(before + (behind if end is None else behind[: end.end()])) is not None


def _governing(auxiliary: re.Pattern[str], before: str) -> re.Match[str] | None:
    """Return the auxiliary under which the words stand that come next, or None."""
    last = None
    for last in auxiliary.finditer(before):  # noqa: B007 - the last one counts
        pass
    if last is None or len(before) - last.end() > _PREDICATE or _CLAUSE_END.search(before, last.end()) is not None:
        return None
    return last

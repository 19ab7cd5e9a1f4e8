"""The time of what is told as news without any: by its tense and its place in the report."""

import re
from datetime import timedelta
from typing import Final

from marsad.model import Claim, Document, Span, Time
from marsad.resolve.times.arithmetic import spanning
from marsad.resolve.times.context import SPOKEN, is_certain, when_published, when_told
from marsad.resolve.times.tense import is_past
from marsad.resolve.times.value import Days

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
_ATTRIBUTED: Final = re.compile(
    r", [\w ’'-]{2,60} (?:said|reported|told \w{2,20})(?: (?:late |early )?on [A-Z]\w{5,8})?\.?[\"”]?\s*$"
)
"""Who is credited behind what happened: "a school was hit, residents said"."""
_OTHER_TIME: Final = re.compile(
    r"\b(?:had|ever|since|already|long|so far|in total|repeatedly|often|always|never|once|previously|formerly|earlier|"
    r"years?|months?|decades?|history|every|each|usually|regularly|began|begun)\b",
    re.IGNORECASE,
)
"""Words of what goes on or went before, which the opening of a report tells too."""
_CONJUNCTIONS: Final = (
    r"\b(?:who|whom|whose|which|that|where|after|before|while|since|when|as|following|amid|despite|if|because|over)\b"
)
SUBORDINATE: Final = re.compile(_CONJUNCTIONS, re.IGNORECASE)
_CLAUSE_END: Final = re.compile(rf"[,;]|{SUBORDINATE.pattern}", re.IGNORECASE)
_PREPOSITION: Final = re.compile(r"\b(?:of|in|for|to|about|over|from|on|by|with|at)\b")
"""Words before a noun that is not what has been done: "details have emerged of the raid"."""
ONE_OR_MORE: Final = (
    r"(?:an?|at least \w+|two|three|four|five|six|seven|eight|nine|ten|several|dozens of|a series of|\d+)"
    r"(?: (?!of\b|in\b)[\w’'-]{1,20}){0,3} "
)
_FRESH: Final = (
    r"(?:(?:heavy|fierce|intense|deadly|fresh|new|renewed|sporadic|violent|armed|street|air|israeli|russian|ukrainian|"
    r"turkish|american|u\.s\.|government|rebel|army|drone|rocket|artillery|mortar|missile) ){1,3}"
)
_NEW: Final = re.compile(
    rf"[\s“\"]*(?:(?:In|At|Near|Outside) (?:the )?[A-Z][\w’' -]{{1,40}},? )?(?:{ONE_OR_MORE}|{_FRESH})", re.IGNORECASE
)
"""What opens a sentence before a happening that is new to the reader: "In Cali a ", "Heavy ", "Russian drone "."""
_NEW_OBJECT: Final = re.compile(rf"(?: [\w’'-]{{1,20}}){{1,3}} {ONE_OR_MORE}")
"""What stands between "it had" and such a happening: "repelled an "."""
_PREDICATE_BEHIND: Final = re.compile(
    rf"(?: (?!{_CONJUNCTIONS})[\w’'-]{{1,20}}){{0,12}}? (?:has |have |was |were )?"
    r"(?P<verb>killed|wounded|injured|hit|struck|left|destroyed|shook|tore|ripped|went|exploded|broke|took|forced|"
    r"damaged|levelled|flattened|blew|claimed|began|erupted)\b"
)
_LONGEST_SAYING: Final = timedelta(days=1)
"""Words said at a vaguer time date no news."""
STILL_A_VERB: Final = re.compile(r"[^,;.]*\b(?:is|are|has|have|was|were)\b")
"""A verb behind, which makes the participle before it one of a clause: "a man arrested in Syria has been named"."""


def told_as_news(document: Document, claim: Claim, opening: Span, said: Days | None = None) -> Time | None:
    """Return the last days before publication for what a report opens with, or tells as just done.

    The opening's main verb counts alone, in the perfect or the simple past, or what it is told of: "a bomb killed six";
    elsewhere only "has also", "has just" and "has now" tell of news, what somebody said "had" happened, and what ends
    in "residents said". Words of other times ("since", "already") make it none. What was ``said`` on a day before
    publication is news of that day.
    """
    published = document.published
    past = claim.modality == "happened" or claim.type in SPOKEN
    if published is None or not past or not is_certain(published) or not _is_news(document.text, claim, opening):
        return None
    first, last = (published.start, published.end) if said is None else (said.start, said.end)
    if first > published.end or last - first > _LONGEST_SAYING:
        return None
    days = spanning(min(first, published.start) - NEWS, min(last, published.end))
    day = "" if said is None or said.end >= published.start else f" said {when_told(said.start, said.end)}"
    basis = f"told as news, without a day,{day} in a report that came out {when_published(published)}"
    return Time(days.start, days.end, days.precision, claim.trigger, basis)


def _is_news(text: str, claim: Claim, opening: Span) -> bool:
    before, behind = text[claim.sentence.start : claim.trigger.start], text[claim.trigger.end : claim.sentence.end]
    opens, verb = opening.overlaps(claim.sentence), is_past(claim.trigger.text.split()[0])
    reported, perfect = _governing(_REPORTED, before), _governing(_PERFECT, before)
    if reported is not None:
        told = before[reported.end() :]
        return (verb or _NEW_OBJECT.fullmatch(told) is not None) and not tells_other_time(told, behind)
    if perfect is not None:
        told, new = before[perfect.start() :], opens or perfect["just"] is not None
        return new and (verb or _PREPOSITION.search(told) is None) and not tells_other_time(told, behind)
    new = opens or _ATTRIBUTED.search(behind) is not None
    subject = not verb and is_new_subject(before, behind)
    main = verb and SUBORDINATE.search(before) is None and STILL_A_VERB.match(behind) is None
    return new and (subject or main) and not tells_other_time(before, behind)


def is_new_subject(before: str, behind: str) -> bool:
    """Whether a noun that is named for the first time is what the sentence tells of: "a car bomb killed six"."""
    found = _PREDICATE_BEHIND.match(behind)
    return found is not None and is_past(found["verb"]) and _NEW.fullmatch(before) is not None


def tells_other_time(before: str, behind: str) -> bool:
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

"""Whether a claim without place words of its own goes on with a happening that the text has told before."""

import re
from collections.abc import Iterable

from marsad import ontology
from marsad.model import Claim, Mention

NEVER = frozenset(
    {"statement", "threat", "agreement", "deployment", "base_established", "transfer_of_territory", "aid_or_supply"}
)
"""Types that are no part of a fight: what is said, agreed, sent or handed over has a place of its own or none."""

REAL = frozenset({"happened", "ongoing", "denied"})
"""Modalities of what is told as having been; what is only planned, threatened or possible has no place yet."""

NEXT_LETTERS = 300
"""Letters between two sentences within which the second still goes on with the first: one sentence between them."""

_VIOLENCE = frozenset({"ground", "explosion", "violence", "detention", "property", "population"})
_LONG = re.compile(
    r"\b(?:besieg\w*|sieges?|blockad\w*|campaigns?|crackdowns?|encircl\w*|warfare|occupation)\b",
    re.IGNORECASE,
)
"""What lasts, and so is in no one town."""
_MANY = re.compile(r"\b(?:attacks|strikes|raids|killings|bombings|abductions|kidnappings|executions)\b", re.IGNORECASE)
"""What happened many times; in a report's lead that is its story, later on it is what went before."""
_OF_SPAN = re.compile(
    r"\b(?:since|recent|past|decades?|centur\w+|years|months|weeks|daily|every|repeatedly|routinely|frequently|often|"
    r"regularly|increasingly|last (?:week|year|month)|so far)\b",
    re.IGNORECASE,
)
_SURRENDER = re.compile(r"surrender", re.IGNORECASE)
_SAID = re.compile(r"\b(?:said|says|claimed|reported|confirmed|added|believed|known)\b[^.;]{0,60}$")
"""Before a past perfect that is only that of reported speech."""
_THE_ONE = re.compile(
    r"\b(?:the|this|that|both)(?: (?!first|next|previous|earlier|other|same|kind|threat|risk|war)[a-z’'-]+){0,3} $",
    re.IGNORECASE,
)
"""Before the noun of a happening that is known by now: "the overnight raid"."""
_TOLL = re.compile(r"\b(?:died|dead|kill(?:ed|ing)|wounded|injured|hurt|deaths?|toll|casualties|bodies|perished)\b")
_PERFECT = re.compile(r"\b(?:has|have|had|having)(?: been)?(?: [a-z]+ly| also| not| been){0,2} $", re.IGNORECASE)
_DAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow|last (?:week|month|year)|"
    r"(?:day|week|month)s? (?:earlier|before|ago|later)|\d{1,2}|"
    r"(?:jan|febr)uary|march|april|june|july|august|(?:septem|octo|novem|decem)ber"
)
_SAME_ONES = re.compile(
    r"(?:they|he|she|it|them|who|[a-z ]*(?:attackers?|assailants?|gunmen|gunman|bombers?|raiders?|fighters|militants|"
    r"rebels|bandits|insurgents|jihadists|men|group|troops|soldiers|protesters|demonstrators|crowd))",
    re.IGNORECASE,
)
"""What those who act in the last sentence are called again."""


def is_act(claim: Claim) -> bool:
    """Say whether a claim tells of an act that took place, rather than of words, agreements and plans."""
    return claim.modality in REAL and (claim.type not in NEVER or _SURRENDER.match(claim.trigger.text) is not None)


def may_belong(claim: Claim, text: str, *, leads: bool = False) -> bool:
    """Say whether a claim is of a kind that may be where another one is: a single act of the fight that took place."""
    if not is_act(claim):
        return False
    if _is_known(claim, text) or _is_toll(claim):
        return not _LONG.fullmatch(claim.trigger.text)
    if _MANY.search(claim.trigger.text) and not leads:
        return False
    return not (_LONG.search(claim.trigger.text) or _lasts(claim, text) or _is_perfect(claim, text))


def speaks_of_known(claim: Claim, text: str) -> bool:
    """Say whether a claim speaks of a happening as known by now, or adds to its toll without naming who did it."""
    return _is_known(claim, text) or (_is_toll(claim) and _nobody_new(claim.who))


def goes_on(claim: Claim, other: Claim, text: str) -> bool:
    """Say whether a claim tells more of the happening of another one before it."""
    if not _of_one_kind(claim, other):
        return False
    if speaks_of_known(claim, text) or claim.sentence == other.sentence:
        return True
    near = claim.sentence.start - other.sentence.end <= NEXT_LETTERS
    return near and _same_actors(claim, other) and not _on_another_day(claim, other)


def nobody_new(claim: Claim) -> bool:
    """Say whether a claim names no actor, or only calls the last ones again."""
    return _nobody_new(claim.who)


def _is_known(claim: Claim, text: str) -> bool:
    before = text[max(claim.sentence.start, claim.trigger.start - 60) : claim.trigger.start]
    return _THE_ONE.search(before) is not None


def _is_toll(claim: Claim) -> bool:
    return _TOLL.search(claim.trigger.text) is not None


def _lasts(claim: Claim, text: str) -> bool:
    words = " ".join(text[max(claim.sentence.start, one.start - 12) : one.end] for one in claim.when)
    return _OF_SPAN.search(words) is not None or (
        _OF_SPAN.search(text[claim.sentence.start : claim.trigger.start][-40:]) is not None
    )


def _is_perfect(claim: Claim, text: str) -> bool:
    before = text[max(claim.sentence.start, claim.trigger.start - 90) : claim.trigger.start]
    found = _PERFECT.search(before)
    return found is not None and not (found[0].startswith("had") and _SAID.search(before[: found.start()]))


def _of_one_kind(claim: Claim, other: Claim) -> bool:
    kinds = [ontology.load().event_type(one.type).family for one in (claim, other)]
    return kinds[0] == kinds[1] or _VIOLENCE.issuperset(kinds)


def _same_actors(claim: Claim, other: Claim) -> bool:
    names = [{word for one in side for word in _words(one)} for side in (claim.who, other.who)]
    return _nobody_new(claim.who) or bool(names[0] & names[1])


def _nobody_new(who: Iterable[Mention]) -> bool:
    return all(_SAME_ONES.fullmatch(one.text) for one in who)


def _words(mention: Mention) -> set[str]:
    return {word for word in re.findall(r"\w+", mention.text.casefold()) if len(word) > 2} - {"the", "and", "forces"}


def _on_another_day(claim: Claim, other: Claim) -> bool:
    """Say whether both name their day, and not the same one."""
    days = [{day for one in side for day in _DAY.findall(one.text.casefold())} for side in (claim.when, other.when)]
    return bool(days[0]) and bool(days[1]) and not days[0] & days[1]

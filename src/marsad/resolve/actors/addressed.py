"""Who accuses and who is accused: "The Front denied the raid and blamed the army" is told of two sides."""

import re
from typing import Final

from msgspec.structs import replace

from marsad.model import Claim, Mention

_ADDRESSES: Final = re.compile(
    r"(?:accus|condemn|denounc|blam|criticis|criticiz|slam|rebuk|implor|urg|threaten|warn)(?:e|es|ed|s|ing|med|ming)?"
    r"|call(?:s|ed)? on",
    re.IGNORECASE,
)
"""Verbs of speech whose object is the one they are said to or of."""
_OBJECT: Final = re.compile(r"\s+(?:(?:the|an?|both|its|their) )?(?:[a-z][\w-]+ ){0,2}")
_ON_WHOM: Final = re.compile(r"(?: [^,;:.]{1,80}?)? on (?:(?:the|an?|some) )?(?:(?:suspected|alleged|armed) )?")
_NOT_OBJECT: Final = re.compile(r"\b(?:on|of|that|for|by|in|to|at|and|when|as|after)\b")
_OF_WHAT: Final = re.compile(r"\s+(?:of|for|over|against|to|that)\b")
_PASSIVE: Final = re.compile(r"\b(?:was|were|been|being|be|is|are)(?: \w+ly)? $")
_THAT: Final = re.compile(r"\s+(?:\w+ ){0,2}?that\b")
_SPEECH: Final = frozenset({"statement", "threat"})
_GOES_ON: Final = re.compile(r"(?P<verb>[^,;:.”\"]{0,120}) (?:and|but|while also|before) (?:\w+ly |also |then )?")
"""From the subject that opens a sentence to a further verb of its own: "(The Front) denied the raid and"."""
_NEW_CLAUSE: Final = re.compile(r"\b(?:that|which|who|when|while|where|after|as|because|said)\b")


def with_addressed(text: str, claim: Claim) -> Claim:
    """Return a claim of speech with the one spoken of as whom, and the one who speaks as who."""
    if claim.type not in _SPEECH:
        return claim
    blamed = tuple(one for one in {*claim.who, *claim.whom} if _is_blamed(text, one, claim))
    if blamed:
        who = tuple(one for one in claim.who if one.end <= claim.trigger.start and not _passive(text, claim))
        return replace(claim, who=who, whom=tuple(sorted(blamed)))
    if _passive(text, claim):
        return claim
    addresses = _ADDRESSES.fullmatch(claim.trigger.text) is not None
    mentioned = sorted({*claim.who, *claim.whom}) if addresses else []
    object_ = next((one for one in mentioned if _is_object(text, one, claim)), None)
    if object_ is None:
        return _without_told(text, claim)
    who = tuple(one for one in claim.who if one.end <= claim.trigger.start)
    told = _OF_WHAT.match(text, object_.end, claim.sentence.end) is not None
    whom = tuple(one for one in claim.whom if one == object_ or not told or one.start < object_.start)
    return replace(claim, who=who or _speakers(text, claim), whom=tuple(sorted({*whom, object_})))


def _passive(text: str, claim: Claim) -> bool:
    return _PASSIVE.search(text, max(claim.sentence.start, claim.trigger.start - 40), claim.trigger.start) is not None


def _is_blamed(text: str, mention: Mention, claim: Claim) -> bool:
    """Say whether the words are those of whom it is said: "blamed the raid on", "a massacre blamed on"."""
    blames = claim.trigger.text.casefold().startswith("blam")
    return (
        blames
        and mention.start > claim.trigger.end
        and _ON_WHOM.fullmatch(text, claim.trigger.end, mention.start) is not None
    )


def _is_object(text: str, mention: Mention, claim: Claim) -> bool:
    """Say whether the words stand right behind the verb."""
    if mention.start <= claim.trigger.end:
        return False
    between = text[claim.trigger.end : mention.start]
    return _OBJECT.fullmatch(between) is not None and _NOT_OBJECT.search(between) is None


def _speakers(text: str, claim: Claim) -> tuple[Mention, ...]:
    """Return those credited in the sentence whose verb it is: the next word, or a further verb of theirs."""
    return tuple(
        one
        for one in claim.sources
        if claim.sentence.start <= one.start and one.end < claim.trigger.start and _is_subject(text, one, claim)
    )


def _is_subject(text: str, mention: Mention, claim: Claim) -> bool:
    between = text[mention.end : claim.trigger.start].lstrip()
    if len(between.split()) <= 1:
        return True
    goes_on = _GOES_ON.fullmatch(between)
    return goes_on is not None and _NEW_CLAUSE.search(goes_on["verb"]) is None


def _without_told(text: str, claim: Claim) -> Claim:
    """Return a claim of saying without those of whom something is said: "claimed that troops had left"."""
    that = _THAT.match(text, claim.trigger.end, claim.sentence.end)
    if that is None:
        return claim
    whom = tuple(one for one in claim.whom if one.start < that.end())
    return claim if whom == claim.whom else replace(claim, whom=whom)

"""Names as parts of longer ones: "Sudan's paramilitary Rapid Support Forces" names a party and no government."""

import re
from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from marsad.model import Claim, Mention
from marsad.resolve.actors.nouns import DEEDS, DESCRIBING, MEMBERS
from marsad.resolve.actors.states import ARM_NOUNS

_OWNS: Final = re.compile(r"['’]s? (?P<between>(?:[\w'’-]+ ){0,4})")
_WORD: Final = re.compile(r"[\w'’-]+")
_POSSESSIVE: Final = re.compile(r"['’]s?(?= )|['’]s\b")
_MOST_WORDS: Final = 4
_DEED: Final = re.compile(
    r" (?:[a-z-]+ ){0,2}?(?:intervention|involvement|role|support|decision|move|action|policy|refusal|failure|war|"
    r"invasion|incursion|occupation|annexation|blockade|aggression|behaviou?r|treatment|handling|use|threat|claim|plan|"
    r"withdrawal|deployment|presence)s?\b"
)
"""What a state has done, or not."""
_NOUNS: Final = MEMBERS | DEEDS | ARM_NOUNS.keys()
_OPEN_END: Final = re.compile(r"(?P<words>.*\w)\s+(?:of|from|in|with|by|and|for|to|at|on|the)", re.DOTALL)
"""A mention that stops at a preposition."""
_REST: Final = re.compile(r"\s+(?:(?:the|an?|its|their) )?(?:[\w'’-]+ ){0,3}")
_TO_NAME: Final = 40
"""Letters from such a mention to the name that it leaves out."""


def without_owners(text: str, claim: Claim) -> Claim:
    """Return the claim without a country that only owns a party named right behind it, on either side."""
    everyone = (*claim.who, *claim.whom)
    owners = {one for one in everyone for other in everyone if _owns(text, one, other, claim.trigger)}
    if not owners:
        return claim
    who, whom = (tuple(one for one in side if one not in owners) for side in (claim.who, claim.whom))
    return replace(claim, who=who, whom=whom)


def _owns(text: str, owner: Mention, owned: Mention, trigger: Mention) -> bool:
    if not owner.end < owned.start <= owner.end + _TO_NAME or owner.end <= trigger.start < owned.start:
        return False
    found = _OWNS.fullmatch(text, owner.end, owned.start)
    return found is not None and all(word.casefold() in DESCRIBING for word in found["between"].split())


def whole_name(text: str, start: int, ends: Mapping[int, int], *, deeds: bool = False) -> Mention | None:
    """Return the words for the one that a name begins: "Sudan's army", "Sudan's paramilitary Rapid Support Forces".

    ``ends`` are the ends of the names by their starts. None where there is no name, or it owns something else that is
    no party: "Sudan's opposition". With ``deeds`` the owner of what has been done is meant ("Kenya's intervention").
    """
    end = ends.get(start)
    if end is None:
        return None
    owned = _POSSESSIVE.match(text, end)
    at = end if owned is None else owned.end()
    for _ in range(_MOST_WORDS):
        at += text.startswith(" ", at)
        if at in ends and at > end:
            return Mention.of(text, start, ends[at])
        word = _WORD.match(text, at)
        low = word[0].casefold() if word is not None else ""
        if word is None or (low not in DESCRIBING and low not in _NOUNS):
            break
        at = word.end()
        if owned is not None and low in _NOUNS:
            end = at
    if owned is None or end > owned.end() or (deeds and _DEED.match(text, owned.end()) is not None):
        return Mention.of(text, start, end)
    return None


def with_whole_words(text: str, mention: Mention, ends: Mapping[int, int]) -> Mention:
    """Return a mention that stops at a preposition with the name behind it, or without the preposition."""
    cut = _OPEN_END.fullmatch(mention.text)
    if cut is None:
        return mention
    for start in range(mention.end, min(mention.end + _TO_NAME, len(text))):
        if start in ends:
            named = _REST.fullmatch(text, mention.end, start)
            return Mention.of(
                text, mention.start, ends[start] if named is not None else mention.start + cut.end("words")
            )
    return Mention.of(text, mention.start, mention.start + cut.end("words"))

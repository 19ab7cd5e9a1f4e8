"""Who a report holds to be the doer behind the word for the deed: "a strike blamed on", "the raid, claimed by".

Such words settle the side, whatever side an extractor put them on: to have it the wrong way round blames a victim.
"""

import re
from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from marsad.model import Claim, Mention
from marsad.resolve.actors.nouns import DESCRIBING

BLAMED: Final = (
    r"(?:(?:blamed|pinned) on|(?:attributed|ascribed) to|"
    r"(?:carried out|claimed|launched|staged|conducted|perpetrated|committed|mounted)(?: \w+ly)? by)"
)
"""What stands between a deed and the one who is held to have done it."""
_CREDITED: Final = re.compile(rf"\b{BLAMED} (?P<lead>(?:[\w.'’-]+ ){{0,5}})$")
_REACH: Final = 160
"""Letters before a mention in which these words are looked for."""
_OWN_DEED: Final = re.compile(
    r"(?![^,;:.]*\b(?:follow\w*|after|amid|despite|as|over|respon\w+|retaliat\w+|reveng\w+|reprisals?|because|since|"
    r"before|and|but|while|that|against attacks?|wave|spate)\b)[^,;:.]{0,70}"
)
"""What may stand between the deed and such words, and makes them tell of no other deed."""
_RIGHT_BEHIND: Final = re.compile(
    r",?(?: (?:that|which))?(?: (?:was|were|is|are|has|have|had|been|be|being|later|since|also|widely|then|\w+ly))*"
)
_BEFORE_DEED: Final = re.compile(r",?(?: (?:has|have|had|also|later|then|\w+ly|on \w+))* ?")
"""What stands between the one blamed and the verb of the same sentence: "a strike blamed on the army (hit)"."""
_LEADING: Final = DESCRIBING | frozenset({"the", "a", "an", "its", "their", "suspected", "alleged", "some", "unknown"})
_JOINED: Final = re.compile(r",? and (?:the |its |their |an? )?")
_SPEECH: Final = frozenset({"statement", "threat", "agreement"})


def with_credited(text: str, claim: Claim) -> Claim:
    """Return the claim with those who are held to have done it as who, and not as whom."""
    if claim.type in _SPEECH:
        return claim
    moved: list[Mention] = []
    for mention in sorted(claim.whom):
        if is_credited(text, claim, mention) or _goes_with(text, moved, mention):
            moved.append(mention)
    if not moved:
        return claim
    whom = tuple(mention for mention in claim.whom if mention not in moved)
    return replace(claim, who=tuple(sorted({*claim.who, *moved})), whom=whom)


def is_credited(text: str, claim: Claim, mention: Mention) -> bool:
    """Say whether the sentence holds those whom the mention names to have done what the claim tells."""
    start = max(mention.start - _REACH, claim.sentence.start)
    found = _CREDITED.search(text, start, mention.start)
    if found is None or not all(map(_may_lead, found["lead"].split())):
        return False
    if mention.end <= claim.trigger.start:
        return _BEFORE_DEED.fullmatch(text, mention.end, claim.trigger.start) is not None
    if found.start() < claim.trigger.end:
        return False
    if _RIGHT_BEHIND.fullmatch(text[claim.trigger.end : found.start()].rstrip()) is not None:
        return True
    return not claim.who and _OWN_DEED.fullmatch(text, claim.trigger.end, found.start()) is not None


def _may_lead(word: str) -> bool:
    """Say whether a word belongs to those whom the next words name: "the suspected", "Sudan's paramilitary"."""
    return word.casefold() in _LEADING or word.endswith(("'s", "’s", "s'", "s’"))


def _goes_with(text: str, moved: Iterable[Mention], mention: Mention) -> bool:
    """Say whether the words are joined to one who is credited: "blamed on the Front and its allies"."""
    return any(one.end < mention.start and _JOINED.fullmatch(text, one.end, mention.start) is not None for one in moved)

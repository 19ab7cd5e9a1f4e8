"""The time of what came of a happening, in whose telling it is named: "the toll of the raid rose to nine on Friday"."""

import re
from typing import Final

from marsad.model import Claim
from marsad.resolve.times.value import Expression

_NAMED: Final = re.compile(
    r"\w[^.;:,]{0,80} (?:of|in|from|by|over|after|against|following) "
    r"(?:(?:the|an?|this|that|these|those|last|[\w-]{1,20}['’]s?)(?: [\w’'-]{1,20}){0,3} )$"
)
"""What comes before a happening that is named within the telling of another: "survivors of the", "those hurt in a"."""
_FINITE: Final = re.compile(
    r"(?P<gap>[^,;:.]{0,80}?) (?P<verb>was|were|had|has|have|rose|risen|climbed|jumped|stood|died|fled|went|came|began|"
    r"gave|told|said|spoke|flew|took|reached|passed)\b"
)
_CLAUSE: Final = re.compile(r"\b(?:which|that|who|when|where|and|but|as|while)\b")
"""Words with which the verb behind is the happening's own, or another one's that is told beside it."""


def is_of_outcome(text: str, claim: Claim, expression: Expression) -> bool:
    """Whether a verb that is not the happening's own stands between the two.

    "People hurt in the blast were flown out on Friday": a noun behind a preposition is not what the verb tells of.
    """
    if expression.start < claim.trigger.end:
        return False
    found = _FINITE.match(text, claim.trigger.end, expression.start)
    if found is None or _CLAUSE.search(found["gap"]) is not None:
        return False
    return _NAMED.match(text, claim.sentence.start, claim.trigger.start) is not None

"""Words such as "a day after" tie two happenings together: which of the two a trigger is, and what its day is then."""

import re
from typing import Final

from marsad.model import Claim
from marsad.resolve.times.grammar import find_times
from marsad.resolve.times.value import Expression, Shift

_TIES: Final = frozenset({"after", "before"})
_COMPLEMENT: Final = re.compile(r" (?!(?:in|at|on|near|by|and|but|when|as|while)\b)[\w“\"'‘]")
"""What is tied follows: "two days after the raid", but "two days after in Goma"."""
_ANOTHER: Final = re.compile(r" (?:the|a|an|his|her|its|their|[A-Z]\w*)\b")
"""What begins the happening that a time is counted from."""
_CAME: Final = re.compile(
    r"(?:It|This|That|They|These|The|Its|His|Their|[A-Z][\w-]{1,20}['’]s)\b[^.;:,]{0,80}?"
    r" ?\b(?:came|comes|coming|followed|follows|happened|occurred|(?:took|taken|taking) place|was|were)"
    r"(?: (?:only|just|barely|less than|more than|little more than))? $"
)
"""A sentence that goes on with what has been told: "It came two weeks after …"."""


_X_CAME: Final = re.compile(
    r"(?: (?:in|on|at|near|outside|against) [^.;:,]{1,40})?"
    r" (?:came|comes|followed|follows|happened|occurred|(?:took|taken|taking) place|was|were)"
    r"(?: (?:only|just|barely|less than|more than|little more than))? "
)
_KNOWN: Final = re.compile(
    r"(?:\A|(?<=[.!?”\"\s]))(?:The|This|That|These|Those|Its|His|Their|the|this|that)(?: [\w’'-]+){0,3} \Z"
)
"""What comes before a happening that has been told, and what comes behind it: "The latest attack | came just "."""
_JOINT: Final = re.compile(r"[,;:.]|\b(?:and|but|which|who|that|as|while|when)\b")
_REACH: Final = 60
"""Characters between a happening and the distance that ends its telling."""


def ties(text: str, expression: Expression) -> bool:
    """Say whether the words count from a happening that is told behind them: "a day after the raid"."""
    counted = isinstance(expression.value, Shift) and expression.text.split()[-1].lower() in _TIES
    return counted and _COMPLEMENT.match(text, expression.end) is not None


def closes(text: str, start: int, expression: Expression) -> bool:
    """Say whether a distance ends the words that begin there: "the shooting of a colleague | two days before"."""
    value = expression.value
    if not isinstance(value, Shift) or value.base != "text" or not 0 <= expression.start - start <= _REACH:
        return False
    between = text[start : expression.start]
    return not ties(text, expression) and _JOINT.search(between) is None and not find_times(between)


def side_of(text: str, claim: Claim, expression: Expression, *, dated: bool) -> int | None:
    """Return how often the distance lies between the day told before and the trigger's, or None when nothing tells.

    ``dated`` says that the day told before is that of the main clause. "On 7 June, a day after the wall was breached,
    they advanced" puts the breach a day before the 7th (-1) and adds nothing for the advance (0), and "it came a day
    after the wall was breached" does so from the day of the sentences before it; "a day after the raid, troops left"
    tells of the raid of the day told before (0) and of the leaving a day later (1); in "the blast came a day after the
    talks began" the blast's day has to be told elsewhere (None).
    """
    if not ties(text, expression):
        return 1
    if claim.trigger.end <= expression.start and _is_known(text, claim, expression):
        return 0 if dated else None
    if claim.trigger.start >= expression.end and "," not in text[expression.end : claim.trigger.start]:
        goes_on = _CAME.fullmatch(text, claim.sentence.start, expression.start) is not None
        return -1 if dated or goes_on else 0
    if dated:
        return 0
    follows = claim.trigger.end <= expression.start and _ANOTHER.match(text, expression.end) is not None
    return None if follows else 1


def _is_known(text: str, claim: Claim, expression: Expression) -> bool:
    """Say whether the trigger only takes up what has been told: "the attack came four days after"."""
    came = _X_CAME.fullmatch(text, claim.trigger.end, expression.start) is not None
    return came and _KNOWN.search(text[claim.sentence.start : claim.trigger.start]) is not None


def seen_from(expression: Expression, side: int) -> Expression:
    """Return the expression with its distance taken so often."""
    value = expression.value
    if side == 1 or not isinstance(value, Shift):
        return expression
    shift = Shift(side * value.least, side * value.most, value.unit, value.base)
    return Expression(expression.start, expression.end, expression.text, expression.grain, shift)

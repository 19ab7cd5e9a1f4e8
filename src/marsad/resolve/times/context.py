"""Time expressions at their place in a document, and what they are counted from there."""

import re
from typing import Final

from marsad.model import Claim, Document, Mention, Published, Span
from marsad.resolve.times.anchoring import WIDEST_PUBLICATION, anchor
from marsad.resolve.times.discourse import Discourse
from marsad.resolve.times.grammar import find_times
from marsad.resolve.times.value import (
    Between,
    CalendarDate,
    Days,
    Expression,
    Period,
    Portion,
    Quarter,
    Reference,
    Shift,
    Value,
)

_MEMORY: Final = 6000
"""Characters before an expression in which the day of "the next day" is looked for."""
_LONGEST_WORD: Final = 100
"""Characters by which a stretch of text is widened at most, so that it cuts no word."""
FUTURE: Final = frozenset({"planned", "threatened", "possible"})
"""Modalities of what is still to come."""
SPOKEN: Final = frozenset({"statement", "threat"})
"""A threat lies behind when it is told, though what it threatens does not."""
_PERFECT: Final = re.compile(r"\b(?:may|might|could|would|must) (?:\w{2,10} )?have\b", re.IGNORECASE)
_PERFECT_REACH: Final = 40
"""Characters before a trigger in which "may have" belongs to it."""
_ANOTHER: Final = re.compile(r" (?:the|a|an|his|her|its|their|[A-Z]\w*)\b")
"""What begins the happening that a time is counted from."""
_STORY: Final = frozenset({"title", "body"})


def expressions(text: str, start: int, end: int) -> tuple[Expression, ...]:
    """Return the time expressions of a stretch of the text, at their places in the text, widened to whole words."""
    lowest, highest = max(0, start - _LONGEST_WORD), min(len(text), end + _LONGEST_WORD)
    while start > lowest and not text[start - 1].isspace():
        start -= 1
    while end < highest and not text[end].isspace():
        end += 1
    return tuple(moved(found, start) for found in find_times(text[start:end]))


def moved(found: Expression, by: int) -> Expression:
    """Return the expression at its place in the text of which it was found in a part."""
    return Expression(found.start + by, found.end + by, found.text, found.grain, found.value)


def meaning(document: Document, claim: Claim, expression: Expression) -> Days | None:
    """Return the days that the expression means for this claim, or None when nothing fixes them."""
    reference = _reference(document, claim)
    if not counts_from_text(expression.value) and not _is_whole_years(expression.value):
        return anchor(expression, reference)
    before = [
        found
        for found in expressions(document.text, max(0, expression.start - _MEMORY), expression.start)
        if found.end <= expression.start and _in_story(document, found)
    ]
    discourse = Discourse(document.text, reference.first, reference.last)
    for found in before:
        discourse = discourse.after(found)
    reference = discourse.reference(expression, future=reference.future)
    dated_here = any(found.start >= claim.sentence.start for found in before)
    if not dated_here and _follows_another(document.text, claim, expression):
        return None
    return anchor(_for_trigger(document.text, claim, expression, dated_here=dated_here), reference)


def counts_from_text(value: Value) -> bool:
    """Whether the value is counted from a time told before it ("the next day")."""
    match value:
        case Shift(base="text") | Period(base="text") | Quarter(number=None):
            return True
        case Portion(of=inner):
            return counts_from_text(inner)
        case Between(first=inner):
            return counts_from_text(inner)
        case _:
            return False


def _is_whole_years(value: Value) -> bool:
    """Whether it is "a year ago", which behind a quarter means the quarter of the year before."""
    return isinstance(value, Shift) and value.unit == "year" and value.least == value.most


def is_dated(value: Value) -> bool:
    """Whether the words fix the year themselves."""
    return isinstance(value, CalendarDate) and value.year is not None


def tells_future(text: str, claim: Claim) -> bool:
    """Whether the claim is of something still to come; "may have been hit" is not."""
    if claim.modality not in FUTURE or claim.type in SPOKEN:
        return False
    around = text[max(claim.sentence.start, claim.trigger.start - _PERFECT_REACH) : claim.trigger.start]
    return _PERFECT.search(around) is None


def _reference(document: Document, claim: Claim) -> Reference:
    published, future = document.published, tells_future(document.text, claim)
    if published is None:
        return Reference(future=future)
    return Reference(published.start, published.end, future)


def _for_trigger(text: str, claim: Claim, expression: Expression, *, dated_here: bool) -> Expression:
    """Read "a day after" from the side on which the trigger stands.

    "On 7 June, a day after the wall was breached, they advanced": the breach lies a day before the 7th, and for
    the advance the words add nothing to the date; "a day after the raid, troops left": the raid is the day told
    before, the leaving a day later.
    """
    value = expression.value
    if not isinstance(value, Shift) or expression.text.split()[-1].lower() not in {"after", "before"}:
        return expression
    behind = claim.trigger.start >= expression.end and "," not in text[expression.end : claim.trigger.start]
    if not behind and not dated_here:
        return expression
    sign = -1 if behind and dated_here else 0
    shift = Shift(sign * value.least, sign * value.most, value.unit, value.base)
    return Expression(expression.start, expression.end, expression.text, expression.grain, shift)


def _follows_another(text: str, claim: Claim, expression: Expression) -> bool:
    """Say whether the time is counted from a happening behind it, whose day nothing tells.

    "The blast came a day after the talks began": the day told last is rather the blast's own.
    """
    words = expression.text.lower().split()
    return (
        isinstance(expression.value, Shift)
        and words[-1] in {"after", "before"}
        and claim.trigger.end <= expression.start
        and _ANOTHER.match(text, expression.end) is not None
    )


def _in_story(document: Document, expression: Expression) -> bool:
    kinds = [block.kind for block in document.blocks if block.start <= expression.start < block.end]
    return not kinds or kinds[0] in _STORY


def block_of(document: Document, mention: Mention) -> Span:
    """Return the block that holds the mention, or the whole text."""
    for block in document.blocks:
        if block.start <= mention.start < block.end:
            return Span(block.start, block.end)
    return Span(0, len(document.text))


def is_certain(published: Published) -> bool:
    """Whether the day of publication is known well enough to tell a day by it."""
    return published.end - published.start <= WIDEST_PUBLICATION


def when_published(published: Published) -> str:
    """Return the day or days of publication in words."""
    if published.start == published.end:
        return f"on {published.start}"
    return f"between {published.start} and {published.end}"

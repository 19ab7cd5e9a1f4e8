"""The time of a claim's happening: which of the text's time expressions is its own, and what it means."""

from datetime import date, timedelta

from marsad.model import Claim, Document, Mention, Published, Span, Time
from marsad.resolve.times.anchoring import anchor
from marsad.resolve.times.grammar import find_times
from marsad.resolve.times.value import (
    Between,
    CalendarDate,
    Days,
    Duration,
    Expression,
    Habit,
    Period,
    Portion,
    Reference,
    Shift,
    Unit,
    Value,
)

BACKGROUND_AFTER = timedelta(days=14)
"""What ended longer than this before publication is told as history."""
_REACH = 200
"""Characters around a mention that may belong to its expression."""
_MEMORY = 6000
"""Characters before a mention in which the day of "the next day" is looked for."""
_EARLIER_AT_MOST: dict[Unit, timedelta] = {
    "month": timedelta(days=31),
    "quarter": timedelta(days=92),
    "year": timedelta(days=366),
}
"""A longer time is nothing that "that month" could mean; shorter units count from a few days at most."""
_FEW_DAYS = timedelta(days=3)
_FUTURE = frozenset({"planned", "threatened", "possible"})
_SPOKEN = frozenset({"statement", "threat"})
"""A threat lies behind when it is told, though what it threatens does not."""
_STORY = frozenset({"title", "body"})


def resolve_time(document: Document, claim: Claim) -> Time | None:
    """Return the days of the claim's happening, or None when the words fix none.

    The claim's own words come first; without any, the one time that stands in its sentence.
    """
    found = _own(document, claim) if claim.when else _told_in(document, claim.sentence)
    readings = [(days, expression) for expression in found if (days := _read(document, claim, expression)) is not None]
    if not readings or (not claim.when and len(readings) > 1):
        return None
    days, expression = min(readings, key=lambda reading: _rank(reading, readings, claim.trigger))
    mention = Mention.of(document.text, expression.start, expression.end)
    return Time(days.start, days.end, days.precision, mention, _basis(expression, days, document.published))


def is_background(document: Document, time: Time | None) -> bool:
    """Say whether the time ended more than two weeks before publication; no when either is not known."""
    if time is None or document.published is None:
        return False
    return document.published.start - time.end > BACKGROUND_AFTER


def _own(document: Document, claim: Claim) -> list[Expression]:
    """Return what the claim's mentions touch, read with the words around them, for they may quote too few."""
    found = {}
    for mention in claim.when:
        for expression in _around(document, mention) or _alone(mention):
            found[expression.start] = expression
    return [found[start] for start in sorted(found)]


def _around(document: Document, mention: Mention) -> list[Expression]:
    block = _block(document, mention)
    start = max(block.start, mention.start - _REACH)
    end = min(block.end, mention.end + _REACH)
    return [found for found in _find(document.text, start, end) if mention.span.overlaps(_span(found))]


def _alone(mention: Mention) -> list[Expression]:
    return [
        Expression(mention.start + found.start, mention.start + found.end, found.text, found.grain, found.value)
        for found in find_times(mention.text)
    ]


def _told_in(document: Document, span: Span) -> list[Expression]:
    """Return times of the sentence that tell a day and not a length, a rhythm or a date of something else."""
    end = min(span.end, span.start + 10 * _REACH)
    return [found for found in _find(document.text, span.start, end) if not isinstance(found.value, Duration | Habit)]


def _find(text: str, start: int, end: int) -> list[Expression]:
    """Expressions of a stretch of the text, at their places in the text; no word is cut at either end."""
    while start > 0 and not text[start - 1].isspace() and end - start < 4 * _MEMORY:
        start -= 1
    while end < len(text) and not text[end].isspace() and end - start < 4 * _MEMORY:
        end += 1
    return [
        Expression(start + found.start, start + found.end, found.text, found.grain, found.value)
        for found in find_times(text[start:end])
    ]


def _block(document: Document, mention: Mention) -> Span:
    for block in document.blocks:
        if block.start <= mention.start < block.end:
            return Span(block.start, block.end)
    return Span(0, len(document.text))


def _span(expression: Expression) -> Span:
    return Span(expression.start, expression.end)


def _read(document: Document, claim: Claim, expression: Expression) -> Days | None:
    reference = _reference(document.published, future=claim.modality in _FUTURE and claim.type not in _SPOKEN)
    if not _counts_from_text(expression.value):
        return anchor(expression, reference)
    before = _find(document.text, max(0, expression.start - _MEMORY), expression.start)
    before = [found for found in before if found.end <= expression.start and _in_story(document, found)]
    earlier = _last_told(before, reference, _EARLIER_AT_MOST.get(expression.grain, _FEW_DAYS))
    return anchor(expression, Reference(reference.first, reference.last, reference.future, earlier))


def _reference(published: Published | None, *, future: bool) -> Reference:
    if published is None:
        return Reference(future=future)
    return Reference(published.start, published.end, future)


def _counts_from_text(value: Value) -> bool:
    match value:
        case Shift(base="text") | Period(base="text"):
            return True
        case Portion(of=inner):
            return _counts_from_text(inner)
        case Between(first=inner):
            return _counts_from_text(inner)
        case _:
            return False


def _last_told(found: list[Expression], reference: Reference, longest: timedelta) -> Days | None:
    """Return the last of these times that is no longer than given, each read from the one before it."""
    earlier: Days | None = None
    for expression in found:
        days = anchor(expression, Reference(reference.first, reference.last, future=False, earlier=earlier))
        if days is not None and days.end - days.start < longest:
            earlier = days
    return earlier


def _in_story(document: Document, expression: Expression) -> bool:
    kinds = [block.kind for block in document.blocks if block.start <= expression.start < block.end]
    return not kinds or kinds[0] in _STORY


def _rank(
    reading: tuple[Days, Expression], readings: list[tuple[Days, Expression]], trigger: Mention
) -> tuple[int, int, int]:
    """Shortest first among those that lie within one another; else the nearest to the trigger."""
    days, expression = reading
    within_all = all(other.start <= days.start and days.end <= other.end for other, _ in readings)
    distance = max(trigger.start - expression.end, expression.start - trigger.end, 0)
    return (0 if within_all else 1, distance, expression.start)


def _basis(expression: Expression, days: Days, published: Published | None) -> str:
    quoted = f"'{' '.join(expression.text.split())}'"
    if isinstance(expression.value, CalendarDate) and expression.value.year is not None:
        return f"{quoted} as written"
    if _counts_from_text(expression.value):
        return f"{quoted}, counted from the last time told before it"
    if published is None:
        return f"{quoted} as written"
    side = "after" if days.start > published.end else "before" if days.start < published.start else "at"
    return f"{quoted} {side} publication {_day_or_span(published.start, published.end)}"


def _day_or_span(start: date, end: date) -> str:
    return f"on {start}" if start == end else f"between {start} and {end}"

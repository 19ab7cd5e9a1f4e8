"""What the times told so far in a text leave behind for the next: "the next day", "a year earlier", "that quarter"."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from marsad.resolve.times.anchoring import anchor
from marsad.resolve.times.tense import tells_of_the_future
from marsad.resolve.times.value import Days, Duration, Expression, Quarter, Reference, Shift, Unit, Value, Within

_LONGEST_EARLIER: Final[dict[Unit, timedelta]] = {
    "day": timedelta(days=3),
    "month": timedelta(days=31),
    "quarter": timedelta(days=92),
    "year": timedelta(days=366),
}
"""A longer time is nothing that "that month" could mean; units below a month count from a few days at most."""


class Discourse(Struct, frozen=True):
    """What has been told up to a place in a text that came out between the first and the last day."""

    text: str
    first: date | None
    last: date | None
    told: Mapping[Unit, Days] = {}
    """The last time told that is no longer than this unit; "day" for the longest that "the next day" follows."""
    quarter: Days | None = None

    def reference(self, expression: Expression, *, future: bool | None = None) -> Reference:
        """Return what this expression is read against; its own surroundings give the direction that is not given."""
        if future is None:
            future = tells_of_the_future(self.text, expression.start, expression.end)
        grain = expression.grain if expression.grain in _LONGEST_EARLIER else "day"
        return Reference(self.first, self.last, future, self.told.get(grain), self.quarter)

    def after(self, expression: Expression) -> "Discourse":
        """Return what has been told once this expression, the next of the text, has been."""
        if _turns_from_quarters(expression):
            return Discourse(self.text, self.first, self.last, self.told)
        days = anchor(expression, self.reference(expression))
        if days is None or _compares(expression.value):
            return self
        length = days.end - days.start
        fitting: dict[Unit, Days] = {unit: days for unit, longest in _LONGEST_EARLIER.items() if length < longest}
        quarter = days if _names_quarter(expression.value) else self.quarter
        return Discourse(self.text, self.first, self.last, {**self.told, **fitting}, quarter)


def _names_quarter(value: Value) -> bool:
    """Whether it is a quarter by its number, and not one told by comparison with another."""
    if isinstance(value, Within):
        return isinstance(value.inner, Quarter)
    return isinstance(value, Quarter) and value.number is not None and value.years == 0


def _compares(value: Value) -> bool:
    """Whether it is a year held beside the one told of: "a year earlier" leaves the talk where it was."""
    return isinstance(value, Shift) and value.unit == "year" and value.most < 0


def _turns_from_quarters(expression: Expression) -> bool:
    """Whether a longer time is told of from here on: "in the first nine months, they lost"."""
    return isinstance(expression.value, Duration) and expression.grain in {"month", "year"}

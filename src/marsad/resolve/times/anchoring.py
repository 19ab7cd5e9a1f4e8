"""From what a time expression says to days, given the day of publication and the times told before."""

from datetime import date, timedelta

from marsad.resolve.times.arithmetic import (
    ONE_DAY,
    containing,
    moved,
    portion,
    spanning,
    whole_years,
)
from marsad.resolve.times.recurring import (
    Frame,
    in_year,
    month_turned,
    quarter_of,
    recurring,
    so_far,
    weekday_of_feast,
    weekday_on,
    weekend_on,
)
from marsad.resolve.times.value import (
    Between,
    CalendarDate,
    Days,
    Duration,
    Expression,
    Feast,
    NthWeekday,
    Overnight,
    Part,
    Period,
    Portion,
    Quarter,
    Reference,
    Season,
    Shift,
    Since,
    Slice,
    Stretch,
    Until,
    Value,
    Weekday,
    Within,
    Years,
)

WIDEST_PUBLICATION = timedelta(days=3)
"""With publication known no better than this, words that count from it fix no day any more."""


def anchor(expression: Expression, reference: Reference) -> Days | None:
    """Return the days that the expression means, or None when the reference does not fix them.

    With publication known as an interval, both of its ends have to give the same days, unless it is so short that
    the days between the two readings are still worth telling.
    """
    first, last = (
        _anchored(expression.value, Frame(day, reference.future, reference.earlier, reference.quarter))
        for day in (reference.first, reference.last)
    )
    if first is None or last is None:
        return _year_by_weekday(expression.value, reference)
    if first == last:
        return first
    if reference.first is not None and reference.last is not None:
        dated = _year_by_weekday(expression.value, reference)
        if dated is not None or reference.last - reference.first > WIDEST_PUBLICATION:
            return dated
    return spanning(min(first.start, last.start), max(first.end, last.end))


def _year_by_weekday(value: Value, reference: Reference) -> Days | None:
    """Read "Tuesday, July 4" names its year when publication is known to within a few years."""
    if not isinstance(value, CalendarDate) or value.weekday is None or reference.last is None:
        return None
    return recurring(value, Frame(reference.last, reference.future, None))


def _anchored(value: Value, frame: Frame) -> Days | None:
    """Days outside of the calendar ("5,000 years ago") are no days."""
    try:
        return _days(value, frame)
    except (OverflowError, ValueError):
        return None


def _days(value: Value, frame: Frame) -> Days | None:
    match value:
        case CalendarDate() | Feast() | Quarter() | Season():
            return recurring(value, frame)
        case Years():
            return whole_years(value.first, value.last)
        case Period():
            return _period(value, frame)
        case Shift():
            return _shift(value, frame)
        case Between() | NthWeekday() | Portion() | Slice() | Until() | Within():
            return _composed(value, frame)
        case _:
            return _counted_from(value, frame.day, future=frame.future) if frame.day is not None else None


def _composed(value: Between | NthWeekday | Portion | Slice | Until | Within, frame: Frame) -> Days | None:
    """Values that hold others."""
    match value:
        case NthWeekday(of=Feast() as feast):
            return weekday_of_feast(value.nth, value.weekday, feast, frame)
        case NthWeekday():
            return _nth_weekday(value, _whole(value.of, frame))
        case Between():
            return _between(value, frame)
        case Portion():
            return _portion(value.part, _whole(value.of, frame), frame)
        case Slice():
            return _slice(value, _days(value.of, frame))
        case Until():
            return _until(_days(value.end, frame), frame)
        case Within():
            return _within(value, frame)


def _counted_from(value: Value, day: date, *, future: bool) -> Days | None:
    """Values that mean nothing without a day of publication."""
    match value:
        case Weekday():
            return weekday_on(value, day, future=future)
        case Stretch():
            other = moved(day, value.count, value.unit)
            return spanning(min(day, other), max(day, other))
        case Overnight():
            return Days(day - ONE_DAY, day, "days")
        case Duration(running=True) if not future:
            return spanning(moved(day, -value.count, value.unit), day)
        case Since():
            start = _days(value.start, Frame(day, future=False, earlier=None))
            return spanning(min(start.start, day), day) if start is not None else None
        case _:
            return None


def _between(value: Between, frame: Frame) -> Days | None:
    """One end is read from the other, so that "Thursday to Friday" are neighbours."""
    if frame.future:
        first = _days(value.first, frame)
        last = _days(value.last, Frame(first.start, future=True, earlier=None)) if first is not None else None
    else:
        last = _days(value.last, frame)
        first = _days(value.first, Frame(last.end, future=False, earlier=None)) if last is not None else None
    if first is None or last is None or first.start > last.end:
        return None
    return spanning(first.start, last.end)


def _whole(value: Value, frame: Frame) -> Days | None:
    """Return the unit at hand uncut, for its end is still to come: "the end of the month"."""
    if isinstance(value, Period) and value.count == 0 and value.base == "publication" and frame.day is not None:
        return containing(frame.day, value.unit)
    days = _days(value, frame)
    named = isinstance(value, CalendarDate) and value.day is None and value.month is not None
    return containing(days.start, "month") if named and days is not None else days


def _portion(part: Part, days: Days | None, frame: Frame) -> Days | None:
    if days is None:
        return None
    if part == "so_far":
        return days if frame.day is None or frame.day < days.start else spanning(days.start, min(days.end, frame.day))
    if part == "still_to_come":
        return days if frame.day is None or frame.day > days.end else spanning(max(days.start, frame.day), days.end)
    told = portion(days, part)
    return told if frame.day is None or frame.future else so_far(told, frame.day)


def _slice(value: Slice, days: Days | None) -> Days | None:
    if days is None:
        return None
    step, length = timedelta(days=value.skipped), timedelta(days=value.days - 1)
    if value.backward:
        return spanning(max(days.start, days.end - step - length), days.end - step)
    return spanning(days.start + step, days.start + step + length)


def _nth_weekday(value: NthWeekday, month: Days | None) -> Days | None:
    """Return the day; a month that is cut off at publication is counted whole, for its last Friday lies at its end."""
    if month is None:
        return None
    whole = containing(month.start, "month")
    if value.nth < 0:
        day = whole.end - timedelta(days=(whole.end.weekday() - value.weekday) % 7)
    else:
        day = whole.start + timedelta(days=(value.weekday - whole.start.weekday()) % 7 + 7 * (value.nth - 1))
    return Days(day, day, "day") if day <= whole.end else None


def _until(end: Days | None, frame: Frame) -> Days | None:
    if end is None or not frame.future or frame.day is None or frame.day > end.end:
        return end
    return spanning(frame.day, end.end)


def _within(value: Within, frame: Frame) -> Days | None:
    if isinstance(value.outer, Stretch):
        return month_turned(value.inner, value.outer.count, frame)
    outer = _days(value.outer, Frame(frame.day, frame.future, frame.earlier))
    if outer is None:
        return None
    if isinstance(value.inner, Quarter):
        return quarter_of(outer.start.year, value.inner.number or 1)
    if isinstance(value.inner, Weekday):
        monday = containing(outer.start, "week").start
        day = monday + timedelta(days=value.inner.weekday)
        return Days(day, day, "day")
    return in_year(value.inner, outer.start.year)


def _period(value: Period, frame: Frame) -> Days | None:
    if value.base == "text":
        if frame.earlier is None:
            return None
        if value.count == 0 and value.unit == "day":
            return frame.earlier
        return containing(moved(frame.earlier.start, value.count, value.unit), value.unit)
    if frame.day is None:
        return None
    if value.unit == "weekend":
        return weekend_on(value.count, frame.day, future=frame.future)
    days = containing(moved(frame.day, value.count, value.unit), value.unit)
    if not days.start <= frame.day <= days.end:
        return days
    if frame.future:
        return Days(frame.day, days.end, days.precision)
    return Days(days.start, frame.day, days.precision)


def _shift(value: Shift, frame: Frame) -> Days | None:
    """In the grain of the words: "two weeks ago" is that day and three around it, "three months ago" a whole month."""
    if value.unit == "year" and value.least == value.most and frame.quarter is not None:
        return containing(moved(frame.quarter.start, value.least, "year"), "quarter")
    base = frame.earlier if value.base == "text" else Days(frame.day, frame.day, "day") if frame.day else None
    if base is None:
        return None
    near, far = value.least, value.most
    low, high = sorted((near, far))
    if value.unit == "hour":
        return spanning(moved(base.start, min(low, 0), "hour"), moved(base.end, max(high, 0), "hour"))
    start, end = moved(base.start, low, value.unit), moved(base.end, high, value.unit)
    if value.unit == "week":
        return spanning(start - 3 * ONE_DAY, end + 3 * ONE_DAY)
    if value.unit == "decade":
        return whole_years(start.year - 2, end.year + 2)
    return spanning(containing(start, value.unit).start, containing(end, value.unit).end)

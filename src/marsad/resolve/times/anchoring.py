"""From what a time expression says to days, given the day of publication and the times told before."""

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

from marsad.resolve.times.arithmetic import (
    ONE_DAY,
    containing,
    moved,
    portion,
    season,
    spanning,
    whole_month,
    whole_years,
)
from marsad.resolve.times.value import (
    Between,
    CalendarDate,
    Days,
    Duration,
    Expression,
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
GRACE = timedelta(days=2)
"""A date without a year that lies this little after publication is still of that year: papers are dated ahead."""
LONG_AGO, SOON = timedelta(days=270), timedelta(days=60)
"""A date without a year that lies this long ago, or again this soon, is rather ahead: "until March 6".

A plan for a date that lies half of ``SOON`` back was for the day that is over, not for the year after."""
JUST_OVER = timedelta(days=92)
"""A quarter that ended this shortly before publication is the one meant, for it is reported only then."""
LEAP_YEARS_APART = 8
"""29 February comes again after eight years at the latest."""
WEEKDAY_CYCLE = 11
"""A date falls on the same weekday again after eleven years at the latest, 29 February aside."""


class _Frame(Struct, frozen=True):
    """The reference with publication on one certain day, or none."""

    day: date | None
    future: bool
    earlier: Days | None
    quarter: Days | None = None


def anchor(expression: Expression, reference: Reference) -> Days | None:
    """Return the days that the expression means, or None when the reference does not fix them.

    With publication known as an interval, both of its ends have to give the same days, unless it is so short that
    the days between the two readings are still worth telling.
    """
    first, last = (
        _anchored(expression.value, _Frame(day, reference.future, reference.earlier, reference.quarter))
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
    return _dated(value, _Frame(reference.last, reference.future, None))


def _anchored(value: Value, frame: _Frame) -> Days | None:
    """Days outside of the calendar ("5,000 years ago") are no days."""
    try:
        return _days(value, frame)
    except (OverflowError, ValueError):
        return None


def _days(value: Value, frame: _Frame) -> Days | None:
    match value:
        case CalendarDate():
            return _dated(value, frame)
        case Years():
            return whole_years(value.first, value.last)
        case Season():
            return _season(value, frame)
        case Period():
            return _period(value, frame)
        case Quarter():
            return _quarter(value, frame)
        case Shift():
            return _shift(value, frame)
        case Between() | Portion() | Slice() | Until() | Within():
            return _composed(value, frame)
        case _:
            return _counted_from(value, frame.day, future=frame.future) if frame.day is not None else None


def _composed(value: Between | Portion | Slice | Until | Within, frame: _Frame) -> Days | None:
    """Values that hold others."""
    match value:
        case Between():
            return _between(value, frame)
        case Portion():
            return _portion(value.part, _days(value.of, frame), frame)
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
            return _weekday(value, day, future=future)
        case Stretch():
            other = moved(day, value.count, value.unit)
            return spanning(min(day, other), max(day, other))
        case Overnight():
            return Days(day - ONE_DAY, day, "days")
        case Duration(running=True) if not future:
            return spanning(moved(day, -value.count, value.unit), day)
        case Since():
            start = _days(value.start, _Frame(day, future=False, earlier=None))
            return spanning(min(start.start, day), day) if start is not None else None
        case _:
            return None


def _dated(value: CalendarDate, frame: _Frame) -> Days | None:
    if value.year is not None:
        return _in_year(value, value.year)
    if frame.day is None or value.month is None:
        return None
    return _nearest(_occurrences(value, frame.day), frame.day, future=frame.future, grace=value.day is not None)


def _in_year(value: CalendarDate, year: int) -> Days | None:
    """Return the date in that year, or None when that year has no such date."""
    if value.month is None:
        return whole_years(year, year)
    if value.day is None:
        return whole_month(year, value.month)
    try:
        day = date(year, value.month, value.day)
    except ValueError:
        return None
    return Days(day, day, "day")


def _occurrences(value: CalendarDate, around: date) -> list[Days]:
    """Return the date in the years around, in those where its weekday fits; if it fits in none, in all."""
    reach = LEAP_YEARS_APART if value.weekday is None else WEEKDAY_CYCLE
    years = range(max(around.year - reach, 1), min(around.year + reach, 9998) + 1)
    found = [days for year in years if (days := _in_year(value, year)) is not None]
    return [days for days in found if value.weekday in {None, days.start.weekday()}] or found


def _nearest(found: Iterable[Days], day: date, *, future: bool, grace: bool) -> Days | None:
    """Return the last that has begun by the day, cut off there, or the first that has not ended by then."""
    if future:
        just_over = max((days for days in found if grace and day - SOON / 2 <= days.end < day), default=None)
        return just_over or min((days for days in found if days.end >= day), default=None)
    latest = day + GRACE if grace else day
    found = list(found)
    days = max((days for days in found if days.start <= latest), default=None)
    if grace and days is not None and day - days.start > LONG_AGO:
        days = min((it for it in found if latest < it.start <= day + SOON), default=days)
    return _so_far(days, day) if days is not None else None


def _so_far(days: Days, day: date) -> Days:
    """Return what is over by that day of what has begun."""
    return Days(days.start, day, days.precision) if days.start <= day < days.end else days


def _quarter(value: Quarter, frame: _Frame) -> Days | None:
    """Without a number the one told last; without a year the last that has begun, or the first that has not ended."""
    if value.number is None:
        told = frame.quarter
        if frame.day is not None and value.latest and (told is None or told.end >= frame.day):
            told = containing(moved(frame.day, -1, "quarter"), "quarter")
        years = value.years if value.year is None or told is None else value.year - told.start.year
        return containing(moved(told.start, years, "year"), "quarter") if told is not None else None
    if value.year is not None:
        return _quarter_of(value.year, value.number)
    if frame.day is None:
        return None
    year = frame.day.year
    around = [_quarter_of(year + step + value.years, value.number) for step in (-1, 0, 1)]
    if value.years:
        return around[1]
    just_over = any(days.end < frame.day <= days.end + JUST_OVER for days in around)
    return _nearest(around, frame.day, future=frame.future and not just_over, grace=False)


def _quarter_of(year: int, number: int) -> Days:
    return containing(date(year, 3 * number - 2, 1), "quarter")


def _season(value: Season, frame: _Frame) -> Days | None:
    if value.year is not None:
        return season(value.name, value.year)
    if frame.day is None:
        return None
    around = [season(value.name, frame.day.year + step) for step in range(-2, 3)]
    if value.turn == "last":
        return max(days for days in around if days.end < frame.day)
    if value.turn == "next":
        return min(days for days in around if days.start > frame.day)
    if value.turn == "this" and value.name != "winter":
        days = season(value.name, frame.day.year)
        return days if frame.future else _so_far(days, frame.day)
    return _nearest(around, frame.day, future=frame.future, grace=False)


def _between(value: Between, frame: _Frame) -> Days | None:
    """One end is read from the other, so that "Thursday to Friday" are neighbours."""
    if frame.future:
        first = _days(value.first, frame)
        last = _days(value.last, _Frame(first.start, future=True, earlier=None)) if first is not None else None
    else:
        last = _days(value.last, frame)
        first = _days(value.first, _Frame(last.end, future=False, earlier=None)) if last is not None else None
    if first is None or last is None or first.start > last.end:
        return None
    return spanning(first.start, last.end)


def _portion(part: Part, days: Days | None, frame: _Frame) -> Days | None:
    if days is None:
        return None
    if part == "so_far":
        return days if frame.day is None or frame.day < days.start else spanning(days.start, min(days.end, frame.day))
    if part == "still_to_come":
        return days if frame.day is None or frame.day > days.end else spanning(max(days.start, frame.day), days.end)
    return portion(days, part)


def _slice(value: Slice, days: Days | None) -> Days | None:
    if days is None:
        return None
    step, length = timedelta(days=value.skipped), timedelta(days=value.days - 1)
    if value.backward:
        return spanning(max(days.start, days.end - step - length), days.end - step)
    return spanning(days.start + step, days.start + step + length)


def _until(end: Days | None, frame: _Frame) -> Days | None:
    if end is None or not frame.future or frame.day is None or frame.day > end.end:
        return end
    return spanning(frame.day, end.end)


def _within(value: Within, frame: _Frame) -> Days | None:
    if isinstance(value.outer, Stretch):
        return _turned_month(value.inner, value.outer.count, frame)
    outer = _days(value.outer, _Frame(frame.day, frame.future, frame.earlier))
    if outer is None:
        return None
    if isinstance(value.inner, Quarter):
        return _quarter_of(outer.start.year, value.inner.number or 1)
    if isinstance(value.inner, Weekday):
        monday = containing(outer.start, "week").start
        day = monday + timedelta(days=value.inner.weekday)
        return Days(day, day, "day")
    return _in_year(value.inner, outer.start.year)


def _turned_month(inner: CalendarDate | Weekday | Quarter, turn: int, frame: _Frame) -> Days | None:
    """Read "last November" is over, "next November" has not begun, "this November" is in this year."""
    if frame.day is None or not isinstance(inner, CalendarDate):
        return None
    day, found = frame.day, _occurrences(inner, frame.day)
    if turn < 0:
        return max(days for days in found if days.end < day)
    if turn > 0:
        return min(days for days in found if days.start > day)
    days = next((days for days in found if days.start.year == day.year), None)
    return days if days is None or frame.future else _so_far(days, day)


def _weekday(value: Weekday, day: date, *, future: bool) -> Days:
    """Return the day itself counts, except for "last" and "next"."""
    forward = value.turn == "next" or (future and value.turn != "last")
    strictly = value.turn in {"last", "next"}
    distance = (value.weekday - day.weekday()) % 7 if forward else -((day.weekday() - value.weekday) % 7)
    if strictly and distance == 0:
        distance = 7 if forward else -7
    found = day + timedelta(days=distance)
    return Days(found, found, "day")


def _period(value: Period, frame: _Frame) -> Days | None:
    if value.base == "text":
        if frame.earlier is None:
            return None
        if value.count == 0 and value.unit == "day":
            return frame.earlier
        return containing(moved(frame.earlier.start, value.count, value.unit), value.unit)
    if frame.day is None:
        return None
    if value.unit == "weekend":
        return _weekend(value.count, frame.day, future=frame.future)
    days = containing(moved(frame.day, value.count, value.unit), value.unit)
    if not days.start <= frame.day <= days.end:
        return days
    if frame.future:
        return Days(frame.day, days.end, days.precision)
    return Days(days.start, frame.day, days.precision)


def _weekend(turn: int, day: date, *, future: bool) -> Days:
    """Return the weekend that is on or comes next when told of the future, else the one that is on or was last.

    Told on a Saturday or Sunday, "last weekend" is the one before and "next weekend" the one after.
    """
    nearest = containing(day, "weekend")
    if nearest.start <= day:
        start = nearest.start + turn * timedelta(days=7)
    elif turn > 0 or (turn == 0 and future):
        start = nearest.start
    else:
        start = nearest.start - timedelta(days=7)
    return Days(start, start + ONE_DAY, "days")


def _shift(value: Shift, frame: _Frame) -> Days | None:
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

"""Dates, weekdays, seasons and feasts that come round again: which of them is meant, seen from publication."""

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

from marsad.resolve.times.arithmetic import ONE_DAY, containing, moved, season, whole_month, whole_years
from marsad.resolve.times.feasts import eve_of, feast_days
from marsad.resolve.times.value import CalendarDate, Days, Feast, Quarter, Season, Turn, Weekday

GRACE = timedelta(days=2)
"""A date without a year that lies this little after publication is still of that year: papers are dated ahead."""
LONG_AGO, SOON = timedelta(days=270), timedelta(days=60)
"""A date without a year that lies this long ago, or again this soon, is rather ahead: "until March 6".

A plan for a date that lies half of ``SOON`` back was for the day that is over, not for the year after."""
JUST_OVER = timedelta(days=92)
"""A quarter that ended this shortly before publication is the one meant, for it is reported only then."""
HOLY_MONTH = timedelta(days=29)
"""Days from the eve of a holy month of 29 or 30 days to its last day for certain."""
LEAP_YEARS_APART = 8
"""29 February comes again after eight years at the latest."""
WEEKDAY_CYCLE = 11
"""A date falls on the same weekday again after eleven years at the latest, 29 February aside."""


class Frame(Struct, frozen=True):
    """The reference with publication on one certain day, or none."""

    day: date | None
    future: bool
    earlier: Days | None
    quarter: Days | None = None


def recurring(value: CalendarDate | Feast | Quarter | Season, frame: Frame) -> Days | None:
    """Return the days of what has a name in the calendar, and with it perhaps its year."""
    match value:
        case CalendarDate():
            return _dated(value, frame)
        case Feast():
            return _feast(value, frame)
        case Quarter():
            return _quarter(value, frame)
        case Season():
            return _season(value, frame)


def _dated(value: CalendarDate, frame: Frame) -> Days | None:
    if value.year is not None:
        return in_year(value, value.year)
    if frame.day is None or value.month is None:
        return None
    return _nearest(_occurrences(value, frame.day), frame.day, future=frame.future, grace=value.day is not None)


def in_year(value: CalendarDate, year: int) -> Days | None:
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
    found = [days for year in years if (days := in_year(value, year)) is not None]
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
    return so_far(days, day) if days is not None else None


def so_far(days: Days, day: date) -> Days:
    """Return what is over by that day of what has begun."""
    return Days(days.start, day, days.precision) if days.start <= day < days.end else days


def _quarter(value: Quarter, frame: Frame) -> Days | None:
    """Without a number the one told last; without a year the last that has begun, or the first that has not ended."""
    if value.number is None:
        told = frame.quarter
        if frame.day is not None and value.latest and (told is None or told.end >= frame.day):
            told = containing(moved(frame.day, -1, "quarter"), "quarter")
        years = value.years if value.year is None or told is None else value.year - told.start.year
        return containing(moved(told.start, years, "year"), "quarter") if told is not None else None
    if value.year is not None:
        return quarter_of(value.year, value.number)
    if frame.day is None:
        return None
    year = frame.day.year
    around = [quarter_of(year + step + value.years, value.number) for step in (-1, 0, 1)]
    if value.years:
        return around[1]
    just_over = any(days.end < frame.day <= days.end + JUST_OVER for days in around)
    return _nearest(around, frame.day, future=frame.future and not just_over, grace=False)


def quarter_of(year: int, number: int) -> Days:
    """Return the days of a quarter by its number in the year."""
    return containing(date(year, 3 * number - 2, 1), "quarter")


def _season(value: Season, frame: Frame) -> Days | None:
    if value.year is not None:
        return season(value.name, value.year)
    if frame.day is None:
        return None
    if value.turn == "this" and value.name != "winter":
        days = season(value.name, frame.day.year)
        return days if frame.future else so_far(days, frame.day)
    return _turned([season(value.name, frame.day.year + step) for step in range(-2, 3)], value.turn, frame)


def _feast(value: Feast, frame: Frame) -> Days | None:
    if value.year is not None:
        days = next(iter(feast_days(value.name, value.year)), None)
        return eve_of(days, value.name) if days is not None and value.eve else days
    if frame.day is None:
        return None
    around = [days for step in range(-2, 3) for days in feast_days(value.name, frame.day.year + step)]
    if value.eve:
        around = [eve_of(days, value.name) for days in around]
    return _turned(around, value.turn, frame)


def weekday_of_feast(nth: int, weekday: int, value: Feast, frame: Frame) -> Days | None:
    """Return the first, second or last Friday of a holy month, counted from its likeliest first day."""
    begun = _feast(value, frame)
    if begun is None:
        return None
    first, last = begun.start + ONE_DAY, begun.start + HOLY_MONTH
    if nth < 0:
        day = last - timedelta(days=(last.weekday() - weekday) % 7)
    else:
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return Days(day, day, "day") if first <= day <= last else None


def _turned(around: list[Days], turn: Turn | None, frame: Frame) -> Days | None:
    """Return the last that is over, the next that has not begun, or the one that is nearest."""
    if frame.day is None:
        return None
    day = frame.day
    if turn == "last":
        return max(days for days in around if days.end < day)
    if turn == "next":
        return min(days for days in around if days.start > day)
    return _nearest(around, day, future=frame.future, grace=False)


def month_turned(inner: CalendarDate | Weekday | Quarter, turn: int, frame: Frame) -> Days | None:
    """Read "last November" is over, "next November" has not begun, "this November" is in this year."""
    if frame.day is None or not isinstance(inner, CalendarDate):
        return None
    day, found = frame.day, _occurrences(inner, frame.day)
    if turn < 0:
        return max(days for days in found if days.end < day)
    if turn > 0:
        return min(days for days in found if days.start > day)
    days = next((days for days in found if days.start.year == day.year), None)
    return days if days is None or frame.future else so_far(days, day)


def weekday_on(value: Weekday, day: date, *, future: bool) -> Days:
    """Return the day itself counts, except for "last" and "next"."""
    forward = value.turn == "next" or (future and value.turn != "last")
    strictly = value.turn in {"last", "next"}
    distance = (value.weekday - day.weekday()) % 7 if forward else -((day.weekday() - value.weekday) % 7)
    if strictly and distance == 0:
        distance = 7 if forward else -7
    found = day + timedelta(days=distance)
    return Days(found, found, "day")


def weekend_on(turn: int, day: date, *, future: bool) -> Days:
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

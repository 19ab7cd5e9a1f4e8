"""Days, months and years counted and cut; nothing here knows of words."""

from calendar import monthrange
from datetime import date, timedelta

from marsad.resolve.times.value import Days, Part, SeasonName, Unit

ONE_DAY = timedelta(days=1)
_UNIT_DAYS: dict[Unit, int] = {
    "day": 1,
    "weekend": 7,
    "week": 7,
    "month": 30,
    "quarter": 91,
    "year": 365,
    "decade": 3652,
}
_SEASON_START: dict[SeasonName, int] = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_UNIT_MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}

_MONTHS_OF_YEAR: dict[Part, tuple[int, int]] = {
    "early": (1, 4),
    "mid": (5, 8),
    "late": (9, 12),
    "first_half": (1, 6),
    "second_half": (7, 12),
}


def spanning(start: date, end: date) -> Days:
    """Days from start to end with the precision of their number, by the ontology's definitions."""
    length = (end - start).days + 1
    for most, precision in ((1, "day"), (6, "days"), (27, "week"), (31, "month"), (366, "year")):
        if length <= most:
            return Days(start, end, precision)
    return Days(start, end, "longer")


def whole_month(year: int, month: int) -> Days:
    """All days of a month."""
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def whole_years(first: int, last: int) -> Days:
    """All days from the first year to the last."""
    return spanning(date(first, 1, 1), date(last, 12, 31))


def season(name: SeasonName, year: int) -> Days:
    """Three months from March, June, September or December (northern hemisphere); a winter runs into the next year."""
    start = date(year, _SEASON_START[name], 1)
    return spanning(start, months_from(start, 3) - ONE_DAY)


def months_from(day: date, months: int) -> date:
    """Return the same day of the month some months on, or the last day when that month is shorter.

    Raises:
        ValueError: the year is outside of the calendar.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9998:
        raise ValueError(f"no year of the calendar: {year}")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def moved(day: date, count: int, unit: Unit) -> date:
    """Return the day that many units on; hours are rounded up to days, minutes down.

    Raises:
        OverflowError, ValueError: the day is outside of the calendar.
    """
    if unit == "minute":
        return day + timedelta(days=int(count / 1440))
    if unit == "hour":
        return day + timedelta(days=-(-abs(count) // 24) * (1 if count > 0 else -1))
    if unit in _UNIT_MONTHS:
        return months_from(day, count * _UNIT_MONTHS[unit])
    return day + timedelta(days=count * _UNIT_DAYS[unit])


def containing(day: date, unit: Unit) -> Days:
    """Return the calendar unit that holds the day; a week runs from Monday to Sunday."""
    match unit:
        case "week":
            monday = day - timedelta(days=day.weekday())
            return Days(monday, monday + timedelta(days=6), "week")
        case "weekend":
            saturday = day + timedelta(days=5 - day.weekday())
            return Days(saturday, saturday + ONE_DAY, "days")
        case "month":
            return whole_month(day.year, day.month)
        case "quarter":
            start = date(day.year, day.month - (day.month - 1) % 3, 1)
            return spanning(start, months_from(start, 3) - ONE_DAY)
        case "year":
            return whole_years(day.year, day.year)
        case "decade":
            return whole_years(day.year // 10 * 10, day.year // 10 * 10 + 9)
        case "century":
            return whole_years(max(day.year // 100 * 100, 1), day.year // 100 * 100 + 99)
        case _:
            return Days(day, day, "day")


def portion(days: Days, part: Part) -> Days:
    """Cut the early, middle or late third, or a half, out of a longer time; a year is cut between months."""
    if part in _MONTHS_OF_YEAR and days == containing(days.start, "year"):
        first, last = _MONTHS_OF_YEAR[part]
        return spanning(date(days.start.year, first, 1), whole_month(days.start.year, last).end)
    length = (days.end - days.start).days + 1
    if part in {"first_half", "second_half"}:
        size = -(-length // 2)
        part = "early" if part == "first_half" else "late"
    else:
        size = -(-length // 3)
    shift = {"early": 0, "mid": (length - size) // 2}.get(part, length - size)
    start = days.start + timedelta(days=shift)
    return spanning(start, start + timedelta(days=size - 1))

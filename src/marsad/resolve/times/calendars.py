"""Other calendars: days of the Islamic and the Persian year, and the feasts that move, as days of ours."""

from datetime import date, timedelta
from typing import Final

ISLAMIC_EPOCH: Final = date(622, 7, 19)
"""First day of the Islamic calendar in the tabular reckoning, in the proleptic Gregorian calendar."""
ISLAMIC_LEAP_YEARS: Final = 11
"""Years of 355 days in each cycle of thirty."""
_SHORT_YEAR: Final = 354
PERSIAN_EPOCH: Final = date(622, 3, 21)
"""First day of the Persian calendar in the proleptic Gregorian calendar."""
_PERSIAN_CYCLE, _PERSIAN_LEAP_YEARS = 33, 8
"""Leap years recur every 33 years, which holds for the years that a report may tell (Borkowski 1996)."""


def islamic_day(year: int, month: int, day: int) -> date:
    """Return the day by the tabular calendar; the sighting of the moon may move it by a day or two either way."""
    months = 29 * (month - 1) + month // 2
    leap_days = (ISLAMIC_LEAP_YEARS * (year - 1) + 14) // 30
    return ISLAMIC_EPOCH + timedelta(days=_SHORT_YEAR * (year - 1) + leap_days + months + day - 1)


def islamic_year(day: date) -> int:
    """Return the Islamic year in which the day lies, a few days from its ends perhaps the one beside it."""
    return int((day - ISLAMIC_EPOCH).days / (_SHORT_YEAR + ISLAMIC_LEAP_YEARS / 30)) + 1


def persian_day(year: int, month: int, day: int) -> date:
    """Return the day of the solar calendar of Iran and Afghanistan: six months of 31 days, the others of 30."""
    months = 31 * (month - 1) if month <= 7 else 30 * (month - 1) + 6
    leap_days = (_PERSIAN_LEAP_YEARS * year + 21) // _PERSIAN_CYCLE
    return PERSIAN_EPOCH + timedelta(days=365 * (year - 1) + leap_days + months + day - 1)


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches (Meeus, Jones and Butcher's reckoning)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Return Easter Sunday of the eastern churches in our calendar, for the years 1900 to 2099 (Meeus)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)

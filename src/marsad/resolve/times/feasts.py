"""Feasts and dates of other calendars: "on Christmas Eve", "during Ramadan", "15 Ramadan 1438 (June 10)"."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final

from marsad.resolve.times import words as w
from marsad.resolve.times.arithmetic import ONE_DAY, spanning
from marsad.resolve.times.calendars import easter, islamic_day, islamic_year, orthodox_easter, persian_day
from marsad.resolve.times.dates import Parsed, calendar_date, day_at, year_at
from marsad.resolve.times.tokens import Tokens
from marsad.resolve.times.value import Between, CalendarDate, Days, Feast, FeastName

_MOON: Final = ONE_DAY
"""The sighting of the moon moves a feast by about a day either way."""
_NAMES: Final[dict[tuple[str, ...], FeastName]] = {
    ("christmas", "eve"): "christmas_eve",
    ("christmas", "day"): "christmas",
    ("christmas",): "christmas",
    ("orthodox", "christmas"): "orthodox_christmas",
    ("new", "year", "'s", "eve"): "new_years_eve",
    ("new", "year", "'s", "day"): "new_year",
    ("new", "year", "'s"): "new_year",
    ("thanksgiving", "day"): "thanksgiving",
    ("thanksgiving",): "thanksgiving",
    ("good", "friday"): "good_friday",
    ("palm", "sunday"): "palm_sunday",
    ("easter", "sunday"): "easter",
    ("easter", "monday"): "easter_monday",
    ("easter",): "easter",
    ("orthodox", "easter"): "orthodox_easter",
    ("nowruz",): "nowruz",
    ("nawroz",): "nowruz",
    ("newroz",): "nowruz",
    ("ramadan",): "ramadan",
    ("eid", "al", "-", "fitr"): "eid_al_fitr",
    ("eid", "ul", "-", "fitr"): "eid_al_fitr",
    ("eid", "al", "-", "adha"): "eid_al_adha",
    ("eid", "ul", "-", "adha"): "eid_al_adha",
    ("eid", "holiday"): "eid",
    ("eid", "holidays"): "eid",
    ("eid",): "eid",
    ("ashura",): "ashura",
    ("arbaeen",): "arbaeen",
}


def _by_first_word(all_words: Iterable[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in all_words:
        found.setdefault(words[0], []).append(words)
    return found


_NAMES_FROM: Final = _by_first_word(_NAMES)
_MONTHS_FROM: Final = _by_first_word(w.OTHER_MONTHS)
_FOLLOWED_BY_THEIR_OWN: Final = frozenset({"day", "eve", "sunday", "monday", "morning", "night", "in", "on"})
_BEFORE_A_FEAST: Final = frozenset("the during on for before after in over since".split())
_OF_THE_YEAR: Final[dict[FeastName, Callable[[int], date]]] = {
    "christmas_eve": lambda year: date(year, 12, 24),
    "christmas": lambda year: date(year, 12, 25),
    "orthodox_christmas": lambda year: date(year, 1, 7),
    "new_years_eve": lambda year: date(year, 12, 31),
    "new_year": lambda year: date(year, 1, 1),
    "thanksgiving": lambda year: date(year, 11, 22) + timedelta(days=(3 - date(year, 11, 22).weekday()) % 7),
    "palm_sunday": lambda year: easter(year) - timedelta(days=7),
    "good_friday": lambda year: easter(year) - timedelta(days=2),
    "easter": easter,
    "easter_monday": lambda year: easter(year) + ONE_DAY,
    "orthodox_easter": orthodox_easter,
    "nowruz": lambda year: persian_day(year - 621, 1, 1),
}
"""Thanksgiving is the fourth Thursday of November (United States)."""
_ISLAMIC: Final[dict[FeastName, tuple[int, int, int]]] = {
    "ramadan": (9, 1, 30),
    "eid_al_fitr": (10, 1, 3),
    "eid_al_adha": (12, 10, 4),
    "ashura": (1, 10, 1),
    "arbaeen": (2, 20, 1),
}
"""Month, first day and length in days."""


def feast_days(name: FeastName, year: int) -> list[Days]:
    """Return the days of the feast in that year of ours, of which an Islamic one may see two.

    Raises:
        ValueError, OverflowError: the year is outside of the calendar.
    """
    if name == "eid":
        return sorted(feast_days("eid_al_fitr", year) + feast_days("eid_al_adha", year))
    fixed = _OF_THE_YEAR.get(name)
    if fixed is not None:
        return [spanning(fixed(year), fixed(year))]
    month, first, length = _ISLAMIC[name]
    begun = islamic_year(date(year, 1, 1))
    starts = [islamic_day(begun + step, month, first) for step in range(-1, 3)]
    return [spanning(day - _MOON, day + timedelta(days=length - 1) + _MOON) for day in starts if day.year == year]


def eve_of(days: Days, name: FeastName) -> Days:
    """Return the day before a feast begins, with a day either way where the moon decides."""
    first = days.start - ONE_DAY
    return spanning(first, first if name in _OF_THE_YEAR else first + 2 * _MOON)


def feast_starts() -> Iterable[str]:
    """Return the first words of all feasts and of the months of other calendars."""
    return {"eve", *_NAMES_FROM, *_MONTHS_FROM}


def feast(tokens: Tokens, at: int) -> Parsed | None:
    """Read a feast, with its year or "last", or a date of another calendar."""
    return _other_calendar(tokens, at) or _eve(tokens, at) or _feast(tokens, at)


def _eve(tokens: Tokens, at: int) -> Parsed | None:
    """Read "the eve of Eid": the day before."""
    start = at + (tokens.word(at) == "the")
    if [tokens.word(start), tokens.word(start + 1)] != ["eve", "of"]:
        return None
    found = _feast(tokens, start + 2 + (tokens.word(start + 2) == "the"))
    if found is None or not isinstance(found[0], Feast):
        return None
    return Feast(found[0].name, found[0].year, found[0].turn, eve=True), found[1]


def _feast(tokens: Tokens, at: int) -> Parsed | None:
    turn = w.TURNS.get(tokens.word(at))
    start = at + (turn is not None)
    if not tokens.is_capital(start):
        return None
    for words in _NAMES_FROM.get(tokens.word(start), ()):
        name, after = _NAMES[words], start + len(words)
        if any(tokens.word(start + n) != word for n, word in enumerate(words)):
            continue
        if tokens.is_capital(after) and tokens.word(after) not in _FOLLOWED_BY_THEIR_OWN:
            return None  # a name ("Ramadan Shalah", "Easter Rising")
        named = tokens.is_capital(start - 1) and tokens.word(start - 1) not in _BEFORE_A_FEAST
        if name in {"ramadan", "eid"} and named:
            return None  # a name ("Taha Yassin Ramadan")
        year = year_at(tokens, after + (tokens.word(after) in {"of", "in", ","}))
        if year is None:
            return Feast(name, turn=turn), after
        return Feast(name, year), after + 1 + (tokens.word(after) in {"of", "in", ","})
    return None


def _other_calendar(tokens: Tokens, at: int) -> Parsed | None:
    """Read "15 Ramadan 1438", "23 Asad 1402"; where our date stands behind it in brackets, that one counts."""
    found = _day_of_month(tokens, at)
    if found is None:
        return None
    day, month, after = found
    after += tokens.word(after) in {",", "of"}
    year = tokens.word(after)
    if not (year.isascii() and year.isdigit() and w.OTHER_YEARS[0] <= int(year[:5]) <= w.OTHER_YEARS[1]):
        return None
    after += 1 + (tokens.word(after + 1) in {"ah", "hijri"})
    converted = calendar_date(tokens, after + 1) if tokens.word(after) in {"(", "[", "/"} else None
    if converted is not None:
        return converted[0], converted[1] + (tokens.word(converted[1]) in {")", "]"})
    try:
        return _converted(int(year), month, day), after
    except (OverflowError, ValueError):
        return None


def _day_of_month(tokens: Tokens, at: int) -> tuple[int, tuple[str, ...], int] | None:
    """Return day, month and the index behind "15 Ramadan" or "Ramadan 15"."""
    day = day_at(tokens, at)
    start = day[1] + (tokens.word(day[1]) == "of") if day is not None else at
    if not tokens.is_capital(start):
        return None
    for month in _MONTHS_FROM.get(tokens.word(start), ()):
        if all(tokens.word(start + n) == word for n, word in enumerate(month)):
            after = start + len(month)
            behind = day_at(tokens, after) if day is None else (day[0], after)
            return (behind[0], month, behind[1]) if behind is not None else None
    return None


def _converted(year: int, month: tuple[str, ...], day: int) -> CalendarDate | Between:
    number, persian = w.OTHER_MONTHS[month]
    if persian:
        return _calendar_date(persian_day(year, number, day))
    middle = islamic_day(year, number, day)
    return Between(_calendar_date(middle - _MOON), _calendar_date(middle + _MOON))


def _calendar_date(day: date) -> CalendarDate:
    return CalendarDate(day.year, day.month, day.day)

"""Days as reports write them: "June 4, 2016", "7 June 2017", "2017-06-09", "Oct. 3"."""

import re
from collections.abc import Iterator
from datetime import date
from importlib.resources import files

import yaml
from msgspec import Struct

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}

FOREIGN_MONTHS: dict[str, int] = {
    name: number
    for months in yaml.safe_load(files("marsad.reading").joinpath("data", "months.yaml").read_bytes()).values()
    for number, names in enumerate(months, start=1)
    for name in names.split()
}
"""Months in other languages: pages around English reports date them in the site's own."""

_MONTH = rf"(?:{'|'.join(MONTHS)})\b\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b"
_YEAR = r"(?:19[5-9]\d|20\d\d)\b"
_WEEKDAY = r"(?:(?:mon|tues?|wednes|wed|thurs?|thur|fri|satur|sat|sun)(?:day)?\b\.?,?\s{1,2})"
_FOREIGN = (
    r"(?:0?[1-9]|[12]\d|3[01])(?:er|[º°.])?\s(?:de\s|d['’])?"
    rf"(?:{'|'.join(sorted(FOREIGN_MONTHS, key=len, reverse=True))})\b\.?,?\s(?:de\s|del\s)?{_YEAR}"
)

DATE = (
    rf"(?:{_MONTH}\s{{1,2}}{_DAY}(?:,|\s-)?\s{{1,2}}{_YEAR}|{_DAY}(?:\s{{1,2}}of)?[\s-]{{1,2}}{_MONTH},?[\s-]{{1,2}}{_YEAR}"
    rf"|{_FOREIGN}|\b{_YEAR}[-/.](?:0?[1-9]|1[0-2])[-/.](?:3[01]|[12]\d|0?[1-9])(?!\d)|\b(?:3[01]|[12]\d|0?[1-9])[./](?:3[01]|[12]\d|0?[1-9])[./]{_YEAR})"
)
"""A day with its year, as a pattern without groups; to be used with re.IGNORECASE."""

_FULL = re.compile(DATE, re.IGNORECASE)
_MONTH_DAY = (
    rf"(?:the\s)?(?:(?P<month>{_MONTH})\s{{1,2}}(?P<day>{_DAY})|(?P<day2>{_DAY})(?:\s{{1,2}}of)?\s{{1,2}}(?P<month2>{_MONTH}))"
    rf"(?!,?\s{{1,2}}{_YEAR})(?![\w.-]*\d)"
)
YEARLESS = re.compile(rf"(?P<weekday>{_WEEKDAY})?{_MONTH_DAY}", re.IGNORECASE)
_WITH_WEEKDAY = re.compile(rf"\b(?P<weekday>{_WEEKDAY}){_MONTH_DAY}", re.IGNORECASE)


class FoundDay(Struct, frozen=True):
    """A day with its year and where it stands."""

    day: date
    start: int
    end: int


class FoundYearless(Struct, frozen=True):
    """A day of the month without a year; ``weekday`` (0 is Monday) when it is named with it."""

    month: int
    day: int
    weekday: int | None
    start: int
    end: int

    def in_year(self, year: int) -> date | None:
        """Return the day in that year, None when it does not exist or falls on another weekday."""
        try:
            day = date(year, self.month, self.day)
        except ValueError:
            return None
        return day if self.weekday in (None, day.weekday()) else None


def find_days(text: str) -> Iterator[FoundDay]:
    """Give the days written with their year, in order; not digits that could be day or month in either order."""
    for match in _FULL.finditer(text):
        day = _read(match.group())
        if day is not None:
            yield FoundDay(day, match.start(), match.end())


def find_yearless(text: str) -> Iterator[FoundYearless]:
    """Give the days written without a year, in order."""
    return (found for match in YEARLESS.finditer(text) if (found := _yearless(match)).day <= 31)


def find_weekdays(text: str) -> Iterator[FoundYearless]:
    """Give the days written without a year and with their weekday, in order."""
    return (found for match in _WITH_WEEKDAY.finditer(text) if (found := _yearless(match)).day <= 31)


def _yearless(match: re.Match[str]) -> FoundYearless:
    weekday, month, day = match["weekday"], match["month"] or match["month2"], match["day"] or match["day2"]
    named = WEEKDAYS.get(weekday.strip(" ,.\n").casefold()) if weekday else None
    return FoundYearless(MONTHS[month.rstrip(".").casefold()], _number(day), named, match.start(), match.end())


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _read(text: str) -> date | None:
    parts = re.findall(r"[^\W\d_]+|\d+", text)
    numbers = [int(part) for part in parts if part.isdigit()]
    named = (MONTHS.get(part.casefold()) or FOREIGN_MONTHS.get(part.casefold()) for part in parts)
    month = next((number for number in named if number is not None), None)
    if month is not None:
        return _day(max(numbers), month, min(numbers))
    if numbers[0] > 31:
        return _day(numbers[0], numbers[1], numbers[2])
    first, second, year = numbers
    if "/" in text and first <= 12 and second <= 12 and first != second:
        return None
    return _day(year, second, first) if second <= 12 or "." in text else _day(year, first, second)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

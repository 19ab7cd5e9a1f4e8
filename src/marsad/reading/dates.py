"""The day of publication, with the words that tell it. Never a default, never today."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from marsad.model import Block, Published
from marsad.reading.days import find_days

GIVEN = "given with the report"


def given_day(words: str) -> Published | None:
    """Read a day as collectors write it: ISO 8601, with or without time, or in words; a month or a year is an interval."""
    found = _first_day(words)
    return Published(*found, f"{GIVEN}: “{words}”") if found else None


def day_of_metadata(words: str, where: str) -> Published | None:
    """Read the day that a page's head names."""
    found = _first_day(words)
    return Published(*found, f"{where} says “{words}”") if found else None


def _first_day(words: str) -> tuple[date, date] | None:
    compact = re.match(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)", words)
    iso = re.match(r"\s*((?:19|20)\d\d)(?:-(\d\d))?(?:-(\d\d))?(?![\d/-])", words)
    if compact or (iso and iso[3]):
        match = compact or iso
        day = _day(*(int(part) for part in match.groups())) if match else None
        return (day, day) if day else None
    if iso:
        return _span(int(iso[1]), int(iso[2]) if iso[2] else None)
    return next(((found.day, found.day) for found in find_days(words)), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _span(year: int, month: int | None) -> tuple[date, date] | None:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= month <= 12:
        return None
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(days=1)


_URL = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)|[/-]((?:19|20)\d\d)(\d\d)(\d\d)(?=[/.-]|$)")


def day_of_url(url: str) -> Published | None:
    """Read the day in an address such as ``/2017/06/08/``."""
    match = _URL.search(url)
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups() if part is not None)
    found = _day(year, month, day)
    return Published(found, found, f"the address holds “{match.group().strip('/-')}”") if found else None


def day_of_words(text: str, blocks: Sequence[Block]) -> Published | None:
    """Read the day in the lines around the story."""
    for line in _lines(text, blocks):
        for found in find_days(line):
            return Published(found.day, found.day, f"the report's line “{line}”")
    return None


def _lines(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if block.kind == "furniture":
            for line in text[block.start : block.end].split("\n"):
                if line.strip() and len(line) < 120:
                    yield line.strip()

"""The year of a report that names days without one: where a weekday and a day of the month stand together."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from marsad.model import Block, Published
from marsad.reading.days import find_weekdays
from marsad.reading.eras import FIRST_YEAR, LAST_YEAR, Bound, bounds

AFTER = timedelta(days=1)
"""News of a day named with its weekday comes out on that day or the next."""

MAX_STORY = 60_000
"""Characters of a story that are looked at for its year."""

REASONS = 4
"""Reasons that the basis names."""


def day_by_weekday(text: str, blocks: tuple[Block, ...]) -> Published | None:
    """Return the days of publication if one year alone has the weekdays that the story names and fits what it tells."""
    story = "\n".join(text[block.start : block.end] for block in _own(blocks))[:MAX_STORY]
    named = list(find_weekdays(story))
    years = [year for year in range(FIRST_YEAR, LAST_YEAR + 1) if named and all(day.in_year(year) for day in named)]
    if not years:
        return None
    limits = tuple(bounds(story, text[:MAX_STORY]))
    left = [year for year in years if all(year in limit.years for limit in limits)]
    if len(left) != 1:
        return None
    latest = max(named, key=lambda day: (day.month, day.day))
    day = latest.in_year(left[0])
    return _published(day, story[latest.start : latest.end].strip(), years, limits) if day else None


def _own(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Give the story's blocks and what stands above it, where reports are dated."""
    above = True
    for block in blocks:
        above = above and block.kind != "body"
        if block.kind in ("title", "body") or (above and block.kind == "furniture"):
            yield block


def _published(day: date, words: str, years: Sequence[int], limits: Sequence[Bound]) -> Published:
    reasons = "; ".join(_reasons([year for year in years if year != day.year], limits))
    basis = (
        f"the report names “{words}”, a {day:%A} in {day.year} alone of the years that its words allow ({reasons});"
        " it came out on that day or the next"
    )
    return Published(day, day + AFTER, basis)


def _reasons(other: Sequence[int], limits: Sequence[Bound]) -> list[str]:
    """Choose the reasons that rule out most of the other years, each year once."""
    ruled: set[int] = set()
    found: list[str] = []
    for limit in sorted(limits, key=lambda limit: sum(year in limit.years for year in other)):
        out = {year for year in other if year not in limit.years} - ruled
        if out and len(found) < REASONS:
            ruled |= out
            found.append(limit.reason)
    return found

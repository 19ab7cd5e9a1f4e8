"""Other calendars against days that are known: new years, feasts, days of history."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.resolve.times.calendars import easter, islamic_day, islamic_year, orthodox_easter, persian_day
from marsad.resolve.times.feasts import feast_days

PERSIAN = [
    ((1357, 11, 22), "1979-02-11"),
    ((1387, 1, 1), "2008-03-20"),
    ((1388, 1, 1), "2009-03-21"),
    ((1399, 12, 30), "2021-03-20"),
    ((1400, 1, 1), "2021-03-21"),
    ((1400, 5, 24), "2021-08-15"),
    ((1403, 7, 30), "2024-10-21"),
]
ISLAMIC = [((1400, 1, 1), "1979-11-21"), ((1438, 9, 1), "2017-05-27"), ((1445, 1, 10), "2023-07-28")]
EASTERS = [(2000, "2000-04-23", "2000-04-30"), (2016, "2016-03-27", "2016-05-01"), (2023, "2023-04-09", "2023-04-16")]
FEASTS = [
    ("thanksgiving", 2023, "2023-11-23", "2023-11-23"),
    ("thanksgiving", 2018, "2018-11-22", "2018-11-22"),
    ("nowruz", 2022, "2022-03-21", "2022-03-21"),
    ("good_friday", 2023, "2023-04-07", "2023-04-07"),
    ("eid_al_fitr", 2018, "2018-06-14", "2018-06-18"),
    ("ramadan", 2017, "2017-05-26", "2017-06-26"),
]


@pytest.mark.parametrize(("day", "ours"), PERSIAN)
def test_persian_days(day: tuple[int, int, int], ours: str) -> None:
    assert persian_day(*day) == date.fromisoformat(ours)


@pytest.mark.parametrize(("day", "ours"), ISLAMIC)
def test_islamic_days(day: tuple[int, int, int], ours: str) -> None:
    assert islamic_day(*day) == date.fromisoformat(ours)


@given(st.integers(1300, 1500), st.integers(1, 12), st.integers(1, 29))
def test_an_islamic_day_lies_in_its_year_or_at_its_edge(year: int, month: int, day: int) -> None:
    assert abs(islamic_year(islamic_day(year, month, day)) - year) <= (month in {1, 12})


@given(st.integers(1300, 1450))
def test_persian_years_begin_around_the_equinox(year: int) -> None:
    first = persian_day(year, 1, 1)
    assert (first.month, first.day) in {(3, 20), (3, 21), (3, 22)}
    assert (persian_day(year + 1, 1, 1) - first).days in {365, 366}


@pytest.mark.parametrize(("year", "west", "east"), EASTERS)
def test_easter(year: int, west: str, east: str) -> None:
    assert easter(year) == date.fromisoformat(west)
    assert orthodox_easter(year) == date.fromisoformat(east)


@pytest.mark.parametrize(("name", "year", "first", "last"), FEASTS)
def test_feasts(name: str, year: int, first: str, last: str) -> None:
    found = feast_days(name, year)  # type: ignore[arg-type]
    assert [(days.start.isoformat(), days.end.isoformat()) for days in found] == [(first, last)]


def test_a_year_of_ours_may_see_two_ramadans() -> None:
    assert len(feast_days("ramadan", 2030)) == 2

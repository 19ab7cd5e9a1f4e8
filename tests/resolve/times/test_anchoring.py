"""Phrases read against a day of publication: the words' own grain, the direction, and what stays unresolved."""

from datetime import date

import pytest

from marsad import ontology
from marsad.resolve.times import Days, Reference, anchor, find_times
from marsad.resolve.times.value import Expression

FRIDAY = date(2017, 6, 9)
TUESDAY = date(2023, 10, 31)
LEAP_DAY = date(2024, 2, 29)
SUNDAY = date(2022, 4, 3)

# phrase, published, first day, last day, precision
PAST = [
    ("Late on June 6", FRIDAY, "2017-06-06", "2017-06-06", "day"),
    ("Early on June 7", FRIDAY, "2017-06-07", "2017-06-07", "day"),
    ("Monday night", FRIDAY, "2017-06-05", "2017-06-05", "day"),
    ("late Wednesday", FRIDAY, "2017-06-07", "2017-06-07", "day"),
    ("on Saturday", FRIDAY, "2017-06-03", "2017-06-03", "day"),
    ("on Friday", FRIDAY, "2017-06-09", "2017-06-09", "day"),
    ("Sunday", SUNDAY, "2022-04-03", "2022-04-03", "day"),
    ("last Sunday", SUNDAY, "2022-03-27", "2022-03-27", "day"),
    ("this past Sunday", SUNDAY, "2022-03-27", "2022-03-27", "day"),
    ("at dawn on Friday", TUESDAY, "2023-10-27", "2023-10-27", "day"),
    ("Friday at dawn", TUESDAY, "2023-10-27", "2023-10-27", "day"),
    ("Sat in the Sunday sun", TUESDAY, "2023-10-29", "2023-10-29", "day"),
    ("Monday afternoon", LEAP_DAY, "2024-02-26", "2024-02-26", "day"),
    ("Friday last week", TUESDAY, "2023-10-27", "2023-10-27", "day"),
    ("on Tuesday of last week", TUESDAY, "2023-10-24", "2023-10-24", "day"),
    ("the night between Thursday and Friday", TUESDAY, "2023-10-26", "2023-10-27", "days"),
    ("Saturday and Sunday", TUESDAY, "2023-10-28", "2023-10-29", "days"),
    ("between Monday and Thursday", FRIDAY, "2017-06-05", "2017-06-08", "days"),
    ("today", TUESDAY, "2023-10-31", "2023-10-31", "day"),
    ("this morning", TUESDAY, "2023-10-31", "2023-10-31", "day"),
    ("yesterday", TUESDAY, "2023-10-30", "2023-10-30", "day"),
    ("yesterday evening", TUESDAY, "2023-10-30", "2023-10-30", "day"),
    ("last night", TUESDAY, "2023-10-30", "2023-10-30", "day"),
    ("the day before yesterday", TUESDAY, "2023-10-29", "2023-10-29", "day"),
    ("overnight", TUESDAY, "2023-10-30", "2023-10-31", "days"),
    ("three days ago", TUESDAY, "2023-10-28", "2023-10-28", "day"),
    ("several days ago", TUESDAY, "2023-10-24", "2023-10-28", "days"),
    ("two weeks ago", TUESDAY, "2023-10-14", "2023-10-20", "week"),
    ("seven months ago", FRIDAY, "2016-11-01", "2016-11-30", "month"),
    ("more than two years ago", FRIDAY, "2015-01-01", "2015-12-31", "year"),
    ("a decade ago", FRIDAY, "2005-01-01", "2009-12-31", "longer"),
    ("12 hours ago", FRIDAY, "2017-06-08", "2017-06-09", "days"),
    ("in the past 24 hours", TUESDAY, "2023-10-30", "2023-10-31", "days"),
    ("over the last 48 hours", TUESDAY, "2023-10-29", "2023-10-31", "days"),
    ("the past three days", TUESDAY, "2023-10-28", "2023-10-31", "days"),
    ("this past week", TUESDAY, "2023-10-24", "2023-10-31", "week"),
    ("in recent days", TUESDAY, "2023-10-25", "2023-10-31", "week"),
    ("this week", FRIDAY, "2017-06-05", "2017-06-09", "week"),
    ("earlier this week", FRIDAY, "2017-06-05", "2017-06-09", "days"),
    ("last week", FRIDAY, "2017-05-29", "2017-06-04", "week"),
    ("late last week", FRIDAY, "2017-06-02", "2017-06-04", "days"),
    ("9,000 years ago", FRIDAY, None, None, None),
    ("over the weekend", FRIDAY, "2017-06-03", "2017-06-04", "days"),
    ("this weekend", SUNDAY, "2022-04-02", "2022-04-03", "days"),
    ("last weekend", SUNDAY, "2022-03-26", "2022-03-27", "days"),
    ("Monday's", FRIDAY, "2017-06-05", "2017-06-05", "day"),
    ("last month’s", FRIDAY, "2017-05-01", "2017-05-31", "month"),
    ("last weekend", FRIDAY, "2017-06-03", "2017-06-04", "days"),
    ("last month", FRIDAY, "2017-05-01", "2017-05-31", "month"),
    ("last month", date(2023, 1, 15), "2022-12-01", "2022-12-31", "month"),
    ("earlier this month", FRIDAY, "2017-06-01", "2017-06-09", "week"),
    ("the end of last month", FRIDAY, "2017-05-21", "2017-05-31", "week"),
    ("last year", FRIDAY, "2016-01-01", "2016-12-31", "year"),
    ("late last year", FRIDAY, "2016-09-01", "2016-12-31", "year"),
    ("late a year ago", FRIDAY, "2016-09-01", "2016-12-31", "year"),
    ("earlier this year", FRIDAY, "2017-01-01", "2017-06-09", "year"),
    ("last summer", FRIDAY, "2016-06-01", "2016-08-31", "year"),
    ("in the spring of 2022", TUESDAY, "2022-03-01", "2022-05-31", "year"),
    ("winter 2021", TUESDAY, "2021-12-01", "2022-02-28", "year"),
    ("in the summer", TUESDAY, "2023-06-01", "2023-08-31", "year"),
    ("December 10", FRIDAY, "2016-12-10", "2016-12-10", "day"),
    ("10 December", FRIDAY, "2016-12-10", "2016-12-10", "day"),
    ("the 4th of May", FRIDAY, "2017-05-04", "2017-05-04", "day"),
    ("June 10", FRIDAY, "2017-06-10", "2017-06-10", "day"),
    ("29 February", FRIDAY, "2016-02-29", "2016-02-29", "day"),
    ("the night of June 5-6", FRIDAY, "2017-06-05", "2017-06-06", "days"),
    ("between 3 and 5 May", FRIDAY, "2017-05-03", "2017-05-05", "days"),
    ("May 30 - June 2", FRIDAY, "2017-05-30", "2017-06-02", "days"),
    ("from 28 December to 3 January", FRIDAY, "2016-12-28", "2017-01-03", "week"),
    ("6 June last year", FRIDAY, "2016-06-06", "2016-06-06", "day"),
    ("in November last year", FRIDAY, "2016-11-01", "2016-11-30", "month"),
    ("last November", FRIDAY, "2016-11-01", "2016-11-30", "month"),
    ("in June", FRIDAY, "2017-06-01", "2017-06-09", "month"),
    ("in July", FRIDAY, "2016-07-01", "2016-07-31", "month"),
    ("mid-May", FRIDAY, "2017-05-11", "2017-05-21", "week"),
    ("early May", FRIDAY, "2017-05-01", "2017-05-11", "week"),
    ("Sept. 11, 2001", FRIDAY, "2001-09-11", "2001-09-11", "day"),
    ("Tuesday, July 4", TUESDAY, "2023-07-04", "2023-07-04", "day"),
    ("Friday, 2 June", FRIDAY, "2017-06-02", "2017-06-02", "day"),
    ("2017-06-09", FRIDAY, "2017-06-09", "2017-06-09", "day"),
    ("6/7/2017", FRIDAY, "2017-06-07", "2017-06-07", "day"),
    ("25/12/2016", FRIDAY, "2016-12-25", "2016-12-25", "day"),
    ("07.06.2017", FRIDAY, "2017-06-07", "2017-06-07", "day"),
    ("in 2014", FRIDAY, "2014-01-01", "2014-12-31", "year"),
    ("mid-2014", FRIDAY, "2014-05-01", "2014-08-31", "year"),
    ("the second half of 2014", FRIDAY, "2014-07-01", "2014-12-31", "year"),
    ("in the 1990s", FRIDAY, "1990-01-01", "1999-12-31", "longer"),
    ("the first week of May", FRIDAY, "2017-05-01", "2017-05-07", "week"),
    ("the second week of May", FRIDAY, "2017-05-08", "2017-05-14", "week"),
    ("the last three days of May", FRIDAY, "2017-05-29", "2017-05-31", "days"),
    ("the last days of 2016", FRIDAY, "2016-12-26", "2016-12-31", "days"),
    ("in the early hours of June 7", FRIDAY, "2017-06-07", "2017-06-07", "day"),
    ("between Sunday night and Tuesday", FRIDAY, "2017-06-04", "2017-06-06", "days"),
    ("January to March 2015", FRIDAY, "2015-01-01", "2015-03-31", "year"),
    ("July and August 2015", FRIDAY, "2015-07-01", "2015-08-31", "year"),
    ("2009-2011", FRIDAY, "2009-01-01", "2011-12-31", "longer"),
    ("Wednesday [7 June]", FRIDAY, "2017-06-07", "2017-06-07", "day"),
    ("last quarter", FRIDAY, "2017-01-01", "2017-03-31", "year"),
    ("last decade", FRIDAY, "2000-01-01", "2009-12-31", "longer"),
    ("this century", FRIDAY, "2000-01-01", "2017-06-09", "longer"),
    ("30 February 2016", FRIDAY, None, None, None),
    ("this summer", FRIDAY, "2017-06-01", "2017-06-09", "year"),
    ("this May", FRIDAY, "2017-05-01", "2017-05-31", "month"),
    ("from Friday to Monday", FRIDAY, "2017-06-02", "2017-06-05", "days"),
    ("between 2016 and 2014", FRIDAY, None, None, None),
    ("in the past two decades", FRIDAY, "1997-06-09", "2017-06-09", "longer"),
    ("weeks ago", FRIDAY, "2017-04-25", "2017-05-29", "year"),
    ("since November", FRIDAY, "2016-11-01", "2017-06-09", "year"),
    ("since 2014", FRIDAY, "2014-01-01", "2017-06-09", "longer"),
    ("since last Thursday", FRIDAY, "2017-06-08", "2017-06-09", "days"),
    ("for seven months", FRIDAY, "2016-11-09", "2017-06-09", "year"),
    ("for three days", TUESDAY, "2023-10-28", "2023-10-31", "days"),
]

FUTURE = [
    ("on Sunday", FRIDAY, "2017-06-11", "2017-06-11", "day"),
    ("next Friday", FRIDAY, "2017-06-16", "2017-06-16", "day"),
    ("this coming Monday", FRIDAY, "2017-06-12", "2017-06-12", "day"),
    ("tomorrow", FRIDAY, "2017-06-10", "2017-06-10", "day"),
    ("next week", FRIDAY, "2017-06-12", "2017-06-18", "week"),
    ("later this week", FRIDAY, "2017-06-09", "2017-06-11", "days"),
    ("within the next 48 hours", FRIDAY, "2017-06-09", "2017-06-11", "days"),
    ("June 1", FRIDAY, "2017-06-01", "2017-06-01", "day"),  # a plan for a day that is over by now
    ("March 1", FRIDAY, "2018-03-01", "2018-03-01", "day"),
    ("in September", FRIDAY, "2017-09-01", "2017-09-30", "month"),
    ("by the end of June", FRIDAY, "2017-06-09", "2017-06-30", "week"),
    ("at the weekend", FRIDAY, "2017-06-10", "2017-06-11", "days"),
    ("next weekend", SUNDAY, "2022-04-09", "2022-04-10", "days"),
    ("next month", date(2023, 12, 12), "2024-01-01", "2024-01-31", "month"),
    ("ten days from now", FRIDAY, "2017-06-19", "2017-06-19", "day"),
    ("for three days", FRIDAY, None, None, None),
    ("next November", FRIDAY, "2017-11-01", "2017-11-30", "month"),
    ("next spring", FRIDAY, "2018-03-01", "2018-05-31", "year"),
    ("in the winter", FRIDAY, "2017-12-01", "2018-02-28", "year"),
    ("from Monday to Thursday", FRIDAY, "2017-06-12", "2017-06-15", "days"),
    ("later this month", FRIDAY, "2017-06-09", "2017-06-30", "week"),
    ("this week", FRIDAY, "2017-06-09", "2017-06-11", "week"),
    ("in the coming days", FRIDAY, "2017-06-09", "2017-06-15", "week"),
    ("by 2014", FRIDAY, "2014-01-01", "2014-12-31", "year"),
    ("last Monday", FRIDAY, "2017-06-05", "2017-06-05", "day"),
]

FIXES_NO_DAY = [
    "every Friday",
    "daily",
    "a three-day siege",
    "weekly",
    "two days",
    "years ago",
    "before 2014",
    "before June 3",
]
NEEDS_PUBLICATION = [
    "Monday",
    "yesterday",
    "last month",
    "June 6",
    "Tuesday, July 4",
    "in June",
    "overnight",
    "since May",
]
NEEDS_EARLIER = ["the same day", "the next day", "two days later", "a day earlier", "that night", "the following week"]


def only(text: str) -> Expression:
    found = find_times(text)
    assert len(found) == 1, found
    return found[0]


def days(start: str | None, end: str | None, precision: str | None) -> Days | None:
    if start is None or end is None or precision is None:
        return None
    return Days(date.fromisoformat(start), date.fromisoformat(end), precision)


@pytest.mark.parametrize(("phrase", "published", "start", "end", "precision"), PAST)
def test_told_of_what_happened(
    phrase: str, published: date, start: str | None, end: str | None, precision: str | None
) -> None:
    read = [anchor(found, Reference(published, published)) for found in find_times(phrase)]
    assert (read[0] if read else None) == days(start, end, precision)


@pytest.mark.parametrize(("phrase", "published", "start", "end", "precision"), FUTURE)
def test_told_of_what_is_to_come(
    phrase: str, published: date, start: str | None, end: str | None, precision: str | None
) -> None:
    assert anchor(only(phrase), Reference(published, published, future=True)) == days(start, end, precision)


@pytest.mark.parametrize("phrase", FIXES_NO_DAY)
def test_fixes_no_day(phrase: str) -> None:
    assert anchor(only(phrase), Reference(FRIDAY, FRIDAY)) is None


@pytest.mark.parametrize("phrase", NEEDS_PUBLICATION)
def test_stays_unresolved_without_publication(phrase: str) -> None:
    assert anchor(only(phrase), Reference()) is None


@pytest.mark.parametrize("phrase", ["6 June 2017", "in 2014", "2017-06-06", "the spring of 2022", "the 1990s"])
def test_words_that_fix_the_year_need_no_publication(phrase: str) -> None:
    assert anchor(only(phrase), Reference()) is not None


@pytest.mark.parametrize("phrase", NEEDS_EARLIER)
def test_stays_unresolved_without_an_earlier_time(phrase: str) -> None:
    assert anchor(only(phrase), Reference(FRIDAY, FRIDAY)) is None


@pytest.mark.parametrize(
    ("phrase", "start", "end"),
    [
        ("the same day", "2017-06-01", "2017-06-01"),
        ("that evening", "2017-06-01", "2017-06-01"),
        ("the next day", "2017-06-02", "2017-06-02"),
        ("the following morning", "2017-06-02", "2017-06-02"),
        ("two days later", "2017-06-03", "2017-06-03"),
        ("a day after", "2017-06-02", "2017-06-02"),
        ("a day earlier", "2017-05-31", "2017-05-31"),
        ("the day before", "2017-05-31", "2017-05-31"),
        ("the previous night", "2017-05-31", "2017-05-31"),
        ("hours later", "2017-06-01", "2017-06-02"),
        ("days later", "2017-06-03", "2017-06-07"),
        ("a week later", "2017-06-05", "2017-06-11"),
        ("three months later", "2017-09-01", "2017-09-30"),
    ],
)
def test_counted_from_the_time_told_before(phrase: str, start: str, end: str) -> None:
    told = Days(date(2017, 6, 1), date(2017, 6, 1), "day")
    read = anchor(only(phrase), Reference(FRIDAY, FRIDAY, earlier=told))
    assert read is not None
    assert (read.start.isoformat(), read.end.isoformat()) == (start, end)


def test_weekday_and_day_of_the_month_fix_the_year_of_a_report_known_by_its_year() -> None:
    some_day_of_2017 = Reference(date(2017, 1, 1), date(2017, 12, 31))
    assert anchor(only("Tuesday, July 4"), some_day_of_2017) == days("2017-07-04", "2017-07-04", "day")


@pytest.mark.parametrize("phrase", ["yesterday", "on Sunday", "last month", "late last week", "for two weeks"])
def test_relative_words_fix_nothing_when_publication_is_vague(phrase: str) -> None:
    assert anchor(only(phrase), Reference(date(2017, 1, 1), date(2017, 12, 31))) is None


def test_last_year_needs_no_more_than_the_year() -> None:
    some_day_of_2017 = Reference(date(2017, 1, 1), date(2017, 12, 31))
    assert anchor(only("last year"), some_day_of_2017) == days("2016-01-01", "2016-12-31", "year")


def test_publication_over_two_days_widens() -> None:
    two_days = Reference(date(2022, 3, 8), date(2022, 3, 9))
    assert anchor(only("yesterday"), two_days) == days("2022-03-07", "2022-03-08", "days")


def test_every_precision_is_a_code_of_the_ontology() -> None:
    assert {case[4] for case in PAST if case[4]} == set(ontology.load().time_precisions)

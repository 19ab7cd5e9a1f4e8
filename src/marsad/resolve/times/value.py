"""What a time expression says before anything is known of the day on which it was written.

The types form a small algebra: a value may hold others ("late in the spring of 2022" is a portion of a season), and
:func:`marsad.resolve.times.anchor` turns any of them into days once a reference is given.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

Unit = Literal["minute", "hour", "day", "weekend", "week", "month", "quarter", "year", "decade", "century"]
Base = Literal["publication", "text"]
"""What a relative expression counts from: the day of publication, or the last time told before it in the text."""
Part = Literal["early", "mid", "late", "so_far", "still_to_come", "first_half", "second_half"]
SeasonName = Literal["spring", "summer", "autumn", "winter"]
Turn = Literal["last", "this", "next"]


FeastName = Literal[
    "christmas_eve",
    "christmas",
    "orthodox_christmas",
    "new_years_eve",
    "new_year",
    "thanksgiving",
    "palm_sunday",
    "good_friday",
    "easter",
    "easter_monday",
    "orthodox_easter",
    "nowruz",
    "ramadan",
    "eid",
    "eid_al_fitr",
    "eid_al_adha",
    "ashura",
    "arbaeen",
]
Side = Literal["past", "present", "future"]


class CalendarDate(Struct, frozen=True):
    """A date as far as the words give it: "6 June", "Tuesday, July 4", "May 2015", "2014". Monday is weekday 0."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


class Weekday(Struct, frozen=True):
    """Words such as "Monday", "last Monday", "this coming Friday"."""

    weekday: int
    turn: Turn | None = None


class Period(Struct, frozen=True):
    """A calendar unit counted from the one that holds the base: "last month" is -1, "this week" 0, "next year" 1."""

    count: int
    unit: Unit
    base: Base = "publication"


class Shift(Struct, frozen=True):
    """A distance from the base: "two weeks ago" is -2 weeks; a vague count has another ``most`` than ``least``.

    ``least`` is the count nearer to the base, both have the sign of the direction.
    """

    least: int
    most: int
    unit: Unit
    base: Base = "publication"


class Stretch(Struct, frozen=True):
    """The time up to publication (negative count) or from it on: "the past three days", "in the next 48 hours"."""

    count: int
    unit: Unit


class Duration(Struct, frozen=True):
    """A length that no words tie to the calendar: "a three-day battle"; ``running`` for "for seven months"."""

    count: int
    unit: Unit
    running: bool = False


class Season(Struct, frozen=True):
    """Words such as "the spring of 2022", "last summer"; ``turn`` and ``year`` exclude each other."""

    name: SeasonName
    year: int | None = None
    turn: Turn | None = None


class Feast(Struct, frozen=True):
    """A feast or holy month: "Christmas Eve", "Ramadan"; ``turn`` and ``year`` exclude each other.

    ``eve`` is the day before it; "Eid" alone is either of the two feasts of that name.
    """

    name: FeastName
    year: int | None = None
    turn: Turn | None = None
    eve: bool = False


class Quarter(Struct, frozen=True):
    """A quarter of a year: "the third quarter of 2014"; ``years`` moves it ("the year-ago quarter" is -1).

    Without a ``number`` it is the one told last ("in that quarter"), or, when it is the ``latest`` and none has been
    told, the one that ended last before publication.
    """

    number: int | None = None
    year: int | None = None
    years: int = 0
    latest: bool = False


class Years(Struct, frozen=True):
    """A run of years named as one: "the 1990s"; ``last`` is inclusive."""

    first: int
    last: int


class Overnight(Struct, frozen=True):
    """The night that ends on the day of publication."""


class Habit(Struct, frozen=True):
    """Words such as "every Friday", "daily": a rhythm, which fixes no day."""


class Vague(Struct, frozen=True):
    """Words such as "recently", "now", "in the near future": they tell a side of the present, and fix no day."""

    side: Side


class Portion(Struct, frozen=True):
    """A part of a longer time: "late last year", "early June", "earlier this month"."""

    part: Part
    of: Value


class Slice(Struct, frozen=True):
    """Some days of a longer time: "the first week of November", "the last three days of May".

    ``skipped`` days are left out from its beginning, or from its end when ``backward``.
    """

    skipped: int
    days: int
    backward: bool
    of: Value


class NthWeekday(Struct, frozen=True):
    """A weekday counted within a month: "the last Tuesday of November" is -1, "the first Friday of Ramadan" 1."""

    weekday: int
    nth: int
    of: Value


class Within(Struct, frozen=True):
    """A date within a period that is named apart: "Friday last week", "in November last year"."""

    inner: CalendarDate | Weekday | Quarter
    outer: Value


class Between(Struct, frozen=True):
    """From the first to the last, both included: "between 3 and 5 May", "the night of June 5-6"."""

    first: Value
    last: Value


class Since(Struct, frozen=True):
    """From then until publication: "since November"."""

    start: Value


class Before(Struct, frozen=True):
    """At some time before: "before 2014"; how long before is not told."""

    end: Value


class Until(Struct, frozen=True):
    """From publication until then, of what is still to come ("by the end of May"); else the time that is named."""

    end: Value


Value = (
    CalendarDate
    | Weekday
    | Period
    | Shift
    | Stretch
    | Duration
    | Season
    | Feast
    | Quarter
    | Vague
    | Years
    | Overnight
    | Habit
    | Portion
    | Slice
    | NthWeekday
    | Within
    | Between
    | Since
    | Until
    | Before
)


class Expression(Struct, frozen=True):
    """A time expression in a text: its place, its words, the unit it is told in, and what it says unresolved.

    ``grain`` is the unit of the words ("day" for "Monday night", "week" for "this past week").
    """

    start: int
    end: int
    text: str
    grain: Unit
    value: Value


class Days(Struct, frozen=True, order=True):
    """First and last day, both inclusive, and the precision as a code of the ontology."""

    start: date
    end: date
    precision: str


class Reference(Struct, frozen=True):
    """What the words are read against.

    ``first`` and ``last`` are the first and last possible day of publication, both None when it is not known;
    ``future`` says that the words tell of what is still to come; ``earlier`` is the last time told before in the
    text, ``quarter`` the last quarter of a year that was named in it.
    """

    first: date | None = None
    last: date | None = None
    future: bool = False
    earlier: Days | None = None
    quarter: Days | None = None

"""Rules for times told from another time: "two weeks ago", "last month", "the next day", "this past week"."""

from typing import Literal

from marsad.resolve.times import words as w
from marsad.resolve.times.counts import Count, count_at, half_at
from marsad.resolve.times.dates import Parsed, day_at, month_at, weekday_at, year_at
from marsad.resolve.times.tokens import Tokens
from marsad.resolve.times.value import (
    Base,
    CalendarDate,
    Duration,
    Habit,
    Overnight,
    Period,
    Season,
    Shift,
    Stretch,
    Turn,
    Unit,
    Value,
    Weekday,
    Within,
    Years,
)

_STEP: dict[Turn, int] = {"last": -1, "this": 0, "next": 1}
_DAYS: dict[str, Value] = {
    "today": Shift(0, 0, "day"),
    "tonight": Shift(0, 0, "day"),
    "yesterday": Shift(-1, -1, "day"),
    "tomorrow": Shift(1, 1, "day"),
    "overnight": Overnight(),
}


def relative(tokens: Tokens, at: int) -> Parsed | None:
    """Any time told from another time."""
    return (
        _day_word(tokens, at)
        or _habit(tokens, at)
        or _same(tokens, at)
        or turned(tokens, at)
        or _recent(tokens, at)
        or counted(tokens, at)
        or _decade(tokens, at)
    )


def counted(tokens: Tokens, at: int) -> Parsed | None:
    """Return a count of units and where it points: "two weeks ago", "a day after", "for seven months", "three-day"."""
    start = at
    running = tokens.word(start) == "for"
    start += running or tokens.word(start) == "the" or tokens.word(start) == "within"
    while tokens.word(start) in w.APPROXIMATIONS and (
        count_at(tokens, start) is None or count_at(tokens, start + 1) is not None  # "some ten days"
    ):
        start += 1
    start += tokens.word(start) == "than" or (tokens.word(start) in {"more", "less", "fewer"} and 2)
    count = count_at(tokens, start)
    if count is None:
        return _uncounted(tokens, at)
    half = half_at(tokens, count[2])
    after = half or count[2] + (tokens.word(count[2]) in {"-", "full", "more", "straight", "consecutive"})
    unit = w.UNITS.get(tokens.word(after))
    if unit is None or _is_age(tokens, after + 1) or _is_comparison(tokens, after + 1):
        return None
    after = _loosely(tokens, after + 1)
    pointed = _pointed(tokens, count, unit, after)
    if pointed is not None:
        return pointed
    if _is_rate(tokens, at, start, after, unit):
        return None
    after += 2 * ([tokens.word(after), tokens.word(after + 1)] == ["-", "long"])
    return _length(count, unit, running=running, half=half is not None), after


def _length(count: Count, unit: Unit, *, running: bool, half: bool) -> Duration:
    """Return the length; a half is told in the months of a year, and else rounded up."""
    least, most, _ = count
    if half and unit == "year":
        return Duration(12 * most + 6, "month", running)
    return Duration(most + half, unit, running and least == most)


def _is_age(tokens: Tokens, at: int) -> bool:
    """Whether "old" stands there: "12 years old", "a three-month-old baby"."""
    return "old" in {tokens.word(at), tokens.word(at + 1) if tokens.word(at) == "-" else ""}


def _is_comparison(tokens: Tokens, at: int) -> bool:
    """Whether it goes on as in "a year-ago quarter", which is read from its second word on."""
    return tokens.word(at) == "-" and tokens.word(at + 1) in {"ago", "earlier"}


def _loosely(tokens: Tokens, at: int) -> int:
    """Return the index behind "or so", "or two", "or more" between a unit and what it points to."""
    return at + 2 * (tokens.word(at) == "or" and tokens.word(at + 1) in {"so", "two", "more", "less"})


def _is_rate(tokens: Tokens, at: int, count: int, after: int, unit: Unit) -> bool:
    """Whether it tells how often or how much: "24 hours a day", "$2 million a year"; or a share: "a quarter"."""
    if unit == "quarter" and tokens.word(count) in {"a", "three"}:
        return True
    if tokens.word(after) in {"a", "per"} and tokens.word(after + 1) in w.UNITS:
        return True
    if tokens.word(count) not in {"a", "an"} or count > at:
        return False
    before = tokens.word(at - 1)
    return before[:1].isdigit() or before in w.AMOUNTS or (before.endswith("s") and before not in w.NO_PLURALS)


def _uncounted(tokens: Tokens, at: int) -> Parsed | None:
    """Read "days later", "weeks ago"; "years ago" may be any number of them, and so may "9,000 years ago"."""
    unit = w.UNITS.get(tokens.word(at))
    if unit is None or not tokens.word(at).endswith("s") or tokens.word(at - 1)[:1].isdigit():
        return None
    pointed = _pointed(tokens, (*w.VAGUE_COUNTS["some"], at), unit, at + 1)
    if pointed is None:
        return _bare_length(tokens, at, unit)
    if unit in {"minute", "hour", "day", "weekend", "week", "month"}:
        return pointed
    return Duration(1, unit), pointed[1]


def _bare_length(tokens: Tokens, at: int, unit: Unit) -> Parsed | None:
    """Read "for weeks", "within days", "weeks-long": a length of which only the unit is told."""
    if [tokens.word(at + 1), tokens.word(at + 2)] == ["-", "long"]:
        return Duration(w.VAGUE_COUNTS["some"][1], unit), at + 3
    if tokens.word(at - 1) not in w.BEFORE_A_LENGTH or tokens.word(at + 1) in {"of", "like", "when", "that"}:
        return None
    return Duration(w.VAGUE_COUNTS["some"][1], unit), at + 1


def _pointed(tokens: Tokens, count: Count, unit: Unit, after: int) -> Parsed | None:
    """Ago points back from publication; later and after, earlier and before point from the last time told."""
    least, most, _ = count
    word = tokens.word(after)
    if word == "ago":
        return Shift(-least, -most, unit), after + 1
    if word in {"later", "after", "afterwards", "afterward"}:
        return Shift(least, most, unit, "text"), after + 1
    if word in {"earlier", "before", "previously"}:
        return Shift(-least, -most, unit, "text"), after + 1
    if word == "from" and tokens.word(after + 1) == "now":
        return Shift(least, most, unit), after + 2
    return None


def _day_word(tokens: Tokens, at: int) -> Parsed | None:
    value = _DAYS.get(tokens.word(at))
    return (value, at + 1) if value is not None else None


def _habit(tokens: Tokens, at: int) -> Parsed | None:
    word = tokens.word(at)
    if word in w.HABITS or (word in w.WEEKDAY_PLURALS and tokens.is_capital(at)):
        return Habit(), at + 1
    if word not in {"every", "each"}:
        return None
    after = at + 1
    count = count_at(tokens, after)
    after = count[2] if count is not None else after
    known = tokens.word(after) in w.UNITS or tokens.word(after) in w.DAY_PARTS or weekday_at(tokens, after) is not None
    return (Habit(), after + 1) if known else None


def _same(tokens: Tokens, at: int) -> Parsed | None:
    """Read "the same day", "that night", "the next morning", "the day before", "the evening began"."""
    if tokens.word(at) == "the" and tokens.word(at + 1) in w.DAY_PARTS and tokens.word(at + 2) in w.BEGAN:
        return Period(0, "day", "text"), at + 2
    the = tokens.word(at) in {"the", "that"}
    after = at + 1 if tokens.word(at) == "the" else at
    word = tokens.word(after)
    unit = _unit_or_day_part(tokens.word(after + 1))
    if word in {"same", "that"} and unit is not None:  # "the same day last week" is told by the week
        return turned(tokens, after + 2) or (Period(0, unit, "text"), after + 2)
    if not the:
        return None
    if word in {"next", "following"} and unit == "day":
        return Shift(1, 1, "day", "text"), after + 2
    if word in {"previous", "preceding"} and unit is not None:
        return (Shift(-1, -1, "day", "text") if unit == "day" else Period(-1, unit, "text")), after + 2
    if word == "following" and unit is not None:
        return Period(1, unit, "text"), after + 2
    return _day_before(tokens, after)


def _day_before(tokens: Tokens, at: int) -> Parsed | None:
    """Read "the day before", "the week after"; "the day before yesterday" is two days back."""
    unit = w.UNITS.get(tokens.word(at))
    word = tokens.word(at + 1)
    if unit is None or word not in {"before", "after", "earlier"}:
        return None
    if tokens.word(at + 2) == "yesterday":
        return Shift(-2, -2, "day"), at + 3
    if tokens.word(at + 2) == "tomorrow":
        return Shift(2, 2, "day"), at + 3
    step = 1 if word == "after" else -1
    return Shift(step, step, unit, "text"), at + 2


def turned(tokens: Tokens, at: int) -> Parsed | None:
    """Read "last month", "this past week", "next Friday", "last November", "this summer", "the past three days"."""
    start = at + (tokens.word(at) == "the")
    turn = w.TURNS.get(tokens.word(start))
    if turn is None:
        return None
    after = start + 1
    past_week = turn == "this" and tokens.word(after) in {"past", "last", "coming", "next"}
    if past_week:
        turn, after = w.TURNS[tokens.word(after)], after + 1
    named = _turned_name(tokens, after, turn)
    if named is not None:
        return named
    if turn != "this":
        stretch = _stretch(tokens, after, turn)
        if stretch is not None:
            return stretch
    unit = _unit_or_day_part(tokens.word(after))
    if unit is None or (turn == "this" and tokens.word(after).endswith("s")):
        return None
    if tokens.word(after).endswith("s"):
        return Stretch(_STEP[turn] * w.VAGUE_COUNTS["some"][1], unit), after + 1
    return _turned_unit(tokens.word(start), turn, unit, past_week=past_week, defined=start > at), after + 1


def _turned_name(tokens: Tokens, at: int, turn: Turn) -> Parsed | None:
    weekday = weekday_at(tokens, at)
    if weekday is not None:
        return Weekday(weekday[0], turn), weekday[1]
    month = month_at(tokens, at)
    if month is not None and year_at(tokens, month[1]) is None and not tokens.word(month[1]).isdigit():
        return Within(CalendarDate(month=month[0]), Stretch({"last": -1, "this": 0, "next": 1}[turn], "year")), month[1]
    season = w.SEASONS.get(tokens.word(at))
    return (Season(season, turn=turn), at + 1) if season is not None else None


def _stretch(tokens: Tokens, at: int, turn: Literal["last", "next"]) -> Parsed | None:
    count = count_at(tokens, at)
    if count is None:
        return None
    unit = w.UNITS.get(tokens.word(count[2]))
    return (Stretch(_STEP[turn] * count[1], unit), count[2] + 1) if unit is not None else None


def _turned_unit(word: str, turn: Turn, unit: Unit, *, past_week: bool, defined: bool) -> Value:
    """Read "last week" as the calendar's week, "the past week" as the seven days up to publication."""
    if unit == "day":
        return Shift(_STEP[turn], _STEP[turn], "day")
    if past_week or word in {"past", "coming"} or (defined and word == "last" and unit == "hour"):
        return Stretch(_STEP[turn], unit)
    base: Base = "text" if word in {"previous", "following"} else "publication"
    return Period(_STEP[turn], unit, base)


def _recent(tokens: Tokens, at: int) -> Parsed | None:
    """Read "recent days", "recent weeks": as long as a vague count of them goes back."""
    if tokens.word(at) != "recent":
        return None
    unit = w.UNITS.get(tokens.word(at + 1))
    return (Stretch(-w.VAGUE_COUNTS["some"][1], unit), at + 2) if unit is not None else None


def _decade(tokens: Tokens, at: int) -> Parsed | None:
    """Read "the 1990s", "the nineties", "the 20th century"."""
    start = at + (tokens.word(at) == "the")
    spoken = w.DECADES.get(tokens.word(start))
    if spoken is not None and start > at:
        return Years(spoken, spoken + 9), start + 1
    number = day_at(tokens, start)
    if number is not None and number[1] > start + 1 and tokens.word(number[1]) == "century":
        first = 100 * (number[0] - 1)
        return Years(max(first, 1), first + 99), number[1] + 1
    year = year_at(tokens, start)
    if year is None or year % 10 or tokens.word(start + 1) not in {"s", "'s"} or not tokens.joined(start + 1):
        return None
    return Years(year, year + 9), start + 2


def weekend(tokens: Tokens, at: int) -> Parsed | None:
    """Read "the weekend", "over the weekend": no other unit is named so without a word that says which."""
    named = tokens.word(at) == "the" and tokens.word(at + 1) == "weekend"
    return (Period(0, "weekend"), at + 2) if named else None


def _unit_or_day_part(word: str) -> Unit | None:
    return "day" if word in w.DAY_PARTS else w.UNITS.get(word)


def behind_joint(tokens: Tokens, at: int) -> int:
    """Return the index of the other day behind "into the early hours of", "and late on"."""
    return next((after for after in range(at, at + 6) if tokens.word(after) not in w.BEFORE_OTHER_END), at)

"""Time expressions in a text: one pass over its tokens, at each of them the longest reading that a rule gives."""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from marsad.resolve.times import words as w
from marsad.resolve.times.counts import count_at
from marsad.resolve.times.dates import Parsed, bare_year, calendar_date, clock_at, spelled_year_at, weekday_at, year_at
from marsad.resolve.times.feasts import feast, feast_starts
from marsad.resolve.times.quarters import quarter
from marsad.resolve.times.relative import behind_joint, relative, turned, weekend
from marsad.resolve.times.tokens import Tokens
from marsad.resolve.times.vague import vague, vague_starts
from marsad.resolve.times.value import (
    Before,
    Between,
    CalendarDate,
    Duration,
    Expression,
    Feast,
    Habit,
    NthWeekday,
    Overnight,
    Part,
    Period,
    Portion,
    Quarter,
    Season,
    Shift,
    Since,
    Slice,
    Stretch,
    Unit,
    Until,
    Vague,
    Value,
    Weekday,
    Within,
    Years,
)

Rule = Callable[[Tokens, int], Parsed | None]

_A_FEW_DAYS: Final = 6
"""How many days "the last days of May" are at most."""
_FILLERS: Final = frozenset("on in of at the this during from".split())
_HALVES: Final[dict[str, Part]] = {"first": "first_half", "second": "second_half", "last": "second_half"}
_SPOKEN_PARTS: Final = {"end", "close", "beginning", "start", "outset", "middle"}
_JOINTS: Final = {"between": {"and"}, "from": {"to", "until", "till", "through"}}

_SMALL: Final = frozenset(
    "the that same this between from since by until till before for within every each more less fewer today tonight "
    "yesterday tomorrow overnight recent fiscal full year day week month quarter opening final closing most "
    "latest".split()
)
_STARTS: Final = frozenset(
    word
    for table in (
        *(w.MONTHS, w.WEEKDAYS, w.WEEKDAY_PLURALS, w.SEASONS, w.UNITS, w.COUNTS, w.VAGUE_COUNTS, w.ORDINALS),
        *(w.DAY_PARTS, w.PARTS, w.TURNS, w.APPROXIMATIONS, w.HABITS, w.DECADES, w.SPOKEN_CENTURIES, w.SAME, _SMALL),
        *(vague_starts(), feast_starts()),
    )
    for word in table
)
"""First words of all that the rules read, numbers aside: most words of a text are none, and are passed over."""


@lru_cache(maxsize=256)  # the claims of a report ask for the same few sentences again and again
def find_times(text: str) -> tuple[Expression, ...]:
    """All time expressions of the text, in its order, none within another.

    Lengths ("a three-day battle") and rhythms ("every Friday") are among them, though they fix no day.
    """
    tokens = Tokens(text)
    found = []
    at = 0
    while at < len(tokens):
        parsed = _time(tokens, at) if _may_start(tokens.word(at)) else None
        if parsed is None:
            at += 1
            continue
        value, after = parsed
        start, end = tokens.start(at), tokens.end(after - 1)
        found.append(Expression(start, end, text[start:end], grain(value), value))
        at = after
    return tuple(found)


def _may_start(word: str) -> bool:
    return word in _STARTS or word[0].isdigit()


def grain(value: Value) -> Unit:
    """Return the unit that the words are told in."""
    match value:
        case CalendarDate(day=None, month=None):
            return "year"
        case CalendarDate(day=None):
            return "month"
        case Period() | Shift() | Stretch() | Duration():
            return value.unit
        case Season() | Quarter():
            return "quarter"
        case Years():
            return "decade"
        case (
            Portion(of=inner)
            | Slice(of=inner)
            | Within(inner=inner)
            | Between(first=inner)
            | Since(start=inner)
            | Until(end=inner)
            | Before(end=inner)
        ):
            return grain(inner)
        case _:
            return "day"


def _time(tokens: Tokens, at: int) -> Parsed | None:
    parsed = (
        _between(tokens, at, _point)
        or _since(tokens, at)
        or _until(tokens, at)
        or _before(tokens, at)
        or _point(tokens, at)
    )
    if parsed is None:
        return None
    return _behind(tokens, *parsed)


def _between(tokens: Tokens, at: int, rule: Rule) -> Parsed | None:
    """Read "between Monday and Thursday", "from March to May"; the rule reads either end."""
    joints = _JOINTS.get(tokens.word(at))
    if joints is None:
        return None
    first = rule(tokens, at + 1)
    if first is None:
        return None
    if isinstance(first[0], Between):
        return first
    joint = _skip_day_part(tokens, *first)
    if tokens.word(joint) not in joints:
        return None
    last = rule(tokens, joint + 1)
    return (Between(first[0], last[0]), last[1]) if last is not None else None


def _since(tokens: Tokens, at: int) -> Parsed | None:
    if tokens.word(at) != "since":
        return None
    start = _point(tokens, at + 1)
    return (Since(start[0]), start[1]) if start is not None and not isinstance(start[0], Habit | Vague) else None


def _until(tokens: Tokens, at: int) -> Parsed | None:
    if tokens.word(at) not in {"by", "until", "till"}:
        return None
    end = _point(tokens, at + 1)
    if end is None or isinstance(end[0], Habit | Duration | Shift | Vague):
        return None
    value, after = _behind(tokens, *end)
    return Until(value), after


def _before(tokens: Tokens, at: int) -> Parsed | None:
    """Read "before 2014"; "before Friday's raid" is told by the raid's day, "before dawn on Friday" by Friday."""
    if tokens.word(at) != "before":
        return None
    end = _plain(tokens, at + 1)
    if end is None or tokens.word(end[1]) == "'s" or not isinstance(end[0], CalendarDate | Weekday | Period):
        return None
    return Before(end[0]), end[1]


def _point(tokens: Tokens, at: int) -> Parsed | None:
    return (
        _part(tokens, at)
        or _slice(tokens, at)
        or _nth_weekday(tokens, at)
        or _day_part(tokens, at)
        or _plain(tokens, at)
    )


def _plain(tokens: Tokens, at: int) -> Parsed | None:
    """Any time without a part named before it: what a part may hold, so that no reading is deeper than three."""
    return (
        _season(tokens, at)
        or feast(tokens, at)
        or calendar_date(tokens, at)
        or _weekday(tokens, at)
        or weekend(tokens, at)
        or quarter(tokens, at)
        or relative(tokens, at)
        or bare_year(tokens, at)
        or vague(tokens, at)
    )


def _part(tokens: Tokens, at: int) -> Parsed | None:
    """Read "late last year", "early on June 7", "the end of May", "mid-June", "the first half of 2014"."""
    start = at + (tokens.word(at) == "the")
    word = tokens.word(start)
    if tokens.word(start + 1) == "half":
        part, after = _HALVES.get(word), start + 2
    else:
        part, after = w.PARTS.get(word), start + 1
    if part is None or (word in _SPOKEN_PARTS and tokens.word(after) != "of"):
        return None
    after += (tokens.word(after) in {"-", "–", ","} and part == "mid") or tokens.word(after) == "hours"
    inner = _after_fillers(tokens, after, _day)
    if inner is None:
        return None
    value, end = _behind(tokens, *inner)
    return (value if grain(value) in {"day", "hour"} else Portion(part, value)), end


def _slice(tokens: Tokens, at: int) -> Parsed | None:
    """Read "the first week of November", "the last three days of May", "the second week of 2014"."""
    start = at + (tokens.word(at) == "the")
    word = tokens.word(start)
    backward = word in {"last", "final", "closing"}
    nth = 1 if backward or word == "opening" else w.ORDINALS.get(word)
    count = count_at(tokens, start + 1)
    least, after = (count[0], count[2]) if count is not None else (1, start + 1)
    length = {"day": 1, "days": 1, "week": 7, "weeks": 7}.get(tokens.word(after))
    if nth is None or length is None or tokens.word(after + 1) != "of":
        return None
    inner = _after_fillers(tokens, after + 2, _plain)
    if inner is None or grain(inner[0]) not in {"month", "quarter", "year"}:
        return None
    least = _A_FEW_DAYS if count is None and tokens.word(after) == "days" else least
    return Slice((nth - 1) * length * least, length * least, backward, inner[0]), inner[1]


def _nth_weekday(tokens: Tokens, at: int) -> Parsed | None:
    """Read "the last Tuesday of November", "the first Friday in May 2015"."""
    start = at + (tokens.word(at) == "the")
    word = tokens.word(start)
    nth = -1 if word in {"last", "final"} else w.ORDINALS.get(word)
    weekday = weekday_at(tokens, start + 1)
    if nth is None or weekday is None or tokens.word(weekday[1]) not in {"of", "in"}:
        return None
    inner = _after_fillers(tokens, weekday[1] + 1, _plain)
    holy = inner is not None and isinstance(inner[0], Feast) and inner[0].name == "ramadan"
    if inner is None or not (holy or grain(inner[0]) == "month"):
        return None
    return NthWeekday(weekday[0], nth, inner[0]), inner[1]


def _day_part(tokens: Tokens, at: int) -> Parsed | None:
    """Read a part of a day before its day: "the night of June 5-6", "dawn on Friday", "9 a.m. on Sunday"."""
    start = at + (tokens.word(at) == "the")
    after = start + 1 if tokens.word(start) in w.DAY_PARTS else clock_at(tokens, start)
    if after is None:
        return None
    if tokens.word(after) == "between":
        return _between(tokens, after, _plain)
    if tokens.word(start) in {"night", "overnight"} and tokens.word(after) in {"to", "into"}:
        return _night_to(tokens, after + 1)
    inner = _after_fillers(tokens, after, _plain)
    if inner is None or grain(inner[0]) != "day" or isinstance(inner[0], Habit | Vague):
        return None
    return inner


def _night_to(tokens: Tokens, at: int) -> Parsed | None:
    """Read the Saturday of "the night to Saturday", "overnight into Saturday": it began on Friday."""
    morning = weekday_at(tokens, at)
    if morning is None:
        return None
    return Between(Weekday((morning[0] - 1) % 7), Weekday(morning[0])), morning[1]


def _day(tokens: Tokens, at: int) -> Parsed | None:
    return _day_part(tokens, at) or _plain(tokens, at)


def _after_fillers(tokens: Tokens, at: int, rule: Rule) -> Parsed | None:
    """Return the first reading with none, one or two of the small words skipped ("of the", "on the")."""
    for skipped in range(3):
        found = rule(tokens, at + skipped) or _year_of_part(tokens, at + skipped)
        if found is not None:
            return found
        if tokens.word(at + skipped) not in _FILLERS:
            break
    return _unit_alone(tokens, at)


def _year_of_part(tokens: Tokens, at: int) -> Parsed | None:
    """Return a year behind "late", "mid-", "end of", where no other word has to announce it."""
    year = year_at(tokens, at)
    return (CalendarDate(year=year), at + 1) if year is not None else None


def _unit_alone(tokens: Tokens, at: int) -> Parsed | None:
    """Read "earlier in the week", "the end of the month": the one at hand."""
    after = at
    while after < at + 3 and tokens.word(after) in _FILLERS:
        after += 1
    unit = w.UNITS.get(tokens.word(after))
    if unit is None or tokens.word(after - 1) not in {"the", "this"}:
        return None
    base = "text" if unit == "day" else "publication"
    return Period(0, unit, base), after + 1  # type: ignore[arg-type]


def _season(tokens: Tokens, at: int) -> Parsed | None:
    """Read "the spring of 2022", "summer 2014"; without a year only behind "in", for springs are waters too."""
    start = at + (tokens.word(at) == "the")
    season = w.SEASONS.get(tokens.word(start))
    if season is None:
        return None
    after = start + 1
    after += tokens.word(after) in {"of", "in", ","}
    year = year_at(tokens, after)
    if year is not None:
        return Season(season, year), after + 1
    spelled = spelled_year_at(tokens, after)
    if spelled is not None:
        return Season(season, spelled[0]), spelled[1]
    outer = turned(tokens, after)
    if outer is not None and grain(outer[0]) == "year":
        return Portion("mid", outer[0]), outer[1]
    if tokens.word(at - 1) in {"in", "since", "during", "by", "over", "into"} and season != "autumn":
        return Season(season), start + 1
    return None


def _weekday(tokens: Tokens, at: int) -> Parsed | None:
    found = weekday_at(tokens, at)
    return (Weekday(found[0]), found[1]) if found is not None else None


def _behind(tokens: Tokens, value: Value, at: int) -> Parsed:
    """Words behind a time that belong to it: the part of the day, the week or year, the other end of a range."""
    at = _skip_day_part(tokens, value, at)
    if isinstance(value, Weekday | CalendarDate):
        outer = _outer(tokens, value, at)
        if outer is not None:
            return outer
        last = _other_end(tokens, value, at)
        if last is not None:
            return last
    return value, at


def _skip_day_part(tokens: Tokens, value: Value, at: int) -> int:
    if grain(value) != "day" or isinstance(value, Habit | Duration | Overnight | Vague):
        return at
    at += tokens.word(at) in {"before", "late", "early"} and tokens.word(at + 1) in w.DAY_PARTS
    if tokens.word(at) in w.DAY_PARTS and tokens.word(at) != "overnight":
        return at + 1
    if tokens.word(at) in {"at", "around", "about"}:
        clock = at + 2 if tokens.word(at + 1) in w.DAY_PARTS else clock_at(tokens, at + 1)
        return clock if clock is not None else at
    if [tokens.word(at), tokens.word(at + 1)] == ["in", "the"] and tokens.word(at + 2) in w.DAY_PARTS:
        return at + 3
    return at


def _outer(tokens: Tokens, value: Weekday | CalendarDate, at: int) -> Parsed | None:
    """Read "Friday last week", "on 6 June last year", "June of this year"."""
    if isinstance(value, CalendarDate) and (value.year is not None or value.month is None):
        return None
    after = at + (tokens.word(at) in {"of", "in", ","})
    outer = turned(tokens, after)
    if outer is None or not isinstance(outer[0], Period):
        return None
    fits = outer[0].unit == ("week" if isinstance(value, Weekday) else "year")
    return (Within(value, outer[0]), outer[1]) if fits else None


def _other_end(tokens: Tokens, value: Weekday | CalendarDate, at: int) -> Parsed | None:
    """Read "Friday-Saturday", "Monday and Tuesday" when one follows the other; "June 30 - July 2"."""
    if tokens.word(at) not in {"-", "–", "to", "and", "through", "into"}:
        return None
    joined = tokens.word(at) not in {"and", "into"}
    if isinstance(value, Weekday):
        last = _weekday(tokens, behind_joint(tokens, at + 1))
        if last is None or not isinstance(last[0], Weekday):
            return None
        follows = (last[0].weekday - value.weekday) % 7 == 1
        end = _skip_day_part(tokens, last[0], last[1])
        return (Between(value, last[0]), end) if follows or joined else None
    later = calendar_date(tokens, at + 1) if value.month is not None else None
    if later is None or not isinstance(later[0], CalendarDate) or (later[0].day is None) != (value.day is None):
        return None
    follows = value.day is None and later[0].month == value.month + 1 if value.month is not None else False
    return (Between(value, later[0]), later[1]) if joined or follows else None

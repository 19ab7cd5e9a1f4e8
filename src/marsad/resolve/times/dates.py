"""Rules for calendar dates: a rule reads tokens from an index on and gives a value and the index behind it, or None."""

from datetime import date

from marsad.resolve.times import words as w
from marsad.resolve.times.tokens import Tokens
from marsad.resolve.times.value import Between, CalendarDate, Value

Parsed = tuple[Value, int]

FIRST_YEAR = 1800
LAST_YEAR = 2099
"""Numbers outside are no years of a news report."""


def year_at(tokens: Tokens, at: int) -> int | None:
    """Four digits that can be a year."""
    word = tokens.word(at)
    return int(word) if len(word) == 4 and word.isascii() and word.isdigit() and _is_year(int(word)) else None


def spelled_year_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return a year in words and the index behind it: "nineteen ninety-six", "two thousand and four"."""
    century = w.SPOKEN_CENTURIES.get(tokens.word(at))
    after = at + 1
    if tokens.word(at) == "two" and tokens.word(after) == "thousand":
        century, after = 20, after + 1 + (tokens.word(after + 1) == "and")
    if century is None:
        return None
    tens = w.COUNTS.get(tokens.word(after), 0)
    if tens in w.TENS:
        ones_at = after + 1 + (tokens.word(after + 1) == "-")
        ones = w.COUNTS.get(tokens.word(ones_at), 0)
        is_one = 1 <= ones <= w.LAST_OF_ONES and len(tokens.word(ones_at)) > 2
        return (100 * century + tens + ones, ones_at + 1) if is_one else (100 * century + tens, after + 1)
    if len(tokens.word(after)) <= 2 or not (w.LAST_OF_ONES < tens < 20 or (tens and after > at + 1)):
        return None
    return 100 * century + tens, after + 1


def day_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return a day of the month, with or without its ordinal ending, and the index behind it."""
    word = tokens.word(at)
    if not (word.isascii() and word.isdigit() and len(word) <= 2 and 1 <= int(word) <= 31):
        return None
    after = at + 1
    if tokens.word(after) in {"st", "nd", "rd", "th"} and tokens.joined(after):
        after += 1
    return int(word), after


def month_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return a month's name or its abbreviation, and the index behind it with the abbreviation's dot."""
    word = tokens.word(at)
    month = w.MONTHS.get(word)
    if month is None or not tokens.is_capital(at):
        return None
    dotted = len(word) <= 4 and word not in {"may", "june", "july"} and tokens.word(at + 1) == "."
    return month, at + 2 if dotted else at + 1


def weekday_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return a weekday's name or its abbreviation, and the index behind it with the abbreviation's dot."""
    word = tokens.word(at)
    weekday = w.WEEKDAYS.get(word)
    if weekday is None or not tokens.is_capital(at):
        return None
    return weekday, at + 2 if len(word) <= 5 and tokens.word(at + 1) == "." else at + 1


def clock_at(tokens: Tokens, at: int) -> int | None:
    """Return the index behind a time of the clock: "9 a.m.", "10:30 p.m. local time", "17:00 GMT"."""
    word = tokens.word(at)
    if not (word.isascii() and word.replace(".", "", 1).isdigit() and float(word) <= 24):
        return None
    after = at + 1
    minutes = tokens.word(after) == ":" and tokens.joined(after) and len(tokens.word(after + 1)) == 2
    after += 2 * minutes
    behind = _half_of_day(tokens, after)
    if not minutes and behind == after and tokens.word(after) not in w.CLOCKS:
        return None
    behind += 2 * ([tokens.word(behind), tokens.word(behind + 1)] == ["local", "time"])
    return behind + (tokens.word(behind) in w.CLOCKS)


def _half_of_day(tokens: Tokens, at: int) -> int:
    """Return the index behind "a.m.", "p.m.", "am", "pm", or the same index."""
    if tokens.word(at) in {"am", "pm"}:
        return at + 1
    dotted = [tokens.word(at + step) for step in range(3)] in (["a", ".", "m"], ["p", ".", "m"])
    return at + 3 + (tokens.word(at + 3) == ".") if dotted else at


def calendar_date(tokens: Tokens, at: int) -> Parsed | None:
    """Read "2017-06-09", "Tuesday, July 4", "3 May 2015", "May 3-5", "March 2022", "June"."""
    return (
        _numeric(tokens, at)
        or _with_weekday(tokens, at)
        or _month_first(tokens, at)
        or _day_first(tokens, at)
        or _month_alone(tokens, at)
    )


def bare_year(tokens: Tokens, at: int) -> Parsed | None:
    """Return a year that stands alone, where a year is expected ("in 2014"), or a decade ("the 1990s")."""
    year = year_at(tokens, at)
    if year is None:
        spelled = spelled_year_at(tokens, at)
        return (CalendarDate(year=spelled[0]), spelled[1]) if spelled is not None else None
    last = year_at(tokens, at + 2)
    if last is not None and last > year and tokens.word(at + 1) in {"-", "–", "to"}:
        return Between(CalendarDate(year=year), CalendarDate(year=last)), at + 3
    if _names(tokens, at) or tokens.word(at - 1) in w.BEFORE_A_YEAR or len(tokens) == 1:
        return CalendarDate(year=year), at + 1
    return None


def _names(tokens: Tokens, at: int) -> bool:
    """Whether the year tells which one is meant: "the 2012 massacre", "its 1990 invasion", but "their 2000 men"."""
    before, behind = tokens.word(at - 1), tokens.word(at + 1)
    if not behind.isalpha():
        return False
    return before == "the" or (
        before in w.OWNERS and behind not in w.PLURALS and (not behind.endswith("s") or behind.endswith("ss"))
    )


def _numeric(tokens: Tokens, at: int) -> Parsed | None:
    word = tokens.word(at)
    for sign in "-./":
        fields = word.split(sign)
        if len(fields) == 3 and all(field.isascii() and field.isdigit() for field in fields):
            found = _ordered(*(int(field) for field in fields), american=sign == "/")
            return (found, at + 1) if found is not None else None
    return None


def _ordered(first: int, second: int, third: int, *, american: bool) -> CalendarDate | None:
    """Year first, or year last; with slashes the month comes first unless it can be none, with dots the day."""
    if first > 31:
        return _real(first, second, third)
    month, day = (first, second) if american else (second, first)
    return _real(third, month, day) or _real(third, day, month)


def _real(year: int, month: int, day: int) -> CalendarDate | None:
    try:
        date(year, month, day)
    except ValueError:
        return None
    return CalendarDate(year, month, day) if _is_year(year) else None


def _is_year(number: int) -> bool:
    return FIRST_YEAR <= number <= LAST_YEAR


def _with_weekday(tokens: Tokens, at: int) -> Parsed | None:
    found = weekday_at(tokens, at)
    if found is None:
        return None
    weekday, after = found
    for skipped in (",", "the", "(", "["):
        after += tokens.word(after) == skipped
    dated = _month_first(tokens, after) or _day_first(tokens, after)
    if dated is None or not isinstance(dated[0], CalendarDate):
        return None
    value = dated[0]
    return CalendarDate(value.year, value.month, value.day, weekday), dated[1]


def _month_first(tokens: Tokens, at: int) -> Parsed | None:
    found = month_at(tokens, at)
    if found is None:
        return None
    month, after = found
    day = day_at(tokens, after + (tokens.word(after) == "the"))
    if day is None:
        return None
    last = _second_day(tokens, day[1])
    if last is None or last[0] <= day[0]:
        year, end = _year_behind(tokens, day[1])
        return CalendarDate(year, month, day[0]), end
    year, end = _year_behind(tokens, last[1])
    return Between(CalendarDate(year, month, day[0]), CalendarDate(year, month, last[0])), end


def _second_day(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return the 5 of "June 3-5", "June 3 to 5", "June 3 and 5"."""
    if tokens.word(at) not in {"-", "–", "to", "and", "through", "/"}:
        return None
    second = day_at(tokens, at + 1)
    if second is None or tokens.word(second[1]) in w.UNITS or month_at(tokens, second[1]) is not None:
        return None
    return second


def _day_first(tokens: Tokens, at: int) -> Parsed | None:
    day = day_at(tokens, at)
    if day is None:
        return None
    last = None
    after = day[1]
    if tokens.word(after) in {"-", "–", "to", "and", "or", "/"}:
        last = day_at(tokens, after + 1)
        after = last[1] if last is not None else after
    after += tokens.word(after) == "of"
    found = month_at(tokens, after)
    if found is None:
        return None
    year, end = _year_behind(tokens, found[1])
    first = CalendarDate(year, found[0], day[0])
    if last is None or last[0] <= day[0]:
        return first, end
    return Between(first, CalendarDate(year, found[0], last[0])), end


def _year_behind(tokens: Tokens, at: int) -> tuple[int | None, int]:
    """Return a year right behind a date, with or without a comma or "of"."""
    for skipped in (0, 1):
        if skipped and tokens.word(at) not in {",", "of", "in"}:
            break
        year = year_at(tokens, at + skipped)
        if year is not None:
            return year, at + skipped + 1
    return spelled_year_at(tokens, at) or (None, at)


def _month_alone(tokens: Tokens, at: int) -> Parsed | None:
    found = month_at(tokens, at)
    if found is None:
        return None
    month, after = found
    year, end = _year_behind(tokens, after)
    if year is not None:
        return CalendarDate(year, month), end
    before = tokens.word(at - 1)
    if tokens.is_capital(at - 1) and before not in w.BEFORE_A_MONTH:  # a name ("Cape April")
        return None
    if len(tokens.word(at)) == 3 and after == at + 1 and tokens.is_capital(after) and tokens.word(at) != "may":
        return None  # a name ("Jan Egeland")
    if tokens.word(at) in w.VERBLIKE_MONTHS and before not in w.BEFORE_A_MONTH:
        before = tokens.word(at - 2) if before == "-" else ""
        if before != "mid":
            return None
    return CalendarDate(month=month), after

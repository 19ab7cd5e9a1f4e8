"""Rules for quarters and business years: "the third quarter of 2014", "fiscal 2020", "the year-ago period"."""

from typing import Final

from marsad.resolve.times import words as w
from marsad.resolve.times.dates import Parsed, year_at
from marsad.resolve.times.tokens import Tokens
from marsad.resolve.times.value import CalendarDate, Duration, Period, Portion, Quarter, Shift, Turn, Value, Within

_PERIODS: Final = frozenset({"quarter", "quarters", "period"})
_LATEST: Final = frozenset({"latest", "recent"})
_QUARTERS_OF_A_YEAR: Final = 4
_TURNED_YEARS: Final[dict[Turn, int]] = {"last": -1, "this": 0, "next": 1}
_YEAR_AT_HAND: Final = frozenset("of for in during throughout through to".split())
"""Words before "the year" where it is the one at hand; "the year after" is another."""


def quarter(tokens: Tokens, at: int) -> Parsed | None:
    """Any quarter, or what business calls a year."""
    start = at + (tokens.word(at) == "the")
    return (
        _of_year_before(tokens, start)
        or _numbered(tokens, start)
        or _year_ago(tokens, start)
        or _latest(tokens, start)
        or _told(tokens, at)
        or _fiscal_year(tokens, start)
        or _years_end(tokens, start)
        or _year_at_hand(tokens, at)
    )


def _ordinal(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return the number of "third quarter", "fiscal third-quarter", and the index behind it."""
    after = at + (tokens.word(at) == "fiscal")
    after += after > at and tokens.word(after) == "-"
    number = w.ORDINALS.get(tokens.word(after), 0)
    behind = after + 1 + (tokens.word(after + 1) == "-")
    if not 1 <= number <= _QUARTERS_OF_A_YEAR or tokens.word(behind) not in {"quarter", "quarters"}:
        return None
    return number, behind + 1


def _numbered(tokens: Tokens, at: int) -> Parsed | None:
    """Read "third quarter", "third-quarter", "third quarter of 2014", "third quarter of last year"."""
    found = _ordinal(tokens, at)
    if found is None:
        return None
    number, after = found
    behind = after + (tokens.word(after) in {"of", "in", ","})
    behind += behind > after and tokens.word(behind) == "fiscal"
    year = year_at(tokens, behind)
    if year is not None:
        return Quarter(number, year), behind + 1
    turn = w.TURNS.get(tokens.word(behind))
    if turn is not None and tokens.word(behind + 1) == "year":
        return Within(Quarter(number), Period(_TURNED_YEARS[turn], "year")), behind + 2
    return Quarter(number), after


def _of_year_before(tokens: Tokens, at: int) -> Parsed | None:
    """Read "2014 third quarter", "2014 quarter", "this year's third quarter"."""
    year = year_at(tokens, at)
    turn = w.TURNS.get(tokens.word(at))
    if year is not None:
        found = _ordinal(tokens, at + 1)
        if found is not None:
            return Quarter(found[0], year), found[1]
        return (Quarter(year=year), at + 2) if tokens.word(at + 1) in {"quarter", "period"} else None
    if turn is None or [tokens.word(at + 1), tokens.word(at + 2)] != ["year", "'s"]:
        return None
    step = _TURNED_YEARS[turn]
    found = _ordinal(tokens, at + 3)
    if found is not None:
        return Within(Quarter(found[0]), Period(step, "year")), found[1]
    return (Quarter(years=step), at + 4) if tokens.word(at + 3) in {"quarter", "period"} else None


def _year_ago(tokens: Tokens, at: int) -> Parsed | None:
    """Read "year-ago quarter", "comparable year-earlier period", "same period last year"; else the year before."""
    same = tokens.word(at) in w.SAME
    after = at + same
    if tokens.word(after) == "year" and tokens.word(after + 2) in {"ago", "earlier"} and tokens.word(after + 1) == "-":
        found = _ordinal(tokens, after + 3)
        if found is not None:
            return Quarter(found[0], years=-1), found[1]
        if tokens.word(after + 3) in _PERIODS:
            return Quarter(years=-1), after + 4
        return Shift(-1, -1, "year", "text"), after + 3
    if not same or tokens.word(after) not in _PERIODS:
        return None
    behind = after + 1 + (tokens.word(after + 1) in {"of", "in", "a"})
    known = [tokens.word(behind), tokens.word(behind + 1)] in (["last", "year"], ["year", "ago"], ["year", "earlier"])
    return (Quarter(years=-1), behind + 2) if known else None


def _latest(tokens: Tokens, at: int) -> Parsed | None:
    after = at + (tokens.word(at) == "most")
    if tokens.word(after) in _LATEST and tokens.word(after + 1) in {"quarter", "period"}:
        return Quarter(latest=True), after + 2
    return None


def _told(tokens: Tokens, at: int) -> Parsed | None:
    """Read "the quarter": a part of a town too, which the reading against the quarter told last keeps apart."""
    if tokens.word(at) not in {"the", "that"} or tokens.word(at + 1) != "quarter" or tokens.is_capital(at + 1):
        return None
    if [tokens.word(at + 2), tokens.word(at + 3)] == ["a", "year"] and tokens.word(at + 4) in {"ago", "earlier"}:
        return Quarter(years=-1), at + 5
    return (Quarter(), at + 2) if tokens.word(at + 2) not in {"of", "-"} else None


def _fiscal_year(tokens: Tokens, at: int) -> Parsed | None:
    """Read "fiscal 2014", "fiscal year 2014", "the current fiscal year", "the full year"."""
    after = at + (tokens.word(at) in {"current", "latest"})
    if tokens.word(after) == "fiscal":
        year = year_at(tokens, after + 1)
        if year is not None:
            return CalendarDate(year=year), after + 2
        if tokens.word(after + 1) == "year":
            year = year_at(tokens, after + 2)
            return (CalendarDate(year=year), after + 3) if year is not None else (_ended(tokens, after + 2), after + 2)
    full = tokens.word(at) == "full" and tokens.word(at + 1) == "year" and tokens.word(at - 1) == "the"
    return (_ended(tokens, at + 2), at + 2) if full else None


def _years_end(tokens: Tokens, at: int) -> Parsed | None:
    """Read "year-end", "year's end"."""
    if tokens.word(at) != "year" or tokens.word(at + 1) not in {"-", "'s", "end"}:
        return None
    after = at + 1 + (tokens.word(at + 1) != "end")
    return (Portion("late", Period(0, "year")), after + 1) if tokens.word(after) == "end" else None


def _year_at_hand(tokens: Tokens, at: int) -> Parsed | None:
    """Read "the worst raid of the year"; in "the year ended March 31" it is a length."""
    if [tokens.word(at), tokens.word(at + 1)] != ["the", "year"]:
        return None
    year = year_at(tokens, at + 2)
    if year is not None:
        return CalendarDate(year=year), at + 3
    if [tokens.word(at + 2), tokens.word(at + 3)] == ["two", "thousand"]:
        return CalendarDate(year=2000), at + 4
    if tokens.word(at - 1) not in _YEAR_AT_HAND:
        return None
    if tokens.word(at + 2) in {"before", "after", "earlier", "later", "when", "that", "until", "since", "-", "of"}:
        return None
    return _ended(tokens, at + 2), at + 2


def _ended(tokens: Tokens, at: int) -> Value:
    return Duration(1, "year") if tokens.word(at) in {"ended", "ending"} else Period(0, "year")

"""Time expressions as the resolver reads them, told in the values of TIMEX3 (TimeML 1.2.1), for comparison alone."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from evaluation.timeml import Timex
from marsad.resolve.times import Days, Expression, anchor, find_times
from marsad.resolve.times.discourse import Discourse
from marsad.resolve.times.grammar import grain
from marsad.resolve.times.value import (
    Before,
    Between,
    Duration,
    Habit,
    Overnight,
    Portion,
    Season,
    Shift,
    Since,
    Stretch,
    Unit,
    Until,
    Vague,
    Value,
    Years,
)
from marsad.resolve.times.words import COUNTS, UNITS

_PREPOSITION = re.compile(r"(?:since|by|until|till|before|from|between|in|on|during)\s+", re.IGNORECASE)
"""TIMEX3 leaves these out of the expression."""
_EVENT_BEHIND = re.compile(r"(?<!^the) (?:day|week|month|year|hour|minute|decade)s? (?:after|before)$", re.IGNORECASE)
"""What is counted from a happening is a length to TIMEX3: "three days" of "three days after the raid"."""
_JOINT = re.compile(r"\s*(?:[-–—]|\b(?:and|to|until|till|through)\b)\s*", re.IGNORECASE)
_PARTS = (
    ("TNI", re.compile(r"\b(?:night|tonight|overnight|midnight)\b", re.IGNORECASE)),
    ("TMO", re.compile(r"\b(?:morning|dawn|daybreak|sunrise)\b", re.IGNORECASE)),
    ("TAF", re.compile(r"\bafternoon\b", re.IGNORECASE)),
    ("TEV", re.compile(r"\b(?:evening|dusk|sunset)\b", re.IGNORECASE)),
)
_LENGTHS = {
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "weekend": "P{}WE",
    "week": "P{}W",
    "month": "P{}M",
    "quarter": "P{}Q",
    "year": "P{}Y",
    "decade": "P{}0Y",
    "century": "P{}00Y",
}
_VAGUE = frozenset({"several", "few", "some", "many"})
"""Words for a number that is not told: "several years" is PXY."""
_NUMBERS = frozenset({*COUNTS, "couple"})
_CLOCK = re.compile(r"(\d{1,2})(?::(\d{2}))?\s*([ap])\.?m\b|(\d{1,2}):(\d{2})|\b(noon|midday)\b", re.IGNORECASE)
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
_RHYTHMS = {
    "ann": "P1Y",
    "hour": "PT1H",
    "da": "P1D",
    "week": "P1W",
    "month": "P1M",
    "quarter": "P1Q",
    "ear": "P1Y",
}
_WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")


class Read(Struct, frozen=True):
    """An expression that was found, with its value and, where it fixes any, its days."""

    timex: Timex
    days: Days | None


class Reader:
    """The expressions of one text, each counted from the day of its creation and the times told before."""

    def __init__(self, text: str, created: date | None) -> None:
        self.text = text
        self._created = created
        self._found = find_times(text)
        self._ends = [found.end for found in self._found]
        self._discourses = [Discourse(text, created, created)]
        for found in self._found:
            self._discourses.append(self._discourses[-1].after(found))

    def all(self) -> Iterator[Read]:
        """Yield the expressions of the text, ranges told apart and prepositions left out, as TIMEX3 has them."""
        for expression in self._found:
            for part in _parted(expression):
                yield self.read(_without_preposition(part))

    def at(self, start: int, end: int) -> Read | None:
        """Read the words of a stretch that is known to be a time, or None when no rule reads them."""
        exact = [found for found in self._found if (found.start, found.end) == (start, end)]
        alone = [_moved(found, start) for found in find_times(self.text[start:end])]
        touching = [found for found in self._found if found.start < end and start < found.end]
        candidates = exact or alone or touching
        return self.read(max(candidates, key=lambda found: found.end - found.start)) if candidates else None

    def read(self, expression: Expression) -> Read:
        """Give an expression its value and days."""
        reference = self._told_before(expression).reference(expression)
        plain = _point(expression)
        days = anchor(plain, reference)
        return Read(Timex(expression.start, expression.end, value_of(plain, days, self._created)), days)

    def _told_before(self, expression: Expression) -> Discourse:
        return self._discourses[bisect_right(self._ends, expression.start)]


def _moved(found: Expression, by: int) -> Expression:
    return Expression(found.start + by, found.end + by, found.text, found.grain, found.value)


def _without_preposition(found: Expression) -> Expression:
    match = _PREPOSITION.match(found.text)
    if match is None:
        return found
    cut = match.end()
    return Expression(found.start + cut, found.end, found.text[cut:], found.grain, found.value)


def _parted(found: Expression) -> list[Expression]:
    """Return both ends of a range as expressions of their own, where the words of both stand by themselves."""
    if not isinstance(found.value, Between):
        return [found]
    joints = [match for match in _JOINT.finditer(found.text) if match.start() > 0]
    for joint in joints:
        ends = [
            *find_times(found.text[: joint.start()]),
            *(_moved(f, joint.end()) for f in find_times(found.text[joint.end() :])),
        ]
        if len(ends) == 2:
            return [_moved(end, found.start) for end in ends]
    return [found]


def _point(found: Expression) -> Expression:
    """Return the time that is named, without "since", "by" or "late" before it: TIMEX3 keeps those apart."""
    if _EVENT_BEHIND.search(found.text) and isinstance(found.value, Shift) and found.value.base == "text":
        return _as(found, Duration(found.value.most, found.value.unit))
    match found.value:
        case Since(start=inner) | Until(end=inner) | Before(end=inner) | Between(first=inner):
            return _point(_as(found, inner))
        case Portion(part=part, of=inner) if part not in {"first_half", "second_half"}:
            return _point(_as(found, inner))
        case _:
            return found


def _as(found: Expression, value: Value) -> Expression:
    return Expression(found.start, found.end, found.text, grain(value), value)


def value_of(found: Expression, days: Days | None, created: date | None) -> str:
    """Return the value in TIMEX3; empty where there is none."""
    match found.value:
        case Duration(count=count, unit=unit) | Stretch(count=count, unit=unit):
            return _length(found.text, abs(count), unit)
        case Vague(side=side):
            return f"{side.upper()}_REF"
        case Habit():
            return _rhythm(found.text)
        case Overnight() if created is not None:
            return f"{created.isoformat()}TNI"
        case Shift(least=least, most=most) if least != most:
            return "PAST_REF" if most < 0 else "FUTURE_REF"
        case _:
            return "" if days is None else _named(found, days)


def _length(words: str, count: int, unit: Unit) -> str:
    """Return a length; units without any number ("recent years") are as vague as "several years"."""
    told = re.findall(r"[^\W\d_]+|\d+", words.lower())
    if _VAGUE.intersection(told) or not any(it.isdigit() or it in _NUMBERS or UNITS.get(it) == it for it in told):
        return _LENGTHS[unit].format("X").replace("X0", "X").replace("X0", "X")
    if unit == "month" and count % 12 == 6 and "year" in told[-1]:
        return f"P{count // 12}Y6M"
    return _LENGTHS[unit].format(count)


def _named(found: Expression, days: Days) -> str:
    """Return the value of what has a name in TIMEX3: seasons, decades, halves and units of the calendar."""
    match found.value:
        case Season(name=name):
            return f"{days.start.year}-{_SEASONS[name]}"
        case Years(first=first, last=last):
            return str(first)[:2] if last - first > 9 else str(first)[:3]
        case Shift(unit="year") if days.end - days.start < timedelta(days=93):
            return f"{days.start.year}-Q{(days.start.month + 2) // 3}"
        case Portion(part=part):
            return f"{days.start.year}-{'H1' if part == 'first_half' else 'H2'}"
        case _:
            return _calendar(days, found)


def _calendar(days: Days, found: Expression) -> str:
    """Return the calendar unit that the words are told in: "two weeks ago" is the week in which that day lies."""
    middle = days.start + (days.end - days.start) // 2
    week = middle.isocalendar()
    match found.grain:
        case "week" | "weekend":
            return f"{week.year}-W{week.week:02d}" + "-WE" * (found.grain == "weekend")
        case "month":
            return middle.isoformat()[:7]
        case "quarter":
            return f"{middle.year}-Q{(middle.month + 2) // 3}"
        case "year":
            return f"{middle.year:04d}"
        case "decade":
            return f"{middle.year:04d}"[:3]
        case "century":
            return f"{middle.year:04d}"[:2]
        case _:
            clock = _CLOCK.search(found.text)
            if clock is not None:
                return f"{days.start.isoformat()}T{_told_by_clock(clock)}"
            part = next((code for code, words in _PARTS if words.search(found.text)), "")
            return days.start.isoformat() + part


def _told_by_clock(clock: re.Match[str]) -> str:
    """Return the time of the clock as TIMEX3 writes it: "22:00"."""
    hour, minute, half, full, minutes, noon = clock.groups()
    if noon is not None:
        return "12:00"
    if half is None:
        return f"{int(full):02d}:{minutes}"
    return f"{int(hour) % 12 + 12 * (half.lower() == 'p'):02d}:{minute or '00'}"


def _rhythm(words: str) -> str:
    lower = words.lower()
    weekday = next((number for number, name in enumerate(_WEEKDAYS, start=1) if f"{name}day" in lower), None)
    if weekday is not None:
        return f"XXXX-WXX-{weekday}"
    return next((value for stem, value in _RHYTHMS.items() if stem in lower), "")

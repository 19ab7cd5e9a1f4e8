"""Time expressions against TimeML, by the definitions of TempEval-3 (UzZaman et al. 2013, aclanthology S13-2001).

Strict: the same span. Relaxed: spans that overlap, one for one. Value: of the relaxed matches those with the same
value, over all that are given (precision) and wanted (recall). The day of creation is given and no part of the score.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

from msgspec import Struct

from evaluation.report import Report, Table, tally_figures, tally_table
from evaluation.scores import Tally, rounded, share
from evaluation.texts import quoted
from evaluation.timeml import TimedText, Timex, read_folder
from evaluation.timex import Read, Reader

CONTEXT = 50
"""Characters of the text shown around an expression that went wrong."""
_FIXED = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?|-W(\d{2})|-Q([1-4]))?$")
"""Values that stand for certain days: a year, a month, a day, a week, a quarter."""


class Outcome(Struct, frozen=True):
    """One text: what was found in it, what was matched with what, and what each of its times is read as when given."""

    text: TimedText
    found: tuple[Read, ...]
    pairs: tuple[tuple[Timex, Read], ...]
    given: tuple[tuple[Timex, Read | None], ...]


def measure(folder: Path) -> Report:
    """Measure the grammar of times on all TimeML files below a folder."""
    texts = list(read_folder(folder))
    began = perf_counter()
    outcomes = [outcome_of(text) for text in texts]
    return report_of(outcomes, seconds=perf_counter() - began)


def outcome_of(text: TimedText) -> Outcome:
    """Find the times of one text, and read those that are given."""
    reader = Reader(text.text, text.created)
    found = tuple(reader.all())
    given = tuple((timex, reader.at(timex.start, timex.end)) for timex in text.timexes)
    return Outcome(text, found, tuple(matched(text.timexes, found)), given)


def matched(wanted: Sequence[Timex], found: Sequence[Read]) -> list[tuple[Timex, Read]]:
    """Pair expressions whose spans overlap, one for one: equal spans first, then in the order of the text."""
    options = sorted(
        ((timex.start, timex.end) != (read.timex.start, read.timex.end), left, right)
        for left, timex in enumerate(wanted)
        for right, read in enumerate(found)
        if timex.start < read.timex.end and read.timex.start < timex.end
    )
    chosen: dict[int, int] = {}
    for _, left, right in options:
        if left not in chosen and right not in chosen.values():
            chosen[left] = right
    return [(wanted[left], found[right]) for left, right in sorted(chosen.items())]


def report_of(outcomes: Sequence[Outcome], *, seconds: float = 0.0) -> Report:
    """Add up over the texts, which took so many seconds (each is read twice: as it is, and where times stand)."""
    pairs = [pair for one in outcomes for pair in one.pairs]
    given, wanted = sum(len(one.found) for one in outcomes), sum(len(one.text.timexes) for one in outcomes)
    tallies = {
        name: Tally(right, given, right, wanted)
        for name, right in (
            ("strict", sum((timex.start, timex.end) == (read.timex.start, read.timex.end) for timex, read in pairs)),
            ("relaxed", len(pairs)),
            ("value", sum(timex.value == read.timex.value for timex, read in pairs)),
        )
    }
    told = [pair for one in outcomes for pair in one.given]
    values = share(sum(read is not None and timex.value == read.timex.value for timex, read in told), len(told))
    fixed = [(days, read) for timex, read in told for days in [days_of(timex.value)] if days is not None]
    right_days = share(sum(_same_days(days, read) for days, read in fixed), len(fixed))
    spans = Table(
        "Given where they stand",
        ("", "accuracy", "expressions"),
        (("value", values, len(told)), ("days, of those that fix any", right_days, len(fixed))),
    )
    figures = {
        "texts": len(outcomes),
        **{key: value for name, tally in tallies.items() for key, value in tally_figures(name, tally).items()},
        "texts_per_second": round(len(outcomes) / seconds, 1) if seconds else 0.0,
        "given_value_accuracy": rounded(values),
        "given_days_accuracy": rounded(right_days),
    }
    tables = (tally_table("Found in the text", tallies), spans)
    return Report("times", tables, figures, tuple(line for one in outcomes for line in _errors(one)))


def days_of(value: str) -> tuple[date, date] | None:
    """Return the first and last day that a value stands for, or None when it fixes no days.

    >>> days_of("1998-02")
    (datetime.date(1998, 2, 1), datetime.date(1998, 2, 28))
    """
    match = _FIXED.match(value)
    if match is None:
        return None
    year, month, day, week, quarter = (int(group) if group else 0 for group in match.groups())
    try:
        if week:
            monday = date.fromisocalendar(year, week, 1)
            return monday, monday + timedelta(days=6)
        if day:
            return date(year, month, day), date(year, month, day)
        first, months = (month, 1) if month else (3 * quarter - 2, 3) if quarter else (1, 12)
        return date(year, first, 1), _month_before(year, first + months)
    except ValueError:
        return None


def _month_before(year: int, month: int) -> date:
    """Return the last day of the month before the one given, which may be the thirteenth."""
    return date(year + (month > 12), (month - 1) % 12 + 1, 1) - timedelta(days=1)


def _same_days(days: tuple[date, date], read: Read | None) -> bool:
    """Whether the days are the same, or lie in the same unit up to the day of writing ("this month")."""
    if read is None or read.days is None:
        return False
    if days == (read.days.start, read.days.end):
        return True
    return days_of(read.timex.value) == days


def _errors(one: Outcome) -> list[str]:
    text, met = one.text.text, {id(read) for _, read in one.pairs}
    wanted = {id(timex) for timex, _ in one.pairs}
    missed = [("missed", timex, timex.value) for timex in one.text.timexes if id(timex) not in wanted]
    false = [("false", read.timex, read.timex.value) for read in one.found if id(read) not in met]
    values = [
        ("value", timex, f"{timex.value} as {read.timex.value or 'none'}")
        for timex, read in one.pairs
        if timex.value != read.timex.value
    ]
    return [
        f"{kind}: {what} ({one.text.created}): {_shown(text, timex)}"
        for kind, timex, what in [*missed, *false, *values]
    ]


def _shown(text: str, timex: Timex) -> str:
    first = max(0, timex.start - CONTEXT)
    return " ".join(quoted(text[first : timex.end + CONTEXT], (timex.start - first, timex.end - first)).split())

"""Tolls of many claims side by side: every value kept, none added to another.

The rule ``ucdp`` (UCDP GED codebook, "best estimate"): best is the value that most independent origins state, on a tie
the lower one; low and high are the lowest and highest of the values.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from marsad.model import EventFigure, Figure, FigureValue, ResolvedClaim

RULE = "ucdp"


class _Row(Struct, frozen=True):
    """What is counted: a measure, a class, the noun where one claim counts several of the class, and whether a part."""

    measure: str
    who_class: str
    noun: str
    part: bool

    @property
    def order(self) -> tuple[str, bool, str, str]:
        return self.measure, self.part, self.who_class, self.noun


def merge_figures(claims: Iterable[ResolvedClaim], origin_of: Mapping[str, str]) -> tuple[EventFigure, ...]:
    """Line up the figures of claims of one happening, wholes before their parts."""
    stated = sorted(claims, key=lambda claim: claim.id)
    crowded = _crowded(stated)
    rows: defaultdict[_Row, list[tuple[str, Figure]]] = defaultdict(list)
    for claim in stated:
        for figure in claim.figures:
            rows[_row(figure, crowded)].append((claim.id, figure))
    ordered = sorted(rows, key=lambda row: row.order)
    return tuple(_line_up(row, rows[row], origin_of, _whole(row, ordered)) for row in ordered)


def _row(figure: Figure, crowded: set[tuple[str, str, bool]]) -> _Row:
    part = figure.part_of is not None
    noun = (figure.who or "").casefold() if (figure.measure, figure.who_class, part) in crowded else ""
    return _Row(figure.measure, figure.who_class, noun, part)


def _crowded(claims: Iterable[ResolvedClaim]) -> set[tuple[str, str, bool]]:
    """Kinds of figure that one claim states twice ("26 militants and nine rebels"), to be told apart by their noun."""
    found = set()
    for claim in claims:
        kinds = Counter((f.measure, f.who_class, f.part_of is not None) for f in claim.figures)
        found |= {kind for kind, count in kinds.items() if count > 1}
    return found


def _whole(row: _Row, rows: list[_Row]) -> int | None:
    """Index of the only whole that a part can belong to."""
    if not row.part:
        return None
    wholes = [index for index, other in enumerate(rows) if other.measure == row.measure and not other.part]
    return wholes[0] if len(wholes) == 1 else None


def _line_up(
    row: _Row, stated: list[tuple[str, Figure]], origin_of: Mapping[str, str], whole: int | None
) -> EventFigure:
    values = tuple(sorted((FigureValue(claim, f.low, f.high) for claim, f in stated), key=lambda value: value.claim))
    bounds = [bound for value in values for bound in (value.low, value.high) if bound is not None]
    who = next((figure.who for _, figure in stated if figure.who), None)
    best = _best(values, origin_of)
    low, high = (min(bounds), max(bounds)) if bounds else (None, None)
    return EventFigure(row.measure, row.who_class, low, best, high, RULE, values, who, whole)


def _best(values: tuple[FigureValue, ...], origin_of: Mapping[str, str]) -> int | None:
    supporters: defaultdict[int, set[str]] = defaultdict(set)
    for value in values:
        number = _point(value)
        if number is not None:
            supporters[number].add(origin_of[value.claim])
    if not supporters:
        return None
    most = max(len(origins) for origins in supporters.values())
    return min(number for number, origins in supporters.items() if len(origins) == most)


def _point(value: FigureValue) -> int | None:
    """Return the number that stands for a value: the N of "N", "at least N" and "up to N", of a range its low."""
    return value.low if value.low is not None else value.high


def rivals(figure: EventFigure) -> bool:
    """Say whether what two claims state excludes each other: the one's lowest is above the other's highest.

    A claim that states several values allows all that lies between them.
    """
    stated: defaultdict[str, list[FigureValue]] = defaultdict(list)
    for value in figure.values:
        stated[value.claim].append(value)
    lows = [bound for values in stated.values() if (bound := _lowest(values)) is not None]
    highs = [bound for values in stated.values() if (bound := _highest(values)) is not None]
    return bool(lows and highs) and max(lows) > min(highs)


def _lowest(values: Iterable[FigureValue]) -> int | None:
    lows = [value.low for value in values]
    return None if None in lows else min(low for low in lows if low is not None)


def _highest(values: Iterable[FigureValue]) -> int | None:
    highs = [value.high for value in values]
    return None if None in highs else max(high for high in highs if high is not None)

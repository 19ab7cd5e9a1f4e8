"""Tolls of many claims side by side: every value kept, none added to another; low, best and high by a named rule."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from marsad.merge.counts import VAGUE, Count, excludes
from marsad.merge.rules import weigh
from marsad.merge.voices import Voices
from marsad.model import EventFigure, Figure, ResolvedClaim

UNNAMED = "unknown"
"""Class of "people" and "dead", who may be those whom another report calls civilians."""


ANYBODY = frozenset(
    "bodies casualties dead deaths died fatalities lives number others people person persons victims".split()
)
"""Nouns that tell no group from another."""


class Row(Struct, frozen=True):
    """What is counted: a measure, a class, the noun where one claim counts several of the class, and whether a part."""

    measure: str
    who_class: str
    noun: str
    part: bool

    @property
    def order(self) -> tuple[str, bool, str, str]:
        """Wholes come before their parts."""
        return self.measure, self.part, self.who_class, self.noun


Stated = list[tuple[str, Figure]]
"""Figures with the ids of their claims."""


class Tally(Struct, frozen=True):
    """A figure of the event with the counts that it was made of, in the order of the event's values."""

    figure: EventFigure
    counts: tuple[Count, ...]


def tally(claims: Iterable[ResolvedClaim], voices: Voices, rule: str) -> tuple[Tally, ...]:
    """Line up the figures of claims of one happening, wholes before their parts."""
    stated = sorted(claims, key=lambda claim: claim.id)
    crowded = _crowded(stated)
    rows: defaultdict[Row, Stated] = defaultdict(list)
    for claim in stated:
        for figure in claim.figures:
            rows[_row(figure, crowded)].append((claim.id, figure))
    joined = _join_unnamed(rows, voices)
    ordered = sorted(joined, key=lambda row: row.order)
    return tuple(_line_up(row, joined[row], voices, rule, _whole(row, ordered)) for row in ordered)


def _row(figure: Figure, crowded: set[tuple[str, str, bool]]) -> Row:
    part = figure.part_of is not None
    noun = (figure.who or "").casefold() if (figure.measure, figure.who_class, part) in crowded else ""
    return Row(figure.measure, figure.who_class, "" if noun in ANYBODY else noun, part)


def _crowded(claims: Iterable[ResolvedClaim]) -> set[tuple[str, str, bool]]:
    """Kinds of figure that one claim states twice ("26 militants and nine rebels"), to be told apart by their noun."""
    found = set()
    for claim in claims:
        kinds = Counter((f.measure, f.who_class, f.part_of is not None) for f in claim.figures)
        found |= {kind for kind, count in kinds.items() if count > 1}
    return found


def _join_unnamed(rows: Mapping[Row, Stated], voices: Voices) -> dict[Row, Stated]:
    """Put "12 people" of one report to "12 civilians" of another, where they can be the same ones.

    They cannot where one report counts both otherwise; where there are more people, the civilians may be a part.
    """
    joined = dict(rows)
    for row in [row for row in rows if row.who_class == UNNAMED and not row.part and not row.noun]:
        named = [other for other in rows if other.measure == row.measure and not other.part and other != row]
        if len(named) == 1 and not named[0].noun and _same_ones(rows[row], rows[named[0]], voices):
            joined[named[0]] = [*rows[named[0]], *joined.pop(row)]
    return joined


def _same_ones(unnamed: Stated, named: Stated, voices: Voices) -> bool:
    ones, others = [[_count(*pair) for pair in stated] for stated in (unnamed, named)]
    if any(_told_apart(one, others, voices) for one in ones):
        return False
    return any(not excludes(one, other) or (one.point or 0) < (other.point or 0) for one in ones for other in others)


def _told_apart(count: Count, others: Iterable[Count], voices: Voices) -> bool:
    """Say whether the count's own report gives the others another number."""
    report = voices[count.claim].document
    beside = {other.point for other in others if voices[other.claim].document == report}
    return bool(beside) and count.point not in beside


def _count(claim: str, figure: Figure) -> Count:
    return Count(claim, figure.low, figure.high, figure.wording in VAGUE)


def _whole(row: Row, rows: Sequence[Row]) -> int | None:
    """Index of the only whole that a part can belong to."""
    if not row.part:
        return None
    wholes = [index for index, other in enumerate(rows) if other.measure == row.measure and not other.part]
    return wholes[0] if len(wholes) == 1 else None


def _line_up(row: Row, stated: Stated, voices: Voices, rule: str, whole: int | None) -> Tally:
    counts = tuple(sorted((_count(*pair) for pair in stated), key=lambda count: count.claim))
    named = [figure.who for _, figure in stated if figure.who and figure.who_class == row.who_class]
    found = weigh(rule, counts, voices)
    values = tuple(count.value for count in counts)
    who = named[0] if named else None
    figure = EventFigure(
        row.measure, row.who_class, found.low, found.best, found.high, rule, values, who, whole, found.basis
    )
    return Tally(figure, counts)

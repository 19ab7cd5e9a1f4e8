"""Tolls of many claims side by side: every value kept, none added to another; low, best and high by a named rule."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from marsad.merge.counts import VAGUE, Count, by_voice, excludes, holds
from marsad.merge.denials import is_denial
from marsad.merge.revising import Change
from marsad.merge.rules import weigh
from marsad.merge.voices import Voices
from marsad.model import EventFigure, Figure, ResolvedClaim

UNNAMED = "unknown"
"""Class of "people" and "dead", who may be those whom another report calls civilians."""
CIVILIAN = "civilian"
"""Class of those whom another report may call people."""
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


class Stated(Struct, frozen=True):
    """A figure of a claim, and what the claim's report says of how it came to be."""

    claim: str
    figure: Figure
    change: Change | None

    @property
    def count(self) -> Count:
        """What it states."""
        return Count(self.claim, self.figure.low, self.figure.high, self.figure.wording in VAGUE, change=self.change)


class Tally(Struct, frozen=True):
    """A figure of the event with the counts that it was made of, in the order of the event's values."""

    figure: EventFigure
    counts: tuple[Count, ...]


def tally(claims: Iterable[ResolvedClaim], voices: Voices, rule: str) -> tuple[Tally, ...]:
    """Line up the figures of claims of one happening, wholes before their parts.

    Who denies that 150 died does not state that number.
    """
    stated = sorted(claims, key=lambda claim: claim.id)
    told = [claim for claim in stated if not is_denial(claim)] or stated
    crowded = _crowded(told)
    rows: defaultdict[Row, list[Stated]] = defaultdict(list)
    for claim in told:
        changes = voices[claim.id].revises or (None,) * len(claim.figures)
        for figure, change in zip(claim.figures, changes, strict=True):
            rows[_row(figure, crowded)].append(Stated(claim.id, figure, change))
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


def _join_unnamed(rows: Mapping[Row, list[Stated]], voices: Voices) -> dict[Row, list[Stated]]:
    """Put "12 people" of one report to "12 civilians" of another, where they can be the same ones.

    They cannot where one report counts both otherwise; where there are more people, the civilians may be a part. Where
    no number is the same the row is one of people: who counts fewer people does not say that they were civilians.
    """
    joined = dict(rows)
    for row in [row for row in rows if row.who_class == UNNAMED and not row.part and not row.noun]:
        named = [other for other in rows if other.measure == row.measure and not other.part and other != row]
        if len(named) == 1 and not named[0].noun and _same_ones(rows[row], named[0], rows[named[0]], voices):
            all_of_it = [*joined.pop(named[0]), *joined.pop(row)]
            joined[named[0] if _one_number(rows[row], rows[named[0]]) else row] = all_of_it
    return joined


def _same_ones(unnamed: Sequence[Stated], row: Row, named: Sequence[Stated], voices: Voices) -> bool:
    ones, others = [one.count for one in unnamed], [other.count for other in named]
    if any(_told_apart(one, others, voices) for one in ones):
        return False
    return _one_number(unnamed, named) or (
        row.who_class == CIVILIAN and any(_may_be_all(one, other) for one in ones for other in others)
    )


def _one_number(unnamed: Iterable[Stated], named: Iterable[Stated]) -> bool:
    return bool({one.count.point for one in unnamed} & {other.count.point for other in named} - {None})


def _may_be_all(people: Count, civilians: Count) -> bool:
    """Say whether the civilians can be all of the people rather than some of them."""
    fewer = (people.point or 0) < (civilians.point or 0)
    return fewer or ((people.vague or civilians.vague) and not excludes(people, civilians))


def _told_apart(count: Count, others: Iterable[Count], voices: Voices) -> bool:
    """Say whether the count's own report gives the others another number."""
    report = voices[count.claim].document
    beside = {other.point for other in others if voices[other.claim].document == report}
    return bool(beside) and count.point not in beside


def _whole(row: Row, rows: Sequence[Row]) -> int | None:
    """Index of the only whole that a part can belong to."""
    if not row.part:
        return None
    wholes = [index for index, other in enumerate(rows) if other.measure == row.measure and not other.part]
    return wholes[0] if len(wholes) == 1 else None


def _line_up(row: Row, stated: Sequence[Stated], voices: Voices, rule: str, whole: int | None) -> Tally:
    counts = _loosened([one.count for one in stated], voices)
    found = weigh(rule, counts, voices)
    values = tuple(count.value for count in counts)
    who = _noun(row, stated)
    figure = EventFigure(
        row.measure, row.who_class, found.low, found.best, found.high, rule, values, who, whole, found.basis
    )
    return Tally(figure, counts)


def _loosened(counts: Iterable[Count], voices: Voices) -> tuple[Count, ...]:
    """Read "12 dead" as the "at least 12" that the same report has the same origin say: headlines cut such words."""
    found = set()
    for some in by_voice(counts, voices).values():
        loose = [count for count in some if count.low != count.high and not count.vague]
        for count in some:
            same = [wide for wide in loose if wide.point == count.point and holds(wide, count)]
            whole = same[0] if same else count
            found.add(replace(count, low=whole.low, high=whole.high))
    return tuple(sorted(found, key=_place_in_row))


def _place_in_row(count: Count) -> tuple[object, ...]:
    bounds = (-1 if bound is None else bound for bound in (count.low, count.high))
    return count.claim, *bounds, count.vague, count.change or ""


def _noun(row: Row, stated: Iterable[Stated]) -> str | None:
    """Return the words of the first claim that states it, but for a lone word that may have begun a sentence."""
    named = [one.figure.who for one in stated if one.figure.who and one.figure.who_class == row.who_class]
    return next((who for who in named if who.islower() or " " in who), named[0] if named else None)

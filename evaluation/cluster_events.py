"""Events against the happenings of clusters: two that were merged, one that was left in parts, and what is right.

A claim is *placed* when it is known which happening it tells of, and which event it was put into.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from evaluation.cluster_files import Incident
from evaluation.documents import in_time, near
from evaluation.scores import Tally
from marsad.model import Event, EventPlace, EventTime, Place, ResolvedClaim, Time

Value = tuple[str, int | None, int | None]
"""Measure, low and high of a count."""


class Placed(Struct, frozen=True):
    """A claim of a report, the incident that it tells of, the origin that it rests on, and the event it is put into."""

    claim: ResolvedClaim
    report: str
    sentence: str
    incident: str
    origin: str
    event: Event


class Fault(Struct, frozen=True):
    """Two tellings that were put together or left apart wrongly, as a line that shows both."""

    clusters: frozenset[str]
    words: str


class Judged(Struct, frozen=True):
    """An incident, and whether the event that holds most of its claims has it right.

    ``origins`` is judged by the claims that the event holds, ``all_origins`` by all that tell of the incident;
    ``where`` and ``rivals`` are None where no place is read, or no two counts of one measure differ.
    """

    name: str
    reports: int
    expected: int
    event: Event
    all_origins: bool
    type: bool
    when: bool
    where: bool | None
    read: Tally
    kept: Tally
    rivals: bool | None

    @property
    def origins(self) -> bool:
        """Whether the event counts as many origins as stand behind the claims that it holds."""
        return self.event.origins == self.expected

    @property
    def wrong_fields(self) -> list[str]:
        """Say which of type, day and place are wrong, a line each."""
        event = self.event
        shown = {
            "type": (self.type, event.type),
            "day": (self.when, event.when and f"{event.when.start} to {event.when.end}"),
            "place": (self.where is not False, event.where and f"{event.where.name}, {event.where.country}"),
        }
        return [f"{field}: {self.name}: {value or 'none'}" for field, (right, value) in shown.items() if not right]


def by_incident(placed: Iterable[Placed]) -> dict[str, list[Placed]]:
    """Return the claims on each incident that has one."""
    told: defaultdict[str, list[Placed]] = defaultdict(list)
    for one in placed:
        told[one.incident].append(one)
    return dict(told)


def by_event(placed: Iterable[Placed]) -> dict[str, list[Placed]]:
    """Return the claims of each event, by its id."""
    held: defaultdict[str, list[Placed]] = defaultdict(list)
    for one in placed:
        held[one.event.id].append(one)
    return dict(held)


def pair_tally(placed: Sequence[Placed]) -> Tally:
    """Count pairs of claims that are put into one event; those of one happening within one report are left out."""
    both = given = wanted = 0
    for left, right in combinations(placed, 2):
        if (left.report, left.incident) != (right.report, right.incident):
            same, merged = left.incident == right.incident, left.event.id == right.event.id
            both, given, wanted = both + (same and merged), given + merged, wanted + same
    return Tally(both, given, both, wanted)


def false_merges(placed: Sequence[Placed]) -> Iterator[Fault]:
    """Yield, for each event and two incidents in it, the tellings that were joined, and why."""
    for _, held in sorted(by_event(placed).items()):
        told = by_incident(held)
        for one, other in combinations(sorted(told), 2):
            left, right, why = _joined(told[one], told[other])
            pairs = len(told[one]) * len(told[other])
            clusters = frozenset(name.split("/")[0] for name in (one, other))
            yield Fault(clusters, f"false merge ({pairs} pairs): {_two(left, right)}{why}")


def _joined(ones: Sequence[Placed], others: Sequence[Placed]) -> tuple[Placed, Placed, str]:
    """Return a pair that was joined for itself with its reasons, else any pair of the two."""
    reasons = {(reason.left, reason.right): reason for reason in ones[0].event.merged_because}
    for left in ones:
        for right in others:
            found = reasons.get((left.claim.id, right.claim.id)) or reasons.get((right.claim.id, left.claim.id))
            if found is not None:
                return left, right, f" ({found.score:.2f}: {'; '.join(found.reasons)})"
    return ones[0], others[0], " (over others)"


def missed_merges(placed: Sequence[Placed]) -> Iterator[Fault]:
    """Yield, for each incident, one telling of each event that should be one with that which holds most of it.

    Pairs within one report, which are in no tally, are not counted.
    """
    for name, told in sorted(by_incident(placed).items()):
        main = main_event(told)
        kept = next(one for one in told if one.event.id == main.id)
        for id_, held in sorted(by_event(told).items()):
            if id_ != main.id:
                pairs = sum(one.report != other.report for one in told if one.event.id == main.id for other in held)
                counted = f"{pairs} pairs" if pairs else "within one report"
                yield Fault(frozenset({name.split("/")[0]}), f"missed merge ({counted}): {_two(kept, held[0])}")


def _two(left: Placed, right: Placed) -> str:
    return f"{_one(left)} <> {_one(right)}"


def _one(placed: Placed) -> str:
    incident = placed.incident.split("/", maxsplit=1)[1]
    return f"{placed.report} ({incident}, {placed.claim.type}): {placed.sentence}"


def main_event(told: Sequence[Placed]) -> Event:
    """Return the event that holds most of the claims; of equals that of the lowest id."""
    held = by_event(told)
    return min(held.values(), key=lambda some: (-len(some), some[0].event.id))[0].event


def judge(name: str, told: Sequence[Placed], incident: Incident, all_origins: int) -> Judged:
    """Judge the event that holds most of an incident's claims, on which so many origins tell."""
    event = main_event(told)
    wanted = {(toll.measure, toll.low, toll.high) for toll in incident.tolls}
    read = wanted & {value for one in told for value in values_of(one.claim)}
    kept = read & {(figure.measure, value.low, value.high) for figure in event.figures for value in figure.values}
    when, where = _time(event.when), _place(event.where)
    return Judged(
        name=name,
        reports=len({one.report for one in told}),
        expected=len({one.origin for one in told if one.event.id == event.id}),
        event=event,
        all_origins=event.origins == all_origins,
        type=event.type in {incident.type, *incident.also_ok},
        when=in_time(when, incident.when),
        where=None if incident.where is None else near(where, incident.where),
        read=Tally(len(read), len(read), len(read), len(wanted)),
        kept=Tally(len(kept), len(kept), len(kept), len(read)),
        rivals=kept == read if _differ(read) else None,
    )


def values_of(claim: ResolvedClaim) -> set[Value]:
    """Return the counts of a claim."""
    return {(figure.measure, figure.low, figure.high) for figure in claim.figures}


def _differ(values: Iterable[Value]) -> bool:
    """Whether two of the values are of one measure."""
    return any(count > 1 for count in Counter(measure for measure, _, _ in values).values())


def invented(event: Event) -> list[int]:
    """Return the numbers of an event's figures that none of its claims states, such as sums."""
    numbers = []
    for figure in event.figures:
        stated = {bound for value in figure.values for bound in (value.low, value.high)}
        numbers += [n for n in (figure.low, figure.best, figure.high) if n is not None and n not in stated]
    return numbers


def _time(when: EventTime | None) -> Time | None:
    return None if when is None else Time(when.start, when.end, when.precision, when.mention, when.basis)


def _place(where: EventPlace | None) -> Place | None:
    if where is None:
        return None
    return Place(
        where.name,
        where.id,
        where.lat,
        where.lon,
        where.radius_km,
        where.precision,
        where.country,
        where.admin1,
        where.mention,
        where.basis,
    )

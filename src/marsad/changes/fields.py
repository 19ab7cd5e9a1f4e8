"""The fields of an event as a person reads them, with the claims for what each says, so that two events compare."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator

from msgspec import Struct

from marsad.model import Event, EventFigure, EventParty, EventPlace, EventTime
from marsad.ontology import load

DISPUTE = "dispute on "
"""What the name of a disputed field begins with."""


class Field(Struct, frozen=True):
    """What an event gives for a field, None when nothing, the claims that it rests on, and a figure's rule.

    A field without claims of its own rests on all of the event's.
    """

    value: str | None
    claims: tuple[str, ...] = ()
    rule: str | None = None


def gist(event: Event) -> str:
    """Return what the event is, where and when, in a line."""
    told = (load().event_type(event.type).label, _place(event.where), _time(event.when))
    return ", ".join(part for part in told if part is not None)


def fields_of(event: Event) -> dict[str, Field]:
    """Return the event's fields by name, figures by what they count."""
    return dict(_fields(event))


def renamed(old: Event, new: Event) -> dict[str, str]:
    """Map the names of the older event's figures, and of their disputes, to those that the newer one has for the same.

    "Killed: people" is "killed: traders" once a report says who they were: where both events have one figure of a
    measure and class, or one of a measure, it is the same.
    """
    found: dict[str, str] = {}
    for kind in (_counted, _class_of, _measure_of):
        left = _only(kind, (figure for figure in old.figures if _counted(figure) not in found))
        right = _only(kind, (figure for figure in new.figures if _counted(figure) not in found.values()))
        for key in left.keys() & right.keys():
            found[_counted(left[key])] = _counted(right[key])
            found[_disputed(left[key])] = _disputed(right[key])
    return found


def _only(kind: Callable[[EventFigure], Hashable], figures: Iterable[EventFigure]) -> dict[Hashable, EventFigure]:
    """Return the figures that are the only one of their kind."""
    told = list(figures)
    many = Counter(map(kind, told))
    return {kind(figure): figure for figure in told if many[kind(figure)] == 1}


def _class_of(figure: EventFigure) -> Hashable:
    return figure.measure, figure.who_class, figure.part_of is None


def _measure_of(figure: EventFigure) -> Hashable:
    return figure.measure, figure.part_of is None


def _fields(event: Event) -> Iterator[tuple[str, Field]]:
    ontology = load()
    yield "type", Field(ontology.event_type(event.type).label)
    yield "modality", Field(ontology.modality(event.modality).label)
    yield "told as history", Field("yes" if event.background else "no")
    yield "when", Field(_time(event.when), event.when.for_ if event.when else ())
    yield "where", Field(_place(event.where), event.where.for_ if event.where else ())
    for role, named in (("who", event.who), ("whom", event.whom)):
        yield role, Field(_parties(named), tuple(claim for party in named for claim in party.for_))
    yield "means", Field(_joined(means.text for means in event.means), _claims_of_means(event))
    for figure in event.figures:
        yield _counted(figure), Field(_figure(figure), tuple(value.claim for value in figure.values), figure.rule)
    for dispute in event.disputes:
        told = " / ".join(value.value for value in dispute.values)
        yield f"{DISPUTE}{dispute.field}", Field(told, tuple(id_ for value in dispute.values for id_ in value.claims))
    yield "grade", Field(ontology.grade(event.grade).label)
    yield "origins", Field(str(event.origins))


def _claims_of_means(event: Event) -> tuple[str, ...]:
    return tuple(claim for means in event.means for claim in means.for_)


def _time(when: EventTime | None) -> str | None:
    if when is None:
        return None
    return f"{when.start}" if when.start == when.end else f"{when.start} to {when.end}"


def _place(where: EventPlace | None) -> str | None:
    if where is None:
        return None
    country = f", {where.country}" if where.country and where.precision != "country" else ""
    return f"{where.name}{country}" if where.precision == "exact" else f"{where.name}{country} ({where.precision})"


def _parties(named: tuple[EventParty, ...]) -> str | None:
    return _joined(party.name for party in named)


def _joined(names: Iterator[str]) -> str | None:
    return ", ".join(sorted(set(names))) or None


def _counted(figure: EventFigure) -> str:
    ontology = load()
    whom = ontology.victim_class(figure.who_class).label.lower() if figure.who is None else figure.who
    part = "" if figure.part_of is None else ", as part"
    return f"{ontology.measure(figure.measure).label.lower()}: {whom}{part}"


def _disputed(figure: EventFigure) -> str:
    ontology = load()
    whom = figure.who or ontology.victim_class(figure.who_class).label.lower()
    return f"{DISPUTE}{ontology.measure(figure.measure).label}: {whom}"


def _figure(figure: EventFigure) -> str:
    low, best, high = figure.low, figure.best, figure.high
    if low is None and high is None:
        return "some"
    if low == high:
        return str(low)
    bounds = f"at least {low}" if high is None else f"up to {high}" if low is None else f"{low} to {high}"
    return bounds if best is None else f"{bounds}, best {best}"

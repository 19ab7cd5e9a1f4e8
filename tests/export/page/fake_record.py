"""A record in memory, built by hand: reports of several wars in our own words, and what would be read from them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from operator import attrgetter
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import asdict, replace

from marsad.model import (
    Block,
    Copy,
    Document,
    Event,
    EventFigure,
    EventParty,
    EventPlace,
    EventTime,
    Figure,
    FigureValue,
    Issue,
    Mention,
    Party,
    Place,
    Published,
    ResolvedClaim,
    Source,
    Span,
    Time,
    content_id,
)


class FakeRecord(Struct, frozen=True):
    """A :class:`marsad.model.Record` over tuples."""

    all_documents: tuple[Document, ...]
    all_claims: tuple[ResolvedClaim, ...]
    all_events: tuple[Event, ...]
    all_copies: tuple[Copy, ...] = ()

    def documents(self) -> Iterator[Document]:
        """Give all documents."""
        return iter(self.all_documents)

    def claims(self) -> Iterator[ResolvedClaim]:
        """Give all claims."""
        return iter(self.all_claims)

    def events(self) -> Iterator[Event]:
        """Give all events."""
        return iter(self.all_events)

    def copies(self, document: str) -> tuple[Copy, ...]:
        """Give the copies of that document's text."""
        return tuple(copy for copy in self.all_copies if copy.of == document)

    def document(self, id: str) -> Document:
        """Return one document."""
        return _at(self.all_documents, id)

    def claim(self, id: str) -> ResolvedClaim:
        """Return one claim."""
        return _at(self.all_claims, id)


Row = TypeVar("Row", Document, ResolvedClaim)


def _at(rows: tuple[Row, ...], id: str) -> Row:
    """Find a row by its id among rows sorted by id."""
    place = bisect_left(rows, id, key=attrgetter("id"))
    if place == len(rows) or rows[place].id != id:
        raise KeyError(id)
    return rows[place]


def report(
    path: str,
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    issues: Iterable[Issue] = (),
    url: str | None = None,
    agencies: tuple[str, ...] = (),
) -> Document:
    """Build a document whose whole text is body."""
    day = date.fromisoformat(published) if published else None
    return Document(
        id=content_id("d", path),
        path=path,
        url=url,
        sha256="0" * 64,
        title=title,
        outlet=outlet,
        agencies=agencies,
        language="en",
        published=Published(day, day, "given with the report") if day else None,
        text=text,
        blocks=(Block(0, len(text), "body"),) if text else (),
        issues=tuple(issues),
    )


def words(document: Document, text: str) -> Mention:
    """Quote the first occurrence."""
    start = document.text.index(text)
    return Mention.of(document.text, start, start + len(text))


def place(  # noqa: PLR0917
    name: str, point: tuple[float, float] | None, radius: float | None, precision: str, country: str, admin1: str | None
) -> Place:
    """Build a place; point is latitude, longitude."""
    lat, lon = point or (None, None)
    return Place(name, None, lat, lon, radius, precision, country, admin1, None, "the only place of that name")


def time(start: str, end: str | None = None, precision: str = "day") -> Time:
    """Build a time."""
    last = date.fromisoformat(end or start)
    return Time(date.fromisoformat(start), last, precision, None, "the day before publication")


def count(  # noqa: PLR0917
    document: Document, text: str, measure: str, who_class: str, low: int | None, high: int | None, **more: int
) -> Figure:
    """Build a figure from its words."""
    wording = "about" if text.startswith("Some ") else "exactly" if high is not None else "at_least"
    return Figure(measure, None, who_class, low, high, wording, words(document, text), more.get("part_of"))


def claim(
    document: Document,
    sentence: str,
    trigger: str,
    type: str,
    *,
    modality: str = "happened",
    who: Iterable[Party] = (),
    whom: Iterable[Party] = (),
    where: Place | None = None,
    when: Time | None = None,
    figures: Iterable[Figure] = (),
    sources: Iterable[Source] = (),
    background: bool = False,
) -> ResolvedClaim:
    """Build a claim from words of the document."""
    told = words(document, sentence)
    at = document.text.index(trigger, told.start)
    return ResolvedClaim(
        id=content_id("c", document.id, at, type),
        document=document.id,
        type=type,
        modality=modality,
        background=background,
        trigger=Mention.of(document.text, at, at + len(trigger)),
        sentence=Span(told.start, told.end),
        mentions=(),
        who=tuple(who),
        whom=tuple(whom),
        where=where,
        when=when,
        figures=tuple(figures),
        means=(),
        sources=tuple(sources),
        extractor="by-hand",
        confidence=0.9,
    )


def party(name: str, document: Document | None = None, text: str | None = None, *, private: bool = False) -> Party:
    """Build a party, with its words when given."""
    return Party(name, None, words(document, text) if document and text else None, private)


def event(*claims: ResolvedClaim, **changes: object) -> Event:
    """Put claims together as merging would, with the given fields changed."""
    first = claims[0]
    ids = tuple(claim.id for claim in claims)
    documents = len({claim.document for claim in claims})
    built = Event(
        id=content_id("e", ids[0]),
        type=first.type,
        modality=first.modality,
        background=first.background,
        when=_event_time(first.when, ids),
        where=_event_place(first.where, ids),
        who=tuple(EventParty(p.name, p.id, p.mention, ids, (), p.private) for p in first.who),
        whom=tuple(EventParty(p.name, p.id, p.mention, ids, (), p.private) for p in first.whom),
        means=(),
        figures=_figures(claims),
        claims=tuple(sorted(ids)),
        documents=documents,
        outlets=documents,
        origins=documents,
        disputes=(),
        grade="fair" if documents > 1 else "weak",
        merged_because=(),
    )
    return replace(built, **changes)


def _event_time(time: Time | None, ids: tuple[str, ...]) -> EventTime | None:
    return EventTime(**_fields(time), for_=ids, against=()) if time else None


def _event_place(place: Place | None, ids: tuple[str, ...]) -> EventPlace | None:
    return EventPlace(**_fields(place), for_=ids, against=()) if place else None


def _fields(value: Time | Place) -> dict[str, Any]:
    return {**asdict(value), "mention": None}


def _figures(claims: Iterable[ResolvedClaim]) -> tuple[EventFigure, ...]:
    rows: dict[tuple[str, str, int | None], list[FigureValue]] = {}
    for told in claims:
        for figure in told.figures:
            key = (figure.measure, figure.who_class, figure.part_of)
            rows.setdefault(key, []).append(FigureValue(told.id, figure.low, figure.high))
    built = []
    for (measure, who_class, part), values in rows.items():
        bounds = [bound for value in values for bound in (value.low, value.high) if bound is not None]
        low, high = min(bounds), max(bounds)
        built.append(EventFigure(measure, who_class, low, low, high, "ucdp", tuple(values), None, part))
    return tuple(built)


def many(events: int, *, paragraph: int = 900) -> FakeRecord:
    """Build a record of that many events, each of one claim in a document of its own, over a year in one theatre."""
    filler = "Residents spoke of smoke above the quarter. " * (paragraph // 44)
    documents, claims, merged = [], [], []
    for n in range(events):
        day = date.fromordinal(date(2023, 4, 15).toordinal() + n % 365).isoformat()
        sentence = f"Shells struck ward {n} of the town on that day, killing {n % 9} people."
        document = report(
            f"many/{n}.txt", filler + sentence, title=f"Report {n}", outlet=f"Outlet {n % 40}", published=day
        )
        where = place(f"Town {n % 700}", (10 + n % 97 / 20, 24 + n % 89 / 12), 3 + n % 20, "exact", "SD", "Darfur")
        told = claim(
            document,
            sentence,
            "struck",
            "shelling" if n % 3 else "armed_clash",
            modality="planned" if n % 11 == 0 else "happened",
            who=[party(f"Party {n % 25}")],
            where=where,
            when=time(day),
            figures=[count(document, f"{n % 9} people", "killed", "civilian", n % 9, n % 9)],
        )
        documents.append(document)
        claims.append(told)
        merged.append(event(told))
    return FakeRecord(
        tuple(sorted(documents, key=attrgetter("id"))),
        tuple(sorted(claims, key=attrgetter("id"))),
        tuple(sorted(merged, key=attrgetter("id"))),
    )

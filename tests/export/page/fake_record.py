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
    Dispute,
    DisputedValue,
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
    MergeReason,
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
    return Figure(measure, None, who_class, low, high, "exactly", words(document, text), more.get("part_of"))


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


HOSTILE_TITLE = "</title><script>window.attacked = true</script><img src=x onerror='window.attacked = true'>\u2028 raid"
PRIVATE_NAME = "Hauwa Dantata"


def sample() -> FakeRecord:
    """Build the record that the tests of the page share."""
    parts = [_omdurman(), _kherson(), _catatumbo(), _hodeidah(), _zamfara(), _bamako(), _sagaing(), _masisi()]
    documents = [document for documents, _, _ in parts for document in documents]
    broken = report("broken/scan.pdf", "", issues=[Issue("no_text", "The file holds pictures only, no text.")])
    undated = report(
        "undated.txt", "A note without a date.", issues=[Issue("no_date", "Nothing says when this came out.")]
    )
    copies = (
        Copy(documents[0].id, documents[2].id, 1.0, "identical"),
        Copy(documents[2].id, documents[0].id, 1.0, "identical"),
    )
    return FakeRecord(
        tuple(sorted((*documents, broken, undated), key=lambda d: d.id)),
        tuple(sorted((claim for _, claims, _ in parts for claim in claims), key=lambda c: c.id)),
        tuple(sorted((event for _, _, events in parts for event in events), key=lambda e: e.id)),
        copies,
    )


Part = tuple[list[Document], list[ResolvedClaim], list[Event]]


def _omdurman() -> Part:
    """Tell of a market shelled in Omdurman: two tolls, one text printed twice, and a bombardment years earlier."""
    first = report(
        "sudan/market.txt",
        "Traders in Omdurman spoke of panic. 🕊\n\nShells hit the Sabreen market in Omdurman on Tuesday, killing "
        "12 civilians and wounding 31, the doctors' network said. It blamed the Rapid Support Forces. Ambulances could "
        "not reach the stalls for an hour.\n\nThe army has held the old town since last year.",
        title="Shells fall on crowded Omdurman market",
        outlet="Nile Courier",
        published="2025-02-05",
        url="https://nile-courier.example/2025/omdurman-market",
    )
    second = report(
        "sudan/market-agency.html",
        "At least 19 people died when artillery struck a market in Omdurman on Tuesday, the Khartoum health ministry "
        "said, accusing the Rapid Support Forces. Three children were among the dead.",
        title="Health ministry: 19 dead in Omdurman",
        outlet="Red Sea Daily",
        published="2025-02-05",
        agencies=("AFP",),
    )
    copy = replace(first, id=content_id("d", "sudan/copy.txt"), path="sudan/copy.txt", outlet="Blue Nile Mirror")
    rsf, place_ = party("Rapid Support Forces"), place("Omdurman", (15.644, 32.478), 6, "exact", "SD", "Khartoum")
    sentence = (
        "Shells hit the Sabreen market in Omdurman on Tuesday, killing 12 civilians and wounding 31, the doctors' "
        "network said."
    )

    def told(document: Document) -> ResolvedClaim:
        return claim(
            document,
            sentence,
            "hit",
            "shelling",
            who=[replace(rsf, mention=words(document, "Rapid Support Forces"))],
            whom=[party("civilians")],
            where=replace(place_, mention=words(document, "the Sabreen market in Omdurman")),
            when=replace(time("2025-02-04"), mention=words(document, "Tuesday")),
            figures=[
                count(document, "12 civilians", "killed", "civilian", 12, 12),
                count(document, "31", "injured", "civilian", 31, 31),
            ],
            sources=[Source("Sudan Doctors' Network", None, "medical", words(document, "the doctors' network"))],
        )

    one, three = told(first), told(copy)
    two = claim(
        second,
        "At least 19 people died when artillery struck a market in Omdurman on Tuesday, the Khartoum health ministry "
        "said, accusing the Rapid Support Forces.",
        "struck",
        "shelling",
        who=[replace(rsf, mention=words(second, "Rapid Support Forces"))],
        where=replace(place_, mention=words(second, "Omdurman")),
        when=time("2025-02-04"),
        figures=[
            count(second, "At least 19 people", "killed", "civilian", 19, None),
            count(second, "Three children", "killed", "child", 3, 3, part_of=0),
        ],
        sources=[
            Source("Khartoum State Ministry of Health", None, "official", words(second, "the Khartoum health ministry"))
        ],
    )
    merged = event(
        one,
        two,
        three,
        outlets=3,
        origins=2,
        disputes=(
            Dispute(
                "Killed: Civilians",
                (DisputedValue("12", tuple(sorted((one.id, three.id)))), DisputedValue("at least 19", (two.id,))),
            ),
        ),
        merged_because=(
            MergeReason(one.id, two.id, 0.86, ("same place: Omdurman", "same day", "same party: Rapid Support Forces")),
            MergeReason(one.id, three.id, 1.0, ("the same text",)),
        ),
    )
    return [first, second, copy], [one, two, three], [merged]


def _kherson() -> Part:
    """Tell of a strike that one side denies, and a siege told as history."""
    document = report(
        "ukraine/kherson.txt",
        "A spokesman denied that drones had struck the hospital in Kherson on 3 February. In 2022 Russian forces held "
        "the city for eight months.",
        title="Moscow denies hospital strike",
        outlet="Dnipro Wire",
        published="2025-02-04",
    )
    denied = claim(
        document,
        "A spokesman denied that drones had struck the hospital in Kherson on 3 February.",
        "struck",
        "air_strike",
        modality="denied",
        who=[party("Armed Forces of Russia")],
        where=place("Kherson", (46.635, 32.616), 5, "exact", "UA", "Kherson"),
        when=time("2025-02-03"),
        sources=[Source("Russian defence ministry", None, "party", words(document, "A spokesman"))],
    )
    history = claim(
        document,
        "In 2022 Russian forces held the city for eight months.",
        "held",
        "territory_captured",
        who=[party("Armed Forces of Russia")],
        where=place("Kherson", (46.635, 32.616), 5, "exact", "UA", "Kherson"),
        when=time("2022-03-02", "2022-11-11", "year"),
        background=True,
    )
    return [document], [denied, history], [event(denied, grade="discounted"), event(history)]


def _catatumbo() -> Part:
    """Tell of a withdrawal that is only planned, somewhere in a province."""
    document = report(
        "colombia/catatumbo.txt",
        "The ELN will pull its fighters out of parts of Norte de Santander by the end of February, its envoys said.",
        title="ELN sets date for pullback",
        outlet="Cúcuta Hoy",
        published="2025-02-06",
    )
    planned = claim(
        document,
        document.text,
        "pull",
        "withdrawal",
        modality="planned",
        who=[party("ELN", document, "ELN")],
        where=place("Norte de Santander", (8.0, -73.0), 110, "province", "CO", "Norte de Santander"),
        when=time("2025-02-06", "2025-02-28", "month"),
    )
    return [document], [planned], [event(planned)]


def _hodeidah() -> Part:
    """Tell of a clash at a place with an Arabic name, told by a report with a hostile title."""
    document = report(
        "yemen/bajil.html",
        "Fighters loyal to the government clashed with the Houthis near باجل on Monday night; seven men were hurt.",
        title=HOSTILE_TITLE,
        outlet="صحيفة الساحل",
        published="2025-02-04",
        url="javascript:alert(1)",
    )
    clash = claim(
        document,
        document.text,
        "clashed",
        "armed_clash",
        who=[party("Government of Yemen")],
        whom=[party("أنصار الله", document, "the Houthis")],
        where=place("باجل", (15.06, 43.29), 14, "near", "YE", "Al Hudaydah"),
        when=time("2025-02-03"),
        figures=[count(document, "seven men", "injured", "combatant", 7, 7)],
    )
    return [document], [clash], [event(clash)]


def _zamfara() -> Part:
    """Tell of an abduction whose victim is a private person."""
    text = (
        f"Gunmen seized {PRIVATE_NAME}, a pupil, from a house in Tsafe on Sunday. Neighbours said Dantata was led away "
        "on foot towards the forest."
    )
    document = report(
        "nigeria/hauwa-dantata-seized.txt",
        text,
        title=f"{PRIVATE_NAME} seized in Tsafe",
        outlet="Gusau Post",
        published="2025-02-03",
        url="https://gusau-post.example/hauwa-dantata-seized",
    )
    abduction = claim(
        document,
        text.split(". ", maxsplit=1)[0] + ".",
        "seized",
        "abduction",
        who=[party("Gunmen", document, "Gunmen")],
        whom=[party(PRIVATE_NAME, document, PRIVATE_NAME, private=True)],
        where=place("Tsafe", (11.95, 6.92), 8, "exact", "NG", "Zamfara"),
        when=time("2025-02-02"),
    )
    return [document], [abduction], [event(abduction)]


def _bamako() -> Part:
    """Tell of a threat without a known time, and a statement without a place."""
    document = report(
        "mali/threat.txt",
        "JNIM warned that it would attack every convoy bound for Bamako. A truce, the junta said, was out of question.",
        title="Convoys warned off",
        outlet="Sahel Letter",
    )
    threat = claim(
        document,
        "JNIM warned that it would attack every convoy bound for Bamako.",
        "attack",
        "attack_on_civilians",
        modality="threatened",
        who=[party("JNIM", document, "JNIM")],
        where=place("Bamako", (12.65, -8.0), 25, "near", "ML", "Bamako"),
    )
    statement = claim(
        document,
        "A truce, the junta said, was out of question.",
        "said",
        "statement",
        who=[party("Government of Mali", document, "the junta")],
        when=time("2025-02-01", "2025-02-05", "days"),
    )
    return [document], [threat, statement], [event(threat), event(statement)]


def _sagaing() -> Part:
    """Known to the country only, with no coordinates that a pin could stand on; and what may happen."""
    document = report(
        "myanmar/air.txt",
        "Jets bombed villages across Myanmar last week, the shadow government said. More raids may follow in Sagaing.",
        title="Week of raids",
        outlet="Irrawaddy Digest",
        published="2025-02-08",
    )
    raids = claim(
        document,
        "Jets bombed villages across Myanmar last week, the shadow government said.",
        "bombed",
        "air_strike",
        who=[party("Myanmar Air Force")],
        where=place("Myanmar", (21.0, 96.5), 900, "country", "MM", None),
        when=time("2025-01-27", "2025-02-02", "week"),
        sources=[Source("National Unity Government", None, "party", words(document, "the shadow government"))],
    )
    feared = claim(
        document,
        "More raids may follow in Sagaing.",
        "raids",
        "air_strike",
        modality="possible",
        where=place("Sagaing", None, None, "region", "MM", "Sagaing"),
        when=time("2025-02-08", "2025-02-20", "month"),
    )
    return [document], [raids, feared], [event(raids), event(feared)]


def _masisi() -> Part:
    """Fighting that goes on, and people who fled from it."""
    document = report(
        "drc/masisi.txt",
        "Fighting went on around Masisi on Wednesday between the army and M23. Some 4,000 people have fled since "
        "Monday, the UN said, quoting camp leaders.",
        title="Thousands flee Masisi",
        outlet="Kivu Matin",
        published="2025-02-06",
    )
    fighting = claim(
        document,
        "Fighting went on around Masisi on Wednesday between the army and M23.",
        "Fighting",
        "armed_clash",
        modality="ongoing",
        who=[party("Armed Forces of the DRC", document, "the army")],
        whom=[party("M23", document, "M23")],
        where=place("Masisi", (-1.4, 28.81), 20, "near", "CD", "North Kivu"),
        when=time("2025-02-05"),
    )
    flight = claim(
        document,
        "Some 4,000 people have fled since Monday, the UN said, quoting camp leaders.",
        "fled",
        "displacement",
        whom=[party("civilians", document, "people")],
        where=place("Masisi", (-1.4, 28.81), 40, "district", "CD", "North Kivu"),
        when=time("2025-02-03", "2025-02-06", "days"),
        figures=[count(document, "Some 4,000 people", "displaced", "civilian", 4000, 4000)],
        sources=[Source("OCHA", None, "un_body", words(document, "the UN"))],
    )
    return [document], [fighting, flight], [event(fighting), event(flight)]


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

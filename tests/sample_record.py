"""A small record made by hand, of several wars, for tests of what reads a record."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from marsad.model import (
    Block,
    Copy,
    Dispute,
    DisputedValue,
    Document,
    Event,
    EventFigure,
    EventMeans,
    EventParty,
    EventPlace,
    EventTime,
    Figure,
    FigureValue,
    Issue,
    Means,
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
from marsad.store import Store


def document(path: str, text: str, **fields: Any) -> Document:
    """Return a report of one body block, whatever the fields do not say unknown."""
    sha256 = content_id("s", text)
    given: dict[str, Any] = {
        "id": content_id("d", path, sha256),
        "path": path,
        "url": None,
        "sha256": sha256,
        "title": None,
        "outlet": None,
        "agencies": (),
        "language": "en",
        "published": None,
        "text": text,
        "blocks": (Block(0, len(text), "body"),) if text else (),
        "issues": (),
    }
    return Document(**given | fields)


def published(day: date) -> Published:
    """Return that day as given apart."""
    return Published(day, day, "given with the report")


def words(document: Document, quote: str) -> Mention:
    """Return the first place of the quote in the document."""
    start = document.text.index(quote)
    return Mention.of(document.text, start, start + len(quote))


def sentence(document: Document, mention: Mention) -> Span:
    """Return the sentence around the mention, when full stops end sentences alone."""
    before = document.text.rfind(". ", 0, mention.start)
    after = document.text.find(". ", mention.end)
    return Span(before + 2 if before >= 0 else 0, after + 1 if after >= 0 else len(document.text))


def party(document: Document, quote: str, *, name: str = "", id: str | None = None, private: bool = False) -> Party:
    """Return who is named so."""
    return Party(name or quote, id, words(document, quote), private)


def place(document: Document, quote: str, lat: float | None, lon: float | None, **fields: Any) -> Place:
    """Return a town in the document."""
    given: dict[str, Any] = {
        "name": quote,
        "id": None,
        "lat": lat,
        "lon": lon,
        "radius_km": 3.0,
        "precision": "exact",
        "country": None,
        "admin1": None,
        "mention": words(document, quote),
        "basis": f"{quote} in the gazetteer",
    }
    return Place(**given | fields)


def day(document: Document, quote: str, when: date, precision: str = "day") -> Time:
    """Return the day that the quote means."""
    return Time(when, when, precision, words(document, quote), f"{quote}, counted from the day of publication")


def figure(document: Document, quote: str, low: int | None, high: int | None, **fields: Any) -> Figure:
    """Return a count of killed civilians."""
    given: dict[str, Any] = {
        "measure": "killed",
        "who": quote.split(" ", 1)[-1],
        "who_class": "civilian",
        "low": low,
        "high": high,
        "wording": "exactly",
        "mention": words(document, quote),
        "part_of": None,
    }
    return Figure(**given | fields)


def claim(document: Document, type: str, trigger: str, **fields: Any) -> ResolvedClaim:
    """Return a claim of the document's sentence that holds the trigger."""
    mention = words(document, trigger)
    given: dict[str, Any] = {
        "id": content_id("c", document.id, mention.start, mention.end, type),
        "document": document.id,
        "type": type,
        "modality": "happened",
        "background": False,
        "trigger": mention,
        "sentence": sentence(document, mention),
        "mentions": (),
        "who": (),
        "whom": (),
        "where": None,
        "when": None,
        "figures": (),
        "means": (),
        "sources": (),
        "extractor": "by_hand.v1",
        "confidence": 0.9,
    }
    return ResolvedClaim(**given | fields)


def _parties(named: Iterable[tuple[str, Party]]) -> tuple[EventParty, ...]:
    found: dict[str, list[tuple[str, Party]]] = {}
    for said, who in named:
        found.setdefault(who.id or who.name, []).append((said, who))
    return tuple(
        EventParty(of[0][1].name, of[0][1].id, of[0][1].mention, tuple(said for said, _ in of), (), of[0][1].private)
        for of in found.values()
    )


def _figures(claims: tuple[ResolvedClaim, ...]) -> tuple[EventFigure, ...]:
    found: dict[tuple[str, str], list[tuple[ResolvedClaim, Figure]]] = {}
    for said in claims:
        for count in said.figures:
            found.setdefault((count.measure, count.who_class), []).append((said, count))
    return tuple(
        EventFigure(
            measure,
            who_class,
            min((count.low for _, count in of if count.low is not None), default=None),
            of[0][1].low,
            max((count.high for _, count in of if count.high is not None), default=None),
            "first.v1",
            tuple(FigureValue(said.id, count.low, count.high) for said, count in of),
            of[0][1].who,
        )
        for (measure, who_class), of in found.items()
    )


def event(*claims: ResolvedClaim, **fields: Any) -> Event:
    """Return the event of those claims: the first one's time and place, everybody's parties and figures."""
    first = claims[0]
    ids = tuple(sorted(said.id for said in claims))
    when, where = first.when, first.where
    given: dict[str, Any] = {
        "id": content_id("e", ids[0]),
        "type": first.type,
        "modality": first.modality,
        "background": first.background,
        "when": when and EventTime(when.start, when.end, when.precision, when.mention, when.basis, ids, ()),
        "where": where
        and EventPlace(
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
            ids,
            (),
        ),
        "who": _parties((said.id, one) for said in claims for one in said.who),
        "whom": _parties((said.id, one) for said in claims for one in said.whom),
        "means": tuple(EventMeans(one.text, one.mention, (said.id,), ()) for said in claims for one in said.means),
        "figures": _figures(claims),
        "claims": ids,
        "documents": len({said.document for said in claims}),
        "outlets": len({said.document for said in claims}),
        "origins": len({said.document for said in claims}),
        "disputes": (),
        "grade": "weak",
        "merged_because": (),
    }
    return Event(**given | fields)


MARKET = document(
    "sudan/market.txt",
    "On Tuesday shells fell on the livestock market of El Fasher. "
    "The Rapid Support Forces killed 9 traders there, the Emergency Room said. The army may answer with air strikes.",
    title="Traders die in El Fasher",
    outlet="Darfur Ledger",
    agencies=("AFP",),
    url="https://ledger.example/market",
    published=published(date(2024, 5, 15)),
)
MARKET_AGAIN = document(
    "sudan/again.txt",
    "A medic in El Fasher counted 14 dead after Tuesday's shelling of the livestock market by the RSF.",
    outlet="Nile Courier",
    published=published(date(2024, 5, 16)),
)
MARKET_COPY = document("sudan/wire.txt", f"{MARKET.text} (AFP)", outlet="Port Herald")
DRONE = document(
    "ukraine/drone.txt",
    "A Russian drone hit a flat in Kharkiv on 3 March 2024 and killed Olena Tkach. Her neighbour wept for Olena Tkach.",
    outlet="Sloboda Wire",
    published=published(date(2024, 3, 4)),
)
ABDUCTION = document(
    "colombia/arauca.txt",
    "Gunmen abducted two teachers somewhere in Colombia, a union said.",
    title="=Teachers missing",
    outlet="Llano Diario",
)
BROKEN = document("broken.pdf", "", language=None, issues=(Issue("encrypted", "the file is encrypted"),))

SHELLING = claim(
    MARKET,
    "shelling",
    "shells fell",
    mentions=(words(MARKET, "killed"),),
    who=(party(MARKET, "The Rapid Support Forces", name="Rapid Support Forces", id="rsf"),),
    whom=(party(MARKET, "traders"),),
    where=place(MARKET, "El Fasher", 13.628, 25.349, id="geonames:379406", country="SD", admin1="North Darfur"),
    when=day(MARKET, "On Tuesday", date(2024, 5, 14)),
    figures=(figure(MARKET, "9 traders", 9, 9),),
    means=(Means("shells", words(MARKET, "shells")),),
    sources=(Source("Emergency Room", None, "medical", words(MARKET, "the Emergency Room")),),
)
SHELLING_AGAIN = claim(
    MARKET_AGAIN,
    "shelling",
    "shelling",
    who=(party(MARKET_AGAIN, "RSF", name="Rapid Support Forces", id="rsf"),),
    where=place(MARKET_AGAIN, "El Fasher", 13.628, 25.349, id="geonames:379406", country="SD", admin1="North Darfur"),
    when=day(MARKET_AGAIN, "Tuesday", date(2024, 5, 14)),
    figures=(figure(MARKET_AGAIN, "14 dead", 14, 14, who_class="unknown"),),
    sources=(Source("A medic", None, "medical", words(MARKET_AGAIN, "A medic")),),
)
ANSWER = claim(
    MARKET,
    "air_strike",
    "air strikes",
    modality="possible",
    who=(party(MARKET, "The army", name="Sudanese Armed Forces", id="saf"),),
)
STRIKE = claim(
    DRONE,
    "air_strike",
    "hit",
    who=(party(DRONE, "Russian", name="Russian Armed Forces", id="russia"),),
    whom=(party(DRONE, "Olena Tkach", private=True),),
    where=place(DRONE, "Kharkiv", 49.993, 36.23, id="geonames:706483", country="UA", admin1="Kharkiv"),
    when=day(DRONE, "3 March 2024", date(2024, 3, 3)),
    figures=(figure(DRONE, "killed Olena Tkach", 1, 1, who="Olena Tkach"),),
    means=(Means("drone", words(DRONE, "drone")),),
)
KIDNAP = claim(
    ABDUCTION,
    "abduction",
    "abducted",
    who=(party(ABDUCTION, "Gunmen"),),
    whom=(party(ABDUCTION, "two teachers"),),
    where=place(
        ABDUCTION, "Colombia", 4.0, -73.0, id="geonames:3686110", precision="country", radius_km=600.0, country="CO"
    ),
    figures=(figure(ABDUCTION, "two teachers", 2, 2, measure="captured"),),
    sources=(Source("a union", None, "other", words(ABDUCTION, "a union")),),
)

READ = (
    (MARKET, (SHELLING, ANSWER)),
    (MARKET_AGAIN, (SHELLING_AGAIN,)),
    (MARKET_COPY, ()),
    (DRONE, (STRIKE,)),
    (ABDUCTION, (KIDNAP,)),
    (BROKEN, ()),
)
COPIES = (Copy(MARKET.id, MARKET_COPY.id, 0.98, "agency_copy"), Copy(MARKET_COPY.id, MARKET.id, 1.0, "agency_copy"))
MARKET_EVENT = event(
    SHELLING,
    SHELLING_AGAIN,
    disputes=(Dispute("killed", (DisputedValue("9", (SHELLING.id,)), DisputedValue("14", (SHELLING_AGAIN.id,)))),),
    merged_because=(MergeReason(SHELLING.id, SHELLING_AGAIN.id, 0.93, ("same day", "same town", "same side")),),
)
ANSWER_EVENT, STRIKE_EVENT, KIDNAP_EVENT = event(ANSWER), event(STRIKE), event(KIDNAP)
EVENTS = (MARKET_EVENT, ANSWER_EVENT, STRIKE_EVENT, KIDNAP_EVENT)


def fill(store: Store) -> None:
    """Write the sample into the store."""
    store.add(READ)
    store.replace_events(EVENTS, COPIES)

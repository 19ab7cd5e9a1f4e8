"""Small reports and claims for tests of merging."""

from datetime import date

from msgspec.structs import replace

from marsad.merge.digest import ClaimDigest, digest_claim, digest_document
from marsad.merge.origins import origins
from marsad.merge.reconciled import reconcile
from marsad.merge.revising import revises
from marsad.merge.tellings import Telling
from marsad.merge.voices import voices
from marsad.model import (
    Block,
    Document,
    Event,
    Figure,
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

TOWNS = {
    "El Fasher": ("SD", 13.63, 25.35),
    "Nyala": ("SD", 12.05, 24.88),
    "Chasiv Yar": ("UA", 48.60, 37.84),
    "Kostiantynivka": ("UA", 48.53, 37.71),
    "Mopti": ("ML", 14.49, -4.19),
    "Lashio": ("MM", 22.93, 97.75),
}


def report(
    text: str,
    *,
    outlet: str | None = None,
    agencies: tuple[str, ...] = (),
    published: date | None = date(2024, 5, 12),
) -> Document:
    """Return a document that is all body."""
    came_out = None if published is None else Published(published, published, "given with the report")
    name = f"{outlet}-{text[:12]}.txt"
    return Document(
        id=content_id("d", name, text),
        path=name,
        url=None,
        sha256="",
        title=None,
        outlet=outlet,
        agencies=agencies,
        language="en",
        published=came_out,
        text=text,
        blocks=(Block(0, len(text), "body"),),
        issues=(),
    )


def day(number: int, *, month: int = 5, until: int | None = None) -> Time:
    """Return one day, or a span of days, of 2024."""
    first, last = date(2024, month, number), date(2024, month, until or number)
    return Time(first, last, "day" if first == last else "days", None, "as said")


def town(name: str, *, radius_km: float = 5.0) -> Place:
    """Return one of the towns."""
    country, lat, lon = TOWNS[name]
    return Place(name, f"geonames:{name}", lat, lon, radius_km, "exact", country, None, None, "as said")


def province(name: str, lat: float, lon: float, country: str, *, radius_km: float = 250.0) -> Place:
    """Return an area that is known by its middle and reach."""
    return Place(name, f"marsad:{name}", lat, lon, radius_km, "province", country, name, None, "as said")


def party(name: str, id_: str | None = None) -> Party:
    """Return a party; without an id it is known by its words alone."""
    return Party(name, id_, None)


def killed(low: int | None, high: int | None = None, *, who: str = "people", who_class: str = "unknown") -> Figure:
    """Return a toll; without a high it is exact."""
    top = low if high is None else high
    return Figure("killed", who, who_class, low, top, "exactly", Mention(0, 1, "?"), None)


def claim(
    document: Document,
    type_: str = "air_strike",
    trigger: str = "strike",
    *,
    modality: str = "happened",
    background: bool = False,
    who: tuple[Party, ...] = (),
    whom: tuple[Party, ...] = (),
    where: Place | None = None,
    when: Time | None = None,
    figures: tuple[Figure, ...] = (),
    sources: tuple[Source, ...] = (),
) -> ResolvedClaim:
    """Return a claim whose sentence is the sentence of its trigger."""
    start = document.text.index(trigger)
    said = Mention.of(document.text, start, start + len(trigger))
    first = document.text.rfind(". ", 0, start) + 2 if ". " in document.text[:start] else 0
    end = document.text.find(".", start) + 1
    return ResolvedClaim(
        id=content_id("c", document.id, start, type_),
        document=document.id,
        type=type_,
        modality=modality,
        background=background,
        trigger=said,
        sentence=Span(first, end),
        mentions=(),
        who=who,
        whom=whom,
        where=None if where is None else replace(where, mention=Mention(said.start, said.end, where.name)),
        when=None if when is None else replace(when, mention=Mention(first, first + 1, document.text[first])),
        figures=figures,
        means=(),
        sources=sources,
        extractor="by hand",
        confidence=1.0,
    )


def telling(told: ResolvedClaim, document: Document) -> Telling:
    """Return what a report says of a happening in one claim."""
    seen = digest(told, document)
    return Telling(seen, (seen,))


def digest(told: ResolvedClaim, document: Document) -> ClaimDigest:
    """Return what the comparison sees of a claim."""
    return digest_claim(told, document, digest_document(document))


def event_of(*pairs: tuple[ResolvedClaim, Document], rule: str = "ucdp") -> Event:
    """Return the event of claims that are taken to be one happening, whatever a comparison would say."""
    ordered = sorted(pairs, key=lambda pair: pair[0].id)
    digests = [digest(*pair) for pair in ordered]
    names = {document.id: document.outlet or document.path for _, document in pairs}
    revising = {told.id: ways for told, document in pairs if (ways := revises(told, document))}
    return reconcile(digests, voices(digests, origins(digests, {}), names, revising), rule)

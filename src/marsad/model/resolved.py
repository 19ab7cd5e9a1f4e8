"""A claim with its words resolved to parties, places, days and numbers: what ``resolve`` gives."""

from datetime import date

from msgspec import Struct

from marsad.model.text import Mention, Span


class Party(Struct, frozen=True):
    """Who took part. ``name`` is canonical when ``id`` (in the table of parties) is known, else the words.

    ``private`` marks a victim who is named and holds no public office: exports and indexes withhold it by default.
    """

    name: str
    id: str | None
    mention: Mention | None
    private: bool = False


class Source(Struct, frozen=True):
    """Whom the report credits with saying it; ``kind`` is a code of the ontology's kinds of source.

    ``interest`` says that it is a side of the claim itself, or speaks for one.
    """

    name: str
    id: str | None
    kind: str
    mention: Mention | None
    interest: bool = False


class Place(Struct, frozen=True):
    """Where it happened. ``lat`` and ``lon`` (degrees, WGS 84) are null when the place is known by name only.

    ``radius_km`` is the uncertainty about the point; ``precision`` a code of the ontology; ``country`` ISO 3166-1
    alpha-2; ``basis`` a sentence that says how the words led here.
    """

    name: str
    id: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    precision: str
    country: str | None
    admin1: str | None
    mention: Mention | None
    basis: str


class Time(Struct, frozen=True):
    """When it happened: first and last possible day, both inclusive; ``basis`` says how the words led here.

    ``start`` and ``end`` may differ because the happening lasted or because the words are vague; ``precision`` is
    a code of the ontology.
    """

    start: date
    end: date
    precision: str
    mention: Mention | None
    basis: str


class Figure(Struct, frozen=True):
    """A count of persons or things; null bounds are not stated. ``part_of`` indexes the figures of the same claim."""

    measure: str
    who: str | None
    who_class: str
    low: int | None
    high: int | None
    wording: str
    mention: Mention
    part_of: int | None


class Means(Struct, frozen=True):
    """With what it was done."""

    text: str
    mention: Mention


class ResolvedClaim(Struct, frozen=True):
    """A claim as the record keeps it. ``id`` is that of the :class:`~marsad.model.claim.Claim` it was resolved from.

    ``undated`` are the words of its time where they fix no day ("on June 6" in a report without a date); it is null
    when ``when`` is known.
    """

    id: str
    document: str
    type: str
    modality: str
    background: bool
    trigger: Mention
    sentence: Span
    mentions: tuple[Mention, ...]
    who: tuple[Party, ...]
    whom: tuple[Party, ...]
    where: Place | None
    when: Time | None
    figures: tuple[Figure, ...]
    means: tuple[Means, ...]
    sources: tuple[Source, ...]
    extractor: str
    confidence: float
    undated: Mention | None = None

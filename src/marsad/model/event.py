"""Claims of one happening, merged: what ``merge`` gives. Every field lists the claims for it and against it."""

from datetime import date

from msgspec import Struct

from marsad.model.text import Mention

_FOR = {"for_": "for"}


class EventTime(Struct, frozen=True, rename=_FOR):
    """When, with the ids of the claims for and against; ``mention`` stands in the document of the first one for it."""

    start: date
    end: date
    precision: str
    mention: Mention | None
    basis: str
    for_: tuple[str, ...]
    against: tuple[str, ...]


class EventPlace(Struct, frozen=True, rename=_FOR):
    """Where, with the ids of the claims for and against."""

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
    for_: tuple[str, ...]
    against: tuple[str, ...]


class EventParty(Struct, frozen=True, rename=_FOR):
    """One who took part, with the ids of the claims that name it and of those that name another instead."""

    name: str
    id: str | None
    mention: Mention | None
    for_: tuple[str, ...]
    against: tuple[str, ...]
    private: bool = False


class EventMeans(Struct, frozen=True, rename=_FOR):
    """With what, with the ids of the claims that say so."""

    text: str
    mention: Mention
    for_: tuple[str, ...]
    against: tuple[str, ...]


class FigureValue(Struct, frozen=True, order=True):
    """What one claim says of a figure."""

    claim: str
    low: int | None
    high: int | None


class EventFigure(Struct, frozen=True):
    """One measure and class over all claims: every value with its claim, and a low, best and high by a named rule.

    ``who`` are the words of the first claim that states it; ``part_of`` indexes the event's figure that it is counted
    in, or is null; ``basis`` says how the rule came to low, best and high.
    """

    measure: str
    who_class: str
    low: int | None
    best: int | None
    high: int | None
    rule: str
    values: tuple[FigureValue, ...]
    who: str | None = None
    part_of: int | None = None
    basis: str = ""


class DisputedValue(Struct, frozen=True):
    """One of the rival values, as a person reads it, and the claims for it."""

    value: str
    claims: tuple[str, ...]


class Dispute(Struct, frozen=True):
    """A field on which the claims cannot all be right; ``text`` says in a sentence who says what against whom."""

    field: str
    values: tuple[DisputedValue, ...]
    text: str = ""


class EventValue(Struct, frozen=True, rename=_FOR):
    """One of several values that the claims give to a field, as a person reads it.

    ``relation`` (a code of the ontology) is how it stands to what the event gives for the field, ``basis`` the reason
    in words where there is one; the claims for it, and those whose value excludes it.
    """

    field: str
    value: str
    relation: str
    basis: str
    for_: tuple[str, ...]
    against: tuple[str, ...]


class MergeReason(Struct, frozen=True):
    """Why two claims were put together: ``score`` between 0 and 1, and each reason as a person reads it."""

    left: str
    right: str
    score: float
    reasons: tuple[str, ...]


class Event(Struct, frozen=True):
    """Claims of one happening. ``id`` hashes the first of the claims' ids, so that further claims leave it as it is.

    ``documents``, ``outlets`` and ``origins`` count those behind the claims; ``grade`` is a code of the ontology, and
    ``grade_basis`` the reason for it. ``values`` are those of the fields to which the claims give more than one.
    """

    id: str
    type: str
    modality: str
    background: bool
    when: EventTime | None
    where: EventPlace | None
    who: tuple[EventParty, ...]
    whom: tuple[EventParty, ...]
    means: tuple[EventMeans, ...]
    figures: tuple[EventFigure, ...]
    claims: tuple[str, ...]
    documents: int
    outlets: int
    origins: int
    disputes: tuple[Dispute, ...]
    grade: str
    merged_because: tuple[MergeReason, ...]
    grade_basis: str = ""
    values: tuple[EventValue, ...] = ()

"""One entry of a vocabulary: a frozen type for each vocabulary, as its YAML file holds it."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

Sentence = Annotated[str, Meta(min_length=3)]
Role = Literal["who", "whom", "where", "when", "means"]
UcdpSide = Literal["state", "organised", "civilians", "none"]


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every entry has. ``example`` is one that is, ``counter_example`` a near one that is not."""

    code: Annotated[str, Meta(pattern="^[a-z][a-z_]*$")]
    label: Sentence
    definition: Sentence
    parent: str | None
    example: Sentence
    counter_example: Sentence


class EventType(Entry, frozen=True, kw_only=True):
    """A type of happening, or a heading over several (``group``), which no claim bears.

    ``family`` is the coarse group within which claims are compared; ``compatible`` are the leaves that may name the
    same happening told differently; ``roles`` says what each slot holds; ``measures`` are the figures that make sense.
    Happenings of an ``excluded`` type are recognised in order to be left out of the record.
    """

    family: str = ""
    compatible: tuple[str, ...] = ()
    roles: dict[Role, Sentence] = {}
    measures: tuple[str, ...] = ()
    group: bool = False
    excluded: bool = False

    def may_be_same_as(self, code: str) -> bool:
        """Say whether a claim of that type may tell the same happening as a claim of this one."""
        return code == self.code or code in self.compatible


class Measure(Entry, frozen=True, kw_only=True):
    """What a figure counts, and in which unit (``persons``, ``things`` or ``km²``)."""

    unit: Literal["persons", "things", "km²"]


class Modality(Entry, frozen=True, kw_only=True):
    """How the text stands to the happening."""


class VictimClass(Entry, frozen=True, kw_only=True):
    """Whom a figure counts."""


class ActorKind(Entry, frozen=True, kw_only=True):
    """A kind of actor with its code in ACLED (0 to 8) and what it is to UCDP."""

    acled_inter: Annotated[int, Meta(ge=0, le=8)]
    ucdp_side: UcdpSide


class SourceKind(Entry, frozen=True, kw_only=True):
    """A kind of source; ``independent`` unless it is a side in what it tells or its side is not known."""

    independent: bool


class PlacePrecision(Entry, frozen=True, kw_only=True):
    """How exactly a place is known, with UCDP's code (1 best, 6 country) and ACLED's (1 to 3)."""

    ucdp_where_prec: Annotated[int, Meta(ge=1, le=7)]
    acled_geo_precision: Annotated[int, Meta(ge=1, le=3)]


class TimePrecision(Entry, frozen=True, kw_only=True):
    """How exactly a time is known, with UCDP's code (1 to 5) and ACLED's (1 to 3, or None where it has none)."""

    ucdp_date_prec: Annotated[int, Meta(ge=1, le=5)]
    acled_time_precision: Annotated[int, Meta(ge=1, le=3)] | None


class Wording(Entry, frozen=True, kw_only=True):
    """How a figure is worded."""


class Grade(Entry, frozen=True, kw_only=True):
    """How well an event is supported."""


class FigureRule(Entry, frozen=True, kw_only=True):
    """How low, best and high of an event's figure come from what claims state; ``source`` is where it comes from."""

    source: Sentence


class Relation(Entry, frozen=True, kw_only=True):
    """How one value of a field stands to what the event gives for the field."""

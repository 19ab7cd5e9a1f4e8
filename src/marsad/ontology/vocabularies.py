"""All vocabularies and crosswalks together, with lookup that refuses unknown codes."""

from collections.abc import Mapping
from typing import TypeVar

from msgspec import Struct

from marsad.errors import UnknownCodeError
from marsad.model import Figure, ResolvedClaim
from marsad.ontology.crosswalk import AcledCodes, PloverCodes, UcdpCodes
from marsad.ontology.entries import (
    ActorKind,
    EventType,
    FigureRule,
    Grade,
    Measure,
    Modality,
    PlacePrecision,
    Relation,
    SourceKind,
    TimePrecision,
    VictimClass,
    Wording,
)

T = TypeVar("T")


class Ontology(Struct, frozen=True):
    """The vocabularies, each a mapping from code to entry in the order of its file.

    Every lookup function raises :class:`~marsad.errors.UnknownCodeError` for a code that the vocabulary does not list.
    """

    event_types: Mapping[str, EventType]
    measures: Mapping[str, Measure]
    modalities: Mapping[str, Modality]
    victim_classes: Mapping[str, VictimClass]
    actor_kinds: Mapping[str, ActorKind]
    source_kinds: Mapping[str, SourceKind]
    place_precisions: Mapping[str, PlacePrecision]
    time_precisions: Mapping[str, TimePrecision]
    wordings: Mapping[str, Wording]
    grades: Mapping[str, Grade]
    figure_rules: Mapping[str, FigureRule]
    relations: Mapping[str, Relation]
    acled_codes: Mapping[str, AcledCodes]
    ucdp_codes: Mapping[str, UcdpCodes]
    plover_codes: Mapping[str, PloverCodes]

    def leaves(self, *, with_excluded: bool = False) -> tuple[EventType, ...]:
        """Return the types that a claim of the record can bear; on request also those left out of it."""
        return tuple(
            entry for entry in self.event_types.values() if not entry.group and (with_excluded or not entry.excluded)
        )

    def event_type(self, code: str) -> EventType:
        """Look up a type of happening or a heading over several."""
        return _look_up("event type", code, self.event_types)

    def leaf(self, code: str) -> EventType:
        """Look up a type that a claim can bear."""
        leaves = {entry.code: entry for entry in self.leaves(with_excluded=True)}
        return _look_up("event type of a claim", code, leaves)

    def measure(self, code: str) -> Measure:
        """Look up what a figure counts."""
        return _look_up("measure", code, self.measures)

    def modality(self, code: str) -> Modality:
        """Look up a modality."""
        return _look_up("modality", code, self.modalities)

    def victim_class(self, code: str) -> VictimClass:
        """Look up whom a figure counts."""
        return _look_up("victim class", code, self.victim_classes)

    def actor_kind(self, code: str) -> ActorKind:
        """Look up a kind of actor."""
        return _look_up("kind of actor", code, self.actor_kinds)

    def source_kind(self, code: str) -> SourceKind:
        """Look up a kind of source."""
        return _look_up("kind of source", code, self.source_kinds)

    def place_precision(self, code: str) -> PlacePrecision:
        """Look up how exactly a place is known."""
        return _look_up("place precision", code, self.place_precisions)

    def time_precision(self, code: str) -> TimePrecision:
        """Look up how exactly a time is known."""
        return _look_up("time precision", code, self.time_precisions)

    def wording(self, code: str) -> Wording:
        """Look up how a figure is worded."""
        return _look_up("wording", code, self.wordings)

    def grade(self, code: str) -> Grade:
        """Look up how well an event is supported."""
        return _look_up("grade", code, self.grades)

    def figure_rule(self, code: str) -> FigureRule:
        """Look up a rule for the figures of events."""
        return _look_up("rule for figures", code, self.figure_rules)

    def relation(self, code: str) -> Relation:
        """Look up how a value stands to the event's."""
        return _look_up("relation", code, self.relations)

    def acled(self, code: str) -> AcledCodes:
        """Return ACLED's codes of a leaf."""
        return _look_up("event type in the ACLED crosswalk", code, self.acled_codes)

    def ucdp(self, code: str) -> UcdpCodes:
        """Return UCDP's code of a leaf."""
        return _look_up("event type in the UCDP crosswalk", code, self.ucdp_codes)

    def plover(self, code: str) -> PloverCodes:
        """Return PLOVER's codes of a leaf."""
        return _look_up("event type in the PLOVER crosswalk", code, self.plover_codes)

    def check_claim(self, claim: ResolvedClaim) -> None:
        """Check every code of the claim.

        Raises:
            UnknownCodeError: for the first code that its vocabulary does not list.
        """
        self.leaf(claim.type)
        self.modality(claim.modality)
        for figure in claim.figures:
            self._check_figure(figure)
        for source in claim.sources:
            self.source_kind(source.kind)
        if claim.where is not None:
            self.place_precision(claim.where.precision)
        if claim.when is not None:
            self.time_precision(claim.when.precision)

    def _check_figure(self, figure: Figure) -> None:
        self.measure(figure.measure)
        self.victim_class(figure.who_class)
        self.wording(figure.wording)


def _look_up(vocabulary: str, code: str, entries: Mapping[str, T]) -> T:
    try:
        return entries[code]
    except KeyError:
        raise UnknownCodeError(vocabulary, code, tuple(entries)) from None

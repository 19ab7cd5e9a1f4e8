"""Where each claim's happening took place."""

from typing import Self

from marsad.model import Claim, Document, Mention, Place
from marsad.resolve.places import placing
from marsad.resolve.places.discourse import Discourse
from marsad.resolve.places.gazetteer import Entry, Gazetteer, default_gazetteer
from marsad.resolve.places.phrases import read_names
from marsad.resolve.places.reader import DocumentPlaces


class PlaceResolver:
    """Resolves the places of a document's claims; holds the gazetteer and no state of a document."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    @classmethod
    def default(cls) -> Self:
        """Return the resolver with the gazetteer that ships with marsad.

        Raises:
            FactsError: the gazetteer's file is missing.
        """
        return cls(default_gazetteer())

    def resolve(self, document: Document, claims: tuple[Claim, ...]) -> tuple[Place | None, ...]:
        """Return one place for each claim, in their order; None where the text gives none."""
        if not claims:
            return ()
        places = DocumentPlaces(document, self._gazetteer)
        discourse = Discourse(document, places)
        return tuple(_resolve_claim(claim, places, discourse) for claim in claims)


def _resolve_claim(claim: Claim, places: DocumentPlaces, discourse: Discourse) -> Place | None:
    given = [place for mention in claim.where for place in [_read_mention(mention, claim, places, discourse)] if place]
    best = min(given, key=lambda place: _fineness(place, claim), default=None)
    return best or discourse.place_of(claim)


def _fineness(place: Place, claim: Claim) -> tuple[bool, int, int]:
    away = abs(place.mention.start - claim.trigger.start) if place.mention is not None else 0
    return place.lat is None, placing.ORDER.index(place.precision), away


def _read_mention(mention: Mention, claim: Claim, places: DocumentPlaces, discourse: Discourse) -> Place | None:
    names = [item for item in places.names_in(mention) if not item.countries]
    if not names:
        return discourse.referent(mention)
    others = [other for other in claim.where if other != mention]
    return read_names(names, mention, areas_of(others, places), places)


def areas_of(mentions: list[Mention], places: DocumentPlaces) -> tuple[Entry, ...]:
    """Return the places that a claim's other place phrases name, the finest first."""
    choices = [places.choose(item) for mention in mentions for item in places.names_in(mention)]
    entries = {choice.entry for choice in choices if choice is not None}
    return tuple(sorted(entries, key=lambda e: (placing.ORDER.index(placing.precision_of(e)), e.number)))

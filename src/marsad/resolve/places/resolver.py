"""Where each claim's happening took place."""

from typing import Self

from marsad.model import Claim, Document, Mention, Place
from marsad.resolve.places import placing
from marsad.resolve.places.discourse import Discourse
from marsad.resolve.places.gazetteer import Entry, Gazetteer, default_gazetteer
from marsad.resolve.places.names import only_kinds
from marsad.resolve.places.phrases import read_names
from marsad.resolve.places.reader import DocumentPlaces

VAGUE = frozenset({"area", "region", "scene", "site", "there", "border", "country", "here"})
"""Words that refer to a place without saying anything of it."""


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
    if best is not None and best.precision == "country":
        return discourse.finer_elsewhere(claim, best) or best
    return best or discourse.place_of(claim)


def _fineness(place: Place, claim: Claim) -> tuple[bool, bool, int, bool, int]:
    """Rank the places of a claim: "the area" and "there" last, then the finest, the named, the nearest."""
    away = abs(place.mention.start - claim.trigger.start) if place.mention is not None else 0
    words = "" if place.mention is None else place.mention.text
    vague = place.precision == "country" or words.lower().removeprefix("the ") in VAGUE
    return place.lat is None, vague, placing.ORDER.index(place.precision), words == words.lower(), away


def _read_mention(mention: Mention, claim: Claim, places: DocumentPlaces, discourse: Discourse) -> Place | None:
    names = [item for item in places.names_in(mention) if not item.countries]
    if names and all(item.aside for item in names):
        return None  # "near the border with Niger" is not said to lie in Niger
    if not names:
        return discourse.referent(mention)
    others = [other for other in claim.where if other != mention]
    around = areas_of(others, places)
    if all(only_kinds(item.text) for item in names):
        town = discourse.town_at_hand(mention.start)
        return None if town is None else placing.part_of_town(names[0].text, town, mention, places.gazetteer)
    return read_names(names, mention, around, places)


def areas_of(mentions: list[Mention], places: DocumentPlaces) -> tuple[Entry, ...]:
    """Return the areas that a claim's other place phrases name, the finest first."""
    choices = [places.choose(item) for mention in mentions for item in places.names_in(mention)]
    entries = {c.entry for c in choices if c is not None and placing.precision_of(c.entry) != "exact"}
    return tuple(sorted(entries, key=lambda e: (placing.ORDER.index(placing.precision_of(e)), e.number)))

"""Where each claim's happening took place."""

from typing import Self

from msgspec.structs import replace

from marsad.model import Claim, Document, Mention, Place
from marsad.resolve.places import placing
from marsad.resolve.places.discourse import SPOKEN, Discourse
from marsad.resolve.places.gazetteer import Entry, Gazetteer, default_gazetteer
from marsad.resolve.places.names import is_part_of_town, only_kinds
from marsad.resolve.places.phrases import read_names
from marsad.resolve.places.reader import DocumentPlaces
from marsad.resolve.places.vocabulary import NO_PLACES

CARRIED = 600
"""Letters over which a report goes on to tell of a place: three or four sentences."""

WIDE = frozenset({"province", "region", "country"})
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
        found = [_resolve_claim(claim, places, discourse) for claim in claims]
        return tuple(_carried(claims, found, at) for at in range(len(claims)))


def _carried(claims: tuple[Claim, ...], found: list[Place | None], at: int) -> Place | None:
    """Give a claim without a place that of the claim told shortly before it, where that is known by name only."""
    here, place = claims[at], found[at]
    if here.where or here.type in SPOKEN:
        return place
    before = [
        (claim.trigger.start, other)
        for claim, other in zip(claims, found, strict=True)
        if other is not None and other.id is None and other.lat is not None and other.mention is not None
        if not (is_part_of_town(other.name) or is_part_of_town(other.mention.text))
        if 0 < here.trigger.start - claim.trigger.start < CARRIED
    ]
    if not before:
        return place
    last = max(before, key=lambda pair: pair[0])[1]
    if place is not None and (place.precision not in WIDE or place.country != last.country):
        return place
    return replace(last, basis=f"{last.basis}; the text before the sentence is about it")


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
    if all(only_kinds(item.text) and not item.entries and item.key not in NO_PLACES for item in names):
        town = discourse.town_at_hand(mention.start)
        return None if town is None else placing.part_of_town(names[0].text, town, mention, places.gazetteer)
    place = read_names(names, mention, around, places)
    unplaced = place is not None and place.id is None and place.precision == "country"
    if place is not None and unplaced and (is_part_of_town(place.name) or is_part_of_town(mention.text)):
        town = discourse.town_at_hand(mention.start)
        return place if town is None else placing.part_of_town(place.name, town, mention, places.gazetteer)
    return place


def areas_of(mentions: list[Mention], places: DocumentPlaces) -> tuple[Entry, ...]:
    """Return the areas that a claim's other place phrases name, the finest first."""
    choices = [places.choose(item) for mention in mentions for item in places.names_in(mention)]
    entries = {c.entry for c in choices if c is not None and placing.precision_of(c.entry) != "exact"}
    return tuple(sorted(entries, key=lambda e: (placing.ORDER.index(placing.precision_of(e)), e.number)))

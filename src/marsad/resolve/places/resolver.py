"""Where each claim's happening took place."""

import re
from typing import Self

from msgspec.structs import replace

from marsad.model import Claim, Document, Mention, Place
from marsad.resolve.places import placing
from marsad.resolve.places.borders import border
from marsad.resolve.places.choosing import Choice
from marsad.resolve.places.continuing import continued
from marsad.resolve.places.discourse import Discourse
from marsad.resolve.places.gazetteer import Entry, Gazetteer, default_gazetteer
from marsad.resolve.places.names import is_part_of_town, only_kinds
from marsad.resolve.places.phrases import read_names
from marsad.resolve.places.reader import DocumentPlaces
from marsad.resolve.places.relations import AT
from marsad.resolve.places.roads import road
from marsad.resolve.places.scan import Found
from marsad.resolve.places.vocabulary import NO_PLACES

WITHIN = re.compile(
    r"(?:,|,? (?:in|of|at|inside|within|near|outside|from)) (?:the )?(?:[a-z-]+ ){0,3}?(?:of )?(?:the )?"
)
"""What stands between a place and what holds it."""

_INDEFINITE = re.compile(r"(?:an?|another|some|several|two|three|four) ", re.IGNORECASE)
_INDEFINITE_BEFORE = re.compile(r"\b(?:an?|another|some|several|two|three|four) (?:[a-z-]+ ){0,2}$", re.IGNORECASE)

_ROAD = re.compile(r"\b(?:highway|road|motorway|route|railway|pipeline|autobahn|freeway|river)$", re.IGNORECASE)
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
        told = [_resolve_claim(claim, places, discourse) for claim in claims]
        return continued(claims, told, discourse)


def _resolve_claim(claim: Claim, places: DocumentPlaces, discourse: Discourse) -> Place | None:
    """Return the place that a claim's own words give, else its sentence."""
    best = _best(claim, places, discourse)
    if best is not None and best.precision == "country":
        return discourse.finer_elsewhere(claim, best) or best
    return best or discourse.place_of(claim)


def _best(claim: Claim, places: DocumentPlaces, discourse: Discourse) -> Place | None:
    read = [(mention, _read_mention(mention, claim, places, discourse)) for mention in claim.where]
    given = _off_the_road([place for _, place in read if place is not None])
    held = [place for place in given if not any(_holds(places.text, place, other) for other in given)]
    best = min(held or given, key=lambda place: _fineness(place, claim), default=None)
    if best is None or best.id is not None or best.precision not in WIDE:
        return best
    areas = [place for place in given if place is not best and _narrows(place, best)]
    return _kept_in(best, min(areas, key=lambda place: _fineness(place, claim))) if areas else best


def _off_the_road(given: list[Place]) -> list[Place]:
    """Leave unknown roads out where anything else tells where along them: "on the M9 Highway near X"."""
    off = [place for place in given if place.id is not None or _ROAD.search(place.name) is None]
    return off or given


def _is_unknown_site(place: Place) -> bool:
    return place.id is None and is_part_of_town(place.name)


def _holds(text: str, area: Place, other: Place) -> bool:
    """Say whether the text gives one place of a claim as what holds another: Y in "the village of X in Y township"."""
    if area is other or area.mention is None or other.mention is None or other.mention.text.islower():
        return False
    if area.id is None and _is_unknown_site(other):
        return False  # the village is meant rather than its school
    if area.id is not None and other.lat is None:
        return area.precision in WIDE
    if other.id is not None and other.precision in WIDE and not _is_as_small(other, area):
        return False
    return (
        other.mention.end <= area.mention.start
        and WITHIN.fullmatch(text[other.mention.end : area.mention.start]) is not None
        and (other.country in (None, area.country) or area.country is None)
    )


def _is_as_small(region: Place, area: Place) -> bool:
    """Say whether a forest or region that the text puts in a province is not much wider than that."""
    return region.precision == "region" and (region.radius_km or 0.0) <= 2 * (area.radius_km or 0.0)


def _narrows(area: Place, unknown: Place) -> bool:
    """Say whether a place of the claim tells more of where an unknown name lies than what it was put into."""
    if area.lat is None or area.id is None:
        return False
    finer = placing.ORDER.index(area.precision) < placing.ORDER.index(unknown.precision)
    return unknown.lat is None or (finer and unknown.country in (None, area.country))


def _kept_in(unknown: Place, area: Place) -> Place:
    """Keep an unknown name at the place that another phrase of the claim gives."""
    precision = "near" if area.precision == "exact" else area.precision
    radius = max(area.radius_km or 0.0, placing.NEAR_KM)
    return Place(
        unknown.name, None, area.lat, area.lon, radius, precision, area.country, area.admin1, unknown.mention,
        f"“{unknown.name}” is not in the gazetteer; placed by what stands beside it: {area.basis}",
    )  # fmt: skip


def _fineness(place: Place, claim: Claim) -> tuple[bool, bool, int, bool, bool, bool, int]:
    """Rank the places of a claim: "the area" and "there" last, then the finest, the named, the nearest.

    Of a province and an unknown name that is placed in it the name is the finer, and of unknown names the village.
    """
    away = abs(place.mention.start - claim.trigger.start) if place.mention is not None else 0
    words = "" if place.mention is None else place.mention.text
    vague = place.precision == "country" or words.lower().removeprefix("the ") in VAGUE
    area = place.id is not None and place.precision in WIDE
    precision = placing.ORDER.index(place.precision)
    return place.lat is None, vague, precision, area, _is_unknown_site(place), words == words.lower(), away


def _read_mention(mention: Mention, claim: Claim, places: DocumentPlaces, discourse: Discourse) -> Place | None:
    along = road(mention, places)
    if along is not None:
        return along
    names = [item for item in places.names_in(mention) if not item.countries]
    if not any(_is_within_a_country(item) for item in names):
        line = border(mention, places)
        if line is not None:
            return line
    if names and all(item.aside for item in names):
        return None  # "near the border with Niger" is not said to lie in Niger
    if not names:
        part = _part_of_country(mention, places)
        if part is not None:
            return part
        return None if _is_new(mention, places.text) else discourse.referent(mention)
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


def _part_of_country(mention: Mention, places: DocumentPlaces) -> Place | None:
    """Return the part of a country that an adjective gives: "southern Syrian towns"."""
    for item in places.names_in(mention):
        entry = places.gazetteer.country(item.countries[0]) if len(item.countries) == 1 else None
        if entry is not None and item.bearing is not None:
            choice = Choice(entry, 0.0, by_sound=False)
            return placing.place(replace(item, entries=(entry,)), choice, AT, mention, places.gazetteer)
    return None


def _is_within_a_country(item: Found) -> bool:
    """Say whether a name may be that of a town or province, and not of a country alone."""
    return bool(item.entries) and not any(entry.kind == "country" and entry.usual for entry in item.entries)


def _is_new(mention: Mention, text: str) -> bool:
    """Say whether words speak of a place for the first time, which refers to none before: "a camp"."""
    return (
        _INDEFINITE.match(mention.text) is not None
        or _INDEFINITE_BEFORE.search(text[max(0, mention.start - 40) : mention.start]) is not None
    )


def areas_of(mentions: list[Mention], places: DocumentPlaces) -> tuple[Entry, ...]:
    """Return the areas that a claim's other place phrases name, the finest first."""
    choices = [places.choose(item) for mention in mentions for item in places.names_in(mention)]
    entries = {c.entry for c in choices if c is not None and placing.precision_of(c.entry) != "exact"}
    return tuple(sorted(entries, key=lambda e: (placing.ORDER.index(placing.precision_of(e)), e.number)))

"""Which of the places of one name is meant."""

import math

from msgspec import Struct
from msgspec.structs import replace
from rapidfuzz import fuzz

from marsad.resolve.places.compiling.keys import sound_key, spelling
from marsad.resolve.places.compiling.rows import distance_km
from marsad.resolve.places.context import Context
from marsad.resolve.places.gazetteer import Entry, Gazetteer
from marsad.resolve.places.names import only_kinds
from marsad.resolve.places.scan import Found

MENTIONED = 0.12
"""Share of the document's country context from which a country counts as one that the document is about."""

HEARD = 0.3
"""The same for taking a name for another spelling of one of its places."""

LARGE = 100_000
"""Inhabitants from which a town is taken though its country is not mentioned."""

SPELT_ALIKE = (90.0, 66.0)
"""Likeness (0 to 100, rapidfuzz ratio of :func:`spelling`) from which two names of one sound and country are one.

The first for names of two consonants, of which there are many of one sound; the second for longer ones, where vowels
differ from paper to paper (Hasakah, Hasekeh).
"""

COUNTRY = 4.0
PROVINCE = 2.0
SIZE = 0.9
PROVINCE_BEHIND = 0.3
"""Weights of the country, the province and each tenfold of inhabitants; a little more or less changes little."""

WEIGHTS = ("size and kind", "country", "province", "nearness", "word beside it", "spelling")
"""What a candidate is weighed by."""

KNOWN_ALONE = 15_000
"""Inhabitants from which a town is taken that bears its name alone, in a text that says nothing of its country."""

LONGER_NAME = 1.5
"""How many times longer a town's usual name may be than the name by which a province is known as well."""

ELSEWHERE_KM = 700.0
"""How far beyond the edge of every country that a text names a place lies too far off to be meant without a word."""

PART = "part"
"""The kind of the part of an area that a direction gives."""

BEYOND_PART_KM = 100.0
"""How far beyond three radii of a district or such a part a small town may lie and still be meant."""

MOST_TRIED = 3
"""Candidates that are looked at for one that the document supports."""

SEAT_WITHIN_KM = 40.0
"""How far beyond a district's edge the town may lie that it is named after: its middle is that of the towns known."""

SEAT = 10_000
"""Inhabitants from which a town is taken for the one that its province is named after."""

SAME_NAME = 0.4
"""Share of its letters by which a town's name may differ from its usual one to be the same in another spelling."""

FAR_KM = 150.0
_COMMON_SITES = ("quarter", "bridge", "road", "prison")
_AREA_WORDS = ("province", "region")

_AREAS_OF_SEATS = ("district", "province")
_SEAT_OF_AREA = 0.0
"""What a town weighs where a district or province is meant that may bear its name: neither for it nor against."""

_LEVELS = {
    "province": ("province", "district"),
    "district": ("district", "quarter", "province"),
    "town": ("town", "capital", "village"),
}


class Choice(Struct, frozen=True):
    """The place taken, its score, and whether the spelling had to be bridged by sound."""

    entry: Entry
    score: float
    by_sound: bool


class Weighing(Struct, frozen=True):
    """What candidates are weighed against: the document, places already known, and areas named as containing."""

    context: Context
    anchors: tuple[Entry, ...] = ()
    containers: tuple[Entry, ...] = ()
    given: bool = False
    """The words stand in a place phrase."""

    lenient: bool = False
    """Take the best even where the document does not support it: for words known to name a place."""


def choose(found: Found, weighing: Weighing, gazetteer: Gazetteer) -> Choice | None:
    """Return the best candidate, or None where none is supported."""
    ranked = rank(found, weighing, gazetteer)
    for choice in ranked[:MOST_TRIED]:
        if weighing.lenient or supported(choice, found, weighing):
            return choice
    return None


def rank(found: Found, weighing: Weighing, gazetteer: Gazetteer) -> list[Choice]:
    """Return the candidates, the best first."""
    entries = [entry for entry in found.entries if not (_on_land(entry, found) or _is_old_name(entry, found))]
    direct = [Choice(entry, _score(entry, found, weighing), by_sound=False) for entry in entries]
    direct = _inside(direct, weighing.containers, strict=not weighing.lenient)
    direct = _before_its_district(_towns_first(direct, found), found)
    divisions = found.designator is None and all(choice.entry.kind == "district" for choice in direct)
    if divisions or not any(supported(choice, found, weighing) for choice in direct):
        heard = _by_sound(found, weighing, gazetteer)
        heard = [choice for choice in heard if all(holds(area, choice.entry) for area in weighing.containers)]
        towns = [choice for choice in heard if _is_town(choice.entry)]
        direct = towns if divisions and towns else direct + heard
    return sorted(direct, key=lambda choice: (-choice.score, choice.entry.number))


def _is_old_name(entry: Entry, found: Found) -> bool:
    """Say whether a name is but an old or foreign one of a village, and that which others of the country go by today.

    Dozens of villages were renamed, and as many bear the old name still; a large town's old name stays in use.
    """
    if entry.usual or entry.kind != "town" or entry.population >= KNOWN_ALONE:
        return False
    rivals = any(other.usual and other.kind == "town" and other.country == entry.country for other in found.entries)
    return rivals and _unlikeness(entry, found) >= SAME_NAME


def _on_land(entry: Entry, found: Found) -> bool:
    """Say whether a word beside the name makes it a water's, which no town or country of that name is."""
    return found.designator == "water" and entry.kind in ("town", "capital", "country", "province", "district")


def _inside(choices: list[Choice], containers: tuple[Entry, ...], *, strict: bool) -> list[Choice]:
    """Keep the candidates inside the areas that the text gives.

    Outside a country or province so given none is left but a capital, which may act anywhere; no small town far from a
    district, or from the part of a country that a direction gives.
    """
    for container in containers:
        if container.kind in (PART, "district") and strict:
            choices = [choice for choice in choices if not far_from(container, choice.entry)]
        held = [choice for choice in choices if holds(container, choice.entry)]
        if held or (strict and container.kind in ("country", "province")):
            choices = held or [choice for choice in choices if choice.entry.kind == "capital"]
    return choices


def far_from(area: Entry, entry: Entry) -> bool:
    """Say whether a small town lies far from a district or part of a country, of which only the middle is known."""
    away = distance_km(area.lat, area.lon, entry.lat, entry.lon)
    return entry.kind == "town" and entry.population < LARGE and away > 3 * area.radius_km + BEYOND_PART_KM


def _towns_first(choices: list[Choice], found: Found) -> list[Choice]:
    """Set a province back behind the town that it is named after, where no word says that it is meant."""
    if found.designator in _AREA_WORDS or found.designator == "district" or found.bearing is not None:
        return choices
    towns = {choice.entry.province for choice in choices if choice.entry.population >= SEAT and _is_seat(choice, found)}
    return [
        replace(choice, score=choice.score - 1.5)
        if choice.entry.kind == "province" and choice.entry.number in towns
        else choice
        for choice in choices
    ]


def _before_its_district(choices: list[Choice], found: Found) -> list[Choice]:
    """Set a district back behind the town in it that bears its name, where no word says that the district is meant."""
    if found.designator is not None:
        return choices
    towns = [choice for choice in choices if _is_town(choice.entry) and choice.entry.usual]
    return [
        replace(choice, score=min([choice.score, *(town.score - 0.1 for town in towns if _in_district(town, choice))]))
        if choice.entry.kind == "district"
        else choice
        for choice in choices
    ]


def _in_district(town: Choice, district: Choice) -> bool:
    away = distance_km(town.entry.lat, town.entry.lon, district.entry.lat, district.entry.lon)
    return town.entry.province == district.entry.province and away <= district.entry.radius_km + SEAT_WITHIN_KM


def _is_seat(choice: Choice, found: Found) -> bool:
    """Say whether a town bears just that name: Santa Fe de Antioquia is not what papers call Antioquia."""
    name, called = spelling(choice.entry.name), spelling(found.text)
    return _is_town(choice.entry) and (choice.entry.usual or len(name) <= LONGER_NAME * len(called))


def _is_town(entry: Entry) -> bool:
    return entry.kind in ("town", "capital")


def holds(area: Entry, place: Entry) -> bool:
    """Say whether a place lies in an area, by its country and province, else by distance."""
    if area.number == place.number:
        return False
    if place.country is None:
        return area.kind in ("country", "province")  # a sea or a region of several countries may touch any
    if area.kind == "country":
        return area.country == place.country
    if area.kind == "province" and place.province is not None:
        return area.province == place.province
    return distance_km(area.lat, area.lon, place.lat, place.lon) <= max(1.5 * area.radius_km, 10.0)


def _by_sound(found: Found, weighing: Weighing, gazetteer: Gazetteer) -> list[Choice]:
    """Return places of the document's countries whose name is another transliteration of this one.

    A final i makes the man of a town (al-Baghdadi) and is no matter of spelling.
    """
    wanted = spelling(found.text)
    if len(wanted) < 4 or found.countries or found.designator == "water" or found.key in weighing.context.persons:
        return []
    result = []
    enough = SPELT_ALIKE[len(sound_key(found.text)) > 2]
    for country in weighing.context.countries:
        if weighing.context.share(country) < HEARD:
            continue
        for entry in gazetteer.sounding(country, found.text):
            likeness = fuzz.ratio(wanted, spelling(entry.name))
            if entry.kind == "province" and found.designator not in _AREA_WORDS and found.bearing is None:
                continue
            if likeness >= enough and wanted.endswith("i") == spelling(entry.name).endswith("i"):
                score = _score(entry, found, weighing) - 1.0 - (100 - likeness) / 10
                result.append(Choice(entry, score, by_sound=True))
    return result


def supported(choice: Choice, found: Found, weighing: Weighing) -> bool:
    """Say whether anything but the name speaks for a candidate in this document."""
    entry = choice.entry
    if entry.country is not None and only_kinds(found.text):  # a Northern Region is one of many
        return weighing.context.share(entry.country, found.key) >= MENTIONED
    if entry.kind in ("country", "continent", "capital"):
        return entry.usual or entry.kind == "country" or _unlikeness(entry, found) < 0.5
    if (
        entry.population >= LARGE
        and entry.kind != "district"
        and (weighing.given or _evident(entry, found, weighing.context))
    ):
        return entry.usual or _unlikeness(entry, found) < 0.5
    if any(holds(container, entry) for container in weighing.containers):
        return True
    if not (found.key in weighing.context.placed or found.designator or weighing.given or _telling(entry, found)):
        return False
    if entry.country is None or weighing.context.share(entry.country, found.key) >= MENTIONED:
        return True
    rivals = {other.country for other in found.entries if other.usual or other.population >= KNOWN_ALONE}
    alone = rivals <= {entry.country} and not choice.by_sound
    return alone and _known_alone(entry, found) and not _elsewhere(entry, weighing.context)


def _known_alone(entry: Entry, found: Found) -> bool:
    """Say whether a name that no other country has is known well enough to be taken for the place by itself."""
    if entry.kind == "town":
        return entry.population >= KNOWN_ALONE and (entry.usual or _unlikeness(entry, found) < SAME_NAME)
    if entry.kind == "district":
        return entry.usual and found.designator == "district"
    return (entry.usual and entry.kind not in _COMMON_SITES) or _telling(entry, found)


def _elsewhere(entry: Entry, context: Context) -> bool:
    """Say whether a place lies far from every country that the document names, where it names any."""
    areas = context.scenes
    return bool(areas) and all(
        distance_km(area.lat, area.lon, entry.lat, entry.lon) > area.radius_km + ELSEWHERE_KM for area in areas
    )


def _telling(entry: Entry, found: Found) -> bool:
    """Say whether a name says by itself that it is a place's: the Golan Heights, Northern Kivu."""
    named = " " in found.text and not only_kinds(found.text)
    return named and entry.usual and entry.kind not in ("town", "district", "quarter")


def _evident(entry: Entry, found: Found, context: Context) -> bool:
    """Say whether anything but the bare name speaks for a large place."""
    return (
        found.key in context.placed
        or found.designator is not None
        or (entry.country in context.named or context.share(entry.country, found.key) >= MENTIONED)
    )


def _score(entry: Entry, found: Found, weighing: Weighing) -> float:
    return sum(weights(entry, found, weighing))


def weights(entry: Entry, found: Found, weighing: Weighing) -> tuple[float, ...]:
    """Return what speaks for a candidate and against it, in the order of :data:`WEIGHTS`; the sum is its score."""
    return (
        _prior(entry, found),
        _country(entry, found, weighing.context),
        PROVINCE * weighing.context.province_share(entry.province, found.key),
        _nearness(entry, found, weighing.anchors),
        _kind(entry, found),
        0.0 if entry.usual else -0.3 - 2.0 * _unlikeness(entry, found),
    )


def _unlikeness(entry: Entry, found: Found) -> float:
    """Return how far the words are from the usual name: old and foreign names are taken less readily."""
    return 1 - fuzz.ratio(spelling(found.text), spelling(entry.name)) / 100


def _prior(entry: Entry, found: Found) -> float:
    size = SIZE * math.log10(entry.population + 10)
    if entry.kind == "country":
        return 8.5 if entry.usual else 7.0
    if entry.kind == "continent":
        return 9.0
    if entry.kind == "capital":
        return size + 1.2
    if entry.kind == "province":
        return size - PROVINCE_BEHIND
    if entry.kind == "district":
        return size - 2.5
    if entry.kind == "quarter":
        return size - 1.0
    if entry.country is None:
        return size + 1.0  # the Sahel of several countries is meant, unless the text is about one of them
    return size + (0.3 if found.text.startswith(entry.name) else 0.0)


def _country(entry: Entry, found: Found, context: Context) -> float:
    if entry.country is None:
        return 0.0
    share = context.share(entry.country, "" if entry.kind == "country" else found.key)
    return context.strength(found.key) * (COUNTRY * share if share else -1.5)


def _nearness(entry: Entry, found: Found, anchors: tuple[Entry, ...]) -> float:
    namesakes = {other.number for other in found.entries}
    others = [other for other in anchors if other.number not in namesakes and other.number != entry.number]
    if not others:
        return 0.0
    nearest = min(distance_km(entry.lat, entry.lon, other.lat, other.lon) for other in others)
    return 2.0 * math.exp(-nearest / FAR_KM)


def _kind(entry: Entry, found: Found) -> float:
    """Weigh the word beside the name ("province", "village") against the kind of the place."""
    if found.designator in _LEVELS:
        if entry.kind in _LEVELS[found.designator]:
            return 4.0
        seat = found.designator in _AREAS_OF_SEATS and entry.kind in ("town", "capital", "province")
        return _SEAT_OF_AREA if seat else -2.0
    if found.designator == "region":
        return 3.0 if entry.kind in ("province", "region") else 0.0
    if found.designator == "quarter":
        return 3.0 if entry.kind == "quarter" else -1.0
    if found.bearing is not None and entry.kind in ("province", "country", "region"):
        return 1.0
    return 0.0

"""What a whole document says of where it plays: countries and provinces, weighted by how often and where they stand."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from msgspec import Struct

from marsad.model import Document
from marsad.resolve.places.bodies import told_by_bodies
from marsad.resolve.places.compiling.keys import name_key
from marsad.resolve.places.gazetteer import Entry, Gazetteer
from marsad.resolve.places.scan import Found, scan, story

LONGEST = 200_000
"""Characters of a document that are searched for names; the rest of a hostile one adds nothing."""

ADJECTIVE_WEIGHT = 0.4
"""An army's nationality says less of where it fights than a country's name does."""

ASIDE_WEIGHT = 0.4
"""Nor does a border with a country, or a conference there."""

KNOWN_TOWN = 40_000
"""Inhabitants from which a town's bare name says something of the country it lies in."""

PARTS_OF_TOWNS = frozenset({"quarter", "site", "prison", "bridge", "road"})
"""Kinds whose bare names say nothing of a country: there is a Midan in many."""

_TOWN_OF_A_PEOPLE = re.compile(
    r" (?:[a-z-]+ ){0,2}?(?:city|town|village|port|capital|province|region|district|oblast|settlement|hamlet)"
    r"(?: of|,)? (?:the )?"
)
"""Between a people and a place's name."""

_IN_COUNTRY = re.compile(r",? in (?:the )?(?:[a-z-]+ern )?(?:(?:north|south|east|west)[a-z-]* (?:of )?)?")
"""Between a place's name and the country that it is in."""

POWERS = frozenset("AE CN FR GB IL IR RU SA TR US".split())
"""Countries that fight and speak in wars abroad: their bare name is no scene."""

SHARED = 5_000_000
"""Inhabitants of a province from which its bare name is as likely to mean it as the country of that name: Georgia."""


class Context(Struct, frozen=True):
    """Names of the document in their order, and what they say of the countries and provinces that it is about.

    ``countries`` and ``provinces`` are weights, ``own`` the part of each that a name's own candidates gave, by the
    name's key: no name is evidence for itself.
    """

    found: tuple[Found, ...]
    countries: Mapping[str, float]
    provinces: Mapping[int, float]
    own: Mapping[tuple[str, str | int], float]
    persons: frozenset[str]
    placed: frozenset[str]
    """Keys of names that the text somewhere makes the place of something."""

    named: frozenset[str]
    """Countries that the text gives by name or by an adjective, or by a province or region of theirs."""

    owned: Mapping[str, str]
    """Keys of names with the country that an adjective before them gives: "the Mozambican town of Palma"."""

    scenes: tuple[Entry, ...] = ()
    """Countries that the text gives by name, but for powers that only act or speak in it."""

    def share(self, country: str | None, key: str = "") -> float:
        """Return how much the document, but for one name, is about a country: 0 to 1, the strongest being 1."""
        return self._share(self.countries, country, key)

    def province_share(self, province: int | None, key: str = "") -> float:
        """Return the same for a province."""
        return self._share(self.provinces, province, key)

    def _share(self, weights: Mapping[Any, float], code: str | int | None, key: str) -> float:
        if code is None or code not in weights:
            return 0.0
        strongest = max((weight - self.own.get((key, other), 0.0) for other, weight in weights.items()), default=0.0)
        weight = weights[code] - self.own.get((key, code), 0.0)
        return math.sqrt(weight / strongest) if weight > 0.05 and strongest > 0 else 0.0

    def strength(self, key: str = "") -> float:
        """Return how far the text, but for one name, says what country it is about: 1 from a country's name on."""
        rest = (weight - self.own.get((key, code), 0.0) for code, weight in self.countries.items())
        return min(1.0, max(rest, default=0.0))

    @property
    def focus(self) -> str | None:
        """The country that the document speaks of most, if one stands out."""
        strongest = sorted(self.countries.items(), key=lambda item: (-item[1], item[0]))[:2]
        if not strongest or (len(strongest) == 2 and strongest[1][1] > 0.64 * strongest[0][1]):
            return None
        return strongest[0][0]


def read_context(document: Document, gazetteer: Gazetteer) -> Context:
    """Read all the names of a document's story."""
    found: list[Found] = []
    titles = []
    for block in story(document):
        if block.start < LONGEST:
            inside = tuple(scan(document.text, block.start, min(block.end, LONGEST), gazetteer))
            found += inside
            if block.kind == "title":
                titles += [(item.start, item.end) for item in inside]
    persons = _persons(found)
    placed = frozenset(item.key for item in found if item.placed)
    named = frozenset(country for item in found for country in _named_countries(item))
    owned = _owned(document.text, found)
    told = {code: weight for code, weight in told_by_bodies(document).items() if code not in named}
    weights = _weigh(found, frozenset(titles), persons, owned, told)
    return Context(tuple(found), *weights, persons, placed, named, owned, _scenes(found))


def _scenes(found: Iterable[Found]) -> tuple[Entry, ...]:
    named = ((item, entry) for item in found for entry in item.entries if entry.kind == "country" and entry.usual)
    told = {entry.country: entry for item, entry in named if item.placed or entry.country not in POWERS}
    return tuple(entry for _, entry in sorted(told.items(), key=lambda pair: pair[0] or ""))


def _owned(text: str, found: Iterable[Found]) -> dict[str, str]:
    """Return the names whose country stands right before or behind them: "the Malian town of X", "X in Mali"."""
    pairs = list(pairwise(found))
    behind = {
        item.key: entry.country
        for item, following in pairs
        for entry in following.entries
        if entry.kind == "country" and entry.usual and entry.country is not None and item.entries
        if _IN_COUNTRY.fullmatch(text[item.end : following.start]) and not following.possessive
    }
    return behind | {
        item.key: people.countries[0]
        for people, item in pairs
        if len(people.countries) == 1 and item.entries and _TOWN_OF_A_PEOPLE.fullmatch(text[people.end : item.start])
    }


def _persons(found: Iterable[Found]) -> frozenset[str]:
    """Return the last words of persons' names ("Bush" of "George Bush"), unless the word is used of a place more often.

    A run of two or three capitalised words that the gazetteer lacks is a person's name or an organisation's; for either
    the last word alone is no town.
    """
    last_words: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    for item in found:
        words = item.text.split()
        if (not item.entries and not item.countries and 1 < len(words) <= 3 and " of " not in item.text) or item.person:
            last_words[name_key(words[-1])] += 1
        elif item.placed:
            placed[item.key] += 1
    return frozenset(key for key, count in last_words.items() if placed[key] <= count)


def _named_countries(item: Found) -> tuple[str, ...]:
    if item.countries:
        return item.countries
    areas = {entry.country for entry in item.entries if entry.kind in ("country", "region")}
    return tuple(sorted(country for country in areas if country is not None))


def _weigh(
    found: Iterable[Found],
    titles: frozenset[tuple[int, int]],
    persons: frozenset[str],
    owned: Mapping[str, str],
    told: Mapping[str, float],
) -> tuple[dict[str, float], dict[int, float], dict[tuple[str, str | int], float]]:
    countries: dict[str, float] = defaultdict(float, told)
    provinces: dict[int, float] = defaultdict(float)
    own: dict[tuple[str, str | int], float] = defaultdict(float)
    for item in found:
        if item.person or (item.key in persons and not item.countries):
            continue
        weight = 2.0 if (item.start, item.end) in titles else ASIDE_WEIGHT if item.aside else 1.0
        for country in item.countries:
            countries[country] += ADJECTIVE_WEIGHT * weight / len(item.countries)
        elsewhere = owned.get(item.key)
        for entry, share in shares(item.entries):
            if elsewhere is not None and entry.country != elsewhere:
                continue
            if entry.country is not None:
                countries[entry.country] += weight * share
                own[item.key, entry.country] += weight * share
            if entry.province is not None:
                provinces[entry.province] += weight * share
                own[item.key, entry.province] += weight * share
    return dict(sorted(countries.items())), dict(sorted(provinces.items())), dict(own)


def shares(entries: tuple[Entry, ...]) -> list[tuple[Entry, float]]:
    """Return the places that a bare name may well mean, with how surely it speaks for each, before any context."""
    for entry in entries:
        if entry.kind in ("country", "continent") and entry.usual:
            shared = any(e.usual and e.country != entry.country and e.population >= SHARED for e in entries)
            return [(entry, 0.3 if shared else 1.0)]
    telling = [e for e in entries if e.usual and e.kind not in PARTS_OF_TOWNS]
    telling = [e for e in telling if e.kind != "town" or e.population >= KNOWN_TOWN]
    telling = telling or [e for e in entries if e.population >= KNOWN_TOWN]
    best: dict[tuple[str | None, int | None], Entry] = {}
    for entry in telling:
        place = (entry.country, entry.province)
        if place not in best or entry.population > best[place].population:
            best[place] = entry
    total = sum(entry.population for entry in entries) or 1
    return [(entry, 0.8 * entry.population / total) for entry in best.values()]

"""The names of one document, each settled once: what a name means in a report, it means throughout."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec.structs import replace

from marsad.model import Document, Mention, Span
from marsad.resolve.places import placing
from marsad.resolve.places.choosing import MENTIONED, PART, SEAT, Choice, Weighing, choose
from marsad.resolve.places.context import POWERS, read_context
from marsad.resolve.places.gazetteer import Entry, Gazetteer
from marsad.resolve.places.names import is_part_of_town
from marsad.resolve.places.scan import Found, look_up_words, scan
from marsad.resolve.places.vocabulary import DESIGNATORS

MOST_ANCHORS = 12
"""Places that others of the document are measured by: those named most often."""

_CONTAINED = re.compile(
    rf"^(?: (?:{'|'.join(sorted(DESIGNATORS))}))?"
    r"\.?(?:,| in|, in| of)(?: the)?"
    r"(?: (?:neighbou?ring|nearby|adjacent|restive|troubled|contested|remote|rural|"
    r"central|[a-z]+-(?:held|controlled|hit|torn|rich|majority)))?"
    r"(?:(?: [a-z-]+){0,2} (?:province|state|region|governorate|oblast|department|"
    r"district|parts?|north|south|east|west|[a-z-]{3,12}ern)(?: of)?(?: the)?)? $"
)
MOST_HOPS = 2
"""Names behind one that may hold it, each in the next."""
FARTHEST_HOLDER = 40
"""Letters from a name to what holds it."""
HELD_WITHIN = 45
"""Characters behind an unknown name within which the place that holds it is looked for."""

_HELD = re.compile(
    r"^(?:(?: [a-z]+){0,2}(?:,| in|, in| of|, of)(?: the)?(?: [a-z-]+){0,2}?(?: of)?|"
    r",? an? (?:[a-z-]+ ){1,4}?(?:in|of|near)(?: the)?(?: [a-z]+ern)?) $"
)
_TOWNS = frozenset({"town", "capital"})
_LOOKED_AT = 60
"""Names around a site among which its town is looked for."""

_ANCHOR_KINDS = frozenset({"country", "continent"})


class DocumentPlaces:
    """What the names of a document mean."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self.text = document.text
        self.gazetteer = gazetteer
        self.context = read_context(document, gazetteer)
        self.found = self.context.found
        self._starts = [item.start for item in self.found]
        self._containers = self._read_containers()
        self._anchors: tuple[Entry, ...] = ()
        self._choices: dict[tuple[str, str | None, bool, bool], Choice | None] = {}
        self._anchors = self._read_anchors()
        self._choices = {}

    def between(self, start: int, end: int) -> tuple[Found, ...]:
        """Return the names that start in a stretch of the text."""
        return self.found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def names_in(self, mention: Mention) -> tuple[Found, ...]:
        """Return the names in the words of a mention, read apart where its ends cut through a run."""
        around = self.between(max(0, mention.start - 60), mention.end)
        touching = [item for item in around if item.end > mention.start]
        if touching and all(mention.span.holds(Span(item.start, item.end)) for item in touching):
            return tuple(touching)
        return tuple(scan(self.text, mention.start, mention.end, self.gazetteer))

    def choose(self, found: Found, containers: tuple[Entry, ...] = (), *, given: bool = False) -> Choice | None:
        """Return what a name means here, or None when nothing that the gazetteer has fits this document.

        ``given`` says that it stands in a place phrase, which is what the text has to say for it.
        """
        if found.person or found.countries or (found.key in self.context.persons and not given):
            return None
        if containers:
            containers = (*self._containers.get(found.key, ()), *containers)
            return choose(found, self._weighing(containers, given=given), self.gazetteer)
        remembered = (found.key, found.designator, found.bearing is not None, given)
        if remembered not in self._choices:
            weighing = self._weighing(self._containers.get(found.key, ()), given=given)
            self._choices[remembered] = choose(found, weighing, self.gazetteer)
        return self._choices[remembered]

    def holder(self, found: Found) -> Entry | None:
        """Return what the text puts behind a name: the province in "Palma in Cabo Delgado", or a town."""
        for following in self.between(found.end, found.end + HELD_WITHIN):
            if _HELD.match(self.text[found.end : following.start]):
                choice = self._owned_by(following) or self.choose(following, given=True)
                if choice is not None:
                    return choice.entry
            break
        return next(iter(self._containers.get(found.key, ())), None)

    def _owned_by(self, owner: Found) -> Choice | None:
        """Return what a possessive owns: Borno, of "Nigeria's Borno state"."""
        if not owner.possessive:
            return None
        owned = self.between(owner.end, owner.end + len("'s ") + 1)
        return self.choose(owned[0], given=True) if owned else None

    def contains(self, area: Entry, others: Iterable[Found]) -> bool:
        """Say whether the text gives an area as what holds one of those names."""
        return any(area in self._containers.get(other.key, ()) for other in others)

    def toponym_at(self, start: int, end: int) -> Choice | None:
        """Return what the words of a stretch of the text mean, known to name a place."""
        words = self.text[start:end]
        exact = [item for item in self.between(start, end) if item.text == words]
        found = exact[0] if exact else look_up_words(self.text, start, end, self.gazetteer)
        choice = self.toponym(found)
        if choice is not None or not is_part_of_town(found.text):
            return choice
        town = self.town_of(found)
        return None if town is None else Choice(town, 0.0, by_sound=False)

    def town_of(self, site: Found) -> Entry | None:
        """Return the town that the text puts a site in: "Ottawa's X Airport", "the X church in Cairo", "Kunduz X"."""
        before = next(iter(self.between(max(0, site.start - HELD_WITHIN), site.start)[-1:]), None)
        if before is not None and before.possessive and before.end + 3 >= site.start:
            choice = self.choose(before, given=True)
            if choice is not None and choice.entry.kind in _TOWNS:
                return choice.entry
        return self.holder(site) or self.named_after(site) or self.town_at_hand(site)

    def named_after(self, site: Found) -> Entry | None:
        """Return the town whose name a site bears: Kunduz, of the Kunduz Trauma Centre."""
        words = site.text.split(" ")
        for count in range(len(words) - 1, 0, -1):
            found = look_up_words(self.text, site.start, site.start + len(" ".join(words[:count])), self.gazetteer)
            choice = self.toponym(found)
            if choice is not None and choice.entry.kind in _TOWNS:
                return choice.entry if self.context.share(choice.entry.country, site.key) >= MENTIONED else None
        return None

    def town_at_hand(self, site: Found) -> Entry | None:
        """Return the town named last before a site, else the first one after it."""
        around = [*reversed(self.between(0, site.start)), *self.between(site.end, len(self.text))]
        for item in around[:_LOOKED_AT]:
            choice = self.choose(item) if item.entries and not item.aside else None
            if choice is not None and choice.entry.kind in _TOWNS:
                return choice.entry
        return None

    def toponym(self, found: Found) -> Choice | None:
        """Return what words that are known to name a place mean: the best there is, however weakly supported."""
        if found.countries:
            entry = self.gazetteer.country(found.countries[0])
            return None if entry is None else Choice(entry, 0.0, by_sound=False)
        if not found.entries and found.text.endswith("an"):
            return self._continent(found.text)
        containers = self._containers.get(found.key, ())
        weighing = Weighing(self.context, self._anchors, containers, lenient=True)
        return choose(found, weighing, self.gazetteer)

    def _continent(self, people: str) -> Choice | None:
        """Return the continent or region of a people: European, South Asian."""
        named = (entry for name in (people[:-1], people[:-2]) for entry in self.gazetteer.named(name))
        return next((Choice(entry, 0.0, by_sound=False) for entry in named if entry.kind == "continent"), None)

    def focus_country(self) -> Entry | None:
        """Return the country that the document speaks of most."""
        code = self.context.focus
        if code is None or (code in POWERS and not self._is_scene(code)):
            return None
        return self.gazetteer.country(code)

    def _is_scene(self, code: str) -> bool:
        """Say whether the text gives a country as the place of something, or a province or known town of it."""
        if any(entry.country == code for entry in self.context.scenes):
            return True
        provinces = (self.gazetteer.province(number) for number in self.context.provinces)
        return any(province is not None and province.country == code for province in provinces)

    def _weighing(self, containers: tuple[Entry, ...], *, given: bool) -> Weighing:
        return Weighing(self.context, self._anchors, containers, given)

    def _read_containers(self) -> dict[str, tuple[Entry, ...]]:
        """Return, for each name, the province or country that follows it: Paris, Texas; Sinjar in Nineveh province."""
        result: dict[str, tuple[Entry, ...]] = {}
        for position, item in enumerate(self.found):
            if item.key in result or any(entry.kind in ("country", "continent") for entry in item.entries):
                continue
            area = next(self._areas_behind(position), None)
            if area is not None:
                result[item.key] = area
        for item in self.found:
            country = self._country_of_area(item)
            if country is not None:
                result.setdefault(item.key, (country,))
        for key, code in self.context.owned.items():
            country = self.gazetteer.country(code)
            if country is not None:
                result.setdefault(key, (country,))
        return result

    def _areas_behind(self, position: int) -> Iterator[tuple[Entry, ...]]:
        """Give the areas that hold a name by what stands behind it: Metekel of "X in Bulen county of Metekel zone"."""
        for item, following in pairwise(self.found[position : position + 1 + MOST_HOPS]):
            apart = following.start - item.end
            if not _CONTAINED.match(self.text[item.end : following.start]) and apart > 1:
                return
            areas = self._at_issue(_areas(following), following)
            if areas and not following.possessive and apart < FARTHEST_HOLDER:
                yield self._largest(areas, following.bearing)
            if self.text[item.end : following.start] == ", ":
                return  # what follows a comma may be the next of a list

    def _at_issue(self, areas: tuple[Entry, ...], found: Found) -> tuple[Entry, ...]:
        """Leave out areas of countries that the document is not about, where one that it is about has the name too.

        "Beni territory" in a report on Congo is named after a town there, and not the Bolivian department.
        """
        about = {e.country for e in found.entries if self.context.share(e.country, found.key) >= MENTIONED}
        return tuple(area for area in areas if area.country in about) if about else areas

    def _country_of_area(self, item: Found) -> Entry | None:
        """Return the one country that has a province or district of that name; not where others have its namesakes."""
        within = {entry.country for entry in item.entries if entry.kind in ("province", "district")}
        if item.designator not in ("province", "district") or len(within) != 1:
            return None
        code = within.pop() or ""
        alone = all(entry.country == code for entry in item.entries if entry.usual)
        return self.gazetteer.country(code) if alone or self.context.share(code, item.key) >= MENTIONED else None

    def _largest(self, areas: tuple[Entry, ...], bearing: int | None) -> tuple[Entry, ...]:
        """Return the area that is meant, and the part of it that a direction gives: the south of Bolívar."""
        best = max(areas, key=lambda e: (self.context.share(e.country), e.kind == "country", e.population))
        if best.kind == "district":
            country = self.gazetteer.country(best.country or "")
            return (best,) if country is None else (best, country)
        if bearing is None:
            return (best,)
        (lat, lon), radius = placing.part_of(best, bearing, self.gazetteer)
        return best, replace(best, number=-best.number, kind=PART, lat=lat, lon=lon, radius_km=radius)

    def _read_anchors(self) -> tuple[Entry, ...]:
        """Return the places that the document names most, settled without regard to each other."""
        counts: Counter[Entry] = Counter()
        for item in self.found:
            if item.entries and item.key not in self.context.persons:
                choice = self.choose(item)
                if choice is not None and choice.entry.kind not in _ANCHOR_KINDS:
                    counts[choice.entry] += 1
        ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0].number))
        return tuple(entry for entry, _ in ranked[:MOST_ANCHORS])


def _areas(found: Found) -> tuple[Entry, ...]:
    """Return the countries and provinces, or districts, that a name behind another's may hold it as.

    A province that bears the name of its town is one only where a word says so: "Raqqa, Aleppo and Idlib" is a list of
    towns. American papers put the state behind the town, New York too.
    """
    towns = {
        entry.province for entry in found.entries if entry.kind in ("town", "capital") and entry.population >= SEAT
    }
    said = found.designator in ("province", "region")
    districts = tuple(entry for entry in found.entries if entry.kind == "district")
    provinces = any(entry.kind == "province" for entry in found.entries)
    if districts and (found.designator == "district" or (found.designator == "province" and not provinces)):
        return districts  # Niger's departments and Burkina Faso's provinces are of the second order
    return tuple(
        entry
        for entry in found.entries
        if entry.kind == "country"
        or (entry.kind == "province" and (said or entry.country == "US" or entry.number not in towns))
    )

"""What stands around a claim: the places of its report before it, at issue in it, and in its dateline."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from marsad.model import Document, Mention, Place, Span
from marsad.resolve.dateline import dateline_place
from marsad.resolve.places import placing
from marsad.resolve.places.choosing import Choice, holds
from marsad.resolve.places.compiling.rows import distance_km
from marsad.resolve.places.gazetteer import Entry
from marsad.resolve.places.phrases import read_names
from marsad.resolve.places.reader import DocumentPlaces
from marsad.resolve.places.relations import AT, relation_before
from marsad.resolve.places.scan import Found, story

Known = tuple[Found, Choice]
_FARTHEST_APPOSED = 80
_APPOSED = re.compile(r", (?:a [a-z]+ |some |about |around |roughly |just |nearly )?[^.;\n]{0,40}$")
_AREAS = frozenset({"province", "region", "district"})
LONG_KINDS = ("river", "sea", "road", "strait", "lake")
"""What is too long or wide to be meant by "the area"."""
AT_ISSUE = 0.6
"""Share of the country context from which a document is about a country; a conference elsewhere stays below it."""


class Surroundings:
    """Answers for one document."""

    def __init__(self, document: Document, places: DocumentPlaces) -> None:
        self.document = document
        self.places = places
        self.story = story(document)
        self.only_measures = lru_cache(maxsize=None)(self._read_only_measures)

    def town_at_hand(self, before: int) -> Entry | None:
        """Return the town that the text was last about: the one whose Old City it goes on to speak of."""
        for _, choice in self.places_before(before):
            if choice.entry.kind in ("town", "capital") and self.at_issue(choice.entry):
                return choice.entry
        return next(self._towns_from(before), None)

    def _towns_from(self, start: int) -> Iterator[Entry]:
        for item in self.places.between(start, len(self.places.text)):
            choice = self.places.choose(item) if item.placed and not item.aside else None
            if choice is not None and choice.entry.kind in ("town", "capital") and self.at_issue(choice.entry):
                yield choice.entry

    def told(self, item: Found, why: str) -> Place | None:
        """Return the place of a name with the reason why it is taken for a claim that does not name it."""
        mention = Mention.of(self.places.text, item.start, item.end)
        place = read_names([item], mention, (), self.places)
        return None if place is None else replace(place, basis=f"{place.basis}; {why}")

    def at_issue(self, entry: Entry) -> bool:
        """Say whether a place lies in a country that the document is mainly about, or in none."""
        return entry.country is None or self.places.context.share(entry.country) >= AT_ISSUE

    def stands_for(self, item: Found, entry: Entry) -> bool:
        """Say whether a place named elsewhere may be that of a claim which names none."""
        too_wide = entry.kind in ("country", "continent", *LONG_KINDS)
        return says_where(item, entry) and not too_wide and self.at_issue(entry)

    def places_before(self, before: int) -> Iterator[Known]:
        """Give the places named before that point, the last first, but for the dateline and those named in passing."""
        dateline = self.dateline_span()
        for item in reversed(self.places.between(0, before)):
            if self.only_measures(item):
                continue
            if not item.speaks and not item.aside and not dateline.holds(Span(item.start, item.end)):
                choice = self.places.choose(item)
                if choice is not None and says_where(item, choice.entry):
                    yield item, choice

    def _read_only_measures(self, item: Found) -> bool:
        """Say whether a name only tells how far another lies from it: X in "Y, 60 km north of X"."""
        text = self.places.text
        if relation_before(text, item.start).kind != "offset":
            return False
        return any(
            _APPOSED.match(text[other.end : item.start]) and self.places.choose(other) is not None
            for other in self.places.between(max(0, item.start - _FARTHEST_APPOSED), item.start)
        )

    def finer(self, item: Found, choice: Choice, start: int, end: int) -> Known:
        """Return the place inside an area that the same stretch of text names last, else the area."""
        if placing.precision_of(choice.entry) not in _AREAS and item.bearing is None:
            return item, choice
        for other, inner in self.places_before(end):
            if other.start < start:
                break
            if self._is_inside(item, choice.entry, inner.entry) and placing.precision_of(inner.entry) in {
                "exact",
                "near",
            }:
                return other, inner
        return item, choice

    def _is_inside(self, item: Found, area: Entry, inner: Entry) -> bool:
        """Say whether a place lies in an area, or in that part of it which the text gives ("eastern Syria")."""
        if item.bearing is None:
            return holds(area, inner)
        (lat, lon), radius = placing.part_of(area, item.bearing, self.places.gazetteer)
        return holds(area, inner) and distance_km(lat, lon, inner.lat, inner.lon) <= 1.5 * radius

    def finest(self, names: list[Found], *, in_title: bool) -> Found | None:
        """Return the finest of some names that may be the report's scene, the first of several."""
        known = [(item, choice) for item in names for choice in [self.places.choose(item)] if choice is not None]
        known = [(item, choice) for item, choice in known if choice.entry.kind != "country"]
        known = [(i, c) for i, c in known if (in_title and self.at_issue(c.entry)) or self.stands_for(i, c.entry)]
        ranked = sorted(
            known, key=lambda pair: (placing.ORDER.index(placing.precision_of(pair[1].entry)), pair[0].start)
        )
        return ranked[0][0] if ranked else None

    def body_start(self) -> int:
        """Return where the body begins."""
        return next((block.start for block in self.story if block.kind == "body"), 0)

    def dateline_span(self) -> Span:
        """Return where the dateline's place stands (KYIV, June 3 (Agency) —), an empty span where there is none."""
        return dateline_place(self.document)

    def country(self, bearing: int | None = None) -> Place | None:
        """Return the country that the report is about, or the part of it that lies in a direction."""
        entry = self.places.focus_country()
        if entry is None:
            return None
        place = placing.place(
            replace(standing_for(entry), bearing=bearing),
            Choice(entry, 0.0, by_sound=False),
            AT,
            None,
            self.places.gazetteer,
        )
        return replace(place, basis=f"no place is given; the report is about {entry.name}")


def says_where(item: Found, entry: Entry) -> bool:
    """Say whether a name stands as the place of something; a capital or a country may stand for its government."""
    if item.speaks or item.person or item.aside:
        return False
    if entry.kind in ("country", "capital", "continent"):
        return item.placed or (entry.kind == "country" and item.possessive and item.bearing is not None)
    return True


def standing_for(entry: Entry) -> Found:
    """Return a finding for a place that no words of the text name."""
    return Found(
        0,
        0,
        entry.name,
        (entry,),
        None,
        None,
        None,
        (),
        person=False,
        speaks=False,
        placed=False,
        concerned=False,
        aside=False,
        left=False,
        possessive=False,
        key="",
    )

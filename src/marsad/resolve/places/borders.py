"""Borders between countries: the side of the one towards the other."""

import math
import re

from marsad.model import Mention, Place
from marsad.resolve.places import placing
from marsad.resolve.places.gazetteer import Entry
from marsad.resolve.places.reader import DocumentPlaces

_NAME = r"[A-Z][\w’']{1,30}(?: [A-Z][\w’']{1,30}){0,2}"
_LINE = r"(?:border|frontier)s?\b(?! (?:town|village|city|crossing|post|gate|guard|police|force))"
_OF_TWO = re.compile(
    rf"(?P<a>{_NAME})[-–/](?P<b>{_NAME}) {_LINE}|"
    rf"{_LINE} (?:between|of) (?:the )?(?P<c>{_NAME}) and (?:the )?(?P<d>{_NAME})|"
    rf"(?P<g>{_NAME}) side of (?:the|its) (?P<h>{_NAME}) {_LINE}|"
    rf"(?P<e>{_NAME})['’]s (?:[a-z-]+ )?{_LINE} with (?:the )?(?P<f>{_NAME})"
)
_OF_ONE = re.compile(rf"{_LINE} (?:with|to) (?:the )?(?P<a>{_NAME})|(?P<b>{_NAME}) {_LINE}")
_BEHIND = 40
"""Letters behind a mention that may say whose border it is."""


def border(mention: Mention, places: DocumentPlaces) -> Place | None:
    """Return the border that a mention speaks of: of two countries, or of the one at hand with another."""
    if not re.search(r"\b(?:border|frontier)", mention.text):
        return None
    words = places.text[mention.start : mention.end + _BEHIND]
    for pattern in (_OF_TWO, _OF_ONE):
        for found in pattern.finditer(words):
            if found.start() < len(mention.text):
                named = [_country(name, places) for name in found.groups() if name]
                sides = [*named, places.focus_country()][:2]
                if len(sides) == 2 and sides[0] is not None and sides[1] is not None and sides[0] != sides[1]:
                    first, second = (sides[1], sides[0]) if pattern is _OF_ONE else (sides[0], sides[1])
                    return _placed(first, second, mention, places, shared=pattern is _OF_TWO)
    return None


def _country(name: str, places: DocumentPlaces) -> Entry | None:
    """Return the country of a name or of an adjective: Niger, Nigerien."""
    for words in (name, name.rpartition(" ")[2]):
        codes = places.gazetteer.adjective(words)
        if len(codes) == 1:
            return places.gazetteer.country(codes[0])
        for entry in places.gazetteer.named(words):
            if entry.kind == "country":
                return entry
    return None


def _placed(home: Entry, other: Entry, mention: Mention, places: DocumentPlaces, *, shared: bool) -> Place:
    """Place the border in the part of one country that lies towards the other."""
    north = other.lat - home.lat
    east = (other.lon - home.lon) * math.cos(math.radians(home.lat))
    bearing = round(math.degrees(math.atan2(east, north)) / 45) * 45 % 360
    (lat, lon), radius = placing.part_of(home, bearing, places.gazetteer)
    return Place(
        name=f"{home.name}–{other.name} border",
        id=None,
        lat=round(lat, 4),
        lon=round(lon, 4),
        radius_km=round(radius, 1),
        precision="region",
        country=None if shared else home.country,
        admin1=None,
        mention=mention,
        basis=f"the border of {home.name} with {other.name}: the part of {home.name} on that side",
    )

"""What the words in front of a place's name say of the way from there: near it, 2 km north of it, between two."""

import math
import re

from msgspec import Struct

from marsad.resolve.places.vocabulary import DIRECTIONS

_NUMBER = (
    r"(\d{1,4}(?:[.,]\d{1,3})?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|"
    r"fifteen|twenty|thirty|forty|fifty)"
)
_UNIT = r"(km|kilomet(?:er|re)s?|miles?|mi|m|met(?:er|re)s?)"
_WAY = r"(north|south|east|west|(?:north|south)-?(?:east|west))(?:ern)?"
_KIND = (
    r"(?:the )?(?:(?:[a-z-]+ ){0,2}(?:city|town|village|capital|province|border|area|base|camp)"
    r"(?:,| of| with)? )?(?:the )?"
)
_OFFSET = re.compile(
    rf"{_NUMBER}[ -]?{_UNIT}\b(?-i:[^.;,\nA-Z]{{0,20}}?)\b"
    rf"(?:(?:to the )?{_WAY} (?:of|from)|(?:away )?from|outside(?: of)?) {_KIND}$",
    re.IGNORECASE,
)
_NEAR = re.compile(
    rf"\b(?:near(?: to)?|nearby|close to|outside(?: of)?|(?:on |in )?(?:the )?(?:[a-z-]+ )?(?:outskirts|"
    rf"edges?|vicinity|countryside|suburbs?|"
    rf"surroundings|approaches) (?:of|to)|around|surrounding|adjacent to|next to|off(?: the coast of)?|"
    rf"(?:to the |just )?{_WAY} (?:of|from)|on the (?:road|way|highway) to|towards?|approaching|beyond|neighbou?ring|"
    rf"not far from|rural) {_KIND}$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"\b(?:between|(?:road|highway|route|motorway|railway|line)s? (?:from|linking|connecting|joining)) {_KIND}$",
    re.IGNORECASE,
)
_SECOND = re.compile(rf"^(?:'s|’s)? (?:and|to|with|towards) {_KIND}$", re.IGNORECASE)
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip
_KM = {"mi": 1.609, "k": 1.0, "m": 0.001}
WINDOW = 90
"""Characters in front of a name that are read."""

FARTHEST_KM = 300.0
"""A distance beyond this is no offset from a town."""


class Relation(Struct, frozen=True):
    """How the place of the happening lies to the place named.

    ``kind`` is at, near, offset or between; an offset has ``km`` and, when the text gives it, ``bearing`` in degrees;
    ``words`` are those that said so.
    """

    kind: str
    words: str = ""
    km: float | None = None
    bearing: int | None = None


AT = Relation("at")


def relation_before(text: str, start: int) -> Relation:
    """Read the relation that stands right in front of a name which starts there."""
    before = text[max(0, start - WINDOW) : start]
    offset = _OFFSET.search(before)
    if offset is not None:
        km = _kilometres(offset[1], offset[2])
        if km <= FARTHEST_KM:
            return Relation("offset", offset[0].strip(), km, _bearing(offset[3]))
    if _BETWEEN.search(before) is not None:
        return Relation("between")
    near = _NEAR.search(before)
    if near is not None:
        return Relation("near", near[0].strip(), bearing=_bearing(near[1]))
    return AT


def joins(text: str, end: int, start: int) -> bool:
    """Say whether the words from one name's end to another's start make them the two ends of "between"."""
    return _SECOND.match(text[end:start]) is not None


def _bearing(word: str | None) -> int | None:
    return None if word is None else DIRECTIONS.get(word.lower().replace("-", ""))


def _kilometres(number: str, unit: str) -> float:
    amount = float(_NUMBERS[number.lower()]) if number.lower() in _NUMBERS else float(number.replace(",", "."))
    unit = unit.lower()
    factor = _KM["mi"] if unit.startswith("mi") else _KM["k"] if unit.startswith("k") else _KM["m"]
    return amount * factor


def moved(lat: float, lon: float, km: float, bearing: int) -> tuple[float, float]:
    """Return the point that many kilometres away; a flat Earth is good enough up to a few hundred."""
    north = km * math.cos(math.radians(bearing)) / 111.2
    east = km * math.sin(math.radians(bearing)) / (111.2 * max(0.1, math.cos(math.radians(lat))))
    return round(max(-90.0, min(90.0, lat + north)), 4), round((lon + east + 180) % 360 - 180, 4)

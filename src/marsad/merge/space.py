"""Whether two claims can lie in one place."""

from math import asin, cos, radians, sin, sqrt

from rapidfuzz import fuzz

from marsad.merge.digest import ClaimDigest, name_words
from marsad.merge.finding import Finding, unknown, weakened
from marsad.model import Place

EARTH_DIAMETER_KM = 12_742.0
POINTS = frozenset({"exact", "near"})
LOCAL = frozenset({"exact", "near", "district"})
NAMED = 2.0
"""What it is worth that the sentences of one claim name the place of the other."""
SAME_NAME = 75
"""fuzz.ratio (0-100) from which two names may be spellings of one."""
BORDER, BORDER_KM = "border", 800.0
"""A border runs on for so many kilometres from its middle at most."""
SLACK_KM = 5.0
"""Two reports may pin one town on points that lie so far apart."""
NEXT_KM = 15.0
"""One report names the village, another the town that it lies by."""
TOWN_KM = 60.0
"""How far from the town that bears its name a province is meant by it ("in Kunduz", "in Idlib")."""
VAGUE = 1.5
"""The north of a country ends nowhere: what lies half as far again from its middle may be meant."""


def kilometres(left: Place, right: Place) -> float | None:
    """Great-circle distance (haversine), or None when one has no coordinates."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    north, south = radians(left.lat), radians(right.lat)
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(radians(right.lon - left.lon) / 2) ** 2
    return EARTH_DIAMETER_KM * asin(sqrt(min(1.0, half)))


def compare_places(left: ClaimDigest, right: ClaimDigest) -> Finding:
    """Say whether the two are one point, one may hold the other, or they lie apart.

    A place that a claim took from elsewhere in its report neither rules out nor proves much.
    """
    if left.claim.where is None or right.claim.where is None:
        speech = left.family == right.family == "speech"  # words are said anywhere
        none = left.claim.where is None and right.claim.where is None
        code = "where: not said" if speech else f"where: known to {'neither' if none else 'one'}"
        return unknown("where", "where: a place in one claim at most", 0.0 if speech else -2.0, code=code)
    found, one_report = _compare(left.claim.where, right.claim.where), left.document.id == right.document.id
    if found.veto or (found.code == "where: near" and _are_two_towns(left.claim.where, right.claim.where)):
        found = _compare_loosely(left.claim.where, right.claim.where, one_report=one_report) or found
    if not one_report and (found.verdict != "agrees" or found.weight < NAMED):
        named = _named_by(left.claim.where, right) or _named_by(right.claim.where, left)
        points = {left.claim.where.precision, right.claim.where.precision} <= POINTS
        if named is not None and not (found.veto and points):
            found = Finding("where", "agrees", NAMED, f"where: both name {named}", code="where: named")
    return found if left.own_place and right.own_place else weakened(found)


def _named_by(place: Place, other: ClaimDigest) -> str | None:
    """Return the name of a place where the other claim's sentences name it, wherever that claim was placed."""
    if place.precision not in LOCAL and place.id is not None:
        return None
    words = name_words(place.mention.text if place.mention is not None else place.name)
    return place.name if words and words <= other.names else None


def _two_countries(left: Place, right: Place) -> bool:
    return None not in (left.country, right.country) and left.country != right.country


def _compare(left: Place, right: Place) -> Finding:
    if _two_countries(left, right):
        words = f"where: {left.name} and {right.name}, two countries"
        return Finding("where", "differs", -4.0, words, veto=True, code="where: two countries")
    distance = kilometres(left, right)
    if distance is None:
        return _compare_names(left, right)
    if left.precision in POINTS and right.precision in POINTS:
        return _compare_points(left, right, distance)
    if distance > _reach(left, right) and not _holds(left, right):
        return _apart(left, right, distance)
    if left.id is None and right.id is None and left.name.casefold() == right.name.casefold():
        return Finding("where", "agrees", 2.0, f"where: both {left.name}", code="where: one name")
    if left.id is None and right.id is None and _differ(left, right):
        words = f"where: {left.name} and {right.name}, of which no point is known"
        return Finding("where", "differs", -2.5, words, code="where: two names")
    wide = {left.precision, right.precision} & {"country", "region"}
    if left.id is not None and left.id == right.id:
        code = f"where: one {'country' if wide else 'province'}"
        return Finding("where", "agrees", 1.0, f"where: both in {left.name}", code=code)
    words = f"where: {left.name} and {right.name}, one may hold the other"
    return Finding("where", "agrees", 0.5, words, code=f"where: in one {'country' if wide else 'province'}")


def _differ(left: Place, right: Place) -> bool:
    """Say whether two names that no gazetteer knows are two places rather than two spellings."""
    return fuzz.ratio(left.name.casefold(), right.name.casefold()) < SAME_NAME


def _holds(left: Place, right: Place) -> bool:
    """Say whether one is the country or the province of the other, however far its middle."""
    if BORDER in left.name.casefold() or BORDER in right.name.casefold():
        return (kilometres(left, right) or 0) <= BORDER_KM
    if "country" in (left.precision, right.precision):
        return left.country is not None and left.country == right.country
    provinces = "province" in (left.precision, right.precision)
    return provinces and left.admin1 is not None and left.admin1 == right.admin1


def _reach(left: Place, right: Place) -> float:
    """How far apart, in kilometres, the middles of two places may be that can still meet."""
    return (left.radius_km or 0) + (right.radius_km or 0) + SLACK_KM


def _apart(left: Place, right: Place, distance: float) -> Finding:
    return Finding("where", "differs", -4.0, _told_apart(left, right, distance), veto=True, code="where: apart")


def _told_apart(left: Place, right: Place, distance: float) -> str:
    return f"where: {left.name} and {right.name}, {distance:.0f} km apart"


def _compare_loosely(left: Place, right: Place, *, one_report: bool) -> Finding | None:
    """Take places that lie apart for one that is named in another grain, or by two reports in another way."""
    distance = kilometres(left, right)
    if distance is None or _two_countries(left, right):
        return None
    words = _told_apart(left, right, distance)
    if {left.precision, right.precision} <= POINTS:
        if distance <= NEXT_KM and not one_report:
            return Finding("where", "differs", -2.0, words, code="where: next to")
        if distance <= TOWN_KM and (_names_its_province(left, right) or _names_its_province(right, left)):
            return Finding("where", "differs", -2.0, f"{words}, in one province", code="where: a town or its province")
    elif distance <= VAGUE * _reach(left, right) and _is_vague(left, right):
        return Finding("where", "differs", -1.2, f"{words}, one of them vague", code="where: apart, one vague")
    return None


def _are_two_towns(left: Place, right: Place) -> bool:
    """Say whether a gazetteer knows both, and both reports mean the town itself rather than what lies near it."""
    exact = left.precision == right.precision == "exact" and None not in (left.id, right.id)
    return exact and left.id != right.id and (kilometres(left, right) or 0) > SLACK_KM / 2


def _is_vague(left: Place, right: Place) -> bool:
    """Say whether one is a part of the country of the other, of which only the direction is told."""
    return "region" in (left.precision, right.precision) and left.country is not None and left.country == right.country


def _names_its_province(town: Place, other: Place) -> bool:
    """Say whether the town gives its name to a province in which the other place lies as well."""
    if town.admin1 is None or (town.country, town.admin1) != (other.country, other.admin1):
        return False
    told = (town.name, town.name if town.mention is None else town.mention.text)
    return any(fuzz.ratio(name.casefold(), town.admin1.casefold()) >= SAME_NAME for name in told)


def _compare_points(left: Place, right: Place, distance: float) -> Finding:
    same_name = left.name.casefold() == right.name.casefold()
    reach = max(left.radius_km or 0, right.radius_km or 0) + SLACK_KM
    if distance > reach:
        return _apart(left, right, distance)
    if same_name:
        return Finding("where", "agrees", 2.5, f"where: both {left.name}", code="where: one point")
    words = _told_apart(left, right, distance)
    return Finding("where", "agrees", 1.5, words, code="where: near")


def _compare_names(left: Place, right: Place) -> Finding:
    if left.name.casefold() == right.name.casefold():
        return Finding("where", "agrees", 2.0, f"where: both {left.name}", code="where: one name")
    return unknown("where", f"where: no coordinates for {left.name} or {right.name}", code="where: no point")

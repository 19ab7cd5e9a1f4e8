"""From the place taken for a name to the record's Place: precision, radius, offset and the sentence that says why."""

from marsad.model import Mention, Place
from marsad.resolve.places.choosing import Choice
from marsad.resolve.places.compiling.rows import distance_km
from marsad.resolve.places.gazetteer import Entry, Gazetteer
from marsad.resolve.places.relations import Relation, moved
from marsad.resolve.places.scan import Found

WIDE_KM = 30.0
"""Radius from which a named area is a region, not a district."""

POINT_KM = 15.0
"""Radius beyond which a place of the curated table is known only roughly; no town reaches farther."""

NEAR_KM, DISTRICT_WITHIN_KM = 25.0, 60.0
"""Radii up to which a point off a town is near it, and up to which it is no wider than a district."""

HALF, QUADRANT = 0.5, 0.7
"""How far, in radii, the middle of the south or of the south-west lies from the whole's; .42 and .60 on a disc, more on
most countries, which are longer than wide.
"""

DISTRICT_KM = 50.0
"""Radius of a district of which no more is known than its province's town."""

AREAS = frozenset({"region", "river", "sea", "mountain", "forest", "lake", "island", "road", "strait", "oilfield"})
ORDER = ("exact", "near", "district", "province", "region", "country")
"""Precisions, the finest first."""

Point = tuple[float, float]


def precision_of(entry: Entry) -> str:
    """Return the code for how fine a place of that kind is."""
    if entry.kind in ("province", "district", "country"):
        return entry.kind
    if entry.kind == "continent":
        return "region"
    if entry.kind in AREAS and entry.radius_km > 6:
        return "district" if entry.radius_km <= WIDE_KM else "region"
    if entry.radius_km > POINT_KM:
        return "near" if entry.radius_km <= WIDE_KM else "district"
    return "exact"


def describe(entry: Entry, gazetteer: Gazetteer) -> str:
    """Name a place as a person would: Ar Raqqah (Raqqa, Syria)."""
    country = gazetteer.country(entry.country) if entry.country else None
    within = [entry.admin1 if entry.kind != "province" else None, None if country is None else country.name]
    if entry.kind == "country":
        return entry.name
    listed = ", ".join(part for part in within if part)
    return f"{entry.name} ({listed})" if listed else entry.name


def place(found: Found, choice: Choice, relation: Relation, mention: Mention | None, gazetteer: Gazetteer) -> Place:
    """Place a happening at, near or off a place of the gazetteer."""
    entry = choice.entry
    lat, lon, radius, precision = entry.lat, entry.lon, entry.radius_km, precision_of(entry)
    basis = f"“{found.text}” is {describe(entry, gazetteer)}"
    if choice.by_sound:
        basis += ", another spelling of the name"
    elif len(found.entries) > 1 and entry.kind != "country":
        basis += f", the likeliest of {len(found.entries)} places of that name in this text"
    if relation.kind == "offset" and relation.km is not None:
        (lat, lon), radius = _offset(entry, relation)
        if precision in ("exact", "near"):
            precision = "near" if radius <= NEAR_KM else "district" if radius <= DISTRICT_WITHIN_KM else "region"
        basis += f"; moved by “{relation.words}”"
    elif found.bearing is not None and entry.kind in ("country", "province", "region", "district", "continent"):
        (lat, lon), radius = part_of(entry, found.bearing, gazetteer)
        precision = "region" if entry.kind in ("country", "continent") else precision
        basis += "; moved to that part of it"
    elif relation.kind == "near":
        radius = max(2 * radius, radius + 10)
        precision = "near" if precision == "exact" else precision
        basis += f"; “{relation.words}” widens the radius"
    return _made(entry, entry.name, (lat, lon), radius, precision, mention, basis)


def part_of(area: Entry, bearing: int, gazetteer: Gazetteer) -> tuple[Point, float]:
    """Return middle and radius (km) of the part of an area in a direction: where its towns are, else by its radius."""
    part = gazetteer.part(area.number, bearing) if area.kind in ("country", "province") else None
    if part is not None:
        return (part[0], part[1]), min(part[2], area.radius_km)
    share = QUADRANT if bearing % 90 else HALF
    return moved(area.lat, area.lon, share * area.radius_km, bearing), 0.6 * area.radius_km


def _offset(entry: Entry, relation: Relation) -> tuple[Point, float]:
    km = relation.km or 0.0
    if relation.bearing is None:
        return (entry.lat, entry.lon), max(entry.radius_km, km + 2)
    return moved(entry.lat, entry.lon, km, relation.bearing), max(3.0, 0.3 * km)


def between(first: Entry, second: Entry, mention: Mention | None, gazetteer: Gazetteer) -> Place:
    """Place a happening half way between two places."""
    lat, lon = (first.lat + second.lat) / 2, (first.lon + second.lon) / 2
    half = distance_km(first.lat, first.lon, second.lat, second.lon) / 2
    basis = f"half way between {describe(first, gazetteer)} and {describe(second, gazetteer)}, which the text names"
    precision = "near" if half <= NEAR_KM else "district" if half <= DISTRICT_WITHIN_KM else "region"
    made = _made(first, f"{first.name} – {second.name}", (lat, lon), max(3.0, half), precision, mention, basis)
    country = first.country if first.country == second.country else None
    admin1 = first.admin1 if first.province == second.province else None
    return Place(made.name, None, made.lat, made.lon, made.radius_km, precision, country, admin1, mention, basis)


def part_of_town(
    name: str, town: Entry, mention: Mention | None, gazetteer: Gazetteer, *, of_province: bool = False
) -> Place:
    """Place a quarter, wall or base that the gazetteer lacks at the town that the text says holds it.

    ``of_province`` says that the town's name may stand for its province as well: "a district of Kandahar".
    """
    basis = f"“{name}” is not in the gazetteer; placed at {describe(town, gazetteer)}, which the text says holds it"
    radius, precision = max(5.0, town.radius_km), "near"
    if of_province:
        radius, precision = DISTRICT_KM, "district"
        basis += " (the town or its province)"
    made = _made(town, name, (town.lat, town.lon), radius, precision, mention, basis)
    return Place(name, None, made.lat, made.lon, made.radius_km, precision, town.country, town.admin1, mention, basis)


def within_area(
    name: str, area: Entry | None, mention: Mention | None, gazetteer: Gazetteer, *, why: str = "which the text names"
) -> Place:
    """Keep a name that the gazetteer lacks, at the area that holds it, if the text gives one."""
    if area is None:
        basis = f"“{name}” is not in the gazetteer, and the text does not say what holds it"
        return Place(name, None, None, None, None, "country", None, None, mention, basis)
    basis = f"“{name}” is not in the gazetteer; placed in {describe(area, gazetteer)}, {why}"
    precision = precision_of(area)
    if precision == "exact":
        precision = "near"
    radius = max(area.radius_km, 25.0 if precision == "near" else 0.0)
    return Place(name, None, area.lat, area.lon, radius, precision, area.country, area.admin1, mention, basis)


def _made(  # noqa: PLR0913, PLR0917 - one argument a field
    entry: Entry, name: str, point: Point, radius: float, precision: str, mention: Mention | None, basis: str
) -> Place:
    return Place(
        name=name,
        id=entry.id,
        lat=round(point[0], 4),
        lon=round(point[1], 4),
        radius_km=round(radius, 1),
        precision=precision,
        country=entry.country,
        admin1=entry.name if entry.kind == "province" else entry.admin1,
        mention=mention,
        basis=basis,
    )

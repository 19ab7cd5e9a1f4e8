"""The gazetteer's file, opened read-only: names to places."""

import os
import sqlite3
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from marsad.errors import FactsError
from marsad.resolve.places.compiling.keys import name_key, sound_key, without_article
from marsad.resolve.places.compiling.rows import town_radius_km
from marsad.resolve.places.layer import require_layer

PATH = Path(__file__).with_name("gazetteer.db")

_FIELDS = """p.number, p.geonames, p.slug, p.kind, p.name, p.country, q.name, p.province, p.lat, p.lon, p.radius,
 p.population, p.parent"""
_BY_NAME = f"""SELECT {_FIELDS}, n.usual FROM name n JOIN place p ON p.number = n.place
 LEFT JOIN place q ON q.number = p.province WHERE n.key = ? ORDER BY p.population DESC, p.number LIMIT 400"""  # noqa: S608
_BY_SOUND = f"""SELECT {_FIELDS}, 0 FROM sound s JOIN place p ON p.number = s.place
 LEFT JOIN place q ON q.number = p.province WHERE s.country = ? AND s.key = ? ORDER BY p.number LIMIT 400"""  # noqa: S608
_COUNTRY = f"""SELECT {_FIELDS}, 1 FROM place p LEFT JOIN place q ON q.number = p.province
 WHERE p.kind = 'country' AND p.slug = ?"""  # noqa: S608
_PROVINCE = f"""SELECT {_FIELDS}, 1 FROM place p LEFT JOIN place q ON q.number = p.province WHERE p.number = ?"""  # noqa: S608
_PART = "SELECT lat, lon, radius FROM part WHERE place = ? AND bearing = ?"
_PROVINCES = "SELECT slug, number, name FROM place WHERE kind = 'province'"
_OWN_FIELDS = """p.number, p.geonames, p.slug, p.kind, p.name, p.country, p.admin1, p.lat, p.lon, p.radius,
 p.population"""
_OWN_BY_NAME = f"""SELECT {_OWN_FIELDS}, n.usual FROM name n JOIN place p ON p.number = n.place WHERE n.key = ?
 ORDER BY p.population DESC, p.number LIMIT 400"""  # noqa: S608
_OWN_BY_SOUND = f"""SELECT {_OWN_FIELDS}, 0 FROM sound s JOIN place p ON p.number = s.place
 WHERE s.country = ? AND s.key = ? ORDER BY p.number LIMIT 400"""  # noqa: S608


class Entry(Struct, frozen=True):
    """One place of the gazetteer.

    ``kind`` is town, capital, province, district, country, continent, or a kind of the curated table (quarter, base,
    region...). ``province`` is the number of the province's own entry, ``admin1`` its name. ``usual`` says whether it
    was found under its usual name.
    """

    number: int
    geonames: int | None
    slug: str | None
    kind: str
    name: str
    country: str | None
    admin1: str | None
    province: int | None
    lat: float
    lon: float
    radius_km: float
    population: int
    parent: str | None
    usual: bool

    @property
    def id(self) -> str:
        """The id in GeoNames, the project's own, or one of the user's layer (``own:``)."""
        if self.geonames is not None:
            return f"geonames:{self.geonames}"
        return str(self.slug) if self.slug is not None and ":" in self.slug else f"marsad:{self.slug}"


class Gazetteer:
    """Looks names up. Answers are kept, some thousands at most, so that a document costs few reads of the file."""

    def __init__(self, path: Path = PATH, layer: Path | None = None) -> None:
        """Open the file, and a user's layer over it.

        Raises:
            FactsError: there is none, or the layer is none.
        """
        if not path.exists():
            raise FactsError(f"no gazetteer at {path}: it is compiled when marsad is installed; install it again")
        if layer is not None:
            require_layer(layer)
        self._path = path
        self._layer = layer
        self._process = 0
        self._database, self._own = self._open()
        self._provinces = lru_cache(maxsize=1)(self._read_provinces)
        self._by_key = lru_cache(maxsize=8192)(self._read_key)
        self.sounding = lru_cache(maxsize=4096)(self._read_sound)
        self.adjective = lru_cache(maxsize=2048)(self._read_adjective)
        self.country = lru_cache(maxsize=512)(self._read_country)
        self.province = lru_cache(maxsize=512)(self._read_province)
        self.part = lru_cache(maxsize=512)(self._read_part)
        self.named = lru_cache(maxsize=8192)(self._read_name)

    def _open(self) -> tuple[sqlite3.Connection, sqlite3.Connection | None]:
        """Open the files in this process: SQLite forbids to carry a connection into a forked one."""
        if self._process != os.getpid():
            self._database = _connect(self._path)
            self._own = None if self._layer is None else _connect(self._layer)
            self._process = os.getpid()
        return self._database, self._own

    def _read_name(self, name: str) -> tuple[Entry, ...]:
        """Return the places of that name, an Arabic article in front or not, the most populous first."""
        key, bare = name_key(name), without_article(name)
        if not key:
            return ()
        found = self._by_key(key)
        return found if bare == key else _joined(found, self._by_key(bare))

    def _read_key(self, key: str) -> tuple[Entry, ...]:
        database, own = self._open()
        shipped = tuple(_entry(row) for row in database.execute(_BY_NAME, (key,)))
        return shipped if own is None else _joined(shipped, self._own_entries(own.execute(_OWN_BY_NAME, (key,))))

    def _read_sound(self, country: str, name: str) -> tuple[Entry, ...]:
        """Return the places of a country whose name may be a transliteration of the same one."""
        wanted = (country, sound_key(name))
        database, own = self._open()
        shipped = tuple(_entry(row) for row in database.execute(_BY_SOUND, wanted))
        return shipped if own is None else _joined(shipped, self._own_entries(own.execute(_OWN_BY_SOUND, wanted)))

    def _own_entries(self, rows: Iterable[tuple[object, ...]]) -> tuple[Entry, ...]:
        return tuple(_own_entry(row, self._provinces()) for row in rows)

    def _read_provinces(self) -> Mapping[str, tuple[int, str]]:
        """Return number and name of each province by its code (SD.09) and by its country and name (SD northdarfur)."""
        found: dict[str, tuple[int, str]] = {}
        for slug, number, name in self._open()[0].execute(_PROVINCES):
            country = str(slug)[:2].upper()
            found[str(slug).upper().replace("-", ".", 1)] = (number, name)
            found.setdefault(f"{country} {name_key(name)}", (number, name))
        return found

    def _read_adjective(self, word: str) -> tuple[str, ...]:
        """Return the countries that an adjective or a people's name belongs to: Sudanese → SD."""
        query = "SELECT country FROM adjective WHERE key = ? ORDER BY country"
        return tuple(str(row[0]) for row in self._open()[0].execute(query, (name_key(word),)))

    def _read_country(self, code: str) -> Entry | None:
        """Return the country of an ISO 3166-1 alpha-2 code."""
        row = self._open()[0].execute(_COUNTRY, (code.lower(),)).fetchone()
        return None if row is None else _entry(row)

    def _read_province(self, number: int) -> Entry | None:
        """Return the province of that number."""
        row = self._open()[0].execute(_PROVINCE, (number,)).fetchone()
        return None if row is None else _entry(row)

    def _read_part(self, number: int, bearing: int) -> tuple[float, float, float] | None:
        """Return middle (degrees) and radius (km) of the part of a country or province that lies in a direction."""
        row = self._open()[0].execute(_PART, (number, bearing)).fetchone()
        return None if row is None else (row[0] / 1000, row[1] / 1000, float(row[2]))


def _entry(row: tuple[object, ...]) -> Entry:
    number, geonames, slug, kind, name, country, admin1, province, lat, lon, radius, population, parent, usual = row
    people = int(str(population))
    return Entry(
        number=int(str(number)),
        geonames=None if geonames is None else int(str(geonames)),
        slug=None if slug is None else str(slug),
        kind=str(kind),
        name=str(name),
        country=None if country is None else str(country),
        admin1=None if admin1 is None else str(admin1),
        province=None if province is None else int(str(province)),
        lat=int(str(lat)) / 1000,
        lon=int(str(lon)) / 1000,
        radius_km=float(str(radius)) if radius else town_radius_km(people),
        population=people,
        parent=None if parent is None else str(parent),
        usual=bool(usual),
    )


def _own_entry(row: tuple[object, ...], provinces: Mapping[str, tuple[int, str]]) -> Entry:
    """Make an entry of a layer's row; its province is told by code, or by name where a user wrote it."""
    number, geonames, slug, kind, name, country, admin1, lat, lon, radius, population, usual = row
    told = str(admin1 or "")
    province = provinces.get(told) or provinces.get(f"{country} {name_key(told)}")
    return Entry(
        number=int(str(number)),
        geonames=None if geonames is None else int(str(geonames)),
        slug=None if slug is None else str(slug),
        kind=str(kind),
        name=str(name),
        country=None if country is None else str(country),
        admin1=province[1] if province is not None else told if told and geonames is None else None,
        province=None if province is None else province[0],
        lat=float(str(lat)),
        lon=float(str(lon)),
        radius_km=float(str(radius)),
        population=int(str(population)),
        parent=None,
        usual=bool(usual),
    )


def _joined(first: tuple[Entry, ...], more: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return both, each place once: what ships with marsad goes before a user's copy of it."""
    ids = {entry.id for entry in first}
    return (*first, *(entry for entry in more if entry.id not in ids))


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?immutable=1", uri=True, check_same_thread=False)


_layer_in_use: Path | None = None


def use_layer(path: Path | None) -> None:
    """Take a user's layer into use in this process, or none.

    Raises:
        FactsError: it is no layer; what was in use stays so.
    """
    global _layer_in_use  # noqa: PLW0603 - the gazetteer is one of the whole process, as the shipped one is
    if path is not None:
        require_layer(path)
    if path is not None or _layer_in_use is not None:
        _layer_in_use = path
        default_gazetteer.cache_clear()


def layer_in_use() -> Path | None:
    """Return the user's layer that is in use."""
    return _layer_in_use


@lru_cache(maxsize=1)
def default_gazetteer() -> Gazetteer:
    """Return the gazetteer that the package holds, with the user's layer if one is in use, opened once."""
    return Gazetteer(layer=_layer_in_use)

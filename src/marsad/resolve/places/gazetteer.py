"""The gazetteer's file, opened read-only: names to places."""

import os
import sqlite3
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from marsad.errors import FactsError
from marsad.resolve.places.compiling.keys import name_key, sound_key, without_article
from marsad.resolve.places.compiling.rows import town_radius_km

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
        """The id in GeoNames, or the project's own."""
        return f"geonames:{self.geonames}" if self.geonames is not None else f"marsad:{self.slug}"


class Gazetteer:
    """Looks names up. Answers are kept, some thousands at most, so that a document costs few reads of the file."""

    def __init__(self, path: Path = PATH) -> None:
        """Open the file.

        Raises:
            FactsError: there is none.
        """
        if not path.exists():
            raise FactsError(f"no gazetteer at {path}: it is compiled when marsad is installed; install it again")
        self._path = path
        self._process = 0
        self._database = self._open()
        self._by_key = lru_cache(maxsize=8192)(self._read_key)
        self.sounding = lru_cache(maxsize=4096)(self._read_sound)
        self.adjective = lru_cache(maxsize=2048)(self._read_adjective)
        self.country = lru_cache(maxsize=512)(self._read_country)
        self.province = lru_cache(maxsize=512)(self._read_province)
        self.named = lru_cache(maxsize=8192)(self._read_name)

    def _open(self) -> sqlite3.Connection:
        """Open the file in this process: SQLite forbids to carry a connection into a forked one."""
        if self._process != os.getpid():
            uri = f"{self._path.resolve().as_uri()}?immutable=1"
            self._database = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self._process = os.getpid()
        return self._database

    def _read_name(self, name: str) -> tuple[Entry, ...]:
        """Return the places of that name, an Arabic article in front or not, the most populous first."""
        key, bare = name_key(name), without_article(name)
        if not key:
            return ()
        found = self._by_key(key)
        if bare == key:
            return found
        numbers = {entry.number for entry in found}
        return found + tuple(entry for entry in self._by_key(bare) if entry.number not in numbers)

    def _read_key(self, key: str) -> tuple[Entry, ...]:
        return tuple(_entry(row) for row in self._open().execute(_BY_NAME, (key,)))

    def _read_sound(self, country: str, name: str) -> tuple[Entry, ...]:
        """Return the places of a country whose name may be a transliteration of the same one."""
        return tuple(_entry(row) for row in self._open().execute(_BY_SOUND, (country, sound_key(name))))

    def _read_adjective(self, word: str) -> tuple[str, ...]:
        """Return the countries that an adjective or a people's name belongs to: Sudanese → SD."""
        query = "SELECT country FROM adjective WHERE key = ? ORDER BY country"
        return tuple(str(row[0]) for row in self._open().execute(query, (name_key(word),)))

    def _read_country(self, code: str) -> Entry | None:
        """Return the country of an ISO 3166-1 alpha-2 code."""
        row = self._open().execute(_COUNTRY, (code.lower(),)).fetchone()
        return None if row is None else _entry(row)

    def _read_province(self, number: int) -> Entry | None:
        """Return the province of that number."""
        row = self._open().execute(_PROVINCE, (number,)).fetchone()
        return None if row is None else _entry(row)


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


@lru_cache(maxsize=1)
def default_gazetteer() -> Gazetteer:
    """Return the gazetteer that the package holds, opened once."""
    return Gazetteer()

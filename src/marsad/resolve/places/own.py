"""Places of a user's own, read from a GeoNames dump or from a table with a head line.

A dump is a file of https://download.geonames.org/export/dump/ (``SD.txt``, or ``SD.zip`` as it comes), tab separated
without a head line. A table (.csv, or .tsv with tabs) has the columns of :data:`COLUMNS`.
"""

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from msgspec import Struct

from marsad.errors import FactsError
from marsad.resolve.places.compiling.keys import name_key, words
from marsad.resolve.places.compiling.rows import CURATED_POPULATION, latin, town_radius_km

COLUMNS = ("name", "lat", "lon", "country", "kind", "aliases", "admin1", "radius_km", "population", "id")
"""Columns of a table of one's own; the first four must be there. ``aliases`` are separated by ``|``."""
REQUIRED = COLUMNS[:4]
_CALLED = {"latitude": "lat", "longitude": "lon", "lng": "lon", "long": "lon", "type": "kind", "radius": "radius_km"}

RADIUS_KM: Mapping[str, float] = {
    "quarter": 3, "village": 3, "site": 4, "airbase": 5, "base": 5, "camp": 5, "crossing": 5, "prison": 3, "dam": 5,
    "bridge": 3, "oilfield": 12, "mountain": 15, "island": 10, "road": 20, "lake": 30, "forest": 40, "district": 30,
    "strait": 40, "region": 80, "province": 90, "river": 100, "sea": 500, "town": 0,
}  # fmt: skip
"""Kinds with how far a place of them reaches where nobody says; a town's reach follows from its people."""

DUMP_COLUMNS = 19
_LONGEST_LINE = 100_000
_DUMP_KINDS: Mapping[str, str] = {
    "P": "town", "P.PPLX": "quarter", "P.PPLQ": "", "P.PPLH": "", "P.PPLW": "", "P.PPLCH": "",
    "A.ADM3": "district", "A.ADM4": "district",
    "S.AIRB": "airbase", "S.AIRF": "airbase", "S.AIRP": "airbase", "L.MILB": "base", "S.MILB": "base", "S.INSM": "base",
    "S.CMPRF": "camp", "S.CMP": "camp", "S.PRN": "prison", "S.DAM": "dam", "S.BDG": "bridge", "S.CSTM": "crossing",
    "S.PSTB": "crossing", "S.OILR": "site", "S.PS": "site", "S.PSN": "site", "S.PSH": "dam", "S.FT": "site",
    "L.OILF": "oilfield", "L.GASF": "oilfield", "L.RGN": "region", "L.RGNE": "region", "L.AREA": "region",
    "T.MT": "mountain", "T.MTS": "mountain", "T.PK": "mountain", "T.PASS": "crossing", "T.ISL": "island",
    "T.ISLS": "island", "T.VAL": "region", "T.DSRT": "region", "T.PEN": "region", "H.LK": "lake", "H.STM": "river",
    "H.RSV": "lake", "H.STRT": "strait", "H.GULF": "sea", "H.BAY": "sea", "V.FRST": "forest",
}  # fmt: skip
"""Feature classes and codes of GeoNames with our kinds, a code before its class; an empty kind is left out, and so are
countries and their first two levels of division, which the shipped gazetteer has."""
_NARROW = {"region": 25.0, "river": 25.0, "lake": 10.0, "sea": 15.0, "forest": 10.0}
"""Radii of areas of a dump, most of which are small ones that no table of regions would hold."""


class OwnPlace(Struct, frozen=True):
    """A place of the user's; ``admin1`` is GeoNames' code of its province or the province's name.

    The first ``usual`` names are those that it usually goes by.
    """

    geonames: int | None
    slug: str | None
    kind: str
    names: tuple[str, ...]
    usual: int
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    radius_km: float
    population: int


def read_places(path: Path) -> Iterator[OwnPlace]:
    """Give the places of a file, one after the other.

    Raises:
        FactsError: it cannot be read, or a line is at fault; the message names the line.
    """
    try:
        with _opened(path) as lines:
            first = lines.readline()
            lines.seek(0)
            yield from _dump(path.name, lines) if _is_dump(first) else _table(path, lines)
    except OSError as error:
        raise FactsError(f"cannot read {path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise FactsError(f"{path.name}: not written in UTF-8 ({error.reason})") from error
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise FactsError(f"{path.name}: {error}") from error


@contextmanager
def _opened(path: Path) -> Iterator[IO[str]]:
    """Open a file, or the dump inside a .zip beside which GeoNames puts its readme."""
    if path.suffix.casefold() != ".zip":
        with path.open(encoding="utf-8-sig", newline="") as lines:
            yield lines
        return
    with zipfile.ZipFile(path) as archive:
        inside = [name for name in archive.namelist() if name.endswith(".txt") and "readme" not in name.casefold()]
        if len(inside) != 1:
            raise FactsError(f"{path.name}: holds {len(inside)} dumps instead of one")
        with archive.open(inside[0]) as content, io.TextIOWrapper(content, encoding="utf-8-sig", newline="") as lines:
            yield lines


def _is_dump(line: str) -> bool:
    cells = line.split("\t")
    return len(cells) == DUMP_COLUMNS and cells[0].isdecimal()


def _dump(name: str, lines: IO[str]) -> Iterator[OwnPlace]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) != DUMP_COLUMNS or not cells[0].isdecimal() or len(line) > _LONGEST_LINE:
            raise FactsError(f"{name}, line {number}: is no line of a GeoNames dump ({DUMP_COLUMNS} columns, by tabs)")
        kind = _DUMP_KINDS.get(f"{cells[6]}.{cells[7]}", _DUMP_KINDS.get(cells[6], ""))
        if kind:
            yield _of_dump(cells, kind, f"{name}, line {number}")


def _of_dump(cells: list[str], kind: str, where: str) -> OwnPlace:
    population = int(cells[14]) if cells[14].isdecimal() else 0
    usual = _distinct([cells[1], cells[2]])
    names = _distinct([*usual, *(other for other in cells[3].split(",") if latin(other))])
    country = cells[8].strip().upper()
    return OwnPlace(
        geonames=int(cells[0]),
        slug=None,
        kind=kind,
        names=names,
        usual=1,
        country=country or None,
        admin1=f"{country}.{cells[10]}" if cells[10] else None,
        lat=_degrees(cells[4], 90, where),
        lon=_degrees(cells[5], 180, where),
        radius_km=town_radius_km(population) if kind == "town" else _NARROW.get(kind, RADIUS_KM[kind]),
        population=population,
    )


def _table(path: Path, lines: IO[str]) -> Iterator[OwnPlace]:
    reader = csv.reader(lines, delimiter="\t" if path.suffix.casefold() in {".tsv", ".tab"} else ",", strict=True)
    slugs: dict[str, int] = {}
    try:
        head = _head(path.name, next(reader, []))
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue
            where = f"{path.name}, line {reader.line_num}"
            if len(row) != len(head):
                raise FactsError(f"{where}: has {len(row)} columns, the head line {len(head)}")
            yield _of_table({field: cell.strip() for field, cell in zip(head, row, strict=True)}, where, slugs)
    except csv.Error as error:
        raise FactsError(f"{path.name}, line {reader.line_num}: {error}") from error


def _head(name: str, cells: list[str]) -> list[str]:
    head = [_CALLED.get(cell.strip().casefold(), cell.strip().casefold()) for cell in cells]
    unknown = [cell for cell in head if cell not in COLUMNS]
    missing = [column for column in REQUIRED if column not in head]
    if missing or unknown or len(set(head)) < len(head):
        told = f"lacks {', '.join(missing)}" if missing else f"has {', '.join(unknown) or 'a column twice'}"
        raise FactsError(f"{name}, line 1: the head line {told}; known columns: {', '.join(COLUMNS)}")
    return head


def _of_table(row: Mapping[str, str], where: str, slugs: dict[str, int]) -> OwnPlace:
    kind = row.get("kind", "").casefold() or "town"
    country = row["country"].upper()
    if not name_key(row["name"]):
        raise FactsError(f"{where}: {row['name']!r} is no name in Latin letters")
    if kind not in RADIUS_KM:
        raise FactsError(f"{where}: {kind!r} is no kind of place; known: {', '.join(RADIUS_KM)}")
    if not (len(country) == 2 and country.isascii() and country.isalpha()):
        raise FactsError(f"{where}: {row['country']!r} is no country code of two letters")
    population = _number(row.get("population", ""), "population", where) or CURATED_POPULATION
    radius = _number(row.get("radius_km", ""), "radius_km", where)
    names = _distinct([row["name"], *map(str.strip, row.get("aliases", "").split("|"))])
    return OwnPlace(
        geonames=None,
        slug=_slug(row.get("id") or row["name"], slugs),
        kind=kind,
        names=names,
        usual=len(names),
        country=country,
        admin1=row.get("admin1") or None,
        lat=_degrees(row["lat"], 90, where),
        lon=_degrees(row["lon"], 180, where),
        radius_km=radius or RADIUS_KM[kind] or town_radius_km(round(population)),
        population=round(population),
    )


def _slug(name: str, slugs: dict[str, int]) -> str:
    slug = "-".join(words(name))
    slugs[slug] = slugs.get(slug, 0) + 1
    return f"own:{slug}" if slugs[slug] == 1 else f"own:{slug}-{slugs[slug]}"


def _number(written: str, field: str, where: str) -> float:
    try:
        number = float(written or 0)
    except ValueError:
        number = -1.0
    if not 0 <= number < 10**10:
        raise FactsError(f"{where}: {field} {written!r} is no number")
    return number


def _degrees(written: str, most: int, where: str) -> float:
    try:
        degrees = float(written)
    except ValueError:
        raise FactsError(f"{where}: {written!r} is no number of degrees") from None
    if not -most <= degrees <= most:
        raise FactsError(f"{where}: {written} is not on the globe (-{most} to {most} degrees)")
    return degrees


def _distinct(names: list[str]) -> tuple[str, ...]:
    return tuple({name_key(name): name for name in reversed(names) if name_key(name)}.values())[::-1]

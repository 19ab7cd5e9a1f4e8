"""The map under the events: Natural Earth's countries, provinces, rivers and lakes, cut to what a record needs.

The file ``data/basemap.json`` is made by ``tools/make_basemap.py``. Coordinates are whole numbers of grid steps
(``scale`` steps a degree); a line is its first point, then the step from point to point; a ring refers to lines by
index, ``~n`` being line n backwards, so that neighbours share one line.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import accumulate, pairwise

import msgspec
from msgspec import Struct

Line = list[int]
Ring = list[int]

CELL_DEGREES = 3
REACH_CELLS = 3
"""How far around an event the map is in full detail: 9 to 12 degrees, so that the countries next to it are in sight."""
THIN_DEGREES = 0.35
"""Outside the neighbourhood, points closer than this to the last one kept are left out: 1 pixel at world view."""


class Neighbourhood:
    """The cells of the globe within reach of some points."""

    def __init__(self, points: Iterable[tuple[float, float]]) -> None:
        reach = range(-REACH_CELLS, REACH_CELLS + 1)
        own = {(int(x // CELL_DEGREES), int(y // CELL_DEGREES)) for x, y in points}
        self._cells = {(x + i, y + j) for x, y in own for i in reach for j in reach}

    def touches(self, line: Line, scale: int) -> bool:
        """Say whether the box around the line shares a cell with it.

        >>> Neighbourhood([(36.0, 34.0)]).touches([7200, 6800, 10, 10], 200)
        True
        >>> Neighbourhood([(36.0, 34.0)]).touches([-14000, 0, 10, 10], 200)
        False
        """
        cell = CELL_DEGREES * scale
        xs, ys = list(accumulate(line[::2])), list(accumulate(line[1::2]))
        high = range(min(ys) // cell, max(ys) // cell + 1)
        return any((x, y) in self._cells for x in range(min(xs) // cell, max(xs) // cell + 1) for y in high)


class Country(Struct, frozen=True):
    """Name, ISO 3166-1 alpha-2 code if any, a point inside for the name, and outline."""

    n: str
    c: str | None
    at: tuple[int, int]
    r: list[Ring]


class Province(Struct, frozen=True):
    """Name, index of the country, a point inside for the name, and outline."""

    n: str
    of: int
    at: tuple[int, int]
    r: list[Ring]


class Basemap(Struct, frozen=True):
    """The map as it is kept and as the page has it."""

    scale: int
    arcs: list[Line]
    countries: list[Country]
    provinces: list[Province]
    rivers: list[Line]
    lakes: list[Line]


@cache
def load_basemap() -> Basemap:
    """Read the whole map."""
    return msgspec.json.decode((files(__package__) / "data" / "basemap.json").read_bytes(), type=Basemap)


def basemap_for(points: Iterable[tuple[float, float]]) -> Basemap:
    """Return the map in full detail around the points (longitude, latitude) and as bare outlines elsewhere."""
    whole = load_basemap()
    near = Neighbourhood(points)
    wanted = [near.touches(arc, whole.scale) for arc in whole.arcs]
    provinces = [p for p in whole.provinces if any(wanted[_index(r)] for ring in p.r for r in ring)]
    used = _used(whole.countries, provinces)
    thin = int(THIN_DEGREES * whole.scale)
    arcs = {i: whole.arcs[i] if wanted[i] else _thinned(whole.arcs[i], thin) for i in used}
    countries = [msgspec.structs.replace(c, r=_visible(c.r, arcs, wanted, thin)) for c in whole.countries]
    return _renumbered(
        msgspec.structs.replace(
            whole,
            countries=countries,
            provinces=provinces,
            rivers=[line for line in whole.rivers if near.touches(line, whole.scale)],
            lakes=[line for line in whole.lakes if near.touches(line, whole.scale)],
        ),
        arcs,
    )


def _used(countries: Iterable[Country], provinces: Iterable[Province]) -> set[int]:
    """Return the lines that the outlines are made of."""
    outlines = [*(country.r for country in countries), *(province.r for province in provinces)]
    return {_index(r) for rings in outlines for ring in rings for r in ring}


def _index(reference: int) -> int:
    return reference if reference >= 0 else ~reference


def _points(line: Line) -> Iterator[tuple[int, int]]:
    return zip(accumulate(line[::2]), accumulate(line[1::2]), strict=True)


def _thinned(line: Line, least: int) -> Line:
    """Keep both ends and, between them, points at least that many grid steps apart."""
    points = list(_points(line))
    kept = [points[0]]
    for x, y in points[1:-1]:
        if abs(x - kept[-1][0]) >= least or abs(y - kept[-1][1]) >= least:
            kept.append((x, y))
    kept.append(points[-1])
    flat = [*kept[0]]
    for (x0, y0), (x1, y1) in pairwise(kept):
        flat += (x1 - x0, y1 - y0)
    return flat


def _visible(rings: list[Ring], arcs: dict[int, Line], wanted: list[bool], thin: int) -> list[Ring]:
    """Leave out far islands that thinning has made a speck; the largest part of a country, the first, stays."""
    return [
        ring
        for i, ring in enumerate(rings)
        if i == 0 or any(wanted[_index(r)] for r in ring) or sum(_length(arcs[_index(r)]) for r in ring) > 6 * thin
    ]


def _length(line: Line) -> int:
    return sum(abs(step) for step in line[2:])


def _renumbered(basemap: Basemap, arcs: dict[int, Line]) -> Basemap:
    """Keep only the lines that are still in use."""
    used = sorted(_used(basemap.countries, basemap.provinces))
    new = {old: i for i, old in enumerate(used)}

    def renumber(rings: list[Ring]) -> list[Ring]:
        return [[new[r] if r >= 0 else ~new[~r] for r in ring] for ring in rings]

    return msgspec.structs.replace(
        basemap,
        arcs=[arcs[i] for i in used],
        countries=[msgspec.structs.replace(c, r=renumber(c.r)) for c in basemap.countries],
        provinces=[msgspec.structs.replace(p, r=renumber(p.r)) for p in basemap.provinces],
    )

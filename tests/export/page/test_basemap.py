from collections.abc import Iterator

import pytest

from marsad.export.page.basemap import Basemap, Country, Line, Province, basemap_for, load_basemap

HOMS, GOMA = (36.7, 34.7), (29.2, -1.7)


def points(line: Line) -> Iterator[tuple[int, int]]:
    x = y = 0
    for dx, dy in zip(line[::2], line[1::2], strict=True):
        x, y = x + dx, y + dy
        yield x, y


def ends(basemap: Basemap, reference: int) -> tuple[tuple[int, int], tuple[int, int]]:
    listed = list(points(basemap.arcs[reference if reference >= 0 else ~reference]))
    return (listed[0], listed[-1]) if reference >= 0 else (listed[-1], listed[0])


def assert_rings_close(basemap: Basemap, shapes: list[Country] | list[Province]) -> None:
    for shape in shapes:
        for ring in shape.r:
            at = [ends(basemap, reference) for reference in ring]
            for (_, end), (start, _) in zip(at, at[1:] + at[:1], strict=True):
                assert end == start, shape.n


@pytest.mark.parametrize("near", [[], [HOMS], [HOMS, GOMA]])
def test_every_outline_is_closed(near: list[tuple[float, float]]) -> None:
    basemap = basemap_for(near)
    assert_rings_close(basemap, basemap.countries)
    assert_rings_close(basemap, basemap.provinces)


def test_has_every_country_and_details_only_nearby() -> None:
    whole, near = load_basemap(), basemap_for([HOMS])
    assert [country.n for country in near.countries] == [country.n for country in whole.countries]
    provinces = {province.n for province in near.provinces}
    assert {"Homs", "Idlib", "Ninawa"} <= provinces
    assert not {"Kachin", "Antioquia"} & provinces
    assert sum(map(len, near.arcs)) < sum(map(len, whole.arcs)) / 4


def test_nothing_on_the_map_gives_bare_outlines() -> None:
    bare = basemap_for([])
    assert (bare.provinces, bare.rivers, bare.lakes) == ([], [], [])
    assert sum(map(len, bare.arcs)) < sum(map(len, load_basemap().arcs)) / 5


@pytest.mark.parametrize("code", ["SD", "SS", "UA", "MM", "CO", "NG", "YE", "PS", "ML", "AF", "IQ", "SY", "SE"])
def test_countries_have_codes_and_a_main_part_of_some_size(code: str) -> None:
    whole = load_basemap()
    country = next(country for country in whole.countries if country.c == code)
    outline = [point for reference in country.r[0] for point in points(whole.arcs[max(reference, ~reference)])]
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    assert max(xs) - min(xs) > 0.2 * whole.scale
    assert min(xs) < country.at[0] < max(xs)
    assert min(ys) < country.at[1] < max(ys)


def test_file_stays_small() -> None:
    points_kept = sum(len(arc) // 2 for arc in load_basemap().arcs)
    assert points_kept < 200_000

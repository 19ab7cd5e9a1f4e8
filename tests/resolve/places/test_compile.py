from dataclasses import replace
from pathlib import Path

import pytest

from marsad.errors import FactsError
from marsad.resolve.places.compiling.compile import is_current, write
from marsad.resolve.places.compiling.rows import Row, Tables, latin, parts, town_radius_km
from marsad.resolve.places.gazetteer import Gazetteer


def town(number: int, name: str, *others: str, population: int = 1000, admin1: str = "01") -> dict[str, object]:
    return {
        "geonameid": number,
        "name": name,
        "latitude": 10.0 + number / 100,
        "longitude": 20.0,
        "countrycode": "SD",
        "population": population,
        "admin1code": admin1,
        "alternatenames": list(others),
    }


TABLES = Tables(
    towns={"1": town(1, "Tall Abyad", "تل أبيض", "TLA", "Tel Abiad"), "2": town(2, "Wadi", population=90_000)},
    areas_km2={"SD": 1_886_068.0},
    continents={"AF": ("Africa", 7.19, 21.09)},
    country_facts=({"code": "SD", "names": ["Sudan"], "demonyms": ["Sudanese"], "capitals": ["Wadi"]},),
    place_facts=(
        {"name": "North Wadi Province", "aliases": ["Upper Wadi"], "kind": "province", "country": "SD",
         "admin1": "North Wadi", "in": None, "lat": 10.2, "lon": 20.1, "radius_km": 80},
        {"name": "Old Fort", "aliases": ["the Fort"], "kind": "base", "country": "SD", "admin1": "North Wadi",
         "in": "Wadi", "lat": 10.0, "lon": 20.0, "radius_km": 2},
    ),
    provinces={"SD.01": "Northern Wadi"},
    province_aliases={},
    districts=({"country": "SD", "province": "01", "name": "Lowlands", "lat": "10.1", "lon": "20.2",
                "radius_km": "30", "population": "5000"},),
    regions=({"name": "Great Plain", "aliases": "the Plain", "lat": "9", "lon": "21", "radius_km": "500"},),
    centroids={"SD": (16.0, 30.0)},
    town_names={},
    middles={},
)  # fmt: skip


@pytest.fixture
def gazetteer(tmp_path: Path) -> Gazetteer:
    write(TABLES, tmp_path / "g.db", "a")
    return Gazetteer(tmp_path / "g.db")


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    write(TABLES, tmp_path / "one.db", "a")
    turned = replace(TABLES, towns=dict(reversed(list(TABLES.towns.items()))))
    write(turned, tmp_path / "two.db", "a")
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "two.db").read_bytes()


def test_a_file_is_current_as_long_as_its_inputs_are(tmp_path: Path) -> None:
    path = tmp_path / "g.db"
    assert not is_current(path, "a")
    path.write_bytes(b"no database at all, but long enough to be looked at")
    assert not is_current(path, "a")
    write(TABLES, path, "a")
    assert is_current(path, "a")
    assert not is_current(path, "b")


def test_a_missing_file_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match=r"no gazetteer at .*install it again"):
        Gazetteer(tmp_path / "none.db")


def test_towns_are_found_under_all_their_latin_names(gazetteer: Gazetteer) -> None:
    assert [entry.id for entry in gazetteer.named("TEL ABIAD")] == ["geonames:1"]
    assert [entry.id for entry in gazetteer.sounding("SD", "Tell Abyadh")] == ["geonames:1"]
    assert gazetteer.named("TLA") == ()


def test_a_province_joins_the_curated_row_of_the_same_name(gazetteer: Gazetteer) -> None:
    (entry,) = gazetteer.named("Upper Wadi")
    assert (entry.name, entry.kind, entry.lat, entry.radius_km) == ("North Wadi", "province", 10.2, 80.0)
    assert gazetteer.named("Northern Wadi") == gazetteer.named("North Wadi Province")


def test_places_know_their_province(gazetteer: Gazetteer) -> None:
    assert {e.admin1 for name in ("Wadi", "Old Fort", "Lowlands") for e in gazetteer.named(name)} == {"North Wadi"}
    assert gazetteer.named("Old Fort")[0].parent == "Wadi"


def test_a_town_leaves_its_bare_name_to_the_area_around_it(tmp_path: Path) -> None:
    tables = replace(TABLES, town_names={"2": ("Wadi Town", "Wadi")})
    write(tables, tmp_path / "g.db", "a")
    assert [entry.id for entry in Gazetteer(tmp_path / "g.db").named("Wadi Town")] == ["geonames:2"]
    assert Gazetteer(tmp_path / "g.db").named("Wadi") == ()


def test_the_capital_is_marked(gazetteer: Gazetteer) -> None:
    assert [entry.kind for entry in gazetteer.named("Wadi")] == ["capital"]


def test_countries_have_a_middle_and_the_radius_of_their_area(gazetteer: Gazetteer) -> None:
    sudan = gazetteer.country("SD")
    assert sudan is not None
    assert (sudan.lat, sudan.lon, sudan.radius_km) == (16.0, 30.0, 775.0)
    assert gazetteer.adjective("Sudanese") == ("SD",)
    assert gazetteer.country("XX") is None


def test_regions_of_several_countries_belong_to_none(gazetteer: Gazetteer) -> None:
    assert [(e.kind, e.country) for e in gazetteer.named("the Plain")] == [("continent", None)]


@pytest.mark.parametrize(
    ("name", "kept"),
    [("Raqqa", True), ("ar-Raqqah", True), ("‘Afrin", True), ("DAM", False), ("alrqt", False), ("الرقة", False)],
)
def test_names_that_an_english_report_may_print_are_kept(name: str, kept: bool) -> None:  # noqa: FBT001
    assert latin(name) is kept


def test_a_larger_town_reaches_farther() -> None:
    radii = [town_radius_km(people) for people in (0, 500, 20_000, 500_000, 5_000_000, 40_000_000)]
    assert radii == sorted(radii)
    assert radii[0] == 3.0
    assert radii[-1] == 15.0


def grid(country_towns: list[tuple[float, float]]) -> list[Row]:
    return [
        Row(number, None, "town", (f"T{number}",), "SD", "SD.01", lat, lon, 3.0, 1000)
        for number, (lat, lon) in enumerate(country_towns)
    ]


def test_the_part_of_an_area_lies_where_its_towns_do() -> None:
    square = [(10.0 + row, 20.0 + column) for row in range(6) for column in range(6)]
    found = parts(grid(square))
    assert found[0][0] > 14
    assert found[180][0] < 11
    assert found[90][1] > 24
    assert (found[225][0] < 12, found[225][1] < 22) == (True, True)
    assert abs(found[0][1] - 22.5) < 1
    assert all(10 <= radius < 400 for _, _, radius in found.values())


def test_the_desert_does_not_pull_a_part_away_from_its_towns() -> None:
    towns = [(12.0 + step / 10, 20.0 + step / 10) for step in range(20)]
    assert abs(parts(grid([*towns, (20.0, 30.0)]), fineness=20)[0][0] - 13.7) < 2


def test_a_handful_of_towns_has_no_parts() -> None:
    assert parts(grid([(10.0, 20.0), (11.0, 21.0), (12.0, 22.0)])) == {}


def test_parts_run_on_over_the_date_line() -> None:
    towns = [(60.0 + row, lon) for row in range(4) for lon in (170.0, 174.0, 178.0, -178.0, -174.0)]
    found = parts(grid(towns))
    assert found[90][1] < -170
    assert found[270][1] < 180
    assert found[270][1] > 165

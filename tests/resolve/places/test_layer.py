import zipfile
from pathlib import Path

import pytest

from marsad.errors import FactsError
from marsad.resolve.places import Gazetteer, add, candidates, digest_of
from marsad.resolve.places.resolver import PlaceResolver
from tests.resolve.places.told import read

HEAD = "name,lat,lon,country,kind,aliases,admin1"


def dump_line(number: int, name: str, feature: str, others: str = "", population: int = 0) -> str:
    """Return a line in GeoNames' form, of a place in South Darfur."""
    first, code = feature.split(".")
    cells = [str(number), name, name, others, "11.5", "24.25", first, code, "SD", "", "49", "", "", "", str(population)]
    return "\t".join([*cells, "", "600", "Africa/Khartoum", "2020-01-01"])


def table(folder: Path, *lines: str, name: str = "mine.csv") -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def layer(tmp_path: Path) -> Path:
    dump = table(
        tmp_path,
        dump_line(7001, "Umm Zubqar", "P.PPL", "Om Zubgar,أم زبقر,UZQ", 900),
        dump_line(7002, "Wadi Zubqar", "H.STM"),
        dump_line(7003, "Zubqar Well", "H.WLL"),
        dump_line(7004, "South Zubqar", "A.ADM1"),
        dump_line(7005, "Old Zubqar", "P.PPLQ"),
        name="SD.txt",
    )
    add(dump, tmp_path / "own.db")
    return tmp_path / "own.db"


def names(gazetteer: Gazetteer, name: str) -> list[tuple[str, str]]:
    return [(entry.id, entry.kind) for entry in gazetteer.named(name)]


def test_a_dump_gives_towns_and_what_else_matters(layer: Path) -> None:
    gazetteer = Gazetteer(layer=layer)
    assert names(gazetteer, "Umm Zubqar") == [("geonames:7001", "town")]
    assert names(gazetteer, "Wadi Zubqar") == [("geonames:7002", "river")]
    assert names(gazetteer, "Zubqar Well") == names(gazetteer, "Old Zubqar") == names(gazetteer, "UZQ") == []
    (entry,) = gazetteer.named("Om Zubgar")
    assert (entry.lat, entry.lon, entry.country, entry.admin1, entry.usual) == (
        11.5,
        24.25,
        "SD",
        "South Darfur",
        False,
    )
    assert [entry.id for entry in gazetteer.sounding("SD", "Um Zubkar")] == ["geonames:7001"]


def test_places_that_ship_with_marsad_stay_one(tmp_path: Path) -> None:
    shipped = Gazetteer().named("El Fasher")[0]
    assert shipped.geonames is not None
    dump = table(tmp_path, dump_line(shipped.geonames, "Al Fashir", "P.PPLA", "Fascher", 500_000), name="SD.txt")
    add(dump, tmp_path / "own.db")
    gazetteer = Gazetteer(layer=tmp_path / "own.db")
    assert [entry.number for entry in gazetteer.named("Al Fashir")] == [shipped.number]
    assert [entry.id for entry in gazetteer.named("Fascher")] == [shipped.id]


def test_a_dump_is_read_out_of_its_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "SD.zip", "w") as archive:
        archive.writestr("readme.txt", "Data of a gazetteer")
        archive.writestr("SD.txt", dump_line(7001, "Umm Zubqar", "P.PPL") + "\n")
    assert add(tmp_path / "SD.zip", tmp_path / "own.db").places == 1


def test_a_table_of_ones_own_is_read(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "Name,Latitude,Longitude,Country,Kind,Aliases,Admin1,Radius_km,Id",
        "Zubqar Gate,11.5,24.25,sd,quarter,Bab Zubqar | Gate of Zubqar,South Darfur,2,gate-7",
        "Zubqar Gate,12.5,24.25,SD,,,Nowhere,,",
    )
    added = add(path, tmp_path / "deep" / "own.db")
    assert (added.source, added.places, added.total) == ("mine.csv", 2, 2)
    gazetteer = Gazetteer(layer=tmp_path / "deep" / "own.db")
    (gate,) = gazetteer.named("Bab Zubqar")
    assert (gate.id, gate.kind, gate.radius_km, gate.admin1, gate.usual) == (
        "own:gate-7",
        "quarter",
        2.0,
        "South Darfur",
        True,
    )
    other = next(entry for entry in gazetteer.named("Zubqar Gate") if entry != gate)
    assert (other.id, other.kind, other.admin1, other.province) == ("own:zubqar-gate", "town", "Nowhere", None)
    assert gate.province == Gazetteer().named("Nyala")[0].province


def test_adding_a_file_again_replaces_what_it_gave(tmp_path: Path, layer: Path) -> None:
    before = digest_of(layer)
    add(table(tmp_path, HEAD, "Zubqar,11,24,SD,town,,", "Zubqarah,11,25,SD,town,,"), layer)
    added = add(table(tmp_path, HEAD, "Zubqarah,11,26,SD,town,,"), layer)
    assert (added.places, added.total) == (1, 3)
    gazetteer = Gazetteer(layer=layer)
    assert gazetteer.named("Zubqar") == ()
    assert [entry.lon for entry in gazetteer.named("Zubqarah")] == [26.0]
    assert digest_of(layer) != before


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Zubqar,95,24,SD,town,,", "line 3: 95 is not on the globe (-90 to 90 degrees)"),
        ("Zubqar,11,181,SD,town,,", "line 3: 181 is not on the globe"),
        ("Zubqar,11,nan,SD,town,,", "line 3: nan is not on the globe"),
        ("Zubqar,north,24,SD,town,,", "line 3: 'north' is no number of degrees"),
        ("Zubqar,11,24,Sudan,town,,", "line 3: 'Sudan' is no country code of two letters"),
        ("Zubqar,11,24,SD,palace,,", "line 3: 'palace' is no kind of place; known: quarter"),
        ("زبقر,11,24,SD,town,,", "line 3: 'زبقر' is no name in Latin letters"),
        ("Zubqar,11,24", "line 3: has 3 columns, the head line 7"),
        ('"Zubqar"x,11,24,SD,town,,', "line 3: "),
    ],
)
def test_a_line_at_fault_is_named_and_the_layer_stays(tmp_path: Path, layer: Path, line: str, said: str) -> None:
    before = layer.read_bytes()
    with pytest.raises(FactsError) as error:
        add(table(tmp_path, HEAD, "Good,11,24,SD,town,,", line), layer)
    assert str(error.value).startswith(f"mine.csv, {said}")
    assert layer.read_bytes() == before
    assert list(tmp_path.glob("*.part")) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("name,lat,lon\nA,1,2\n", "mine.csv, line 1: the head line lacks country; known columns: name, lat"),
        ("name,lat,lon,country,size\n", "mine.csv, line 1: the head line has size;"),
        ("name,lat,lon,country,name\n", "mine.csv, line 1: the head line has a column twice;"),
        ("", "mine.csv, line 1: the head line lacks name, lat, lon, country"),
        (HEAD + "\n", "mine.csv: holds no place"),
        (dump_line(1, "A", "P.PPL") + "\n1\tB\n", "mine.csv, line 2: is no line of a GeoNames dump"),
    ],
)
def test_a_file_at_fault_is_refused(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "mine.csv").write_text(content, encoding="utf-8")
    with pytest.raises(FactsError) as error:
        add(tmp_path / "mine.csv", tmp_path / "own.db")
    assert str(error.value).startswith(said)
    assert not (tmp_path / "own.db").exists()


def test_files_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_bytes(b"name,lat,lon,country\nZubq\xff,1,2,SD\n")
    (tmp_path / "SD.zip").write_bytes(b"no archive")
    for name in ("mine.csv", "SD.zip", "none.csv"):
        with pytest.raises(FactsError, match=name):
            add(tmp_path / name, tmp_path / "own.db")


def test_what_is_no_layer_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own.db").write_text("no database", encoding="utf-8")
    with pytest.raises(FactsError, match="is no gazetteer layer"):
        Gazetteer(layer=tmp_path / "own.db")
    with pytest.raises(FactsError, match="no gazetteer layer at"):
        Gazetteer(layer=tmp_path / "none.db")


def test_a_report_is_resolved_with_the_layer(layer: Path) -> None:
    doc, claim = read("Gunmen {{raided}} [[Umm Zubqar]] in Sudan.")
    (without,) = PlaceResolver(Gazetteer()).resolve(doc, (claim,))
    (found,) = PlaceResolver(Gazetteer(layer=layer)).resolve(doc, (claim,))
    assert without is not None
    assert without.id is None
    assert found is not None
    assert (found.id, found.lat, found.admin1) == ("geonames:7001", 11.5, "South Darfur")


def test_a_place_without_a_province_lies_in_the_one_around_it(tmp_path: Path) -> None:
    nyala = Gazetteer().named("Nyala")[0]
    add(table(tmp_path, HEAD, f"Zubqar,{nyala.lat},{nyala.lon},SD,town,,"), tmp_path / "own.db")
    gazetteer = Gazetteer(layer=tmp_path / "own.db")
    assert nyala.province is not None
    province = gazetteer.province(nyala.province)
    assert province is not None
    found = candidates("Zubqar", gazetteer, countries=("SD",), within=(province,))
    assert [(candidate.entry.id, candidate.taken) for candidate in found] == [("own:zubqar", True)]

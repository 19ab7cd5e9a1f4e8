from pathlib import Path

import pytest

from marsad import facts
from marsad.errors import FactsError, RecordError
from marsad.resolve.places import add, default_gazetteer
from marsad.tables import NONE, OwnTables, in_use, keep, kept, using


@pytest.fixture
def own(tmp_path: Path) -> OwnTables:
    parties, places = tmp_path / "mine.csv", tmp_path / "places.csv"
    parties.write_text("name,kind\nSalt Road Front,rebel\n", encoding="utf-8")
    places.write_text("name,lat,lon,country\nZubqarah,19.5,30.4,SD\n", encoding="utf-8")
    add(places, tmp_path / "layer.db")
    return OwnTables(parties, tmp_path / "layer.db")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    (tmp_path / "record").mkdir()
    return tmp_path / "record"


def test_tables_are_in_use_for_a_while(own: OwnTables) -> None:
    with using(own):
        assert in_use() == own
        assert "salt-road-front" in facts.parties()
        assert default_gazetteer().named("Zubqarah")
    assert in_use() == NONE
    assert "salt-road-front" not in facts.parties()
    assert default_gazetteer().named("Zubqarah") == ()


def test_tables_at_fault_leave_those_before_in_use(own: OwnTables, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("name,kind\nA,knight\n", encoding="utf-8")
    with using(own):
        with pytest.raises(FactsError), using(OwnTables(tmp_path / "bad.csv")):
            pass
        assert in_use() == own


def test_a_record_that_begins_keeps_the_tables(own: OwnTables, record: Path) -> None:
    tables = keep(record, own, begun=False)
    assert tables == kept(record)
    assert own.parties is not None
    own.parties.unlink()
    with using(tables):
        assert "salt-road-front" in facts.parties()
    assert keep(record, NONE, begun=True) == tables


def test_the_same_tables_may_be_given_again(own: OwnTables, record: Path) -> None:
    assert keep(record, own, begun=False) == keep(record, own, begun=True)


def test_other_tables_are_refused(own: OwnTables, record: Path, tmp_path: Path) -> None:
    keep(record, NONE, begun=False)
    with pytest.raises(RecordError, match="begun with other parties and places than these"):
        keep(record, own, begun=True)
    keep(record, own, begun=False)
    more = tmp_path / "more.csv"
    more.write_text("name,lat,lon,country\nZubqar,19.5,30.4,SD\n", encoding="utf-8")
    assert own.gazetteer is not None
    add(more, own.gazetteer)
    with pytest.raises(RecordError, match="begun with other places than these"):
        keep(record, own, begun=True)


def test_a_record_begun_without_tables_keeps_none(record: Path) -> None:
    assert keep(record, NONE, begun=False) == NONE
    assert not list(record.iterdir())

from collections.abc import Iterator
from pathlib import Path

import pytest

from marsad.errors import ExportError
from marsad.export import FORMATS, export
from marsad.model import ResolvedClaim
from marsad.store import Store
from tests import sample_record as sample

FILES = {
    "jsonl": ["documents.jsonl", "claims.jsonl", "events.jsonl"],
    "csv": ["events.csv", "claims.csv"],
    "geojson": ["events.geojson"],
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "record", create=True) as opened:
        sample.fill(opened)
        yield opened


@pytest.mark.parametrize("format", FORMATS)
def test_a_format_writes_its_files_and_nothing_else(store: Store, tmp_path: Path, format: str) -> None:
    out = tmp_path / "deep" / "out"
    written = export(store, format, out)
    assert [path.name for path in written] == FILES[format]
    assert sorted(path.name for path in out.iterdir()) == sorted(FILES[format])


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_record_gives_the_same_bytes(tmp_path: Path, format: str) -> None:
    written = []
    for name, read in [("one", sample.READ), ("two", tuple(reversed(sample.READ)))]:
        with Store.open(tmp_path / name, create=True) as store:
            for report in read:
                store.add([report])
            store.replace_events(reversed(sample.EVENTS), reversed(sample.COPIES))
            written.append([path.read_bytes() for path in export(store, format, tmp_path / name / "out")])
    assert written[0] == written[1]


@pytest.mark.parametrize("format", FORMATS)
def test_a_record_of_nothing_can_be_exported(tmp_path: Path, format: str) -> None:
    with Store.open(tmp_path / "record", create=True) as store:
        assert len(export(store, format, tmp_path / "out")) == len(FILES[format])


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(("with_names", "named"), [(False, False), (True, True)])
def test_private_names_are_withheld_unless_asked_for(
    store: Store,
    tmp_path: Path,
    format: str,
    with_names: bool,  # noqa: FBT001
    named: bool,  # noqa: FBT001
) -> None:
    written = export(store, format, tmp_path / "out", with_names=with_names)
    derived = [path for path in written if path.name != "documents.jsonl"]
    assert [path for path in derived if (b"Olena" in path.read_bytes()) != named] == []


def test_an_unknown_format_is_an_error_that_lists_the_known(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="known: jsonl, csv, geojson"):
        export(store, "xls", tmp_path / "out")


def test_a_folder_that_cannot_be_made_is_an_error(store: Store, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(ExportError, match="is a file: name a folder"):
        export(store, "csv", tmp_path / "out")
    with pytest.raises(ExportError, match="cannot write into"):
        export(store, "csv", tmp_path / "out" / "inner")


class BrokenOff:
    """A record that breaks when its claims have been read once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._times = 0

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def claims(self) -> Iterator[ResolvedClaim]:
        """Break off after the first claim, the second time."""
        self._times += 1
        for claim in self._store.claims():
            yield claim
            if self._times > 1:
                raise OSError(28, "No space left on device")


def test_an_export_that_breaks_leaves_the_old_files_whole(store: Store, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in export(store, "jsonl", tmp_path / "out")}
    store.replace_events((), ())
    with pytest.raises(ExportError, match="the disk is full"):
        export(BrokenOff(store), "jsonl", tmp_path / "out")  # type: ignore[arg-type]
    assert {path: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before

"""The files of the example record keep the format; a file that breaks it is caught."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from marsad import pipeline
from marsad.export import export
from marsad.store import Store
from tests.contract import Row, faults, read

REPORTS = Path(__file__).parents[1] / "examples" / "reports"

Record = dict[str, list[Row]]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """Build the example record and read what it exports."""
    folder = tmp_path_factory.mktemp("contract")
    pipeline.build([REPORTS], folder / "record")
    with Store.open(folder / "record") as store:
        export(store, "jsonl", folder / "files", with_names=True)
    return read(folder / "files")


def test_the_files_keep_the_format(record: Record) -> None:
    assert all(record.values())
    assert faults(record) == []


def _first(rows: list[Row], field: str) -> Any:
    return next(row[field] for row in rows if row[field])


BREAKS: dict[str, Callable[[Record], object]] = {
    "not sorted": lambda record: record["claims"].reverse(),
    "fields are not": lambda record: record["claims"][0].pop("means"),
    "do not cover": lambda record: record["documents"][0]["blocks"].pop(),
    "no quotation": lambda record: _first(record["claims"], "trigger").update(start=0),
    "no type": lambda record: record["claims"][0].update(type="crime"),
    "no measure": lambda record: _first(record["claims"], "figures")[0].update(measure="slain"),
    "no wording": lambda record: _first(record["claims"], "figures")[0].update(wording="roughly"),
    "bounds out of order": lambda record: _first(record["claims"], "figures")[0].update(low=9, high=3),
    "is part of no figure": lambda record: _first(record["claims"], "figures")[0].update(part_of=0),
    "no point on earth": lambda record: _first(record["events"], "where").update(lat=35.0, lon=190.0),
    "go together": lambda record: _first(record["events"], "where").update(lat=35.0, lon=39.0, radius_km=None),
    "no period": lambda record: _first(record["events"], "when").update(start="2100-01-01"),
    "in no event": lambda record: record["events"].pop(),
    "of another event": lambda record: _first(record["events"], "where").update(against=["c-none"]),
    "counted wrong": lambda record: record["events"][0].update(documents=40),
    "nothing says why": lambda record: record["documents"][0].update(text="", blocks=[], issues=[]),
}


@pytest.mark.parametrize("said", BREAKS)
def test_what_breaks_the_format_is_found(record: Record, said: str) -> None:
    broken = copy.deepcopy(record)
    BREAKS[said](broken)
    assert any(said in fault for fault in faults(broken))

"""What ``marsad diff`` tells of two records."""

import json
import shutil
import sqlite3
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from marsad.model import Document, Event, EventFigure, FigureValue, MergeReason, ResolvedClaim
from marsad.store import Store
from tests import sample_record as sample
from tests.cli.conftest import Run

MARKET, ANSWER = sample.MARKET_EVENT, sample.ANSWER_EVENT
LATE = sample.document(
    "sudan/late.txt",
    "The toll of the shelling of El Fasher has risen to 14. Shells fell on Tuesday.",
    outlet="Red Sea Gazette",
    published=sample.published(date(2024, 5, 18)),
)
TOLL = sample.claim(LATE, "shelling", "shelling", figures=(sample.figure(LATE, "14", 14, 14),))


def record_of(folder: Path, read: Sequence[tuple[Document, tuple[ResolvedClaim, ...]]], *events: Event) -> Path:
    with Store.open(folder, create=True) as store:
        store.add(read)
        store.replace_events(events, ())
    return folder


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """Write the sample with a late report on the market, and without the report from Colombia."""
    values = (FigureValue(sample.SHELLING.id, 9, 9), FigureValue(TOLL.id, 14, 14))
    toll = EventFigure("killed", "civilian", 9, 14, 14, "ucdp", values, "traders")
    ids = tuple(sorted([*MARKET.claims, TOLL.id]))
    market = replace(MARKET, claims=ids, figures=(toll,), disputes=(), grade="fair", documents=3, origins=3)
    read = [*(pair for pair in sample.READ if pair[0] != sample.ABDUCTION), (LATE, (TOLL,))]
    return record_of(tmp_path / "later", read, market, ANSWER, sample.STRIKE_EVENT)


def diff(run: Run, old: Path, new: Path, *options: str) -> dict[str, Any]:
    ran = run("diff", old, new, "--format", "json", *options)
    assert (ran.code, ran.err, ran.out.count("\n")) == (0, "", 1)
    found: dict[str, Any] = json.loads(ran.out)
    return found


def test_what_a_late_report_changed_and_why(run: Run, record: Path, later: Path) -> None:
    found = diff(run, record, later)
    assert [report["path"] for report in found["reports_in"]] == ["sudan/late.txt"]
    assert [report["path"] for report in found["reports_out"]] == ["colombia/arauca.txt"]
    assert (found["events_before"], found["events_after"], found["unchanged"]) == (4, 3, 2)
    assert [(one["kind"], one["old"]) for one in found["changed"]] == [
        ("gone", [sample.KIDNAP_EVENT.id]),
        ("changed", [MARKET.id]),
    ]
    changes = {change["field"]: change for change in found["changed"][1]["changes"]}
    toll = changes["killed: traders"]
    assert (toll["old"], toll["new"]) == ("9", "9 to 14, best 14")
    assert toll["claims_in"] == [TOLL.id]
    assert toll["why"] == "came in: Red Sea Gazette, 2024-05-18"
    assert (changes["grade"]["old"], changes["grade"]["new"]) == ("Weak", "Fair")
    assert changes["dispute on killed"]["new"] is None


def test_the_text_quotes_what_came_in(run: Run, record: Path, later: Path) -> None:
    ran = run("diff", record, later)
    assert ran.code == 0
    for line in (
        "1 report came in, 1 went; 4 → 3 events: 1 gone, 1 changed, 2 the same",
        "came in  Red Sea Gazette, 2024-05-18  sudan/late.txt",
        f"Colombia (country) {sample.KIDNAP_EVENT.id}",
        f"changed Shelling, artillery or missile attack, El Fasher, SD, 2024-05-14 {MARKET.id}",
        "killed: traders: 9 → 9 to 14, best 14  (came in: Red Sea Gazette, 2024-05-18)",
        "“The toll of the shelling of El Fasher has risen to 14.”",
    ):
        assert line in ran.out


def test_a_record_is_the_same_as_its_copy(run: Run, record: Path, tmp_path: Path) -> None:
    shutil.copytree(record, tmp_path / "copy")
    found = diff(run, record, tmp_path / "copy")
    assert (found["changed"], found["unchanged"]) == ([], 4)
    assert "4 → 4 events: 4 the same" in run("diff", record, record).out


def test_joined_and_split_events(run: Run, record: Path, tmp_path: Path) -> None:
    why = MergeReason(ANSWER.claims[0], sample.SHELLING.id, 0.8, ("decided by A. Analyst: one raid",))
    ids = tuple(sorted([*MARKET.claims, *ANSWER.claims]))
    whole = replace(MARKET, id="e-0000000000000000", claims=ids, merged_because=(*MARKET.merged_because, why))
    joined = record_of(tmp_path / "joined", sample.READ, whole, sample.STRIKE_EVENT, sample.KIDNAP_EVENT)
    (one,) = diff(run, record, joined)["changed"]
    assert (one["kind"], one["old"], one["new"]) == ("joined", sorted([MARKET.id, ANSWER.id]), [whole.id])
    assert one["reasons"] == ["decided by A. Analyst: one raid"]
    assert one["claims_in"] == []
    (back,) = diff(run, joined, record)["changed"]
    assert (back["kind"], back["old"]) == ("split", [whole.id])
    assert "split Shelling" in run("diff", joined, record).out


def test_reports_that_lay_elsewhere_and_types_read_otherwise_still_match(
    run: Run, record: Path, tmp_path: Path
) -> None:
    moved = replace(sample.ABDUCTION, id="d-moved", path="elsewhere/arauca.txt")
    taken = replace(sample.KIDNAP, id="c-moved", document="d-moved", type="arrest")
    other = replace(sample.KIDNAP_EVENT, id="e-moved", type="arrest", claims=("c-moved",))
    other = replace(other, who=(), whom=(), figures=(), where=None)
    read = [*(pair for pair in sample.READ if pair[0] != sample.ABDUCTION), (moved, (taken,))]
    elsewhere = record_of(tmp_path / "elsewhere", read, MARKET, ANSWER, sample.STRIKE_EVENT, other)
    found = diff(run, record, elsewhere)
    assert (found["reports_in"], found["reports_out"]) == ([], [])
    (one,) = found["changed"]
    assert (one["kind"], one["new"], one["claims_in"]) == ("changed", ["e-moved"], [])
    (change,) = [change for change in one["changes"] if change["field"] == "type"]
    assert change["why"] == "the same claims, read or put together otherwise"


def test_another_rule_is_named_as_the_reason(run: Run, record: Path, tmp_path: Path) -> None:
    (figure,) = (one for one in MARKET.figures if one.who_class == "civilian")
    by_other = replace(figure, best=None, low=8, rule="airwars")
    event = replace(MARKET, figures=tuple(by_other if one == figure else one for one in MARKET.figures))
    other = record_of(tmp_path / "other", sample.READ, event, ANSWER, sample.STRIKE_EVENT, sample.KIDNAP_EVENT)
    (one,) = diff(run, record, other)["changed"]
    assert [change["why"] for change in one["changes"]] == ["by the rule airwars in place of first.v1"]


@pytest.mark.parametrize("options", [[], ["--format", "json"]])
def test_private_names_are_withheld(run: Run, record: Path, tmp_path: Path, options: list[str]) -> None:
    read = [pair for pair in sample.READ if pair[0] != sample.DRONE]
    before = record_of(tmp_path / "before", read, MARKET, ANSWER, sample.KIDNAP_EVENT)
    assert "Tkach" not in run("diff", before, record, *options).out
    assert "Tkach" in run("diff", before, record, "--with-names").out


def test_an_unfinished_record_is_compared_with_a_warning(run: Run, record: Path, later: Path) -> None:
    with Store.open(later) as store:
        store.add([(sample.document("haiti/new.txt", "A market burned in Croix-des-Bouquets."), ())])
    ran = run("diff", record, later)
    assert ran.code == 0
    assert "is unfinished or of another version of marsad" in ran.err


def damage(folder: Path, statement: str) -> None:
    with sqlite3.connect(folder / "record.db") as database:
        database.execute(statement)
    database.close()


BROKEN = {
    "is damaged": "UPDATE events SET body = '{}'",
    "is of version 99": "UPDATE meta SET value = '99' WHERE name = 'schema'",
    "is no record": "DROP TABLE meta",
    "cannot be used": "DROP TABLE claims",
}


@pytest.mark.parametrize("said", BROKEN)
def test_a_broken_record_is_one_clear_line(run: Run, record: Path, tmp_path: Path, said: str) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(record, broken)
    damage(broken, BROKEN[said])
    ran = run("diff", record, broken)
    assert ran.code == 1
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert said in ran.err


def test_what_is_no_record_is_said(run: Run, record: Path, tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text("no folder", encoding="utf-8")
    for other in (tmp_path / "none", tmp_path, tmp_path / "file.txt"):
        ran = run("diff", record, other)
        assert (ran.code, ran.err) == (
            1,
            f"marsad: {other} is no record; make one with: marsad build REPORTS -o {other}\n",
        )


def test_an_unknown_format_is_wrong_usage(run: Run, record: Path) -> None:
    ran = run("diff", record, record, "--format", "xml")
    assert ran.code == 2
    assert "known: text, json" in ran.err


def test_help_shows_examples(run: Run) -> None:
    ran = run("diff", "--help")
    assert ran.code == 0
    assert "marsad diff record-monday record --format json" in ran.out

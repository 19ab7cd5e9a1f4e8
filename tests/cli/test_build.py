import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from marsad.errors import RecordError
from marsad.store import Store
from tests.cli.conftest import Run

REPORTS = {
    "lake.txt": "Fighters of Boko Haram killed six fishermen near Baga on 4 February 2021, a vigilante said.",
    "camp.txt": "Two rockets hit the Zamzam camp on 11 April 2025 and wounded at least eight people, aid workers said.",
    "hill.txt": "Soldiers clashed with the Taliban outside Ghazni on 12 July 2021.",
}


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_build_ends_with_numbers_and_the_page(run: Run, reports: Path, tmp_path: Path) -> None:
    record = tmp_path / "record"
    ran = run("build", reports, "-o", record)
    assert ran.code == 0
    assert "3 reports found, 3 new" in ran.out
    assert f"Open in a browser: {record / 'report.html'}" in ran.out
    assert "reading reports: 3 of 3" in ran.err
    assert (record / "report.html").is_file()
    assert run("show", record).code == 0


def test_building_again_adds_what_is_new(run: Run, reports: Path, tmp_path: Path) -> None:
    record = tmp_path / "record"
    run("build", reports, "-o", record, "--quiet")
    (reports / "bridge.txt").write_text("A drone hit the bridge of Kherson on 2 May 2023.", encoding="utf-8")
    summary = json.loads(run("build", reports, "-o", record, "--json").out)
    assert (summary["found"], summary["new"], summary["known"]) == (4, 1, 3)
    assert summary["report"] == str(record / "report.html")


def test_quiet_says_nothing(run: Run, reports: Path, tmp_path: Path) -> None:
    ran = run("build", reports, "-o", tmp_path / "record", "--quiet")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_what_could_not_be_read_is_named_with_the_reason(run: Run, reports: Path, tmp_path: Path) -> None:
    (reports / "empty.txt").write_bytes(b"")
    ran = run("build", reports, "-o", tmp_path / "record")
    assert ran.code == 0
    assert "1 could not be read:\n  empty.txt: " in ran.out


@pytest.mark.parametrize("name", ["none", "empty"])
def test_nothing_to_read_is_an_error_of_one_line(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    ran = run("build", tmp_path / name, "-o", tmp_path / "record")
    assert ran.code == 1
    assert ran.err.startswith("marsad: ")
    assert ran.err.count("\n") == 1
    assert not (tmp_path / "record").exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [("reports", "holds the reports"), ("page", "holds a report.html of something else"), ("page/report.html", "file")],
)
def test_a_record_is_made_over_nothing_else(run: Run, reports: Path, tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "report.html").write_text("mine", encoding="utf-8")
    ran = run("build", reports, "-o", tmp_path / name)
    assert ran.code == 1
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert not list(tmp_path.rglob("record.*"))
    assert (tmp_path / "page" / "report.html").read_text(encoding="utf-8") == "mine"


def test_a_record_is_no_folder_of_reports(run: Run, reports: Path, tmp_path: Path) -> None:
    record = tmp_path / "record"
    run("build", reports, "-o", record, "--quiet")
    for out in (record, tmp_path / "other"):
        ran = run("build", record, "-o", out)
        assert ran.code == 1
        assert "is a record" in ran.err


def test_a_second_build_into_the_same_record_is_refused(run: Run, reports: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "record", create=True):
        ran = run("build", reports, "-o", tmp_path / "record")
    assert ran.code == 1
    assert "is being written by another build" in ran.err


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_stops_in_one_line_and_the_next_build_goes_on(run: Run, tmp_path: Path, jobs: str) -> None:
    lines = [
        json.dumps(
            {
                "id": str(number),
                "text": f"Shells hit the town of Kupiansk on {number % 28 + 1} May {1990 + number % 30}.",
            }
        )
        for number in range(400)
    ]
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    record = tmp_path / "record"
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "marsad",
        "build",
        tmp_path / "many.jsonl",
        "-o",
        record,
        "--jobs",
        jobs,
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True, text=True) as building:  # noqa: S603
        _wait_for_documents(record, building)
        os.killpg(building.pid, signal.SIGINT)  # as a terminal does: to every process of the build
        _, told = building.communicate(timeout=60)
    assert building.returncode == 130
    assert told.splitlines()[-1] == "marsad: stopped; run the same command again to continue"
    assert "Traceback" not in told
    with Store.open(record) as store:
        assert not store.fresh
        read = store.counts().documents
    summary = json.loads(run("build", tmp_path / "many.jsonl", "-o", record, "--json").out)
    assert (summary["found"], summary["known"]) == (len(lines), read)
    assert 0 < read < len(lines)


def _wait_for_documents(record: Path, building: "subprocess.Popen[str]") -> None:
    """Wait until the record holds its first documents."""
    while building.poll() is None:
        time.sleep(0.05)
        with contextlib.suppress(RecordError), Store.open(record) as store:  # no record until its tables are there
            if store.counts().documents:
                return
    raise AssertionError("the build has ended already")


def rules_of(run: Run, record: Path) -> set[str]:
    shown = run("show", record, "--json").out.splitlines()
    return {figure["rule"] for line in shown for figure in json.loads(line)["figures"]}


def test_a_record_keeps_its_rule_for_figures_until_another_is_given(run: Run, reports: Path, tmp_path: Path) -> None:
    record = tmp_path / "record"
    run("build", reports, "-o", record, "--quiet")
    assert rules_of(run, record) == {"ucdp"}
    summary = json.loads(run("build", reports, "-o", record, "--json", "--figures-rule", "acled").out)
    assert (summary["new"], summary["known"]) == (0, 3)
    assert rules_of(run, record) == {"acled"}
    (reports / "bridge.txt").write_text("A drone hit a bus in Kherson on 2 May 2023 and killed two.", encoding="utf-8")
    run("build", reports, "-o", record, "--quiet")
    assert rules_of(run, record) == {"acled"}
    run("build", reports, "-o", record, "--quiet", "--figures-rule", "ucdp")
    run("build", reports, "-o", tmp_path / "whole", "--quiet")
    assert run("show", record, "--json").out == run("show", tmp_path / "whole", "--json").out


def test_an_unknown_rule_is_refused_before_anything_is_made(run: Run, reports: Path, tmp_path: Path) -> None:
    ran = run("build", reports, "-o", tmp_path / "record", "--figures-rule", "median")
    assert ran.code == 2
    assert "known: ucdp, acled, airwars" in ran.err
    assert not (tmp_path / "record").exists()

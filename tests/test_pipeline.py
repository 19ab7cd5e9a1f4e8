"""From folder to record: the same record whatever the order, the jobs, the interruptions and the bad reports."""

import hashlib
import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import pytest

from benchmarks.generate import reports
from marsad import __version__
from marsad.errors import InputError, MarsadError, NothingToReadError
from marsad.export import export
from marsad.extract import default_extractor
from marsad.model import Claim, Document
from marsad.pipeline import BATCH, WORTH_A_WORKER, Progress, build, read_report
from marsad.reading import find
from marsad.store import Store

MARSAD = Path(sys.executable).with_name("marsad")


def write_reports(folder: Path, rows: Iterable[dict[str, str]]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "reports.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def write_texts(folder: Path, rows: Iterable[dict[str, str]]) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for row in rows:
        path = folder / f"{row['id']}.txt"
        path.write_text(f"{row['title']}\n\nPublished: {row['published']}\n\n{row['text']}", encoding="utf-8")
        paths.append(path)
    return paths


def digest(record: Path) -> str:
    """Hash everything that the record exports."""
    out = record.with_suffix(".export")
    with Store.open(record) as store:
        written = export(store, "jsonl", out)
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(written))).hexdigest()


def test_a_record_holds_documents_claims_events_and_a_page(tmp_path: Path) -> None:
    source = write_reports(tmp_path / "in", reports(10))
    summary = build([source], tmp_path / "record")
    assert (summary.found, summary.new, summary.known, summary.unreadable) == (10, 10, 0, 0)
    assert summary.claims >= 10
    assert 2 <= summary.events < summary.claims
    assert (tmp_path / "record" / "record.db").exists()
    assert "</html>" in (tmp_path / "record" / "report.html").read_text(encoding="utf-8")


def test_every_value_quotes_its_document(tmp_path: Path) -> None:
    build([write_reports(tmp_path / "in", reports(10))], tmp_path / "record")
    with Store.open(tmp_path / "record") as store:
        for claim in store.claims():
            text = store.document(claim.document).text
            mentions = [claim.trigger, *claim.mentions, *(figure.mention for figure in claim.figures)]
            mentions += [party.mention for party in (*claim.who, *claim.whom) if party.mention is not None]
            mentions += [source.mention for source in claim.sources if source.mention is not None]
            assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


def test_order_of_files_and_jobs_do_not_matter(tmp_path: Path) -> None:
    paths = write_texts(tmp_path / "in", reports(WORTH_A_WORKER))
    build(paths, tmp_path / "one")
    build(list(reversed(paths)), tmp_path / "two", jobs=2)
    build([tmp_path / "in"], tmp_path / "three")
    assert digest(tmp_path / "one") == digest(tmp_path / "two") == digest(tmp_path / "three")


def test_what_is_known_is_not_read_again(tmp_path: Path) -> None:
    rows = list(reports(20))
    early, late = write_texts(tmp_path / "early", rows[:10]), write_texts(tmp_path / "late", rows[10:])
    build(early, tmp_path / "grown")
    again = build(early, tmp_path / "grown")
    assert (again.new, again.known) == (0, 10)
    added = build([*early, *late], tmp_path / "grown")
    assert (added.new, added.known) == (10, 10)
    build([*early, *late], tmp_path / "whole")
    assert digest(tmp_path / "grown") == digest(tmp_path / "whole")


def test_an_interrupted_build_goes_on(tmp_path: Path) -> None:
    source = write_reports(tmp_path / "in", reports(40))

    def stop(progress: Progress) -> None:
        if progress.done >= 32:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([source], tmp_path / "stopped", on_progress=stop)
    summary = build([source], tmp_path / "stopped")
    assert summary.known == 32
    build([source], tmp_path / "whole")
    assert digest(tmp_path / "stopped") == digest(tmp_path / "whole")


@pytest.mark.slow
def test_a_killed_build_goes_on(tmp_path: Path) -> None:
    source = write_reports(tmp_path / "in", reports(100))
    command = [str(MARSAD), "build", str(source), "-o", str(tmp_path / "killed"), "--jobs", "1", "--quiet"]
    with subprocess.Popen(command) as process:  # noqa: S603 - the command is marsad itself
        while process.poll() is None and not held(tmp_path / "killed"):
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
    assert 0 < held(tmp_path / "killed") < 100
    subprocess.run(command, check=True)  # noqa: S603 - the command is marsad itself
    build([source], tmp_path / "whole")
    assert digest(tmp_path / "killed") == digest(tmp_path / "whole")


def held(record: Path) -> int:
    """Count the documents that a record holds while it is being written."""
    if not (record / "record.db").exists():
        return 0
    try:
        with Store.open(record) as store:
            return store.counts().documents
    except Exception:  # noqa: BLE001 - not yet a record
        return 0


def test_a_bad_report_becomes_an_issue_and_the_others_are_read(tmp_path: Path) -> None:
    write_texts(tmp_path / "in", reports(3))
    (tmp_path / "in" / "empty.txt").write_bytes(b"")
    (tmp_path / "in" / "noise.txt").write_bytes(bytes(range(256)) * 40)
    summary = build([tmp_path / "in"], tmp_path / "record")
    assert (summary.found, summary.unreadable) == (5, 2)
    with Store.open(tmp_path / "record") as store:
        bad = {document.path: document for document in store.documents() if not document.readable}
    assert set(bad) == {"empty.txt", "noise.txt"}
    assert all(document.issues for document in bad.values())


def test_a_fault_in_extraction_becomes_an_issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Faulty:
        name = "faulty"

        def extract(self, document: Document) -> tuple[Claim, ...]:
            raise ZeroDivisionError(document.id)

    monkeypatch.setattr("marsad.pipeline.default_extractor", Faulty)
    write_texts(tmp_path / "in", reports(1))
    document, claims = read_report(next(iter(find([tmp_path / "in"]))))
    assert claims == ()
    assert "extraction_failed" in {issue.code for issue in document.issues}


def test_a_fault_in_reading_becomes_an_issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(html: str) -> NoReturn:
        raise RecursionError(f"{len(html)} characters")

    (tmp_path / "page.html").write_text("<p>Shells fell on Nikopol.</p>", encoding="utf-8")
    monkeypatch.setattr("marsad.reading.html.read_page", fail)
    document, claims = read_report(next(iter(find([tmp_path]))))
    assert (document.readable, claims) == (False, ())
    assert [issue.code for issue in document.issues] == ["reading_failed"]


def test_a_missing_library_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.html").write_text("<p>Shells fell on Nikopol.</p>", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "marsad.reading.html", None)
    with pytest.raises(MarsadError, match="install it again"):
        read_report(next(iter(find([tmp_path]))))


@pytest.mark.parametrize("given", ["missing", "empty"])
def test_nothing_to_read_is_said_before_anything_is_written(tmp_path: Path, given: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises((NothingToReadError, InputError)):
        build([tmp_path / given], tmp_path / "record")
    assert not (tmp_path / "record").exists()


class OneClaimEach:
    """An extractor of another version: it finds the first claim of the shipped one and no other."""

    name = "encoder.v1"

    def extract(self, document: Document) -> tuple[Claim, ...]:
        """Return the first claim."""
        return default_extractor().extract(document)[:1]


def test_a_record_of_another_reader_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = write_reports(tmp_path / "in", reports(40))
    with monkeypatch.context() as other:
        other.setattr("marsad.pipeline.default_extractor", OneClaimEach)
        other.setattr("marsad.pipeline.reader", lambda: "encoder.v0")
        assert build([source], tmp_path / "record").claims == 40
    stages: list[str] = []
    again = build([source], tmp_path / "record", on_progress=lambda step: stages.append(step.stage))
    assert again.new == 0
    assert stages[0] == "read anew"
    build([source], tmp_path / "fresh")
    assert digest(tmp_path / "record") == digest(tmp_path / "fresh")
    stages.clear()
    build([source], tmp_path / "record", on_progress=lambda step: stages.append(step.stage))
    assert "read anew" not in stages


def test_reading_anew_goes_on_where_it_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = write_reports(tmp_path / "in", reports(3 * BATCH))
    build([source], tmp_path / "record")
    monkeypatch.setattr("marsad.pipeline.reader", lambda: "encoder.v2")
    done: list[int] = []

    def stop(step: Progress) -> None:
        done.append(step.done)
        if len(done) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([source], tmp_path / "record", on_progress=stop)
    with Store.open(tmp_path / "record") as store:
        assert not list(store.events())
        left = [document.id for document in store.to_read_anew(f"{__version__} encoder.v2")]
        assert left == sorted(document.id for document in store.documents())[2 * BATCH :]
    build([source], tmp_path / "record")
    build([source], tmp_path / "fresh")
    assert digest(tmp_path / "record") == digest(tmp_path / "fresh")

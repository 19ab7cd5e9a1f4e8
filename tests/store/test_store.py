import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from marsad.errors import NoSuchEventError, RecordBusyError, RecordError
from marsad.model import Decision, Document, ResolvedClaim, content_id
from marsad.store import Counts, DocumentIssue, Store
from tests import sample_record as sample


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "record", create=True) as opened:
        sample.fill(opened)
        yield opened


def decision(kind: str = "same") -> Decision:
    made = datetime(2024, 6, 1, 12, tzinfo=UTC)
    claims = (sample.SHELLING.id, sample.SHELLING_AGAIN.id)
    return Decision(content_id("j", kind), kind, claims, None, None, "one market", "R. Amin", made)  # type: ignore[arg-type]


def by_id(values: tuple[object, ...]) -> list[object]:
    return sorted(values, key=lambda value: value.id)  # type: ignore[attr-defined]


def test_everything_comes_back_as_it_was_sorted_by_id(store: Store) -> None:
    assert list(store.documents()) == by_id(tuple(document for document, _ in sample.READ))
    assert list(store.claims()) == by_id(tuple(claim for _, claims in sample.READ for claim in claims))
    assert list(store.events()) == by_id(sample.EVENTS)
    assert store.document(sample.DRONE.id) == sample.DRONE
    assert store.claim(sample.STRIKE.id) == sample.STRIKE
    assert store.copies(sample.MARKET.id) == sample.COPIES[:1]
    assert store.copies(sample.DRONE.id) == ()


@pytest.mark.parametrize("kind", ["document", "claim"])
def test_an_unknown_id_is_a_key_error(store: Store, kind: str) -> None:
    with pytest.raises(KeyError):
        getattr(store, kind)("d-none")


def test_more_rows_than_a_page_come_all_and_once(tmp_path: Path) -> None:
    reports = [sample.document(f"mali/{number}.txt", f"Report {number} from Gao.") for number in range(150)]
    with Store.open(tmp_path / "record", create=True) as store:
        store.add((report, ()) for report in reports)
        assert [document.id for document in store.documents()] == sorted(report.id for report in reports)


def test_known_names_those_in_the_record(store: Store) -> None:
    many = [f"d-{number}" for number in range(2_000)]
    assert store.known([*many, sample.MARKET.id, sample.BROKEN.id]) == {sample.MARKET.id, sample.BROKEN.id}
    assert store.known([]) == set()


def test_adding_a_known_document_changes_nothing(store: Store) -> None:
    other_claim = sample.claim(sample.DRONE, "shelling", "killed")
    store.add([(sample.DRONE, (other_claim,)), (sample.MARKET, ())])
    assert store.fresh
    assert store.counts().claims == 5


def test_the_same_document_twice_in_a_batch_is_added_once(tmp_path: Path) -> None:
    with Store.open(tmp_path / "record", create=True) as store:
        store.add([sample.READ[0], sample.READ[0]])
        assert store.counts().documents == 1


def test_a_batch_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    def broken_off() -> Iterator[tuple[Document, tuple[ResolvedClaim, ...]]]:
        yield from sample.READ
        raise RuntimeError("stopped")

    store = Store.open(tmp_path / "record", create=True)
    with pytest.raises(RuntimeError, match="stopped"):
        store.add(broken_off())
    with store:
        assert store.counts().documents == 0
        store.add(sample.READ)
        assert store.counts().documents == len(sample.READ)


def test_events_are_fresh_until_a_document_or_a_decision_comes(store: Store) -> None:
    fresh = [store.fresh]
    store.add([(sample.document("yemen/new.txt", "Talks began in Marib."), ())])
    fresh.append(store.fresh)
    store.replace_events(sample.EVENTS, ())
    fresh.append(store.fresh)
    store.decide(decision())
    fresh.append(store.fresh)
    assert fresh == [True, False, True, False]


def test_an_empty_record_is_not_fresh(tmp_path: Path) -> None:
    with Store.open(tmp_path / "record", create=True) as store:
        assert not store.fresh


def test_replacing_events_drops_the_old_ones(store: Store) -> None:
    store.replace_events([sample.STRIKE_EVENT], ())
    assert list(store.events()) == [sample.STRIKE_EVENT]
    assert store.copies(sample.MARKET.id) == ()


def test_decisions_are_kept_once_in_the_order_made(store: Store) -> None:
    store.decide(decision("same"))
    store.decide(decision("note"))
    store.decide(decision("same"))
    assert sorted(made.kind for made in store.decisions()) == ["note", "same"]


def test_the_timeline_goes_by_day_and_ends_with_the_undated(store: Store) -> None:
    undated = sorted([sample.ANSWER_EVENT.id, sample.KIDNAP_EVENT.id])
    assert [event.id for event in store.timeline()] == [sample.STRIKE_EVENT.id, sample.MARKET_EVENT.id, *undated]


def test_an_event_is_found_by_its_id_or_the_beginning_of_it(store: Store) -> None:
    whole = sample.MARKET_EVENT.id
    for beginning in (whole, whole[:10], whole.removeprefix("e-")):
        assert store.event(beginning) == sample.MARKET_EVENT


@pytest.mark.parametrize(
    ("id", "said"), [("e-nowhere", "no event"), ("e-", "more than one"), ("%", "no event"), ("", "more than one")]
)
def test_a_beginning_of_no_event_or_of_several_is_an_error(store: Store, id: str, said: str) -> None:
    with pytest.raises(NoSuchEventError, match=said):
        store.event(id)


def test_the_claims_of_an_event_come_in_its_order(store: Store) -> None:
    assert [claim.id for claim in store.claims_of(sample.MARKET_EVENT)] == list(sample.MARKET_EVENT.claims)


def test_counts(store: Store) -> None:
    assert store.counts() == Counts(
        documents=6,
        unreadable=1,
        outlets=5,
        origins=4,
        claims=5,
        events=4,
        disputed=1,
        disputes=1,
        decisions=0,
        issues=1,
    )


def test_issues_name_the_report(store: Store) -> None:
    assert store.issues() == (DocumentIssue("broken.pdf", sample.BROKEN.id, "encrypted", "the file is encrypted"),)


def test_a_record_opens_again(tmp_path: Path) -> None:
    with Store.open(tmp_path / "record", create=True) as store:
        sample.fill(store)
    with Store.open(tmp_path / "record") as store:
        assert store.counts().events == 4
        assert store.fresh


def _missing(folder: Path) -> None:
    assert not folder.exists()


def _a_file(folder: Path) -> None:
    folder.write_text("notes", encoding="utf-8")


def _empty_folder(folder: Path) -> None:
    folder.mkdir()


def _killed_before_the_first_write(folder: Path) -> None:
    folder.mkdir()
    (folder / "record.db").touch()


@pytest.mark.parametrize("make", [_missing, _a_file, _empty_folder, _killed_before_the_first_write])
def test_a_folder_that_is_no_record_is_refused_with_what_to_do(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "record")
    with pytest.raises(RecordError, match="is no record; make one with: marsad build") as caught:
        Store.open(tmp_path / "record")
    assert "\n" not in str(caught.value)


def test_a_build_that_was_killed_before_its_first_write_can_be_begun_again(tmp_path: Path) -> None:
    _killed_before_the_first_write(tmp_path / "record")
    with Store.open(tmp_path / "record", create=True) as store:
        sample.fill(store)
        assert store.counts().events == 4


def test_a_file_in_the_way_is_an_error(tmp_path: Path) -> None:
    _a_file(tmp_path / "record")
    with pytest.raises(RecordError, match="is a file, and a record is a folder"):
        Store.open(tmp_path / "record", create=True)


@pytest.mark.parametrize("create", [True, False])
def test_a_database_of_another_program_is_left_alone(tmp_path: Path, create: bool) -> None:  # noqa: FBT001
    with sqlite3.connect(tmp_path / "record.db") as foreign:
        foreign.execute("CREATE TABLE recipes (name)")
    foreign.close()
    with pytest.raises(RecordError, match="another program"):
        Store.open(tmp_path, create=create)


@pytest.mark.parametrize("create", [True, False])
def test_a_file_that_is_no_database_is_an_error_of_one_line(tmp_path: Path, create: bool) -> None:  # noqa: FBT001
    (tmp_path / "record.db").write_bytes(b"these are no pages of a database " * 500)
    with pytest.raises(RecordError, match=r"record\.db cannot be used"):
        Store.open(tmp_path, create=create)


def test_two_builds_do_not_mix(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        sample.fill(store)
        with pytest.raises(RecordBusyError, match="another build"):
            Store.open(tmp_path, create=True)
        with Store.open(tmp_path) as reader:
            assert reader.counts().documents == 6
            with pytest.raises(RecordBusyError):
                reader.decide(decision())
    with Store.open(tmp_path) as later:
        later.decide(decision())
        assert len(later.decisions()) == 1
    Store.open(tmp_path, create=True).close()


KILLED = """
import os, signal, sys
from pathlib import Path
from marsad.store import Store
from tests import sample_record as sample

store = Store.open(Path(sys.argv[1]), create=True)
store.add(sample.READ[:2])

def killed():
    yield from sample.READ[2:]
    os.kill(os.getpid(), signal.SIGKILL)

store.add(killed())
"""


def test_a_killed_build_leaves_whole_batches_and_no_lock(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], cwd=root, check=False)  # noqa: S603
    assert killed.returncode == -9
    with Store.open(tmp_path, create=True) as store:
        assert {document.id for document in store.documents()} == {document.id for document, _ in sample.READ[:2]}
        assert not store.fresh
        sample.fill(store)
        assert list(store.events()) == by_id(sample.EVENTS)


def test_an_iterator_broken_off_keeps_nothing_open(store: Store) -> None:
    next(store.documents())
    store.add([(sample.document("iraq/one.txt", "A convoy left Kirkuk."), ())])
    assert store.counts().documents == 7


def test_a_record_in_a_folder_that_cannot_be_written_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "handed on, 50% #1"
    with Store.open(folder, create=True) as store:
        sample.fill(store)
    (folder / "record.lock").unlink()
    monkeypatch.setattr("marsad.store.sqlite.os.access", lambda *_: False)
    with Store.open(folder) as store:
        assert list(store.events()) == by_id(sample.EVENTS)
        assert store.search(["livestock"], 1)
        assert [path.name for path in folder.iterdir()] == ["record.db"]

from collections.abc import Iterator
from pathlib import Path

import pytest

from marsad.model import Document
from marsad.store import Hit, Store
from marsad.store.sqlite import match_query
from tests import sample_record as sample


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "record", create=True) as opened:
        sample.fill(opened)
        yield opened


def found(hits: tuple[Hit, ...]) -> set[tuple[str, str]]:
    return {(hit.kind, hit.id) for hit in hits}


def test_a_hit_names_document_claim_and_event(store: Store) -> None:
    hits = store.search(["livestock"], 10)
    assert found(hits) == {
        ("document", sample.MARKET.id),
        ("document", sample.MARKET_AGAIN.id),
        ("document", sample.MARKET_COPY.id),
        ("claim", sample.SHELLING.id),
        ("claim", sample.SHELLING_AGAIN.id),
    }
    assert {hit.event for hit in hits if hit.kind == "claim"} == {sample.MARKET_EVENT.id}
    assert {hit.event for hit in hits if hit.kind == "document"} == {None}
    assert {hit.outlet for hit in hits} == {"Darfur Ledger", "Nile Courier", "Port Herald"}
    for hit in hits:
        assert {hit.snippet[span.start : span.end] for span in hit.matches} == {"livestock"}


@pytest.mark.parametrize(
    ("words", "documents"),
    [
        (["drone", "flat"], [sample.DRONE]),
        (["drone", "market"], []),
        (["air strikes"], [sample.MARKET, sample.MARKET_COPY]),
        (["strikes air"], []),
        (["kharkiv"], [sample.DRONE]),
        (["teach*"], [sample.ABDUCTION]),
        (["teach"], []),
        (["missing"], [sample.ABDUCTION]),
    ],
)
def test_all_words_must_occur(store: Store, words: list[str], documents: list[Document]) -> None:
    hits = store.search(words, 20)
    assert {hit.id for hit in hits if hit.kind == "document"} == {document.id for document in documents}


@pytest.mark.parametrize(
    "words",
    [['"'], ["'"], ["NEAR("], ["a:b"], ["AND", "OR", "NOT"], ["*"], ["(("], ["-x"], ["^y"], [""], ["\0"], ["x\0y"], []],
)
def test_no_word_breaks_the_search(store: Store, words: list[str]) -> None:
    assert store.search(words, 5) == ()


def test_quotes_within_a_word_are_doubled() -> None:
    assert match_query(['the "gate"']) == '"the ""gate"""'


def test_the_limit_holds(store: Store) -> None:
    assert len(store.search(["El", "Fasher"], 2)) == 2


def test_canonical_names_find_claims_that_spell_them_otherwise(store: Store) -> None:
    assert ("claim", sample.SHELLING_AGAIN.id) in found(store.search(["Rapid Support Forces"], 10))


def test_private_victims_are_neither_found_nor_shown(store: Store) -> None:
    assert store.search(["Olena"], 5) == ()
    assert store.search(["Tkach"], 5) == ()
    hits = store.search(["Kharkiv"], 5)
    assert len(hits) == 2
    for hit in hits:
        assert "Olena" not in hit.snippet
        assert "Tkach" not in hit.snippet
    assert "Olena Tkach" in store.document(sample.DRONE.id).text


def test_names_are_not_left_in_the_database_index(store: Store) -> None:
    with store._transaction() as connection:
        indexed = connection.exec_driver_sql("SELECT title || text FROM words").scalars().all()
    assert len(indexed) == 10
    assert not [text for text in indexed if "Olena" in text]


def test_other_scripts_are_found(tmp_path: Path) -> None:
    arabic = sample.document("gaza/ar.txt", "قصف عنيف على مدينة غزة يوم الاثنين.")
    ukrainian = sample.document("ukraine/uk.txt", "Обстріл Харкова тривав усю ніч.")
    with Store.open(tmp_path / "record", create=True) as store:
        store.add([(arabic, ()), (ukrainian, ())])
        assert [hit.id for hit in store.search(["غزة"], 5)] == [arabic.id]
        assert [hit.id for hit in store.search(["харкова"], 5)] == [ukrainian.id]

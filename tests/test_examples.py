"""The reports in ``examples/``, built once: what must hold for them however well their sentences are read."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from marsad import ontology, pipeline
from marsad.model import Document, Mention, ResolvedClaim
from marsad.store import Store

REPORTS = Path(__file__).parents[1] / "examples" / "reports"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Build a record of the example reports."""
    folder = tmp_path_factory.mktemp("examples") / "record"
    pipeline.build([REPORTS], folder)
    with Store.open(folder) as store:
        yield store


@pytest.fixture(scope="module")
def documents(store: Store) -> dict[str, Document]:
    """Return the documents by path."""
    return {document.path: document for document in store.documents()}


def mentions(claim: ResolvedClaim) -> Iterator[Mention]:
    yield claim.trigger
    yield from claim.mentions
    slots = (*claim.who, *claim.whom, *claim.figures, *claim.means, *claim.sources, claim.where, claim.when)
    for slot in slots:
        if slot is not None and slot.mention is not None:
            yield slot.mention


def test_every_report_is_read_without_an_issue(documents: dict[str, Document]) -> None:
    assert len(documents) == 13
    assert [document.path for document in documents.values() if document.issues or not document.readable] == []
    assert {document.language for document in documents.values()} == {"en"}


PUBLISHED = {
    "anatolian-lens-plans.txt": date(2017, 6, 7),
    "dnipro-chronicle-kharkiv.md": date(2024, 5, 26),
    "evening-standard-bearer-raqqa.md": date(2017, 6, 7),
    "gulf-morning-post-raqqa.txt": date(2017, 6, 7),
    "harbour-herald-raqqa.html": date(2017, 6, 6),
    "levant-courier-rafiqah.txt": date(2017, 7, 4),
    "levant-courier-tanf.txt": date(2017, 6, 7),
    "steppe-and-sea-tabqa.txt": date(2016, 6, 5),
    "potomac-ledger-tanf-denial.txt": date(2017, 6, 8),
    "wires.jsonl#el-fasher": date(2025, 1, 26),
    "wires.jsonl#raqqa-civilians": date(2017, 6, 9),
}


def test_publication_days_are_those_that_the_reports_tell(documents: dict[str, Document]) -> None:
    for path, day in PUBLISHED.items():
        published = documents[path].published
        assert published is not None, path
        assert (published.start, published.end) == (day, day), path


def test_a_report_that_tells_no_day_gets_none(documents: dict[str, Document]) -> None:
    assert documents["frontline-diary-meshleb.txt"].published is None


def test_every_value_quotes_its_document(store: Store) -> None:
    texts = {document.id: document.text for document in store.documents()}
    quoted = [(texts[claim.document], mention) for claim in store.claims() for mention in mentions(claim)]
    assert quoted
    assert [mention for text, mention in quoted if text[mention.start : mention.end] != mention.text] == []


def test_nothing_comes_from_furniture_or_teasers(store: Store) -> None:
    apart = {
        document.id: [block for block in document.blocks if block.kind in {"furniture", "other_story"}]
        for document in store.documents()
    }
    for claim in store.claims():
        for mention in mentions(claim):
            assert not any(block.start < mention.end and mention.start < block.end for block in apart[claim.document])


def test_the_tolls_of_the_page_s_teasers_are_nowhere(store: Store, documents: dict[str, Document]) -> None:
    page = documents["harbour-herald-raqqa.html"].id
    figures = [figure for claim in store.claims() if claim.document == page for figure in claim.figures]
    assert {17, 31, 44}.isdisjoint(bound for figure in figures for bound in (figure.low, figure.high))
    assert not re.search("Mogadishu|Mindanao|cookies", " ".join(figure.mention.text for figure in figures))


def test_the_cut_agency_text_is_a_copy_of_the_full_one(store: Store, documents: dict[str, Document]) -> None:
    cut, full = documents["evening-standard-bearer-raqqa.md"], documents["gulf-morning-post-raqqa.txt"]
    (of_cut,) = [copy for copy in store.copies(cut.id) if copy.document == full.id]
    (of_full,) = [copy for copy in store.copies(full.id) if copy.document == cut.id]
    assert of_cut.share > 0.7
    assert of_full.share < of_cut.share
    assert {of_cut.kind, of_full.kind} <= {"agency_copy", "reuse"}


def test_reports_of_different_hands_are_no_copies(store: Store, documents: dict[str, Document]) -> None:
    assert store.copies(documents["harbour-herald-raqqa.html"].id) == ()
    assert store.copies(documents["levant-courier-rafiqah.txt"].id) == ()


def test_wars_stay_apart(store: Store, documents: dict[str, Document]) -> None:
    sudan, ukraine = documents["wires.jsonl#el-fasher"].id, documents["dnipro-chronicle-kharkiv.md"].id
    of = {claim.id: claim.document for claim in store.claims()}
    for event in store.events():
        told_by = {of[claim] for claim in event.claims}
        assert told_by in ({sudan}, {ukraine}) or not told_by & {sudan, ukraine}


def test_claims_use_the_ontology_s_codes(store: Store) -> None:
    known = ontology.load()
    for claim in store.claims():
        known.check_claim(claim)
        assert not known.event_type(claim.type).excluded

"""What the extractor reads off single sentences, and what it leaves alone."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from marsad.extract.lexicon import LexiconExtractor
from marsad.model import content_id
from marsad.ontology import load
from tests.extract.support import claims_of, make_document, words_of

HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "cases.yaml").read_text(encoding="utf-8"))
NOTHING = yaml.safe_load((HERE / "nothing.yaml").read_text(encoding="utf-8"))
REPORT = (
    "Army jets bombed the port of Sarun on Monday, killing at least nine people. "
    "The air strike also destroyed two boats, a harbour official said. "
    "Rebels will attack the airport, their spokesman told reporters."
)


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:50] for case in CASES])
def test_sentence_gives_claims(case: Mapping[str, Any]) -> None:
    found = [words_of(claim) for claim in claims_of(case["text"])]
    assert len(found) == len(case["claims"])
    for have, want in zip(found, case["claims"], strict=True):
        assert {slot: have[slot] for slot in want} == want


@pytest.mark.parametrize("sentence", NOTHING)
def test_sentence_gives_nothing(sentence: str) -> None:
    assert claims_of(sentence) == ()


def test_every_quote_is_where_it_says() -> None:
    document = make_document(("title", "Jets bomb port"), ("body", REPORT))
    claims = LexiconExtractor().extract(document)
    assert claims
    for claim in claims:
        slots = (claim.mentions, claim.who, claim.whom, claim.where, claim.when, claim.means, claim.sources)
        quotes = [claim.trigger, *(m for slot in slots for m in slot), *(count.mention for count in claim.counts)]
        assert all(document.text[quote.start : quote.end] == quote.text for quote in quotes)
        assert claim.sentence.holds(claim.trigger)


def test_identity_and_codes() -> None:
    types, modalities, measures = load().event_types, load().modalities, load().measures
    for claim in claims_of(REPORT):
        assert claim.id == content_id("c", "d-1", claim.trigger.start, claim.trigger.end, claim.type)
        assert claim.type in types
        assert claim.modality in modalities
        assert all(count.measure in measures for count in claim.counts)
        assert claim.extractor == "lexicon.v1"
        assert 0 < claim.confidence < 1


def test_same_document_same_claims() -> None:
    assert claims_of(REPORT) == claims_of(REPORT)


@pytest.mark.parametrize("kind", ["furniture", "other_story"])
def test_nothing_from_other_blocks(kind: Any) -> None:
    claims = claims_of("Rebels attacked the barracks in Tessit.", (kind, "Soldiers shelled the town of Ansongo."))
    assert [claim.type for claim in claims] == ["armed_clash"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n",
        "attack " * 5_000,
        "the attack on " * 2_000,
        "12 killed and " * 2_000,
        '"' * 20_000,
        "(" * 20_000,
        "a" * 50_000,
    ],
    ids=["empty", "blank", "one word", "nested", "numbers", "quotes", "brackets", "no spaces"],
)
def test_odd_texts_are_read_in_bounded_time(text: str) -> None:
    for claim in claims_of(text):
        assert claim.sentence.end - claim.sentence.start <= 1_500
        assert len(claim.mentions) <= 32

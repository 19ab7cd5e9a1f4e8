"""Words that are a trigger elsewhere and tell of nothing here."""

import random

import pytest

from marsad.extract.encoder.labels import TYPES
from marsad.extract.encoder.network import Network
from marsad.extract.encoder.wordpiece import WordPiece
from training.examples import IGNORED, NOTHING, Example, examples_of
from training.lookalikes import OFTEN, Row, look_alikes, trigger_words

TOLD: Row = {
    "text": "Gunners shelled Kona before the raid.",
    "events": [{"trigger": [8, 15], "type": "shelling", "modality": "happened", "args": []}],
}
SEA: Row = {"text": "He shelled the peas before the raid.", "events": []}


@pytest.fixture(scope="module")
def tokeniser() -> WordPiece:
    return Network.default().tokeniser


def drawn(row: Row, tokeniser: WordPiece, share: float = 1.0) -> list[Example]:
    return look_alikes(row, frozenset({"shelled", "raid"}), share, random.Random(1), tokeniser)  # noqa: S311


def test_a_word_is_a_trigger_elsewhere_when_it_tells_of_happenings_often() -> None:
    assert trigger_words([TOLD] * OFTEN) == {"shelled"}
    assert trigger_words([TOLD] * (OFTEN - 1)) == frozenset()


def test_triggers_of_the_sentence_are_no_look_alikes(tokeniser: WordPiece) -> None:
    (raid,) = drawn(TOLD, tokeniser)
    marked = [i for i, mark in enumerate(raid.marks) if mark]
    assert TOLD["text"][raid.pieces.starts[marked[0]] : raid.pieces.ends[marked[-1]]] == "raid"


def test_a_look_alike_teaches_that_it_is_nothing_and_no_more(tokeniser: WordPiece) -> None:
    examples = drawn(SEA, tokeniser)
    assert [example.kind for example in examples] == [NOTHING, NOTHING]
    for example in examples:
        assert example.triggers is None
        assert set(example.roles or ()) == set(example.counts or ()) == {IGNORED}
        assert example.modality == IGNORED


def test_a_share_of_none_draws_none(tokeniser: WordPiece) -> None:
    assert drawn(SEA, tokeniser, share=0.0) == []


def test_the_type_of_marked_words_is_counted_from_one(tokeniser: WordPiece) -> None:
    first, second = examples_of(TOLD, tokeniser)
    assert first.kind == IGNORED
    assert second.kind == 1 + TYPES.index("shelling")

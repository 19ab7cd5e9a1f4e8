"""What an epoch teaches: all of the corpus, and fewer and fewer sentences of other readers."""

import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from marsad.extract.encoder.network import Network
from marsad.extract.encoder.wordpiece import WordPiece
from training.examples import Example
from training.sources import gold, lessons, thinned

SENTENCE = {
    "text": "Rebels shelled Kona and burned two houses.",
    "events": [
        {"trigger": [7, 14], "type": "shelling", "modality": "happened", "args": [["who", 0, 6]]},
        {"trigger": [24, 30], "type": "violence_other", "modality": "happened", "args": [["who", 0, 6]]},
    ],
}
EVERYDAY = 40


@pytest.fixture(scope="module")
def tokeniser() -> WordPiece:
    return Network.default().tokeniser


@pytest.fixture
def choices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Mapping[str, Any]:
    """Give settings over a corpus of two sentences."""
    monkeypatch.setenv("MARSAD_CORPORA", str(tmp_path))
    (tmp_path / "wikievents").mkdir()
    for name in ("event_location.jsonl.gz", "ordinary.jsonl.gz", "wikievents/train.jsonl.gz"):
        (tmp_path / name).write_bytes(gzip.compress(b""))
    rows = [SENTENCE | {"id": name, "source": "corpus"} for name in ("a", "b")]
    (tmp_path / "train.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (tmp_path / "dev.jsonl").write_text("", encoding="utf-8")
    return {
        "train": ["train.jsonl"],
        "held_out": ["dev.jsonl"],
        "written": ["wire.jsonl"],
        "ordinary": "ordinary.jsonl.gz",
        "ordinary_most": EVERYDAY,
        "seed": 7,
        "share": 1.0,
        "swapped": 0.3,
        "partial": False,
        "longest": 160,
        "others": [1.0, 0.3, 0.0],
        "second": 0.5,
    }


def firsts(examples: list[Example]) -> int:
    return sum(example.triggers is not None for example in examples)


def test_other_readers_fade_and_the_corpus_stays(choices: Mapping[str, Any], tokeniser: WordPiece) -> None:
    all_of_them, some, none = lessons(choices, tokeniser, 1)
    assert firsts(none) == 2
    assert 0.2 * firsts(all_of_them) < firsts(some) < 0.4 * firsts(all_of_them)


def test_a_share_of_the_sentences_makes_a_learning_curve(choices: Mapping[str, Any], tokeniser: WordPiece) -> None:
    everything = len(gold(choices, tokeniser, 1))
    half = len(gold({**choices, "share": 0.5}, tokeniser, 1))
    assert half < everything


def test_second_passes_are_thinned_and_first_ones_are_not(choices: Mapping[str, Any], tokeniser: WordPiece) -> None:
    examples = gold(choices, tokeniser, 1)
    kept = thinned(choices, examples, 1)
    seconds = len(examples) - firsts(examples)
    assert firsts(kept) == firsts(examples)
    assert 0.4 * seconds < len(kept) - firsts(kept) < 0.6 * seconds


def test_the_same_seed_teaches_the_same(choices: Mapping[str, Any], tokeniser: WordPiece) -> None:
    assert lessons(choices, tokeniser, 1) == lessons(choices, tokeniser, 1)
    assert lessons(choices, tokeniser, 1)[0] != lessons(choices, tokeniser, 2)[0]

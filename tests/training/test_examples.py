"""Sentences to labelled pieces; labels of other corpora stay partial."""

import gzip
import json
from collections import Counter
from pathlib import Path

import pytest

from marsad.extract.encoder.labels import MODALITIES, ROLES, TYPES, begin
from marsad.extract.encoder.network import Network
from marsad.extract.encoder.wordpiece import WordPiece
from training.examples import IGNORED, examples_of, tag
from training.partial import partial, positive
from training.public import key, tidy

TEXT = "Rebels shelled Kona."


@pytest.fixture(scope="module")
def tokeniser() -> WordPiece:
    return Network.default().tokeniser


def test_one_first_pass_and_one_second_for_each_happening(tokeniser: WordPiece) -> None:
    event = {"trigger": [7, 14], "type": "shelling", "modality": "denied", "args": [["who", 0, 6], ["killed", 0, 6]]}
    first, second = examples_of({"text": TEXT, "events": [event]}, tokeniser)
    assert first.triggers is not None
    assert first.roles is first.counts is None
    assert first.modality == IGNORED
    shelling = begin(TYPES.index("shelling"))
    assert set(first.triggers) == {0, shelling, shelling + 1} or set(first.triggers) == {0, shelling}
    assert second.triggers is None
    assert sum(second.marks) == sum(label != 0 for label in first.triggers)
    assert second.roles is not None
    assert begin(ROLES.index("who")) in second.roles
    assert second.counts is not None
    assert any(second.counts)
    assert second.modality == MODALITIES.index("denied")


def test_what_a_corpus_leaves_open_is_ignored(tokeniser: WordPiece) -> None:
    pieces = tokeniser.encode(TEXT)
    where = ROLES.index("where")
    labels = positive(pieces, [(where, 15, 19)])
    assert set(labels) <= {IGNORED, begin(where), begin(where) + 1}
    assert begin(where) in labels
    assert 0 in tag(pieces, [(where, 15, 19)])  # a full reading says of the other words that they are none


def test_partial_labels_come_from_what_each_corpus_annotates(
    tmp_path: Path, tokeniser: WordPiece, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(name: str, *rows: object) -> None:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")

    monkeypatch.setenv("MARSAD_CORPORA", str(tmp_path))
    place = {"text": "They fled from Bor to Juba.", "verb": [[5, 9]], "locations": [[15, 18]]}
    known = {"text": "Known already in Bor.", "verb": [[0, 5]], "locations": [[17, 20]]}
    write("read.jsonl", {"text": "Known already in Bor .", "events": []})
    write("event_location.jsonl", place, known)
    judged = {"text": "He fled .", "targets": [{"span1": [1, 2], "label": -2.5}, {"span1": [0, 1], "label": 1.4}]}
    write("factuality/UDS_IH2.train.jsonl", judged)
    write("factuality/UW.train.jsonl", judged | {"targets": []})
    arrest = {
        "event_type": "Justice.ArrestJailDetain",
        "trigger": {"start_idx": 1, "end_idx": 2},
        "arguments": [{"role": "Jailer", "text": "Police"}],
    }
    verdict = {"event_type": "Justice.Convict", "trigger": {"start_idx": 4, "end_idx": 5}, "arguments": []}
    capture = {"event_type": "Conflict.Attack", "trigger": {"start_idx": 3, "end_idx": 4}, "arguments": []}
    tokens = "Police arrested two men convicted .".split()
    write("wikievents/train.jsonl", {"tokens": tokens, "event_mentions": [arrest, verdict, capture]})
    for path in tmp_path.rglob("*.jsonl"):
        if path.name != "read.jsonl":
            path.with_suffix(".jsonl.gz").write_bytes(gzip.compress(path.read_bytes()))
    counted: Counter[str] = Counter()
    found = partial({"train": ["read.jsonl"], "held_out": [], "seed": 1}, tokeniser, counted)
    assert counted["event_location roles"] == 1
    assert counted["UDS_IH2 modality"] == 1
    assert counted["UW modality"] == 0
    assert counted["wikievents triggers"] == 2  # the arrest, and a verdict, which is no happening
    assert counted["wikievents roles"] == 1
    arrests = [example for example in found if example.triggers is not None]
    assert [set(example.triggers or ()) for example in arrests] == [{IGNORED, 0, begin(TYPES.index("arrest"))}]


def test_a_sentence_has_one_key_however_it_is_spaced() -> None:
    assert key("The army 's tanks , he said .") == key("The army's tanks, he said.")
    assert tidy("The army ’ s 14 - year - old tanks , he said .") == "The army’s 14-year-old tanks, he said."

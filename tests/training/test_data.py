"""The readings that ship with the training code speak the schema, and hold no text of others."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from marsad.extract.encoder.labels import COUNTS, MODALITIES, ROLES, TYPES

DATA = Path(__file__).parents[2] / "training" / "data"
WRITTEN = ("wire.jsonl", "modal.jsonl", "crime.jsonl")
READ = ("readings.jsonl", "corrections.jsonl")


def rows(name: str) -> Iterator[dict[str, Any]]:
    return map(json.loads, (DATA / name).read_text(encoding="utf-8").splitlines())


def spans(event: dict[str, Any]) -> list[list[int]]:
    return [event["trigger"], *(argument[1:] for argument in event["args"])]


@pytest.mark.parametrize("name", [*WRITTEN, *READ])
def test_every_reading_speaks_the_schema(name: str) -> None:
    for row in rows(name):
        for event in row["events"]:
            assert event["type"] in TYPES
            assert event["modality"] in MODALITIES
            assert {argument[0] for argument in event["args"]} <= {*ROLES, *COUNTS}
            assert all(0 <= start < end for start, end in spans(event))


@pytest.mark.parametrize("name", WRITTEN)
def test_spans_are_whole_words_of_their_sentence(name: str) -> None:
    for row in rows(name):
        text = row["text"]
        for event in row["events"]:
            for start, end in spans(event):
                assert text[start:end].strip() == text[start:end], row
                assert not text[start - 1 : start].isalnum() or not text[start].isalnum(), row


@pytest.mark.parametrize("name", READ)
def test_readings_hold_offsets_and_not_the_words_of_others(name: str) -> None:
    for row in rows(name):
        assert set(row) <= {"corpus", "key", "id", "events", "reason"}
        assert len(row.get("reason", "")) < 100


def test_everyday_sentences_are_told_once() -> None:
    for name in ("everyday.txt", "figurative.txt", "everyday_keys.txt"):
        lines = (DATA / name).read_text(encoding="utf-8").splitlines()
        assert len(lines) == len(set(lines))
        assert all(line.strip() for line in lines)

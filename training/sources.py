"""All that a network learns from, put together as the configuration says."""

import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from marsad.extract.encoder.wordpiece import WordPiece
from training.examples import Example, corpora, examples_of, read_lines
from training.ordinary import ordinary
from training.partial import partial
from training.public import key, sentences
from training.swapping import swapped

DATA = Path(__file__).with_name("data")
Row = dict[str, Any]


def gold(choices: Mapping[str, Any], words: WordPiece, seed: int, others: float = 1.0) -> list[Example]:
    """Return what may train, with a share of what others than the readers of the corpus read.

    The seed decides which sentences are taken and which are told of other parties and places.
    """
    order = random.Random(seed)  # noqa: S311 - not for secrets
    own = {row["id"] for name in choices["train"] for row in read_lines(corpora() / name)}
    taken = [row for row in rows(choices) if row["id"] in own or order.random() < others]
    told = [swapped(row, order) if order.random() < choices["swapped"] else row for row in taken]
    found = [example for row in told for example in examples_of(row, words)]
    found += [example for example in ordinary(choices, words) if order.random() < others]
    if choices["partial"]:
        found += [example for example in partial(choices, words, Counter()) if order.random() < others]
    return [example for example in found if len(example.pieces.ids) <= choices["longest"]]


def lessons(choices: Mapping[str, Any], words: WordPiece, seed: int) -> list[list[Example]]:
    """Return what each epoch teaches: other names each time, and fewer and fewer sentences of other readers.

    The corpus's own readers also read the development sentences, and so decide in the end what a happening is.
    """
    shares = choices["others"]
    seeds = [seed * len(shares) + epoch for epoch in range(len(shares))]
    epochs = [gold(choices, words, of_epoch, share) for of_epoch, share in zip(seeds, shares, strict=True)]
    return [thinned(choices, epoch, of_epoch) for epoch, of_epoch in zip(epochs, seeds, strict=True)]


def thinned(choices: Mapping[str, Any], examples: list[Example], seed: int) -> list[Example]:
    """Leave out a share of the second passes: a sentence has several, and one first pass."""
    order = random.Random(seed)  # noqa: S311 - not for secrets
    return [one for one in examples if one.triggers is not None or order.random() < choices["second"]]


def rows(choices: Mapping[str, Any]) -> list[Row]:
    """Return the sentences read in full: of the corpus as corrected, read here, written here."""
    corrected = {row["id"]: row["events"] for row in _own("corrections.jsonl")}
    found = [row for name in choices["train"] for row in read_lines(corpora() / name)]
    found = [row | {"events": corrected.get(row["id"], row["events"])} for row in found]
    held_out = {key(row["text"]) for name in choices["held_out"] for row in read_lines(corpora() / name)}
    found += [row for row in readings() if key(row["text"]) not in held_out]
    found += [row for name in choices["written"] for row in _own(name)]
    order = random.Random(choices["seed"])  # noqa: S311 - not for secrets
    return [row for row in found if order.random() < choices["share"]]


def readings() -> Iterator[Row]:
    """Yield the sentences of public corpora that were read here; the text stays in its corpus, the reading is ours."""
    text_of = _texts()
    for reading in _own("readings.jsonl"):
        if reading["key"] in text_of:
            yield {"id": reading["key"], "source": reading["corpus"], "text": text_of[reading["key"]]} | reading


@cache
def _texts() -> dict[str, str]:
    found: dict[str, str] = {}
    for _, text in sentences():
        found.setdefault(key(text), text)
    return found


def _own(name: str) -> list[Row]:
    path = DATA / name
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def counts(choices: Mapping[str, Any], words: WordPiece) -> dict[str, int]:
    """How many sentences, happenings and partial labels each source gives."""
    counted: Counter[str] = Counter()
    for row in rows(choices):
        source = row["source"].partition("/")[0]
        counted[f"{source} sentences"] += 1
        counted[f"{source} happenings"] += len(row["events"])
    counted["everyday sentences"] = len(ordinary(choices, words))
    partial(choices, words, counted)
    return {name: number for name, number in sorted(counted.items()) if number}

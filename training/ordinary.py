"""Everyday sentences that teach what is no happening: text of the UD English Web Treebank, and sentences of our own.

They carry no labels. Those of the treebank were picked once: no word of violence stands in them, and an extractor of
patterns, since retired, saw no happening in them either; their keys are kept, the text stays in its corpus.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from marsad.extract.encoder.wordpiece import WordPiece
from training.examples import IGNORED, Example, corpora, read_lines
from training.public import key

DATA = Path(__file__).with_name("data")
PICKED = DATA / "everyday_keys.txt"
FIGURATIVE = DATA / "figurative.txt"
"""Words of war used for other things, and everyday mishaps, written for this project."""
EVERYDAY = DATA / "everyday.txt"
"""Reports of sport, elections, business and daily life, written for this project."""
FIGURATIVE_TIMES = 3
"""How often each of these is learned in an epoch; they are few."""


def ordinary(choices: Mapping[str, Any], words: WordPiece) -> list[Example]:
    """Return everyday sentences as first passes without a trigger."""
    held_out = {key(row["text"]) for name in choices["held_out"] for row in read_lines(corpora() / name)}
    text_of = {key(row["text"]): row["text"] for row in read_lines(corpora() / choices["ordinary"])}
    picked = [name for name in _lines(PICKED) if name in text_of and name not in held_out]
    chosen = [text_of[name] for name in picked[: choices["ordinary_most"]]]
    chosen += _lines(FIGURATIVE) * FIGURATIVE_TIMES + _lines(EVERYDAY)
    pieces = [words.encode(text) for text in chosen]
    return [Example(one, (0,) * len(one.ids), (0,) * len(one.ids), None, None, IGNORED) for one in pieces]


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()

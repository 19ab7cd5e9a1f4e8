"""Sentences of the public corpora, as they are read for this project: one line, common spacing."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from training.examples import corpora, read_lines

_TIDY = (
    (re.compile(r" ([.,;:?!%])(?= |$)"), r"\1"),
    (re.compile(r"(\w) - (\w)"), r"\1-\2"),
    (re.compile(r" ([’']) ?(s|t|re|ve|ll|d)\b"), r"\1\2"),
    (re.compile(r"\s+"), " "),
)
_SENTENCE_END = re.compile(r"(?<=[.!?\"”])\s+(?=[A-Z“\"])|\n+")


def tidy(text: str) -> str:
    """Put tokens back together as they are printed."""
    for pattern, put in _TIDY:
        text = pattern.sub(put, text)
    return text.strip()


def key(text: str) -> str:
    """Name a sentence by its letters and digits alone, whatever its spacing."""
    return hashlib.sha256(re.sub(r"\W", "", text).casefold().encode()).hexdigest()[:16]


def sentences() -> Iterator[tuple[str, str]]:
    """Yield corpus and sentence."""
    for row in read_lines(corpora() / "event_location.jsonl.gz"):
        yield "event_location", tidy(row["text"])
    for path in sorted((corpora() / "ecbplus").glob("*/*.xml")):
        for text in _ecbplus(path):
            yield "ecbplus", tidy(text)
    for row in read_lines(corpora() / "wikievents/train.jsonl.gz"):
        text = " ".join(row["tokens"])
        for part in _SENTENCE_END.split(text):
            yield "wikievents", tidy(part)


def _ecbplus(path: Path) -> list[str]:
    """Return the sentences of one file."""
    found: dict[str, list[str]] = {}
    for token in ET.parse(path).getroot().iter("token"):  # noqa: S314 - a corpus that the caller chose
        found.setdefault(token.get("sentence", ""), []).append(token.text or "")
    return [" ".join(words) for words in found.values()]

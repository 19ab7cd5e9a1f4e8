"""Sentences read in full → what the encoder learns from."""

import gzip
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marsad.extract.encoder.labels import COUNTS, MODALITIES, OUTSIDE, ROLES, TYPES, begin
from marsad.extract.encoder.wordpiece import Pieces, WordPiece

IGNORED = -100


@dataclass(frozen=True)
class Example:
    """One pass over one sentence. Without a trigger marked it teaches triggers, else roles, counts and modality."""

    pieces: Pieces
    marks: tuple[int, ...]
    triggers: tuple[int, ...] | None
    roles: tuple[int, ...] | None
    counts: tuple[int, ...] | None
    modality: int


def corpora() -> Path:
    """Return the folder of the corpora, from the environment variable MARSAD_CORPORA."""
    return Path(os.environ["MARSAD_CORPORA"])


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Read a .jsonl or .jsonl.gz file."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def tag(pieces: Pieces, spans: list[tuple[int, int, int]]) -> tuple[int, ...]:
    """Label each piece by the spans (kind, start, end); of overlapping spans the longer one wins."""
    tags = [OUTSIDE] * len(pieces.ids)
    for kind, start, end in sorted(spans, key=lambda span: (span[2] - span[1], span)):
        inside = [i for i in range(1, len(tags) - 1) if pieces.starts[i] < end and start < pieces.ends[i]]
        for i in inside:
            tags[i] = begin(kind) + (i != inside[0])
    return tuple(tags)


def marks_of(pieces: Pieces, start: int, end: int) -> tuple[int, ...]:
    """Give one for the pieces of the trigger, zero for the others."""
    last = len(pieces.ids) - 1
    return tuple(int(0 < i < last and pieces.starts[i] < end and start < pieces.ends[i]) for i in range(last + 1))


def examples_of(row: dict[str, Any], tokeniser: WordPiece) -> list[Example]:
    """Return the first pass, and a second pass for each happening."""
    pieces = tokeniser.encode(row["text"])
    spans = [(TYPES.index(event["type"]), *event["trigger"]) for event in row["events"]]
    found = [Example(pieces, (0,) * len(pieces.ids), tag(pieces, spans), None, None, IGNORED)]
    for event in row["events"]:
        roles = [(ROLES.index(role), start, end) for role, start, end in event["args"] if role in ROLES]
        counts = [(COUNTS.index(role), start, end) for role, start, end in event["args"] if role in COUNTS]
        marks = marks_of(pieces, *event["trigger"])
        modality = MODALITIES.index(event["modality"])
        found.append(Example(pieces, marks, None, tag(pieces, roles), tag(pieces, counts), modality))
    return found

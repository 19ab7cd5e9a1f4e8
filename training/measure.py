"""Development figures of a network that end-to-end measures cannot show: roles and modality given the right trigger."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from marsad.extract.encoder.decoding import Scores, spans
from marsad.extract.encoder.labels import COUNTS, MODALITIES, ROLES, TYPES
from marsad.extract.encoder.network import Network, Reading
from marsad.extract.encoder.wordpiece import Pieces
from training.examples import marks_of, read_lines

Labelled = tuple[str, int, int]


def f1(right: float, given: float, wanted: float) -> float:
    """Harmonic mean of precision and recall, in percent."""
    return round(200 * right / (given + wanted), 1) if given + wanted else 0.0


def labelled(scores: Scores, pieces: Pieces, kinds: Sequence[str], bias: float) -> set[Labelled]:
    """Return the spans of a head by name."""
    return {(kinds[kind], start, end) for kind, start, end, _ in spans(scores, pieces, bias)}


def overlapping(left: set[Labelled], right: set[Labelled]) -> int:
    """Count those of the left that share a character with one of their kind on the right."""
    return sum(any(a[0] == b[0] and a[1] < b[2] and b[1] < a[2] for b in right) for a in left)


def measure(network: Network, dev: Path, trigger_bias: float, role_bias: float) -> dict[str, float]:
    """Measure triggers, and roles and modality given the gold trigger."""
    rows = read_lines(dev)
    pieces = [network.tokeniser.encode(row["text"]) for row in rows]
    first = network.read([(one, (0,) * len(one.ids)) for one in pieces])
    events = [(one, event) for one, row in zip(pieces, rows, strict=True) for event in row["events"]]
    second = network.read([(one, marks_of(one, *event["trigger"])) for one, event in events])
    found = triggers(first, pieces, rows, trigger_bias)
    return found | roles(second, events, role_bias) | modality(second, events)


def triggers(first: list[Reading], pieces: list[Pieces], rows: list[dict[str, Any]], bias: float) -> dict[str, float]:
    """F1 of triggers, found and with type, strict spans."""
    count: Counter[str] = Counter()
    for reading, one, row in zip(first, pieces, rows, strict=True):
        given = labelled(reading.triggers, one, TYPES, bias)
        wanted = {(event["type"], *event["trigger"]) for event in row["events"]}
        bare = {span[1:] for span in given} & {span[1:] for span in wanted}
        count.update(given=len(given), wanted=len(wanted), right=len(given & wanted), found=len(bare))
    return {
        "triggers": f1(count["found"], count["given"], count["wanted"]),
        "triggers_typed": f1(count["right"], count["given"], count["wanted"]),
    }


def roles(second: list[Reading], events: list[tuple[Pieces, dict[str, Any]]], bias: float) -> dict[str, float]:
    """F1 of roles and counts given the trigger, strict and overlapping spans."""
    count: Counter[str] = Counter()
    for reading, (one, event) in zip(second, events, strict=True):
        given = labelled(reading.roles, one, ROLES, bias) | labelled(reading.counts, one, COUNTS, bias)
        wanted = {(role, start, end) for role, start, end in event["args"]}
        count.update(given=len(given), wanted=len(wanted), right=len(given & wanted))
        count.update(near=overlapping(given, wanted), reached=overlapping(wanted, given))
    precision, recall = count["near"] / max(1, count["given"]), count["reached"] / max(1, count["wanted"])
    return {
        "roles": f1(count["right"], count["given"], count["wanted"]),
        "roles_overlap": round(200 * precision * recall / max(1e-9, precision + recall), 1),
    }


def modality(second: list[Reading], events: list[tuple[Pieces, dict[str, Any]]]) -> dict[str, float]:
    """Accuracy and macro F1 of modality given the trigger."""
    pairs = Counter(
        (event["modality"], MODALITIES[int(np.argmax(reading.modality))])
        for reading, (_, event) in zip(second, events, strict=True)
    )
    each = [
        f1(
            pairs[code, code],
            sum(count for (_, given), count in pairs.items() if given == code),
            sum(count for (wanted, _), count in pairs.items() if wanted == code),
        )
        for code in MODALITIES
    ]
    right = sum(count for (wanted, given), count in pairs.items() if wanted == given)
    return {
        "modality": round(100 * right / sum(pairs.values()), 1),
        "modality_macro": round(sum(each) / len(each), 1),
    }

"""Words that are a trigger elsewhere and tell of no happening here: what the second pass learns to refuse."""

import random
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

from marsad.extract.encoder.wordpiece import WordPiece
from training.examples import IGNORED, NOTHING, Example, marks_of

Row = Mapping[str, Any]
_WORD: Final = re.compile(r"\w+")
OFTEN: Final = 3
"""A word that so many happenings are told by is a trigger elsewhere."""


def trigger_words(rows: Iterable[Row]) -> frozenset[str]:
    """Return the single words that are triggers often, in lower case."""
    counted = Counter(row["text"][slice(*event["trigger"])].lower() for row in rows for event in row["events"])
    return frozenset(word for word, count in counted.items() if count >= OFTEN and _WORD.fullmatch(word))


def look_alikes(row: Row, known: frozenset[str], share: float, order: random.Random, words: WordPiece) -> list[Example]:
    """Return second passes, marked as nothing, over a share of such words outside the triggers of the sentence."""
    taken = [event["trigger"] for event in row["events"]]
    spans = [
        found.span()
        for found in _WORD.finditer(row["text"])
        if found.group().lower() in known
        and not any(start < found.end() and found.start() < end for start, end in taken)
        and order.random() < share
    ]
    if not spans:
        return []
    pieces = words.encode(row["text"])
    ignored = (IGNORED,) * len(pieces.ids)
    return [Example(pieces, marks_of(pieces, *span), None, ignored, ignored, IGNORED, NOTHING) for span in spans]

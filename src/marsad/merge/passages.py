"""Sentences of a document's body as comparable keys, to find the same text elsewhere."""

import re
from hashlib import blake2b

from marsad.model import Document

SHORTEST_PASSAGE = 40
"""Characters; shorter sentences ("Fighting went on.") are written twice by chance."""

_SENTENCE = re.compile(r"[^\n.!?]+[.!?\n]*[\"”’']*\s*")
_NOT_WORD = re.compile(r"\W+")


def passage_key(sentence: str) -> int | None:
    """Hash the words of a sentence without case and punctuation; None when it is too short to be telling."""
    words = _NOT_WORD.sub(" ", sentence).strip().casefold()
    if len(words) < SHORTEST_PASSAGE:
        return None
    return int.from_bytes(blake2b(words.encode("utf-8", "replace"), digest_size=8).digest(), "big")


def passages(document: Document) -> dict[int, int]:
    """Map the key of each telling sentence of the title and body to its length in characters."""
    found = {}
    for block in document.blocks:
        if block.kind in ("title", "body"):
            for match in _SENTENCE.finditer(document.text, block.start, block.end):
                key = passage_key(match[0])
                if key is not None:
                    found[key] = len(match[0].strip())
    return found

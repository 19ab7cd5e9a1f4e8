"""Texts that keep another's words but not its sentences: cut, reordered, with synonyms put in.

Each text is sketched by the least hash of its words in each of :data:`BINS` bins (one-permutation MinHash, Li, Owen and
Zhang 2012), so that the share of bins in which two sketches agree estimates the share of words that two texts have in
common. A bin that no word of a short text falls in takes the value of the next one that is not empty (Shrivastava and
Li 2014). Texts meet where a run of bins is the same, so that the work grows with the texts and not with their pairs.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from marsad.merge.commonplace import WORDS
from marsad.model import Document

BINS = 64
BAND = 4
"""Bins that two sketches must share in a row: of texts with six words in ten in common nine pairs in ten meet."""
EMPTY = 2**32 - 1
FEWEST_WORDS = 24
"""Texts of fewer telling words, some four sentences, are compared by their sentences alone."""
ALIKE = 0.5
"""Share of words in common from which one text is the other's rewording; two reports of one story share a quarter."""
FULL, SHORT_ALIKE = 28, 0.6
"""Filled bins of a text that is not short; of two short ones more must be the same, as the estimate is rougher."""
LARGEST_BAND = 50
"""More texts in a band share what an outlet prints under all of its reports."""

_WORD = re.compile(r"[^\W_]{4,}|\d+")

WIDTH = 4
"""Bytes of a bin."""

Sketch = bytes
Bins = NDArray[np.uint32]
AT_ONCE = 10_000
"""Pairs that are compared in one step, which bounds the memory that it takes."""


def sketch(document: Document) -> Sketch | None:
    """Sketch the telling words of title and body; None when they are few."""
    told = (document.text[block.start : block.end] for block in document.blocks if block.kind in ("title", "body"))
    words = {word for text in told for word in _WORD.findall(text.casefold())} - WORDS
    if len(words) < FEWEST_WORDS:
        return None
    least = [EMPTY] * BINS
    for word in words:
        rest, place = divmod(_hash(word), BINS)
        least[place] = min(least[place], rest)
    return b"".join(value.to_bytes(WIDTH, "big") for value in least)


def reworded(sketches: Mapping[str, Sketch]) -> Iterator[tuple[str, str, float]]:
    """Yield the pairs of texts of which one rewords the other, left id before right, with their share of words."""
    ids = sorted(sketches)
    table = np.frombuffer(b"".join(sketches[id_] for id_ in ids), dtype=">u4").reshape(-1, BINS).astype(np.uint32)
    told = table != EMPTY
    filled = told.sum(axis=1)
    met = _met(table, told)
    for start in range(0, len(met), AT_ONCE):
        left, right = np.divmod(met[start : start + AT_ONCE], max(1, len(ids)))
        either = told[left] | told[right]
        alike = ((table[left] == table[right]) & either).sum(axis=1) / np.maximum(1, either.sum(axis=1))
        short = np.minimum(filled[left], filled[right]) < FULL
        for at in np.flatnonzero(alike >= np.where(short, SHORT_ALIKE, ALIKE)):
            yield ids[left[at]], ids[right[at]], float(alike[at])


def _met(table: Bins, told: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return the pairs that share a run of bins, each as left number times the number of texts plus right, in order."""
    whole = _filled(table, told)
    found = [np.zeros(0, dtype=np.int64)]
    for start in range(0, BINS, BAND):
        _, whose = np.unique(whole[:, start : start + BAND], axis=0, return_inverse=True)
        order = np.argsort(whose.ravel(), kind="stable")
        ends = np.cumsum(np.bincount(whose.ravel()))
        for band in np.split(order, ends[:-1]):
            if 1 < len(band) <= LARGEST_BAND:
                one, other = np.triu_indices(len(band), 1)
                found.append(band[one] * len(table) + band[other])
    return np.unique(np.concatenate(found))


def _filled(table: Bins, told: NDArray[np.bool_]) -> Bins:
    """Give each empty bin the value of the next that is not, after the last that of the first."""
    whole = table.copy()
    following = whole[np.arange(len(table)), told.argmax(axis=1)]
    for at in reversed(range(BINS)):
        following = whole[:, at] = np.where(told[:, at], whole[:, at], following)
    return whole


@lru_cache(maxsize=50_000)
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=4).digest(), "big")

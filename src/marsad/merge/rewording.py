"""Texts that keep another's words but not its sentences: cut, reordered, with synonyms put in.

Each text is sketched by the least hash of its words in each of :data:`BINS` bins (one-permutation MinHash, Li, Owen and
Zhang 2012), so that the share of bins in which two sketches agree estimates the share of words that two texts have in
common. A bin that no word of a short text falls in takes the value of the next one that is not empty (Shrivastava and
Li 2014). Texts meet where a run of bins is the same, so that the work grows with the texts and not with their pairs.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import combinations

from marsad.merge.commonplace import WORDS
from marsad.model import Document

BINS = 64
BAND = 4
"""Bins that two sketches must share in a row: of texts with six words in ten in common nine pairs in ten meet."""
EMPTY = 2**32 - 1
NOTHING = EMPTY.to_bytes(4, "big")
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


def sketch(document: Document) -> Sketch | None:
    """Sketch the telling words of title and body; None when they are few."""
    told = (document.text[block.start : block.end] for block in document.blocks if block.kind in ("title", "body"))
    words = {word for text in told for word in _WORD.findall(text.casefold())} - WORDS
    if len(words) < FEWEST_WORDS:
        return None
    least = [EMPTY] * BINS
    for word in words:
        value = int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=4).digest(), "big")
        place, rest = value % BINS, value // BINS
        least[place] = min(least[place], rest)
    return b"".join(value.to_bytes(WIDTH, "big") for value in least)


def reworded(sketches: Mapping[str, Sketch]) -> Iterator[tuple[str, str, float]]:
    """Yield the pairs of texts of which one rewords the other, left id before right, with their share of words."""
    filled = {id_: _filled(least) for id_, least in sketches.items()}
    met = {pair for band in _bands(filled) for pair in combinations(sorted(band), 2)}
    for left, right in sorted(met):
        alike = _alike(sketches[left], sketches[right])
        short = min(_told(sketches[left]), _told(sketches[right])) < FULL
        if alike >= (SHORT_ALIKE if short else ALIKE):
            yield left, right, alike


def _bands(sketches: Mapping[str, Sequence[bytes]]) -> Iterable[list[str]]:
    bands: defaultdict[tuple[int, bytes], list[str]] = defaultdict(list)
    for id_, bins in sketches.items():
        for start in range(0, BINS, BAND):
            bands[start, b"".join(bins[start : start + BAND])].append(id_)
    return (band for band in bands.values() if 1 < len(band) <= LARGEST_BAND)


def _alike(left: Sketch, right: Sketch) -> float:
    told = [(a, b) for a, b in zip(_bins(left), _bins(right), strict=True) if a != NOTHING or b != NOTHING]
    return sum(a == b for a, b in told) / max(1, len(told))


def _told(least: Sketch) -> int:
    return BINS - _bins(least).count(NOTHING)


def _filled(least: Sketch) -> list[bytes]:
    """Give each empty bin the value of the next that is not."""
    bins = _bins(least)
    following = next((value for value in bins if value != NOTHING), NOTHING)
    for at in reversed(range(len(bins))):
        following = bins[at] = bins[at] if bins[at] != NOTHING else following
    return bins


def _bins(least: Sketch) -> list[bytes]:
    return [least[start : start + WIDTH] for start in range(0, len(least), WIDTH)]

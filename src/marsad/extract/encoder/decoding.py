"""Scores of a tagging head → spans, by the best path that is well formed.

Viterbi over begin/inside labels: an inside label follows only a begin or inside of its own kind (Forney 1973).
"""

import numpy as np
from numpy.typing import NDArray

from marsad.extract.encoder.labels import OUTSIDE
from marsad.extract.encoder.wordpiece import Pieces

Scores = NDArray[np.float32]
"""Logits, (pieces, labels)."""

Labelled = tuple[int, int, int, float]
"""Kind, start, end and confidence of a span; start and end are characters of the encoded text."""

FORBIDDEN = np.float32(-1e9)


def log_softmax(scores: Scores) -> Scores:
    """Logarithms of the probabilities along the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    found: Scores = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return found


def transitions(labels: int) -> Scores:
    """0 where the second label may follow the first, else :data:`FORBIDDEN`; (labels, labels)."""
    allowed = np.zeros((labels, labels), dtype=np.float32)
    allowed[:, 2::2] = FORBIDDEN
    for inside in range(2, labels, 2):
        allowed[inside - 1, inside] = allowed[inside, inside] = 0
    return allowed


def best_path(scores: Scores, bias: float) -> list[int]:
    """Label of each piece; ``bias`` is added to the score of "outside" (negative finds more)."""
    weighed = scores.copy()
    weighed[:, OUTSIDE] += bias
    likeliest = [int(label) for label in weighed.argmax(axis=-1)]
    if _well_formed(likeliest):  # then no other path can be better, and the search is spared
        return likeliest
    logs = log_softmax(weighed)
    allowed = transitions(scores.shape[1])
    best = logs[0] + allowed[OUTSIDE]
    back = []
    for row in logs[1:]:
        ways = best[:, None] + allowed
        chosen = ways.argmax(axis=0)
        back.append(chosen)
        best = ways[chosen, np.arange(len(chosen))] + row
    path = [int(best.argmax())]
    for chosen in reversed(back):
        path.append(int(chosen[path[-1]]))
    return path[::-1]


def _well_formed(path: list[int]) -> bool:
    """Say whether every inside label follows a begin or inside of its kind."""
    before = OUTSIDE
    for label in path:
        if label and label % 2 == 0 and before not in (label, label - 1):
            return False
        before = label
    return True


def spans(scores: Scores, pieces: Pieces, bias: float) -> list[Labelled]:
    """Spans as (kind, start, end, confidence), in the order of the text, widened to whole words.

    Start and end are characters of the encoded text; the confidence is the mean probability of the labels taken.
    """
    inner = slice(1, len(pieces.ids) - 1)
    path = best_path(scores[inner], bias)
    sure = np.exp(log_softmax(scores[inner]))
    found: list[Labelled] = []
    opened: list[int] = []
    for index, label in enumerate([*path, OUTSIDE]):
        begins = label % 2 == 1
        if opened and (label == OUTSIDE or begins):
            kind = (path[opened[0]] - 1) // 2
            confidence = float(np.mean([sure[i, path[i]] for i in opened]))
            found.append((kind, pieces.starts[opened[0] + 1], pieces.ends[opened[-1] + 1], confidence))
            opened = []
        if label != OUTSIDE:
            opened.append(index)
    return whole_words(found, pieces)


def whole_words(found: list[Labelled], pieces: Pieces) -> list[Labelled]:
    """Widen each span to the words that its pieces belong to; of spans that then share a word the first stays."""
    kept: list[Labelled] = []
    for kind, start, end, confidence in found:
        first, last = pieces.starts.index(start, 1), pieces.ends.index(end)
        while pieces.inner[first]:
            first -= 1
        while pieces.inner[last + 1]:
            last += 1
        if not kept or kept[-1][2] <= pieces.starts[first]:
            kept.append((kind, pieces.starts[first], pieces.ends[last], confidence))
    return kept

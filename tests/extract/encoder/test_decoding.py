"""The best path is well formed even where single scores are not."""

import itertools

import numpy as np

from marsad.extract.encoder.decoding import best_path, spans, whole_words
from marsad.extract.encoder.wordpiece import Pieces

TWO_KINDS = 5
"""Outside, begin and inside of the first kind, begin and inside of the second."""


def scores(*wanted: int, strength: float = 4.0) -> np.ndarray:
    rows = np.zeros((len(wanted), TWO_KINDS), dtype=np.float32)
    rows[np.arange(len(wanted)), wanted] = strength
    return rows


def pieces(count: int) -> Pieces:
    inner = range(count)
    starts, ends = (0, *(3 * i for i in inner), 0), (0, *(3 * i + 2 for i in inner), 0)
    return Pieces((2, *(5 for _ in inner), 3), (0,) * (count + 2), starts, ends, (False,) * (count + 2))


def framed(rows: np.ndarray) -> np.ndarray:
    edge = np.zeros((1, TWO_KINDS), dtype=np.float32)
    return np.concatenate([edge, rows, edge])


def test_an_inside_without_a_begin_is_repaired() -> None:
    assert best_path(scores(0, 2, 2), 0.0) in ([0, 1, 2], [0, 0, 0])


def test_an_inside_does_not_follow_another_kind() -> None:
    path = best_path(scores(1, 4, 4), 0.0)
    assert path != [1, 4, 4]
    assert all(b % 2 or b == 0 or a in (b, b - 1) for a, b in itertools.pairwise(path))


def test_spans_cover_their_pieces() -> None:
    found = spans(framed(scores(1, 2, 0, 3, 1)), pieces(5), 0.0)
    assert [(kind, start, end) for kind, start, end, _ in found] == [(0, 0, 5), (1, 9, 11), (0, 12, 14)]
    assert all(0.8 < confidence <= 1 for *_, confidence in found)


def test_a_bias_finds_more_or_less() -> None:
    weak = framed(scores(1, 0, 3, strength=0.5))
    assert spans(weak, pieces(3), 3.0) == []
    assert len(spans(weak, pieces(3), -3.0)) >= 2


def test_nothing_to_read_gives_nothing() -> None:
    assert spans(framed(np.zeros((0, TWO_KINDS), dtype=np.float32)), pieces(0), 0.0) == []


def test_spans_are_widened_to_whole_words() -> None:
    halves = Pieces((2, 5, 6, 7, 3), (0,) * 5, (0, 0, 3, 9, 0), (0, 3, 8, 12, 0), (False, False, True, False, False))
    assert whole_words([(4, 0, 3, 0.9)], halves) == [(4, 0, 8, 0.9)]
    assert whole_words([(4, 0, 3, 0.9), (1, 3, 8, 0.8), (2, 9, 12, 0.7)], halves) == [(4, 0, 8, 0.9), (2, 9, 12, 0.7)]

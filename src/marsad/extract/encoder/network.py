"""The encoder itself: sentences in, scores of its heads out."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import as_file, files
from typing import Self

import numpy as np
import onnxruntime
from msgspec import Struct
from numpy.typing import NDArray

from marsad.extract.encoder.wordpiece import Pieces, WordPiece

TOKENS_A_BATCH = 512
"""Measured: batches of 2,048 are slower, the caches of a core hold no more."""
LONGEST = 510
"""Pieces that the encoder can place; longer sentences are read in windows."""


class Reading(Struct, frozen=True):
    """Logits of the four heads for one sentence: triggers, roles, counts (pieces, labels), modality (labels)."""

    triggers: NDArray[np.float32]
    roles: NDArray[np.float32]
    counts: NDArray[np.float32]
    modality: NDArray[np.float32]


class Network:
    """A session of onnxruntime on one thread, so that results and speed do not hang on the number of cores."""

    def __init__(self, session: onnxruntime.InferenceSession, tokeniser: WordPiece) -> None:
        self._session = session
        self.tokeniser = tokeniser

    @classmethod
    @cache
    def default(cls) -> Self:
        """Load the model that ships with marsad."""
        folder = files("marsad.extract.encoder") / "data"
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        with as_file(folder / "encoder.onnx") as path:
            session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        vocabulary = (folder / "vocabulary.txt").read_text(encoding="utf-8").splitlines()
        return cls(session, WordPiece(vocabulary))

    def read(self, sentences: Sequence[tuple[Pieces, Sequence[int]]]) -> list[Reading]:
        """Score sentences, each with its marks (1 for the pieces of the trigger); the order is kept."""
        found: dict[int, Reading] = {}
        for batch in _batches(sentences):
            outputs = self._session.run(None, _inputs([sentences[i] for i in batch]))
            for row, index in enumerate(batch):
                count = len(sentences[index][0].ids)
                triggers, roles, counts = (head[row, :count] for head in outputs[:3])
                found[index] = Reading(triggers, roles, counts, outputs[3][row])
        return [found[index] for index in range(len(sentences))]


def _batches(sentences: Sequence[tuple[Pieces, Sequence[int]]]) -> Iterator[list[int]]:
    """Yield indexes of sentences of like length, about so many pieces together."""
    batch: list[int] = []
    for index in sorted(range(len(sentences)), key=lambda i: (len(sentences[i][0].ids), i)):
        if batch and (len(batch) + 1) * len(sentences[index][0].ids) > TOKENS_A_BATCH:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch


def _inputs(sentences: Sequence[tuple[Pieces, Sequence[int]]]) -> dict[str, NDArray[np.int64]]:
    """Pad to the longest sentence."""
    longest = max(len(pieces.ids) for pieces, _ in sentences)
    filled = {name: np.zeros((len(sentences), longest), dtype=np.int64) for name in ("ids", "casings", "marks", "mask")}
    for row, (pieces, marks) in enumerate(sentences):
        count = len(pieces.ids)
        filled["ids"][row, :count] = pieces.ids
        filled["casings"][row, :count] = pieces.casings
        filled["marks"][row, :count] = marks
        filled["mask"][row, :count] = 1
    return filled

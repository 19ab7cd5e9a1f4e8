"""Examples → padded tensors of about so many pieces."""

import random
from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from training.examples import IGNORED, Example


def batches(examples: Sequence[Example], tokens: int, order: random.Random) -> Iterator[list[int]]:
    """Yield lists of indexes of examples of like length, in random order."""
    indexes = sorted(range(len(examples)), key=lambda i: len(examples[i].pieces.ids) + order.random() * 6)
    found: list[list[int]] = [[]]
    for i in indexes:
        if (len(found[-1]) + 1) * len(examples[i].pieces.ids) > tokens and found[-1]:
            found.append([])
        found[-1].append(i)
    order.shuffle(found)
    yield from found


def inputs(examples: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return ids, casings, marks and mask, each (examples, longest)."""
    return (
        pad([example.pieces.ids for example in examples], 0),
        pad([example.pieces.casings for example in examples], 0),
        pad([example.marks for example in examples], 0),
        pad([(1,) * len(example.pieces.ids) for example in examples], 0),
    )


def targets(examples: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return labels of the four heads; what an example does not teach is ignored."""

    def of(head: str) -> Tensor:
        return pad([getattr(example, head) or (IGNORED,) * len(example.pieces.ids) for example in examples], IGNORED)

    return of("triggers"), of("roles"), of("counts"), torch.tensor([example.modality for example in examples])


def pad(rows: Sequence[Sequence[int]], filler: int) -> Tensor:
    """Fill the rows up to the longest."""
    longest = max(map(len, rows))
    return torch.tensor([[*row, *(filler,) * (longest - len(row))] for row in rows])

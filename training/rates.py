"""How fast to learn: warm-up, then cosine decay to zero (Loshchilov and Hutter 2017)."""

import math

import torch
from torch.optim.lr_scheduler import LambdaLR


def schedule(adam: torch.optim.Optimizer, steps: int, warmup: float) -> LambdaLR:
    """Return the schedule over so many steps; ``warmup`` is the share of them in which the rate rises."""
    warm = max(1, int(steps * warmup))

    def factor(step: int) -> float:
        return min(1.0, (step + 1) / warm) * 0.5 * (1 + math.cos(math.pi * min(1.0, step / steps)))

    return LambdaLR(adam, factor)

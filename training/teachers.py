"""The teachers, side by side in processes of their own."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

import torch

from training.runs import base_folder, tokeniser
from training.sources import lessons
from training.train import Lesson, fresh, train


class Task(NamedTuple):
    """A teacher to be trained: its seed, its file, the state it starts from and the choices."""

    seed: int
    out: Path
    start: Path | None
    choices: dict[str, Any]


def teach_all(tasks: list[Task]) -> None:
    """Train what is not there yet, as many side by side as there are cores; what is left over shares them."""
    missing = [task for task in tasks if not task.out.exists()]
    cores = 1 if torch.cuda.is_available() else torch.get_num_threads()
    for first in range(0, len(missing), cores):
        together = missing[first : first + cores]
        with ProcessPoolExecutor(len(together), mp_context=get_context("spawn")) as processes:
            list(processes.map(teach, together, [cores // len(together)] * len(together)))


def teach(task: Task, threads: int) -> None:
    """Train one teacher in a process of its own."""
    torch.set_num_threads(threads)
    words = tokeniser(base_folder(task.choices["base"]))
    taught = [Lesson(examples) for examples in lessons(task.choices, words, task.seed)]
    train(fresh(task.start), task.seed, task.out, task.choices["learning_rate"], taught)

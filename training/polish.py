"""The last epoch: labels alone, mostly of the corpus whose readers also read the development sentences."""

import random
from pathlib import Path

from training.examples import corpora, examples_of, read_lines
from training.ordinary import ordinary
from training.runs import base_folder, config, tokeniser
from training.sources import rows, thinned
from training.train import Lesson, fresh, train


def polish(student: Path, out: Path) -> None:
    """Train the student for one more epoch on what was read, without what teachers say."""
    choices = config()
    choices |= {"second": choices["student_second"]}
    words = tokeniser(base_folder(choices["base"]))
    known = {row["id"] for name in choices["train"] for row in read_lines(corpora() / name)}
    read = rows(choices)
    others = [row for row in read if row["id"] not in known]
    order = random.Random(choices["seed"])  # noqa: S311 - not for secrets
    order.shuffle(others)
    chosen = [row for row in read if row["id"] in known] + others[: choices["polish_others"]]
    found = [example for row in chosen for example in examples_of(row, words)] + ordinary(choices, words)
    kept = [example for example in found if len(example.pieces.ids) <= choices["longest"]]
    lesson = Lesson(thinned(choices, kept, choices["seed"]))
    train(fresh(student), choices["seed"], out, choices["polish_rate"], [lesson])

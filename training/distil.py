"""The mean of the teachers, learned by one student on labelled and unlabelled sentences."""

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

from marsad.extract.encoder.decoding import spans
from marsad.extract.encoder.wordpiece import WordPiece
from training.batches import inputs
from training.examples import IGNORED, Example, corpora, marks_of, read_lines
from training.network import Network
from training.runs import base_folder, config, load, mean, tokeniser
from training.sources import gold, thinned
from training.train import Lesson, SoftRow, fresh, train

SENTENCES_A_PASS = 24


def unlabelled(choices: dict[str, Any], words: WordPiece) -> list[Example]:
    """Return sentences without labels, for the first pass; those of the labelled files are left out."""
    known = {row["text"] for name in (*choices["train"], *choices["held_out"]) for row in read_lines(corpora() / name)}
    texts = {row["text"] for row in read_lines(corpora() / choices["unlabelled"])} - known
    chosen = sorted(text for text in texts if 40 < len(text) < 400)
    random.Random(choices["seed"]).shuffle(chosen)  # noqa: S311 - not for secrets
    pieces = [words.encode(text) for text in chosen[: choices["unlabelled_most"]]]
    ignored = [(IGNORED,) * len(one.ids) for one in pieces]
    return [
        Example(one, (0,) * len(one.ids), nothing, None, None, IGNORED)
        for one, nothing in zip(pieces, ignored, strict=True)
        if len(one.ids) <= choices["longest"]
    ]


@torch.no_grad()
def label(teachers: Sequence[Network], examples: Sequence[Example]) -> list[SoftRow]:
    """Return the mean probabilities of each head for each example, in half precision."""
    found: dict[int, SoftRow] = {}
    order = sorted(range(len(examples)), key=lambda index: len(examples[index].pieces.ids))
    for start in range(0, len(order), SENTENCES_A_PASS):
        indexes = order[start : start + SENTENCES_A_PASS]
        given = inputs([examples[index] for index in indexes])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            outputs = [[torch.softmax(head.float(), -1) for head in teacher(*given)] for teacher in teachers]
        means = [torch.stack(heads).mean(0).half() for heads in zip(*outputs, strict=True)]
        for row, index in enumerate(indexes):
            count = len(examples[index].pieces.ids)
            found[index] = (*(head[row, :count].clone() for head in means[:3]), means[3][row].clone())
    return [found[index] for index in range(len(examples))]


def second_pass(examples: Sequence[Example], labels: Sequence[SoftRow]) -> list[Example]:
    """Mark the triggers that the teachers see in unlabelled sentences."""
    found = []
    for example, heads in zip(examples, labels, strict=True):
        scores = torch.log(heads[0].float() + 1e-6).numpy()
        count = len(example.pieces.ids)
        for _, start, end, _ in spans(scores, example.pieces, 0.0):
            nothing = (IGNORED,) * count
            found.append(Example(example.pieces, marks_of(example.pieces, start, end), None, nothing, nothing, IGNORED))
    return found


def distil(teachers: Sequence[Path], out: Path) -> None:
    """Label with the teachers, then let the mean of their weights learn the mean of what they say."""
    choices = config()
    choices |= {"swapped": choices["student_swapped"], "second": choices["student_second"]}
    base = base_folder(choices["base"])
    words = tokeniser(base)
    networks = [load(path, base) for path in teachers]
    labelled, raw = gold(choices, words, choices["seed"]), unlabelled(choices, words)
    raw_labels = label(networks, raw)
    more = second_pass(raw, raw_labels)
    rows = label(networks, labelled) + raw_labels + label(networks, more)
    student = fresh(mean(list(teachers)))
    told = dict(zip(map(id, examples := [*labelled, *raw, *more]), rows, strict=True))
    epochs = [thinned(choices, examples, epoch) for epoch in range(choices["student_epochs"])]
    lessons = [Lesson(epoch, [told[id(example)] for example in epoch]) for epoch in epochs]
    train(student, choices["seed"], out, choices["student_rate"], lessons)

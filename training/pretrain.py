"""Going on with masked-language pretraining on the raw sentences of the corpora, before anything is labelled.

The base encoder was last trained to tell sentences apart, not words; a few epochs of guessing hidden words (Devlin et
al. 2019; Gururangan et al. 2020 on doing so in the target's domain) bring the words of conflict reports back.
"""

import random
import sys
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.batches import batches, inputs
from training.examples import IGNORED, Example, corpora, read_lines
from training.network import Network
from training.public import key, sentences
from training.rates import schedule
from training.runs import base_folder, config, device, tokeniser, write_state

HIDDEN, BEGIN, END = 103, 101, 102
"""Pieces [MASK], [CLS] and [SEP] of the vocabulary of uncased BERT."""
FIRST_WORD = 1000
"""Pieces before this are marks and unused ones."""
SHARE = 0.2
"""Of the pieces that are to be guessed: more than the usual 0.15, since the sentences are short."""
KEPT, WRONG = 0.8, 0.9
"""Up to the first share the pieces are hidden, up to the second left as they are, and beyond replaced by any other."""


class Guesser(nn.Module):
    """The network's encoder with a head that guesses pieces; it shares the word embeddings, which stay as they are."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        size = network.encoder.config.hidden_size
        first = nn.Linear(size, size)
        nn.init.eye_(first.weight)
        nn.init.zeros_(first.bias)
        self.head = nn.Sequential(first, nn.GELU(), nn.LayerNorm(size))
        self.bias = nn.Parameter(torch.zeros(network.encoder.config.vocab_size))

    def forward(self, given: tuple[Tensor, ...], wanted: Tensor) -> Tensor:
        """Return scores of all pieces at the places wanted, (places, vocabulary)."""
        states = self.head(self.network.states(*given)[wanted])
        table = self.network.encoder.embeddings.word_embeddings.weight
        return states @ table.t().to(states.dtype) + self.bias.to(states.dtype)


def pretrain(out: Path) -> None:
    """Write the state of the network after so many epochs of guessing."""
    choices = config()
    words = tokeniser(base_folder(choices["base"]))
    torch.manual_seed(choices["seed"])
    network = Network(base_folder(choices["base"]), choices["pretrain_dropout"]).to(device())
    examples = [
        Example(one, (0,) * len(one.ids), None, None, None, IGNORED)
        for one in map(words.encode, texts(choices))
        if len(one.ids) <= choices["longest"]
    ]
    guesser = Guesser(network).to(device()).train()
    order, chance = random.Random(choices["seed"]), torch.Generator().manual_seed(choices["seed"])  # noqa: S311
    tokens = choices["pretrain_tokens_a_step"]
    steps = choices["pretrain_epochs"] * sum(1 for _ in batches(examples, tokens, random.Random(0)))  # noqa: S311
    rate = choices["pretrain_rate"]
    slow = [part for name, part in network.named_parameters() if part.requires_grad and _taught(name)]
    fast = [*guesser.head.parameters(), guesser.bias]
    adam = torch.optim.AdamW([{"params": slow, "lr": rate}, {"params": fast, "lr": 4 * rate}], weight_decay=0.01)
    slower = schedule(adam, steps, choices["warmup"])
    for epoch in range(choices["pretrain_epochs"]):
        losses = []
        for indexes in batches(examples, tokens, order):
            given = inputs([examples[index] for index in indexes])
            losses.append(_step(guesser, adam, given, chance))
            slower.step()
        sys.stdout.write(f'{{"pretraining": {epoch + 1}, "loss": {sum(losses) / len(losses):.3f}}}\n')
    write_state(network, out)


def texts(choices: dict[str, Any]) -> list[str]:
    """Return raw sentences of the corpora that may train, without those held out."""
    held_out = {key(row["text"]) for name in choices["held_out"] for row in read_lines(corpora() / name)}
    read = {row["text"] for name in choices["train"] for row in read_lines(corpora() / name)}
    raw = {text for _, text in sentences() if 40 < len(text) < 400}
    found = sorted(text for text in read | raw if key(text) not in held_out)
    random.Random(choices["seed"]).shuffle(found)  # noqa: S311 - not for secrets
    return found[: choices["pretrain_most"]]


def _taught(name: str) -> bool:
    return name.startswith(("encoder.", "casing."))


def _step(guesser: Guesser, adam: torch.optim.Optimizer, given: tuple[Tensor, ...], chance: torch.Generator) -> float:
    ids, casings, marks, mask = given
    wanted = (torch.rand(ids.shape, generator=chance) < SHARE) & (mask == 1) & (ids != BEGIN) & (ids != END)
    dice = torch.rand(ids.shape, generator=chance)
    shown = torch.where(wanted & (dice < KEPT), HIDDEN, ids)
    others = torch.randint(FIRST_WORD, len(guesser.bias), ids.shape, generator=chance)
    shown = torch.where(wanted & (dice >= WRONG), others, shown)
    there = device()
    with torch.autocast(there.type, dtype=torch.bfloat16):
        scores = guesser((shown.to(there), casings.to(there), marks.to(there), mask.to(there)), wanted.to(there))
    loss = functional.cross_entropy(scores.float(), ids[wanted].to(there))
    adam.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(guesser.parameters(), 1.0)
    adam.step()
    return loss.item()

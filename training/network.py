"""The encoder with its four heads."""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from marsad.extract.encoder.labels import COUNTS, MODALITIES, ROLES, TYPES, labels
from marsad.extract.encoder.wordpiece import CASINGS


class Network(nn.Module):
    """One encoder; heads for triggers (first pass), roles, counts and modality (second pass, trigger marked)."""

    def __init__(self, base: Path, dropout: float) -> None:
        super().__init__()
        config = BertConfig.from_pretrained(base)
        config.hidden_dropout_prob = config.attention_probs_dropout_prob = dropout
        self.encoder = BertModel.from_pretrained(base, config=config, add_pooling_layer=False)
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False
        size = config.hidden_size
        self.casing = nn.Embedding(CASINGS, size)
        nn.init.zeros_(self.casing.weight)
        self.dropout = nn.Dropout(dropout)
        self.triggers = nn.Linear(size, labels(TYPES))
        self.roles = nn.Linear(size, labels(ROLES))
        self.counts = nn.Linear(size, labels(COUNTS))
        told = nn.Linear(size, len(MODALITIES))
        self.modality = nn.Sequential(nn.Linear(2 * size, size), nn.GELU(), nn.Dropout(dropout), told)

    def forward(self, ids: Tensor, casings: Tensor, marks: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """Return logits of triggers, roles, counts (each a piece) and modality (each a sentence)."""
        states = self.dropout(self.states(ids, casings, marks, mask))
        weights = marks.unsqueeze(-1).to(states.dtype)
        marked = (states * weights).sum(1) / weights.sum(1).clamp(min=1)
        both = torch.cat([states[:, 0], marked], dim=-1)
        return self.triggers(states), self.roles(states), self.counts(states), self.modality(both)

    def states(self, ids: Tensor, casings: Tensor, marks: Tensor, mask: Tensor) -> Tensor:
        """Return the encoder's last states, (examples, pieces, size)."""
        words = self.encoder.embeddings.word_embeddings(ids) + self.casing(casings)
        found: Tensor = self.encoder(inputs_embeds=words, token_type_ids=marks, attention_mask=mask).last_hidden_state
        return found

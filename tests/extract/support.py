"""A document of one's own, and claims as plain words."""

from typing import Any

from marsad.extract import default_extractor
from marsad.model import Block, Claim, Document
from marsad.model.document import BlockKind


def make_document(*parts: tuple[BlockKind, str]) -> Document:
    """Put blocks of the given kinds one after the other, a blank line between them."""
    text, blocks = "", []
    for kind, words in parts:
        start = len(text)
        text += words + "\n\n"
        blocks.append(Block(start, len(text), kind))
    return Document(
        id="d-1", path="report.txt", url=None, sha256="", title=None, outlet=None, agencies=(), language="en",
        published=None, text=text, blocks=tuple(blocks), issues=(),
    )  # fmt: skip


def claims_of(*parts: tuple[BlockKind, str] | str) -> tuple[Claim, ...]:
    """Extract from blocks; a bare string is a block of body."""
    blocks: list[tuple[BlockKind, str]] = [("body", part) if isinstance(part, str) else part for part in parts]
    return default_extractor().extract(make_document(*blocks))


def words_of(claim: Claim) -> dict[str, Any]:
    """Return the slots of a claim as words."""
    slots = {"who": claim.who, "whom": claim.whom, "where": claim.where, "when": claim.when, "means": claim.means}
    return {
        "type": claim.type,
        "modality": claim.modality,
        "trigger": claim.trigger.text,
        "said": [mention.text for mention in claim.sources],
        "counts": [[count.measure, count.mention.text, count.part_of] for count in claim.counts],
        **{slot: [mention.text for mention in mentions] for slot, mentions in slots.items()},
    }

"""Claims of one document that tell the same happening: headline and lead, "the attack" further down."""

from collections.abc import Sequence

from marsad.extract.draft import Draft
from marsad.model import Document


def link(document: Document, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Put together what tells the same happening."""
    del document
    return tuple(drafts)

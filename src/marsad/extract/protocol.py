"""What every extractor is."""

from typing import Protocol

from marsad.model import Claim, Document


class Extractor(Protocol):
    """Reads claims off a document; the same document always gives the same claims."""

    @property
    def name(self) -> str:
        """Name and version; it stands in every claim, and a new behaviour gets a new one."""

    def extract(self, document: Document) -> tuple[Claim, ...]:
        """Return the claims in the order of the text, from title and body blocks alone."""

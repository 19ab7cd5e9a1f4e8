"""What exports and pages may ask of a record, wherever it is kept."""

from collections.abc import Iterator
from typing import Protocol

from marsad.model.document import Copy, Document
from marsad.model.event import Event
from marsad.model.resolved import ResolvedClaim


class Record(Protocol):
    """A record that can be read. Iterators give their rows sorted by id and hold few of them in memory at a time."""

    def documents(self) -> Iterator[Document]:
        """All documents, those that could not be read among them."""

    def claims(self) -> Iterator[ResolvedClaim]:
        """All claims."""

    def events(self) -> Iterator[Event]:
        """All events."""

    def copies(self, document: str) -> tuple[Copy, ...]:
        """Return the copies of that document's text elsewhere, sorted."""

    def document(self, id: str) -> Document:
        """One document; raises :class:`KeyError` when there is none of that id."""

    def claim(self, id: str) -> ResolvedClaim:
        """One claim; raises :class:`KeyError` when there is none of that id."""

"""Places in a document's text."""

from typing import Self

from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """Start and end in Unicode code points of the document's text, half open."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span: {self.start} to {self.end}")

    def holds(self, other: "Span | Mention") -> bool:
        """Say whether the other stands entirely within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span | Mention") -> bool:
        """Say whether the two share a character."""
        return self.start < other.end and other.start < self.end


class Mention(Struct, frozen=True, order=True):
    """Words of a document with their place: ``text`` is exactly the document's text from ``start`` to ``end``."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, document_text: str, start: int, end: int) -> Self:
        """Quote the document's text from start to end."""
        return cls(start, end, document_text[start:end])

    @property
    def span(self) -> Span:
        """The place without the words."""
        return Span(self.start, self.end)

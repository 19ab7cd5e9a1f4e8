"""One report as read."""

from datetime import date
from typing import Literal

from msgspec import Struct

BlockKind = Literal["title", "body", "furniture", "other_story"]
CopyKind = Literal["identical", "agency_copy", "reuse"]


class Block(Struct, frozen=True, order=True):
    """A stretch of a document's text. Blocks follow each other and cover the text."""

    start: int
    end: int
    kind: BlockKind


class Published(Struct, frozen=True):
    """When the report came out: first and last day (inclusive), and a sentence that says how that is known."""

    start: date
    end: date
    basis: str


class Issue(Struct, frozen=True, order=True):
    """Something that was wrong with a report, or that a reader should know of it."""

    code: str
    message: str


class Document(Struct, frozen=True):
    """One report as read; all spans of its claims refer to ``text``.

    ``id`` hashes ``path`` and ``sha256``. A report that could not be read has an empty text and an issue that says why.
    """

    id: str
    path: str
    url: str | None
    sha256: str
    title: str | None
    outlet: str | None
    agencies: tuple[str, ...]
    language: str | None
    published: Published | None
    text: str
    blocks: tuple[Block, ...]
    issues: tuple[Issue, ...]

    @property
    def readable(self) -> bool:
        """Whether there is any text to extract from."""
        return bool(self.text)


class Copy(Struct, frozen=True, order=True):
    """The same text elsewhere: ``share`` (0 to 1) of the body of ``of`` is found in ``document``."""

    of: str
    document: str
    share: float
    kind: CopyKind

"""The record as JSON lines: the record's own format, one object a line, sorted by id."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from marsad.export.withholding import Withholding
from marsad.model import Block, Document, Event, Issue, Published, Record, ResolvedClaim, to_json
from marsad.model.document import CopyKind


class CopyLine(Struct, frozen=True):
    """The same text in another document, and the share of this one's body that is found there."""

    document: str
    share: float
    kind: CopyKind


class DocumentLine(Struct, frozen=True):
    """A document with its copies, in the order of the fields of the format."""

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
    copies: tuple[CopyLine, ...]
    issues: tuple[Issue, ...]


def jsonl_files(record: Record, withholding: Withholding) -> Mapping[str, Iterable[bytes]]:
    """Return ``documents.jsonl``, ``claims.jsonl`` and ``events.jsonl``."""
    return {
        "documents.jsonl": _lines(_document_line(record, document) for document in record.documents()),
        "claims.jsonl": _lines(withholding.claim(claim) for claim in record.claims()),
        "events.jsonl": _lines(withholding.event(event, claims_of(record, event)) for event in record.events()),
    }


def claims_of(record: Record, event: Event) -> Iterator[ResolvedClaim]:
    """Give the event's claims in its order."""
    return map(record.claim, event.claims)


def _lines(values: Iterable[Struct]) -> Iterator[bytes]:
    for value in values:
        yield to_json(value)
        yield b"\n"


def _document_line(record: Record, document: Document) -> DocumentLine:
    copies = tuple(CopyLine(copy.document, copy.share, copy.kind) for copy in record.copies(document.id))
    return DocumentLine(
        id=document.id,
        path=document.path,
        url=document.url,
        sha256=document.sha256,
        title=document.title,
        outlet=document.outlet,
        agencies=document.agencies,
        language=document.language,
        published=document.published,
        text=document.text,
        blocks=document.blocks,
        copies=copies,
        issues=document.issues,
    )

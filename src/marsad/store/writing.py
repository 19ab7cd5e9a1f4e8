"""Writing into the tables; each function works inside the transaction that it is given."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, delete, insert, select

from marsad.model import Copy, Decision, Document, Event, ResolvedClaim
from marsad.store.masking import index_texts
from marsad.store.meta import write_meta
from marsad.store.rows import (
    Row,
    claim_row,
    copy_row,
    decision_row,
    document_row,
    event_claim_rows,
    event_row,
    issue_rows,
)
from marsad.store.sqlite import delete_words, insert_words
from marsad.store.tables import CLAIMS, COPIES, DECISIONS, DOCUMENTS, EVENT_CLAIMS, EVENTS, ISSUES

T = TypeVar("T")

Read = tuple[Document, tuple[ResolvedClaim, ...]]

CHUNK = 200
"""Rows worked on at a time; below the 999 variables that old builds of SQLite allow in a statement."""


def chunks(items: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """Give the items in lists of that size, the last one shorter."""
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk


def known_ids(connection: Connection, table: Table, ids: Iterable[str]) -> set[str]:
    """Return those of the ids that the table holds."""
    found: set[str] = set()
    for chunk in chunks(ids):
        found.update(connection.execute(select(table.c.id).where(table.c.id.in_(chunk))).scalars())
    return found


def add_documents(connection: Connection, batch: Iterable[Read]) -> int:
    """Add documents that are not there yet, with their claims; return how many were added."""
    return sum(_add_chunk(connection, chunk) for chunk in chunks(batch))


def _add_chunk(connection: Connection, chunk: list[Read]) -> int:
    seen = known_ids(connection, DOCUMENTS, (document.id for document, _ in chunk))
    new: list[Read] = []
    for document, claims in chunk:
        if document.id not in seen:
            seen.add(document.id)
            new.append((document, claims))
    _insert_chunk(connection, new)
    return len(new)


def replace_documents(connection: Connection, batch: Iterable[Read]) -> None:
    """Put documents and their claims in the place of what is there under the same ids; the events go."""
    replace_all_events(connection, (), ())
    mark_stale(connection)
    for chunk in chunks(batch):
        ids = [document.id for document, _ in chunk]
        delete_words(connection, ids)
        connection.execute(delete(CLAIMS).where(CLAIMS.c.document.in_(ids)))
        connection.execute(delete(ISSUES).where(ISSUES.c.document.in_(ids)))
        connection.execute(delete(DOCUMENTS).where(DOCUMENTS.c.id.in_(ids)))
        _insert_chunk(connection, chunk)


def _insert_chunk(connection: Connection, new: list[Read]) -> None:
    _insert(connection, DOCUMENTS, [document_row(document) for document, _ in new])
    _insert(connection, ISSUES, [row for document, _ in new for row in issue_rows(document)])
    _insert(connection, CLAIMS, [claim_row(claim) for _, claims in new for claim in claims])
    for document, claims in new:
        insert_words(connection, _word_rows(document, claims))


def _word_rows(document: Document, claims: tuple[ResolvedClaim, ...]) -> list[Row]:
    if not document.readable:
        return []
    found = [("document", document.id), *(("claim", claim.id) for claim in claims)]
    return [
        {"kind": kind, "id": row, "document": document.id, "title": title, "text": text}
        for (kind, row), (title, text) in zip(found, index_texts(document, claims), strict=True)
    ]


def replace_all_events(connection: Connection, events: Iterable[Event], copies: Iterable[Copy]) -> None:
    """Drop the events and copies and write these instead."""
    for table in (EVENT_CLAIMS, EVENTS, COPIES):
        connection.execute(delete(table))
    for chunk in chunks(events):
        _insert(connection, EVENTS, [event_row(event) for event in chunk])
        _insert(connection, EVENT_CLAIMS, [row for event in chunk for row in event_claim_rows(event)])
    for some in chunks(copies):
        _insert(connection, COPIES, [copy_row(copy) for copy in some])


def append_decision(connection: Connection, decision: Decision) -> None:
    """Add a decision; without effect when it was made before."""
    if not known_ids(connection, DECISIONS, [decision.id]):
        _insert(connection, DECISIONS, [decision_row(decision)])
        mark_stale(connection)


def mark_stale(connection: Connection) -> None:
    """Note that the events are not those of the present claims and decisions."""
    write_meta(connection, "events_by", "")


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)

"""What only SQLite has: pragmas, its way of beginning a transaction, the full-text index, the lock."""

import os
import re
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from marsad.errors import RecordBusyError, RecordError
from marsad.model import Span
from marsad.store.answers import Hit

BUSY_MS = 10_000
"""How long a connection waits for another one's short transaction, in milliseconds."""

SNIPPET_TOKENS = 28
"""Words of a search's snippet, of the column ``text``: about two lines of a terminal. SQLite allows 64 at most."""

_OPEN, _CLOSE = "\x02", "\x03"


def engine_for(path: Path) -> Engine:
    """Return an engine for the file, with transactions that hold every statement, tables' making included.

    Where nothing can be written, and SQLite can make none of its side files, the file is taken to be at rest.
    """
    if os.access(path.parent, os.W_OK) and (os.access(path, os.W_OK) or not path.exists()):
        engine = create_engine(URL.create("sqlite", database=str(path)))
        event.listen(engine, "connect", _prepare)
    else:
        at_rest = f"{path.absolute().as_uri()}?immutable=1"
        engine = create_engine(URL.create("sqlite", database=at_rest, query={"uri": "true"}))
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Set up a connection: write-ahead log, foreign keys, and no transaction that Python begins by itself."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def database_version() -> str:
    """Return the version of the SQLite that is in use."""
    return sqlite3.sqlite_version


def in_words(error: BaseException | None) -> str:
    """Return what the database says is wrong and, where a person can mend it, how."""
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
        return "the disk is full; free some space and run the same command again"
    return str(error)


class WriteLock:
    """The right to write into a record, given to one process at a time.

    It is an exclusive transaction on an empty database beside the record: the operating system ends it with the
    process, however that ends, and a forked child does not inherit it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._connection is not None

    def take(self) -> None:
        """Take the lock now or not at all.

        Raises:
            RecordBusyError: another one holds it.
            RecordError: the folder cannot be written.
        """
        connection: sqlite3.Connection | None = None
        try:
            connection = sqlite3.connect(self._path, timeout=0, isolation_level=None, check_same_thread=False)
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            if connection is not None:
                connection.close()
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
                folder = self._path.parent
                raise RecordBusyError(f"{folder} is being written by another build; wait until it ends") from None
            raise RecordError(f"{self._path} cannot be written: {error}") from error
        self._connection = connection

    def release(self) -> None:
        """Give the lock back; without effect when it is not held."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


_CREATE_INDEX = """
CREATE VIRTUAL TABLE words USING fts5(
    kind UNINDEXED, id UNINDEXED, document UNINDEXED, title, text, tokenize = 'unicode61 remove_diacritics 2'
)
"""

_INSERT_WORDS = text(
    "INSERT INTO words (kind, id, document, title, text) VALUES (:kind, :id, :document, :title, :text)"
)

_DELETE_WORDS = text("DELETE FROM words WHERE document = :document")

_SEARCH = text("""
SELECT words.kind, words.id, words.document, documents.path, documents.outlet, event_claims.event,
       snippet(words, 4, :open, :close, '…', :tokens) AS snippet
FROM words
JOIN documents ON documents.id = words.document
LEFT JOIN event_claims ON words.kind = 'claim' AND event_claims.claim = words.id
WHERE words MATCH :query
ORDER BY rank, words.kind, words.id
LIMIT :limit
""")


def create_index(connection: Connection) -> None:
    """Make the full-text index over documents and claims."""
    connection.exec_driver_sql(_CREATE_INDEX)


def insert_words(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Add rows (kind, id, document, title, text) to the full-text index."""
    if rows:
        connection.execute(_INSERT_WORDS, rows)


def delete_words(connection: Connection, documents: Sequence[str]) -> None:
    """Take what is of these documents out of the full-text index."""
    if documents:
        connection.execute(_DELETE_WORDS, [{"document": document} for document in documents])


def match_query(words: Sequence[str]) -> str:
    """Return the index's own query for a person's words, all of which must occur; empty when they hold no letter.

    Words given together are looked for together, and a final ``*`` stands for any ending.

    >>> match_query(["air strike", "bomb*", "--"])
    '"air strike" "bomb"*'
    """
    quoted = [
        '"' + word.rstrip("*").replace('"', '""').replace("\0", " ") + '"' + "*" * word.endswith("*")
        for word in words
        if any(character.isalnum() for character in word)
    ]
    return " ".join(quoted)


def search(connection: Connection, words: Sequence[str], limit: int) -> tuple[Hit, ...]:
    """Return the best hits, best first."""
    query = match_query(words)
    if not query:
        return ()
    rows = connection.execute(
        _SEARCH, {"query": query, "limit": limit, "tokens": SNIPPET_TOKENS, "open": _OPEN, "close": _CLOSE}
    )
    return tuple(_hit(row) for row in rows.mappings())


def _hit(row: Any) -> Hit:  # noqa: ANN401 - a row has no static type
    snippet, matches = _unmarked(row["snippet"])
    return Hit(
        kind=row["kind"],
        id=row["id"],
        document=row["document"],
        path=row["path"],
        outlet=row["outlet"],
        snippet=snippet,
        matches=matches,
        event=row["event"],
    )


def _unmarked(marked: str) -> tuple[str, tuple[Span, ...]]:
    """Return the snippet without its marks, blanks as one, and the places of what was marked."""
    snippet, matches, start = "", [], 0
    for part in re.split(f"([{_OPEN}{_CLOSE}])", " ".join(marked.split())):
        if part == _OPEN:
            start = len(snippet)
        elif part == _CLOSE:
            matches.append(Span(start, len(snippet)))
        else:
            snippet += part
    return snippet, tuple(matches)

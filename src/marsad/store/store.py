"""A record in a folder: read, written, searched."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import msgspec
from sqlalchemy import Connection, Engine, Table, select
from sqlalchemy.exc import DatabaseError, IntegrityError, ProgrammingError

from marsad import __version__
from marsad.errors import NoSuchEventError, RecordError
from marsad.model import Copy, Decision, Document, Event, ResolvedClaim, from_json
from marsad.store import schema, sqlite, writing
from marsad.store.answers import Counts, DocumentIssue, Hit
from marsad.store.counting import counts
from marsad.store.meta import read_meta, write_meta
from marsad.store.sqlite import WriteLock
from marsad.store.tables import CLAIMS, COPIES, DECISIONS, DOCUMENTS, EVENTS, ISSUES

T = TypeVar("T")

DATABASE = "record.db"
LOCK = "record.lock"

PAGE = 64
"""Rows read at a time: few, because a document may be long."""

NAMED = 4
"""How many ids an error lists."""


class Store:
    """A record that can be read by many and written by one at a time.

    Open it with :meth:`open`, best in a ``with`` statement. Opened with ``create=True`` it holds the right to write
    until it is closed; otherwise each writing call takes that right for its own time. A store may be used from several
    threads, but must not be carried into a forked process.
    """

    def __init__(self, folder: Path, engine: Engine, lock: WriteLock) -> None:
        self._folder = folder
        self._engine = engine
        self._lock = lock

    @classmethod
    def open(cls, folder: Path, *, create: bool = False) -> Self:
        """Open the record in the folder; with ``create``, for building, and make it when there is none.

        Raises:
            RecordError: the folder is no record, or one that this marsad cannot open.
            RecordBusyError: it was to be built, or brought up to date, while another build is writing into it.
        """
        path = folder / DATABASE
        lock = WriteLock(folder / LOCK)
        if create:
            _make_folder(folder)
            lock.take()
        elif not path.is_file():
            raise _no_record(folder)
        store = cls(folder, sqlite.engine_for(path), lock)
        try:
            store._prepare(create=create)
        except BaseException:
            store.close()
            raise
        return store

    def _prepare(self, *, create: bool) -> None:
        with self._transaction() as connection:
            found = self._version(connection)
        if found == schema.newest():
            return
        if found == 0 and not create:
            raise _no_record(self._folder)
        with self._writing() as connection:
            if found == 0:
                schema.create(connection)
            else:
                schema.migrate(connection)

    def _version(self, connection: Connection) -> int:
        try:
            return schema.version(connection)
        except RecordError as error:
            raise RecordError(f"{self._folder} is no record: {error}") from None

    def close(self) -> None:
        """Give back files and lock."""
        self._engine.dispose()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """Give a connection in a transaction of its own, its errors turned into one line for a person."""
        try:
            with self._engine.begin() as connection:
                yield connection
        except (IntegrityError, ProgrammingError):
            raise
        except DatabaseError as error:
            said = sqlite.in_words(error.orig)
            raise RecordError(f"{self._folder / DATABASE} cannot be used: {said}") from error

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Give a connection in a transaction that no other writer disturbs."""
        took = not self._lock.held
        if took:
            self._lock.take()
        try:
            with self._transaction() as connection:
                yield connection
        finally:
            if took:
                self._lock.release()

    def _bodies(self, table: Table, type_: type[T], after: str = "") -> Iterator[T]:
        """Give the table's values by id, a page at a time, with no connection kept between the pages."""
        query = select(table.c.id, table.c.body).order_by(table.c.id).limit(PAGE)
        last = after
        while True:
            with self._transaction() as connection:
                rows = connection.execute(query.where(table.c.id > last)).all()
            if not rows:
                return
            for _, body in rows:
                yield self._decoded(body, type_)
            last = rows[-1][0]

    def _body(self, table: Table, id: str, type_: type[T]) -> T:
        with self._transaction() as connection:
            body: str | None = connection.execute(select(table.c.body).where(table.c.id == id)).scalar()
        if body is None:
            raise KeyError(id)
        return self._decoded(body, type_)

    def _decoded(self, body: str, type_: type[T]) -> T:
        """Return the value that a row holds, in a record that may have been damaged or made by another program."""
        try:
            return from_json(body, type_)
        except (msgspec.DecodeError, ValueError) as error:
            raise RecordError(f"{self._folder / DATABASE} is damaged: {error}") from error

    def documents(self, after: str = "") -> Iterator[Document]:
        """All documents by id, those that could not be read among them; ``after`` leaves out those up to that id."""
        return self._bodies(DOCUMENTS, Document, after)

    def claims(self) -> Iterator[ResolvedClaim]:
        """All claims by id."""
        return self._bodies(CLAIMS, ResolvedClaim)

    def events(self) -> Iterator[Event]:
        """All events by id."""
        return self._bodies(EVENTS, Event)

    def document(self, id: str) -> Document:
        """One document; raises :class:`KeyError` when there is none of that id."""
        return self._body(DOCUMENTS, id, Document)

    def claim(self, id: str) -> ResolvedClaim:
        """One claim; raises :class:`KeyError` when there is none of that id."""
        return self._body(CLAIMS, id, ResolvedClaim)

    def copies(self, document: str) -> tuple[Copy, ...]:
        """Return the copies of that document's text elsewhere, sorted."""
        query = select(COPIES.c.of, COPIES.c.document, COPIES.c.share, COPIES.c.kind)
        with self._transaction() as connection:
            rows = connection.execute(query.where(COPIES.c.of == document).order_by(COPIES.c.document)).all()
        return tuple(Copy(*row) for row in rows)

    def timeline(self) -> Iterator[Event]:
        """All events by their first day, those without one at the end."""
        query = select(EVENTS.c.id).order_by(EVENTS.c.start.is_(None), EVENTS.c.start, EVENTS.c.id)
        with self._transaction() as connection:
            ids = connection.execute(query).scalars().all()
        for page in writing.chunks(ids, PAGE):
            yield from self._each(EVENTS, page, Event)

    def event(self, id: str) -> Event:
        """One event, by its id or by as much of it as no other event shares, with or without ``e-``.

        Raises:
            NoSuchEventError: no event, or more than one, begins so.
        """
        beginning = id if id.startswith("e-") else f"e-{id}"
        query = select(EVENTS.c.id).where(EVENTS.c.id.startswith(beginning, autoescape=True))
        with self._transaction() as connection:
            found = connection.execute(query.order_by(EVENTS.c.id).limit(NAMED + 1)).scalars().all()
        if not found:
            raise NoSuchEventError(f"no event {id!r} in {self._folder}; list them with: marsad show {self._folder}")
        if len(found) > 1 and found[0] != beginning:
            shown = ", ".join(found[:NAMED]) + (", …" if len(found) > NAMED else "")
            raise NoSuchEventError(f"more than one event begins with {id!r}: {shown}; write more of the id")
        return self._body(EVENTS, found[0], Event)

    def claims_of(self, event: Event) -> tuple[ResolvedClaim, ...]:
        """Return the event's claims in its order."""
        return tuple(self._each(CLAIMS, event.claims, ResolvedClaim))

    def _each(self, table: Table, ids: Sequence[str], type_: type[T]) -> Iterator[T]:
        """Give the values of those ids, in their order."""
        for chunk in writing.chunks(ids):
            with self._transaction() as connection:
                rows = connection.execute(select(table.c.id, table.c.body).where(table.c.id.in_(chunk))).all()
            bodies = {row.id: row.body for row in rows}
            yield from (self._decoded(bodies[wanted], type_) for wanted in chunk)

    def search(self, words: Sequence[str], limit: int = 20) -> tuple[Hit, ...]:
        """Return the documents and claims that hold all the words, best first."""
        with self._transaction() as connection:
            return sqlite.search(connection, words, limit)

    def counts(self) -> Counts:
        """Count what the record holds."""
        with self._transaction() as connection:
            return counts(connection)

    def issues(self) -> tuple[DocumentIssue, ...]:
        """Return what was wrong with reports, by path."""
        query = select(DOCUMENTS.c.path, DOCUMENTS.c.id, ISSUES.c.code, ISSUES.c.message)
        joined = query.select_from(ISSUES.join(DOCUMENTS)).order_by(DOCUMENTS.c.path, DOCUMENTS.c.id, ISSUES.c.position)
        with self._transaction() as connection:
            return tuple(DocumentIssue(*row) for row in connection.execute(joined))

    def known(self, ids: Iterable[str]) -> set[str]:
        """Return those of the documents' ids that the record holds."""
        with self._transaction() as connection:
            return writing.known_ids(connection, DOCUMENTS, ids)

    @property
    def fresh(self) -> bool:
        """Whether the events are those of exactly the present claims and decisions, by this version of marsad."""
        with self._transaction() as connection:
            return read_meta(connection, "events_by") == __version__

    def add(self, batch: Iterable[writing.Read]) -> None:
        """Add documents with their claims in one transaction; those already there stay as they are.

        Raises:
            RecordBusyError: another build is writing.
        """
        with self._writing() as connection:
            if writing.add_documents(connection, batch):
                writing.mark_stale(connection)

    @property
    def figures_rule(self) -> str | None:
        """The rule by which the figures of the events come about; None before a build has named one."""
        with self._transaction() as connection:
            return read_meta(connection, "figures_rule")

    def keep_figures_rule(self, rule: str) -> None:
        """Keep the rule for figures; events by another rule are no longer those of the record.

        Raises:
            RecordBusyError: another build is writing.
        """
        with self._writing() as connection:
            if read_meta(connection, "figures_rule") != rule:
                write_meta(connection, "figures_rule", rule)
                writing.mark_stale(connection)

    @property
    def read_by(self) -> str:
        """What read the claims of this record; empty where nothing has, or an earlier marsad."""
        with self._transaction() as connection:
            return read_meta(connection, "read_by") or ""

    def set_read_by(self, reader: str) -> None:
        """Note that all claims are those of this reader."""
        with self._writing() as connection:
            write_meta(connection, "read_by", reader)
            write_meta(connection, "read_anew", "")

    def to_read_anew(self, reader: str) -> Iterator[Document]:
        """Return the documents that this reader has not read yet, by id."""
        with self._transaction() as connection:
            by, _, last = (read_meta(connection, "read_anew") or "").rpartition(" ")
        return self.documents(last if by == reader else "")

    def put_anew(self, batch: Sequence[writing.Read], reader: str) -> None:
        """Put what this reader found in the place of what another one did, in one transaction; the events go.

        Batches come in the order of :meth:`to_read_anew`.

        Raises:
            RecordBusyError: another build is writing.
        """
        with self._writing() as connection:
            writing.replace_documents(connection, batch)
            write_meta(connection, "read_anew", f"{reader} {batch[-1][0].id}")

    def replace_events(self, events: Iterable[Event], copies: Iterable[Copy]) -> None:
        """Write the events and copies computed from all claims and decisions, in one transaction.

        Raises:
            RecordBusyError: another build is writing.
        """
        with self._writing() as connection:
            writing.replace_all_events(connection, events, copies)
            write_meta(connection, "events_by", __version__)

    def decisions(self) -> tuple[Decision, ...]:
        """Return the analysts' decisions in the order they were made."""
        return tuple(sorted(self._bodies(DECISIONS, Decision), key=lambda decision: (decision.made, decision.id)))

    def decide(self, decision: Decision) -> None:
        """Add a decision; none is ever changed or taken away.

        Raises:
            RecordBusyError: a build is writing.
        """
        with self._writing() as connection:
            writing.append_decision(connection, decision)


def _make_folder(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise RecordError(f"{folder} is a file, and a record is a folder: choose another name")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordError(f"{folder} cannot be made a record: {error.strerror or error}") from error


def _no_record(folder: Path) -> RecordError:
    return RecordError(f"{folder} is no record; make one with: marsad build REPORTS -o {folder}")

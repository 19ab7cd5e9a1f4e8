"""A user's own tables of parties and places: taken into use, and kept in the record that was built with them.

A record keeps copies of the tables that it was begun with, and what comes into it later is read with these: the same
reports and tables give the same record, on another machine too.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from marsad.errors import RecordError
from marsad.facts import as_lines, own_parties, read_own, use_parties
from marsad.resolve.places import digest_of, layer_in_use, use_layer

FOLDER = "tables"
PARTIES, GAZETTEER = "parties.jsonl", "gazetteer.db"


class OwnTables(Struct, frozen=True):
    """The files of a user's own tables: a table of parties, a layer over the gazetteer."""

    parties: Path | None = None
    gazetteer: Path | None = None


NONE = OwnTables()


def in_use() -> OwnTables:
    """Return the tables that are in use in this process."""
    return OwnTables(own_parties(), layer_in_use())


def use(tables: OwnTables) -> None:
    """Take tables into use in this process.

    Raises:
        FactsError: one cannot be read, or a line is at fault.
    """
    use_parties(tables.parties)
    use_layer(tables.gazetteer)


@contextmanager
def using(tables: OwnTables) -> Iterator[None]:
    """Take tables into use for a while.

    Raises:
        FactsError: one cannot be read, or a line is at fault.
    """
    before = in_use()
    try:
        use(tables)
        yield
    finally:
        use(before)


def require_usable(tables: OwnTables) -> None:
    """Check tables before anything is made of them.

    Raises:
        FactsError: one cannot be read, or a line is at fault.
    """
    with using(tables):
        pass


def kept(record: Path) -> OwnTables:
    """Return the tables that a record was begun with."""
    parties, gazetteer = record / FOLDER / PARTIES, record / FOLDER / GAZETTEER
    return OwnTables(parties if parties.is_file() else None, gazetteer if gazetteer.is_file() else None)


def keep(record: Path, given: OwnTables, *, begun: bool) -> OwnTables:
    """Copy the tables given into a record that begins, and return those that it keeps.

    Raises:
        RecordError: the record was begun with other tables.
    """
    if begun:
        return _require_same(record, given)
    folder = record / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    if given != NONE:
        folder.mkdir()
    if given.parties is not None:
        (folder / PARTIES).write_bytes(as_lines(read_own(given.parties)))
    if given.gazetteer is not None:
        shutil.copyfile(given.gazetteer, folder / GAZETTEER)
    return kept(record)


def _require_same(record: Path, given: OwnTables) -> OwnTables:
    own = kept(record)
    other = []
    if given.parties is not None and (own.parties is None or read_own(given.parties) != read_own(own.parties)):
        other.append("parties")
    if given.gazetteer is not None and (
        own.gazetteer is None or digest_of(given.gazetteer) != digest_of(own.gazetteer)
    ):
        other.append("places")
    if other:
        told = " and ".join(other)
        raise RecordError(f"{record} was begun with other {told} than these; build into a new folder to use them")
    return own

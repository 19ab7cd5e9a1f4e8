"""Versions of the tables, and the way from each to the next."""

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, inspect

from marsad.errors import RecordError
from marsad.store.meta import read_meta, write_meta
from marsad.store.sqlite import create_index
from marsad.store.tables import META, METADATA

Step = Callable[[Connection], None]

STEPS: tuple[Step, ...] = ()
"""Step i changes tables of version i + 1 into those of version i + 2, in the transaction it is given."""


def newest(steps: Sequence[Step] = STEPS) -> int:
    """Return the version that the steps lead to."""
    return len(steps) + 1


def version(connection: Connection) -> int:
    """Return the version of the tables; 0 when the database has none.

    Raises:
        RecordError: the database is not of marsad.
    """
    names = inspect(connection).get_table_names()
    if not names:
        return 0
    found = read_meta(connection, "schema") if META.name in names else None
    if found is None or not found.isdigit():
        raise RecordError("its record.db is of another program; choose another folder")
    return int(found)


def create(connection: Connection) -> None:
    """Make the tables of the newest version in an empty database."""
    METADATA.create_all(connection)
    create_index(connection)
    write_meta(connection, "schema", str(newest()))
    write_meta(connection, "events_by", "")


def migrate(connection: Connection, steps: Sequence[Step] = STEPS) -> None:
    """Bring older tables to the newest version, one step after another.

    Raises:
        RecordError: the tables are newer than this marsad knows.
    """
    found = version(connection)
    if found > newest(steps):
        raise RecordError(
            f"the record is of version {found}, this marsad knows up to {newest(steps)}; update it with: "
            "pip install --upgrade marsad"
        )
    for step in steps[found - 1 :]:
        step(connection)
    if found < newest(steps):
        write_meta(connection, "schema", str(newest(steps)))

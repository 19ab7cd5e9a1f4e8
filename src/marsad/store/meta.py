"""Facts of the record as a whole."""

from sqlalchemy import Connection, delete, insert, select

from marsad.store.tables import META


def read_meta(connection: Connection, name: str) -> str | None:
    """Return the value of that name, or None."""
    value: str | None = connection.execute(select(META.c.value).where(META.c.name == name)).scalar()
    return value


def write_meta(connection: Connection, name: str, value: str) -> None:
    """Set the value of that name."""
    connection.execute(delete(META).where(META.c.name == name))
    connection.execute(insert(META).values(name=name, value=value))

from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from marsad.errors import RecordError
from marsad.store import Store, schema, sqlite
from marsad.store.meta import read_meta, write_meta


def add_column(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE documents ADD COLUMN country TEXT"))


def fail(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE documents ADD COLUMN region TEXT"))
    raise RuntimeError("stopped")


def columns(connection: Connection) -> list[str]:
    return [row[1] for row in connection.exec_driver_sql("PRAGMA table_info(documents)")]


def test_older_tables_are_brought_up_to_date_step_by_step(tmp_path: Path) -> None:
    Store.open(tmp_path, create=True).close()
    engine = sqlite.engine_for(tmp_path / "record.db")
    with engine.begin() as connection:
        schema.migrate(connection, (*schema.STEPS, add_column))
        assert "country" in columns(connection)
        assert read_meta(connection, "schema") == str(schema.newest() + 1)
        schema.migrate(connection, (*schema.STEPS, add_column))
    engine.dispose()


def test_a_step_that_fails_changes_nothing(tmp_path: Path) -> None:
    Store.open(tmp_path, create=True).close()
    engine = sqlite.engine_for(tmp_path / "record.db")
    with pytest.raises(RuntimeError, match="stopped"), engine.begin() as connection:
        schema.migrate(connection, (*schema.STEPS, add_column, fail))
    with engine.begin() as connection:
        assert not {"country", "region"} & set(columns(connection))
        assert schema.version(connection) == schema.newest()
    engine.dispose()


@pytest.mark.parametrize("create", [True, False])
def test_a_newer_record_is_refused_with_what_to_do(tmp_path: Path, create: bool) -> None:  # noqa: FBT001
    Store.open(tmp_path, create=True).close()
    engine = sqlite.engine_for(tmp_path / "record.db")
    with engine.begin() as connection:
        write_meta(connection, "schema", "99")
    engine.dispose()
    with pytest.raises(RecordError, match=r"of version 99.*pip install --upgrade marsad"):
        Store.open(tmp_path, create=create)

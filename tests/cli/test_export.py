from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("format", "names"),
    [
        ("jsonl", ["documents.jsonl", "claims.jsonl", "events.jsonl"]),
        ("csv", ["events.csv", "claims.csv"]),
        ("geojson", ["events.geojson"]),
    ],
)
def test_the_files_written_are_named(run: Run, record: Path, tmp_path: Path, format: str, names: list[str]) -> None:
    out = tmp_path / "out"
    ran = run("export", record, "--format", format, "-o", out)
    assert (ran.code, ran.out.splitlines()) == (0, [str(out / name) for name in names])
    assert all((out / name).stat().st_size for name in names)


def test_names_are_withheld_unless_asked_for(run: Run, record: Path, tmp_path: Path) -> None:
    run("export", record, "-f", "csv", "-o", tmp_path)
    assert b"Olena" not in (tmp_path / "claims.csv").read_bytes()
    run("export", record, "-f", "csv", "-o", tmp_path, "--with-names")
    assert b"Olena Tkach" in (tmp_path / "claims.csv").read_bytes()

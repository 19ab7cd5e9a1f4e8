"""The command line: tables, errors, and one line of JSON last."""

import json
from pathlib import Path

import pytest

from evaluation import speed
from evaluation.__main__ import MEASUREMENTS, located, main

DOCUMENTATION = Path(__file__).parents[2] / "docs" / "evaluation.md"


def test_the_last_line_is_the_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "own.txt"
    path.write_text("# Garden\nThe roses need water.\n", encoding="utf-8")
    assert main(["ordinary", str(path), "--extractor", "encoder.v1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert json.loads(lines[-1]) == {
        "measurement": "ordinary",
        "extractor": "encoder.v1",
        "sentences": 1,
        "with_claim": 0,
        "left_alone": 1.0,
    }
    assert any("Garden" in line and "100.0 %" in line for line in lines)


def test_only_so_many_errors_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    main(["wording", "--errors", "1"])
    lines = capsys.readouterr().out.splitlines()
    assert sum("not followed" in line for line in lines) <= 1


def test_paths_are_found_in_the_folder_of_corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dev.jsonl").touch()
    monkeypatch.setenv("MARSAD_CORPORA", str(tmp_path))
    assert located(Path("dev.jsonl")) == tmp_path / "dev.jsonl"
    assert located(Path("none.jsonl")) is None


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["sentences"], "needs a path"),
        (["sentences", "no/such/file.jsonl"], "needs a path that exists"),
        ([], "name a measurement"),
        (["nonsense"], "invalid choice"),
    ],
)
def test_wrong_use_is_told_in_a_line(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert told in capsys.readouterr().err


def test_a_file_of_another_format_is_told_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "other.jsonl"
    path.write_text('{"id": 1}\n', encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["sentences", str(path)])
    assert "other.jsonl, line 1" in capsys.readouterr().err


@pytest.mark.slow
def test_speed_builds_a_record() -> None:
    assert speed.measure(10).figures["reports"] == 10


def test_every_measurement_is_documented() -> None:
    told = DOCUMENTATION.read_text(encoding="utf-8")
    assert [name for name in MEASUREMENTS if f"| `{name}` |" not in told] == []

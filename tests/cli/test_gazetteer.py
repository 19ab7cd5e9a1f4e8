import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MARSAD_GAZETTEER", str(tmp_path / "own" / "gazetteer.db"))
    path = tmp_path / "mine.csv"
    path.write_text("name,lat,lon,country,aliases\nZubqarah,19.5,30.4,SD,Zubkara|Zoubkara\n", encoding="utf-8")
    return path


def test_candidates_are_told_with_their_scores(run: Run) -> None:
    lines = run("gazetteer", "find", "Al-Fashir", "--near", "Sudan").out.splitlines()
    assert lines[0] == "El Fasher, North Darfur, Sudan  town  geonames:379555  taken"
    assert "13.6" in lines[1]
    assert lines[2].startswith("  score ")
    assert "country +4.00" in lines[2]


def test_json_has_one_candidate_a_line(run: Run) -> None:
    rows = [json.loads(line) for line in run("gazetteer", "find", "Springfield", "--json", "-n", "3").out.splitlines()]
    assert len(rows) == 3
    assert [row["taken"] for row in rows][1:] == [False, False]
    assert all(abs(sum(row["weights"].values()) - row["score"]) < 0.05 for row in rows)


def test_what_is_not_shown_is_counted(run: Run) -> None:
    assert run("gazetteer", "find", "Springfield", "-n", "1").out.splitlines()[-1].startswith("and ")


def test_a_country_is_held_to_by_code_or_name(run: Run) -> None:
    for country in ("LB", "lb", "Lebanon"):
        out = run("gazetteer", "find", "Tripoli", "--country", country).out
        assert "Lebanon" in out
        assert "Libya" not in out


def test_nothing_found_is_said_with_a_hint(run: Run) -> None:
    assert run("gazetteer", "find", "Raqa").out == (
        "no place of that name; other spellings are looked for with --near COUNTRY\n"
    )
    assert run("gazetteer", "find", "Xqwzv", "--near", "Syria").out == "no place of that name\n"
    ran = run("gazetteer", "find", "Raqa", "--near", "Xqwzv")
    assert (ran.code, ran.err) == (1, "marsad: the gazetteer has no place called 'Xqwzv'\n")


def test_added_places_are_found_and_used(run: Run, places: Path, tmp_path: Path) -> None:
    added = run("gazetteer", "add", places)
    assert (added.code, added.out.splitlines()[0]) == (0, "1 place of mine.csv added")
    assert "own:zubqarah  taken" in run("gazetteer", "find", "Zoubkara", "--near", "Sudan").out
    (tmp_path / "a.txt").write_text("Gunmen raided Zubqarah in Sudan on 3 May 2024, police said.", encoding="utf-8")
    built = run("build", tmp_path / "a.txt", "-o", tmp_path / "record")
    assert f"It was read with places of your own, kept in {tmp_path / 'record' / 'tables'}" in built.out
    assert "Zubqarah, SD" in run("show", tmp_path / "record").out
    other = run("build", tmp_path / "a.txt", "-o", tmp_path / "other", "--gazetteer", "none")
    assert "of your own" not in other.out


def test_a_layer_can_lie_anywhere(run: Run, places: Path, tmp_path: Path) -> None:
    layer = tmp_path / "project.db"
    row = json.loads(run("gazetteer", "add", places, "--layer", layer, "--json").out)
    assert row == {"source": "mine.csv", "places": 1, "total": 1, "layer": str(layer)}
    assert "own:zubqarah" in run("gazetteer", "find", "Zubqarah", "--layer", layer).out
    assert "own:zubqarah" not in run("gazetteer", "find", "Zubqarah").out


@pytest.mark.parametrize(
    "arguments", [("gazetteer",), ("gazetteer", "fnd"), ("gazetteer", "find"), ("parties", "find")]
)
def test_wrong_usage_names_the_help(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert f"see `marsad {arguments[0]}" in ran.err


@pytest.mark.parametrize("command", [("gazetteer", "find"), ("gazetteer", "add"), ("parties", "find")])
def test_each_command_explains_itself_with_examples(run: Run, command: tuple[str, str]) -> None:
    ran = run(*command, "--help")
    assert ran.code == 0
    assert f"Usage: marsad {' '.join(command)}" in ran.out
    assert f"    marsad {' '.join(command)} " in ran.out

import json
from pathlib import Path

from tests import sample_record as sample
from tests.cli.conftest import Run


def test_hits_name_outlet_path_and_event(run: Run, record: Path) -> None:
    ran = run("search", record, "medic", "livestock")
    assert ran.code == 0
    assert f"Nile Courier  sudan/again.txt  {sample.MARKET_EVENT.id}" in ran.out
    assert "A medic in El Fasher counted 14 dead" in ran.out


def test_json_has_one_hit_a_line(run: Run, record: Path) -> None:
    hits = [json.loads(line) for line in run("search", record, "drone", "--json").out.splitlines()]
    assert {hit["kind"] for hit in hits} == {"document", "claim"}
    assert {hit["event"] for hit in hits} == {None, sample.STRIKE_EVENT.id}


def test_nothing_found_is_said_and_fine(run: Run, record: Path) -> None:
    ran = run("search", record, "volcano")
    assert (ran.code, ran.out) == (0, "nothing found\n")
    assert run("search", record, "volcano", "--json").out == ""


def test_words_that_mean_something_to_the_index_are_only_words(run: Run, record: Path) -> None:
    assert run("search", record, 'NEAR("', "OR", "(").code == 0


def test_the_limit_holds(run: Run, record: Path) -> None:
    assert len(run("search", record, "Fasher", "--json", "--limit", "2").out.splitlines()) == 2

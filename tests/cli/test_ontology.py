import json

from marsad.ontology import load
from tests.cli.conftest import Run


def test_all_codes_are_listed(run: Run) -> None:
    ran = run("ontology")
    assert ran.code == 0
    for code in [*load().event_types, *load().measures, *load().grades]:
        assert f" {code} " in ran.out


def test_a_heading_stands_over_its_types(run: Run) -> None:
    lines = run("ontology", "event_types").out.splitlines()
    assert lines[0] == "Event types"
    heading = next(index for index, line in enumerate(lines) if line.startswith("  remote_violence "))
    assert lines[heading + 1].startswith("    ")


def test_one_vocabulary_can_be_listed(run: Run) -> None:
    ran = run("ontology", "measures")
    assert "killed" in ran.out
    assert "air_strike" not in ran.out


def test_a_type_is_explained_with_other_codes(run: Run) -> None:
    entry = load().event_type("territory_captured")
    ran = run("ontology", entry.code)
    for part in (
        entry.definition,
        entry.example,
        entry.counter_example,
        "Government regains territory (state initiator)",
        "type of violence 1",
        "quad 4",
    ):
        assert part in ran.out


def test_a_code_of_several_vocabularies_is_explained_in_each(run: Run) -> None:
    found = [json.loads(line)["vocabulary"] for line in run("ontology", "unknown", "--json").out.splitlines()]
    assert {"victim_classes", "source_kinds"} <= set(found)


def test_json_has_one_entry_a_line(run: Run) -> None:
    entries = [json.loads(line) for line in run("ontology", "--json").out.splitlines()]
    assert {entry["code"] for entry in entries} >= set(load().event_types)
    [strike] = [entry for entry in entries if entry["code"] == "air_strike"]
    assert strike["acled"][0]["sub_event_type"] == "Air/drone strike"
    assert strike["ucdp"][0]["type_of_violence"] == 1
    assert strike["plover"][0]["quad"] == 4

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import marsad.ontology
from marsad.errors import FactsError
from marsad.ontology import Ontology, load, load_from

PACKAGE = Path(marsad.ontology.__file__).parent

DESIGNED = """
armed_clash territory_captured air_strike shelling explosive_device suicide_bombing grenade chemical_weapon
attack_on_civilians execution abduction sexual_violence protest riot agreement arrest weapons_seized base_established
looting_or_destruction withdrawal transfer_of_territory displacement aid_or_supply deployment statement threat
violence_other
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the shipped vocabularies to where a test may spoil them."""
    for name in ("data", "crosswalks"):
        shutil.copytree(PACKAGE / name, tmp_path / name)
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_shipped_vocabularies_hold_what_the_record_promises() -> None:
    ontology = load()
    assert {entry.code for entry in ontology.leaves()} == set(DESIGNED.split())
    excluded = {entry.code for entry in ontology.leaves(with_excluded=True)} - {e.code for e in ontology.leaves()}
    assert excluded == {"crime", "accident_or_disaster"}
    assert set(ontology.modalities) == {"happened", "ongoing", "planned", "threatened", "possible", "denied"}
    assert list(ontology.place_precisions) == ["exact", "near", "district", "province", "region", "country"]
    assert list(ontology.time_precisions) == ["day", "days", "week", "month", "year", "longer"]
    assert {"killed", "injured", "captured", "displaced", "missing", "destroyed", "targeted", "area"} == set(
        ontology.measures
    )
    assert set(ontology.victim_classes) == set(
        "civilian combatant child woman security aid_worker journalist prisoner mixed unknown".split()
    )
    assert set(ontology.wordings) == set("exactly at_least more_than at_most about dozens range some".split())
    assert list(ontology.grades) == ["confirmed", "fair", "weak", "contested", "discounted"]


@pytest.mark.parametrize(
    "vocabulary",
    [
        "event_types",
        "measures",
        "modalities",
        "victim_classes",
        "actor_kinds",
        "source_kinds",
        "place_precisions",
        "time_precisions",
        "wordings",
        "grades",
    ],
)
def test_every_entry_is_told_apart_by_words_of_its_own(vocabulary: str) -> None:
    entries = getattr(load(), vocabulary).values()
    for field in ("label", "definition"):
        said = [getattr(entry, field) for entry in entries]
        assert len(set(said)) == len(said)
    for entry in entries:
        assert entry.example != entry.counter_example
        assert entry.definition.endswith(".")


def test_compatible_types_name_each_other() -> None:
    ontology = load()
    strike, shelling = ontology.event_type("air_strike"), ontology.event_type("shelling")
    assert strike.may_be_same_as("shelling")
    assert shelling.may_be_same_as("air_strike")
    assert strike.may_be_same_as("air_strike")
    assert not strike.may_be_same_as("agreement")


def test_loading_is_quick_and_done_once() -> None:
    started = time.perf_counter()
    load_from(PACKAGE)
    assert time.perf_counter() - started < 2.0
    assert load() is load()


SLIPS: list[tuple[str, str, str, str]] = [
    ("data/grades.yaml", "parent: null", "parent: nobody", "no parent 'nobody'"),
    ("data/measures.yaml", "parent: null", "parent: killed", "its own ancestor"),
    ("data/measures.yaml", "unit: persons", "unit: litres", "litres"),
    ("data/measures.yaml", "unit: persons", "unit: persons\n  colour: red", "colour"),
    ("data/wordings.yaml", "example: eleven people died", 'example: ""', "length >= 3"),
    ("data/wordings.yaml", "\nrange:", "\nexactly:", "stands twice"),
    ("data/wordings.yaml", "\nrange:", "\nRange!:", "Range!"),
    ("data/wordings.yaml", "exactly:\n", "exactly: word\nat_most2:\n", "exactly is no mapping"),
    ("data/place_precisions.yaml", "ucdp_where_prec: 6", "ucdp_where_prec: 9", "<= 7"),
    ("data/grades.yaml", "confirmed:", "confirmed: [", "grades.yaml"),
    ("data/event_types.yaml", "parent: battle", "parent: shelling", "its parent is no group"),
    ("data/event_types.yaml", "parent: speech", "parent: null", "stands under a group"),
    ("data/event_types.yaml", "family: ground", "", "no family"),
    ("data/event_types.yaml", "compatible: [protest,", "compatible: [", "not the other way round"),
    ("data/event_types.yaml", "compatible: [base_established, ", "compatible: [base_established, battle, ", "no leaf"),
    (
        "data/event_types.yaml",
        "compatible: [base_established, ",
        "compatible: [base_established, deployment, ",
        "with itself",
    ),
    ("data/event_types.yaml", "measures: [killed, injured, displaced]", "measures: [wealth]", "no measure 'wealth'"),
    ("data/event_types.yaml", "where: where they fought, ", "", "roles need where and when"),
    ("data/event_types.yaml", "roles: {who: the speaker", "roles: {speaker: the speaker", "speaker"),
    ("data/event_types.yaml", "\n  group: true", "\n  group: true\n  family: ground", "no fields of a leaf"),
    ("data/event_types.yaml", "parent: other_violence", "parent: battle", "a group without entries"),
    ("crosswalks/acled.csv", "threat,,Strategic", "menace,,Strategic", "no row for threat"),
    ("crosswalks/acled.csv", "protest,intervention", "protest,lethal_intervention", "two rows for one case"),
    ("crosswalks/acled.csv", "protest,intervention", "protest,rain", "rain"),
    ("crosswalks/ucdp.csv", "threat,,", "threat,,\nthreat,,", "two rows"),
    ("crosswalks/ucdp.csv", "armed_clash,1", "armed_clash,4", "ucdp.csv"),
    ("crosswalks/plover.csv", "crime,,,,", "battle,,,,", "no row for crime"),
    ("crosswalks/plover.csv", "crime,,,,", "crime,,,,\nbattle,,,,", "no leaf"),
    ("crosswalks/plover.csv", "-10", "minus ten", "is no number"),
]


@pytest.mark.parametrize(("file", "old", "new", "complaint"), SLIPS, ids=[f"{s[0]}: {s[3]}" for s in SLIPS])
def test_a_slip_in_a_file_is_refused(folder: Path, file: str, old: str, new: str, complaint: str) -> None:
    change(folder / file, old, new)
    with pytest.raises(FactsError, match=complaint.replace("!", ".")):
        load_from(folder)


def empty(path: Path) -> None:
    path.write_text("", encoding="utf-8")


@pytest.mark.parametrize("spoil", [Path.unlink, empty])
@pytest.mark.parametrize("file", ["data/modalities.yaml", "crosswalks/ucdp.csv"])
def test_a_file_that_is_missing_or_empty_is_refused(folder: Path, file: str, spoil: Callable[[Path], None]) -> None:
    spoil(folder / file)
    with pytest.raises(FactsError, match=file.split("/")[1]):
        load_from(folder)


def test_vocabularies_cannot_be_changed() -> None:
    ontology: Ontology = load()
    with pytest.raises(TypeError):
        ontology.measures["killed"] = ontology.measures["injured"]  # type: ignore[index]
    with pytest.raises(AttributeError):
        ontology.measures["killed"].label = "Dead"  # type: ignore[misc]

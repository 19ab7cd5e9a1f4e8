"""Floors only rise, but for a reason, and the shipped ones hold."""

from pathlib import Path

import pytest

from evaluation import floors
from evaluation.floors import Floors, check, raise_floors, read
from marsad.extract import default_extractor


def measured(left_alone: float, roles: float = 0.5, digest: str = "abc") -> Floors:
    values = {"ordinary": {"left_alone": left_alone}, "wording": {"roles": roles}}
    return Floors("told.v1", {"ordinary": digest}, values)


def test_a_figure_below_its_floor_breaks_it() -> None:
    faults = check(measured(0.9), measured(0.8))
    assert faults == ["ordinary: left_alone is 0.8000, below its floor of 0.9000"]


def test_a_hair_below_is_within_tolerance() -> None:
    assert check(measured(0.9), measured(0.895)) == []


def test_other_data_breaks_the_check_even_where_the_figures_are_better() -> None:
    assert "data changed" in check(measured(0.9), measured(0.99, digest="xyz"))[0]


def test_a_figure_that_is_not_measured_any_more_breaks_its_floor() -> None:
    assert check(measured(0.9), Floors("told.v1", {"ordinary": "abc"}, {"wording": {"roles": 0.5}}))


def test_floors_rise(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert raise_floors(path, measured(0.8)) == []
    assert raise_floors(path, measured(0.9)) == []
    assert read(path).floors["ordinary"]["left_alone"] == 0.9


def test_no_floor_falls_without_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    raise_floors(path, measured(0.9, 0.5))
    before = path.read_bytes()
    faults = raise_floors(path, measured(0.89, 0.6))
    assert faults[0] == "ordinary: left_alone would fall from 0.9000 to 0.8900"
    assert path.read_bytes() == before


def test_a_floor_that_falls_with_a_reason_keeps_it_on_file(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    raise_floors(path, measured(0.9))
    assert raise_floors(path, measured(0.7), lower_because="a hundred harder sentences") == []
    raise_floors(path, measured(0.8))
    (lowered,) = read(path).lowered
    assert (lowered.before, lowered.after, lowered.reason) == (0.9, 0.7, "a hundred harder sentences")


@pytest.mark.slow
def test_the_floors_that_ship_hold() -> None:
    assert check(read(floors.FILE), floors.measure(default_extractor())) == []

import json
from pathlib import Path
from typing import Any

import pytest

from marsad.export import export
from marsad.store import Store
from tests import sample_record as sample


@pytest.fixture
def collection(tmp_path: Path) -> dict[str, Any]:
    with Store.open(tmp_path / "record", create=True) as store:
        sample.fill(store)
        [path] = export(store, "geojson", tmp_path / "out")
    found: dict[str, Any] = json.loads(path.read_bytes())
    return found


def test_it_is_a_collection_of_features(collection: dict[str, Any]) -> None:
    assert collection["type"] == "FeatureCollection"
    assert {feature["type"] for feature in collection["features"]} == {"Feature"}
    assert [feature["id"] for feature in collection["features"]] == sorted(event.id for event in sample.EVENTS)


@pytest.mark.parametrize(
    ("id", "geometry"),
    [
        (sample.MARKET_EVENT.id, {"type": "Point", "coordinates": [25.349, 13.628]}),
        (sample.KIDNAP_EVENT.id, None),
        (sample.ANSWER_EVENT.id, None),
    ],
    ids=["longitude first", "a country is no point", "nowhere"],
)
def test_points(collection: dict[str, Any], id: str, geometry: dict[str, Any] | None) -> None:
    [feature] = [feature for feature in collection["features"] if feature["id"] == id]
    assert feature["geometry"] == geometry


def test_uncertainty_and_dispute_are_properties(collection: dict[str, Any]) -> None:
    found = {feature["id"]: feature["properties"] for feature in collection["features"]}
    assert found[sample.MARKET_EVENT.id]["radius_km"] == 3.0
    assert found[sample.MARKET_EVENT.id]["disputed"] is True
    assert found[sample.KIDNAP_EVENT.id]["radius_km"] == 600.0
    assert found[sample.STRIKE_EVENT.id]["disputed"] is False
    assert found[sample.STRIKE_EVENT.id]["whom"] == ["name withheld"]


def test_a_record_of_nothing_is_an_empty_collection(tmp_path: Path) -> None:
    with Store.open(tmp_path / "record", create=True) as store:
        [path] = export(store, "geojson", tmp_path / "out")
    assert json.loads(path.read_bytes()) == {"type": "FeatureCollection", "features": []}

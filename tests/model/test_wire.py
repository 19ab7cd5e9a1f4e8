"""What is encoded is the record's format: every field present, unknown is null, ``for`` is called ``for``."""

import json
from datetime import date

import msgspec
import pytest

from marsad.model import EventTime, Place, Time, from_json, to_json


def test_days_are_iso_and_unknown_is_null() -> None:
    time = Time(date(2023, 4, 15), date(2023, 4, 16), "days", None, "'overnight' before publication on 2023-04-16")
    line = json.loads(to_json(time))
    assert line == {
        "start": "2023-04-15",
        "end": "2023-04-16",
        "precision": "days",
        "mention": None,
        "basis": "'overnight' before publication on 2023-04-16",
    }
    assert from_json(to_json(time), Time) == time


def test_an_events_field_says_for_and_against() -> None:
    time = EventTime(date(2023, 4, 15), date(2023, 4, 15), "day", None, "as said", ("c-1",), ("c-2",))
    line = json.loads(to_json(time))
    assert line["for"] == ["c-1"]
    assert line["against"] == ["c-2"]
    assert from_json(to_json(time), EventTime) == time


def test_a_missing_field_is_an_error() -> None:
    with pytest.raises(msgspec.ValidationError, match="name"):
        from_json(b'{"id": null}', Place)


def test_nothing_can_be_patched() -> None:
    time = Time(date(2023, 4, 15), date(2023, 4, 15), "day", None, "as said")
    with pytest.raises(AttributeError):
        time.precision = "week"  # type: ignore[misc]

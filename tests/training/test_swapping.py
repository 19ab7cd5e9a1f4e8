"""Sentences told of other parties and places: what was read moves along."""

from random import Random
from typing import Any

import pytest

from marsad.facts import parties
from training.swapping import swapped

TEXT = "M23 captured Sake on Monday, and M23 soldiers from Rwanda shelled Goma City, Uganda said."


def span(words: str, text: str = TEXT) -> list[int]:
    start = text.index(words)
    return [start, start + len(words)]


ROW: dict[str, Any] = {
    "text": TEXT,
    "events": [
        {
            "trigger": span("captured"),
            "type": "territory_captured",
            "modality": "happened",
            "args": [["who", *span("M23")], ["where", *span("Sake")], ["when", *span("Monday")]],
        },
        {
            "trigger": span("shelled"),
            "type": "shelling",
            "modality": "happened",
            "args": [["who", *span("M23 soldiers")], ["where", *span("Goma City")]],
        },
    ],
}


def words(row: dict[str, Any]) -> list[list[str]]:
    """Return the words of every span, event by event."""
    return [
        [row["text"][slice(*event["trigger"])], *(row["text"][start:end] for _, start, end in event["args"])]
        for event in row["events"]
    ]


@pytest.mark.parametrize("seed", range(20))
def test_spans_hold_the_new_names(seed: int) -> None:
    row = swapped(ROW, Random(seed))  # noqa: S311
    (captured, who, where, when), (shelled, soldiers, city) = words(row)
    assert (captured, when, shelled, city) == ("captured", "Monday", "shelled", "Goma City")
    assert (who, where) != ("M23", "Sake")
    assert "M23" not in row["text"]
    assert soldiers.startswith(who)
    assert "Rwanda" in row["text"]  # it stands in no role


@pytest.mark.parametrize("seed", range(20))
def test_a_party_gives_way_to_one_of_its_side(seed: int) -> None:
    names = {name: fact.kind for fact in parties().values() for name in (fact.name, *fact.aliases, *fact.weak_aliases)}
    who = words(swapped(ROW, Random(seed)))[0][1]  # noqa: S311
    assert names[who] not in {"state_force", "police", "government", "coalition", "peacekeeper"}


def test_a_sentence_without_names_stays() -> None:
    row = {"text": "Nobody was hurt.", "events": []}
    assert swapped(row, Random(1)) is row  # noqa: S311


def test_a_span_that_ends_within_a_name_keeps_the_sentence_as_it_is() -> None:
    text = "Al Shabaab attacked Kismayo."
    cut = {"trigger": [3, 19], "type": "armed_clash", "modality": "happened", "args": [["who", 0, 10]]}
    row = {"text": text, "events": [cut]}
    assert swapped(row, Random(1)) is row  # noqa: S311

"""Which words say that a count has changed, and which only stand near one."""

import pytest
from msgspec.structs import replace

from marsad.merge.revising import revises
from marsad.model import Mention
from tests.merge.factory import claim, killed, report

UP = [
    "The toll of the strike has risen to 12.",
    "The number of people killed in the strike has reached 12, police said.",
    "The strike killed 12 people, up from eight on Monday.",
    "Rescuers raised the death toll of the strike to 12.",
    "Of the wounded of the strike one died of his wounds, which makes 12.",
    "The dead of the strike now number 12.",
]
DOWN = [
    "The health ministry lowered the toll of the strike from 20 to 12.",
    "The number of dead in the strike fell to 12 after a recount.",
    "The strike killed 12 people, down from 20 in a first count.",
]
NEITHER = [
    "The strike killed 12 people.",
    "The strike killed 12 rebels who came up from the city.",
    "Troops reached the town after the strike killed 12 people.",
    "The strike killed 12 people. The toll of the war has risen for years.",
    "Smoke rose over the town after the strike killed 12 people.",
]


@pytest.mark.parametrize(
    ("text", "direction"), [*((t, "up") for t in UP), *((t, "down") for t in DOWN), *((t, None) for t in NEITHER)]
)
def test_direction(text: str, direction: str | None) -> None:
    document = report(text)
    start = text.index("12")
    figure = replace(killed(12), mention=Mention.of(text, start, start + 2))
    assert revises(claim(document, figures=(figure,)), document) == direction


def test_a_claim_without_counts_revises_nothing() -> None:
    document = report("The toll of the strike has risen.")
    assert revises(claim(document), document) is None

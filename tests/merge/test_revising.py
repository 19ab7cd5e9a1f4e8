"""Which words say that a count has changed, and which only stand near one."""

import pytest
from msgspec.structs import replace

from marsad.merge.revising import Change, revises
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
FORMER = [
    "The strike killed 20 people, up from 12 on Monday.",
    "Rescuers raised the death toll of the strike from at least 12 to 20.",
    "The health ministry lowered the toll of the strike from an earlier 12 to nine.",
    "The number of dead in the strike rose to 20 after an initial count of 12.",
]
NEITHER = [
    "The strike killed 12 people.",
    "The strike killed 12 rebels who came up from the city.",
    "Troops reached the town after the strike killed 12 people.",
    "The strike killed 12 people. The toll of the war has risen for years.",
    "Smoke rose over the town after the strike killed 12 people.",
    "The strike hurt 12 people.\n\nThe toll of the war has risen for years.",
    "A number of shells rose over the town and the strike killed 12 people.",
]


CASES = [(text, way) for way, texts in (("up", UP), ("down", DOWN), ("former", FORMER)) for text in texts]


def told_of_twelve(text: str) -> tuple[Change | None, ...]:
    document = report(text)
    start = text.index("12")
    figure = replace(killed(12), mention=Mention.of(text, start, start + 2))
    return revises(claim(document, figures=(figure,)), document)


@pytest.mark.parametrize(("text", "way"), CASES)
def test_what_became_of_a_count(text: str, way: Change) -> None:
    assert told_of_twelve(text) == (way,)


@pytest.mark.parametrize("text", NEITHER)
def test_a_count_of_which_nothing_became(text: str) -> None:
    assert told_of_twelve(text) == ()


def test_one_count_of_a_claim_has_changed_and_another_has_not() -> None:
    text = "The toll of the strike in Mopti has risen to 12. It hurt 30 others."
    document = report(text)
    counts = [Mention.of(text, text.index(number), text.index(number) + 2) for number in ("12", "30")]
    figures = tuple(replace(killed(int(said.text)), mention=said) for said in counts)
    assert revises(claim(document, figures=figures), document) == ("up", None)


def test_a_claim_without_counts_revises_nothing() -> None:
    document = report("The toll of the strike has risen.")
    assert revises(claim(document), document) == ()

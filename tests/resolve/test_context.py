import pytest

from marsad.model import Block, Span
from marsad.resolve.context import DocumentContext
from tests.resolve.actors.marked import document_of

HOMES = [
    ("Shells fell in northern Mali. France and Mali spoke. Malian villagers fled.", "ML"),
    ("Washington praised Kenya's police in Haiti. A gang in Haiti shot back, Haitian radio said.", "HT"),
    ("Armenia and Azerbaijan traded fire.", None),
    ("Nobody knows where it was.", None),
    ("They told us so.", None),
]


@pytest.mark.parametrize(("text", "expected"), HOMES)
def test_the_country_at_hand_outweighs_the_others(text: str, expected: str | None) -> None:
    assert DocumentContext.of(document_of(text)).home == expected


def test_a_sentence_has_its_own_scene() -> None:
    text = "Chad and Sudan spoke. Men fled into Chad. Sudan and Chad spoke again."
    context = DocumentContext.of(document_of(text))
    second = text.index("Men")
    assert context.country_at(Span(second, text.index("Sudan and"))) == "TD"


def test_furniture_and_other_stories_say_nothing_of_the_scene() -> None:
    text = "Shells fell in Mali. Read more: Ukraine, Ukraine, Ukraine, Ukraine."
    cut = text.index("Read")
    document = document_of(text)
    told = type(document)(
        **{name: getattr(document, name) for name in document.__struct_fields__}
        | {"blocks": (Block(0, cut, "body"), Block(cut, len(text), "other_story"))}
    )
    assert DocumentContext.of(told).countries == ("ML",)
    assert all(hit.end <= cut for hit in DocumentContext.of(told).hits)


def test_names_between_two_places_stand_entirely_there() -> None:
    text = "In Mali the Malian army met."
    context = DocumentContext.of(document_of(text))
    assert [text[hit.start : hit.end] for hit in context.hits_in(0, 15)] == ["Mali"]

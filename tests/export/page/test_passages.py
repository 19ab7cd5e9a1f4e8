import pytest
from msgspec.structs import replace

from marsad.export.page.passages import (
    PARAGRAPH_LIMIT,
    SENTENCE_LIMIT,
    Mark,
    Passage,
    marks_of,
    passage_of,
    sentence_of,
)
from marsad.model import Block
from tests.export.page.fake_record import claim, count, report

SENTENCE = "Rockets hit Sloviansk and killed two."


@pytest.mark.parametrize(
    ("before", "after"),
    [("", ""), ("Title\n\n", ""), ("Title\n\n", "\n\nMore."), ("One line\n\n \n", "\n\n\n\nMore.\n")],
)
def test_paragraph_ends_at_blank_lines(before: str, after: str) -> None:
    document = report("a.txt", f"{before}It was dawn. {SENTENCE} Then it was still.{after}")
    passage = passage_of(document, claim(document, SENTENCE, "hit", "shelling"))
    assert document.text[passage.start : passage.end] == f"It was dawn. {SENTENCE} Then it was still."
    assert not passage.cut_before
    assert not passage.cut_after


def test_paragraph_stays_within_its_block() -> None:
    text = f"Skip to content\n{SENTENCE}\nTop stories"
    start = text.index(SENTENCE)
    end = start + len(SENTENCE)
    document = replace(
        report("a.html", text),
        blocks=(Block(0, start, "furniture"), Block(start, end, "body"), Block(end, len(text), "other_story")),
    )
    passage = passage_of(document, claim(document, SENTENCE, "hit", "shelling"))
    assert document.text[passage.start : passage.end] == SENTENCE


def test_long_paragraph_is_cut_around_the_sentence_at_words() -> None:
    document = report("a.txt", "smoke " * 1_000 + SENTENCE + " smoke" * 1_000)
    passage = passage_of(document, claim(document, SENTENCE, "hit", "shelling"))
    shown = document.text[passage.start : passage.end]
    assert SENTENCE in shown
    assert len(shown) < PARAGRAPH_LIMIT
    assert set(shown.replace(SENTENCE, "").split()) == {"smoke"}
    assert passage.cut_before
    assert passage.cut_after


def test_endless_sentence_is_cut_around_its_trigger() -> None:
    document = report("a.txt", "and " * 500_000 + "shelled" + " and" * 500_000)
    told = claim(document, document.text, "shelled", "shelling")
    sentence = sentence_of(told)
    assert sentence.end - sentence.start == SENTENCE_LIMIT
    assert sentence.holds(told.trigger)
    passage = passage_of(document, told)
    assert passage.end - passage.start < 3 * PARAGRAPH_LIMIT


def test_marks_are_those_within_the_passage() -> None:
    document = report("a.txt", f"Two died.\n\n{SENTENCE}")
    told = claim(
        document,
        SENTENCE,
        "hit",
        "shelling",
        figures=[
            count(document, "killed two", "killed", "unknown", 2, 2),
            count(document, "Two", "killed", "unknown", 2, 2),
        ],
    )
    passage = passage_of(document, told)
    assert passage == Passage(11, len(document.text), cut_before=False, cut_after=False)
    assert marks_of(told, passage) == (Mark(19, 22, "trigger"), Mark(37, 47, "figure"))

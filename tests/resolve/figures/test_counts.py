"""Counts in a claim's words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad import ontology
from marsad.model import Block, Claim, CountMention, Document, Figure, Mention, Span
from marsad.resolve.figures import Number, read_count, resolve_figures
from tests.resolve.figures import cases


@pytest.mark.parametrize("case", cases.ALL, ids=lambda case: case[0])
def test_reads_bounds_and_whom(case: cases.Case) -> None:
    words, low, high, wording, who, who_class = case
    count = read_count(words)
    assert count is not None
    assert (count.number, count.who, count.who_class) == (Number(low, high, wording), who, who_class)


@pytest.mark.parametrize("words", cases.NO_COUNTS)
def test_counts_nothing(words: str) -> None:
    assert read_count(words) is None


def test_cases_name_codes_of_the_ontology() -> None:
    known = ontology.load()
    for case in cases.ALL:
        known.wording(case[3])
        known.victim_class(case[5])


def test_a_count_stands_for_every_class() -> None:
    assert {case[5] for case in cases.ALL} == set(ontology.load().victim_classes)


# what stands before, the mention, low, high
LEFT = [
    ("Shelling in Kharkiv killed at least ", "nine people", 9, None),
    ("The raid left up to ", "40 fighters dead", None, 40),
    ("They buried the bodies of ", "12 men", 12, 12),
    ("The army of Division ", "17", None, None),
    ("A strike hit the ", "depot", 1, 1),
    ("The Taliban fired.\nMore than ", "30 rockets", 30, None),
]


@pytest.mark.parametrize(("before", "words", "low", "high"), LEFT)
def test_what_stands_before_the_mention_is_read_with_it(
    before: str, words: str, low: int | None, high: int | None
) -> None:
    count = read_count(words, before.rpartition("\n")[2])
    assert (low, high) == ((count.number.low, count.number.high) if count is not None else (None, None))


AREAS = [
    ("700 square kilometres", 700, 700),
    ("more than 100 square kilometers of territory", 100, None),
    ("12 sq km", 12, 12),
    ("100 square miles", 259, 259),
    ("5,000 hectares", 50, 50),
    ("700 square kilometers (270 square miles)", 700, 700),
]


@pytest.mark.parametrize(("words", "low", "high"), AREAS)
def test_areas_are_in_square_kilometres(words: str, low: int, high: int | None) -> None:
    (figure,) = figures([("area", words, None)])
    assert (figure.low, figure.high, figure.who) == (low, high, None)


def test_a_length_is_no_area() -> None:
    assert figures([("area", "20 kilometres", None)]) == ()


def test_parts_keep_their_whole_when_another_count_is_dropped() -> None:
    read = figures(
        [
            ("injured", "10 percent of the crowd", None),
            ("killed", "eight civilians", None),
            ("killed", "three children", 1),
        ]
    )
    assert [(figure.who, figure.part_of) for figure in read] == [("civilians", None), ("children", 0)]


def test_part_of_a_dropped_count_is_part_of_what_that_was_in() -> None:
    read = figures([("killed", "50 people", None), ("killed", "a third of them", 0), ("killed", "two children", 1)])
    assert [(figure.low, figure.part_of) for figure in read] == [(50, None), (2, 0)]


def test_parts_that_name_each_other_end() -> None:
    read = figures([("killed", "half of them", 1), ("killed", "most of them", 0), ("killed", "two men", 0)])
    assert [(figure.low, figure.part_of) for figure in read] == [(2, None)]


def test_a_figure_quotes_its_words() -> None:
    (figure,) = figures([("killed", "at least 26 jihadists", None)])
    assert figure.mention.text == "at least 26 jihadists"
    assert figure.measure == "killed"


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_words_are_read_or_refused(words: str, before: str) -> None:
    count = read_count(words, before)
    if count is not None and count.number.low is not None and count.number.high is not None:
        assert 0 <= count.number.low <= count.number.high


@pytest.mark.parametrize(
    "piece", ["hundred ", "twenty ", "1,000 ", "a ", "between 3 and ", "of ", "9" * 50, "one-year-old "]
)
def test_long_hostile_words_are_read_in_bounded_time(piece: str) -> None:
    read_count(piece * 20000)
    read_count("five", piece * 20000)


def figures(counts: list[tuple[str, str, int | None]]) -> tuple[Figure, ...]:
    """Resolve a claim whose counts are these measures, words and wholes."""
    text, mentions = "", []
    for measure, words, part_of in counts:
        text += "There were: "
        mentions.append(CountMention(measure, Mention(len(text), len(text) + len(words), words), part_of))
        text += f"{words}. "
    document = Document("d-1", "a.txt", None, "", None, None, (), "en", None, text, (Block(0, len(text), "body"),), ())
    claim = Claim(
        id="c-1",
        document="d-1",
        type="air_strike",
        modality="happened",
        trigger=Mention.of(text, 0, 5),
        sentence=Span(0, len(text)),
        mentions=(),
        who=(),
        whom=(),
        where=(),
        when=(),
        counts=tuple(mentions),
        means=(),
        sources=(),
        extractor="test",
        confidence=1.0,
    )
    return resolve_figures(document, claim)

"""Counts in a claim's words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad import ontology
from marsad.resolve.figures import Number, read_count
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
    ("mourners since the August ", "9 death of a boy", None, None),
    ("fled from a ", "700-strong garrison", 700, 700),
    ("The Taliban fired.\nMore than ", "30 rockets", 30, None),
]


@pytest.mark.parametrize(("before", "words", "low", "high"), LEFT)
def test_what_stands_before_the_mention_is_read_with_it(
    before: str, words: str, low: int | None, high: int | None
) -> None:
    count = read_count(words, before.rpartition("\n")[2])
    assert (low, high) == ((count.number.low, count.number.high) if count is not None else (None, None))


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_words_are_read_or_refused(words: str, before: str) -> None:
    count = read_count(words, before)
    if count is not None and count.number.low is not None and count.number.high is not None:
        assert 0 <= count.number.low <= count.number.high


@pytest.mark.parametrize(
    "piece", ["hundred ", "twenty ", "1,000 ", "a ", "between 3 and ", "of ", "9" * 50, "one-year-old "]
)
def test_of_long_hostile_words_the_beginning_alone_is_read(piece: str) -> None:
    assert read_count(piece * 20000) == read_count(piece * 400)
    assert read_count("five", piece * 20000) == read_count("five", piece * 400)

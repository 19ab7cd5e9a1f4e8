"""Numbers wherever they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.resolve.figures import Number, find_numbers, whole_number, words_of

EXACT = [
    ("7", 7),
    ("1,959", 1959),
    ("12 000", None),
    ("1\u00a0200", 1200),
    ("zero", 0),
    ("nineteen", 19),
    ("forty-two", 42),
    ("forty two", 42),
    ("a hundred", 100),
    ("three hundred", 300),
    ("three hundred and five", 305),
    ("one thousand two hundred", 1200),
    ("two hundred thousand", 200000),
    ("two million three hundred thousand and six", 2300006),
    ("a dozen", 12),
    ("three dozen", 36),
    ("half a dozen", 6),
    ("half-dozen", 6),
    ("half a million", 500000),
    ("4.5 million", 4500000),
    ("15 thousand", 15000),
    ("3 hundred thousand", 300000),
    ("5.56", None),
    ("twenty thirty", None),
    ("99999999999999999999", None),
    ("soldier", None),
    ("a", None),
    ("half", None),
]


@pytest.mark.parametrize(("words", "number"), EXACT)
def test_whole_number(words: str, number: int | None) -> None:
    tokens = words_of(words)
    read = whole_number(tokens, 0)
    assert (read[0] if read is not None and read[1] == len(tokens) else None) == number


def test_finds_numbers_with_their_approximation_and_place() -> None:
    text = "At least 12 died, some 30 fled and two or three were taken."
    assert [(text[found.start : found.end], found.number) for found in find_numbers(text)] == [
        ("At least 12", Number(12, None, "at_least")),
        ("some 30", Number(30, 30, "about")),
        ("two or three", Number(2, 3, "range")),
    ]


@given(st.integers(0, 10**7))
def test_digits_read_back(number: int) -> None:
    for written in (str(number), f"{number:,}"):
        assert whole_number(words_of(written), 0) == (number, 1)

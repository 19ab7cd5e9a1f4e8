"""Pieces keep their place in the text, whatever stands in it."""

import pytest

from marsad.extract.encoder.wordpiece import CAPITALISED, DIGITS, LOWER, OTHER, UPPER, WordPiece, casing_of

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "troops", "shell", "##ed", "kidal", "cafe", ".", "’", "12"]


@pytest.fixture
def pieces() -> WordPiece:
    return WordPiece(VOCABULARY)


def quoted(pieces: WordPiece, text: str) -> list[str]:
    found = pieces.encode(text)
    return [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)][1:-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops shelled Kidal.", ["Troops", "shell", "ed", "Kidal", "."]),
        ("12 cafés", ["12", "cafés"]),
        ("Café", ["Café"]),
        ("troops’", ["troops", "’"]),
        ("", []),
    ],
)
def test_pieces_quote_the_text(pieces: WordPiece, text: str, expected: list[str]) -> None:
    assert quoted(pieces, text) == expected


def test_unknown_words_and_long_runs_are_one_piece(pieces: WordPiece) -> None:
    found = pieces.encode("Мариуполь " + "x" * 5_000)
    assert found.ids == (2, 1, 1, 3)
    assert found.ends[2] == 5_010


def test_accents_that_are_their_own_characters_stay_in_place(pieces: WordPiece) -> None:
    text = "cafe\N{COMBINING ACUTE ACCENT} troops"
    assert quoted(pieces, text)[-1] == "troops"


@pytest.mark.parametrize(
    ("word", "casing"),
    [("army", LOWER), ("Army", CAPITALISED), ("JNIM", UPPER), ("M", CAPITALISED), ("82nd", DIGITS), (",", OTHER)],
)
def test_casing_tells_names(word: str, casing: int) -> None:
    assert casing_of(word) == casing

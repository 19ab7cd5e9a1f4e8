"""Numbers in front of units of time: "24", "two", "twenty-four", "a few", "two and a half", "two to three"."""

from marsad.resolve.times import words as w
from marsad.resolve.times.tokens import Tokens

MAX_COUNT = 5000
"""More units than this are no distance in time that a news report tells."""

Count = tuple[int, int, int]
"""Least, most, and the index behind the words."""


def count_at(tokens: Tokens, at: int) -> Count | None:
    """Read a number, or the ends of a range of two: "two to three", "12 or 13"."""
    first = _single(tokens, at)
    if first is None or tokens.word(first[2]) not in {"to", "or", "-", "–"} or tokens.word(at) in {"a", "an"}:
        return first
    second = _single(tokens, first[2] + 1)
    if second is None or second[1] <= first[0] or tokens.word(first[2] + 1) in {"a", "an"}:
        return first
    return first[0], second[1], second[2]


def half_at(tokens: Tokens, at: int) -> int | None:
    """Return the index behind "and a half" or "1/2", or None."""
    words = [tokens.word(at + step) for step in range(3)]
    return at + 3 if words in (["and", "a", "half"], ["1", "/", "2"]) else at + 1 if words[0] == "½" else None


def _single(tokens: Tokens, at: int) -> Count | None:
    word = tokens.word(at)
    if word == "a" and tokens.word(at + 1) in {"few", "couple", "hundred", "thousand", "dozen"}:
        return _single(tokens, at + 1)
    if word in w.VAGUE_COUNTS:
        after = at + 2 if word == "couple" and tokens.word(at + 1) == "of" else at + 1
        return (*w.VAGUE_COUNTS[word], after)
    if word in w.COUNTS:
        number, after = _spelled(tokens, at)
        return number, number, after
    if word.isascii() and word.isdigit() and 0 < int(word[:5]) <= MAX_COUNT:
        return int(word[:5]), int(word[:5]), at + 1
    return None


def _spelled(tokens: Tokens, at: int) -> tuple[int, int]:
    """Read "two", "twenty-four", "two hundred", "two thousand"; a larger number is cut off after its first words."""
    number, after = w.COUNTS[tokens.word(at)], at + 1
    behind = after + (tokens.word(after) == "-")
    unit = w.COUNTS.get(tokens.word(behind), 0)
    if number in w.TENS and 1 <= unit <= w.LAST_OF_ONES and tokens.word(behind) not in {"a", "an"}:
        return number + unit, behind + 1
    factor = w.FACTORS.get(tokens.word(after))
    return (number * factor, after + 1) if factor is not None else (number, after)

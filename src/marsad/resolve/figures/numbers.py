"""Numbers told in words: digits and number words, approximations, ranges and unnumbered quantities.

The conventions: "at least N" and "more than N" have no high, "up to N" and "nearly N" no low, "about N" is N;
several is 3 or more, tens 20-99, dozens 24-99, scores 40-199, hundreds 200-999, thousands 2,000-9,999, tens of
thousands 20,000-99,999, and so on by powers of ten.
"""

import re
from typing import Final

from msgspec import Struct

LARGEST: Final = 10**10
"""No count of persons or things in a report is larger."""


class Number(Struct, frozen=True):
    """The bounds that the words tell, None where they tell none; ``wording`` is a code of the ontology."""

    low: int | None
    high: int | None
    wording: str


class Reading(Struct, frozen=True):
    """A number in a text and its place."""

    start: int
    end: int
    number: Number


class Word(Struct, frozen=True):
    """A token: its text in lower case, its place, whether it begins with a capital letter."""

    text: str
    start: int
    end: int
    capital: bool


Exact = tuple[int, int]
"""A whole number and the index behind it."""

_TOKEN: Final = re.compile(r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)|\d+(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]")
_UNITS: Final = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS: Final = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES: Final = {
    "dozen": 12,
    "score": 20,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
}
_MAGNITUDES: Final = {
    "tens": (20, 99),
    "dozens": (24, 99),
    "scores": (40, 199),
    "hundreds": (200, 999),
    "thousands": (2000, 9999),
    "millions": (2 * 10**6, 10**7 - 1),
}
_MANY: Final = {"few": 2, "several": 3, "multiple": 2, "various": 2, "many": None, "numerous": None, "countless": None}
"""Least that the word tells, None where it tells no bound."""
_AMOUNTS: Final = {
    "handful": 2,
    "number": None,
    "numbers": None,
    "lot": None,
    "lots": None,
    "plenty": None,
    "host": None,
}
"""The same of words that are followed by "of"."""
_HIGHEST: Final = {12: 99, 20: 199, 100: 999, 1000: 9999, 10**6: 10**7 - 1, 10**9: LARGEST}
"""Most that "several hundred" and the like can be."""

_AT_MOST: Final = (
    "up to|as many as|as much as|nearly|almost|close to|at most|no more than|not more than|fewer than|less than|under|"
    "just under|a maximum of|maximum of"
)
_QUALIFIERS: Final = {
    tuple(phrase.split()): wording
    for wording, phrases in (
        ("at_least", "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of"),
        (
            "more_than",
            "more than|over|above|upwards of|upward of|in excess of|well over|just over|exceeding|greater than",
        ),
        ("at_most", _AT_MOST),
        ("about", "about|some|around|roughly|approximately|an estimated|estimated|circa|or so|perhaps|an approximate"),
    )
    for phrase in phrases.split("|")
}
_LONGEST_QUALIFIER: Final = max(len(phrase) for phrase in _QUALIFIERS)
_FOLLOWING: Final = {("or", "more"): "at_least", ("or", "so"): "about", ("at", "least"): "at_least"}


_OPENING: Final = frozenset(
    {*_UNITS, *_TENS, *_MAGNITUDES, *_MANY, *_AMOUNTS, *"a an half between from both no none nobody".split()}
)


def may_open_number(word: Word) -> bool:
    """Whether a number can begin with that word, which spares reading it at all others."""
    return word.text in _OPENING or word.text[0].isdigit()


def words_of(text: str) -> tuple[Word, ...]:
    """Split into words, numbers and signs."""
    return tuple(
        Word(match.group().lower().replace("’", "'"), match.start(), match.end(), match.group()[0].isupper())
        for match in _TOKEN.finditer(text)
    )


def whole_number(words: tuple[Word, ...], at: int) -> Exact | None:
    """Read an exact number: "1,200", "twenty-four", "two hundred and six", "half a dozen", "1.2 million".

    "a" counts only before a scale ("a hundred"); "a soldier" is no number here.
    """
    half = _half(words, at)
    if half is not None:
        return half
    if _text(words, at) in {"a", "an"}:
        scale = _SCALES.get(_text(words, at + 1))
        return _scaled(words, 1, at + 1) if scale is not None else None
    if _text(words, at)[:1].isdigit():
        return _digits(words, at)
    return _spelled(words, at)


def read_number(words: tuple[Word, ...], at: int) -> tuple[Number, int] | None:
    """Read any number from an index on, without the approximation before it, and give the index behind it."""
    found = _range(words, at) or _magnitude(words, at) or _few(words, at) or _set_word(words, at)
    if found is None:
        exact = whole_number(words, at)
        if exact is None:
            return None
        found = Number(exact[0], exact[0], "exactly"), exact[1]
    number, after = found
    wording = _FOLLOWING.get((_text(words, after), _text(words, after + 1)))
    return (qualified(number, wording), after + 2) if wording is not None else found


def qualifier_before(words: tuple[Word, ...], at: int) -> tuple[str, int] | None:
    """Return the wording of the approximation that ends before the index, and the index where it starts."""
    for length in range(min(_LONGEST_QUALIFIER, at), 0, -1):
        wording = _QUALIFIERS.get(tuple(word.text for word in words[at - length : at]))
        if wording is not None:
            return wording, at - length
    return None


def qualified(number: Number, wording: str) -> Number:
    """Bound the number as its approximation tells."""
    if wording in {"at_least", "more_than"}:
        return Number(number.low, None, wording)
    if wording == "at_most":
        return Number(None, number.high, wording)
    return Number(number.low, number.high, wording if number.wording == "exactly" else number.wording)


def find_numbers(text: str) -> tuple[Reading, ...]:
    """Return every number of the text with its approximation, in order; what they count is left to the caller."""
    words = words_of(text)
    found = []
    at = 0
    while at < len(words):
        read = read_number(words, at)
        if read is None:
            at += 1
            continue
        number, after = read
        qualifier = qualifier_before(words, at)
        start = qualifier[1] if qualifier is not None else at
        if qualifier is not None:
            number = qualified(number, qualifier[0])
        found.append(Reading(words[start].start, words[after - 1].end, number))
        at = after
    return tuple(found)


def _text(words: tuple[Word, ...], at: int) -> str:
    return words[at].text if 0 <= at < len(words) else ""


def _half(words: tuple[Word, ...], at: int) -> Exact | None:
    """Read "half a dozen", "half a million", "half-dozen"."""
    if _text(words, at) == "a" and _text(words, at + 1) == "half":
        at += 1
    if _text(words, at) != "half":
        return None
    after = at + 1 + (_text(words, at + 1) in {"a", "-"})
    scale = _SCALES.get(_text(words, after))
    return (scale // 2, after + 1) if scale is not None else None


def _digits(words: tuple[Word, ...], at: int) -> Exact | None:
    text = re.sub(r"[,\u00a0\u202f]", "", words[at].text)
    if len(text) > 15 or not text.isascii():
        return None
    after = at + 1
    if _text(words, after) == "-" and _text(words, after + 1) in _SCALES:
        after += 1
    factor = 1
    while _text(words, after) in _SCALES and factor < LARGEST:
        factor *= _SCALES[_text(words, after)]
        after += 1
    if factor == 1 and "." in text:
        return None
    number = round(float(text) * factor) if "." in text else int(text) * factor
    return (number, after) if number <= LARGEST else None


def _spelled(words: tuple[Word, ...], at: int) -> Exact | None:
    """Read number words; the loop ends at the first word that cannot continue the number."""
    total, last, after = 0, 10**12, at
    group: int | None = None
    while True:
        joint = after + (_text(words, after) in {"-", "and"} and group is not None)
        small = _small(words, joint, last) if group is None or last > 1 else None
        scale = _SCALES.get(_text(words, after)) if group is not None else None
        if scale is not None and group is not None:
            if scale >= 1000:
                total, group = total + group * scale, 0
            else:
                group *= scale
            last, after = scale, after + 1
        elif small is not None:
            group, last, after = (group or 0) + small[0], small[1], joint + 1
        else:
            break
        if total + (group or 0) > LARGEST:
            return None
    return (total + group, after) if group is not None else None


def _small(words: tuple[Word, ...], at: int, last: int) -> Exact | None:
    """Return a number under a hundred that can stand behind a part of that size, and its own size (10 or 1)."""
    text = _text(words, at)
    if text in _TENS and last >= 100:
        return _TENS[text], 10
    if text in _UNITS and (last >= 100 or (last == 10 and 0 < _UNITS[text] < 10)):
        return _UNITS[text], 1
    return None


def _scaled(words: tuple[Word, ...], count: int, at: int) -> Exact:
    """Return the count of that scale and what follows it: "a hundred and ten", "a hundred thousand"."""
    number = count * _SCALES[words[at].text]
    after = at + 1
    while _text(words, after) in {"thousand", "million", "billion"} and number < LARGEST:
        number *= _SCALES[words[after].text]
        after += 1
    rest = _spelled(words, after + 1) if _text(words, after) == "and" and number >= 100 else None
    return (number + rest[0], rest[1]) if rest is not None and rest[0] < number else (number, after)


def _range(words: tuple[Word, ...], at: int) -> tuple[Number, int] | None:
    """Read "between 10 and 15", "10 to 15", "10-15", "two or three", "two to three dozen"."""
    opened = {"between": {"and"}, "from": {"to"}}.get(_text(words, at))
    first = whole_number(words, at + (opened is not None))
    if first is None or _text(words, first[1]) not in (opened or {"to", "-", "–", "or"}):
        return None
    last = whole_number(words, first[1] + 1)
    if last is None:
        return None
    low = first[0]
    scale = _SCALES.get(_text(words, last[1] - 1), 1)
    if scale > 1 and _text(words, first[1] - 1) not in _SCALES and low < last[0] // scale:
        low *= scale
    return (Number(low, last[0], "range"), last[1]) if low < last[0] else None


def _magnitude(words: tuple[Word, ...], at: int) -> tuple[Number, int] | None:
    """Read "dozens", "hundreds", "tens of thousands", with "of" before what is counted."""
    bounds = _MAGNITUDES.get(_text(words, at))
    if bounds is None:
        return None
    low, high = bounds
    after = at + 1
    scale = _SCALES.get(_text(words, after + 1).removesuffix("s"), 1)
    if _text(words, after) == "of" and scale >= 1000 and _text(words, after + 1).endswith("s"):
        low, high, after = low * scale, (high + 1) * scale - 1, after + 2
    return Number(low, high, "dozens"), after


def _few(words: tuple[Word, ...], at: int) -> tuple[Number, int] | None:
    """Read "several", "a few", "many", "a handful of", "several hundred"."""
    start = at + (_text(words, at) == "a")
    if _text(words, start) in _AMOUNTS and _text(words, start + 1) == "of":
        return Number(_AMOUNTS[_text(words, start)], None, "some"), start + 2
    if "as" in {_text(words, at - 1), _text(words, at + 1)}:  # "as many as 12"
        return None
    if _text(words, start) not in _MANY or (start > at and _text(words, start) != "few"):
        return None
    least = _MANY[_text(words, start)]
    scale = _SCALES.get(_text(words, start + 1))
    if scale is None or least is None:
        return Number(least, None, "some"), start + 1
    return Number(least * scale, _HIGHEST[scale], "dozens"), start + 2


def _set_word(words: tuple[Word, ...], at: int) -> tuple[Number, int] | None:
    """Read words that name their number: "both", "a couple of", "a pair of", "no", "none"."""
    start = at + (_text(words, at) == "a")
    text = _text(words, start)
    if text in {"couple", "pair", "trio"} and start > at:
        number = 3 if text == "trio" else 2
        return Number(number, number, "exactly"), start + 1 + (_text(words, start + 1) == "of")
    if text == "both" and start == at:
        return Number(2, 2, "exactly"), at + 1
    nobody = text in {"none", "nobody"} or (text == "no" and _text(words, at + 1) not in {"fewer", "less", "more"})
    return (Number(0, 0, "exactly"), at + 1 + (_text(words, at + 1) == "one")) if nobody and start == at else None

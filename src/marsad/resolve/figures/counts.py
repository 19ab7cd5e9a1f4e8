"""Counts of a claim, read: words such as "at least 26 jihadists" to bounds, whom they count and their class."""

import re
from typing import Final

from msgspec import Struct

from marsad.model import Claim, CountMention, Document, Figure
from marsad.resolve.figures.classes import UNKNOWN, class_of, is_person, is_plural
from marsad.resolve.figures.numbers import Number, Word, qualified, qualifier_before, read_number, words_of

_ONE: Final = Number(1, 1, "exactly")
_SOME: Final = Number(None, None, "some")
_LONGEST: Final = 400
"""Characters; a longer mention counts nothing."""
_DETERMINERS: Final = frozenset("a an another the his her their its our my this that one each".split())
_NOT_COUNTED: Final = frozenset(
    "year years month months week weeks day days hour hours minute minutes second seconds mm cm m km kg g lb lbs ft "
    "metre metres meter meters kilometre kilometres kilometer kilometers mile miles yard yards foot feet inch inches "
    "tonne tonnes ton tons kilogram kilograms kilogramme kilogrammes pound pounds litre litres liter liters percent "
    "per % ° degrees dollars euros manats dinars roubles rubles caliber calibre th st nd rd pm am".split()
)
"""Behind a number: it is a length of time or way, a weight, a price, a share, an ordinal, and no count."""
_MONEY: Final = frozenset("$ € £ ¥ usd eur".split())
_SHARES: Final = frozenset("third thirds quarter quarters half fifth fifths tenth".split())
_AGES: Final = re.compile(
    r"\b(?:\d{1,3}|[a-z]{3,9}(?:[- ][a-z]{3,5})?)[- ](?:year|month|week|day)s?[- ]olds?\b"
    r"|\baged? \d{1,3}(?: (?:to|and) \d{1,3})?\b"
    r"|, \d{1,2}(?=,|$)",  # "a girl, 14"
    re.IGNORECASE,
)
_END_OF_WHO: Final = frozenset(
    "in at on by from who whom that which were was are is had have has with near inside outside during after before "
    "including among when while when as killed wounded injured captured dead hurt detained arrested missing displaced "
    "destroyed abducted kidnapped dying fleeing said according of to into for under mostly most ( ) ; : . — –".split()
)
_SKIPPED: Final = frozenset(
    "of the a an other others more further additional another people's its his her their them these those all as "
    "alleged suspected - ' \" “ ” ‘ ’".split()
)
_EMPTY: Final = frozenset("them these those others other more dead killed wounded injured missing casualties".split())
_SQUARE_KM: Final = {
    "kilometre": 1.0,
    "kilometer": 1.0,
    "km": 1.0,
    "sq": 1.0,
    "mile": 2.59,
    "hectare": 0.01,
    "acre": 0.004047,
}
"""Square kilometres in one unit of area."""


class Count(Struct, frozen=True):
    """A number, the words that tell whom it counts (None when there are none), and their class."""

    number: Number
    who: str | None
    who_class: str


def resolve_figures(document: Document, claim: Claim) -> tuple[Figure, ...]:
    """Return one figure for each count of the claim that can be read, in the same order.

    A count that cannot be read (an age, a distance, a share) is dropped; a figure that was part of it is then part of
    what it was part of itself. The document is not needed yet: whom "five of them" counts is told by its text.
    """
    del document
    read = [_figure(count) for count in claim.counts]
    place = {index: rank for rank, index in enumerate(index for index, figure in enumerate(read) if figure is not None)}
    return tuple(
        _renumbered(figure, _kept(claim.counts, index, place))
        for index, figure in enumerate(read)
        if figure is not None
    )


def _kept(counts: tuple[CountMention, ...], index: int, place: dict[int, int]) -> int | None:
    """Return the new index of the nearest count above this one that is still there."""
    seen = {index}
    above = counts[index].part_of
    while above is not None and above not in seen and 0 <= above < len(counts):
        if above in place:
            return place[above]
        seen.add(above)
        above = counts[above].part_of
    return None


def _renumbered(figure: Figure, part_of: int | None) -> Figure:
    return Figure(
        figure.measure,
        figure.who,
        figure.who_class,
        figure.low,
        figure.high,
        figure.wording,
        figure.mention,
        part_of,
    )


def _figure(count: CountMention) -> Figure | None:
    found = _area(count.mention.text) if count.measure == "area" else read_count(count.mention.text)
    if found is None:
        return None
    number = found.number
    return Figure(
        count.measure, found.who, found.who_class, number.low, number.high, number.wording, count.mention, None
    )


def read_count(text: str) -> Count | None:
    """Read words that count persons or things; None when they count nothing.

    >>> read_count("at least 26 jihadists")
    Count(number=Number(low=26, high=None, wording='at_least'), who='jihadists', who_class='combatant')
    """
    words = words_of(_AGES.sub(lambda match: " " * len(match.group()), text[:_LONGEST]))
    at = 0
    while at < len(words):
        read = read_number(words, at)
        if read is None:
            at += 1
            continue
        number, after = read
        if _counts(words, at, after):
            qualifier = qualifier_before(words, at)
            number = qualified(number, qualifier[0]) if qualifier is not None else number
            return _counted(text, words, number, (at, after))
        at = after
    return _uncounted(text, words)


def _counts(words: tuple[Word, ...], at: int, after: int) -> bool:
    """Whether the number counts persons or things, and is no age, distance, price, share, year or name of a unit."""
    before = words[at - 1] if at else None
    behind = words[after].text if after < len(words) else ""
    if behind == "-" and after + 1 < len(words):
        behind = words[after + 1].text
    if behind in _NOT_COUNTED or behind in _SHARES:
        return False
    digits = words[at].text.isdigit()
    if before is None:
        return True
    is_name = digits and before.capital and at > 1 and before.text not in {"at", "some", "over", "about"}
    return before.text not in _MONEY and not is_name and not (digits and before.text in {"no", "aged", "highway"})


def _counted(text: str, words: tuple[Word, ...], number: Number, place: tuple[int, int]) -> Count:
    """Take whom it counts from behind the number, else from before it ("a family of five", "the girl and two")."""
    at, after = place
    behind = _phrase(words[after:])
    if not behind and at > 1 and words[at - 1].text == "of":
        behind = _phrase(tuple(word for word in words[: at - 1]))
    return _count(text, number, behind)


def _uncounted(text: str, words: tuple[Word, ...]) -> Count | None:
    """Read words without a number: "a soldier" is one, "the militants" some."""
    phrase = _phrase(words)
    if not phrase:
        return None
    plural = is_plural(phrase[-1].text) or any(word.text == "and" for word in phrase)
    determined = words[0].text in _DETERMINERS
    if any(word.text in _SHARES for word in words[:2]):
        return None
    if plural:
        return _count(text, _SOME, phrase)
    if determined or is_person(phrase[-1].text):
        return _count(text, _ONE, phrase)
    return None


def _phrase(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the noun phrase at the beginning of the words, without determiners and what follows it."""
    start = 0
    while start < len(words) and words[start].text in _SKIPPED:
        start += 1
    end = start
    while end < len(words) and not _ends_phrase(words, end):
        end += 1
    while end > start and words[end - 1].text in {"and", "or", ",", "-"}:
        end -= 1
    return words[start:end]


def _ends_phrase(words: tuple[Word, ...], at: int) -> bool:
    word = words[at].text
    acronym = words[at].capital and word == "is"
    if (word in _END_OF_WHO and not acronym) or word[0].isdigit():
        return True
    if word in {"and", "or", ","}:
        counted = read_number(words, at + 1) is not None or words[min(at + 1, len(words) - 1)].text in _DETERMINERS
        return counted or not _listed(words, at + 1)
    return False


def _listed(words: tuple[Word, ...], at: int) -> bool:
    """Whether persons are named within the next words: "women and children", "soldiers and allied militiamen"."""
    return any(is_person(word.text) for word in words[at : at + 3])


def _count(text: str, number: Number, phrase: tuple[Word, ...]) -> Count:
    lower = tuple(word.text for word in phrase)
    if not phrase or set(lower) <= _EMPTY:
        return Count(number, None, UNKNOWN)
    return Count(number, " ".join(text[phrase[0].start : phrase[-1].end].split()), class_of(lower))


def _area(text: str) -> Count | None:
    """Read ground in square kilometres, rounded to whole ones."""
    words = words_of(text[:_LONGEST])
    for at in range(len(words)):
        read = read_number(words, at)
        if read is None:
            continue
        factor = _square_km(words[read[1] : read[1] + 3])
        if factor is None:
            continue
        qualifier = qualifier_before(words, at)
        number = qualified(read[0], qualifier[0]) if qualifier is not None else read[0]
        return Count(Number(_times(number.low, factor), _times(number.high, factor), number.wording), None, UNKNOWN)
    return None


def _square_km(words: tuple[Word, ...]) -> float | None:
    """Return the factor of the unit; a length that is not squared is no area."""
    texts = [word.text.removesuffix("s") for word in words]
    squared = any(text in {"square", "sq", "hectare", "acre"} for text in texts)
    return next((_SQUARE_KM[text] for text in texts if text in _SQUARE_KM and text != "sq"), None) if squared else None


def _times(number: int | None, factor: float) -> int | None:
    return None if number is None else round(number * factor)

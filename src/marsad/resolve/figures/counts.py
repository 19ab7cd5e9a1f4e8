"""Words that count, such as "at least 26 jihadists", to bounds, whom they count and their class."""

import re
from typing import Final

from msgspec import Struct

from marsad.resolve.figures.classes import UNKNOWN, class_of, is_person, is_plural
from marsad.resolve.figures.nouns import is_thing
from marsad.resolve.figures.numbers import Number, Word, qualified, qualifier_before, read_number, words_of

_ONE: Final = Number(1, 1, "exactly")
_SOME: Final = Number(None, None, "some")
_LONGEST: Final = 400
"""Characters of a mention that are read."""
LEFT: Final = 40
"""Characters before a mention in which its approximation or article may stand."""
_DETERMINERS: Final = frozenset("a an another the his her their its our my this that one each".split())
_NOT_COUNTED: Final = frozenset(
    "year years month months week weeks day days hour hours minute minutes second seconds mm cm m km kg kgs g lb lbs "
    "ft metre metres meter meters kilometre kilometres kilometer kilometers mile miles yard yards foot feet inch "
    "inches tonne tonnes ton tons kilogram kilograms kilogramme kilogrammes pound pounds litre litres liter liters "
    "percent per % ° degrees dollars euros manats dinars roubles rubles caliber calibre th st nd rd pm am".split()
)
"""Behind a number: it is a length of time or way, a weight, a price, a share, an ordinal, and no count."""
_NUMBERED: Final = frozenset(
    "january february march april may june july august september october november december no aged highway route road "
    "division brigade battalion regiment corps camp gate sector zone district phase flight article".split()
)
"""A number behind one of these is part of a name or date."""
_MONEY: Final = frozenset("$ € £ ¥ usd eur".split())
_SHARES: Final = frozenset("third thirds quarter quarters half fifth fifths tenth".split())
_AGE_WORD: Final = r"(?:\d{1,3}|[a-z]{3,5}teen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)\b"
_NO_COUNTS: Final = re.compile(
    r"\b(?:\d{1,3}|[a-z]{3,9}(?:[- ][a-z]{3,5})?)[- ](?:year|month|week|day)s?[- ]olds?\b"
    rf"|\baged? {_AGE_WORD}(?:(?:,|,? (?:to|and)) {_AGE_WORD})?"
    r"|\b(?:of (?:them|whom)|aged|people|men|women|those) (?:aged )?(?:over|under|above|below) \d{1,2}\b"
    r"(?! [a-z]{3,}s\b)"
    r"|\b\d{1,2}:\d{2}\b"
    r"|\b\d[\d,.]{0,9}-?(?:mm|cm|km|kg|lb)\b"  # "155mm"
    r"|\b\d[\d,.]{0,9}-(?:foot|inch|pound|mile|tonn?e?|store?y|met(?:re|er)|kilomet(?:re|er)|kilogram(?:me)?|gallon|litre)\b"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)-(?:store?y|way|lane|room|time|day|hour|week|month|year)\b",
    re.IGNORECASE,
)
AGE: Final = re.compile(r"(?<=[a-z]), (?:aged )?\d{1,2}(?:, \d{1,2}){0,6}(?:,? and \d{1,2})?(?=,(?!\d)|$)")
"""Behind a name or noun: "a girl, 14", "two women, 61 and 74,"."""
_NAME_PARTICLES: Final = frozenset(
    "al el ul ud bin ibn bint abu ould ag de da del della dos du la le van von der of".split()
)
_QUALIFYING: Final = frozenset(
    "at least some over about around nearly almost under than to the another killing".split()
)
"""May begin a sentence before a number, and be no name."""
_ONE_MORE: Final = frozenset("another|a second|a third|a fourth|a fifth|a sixth".split("|"))
"""One person more, who is not named again: "one was killed and another wounded"."""
_NAMELESS: Final = frozenset("he she him her it they them himself herself itself themselves".split()) | {
    "one another",
    "each other",
}
"""Who they are is told elsewhere, and with it how many."""
_NO_COUNT_NOUNS: Final = frozenset(
    "than number numbers toll tolls total tally supply supplies stock stocks money weaponry ammunition equipment half "
    "most span amount part parts".split()
)
_END_OF_WHO: Final = frozenset(
    "in at on by from who whom that which were was are is had have has with near inside outside during after before "
    "including among when while when as killed wounded injured captured dead hurt detained arrested missing displaced "
    "destroyed abducted kidnapped dying fleeing said according to into for under mostly most ( ) ; : . — –".split()
)
_STATES: Final = frozenset("killed wounded injured captured dead missing detained slain".split())
"""What befell them may stand before who they are: "two wounded soldiers"."""
_SIZED: Final = frozenset({"member", "strong", "person", "man"})
"""The second half of "12-member family", "700-strong garrison"."""
_HOLLOW: Final = frozenset("member members group groups crew relative relatives prisoner prisoners".split())
"""Who they are is told behind "of": "members of one family", "prisoners of war"."""
_SKIPPED: Final = frozenset(
    "of the a an other others more further additional another people's its his her their them these those all as "
    "alleged suspected some - ' \" “ ” ‘ ’".split()
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


_UNITS_BEHIND: Final = re.compile(
    r"[- ]?(?:year|month|week|day|hour|mile|met(?:re|er)|kilomet(?:re|er)|km|mm|kg|per ?cent|%)"
    r"|(?: (?:very|quite|widely|sharply|different|differing|rival|conflicting|competing|contradictory|separate|"
    r"official|new|other|such)){0,3} "
    r"(?:counts?|tolls?|figures|versions?|accounts|statements?|reports?|videos?|estimates?)\b",
    re.IGNORECASE,
)


def is_cut_off(text: str, after: str) -> bool:
    """Whether a number at the end of the words counts what stands behind: "18" "-year-old", "two" "rival tolls"."""
    words = words_of(text[-LEFT:])
    ends_in_number = bool(words) and read_number(words, len(words) - 1) is not None
    return ends_in_number and _UNITS_BEHIND.match(after) is not None


def read_count(text: str, before: str = "") -> Count | None:
    """Read words that count persons or things; None when they count nothing.

    ``before`` is what stands right before them in the document: their approximation or article may be left there.

    >>> read_count("at least 26 jihadists")
    Count(number=Number(low=26, high=None, wording='at_least'), who='jihadists', who_class='combatant')
    >>> read_count("26 jihadists", "The army killed at least ").number.low
    26
    """
    before = before[-LEFT:]
    whole = before + text[:_LONGEST]
    words = words_of(_blanked(_NO_COUNTS, before + _blanked(AGE, text[:_LONGEST])))
    first = at = sum(word.start < len(before) for word in words)
    while at < len(words):
        read = read_number(words, at)
        if read is None:
            at += 1
            continue
        number, after = read
        if any(word.text == "and" for word in words[first:at]):  # "a judge and two lawyers"
            break
        if _counts(words, first, at, after):
            qualifier = qualifier_before(words, at)
            number = qualified(number, qualifier[0]) if qualifier is not None else number
            return _counted(whole, words, number, (first, at, after))
        if at == first:
            return None
        at = after
    return _uncounted(whole, words, first)


def no_counts_blanked(text: str) -> str:
    """Return the text with blanks for ages, calibres and sizes, which hold numbers that count nothing."""
    return _blanked(AGE, _blanked(_NO_COUNTS, text))


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: " " * len(match.group()), text)


def counts_at(words: tuple[Word, ...], at: int, after: int) -> bool:
    """Whether the number at an index of a sentence counts persons or things, and is no age, price, share or year."""
    if words[at].text.isdigit() and len(words[at].text) == 4 and _is_year(words, at, after):
        return False
    return _counts(words, 0, at, after)


def _is_year(words: tuple[Word, ...], at: int, after: int) -> bool:
    """Whether four digits without a comma are told as a year: "in 2014", "August 2014", "2014,"."""
    year = 1900 <= int(words[at].text) < 2100
    before = words[at - 1].text if at else ""
    behind = words[after].text if after < len(words) else "."
    return year and (
        before in {"in", "since", "of", "by", "until", "from", "during", "early", "late", "mid", "and", "to", "-"}
        or before in _NUMBERED
        or not behind[0].isalpha()
    )


def _measures_thing(word: Word) -> bool:
    """Whether a number and a hyphen before the word tell the size of a thing: "a 31-vehicle convoy"."""
    return is_thing(word.text)


def _counts(words: tuple[Word, ...], first: int, at: int, after: int) -> bool:
    """Whether the number counts persons or things, and is no age, distance, price, share, year or name of a unit."""
    before = words[at - 1] if at else None
    behind = words[after].text if after < len(words) else ""
    if behind == "-" and after + 1 < len(words):
        if words[after].end == words[after + 1].start and _measures_thing(words[after + 1]):
            return False
        behind = words[after + 1].text
    if behind in _NOT_COUNTED or behind in _SHARES:
        return False
    if before is None or not words[at].text[0].isdigit():
        return before is None or before.text not in _MONEY
    joined = before.text in {"-", "/"} and before.end == words[at].start and at > 1  # "AH-64"
    named = before.text in _NUMBERED or (before.capital and at > first + 1 and before.text not in _QUALIFYING)
    return not joined and not named and before.text not in _MONEY


def _counted(text: str, words: tuple[Word, ...], number: Number, place: tuple[int, int, int]) -> Count:
    """Take whom it counts from behind the number, else from before it ("a family of five")."""
    first, at, after = place
    phrase = _phrase(words[after:])
    if not phrase and at - 1 > first and words[at - 1].text == "of":
        phrase = _phrase(words[first : at - 1])
    return _count(text, number, phrase)


def _uncounted(text: str, words: tuple[Word, ...], first: int) -> Count | None:
    """Read words without a number: "a soldier" is one, "the militants" some; a name or a mass is no count."""
    alone = " ".join(word.text for word in words[first:])
    if alone in _ONE_MORE:
        return Count(_ONE, None, UNKNOWN)
    if alone in _NAMELESS:
        return None
    phrase = _phrase(words[first:])
    if not phrase or phrase[-1].text in _SHARES or any(word.text in _NO_COUNT_NOUNS for word in phrase):
        return None
    one, some = _count(text, _ONE, phrase), _count(text, _SOME, phrase)
    joined = any(word.text == "and" for word in phrase)
    determined = any(word.text in _DETERMINERS for word in words[max(first - 2, 0) : first + 1])
    person = any(is_person(word.text) and (not word.capital or len(phrase) == 1) for word in phrase)
    if is_plural(phrase[-1].text) or joined:
        return some if some.who_class != UNKNOWN else None
    thing = is_thing(phrase[-1].text) and not _is_name(phrase)
    return one if determined or person or thing else None


def _is_name(phrase: tuple[Word, ...]) -> bool:
    """Whether nothing but capital letters and the small words of names stand there ("Musa bin Omar")."""
    return all(word.capital or word.text in _NAME_PARTICLES or not word.text.isalpha() for word in phrase)


def _phrase(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the noun phrase at the beginning of the words, without determiners and what follows it."""
    sized = len(words) > 1 and words[0].text == "-" and words[1].text in _SIZED
    start = 2 if sized else 0
    while start < len(words) and words[start].text in _SKIPPED | _STATES:
        start += 1
    end = start
    while end < len(words) and not _ends_phrase(words, end):
        end += 1
    while end > start and words[end - 1].text in {"and", "or", ",", "-"}:
        end -= 1
    return words[start:end]


def _ends_phrase(words: tuple[Word, ...], at: int) -> bool:
    word = words[at].text
    if word in _END_OF_WHO or word[0].isdigit():
        return not _is_name_part(words, at)
    if word == "of":
        return words[at - 1].text not in _HOLLOW if at else True
    if word in {"and", "or", ","}:
        ahead = words[at + 1 : at + 4]
        counted = any(read_number(words, at + 1 + index) is not None for index in range(len(ahead)))
        return counted or (bool(ahead) and ahead[0].text in _DETERMINERS) or not _listed(words, at + 1)
    return False


def _is_name_part(words: tuple[Word, ...], at: int) -> bool:
    """Whether a word that could end the phrase belongs to it: IS, "U.S.", "passers-by", "M-16", "displaced people"."""
    before = words[at - 1] if at else None
    if words[at].text == "is":
        return words[at].capital
    if words[at].text == "displaced":
        return at + 1 < len(words) and is_person(words[at + 1].text)
    if words[at].text == "." and before is not None:
        return before.capital and before.end - before.start == 1 and before.end == words[at].start
    joined = before is not None and before.text == "-"
    return joined and (words[at].text in {"by", "in"} or words[at].text.isdigit())


def _listed(words: tuple[Word, ...], at: int) -> bool:
    """Whether persons are named within the next words: "women and children", "soldiers and allied militiamen"."""
    return any(is_person(word.text) for word in words[at : at + 3])


def _count(text: str, number: Number, phrase: tuple[Word, ...]) -> Count:
    if not phrase or {word.text for word in phrase} <= _EMPTY:
        return Count(number, None, UNKNOWN)
    who = " ".join(text[phrase[0].start : phrase[-1].end].split())
    return Count(number, who, class_of(who))


def read_area(text: str) -> Count | None:
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

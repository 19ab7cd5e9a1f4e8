"""Noun phrases that name a speaker, read back from a verb of speech or on from "according to"."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from marsad.extract.speaking import (
    ASIDES,
    AUXILIARY,
    BOUNDARY,
    OPENERS,
    PAPERS,
    PREPOSITIONS,
    PRONOUNS,
    QUANTITIES,
    RELATIVES,
    SPEECH,
    TIMES,
    UNSPEAKING,
    Word,
    looks_verbal,
)

LONGEST: Final = 12
"""Words that a speaker is named with at most; more is a clause misread."""
_RELATIVE: Final = 14
"""Words of a relative clause between a speaker and the verb."""
_PUT_OUT: Final = frozenset("issued released published posted compiled made put written signed sent read".split())
_REDUCED: Final = frozenset("who speaking based reached contacted interviewed living".split())
"""What begins a clause about a speaker without a comma: "residents reached by phone"."""
_YEARS: Final = frozenset(str(year) for year in range(1900, 2100))
_ASIDES_BACK: Final = 4
"""Commas that are walked over from a verb back to its speaker ("X, 40, a farmer from Y, said")."""


def speakers_before(words: Sequence[Word], start: int) -> tuple[tuple[tuple[int, int], ...], int]:
    """Return the speakers that end before a verb, and the first word of them."""
    before = low_at(words, start - 1)
    if start == 0 or before in {"a", "an", "the"} or before in PREPOSITIONS:
        return (), 0
    if before in {"and", "but", "then"}:
        subject = opening_subject(words, start)
        return subject, start
    if before in RELATIVES:
        end = start - (2 if low_at(words, start - 2) == "," else 1)
        speakers = _backward(words, end)
        return speakers[-1:], (start - 1)
    if before in {",", ")"}:
        return _behind_asides(words, start)
    relative = _relative_before(words, start)
    speakers = _backward(words, start if relative is None else relative)
    first = speakers[0][0] if speakers else 0
    named = _described(words, first)
    return (named or speakers), (named[0][0] if named else first)


def _relative_before(words: Sequence[Word], start: int) -> int | None:
    """Return where a relative clause without commas begins that ends before a verb ("residents who fled said")."""
    for index in range(start - 2, max(start - _RELATIVE, 0), -1):
        if words[index].low in {",", "■", ";", ":", "“", "that"}:
            return None
        if words[index].low in {"who", "whose"}:
            acts = any(looks_verbal(word) or word.low in AUXILIARY for word in words[index + 1 : start])
            return index if acts and words[index - 1].low != "," else None
    return None


def _described(words: Sequence[Word], first: int) -> tuple[tuple[int, int], ...]:
    """Return the person whom the words from there on describe without a second comma ("Musa Bah, a farmer said")."""
    comma = first - 2
    if low_at(words, first - 1) not in {"a", "an", "the"} or low_at(words, comma) != "," or comma > 2 * LONGEST:
        return ()
    start = comma
    while start > 0 and words[start - 1].text[:1].isupper() and words[start - 1].low not in BOUNDARY:
        start -= 1
    opens = start == 0 or words[start - 1].low in {"but", "and", "■", "“", ","}
    return ((start, comma),) if opens and 2 <= comma - start <= 4 and words[start].low not in PREPOSITIONS else ()


def _behind_asides(words: Sequence[Word], start: int) -> tuple[tuple[tuple[int, int], ...], int]:
    """Return the speaker before what is said of him or her between commas or brackets."""
    end = start
    for _ in range(_ASIDES_BACK):
        opening = _opening(words, end - 1)
        if opening is None:
            return (), 0
        named = (opening + 1, end - 1)
        speakers = _backward(words, opening)
        in_office = words[opening - 1].text[:1].islower() or (speakers and words[speakers[-1][0]].text[:1].islower())
        if words[opening].low == "," and _is_full_name(words, *named) and in_office:
            return (named,), opening + 1
        aside = words[opening + 1]
        is_aside = words[opening].low == "(" or aside.low in ASIDES or aside.text[:1].isdigit() or aside.low in PAPERS
        is_name = bool(speakers) and words[speakers[-1][0]].text[:1].isupper()
        if not is_aside and not (is_name and (aside.text[:1].islower() or words[end - 2].text.islower())):
            return (), 0
        if speakers and not _is_aside(words, speakers[-1][0]):
            return speakers[-1:], speakers[-1][0]
        end = opening + 1
    return (), 0


def _is_aside(words: Sequence[Word], first: int) -> bool:
    """Say whether the words from there on are themselves between commas and describe who is named before them."""
    before = first - (low_at(words, first - 1) in {"the", "a", "an"}) - 1
    named = words[before - 1].text[:1].isupper() or words[before - 1].text[:1].isdigit() if before > 0 else False
    return words[first].low in ASIDES - {"the", "a", "an"} and named and low_at(words, before) in {",", "("}


def _is_full_name(words: Sequence[Word], first: int, end: int) -> bool:
    """Say whether words are a person's name behind an office ("the governor, Oleh Kiper, said")."""
    return 2 <= end - first <= 4 and all(word.text[:1].isupper() for word in words[first:end])


def _opening(words: Sequence[Word], closing: int) -> int | None:
    """Return the comma or bracket that opens what the one given closes."""
    wanted = "(" if words[closing].low == ")" else ","
    for index in range(closing - 1, max(closing - 30, 0), -1):
        if words[index].low == wanted:
            return index
        if words[index].low in {"■", "“", "”", ";"}:
            return None
    return None


def _backward(words: Sequence[Word], end: int) -> tuple[tuple[int, int], ...]:
    """Return the noun phrases that end before that word, joined by "and"."""
    first = end
    while first > 0 and words[first - 1].low not in BOUNDARY and end - first <= 2 * LONGEST:
        if words[first - 1].low in SPEECH and words[first - 1].text[:1].islower() and not is_press(words, first - 1):
            break
        first -= 1
    if low_at(words, end - 1) in PRONOUNS:
        return ((end - 1, end),)
    first = _without_opening(words, first, end)
    for index in range(end - 1, first, -1):
        if words[index].low == "and":
            left, right = speaker_in(words, first, index), speaker_in(words, index + 1, end)
            if left and right:
                return (left, right)
            return (right,) if right else ()
    phrase = speaker_in(words, first, end)
    return (phrase,) if phrase else ()


def is_press(words: Sequence[Word], index: int) -> bool:
    """Say whether "reports" is a noun: before a verb of speech or a place ("media reports in Goma said")."""
    following = low_at(words, index + 1)
    return words[index].low == "reports" and (following in SPEECH or following in {"in", "from", "have", "had", "of"})


def _without_opening(words: Sequence[Word], first: int, end: int) -> int:
    """Pass over what opens a clause before its subject: "But", "On Monday", "In Kabul", "In a statement"."""
    while first < end and (words[first].low in OPENERS or words[first].low in TIMES):
        first += 1
    if first >= end or words[first].low not in PREPOSITIONS:
        return first
    index = first + 2
    while index < end and words[index].text[:1].isupper() and words[index].low not in {"the", "a", "an"}:
        index += 1
    while index < end and words[index].low in TIMES:
        index += 1
    later = [at for at in range(first + 2, end) if words[at].low in {"the", "a", "an", "one", "two", "its", "his"}]
    if low_at(words, first + 1)[:1].isalpha() and words[first + 1].text[:1].isupper():
        return index
    return later[0] if later else end


def speaker_in(words: Sequence[Word], first: int, end: int) -> tuple[int, int] | None:
    """Return the words that name a speaker, without article and what only describes; None for a clause."""
    first = _behind_paper(words, first, end)
    while first < end and words[first].low in {"the", "a", "an", "and", "both", "that"} | _YEARS:
        first += 1
    for index in range(first + 1, end):
        cut = words[index].low in PREPOSITIONS - {"of", "for"} or words[index].low in _REDUCED
        if cut and words[index - 1].text[:1].islower() | (words[index].low not in {"of", "from"}):
            end = index
            break
    while end > first and (
        words[end - 1].low in TIMES or words[end - 1].low in {"late", "early", "even", "only", "just", "’s", "'s"}
    ):
        end -= 1
    named = words[first:end]
    if (
        not named
        or len(named) > LONGEST
        or (len(named) == 1 and looks_verbal(named[0]))
        or not any(word.text[:1].isalpha() for word in named)
    ):
        return None
    head = next((at - 1 for at, word in enumerate(named) if at and word.low in {"of", "for", "from"}), len(named) - 1)
    if len(named) == 1 and named[0].low in QUANTITIES:
        return first, end
    if (
        named[0].low == "no"
        or named[head].low in UNSPEAKING
        or any(_is_clause(word, index) for index, word in enumerate(named))
    ):
        return None
    return first, end


def _behind_paper(words: Sequence[Word], first: int, end: int) -> int:
    """Return where those are named who put out a paper: "a statement from the presidency" is the presidency's word."""
    for index in range(first, end - 1):
        if words[index].low in PAPERS:
            by = index + 1 + (words[index + 1].low in _PUT_OUT)
            return by + 1 if low_at(words, by) in {"by", "from"} and by + 1 < end else first
    return first


def _is_clause(word: Word, index: int) -> bool:
    """Say whether a word inside a name of a speaker shows that it is no name: a verb behind its noun."""
    return index > 0 and looks_verbal(word) and not word.low.endswith("ing") and "-" not in word.low


def speakers_after(words: Sequence[Word], start: int) -> tuple[tuple[tuple[int, int], ...], int]:
    """Return the noun phrases that begin at that word, and the word behind them."""
    end = start
    joined = [start]
    while end < len(words) and end - start <= 2 * LONGEST and not _stops(words, start, end):
        end += 1
        if low_at(words, end) == "and" and not _stops(words, end, end + 1) and not _is_verb_ahead(words, end + 1):
            joined.append(end + 1)
            end += 1
    bounds = [*joined, end + 1]
    phrases = [speaker_in(words, a, b - 1) for a, b in pairwise(bounds)]
    return tuple(phrase for phrase in phrases if phrase is not None), end


def _stops(words: Sequence[Word], start: int, index: int) -> bool:
    if index >= len(words):
        return True
    word = words[index]
    if word.low in {"of", "for", "from"}:
        return False
    verbal = index > start and _is_clause(word, 1) and word.text[:1].islower()
    if word.low in {"the", "a", "an"} and index > start:
        return words[index - 1].low not in {"of", "for", "from", "and"}
    return verbal or word.low in BOUNDARY or word.low in PREPOSITIONS or word.low in TIMES or word.low == "and"


def _is_verb_ahead(words: Sequence[Word], index: int) -> bool:
    return index < len(words) and looks_verbal(words[index])


def opening_subject(words: Sequence[Word], before: int) -> tuple[tuple[int, int], ...]:
    """Return the noun phrase that opens the clause before a second verb ("the army left and said")."""
    first = before
    while first > 0 and words[first - 1].low not in {"■", "“", "”", ";", ":", '"', "but", "while", "that"}:
        first -= 1
    first = _without_opening(words, first, before)
    if low_at(words, first) == ",":
        first = _without_opening(words, first + 1, before)
    if first >= before:
        return ()
    if words[first].low in PRONOUNS:
        return ((first, first + 1),)
    end = first
    while end < before and not _stops(words, first, end):
        end += 1
    if end >= before or not (looks_verbal(words[end]) or words[end].low in {",", "("} or words[end].low in AUXILIARY):
        return ()
    phrase = speaker_in(words, first, end)
    return (phrase,) if phrase is not None else ()


def low_at(words: Sequence[Word], index: int) -> str:
    """Return the word at that number in lower case; nothing beyond the ends."""
    return words[index].low if 0 <= index < len(words) else ""

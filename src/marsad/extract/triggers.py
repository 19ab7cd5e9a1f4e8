"""Finding the words that express a happening: one walk over the tokens against a table of words and phrases."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Final

from msgspec import Struct

from marsad.extract.syntax import Analysis
from marsad.extract.tagging import Token
from marsad.extract.words import load_yaml

MAX_TRIGGERS: Final = 24
"""Triggers that are read in one sentence; what has more is a list or an index, and the work must stay bounded."""
NONE: Final = "none"
"""The rule of set phrases that look like a trigger and are none."""


class Entry(Struct, frozen=True):
    """One row of the table: a fixed ``type`` or the ``rule`` that decides, and kinds that a side must (not) be."""

    type: str
    rule: str
    object: frozenset[str]
    subject: frozenset[str]
    object_not: frozenset[str]


class Pattern(Struct, frozen=True):
    """A phrase that a trigger may be: ``words`` after the first one must follow, in lower case."""

    words: tuple[str, ...]
    verb: bool
    entry: Entry


class Trigger(Struct, frozen=True):
    """A phrase found: tokens ``first`` to ``end`` (exclusive); ``others`` are further meanings of the same words."""

    first: int
    end: int
    verb: bool
    entry: Entry
    others: tuple[Entry, ...] = ()

    @property
    def head(self) -> int:
        """The token that the rest of the clause depends on: a verb's first, a noun's last."""
        return self.first if self.verb else self.end - 1


@cache
def table() -> Mapping[str, tuple[Pattern, ...]]:
    """Return the patterns by their first word, longest first."""
    by_word: dict[str, list[Pattern]] = {}
    for row in load_yaml("triggers.yaml"):
        entry = _entry(row)
        for verb in row.get("verbs", ()):
            _add(by_word, Pattern(tuple(verb.split()), verb=True, entry=entry))
        for noun in row.get("nouns", ()):
            for form in _noun_forms(noun):
                _add(by_word, Pattern(tuple(form.split()), verb=False, entry=entry))
    return {word: tuple(sorted(patterns, key=lambda p: -len(p.words))) for word, patterns in by_word.items()}


def _entry(row: Mapping[str, object]) -> Entry:
    def kinds(name: str) -> frozenset[str]:
        value = row.get(name, ())
        return frozenset(value if isinstance(value, list) else ())

    return Entry(
        str(row.get("type", "")), str(row.get("rule", "")), kinds("object"), kinds("subject"), kinds("object_not")
    )


def _noun_forms(noun: str) -> tuple[str, ...]:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun, f"{noun[:-1]}ies"
    return noun, noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")


def _add(by_word: dict[str, list[Pattern]], pattern: Pattern) -> None:
    by_word.setdefault(pattern.words[0], []).append(pattern)


def find_triggers(sentence: Analysis) -> tuple[Trigger, ...]:
    """Return the triggers of a sentence from left to right, the longest at each place; none overlap.

    Set phrases that are no happening ("heart attack") hide the triggers in them.
    """
    told = (trigger for trigger in _walk(sentence) if trigger.entry.rule != NONE)
    return tuple(islice(told, MAX_TRIGGERS))


def _walk(sentence: Analysis) -> Iterator[Trigger]:
    index = 0
    while index < len(sentence.tokens):
        trigger = _match(sentence, index)
        if trigger is None:
            index += 1
        else:
            yield trigger
            index = trigger.end


def _match(sentence: Analysis, index: int) -> Trigger | None:
    """Return the longest trigger that begins there, with its other meanings; a set phrase has no other."""
    token = sentence.tokens[index]
    keys = (token.low, token.lemma) if token.lemma != token.low else (token.low,)
    fitting = [p for key in keys for p in table().get(key, ()) if _fits(sentence, index, p, token)]
    if not fitting:
        return None
    ends = [_end(sentence, index, pattern) for pattern in fitting]
    longest = max(ends)
    meanings = [pattern for pattern, end in zip(fitting, ends, strict=True) if end == longest]
    meanings = [pattern for pattern in meanings if pattern.entry.rule == NONE] or meanings
    entries = tuple(dict.fromkeys(pattern.entry for pattern in meanings))
    return Trigger(index, longest, meanings[0].verb, entries[0], entries[1:])


def _fits(sentence: Analysis, index: int, pattern: Pattern, token: Token) -> bool:
    if pattern.verb:
        if token.tag not in "VG":
            return False
    elif token.low != pattern.words[0] or (len(pattern.words) == 1 and not _nominal(sentence, index)):
        return False
    return _end(sentence, index, pattern) > 0


def _nominal(sentence: Analysis, index: int) -> bool:
    """Say whether a noun heads its phrase or its campaign ("attack aircraft" is no attack)."""
    token = sentence.tokens[index]
    if token.tag != "N":
        return False
    phrase = sentence.phrase_of(index)
    return (
        phrase is None
        or phrase.head == index
        or sentence.tag(index + 1) == "'"
        or sentence.low(index + 1) in _AFTER_NOUN
    )


_AFTER_NOUN: Final = frozenset({"campaign", "operation", "operations", "victims", "victim", "site", "scene"})


def _end(sentence: Analysis, index: int, pattern: Pattern) -> int:
    """Where the pattern ends when the rest of its words follow, else 0. An adverb may stand within a verb's phrase."""
    place = index + 1
    for word in pattern.words[1:]:
        if sentence.tag(place) == "A" and pattern.verb and sentence.low(place) != word:
            place += 1
        if sentence.low(place) != word:
            return 0
        place += 1
    return place

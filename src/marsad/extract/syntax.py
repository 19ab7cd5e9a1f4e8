"""Shallow syntax of one sentence: tagged tokens and noun phrases. Linear in the length of the sentence."""

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from marsad.extract.tagging import Token, tag_tokens

_ADJECTIVE: Final = re.compile(
    r"^(?:U\.S\.|US|UN|U\.N\.|NATO|.+(?:ian|ish|ese|eli|iqi|emi|ani|udi|ench|rab|ghan|an)|.+-(?:led|backed))$"
)
_UNITS: Final = frozenset("km kilometers kilometres kilometer kilometre miles mile meters metres".split())
DIRECTIONS: Final = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west".split()
)


class Phrase(Struct, frozen=True, gc=False):
    """A noun phrase as tokens: ``first`` to ``end`` (exclusive), ``head`` its last noun, ``bare`` without article."""

    first: int
    end: int
    head: int
    bare: int


class Analysis(Struct, frozen=True):
    """A sentence: its tokens, its noun phrases, and for each token the phrase that holds it (-1: none)."""

    tokens: tuple[Token, ...]
    phrases: tuple[Phrase, ...]
    phrase_at: tuple[int, ...]

    def phrase_of(self, index: int) -> Phrase | None:
        """Return the noun phrase that holds that token."""
        if not 0 <= index < len(self.phrase_at) or self.phrase_at[index] < 0:
            return None
        return self.phrases[self.phrase_at[index]]

    def tag(self, index: int) -> str:
        """Tag of a token; empty beyond the ends."""
        return self.tokens[index].tag if 0 <= index < len(self.tokens) else ""

    def low(self, index: int) -> str:
        """Lower case of a token; empty beyond the ends."""
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""


def analyse(text: str, start: int, end: int) -> Analysis:
    """Analyse ``text[start:end]``, one sentence of a document; offsets stay those of the document."""
    tokens = tag_tokens(text, start, end)
    phrases, phrase_at = _phrases(tokens)
    return Analysis(tokens, phrases, phrase_at)


def _phrases(tokens: Sequence[Token]) -> tuple[tuple[Phrase, ...], tuple[int, ...]]:
    phrases: list[Phrase] = []
    phrase_at = [-1] * len(tokens)
    index = 0
    while index < len(tokens):
        phrase = _phrase_from(tokens, index)
        if phrase is not None:
            phrase = _with_second_adjective(tokens, phrase)
        if phrase is None:
            index += 1
            continue
        phrase_at[phrase.first : phrase.end] = [len(phrases)] * (phrase.end - phrase.first)
        phrases.append(phrase)
        index = phrase.end
    return tuple(phrases), tuple(phrase_at)


def _phrase_from(tokens: Sequence[Token], first: int) -> Phrase | None:
    """Read one noun phrase that begins at that token: (article) (modifier | noun | 's)* noun."""
    if tokens[first].tag not in ("D", "N", "#", "Y", "R"):
        return None
    if tokens[first].tag == "R":
        return Phrase(first, first + 1, first, first)
    index, head = first, -1
    while index < len(tokens) and _continues(tokens, first, index):
        if tokens[index].tag in ("N", "#"):
            head = index
        index += 1
    if head < 0:
        return None
    bare = first
    while bare < head and tokens[bare].tag == "D":
        bare += 1
    return Phrase(first, head + 1, head, bare)


def _with_second_adjective(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """Take in the second adjective of one noun: "U.S. and Iraqi troops" are not two parties."""
    last = tokens[phrase.head]
    if phrase.end - phrase.bare != 1 or not _ADJECTIVE.search(last.text) or phrase.end + 2 >= len(tokens):
        return phrase
    second = tokens[phrase.end + 1]
    if tokens[phrase.end].low != "and" or second.tag != "N" or not _ADJECTIVE.search(second.text):
        return phrase
    rest = _phrase_from(tokens, phrase.end + 1)
    if rest is None or rest.end - rest.first < 2 or tokens[rest.head].text[0].isupper():
        return phrase
    return Phrase(phrase.first, rest.end, rest.head, phrase.bare)


def _continues(tokens: Sequence[Token], first: int, index: int) -> bool:
    tag = tokens[index].tag
    if tag == "D":
        return index == first or (tokens[index - 1].tag == "D")
    if tag == "Y":
        return (index == first and _possessive_at(tokens, index + 1)) or (
            index > first and tokens[first].tag == "D" and tokens[first].low == "the" and index == first + 1
        )
    if tag == "A":
        opens = index > first and tokens[index - 1].tag in ("D", "A")
        return opens and index + 1 < len(tokens) and tokens[index + 1].tag in ("N", "A")
    if tag == "'":
        return index > first and _possessive_at(tokens, index)
    if tokens[index].low in DIRECTIONS and index > first and tokens[index - 1].tag == "N":
        return index + 1 < len(tokens) and tokens[index + 1].tag == "N"
    if tag == "#" and index > first and tokens[index - 1].tag == "N" and index + 1 < len(tokens):
        return tokens[index + 1].low not in _UNITS
    return tag in ("N", "#")


def _possessive_at(tokens: Sequence[Token], index: int) -> bool:
    """Whether a possessive mark stands there with the thing possessed after it."""
    return index + 1 < len(tokens) and tokens[index].tag == "'" and tokens[index + 1].tag in ("N", "#")

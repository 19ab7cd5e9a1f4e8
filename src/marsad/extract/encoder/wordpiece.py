"""Words → pieces of the encoder's vocabulary, each with its place in the text.

The greedy longest-match-first algorithm of BERT (Devlin et al. 2019, uncased): text is lower-cased, accents are
dropped, words split at white space and punctuation, words into the longest pieces that the vocabulary holds.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

UNKNOWN, START, END = "[UNK]", "[CLS]", "[SEP]"
LONGEST_WORD = 64
"""Characters; longer runs (an address, noise) become one unknown piece."""

LOWER, CAPITALISED, UPPER, DIGITS, OTHER = range(5)
"""Casing classes: the vocabulary is uncased, and names are told by their case."""
CASINGS = 5

_TOKEN = re.compile(r"[^\W_]+|[^\s\w]|_")


class Pieces(Struct, frozen=True):
    """Pieces of a text between start and end marks; piece ``i`` covers ``starts[i]`` to ``ends[i]`` of the text.

    The marks at both ends cover nothing (0 to 0). ``inner`` says which pieces go on a word that another began.
    """

    ids: tuple[int, ...]
    casings: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    inner: tuple[bool, ...]


class WordPiece:
    """A vocabulary with its tokeniser."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self._split = lru_cache(maxsize=20_000)(self._pieces_of)

    def encode(self, text: str) -> Pieces:
        """Cut the text into pieces."""
        ids, casings, starts, ends, inner = [self._ids[START]], [OTHER], [0], [0], [False]
        for match in _TOKEN.finditer(text):
            casing = casing_of(match[0])
            for id_, start, end in self._split(match[0]):
                ids.append(id_)
                casings.append(casing)
                starts.append(match.start() + start)
                ends.append(match.start() + end)
                inner.append(start > 0)
        return Pieces((*ids, self._ids[END]), (*casings, OTHER), (*starts, 0), (*ends, 0), (*inner, False))

    def _pieces_of(self, word: str) -> tuple[tuple[int, int, int], ...]:
        """Id, start and end within the word of each of its pieces."""
        plain, places = _plain(word)
        if not plain or len(plain) > LONGEST_WORD:
            return ((self._ids[UNKNOWN], 0, len(word)),)
        found = tuple(self._longest(plain))
        if any(id_ is None for id_, _, _ in found):
            return ((self._ids[UNKNOWN], 0, len(word)),)
        return tuple((id_, places[start], places[end - 1] + 1) for id_, start, end in found if id_ is not None)

    def _longest(self, plain: str) -> Iterator[tuple[int | None, int, int]]:
        start = 0
        while start < len(plain):
            prefix = "##" if start else ""
            end = len(plain)
            while end > start and prefix + plain[start:end] not in self._ids:
                end -= 1
            if end == start:
                yield None, start, start
                return
            yield self._ids[prefix + plain[start:end]], start, end
            start = end


def _plain(word: str) -> tuple[str, tuple[int, ...]]:
    """Lower-case without accents, and for each character left the index of the one it comes from."""
    characters, places = [], []
    for index, character in enumerate(word):
        for part in unicodedata.normalize("NFD", character.lower()):
            if unicodedata.category(part) != "Mn":
                characters.append(part)
                places.append(index)
    return "".join(characters), tuple(places)


def casing_of(word: str) -> int:
    """Class of a word's casing."""
    if not word[0].isalnum():
        return OTHER
    if word[0].isdigit():
        return DIGITS
    if word.islower():
        return LOWER
    return UPPER if word.isupper() and len(word) > 1 else CAPITALISED

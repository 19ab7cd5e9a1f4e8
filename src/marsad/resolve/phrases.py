"""Finds names of a table in running text: whole words, any case, with or without accents, hyphens and possessives."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

T = TypeVar("T")

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’ʼ`‘][^\W_]+)*", re.UNICODE)
_APOSTROPHES = re.compile(r"['’ʼ`‘.]")
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_DOTTED = re.compile(r"(?:[A-Z]\.)+")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
ACRONYM_LETTERS = 6
"""A single word of at most this many letters with two capitals is an acronym: it has to be written just so."""


class Word(Struct, frozen=True, gc=False):
    """A word with its place in the text; ``key`` is what it is compared by."""

    start: int
    end: int
    key: str


def key_of(word: str) -> str:
    """Return the word without case, accents, apostrophes and possessive.

    >>> key_of("Da'esh"), key_of("Séléka"), key_of("Sudan’s"), key_of("U.S.")
    ('daesh', 'seleka', 'sudan', 'us')
    """
    bare = _APOSTROPHES.sub("", _POSSESSIVE.sub("", word))
    if bare.isascii():
        return bare.casefold()
    decomposed = unicodedata.normalize("NFKD", bare)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


def words_of(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """Return the words between two places of a text."""
    stop = len(text) if end is None else end
    return tuple(_word(match) for match in _WORD.finditer(text, start, stop))


def _word(match: re.Match[str]) -> Word:
    """Return the word; a possessive's mark is no part of it."""
    possessive = _POSSESSIVE.search(match[0])
    return Word(match.start(), match.end() - (2 if possessive is not None else 0), key_of(match[0]))


def is_acronym(name: str) -> bool:
    """Say whether the name is read by its capitals.

    >>> is_acronym("PLO"), is_acronym("FAMa"), is_acronym("Fano"), is_acronym("Al-Shabaab")
    (True, True, False, False)
    """
    return len(name) <= ACRONYM_LETTERS and name.isalnum() and sum(letter.isupper() for letter in name) > 1


class Entry(Struct, Generic[T], frozen=True):
    """A name of the index with what it stands for."""

    name: str
    value: T

    def written_as(self, surface: str) -> bool:
        """Say whether this name may be written like that: acronyms just so, others with a capital at least."""
        bare = _POSSESSIVE.sub("", surface)
        if is_acronym(self.name) or _DOTTED.fullmatch(self.name):
            return bare == self.name
        if self.name.islower():
            return True
        return any(letter.isupper() for letter in _ARTICLE.sub("", bare))


class Hit(Struct, Generic[T], frozen=True):
    """Words of the text that are a name of the index: ``first`` and ``last`` count words, ``last`` exclusive."""

    start: int
    end: int
    first: int
    last: int
    entries: tuple[Entry[T], ...]


class _Node(Generic[T]):
    __slots__ = ("children", "entries")

    def __init__(self) -> None:
        self.children: dict[str, _Node[T]] = {}
        self.entries: list[Entry[T]] = []


class PhraseIndex(Generic[T]):
    """Names by their words; finding is linear in the length of the text."""

    def __init__(self, entries: Iterable[Entry[T]]) -> None:
        self._root: _Node[T] = _Node()
        for entry in entries:
            node = self._root
            for key in _keys(entry.name):
                node = node.children.setdefault(key, _Node())
            if node is not self._root:
                node.entries.append(entry)

    def find(self, text: str, words: Sequence[Word]) -> tuple[Hit[T], ...]:
        """Return the names that stand in the text, the longest at each place, none within another."""
        hits: list[Hit[T]] = []
        at = 0
        while at < len(words):
            hit = self._longest(text, words, at)
            if words[at].key == "the" and at + 1 < len(words):
                hit = _longer(hit, self._longest(text, words, at + 1))
            if hit is None:
                at += 1
            else:
                hits.append(hit)
                at = hit.last
        return tuple(hits)

    def exactly(self, name: str) -> tuple[T, ...]:
        """Return what a name stands for, whatever its capitals."""
        node: _Node[T] | None = self._root
        for key in _keys(name):
            node = node.children.get(key) if node is not None else None
        return () if node is None else tuple(entry.value for entry in node.entries)

    def _longest(self, text: str, words: Sequence[Word], first: int) -> Hit[T] | None:
        found: Hit[T] | None = None
        node = self._root.children.get(words[first].key)
        last = first + 1
        while node is not None:
            if node.entries:
                start, end = words[first].start, words[last - 1].end
                fitting = tuple(entry for entry in node.entries if entry.written_as(text[start:end]))
                if fitting:
                    found = Hit(start, end, first, last, fitting)
            if last == len(words) or _apart(text, words[last - 1].end, words[last].start):
                break
            node = node.children.get(words[last].key)
            last += 1
        return found


def _keys(name: str) -> tuple[str, ...]:
    """Return the keys of a name; a leading "The" is left out, unless one word alone would be left ("The Times")."""
    keys = tuple(word.key for word in words_of(name))
    return keys[1:] if len(keys) > 2 and keys[0] == "the" else keys


def _longer(hit: Hit[T] | None, later: Hit[T] | None) -> Hit[T] | None:
    """Return the one that ends later: "The National" does not cut "National Liberation Army"."""
    if hit is None or later is None:
        return hit or later
    return later if later.last > hit.last else hit


def _apart(text: str, end: int, start: int) -> bool:
    """Words of one name are parted by a blank, a hyphen or a slash, not by a full stop or a paragraph."""
    between = text[end:start]
    return len(between) > 4 or any(mark in between for mark in '.;:!?\n"“”')

"""Names of parties and sources that consist of several words, so that "Front for the Liberation of X" is one noun."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from msgspec import Struct

from marsad.facts import derived, parties, sources

_INSURGENT: Final = frozenset(("rebel", "political_militia", "communal_militia", "criminal_group"))
_INNER: Final = frozenset(
    ("of", "for", "and", "the", "in", "to", "on", "against", "al", "de", "del", "la", "y", "et", "des", "pour")
)
MAX_WORDS: Final = 9
"""The longest name that is looked for."""

RawToken = tuple[int, int, str]


class Names(Struct, frozen=True):
    """``long``: names by their first word, longest first; ``kinds``: of what kind a party's name is, in lower case."""

    long: Mapping[str, tuple[tuple[str, ...], ...]]
    kinds: Mapping[str, frozenset[str]]


@derived
def names() -> Names:
    """Read the names off the tables of facts, once."""
    kinds: dict[str, frozenset[str]] = {}
    long: dict[str, set[tuple[str, ...]]] = {}
    for party in parties().values():
        side = frozenset(("armed", "insurgent") if party.kind in _INSURGENT else ("armed", "state"))
        aliases = (party.name, *party.aliases, *(alias for alias in party.weak_aliases if alias.isupper()))
        for alias in aliases:
            if party.kind != "government" and not alias.islower():
                kinds.setdefault(_key(alias), side)
        _add(long, aliases)
    for source in sources().values():
        _add(long, (source.name, *source.aliases))
    return Names({first: tuple(sorted(found, key=lambda n: (-len(n), n))) for first, found in long.items()}, kinds)


def _key(alias: str) -> str:
    return alias if alias.isupper() and len(alias) < 4 else alias.lower().replace("’", "'")


def _add(long: dict[str, set[tuple[str, ...]]], aliases: Iterable[str]) -> None:
    """Keep names of several words that hold a small word, for those alone does a noun phrase fall apart."""
    for alias in aliases:
        words = tuple(alias.split())
        if 2 < len(words) <= MAX_WORDS and words[0][0].isupper() and any(word in _INNER for word in words[1:-1]):
            long.setdefault(words[0], set()).add(words)


def fuse(text: str, raw: Sequence[RawToken]) -> list[RawToken]:
    """Make one token of each name of several words."""
    fused: list[RawToken] = []
    index = 0
    while index < len(raw):
        length = _name_at(text, raw, index) if raw[index][2][0].isupper() else 0
        start, end = raw[index][0], raw[index + max(length, 1) - 1][1]
        fused.append((start, end, text[start:end]))
        index += max(length, 1)
    return fused


def _name_at(text: str, raw: Sequence[RawToken], index: int) -> int:
    """Count the words of the name that begins there; 0 when they are one token already."""
    listed = _length(raw, index, names().long.get(raw[index][2], ()))
    return listed or _generic(raw, index) or _hyphened(text, raw, index)


def _length(raw: Sequence[RawToken], index: int, candidates: Sequence[tuple[str, ...]]) -> int:
    for words in candidates:
        if len(words) <= len(raw) - index and all(raw[index + i][2] == word for i, word in enumerate(words)):
            return len(words)
    return 0


def _generic(raw: Sequence[RawToken], index: int) -> int:
    """Count the words of a name with capitals on both sides of "for": "Observatory for Human Rights"."""
    if (
        index + 2 < len(raw)
        and raw[index + 1][2] == "for"
        and raw[index][2][0].isupper()
        and raw[index + 2][2][0].isupper()
    ):
        length = 3
        while index + length < len(raw) and raw[index + length][2][0].isupper():
            length += 1
        return length if index and len(raw[index][2]) > 3 else 0
    return 0


def _hyphened(text: str, raw: Sequence[RawToken], index: int) -> int:
    """Count the words of "US -backed", whose hyphen a space has torn off."""
    if (
        index + 2 < len(raw)
        and raw[index + 1][2] == "-"
        and raw[index + 2][2] in ("backed", "led", "allied", "based", "held")
    ):
        torn = text[raw[index][1]] == " " and raw[index + 1][1] == raw[index + 2][0]
        return 3 if torn and raw[index][2][0].isupper() else 0
    return 0


def kinds_of_name(text: str) -> frozenset[str]:
    """Kinds of a party's name; empty when the tables do not know it."""
    kinds = names().kinds
    return kinds.get(text) or kinds.get(text.lower().replace("’", "'"), frozenset())

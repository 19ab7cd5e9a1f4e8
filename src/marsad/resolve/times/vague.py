"""Words that tell a side of the present and fix no day: "recently", "now", "in the near future"."""

from collections.abc import Iterable
from typing import Final

from marsad.resolve.times.dates import Parsed
from marsad.resolve.times.tokens import Tokens
from marsad.resolve.times.value import Side, Vague

_PHRASES: Final[dict[Side, tuple[str, ...]]] = {
    "past": (
        "recently",
        "more recently",
        "most recently",
        "lately",
        "not long ago",
        "long ago",
        "the past",
        "the recent past",
        "the distant past",
    ),
    "present": (
        "now",
        "right now",
        "currently",
        "current",
        "nowadays",
        "presently",
        "these days",
        "at present",
        "at the moment",
    ),
    "future": (
        "the future",
        "the near future",
        "the foreseeable future",
        "near future",
        "foreseeable future",
        "the near term",
        "the short term",
        "the long term",
        "as soon as possible",
    ),
}


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], Side]]]:
    """Return the phrases by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Side]]] = {}
    for side, phrases in _PHRASES.items():
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, side))
    return {word: sorted(phrases, key=lambda one: -len(one[0])) for word, phrases in found.items()}


_KNOWN: Final = _by_first_word()


def vague_starts() -> Iterable[str]:
    """Return the first words of all phrases."""
    return _KNOWN


def vague(tokens: Tokens, at: int) -> Parsed | None:
    """Read one of the phrases; "the past three days" is a stretch of time and read before this."""
    if tokens.is_capital(at) and tokens.word(at) == "now":
        return None  # the beginning of an argument ("Now, ...")
    for words, side in _KNOWN.get(tokens.word(at), ()):
        if all(tokens.word(at + step) == word for step, word in enumerate(words)):
            return Vague(side), at + len(words)
    return None

"""Whom a count counts: the class of victim that the words tell, by a lexicon of words for persons."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml

from marsad import ontology

UNKNOWN = "unknown"
MIXED = "mixed"
_WORD = re.compile(r"[^\W_](?:[\w'’-]*[^\W_])?|[,/&]")


@cache
def lexicon() -> Mapping[str, str]:
    """Return each word or pair of words, in the singular as listed, with its class; read once and kept.

    Raises:
        UnknownCodeError: the file names a class that the ontology does not list.
    """
    text = files(__package__).joinpath("data", "classes.yaml").read_text("utf-8")
    listed: dict[str, list[str]] = yaml.safe_load(text)
    for code in listed:
        ontology.load().victim_class(code)
    return MappingProxyType({word: code for code, words in listed.items() for word in words})


def class_of(phrase: str) -> str:
    """Return the class of a noun phrase; several classes joined by "and" are mixed.

    >>> class_of("Red Cross workers"), class_of("women and children"), class_of("army lorries")
    ('aid_worker', 'mixed', 'unknown')
    """
    parts = _joined(tuple(_WORD.findall(phrase.lower())))
    told = {found for part in parts if (found := _class_of_part(part)) not in {None, UNKNOWN}}
    if len(told) > 1:
        return MIXED
    return next(iter(told)) or UNKNOWN if told else UNKNOWN


def is_person(word: str) -> bool:
    """Whether the lexicon lists the word, in the singular or plural."""
    return _look_up(word) is not None


def is_plural(word: str) -> bool:
    """Whether the word counts more than one without a number before it."""
    if word in {"people", "personnel", "police", "staff", "men", "women", "children", "troops", "livestock", "cattle"}:
        return True
    if word.endswith(("men", "children")):
        return True
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _joined(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    parts: list[list[str]] = [[]]
    for word in words:
        if word in {"and", "or", ",", "/", "&"}:
            parts.append([])
        else:
            parts[-1].append(word)
    return [tuple(part) for part in parts if part]


def _class_of_part(words: tuple[str, ...]) -> str | None:
    """Return the class of the last two or three words together, else of the last one.

    Where the last one is a person of no class, the nearest word before it that tells one decides; a last word that
    is no person at all ("an army lorry") gives None.
    """
    for length in (3, 2):
        several = _look_up(" ".join(words[-length:])) if len(words) >= length else None
        if several is not None:
            return several
    head = _look_up(words[-1])
    if head != UNKNOWN:
        return head if head is not None or "of" not in words[1:] else _class_of_part(words[: words.index("of", 1)])
    before = (_look_up(word) for word in reversed(words[:-1]))
    return next((found for found in before if found not in {None, UNKNOWN}), head)


def _look_up(phrase: str) -> str | None:
    table = lexicon()
    for form in (phrase, phrase.removesuffix("s"), phrase.removesuffix("'s"), phrase.removesuffix("es")):
        if form in table:
            return table[form]
    return None

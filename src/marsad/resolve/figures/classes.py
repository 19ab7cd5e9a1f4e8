"""Whom a count counts: the class of victim that the words tell, by a lexicon of words for persons."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml

from marsad import ontology

UNKNOWN = "unknown"
MIXED = "mixed"


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


def class_of(words: tuple[str, ...]) -> str:
    """Return the class of a noun phrase in lower-case words; several classes joined by "and" are mixed."""
    parts = _joined(words)
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
    """Return the last two words together, then the last, then those before it, the nearest first."""
    pair = _look_up(" ".join(words[-2:])) if len(words) > 1 else None
    if pair is not None:
        return pair
    head = _look_up(words[-1])
    if head is not None and head != UNKNOWN:
        return head
    before = (_look_up(word) for word in reversed(words[:-1]))
    return next((found for found in before if found not in {None, UNKNOWN}), head)


def _look_up(phrase: str) -> str | None:
    table = lexicon()
    for form in (phrase, phrase.removesuffix("s"), phrase.removesuffix("'s"), phrase.removesuffix("es")):
        if form in table:
            return table[form]
    return None

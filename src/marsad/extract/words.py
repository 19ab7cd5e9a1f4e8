"""Classes of English words that the shallow syntax rests on: closed classes, verbs with their forms, nouns by kind."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

import yaml
from msgspec import Struct

BASE: Final = 1
S_FORM: Final = 2
PAST: Final = 4
PARTICIPLE: Final = 8
ING: Final = 16

_VOWELS = frozenset("aeiou")
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's loader reads the tables ten times faster than the one in Python; wheels have it, some systems do not."""


class VerbForm(Struct, frozen=True):
    """What a word form can be: ``lemma`` and a sum of BASE, S_FORM, PAST, PARTICIPLE, ING."""

    lemma: str
    kinds: int


class Vocabulary(Struct, frozen=True):
    """Word lists by name, the verbs by form, and the nouns by the kind of thing they name."""

    lists: Mapping[str, frozenset[str]]
    verbs: Mapping[str, VerbForm]
    also_nouns: frozenset[str]
    nouns: Mapping[str, frozenset[str]]

    def kinds_of(self, noun: str) -> frozenset[str]:
        """Return the kinds (person, armed, civilian, place...) of a noun in lower case, singular or plural."""
        return self.nouns.get(noun) or self.nouns.get(singular(noun), frozenset())


def load_yaml(name: str) -> Any:  # noqa: ANN401 - each table has a form of its own
    """Read one of the package's own tables."""
    text = files("marsad.extract").joinpath("data", name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=_LOADER)  # noqa: S506 - one of the two safe loaders


@cache
def code_by_word(name: str) -> Mapping[str, Mapping[str, str]]:
    """Read a table of words listed under codes, section by section, turned round: from the word to its code."""
    return {
        section: {word: code for code, words in codes.items() for word in words.split()}
        for section, codes in load_yaml(name).items()
    }


@cache
def vocabulary() -> Vocabulary:
    """Load the tables once."""
    lists = {name: frozenset(words.split()) for name, words in load_yaml("words.yaml").items()}
    verbs = load_yaml("verbs.yaml")
    kinds: dict[str, set[str]] = {}
    for kind, nouns in load_yaml("nouns.yaml").items():
        for noun in nouns.split():
            kinds.setdefault(noun, set()).add(kind)
    frozen = {noun: frozenset(names) for noun, names in kinds.items()}
    also = frozenset(form for noun in verbs["also_nouns"].split() for form in (noun, _s_form(noun)))
    return Vocabulary(lists, _verb_forms(verbs["regular"].split(), verbs["irregular"].splitlines()), also, frozen)


@lru_cache(maxsize=65_536)
def singular(noun: str) -> str:
    """Guess the singular of a plural in lower case; other words come back as they are.

    >>> [singular(noun) for noun in ("soldiers", "policemen", "bodies", "glass", "buses")]
    ['soldier', 'policeman', 'body', 'glass', 'bus']
    """
    if noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes", "buses")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun


def inflect(lemma: str) -> dict[str, int]:
    """Return the forms of a regular verb; where doubling is unsure, both spellings (one of them is no word).

    >>> sorted(inflect("raid"))
    ['raid', 'raided', 'raiding', 'raids']
    """
    forms = {lemma: BASE, _s_form(lemma): S_FORM}
    for stem in _stems(lemma):
        past = f"{lemma[:-1]}ied" if _ends_in_consonant_y(lemma) else f"{stem}ed"
        forms[past] = PAST | PARTICIPLE
        forms[f"{lemma if _ends_in_consonant_y(lemma) else stem}ing"] = ING
    return forms


def _stems(lemma: str) -> Iterable[str]:
    if lemma.endswith("e") and not lemma.endswith("ee"):
        return (lemma[:-1],)
    if len(lemma) > 2 and lemma[-1] not in "aeiouwxy" and lemma[-2] in _VOWELS and lemma[-3] not in _VOWELS:
        return lemma, lemma + lemma[-1]
    return (lemma,)


def _ends_in_consonant_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2] not in _VOWELS


def _s_form(lemma: str) -> str:
    if _ends_in_consonant_y(lemma):
        return f"{lemma[:-1]}ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _verb_forms(regular: Iterable[str], irregular: Iterable[str]) -> dict[str, VerbForm]:
    forms: dict[str, VerbForm] = {}
    for lemma in regular:
        for form, kinds in inflect(lemma).items():
            _add(forms, form, lemma, kinds)
    for line in irregular:
        if line.strip():
            lemma, past, participle = line.split()
            for form, kinds in inflect(lemma).items():
                if not kinds & PAST:
                    _add(forms, form, lemma, kinds)
            _add(forms, past, lemma, PAST)
            _add(forms, participle, lemma, PARTICIPLE)
    return forms


def _add(forms: dict[str, VerbForm], form: str, lemma: str, kinds: int) -> None:
    known = forms.get(form)
    if known is None or known.lemma == lemma:
        forms[form] = VerbForm(lemma, kinds | (known.kinds if known else 0))

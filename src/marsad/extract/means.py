"""With what it was done: implements after "with" and "using"."""

from typing import Final

from marsad.extract.clauses import prepositional
from marsad.extract.happenings import Happening
from marsad.extract.roles import phrase_kinds
from marsad.extract.syntax import Analysis, Phrase

_WITH: Final = frozenset(("with", "using"))
_IMPLEMENTS: Final = frozenset(("weapon", "explosives", "ground_fire", "air"))


def means(sentence: Analysis, one: Happening) -> tuple[Phrase, ...]:
    """Return the phrases of implements that follow the trigger in its clause."""
    found = prepositional(sentence, one.trigger.end, _WITH)
    return tuple(phrase for phrase in found if phrase_kinds(sentence, phrase) & _IMPLEMENTS)

"""What a pronoun refers to: the first party before it in its sentence, else that of the sentence before."""

from typing import Final

from msgspec import Struct

from marsad.extract.roles import can_act, participant_span
from marsad.extract.syntax import Analysis, Phrase
from marsad.model import Mention

POSSESSIVE: Final = {"its": "it", "their": "they", "his": "he"}
"""Possessive words that name who did it: "its offensive"."""
_MANY: Final = frozenset(("they", "them", "themselves"))
_ONE: Final = frozenset(("he", "she", "him", "her", "himself", "herself"))
_THING: Final = frozenset(("it", "itself"))


class Reader(Struct, frozen=True):
    """What a reader has in mind between two sentences: the sentence before, and who was last credited."""

    before: Analysis | None = None
    sources: tuple[Mention, ...] = ()

    def after(self, sentence: Analysis, sources: tuple[Mention, ...]) -> "Reader":
        """Go on to the next sentence."""
        return Reader(sentence, sources or self.sources)


def referent(text: str, sentence: Analysis, pronoun: int, reader: Reader) -> tuple[Mention, ...]:
    """Return the party that a pronoun stands for; nothing for one that names no third party or refers to none found."""
    low = POSSESSIVE.get(sentence.low(pronoun), sentence.low(pronoun))
    if low not in _MANY | _ONE | _THING:
        return ()
    found = _first_party(sentence, pronoun, low)
    if found is None and reader.before is not None:
        sentence = reader.before
        found = _first_party(sentence, len(sentence.tokens), low)
    span = participant_span(sentence, found) if found is not None else None
    if span is None:
        return ()
    return (Mention.of(text, sentence.tokens[span[0]].start, sentence.tokens[span[1] - 1].end),)


def _first_party(sentence: Analysis, end: int, pronoun: str) -> Phrase | None:
    """Return the first fitting noun phrase that is no object of a preposition: in news mostly the subject."""
    for phrase in sentence.phrases:
        if phrase.first >= end:
            return None
        subject = sentence.tag(phrase.end) in ("V", "X", "M")
        free = (subject or sentence.tag(phrase.first - 1) != "P") and sentence.tag(phrase.head) == "N"
        if free and can_act(sentence, phrase) and _agrees(sentence, phrase, pronoun):
            return phrase
    return None


def _agrees(sentence: Analysis, phrase: Phrase, pronoun: str) -> bool:
    head = sentence.tokens[phrase.head]
    plural = head.low.endswith("s") and not head.low.endswith("ss")
    if pronoun in _MANY:
        return plural or head.low in _COLLECTIVE or head.text.isupper()
    if pronoun in _THING:
        return not plural or head.text[0].isupper()
    return not plural and head.low not in _COLLECTIVE


_COLLECTIVE: Final = frozenset(("police", "people", "military", "army", "militia", "men", "women", "gunmen"))

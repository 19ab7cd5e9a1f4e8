"""Whom the report credits with saying it: "X said", "according to X", "X told AFP", "said X"."""

from typing import Final

from marsad.extract.clauses import group_of, objects, subject
from marsad.extract.roles import participant_span
from marsad.extract.syntax import Analysis, Phrase

_SAY: Final = frozenset(
    "say tell report confirm add claim state estimate note explain reveal acknowledge announce allege insist admit "
    "assert indicate mention believe suggest describe quote cite warn".split()
)
_OBJECT_NEEDS_THAT: Final = frozenset(
    "claim announce confirm reveal acknowledge admit note estimate describe believe indicate mention allege insist assert "
    "suggest report warn state quote cite".split()
)
_PRONOUNS: Final = frozenset(("he", "she", "they"))


def credited(sentence: Analysis) -> tuple[tuple[Phrase, ...], bool]:
    """Return the noun phrases credited in a sentence, and whether a pronoun (he said) refers to an earlier one."""
    found: list[Phrase] = []
    pronoun = False
    for index, token in enumerate(sentence.tokens):
        phrases = _at(sentence, index) if token.tag in ("V", "P", "G", "N") else ()
        for phrase in phrases:
            if sentence.tag(phrase.head) == "R":
                direct = phrase.first == 0 or sentence.tag(phrase.first - 1) in (",", '"', ".") or phrase.first > index
                pronoun = pronoun or (direct and sentence.low(phrase.head) in _PRONOUNS)
            elif phrase not in found and _credible(sentence, phrase):
                found.append(phrase)
    return tuple(found), pronoun


def _at(sentence: Analysis, index: int) -> tuple[Phrase, ...]:
    token = sentence.tokens[index]
    if token.low == "according" and sentence.low(index + 1) == "to":
        return objects(sentence, index + 2)
    if token.tag != "V" or token.lemma not in _SAY:
        return ()
    group = group_of(sentence, index)
    if group.negated or group.infinitive or group.modal:
        return ()
    if group.passive:
        return objects(sentence, index + 2) if sentence.low(index + 1) == "by" else ()
    if token.lemma in _OBJECT_NEEDS_THAT and not _introduces_clause(sentence, index):
        return ()
    inverted = sentence.tag(index - 1) in (",", '"') or (sentence.tag(index - 1) == ".")
    if inverted and sentence.phrase_of(index + 1) is not None:
        return objects(sentence, index + 1)[:1]
    return subject(sentence, index)


def _introduces_clause(sentence: Analysis, index: int) -> bool:
    """Whether what follows is a statement, not an object: "that", a comma, a quotation, the end, or a clause."""
    following = sentence.tag(index + 1)
    if sentence.low(index + 1) in ("that", "on", "in", "at") or following in (",", ".", '"', ":", "", "Y"):
        return True
    phrase = sentence.phrase_of(index + 1)
    return phrase is not None and sentence.tag(phrase.end) in ("X", "V", "M")


def _credible(sentence: Analysis, phrase: Phrase) -> bool:
    span = participant_span(sentence, phrase)
    return span is not None and sentence.tokens[phrase.head].low not in _NO_SOURCE


_NO_SOURCE: Final = frozenset(
    "attack strike airstrike blast toll fighting violence year day week month town city video footage".split()
)

"""Whom the report credits with saying it: "X said", "according to X", "X told AFP", "said X"."""

from typing import Final

from marsad.extract.clauses import group_of, objects, subject, with_of
from marsad.extract.roles import participant_span
from marsad.extract.syntax import Analysis, Phrase

_SAY: Final = frozenset(
    "say tell report confirm add claim state estimate note explain reveal acknowledge announce allege insist admit "
    "assert indicate mention believe suggest describe quote cite warn".split()
)
_OBJECT_NEEDS_THAT: Final = frozenset(
    "claim announce confirm reveal acknowledge admit note estimate describe believe indicate mention allege "
    "insist assert "
    "suggest report warn state quote cite".split()
)
_SPEAKS_FOR: Final = frozenset(
    "spokesman spokeswoman spokesperson statement lawyer official source report member".split()
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
            elif _credible(sentence, phrase):
                found.append(_with_office(sentence, phrase))
    return tuple(dict.fromkeys(found)), pronoun


def _with_office(sentence: Analysis, phrase: Phrase) -> Phrase:
    """Take in whom a spokesman speaks for: "a spokesman for the Red Cross", "a statement from the army"."""
    if sentence.low(phrase.end) in ("for", "from") and sentence.low(phrase.head) in _SPEAKS_FOR:
        inner = sentence.phrase_of(phrase.end + 1)
        return with_of(sentence, Phrase(phrase.first, inner.end, phrase.head, phrase.bare)) if inner else phrase
    return phrase


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
        return _of_passive(sentence, index)
    if token.lemma in _OBJECT_NEEDS_THAT and not _introduces_clause(sentence, index):
        return ()
    inverted = _inverted(sentence, index)
    return inverted or subject(sentence, index)


def _of_passive(sentence: Analysis, verb: int) -> tuple[Phrase, ...]:
    """Return the speaker of "was reported by X", "X was quoted as saying"."""
    if sentence.low(verb + 1) == "by":
        return objects(sentence, verb + 2)
    return subject(sentence, verb) if sentence.tokens[verb].lemma == "quote" else ()


def _inverted(sentence: Analysis, verb: int) -> tuple[Phrase, ...]:
    """Return the speaker after the verb: ", said X." - a clause after it means that X is no speaker."""
    if sentence.tag(verb - 1) not in (",", '"', ".") or sentence.tokens[verb].lemma == "tell":
        return ()
    speakers = objects(sentence, verb + 1)[:1]
    if speakers and sentence.tag(speakers[0].end) in (".", ",", "", "Y", "P", '"', "W", ";"):
        return speakers
    return ()


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

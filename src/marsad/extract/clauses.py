"""Who does and who undergoes a verb, by position: subjects to the left, objects and agents to the right."""

from typing import Final

from msgspec import Struct

from marsad.extract.names import kinds_of_name
from marsad.extract.syntax import Analysis, Phrase
from marsad.extract.words import PARTICIPLE, vocabulary

MAX_HOPS: Final = 5
"""How many verbs a subject may be inherited through ("attacked, looted and burned"); bounds the walk."""

OBJECT_CONTROL: Final = frozenset(
    "force order urge ask tell allow cause compel enable prompt persuade push help lead require warn expect "
    "want".split()
)
"""Verbs whose object, not subject, does what the infinitive after it says ("forced the rebels to withdraw")."""

TRANSITIVE: Final = frozenset(
    "capture kill wound injure detain arrest abduct kidnap destroy seize behead execute displace shoot recapture "
    "liberate "
    "take retake occupy hold jail imprison massacre murder assassinate bomb shell damage raze burn deploy plant carry "
    "stage launch release free evacuate hit besiege detonate deliver overrun conduct mount back support lead "
    "hand lose "
    "target slaughter torture rape loot base station conquer drop supply send".split()
)
"""Verbs that without an object after them are passive participles ("soldiers killed in the attack")."""

_OPENS_CLAUSE: Final = frozenset(("after", "before", "as", "than"))
_SKIPPED: Final = frozenset(("A", '"'))
_QUANTIFIERS: Final = frozenset("around about over at more than up to as least nearly almost".split())
"""Words before a number that are no preposition there: "seized around ten villages"."""


_TIME_NOUNS: Final = vocabulary().lists["time_units"]


_STOPS: Final = frozenset(("V", "G", "M", "S", "W", ";", ":", ",", "-"))
_VERBAL: Final = frozenset(("V", "S", "W"))
_CLAUSE: Final = 24
"""Tokens after a word in which its prepositions are looked for."""


class Group(Struct, frozen=True):
    """The words that make up a verb: from token ``first`` to the verb itself, and what stands among them."""

    first: int
    verb: int
    passive: bool
    infinitive: bool
    negated: bool
    modal: str
    perfect: bool
    progressive: bool


def group_of(sentence: Analysis, verb: int, end: int = 0) -> Group:
    """Read the auxiliaries before a verb; ``end`` is where its particles end ("shot at")."""
    first, modal, be, have, to, negated = verb, "", False, False, False, False
    lists = vocabulary().lists
    while first > 0 and sentence.tag(first - 1) in ("A", "X", "M", "T", "!"):
        first -= 1
        low = sentence.low(first)
        modal = low if sentence.tag(first) == "M" else modal
        be = be or low in lists["be"] or low in ("get", "got")
        have = have or low in lists["have"]
        to = to or (sentence.tag(first) == "T" and sentence.tag(verb) == "V")
        negated = negated or sentence.tag(first) == "!"
        if to:
            break
    while first < verb and sentence.tag(first) == "A":
        first += 1
    token = sentence.tokens[verb]
    passive = (
        _passive(sentence, verb, end or verb + 1, be=be, have=have)
        if token.form & PARTICIPLE or token.low.endswith("ed")
        else False
    )
    return Group(first, verb, passive, to, negated, modal, have, be and token.tag == "G")


def _passive(sentence: Analysis, verb: int, end: int, *, be: bool, have: bool) -> bool:
    if be:
        return True
    following = skip(sentence, end, 1)
    if sentence.tag(following) == "C" and sentence.tag(following + 1) == "V" and not have:
        return _passive(sentence, following + 1, following + 2, be=False, have=False)
    if sentence.low(following) == "by" and not have:
        return True
    if have:
        return False
    token = sentence.tokens[verb]
    while sentence.tag(following) == "P" and sentence.low(following) in _QUANTIFIERS:
        following = skip(sentence, following + 1, 1)
    has_object = sentence.phrase_of(following) is not None or sentence.tag(following) in ("D", "R")
    return not has_object and token.lemma in TRANSITIVE and sentence.tag(verb - 1) not in ("C", "R", "W") and verb > 0


def skip(sentence: Analysis, index: int, step: int) -> int:
    """Walk over adverbs, quotation marks and what stands in brackets."""
    opening, closing = ("(", ")") if step > 0 else (")", "(")
    while sentence.tag(index) in _SKIPPED or sentence.tag(index) == opening:
        if sentence.tag(index) == opening:
            while sentence.tag(index) not in (closing, ""):
                index += step
        index += step
    return index


def subject(sentence: Analysis, verb: int, hops: int = 0) -> tuple[Phrase, ...]:
    """Return the noun phrases before a verb that it is said of; for a participle its noun."""
    if hops > MAX_HOPS:
        return ()
    group = group_of(sentence, verb)
    if group.infinitive:
        return _subject_of_infinitive(sentence, group.first, hops)
    return _search_left(sentence, group.first - 1, verb, hops)


def _subject_of_infinitive(sentence: Analysis, to: int, hops: int) -> tuple[Phrase, ...]:
    governor = previous_verb(sentence, to - 1)
    if governor < 0:
        return ()
    between = sentence.phrase_of(to - 1)
    if between is not None and sentence.tokens[governor].lemma in OBJECT_CONTROL:
        return expand_left(sentence, between)
    return subject(sentence, governor, hops + 1)


def _search_left(sentence: Analysis, index: int, verb: int, hops: int) -> tuple[Phrase, ...]:
    if index < 0 or (index == 0 and sentence.tag(0) == '"'):
        return _inherited(sentence, verb, hops)
    while index >= 0:
        index = _over_time(sentence, skip(sentence, index, -1))
        phrase = sentence.phrase_of(index)
        if phrase is not None:
            found, index = _subject_or_further(sentence, phrase, index, verb)
        else:
            found, index = _over_mark(sentence, index, verb, hops)
        if found is not None:
            return found
    return ()


Step = tuple[tuple[Phrase, ...] | None, int]
"""What a step of the search gives: the subject, or None and where to go on."""


def _subject_or_further(sentence: Analysis, phrase: Phrase, index: int, verb: int) -> Step:
    """Take the noun phrase for the subject unless it hangs on something further to the left."""
    gerund = sentence.tag(verb) == "G"
    if gerund and index == verb - 1 and _armed(sentence, phrase):
        return (phrase,), index
    if _object_of_relative(sentence, phrase, verb):
        return None, phrase.first - 2
    hangs = sentence.tag(phrase.first - 1) == "P" and sentence.low(phrase.first - 1) not in _OPENS_CLAUSE
    if not hangs:
        return expand_left(sentence, phrase), index
    before = _before_prepositions(sentence, phrase.first - 1)
    if before < 0:
        return (() if gerund else expand_left(sentence, phrase)), index
    return None, before


def _over_mark(sentence: Analysis, index: int, verb: int, hops: int) -> Step:
    """Go over a comma, a relative pronoun or another verb, or inherit that verb's subject."""
    tag = sentence.tag(index)
    if tag in (",", "-"):
        before = _before_parenthesis(sentence, index, verb)
        if before >= 0:
            return None, before
        return _opening_subject(sentence, verb) or _inherited(sentence, verb, hops), index
    if sentence.low(index) == "be" and sentence.tag(index - 1) == "T" and sentence.tag(index - 2) == "V":
        return None, index - 3
    if tag == "W" or sentence.low(index) == "that":
        before = skip(sentence, index - 1, -1)
        before -= sentence.tag(before) == ","
        return (None, before) if sentence.phrase_of(before) is not None else ((), index)
    if tag in ("C", "P"):
        return _inherited(sentence, index, hops), index
    if tag == "V" and sentence.tokens[index].form & PARTICIPLE and sentence.phrase_of(index - 1) is not None:
        return None, index - 1
    return (subject(sentence, index, hops + 1) if tag in ("V", "G") else ()), index


def _opening_subject(sentence: Analysis, verb: int) -> tuple[Phrase, ...]:
    """Return what opens the sentence before a long insertion: "X, who led ..., and later ..., was captured"."""
    opening = sentence.phrase_of(0)
    finite = sentence.tag(verb - 1) == "X" and sentence.tag(verb) == "V"
    return (opening,) if finite and opening is not None and sentence.tag(opening.end) == "," else ()


def _object_of_relative(sentence: Analysis, phrase: Phrase, verb: int) -> bool:
    """Say whether it is what a relative clause is about: the gate in "the guard watching the gate was shot"."""
    before = phrase.first - 1
    return sentence.tag(verb) == "V" and sentence.tag(before) == "G" and sentence.phrase_of(before - 1) is not None


def _armed(sentence: Analysis, phrase: Phrase) -> bool:
    """Whether the noun is somebody armed: "the rebels holding the town" needs no comma."""
    token = sentence.tokens[phrase.head]
    kinds = vocabulary().kinds_of(token.low) | kinds_of_name(token.text)
    return bool(kinds & {"armed", "insurgent", "state"}) and not kinds & {"settlement", "place"}


def _over_time(sentence: Analysis, index: int) -> int:
    """Walk left over "on Monday", "Wednesday night", "June 6", "seven months"."""
    while index > 0:
        phrase = sentence.phrase_of(index)
        last = sentence.tokens[index]
        timed = last.tag == "Y" or (last.low in _TIME_NOUNS and phrase is not None)
        timed = timed or (last.tag == "#" and sentence.tag(index - 1) == "Y")
        if not timed:
            return index
        index = min(index, phrase.first if phrase is not None else index) - 1
        if sentence.tag(index) == "Y":
            continue
        index -= sentence.tag(index) == "P"
        index = skip(sentence, index, -1)
    return index


def _before_prepositions(sentence: Analysis, index: int) -> int:
    """From a preposition go left to what it hangs on; -1 when it opens the clause."""
    before = index - 1
    if before < 0 or sentence.tag(before) in (",", "S", "C", ";", ":", "-"):
        return -1
    return before


def _before_parenthesis(sentence: Analysis, comma: int, verb: int) -> int:
    """Leave a stretch between two commas ("X, who came from Y, attacked"); -1 when there is no first comma."""
    if sentence.tag(verb) == "G":
        return -1
    place = comma - 1
    mark = sentence.tag(comma)
    while place >= 0 and sentence.tag(place) not in (mark, ";", ":", "S"):
        place -= 1
    if place <= 0 or sentence.tag(place) != mark or sentence.phrase_of(place - 1) is None:
        return (
            comma - 1 if place < 0 and sentence.phrase_of(comma - 1) is not None and sentence.tag(verb) != "V" else -1
        )
    return place - 1


def _inherited(sentence: Analysis, index: int, hops: int) -> tuple[Phrase, ...]:
    """Return the subject of the verb before, for "attacked and burned"; else of the main clause after it."""
    governor = previous_verb(sentence, index - 1)
    if governor >= 0:
        return subject(sentence, governor, hops + 1)
    following = index + 1
    while following < len(sentence.tokens) and sentence.tag(following) != ",":
        following += 1
    phrase = sentence.phrase_of(following + 1)
    return expand_right(sentence, phrase) if phrase is not None and sentence.tag(following) == "," else ()


def previous_verb(sentence: Analysis, index: int) -> int:
    """Return the nearest verb to the left that may govern, -1 when there is none in the clause."""
    while index >= 0 and sentence.tag(index) not in (";", ":"):
        if sentence.tag(index) in ("V", "G") and sentence.tag(index - 1) != "W":
            return index
        index -= 1
    return -1


def objects(sentence: Analysis, after: int, *, whole_list: bool = False) -> tuple[Phrase, ...]:
    """Return the noun phrases that begin right at that token (adverbs and quotes skipped), a list split."""
    index = skip(sentence, after, 1)
    while sentence.tag(index) in ("P", "T", "S") and sentence.low(index) in _QUANTIFIERS:
        index = skip(sentence, index + 1, 1)
        if sentence.tag(index) not in ("P", "T", "#", "A"):
            return ()
    phrase = sentence.phrase_of(index)
    if phrase is None or sentence.tag(index) == "Y":
        return ()
    return expand_right(sentence, phrase, whole_list=whole_list)


def with_of(sentence: Analysis, phrase: Phrase) -> Phrase:
    """Take in what "of" adds: fighters of the army."""
    end, hops = phrase.end, 0
    while sentence.low(end) == "of" and hops < 3:
        start = end + 1
        while sentence.tag(start) in ("A", "P") and sentence.low(start) in _QUANTIFIERS:
            start += 1
        inner = sentence.phrase_of(start)
        if inner is None or inner.first != start or sentence.tag(inner.head) == "R":
            break
        end, hops = inner.end, hops + 1
    return Phrase(phrase.first, end, phrase.head, phrase.bare)


def expand_right(sentence: Analysis, phrase: Phrase, *, whole_list: bool = False) -> tuple[Phrase, ...]:
    """Return the phrase and those that a list adds to it: "A, B and C"; one that has a verb of its own ends it."""
    found = [with_of(sentence, phrase)]
    pending: list[Phrase] = []
    while len(found) + len(pending) < 40:
        end = (pending or found)[-1].end
        last = sentence.tag(end) == "C" or (sentence.tag(end) == "," and sentence.tag(end + 1) == "C")
        start = end + 1 + (sentence.tag(end) == "," and last)
        if not last and sentence.tag(end) != ",":
            break
        inner = sentence.phrase_of(start)
        if inner is None or sentence.low(end) == "but":
            break
        inner = with_of(sentence, inner)
        verb_of_its_own = sentence.tag(inner.end) in ("V", "X", "M") and not _participle_at(sentence, inner.end)
        if verb_of_its_own and not whole_list:
            break
        pending.append(inner)
        if last:
            found.extend(pending)
            pending = []
    return tuple(found)


def _participle_at(sentence: Analysis, index: int) -> bool:
    return sentence.tag(index) == "V" and sentence.low(index + 1) in ("by", "in", "from", "near")


def expand_left(sentence: Analysis, phrase: Phrase) -> tuple[Phrase, ...]:
    """Return the phrase and those of a list that it ends, in the order of the text."""
    found = [with_of(sentence, phrase)]
    index, joined = phrase.first - 1, False
    while index > 0 and len(found) < 12:
        if sentence.tag(index) == "C" and sentence.low(index) != "but":
            joined = True
            index -= sentence.tag(index - 1) == ","
        elif not (sentence.tag(index) == "," and joined):
            break
        before = sentence.phrase_of(index - 1)
        if before is None:
            break
        if sentence.low(before.first - 1) == "of":
            before = sentence.phrase_of(before.first - 2) or before
        if sentence.tag(before.first - 1) in ("V", "G", "P"):
            break
        found.append(with_of(sentence, before))
        index = before.first - 1
    return tuple(reversed(found))


def prepositional(
    sentence: Analysis, after: int, prepositions: frozenset[str], *, over_verbs: bool = False
) -> tuple[Phrase, ...]:
    """Return what the first of those prepositions in the rest of the clause governs; a verb or a mark ends the clause.

    With ``over_verbs`` a verb does not ("fighting that broke out between").
    """
    stops = _STOPS - _VERBAL if over_verbs else _STOPS
    for index in range(after, min(len(sentence.tokens), after + _CLAUSE)):
        tag = sentence.tag(index)
        if tag == "P" and sentence.low(index) in prepositions:
            found = objects(sentence, _past_what(sentence, index + 1), whole_list=over_verbs)
            if found or sentence.tag(index + 1) != "Y":
                return found
        if tag in stops or (tag == "C" and sentence.phrase_of(index + 1) is None):
            return ()
    return ()


def _past_what(sentence: Analysis, index: int) -> int:
    """Go over "what it said were" to what is meant: "strikes against what it said were rebel positions"."""
    if sentence.low(index) != "what":
        return index
    for place in range(index + 1, index + 6):
        if sentence.low(place) in ("was", "were", "is", "are"):
            return place + 1
    return index

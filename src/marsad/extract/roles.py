"""Who and whom of a trigger, as noun phrases."""

import re
from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from marsad.extract.clauses import (
    Group,
    expand_left,
    expand_right,
    group_of,
    objects,
    prepositional,
    previous_verb,
    skip,
    subject,
    with_of,
)
from marsad.extract.names import kinds_of_name
from marsad.extract.syntax import Analysis, Phrase
from marsad.extract.tagging import is_name
from marsad.extract.triggers import Trigger
from marsad.extract.words import vocabulary

LIGHT: Final = frozenset(
    "launch carry conduct stage mount begin start make resume intensify continue unleash wage plan execute commit "
    "perpetrate order lead undertake announce open initiate pursue step press deliver repel face claim hold "
    "organise broker reach sign strike agree conclude negotiate organize".split()
)
"""Verbs that lend a noun their subject: "launched an attack"."""
HITTING: Final = frozenset(
    "hit strike target destroy kill damage wound injure shake rock rip tear claim force displace pound devastate "
    "flatten level leave maim hurt engulf capture arrest detain abduct kidnap seize".split()
)
"""Verbs whose subject may be the happening itself and whose object it befell: "the blast killed"."""
_ON: Final = frozenset(("on", "against", "at", "targeting", "upon"))
_OF: Final = frozenset(("of",))
_BY: Final = frozenset(("by",))
_WITH: Final = frozenset(("with", "against"))
_BETWEEN: Final = frozenset(("between", "among"))
_SUBJECT_TAKES_OF: Final = frozenset(
    "capture seizure recapture liberation bombing shelling bombardment killing murder assassination execution "
    "beheading "
    "siege destruction looting arrest detention abduction kidnapping rape torture occupation massacre invasion "
    "storming "
    "ambush encirclement death deployment displacement evacuation withdrawal demolition takeover".split()
)
_MODIFIER: Final = re.compile(
    r"(?:-led|-backed|-allied|-aligned)$|(?:ian|ish|ese|eli|iqi|emi|ani|udi|aeli|ench|itish|rab|urdish|ghan)s?$"
)
"""Ends of words that name a party or people before a noun ("Israeli strike", "US-led raid")."""
MECHANICAL: Final = frozenset("warplane plane jet aircraft helicopter drone gunship artillery".split())


class Participants(Struct, frozen=True):
    """Noun phrases of the two sides, and the verb's words when the trigger hangs on a verb."""

    who: tuple[Phrase, ...]
    whom: tuple[Phrase, ...]
    group: Group | None


def participants(sentence: Analysis, trigger: Trigger) -> Participants:
    """Read the participants off the syntax around the trigger."""
    return _of_verb(sentence, trigger) if trigger.verb else _of_noun(sentence, trigger)


def _of_verb(sentence: Analysis, trigger: Trigger) -> Participants:
    group = group_of(sentence, trigger.head, trigger.end)
    before = subject(sentence, trigger.head)
    after = () if group.passive else objects(sentence, trigger.end)
    if group.passive:
        return Participants(prepositional(sentence, trigger.end, _BY), before, group)
    if sentence.tokens[trigger.head].lemma in ("die", "perish"):
        return Participants((), before, group)
    if not after:
        after = prepositional(sentence, trigger.end, _WITH | _ON)
        if (
            not after
            and len(before) == 2
            and sentence.tokens[trigger.head].lemma in ("clash", "fight", "battle", "skirmish")
        ):
            return Participants(before[:1], before[1:], group)
    return Participants(before, after, group)


def _of_noun(sentence: Analysis, trigger: Trigger) -> Participants:
    phrase = sentence.phrase_of(trigger.head) or Phrase(trigger.first, trigger.end, trigger.head, trigger.first)
    if sentence.low(phrase.first - 1) == "under" and (
        attacked := sentence.phrase_of(skip(sentence, phrase.first - 2, -1))
    ):
        return Participants((), expand_left(sentence, attacked), None)
    who: tuple[Phrase, ...] = _owner(sentence, phrase, trigger)
    who = who or prepositional(sentence, phrase.end, _BY)
    whom = prepositional(sentence, phrase.end, _ON)
    sides = prepositional(sentence, phrase.end, _BETWEEN, over_verbs=True)
    if sides and not who:
        return Participants(sides[:1], sides[1:], None)
    whom = whom or _after_noun(sentence, phrase, trigger)
    return _with_verb(sentence, phrase, who, whom)


def _after_noun(sentence: Analysis, phrase: Phrase, trigger: Trigger) -> tuple[Phrase, ...]:
    word = sentence.tokens[trigger.head].low
    if word in _SUBJECT_TAKES_OF and sentence.low(phrase.end) == "of":
        return prepositional(sentence, phrase.end, _OF)
    if word.startswith(("clash", "fight", "battle", "skirmish", "gunbattle", "firefight", "shoot")):
        return prepositional(sentence, phrase.end, _WITH)
    return ()


def _owner(sentence: Analysis, phrase: Phrase, trigger: Trigger) -> tuple[Phrase, ...]:
    """Return the party that stands before the noun in its phrase: "the army's advance", "Taliban attack"."""
    first, last = phrase.bare, trigger.first
    if sentence.low(phrase.first) in ("its", "their", "his"):
        return (Phrase(phrase.first, phrase.first + 1, phrase.first, phrase.first),)
    for index in range(first, last):
        if sentence.tag(index) == "'":
            return (Phrase(phrase.first, index, index - 1, first),) if index > first else ()
    while first < last and not _names_party(sentence, first):
        first += 1
    end = first
    while end < last and (_names_party(sentence, end) or sentence.tokens[end].text[:1].isupper()):
        end += 1
    return (Phrase(first, end, end - 1, first),) if end > first else ()


def _names_party(sentence: Analysis, index: int) -> bool:
    token = sentence.tokens[index]
    if token.tag != "N":
        return False
    kinds = vocabulary().kinds_of(token.low) | kinds_of_name(token.text)
    if token.low in ("military", "security", "combat", "ground"):
        return False
    if kinds & {"armed", "state", "insurgent"} and not kinds & {"settlement"}:
        return True
    capital = token.text[0].isupper()
    return capital and bool(
        _MODIFIER.search(token.low) or (token.text.isupper() and len(token.text) > 1) or "." in token.text
    )


def _with_verb(sentence: Analysis, phrase: Phrase, who: tuple[Phrase, ...], whom: tuple[Phrase, ...]) -> Participants:
    """Let the verb that the noun is subject or object of add what the noun leaves open."""
    verb = governor(sentence, phrase)
    if verb < 0:
        return Participants(who, whom, None)
    group, lemma = group_of(sentence, verb), sentence.tokens[verb].lemma
    if verb > phrase.first:
        if group.passive:
            who = who or prepositional(sentence, verb + 1, _BY)
        elif lemma in HITTING:
            whom = whom or objects(sentence, verb + 1)
    elif sentence.low(phrase.first - 1) in ("by", "in", "during") and lemma in HITTING:
        whom = whom or (subject(sentence, verb) if group.passive else objects(sentence, verb + 1))
        who = who or (() if group.passive else subject(sentence, verb))
    elif lemma in LIGHT:
        who = who or subject(sentence, verb)
    elif lemma == "come" and sentence.low(phrase.first - 1) == "under":
        whom = whom or subject(sentence, verb)
    return Participants(who, whom, group)


def governor(sentence: Analysis, phrase: Phrase) -> int:
    """Return the verb that the noun phrase is object or subject of (or hangs on by a preposition), else -1."""
    end = with_of(sentence, phrase).end
    following = end
    while following < len(sentence.tokens) and sentence.tag(following) in ("A", "X", "M", "!", "P", "N", "#", "Y", "D"):
        if (
            sentence.tag(following) == "P"
            and sentence.phrase_of(following + 1) is None
            and sentence.tag(following + 1) != "Y"
        ):
            break
        following += 1
    before = previous_verb(sentence, phrase.first - 1)
    if before >= 0 and _direct(sentence, before + 1, phrase.first):
        return before
    if following < len(sentence.tokens) and sentence.tag(following) == "V":
        return following
    return before


def _direct(sentence: Analysis, start: int, end: int) -> bool:
    """Whether only particles, adverbs and articles stand between a verb and its object."""
    return all(sentence.tag(index) in ("A", "D", '"', "#") for index in range(start, end))


def participant_span(sentence: Analysis, phrase: Phrase) -> tuple[int, int] | None:
    """Return the words of a party as tokens: no article, no number, not "dozens of"; None when nothing is left."""
    first, end = phrase.bare, phrase.end
    while first < end and _is_quantity(sentence, first):
        first += 1
        if sentence.low(first) == "of":
            first += 1
    if first >= end or sentence.tag(first) == "Y":
        return None
    return first, end


def _is_quantity(sentence: Analysis, index: int) -> bool:
    """Whether a word at the start of a phrase only counts or points ("dozens of", "a group of", "the other")."""
    if sentence.tag(index) in ("#", "D", "A", "'") or sentence.low(index) in _VAGUE:
        return True
    return sentence.low(index) in _GROUPS and sentence.low(index + 1) == "of"


_GROUPS: Final = frozenset("total group number string series handful pair groups".split())
_VAGUE: Final = frozenset(
    "more less least some up about around nearly almost over other another following latest".split()
)


def lists_of(sentence: Analysis, phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """Split each phrase that a list continues."""
    return tuple(part for phrase in phrases for part in expand_right(sentence, phrase))


def name_of(sentence: Analysis, phrase: Phrase) -> str:
    """Return a phrase up to its head, without article, as one name."""
    return " ".join(token.text for token in sentence.tokens[phrase.bare : phrase.head + 1])


def head_kinds(sentence: Analysis, phrases: Iterable[Phrase]) -> frozenset[str]:
    """Kinds of the heads of all phrases together; ``name`` for a capitalised head that no list knows."""
    kinds: set[str] = set()
    for phrase in phrases:
        kinds |= phrase_kinds(sentence, phrase)
    return frozenset(kinds)


def phrase_kinds(sentence: Analysis, phrase: Phrase) -> frozenset[str]:
    """Kinds of one phrase, by its head and, for "members of", "dozens of", by what "of" adds."""
    token = sentence.tokens[phrase.head]
    kinds = set(vocabulary().kinds_of(token.low))
    opens = phrase.head == 0 and (token.form > 0 or token.low.endswith("ing"))
    if token.tag == "N" and is_name(token.text) and not opens:
        kinds |= kinds_of_name(token.text) | kinds_of_name(name_of(sentence, phrase)) | {"name"}
    if token.tag == "#":
        kinds.add("number")
    if token.low in ("its", "their", "his") or token.tag == "R":
        kinds.add("pronoun")
        kinds -= {"person"} if token.low in ("it", "itself") else frozenset()
    if phrase.end > phrase.head + 1 and (token.tag == "#" or token.low in _SHARE or token.low in _MEMBERS):
        last = sentence.tokens[phrase.end - 1]
        kinds |= vocabulary().kinds_of(last.low)
        if is_name(last.text):
            kinds |= {"name", "settlement"} if token.low in _SHARE else kinds_of_name(last.text)
    return frozenset(kinds)


_MEMBERS: Final = frozenset(("members", "member", "group", "groups", "number", "series", "string", "pair", "handful"))
_SHARE: Final = frozenset(
    "part parts chunk stretch stretches swath swathe swathes swaths most half bulk portion portions areas "
    "percent third "
    "one-third two-thirds quarter all".split()
)
"""Words that make ground of a name: "70 percent of the province"."""


def can_act(sentence: Analysis, phrase: Phrase) -> bool:
    """Whether a phrase can be who did it: a person, a party, a name, or a machine of war."""
    kinds = phrase_kinds(sentence, phrase)
    return bool(kinds & {"person", "armed", "state", "insurgent", "actor", "name", "air", "number", "pronoun"})

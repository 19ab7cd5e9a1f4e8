"""The happenings of one sentence: triggers with their types, each happening once."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from marsad.extract.classify import Setting, classify, kinds_around
from marsad.extract.clauses import prepositional
from marsad.extract.roles import Participants, head_kinds, participants, phrase_kinds
from marsad.extract.syntax import Analysis, Phrase
from marsad.extract.triggers import Trigger, find_triggers

CAUSES: Final = frozenset(
    "air_strike shelling explosive_device suicide_bombing grenade chemical_weapon armed_clash "
    "attack_on_civilians execution riot "
    "accident_or_disaster crime".split()
)
"""Types that deaths, injuries and damage are figures of."""
SPEECH: Final = frozenset(("statement", "threat"))
_EXPLOSIONS: Final = frozenset(("explosive_device", "suicide_bombing", "grenade"))
_RESULT_RULES: Final = frozenset(("kill", "violence"))
_IMPLEMENTS: Final = frozenset(("weapon", "explosives", "ground_fire"))
_NEAR: Final = 14
"""Tokens between two words of killing or wounding that are taken to tell the same happening."""


class Happening(Struct, frozen=True):
    """A trigger with its type and the phrases around it, still as tokens; ``means`` are phrases of implements."""

    trigger: Trigger
    type: str
    sides: Participants
    means: tuple[Phrase, ...] = ()


def happenings(sentence: Analysis) -> list[Happening]:
    """Return the happenings that a sentence tells, in order; results are folded into what caused them."""
    around = kinds_around(sentence)
    words = frozenset(token.low for token in sentence.tokens)
    found = []
    for trigger in find_triggers(sentence):
        sides = participants(sentence, trigger)
        setting = _setting(sentence, trigger, sides, around, words)
        meanings = ((entry, classify(setting, entry)) for entry in (trigger.entry, *trigger.others))
        entry, kind = next(((entry, kind) for entry, kind in meanings if kind), (trigger.entry, None))
        if kind is not None:
            one = Happening(replace(trigger, entry=entry, others=()), kind, sides)
            found.append(_with_means(sentence, _displaced(_without_machines(sentence, one))))
    return _fold(sentence, found)


def _setting(
    sentence: Analysis, trigger: Trigger, sides: Participants, around: frozenset[str], words: frozenset[str]
) -> Setting:
    token = sentence.tokens[trigger.head]
    return Setting(
        who=head_kinds(sentence, sides.who),
        whom=head_kinds(sentence, sides.whom) | _single(sides.whom),
        around=around,
        words=words,
        passive=bool(sides.group and sides.group.passive),
        lemma=token.lemma if trigger.verb else token.low,
        verb=trigger.verb,
        after=sentence.low(trigger.end),
        attributive=sentence.tag(trigger.head) == "G" and sentence.tag(trigger.first - 1) == "N",
    )


def _displaced(one: Happening) -> Happening:
    """Those who flee are whom it befell, not who did it."""
    fled = one.type == "displacement" and one.trigger.verb and not (one.sides.group and one.sides.group.passive)
    if not fled or one.trigger.entry.rule not in ("flee", "leave"):
        return one
    return replace(one, sides=Participants((), one.sides.who, one.sides.group))


def _single(phrases: Sequence[Phrase]) -> frozenset[str]:
    """Return ``single`` when each phrase is one word: towns mostly are, persons are mostly given two names."""
    return frozenset(("single",)) if phrases and all(p.end - p.bare == 1 for p in phrases) else frozenset()


def _without_machines(sentence: Analysis, one: Happening) -> Happening:
    """Bare "warplanes" are the means; "Syrian warplanes" name who sent them."""
    bare = tuple(
        phrase for phrase in one.sides.who if phrase.end - phrase.bare == 1 and "air" in phrase_kinds(sentence, phrase)
    )
    if not bare:
        return one
    who = tuple(phrase for phrase in one.sides.who if phrase not in bare)
    return replace(one, sides=Participants(who, one.sides.whom, one.sides.group), means=bare)


def _with_means(sentence: Analysis, one: Happening) -> Happening:
    """Make what was detonated, planted or thrown the means, not whom it befell."""
    if one.type not in _EXPLOSIONS and one.type != "shelling":
        return one
    sides = one.sides
    implements = [phrase for phrase in sides.whom if phrase_kinds(sentence, phrase) & _IMPLEMENTS]
    agents = [phrase for phrase in sides.who if phrase_kinds(sentence, phrase) & _IMPLEMENTS]
    if not one.trigger.verb or not (implements or agents):
        return one
    whom = tuple(phrase for phrase in sides.whom if phrase not in implements)
    who = tuple(phrase for phrase in sides.who if phrase not in agents)
    return replace(one, sides=Participants(who, whom, sides.group), means=(*one.means, *agents, *implements))


def _fold(sentence: Analysis, found: Sequence[Happening]) -> list[Happening]:
    """Fold words of one happening into one: its implement, what it is said to have done, who died of it."""
    kept = {one.trigger.first: one for one in found}
    for place in tuple(kept):
        one = kept[place]
        host = _host(sentence, one, [other for other in kept.values() if other is not one])
        if host is not None:
            del kept[place]
            kept[host.trigger.first] = _absorb(host, one)
    return list(kept.values())


def _host(sentence: Analysis, one: Happening, others: Sequence[Happening]) -> Happening | None:
    """Return the happening that this one is only another word of."""
    for other in others:
        if _implement_of(one, other):
            return other
        if _said_of(one, other) or _again(sentence, one, other) or _repelled(one, other):
            return other
    if one.trigger.entry.rule in _RESULT_RULES:
        return _cause(one, others)
    return _repeated(one, others)


def _implement_of(one: Happening, other: Happening) -> bool:
    """Say whether a noun is what the verb set off ("detonated a car bomb"; in "a car bomb killed" it is the cause)."""
    explosion = {one.type, other.type} <= _EXPLOSIONS and other.trigger.entry.rule not in _RESULT_RULES
    verb_of_noun = other.trigger.verb and not one.trigger.verb
    return explosion and verb_of_noun and _inside(one, (*other.sides.who, *other.sides.whom, *other.means))


def _again(sentence: Analysis, one: Happening, other: Happening) -> bool:
    """Say whether a noun only counts the other one up: "air strikes on Monday, the second such attack in a week"."""
    phrase = sentence.phrase_of(one.trigger.head)
    if one.trigger.verb or phrase is None or other.trigger.first > one.trigger.first:
        return False
    return any(sentence.low(index) == "such" for index in range(phrase.first, one.trigger.first))


def _repelled(one: Happening, other: Happening) -> bool:
    """Say whether the other one is the repelling of this one: "repelled the rebel advance"."""
    repels = other.trigger.verb and other.trigger.entry.rule == "" and other.type == "armed_clash"
    return not one.trigger.verb and one.type == "armed_clash" and repels and _inside(one, other.sides.whom)


def _said_of(one: Happening, other: Happening) -> bool:
    """Say whether the subject or agent of the verb is another trigger ("the blast destroyed")."""
    if (
        not one.trigger.verb
        or one.type in SPEECH
        or one.type in ("displacement", "withdrawal", "territory_captured")
        or other.type in SPEECH
    ):
        return False
    return not other.trigger.verb and _inside(other, one.sides.who)


def _inside(one: Happening, phrases: Sequence[Phrase]) -> bool:
    return any(phrase.first <= one.trigger.first and one.trigger.end <= phrase.end for phrase in phrases)


def _cause(one: Happening, others: Sequence[Happening]) -> Happening | None:
    causes = [
        other
        for other in others
        if other.type in CAUSES or (other.type == "violence_other" and other.trigger.entry.rule not in _RESULT_RULES)
    ]
    near = [other for other in causes if one.trigger.verb or abs(other.trigger.first - one.trigger.first) < _NEAR]
    if near:
        return min(near, key=lambda other: abs(other.trigger.first - one.trigger.first))
    earlier = [
        other
        for other in others
        if other.trigger.first < one.trigger.first and other.trigger.entry.rule in _RESULT_RULES
    ]
    return earlier[-1] if earlier and one.trigger.first - earlier[-1].trigger.first < _NEAR else None


def _repeated(one: Happening, others: Sequence[Happening]) -> Happening | None:
    """Find the first of two that are deed and purpose: "marched to protest", "crossed to enter"."""
    purpose = one.sides.group is not None and one.sides.group.infinitive and one.trigger.verb
    for other in others:
        again = one.type == "protest" or one.trigger.entry is other.trigger.entry
        if purpose and again and other.type == one.type and other.trigger.first < one.trigger.first:
            return other
    return None


def _absorb(host: Happening, one: Happening) -> Happening:
    """Let the host take over sides that it leaves open."""
    active = one.trigger.verb and not _inside(host, one.sides.who)
    who = host.sides.who or (one.sides.who if active else ())
    whom = one.sides.who if _repelled(one, host) else host.sides.whom or one.sides.whom
    phrase = Phrase(one.trigger.first, one.trigger.end, one.trigger.end - 1, one.trigger.first)
    means = host.means
    if not one.trigger.verb and host.trigger.verb and one.type in _EXPLOSIONS and not means:
        means = (phrase,)
    return replace(host, sides=Participants(who, whom, host.sides.group), means=means)


def taken_from(sentence: Analysis, one: Happening) -> tuple[Phrase, ...]:
    """Return the party that ground was taken from: "captured the village from the rebels"."""
    found = prepositional(sentence, one.trigger.end, frozenset(("from",)))
    return tuple(phrase for phrase in found if phrase_kinds(sentence, phrase) & {"armed", "insurgent", "state"})

"""Claims of one document that tell the same happening: headline and lead, "the attack" further down, a toll."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

from msgspec.structs import replace

from marsad.extract.draft import Draft
from marsad.model import CountMention, Mention

REACH: Final = 5
"""Sentences back that "the attack" may refer to; beyond that the happening is named anew."""
MAX_MENTIONS: Final = 32
"""Further mentions that one claim keeps; nobody reads more, and the text itself has them all."""
NEXT: Final = 2
"""Sentences back that "the attack" may refer to when the act was told by another word."""
LOOK_BACK: Final = 64
"""Happenings back that are compared with the next one; bounds the work on reports that are lists."""
LEAD: Final = 4
"""The first sentences of a report tell its main happening, often once in the headline and again in the lead."""

_GENERIC: Final = frozenset(
    "attack attacks assault raid raids strike strikes airstrike airstrikes blast blasts bombing bombings "
    "explosion explosions bombardment "
    "shelling offensive operation operations clashes clash fighting battle ambush incident killing killings "
    "massacre siege "
    "shooting capture takeover withdrawal deal truce ceasefire agreement protest protests abduction kidnapping "
    "violence".split()
)
_VIOLENCE: Final = frozenset(
    "air_strike shelling explosive_device suicide_bombing grenade chemical_weapon armed_clash attack_on_civilians "
    "violence_other execution".split()
)
_ATTACKS: Final = frozenset(
    "attack attacks incident killing killings violence bombing bombings strike strikes blast blasts".split()
)
_CATCH_ALL: Final = frozenset(("explosive_device", "attack_on_civilians", "violence_other", "armed_clash"))
"""Types that headlines use for closer ones."""
_LOOSE: Final = frozenset(("statement", "threat", "violence_other", "deployment", "aid_or_supply"))
"""Types of which neighbouring sentences often tell several."""
_WORD: Final = re.compile(r"[^\W_]{3,}")
_FILLERS: Final = frozenset(
    "the and city town village province area region forces fighters troops people near south north east west".split()
)
_DESCRIPTIONS: Final = frozenset(
    "army attacker attackers authorities bandits bomber civilians fighters forces gang government gunman gunmen "
    "insurgents jets jihadists local men militants militia militias officers officials police rebels residents "
    "security soldiers suspected suspects the troops villagers warplanes".split()
)
"""Words for parties that name none, also where a headline writes them large."""
_HAPPENED: Final = frozenset(("happened", "ongoing"))


def link(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Put together the drafts that tell one happening; the others come back as they are. The order is of the text."""
    groups: list[Draft] = []
    last: list[int] = []
    for draft in drafts:
        index = _antecedent(groups, last, draft)
        if index is None:
            groups.append(draft)
            last.append(draft.ordinal)
        else:
            groups[index] = _join(groups[index], draft)
            last[index] = draft.ordinal
    told = [group for group in groups if not _mere_reference(group)]
    return tuple(sorted(told, key=lambda group: (group.trigger.start, group.type)))


def _mere_reference(group: Draft) -> bool:
    """Say whether it is only "the shooting", which found nothing to refer to and adds nothing."""
    slots = (group.mentions, group.who, group.whom, group.where, group.when, group.counts)
    return group.definite and not any(slots)


def _antecedent(groups: Sequence[Draft], last: Sequence[int], draft: Draft) -> int | None:
    recent = range(len(groups) - 1, max(-1, len(groups) - 1 - LOOK_BACK), -1)
    opening = range(min(LOOK_BACK, len(groups) - len(recent)) - 1, -1, -1)
    for index in chain(recent, opening):
        near = draft.ordinal - last[index] <= REACH or (draft.definite and groups[index].ordinal < LEAD)
        if near and _same(groups[index], draft):
            return index
    return None


def _same(group: Draft, draft: Draft) -> bool:
    """Whether a draft tells the happening of the group again; when in doubt, no."""
    if not _modalities_agree(group, draft):
        return False
    if group.sentence == draft.sentence:
        return _told_twice(group, draft)
    return not _conflict(group, draft) and _takes_up(group, draft)


def _takes_up(group: Draft, draft: Draft) -> bool:
    """Say whether a later sentence goes back to what was told, where nothing contradicts it."""
    if draft.result and draft.type == "violence_other":
        return _toll_of(group, draft)
    if draft.definite and draft.trigger.text.lower() in _GENERIC:
        return _may_refer(group, draft)
    if group.type != draft.type:
        return _heads(group, draft)
    if _elaborates(group, draft):
        return True
    if group.ordinal < LEAD and draft.ordinal < LEAD and (group.title or draft.ordinal - group.ordinal == 1):
        return _shared(group, draft) >= (1 if group.title else 2)
    return _shared(group, draft) >= 3


def _heads(group: Draft, draft: Draft) -> bool:
    """Say whether a headline tells in a loose word ("blast", "attack") what the lead tells in a closer one."""
    violent = {group.type, draft.type} <= _VIOLENCE and draft.type != "violence_other"
    lead = group.title and not draft.title and draft.ordinal - group.ordinal <= NEXT
    return violent and lead and group.type in _CATCH_ALL and bool(_words(group.where) & _words(draft.where))


def _told_twice(group: Draft, draft: Draft) -> bool:
    """Say whether one sentence has two words for one happening: the same dead are killed once ("artillery hit")."""
    results = {group.type, draft.type} <= _VIOLENCE and "violence_other" in (group.type, draft.type)
    if group.type != draft.type and not results:
        return False
    shared = {count.mention for count in group.counts} & {count.mention for count in draft.counts}
    return bool(shared) or (group.type == draft.type and _slots(group) == _slots(draft) != ((), (), (), ()))


def _slots(draft: Draft) -> tuple[tuple[Mention, ...], ...]:
    return draft.who, draft.whom, draft.where, draft.when


def _elaborates(group: Draft, draft: Draft) -> bool:
    """Say whether the next sentence goes on about what was just told: no other place, no time, nothing counted anew."""
    if draft.ordinal - group.ordinal != 1 or draft.when or draft.again or group.type in _LOOSE:
        return False
    same_place = _words(group.where) & _words(draft.where)
    return bool(same_place) if draft.where else not _disagree(_named(group.whom), _named(draft.whom))


def _modalities_agree(group: Draft, draft: Draft) -> bool:
    return group.modality == draft.modality or {group.modality, draft.modality} <= _HAPPENED


def _may_refer(group: Draft, draft: Draft) -> bool:
    """Say whether "the attack" means what the group tells: any violence just before it, or the same type.

    A place or party of its own that the group does not share makes it another happening.
    """
    if any(own and not _words(own) & _words(theirs) for own, theirs in _own_slots(group, draft)):
        return False
    if group.type == draft.type:
        return True
    attack = draft.trigger.text.lower() in _ATTACKS
    return attack and draft.ordinal - group.ordinal <= NEXT and {group.type, draft.type} <= _VIOLENCE


def _own_slots(group: Draft, draft: Draft) -> tuple[tuple[tuple[Mention, ...], tuple[Mention, ...]], ...]:
    return (draft.where, group.where), (draft.who, group.who)


def _toll_of(group: Draft, draft: Draft) -> bool:
    """Say whether a bare toll belongs to what the sentence before told."""
    causes = _VIOLENCE - {"execution"}
    follows = 0 < draft.ordinal - group.ordinal <= 1
    return follows and group.type in causes and not draft.who and not group.result and not draft.where


def _conflict(group: Draft, draft: Draft) -> bool:
    return (
        _disagree(group.where, draft.where)
        or _disagree(_named(group.when) if group.title else group.when, draft.when)
        or _disagree(_named(group.who), _named(draft.who))
        or _tolls_differ(group.counts, draft.counts)
    )


def _named(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Leave out descriptions: "warplanes" may be those of the army just named, "three weeks" end on the day named."""
    return tuple(mention for mention in mentions if not _describes(mention.text))


def _describes(words: str) -> bool:
    return words.islower() or _DESCRIPTIONS.issuperset(words.lower().split())


def _disagree(left: Iterable[Mention], right: Iterable[Mention]) -> bool:
    a, b = _words(left), _words(right)
    return bool(a) and bool(b) and not a & b


def _words(mentions: Iterable[Mention]) -> frozenset[str]:
    found = {word.lower() for mention in mentions for word in _WORD.findall(mention.text)}
    return frozenset(found - _FILLERS)


def _tolls_differ(left: Sequence[CountMention], right: Sequence[CountMention]) -> bool:
    """Two tolls of one measure and other numbers may be of two happenings; better two claims than a wrong one.

    "Dozens" and a number may well be one toll.
    """
    for a in left:
        same = [_number(b) for b in right if b.measure == a.measure]
        exact = [number for number in same if number[:1].isdigit()]
        if exact and _number(a)[:1].isdigit() and _number(a) not in exact:
            return True
    return False


def _number(count: CountMention) -> str:
    words = count.mention.text.lower().split()
    return next((word for word in words if word[0].isdigit()), words[0] if words else "")


def _shared(group: Draft, draft: Draft) -> int:
    """On how many of who, whom, where, when and figures the two agree."""
    slots = ((group.who, draft.who), (group.whom, draft.whom), (group.where, draft.where), (group.when, draft.when))
    agreed = sum(bool(_words(left) & _words(right)) for left, right in slots)
    figures = {(count.measure, _number(count)) for count in group.counts} & {
        (c.measure, _number(c)) for c in draft.counts
    }
    return agreed + bool(figures)


def _join(group: Draft, draft: Draft) -> Draft:
    """Let the body's words stand before the headline's, and fill what the group leaves open."""
    if group.title and not draft.title:
        group, draft = draft, group
    counts = list(group.counts)
    known = {(count.measure, _number(count)) for count in counts}
    base = len(counts)
    fresh = [count for count in draft.counts if (count.measure, _number(count)) not in known]
    for count in fresh:
        inside = draft.counts[count.part_of] if count.part_of is not None else None
        counts.append(
            CountMention(count.measure, count.mention, base + fresh.index(inside) if inside in fresh else None)
        )
    specific = group.type if group.type != "violence_other" else draft.type
    return replace(
        group,
        type=specific,
        mentions=tuple(sorted({*group.mentions, *draft.mentions, draft.trigger}))[:MAX_MENTIONS],
        who=group.who or draft.who,
        whom=_both(group.whom, draft.whom),
        where=group.where or draft.where,
        when=group.when or draft.when,
        counts=tuple(counts),
        means=group.means or draft.means,
        sources=tuple(dict.fromkeys((*group.sources, *draft.sources))),
    )


def _both(left: tuple[Mention, ...], right: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Keep every description of the target once: "government forces" and "60 soldiers" may both be of use."""
    fresh = [mention for mention in right if all(mention.text.lower() != known.text.lower() for known in left)]
    return tuple(sorted((*left, *fresh)))

"""Claims of one document that tell the same happening: headline and lead, "the attack" further down, a toll."""

from collections.abc import Sequence
from itertools import chain
from typing import Final

from msgspec.structs import replace

from marsad.extract.accounts import (
    account_of,
    cause_of,
    has_whole,
    is_another_account,
    is_denial,
    tells_again,
    with_part,
)
from marsad.extract.agreement import disagree, named, number, shared, tolls_differ, words
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
    "attack attacks assault incident killing killings violence bombing bombings strike strikes raid raids blast blasts "
    "massacre".split()
)
_THEY: Final = frozenset("it they group organisation organization faction movement militia".split())
"""Words for a party that was named before."""
_CATCH_ALL: Final = frozenset(("explosive_device", "attack_on_civilians", "violence_other", "armed_clash"))
"""Types that headlines use for closer ones."""
_LOOSE: Final = frozenset(("statement", "threat", "violence_other", "deployment", "aid_or_supply"))
"""Types of which neighbouring sentences often tell several."""
_HAPPENED: Final = frozenset(("happened", "ongoing"))


def link(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Put together the drafts that tell one happening; the others come back as they are. The order is of the text."""
    groups: list[Draft] = []
    last: list[int] = []
    accounts: list[tuple[int, Draft]] = []
    for draft in drafts:
        cause = cause_of(groups, last, draft) if draft.toll or _refers(draft) or is_denial(draft) else None
        if cause is not None and draft.part and _put_part(groups, accounts, cause, draft):
            continue
        if cause is not None and is_another_account(groups[cause], draft):
            _put_account(accounts, cause, draft)
        elif (index := _told_before(groups, last, cause, draft)) is not None:
            groups[index] = _join(groups[index], draft)
            last[index] = draft.ordinal
        elif not draft.bare:
            groups.append(draft)
            last.append(draft.ordinal)
    told = [group for group in groups if not _mere_reference(group)]
    told += [account_of(groups[cause], account) for cause, account in accounts]
    return tuple(sorted(told, key=lambda group: (group.trigger.start, group.type)))


def _told_before(groups: Sequence[Draft], last: Sequence[int], cause: int | None, draft: Draft) -> int | None:
    """Return the number of what a draft tells again, or of what the sentence before told when it is but its toll."""
    index = _antecedent(groups, last, draft)
    if index is None and cause is not None and draft.toll and draft.ordinal - last[cause] == 1:
        return cause if draft.modality != "denied" and not tolls_differ(groups[cause].counts, draft.counts) else None
    return index


def _refers(draft: Draft) -> bool:
    return draft.definite and draft.trigger.text.lower() in _GENERIC


def _put_part(groups: list[Draft], accounts: list[tuple[int, Draft]], cause: int, draft: Draft) -> bool:
    """Count those of a part with the toll of the happening that was told last; say whether there is one."""
    for index in range(len(accounts) - 1, -1, -1):
        if accounts[index][0] == cause and has_whole(accounts[index][1], draft):
            accounts[index] = cause, with_part(accounts[index][1], draft)
            return True
    if has_whole(groups[cause], draft):
        groups[cause] = with_part(groups[cause], draft)
        return True
    return False


def _put_account(accounts: list[tuple[int, Draft]], cause: int, draft: Draft) -> None:
    """Add an account of a happening, unless the same source has given it."""
    for index, (of, account) in enumerate(accounts):
        if of == cause and tells_again(account, draft):
            mentions = tuple(sorted({*account.mentions, draft.trigger}))[:MAX_MENTIONS]
            accounts[index] = cause, replace(account, mentions=mentions)
            return
    accounts.append((cause, draft))


def _mere_reference(group: Draft) -> bool:
    """Say whether it is only "the shooting", which found nothing to refer to and adds nothing."""
    slots = (group.mentions, group.who, group.whom, group.where, group.when, group.counts)
    return group.definite and not any(slots)


def _antecedent(groups: Sequence[Draft], last: Sequence[int], draft: Draft) -> int | None:
    recent = range(len(groups) - 1, max(-1, len(groups) - 1 - LOOK_BACK), -1)
    opening = range(min(LOOK_BACK, len(groups) - len(recent)) - 1, -1, -1)
    for index in chain(recent, opening):
        near = draft.ordinal - last[index] <= REACH or (draft.definite and groups[index].ordinal < LEAD)
        if near and not _mere_reference(groups[index]) and _same(groups[index], draft):
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
    bare = draft.result and draft.type == "violence_other"
    if _refers(draft) and (not bare or draft.where):
        return _may_refer(group, draft)
    if bare:
        return _toll_of(group, draft)
    if group.type != draft.type:
        return _heads(group, draft)
    if _elaborates(group, draft):
        return True
    if group.ordinal < LEAD and draft.ordinal < LEAD and (group.title or draft.ordinal - group.ordinal == 1):
        return shared(group, draft) >= (1 if group.title else 2)
    return shared(group, draft) >= 3


def _heads(group: Draft, draft: Draft) -> bool:
    """Say whether a headline tells in a loose word ("blast", "attack") what the lead tells in a closer one."""
    violent = {group.type, draft.type} <= _VIOLENCE and draft.type != "violence_other"
    lead = group.title and not draft.title and draft.ordinal - group.ordinal <= NEXT
    return violent and lead and group.type in _CATCH_ALL and bool(words(group.where) & words(draft.where))


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
    same_place = words(group.where) & words(draft.where)
    return bool(same_place) if draft.where else not disagree(named(group.whom), named(draft.whom))


def _modalities_agree(group: Draft, draft: Draft) -> bool:
    return group.modality == draft.modality or {group.modality, draft.modality} <= _HAPPENED


def _may_refer(group: Draft, draft: Draft) -> bool:
    """Say whether "the attack" means what the group tells: any violence just before it, or the same type.

    A place or party of its own that the group does not share makes it another happening.
    """
    if any(own and not words(own) & words(theirs) for own, theirs in _own_slots(group, draft)):
        return False
    if group.type == draft.type:
        return True
    attack = draft.trigger.text.lower() in _ATTACKS
    return attack and draft.ordinal - group.ordinal <= NEXT and {group.type, draft.type} <= _VIOLENCE


def _own_slots(group: Draft, draft: Draft) -> tuple[tuple[tuple[Mention, ...], tuple[Mention, ...]], ...]:
    """Pair places and doers; "the group" that claims an attack is no doer of its own."""
    return (draft.where, group.where), (tuple(one for one in draft.who if one.text.lower() not in _THEY), group.who)


def _toll_of(group: Draft, draft: Draft) -> bool:
    """Say whether a bare toll belongs to what the sentence before told."""
    causes = _VIOLENCE - {"execution"}
    follows = 0 < draft.ordinal - group.ordinal <= 1
    return follows and group.type in causes and not draft.who and not group.result and not draft.where


def _conflict(group: Draft, draft: Draft) -> bool:
    return (
        disagree(group.where, draft.where)
        or disagree(named(group.when) if group.title else group.when, draft.when)
        or disagree(named(group.who), named(draft.who))
        or tolls_differ(group.counts, draft.counts)
    )


def _join(group: Draft, draft: Draft) -> Draft:
    """Let the body's words stand before the headline's, and fill what the group leaves open."""
    if group.title and not draft.title:
        group, draft = draft, group
    counts = list(group.counts)
    known = {(count.measure, number(count)) for count in counts}
    base = len(counts)
    fresh = [count for count in draft.counts if (count.measure, number(count)) not in known]
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
        sources=_sources(group, draft),
    )


def _sources(group: Draft, draft: Draft) -> tuple[Mention, ...]:
    """Keep who tells either; who only speaks of a happening has not told the toll that others tell of it."""
    counted = group.sources and group.counts and not draft.counts
    return group.sources if counted else tuple(dict.fromkeys((*group.sources, *draft.sources)))


def _both(left: tuple[Mention, ...], right: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Keep every description of the target once: "government forces" and "60 soldiers" may both be of use."""
    fresh = [mention for mention in right if all(mention.text.lower() != known.text.lower() for known in left)]
    return tuple(sorted((*left, *fresh)))

"""Further accounts of what a happening cost: the opposition's toll beside the ministry's, Sunday's beside Friday's.

Such a draft stands beside the one that told the happening, with its own words, number and source, and takes from it
what it leaves open: what happened, where, when, to whom and by whose hand. Folded into it, a number would be put in the
mouth of who gave another, and nobody could see that they disagree.
"""

import re
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from marsad.extract.agreement import disagree, named, number, tolls_differ, words
from marsad.extract.draft import Draft
from marsad.model import CountMention, Mention
from marsad.ontology import load

NEAR: Final = 3
"""Sentences back to the happening that a toll is of; beyond that it is named anew."""
FIRST: Final = 4
"""The first sentences tell what a report is about: while nothing else was told, tolls further down are of that."""
_NO_HARM: Final = frozenset(("statement", "threat", "agreement", "deployment", "withdrawal", "aid_or_supply"))
"""Types of which a sentence may stand between a happening and its toll."""
_HISTORY: Final = re.compile(
    r"\b(?:last (?:year|month)|(?:years?|months?|weeks?|decades?) (?:ago|earlier|before)|in (?:19|20)\d\d|"
    r"previous\w*)\b",
    re.IGNORECASE,
)
"""The time of what a report only looks back on."""
_REAL: Final = frozenset(("happened", "ongoing"))
_SAID: Final = _REAL | {"denied"}


def cause_of(groups: Sequence[Draft], last: Sequence[int], draft: Draft) -> int | None:
    """Return the number of the happening, told before, that a toll is of: the last that can have one.

    ``last`` gives the sentence in which each was told last. One that contradicts the toll is not passed over for one
    further back, since what lies between may have a toll of its own; but history is, and so is what happened
    elsewhere, where the toll names its place.
    """
    for index in range(len(groups) - 1, -1, -1):
        group = groups[index]
        if not _may_cost(group, draft) or any(_HISTORY.search(when.text) for when in group.when):
            continue
        if draft.where and not words(draft.where) & words(group.where):
            continue
        near = draft.ordinal - last[index] <= NEAR or group.ordinal < FIRST
        return index if near and not group.title and _can_be_of(group, draft) else None
    return None


def _may_cost(group: Draft, draft: Draft) -> bool:
    """Say whether what was told can bring what the toll counts."""
    if group.type in _NO_HARM or group.modality not in _REAL or group.trigger == draft.trigger:
        return False
    if group.definite and not (group.counts or group.where or group.when or group.who or group.whom):
        return False
    counted = {count.measure for count in draft.counts} or {"killed"}
    return not counted.isdisjoint(load().event_type(group.type).measures)


def _can_be_of(group: Draft, draft: Draft) -> bool:
    """Say whether nothing that a toll names besides is of another happening."""
    if group.toll and not (group.where or group.when or group.who):
        return False
    return draft.modality in _SAID and not (
        (draft.again and not draft.toll)
        or disagree(group.when, draft.when)
        or disagree(named(group.who), named(draft.who))
    )


def is_another_account(group: Draft, draft: Draft) -> bool:
    """Say whether somebody else tells a toll, or the same one another number."""
    if draft.part or not (draft.sources or draft.bare):
        return False
    if draft.modality == "denied":
        return True
    counts = [count for count in draft.counts if count.part_of is None]
    if tolls_differ([count for count in group.counts if count.part_of is None], counts):
        return True
    if not counts:
        return bool(group.counts) and _own_deed(group, draft)
    return _others_say(group.sources, draft.sources)


def _own_deed(group: Draft, draft: Draft) -> bool:
    """Say whether a party speaks of what it did: who claims an attack has not told its toll."""
    speakers = words(draft.sources)
    return bool(speakers & words((*group.who, *draft.who))) and not speakers & words(group.sources)


def _others_say(left: Sequence[Mention], right: Sequence[Mention]) -> bool:
    """Say whether nobody is credited with both; "the ministry" is the one of health just named."""
    one, other = (words(said) or {mention.text.lower() for mention in said} for said in (left, right))
    return bool(one and other) and not (one <= other or other <= one)


def account_of(group: Draft, draft: Draft) -> Draft:
    """Return a toll with what it leaves open taken from the happening it is of.

    Who denies that anybody died does not say who did not do it; who denies a strike as his own does.
    """
    return replace(
        draft,
        type=group.type if draft.type in {"violence_other", "attack_on_civilians", "armed_clash"} else draft.type,
        who=draft.who if draft.modality == "denied" else group.who or draft.who,
        whom=draft.whom or group.whom,
        where=group.where or draft.where,
        when=group.when or draft.when,
        means=group.means,
        mentions=tuple(sorted({*draft.mentions, group.trigger})),
    )


def tells_again(account: Draft, draft: Draft) -> bool:
    """Say whether a toll is one that was told, of the same source."""
    told = {(count.measure, number(count)) for count in account.counts}
    same = all((count.measure, number(count)) in told for count in draft.counts)
    return same and account.modality == draft.modality and not _others_say(account.sources, draft.sources)


def is_denial(draft: Draft) -> bool:
    """Say whether harm is denied of which neither place nor day is told: it is that which others told before."""
    own = draft.where or draft.when
    return draft.modality == "denied" and not own and "killed" in load().event_type(draft.type).measures


def has_whole(group: Draft, draft: Draft) -> bool:
    """Say whether those of whom a draft counts some are counted."""
    told = {count.measure for count in group.counts if count.part_of is None}
    return bool(draft.counts) and all(count.measure in told for count in draft.counts)


def with_part(group: Draft, draft: Draft) -> Draft:
    """Return what was told with those of its dead or hurt whom the draft counts as some of them."""
    counts = list(group.counts)
    for count in draft.counts:
        whole = next(i for i, told in enumerate(counts) if told.part_of is None and told.measure == count.measure)
        counts.append(CountMention(count.measure, count.mention, whole))
    return replace(group, counts=tuple(counts))

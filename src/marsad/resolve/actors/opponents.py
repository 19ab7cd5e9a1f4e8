"""The other side of a fight or a deal that a sentence leaves out, where the report knows only one.

A report that has told whom an army fights does not say so again in each sentence: "the battle for the town" has the
sides of the battle told before. Only what has two sides by its nature is filled, and only where the report leaves no
choice: nobody is blamed for a blast or a strike because he is the one enemy that is named.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from marsad import facts
from marsad.model import Claim, Party
from marsad.resolve.actors.named import PartiesNamed

FIGHTS: Final = frozenset({"armed_clash", "territory_captured"})
"""Types that have another side even where nobody tells it."""
_HOSTILE: Final = FIGHTS | {"air_strike", "shelling", "suicide_bombing", "chemical_weapon"}
"""Types whose who and whom are at war with each other."""
_TRUE: Final = frozenset({"happened", "ongoing"})
_DEAL: Final = re.compile(
    r"(?:[\w-]+ )?(?:deal|agreement|truce|cease-?fire|accord|pact|talks|swap|exchange|negotiation|armistice)s?",
    re.IGNORECASE,
)
_SAME_FIGHT: Final = re.compile(
    r"(?:[\w-]+ )?(?:battle|operation|offensive|campaign|fighting|clash(?:es)?|assault|siege|fight)s?", re.IGNORECASE
)
"""Nouns by which a report goes on to speak of the fight that it tells of."""
_ARMED_KINDS: Final = frozenset(
    {"state_force", "external_force", "rebel", "political_militia", "communal_militia", "coalition"}
)
_TAKES: Final = re.compile(
    r"\b(?:re)?(?:tak(?:e|es|en|ing)|took|seiz\w+|captur\w+|claim\w*|overr[au]n\w*|conquer\w*|liberat\w+|storm\w*|swept|"
    r"sweep\w*|f[ae]ll\w*|gain\w*|wrest\w*|advanc\w+|enter\w*|driv\w+|drove|oust\w*|expel\w*|push\w*)",
    re.IGNORECASE,
)
"""Words for taking ground from somebody."""
_HOLDS: Final = re.compile(r"(?:control|hold|held|occup|rul|swath|remain)\w*", re.IGNORECASE)
"""Words for having ground, which nobody else need have lost of late."""


_YEAR: Final = re.compile(r"\b((?:19|20)\d\d)\b")
_HABIT: Final = re.compile(
    r"\b(?:histor(?:y|ies) of|(?:known|notorious|infamous|blamed) for|in the past|(?:most |more )?(?:often|frequently)|"
    r"typically|usually|regularly|a weapon of war|over the years|for decades|since the \d{4}s)\b",
    re.IGNORECASE,
)
"""Words that tell what somebody uses to do, and no single fight."""


class Taken(Struct, frozen=True):
    """A claim with those on its two sides."""

    claim: Claim
    who: tuple[Party, ...]
    whom: tuple[Party, ...]


def with_opponents(taken: Sequence[Taken], named: PartiesNamed) -> tuple[Taken, ...]:
    """Return the claims of one document, each with the side that it leaves out where no other can be meant.

    Nothing is filled in where the sentence tells of another year or of a habit, whose enemies may be others than those
    of the report, or where it names a third party that fights.
    """
    war = _War(taken)
    completed = ((one, war.completed(one)) for one in taken)
    return tuple(one if full != one and _is_of_another(full, named) else full for one, full in completed)


def _is_of_another(full: Taken, named: PartiesNamed) -> bool:
    """Say whether the sentence leaves it open whether its fight is the one of which the report tells."""
    told, context = full.claim.sentence, named.context
    sentence = context.text[told.start : told.end]
    years = {int(year) for year in _YEAR.findall(sentence)}
    if (context.year is not None and any(year < context.year - 1 for year in years)) or _HABIT.search(sentence):
        return True
    here = {name.id for name in named.between(told.start, told.end)}
    fighters = {_root(id_) for id_ in here if facts.parties()[id_].kind in _ARMED_KINDS}
    sides = _roots((*full.who, *full.whom))
    return bool(fighters - sides - {_root(ally) for side in sides for ally in facts.parties()[side].allies})


class _War:
    """Who fights whom in one document, and who made deals."""

    def __init__(self, taken: Sequence[Taken]) -> None:
        fights = [one for one in taken if one.claim.type in _HOSTILE and one.claim.modality in _TRUE]
        self._pairs = Counter(pair for one in fights for pair in _pairs(one.who, one.whom))
        self._dealers = [party for one in taken if one.claim.type == "agreement" for party in (*one.who, *one.whom)]
        self._everyone = [party for one in taken for party in (*one.who, *one.whom)]
        self._armed = {
            _root(party.id)
            for party in self._everyone
            if party.id is not None and facts.parties()[party.id].kind in _ARMED_KINDS
        }

    def completed(self, one: Taken) -> Taken:
        """Return the claim with its other side."""
        if one.claim.type == "agreement":
            return self._deal(one)
        if not _may_be_completed(one.claim):
            return one
        if one.who and not one.whom and len(_roots(one.who)) < 2:
            against = self._against(one.who)
            if one.claim.type == "territory_captured":
                against = self._only_fighter(against, one.who)
            return replace(one, whom=self._named(one.claim, against))
        if one.whom and not one.who:
            return replace(one, who=self._named(one.claim, self._only_fighter(self._against(one.whom), one.whom)))
        return one if one.who or one.whom else self._same_fight(one)

    def _same_fight(self, one: Taken) -> Taken:
        """Give "the battle" the two sides of the one war that the report tells of."""
        if _SAME_FIGHT.fullmatch(one.claim.trigger.text) is None or not self._pairs:
            return one
        (who, whom), _ = self._pairs.most_common(1)[0]
        sides = {_root(who), _root(whom)}
        if {_root(party) for pair in self._pairs for party in pair} | self._armed != sides:
            return one
        return replace(one, who=self._named(one.claim, who), whom=self._named(one.claim, whom))

    def _against(self, parties: Iterable[Party]) -> str | None:
        """Return the one party that the report has at war with these."""
        own = _roots(parties)
        found: Counter[str] = Counter()
        for pair, times in self._pairs.items():
            for mine, other in (pair, pair[::-1]):
                if _root(mine) in own and _root(other) not in own:
                    found[other] += times
        return found.most_common(1)[0][0] if len(set(map(_root, found))) == 1 else None

    def _only_fighter(self, found: str | None, others: Iterable[Party]) -> str | None:
        """Return the party if nobody else bears arms in the report: that one may be meant, and its enemy not told."""
        return found if found is not None and self._armed - _roots(others) <= {_root(found)} else None

    def _deal(self, one: Taken) -> Taken:
        """Give a deal of one party the one other party of the deals that the report tells of."""
        own = _roots(one.who)
        if one.whom or len(own) != 1 or _DEAL.fullmatch(one.claim.trigger.text) is None:
            return one
        others = [party.id for party in self._dealers if party.id is not None and _root(party.id) not in own]
        found = others[0] if len(set(map(_root, others))) == 1 else None
        return replace(one, whom=self._named(one.claim, found))

    def _named(self, claim: Claim, party: str | None) -> tuple[Party, ...]:
        """Return the party as the report names it nearest to the claim."""
        place = claim.trigger.start
        same = [(abs(one.mention.start - place), one) for one in self._everyone if one.id == party and one.mention]
        return (min(same, key=lambda pair: pair[0])[1],) if same and party is not None else ()


def _may_be_completed(claim: Claim) -> bool:
    """Say whether a claim is of a fight that took place, or of ground that somebody took in one."""
    if claim.type not in FIGHTS or claim.modality not in _TRUE or _HOLDS.fullmatch(claim.trigger.text) is not None:
        return False
    return claim.type != "territory_captured" or _TAKES.search(claim.trigger.text) is not None


def _pairs(who: Iterable[Party], whom: Iterable[Party]) -> Iterator[tuple[str, str]]:
    targets = [party.id for party in whom if party.id is not None]
    for party in who:
        for target in targets:
            if party.id is not None and _root(party.id) != _root(target):
                yield party.id, target


def _roots(parties: Iterable[Party]) -> set[str]:
    return {_root(party.id) for party in parties if party.id is not None}


def _root(party: str) -> str:
    """Return what the party is part of in the end: its side."""
    return facts.lineage(party)[-1]

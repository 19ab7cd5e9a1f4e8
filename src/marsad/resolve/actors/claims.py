"""Resolves who did it and to whom, claim by claim."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Self

from marsad import facts
from marsad.model import Claim, Document, Party
from marsad.resolve.actors.doers import Doers
from marsad.resolve.actors.mutual import with_two_sides
from marsad.resolve.actors.named import PartiesNamed
from marsad.resolve.actors.opponents import Taken, with_opponents
from marsad.resolve.actors.resolver import MentionReader, Place
from marsad.resolve.actors.sides import Sides
from marsad.resolve.actors.subjects import with_subjects
from marsad.resolve.actors.victims import victims_of
from marsad.resolve.context import Known, Role
from marsad.resolve.phrases import Hit

_BY_AUTHORITY = frozenset({"arrest", "weapons_seized"})
_AUTHORITIES = frozenset({"police", "state_force", "intelligence", "external_force"})
_ACTING = frozenset({Role.PARTY, Role.PARTY_IN_CONTEXT, Role.COUNTRY, Role.PEOPLE})
"""Roles of a name that can be that of one who takes part."""


class ActorResolver:
    """Finds the parties that the words of a claim stand for."""

    @classmethod
    def default(cls) -> Self:
        """Return the resolver with the tables that ship with marsad."""
        return cls()

    def resolve(
        self, document: Document, claims: tuple[Claim, ...], scenes: Sequence[str | None] = ()
    ) -> tuple[tuple[tuple[Party, ...], tuple[Party, ...]], ...]:
        """Return who and whom of each claim, in the order of the claims.

        ``scenes`` are the countries in which the claims lie, where that is known.
        """
        if not claims:
            return ()
        named = PartiesNamed.of(document)
        reader = _ClaimReader(named)
        placed = tuple(reader.on_sides(claim) for claim in claims)
        taken = tuple(reader.taken(claim, scene, placed) for claim, scene in zip_longest(placed, scenes))
        told = with_subjects(document.text, tuple(map(with_two_sides, taken)))
        taken = with_opponents(told, named)
        return tuple((one.who, one.whom) for one in taken)


class _ClaimReader:
    """Reads the two sides of the claims of one document."""

    def __init__(self, named: PartiesNamed) -> None:
        context = named.context
        names = [(hit.start, hit.end) for hit in context.hits if _acts(hit)]
        self._reader = MentionReader(named)
        self._sides = Sides(context.text, names)
        self._found_doers = Doers(context.text, names)

    def on_sides(self, claim: Claim) -> Claim:
        """Return the claim with the words for its two sides where the grammar has them."""
        return self._sides.put(claim)

    def taken(self, claim: Claim, scene: str | None = None, claims: Sequence[Claim] = ()) -> Taken:
        """Return the claim with the parties on its two sides; ``claims`` are all those of the document."""
        who = self._reader.parties(claim.who, Place("who", claim, scene))
        if not any(party.id for party in who) and set(claim.who) <= set(claim.means):
            who = self._doers(claim, scene, claims) or who
        whom = self._reader.parties(claim.whom, Place("whom", claim, scene))
        if not claim.who or set(claim.who) <= set(claim.means):
            who = _not_on(who, whom)
        if not who and claim.type in _BY_AUTHORITY:
            who = self._authority(claim, whom)
        whom = whom or self._targets(claim, who, scene) or self._victims(claim, who, scene)
        return Taken(claim, who, whom)

    def _authority(self, claim: Claim, whom: Iterable[Party]) -> tuple[Party, ...]:
        """Return the force of a state that tells in the sentence of an arrest for which nobody else is named."""
        own = {facts.lineage(party.id)[-1] for party in whom if party.id is not None}
        for said in claim.sources if claim.modality != "denied" else ():
            if not claim.sentence.start <= said.start < claim.sentence.end:
                continue
            told = self._reader.party_id(said.start, said.end, claim.sentence)
            if told is not None and facts.parties()[told].kind in _AUTHORITIES and facts.lineage(told)[-1] not in own:
                return (Party(facts.parties()[told].name, told, said),)
        return ()

    def _victims(self, claim: Claim, who: tuple[Party, ...], scene: str | None) -> tuple[Party, ...]:
        """Return those whom the claim counts as its victims, other than who did it."""
        return _not_on(self._reader.parties(victims_of(claim), Place("whom", claim, scene)), who)

    def _doers(self, claim: Claim, scene: str | None, claims: Sequence[Claim]) -> tuple[Party, ...]:
        """Return the party that the words around tell to have done it."""
        for mention in self._found_doers.of(claim, claims):
            known = [
                party for party in self._reader.parties((mention,), Place("who", claim, scene)) if party.id is not None
            ]
            if known:
                return tuple(known)
        return ()

    def _targets(self, claim: Claim, who: Iterable[Party], scene: str | None) -> tuple[Party, ...]:
        """Return the party that the words around tell to be the target, if there is one and it did not do it."""
        found = self._reader.parties(self._sides.targets(claim), Place("whom", claim, scene))
        doers = {facts.lineage(party.id)[-1] for party in who if party.id is not None}
        known = [party for party in found if party.id is not None and facts.lineage(party.id)[-1] not in doers]
        return tuple(known[:1]) or self._reader.parties(self._sides.things_hit(claim), Place("whom", claim, scene))


def _not_on(filled: tuple[Party, ...], told: Iterable[Party]) -> tuple[Party, ...]:
    """Return those found for one side who are not on the side of those whom the sentence tells on the other."""
    sides = {facts.lineage(party.id)[-1] for party in told if party.id is not None}
    return tuple(party for party in filled if party.id is None or facts.lineage(party.id)[-1] not in sides)


def _acts(hit: Hit[Known]) -> bool:
    """Say whether a name can be that of one who takes part."""
    return any(entry.value.role in _ACTING for entry in hit.entries)

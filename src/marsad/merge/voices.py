"""Who stands behind each claim of an event, so that its values can be weighed: origin, side, day."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from marsad.facts import derived, lineage, parties, sources
from marsad.merge.digest import ClaimDigest
from marsad.merge.revising import Change
from marsad.model import ResolvedClaim, Source
from marsad.ontology import load

REAL = frozenset({"happened", "ongoing"})
"""Modalities by which a claim says that it took place."""
SIDES = frozenset({"party", "party_media"})
"""Kinds of source that are a side in the war: they speak of what they or their enemy did."""
OFFICE = frozenset({"party", "party_media", "official", "state_media"})
"""Kinds of source that can own to what a party did."""
PROTECTED = frozenset({"civilian", "child", "woman", "aid_worker", "journalist"})
"""Classes of persons whose harm no party boasts of."""
ARMED = frozenset({"combatant", "security", "prisoner"})
"""Classes of persons of whom a party boasts that it killed or took them."""
NAMED = 3
"""Names that a sentence lists; of further ones it tells the number."""


class Voice(Struct, frozen=True):
    """Who says what a claim says.

    ``name`` is how a person reads it; ``side`` says that none but parties to the war are credited, ``admits`` that the
    party said to have done it is; ``told`` are first and last day on which the report can have come out; ``revises``
    says of each figure of the claim how it says that it has changed, and is empty where it says so of none; ``stake``
    that all who are credited are such parties, or take part in what they tell of or speak for one who does; ``boasts``
    that the party that did it says so and counts none but fighters.
    """

    claim: str
    document: str
    origin: str
    name: str
    side: bool
    admits: bool
    told: tuple[date, date] | None
    revises: tuple[Change | None, ...] = ()
    stake: bool = False
    boasts: bool = False

    @property
    def reliable(self) -> bool:
        """Whether its counts bear on low and high: not those of a side, unless it owns to what it is no boast of."""
        return not self.side or (self.admits and not self.boasts)

    @property
    def key(self) -> tuple[str, str]:
        """Report and origin: what one report lets one origin say, in however many claims."""
        return self.document, self.origin

    @property
    def dated(self) -> str:
        """The name with the day of the report."""
        return self.name if self.told is None else f"{self.name}, {self.told[1]}"


Voices = Mapping[str, Voice]
"""Voices by the ids of their claims."""


def voices(
    digests: Iterable[ClaimDigest],
    origin_of: Mapping[str, str],
    names: Mapping[str, str],
    revising: Mapping[str, tuple[Change | None, ...]],
) -> dict[str, Voice]:
    """Say who stands behind each claim; ``names`` are those of the documents, ``revising`` changes that claims tell."""
    return {
        digest.claim.id: Voice(
            digest.claim.id,
            digest.document.id,
            origin_of[digest.claim.id],
            _name(digest.claim.sources, names[digest.document.id]),
            bool(digest.claim.sources) and all(source.kind in SIDES for source in digest.claim.sources),
            admits(digest.claim),
            digest.document.published,
            revising.get(digest.claim.id, ()),
            bool(digest.claim.sources) and all(has_stake(source) for source in digest.claim.sources),
            admits(digest.claim) and _counts_fighters(digest.claim),
        )
        for digest in digests
    }


def has_stake(source: Source) -> bool:
    """Say whether who speaks is a side in the war, or has a part in what is told."""
    return source.kind in SIDES or source.interest


def _name(credited: Sequence[Source], outlet: str) -> str:
    told = list(dict.fromkeys(source.name for source in credited if source.name != outlet))[:2]
    return f"{' and '.join(told)} in {outlet}" if told else outlet


def admits(claim: ResolvedClaim) -> bool:
    """Say whether the party that is said to have done it is credited with saying so, itself or by its office."""
    if claim.modality not in REAL or load().event_type(claim.type).family == "speech":
        return False
    doers = {party.id for party in claim.who if party.id is not None}
    return any(speaks_for(source, doer) for source in claim.sources if source.kind in OFFICE for doer in doers)


def _counts_fighters(claim: ResolvedClaim) -> bool:
    return bool(claim.figures) and all(figure.who_class in ARMED for figure in claim.figures)


def speaks_for(source: Source, party: str) -> bool:
    """Say whether the source is the party of that id, part of it, above it or its voice."""
    speaker = _party_of(source.id) if source.id is not None else None
    return speaker is not None and _one_above_other(speaker, party)


@derived
def _party_of(source: str) -> str | None:
    """Return the party that a source is or speaks for."""
    known = sources().get(source)
    return source if known is None else known.party


@derived
def _one_above_other(left: str, right: str) -> bool:
    return left == right or left in _lineage(right) or right in _lineage(left)


def _lineage(party: str) -> tuple[str, ...]:
    return lineage(party) if party in parties() else (party,)


def harms_protected(claims: Iterable[ResolvedClaim]) -> bool:
    """Say whether civilians were harmed, which no party boasts of."""
    return any(map(_harms_protected, claims))


def _harms_protected(claim: ResolvedClaim) -> bool:
    """Say whether the claim counts or names civilians, or tells of an attack on them and counts no fighters.

    Soldiers whom their enemy says that it killed or took are no civilians, whatever the attack is called.
    """
    classes = {figure.who_class for figure in claim.figures}
    if classes & PROTECTED or any("civilian" in party.name.casefold() for party in claim.whom):
        return True
    on_civilians = load().event_types[claim.type].parent == "violence_against_civilians"
    return on_civilians and not classes & ARMED and not any(party.id in parties() for party in claim.whom)


def later(one: Voice, other: Voice) -> bool:
    """Say whether one report came out after the other, as far as their days tell."""
    return one.told is not None and other.told is not None and one.told[0] > other.told[1]


def speakers(told: Iterable[Voice], *, dated: bool = False) -> str:
    """Name voices as a sentence does: "Nile Courier and medics in Darfur Herald", the earliest first.

    What one report lets one origin say has one name, the fullest.
    """
    fullest: dict[tuple[str, str], Voice] = {}
    for voice in told:
        fullest[voice.key] = max(fullest.get(voice.key, voice), voice, key=lambda one: (len(one.name), one.claim))
    ordered = sorted(
        fullest.values(), key=lambda voice: (voice.told is None, voice.told or (), voice.name, voice.claim)
    )
    found = list(dict.fromkeys(voice.dated if dated else voice.name for voice in ordered))
    rest = len(found) - NAMED
    shown = found[:NAMED] + ([f"{rest} more"] if rest > 0 else [])
    joined = "; ".join(shown[:-1]) if dated else ", ".join(shown[:-1])
    return f"{joined} and {shown[-1]}" if joined else shown[-1]

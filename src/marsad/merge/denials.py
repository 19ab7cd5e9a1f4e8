"""What a denial is of: that it happened, or that who denies it has done it.

"The army denied having shelled the clinic" says by whom it was not, and so does who denies it and goes on to tell it of
others; "the army denied that the clinic was shelled" says that it was not. Who tells it and denies only how it was told
("denied that 150 people had died") denies nothing of the two.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from marsad.merge.parties import related
from marsad.merge.voices import REAL, Voices, speaks_for
from marsad.model import Party, ResolvedClaim


class OwnDenial(Struct, frozen=True):
    """A claim by which ``denied`` are said, in their own name, not to have done it; without any it is of a detail.

    ``accused`` are those, by the claims that name them, of whom others say that they have.
    """

    claim: str
    denied: tuple[Party, ...]
    accused: tuple[tuple[str, Party], ...]


def is_denial(claim: ResolvedClaim) -> bool:
    """Say whether the claim denies something."""
    return claim.modality == "denied"


def own_denials(claims: Sequence[ResolvedClaim], voices: Voices) -> Iterator[OwnDenial]:
    """Yield the denials that are of who did it rather than of whether it happened."""
    told = [claim for claim in claims if claim.modality in REAL]
    for claim in claims:
        if is_denial(claim):
            others = [other for other in told if voices[other.id].key != voices[claim.id].key]
            named = tuple((other.id, party) for other in others for party in other.who)
            own = tuple(_spoken_for(claim, claim.who))
            if own:
                yield OwnDenial(claim.id, own, tuple(pair for pair in named if _of_one_side(pair[1], own)))
            elif len(others) < len(told):
                blamed = tuple(pair for pair in named if any(_spoken_for(claim, pair[1:])))
                denied = tuple({party.id: party for _, party in reversed(blamed)}.values())
                yield OwnDenial(claim.id, denied, blamed)


def denials_of_it(claims: Sequence[ResolvedClaim], voices: Voices) -> Iterator[tuple[ResolvedClaim, OwnDenial | None]]:
    """Yield the denials of more than a detail: that it happened, or in their own name that somebody has done it."""
    own = {denial.claim: denial for denial in own_denials(claims, voices)}
    for claim in filter(is_denial, claims):
        denial = own.get(claim.id)
        if denial is None or denial.denied:
            yield claim, denial


def _spoken_for(claim: ResolvedClaim, parties: Iterable[Party]) -> Iterator[Party]:
    """Yield those for whom the sources of the claim speak."""
    for party in parties:
        if party.id is not None and any(speaks_for(source, party.id) for source in claim.sources):
            yield party


def _of_one_side(party: Party, others: Iterable[Party]) -> bool:
    return party.id is not None and any(o.id is not None and related(party.id, o.id) for o in others)

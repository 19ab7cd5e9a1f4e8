"""How well an event is supported, in the manner of Airwars' grading of reported civilian harm.

``confirmed``: a party said of what it did itself that it happened. ``contested``: one says it happened, another denies
it. ``discounted``: nobody says that it happened. ``fair``: two independent origins or more. ``weak``: one origin.
"""

from collections.abc import Sequence

from marsad.merge.comparison import REAL
from marsad.model import ResolvedClaim

FAIR_ORIGINS = 2


def grade(claims: Sequence[ResolvedClaim], origins: int) -> str:
    """Return the grade's code."""
    modalities = {claim.modality for claim in claims}
    if "denied" in modalities:
        return "contested" if modalities & REAL else "discounted"
    if any(_admitted(claim) for claim in claims):
        return "confirmed"
    return "fair" if origins >= FAIR_ORIGINS else "weak"


def _admitted(claim: ResolvedClaim) -> bool:
    actors = {party.id for party in claim.who if party.id is not None}
    return claim.modality in REAL and any(source.kind == "party" and source.id in actors for source in claim.sources)

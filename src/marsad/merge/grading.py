"""How well an event is supported, in the manner of Airwars' grading of reported civilian harm, with the reason.

The grades stand in the ontology. Airwars grades an incident as confirmed when a belligerent accepts responsibility,
fair when two or more credible sources tell of it, weak when one does, contested when responsibility is claimed of
several, and discounted when it turns out not to have been; what is added here is that a party's word about its own
feats is no confirmation.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from marsad.merge.denials import denials_of_it, is_denial
from marsad.merge.disputes import rival_doers
from marsad.merge.voices import REAL, Voice, Voices, harms_protected, speakers
from marsad.model import ResolvedClaim

FAIR_ORIGINS = 2
"""Independent origins from which on a report is fair."""


class Graded(Struct, frozen=True):
    """A grade's code and the reason in words."""

    code: str
    basis: str


def grade(claims: Sequence[ResolvedClaim], voices: Voices) -> Graded:
    """Grade an event by its origins, their kinds and what the party that did it says."""
    denials = list(denials_of_it(claims, voices))
    denied = [voices[claim.id] for claim, _ in denials]
    told = [claim for claim in claims if not is_denial(claim)]
    if not told:
        return Graded("discounted", f"nobody says that it happened; it is denied by {speakers(denied)}")
    behind = [voices[claim.id] for claim in told]
    if denied:
        what = "having done it is denied" if all(own for _, own in denials) else "denied"
        return Graded("contested", f"told by {speakers(behind)}; {what} by {speakers(denied)}")
    rival = rival_doers(claims, voices)
    if rival:
        names = dict.fromkeys(party.name for _, party in rival)
        return Graded("contested", f"the reports name rival parties as having done it: {', '.join(names)}")
    return _confirmed(told, voices) or _by_origins(behind)


def _confirmed(told: Sequence[ResolvedClaim], voices: Voices) -> Graded | None:
    admissions = [voices[claim.id] for claim in told if voices[claim.id].admits]
    if not admissions:
        return None
    said = f"those said to have done it say so themselves ({speakers(admissions)})"
    own = {voice.origin for voice in admissions}
    others = [voices[claim.id] for claim in told if claim.modality in REAL and voices[claim.id].origin not in own]
    if others:
        return Graded("confirmed", f"{said}, and it is told by {speakers(others)} too")
    return Graded("confirmed", f"{said}, of harm to civilians") if harms_protected(told) else None


def _by_origins(behind: Sequence[Voice]) -> Graded:
    origins = len({voice.origin for voice in behind})
    if all(voice.side for voice in behind):
        return Graded("weak", f"none but a side in the war tells it: {speakers(behind)}")
    if all(voice.stake for voice in behind):
        return Graded("weak", f"none but those who have a part in it tell it: {speakers(behind)}")
    if origins >= FAIR_ORIGINS:
        return Graded("fair", f"{origins} independent origins tell it: {speakers(_one_each(behind))}")
    if len({voice.document for voice in behind}) > 1:
        return Graded("weak", f"all reports go back to one origin: {speakers(behind)}")
    return Graded("weak", f"one origin tells it: {speakers(behind)}")


def _one_each(voices: Iterable[Voice]) -> Iterable[Voice]:
    """Return a voice of each origin."""
    return {voice.origin: voice for voice in sorted(voices, key=lambda voice: voice.claim, reverse=True)}.values()

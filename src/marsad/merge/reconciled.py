"""Claims of one happening → the event: every field with what is for and against it, disputes, grade and figures."""

from collections.abc import Sequence

from msgspec.structs import replace

from marsad.merge.digest import ClaimDigest
from marsad.merge.disputes import find_disputes, rival_types
from marsad.merge.figures import Tally, tally
from marsad.merge.grading import grade
from marsad.merge.reconciling import (
    merge_means,
    merge_modality,
    merge_parties,
    merge_place,
    merge_time,
    merge_type,
)
from marsad.merge.values import (
    figure_values,
    modality_values,
    party_values,
    place_values,
    time_values,
    type_values,
)
from marsad.merge.voices import Voices
from marsad.model import Event, EventValue, MergeReason, content_id


def reconcile(
    digests: Sequence[ClaimDigest], voices: Voices, rule: str, reasons: tuple[MergeReason, ...] = ()
) -> Event:
    """Put the event of these claims together, which are sorted by id; its id hashes the first of theirs."""
    claims = [digest.claim for digest in digests]
    origin_of = {claim: voice.origin for claim, voice in voices.items()}
    tallies = tally(claims, voices, rule)
    graded = grade(claims, voices)
    event = Event(
        id=content_id("e", claims[0].id),
        type=merge_type(claims, origin_of),
        modality=merge_modality(claims, voices),
        background=all(claim.background for claim in claims),
        when=merge_time(claims, origin_of),
        where=merge_place(claims, origin_of),
        who=merge_parties(claims, "who", origin_of),
        whom=merge_parties(claims, "whom", origin_of),
        means=merge_means(claims),
        figures=tuple(one.figure for one in tallies),
        claims=tuple(claim.id for claim in claims),
        documents=len({digest.document.id for digest in digests}),
        outlets=len({digest.document.outlet or digest.document.id for digest in digests}),
        origins=len(set(origin_of.values())),
        disputes=find_disputes(digests, tallies, voices),
        grade=graded.code,
        merged_because=reasons,
        grade_basis=graded.basis,
    )
    return replace(event, values=_values(event, digests, tallies, voices))


def _values(
    event: Event, digests: Sequence[ClaimDigest], tallies: Sequence[Tally], voices: Voices
) -> tuple[EventValue, ...]:
    """List the values of every field to which the claims give several."""
    claims = [digest.claim for digest in digests]
    return (
        *type_values(claims, event.type, rival_types(digests, voices), voices),
        *modality_values(claims, event.modality, voices),
        *time_values(claims, event.when, voices),
        *place_values(claims, event.where, voices),
        *party_values("who", event.who, voices),
        *party_values("whom", event.whom, voices),
        *(value for one in tallies for value in figure_values(one, voices)),
    )

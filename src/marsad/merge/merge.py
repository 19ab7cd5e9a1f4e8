"""ResolvedClaims and decisions → events: copies, candidates, comparison, clustering, reconciling."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from marsad.merge.clustering import Cluster, cluster
from marsad.merge.copies import find_copies
from marsad.merge.digest import ClaimDigest, DocumentDigest, digest_claim, digest_document, with_rare_names
from marsad.merge.disputes import find_disputes
from marsad.merge.figures import merge_figures
from marsad.merge.grading import grade
from marsad.merge.origins import origins
from marsad.merge.reconciling import (
    merge_means,
    merge_modality,
    merge_parties,
    merge_place,
    merge_time,
    merge_type,
)
from marsad.model import Copy, Decision, Document, Event, MergeReason, ResolvedClaim, content_id

Copies = Mapping[str, tuple[Copy, ...]]


class Merged(Struct, frozen=True):
    """All events of a record, sorted by id, and where each document's text stands elsewhere."""

    events: tuple[Event, ...]
    copies: tuple[Copy, ...]


def merge(claims: Iterable[ResolvedClaim], documents: Iterable[Document], decisions: Iterable[Decision] = ()) -> Merged:
    """Compute all events anew; the result depends on what is given and not on its order.

    Every claim must come from one of the documents; claims that an analyst rejected enter no event.
    """
    judged = tuple(decisions)
    digests, read = _digest(_decided(claims, judged), documents)
    copies = find_copies(read)
    copies_of = _by_document(copies)
    by_id = {digest.claim.id: digest for digest in digests}
    events = [_event(group, by_id, copies_of) for group in cluster(digests, judged)]
    return Merged(tuple(sorted(events, key=lambda event: event.id)), copies)


def _decided(claims: Iterable[ResolvedClaim], decisions: tuple[Decision, ...]) -> Iterable[ResolvedClaim]:
    """Leave out what was rejected, put in what was corrected, in the order in which it was decided."""
    rejected = {id_ for decision in decisions if decision.kind == "reject" for id_ in decision.claims}
    corrections: defaultdict[str, list[Decision]] = defaultdict(list)
    for decision in sorted(decisions, key=lambda decision: (decision.made, decision.id)):
        for id_ in decision.claims:
            if decision.kind == "correct":
                corrections[id_].append(decision)
    for claim in claims:
        if claim.id not in rejected:
            yield _corrected(claim, corrections.get(claim.id, []))


def _corrected(claim: ResolvedClaim, corrections: Iterable[Decision]) -> ResolvedClaim:
    """Replace fields by the decided values, which are JSON of the field's type."""
    fields = msgspec.to_builtins(claim)
    for decision in corrections:
        fields[decision.field] = msgspec.json.decode(decision.value or "null")
    return msgspec.convert(fields, ResolvedClaim) if corrections else claim


def _digest(
    claims: Iterable[ResolvedClaim], documents: Iterable[Document]
) -> tuple[list[ClaimDigest], list[DocumentDigest]]:
    claims_of: defaultdict[str, list[ResolvedClaim]] = defaultdict(list)
    for claim in claims:
        claims_of[claim.document].append(claim)
    read, digests = [], []
    for document in documents:
        if document.readable:
            told = claims_of.get(document.id, [])
            digest = digest_document(document, told)
            read.append(digest)
            digests += [digest_claim(claim, document, digest) for claim in told]
    telling = {digest.id: digest for digest in with_rare_names(read)}
    return [replace(digest, document=telling[digest.document.id]) for digest in digests], read


def _by_document(copies: Iterable[Copy]) -> Copies:
    found: defaultdict[str, tuple[Copy, ...]] = defaultdict(tuple)
    for copy in copies:
        found[copy.of] += (copy,)
    return found


def _event(group: Cluster, by_id: Mapping[str, ClaimDigest], copies_of: Copies) -> Event:
    digests = [by_id[id_] for id_ in group.claims]
    claims = [digest.claim for digest in digests]
    origin_of = origins(digests, copies_of)
    roots = len(set(origin_of.values()))
    when, where = merge_time(claims), merge_place(claims)
    figures = merge_figures(claims, origin_of)
    return Event(
        id=content_id("e", group.claims[0]),
        type=merge_type(claims, origin_of),
        modality=merge_modality(claims, origin_of),
        background=all(claim.background for claim in claims),
        when=when,
        where=where,
        who=merge_parties(claims, "who"),
        whom=merge_parties(claims, "whom"),
        means=merge_means(claims),
        figures=figures,
        claims=group.claims,
        documents=len({digest.document.id for digest in digests}),
        outlets=len({digest.document.outlet or digest.document.id for digest in digests}),
        origins=roots,
        disputes=find_disputes(claims, when, where, figures),
        grade=grade(claims, roots),
        merged_because=_reasons(group),
    )


def _reasons(group: Cluster) -> tuple[MergeReason, ...]:
    joins = sorted(group.joins, key=lambda join: (join.left, join.right))
    return tuple(MergeReason(join.left, join.right, round(join.score, 3), join.reasons) for join in joins)

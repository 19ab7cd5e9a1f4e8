"""ResolvedClaims and decisions → events: copies, candidates, comparison, clustering, reconciling."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec import Struct

from marsad.merge.archive import Archive
from marsad.merge.clustering import Cluster, cluster
from marsad.merge.copies import find_copies
from marsad.merge.digest import ClaimDigest, DocumentDigest, digest_claim, digest_document
from marsad.merge.origins import origins
from marsad.merge.reconciled import reconcile
from marsad.merge.revising import Change, revises
from marsad.merge.rules import DEFAULT
from marsad.merge.sharing import Shared
from marsad.merge.stories import Story, story_of
from marsad.merge.voices import voices
from marsad.model import Copy, Decision, Document, Event, MergeReason, ResolvedClaim
from marsad.ontology import load

Copies = Mapping[str, tuple[Copy, ...]]


class _Read(Struct, frozen=True):
    """What is kept of all reports: their digests, stories and names, and what claims say of how counts changed."""

    claims: list[ClaimDigest]
    documents: list[DocumentDigest]
    stories: list[Story]
    names: dict[str, str]
    revising: dict[str, tuple[Change | None, ...]]


class Merged(Struct, frozen=True):
    """All events of a record, sorted by id, and where each document's text stands elsewhere."""

    events: tuple[Event, ...]
    copies: tuple[Copy, ...]


def merge(
    claims: Iterable[ResolvedClaim],
    documents: Iterable[Document],
    decisions: Iterable[Decision] = (),
    *,
    rule: str = DEFAULT,
) -> Merged:
    """Compute all events anew; the result depends on what is given and not on its order.

    Every claim must come from one of the documents; claims that an analyst rejected enter no event. ``rule`` says how
    low, best and high of the figures come about.

    Raises:
        UnknownCodeError: the ontology lists no such rule.
    """
    load().figure_rule(rule)
    judged = tuple(decisions)
    read = _digest(_decided(claims, judged), documents)
    copies = find_copies(read.documents)
    copies_of = _by_document(copies)
    by_id = {digest.claim.id: digest for digest in read.claims}
    groups = cluster(read.claims, Archive.of(read.stories, read.claims), judged)
    events = [_event(group, by_id, copies_of, read, rule) for group in groups]
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


def _corrected(claim: ResolvedClaim, corrections: Sequence[Decision]) -> ResolvedClaim:
    """Replace fields by the decided values, which are JSON of the field's type."""
    if not corrections:
        return claim
    fields = msgspec.to_builtins(claim)
    for decision in corrections:
        fields[decision.field] = msgspec.json.decode(decision.value or "null")
    return msgspec.convert(fields, ResolvedClaim)


def _digest(claims: Iterable[ResolvedClaim], documents: Iterable[Document]) -> _Read:
    claims_of: defaultdict[str, list[ResolvedClaim]] = defaultdict(list)
    shared = Shared()
    for claim in claims:
        claims_of[claim.document].append(shared.claim(claim))
    read = _Read([], [], [], {}, {})
    for document in documents:
        if document.readable:
            told = claims_of.pop(document.id, [])
            digest = shared.document(digest_document(document, told))
            read.documents.append(digest)
            read.stories.append(story_of(document))
            read.claims.extend(shared.digest(digest_claim(claim, document, digest)) for claim in told)
            read.names[document.id] = document.outlet or document.path
            read.revising.update({claim.id: ways for claim in told if (ways := revises(claim, document))})
    return read


def _by_document(copies: Iterable[Copy]) -> Copies:
    found: defaultdict[str, tuple[Copy, ...]] = defaultdict(tuple)
    for copy in copies:
        found[copy.of] += (copy,)
    return found


def _event(group: Cluster, by_id: Mapping[str, ClaimDigest], copies_of: Copies, read: _Read, rule: str) -> Event:
    digests = [by_id[id_] for id_ in group.claims]
    behind = voices(digests, origins(digests, copies_of), read.names, read.revising)
    return reconcile(digests, behind, rule, _reasons(group))


def _reasons(group: Cluster) -> tuple[MergeReason, ...]:
    joins = sorted(group.joins, key=lambda join: (join.left, join.right))
    return tuple(MergeReason(join.left, join.right, round(join.score, 3), join.reasons) for join in joins)

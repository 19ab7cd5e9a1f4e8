"""Compared pairs → groups of claims, the same whatever the order of the input.

What one report tells of one happening is put together first; the tellings of different reports join their groups from
the strongest pair down. A join that would put two tellings together which rule each other out, or which on the whole
do not belong together, is left undone, so that A~B and B~C never chain over a contradiction of A and C.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from msgspec import Struct

from marsad.merge.archive import Archive
from marsad.merge.candidates import candidates
from marsad.merge.comparison import ENOUGH, Comparison, compare, ruled_out
from marsad.merge.digest import ClaimDigest
from marsad.merge.finding import Finding
from marsad.merge.grouping import BELONGING, Groups
from marsad.merge.retelling import compare_within
from marsad.merge.sharing import Shared
from marsad.merge.tellings import LEAST, Telling, find_tellings
from marsad.merge.testimonies import fold
from marsad.model import Decision

APART = 0.0
"""Evidence below which two tellings of one report are two happenings; up to LEAST it is left to other reports."""
_TOLD_APART = Finding("reports", "differs", -ENOUGH, "reports: told apart by one report", veto=True)
_LEFT_OPEN = Finding("document", "cannot tell", BELONGING, "document: one report, which leaves open whether it is one")


class Cluster(Struct, frozen=True):
    """Ids of claims of one happening, sorted, and the comparisons that joined them."""

    claims: tuple[str, ...]
    joins: tuple[Comparison, ...]


def cluster(
    digests: Iterable[ClaimDigest], archive: Archive, decisions: Iterable[Decision] = ()
) -> tuple[Cluster, ...]:
    """Group the claims; an analyst's "same" joins whatever the comparison says, "not the same" keeps apart."""
    judged = tuple(decisions)
    apart = _judged_apart(judged)
    tellings = find_tellings(digests, apart)
    folded = fold(tellings, {id_ for decision in judged for id_ in decision.claims})
    first = {group[0].id: group[0] for group in folded}
    telling_of = {member.claim.id: telling.id for telling in first.values() for member in telling.members}
    by_id = {id_: telling.digest for id_, telling in first.items()}
    groups = Groups(
        by_id, lambda left, right: _compared(by_id[left], by_id[right], archive), _lifted(apart, telling_of)
    )
    for left, right, decision in _judged_same(judged):
        if left in telling_of and right in telling_of:
            _join_as_decided(groups, telling_of[left], telling_of[right], decision)
    groups.join_alike(_alike(by_id, archive))
    others = {group[0].id: group for group in folded}
    shared = Shared()
    found = (_unfolded(members, groups, others, archive, shared) for members in groups.all())
    return tuple(sorted(found, key=lambda group: group.claims))


def _compared(left: ClaimDigest, right: ClaimDigest, archive: Archive) -> Comparison:
    """Compare two tellings; two of one report are two happenings where it tells them apart.

    Where it leaves that open, what other reports tell may join them.
    """
    if left.document.id != right.document.id:
        return compare(left, right, archive)
    found = compare_within(left, right)
    if found.vetoed or found.evidence < APART:
        return Comparison(found.left, found.right, (*found.findings, _TOLD_APART))
    return found if found.evidence >= LEAST else Comparison(found.left, found.right, (_LEFT_OPEN,))


def _unfolded(
    members: Sequence[str], groups: Groups, folded: Mapping[str, Sequence[Telling]], archive: Archive, shared: Shared
) -> Cluster:
    """Put the claims of each telling, and of those that say the same, to the one that was compared."""
    tellings = [telling for id_ in members for telling in folded[id_]]
    repeated = [compare(folded[id_][0].digest, again.digest, archive) for id_ in members for again in folded[id_][1:]]
    within = [join for telling in tellings for join in telling.joins]
    claims = sorted(member.claim.id for telling in tellings for member in telling.members)
    return Cluster(tuple(claims), (*groups.joins[members[0]], *map(shared.comparison, repeated), *within))


def _alike(digests: Mapping[str, ClaimDigest], archive: Archive) -> Iterator[Comparison]:
    """Yield the comparisons of those that are taken as one."""
    shared = Shared()
    for left, right in candidates(digests.values(), archive):
        if not ruled_out(left, right):
            pair = compare(left, right, archive)
            if pair.same:
                yield shared.comparison(pair)


def _judged_apart(decisions: Iterable[Decision]) -> frozenset[frozenset[str]]:
    """Every pair of each "not the same"."""
    judged = (decision.claims for decision in decisions if decision.kind == "not_same")
    return frozenset(frozenset(pair) for claims in judged for pair in combinations(sorted(set(claims)), 2))


def _lifted(apart: Iterable[frozenset[str]], telling_of: Mapping[str, str]) -> frozenset[frozenset[str]]:
    """Carry what was judged of claims over to the tellings that hold them."""
    return frozenset(frozenset(telling_of[id_] for id_ in pair if id_ in telling_of) for pair in apart)


def _judged_same(decisions: Iterable[Decision]) -> Iterable[tuple[str, str, Decision]]:
    """Yield the pairs of neighbours of each "same"."""
    for decision in decisions:
        if decision.kind == "same":
            ids = sorted(set(decision.claims))
            yield from ((left, right, decision) for left, right in pairwise(ids))


def _join_as_decided(groups: Groups, one: str, two: str, decision: Decision) -> None:
    left, right = sorted((one, two))
    words = f"decided by {decision.author}: {decision.reason}"
    found = groups.compare(left, right)
    decided = Comparison(left, right, (*(f for f in found.findings if not f.veto), _decided(words)))
    if left != right and not groups.together(decided):
        groups.join(decided)


def _decided(words: str) -> Finding:
    return Finding("decision", "agrees", 10 * ENOUGH, words)

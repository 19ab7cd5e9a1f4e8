"""Compared pairs → groups of claims, the same whatever the order of the input.

What one report tells of one happening is put together first; the tellings of different reports join their groups from
the strongest pair down. A join that would put two tellings together which rule each other out, or which on the whole
do not belong together, is left undone, so that A~B and B~C never chain over a contradiction of A and C.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise

from msgspec import Struct

from marsad.merge.candidates import candidates
from marsad.merge.comparison import ENOUGH, Comparison, compare, ruled_out
from marsad.merge.digest import ClaimDigest
from marsad.merge.finding import Finding
from marsad.merge.grouping import Groups
from marsad.merge.tellings import Telling, find_tellings
from marsad.merge.testimonies import fold
from marsad.model import Decision

ALONE = 1.0
"""What it is worth that no other pair of claims of the two reports comes near."""
MARGIN = 1.0
"""Evidence by which a pair must lead to stand alone."""
TELLING = frozenset({"who", "whom", "figures", "words", "site"})
"""Features without which two claims of one kind, day and town are not one, rivals or none."""
_ALONE = Finding("rivals", "agrees", ALONE, "rivals: no other claim of either report fits")


class Cluster(Struct, frozen=True):
    """Ids of claims of one happening, sorted, and the comparisons that joined them."""

    claims: tuple[str, ...]
    joins: tuple[Comparison, ...]


def cluster(digests: Iterable[ClaimDigest], decisions: Iterable[Decision] = ()) -> tuple[Cluster, ...]:
    """Group the claims; an analyst's "same" joins whatever the comparison says, "not the same" keeps apart."""
    judged = tuple(decisions)
    apart = _judged_apart(judged)
    tellings = find_tellings(digests, apart)
    folded = fold(tellings, {id_ for decision in judged for id_ in decision.claims})
    first = {group[0].id: group[0] for group in folded}
    telling_of = {member.claim.id: telling.id for telling in first.values() for member in telling.members}
    by_id = {id_: telling.digest for id_, telling in first.items()}
    groups = Groups(by_id, lambda left, right: compare(by_id[left], by_id[right]), _lifted(apart, telling_of))
    for left, right, decision in _judged_same(judged):
        if left in telling_of and right in telling_of:
            _join_as_decided(groups, by_id, telling_of[left], telling_of[right], decision)
    groups.join_alike(pair for pair in _weighed(by_id) if pair.same)
    others = {group[0].id: group for group in folded}
    found = (_unfolded(members, groups, others) for members in groups.all())
    return tuple(sorted(found, key=lambda group: group.claims))


def _unfolded(members: Sequence[str], groups: Groups, folded: Mapping[str, Sequence[Telling]]) -> Cluster:
    """Put the claims of each telling, and of those that say the same, to the one that was compared."""
    tellings = [telling for id_ in members for telling in folded[id_]]
    repeated = [compare(folded[id_][0].digest, again.digest) for id_ in members for again in folded[id_][1:]]
    within = [join for telling in tellings for join in telling.joins]
    claims = sorted(member.claim.id for telling in tellings for member in telling.members)
    return Cluster(tuple(claims), (*groups.joins[members[0]], *repeated, *within))


def _weighed(digests: Mapping[str, ClaimDigest]) -> list[Comparison]:
    """Return the comparisons that come near enough; one without a rival within its two reports gains by that.

    Where each of two reports tells of one such happening only, it is likelier the same than where they tell of several.
    """
    compared = (compare(*pair) for pair in candidates(digests.values()) if not ruled_out(*pair))
    near = [pair for pair in compared if not pair.vetoed and pair.evidence >= ENOUGH - ALONE - MARGIN]
    rivals: defaultdict[tuple[str, str], list[tuple[float, str]]] = defaultdict(list)
    for pair in near:
        for claim, other in ((pair.left, pair.right), (pair.right, pair.left)):
            rivals[claim, digests[other].document.id].append((pair.evidence, other))

    def alone(claim: str, other: str, evidence: float) -> bool:
        found = rivals[claim, digests[other].document.id]
        return all(rival == other or strength <= evidence - MARGIN for strength, rival in found)

    def weigh(pair: Comparison) -> Comparison:
        left, right = pair.left, pair.right
        told = {finding.verdict for finding in pair.findings if finding.feature in TELLING and finding.weight}
        if told == {"agrees"} and alone(left, right, pair.evidence) and alone(right, left, pair.evidence):
            return Comparison(left, right, (*pair.findings, _ALONE))
        return pair

    return [weigh(pair) for pair in near]


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


def _join_as_decided(groups: Groups, by_id: Mapping[str, ClaimDigest], one: str, two: str, decision: Decision) -> None:
    left, right = sorted((one, two))
    words = f"decided by {decision.author}: {decision.reason}"
    found = compare(by_id[left], by_id[right])
    decided = Comparison(left, right, (*(f for f in found.findings if not f.veto), _decided(words)))
    if left != right and not groups.together(decided):
        groups.join(decided)


def _decided(words: str) -> Finding:
    return Finding("decision", "agrees", 10 * ENOUGH, words)

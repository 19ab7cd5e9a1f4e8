"""Compared pairs → groups of claims, the same whatever the order of the input.

Pairs join their groups from the strongest down; a join that would put two claims together which rule each other out,
or which on the whole do not belong together, is left undone, so that A~B and B~C never chain over a contradiction of A
and C.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from marsad.merge.candidates import candidates
from marsad.merge.comparison import ENOUGH, Comparison, compare
from marsad.merge.digest import ClaimDigest
from marsad.merge.finding import Finding
from marsad.merge.testimonies import fold
from marsad.model import Decision

BELONGING = ENOUGH / 2
"""Mean evidence over all pairs across two groups from which they may join."""


ALONE = 1.0
"""What it is worth that no other pair of claims of the two reports comes near."""
MARGIN = 1.0
"""Evidence by which a pair must lead to stand alone."""
TELLING = frozenset({"who", "whom", "figures", "words"})
"""Features without which two claims of one kind, day and town are not one, rivals or none."""
_ALONE = Finding("rivals", "agrees", ALONE, "rivals: no other claim of either report fits")


class Cluster(Struct, frozen=True):
    """Ids of claims of one happening, sorted, and the comparisons that joined them."""

    claims: tuple[str, ...]
    joins: tuple[Comparison, ...]


class _Groups:
    """Disjoint groups of claims while they grow."""

    def __init__(self, digests: Mapping[str, ClaimDigest], apart: frozenset[frozenset[str]]) -> None:
        self.digests = digests
        self.apart = apart
        self.members: dict[str, tuple[str, ...]] = {id_: (id_,) for id_ in digests}
        self.joins: dict[str, tuple[Comparison, ...]] = dict.fromkeys(digests, ())

    def join(self, comparison: Comparison) -> None:
        """Put the groups of the two claims together."""
        left, right = self.members[comparison.left], self.members[comparison.right]
        joined = tuple(sorted(left + right))
        joins = (*self.joins[comparison.left], *self.joins[comparison.right], comparison)
        for id_ in joined:
            self.members[id_], self.joins[id_] = joined, joins

    def together(self, comparison: Comparison) -> bool:
        """Say whether the two claims are in one group already."""
        return comparison.right in self.members[comparison.left]

    def may_join(self, comparison: Comparison) -> bool:
        """Say whether nothing across the two groups speaks against it."""
        total, pairs = 0.0, 0
        for left in self.members[comparison.left]:
            for right in self.members[comparison.right]:
                across = compare(self.digests[left], self.digests[right])
                if across.vetoed or frozenset((left, right)) in self.apart:
                    return False
                total, pairs = total + across.evidence, pairs + 1
        return total / pairs >= BELONGING


def cluster(digests: Iterable[ClaimDigest], decisions: Iterable[Decision] = ()) -> tuple[Cluster, ...]:
    """Group the claims; an analyst's "same" joins whatever the comparison says, "not the same" keeps apart."""
    judged = tuple(decisions)
    folded = fold(digests, {id_ for decision in judged for id_ in decision.claims})
    by_id = {group[0].claim.id: group[0] for group in folded}
    groups = _Groups(by_id, frozenset(pair for pair, _ in _judged_pairs(judged, "not_same")))
    for pair, decision in _judged_pairs(judged, "same"):
        if pair <= by_id.keys():
            _join_as_decided(groups, pair, decision)
    alike = [pair for pair in _weighed(by_id) if pair.same]
    for comparison in sorted(alike, key=lambda pair: (-pair.evidence, pair.left, pair.right)):
        if not groups.together(comparison) and groups.may_join(comparison):
            groups.join(comparison)
    others = {first.claim.id: rest for first, *rest in folded}
    found = (_unfolded(members, groups, others) for members in set(groups.members.values()))
    return tuple(sorted(found, key=lambda group: group.claims))


def _unfolded(members: tuple[str, ...], groups: _Groups, others: Mapping[str, Iterable[ClaimDigest]]) -> Cluster:
    """Put the other claims of each testimony to the one that was compared."""
    repeated = [compare(groups.digests[first], other) for first in members for other in others[first]]
    ids = {id_ for comparison in repeated for id_ in (comparison.left, comparison.right)}
    return Cluster(tuple(sorted({*members, *ids})), (*groups.joins[members[0]], *repeated))


def _weighed(digests: Mapping[str, ClaimDigest]) -> list[Comparison]:
    """Return the comparisons that come near enough; one without a rival within its two reports gains by that.

    Where each of two reports tells of one such happening only, it is likelier the same than where they tell of several.
    """
    compared = (compare(*pair) for pair in candidates(digests.values()))
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
        told = any(finding.feature in TELLING and finding.verdict == "agrees" for finding in pair.findings)
        if told and alone(left, right, pair.evidence) and alone(right, left, pair.evidence):
            return Comparison(left, right, (*pair.findings, _ALONE))
        return pair

    return [weigh(pair) for pair in near]


def _judged_pairs(decisions: Iterable[Decision], kind: str) -> list[tuple[frozenset[str], Decision]]:
    """Pairs of neighbours in each decision of that kind; for "not the same" every pair."""
    found = []
    for decision in decisions:
        if decision.kind == kind:
            ids = sorted(decision.claims)
            for i, left in enumerate(ids):
                others = ids[i + 1 : i + 2] if kind == "same" else ids[i + 1 :]
                found += [(frozenset((left, right)), decision) for right in others]
    return found


def _join_as_decided(groups: _Groups, pair: frozenset[str], decision: Decision) -> None:
    left, right = sorted(pair)
    found = compare(groups.digests[left], groups.digests[right])
    words = f"decided by {decision.author}: {decision.reason}"
    decided = Comparison(left, right, (*(f for f in found.findings if not f.veto), _decided(words)))
    if not groups.together(decided):
        groups.join(decided)


def _decided(words: str) -> Finding:
    return Finding("decision", "agrees", 10 * ENOUGH, words)

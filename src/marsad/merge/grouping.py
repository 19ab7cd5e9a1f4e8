"""Pairs that are alike → groups that hold no contradiction, the same whatever the order of the pairs."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from math import fsum

from marsad.merge.comparison import ENOUGH, Comparison

BELONGING = ENOUGH - 1.25
"""Mean evidence over all pairs across two groups from which they may join."""
STORY = frozenset({"reports", "about"})
"""Features of the reports rather than of the happening: for two groups the best pair says what they are worth.

A short report that is like one of a story's need not be like every other.
"""

CONTENT = frozenset({"who", "whom", "when", "where", "figures", "extent"})
"""Features in which two claims tell different things, rather than tell them in another way."""

Compare = Callable[[str, str], Comparison]


class Groups:
    """Disjoint groups of claims while they grow.

    No pair across two that join may have something against it and less evidence than ``least``.
    """

    def __init__(
        self, ids: Iterable[str], compare: Compare, apart: frozenset[frozenset[str]], *, least: float = -ENOUGH
    ) -> None:
        self.members: dict[str, tuple[str, ...]] = {id_: (id_,) for id_ in ids}
        self.joins: dict[str, tuple[Comparison, ...]] = dict.fromkeys(self.members, ())
        self.compare = compare
        self._apart = apart
        self._least = least
        self._refused: set[tuple[tuple[str, int], ...]] = set()

    def join(self, comparison: Comparison) -> None:
        """Put the groups of the two claims together."""
        left, right = self.members[comparison.left], self.members[comparison.right]
        joined = tuple(sorted(left + right))
        joins = (*self.joins[comparison.left], *self.joins[comparison.right], comparison)
        for id_ in joined:
            self.members[id_], self.joins[id_] = joined, joins

    def join_alike(self, alike: Iterable[Comparison]) -> None:
        """Join from the strongest pair down, leaving undone what would put a contradiction into a group."""
        for comparison in sorted(alike, key=lambda pair: (-pair.evidence, pair.left, pair.right)):
            if self.together(comparison):
                continue
            sides = self._sides(comparison)  # two groups that may not join are met again through each pair across them
            if sides not in self._refused:
                if self.may_join(comparison):
                    self.join(comparison)
                else:
                    self._refused.add(sides)

    def _sides(self, comparison: Comparison) -> tuple[tuple[str, int], ...]:
        """Return by what the two groups are known: groups only grow, so that one member and the number tell."""
        groups = (self.members[comparison.left], self.members[comparison.right])
        return tuple(sorted((members[0], len(members)) for members in groups))

    def together(self, comparison: Comparison) -> bool:
        """Say whether the two claims are in one group already."""
        return comparison.right in self.members[comparison.left]

    def may_join(self, comparison: Comparison) -> bool:
        """Say whether nothing across the two groups speaks against it."""
        pairs: list[Comparison] = []
        for left in self.members[comparison.left]:
            for right in self.members[comparison.right]:
                known = left == comparison.left and right == comparison.right
                across = comparison if known else self.compare(left, right)
                doubtful = across.evidence <= self._least and any(
                    finding.verdict == "differs" and finding.feature in CONTENT for finding in across.findings
                )
                if across.vetoed or doubtful or frozenset((left, right)) in self._apart:
                    return False
                pairs.append(across)
        return _mean(pairs) >= BELONGING

    def all(self) -> Sequence[tuple[str, ...]]:
        """Return the groups, each sorted, sorted."""
        return sorted(set(self.members.values()))


def _mean(pairs: Sequence[Comparison]) -> float:
    """Return the mean evidence of pairs across two groups, each feature of the reports as high as in the best pair."""
    weights: defaultdict[str, list[float]] = defaultdict(list)
    for pair in pairs:
        for finding in pair.findings:
            if finding.feature in STORY:
                weights[finding.feature].append(finding.weight)
    raised = [max(some) * len(some) - fsum(some) for some in weights.values()]
    return fsum((*(pair.evidence for pair in pairs), *raised)) / len(pairs)

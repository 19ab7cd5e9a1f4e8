"""Pairs that are alike → groups that hold no contradiction, the same whatever the order of the pairs."""

from collections.abc import Callable, Iterable, Sequence

from marsad.merge.comparison import ENOUGH, Comparison

BELONGING = ENOUGH - 1.0
"""Mean evidence over all pairs across two groups from which they may join."""

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
            if not self.together(comparison) and self.may_join(comparison):
                self.join(comparison)

    def together(self, comparison: Comparison) -> bool:
        """Say whether the two claims are in one group already."""
        return comparison.right in self.members[comparison.left]

    def may_join(self, comparison: Comparison) -> bool:
        """Say whether nothing across the two groups speaks against it."""
        total, pairs = 0.0, 0
        for left in self.members[comparison.left]:
            for right in self.members[comparison.right]:
                across = self.compare(left, right)
                doubtful = across.evidence <= self._least and any(
                    finding.verdict == "differs" and finding.feature in CONTENT for finding in across.findings
                )
                if across.vetoed or doubtful or frozenset((left, right)) in self._apart:
                    return False
                total, pairs = total + across.evidence, pairs + 1
        return total / pairs >= BELONGING

    def all(self) -> Sequence[tuple[str, ...]]:
        """Return the groups, each sorted, sorted."""
        return sorted(set(self.members.values()))

"""How alike two groupings of the same things are: MUC, B³, CEAFe and their mean, the measures of coreference.

Each is the definition as published, for mentions given or found: MUC by Vilain and others (1995), B³ by Bagga and
Baldwin (1998), CEAF with the similarity φ4 by Luo (2005); their mean F1 is the score of the CoNLL shared tasks (Pradhan
and others, 2012). Groups of one count in B³ and CEAFe and are invisible to MUC.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

import numpy as np
from msgspec import Struct
from scipy.optimize import linear_sum_assignment

T = TypeVar("T", bound=Hashable)
Group = frozenset[Hashable]
Groups = Sequence[Group]


class Agreement(Struct, frozen=True):
    """Sums behind a recall and a precision; they add up over parts that are scored apart, such as topics."""

    found: float = 0.0
    wanted: float = 0.0
    right: float = 0.0
    given: float = 0.0

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(
            self.found + other.found, self.wanted + other.wanted, self.right + other.right, self.given + other.given
        )

    @property
    def recall(self) -> float | None:
        """Share of what the key groups that the response groups; None where the key groups nothing."""
        return _share(self.found, self.wanted)

    @property
    def precision(self) -> float | None:
        """Share of what the response groups that the key groups; None where the response groups nothing."""
        return _share(self.right, self.given)

    @property
    def f1(self) -> float:
        """Harmonic mean of the two, 0 where one is missing."""
        recall, precision = self.recall or 0.0, self.precision or 0.0
        return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def groups_of(labels: Mapping[T, Hashable]) -> tuple[frozenset[T], ...]:
    """Return the things that bear each label.

    >>> sorted(map(sorted, groups_of({1: "a", 2: "b", 3: "a"})))
    [[1, 3], [2]]
    """
    members: defaultdict[Hashable, set[T]] = defaultdict(set)
    for thing, label in labels.items():
        members[label].add(thing)
    return tuple(frozenset(group) for group in members.values())


def muc(key: Groups, response: Groups) -> Agreement:
    """Count links: a group of n needs n - 1, and each further piece that the other side cuts it into loses one."""
    found, wanted = _links(key, response)
    right, given = _links(response, key)
    return Agreement(found, wanted, right, given)


def _links(groups: Groups, others: Groups) -> tuple[int, int]:
    """Return how many links of the groups the others keep, and how many there are."""
    whose = _whose(others)
    kept = sum(len(group) - len({whose.get(thing, ("alone", thing)) for thing in group}) for group in groups)
    return kept, sum(len(group) - 1 for group in groups)


def _whose(groups: Groups) -> dict[Hashable, Hashable]:
    return {thing: number for number, group in enumerate(groups) for thing in group}


def b_cubed(key: Groups, response: Groups) -> Agreement:
    """Average over things: which part of its group of the one side lies in its group of the other."""
    overlaps = _overlaps(key, response)
    found = sum(size * size / len(key[one]) for (one, _), size in overlaps.items())
    right = sum(size * size / len(response[other]) for (_, other), size in overlaps.items())
    return Agreement(found, sum(map(len, key)), right, sum(map(len, response)))


def ceaf_e(key: Groups, response: Groups) -> Agreement:
    """Pair the groups off one to one so that the sum of likenesses, 2|K∩R| / (|K| + |R|), is greatest."""
    likeness = np.zeros((len(key), len(response)))
    for (one, other), size in _overlaps(key, response).items():
        likeness[one, other] = 2 * size / (len(key[one]) + len(response[other]))
    best = float(likeness[linear_sum_assignment(likeness, maximize=True)].sum())
    return Agreement(best, len(key), best, len(response))


def _overlaps(key: Groups, response: Groups) -> Counter[tuple[int, int]]:
    """Count what each pair of groups has in common, the pairs without anything left out."""
    whose = {thing: number for number, group in enumerate(response) for thing in group}
    shared = ((number, whose[thing]) for number, group in enumerate(key) for thing in group if thing in whose)
    return Counter(shared)


class Coreference(Struct, frozen=True):
    """The three measures of one response."""

    muc: Agreement = Agreement()
    b_cubed: Agreement = Agreement()
    ceaf_e: Agreement = Agreement()

    def __add__(self, other: "Coreference") -> "Coreference":
        return Coreference(self.muc + other.muc, self.b_cubed + other.b_cubed, self.ceaf_e + other.ceaf_e)

    @property
    def conll(self) -> float:
        """Mean of the three F1."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3


def coreference(key: Groups, response: Groups) -> Coreference:
    """Score a response by all three measures."""
    return Coreference(muc(key, response), b_cubed(key, response), ceaf_e(key, response))


def total(parts: Iterable[Coreference]) -> Coreference:
    """Add up the scores of parts whose groups never cross from one to the next."""
    return sum(parts, Coreference())

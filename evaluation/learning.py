"""How much what two mentions have in common says that they are of one event, learned from topics where that is known.

For each kind of pair a logistic regression gives the log odds that two mentions are one; mentions are grouped by the
mean of these over all pairs of two groups (average linkage). Which words tell one event ("quake", "earthquake") is
counted over topics: a topic never counts for itself.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from math import log, sqrt

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from evaluation.pairs import FEATURES, KINDS, Matrix, Pairs
from evaluation.partitions import Groups, coreference, groups_of, total

WORDS = "words"
"""The feature that is learned: what the stems of the two triggers say in other topics."""
RIDGE = 1.0
"""Squared weights count for as much against a fit."""
STEPS = 12
"""Newton's method needs no more on a convex loss."""
ONE_WORD, OTHER_WORDS = 0.75, 0.02
"""How often two mentions in reports of one story are of one event: with one word, with two; what pairs of words that
were not seen are taken for."""
SEEN_AS = 2.0
"""The same counts as much as so many mentions, after the root is taken."""
MOST_OF_A_TOPIC = 20
"""Pairs of mentions of one topic that count, so that no topic alone says what two words are."""
THRESHOLDS = (-1.5, -1.25, -1.0, -0.75, -0.5, -0.25, 0.0)
"""Mean log odds down to which groups may be joined; the best of them on the topics learned from is taken."""

Words = tuple[str, str]
Counts = Mapping[Words, tuple[float, float]]
"""Two stems → weight of the pairs that are one event, weight of all pairs."""


class Example(Struct, frozen=True):
    """The pairs of a topic, and which claims are of one event."""

    pairs: Pairs
    chains: tuple[str, ...]

    @property
    def same(self) -> NDArray[np.bool_]:
        """Whether each two are of one event."""
        numbers = np.unique(np.array(self.chains, dtype=str), return_inverse=True)[1]
        return np.asarray(numbers[:, None] == numbers[None])

    @property
    def key(self) -> Groups:
        """The claims by event."""
        return groups_of(dict(zip(self.pairs.ids, self.chains, strict=True)))


class Weights(Struct, frozen=True):
    """What was learned: a row of weights for each kind of pair (the last one stands alone), words, and a threshold."""

    rows: Matrix
    words: Counts
    threshold: float

    def group(self, pairs: Pairs) -> Groups:
        """Group the claims of a topic that was not learned from."""
        odds = log_odds(pairs, word_odds(pairs, self.words), self.rows)
        return grouped(pairs, odds, (self.threshold,))[0]


Learn = Callable[[Sequence[Example]], Weights]


def learn(examples: Sequence[Example]) -> Weights:
    """Learn from topics; the words of each are weighed by what the others say."""
    counted = [count_words(example) for example in examples]
    everything = _sum(counted)
    said = [word_odds(example.pairs, _less(everything, own)) for example, own in zip(examples, counted, strict=True)]
    rows = np.stack([_fit(examples, said, kind) for kind in range(len(KINDS))])
    odds = [log_odds(example.pairs, words, rows) for example, words in zip(examples, said, strict=True)]
    return Weights(rows, everything, _best_threshold(examples, odds))


def count_words(example: Example) -> Counts:
    """Count for two stems how many pairs of mentions in reports of one story are one event."""
    seen: defaultdict[Words, list[bool]] = defaultdict(list)
    pairs, same = example.pairs, example.same
    across = np.triu(pairs.one_story & (pairs.kinds < 2), 1)
    for left, right in np.argwhere(across).tolist():
        one, two = sorted((pairs.stems[left], pairs.stems[right]))
        seen[one, two].append(bool(same[left, right]))
    weight = {words: sqrt(min(len(found), MOST_OF_A_TOPIC)) for words, found in seen.items()}
    return {words: (weight[words] * sum(found) / len(found), weight[words]) for words, found in seen.items()}


def _sum(parts: Sequence[Counts]) -> Counts:
    summed: defaultdict[Words, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for part in parts:
        for words, (same, all_) in part.items():
            before = summed[words]
            summed[words] = before[0] + same, before[1] + all_
    return dict(summed)


def _less(everything: Counts, own: Counts) -> Counts:
    """Take a topic's own counts away."""
    left = {words: (everything[words][0] - same, everything[words][1] - all_) for words, (same, all_) in own.items()}
    return {**everything, **left}


def word_odds(pairs: Pairs, words: Counts) -> Matrix:
    """Return by how much the stems of two mentions raise or lower the log odds that they are one."""
    distinct, whose = np.unique(np.array(pairs.stems, dtype=str), return_inverse=True)
    odds = [[_odds(one, two, words) for two in distinct.tolist()] for one in distinct.tolist()]
    return np.array(odds).reshape(len(distinct), len(distinct))[np.ix_(whose, whose)]


def _odds(one: str, two: str, words: Counts) -> float:
    same, all_ = words.get((min(one, two), max(one, two)), (0.0, 0.0))
    usual = ONE_WORD if one == two else OTHER_WORDS
    share = min(max((same + SEEN_AS * usual) / (all_ + SEEN_AS), 0.005), 0.995)
    return log(share / (1 - share)) - log(usual / (1 - usual))


def log_odds(pairs: Pairs, words: Matrix, rows: Matrix) -> Matrix:
    """Return the log odds that each two are one event."""
    weights = rows[pairs.kinds]
    features = np.concatenate([pairs.values, words[..., None]], axis=-1)
    return np.asarray((features * weights[..., :-1]).sum(-1) + weights[..., -1])


def _fit(examples: Sequence[Example], said: Sequence[Matrix], kind: int) -> Matrix:
    """Fit the weights for one kind of pair; all 0 where there are none of it."""
    rows, truth = [np.zeros((0, len(FEATURES) + 1))], [np.zeros(0)]
    for example, words in zip(examples, said, strict=True):
        chosen = np.triu(example.pairs.kinds == kind, 1)
        rows.append(np.concatenate([example.pairs.values[chosen], words[chosen][:, None]], axis=-1))
        truth.append(example.same[chosen].astype(np.float64))
    return logistic(np.concatenate(rows), np.concatenate(truth))


def logistic(rows: Matrix, truth: Matrix) -> Matrix:
    """Return the weights of a logistic regression, its constant last, by Newton's method."""
    features = np.hstack([rows, np.ones((len(rows), 1))])
    ridge = np.diag([*[RIDGE] * rows.shape[1], 1e-6])
    weights = np.zeros(features.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-np.clip(features @ weights, -30, 30)))
        slope = features.T @ (likely - truth) + ridge @ weights
        bend = (features * (likely * (1 - likely))[:, None]).T @ features + ridge
        weights -= np.linalg.solve(bend, slope)
    return weights


def grouped(pairs: Pairs, odds: Matrix, thresholds: Sequence[float]) -> list[Groups]:
    """Group the claims so that groups of a higher mean of log odds than each threshold are one."""
    if len(pairs.ids) < 2:
        return [groups_of({id_: id_ for id_ in pairs.ids}) for _ in thresholds]
    highest = float(odds.max())
    distances = highest - odds
    np.fill_diagonal(distances, 0.0)
    tree = linkage(squareform(distances, checks=False), "average")
    labels = [fcluster(tree, highest - threshold, "distance").tolist() for threshold in thresholds]
    return [groups_of(dict(zip(pairs.ids, label, strict=True))) for label in labels]


def _best_threshold(examples: Sequence[Example], odds: Sequence[Matrix]) -> float:
    groups = [grouped(example.pairs, likely, THRESHOLDS) for example, likely in zip(examples, odds, strict=True)]
    scores = [
        total(coreference(example.key, found[index]) for example, found in zip(examples, groups, strict=True)).conll
        for index in range(len(THRESHOLDS))
    ]
    return THRESHOLDS[int(np.argmax(scores))]

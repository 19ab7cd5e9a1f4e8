"""Weights learned from topics, and groups made with them."""

import numpy as np
import pytest

from evaluation.learning import Example, Weights, count_words, grouped, learn, logistic, word_odds
from evaluation.pairs import FEATURES, Pairs

STORY, LEMMA = FEATURES.index("story"), FEATURES.index("lemma")


def topic(stories: str, stems: str, chains: str) -> Example:
    """Return an example of mentions, each in a report of its own: a letter for its story, its stem and its event."""
    story = np.array([[1.0 if a == b else -0.5 for b in stories] for a in stories])
    lemma = np.array([[float(a == b) for b in stems] for a in stems])
    values = np.zeros((len(stories), len(stories), len(FEATURES)))
    values[..., STORY], values[..., LEMMA] = story, lemma
    kinds = np.where(lemma > 0, 0, 1).astype(np.int8)
    ids = tuple(f"c{number}" for number in range(len(stories)))
    return Example(Pairs(ids, tuple(stems), values, kinds, story > 0), tuple(chains))


TOPICS = [
    topic("aaaabbbb", "kkqqkkqq", "11115555"),
    topic("ccccdddd", "kqqkkqsm", "11113345"),
    topic("eeeeffff", "ssmmssmm", "11225566"),
]
NEW = topic("yyyyzzzz", "kqsmkqsm", "11235567")


def test_one_word_of_one_story_and_words_that_other_topics_hold_for_one_are_grouped() -> None:
    found = learn(TOPICS).group(NEW.pairs)
    assert {frozenset(group) for group in found} == {frozenset(group) for group in NEW.key}


def test_without_the_other_topics_words_nothing_joins_two_words() -> None:
    found = learn(TOPICS[2:]).group(NEW.pairs)
    assert all(len(group) == 1 for group in found)


def test_words_are_counted_within_one_story() -> None:
    counted = count_words(TOPICS[0])
    same, seen = counted["k", "q"]
    assert same == seen > 0
    assert counted["k", "k"][0] == counted["k", "k"][1]
    assert ("k", "s") not in counted


def test_no_topic_counts_for_more_than_a_few_pairs() -> None:
    large = count_words(topic("a" * 40, "k" * 40, "1" * 40))
    assert large["k", "k"][1] < 5


def test_unseen_words_say_nothing() -> None:
    assert np.allclose(word_odds(NEW.pairs, {}), 0)
    assert word_odds(NEW.pairs, {("k", "q"): (4.0, 4.0)})[0, 1] > 2
    assert word_odds(NEW.pairs, {("k", "k"): (0.0, 4.0)})[0, 4] < -1


def test_the_regression_finds_the_odds_behind_the_data() -> None:
    rows = np.array([[0.0]] * 400 + [[1.0]] * 400)
    truth = np.array([1.0] * 100 + [0.0] * 300 + [1.0] * 300 + [0.0] * 100)
    weight, alone = logistic(rows, truth)
    assert alone == pytest.approx(np.log(1 / 3), abs=0.05)
    assert weight == pytest.approx(2 * np.log(3), abs=0.1)


def test_groups_join_by_the_mean_over_all_their_pairs() -> None:
    odds = np.array([[0.0, 3.0, 2.0], [3.0, 0.0, -4.0], [2.0, -4.0, 0.0]])
    pairs = topic("aaa", "kkk", "111").pairs
    apart, together = grouped(pairs, odds, (-0.5, -1.5))
    assert {*apart} == {frozenset({"c0", "c1"}), frozenset({"c2"})}
    assert {*together} == {frozenset({"c0", "c1", "c2"})}


def test_a_lone_mention_is_a_group() -> None:
    alone = topic("a", "k", "1").pairs
    rows = np.zeros((4, len(FEATURES) + 2))
    assert list(Weights(rows, {}, 0.0).group(alone)) == [frozenset({"c0"})]

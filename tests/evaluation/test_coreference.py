"""Mentions as claims: what is grouped, the baseline, and that nothing is learned from the topic it is measured on."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
import pytest

from evaluation import coreference
from evaluation.coreference import (
    AS_BUILT,
    FOLDS,
    LEARNED,
    SAME_LEMMA,
    TYPE,
    Topic,
    example_of,
    measure,
    same_lemma,
    score,
    topic_of,
)
from evaluation.ecbplus import GoldMention, GoldText, GoldTopic
from evaluation.learning import Example, Weights
from evaluation.pairs import FEATURES, KINDS, Pairs
from evaluation.partitions import Groups
from evaluation.texts import FormatError, document_of
from marsad.model import Claim, Document, content_id
from marsad.resolve import Resolver
from tests.evaluation.reader import Told, claim_of

TEXTS = {
    "a": "Gunmen attacked a post in Pibor. The attack lasted an hour.",
    "b": "A post in Pibor was raided. Soldiers attacked a camp.",
}


class Given:
    """An extractor that reads nothing but where it is told to, and sees no sentence behind the given words."""

    name = "given.v1"

    def __init__(self, unreadable: str = "") -> None:
        self._unreadable = unreadable

    def extract(self, document: Document) -> tuple[Claim, ...]:
        """Return nothing."""
        del document
        return ()

    def read_given(self, document: Document, triggers: Sequence[tuple[int, int, str]]) -> tuple[Claim, ...]:
        """Return a bare claim for each trigger."""
        if any(document.text[start:end] == self._unreadable for start, end, _ in triggers):
            raise ValueError("no sentence holds the trigger")
        return tuple(self._claim(document, *trigger) for trigger in triggers)

    def _claim(self, document: Document, start: int, end: int, type_: str) -> Claim:
        claim = claim_of(document.text, document.text[start:end], type_)
        id_ = content_id("c", document.id, start, type_)
        return msgspec.structs.replace(claim, id=id_, document=document.id)


def gold(name: str = "1") -> GoldTopic:
    """Return a topic in which one attack is told three times and another once; its texts bear its name."""
    chains = {"a": {"attacked": "x", "attack lasted": "x"}, "b": {"raided": "x", "attacked": "y"}}
    texts = []
    for key, text in TEXTS.items():
        mentions = [
            GoldMention(
                f"{key}/{words}", text.index(words), text.index(words) + len(words), tuple(words.split()), chain
            )
            for words, chain in chains[key].items()
        ]
        document = msgspec.structs.replace(document_of(text), id=content_id("d", name, key))
        texts.append(GoldText(document, tuple(mentions)))
    return GoldTopic(name, tuple(texts))


def joining(read: Topic, *groups: Sequence[str]) -> Groups:
    """Group the claims on these mentions, and leave each other one alone."""
    alone = set(read.claims) - {name for group in groups for name in group}
    return [frozenset(read.claims[name].id for name in group) for group in (*groups, *([name] for name in alone))]


def topic(unreadable: str = "") -> Topic:
    return topic_of(gold(), Given(unreadable), Resolver.default())


def test_every_mention_becomes_a_claim_of_one_type() -> None:
    claims = topic().claims
    assert sorted(claims) == ["a/attack lasted", "a/attacked", "b/attacked", "b/raided"]
    assert {claim.type for claim in claims.values()} == {TYPE}


def test_only_what_stands_in_no_sentence_goes_without_a_claim() -> None:
    read = topic("raided")
    assert sorted(read.claims) == ["a/attack lasted", "a/attacked", "b/attacked"]
    assert len(score(read, [frozenset({claim.id}) for claim in read.claims.values()]).labels) == 4


def test_right_groups_score_full_and_wrong_ones_less() -> None:
    read = topic()
    right = score(read, joining(read, ["a/attack lasted", "b/raided"])).ways[LEARNED]
    assert right.muc.precision == 1.0
    assert right.muc.recall == 0.5
    wrong = score(read, joining(read, ["b/attacked", "b/raided"])).ways[LEARNED]
    assert wrong.muc.precision == 0.0


def test_each_way_of_grouping_is_scored() -> None:
    read = topic()
    assert list(score(read, joining(read)).ways) == [LEARNED, AS_BUILT, SAME_LEMMA]


def test_the_baseline_puts_like_heads_together() -> None:
    labels = same_lemma(topic().mentions)
    assert labels == {"a/attacked": "attack", "a/attack lasted": "last", "b/raided": "raid", "b/attacked": "attack"}


def test_each_claim_is_an_example_with_the_chain_of_its_mention() -> None:
    read = topic()
    example = example_of(read)
    chain_of = {read.claims[mention.id].id: mention.chain for mention in read.mentions}
    assert example.chains == tuple(chain_of[id_] for id_ in example.pairs.ids)
    assert sorted(example.chains) == ["x", "x", "x", "y"]


class Watched(Weights, frozen=True):
    """Weights that note for how many events their topics told; all that they group is one."""

    shown: frozenset[str] = frozenset()

    def group(self, pairs: Pairs) -> Groups:
        """Put all in one group, unless the weights were learned from these very claims."""
        assert not self.shown & {*pairs.ids}
        return [frozenset(pairs.ids)]


def test_nothing_is_learned_from_the_topic_that_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    topics = tuple(gold(str(number)) for number in range(1, FOLDS + 3))
    monkeypatch.setattr(coreference, "read_topics", lambda _: topics)
    times: list[int] = []

    def learning(others: Sequence[Example]) -> Weights:
        times.append(len(others))
        shown = frozenset(id_ for example in others for id_ in example.pairs.ids)
        return Watched(np.zeros((len(KINDS), len(FEATURES) + 2)), {}, 0.0, shown)

    figures = measure(Path(), Given(), learning).figures
    assert times == [FOLDS, FOLDS, FOLDS + 1, FOLDS + 1, FOLDS + 1]
    assert figures["topics"] == FOLDS + 2
    assert (figures["mentions"], figures["mentions_without_claim"]) == (4 * (FOLDS + 2), 0)


def test_figures_stand_beside_the_baseline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coreference, "read_topics", lambda _: (gold("1"), gold("2")))
    zero = np.zeros((len(KINDS), len(FEATURES) + 2))
    report = measure(Path(), Given(), lambda _: Weights(zero, {}, -1.0))
    ours, baseline, above = (report.figures[name] for name in ("conll_f1", "baseline_conll_f1", "above_baseline"))
    assert isinstance(ours, float)
    assert isinstance(baseline, float)
    assert above == pytest.approx(ours - baseline, abs=0.0001)
    assert {line.split(":")[0] for line in report.errors} == {"false merge"}
    assert any("[attacked]" in line for line in report.errors)


def test_an_extractor_that_cannot_be_told_of_mentions_is_refused() -> None:
    with pytest.raises(FormatError, match="cannot be told"):
        measure(Path(), Told({}))

"""Mentions as claims: what is merged, the baseline, and that nothing is learned from the topic it is measured on."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
import pytest

from evaluation import coreference
from evaluation.coreference import FOLDS, TYPE, Merge, Topic, head, lemma, measure, same_lemma, score, topic_of
from evaluation.ecbplus import GoldMention, GoldText, GoldTopic
from evaluation.texts import FormatError, document_of
from marsad.merge import Merged, merge
from marsad.model import Claim, Document, ResolvedClaim, content_id
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
    """Return a topic in which one attack is told three times and another once."""
    chains = {"a": {"attacked": "x", "attack lasted": "x"}, "b": {"raided": "x", "attacked": "y"}}
    texts = []
    for key, text in TEXTS.items():
        mentions = [
            GoldMention(
                f"{key}/{words}", text.index(words), text.index(words) + len(words), tuple(words.split()), chain
            )
            for words, chain in chains[key].items()
        ]
        texts.append(GoldText(document_of(text), tuple(mentions)))
    return GoldTopic(name, tuple(texts))


def joining(*groups: Sequence[str]) -> Merge:
    """Return a merging that puts the claims with these words into one event, and each other one into its own."""

    def merging(claims: Iterable[ResolvedClaim], documents: Iterable[Document]) -> Merged:
        read = list(claims)
        merged = merge(read, documents)
        alone = {id_: event for event in merged.events for id_ in event.claims}
        held = [[claim.id for claim in read if claim.trigger.text in words] for words in groups]
        rest = [[claim.id] for claim in read if not any(claim.id in ids for ids in held)]
        events = [
            msgspec.structs.replace(alone[ids[0]], id=content_id("e", *ids), claims=tuple(ids)) for ids in held + rest
        ]
        return Merged(tuple(events), merged.copies)

    return merging


def topic(unreadable: str = "") -> Topic:
    return topic_of(gold(), Given(unreadable), Resolver.default())


def test_every_mention_becomes_a_claim_of_one_type() -> None:
    claims = topic().claims
    assert sorted(claims) == ["a/attack lasted", "a/attacked", "b/attacked", "b/raided"]
    assert {claim.type for claim in claims.values()} == {TYPE}


def test_only_what_stands_in_no_sentence_goes_without_a_claim() -> None:
    assert sorted(topic("raided").claims) == ["a/attack lasted", "a/attacked", "b/attacked"]
    assert len(score(topic("raided"), joining()).labels) == 4


def test_right_merges_score_full_and_wrong_ones_less() -> None:
    right = score(topic(), joining(["attack lasted", "raided"]))
    assert right.merging.muc.precision == 1.0
    assert right.merging.muc.recall == 0.5
    wrong = score(topic(), joining(["attacked"]))
    assert wrong.merging.muc.precision == 0.0


def test_the_baseline_puts_like_heads_together() -> None:
    labels = same_lemma(topic().mentions)
    assert labels == {"a/attacked": "attack", "a/attack lasted": "last", "b/raided": "raid", "b/attacked": "attack"}


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("shelling",), "shelling"),
        (("checked", "in"), "checked"),
        (("air", "strike"), "strike"),
        (("gave", "himself", "up"), "gave"),
        (("blew", "themselves"), "blew"),
    ],
)
def test_the_head_of_a_mention(words: tuple[str, ...], wanted: str) -> None:
    assert head(words) == wanted


def test_forms_of_a_word_have_one_lemma() -> None:
    assert {lemma(word) for word in ("strike", "Strikes", "struck")} == {"strike"}


def test_nothing_is_learned_from_the_topic_that_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    topics = tuple(gold(str(number)) for number in range(1, FOLDS + 3))
    monkeypatch.setattr(coreference, "read_topics", lambda _: topics)
    measured: list[str] = []

    def learn(others: Sequence[Topic]) -> Merge:
        shown = {one.gold.name for one in others}

        def merging(claims: Iterable[ResolvedClaim], documents: Iterable[Document]) -> Merged:
            measured.extend({one.name for one in topics} - shown)
            return merge(claims, documents)

        return merging

    figures = measure(Path(), Given(), learn).figures
    assert set(measured) == {one.name for one in topics}
    assert figures["topics"] == FOLDS + 2
    assert (figures["mentions"], figures["mentions_without_claim"]) == (4 * (FOLDS + 2), 0)


def test_figures_stand_beside_the_baseline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coreference, "read_topics", lambda _: (gold(),))
    report = measure(Path(), Given(), lambda _: joining(["attack lasted", "raided"], ["attacked"]))
    ours, baseline, above = (report.figures[name] for name in ("conll_f1", "baseline_conll_f1", "above_baseline"))
    assert isinstance(ours, float)
    assert isinstance(baseline, float)
    assert above == pytest.approx(ours - baseline, abs=0.0001)
    kinds = sorted(line.split(":")[0] for line in report.errors)
    assert kinds == ["false merge", "missed merge"]
    assert any("[attacked]" in line for line in report.errors)


def test_an_extractor_that_cannot_be_told_of_mentions_is_refused() -> None:
    with pytest.raises(FormatError, match="cannot be told"):
        measure(Path(), Told({}))

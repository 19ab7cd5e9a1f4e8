"""Rival and later tolls of one report, from what the encoder reads of it to claims; the sentences are our own."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from marsad.extract.draft import Draft
from marsad.extract.linking import link
from marsad.extract.quoting import with_sources
from marsad.extract.sentences import sentences
from marsad.extract.toll_phrases import tolls
from marsad.model import CountMention, Document, Mention, Span
from tests.extract.support import make_document

CASES: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("tolls.yaml").read_text(encoding="utf-8"))
MEASURES = ("killed", "injured", "captured")
SLOTS = ("who", "whom", "where", "when")


def drafts_of(document: Document, told: list[dict[str, Any]]) -> list[Draft]:
    """Return the drafts that an encoder would give, found in the text by their words, each behind the one before."""
    found: list[Draft] = []
    spans, after = sentences(document), 0
    for one in told:
        trigger = mention_of(document, one["trigger"], Span(after, len(document.text)))
        ordinal = next(index for index, span in enumerate(spans) if span.overlaps(trigger))
        near: dict[str, Any] = {
            slot: mentions_of(document, spans[ordinal], [one[slot]]) for slot in SLOTS if slot in one
        }
        counts = [
            CountMention(measure, mention)
            for measure in MEASURES
            for mention in mentions_of(document, spans[ordinal], one.get(measure, []))
        ]
        draft = Draft(
            one["type"], one.get("modality", "happened"), trigger, spans[ordinal], 1.0, ordinal,
            definite=one.get("definite", False), result=one["type"] == "violence_other", counts=tuple(counts),
            sources=mentions_of(document, spans[ordinal], one.get("said", [])), **near,
        )  # fmt: skip
        found.append(draft)
        after = trigger.end
    return found


def mentions_of(document: Document, sentence: Span, told: list[str]) -> tuple[Mention, ...]:
    return tuple(mention_of(document, words, sentence) for words in told)


def mention_of(document: Document, words: str, within: Span) -> Mention:
    start = document.text.index(words, within.start, within.end)
    return Mention.of(document.text, start, start + len(words))


def linked(case: dict[str, Any]) -> tuple[Draft, ...]:
    document = make_document(("body", case["text"]))
    return link(with_sources(document, sentences(document), drafts_of(document, case["told"])))


@pytest.mark.parametrize("name", CASES)
def test_each_toll_is_told_by_whom_it_is_told(name: str) -> None:
    found = [
        [
            draft.type,
            draft.modality,
            draft.trigger.text,
            [source.text for source in draft.sources],
            [[count.measure, count.mention.text, count.part_of] for count in draft.counts],
        ]
        for draft in linked(CASES[name])
    ]
    assert found == CASES[name]["claims"]


def test_a_rival_toll_has_place_day_and_doer_of_its_happening_and_words_of_its_own() -> None:
    first, second = linked(CASES["opposition-puts-the-toll"])
    assert (second.where, second.when, second.who) == (first.where, first.when, first.who)
    assert first.where
    assert second.sentence != first.sentence
    assert second.mentions == (first.trigger,)


def test_who_denies_deaths_does_not_say_who_did_not_do_it() -> None:
    *_, denied = linked(CASES["deaths-denied"])
    assert denied.who == ()
    assert [mention.text for mention in denied.whom] == ["civilians"]


def test_who_denies_a_deed_as_his_own_is_who_did_not_do_it() -> None:
    *_, denied = linked(CASES["strike-denied-that-was-read-as-told"])
    assert [mention.text for mention in denied.who] == ["coalition"]


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("At least 12 people were known to be dead.", [("killed", "At least 12", "counted")]),
        ("The death toll has climbed from 12 to 38.", [("killed", "38", "called")]),
        ("Thirty gunmen killed a guard.", []),
        ("It was the deadliest of 12 attacks, and 30 houses burned.", []),
        ("Officials said 2,300 had been injured.", [("injured", "2,300", "counted")]),
        ("They spoke of 1968 and of the dead.", []),
        ("The number of wounded was put at 61.", [("injured", "61", "called")]),
        ("Villagers had buried 16 by noon.", [("killed", "16", "counted")]),
        ("A 17-year-old girl was among the dead.", [("killed", "A 17-year-old girl", "part")]),
        ("This was not one of them.", []),
    ],
)
def test_words_of_a_toll(sentence: str, read: list[tuple[str, str, str]]) -> None:
    found = [(toll.measure, toll.count.text, toll.kind) for toll in tolls(sentence, Span(0, len(sentence)))]
    assert found == read

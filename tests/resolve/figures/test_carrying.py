"""Counts that stand beside a claim's trigger, or in the sentence behind it, where the extractor took none."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from marsad.model import Block, Claim, CountMention, Document, Figure, Mention, Span
from marsad.resolve.figures import resolve_figures, with_tolls

CASES: dict[str, dict[str, Any]] = {
    name: case
    for file in ("told.yaml", "wars.yaml")
    for name, case in yaml.safe_load(Path(__file__).with_name(file).read_text(encoding="utf-8")).items()
}


def document_of(text: str, title_end: int = 0) -> Document:
    parts = (Block(0, title_end, "title"), Block(title_end, len(text), "body"))
    blocks = tuple(block for block in parts if block.start < block.end)
    return Document("d-1", "a.txt", None, "", None, None, (), "en", None, text, blocks, ())


def claim_on(document: Document, start: int, end: int, type_: str, *counts: CountMention) -> Claim:
    trigger = Mention.of(document.text, start, end)
    sentence = Span(0, len(document.text))
    return Claim("c-1", "d-1", type_, "happened", trigger, sentence, (), (), (), (), (), counts, (), (), "test", 1.0)


def read(case: dict[str, Any]) -> tuple[Figure, ...]:
    """Read a case: the word in <> is the trigger."""
    match = re.search("<(.+?)>", case["text"])
    assert match is not None
    text = case["text"].replace("<", "").replace(">", "")
    title_end = {True: len(text), "first": text.find("\n\n")}.get(case.get("title", False), 0)
    document = document_of(text, title_end)
    claim = claim_on(document, match.start(), match.end() - 2, case["type"])
    if case.get("title") == "first":
        start = text.rindex(claim.trigger.text)
        claim = replace(claim, mentions=(Mention.of(text, start, start + len(claim.trigger.text)),))
    (found,) = with_tolls(document, (claim,))
    return resolve_figures(document, found)


def shown(figure: Figure, *, with_class: bool) -> str:
    bounds = {
        (True, True): f"{figure.low}" if figure.low == figure.high else f"{figure.low}..{figure.high}",
        (True, False): f"{figure.low}+",
        (False, True): f"-{figure.high}",
    }[figure.low is not None, figure.high is not None]
    words = [figure.measure, bounds]
    if with_class:
        words.append(figure.who_class)
    if figure.part_of is not None:
        words.append(f"<{figure.part_of}")
    return " ".join(words)


def difference(case: dict[str, Any]) -> str:
    found = read(case)
    wanted = case["figures"]
    told = [
        shown(figure, with_class=len([w for w in want.split() if not w.startswith("<")]) == 3)
        for figure, want in zip(found, wanted, strict=False)
    ]
    same = len(found) == len(wanted) and told == wanted
    return "" if same else f"{[shown(figure, with_class=True) for figure in found]} for {wanted}"


@pytest.mark.parametrize("name", CASES)
def test_what_stands_beside_the_trigger_is_counted(name: str) -> None:
    assert not difference(CASES[name])


def test_a_count_that_the_extractor_took_is_left_to_its_claim() -> None:
    document = document_of("Shells hit Avdiivka after a raid on Horlivka killed six people.")
    six = CountMention("killed", Mention.of(document.text, document.text.index("six"), len(document.text) - 1))
    shelling = claim_on(document, 0, 6, "shelling")
    raid = claim_on(document, document.text.index("raid"), document.text.index("raid") + 4, "armed_clash", six)
    assert [len(claim.counts) for claim in with_tolls(document, (shelling, raid))] == [0, 1]


def test_the_words_beside_a_number_tell_the_dead_from_the_hurt() -> None:
    document = document_of("A bomb in Kabul wounded 27 students.")
    wrong = CountMention("killed", Mention.of(document.text, document.text.index("27"), len(document.text) - 1))
    (found,) = with_tolls(document, (claim_on(document, 2, 6, "explosive_device", wrong),))
    assert [count.measure for count in found.counts] == ["injured"]


def test_some_of_the_dead_are_dead() -> None:
    document = document_of("Shells killed nine people at Mugunga, seven of whom were children.")
    counts = (
        CountMention("killed", Mention.of(document.text, 14, 25)),
        CountMention("injured", Mention.of(document.text, document.text.index("seven"), document.text.index(" whom"))),
    )
    (found,) = with_tolls(document, (claim_on(document, 0, 6, "shelling", *counts),))
    assert [(count.measure, count.part_of) for count in found.counts] == [("killed", None), ("killed", 0)]


def test_what_was_taken_apart_from_its_whole_is_put_under_it() -> None:
    document = document_of("A strike on Idlib killed 12 people, including three children.")
    counts = [
        CountMention("killed", Mention.of(document.text, document.text.index(w), document.text.index(w) + len(w)))
        for w in ("12 people", "three children")
    ]
    (found,) = with_tolls(document, (claim_on(document, 2, 8, "air_strike", *counts),))
    assert [count.part_of for count in found.counts] == [None, 0]


def test_planned_and_denied_happenings_have_no_toll_from_elsewhere() -> None:
    document = document_of("Rebels may attack Goma. Six people were killed.")
    claim = replace(claim_on(document, 11, 17, "armed_clash"), modality="possible")
    assert with_tolls(document, (claim,)) == (claim,)


@pytest.mark.parametrize(
    ("second", "counts"), [("Six people were killed.", 1), ("Six people were killed, medics said.", 0)]
)
def test_no_toll_of_one_source_is_put_in_the_mouth_of_another(second: str, counts: int) -> None:
    document = document_of(f"The army said rebels shelled Goma. {second}")
    claim = replace(claim_on(document, 21, 28, "shelling"), sources=(Mention.of(document.text, 0, 8),))
    (found,) = with_tolls(document, (claim,))
    assert len(found.counts) == counts


def test_a_claim_takes_no_table_of_counts() -> None:
    document = document_of("A strike " + "killed 12 people, including three and rose from 17 to " * 2_000)
    (found,) = with_tolls(document, (claim_on(document, 2, 8, "air_strike"),))
    assert 1 <= len(found.counts) <= 24


def test_a_count_that_two_claims_hold_is_left_to_the_one_it_is_told_of() -> None:
    document = document_of("Four drivers were kidnapped near Téra after an ambush; fighting drove 900 people from Gao.")
    four, people = (Mention.of(document.text, at, at + n) for at, n in ((0, 12), (document.text.index("900"), 10)))
    abduction = claim_on(document, 18, 27, "abduction", CountMention("captured", four))
    ambush = claim_on(document, 47, 53, "armed_clash", CountMention("killed", four), CountMention("displaced", people))
    flight = claim_on(document, document.text.index("drove"), 73, "displacement", CountMention("displaced", people))
    held = [[count.measure for count in claim.counts] for claim in with_tolls(document, (abduction, ambush, flight))]
    assert held == [["captured"], [], ["displaced"]]


def test_a_count_of_another_place_is_not_told_of_what_stands_before() -> None:
    document = document_of("In Cali a truck bomb killed six people; in Amalfi 12 officers died.")
    counts = [
        CountMention("killed", Mention.of(document.text, document.text.index(w), document.text.index(w) + len(w)))
        for w in ("six people", "12 officers")
    ]
    (found,) = with_tolls(document, (claim_on(document, 10, 20, "explosive_device", *counts),))
    assert [count.mention.text for count in found.counts] == ["six people"]


def test_a_count_of_what_came_earlier_is_not_told_of_what_stands_before() -> None:
    document = document_of("Shells hit Sumy, where earlier violence left 16 people dead.")
    count = CountMention("killed", Mention.of(document.text, document.text.index("16"), document.text.index(" dead")))
    (found,) = with_tolls(document, (claim_on(document, 0, 6, "shelling", count),))
    assert found.counts == ()


def test_what_was_part_of_a_count_left_to_another_claim_is_part_of_nothing() -> None:
    document = document_of("Shells fell on Goma; 900 people, 300 of them children, fled.")
    mentions = [Mention.of(document.text, at, at + n) for at, n in ((21, 10), (33, 20))]
    both = (CountMention("displaced", mentions[0]), CountMention("displaced", mentions[1], 0))
    shelling = claim_on(document, 0, 6, "shelling", *both)
    flight = claim_on(document, document.text.index("fled"), len(document.text) - 1, "displacement", both[0])
    left, right = with_tolls(document, (shelling, flight))
    assert [count.part_of for count in left.counts] == [None]
    assert right.counts[0].mention == mentions[0]

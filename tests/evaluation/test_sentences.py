"""Claims of sentences against a reading in full, on hand-made cases whose figures can be counted by eye."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

from evaluation.sentences import GoldEvent, GoldSentence, compare, measure, overlap, report_of, role_tally, strict
from marsad.model import Claim, Document
from tests.evaluation.reader import Told, claim_of

TEXT = "Rebels shelled Gao and stormed a base in Kidal on Monday, killing nine soldiers."


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def event(trigger: str, type_: str, modality: str = "happened", **roles: list[str]) -> GoldEvent:
    args = tuple((role, *span(words)) for role, phrases in roles.items() for words in phrases)
    return GoldEvent(span(trigger), type_, modality, args)


SHELLED = event("shelled", "shelling", who=["Rebels"], where=["Gao"], when=["Monday"])
STORMED = event("stormed", "armed_clash", who=["Rebels"], where=["Kidal"], killed=["nine soldiers"])
SENTENCE = GoldSentence(1, TEXT, (SHELLED, STORMED))


def figures(*claims: Claim, sentence: GoldSentence = SENTENCE) -> dict[str, Any]:
    return dict(report_of([compare(sentence, Told({TEXT: claims}))], "told.v1").figures)


def test_a_perfect_reading_scores_one_everywhere() -> None:
    found = figures(
        claim_of(TEXT, "shelled", "shelling", who=["Rebels"], where=["Gao"], when=["Monday"]),
        claim_of(TEXT, "stormed", "armed_clash", who=["Rebels"], where=["Kidal"], killed=["nine soldiers"]),
    )
    scores = {name: value for name, value in found.items() if name.endswith(("_f1", "_precision", "_recall"))}
    assert set(scores.values()) == {1.0}
    assert found["modality_accuracy"] == 1.0


def test_a_trigger_of_another_type_is_found_but_not_typed() -> None:
    found = figures(claim_of(TEXT, "shelled", "air_strike"))
    assert found["triggers_found_precision"] == 1.0
    assert found["triggers_found_recall"] == 0.5
    assert found["triggers_with_type_f1"] == 0.0


def test_a_longer_trigger_counts_by_overlap_alone() -> None:
    found = figures(claim_of(TEXT, "shelled Gao", "shelling"))
    assert found["triggers_found_f1"] == 0.0
    assert found["triggers_with_type_overlap_precision"] == 1.0


def test_a_further_mention_finds_the_happening_too() -> None:
    found = figures(claim_of(TEXT, "killing", "armed_clash", mentions=["stormed"]))
    assert found["triggers_with_type_precision"] == 1.0


def test_a_claim_is_matched_with_one_happening_only() -> None:
    found = figures(claim_of(TEXT, "shelled", "shelling", mentions=["stormed"]))
    assert found["triggers_found_recall"] == 0.5


def test_of_two_claims_on_a_trigger_that_of_the_right_type_is_matched() -> None:
    found = figures(claim_of(TEXT, "shelled", "air_strike"), claim_of(TEXT, "shelled", "shelling"))
    assert found["triggers_with_type_precision"] == 0.5
    assert found["triggers_with_type_recall"] == 0.5


def test_roles_of_an_unmatched_claim_are_false_and_those_of_an_unmatched_happening_missed() -> None:
    claims = (
        claim_of(TEXT, "shelled", "shelling", who=["Rebels"], where=["Kidal"]),
        claim_of(TEXT, "Monday", "protest", who=["soldiers"]),
    )
    one = compare(SENTENCE, Told({TEXT: claims}))
    tally = role_tally(one, one.typed, ("who", "where", "when", "killed"), strict)
    assert (tally.right, tally.given) == (1, 3)
    assert (tally.found, tally.wanted) == (1, 6)


def test_roles_with_the_wrong_type_count_only_where_any_type_will_do() -> None:
    found = figures(claim_of(TEXT, "shelled", "air_strike", who=["Rebels"]))
    assert found["roles_f1"] == 0.0
    assert found["roles_with_any_type_precision"] == 1.0
    assert found["roles_on_matched_triggers_recall"] == pytest.approx(1 / 3, abs=1e-4)


def test_overlapping_arguments_need_the_same_role() -> None:
    assert overlap(("where", 3, 9), ("where", 8, 12))
    assert not overlap(("where", 3, 9), ("whom", 8, 12))
    assert not overlap(("where", 3, 8), ("where", 8, 12))
    assert not strict(("where", 3, 9), ("where", 3, 8))


def test_a_figure_on_the_wrong_happening_is_not_attached() -> None:
    right = figures(claim_of(TEXT, "stormed", "armed_clash", killed=["soldiers"]))
    wrong = figures(claim_of(TEXT, "shelled", "shelling", killed=["nine soldiers"]))
    assert right["figures_attached_overlap_f1"] == 1.0
    assert right["figures_attached_f1"] == 0.0
    assert wrong["figures_attached_overlap_f1"] == 0.0


def test_what_was_aimed_at_is_no_role_of_the_file() -> None:
    found = figures(claim_of(TEXT, "stormed", "armed_clash", targeted=["a base"], who=["Rebels"]))
    assert found["roles_precision"] == 1.0


def test_happenings_that_the_record_leaves_out_are_not_wanted() -> None:
    theft = GoldSentence(2, TEXT, (event("stormed", "crime", who=["Rebels"]),))
    assert figures(sentence=theft)["triggers_found_recall"] is None
    found = figures(claim_of(TEXT, "stormed", "armed_clash"), claim_of(TEXT, "Kidal", "threat"), sentence=theft)
    assert found["triggers_found_precision"] == 0.0
    assert found["claims_on_excluded"] == 1


def test_modality_is_judged_on_matched_triggers() -> None:
    found = figures(
        claim_of(TEXT, "shelled", "shelling", "denied"),
        claim_of(TEXT, "stormed", "armed_clash"),
        claim_of(TEXT, "killing", "violence_other", "possible"),
    )
    assert found["modality_accuracy"] == 0.5


class ToldRoles(Told):
    """Reads the roles of given triggers too: everything is done by rebels."""

    def read_given(self, document: Document, triggers: Sequence[tuple[int, int, str]]) -> tuple[Claim, ...]:
        """Return a claim for each trigger."""
        return tuple(claim_of(document.text, document.text[a:b], type_, who=["Rebels"]) for a, b, type_ in triggers)


def test_an_extractor_that_can_is_told_the_triggers(tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    path.write_bytes(msgspec.json.encode(SENTENCE))
    found = measure(path, ToldRoles({})).figures
    assert (found["roles_given_triggers_precision"], found["roles_given_triggers_recall"]) == (1.0, 0.3333)
    assert found["modality_given_accuracy"] == 1.0
    assert found["triggers_found_recall"] == 0.0
    assert "roles_given_triggers_f1" not in measure(path, Told({})).figures


def test_errors_quote_the_words() -> None:
    report = report_of([compare(SENTENCE, Told({TEXT: [claim_of(TEXT, "shelled", "air_strike", "denied")]}))], "told")
    assert [line.split(": Rebels")[0] for line in report.errors] == [
        "missed: armed_clash",
        "type: shelling as air_strike",
        "modality: happened as denied",
    ]
    assert "[stormed]" in report.errors[0]


def test_a_file_is_read_line_by_line(tmp_path: Path) -> None:
    row = {"id": 1, "source": "own", "text": TEXT, "events": [{"trigger": span("shelled"), "type": "shelling"}]}
    row["events"][0] |= {"modality": "happened", "args": [["where", *span("Gao")]]}  # type: ignore[index]
    path = tmp_path / "some.jsonl"
    path.write_text(json.dumps(row) + "\n\n", encoding="utf-8")
    report = measure(path, Told({TEXT: [claim_of(TEXT, "shelled", "shelling", where=["Gao"])]}))
    assert report.figures["sentences"] == 1
    assert report.figures["roles_f1"] == 1.0

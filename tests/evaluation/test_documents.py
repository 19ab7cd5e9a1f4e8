"""A record of whole reports against a reading in full."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from evaluation.documents import (
    GoldFigure,
    GoldFile,
    GoldPlace,
    GoldReport,
    Happening,
    Told,
    figure_tally,
    in_time,
    measure,
    merged_tally,
    modality_right,
    near,
    outcome_of,
    report_of,
)
from evaluation.names import any_same, same_name
from evaluation.texts import FormatError
from marsad.model import Figure, Mention, Place, ResolvedClaim, Span, Time
from tests.evaluation.reader import Told as ToldExtractor
from tests.evaluation.reader import claim_of

TEXT = "Army jets bombed a depot in Nyala on Monday. Later rebels stormed the airport. Follow us for more on attacks."


def stretch(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def happening(id: str, words: str, type_: str, **fields: object) -> Happening:
    usual = Happening(id, None, (stretch(words),), type_, (), "happened", (), (), None, None, (), ())
    return msgspec.structs.replace(usual, **fields)


def resolved(trigger: str, type_: str, **fields: object) -> ResolvedClaim:
    usual = ResolvedClaim(
        id=f"c-{trigger}-{type_}",
        document="d",
        type=type_,
        modality="happened",
        background=False,
        trigger=Mention(*stretch(trigger), trigger),
        sentence=Span(0, len(TEXT)),
        mentions=(),
        who=(),
        whom=(),
        where=None,
        when=None,
        figures=(),
        means=(),
        sources=(),
        extractor="told.v1",
        confidence=1.0,
    )
    return msgspec.structs.replace(usual, **fields)


def killed(low: int | None, high: int | None) -> Figure:
    return Figure("killed", None, "unknown", low, high, "exactly", Mention(0, 4, "Army"), None)


AIR = happening("h1", "Army jets bombed a depot in Nyala on Monday.", "air_strike")
STORM = happening("h2", "Later rebels stormed the airport.", "armed_clash", also_ok=("territory_captured",))
REPORT = GoldReport(TEXT, (AIR, STORM), (stretch("Follow us for more on attacks."),))


def test_a_claim_belongs_to_the_happening_whose_words_hold_its_trigger() -> None:
    claims = [resolved("bombed", "air_strike"), resolved("stormed", "territory_captured")]
    outcome = outcome_of("r", REPORT, claims)
    assert [[claim.trigger.text for claim in told.claims] for told in outcome.told] == [["bombed"], ["stormed"]]
    figures = report_of([outcome], {}, "told.v1").figures
    assert (figures["found_f1"], figures["typed_f1"]) == (1.0, 1.0)


def test_of_two_happenings_told_in_one_stretch_that_of_the_type_is_taken() -> None:
    whole = happening("h3", TEXT, "shelling")
    outcome = outcome_of("r", GoldReport(TEXT, (whole, AIR)), [resolved("bombed", "shelling")])
    assert [len(told.claims) for told in outcome.told] == [1, 0]


def test_another_type_is_found_but_not_typed() -> None:
    figures = report_of([outcome_of("r", REPORT, [resolved("bombed", "protest")])], {}, "told.v1").figures
    assert (figures["found_recall"], figures["typed_recall"]) == (0.5, 0.0)


def test_a_claim_from_outside_of_the_story_is_false_whatever_it_says() -> None:
    outcome = outcome_of("r", REPORT, [resolved("attacks", "statement", modality="possible")])
    figures = report_of([outcome], {}, "told.v1").figures
    assert (figures["from_elsewhere"], figures["found_precision"]) == (1, 0.0)


def test_history_and_plans_beside_the_reading_are_not_false() -> None:
    report = GoldReport(TEXT, (AIR,))
    told = [resolved("stormed", "armed_clash", background=True), resolved("stormed", "armed_clash", modality="planned")]
    assert outcome_of("r", report, told).false == ()
    assert len(outcome_of("r", report, [resolved("stormed", "armed_clash")]).false) == 1


def test_optional_happenings_are_neither_wanted_nor_wrong() -> None:
    report = GoldReport(TEXT, (AIR, msgspec.structs.replace(STORM, optional=True)))
    figures = report_of([outcome_of("r", report, [resolved("stormed", "armed_clash")])], {}, "told.v1").figures
    assert figures["found_recall"] == 0.0
    assert figures["found_precision"] is None


def test_either_modality_is_right_where_the_text_allows_both() -> None:
    planned = (resolved("stormed", "armed_clash", modality="planned"),)
    assert not modality_right(Told("r", STORM, planned))
    assert modality_right(Told("r", msgspec.structs.replace(STORM, either=("modality",)), planned))


def test_a_place_is_right_within_its_tolerance() -> None:
    nyala = GoldPlace("Nyala", 12.05, 24.88, 10.0)
    place = Place("x", None, 12.1, 24.9, 1.0, "exact", "SD", None, None, "given")
    assert near(place, nyala)
    assert not near(msgspec.structs.replace(place, lat=13.0), nyala)
    assert not near(msgspec.structs.replace(place, lat=None, lon=None), nyala)
    assert not near(None, nyala)


@pytest.mark.parametrize(
    ("first", "last", "right"),
    [(8, 8, True), (7, 10, True), (9, 9, False), (1, 30, False)],
)
def test_a_time_is_right_when_it_holds_the_day_and_is_not_vague(first: int, last: int, right: bool) -> None:  # noqa: FBT001
    time = Time(date(2023, 5, first), date(2023, 5, last), "days", None, "given")
    assert in_time(time, (date(2023, 5, 8), date(2023, 5, 8))) is right


def test_figures_are_right_when_both_ends_are() -> None:
    wanted = msgspec.structs.replace(AIR, figures=(GoldFigure("killed", 8, None), GoldFigure("targeted", 1, 1)))
    tally = figure_tally(
        Told("r", wanted, (resolved("bombed", "air_strike", figures=(killed(8, None), killed(8, 8))),))
    )
    assert (tally.right, tally.given, tally.wanted) == (1, 2, 1)


def test_pairs_of_one_incident_in_one_event_are_merged_rightly() -> None:
    one, other, third = (resolved(word, "air_strike") for word in ("bombed", "depot", "stormed"))
    same = msgspec.structs.replace(AIR, incident="i1")
    told = [Told("a", same, (one,)), Told("b", same, (other,)), Told("b", STORM, (third,))]
    tally = merged_tally(told, {one.id: "e1", other.id: "e1", third.id: "e1"})
    assert (tally.right, tally.given, tally.wanted) == (1, 3, 1)


def test_a_file_becomes_a_record(tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    wanted = msgspec.structs.replace(
        AIR,
        who=("Sudanese army",),
        where=GoldPlace("Nyala", 12.05, 24.88, 10.0),
        when=(date(2023, 5, 8), date(2023, 5, 8)),
    )
    report = GoldReport(TEXT, (wanted, STORM), published="2023-05-10")
    path.write_bytes(msgspec.json.encode(GoldFile({"war/one": report})))
    claim = claim_of(TEXT, "bombed", "air_strike", who=["Army jets"], where=["Nyala"], when=["Monday"])
    figures = measure(path, ToldExtractor({TEXT: [claim]})).figures
    assert (figures["found_recall"], figures["where"], figures["when"], figures["who"]) == (0.5, 1.0, 1.0, 1.0)


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(FormatError):
        measure(path, ToldExtractor({}))


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        ("RSF", "Rapid Support Forces", True),
        ("the Taliban", "Taleban", True),
        ("Government of Ukraine", "Government of Sudan", False),
        ("villagers near Jos", "villagers", True),
        ("Turkey", "Turkish Armed Forces", True),
        ("Malian government forces", "Mali", True),
        ("Mali", "Niger", False),
        ("Arakan Army", "Somali pirates", False),
        ("Malian rebels", "Malian police cadets", False),
        ("", "Taliban", False),
    ],
)
def test_names_of_one_party(name: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert same_name(name, other) is same
    assert any_same([name], ["nobody else", other]) is same

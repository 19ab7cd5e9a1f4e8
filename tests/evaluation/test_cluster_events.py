"""Events against happenings: pairs, wrong and missing merges, origins, figures."""

from datetime import date

import msgspec

from evaluation.cluster_events import (
    Placed,
    false_merges,
    invented,
    judge,
    main_event,
    missed_merges,
    pair_tally,
)
from evaluation.cluster_files import Incident, Toll
from evaluation.documents import GoldPlace
from evaluation.scores import Tally
from marsad.model import (
    Event,
    EventFigure,
    EventPlace,
    EventTime,
    Figure,
    FigureValue,
    Mention,
    MergeReason,
    ResolvedClaim,
    Span,
)

DAY = date(2018, 6, 12)
HODEIDAH = GoldPlace("Hodeidah", 14.8, 42.95, 20.0)


def event_of(id: str, **fields: object) -> Event:
    usual = Event(
        id=id,
        type="air_strike",
        modality="happened",
        background=False,
        when=EventTime(DAY, DAY, "day", None, "told", ("c1",), ()),
        where=EventPlace("Hodeidah", None, 14.8, 42.95, 5.0, "exact", "YE", None, None, "told", ("c1",), ()),
        who=(),
        whom=(),
        means=(),
        figures=(),
        claims=(),
        documents=1,
        outlets=1,
        origins=1,
        disputes=(),
        grade="weak",
        merged_because=(),
    )
    return msgspec.structs.replace(usual, **fields)


def killed(low: int | None, high: int | None) -> Figure:
    return Figure("killed", None, "unknown", low, high, "exactly", Mention(0, 1, "x"), None)


def placed(name: str, report: str, incident: str, event: Event, *figures: Figure, origin: str = "") -> Placed:
    claim = ResolvedClaim(
        id=name,
        document=report,
        type="air_strike",
        modality="happened",
        background=False,
        trigger=Mention(0, 1, "x"),
        sentence=Span(0, 1),
        mentions=(),
        who=(),
        whom=(),
        where=None,
        when=None,
        figures=figures,
        means=(),
        sources=(),
        extractor="told.v1",
        confidence=1.0,
    )
    return Placed(claim, report, f"sentence of {name}", incident, origin or report, event)


ONE, TWO = event_of("e1"), event_of("e2")


def test_pairs_within_one_report_and_happening_are_left_out() -> None:
    told = [
        placed("c1", "a", "w/port", ONE),
        placed("c2", "a", "w/port", ONE),
        placed("c3", "b", "w/port", ONE),
        placed("c4", "b", "w/camp", ONE),
        placed("c5", "c", "w/port", TWO),
    ]
    assert pair_tally(told) == Tally(right=2, given=5, found=2, wanted=5)


def test_a_false_merge_is_shown_with_both_sentences_and_the_reason_of_the_join() -> None:
    reason = MergeReason("c1", "c3", 0.75, ("where: both Hodeidah",))
    event = event_of("e1", merged_because=(reason,))
    told = [placed("c1", "a", "w/port", event), placed("c2", "b", "w/camp", event), placed("c3", "c", "w/camp", event)]
    (fault,) = false_merges(told)
    assert fault.words.startswith("false merge (2 pairs): c (camp, air_strike): sentence of c3 <> a (port")
    assert fault.words.endswith("(0.75: where: both Hodeidah)")
    assert fault.clusters == {"w"}


def test_two_that_were_joined_over_others_are_shown_as_such() -> None:
    (fault,) = false_merges([placed("c1", "a", "w/port", ONE), placed("c2", "b", "v/camp", ONE)])
    assert fault.words.endswith("(over others)")
    assert fault.clusters == {"v", "w"}


def test_a_happening_in_several_events_is_missed_once_for_each_but_the_largest() -> None:
    told = [placed(f"c{n}", str(n), "w/port", event) for n, event in enumerate((ONE, TWO, ONE, event_of("e3")))]
    assert [fault.words[:23] for fault in missed_merges(told)] == ["missed merge (2 pairs):"] * 2
    assert main_event(told) is ONE


def test_two_events_of_one_telling_are_a_missed_merge_without_pairs() -> None:
    told = [placed("c1", "a", "w/port", ONE), placed("c2", "a", "w/port", TWO)]
    (fault,) = missed_merges(told)
    assert fault.words.startswith("missed merge (within one report): a (port")


def test_origins_are_judged_by_the_claims_that_the_event_holds() -> None:
    event = event_of("e1", origins=2)
    incident = Incident("air_strike", (DAY, DAY), HODEIDAH)
    told = [
        placed("c1", "a", "w/port", event, origin="agency"),
        placed("c2", "b", "w/port", event, origin="agency"),
        placed("c3", "c", "w/port", event),
        placed("c4", "d", "w/port", TWO),
    ]
    judged = judge("w/port", told, incident, 3)
    assert judged.origins
    assert not judged.all_origins
    assert judge("w/port", told[1:], incident, 2).all_origins
    alone = event_of("e1", origins=3)
    assert not judge("w/port", [placed("c1", "a", "w/port", alone)], incident, 3).origins


def test_rival_figures_are_right_when_every_one_that_was_read_stands_in_the_event() -> None:
    def figure(*values: int) -> EventFigure:
        stated = tuple(FigureValue(f"c{n}", n, n) for n in values)
        return EventFigure("killed", "unknown", min(values), min(values), max(values), "ucdp", stated)

    tolls = tuple(Toll("killed", n, n, "a doctor", ("a",)) for n in (6, 9, 12))
    incident = Incident("air_strike", (DAY, DAY), None, tolls=tolls)
    both, half = event_of("e1", figures=(figure(6, 9),)), event_of("e1", figures=(figure(6),))
    for event, kept in ((both, 2), (half, 1)):
        told = [placed("c6", "a", "w/port", event, killed(6, 6)), placed("c9", "b", "w/port", event, killed(9, 9))]
        judged = judge("w/port", told, incident, 2)
        assert (judged.read.found, judged.read.wanted) == (2, 3)
        assert (judged.kept.found, judged.kept.wanted) == (kept, 2)
        assert judged.rivals is (kept == 2)
    assert judge("w/port", [placed("c6", "a", "w/port", both, killed(6, 6))], incident, 1).rivals is None


def test_a_sum_is_a_number_that_nobody_states() -> None:
    values = (FigureValue("c1", 8, 8), FigureValue("c2", 12, None))
    stated = EventFigure("killed", "civilian", 8, 12, 12, "ucdp", values)
    assert invented(event_of("e1", figures=(stated,))) == []
    assert invented(event_of("e1", figures=(msgspec.structs.replace(stated, high=20),))) == [20]


def test_type_day_and_place_of_the_event_are_judged() -> None:
    incident = Incident("air_strike", (DAY, DAY), HODEIDAH, also_ok=("shelling",))
    right = judge("w/port", [placed("c1", "a", "w/port", event_of("e1", type="shelling"))], incident, 1)
    assert (right.type, right.when, right.where, right.wrong_fields) == (True, True, True, [])
    bare = event_of("e1", type="protest", when=None, where=None)
    wrong = judge("w/port", [placed("c1", "a", "w/port", bare)], incident, 1)
    assert (wrong.type, wrong.when, wrong.where) == (False, False, False)
    assert wrong.wrong_fields == ["type: w/port: protest", "day: w/port: none", "place: w/port: none"]
    nowhere = msgspec.structs.replace(incident, where=None)
    assert judge("w/port", [placed("c1", "a", "w/port", bare)], nowhere, 1).where is None

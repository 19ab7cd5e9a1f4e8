"""Reports of several wars, merged: what is one event, what stays two, what stays disputed."""

from datetime import UTC, date, datetime
from itertools import permutations
from typing import Any

import pytest
from msgspec.structs import replace

from marsad.merge import merge
from marsad.model import Decision, Document, Event, Mention, ResolvedClaim, Source, Time, content_id, to_json
from marsad.model.decision import DecisionKind
from tests.merge.factory import claim, day, killed, party, province, report, town

RSF = party("Rapid Support Forces", "rsf-sudan")
SAF = party("Sudanese Armed Forces", "sudan-army")
CIVILIANS = party("civilians")

COURIER = report(
    "An army strike on the cattle market of El Fasher killed 12 civilians on Friday. Traders fled.",
    outlet="Nile Courier",
)
HERALD = report(
    "Fighter jets hit El Fasher on Friday and the strike on its market left 20 dead, medics said.",
    outlet="Darfur Herald",
)


def friday_strike(document: Document, dead: int) -> ResolvedClaim:
    return claim(
        document,
        who=(SAF,),
        whom=(CIVILIANS,),
        where=town("El Fasher"),
        when=day(10),
        figures=(killed(dead, who="civilians", who_class="civilian"),),
    )


def events_of(*pairs: tuple[Document, ResolvedClaim]) -> tuple[Event, ...]:
    return merge([told for _, told in pairs], [document for document, _ in pairs]).events


def test_one_strike_told_by_two_papers_is_one_event_with_both_tolls() -> None:
    (event,) = events_of((COURIER, friday_strike(COURIER, 12)), (HERALD, friday_strike(HERALD, 20)))
    assert (event.documents, event.outlets, event.origins) == (2, 2, 2)
    (figure,) = event.figures
    assert {value.low for value in figure.values} == {12, 20}
    assert (figure.low, figure.best, figure.high) == (12, 12, 20)
    (dispute,) = event.disputes
    assert {value.value for value in dispute.values} == {"12", "20"}
    assert event.grade == "fair"
    assert event.merged_because[0].reasons


@pytest.mark.parametrize(
    "other",
    [
        {"when": day(11)},
        {"where": town("Nyala")},
        {"who": (RSF,)},
        {"modality": "planned"},
        {"type_": "arrest", "trigger": "dead"},
    ],
    ids=["another day", "another town", "another party", "only planned", "another kind"],
)
def test_look_alikes_stay_two(other: dict[str, Any]) -> None:
    slots: dict[str, Any] = {"who": (SAF,), "whom": (CIVILIANS,), "where": town("El Fasher"), "when": day(10), **other}
    assert len(events_of((COURIER, friday_strike(COURIER, 12)), (HERALD, claim(HERALD, **slots)))) == 2


def struck(outlet: str, text: str, number: int) -> tuple[Document, ResolvedClaim]:
    paper = report(text, outlet=outlet, published=date(2024, 5, number + 1))
    return paper, claim(paper, where=town("El Fasher"), when=day(number))


def test_type_day_and_town_are_enough_where_little_happens_only() -> None:
    told = [
        struck("Nile Courier", "A strike shook El Fasher on Friday.", 10),
        struck("Darfur Herald", "Residents of El Fasher told of a strike on Friday.", 10),
    ]
    daily = [
        struck("Radio Marra", f"A strike hit El Fasher on day {number} of May.", number) for number in range(2, 19)
    ]
    assert len(events_of(*told)) == 1
    assert all(event.documents == 1 for event in events_of(*told, *daily))


def test_a_sum_of_several_places_is_not_the_happening_in_one_of_them() -> None:
    village = report("Gunmen killed 30 farmers in Mopti on Sunday, the mayor said.", outlet="Sahel Review")
    villages = report("Gunmen killed 45 people in three villages near Mopti on Sunday.", outlet="Bamako Mail")
    slots: dict[str, Any] = {"where": town("Mopti"), "when": day(12)}
    told = [
        (village, claim(village, "attack_on_civilians", "killed", figures=(killed(30),), **slots)),
        (villages, claim(villages, "attack_on_civilians", "killed", figures=(killed(45),), **slots)),
    ]
    assert len(events_of(*told)) == 2


def test_a_raid_told_to_date_another_has_no_day_from_it() -> None:
    text = "An army strike hit Nyala on Sunday. It came two days after a strike on El Fasher that killed 20 civilians."
    later = report(text, outlet="Kordofan Sun", published=date(2024, 5, 13))
    aside = claim(
        later,
        trigger="strike on El",
        where=town("El Fasher"),
        when=day(12),
        figures=(killed(20, who_class="civilian"),),
    )
    (event,) = events_of((HERALD, friday_strike(HERALD, 20)), (later, aside))
    assert event.when is not None
    assert event.when.start == date(2024, 5, 10)


def test_nothing_chains_over_a_contradiction() -> None:
    vague = report("A strike hit the front near Chasiv Yar and killed soldiers.", outlet="Donbas Post")
    morning = report("The Chasiv Yar strike killed 3 soldiers on 3 May.", outlet="Kharkiv Mail")
    evening = report("A second strike on Chasiv Yar killed 3 soldiers on 7 May.", outlet="Dnipro Times")
    army, men = party("Russian Armed Forces", "russia-army"), party("soldiers")

    def told(document: Document, when: Time) -> ResolvedClaim:
        figures = (killed(3, who="soldiers", who_class="combatant"),)
        return claim(document, who=(army,), whom=(men,), where=town("Chasiv Yar"), when=when, figures=figures)

    events = events_of(
        (vague, told(vague, day(3, until=7))), (morning, told(morning, day(3))), (evening, told(evening, day(7)))
    )
    days_apart = [event for event in events if event.when and event.when.against]
    assert len(events) == 2
    assert not days_apart


def test_the_result_does_not_depend_on_the_order() -> None:
    third = report("A strike on a market in El Fasher on Friday: 12 civilians dead.", outlet="Radio Marra")
    pairs = [
        (COURIER, friday_strike(COURIER, 12)),
        (HERALD, friday_strike(HERALD, 20)),
        (third, friday_strike(third, 12)),
    ]
    outcomes = {b"".join(to_json(event) for event in events_of(*order)) for order in permutations(pairs)}
    assert len(outcomes) == 1


def test_identical_texts_are_one_origin() -> None:
    text = (
        "Mortar shells fell on Lashio and killed 8 villagers on Sunday, a strike that lasted an hour, residents said."
    )
    papers = [report(text, outlet=outlet) for outlet in ("Shan Daily", "Mandalay Wire", "Lashio Post")]
    told = [
        claim(paper, "shelling", where=town("Lashio"), when=day(12), figures=(killed(8, who="villagers"),))
        for paper in papers
    ]
    merged = merge(told, papers)
    (event,) = merged.events
    assert (event.documents, event.outlets, event.origins) == (3, 3, 1)
    assert event.grade == "weak"
    assert {copy.kind for copy in merged.copies} == {"identical"}
    assert len(merged.copies) == 6


def test_two_papers_that_quote_one_monitor_are_one_origin() -> None:
    monitor = Source("Sudan War Monitor", "sudan-war-monitor", "monitor", None)
    left, right = (
        claim(paper, who=(SAF,), whom=(CIVILIANS,), where=town("El Fasher"), when=day(10), sources=(monitor,))
        for paper in (COURIER, HERALD)
    )
    (event,) = events_of((COURIER, left), (HERALD, right))
    assert (event.documents, event.origins) == (2, 1)


def test_a_denial_joins_what_it_denies_and_is_a_dispute() -> None:
    denial = report("The army denied the strike on the cattle market of El Fasher on Friday.", outlet="Port Sudan News")
    slots: dict[str, Any] = {"who": (SAF,), "whom": (CIVILIANS,), "where": town("El Fasher"), "when": day(10)}
    (event,) = events_of(
        (COURIER, friday_strike(COURIER, 12)),
        (denial, claim(denial, modality="denied", **slots)),
    )
    assert event.grade == "contested"
    assert "modality" in {dispute.field for dispute in event.disputes}


def test_a_province_that_holds_the_town_meets_it_and_the_town_is_kept() -> None:
    darfur = province("North Darfur", 15.5, 25.0, "SD")
    vague = claim(HERALD, who=(SAF,), whom=(CIVILIANS,), where=darfur, when=day(10), figures=(killed(12),))
    (event,) = events_of((COURIER, friday_strike(COURIER, 12)), (HERALD, vague))
    assert event.where is not None
    assert event.where.name == "El Fasher"
    assert len(event.where.for_) == 2


def test_tolls_are_never_added() -> None:
    text = "The clash near Mopti killed 26 militants and nine soldiers on Monday."
    paper = report(text, outlet="Sahel Review")
    figures = (
        killed(26, who="militants", who_class="combatant"),
        killed(9, who="soldiers", who_class="combatant"),
    )
    (event,) = events_of(
        (paper, claim(paper, "armed_clash", "clash", where=town("Mopti"), when=day(6), figures=figures))
    )
    assert [(figure.who, figure.best) for figure in event.figures] == [("militants", 26), ("soldiers", 9)]
    assert event.disputes == ()


def test_one_claim_with_two_counts_disputes_nothing_and_allows_both() -> None:
    counts = (killed(2000, 9999, who="people"), killed(12, who="people"))
    told = claim(COURIER, who=(SAF,), whom=(CIVILIANS,), where=town("El Fasher"), when=day(10), figures=counts)
    (event,) = events_of((COURIER, told))
    assert event.disputes == ()
    (event,) = events_of((COURIER, told), (HERALD, friday_strike(HERALD, 20)))
    assert event.disputes == ()


def decision(kind: DecisionKind, *told: ResolvedClaim, field: str | None = None, value: str | None = None) -> Decision:
    ids = tuple(one.id for one in told)
    made = datetime(2024, 6, 1, tzinfo=UTC)
    return Decision(content_id("j", kind, *ids), kind, ids, field, value, "seen the footage", "A. Analyst", made)


def test_an_analyst_can_part_and_join() -> None:
    left, right = friday_strike(COURIER, 12), friday_strike(HERALD, 20)
    documents = [COURIER, HERALD]
    assert len(merge([left, right], documents, [decision("not_same", left, right)]).events) == 2
    other = claim(HERALD, who=(SAF,), where=town("El Fasher"), when=day(11))
    (event,) = merge([left, other], documents, [decision("same", left, other)]).events
    assert "decided by A. Analyst: seen the footage" in event.merged_because[0].reasons
    assert event.when is not None
    assert event.when.against


def test_an_analyst_can_reject_and_correct() -> None:
    left, right = friday_strike(COURIER, 12), friday_strike(HERALD, 20)
    documents = [COURIER, HERALD]
    (kept,) = merge([left, right], documents, [decision("reject", right)]).events
    assert kept.claims == (left.id,)
    corrected = decision("correct", left, field="type", value='"shelling"')
    (event,) = merge([left], documents, [corrected]).events
    assert event.type == "shelling"


def test_history_stays_apart_from_news() -> None:
    old = report(
        "The strike on El Fasher a year ago killed civilians.", outlet="Kordofan Sun", published=date(2024, 5, 12)
    )
    last_year = claim(old, background=True, who=(SAF,), whom=(CIVILIANS,), where=town("El Fasher"))
    assert len(events_of((COURIER, friday_strike(COURIER, 12)), (old, last_year))) == 2


def test_a_day_without_a_year_meets_the_same_day_of_a_dated_report() -> None:
    text = "A strike on the market of El Fasher on May 10 killed 12 civilians."
    undated = report(text, outlet="Blue Nile", published=None)
    slots: dict[str, Any] = {"who": (SAF,), "whom": (CIVILIANS,), "where": town("El Fasher"), "figures": (killed(12),)}
    told = replace(claim(undated, **slots), undated=Mention.of(text, text.index("May 10"), text.index("May 10") + 6))
    (event,) = events_of((COURIER, friday_strike(COURIER, 12)), (undated, told))
    assert event.when is not None
    assert event.when.start == date(2024, 5, 10)
    other = replace(told, undated=Mention(0, 6, "May 11"))
    assert len(events_of((COURIER, friday_strike(COURIER, 12)), (undated, other))) == 2


def test_two_speakers_never_make_one_statement() -> None:
    left = report("Amina Yusuf declared a truce in Mopti on Monday, she told the Mopti radio.", outlet="Sahel Review")
    right = report("Ibrahim Keita declared a truce in Mopti on Monday, he told the Mopti radio.", outlet="Bamako Mail")
    slots: dict[str, Any] = {"where": town("Mopti"), "when": day(6)}
    told = [
        (paper, claim(paper, "statement", "declared", who=(party(name),), **slots))
        for paper, name in ((left, "Amina Yusuf"), (right, "Ibrahim Keita"))
    ]
    assert len(events_of(*told)) == 2


def test_a_report_without_any_date_meets_the_town_it_tells_of() -> None:
    undated = report(
        "The army strike on the cattle market of El Fasher killed 12 civilians.", outlet="Zone", published=None
    )
    told = claim(undated, who=(SAF,), whom=(CIVILIANS,), where=town("El Fasher"), figures=(killed(12),))
    (event,) = events_of((COURIER, friday_strike(COURIER, 12)), (undated, told))
    assert event.documents == 2


def test_a_report_without_a_year_keeps_off_another_time_of_the_year() -> None:
    text = "The army strike on El Fasher killed 12 civilians. On October 3 the river rose."
    undated = report(text, outlet="Zone", published=None)
    slots: dict[str, Any] = {"who": (SAF,), "whom": (CIVILIANS,), "where": town("El Fasher"), "figures": (killed(12),)}
    river = replace(claim(undated, "displacement", "rose"), undated=Mention(53, 62, "October 3"))
    merged = merge([friday_strike(COURIER, 12), claim(undated, **slots), river], [COURIER, undated])
    assert all(event.documents == 1 for event in merged.events)


def test_twenty_civilians_are_not_twenty_soldiers() -> None:
    village = report("Gunmen attacked a village near Mopti on Sunday, killing 20 civilians.", outlet="Sahel Review")
    base = report("Fighters attacked an army base near Mopti on Sunday, killing 20 soldiers.", outlet="Bamako Mail")
    slots: dict[str, Any] = {"where": town("Mopti"), "when": day(12)}
    civilians = killed(20, who="civilians", who_class="civilian")
    soldiers = killed(20, who="soldiers", who_class="combatant")
    told = [
        (village, claim(village, "attack_on_civilians", "attacked", figures=(civilians,), **slots)),
        (base, claim(base, "armed_clash", "attacked", figures=(soldiers,), **slots)),
    ]
    assert len(events_of(*told)) == 2


def test_words_without_a_year_speak_for_the_day_that_another_report_dates() -> None:
    text = "A strike on the market of El Fasher on May 10 killed 12 civilians."
    undated = report(text, outlet="Blue Nile", published=None)
    slots: dict[str, Any] = {"who": (SAF,), "whom": (CIVILIANS,), "where": town("El Fasher"), "figures": (killed(12),)}
    told = replace(claim(undated, **slots), undated=Mention.of(text, text.index("May 10"), text.index("May 10") + 6))
    (event,) = events_of((COURIER, friday_strike(COURIER, 12)), (undated, told))
    assert event.when is not None
    assert told.id in event.when.for_
    assert "“May 10” without a year" in event.when.basis


def test_a_formula_that_returns_days_later_makes_no_copy() -> None:
    words = "The general staff said that its gunners hit a column of tanks near Chasiv Yar, a strike it called precise."
    monday = report(words, outlet="Donbas Post", published=date(2024, 5, 6))
    friday = report(words, outlet="Kharkiv Mail", published=date(2024, 5, 10))
    told = [(paper, claim(paper, where=town("Chasiv Yar"))) for paper in (monday, friday)]
    assert len(events_of(*told)) == 2


@pytest.mark.parametrize(("other", "events"), [("Amina Yusuf", 1), ("Musa Ibrahim", 2)])
def test_an_arrest_is_of_the_one_who_was_arrested(other: str, events: int) -> None:
    left = report("Police arrested the reporter Amina Yusuf in Mopti on Monday.", outlet="Sahel Review")
    right = report(f"Police arrested the reporter {other} in Mopti on Monday.", outlet="Bamako Mail")
    slots: dict[str, Any] = {"who": (party("police"),), "where": town("Mopti"), "when": day(6)}
    told = [
        (paper, claim(paper, "arrest", "arrested", whom=(party(name),), **slots))
        for paper, name in ((left, "Amina Yusuf"), (right, other))
    ]
    assert len(events_of(*told)) == events


def test_of_a_clash_either_side_may_be_told_as_the_one_that_fought() -> None:
    left = report("The army fought the RSF at the bridge of Nyala, killing 17 men.", outlet="Nile Courier")
    right = report("At the bridge of Nyala fighters fought the army and 17 men were killed.", outlet="Darfur Herald")
    slots: dict[str, Any] = {"where": town("Nyala"), "when": day(10), "figures": (killed(17),)}
    one = claim(left, "armed_clash", "fought", who=(SAF,), whom=(party("Islamic State", "islamic-state"),), **slots)
    two = claim(right, "armed_clash", "fought", who=(RSF,), whom=(party("Islamic State", "islamic-state"),), **slots)
    assert len(events_of((left, one), (right, two))) == 1
    strike = claim(left, "air_strike", "fought", who=(SAF,), **slots)
    raid = claim(right, "air_strike", "fought", who=(RSF,), **slots)
    assert len(events_of((left, strike), (right, raid))) == 2


def test_a_vague_month_meets_a_day_in_it_and_a_campaign_does_not() -> None:
    text = "In May an army strike on the cattle market of El Fasher killed 12 civilians."
    vague = report(text, outlet="Kordofan Sun", published=date(2024, 6, 20))
    month = Time(date(2024, 5, 1), date(2024, 5, 31), "month", None, "as said")
    slots: dict[str, Any] = {"who": (SAF,), "whom": (CIVILIANS,), "where": town("El Fasher"), "figures": (killed(12),)}
    in_may = claim(vague, when=month, **slots)
    assert len(events_of((COURIER, friday_strike(COURIER, 12)), (vague, in_may))) == 1
    lasting = replace(in_may, when=replace(month, precision="longer"))
    assert len(events_of((COURIER, friday_strike(COURIER, 12)), (vague, lasting))) == 2


def test_an_old_attack_that_a_report_takes_up_joins_the_one_that_another_dates() -> None:
    dated = report(
        "Envoys spoke of the June attack on the Mopti mission, in which gunmen killed the envoy Sidi Keita.",
        outlet="Sahel Review",
    )
    undated = report("The attack on the Mopti mission, in which Sidi Keita died, was debated.", outlet="Bamako Mail")
    slots: dict[str, Any] = {"whom": (party("Sidi Keita"),), "where": town("Mopti")}
    june = Time(date(2023, 6, 1), date(2023, 6, 30), "month", None, "as said")
    told = [
        (dated, claim(dated, "attack_on_civilians", "attack", when=june, background=True, **slots)),
        (undated, claim(undated, "attack_on_civilians", "attack", **slots)),
    ]
    (event,) = events_of(*told)
    assert event.when is not None
    assert event.when.start.year == 2023

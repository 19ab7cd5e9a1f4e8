"""What reports cannot all be right about, and what only looks like it."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from marsad.model import Dispute, Document, Event, ResolvedClaim, Source
from tests.merge.factory import claim, day, event_of, killed, party, province, report, town

POST = report("A strike hit the bus station of Kostiantynivka. The army denied the raid.", outlet="Donbas Post")
MAIL = report("The strike on the bus station of Kostiantynivka was heard far off.", outlet="Kharkiv Mail")
RUSSIA, UKRAINE = party("Russian Armed Forces", "russia-army"), party("Ukrainian Armed Forces", "ukraine-army")
MAYOR = Source("the mayor", None, "official", None)
HOSPITAL = Source("the hospital", None, "medical", None)


def told_by(left: dict[str, Any], right: dict[str, Any]) -> Event:
    """Return the event that two papers tell of."""
    return event_of((claim(POST, **left), POST), (claim(MAIL, **right), MAIL))


def fields(event: Event) -> list[str]:
    return [dispute.field for dispute in event.disputes]


def test_rival_tolls_are_told_in_a_sentence() -> None:
    event = told_by(
        {"figures": (killed(12, who="passengers"),), "sources": (MAYOR,)},
        {"figures": (killed(20, who="passengers"),), "sources": (HOSPITAL,)},
    )
    (dispute,) = event.disputes
    assert dispute.field == "Killed: passengers"
    assert [value.value for value in dispute.values] == ["12", "20"]
    assert dispute.text == (
        "How many passengers were killed is disputed: 12 according to the mayor in Donbas Post, but 20 according to "
        "the hospital in Kharkiv Mail."
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ((12, 12), (10, None)),
        ((12, 12), (None, 15)),
        ((30, 30), (24, 99)),
        ((12, 12), (10, 15)),
        ((8, None), (12, None)),
    ],
    ids=["at least fewer", "at most more", "dozens", "a range", "two lower bounds"],
)
def test_counts_that_allow_each_other_are_no_dispute(
    left: tuple[int | None, int | None], right: tuple[int | None, int | None]
) -> None:
    counts = [replace(killed(1), low=low, high=high) for low, high in (left, right)]
    assert told_by({"figures": (counts[0],)}, {"figures": (counts[1],)}).disputes == ()


def test_a_part_is_no_rival_of_its_whole() -> None:
    children = replace(killed(3, who="children", who_class="child"), part_of=0)
    event = told_by(
        {"figures": (killed(12), children)}, {"figures": (killed(3, who="children", who_class="child"), killed(12))}
    )
    assert event.disputes == ()


def test_what_one_origin_says_in_one_report_is_no_dispute() -> None:
    raid = claim(POST, trigger="raid", figures=(killed(20),), sources=(HOSPITAL,))
    strike = claim(POST, figures=(killed(12),), sources=(HOSPITAL,))
    assert event_of((strike, POST), (raid, POST)).disputes == ()
    of_mayor = replace(raid, sources=(Source("Regional Council of Kona", "kona-council", "official", None),))
    assert fields(event_of((strike, POST), (of_mayor, POST))) == ["Killed: people"]


def test_one_source_quoted_with_two_tolls_on_one_day_is_a_dispute() -> None:
    monitor = Source("Sudan War Monitor", "sudan-war-monitor", "monitor", None)
    event = told_by(
        {"figures": (killed(12),), "sources": (monitor,)}, {"figures": (killed(20),), "sources": (monitor,)}
    )
    assert event.origins == 1
    assert fields(event) == ["Killed: people"]


ARMY = Source("Russian Armed Forces", "russia-army", "party", None)


def test_a_denial_says_who_denies() -> None:
    event = told_by({"who": (RUSSIA,)}, {"modality": "denied", "sources": (ARMY,)})
    (dispute,) = event.disputes
    assert dispute == Dispute("modality", dispute.values, dispute.text)
    assert dispute.text == (
        "Whether it happened is disputed: it did according to Donbas Post, but it did not according to "
        "Russian Armed Forces in Kharkiv Mail."
    )


def test_a_party_that_denies_having_done_it_disputes_who_did_it() -> None:
    denial = {"who": (RUSSIA,), "modality": "denied", "sources": (ARMY,)}
    event = told_by({"who": (RUSSIA,)}, denial)
    (dispute,) = event.disputes
    assert dispute.field == "who"
    assert dispute.text == (
        "Who did it is disputed: Russian Armed Forces according to Donbas Post, but not Russian Armed Forces "
        "according to Russian Armed Forces in Kharkiv Mail."
    )
    assert event.modality == "happened"
    (doer,) = event.who
    assert (len(doer.for_), len(doer.against)) == (1, 1)
    nobody = told_by({}, denial)
    assert nobody.disputes[0].text == (
        "Whether it happened is disputed: it did according to Donbas Post, but it was not done by Russian Armed "
        "Forces according to Russian Armed Forces in Kharkiv Mail."
    )


def test_who_denies_it_and_tells_it_of_another_does_not_deny_that_it_happened() -> None:
    army = replace(ARMY, name="Ukrainian Armed Forces", id="ukraine-army")
    blamed = claim(MAIL, who=(RUSSIA,), sources=(army,))
    denied = replace(blamed, id="c-denied", who=(), modality="denied")
    event = event_of((claim(POST, who=(UKRAINE,)), POST), (blamed, MAIL), (denied, MAIL))
    assert event.disputes[0].text == (
        "Who did it is disputed: Russian Armed Forces according to Ukrainian Armed Forces in Kharkiv Mail, but "
        "Ukrainian Armed Forces according to Donbas Post and not Ukrainian Armed Forces according to Ukrainian Armed "
        "Forces in Kharkiv Mail."
    )
    assert fields(event) == ["who"]
    assert event.grade == "contested"


def test_rival_tolls_of_two_days_are_told_with_the_days() -> None:
    later = report("The strike on Lashio killed many.", outlet="Shan Daily", published=date(2024, 5, 14))
    told = (claim(POST, figures=(killed(12),)), POST), (claim(later, figures=(killed(20),)), later)
    assert event_of(*told).disputes[0].text == (
        "How many people were killed is disputed: 12 according to Donbas Post (2024-05-12), but 20 according to "
        "Shan Daily (2024-05-14)."
    )


def test_a_count_keeps_the_name_of_those_counted() -> None:
    soldiers: dict[str, Any] = {"who": "Ugandan soldiers", "who_class": "combatant"}
    event = told_by({"figures": (killed(54, **soldiers),)}, {"figures": (killed(137, **soldiers),)})
    assert event.disputes[0].text.startswith("How many Ugandan soldiers were killed is disputed: ")


AIR = report("An air strike hit the bus station of Kostiantynivka.", outlet="Donbas Post")
SHELLS = report("Artillery fire and its strike on the bus station were heard far off.", outlet="Kharkiv Mail")


@pytest.mark.parametrize(
    ("one", "other", "rival"),
    [
        ("air_strike", "shelling", True),
        ("air_strike", "violence_other", False),
        ("air_strike", "attack_on_civilians", False),
        ("suicide_bombing", "explosive_device", False),
        ("execution", "attack_on_civilians", False),
        ("armed_clash", "attack_on_civilians", False),
        ("armed_clash", "territory_captured", True),
        ("abduction", "arrest", True),
        ("shelling", "chemical_weapon", False),
    ],
)
def test_types_of_which_it_can_be_one_only_are_disputed(one: str, other: str, *, rival: bool) -> None:
    event = event_of((claim(AIR, one), AIR), (claim(SHELLS, other), SHELLS))
    assert (fields(event) == ["type"]) is rival
    assert any(value.relation == "rival" for value in event.values) is rival


def test_words_that_leave_open_what_went_off_dispute_nothing() -> None:
    event = told_by({"type_": "air_strike"}, {"type_": "shelling"})
    assert event.disputes == ()
    assert {value.relation for value in event.values} == {"same", "beside"}


def test_a_fight_that_its_own_report_lets_end_in_a_capture_is_no_dispute() -> None:
    text = "The rebels attacked Mopti and took the town."
    whole, part = report(text, outlet="Sahel Review"), report("Rebels attacked Mopti.", outlet="Bamako Mail")
    fight, capture = claim(whole, "armed_clash", "attacked"), claim(whole, "territory_captured", "took")
    only = claim(part, "armed_clash", "attacked")
    assert fields(event_of((fight, whole), (capture, whole), (only, part))) == []
    assert fields(event_of((capture, whole), (only, part))) == ["type"]


def test_rival_doers_of_a_strike_are_disputed_and_sides_of_a_fight_are_not() -> None:
    assert fields(told_by({"who": (RUSSIA,)}, {"who": (UKRAINE,)})) == ["who"]
    sides = told_by({"who": (RUSSIA,), "type_": "armed_clash"}, {"who": (UKRAINE,), "type_": "armed_clash"})
    assert fields(sides) == []
    assert fields(told_by({"who": (RUSSIA,)}, {"who": (party("unknown gunmen"),)})) == []


def dated(document: Document, number: int, **slots: Any) -> ResolvedClaim:
    """Return a claim whose day stands in its own sentence."""
    return claim(document, when=day(number), **slots)


def test_days_are_disputed_where_both_reports_give_one() -> None:
    event = event_of((dated(POST, 3), POST), (dated(MAIL, 7), MAIL))
    (dispute,) = event.disputes
    assert dispute.text.startswith("When it was is disputed: 2024-05-0")
    elsewhere = replace(dated(MAIL, 7), when=replace(day(7), mention=None))
    assert event_of((dated(POST, 3), POST), (elsewhere, MAIL)).disputes == ()


def test_a_vague_time_or_place_is_no_rival_of_a_precise_one() -> None:
    donetsk = province("Donetsk", 48.0, 37.8, "UA")
    month = {"when": day(1, until=31), "where": donetsk}
    event = told_by({"when": day(10), "where": town("Kostiantynivka")}, month)
    assert event.disputes == ()
    assert event.when is not None
    assert event.when.start == date(2024, 5, 10)


def test_two_towns_are_disputed() -> None:
    event = told_by({"where": town("Chasiv Yar")}, {"where": town("Lashio")})
    assert fields(event) == ["where"]


def test_one_name_on_two_points_of_the_map_is_no_dispute() -> None:
    elsewhere = replace(town("Lashio"), name="Chasiv Yar")
    event = told_by({"where": town("Chasiv Yar")}, {"where": replace(elsewhere, country="UA")})
    assert event.disputes == ()


def test_who_denies_a_number_disputes_the_number_alone() -> None:
    minister = Source("the security minister", None, "official", None)
    lower = claim(MAIL, figures=(killed(80),), sources=(minister,))
    denied = replace(lower, id="c-denied", modality="denied", figures=(killed(150),))
    at_least = replace(killed(150), high=None)
    event = event_of((claim(POST, figures=(at_least,)), POST), (lower, MAIL), (denied, MAIL))
    assert fields(event) == ["Killed: people"]
    assert "80 according to the security minister" in event.disputes[0].text
    assert event.grade == "fair"
    assert {value.claim for value in event.figures[0].values} == set(event.claims) - {"c-denied"}

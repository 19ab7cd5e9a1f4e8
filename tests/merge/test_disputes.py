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


def test_a_denial_says_who_denies() -> None:
    army = Source("Russian Armed Forces", "russia-army", "party", None)
    event = told_by({"who": (RUSSIA,)}, {"who": (RUSSIA,), "modality": "denied", "sources": (army,)})
    (dispute,) = event.disputes
    assert dispute == Dispute("modality", dispute.values, dispute.text)
    assert dispute.text == (
        "Whether it happened is disputed: it did according to Donbas Post, but it did not according to "
        "Russian Armed Forces in Kharkiv Mail."
    )


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
    assert (fields(told_by({"type_": one}, {"type_": other})) == ["type"]) is rival


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

"""Grades and their reasons, in the manner of Airwars."""

from typing import Any

from msgspec.structs import replace

from marsad.model import Document, Event, ResolvedClaim, Source
from tests.merge.factory import claim, event_of, killed, party, report, town

COALITION = party("Saudi-led coalition", "saudi-coalition")
HOUTHIS = party("Houthis", "houthis")
CIVILIANS = (party("civilians"),)
BY_DOER = Source("Houthis", "houthis", "party", None)
BY_ENEMY = Source("Saudi-led coalition", "saudi-coalition", "party", None)
MONITOR = Source("Yemen Data Project", "yemen-data-project", "monitor", None)


def told(outlet: str, type_: str = "shelling", **slots: Any) -> tuple[ResolvedClaim, Document]:
    document = report(f"Shells fell near the port, {outlet} writes of the attack.", outlet=outlet)
    return claim(document, type_, "attack", where=town("Mopti"), **slots), document


def grade(event: Event) -> str:
    assert event.grade_basis
    return event.grade


def test_one_origin_is_weak_however_many_papers_print_it() -> None:
    event = event_of(told("Aden Post", sources=(MONITOR,)), told("Sanaa Times", sources=(MONITOR,)))
    assert (grade(event), event.origins) == ("weak", 1)
    assert event.grade_basis.startswith("all reports go back to one origin")


def test_two_independent_origins_are_fair() -> None:
    event = event_of(told("Aden Post", sources=(MONITOR,)), told("Sanaa Times"))
    assert grade(event) == "fair"
    assert event.grade_basis == "2 independent origins tell it: Sanaa Times and Yemen Data Project in Aden Post"


def test_sides_alone_never_make_it_fair() -> None:
    other = Source("a commander of the militia", None, "party", None)
    event = event_of(told("Aden Post", sources=(BY_ENEMY,)), told("Sanaa Times", sources=(other,)))
    assert grade(event) == "weak"
    assert "side in the war" in event.grade_basis


def test_the_doer_s_word_confirms_what_another_tells() -> None:
    event = event_of(told("Aden Post", who=(HOUTHIS,)), told("Sanaa Times", who=(HOUTHIS,), sources=(BY_DOER,)))
    assert grade(event) == "confirmed"


def test_a_boast_confirms_nothing_and_harm_to_civilians_is_no_boast() -> None:
    soldiers = (killed(30, who="soldiers", who_class="combatant"),)
    boast = told("Sanaa Times", "armed_clash", who=(HOUTHIS,), figures=soldiers, sources=(BY_DOER,))
    assert grade(event_of(boast)) == "weak"
    owned = told("Sanaa Times", who=(HOUTHIS,), whom=CIVILIANS, sources=(BY_DOER,))
    assert grade(event_of(owned)) == "confirmed"
    raid = told("Sanaa Times", "attack_on_civilians", who=(HOUTHIS,), figures=soldiers, sources=(BY_DOER,))
    assert grade(event_of(raid)) == "weak"
    taken = (replace(killed(120, who="prisoners", who_class="prisoner"), measure="captured"),)
    abduction = told("Sanaa Times", "abduction", who=(HOUTHIS,), figures=taken, sources=(BY_DOER,))
    assert grade(event_of(abduction)) == "weak"


def test_the_enemy_s_word_is_no_admission() -> None:
    event = event_of(told("Aden Post", who=(HOUTHIS,), whom=CIVILIANS, sources=(BY_ENEMY,)))
    assert grade(event) == "weak"


def test_what_a_headquarters_above_the_doer_says_is_an_admission() -> None:
    coalition = party("US-led coalition against Islamic State", "coalition-oir")
    command = Source("US Central Command", "centcom", "official", None)
    owned = told("Euphrates Mail", "air_strike", who=(coalition,), whom=CIVILIANS, sources=(command,))
    assert grade(event_of(owned)) == "confirmed"


def test_a_denial_contests_and_alone_discounts() -> None:
    denial = told("Sanaa Times", who=(HOUTHIS,), modality="denied", sources=(BY_DOER,))
    event = event_of(told("Aden Post", who=(HOUTHIS,)), denial)
    assert grade(event) == "contested"
    assert event.grade_basis == "told by Aden Post; having done it is denied by Houthis in Sanaa Times"
    at_all = told("Sanaa Times", modality="denied", sources=(BY_ENEMY,))
    denied = event_of(told("Aden Post", who=(HOUTHIS,)), at_all)
    assert denied.grade_basis == "told by Aden Post; denied by Saudi-led coalition in Sanaa Times"
    assert grade(event_of(denial)) == "discounted"


def test_rival_doers_contest_it() -> None:
    event = event_of(told("Aden Post", who=(HOUTHIS,)), told("Sanaa Times", who=(COALITION,)))
    assert grade(event) == "contested"
    assert "rival parties" in event.grade_basis


def test_who_has_a_part_in_it_makes_nothing_fair() -> None:
    mayor = Source("mayor of the front town", None, "official", None, interest=True)
    press = Source("Town radio", None, "state_media", None, interest=True)
    event = event_of(told("Aden Post", sources=(mayor,)), told("Sanaa Times", sources=(press,)))
    assert grade(event) == "weak"
    assert "have a part in it" in event.grade_basis
    assert grade(event_of(told("Aden Post", sources=(mayor,)), told("Sanaa Times", sources=(MONITOR,)))) == "fair"

"""How the values of a field stand to what the event gives for it."""

from typing import Any

import pytest
from msgspec.structs import replace

from marsad.model import Document, Event, Place, ResolvedClaim, Time
from tests.merge.factory import claim, day, event_of, killed, party, province, report, town

DARFUR = province("North Darfur", 15.5, 25.0, "SD")
Pair = tuple[ResolvedClaim, Document]


def told(outlet: str, **slots: Any) -> Pair:
    document = report(f"A strike hit the camp, {outlet} writes.", outlet=outlet)
    return claim(document, **slots), document


def relations(event: Event, field: str) -> dict[str, str]:
    return {value.value: value.relation for value in event.values if value.field == field}


def test_a_field_of_one_value_is_not_listed() -> None:
    same = {"where": town("El Fasher"), "when": day(10), "figures": (killed(8),)}
    assert event_of(told("Nile Courier", **same), told("Darfur Herald", **same)).values == ()


WHEN: list[tuple[Time, str]] = [(day(8, until=12), "vaguer"), (day(10), "same"), (day(14), "rival")]


@pytest.mark.parametrize(("when", "relation"), WHEN)
def test_times(when: Time, relation: str) -> None:
    event = event_of(*(told(name, when=day(10)) for name in ("Nile Courier", "Port Herald")), told("Zone", when=when))
    words = f"{when.start}" if when.start == when.end else f"{when.start} to {when.end}"
    assert relations(event, "when").get(words, "same") == relation


def test_places() -> None:
    places = (town("El Fasher"), town("El Fasher"), DARFUR, town("Lashio"))
    event = event_of(*(told(f"Paper {number}", where=where) for number, where in enumerate(places)))
    assert relations(event, "where") == {
        "El Fasher": "same",
        "North Darfur (province)": "vaguer",
        "Lashio": "rival",
    }
    (rival,) = [value for value in event.values if value.relation == "rival"]
    assert len(rival.for_) == 1
    assert len(rival.against) == 3


def test_parties_go_by_what_they_are_part_of() -> None:
    coalition = party("US-led coalition against Islamic State", "coalition-oir")
    command = party("US Central Command", "centcom")
    islamic_state = party("Islamic State", "is")
    event = event_of(
        told("Euphrates Mail", who=(coalition,)),
        told("Levant Post", who=(coalition,)),
        told("Zone", who=(command,)),
        told("Orontes Weekly", who=(islamic_state,)),
        told("Cedar Post", who=(party("warplanes"),)),
    )
    assert relations(event, "who") == {
        "US-led coalition against Islamic State": "same",
        "US Central Command": "vaguer",
        "Islamic State": "rival",
        "warplanes": "beside",
    }


def test_counts() -> None:
    figures = [killed(12), killed(12), replace(killed(10), high=None), replace(killed(24), high=99), killed(20)]
    event = event_of(*(told(f"Paper {number}", figures=(one,)) for number, one in enumerate(figures)))
    assert relations(event, "Killed: people") == {
        "12": "same",
        "at least 10": "vaguer",
        "dozens (24 to 99)": "rival",
        "20": "rival",
    }
    at_least = replace(killed(8), high=None)
    told_by = [("Zone", at_least), ("Cedar Post", at_least), ("Levant Post", killed(9))]
    lower = event_of(*(told(name, figures=(one,)) for name, one in told_by))
    assert relations(lower, "Killed: people") == {"at least 8": "same", "9": "more_precise"}


def test_a_headline_s_count_is_the_one_of_its_text() -> None:
    at_least = replace(killed(23), high=None)
    event = event_of(told("Nile Courier", figures=(at_least, killed(23))), told("Zone", figures=(killed(31),)))
    assert relations(event, "Killed: people") == {"31": "same", "at least 23": "vaguer"}
    assert event.disputes == ()


def test_a_lower_count_beside_a_toll_is_no_rival_of_it() -> None:
    event = event_of(told("Nile Courier", figures=(killed(29), killed(6))), told("Zone", figures=(killed(29),)))
    assert relations(event, "Killed: people") == {"29": "same", "6": "beside"}
    (figure,) = event.figures
    assert (figure.low, figure.best, figure.high) == (29, 29, 29)


def test_two_who_did_it_together_are_no_rivals() -> None:
    m23, rwanda = party("March 23 Movement (M23)", "m23"), party("Rwanda Defence Force", "rwanda-army")
    event = event_of(told("Kivu Times", who=(m23,)), told("Goma Post", who=(m23, rwanda)))
    assert relations(event, "who") == {"March 23 Movement (M23)": "same", "Rwanda Defence Force": "beside"}
    assert [one.against for one in event.who] == [(), ()]


def test_types_and_modalities() -> None:
    event = event_of(
        told("Nile Courier", type_="execution"),
        told("Port Herald", type_="attack_on_civilians"),
        told("Zone", type_="violence_other"),
        told("Darfur Herald", type_="execution", modality="denied"),
    )
    assert relations(event, "type") == {
        "Execution": "same",
        "Attack on civilians": "vaguer",
        "Violence of a kind not told": "vaguer",
    }
    assert relations(event, "modality") == {"Happened": "same", "Denied": "rival"}


def test_a_report_without_a_day_takes_it_from_the_others() -> None:
    event = event_of(told("Nile Courier", when=day(10)), told("Zone"))
    (taken,) = [value for value in event.values if value.field == "when"]
    assert (taken.value, taken.relation) == ("2024-05-10", "taken")
    assert "Nile Courier" in taken.basis
    assert event.when is not None
    assert set(taken.for_) == set(event.claims) - set(event.when.for_)


def test_the_place_is_the_finest_that_the_coarser_ones_hold() -> None:
    sudan = Place("Sudan", "marsad:sd", 15.0, 30.0, 770.0, "country", "SD", None, None, "as said")
    quarter = Place("Daraja", None, 13.63, 25.35, 5.0, "near", "SD", None, None, "as said")
    far = town("Nyala")
    for places, name in [
        ((sudan, sudan, DARFUR, town("El Fasher")), "El Fasher"),
        ((town("El Fasher"), town("El Fasher"), quarter), "Daraja"),
        ((sudan, far, town("El Fasher"), town("El Fasher")), "El Fasher"),
        ((sudan, far, town("El Fasher")), "Sudan"),
    ]:
        event = event_of(*(told(f"Paper {number}", where=where) for number, where in enumerate(places)))
        assert event.where is not None
        assert event.where.name == name

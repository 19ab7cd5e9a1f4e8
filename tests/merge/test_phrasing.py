"""How reports of several wars word a happening."""

import pytest
from msgspec.structs import replace

from marsad.merge import phrasing
from marsad.model import Mention, ResolvedClaim
from tests.merge.factory import claim, day, report


def told(text: str, trigger: str, type_: str = "attack_on_civilians") -> tuple[str, ResolvedClaim]:
    paper = report(text, outlet="Any")
    return paper.text, claim(paper, type_, trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The attack began at noon.", "attack", "definite"),
        ("Friday’s attack on Mopti was the worst of the year.", "attack", "definite"),
        ("The deadly car bomb attack was filmed.", "attack", "definite"),
        ("It was a massacre, he said.", "massacre", "definite"),
        ("Relatives spoke of the September 11 attack.", "attack", "definite"),
        ("An attack on Nyala killed six.", "attack", "indefinite"),
        ("There was a clash near Lashio.", "clash", "indefinite"),
        ("A second attack followed within the hour.", "attack", "other"),
        ("One of the strikes hit a clinic.", "strikes", "other"),
        ("In the second phase of the offensive they took two hills.", "offensive", "other"),
        ("Shops closed after the attack.", "attack", "passing"),
        ("In the wake of the attack shops closed.", "attack", "passing"),
        ("The group claimed responsibility for the attack.", "attack", "passing"),
        ("The army attacked Lashio.", "attacked", "bare"),
        ("The group overran two posts.", "overran", "bare"),
        ("Officials said that strikes hit Nyala.", "strikes", "bare"),
        ("The rebels would attack at dawn.", "attack", "bare"),
    ],
)
def test_how_a_happening_is_taken_up(text: str, trigger: str, expected: str) -> None:
    assert phrasing.reference(*told(text, trigger)) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Dozens of air strikes hit Nabatieh.", "air strikes", "series"),
        ("The army carried out 12 raids.", "raids", "series"),
        ("A wave of bombings shook Kabul.", "bombings", "series"),
        ("Shelling has killed 900 people since the start of the war.", "Shelling", "series"),
        ("An air strike hit Nabatieh.", "air strike", "single"),
        ("Air strikes hit Nabatieh.", "Air strikes", None),
        ("Attacks of the year 2024 were many.", "Attacks", None),
    ],
)
def test_one_is_told_from_many(text: str, trigger: str, expected: str | None) -> None:
    whole, said = told(text, trigger)
    assert phrasing.level(whole, said, phrasing.reference(whole, said)) == expected


def test_words_of_one_stem_are_one() -> None:
    assert {phrasing.stem(word) for word in ("attack", "attacks", "attacked", "attacking")} == {"attack"}
    assert phrasing.stem("opened fire") == phrasing.stem("fire")
    assert phrasing.stem("shot") == phrasing.stem("the shooting")
    assert phrasing.stem("blast") != phrasing.stem("explosion")


def test_parts_of_a_day_exclude_each_other_but_the_night_touches_both() -> None:
    morning = phrasing.hours(*told("A bomb went off in the morning.", "bomb"))
    evening = phrasing.hours(*told("A bomb went off on Friday evening.", "bomb"))
    night = phrasing.hours(*told("A bomb went off overnight.", "bomb"))
    both = phrasing.hours(*told("A bomb went off in the morning and a second in the evening.", "bomb"))
    assert phrasing.hours_apart(morning, evening)
    assert not phrasing.hours_apart(evening, night)
    assert both == frozenset()


def test_what_was_hit_is_no_hospital_to_which_the_hurt_were_taken() -> None:
    assert phrasing.sites(*told("A drone hit a crowded market in Nyala.", "hit")) == {"market"}
    assert phrasing.sites(*told("The dam of Nova Kakhovka was blown up.", "blown up")) == {"dam"}
    assert phrasing.sites(*told("The wounded of the raid were taken to hospital.", "raid")) == frozenset()


@pytest.mark.parametrize(
    ("words", "expected"), [("since March", True), ("the past two weeks", True), ("in March", False)]
)
def test_how_long_is_told_from_when(words: str, *, expected: bool) -> None:
    text = f"Fighting in Arauca {words} drove families out."
    _, fighting = told(text, "Fighting")
    start = text.index(words)
    when = replace(day(1, until=28), mention=Mention.of(text, start, start + len(words)))
    assert phrasing.lasting(replace(fighting, when=when)) is expected


@pytest.mark.parametrize(
    ("text", "day", "dates_toll"),
    [
        ("The toll of the raid on Nyala rose to 13 on Friday, medics said.", "Friday", True),
        ("The number of dead in Gao has risen to 40 on Monday.", "Monday", True),
        ("Gunmen killed 13 herders near Gao on Friday.", "Friday", False),
        ("The rebels raised a flag over Lashio and shelled its bridge on Friday.", "Friday", False),
    ],
)
def test_the_day_on_which_a_toll_rose_is_not_that_of_the_deaths(text: str, day: str, dates_toll: bool) -> None:  # noqa: FBT001
    start = text.index(day)
    assert phrasing.dates_a_toll(text, Mention.of(text, start, start + len(day))) is dates_toll

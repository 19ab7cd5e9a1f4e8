"""Claims that tell one happening again are put together; everything else stays apart."""

from typing import Any

import pytest
from msgspec.structs import replace

from marsad.extract.draft import Draft
from marsad.extract.linking import link
from marsad.model import CountMention, Mention, Span
from tests.extract.support import claims_of, words_of


def test_headline_and_lead_are_one_claim() -> None:
    claims = claims_of(
        ("title", "Gunmen attack barracks in Tessit"),
        "Gunmen attacked the barracks in Tessit on Friday, killing 12 soldiers.",
    )
    assert len(claims) == 1
    assert claims[0].trigger.text == "attacked"
    assert [mention.text for mention in claims[0].mentions] == ["attack"]


def test_a_headline_that_names_no_party_tells_what_the_lead_tells() -> None:
    sentence, village = Span(0, 40), Mention(15, 22, "village")
    title = Draft("armed_clash", "happened", Mention(8, 13, "raids"), sentence, 1.0, title=True,
                  who=(Mention(0, 7, "Militia"),), where=(village,))  # fmt: skip
    lead = Draft("armed_clash", "happened", Mention(60, 68, "attacked"), Span(42, 99), 1.0, ordinal=1,
                 who=(Mention(42, 58, "Lions of Fezzara"),), where=(Mention(73, 80, "village"),))  # fmt: skip
    assert len(link([title, replace(lead, where=(Mention(73, 80, "Kona"),))])) == 2
    title, lead = (replace(draft, where=(Mention(15, 22, "Kona"),)) for draft in (title, lead))
    assert len(link([title, lead])) == 1
    assert len(link([replace(title, who=(Mention(0, 6, "Navarr"),)), lead])) == 2


def test_the_attack_takes_up_the_one_before() -> None:
    (claim,) = claims_of(
        "Gunmen attacked the barracks in Tessit on Friday. The attack left 12 soldiers dead, the ministry said."
    )
    assert words_of(claim)["counts"] == [["killed", "12 soldiers", None]]
    assert [mention.text for mention in claim.mentions] == ["attack"]
    assert [mention.text for mention in claim.sources] == ["ministry"]


def test_bare_toll_belongs_to_the_sentence_before() -> None:
    (claim,) = claims_of("A car bomb exploded at the gate of the ministry in Baidoa. At least 15 people were killed.")
    assert claim.type == "explosive_device"
    assert words_of(claim)["counts"] == [["killed", "At least 15 people", None]]


def test_nested_counts_stay_nested_when_taken_over() -> None:
    (claim,) = claims_of("A car bomb exploded in Baidoa. Eight civilians, including three children, were killed.")
    assert words_of(claim)["counts"] == [["killed", "Eight civilians", None], ["killed", "three children", 0]]


def test_another_place_is_another_happening() -> None:
    claims = claims_of("Rebels attacked the barracks in Tessit. The attack in Menaka left two soldiers dead.")
    assert len(claims) == 2


def test_other_tolls_are_other_claims() -> None:
    claims = claims_of(
        "The air strikes on Idar killed 12 people, the agency said. The air strikes killed 21 people, the monitor said."
    )
    assert [words_of(claim)["counts"][0][1] for claim in claims] == ["12 people", "21 people"]


def test_plan_and_deed_stay_apart() -> None:
    claims = claims_of("Rebels attacked the port of Sarun. The army will attack the port of Sarun.")
    assert [claim.modality == "happened" for claim in claims] == [True, False]


def test_bare_reference_is_no_claim() -> None:
    assert claims_of("Nobody has said anything about the shooting.") == ()


def draft(ordinal: int, words: str, **slots: Any) -> Draft:
    trigger = Mention(100 * ordinal, 100 * ordinal + len(words), words)
    return Draft("air_strike", "happened", trigger, Span(100 * ordinal, 100 * ordinal + 90), 0.9, ordinal, **slots)


def named(*names: str) -> tuple[Mention, ...]:
    return tuple(Mention(0, len(name), name) for name in names)


BOMBED = draft(1, "bombed", who=named("Sudanese army"), where=named("El Fasher"), when=named("Friday"))


def test_the_next_sentence_goes_on_about_what_was_told() -> None:
    (claim,) = link([BOMBED, draft(2, "hit", who=named("warplanes"), whom=named("traders"))])
    assert [mention.text for mention in claim.mentions] == ["hit"]


@pytest.mark.parametrize(
    "following",
    [
        draft(2, "hit", where=named("Nyala")),
        draft(2, "hit", when=named("Sunday")),
        draft(2, "hit", again=True),
        draft(2, "hit", who=named("Egyptian jets")),
        draft(3, "hit"),
    ],
    ids=["elsewhere", "another day", "another one", "another party", "further down"],
)
def test_what_may_be_another_strike_stays_apart(following: Draft) -> None:
    assert len(link([BOMBED, following])) == 2


def test_the_same_dead_are_killed_once() -> None:
    toll = CountMention("killed", Mention(140, 149, "17 people"))
    artillery, hit = draft(1, "artillery", counts=(toll,)), draft(1, "hit", counts=(toll,), where=named("El Fasher"))
    (claim,) = link([artillery, hit])
    assert [mention.text for mention in claim.where] == ["El Fasher"]
    assert len(claim.counts) == 1


def test_two_strikes_of_one_sentence_stay_two() -> None:
    first, second = draft(1, "struck", where=named("El Fasher")), draft(1, "bombed", where=named("Nyala"))
    assert len(link([first, second])) == 2


def test_a_headline_tells_the_lead_in_a_looser_word() -> None:
    dozens, exact = (CountMention("killed", Mention(9, 9 + len(words), words)) for words in ("dozens", "at least 59"))
    headline = draft(0, "Blast", title=True, where=named("Peshawar"), counts=(dozens,))
    headline = replace(headline, type="explosive_device")
    lead = replace(draft(1, "blew himself up", where=named("Peshawar"), counts=(exact,)), type="suicide_bombing")
    (claim,) = link([headline, lead])
    assert claim.type == "suicide_bombing"
    other = replace(lead, where=named("Quetta"))
    assert len(link([headline, other])) == 2

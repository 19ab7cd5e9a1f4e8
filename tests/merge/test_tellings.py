"""What one report tells of one happening in several sentences, and what it tells apart."""

from collections.abc import Sequence

import pytest

from marsad.merge.digest import digest_claim, digest_document
from marsad.merge.tellings import Telling, find_tellings
from marsad.model import Document, Figure, Party, Place, ResolvedClaim, Time
from tests.merge.factory import claim, day, killed, party, report, town

Told = tuple[str, str, Time | None, Place | None]
"""Type, trigger, time and place of a claim; a trigger that stands twice is found by the words after it."""


def claims_of(
    paper: Document, told: Sequence[Told], whom: Sequence[Party] = (), figures: Sequence[tuple[Figure, ...]] = ()
) -> list[ResolvedClaim]:
    victims = [*((one,) for one in whom), *([()] * len(told))]
    counts = [*figures, *([()] * len(told))]
    return [
        claim(paper, type_, trigger, when=when, where=where, whom=named, figures=counted)
        for (type_, trigger, when, where), named, counted in zip(told, victims, counts, strict=False)
    ]


def tellings(paper: Document, claims: Sequence[ResolvedClaim]) -> list[Telling]:
    digest = digest_document(paper, claims)
    return find_tellings([digest_claim(one, paper, digest) for one in claims])


def test_the_attack_is_the_one_the_report_opens_with() -> None:
    text = (
        "Gunmen stormed a market in Mopti on Monday, killing 12 traders. A fence was burnt."
        " The attack lasted an hour, the mayor said."
    )
    paper = report(text, outlet="Sahel Review")
    told = claims_of(
        paper,
        [("attack_on_civilians", "stormed", day(6), town("Mopti")), ("violence_other", "attack", None, None)],
        figures=((killed(12),),),
    )
    (telling,) = tellings(paper, told)
    assert telling.id == min(one.id for one in told)
    assert telling.digest.claim.type == "attack_on_civilians"
    assert telling.digest.claim.when == told[0].when
    assert [figure.low for figure in telling.digest.claim.figures] == [12]
    assert any("takes up what was told" in reason for join in telling.joins for reason in join.reasons)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "A strike on Nyala killed four on Friday. A second strike hit El Fasher on Saturday.",
            [
                ("air_strike", "strike on", day(10), town("Nyala")),
                ("air_strike", "strike hit", day(11), town("El Fasher")),
            ],
        ),
        (
            "A strike on Nyala killed four on Friday. Another strike on the town followed.",
            [("air_strike", "strike on Nyala", day(10), town("Nyala")), ("air_strike", "strike on the", None, None)],
        ),
        (
            "Rebels attacked Lashio on Monday. They captured the town on Friday.",
            [("armed_clash", "attacked", day(6), town("Lashio")), ("territory_captured", "captured", day(10), None)],
        ),
        (
            "Dozens of strikes hit Nyala since Monday. A strike killed four in the town.",
            [("air_strike", "strikes", day(6, until=10), town("Nyala")), ("air_strike", "strike killed", None, None)],
        ),
        (
            "The general denied a strike on Nyala. The mayor denied a strike on Nyala.",
            [("statement", "general denied", None, None), ("statement", "mayor denied", None, None)],
        ),
    ],
    ids=["another day and town", "called another", "assault and capture", "many and one", "two sayings"],
)
def test_what_a_report_tells_apart_stays_apart(text: str, told: list[Told]) -> None:
    paper = report(text, outlet="Nile Courier")
    assert len(tellings(paper, claims_of(paper, told))) == 2


def test_the_shooting_does_not_bind_two_shootings_of_other_people() -> None:
    text = (
        "A soldier shot a boy in Lashio. Elders of the town asked for an inquiry and closed the market for a day. The"
        " commander of the garrison came to the wake, brought rice and oil, and said that the man would be tried. Few"
        " believed him, since nobody has been tried in the town for years, whatever the soldiers of the garrison did."
        " The boy's father was shot by thieves years ago. The shooting angered the town."
    )
    paper = report(text, outlet="Shan Daily")
    boy, father = party("boy"), party("father")
    told = claims_of(
        paper,
        [
            ("attack_on_civilians", "soldier shot", None, town("Lashio")),
            ("attack_on_civilians", "was shot", None, None),
            ("attack_on_civilians", "shooting", None, None),
        ],
        whom=(boy, father),
    )
    assert len(tellings(paper, told)) >= 2


def test_a_pair_that_was_judged_not_the_same_stays_apart() -> None:
    paper = report("A bomb killed nine in Mopti. The bomb was hidden in a cart.", outlet="Bamako Mail")
    told = claims_of(
        paper,
        [("explosive_device", "bomb killed", None, town("Mopti")), ("explosive_device", "bomb was", None, None)],
    )
    digest = digest_document(paper, told)
    digests = [digest_claim(one, paper, digest) for one in told]
    assert len(find_tellings(digests)) == 1
    assert len(find_tellings(digests, frozenset({frozenset(one.id for one in told)}))) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Marines have retaken the centre of El Fasher in an operation led by their general.",
            [("territory_captured", "retaken", day(6), town("El Fasher")), ("armed_clash", "operation", None, None)],
        ),
        (
            "Howitzers of the militia hit a clinic in Nyala on Monday.",
            [("shelling", "Howitzers", day(6), town("Nyala")), ("shelling", "hit", None, None)],
        ),
    ],
)
def test_two_words_of_one_clause_tell_one_happening(text: str, told: list[Told]) -> None:
    paper = report(text, outlet="Harbour Post")
    assert len(tellings(paper, claims_of(paper, told))) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Gang attack on Kostiantynivka kills nine\n\nThey burned 30 houses, a priest said.",
            [
                ("attack_on_civilians", "attack", day(6), town("Kostiantynivka")),
                ("looting_or_destruction", "burned", None, None),
            ],
        ),
        (
            "Troops shelled Mopti on Monday and stormed its barracks.",
            [("shelling", "shelled", day(6), town("Mopti")), ("armed_clash", "stormed", None, None)],
        ),
        (
            "Gunmen fired on nurses in Lashio on Monday. Two patients died in a fire in El Fasher on Tuesday.",
            [
                ("attack_on_civilians", "fired on", day(6), town("Lashio")),
                ("violence_other", "died", day(7), town("El Fasher")),
            ],
        ),
    ],
)
def test_burning_beside_the_killing_and_parts_of_a_battle_stay_apart(text: str, told: list[Told]) -> None:
    paper = report(text, outlet="Harbour Post")
    assert len(tellings(paper, claims_of(paper, told))) == 2


def test_of_two_places_that_exclude_each_other_the_first_told_is_that_of_the_happening() -> None:
    text = "The army called its raid on Nyala a lawful operation against those who had fired at Mopti."
    paper = report(text, outlet="Harbour Post")
    told: list[Told] = [
        ("air_strike", "raid", day(10), town("Nyala", radius_km=20.0)),
        ("armed_clash", "operation", day(10), town("Mopti")),
    ]
    (telling,) = tellings(paper, claims_of(paper, told))
    assert telling.digest.claim.where is not None
    assert telling.digest.claim.where.name == "Nyala"

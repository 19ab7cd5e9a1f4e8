"""Low, best and high by the named rules, and what no longer counts."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from marsad.errors import UnknownCodeError
from marsad.merge import merge
from marsad.model import Document, EventFigure, Figure, Mention, ResolvedClaim, Source
from tests.merge.factory import claim, event_of, killed, party, report

ARMY = Source("Tatmadaw", "myanmar-military", "party", None)
Told = tuple[ResolvedClaim, Document]


def paper(name: str, text: str, day: int) -> Document:
    return report(text, outlet=name, published=date(2024, 5, day))


def told(name: str, *figures: Figure, day: int = 12, text: str = "", **slots: Any) -> Told:
    document = paper(name, text or f"{day} May: A strike hit the market of Lashio, {name} writes.", day)
    return claim(document, figures=figures, **slots), document


def between(low: int | None, high: int | None, wording: str = "exactly") -> Figure:
    return replace(killed(1), low=low, high=high, wording=wording)


def figure_of(*pairs: Told, rule: str = "ucdp") -> EventFigure:
    (figure,) = event_of(*pairs, rule=rule).figures
    return figure


def bounds(figure: EventFigure) -> tuple[int | None, int | None, int | None]:
    return figure.low, figure.best, figure.high


FOUR = (
    told("Shan Daily", killed(8)),
    told("Mandalay Wire", killed(12)),
    told("Lashio Post", killed(12)),
    told("Yangon Eye", killed(40), sources=(ARMY,)),
)


@pytest.mark.parametrize(
    ("rule", "expected", "words"),
    [
        ("ucdp", (8, 12, 12), "best is 12, stated by 2 of 3 origins; 40 by Tatmadaw in Yangon Eye, a side in the war"),
        ("acled", (8, 8, 40), "the most conservative number is best: 8, by Shan Daily"),
        ("airwars", (8, None, 12), "the range of 3 fair origins, without a best; 40 by Tatmadaw"),
    ],
)
def test_each_rule_weighs_the_same_counts_in_its_own_way(
    rule: str, expected: tuple[int | None, ...], words: str
) -> None:
    figure = figure_of(*FOUR, rule=rule)
    assert bounds(figure) == expected
    assert figure.rule == rule
    assert words in figure.basis
    assert len(figure.values) == 4


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(UnknownCodeError, match="ucdp, acled, airwars"):
        merge([], [], rule="median")


def test_ten_papers_with_one_agency_s_text_outvote_nobody() -> None:
    wire = [
        (claim(document, figures=(killed(20),)), document)
        for document in (
            report("A strike hit Lashio.", outlet=f"Paper {n}", agencies=("AFP",), published=date(2024, 5, 12))
            for n in range(5)
        )
    ]
    own = [told("Shan Daily", killed(12)), told("Lashio Post", killed(12))]
    assert figure_of(*wire, *own).best == 12


def test_the_side_s_count_bears_where_it_is_the_only_one_or_owns_to_what_it_did() -> None:
    alone = figure_of(told("Yangon Eye", killed(40), sources=(ARMY,)))
    assert bounds(alone) == (40, 40, 40)
    assert "none but a side in the war" in alone.basis
    doer = party("Tatmadaw", "myanmar-military")
    owned = figure_of(told("Shan Daily", killed(12)), told("Yangon Eye", killed(3), sources=(ARMY,), who=(doer,)))
    assert (owned.low, owned.high) == (3, 12)


def test_open_bounds_stay_open() -> None:
    assert bounds(figure_of(told("Shan Daily", between(9, None)))) == (9, 9, None)
    assert bounds(figure_of(told("Shan Daily", between(None, 40)))) == (None, 40, 40)
    assert bounds(figure_of(told("Shan Daily", between(9, None)), told("Lashio Post", killed(12)))) == (9, 12, 12)
    assert bounds(figure_of(told("Shan Daily", between(None, None, "some")))) == (None, None, None)


def test_dozens_give_way_to_a_count() -> None:
    dozens = told("Shan Daily", between(24, 99, "dozens"))
    counted = told("Lashio Post", killed(30))
    assert bounds(figure_of(dozens, counted)) == (30, 30, 30)
    assert bounds(figure_of(dozens, told("Lashio Post", between(45, None)))) == (45, 45, None)
    assert bounds(figure_of(dozens)) == (24, 24, 99)
    assert bounds(figure_of(dozens, rule="acled")) == (12, 12, 99)


def test_people_and_civilians_are_one_count_where_they_can_be() -> None:
    civilians = told("Shan Daily", killed(8, who="civilians", who_class="civilian"))
    figure = figure_of(civilians, told("Lashio Post", killed(8)))
    assert (figure.who_class, figure.who, len(figure.values)) == ("civilian", "civilians", 2)
    more = event_of(civilians, told("Lashio Post", killed(12)))
    assert [(one.who_class, one.best) for one in more.figures] == [("civilian", 8), ("unknown", 12)]
    assert more.disputes == ()
    fewer = figure_of(civilians, told("Lashio Post", killed(6)))
    assert (fewer.low, fewer.high) == (6, 8)
    assert (fewer.who_class, fewer.who) == ("unknown", "people")
    fighters = told("Shan Daily", killed(31, who="fighters", who_class="combatant"))
    apart = event_of(fighters, told("Lashio Post", between(90, None)))
    assert [(one.who_class, one.best) for one in apart.figures] == [("combatant", 31), ("unknown", 90)]


def test_the_doer_s_boast_of_soldiers_bears_on_nothing() -> None:
    doer = party("Tatmadaw", "myanmar-military")
    rebels: dict[str, Any] = {"who": "rebels", "who_class": "combatant"}
    boast = told("Yangon Eye", killed(137, **rebels), sources=(ARMY,), who=(doer,))
    assert bounds(figure_of(told("Shan Daily", killed(20, **rebels)), boast)) == (20, 20, 20)


RISEN = "The toll of the strike on Lashio has risen to 12."


FROM_NINE = "The strike on Lashio killed 12 people, up from 9 on Monday."


def counted(number: int) -> Figure:
    """Return a figure whose words stand in the text that tells it from what the toll rose."""
    start = FROM_NINE.index(f"{number}")
    return replace(killed(number), mention=Mention(start, start + len(f"{number}"), f"{number}"))


def test_a_later_count_of_the_same_outlet_replaces_the_earlier_one() -> None:
    event = event_of(told("Shan Daily", killed(8)), told("Shan Daily", killed(12), day=13))
    (figure,) = event.figures
    assert bounds(figure) == (12, 12, 12)
    assert "since replaced: 8 by Shan Daily" in figure.basis
    assert event.disputes == ()
    relations = {value.value: (value.relation, value.basis) for value in event.values}
    assert relations["12"][0] == "update"
    assert relations["8"] == ("superseded", "replaced by 12 of Shan Daily, 2024-05-13")


def test_a_later_lower_count_replaces_nothing_unless_it_is_a_correction() -> None:
    first = told("Shan Daily", killed(20))
    assert figure_of(first, told("Shan Daily", killed(3), day=13)).high == 20
    text = "Officials cut the toll of the strike from 20 to 12."
    assert bounds(figure_of(first, told("Shan Daily", killed(12), day=13, text=text))) == (12, 12, 12)


def test_another_origin_s_later_count_is_a_rival() -> None:
    event = event_of(told("Shan Daily", killed(8)), told("Lashio Post", killed(12), day=13))
    assert [dispute.field for dispute in event.disputes] == ["Killed: people"]


def test_who_says_that_the_toll_has_risen_replaces_what_anybody_told_before() -> None:
    event = event_of(told("Shan Daily", killed(8)), told("Lashio Post", killed(12), day=13, text=RISEN))
    assert bounds(event.figures[0]) == (12, 12, 12)
    assert event.disputes == ()
    open_above = event_of(told("Shan Daily", between(8, None)), told("Lashio Post", killed(12), day=13, text=RISEN))
    assert bounds(open_above.figures[0]) == (12, 12, 12)
    from_nine = told("Lashio Post", counted(12), counted(9), day=13, text=FROM_NINE)
    relations = {value.value: value.relation for value in event_of(from_nine).values}
    assert relations == {"12": "update", "9": "superseded"}
    after = event_of(told("Shan Daily", killed(8), day=14), told("Lashio Post", killed(12), day=13, text=RISEN))
    assert [dispute.field for dispute in after.disputes] == ["Killed: people"]


def test_a_reprint_of_the_old_count_does_not_bring_it_back() -> None:
    monday, tuesday = told("Shan Daily", killed(8), day=12), told("Shan Daily", killed(12), day=13)
    reprint = told("Shan Daily", killed(8), day=15, text="A strike hit the market of Lashio, the paper wrote.")
    assert bounds(figure_of(monday, tuesday, reprint)) == (12, 12, 12)


def test_without_days_nothing_is_later() -> None:
    left, right = (
        report(f"A strike hit Lashio in the {when}.", outlet="Shan Daily", published=None)
        for when in ("north", "south")
    )
    pairs = [(claim(left, figures=(killed(8),)), left), (claim(right, figures=(killed(12),)), right)]
    assert bounds(figure_of(*pairs)) == (8, 8, 12)


@pytest.mark.parametrize("rule", ["ucdp", "acled", "airwars"])
def test_no_rule_adds_up(rule: str) -> None:
    for one in event_of(*FOUR, told("Kachin News", killed(3), killed(5)), rule=rule).figures:
        assert {one.low, one.best, one.high} <= {None, 3, 5, 8, 12, 40}

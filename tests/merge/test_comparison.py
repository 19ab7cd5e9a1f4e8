"""What two claims share and what it is worth."""

from datetime import date

import pytest
from msgspec.structs import replace

from marsad.merge.archive import Archive
from marsad.merge.comparison import Comparison, compare
from marsad.merge.stories import story_of
from marsad.model import Document, Party, Place, Published, ResolvedClaim, Source
from tests.merge.factory import claim, day, digest, killed, party, report, town

FIRST = report("A raid on Nyala went on.", outlet="Nile Star")
SECOND = report("Nyala saw a raid again.", outlet="Baltic Post")
PLACE = town("Nyala")


def compared(left: tuple[ResolvedClaim, Document], right: tuple[ResolvedClaim, Document]) -> Comparison:
    one, two = digest(*left), digest(*right)
    return compare(one, two, Archive.of(map(story_of, (left[1], right[1])), (one, two)))


def codes(comparison: Comparison) -> set[str]:
    return {finding.code for finding in comparison.findings}


def test_kind_and_place_alone_are_no_particulars() -> None:
    bare = compared(
        (claim(FIRST, trigger="raid", where=PLACE), FIRST), (claim(SECOND, trigger="raid", where=PLACE), SECOND)
    )
    counted = compared(
        (claim(FIRST, trigger="raid", where=PLACE, figures=(killed(8),)), FIRST),
        (claim(SECOND, trigger="raid", where=PLACE, figures=(killed(8),)), SECOND),
    )
    assert "particulars: none" in codes(bare)
    assert "particulars: none" not in codes(counted)
    assert bare.evidence < counted.evidence


def test_two_tolls_are_a_dispute_on_one_day_and_as_likely_two_happenings_without() -> None:
    undated = compared(
        (claim(FIRST, trigger="raid", where=PLACE, figures=(killed(8),)), FIRST),
        (claim(SECOND, trigger="raid", where=PLACE, figures=(killed(12),)), SECOND),
    )
    dated = compared(
        (claim(FIRST, trigger="raid", where=PLACE, when=day(11), figures=(killed(8),)), FIRST),
        (claim(SECOND, trigger="raid", where=PLACE, when=day(11), figures=(killed(12),)), SECOND),
    )
    assert "figures: rivals of no day" in codes(undated)
    assert "figures: rivals" in codes(dated)
    assert not undated.same
    assert dated.same


def test_one_source_takes_no_dead_back_in_a_later_report() -> None:
    afterwards = report("Nyala saw a raid again.", outlet="Baltic Post", published=date(2024, 5, 13))
    monitor = (Source("Blue Nile Watch", "blue-nile-watch", "monitor", None),)

    def raids(first: int, second: int, *, of: tuple[Source, ...] = monitor) -> Comparison:
        told = claim(FIRST, trigger="raid", where=PLACE, when=day(11), figures=(killed(first),), sources=monitor)
        later = claim(afterwards, trigger="raid", where=PLACE, when=day(11), figures=(killed(second),), sources=of)
        return compared((told, FIRST), (later, afterwards))

    assert "figures: sinking" in codes(raids(21, 8))
    assert "figures: rivals" in codes(raids(8, 21))
    assert "figures: rivals" in codes(raids(21, 8, of=(Source("the army", "army", "party", None),)))


def point(name: str, lat: float, lon: float, *, precision: str = "exact", radius_km: float = 3.0) -> Place:
    """Return a place of Sudan in the state of Kassala."""
    return Place(name, f"geonames:{name}", lat, lon, radius_km, precision, "SD", "Kassala", None, "as said")


def raids(one: Place, two: Place) -> Comparison:
    return compared(
        (claim(FIRST, trigger="raid", where=one, when=day(11)), FIRST),
        (claim(SECOND, trigger="raid", where=two, when=day(11)), SECOND),
    )


@pytest.mark.parametrize(
    ("one", "two", "code"),
    [
        (point("Hamdab", 15.40, 36.30), point("Aroma Road", 15.48, 36.34), "where: next to"),
        (point("Kassala", 15.45, 36.40), point("Wad Sharif", 15.80, 36.60), "where: a town or its province"),
        (
            point("Aroma", 15.80, 36.14),
            point("northern Sudan", 18.50, 31.90, precision="region", radius_km=400.0),
            "where: apart, one vague",
        ),
    ],
)
def test_two_reports_may_name_one_place_in_two_ways_but_what_else_is_shared_must_say_so(
    one: Place, two: Place, code: str
) -> None:
    found = raids(one, two)
    assert code in codes(found)
    assert not found.vetoed
    assert found.evidence < raids(one, one).evidence


def test_towns_of_one_province_that_lie_apart_are_two() -> None:
    assert raids(point("Aroma", 15.80, 36.14), point("Wad Sharif", 15.40, 36.60)).vetoed


def night(text: str, when: int) -> tuple[ResolvedClaim, Document]:
    paper = report(text, outlet=text[-12:])
    return claim(paper, trigger="raid", where=PLACE, when=day(when)), paper


def test_the_hours_after_midnight_are_of_the_next_day() -> None:
    evening = night("On Friday night a raid shook Nyala.", 10)
    early = compared(evening, night("Early on Saturday morning a raid shook Nyala.", 11))
    bare = compared(evening, night("On Saturday a raid shook Nyala.", 11))
    for found in (early, bare):
        assert "when: next day, by night" in codes(found)
        assert not found.vetoed
    assert compared(evening, night("On Saturday night a raid shook Nyala again.", 11)).vetoed
    assert compared(evening, night("On Sunday a raid shook the town of Nyala.", 12)).vetoed
    assert compared(night("On Friday a raid shook Nyala.", 10), night("On Saturday a raid shook Nyala.", 11)).vetoed


def struck(document: Document, who: Party, whom: Party) -> tuple[ResolvedClaim, Document]:
    return claim(document, trigger="raid", where=PLACE, when=day(11), who=(who,), whom=(whom,)), document


def test_other_victims_rule_out_one_happening_unless_both_name_the_same_doer() -> None:
    army, rebels = party("the army", "marsad:sdn-saf"), party("the rebels", "marsad:sdn-rsf")
    left, other = party("Hamas", "marsad:pse-hamas"), party("M23", "marsad:cod-m23")
    one_doer = compared(struck(FIRST, army, left), struck(SECOND, army, other))
    two_doers = compared(struck(FIRST, army, left), struck(SECOND, rebels, other))
    assert "whom: two parties, one doer" in codes(one_doer)
    assert not one_doer.vetoed
    assert two_doers.vetoed


def test_a_report_that_names_both_sites_tells_none_apart() -> None:
    hit, other = "Jets hit a mosque in Nyala in a raid.", "Jets hit a school in Nyala in a raid."
    both = "The mosque remembers the raid in Nyala that hit a school."
    assert "site: two" in codes(compared(night(hit, 11), night(other, 11)))
    assert "site: two" not in codes(compared(night(hit, 11), night(both, 11)))


def test_a_bus_may_be_the_school_bus() -> None:
    found = [
        compared(struck(FIRST, party("jets"), party(one)), struck(SECOND, party("jets"), party("school bus")))
        for one in ("bus", "school")
    ]
    assert ["whom: one word" in codes(each) for each in found] == [True, False]


def test_an_attack_is_taken_up_weeks_later_and_not_years() -> None:
    def later(days: Published) -> Comparison:
        paper = replace(report("The month began with the raid on Nyala.", outlet="Late Post"), published=days)
        return compared(
            (claim(FIRST, trigger="raid", where=PLACE, when=day(11)), FIRST),
            (claim(paper, trigger="raid", where=PLACE), paper),
        )

    weeks, years = date(2024, 6, 20), date(2026, 6, 20)
    assert not later(Published(weeks, weeks, "given")).vetoed
    assert later(Published(years, years, "given")).vetoed

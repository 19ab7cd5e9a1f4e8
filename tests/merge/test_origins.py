"""What counts as an independent root of an event."""

from marsad.merge.origins import origins
from marsad.model import Source
from tests.merge.factory import claim, digest, report

WHO = Source("World Health Organization", "world-health-organization", "agency", None)
ARMY = Source("Army of Navarr", "army-of-navarr", "party", None)
PAPER = report("A drone strike hit the ward of Kona. The attack came at night. The raid was denied.", outlet="Courier")
OTHER = report("A drone strike hit the ward of Kona at night, the paper has learned.", outlet="Herald")


def test_what_a_report_goes_on_to_tell_rests_on_whom_it_credits() -> None:
    credited = digest(claim(PAPER, trigger="strike", sources=(WHO,)), PAPER)
    bare = digest(claim(PAPER, trigger="attack"), PAPER)
    roots = origins([credited, bare], {})
    assert len(set(roots.values())) == 1


def test_two_credited_by_one_report_stay_two() -> None:
    health = digest(claim(PAPER, trigger="strike", sources=(WHO,)), PAPER)
    army = digest(claim(PAPER, trigger="raid", sources=(ARMY,)), PAPER)
    bare = digest(claim(PAPER, trigger="attack"), PAPER)
    assert len(set(origins([health, army, bare], {}).values())) == 2


def test_another_report_without_credit_is_an_origin_of_its_own() -> None:
    credited = digest(claim(PAPER, trigger="strike", sources=(WHO,)), PAPER)
    bare = digest(claim(OTHER, trigger="strike"), OTHER)
    assert len(set(origins([credited, bare], {}).values())) == 2

"""What counts as an independent root of an event."""

from datetime import date

from marsad.merge.digest import ClaimDigest
from marsad.merge.origins import origins
from marsad.model import Document, Source
from tests.merge.factory import claim, digest, report

WHO = Source("World Health Organization", "world-health-organization", "agency", None)
ARMY = Source("Army of Navarr", "army-of-navarr", "party", None)
POLICE = Source("Navarr Police Service", "navarr-police", "official", None)
PAPER = report("A drone strike hit the ward of Kona. The attack came at night. The raid was denied.", outlet="Courier")
OTHER = report("A drone strike hit the ward of Kona at night, the paper has learned.", outlet="Herald")


def test_what_a_report_goes_on_to_tell_rests_on_whom_it_credits() -> None:
    credited = digest(claim(PAPER, trigger="strike", sources=(WHO,)), PAPER)
    bare = digest(claim(PAPER, trigger="attack"), PAPER)
    roots = origins([credited, bare], {})
    assert len(set(roots.values())) == 1


def test_two_credited_by_one_report_stay_two() -> None:
    health = digest(claim(PAPER, trigger="strike", sources=(WHO,)), PAPER)
    army = digest(claim(PAPER, trigger="raid", sources=(POLICE,)), PAPER)
    bare = digest(claim(PAPER, trigger="attack"), PAPER)
    assert len(set(origins([health, army, bare], {}).values())) == 2


def test_another_report_without_credit_is_an_origin_of_its_own() -> None:
    credited = digest(claim(PAPER, trigger="strike", sources=(WHO,)), PAPER)
    bare = digest(claim(OTHER, trigger="strike"), OTHER)
    assert len(set(origins([credited, bare], {}).values())) == 2


def test_one_outlet_is_one_witness_however_often_it_writes() -> None:
    monday = report("A strike hit the mill of Kona.", outlet="Courier", published=date(2024, 5, 12))
    tuesday = report("The strike on the mill burned its roof.", outlet="Courier", published=date(2024, 5, 13))
    roots = origins([digest(claim(paper), paper) for paper in (monday, tuesday)], {})
    assert len(set(roots.values())) == 1


def test_an_agency_is_one_origin_with_the_papers_that_print_it() -> None:
    wire = report("A strike hit the mill of Kona at dawn.", outlet="Reuters")
    paper = report("The strike on the mill of Kona came at dawn.", outlet="Courier", agencies=("Reuters",))
    roots = origins([digest(claim(one), one) for one in (wire, paper)], {})
    assert len(set(roots.values())) == 1


def test_whom_an_agency_quotes_is_the_root_and_not_the_agency() -> None:
    agency = Source("Reuters", "reuters", "news_agency", None)
    of_army = digest(claim(PAPER, sources=(agency, ARMY)), PAPER)
    of_health = digest(claim(OTHER, sources=(agency, WHO)), OTHER)
    assert len(set(origins([of_army, of_health], {}).values())) == 2


def test_residents_of_a_report_are_not_the_army_that_it_quotes() -> None:
    residents = Source("residents", None, "witness", None)
    army = digest(claim(PAPER, trigger="strike", sources=(ARMY,)), PAPER)
    seen = digest(claim(PAPER, trigger="attack", sources=(residents,)), PAPER)
    assert len(set(origins([army, seen], {}).values())) == 2


def test_who_denies_it_has_not_told_the_rest() -> None:
    denial = digest(claim(PAPER, trigger="raid", modality="denied", sources=(ARMY,)), PAPER)
    bare = digest(claim(PAPER, trigger="strike"), PAPER)
    assert len(set(origins([denial, bare], {}).values())) == 2


def test_an_office_is_one_source_in_more_and_in_fewer_words() -> None:
    def quoting(document: Document, name: str) -> ClaimDigest:
        return digest(claim(document, sources=(Source(name, None, "official", None),)), document)

    for left, right, roots in [
        ("health ministry", "Navarr's health ministry", 1),
        ("the mayor", "mayor of Kona", 1),
        ("mayor", "governor", 2),
        ("resident", "resident of Kona", 2),
        ("World Health Organization", "World Health Organization spokesman", 1),
    ]:
        told = [quoting(PAPER, left), quoting(OTHER, right)]
        assert len(set(origins(told, {}).values())) == roots, (left, right)


def test_what_a_report_tells_beside_a_party_s_word_is_its_own() -> None:
    army = digest(claim(PAPER, trigger="raid", sources=(ARMY,)), PAPER)
    bare = digest(claim(PAPER, trigger="attack"), PAPER)
    assert len(set(origins([army, bare], {}).values())) == 2

"""What counts as an independent root of an event."""

from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace

from marsad.merge.digest import ClaimDigest
from marsad.merge.origins import origins
from marsad.model import Block, Copy, Document, Mention, Source
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


def named(name: str, kind: str = "official") -> Source:
    return Source(name, None, kind, None)


def count_of(*digests: ClaimDigest, copies: Mapping[str, tuple[Copy, ...]] | None = None) -> int:
    return len(set(origins(digests, copies or {}).values()))


def test_its_spokesman_is_that_of_whom_the_report_named_last() -> None:
    paper = report("The ministry of defence of Niger told of a raid. Its spokesman counted 25 dead in the attack.")
    ministry = digest(claim(paper, trigger="raid", sources=(named("ministry of defence"),)), paper)
    spokesman = digest(claim(paper, trigger="attack", sources=(named("spokesman"),)), paper)
    colonel = digest(claim(paper, trigger="attack", sources=(named("colonel"),)), paper)
    assert count_of(ministry, spokesman) == 1
    assert count_of(ministry, colonel) == 2


def test_a_headline_shortens_what_the_text_says() -> None:
    text = "Health authority counts dead of strike. The raid on Kharkiv killed nine, the city's directorate said."
    paper = replace(report(text), blocks=(Block(0, 40, "title"), Block(40, len(text), "body")))
    above = digest(claim(paper, trigger="strike", sources=(named("Health authority"),)), paper)
    below = digest(claim(paper, trigger="raid", sources=(named("Kharkiv Health Directorate"),)), paper)
    army = digest(claim(paper, trigger="strike", sources=(ARMY,)), paper)
    denial = digest(claim(paper, trigger="strike", modality="denied", sources=(named("Navarr army"),)), paper)
    assert count_of(above, below) == 1
    assert count_of(army, below) == 2
    assert count_of(denial, below) == 2


def test_a_person_is_one_source_by_family_name_and_in_full() -> None:
    for left, right, roots in [
        ("Adeyemi", "Captain Tunde Adeyemi", 1),
        ("the regional governor", "governor of Kherson", 1),
        ("Tunde Adeyemi", "Bola Adeyemi", 2),
        ("Gang leader", "Gang leader", 2),
        ("The Shan Mirror", "Shan Mirror", 1),
    ]:
        told = (digest(claim(doc, sources=(named(name),)), doc) for doc, name in ((PAPER, left), (OTHER, right)))
        assert count_of(*told) == roots, (left, right)


def test_words_that_fit_two_offices_join_neither() -> None:
    third = report("The strike on Kona is being looked into.", outlet="Mirror")
    names = (PAPER, "health ministry"), (OTHER, "defence ministry"), (third, "ministry")
    assert count_of(*(digest(claim(doc, sources=(named(name),)), doc) for doc, name in names)) == 3


def test_police_of_a_country_need_not_be_the_same_ones() -> None:
    text = "The strike on Goma killed two, a police spokesman said."
    paper, other = report("Police told of a strike on Goma.", outlet="Kivu Post"), report(text, outlet="Ituri Post")
    any_ = replace(POLICE, mention=Mention.of(text, 31, 49))
    by_name = digest(claim(paper, sources=(POLICE,)), paper)
    assert count_of(by_name, digest(claim(other, sources=(any_,)), other)) == 2
    assert count_of(by_name, digest(claim(other, sources=(POLICE,)), other)) == 1


def test_a_party_quoted_beside_another_in_copied_text_stays_an_origin() -> None:
    both = {one.id: (Copy(one.id, other.id, 1.0, "identical"),) for one, other in ((PAPER, OTHER), (OTHER, PAPER))}
    health = digest(claim(PAPER, trigger="attack", sources=(WHO,)), PAPER)
    reprint = digest(claim(OTHER, sources=(WHO,)), OTHER)
    army = digest(claim(PAPER, trigger="raid", sources=(ARMY,)), PAPER)
    assert count_of(health, reprint, army, copies=both) == 2


def test_an_agency_s_unsourced_lead_rests_on_whom_it_credits_below() -> None:
    wire = report("A drone strike hit Lashio. The raid killed four, residents said.", agencies=("Reuters",))
    lead = digest(claim(wire, trigger="strike"), wire)
    seen = digest(claim(wire, trigger="raid", sources=(named("residents", "witness"),)), wire)
    assert count_of(lead, seen) == 1


def test_one_sentence_has_one_speaker() -> None:
    paper = report("The army called its strike on Kona a raid on rebels. It gave no toll.", outlet="Courier")
    army = digest(claim(paper, trigger="strike", sources=(ARMY,)), paper)
    assert count_of(army, digest(claim(paper, trigger="raid"), paper)) == 1


def test_its_spokesman_with_his_name_is_that_of_whom_the_report_named_last() -> None:
    text = "The Dozo Alliance told of a strike on Kona. Its spokesman, Bakary Toure, counted 25 dead in the raid."
    paper, other = report(text, outlet="Segou Mail"), report("Bakary Toure told of a strike.", outlet="Gao Mirror")
    start = text.index("Bakary")
    person = Source("Bakary Toure", None, "official", Mention(start, start + 12, "Bakary Toure"))
    alliance = digest(claim(paper, trigger="strike", sources=(named("Dozo Alliance"),)), paper)
    spokesman = digest(claim(paper, trigger="raid", sources=(person,)), paper)
    elsewhere = digest(claim(other, sources=(named("Bakary Toure"),)), other)
    assert count_of(alliance, spokesman, elsewhere) == 1
    captain = replace(person, name="Adama Keita", mention=replace(person.mention, start=0, end=3))  # type: ignore[type-var]
    assert count_of(alliance, digest(claim(paper, trigger="raid", sources=(captain,)), paper)) == 2


def test_what_is_left_of_a_known_name_is_that_one() -> None:
    observatory = Source("Syrian Observatory for Human Rights", "sohr", "monitor", None)
    ministry = Source("Afghan Interior Ministry", "afghan-moi", "official", None)
    sana = Source("SANA", "sana", "state_media", None)
    for known, other, roots in [
        (observatory, named("Observatory", "monitor"), 1),
        (observatory, named("rights group", "monitor"), 2),
        (ministry, named("interior ministry"), 1),
        (ministry, named("interior minister"), 1),
        (ministry, named("defence ministry"), 2),
        (sana, named("Syrian state television", "state_media"), 1),
        (sana, named("Lebanese newspaper", "outlet"), 2),
    ]:
        told = [digest(claim(doc, sources=(who,)), doc) for doc, who in ((PAPER, known), (OTHER, other))]
        assert count_of(*told) == roots, (known.name, other.name)


def test_whom_an_agency_quotes_without_a_name_is_the_agency() -> None:
    wire = report("Gunmen raided Soroe. The strike killed 12, residents told AFP.", agencies=("Agence France-Presse",))
    quoting = digest(claim(OTHER, sources=(Source("Agence France-Presse", "afp", "news_agency", None),)), OTHER)
    seen = digest(claim(wire, trigger="raided", sources=(named("residents", "witness"),)), wire)
    mayor = digest(claim(wire, trigger="raided", sources=(named("mayor of Soroe"),)), wire)
    assert count_of(quoting, seen) == 1
    assert count_of(quoting, mayor) == 2

"""Rules on where happenings are, each in sentences of our own about several wars."""

import pytest

from marsad.model import Place
from marsad.resolve.places import PlaceResolver
from tests.resolve.places.told import document, known, place, read

BODIES = [
    ("M23 fighters {{entered}} [[Sake]].", "CD"),
    ("The RSF {{shelled}} [[Bara]].", "SD"),
    ("Boko Haram {{raided}} [[Banki]].", "NG"),
    ("Houthi fighters {{shelled}} [[Hays]].", "YE"),
    ("Al-Shabaab {{stormed}} a base in [[Bariire]].", "SO"),
    ("The Arakan Army {{took}} [[Ann]].", "MM"),
    ("The Taliban {{captured}} [[Sangin]].", "AF"),
    ("The ELN {{kidnapped}} two drivers in [[Granada]].", "CO"),
    ("Hezbollah men {{clashed}} with rivals in [[Tripoli]].", "LB"),
    ("Gunmen fought in [[Tripoli]] as the Government of National Unity {{sent}} in tanks.", "LY"),
    ("CJNG gunmen {{attacked}} police in [[Guadalajara]].", "MX"),
]


@pytest.mark.parametrize(("marked", "country"), BODIES)
def test_a_party_at_home_says_which_country_is_meant(marked: str, country: str) -> None:
    assert known(marked).country == country


@pytest.mark.parametrize(
    "marked",
    [
        "Gunmen {{killed}} nine in [[Solbar]], a town in Burkina Faso. In Turkey nobody heard.",
        "A mayor in Mali said that men had {{burned}} [[Kozluk]] in the Mopti region.",
    ],
)
def test_a_namesake_on_another_continent_is_not_taken(marked: str) -> None:
    assert known(marked).country in {"BF", "ML"}


def test_a_province_named_so_once_is_meant_throughout() -> None:
    found = known("Eight police {{died}} in [[Antioquia]]. The department of Antioquia was calm at noon.")
    assert (found.country, found.precision) == ("CO", "province")


CALLED = [
    (
        "Gunmen burned the village of Zubkosh in Borno state, Nigeria. A convoy came from Maiduguri later.",
        "Thirty people were {{killed}} in [[the village]].",
        "Zubkosh",
    ),
    (
        "Shells fell on Robotyne, a village in Ukraine. Wounded men were taken to Zaporizhzhia.",
        "The army {{left}} [[the village]] at dawn.",
        "Robotyne",
    ),
    (
        "A drone struck a camp for displaced people in Zubdit in Ethiopia's Tigray. Doctors in Shire treated the hurt.",
        "A second strike {{hit}} [[the camp]] at night.",
        "Zubdit",
    ),
    (
        "Rebels took the town of Masisi in eastern Congo. The army flew men to Goma.",
        "Two more {{died}} in [[the town]].",
        "Masisi",
    ),
    (
        "Troops freed the village of Zubgyi in Myanmar's Sagaing. A clinic in Mandalay took the hurt.",
        "Mines {{killed}} two in [[the village]].",
        "Zubgyi",
    ),
]


@pytest.mark.parametrize(("before", "marked", "name"), CALLED)
def test_the_village_is_the_one_that_the_text_called_so(before: str, marked: str, name: str) -> None:
    found = known(f"{before} {marked}")
    assert found.name == name
    assert "refers to it" in found.basis


def test_a_new_camp_is_none_named_before() -> None:
    found = known("Jets hit the Zubzam camp near El Fasher, Sudan. A shell {{fell}} on [[a camp]] in Kassala.")
    assert found.name.startswith("Kassal")


def test_the_city_may_be_that_of_the_dateline() -> None:
    found = known("MAIDUGURI, Nigeria (Agency) — A bomb {{killed}} five people in [[the city]] on Sunday.")
    assert found.admin1 == "Borno"


STORIES = [
    ("DAKAR — Gunmen [[killed]] 21 villagers in Ogossagou in central Mali.\n\nHuts were {{burnt}}.", "Ogossagou"),
    ("KYIV — Rockets struck Nikopol in Ukraine.\n\nThe mayor spoke of a bad night.\n\nTwo nurses {{died}}.", "Nikopol"),
]


@pytest.mark.parametrize(("marked", "name"), STORIES)
def test_the_story_is_not_where_the_reporter_sits(marked: str, name: str) -> None:
    assert known(marked.replace("[[", "").replace("]]", "")).name == name


def both(first: str, second: str, *, title: str = "") -> tuple[Place | None, ...]:
    """Resolve two claims of one text, each marked in its own copy of it."""
    doc, one = read(first, title=title)
    _, two = read(second, title=title)
    return PlaceResolver.default().resolve(doc, (one, two))


def test_a_claim_goes_on_at_the_place_of_the_last_one() -> None:
    first = "An Israeli jet {{hit}} [[the Shifa hospital]] in Gaza City. Israel denied it. A rocket fell short."
    second = "An Israeli jet hit the Shifa hospital in Gaza City. Israel denied it. A rocket {{fell}} short."
    found = both(first, second)
    assert [place.name for place in found if place is not None] == ["Al-Shifa Hospital", "Al-Shifa Hospital"]


def test_a_headline_is_of_the_happening_that_its_report_tells() -> None:
    text = "Gunmen shot 31 people in [[Ogossagou]], the mayor of the neighbouring town of Bankass said in Mali."
    doc, body = read(text.replace("shot", "{{shot}}"), title="Massacre in a Fulani village")
    headline = read("{{Massacre}} in a Fulani village")[1]
    found = PlaceResolver.default().resolve(doc, (headline, body))
    assert [place.name for place in found if place is not None] == ["Ogossagou", "Ogossagou"]


def test_a_war_goes_on_in_all_of_the_country() -> None:
    first = "Gunmen {{killed}} nine in [[Banki]] in Nigeria. The insurgency has cost many lives."
    second = "Gunmen killed nine in Banki in Nigeria. The {{insurgency}} has cost many lives."
    near, wide = both(first, second)
    assert near is not None
    assert wide is not None
    assert (near.name, wide.precision, wide.country) == ("Banki", "country", "NG")


UNKNOWN = [
    ("US jets {{bombed}} a column near [[Zubham]] in Deir ez-Zor province, US officials said.", "SY", "province"),
    ("Shells {{fell}} on [[Zubutino]], near Pokrovsk, Ukraine's army said.", "UA", "near"),
    ("Gunmen {{shot}} men in [[Umm Zubqa]], west of El Obeid, Sudan.", "SD", "near"),
    ("Troops {{raided}} [[Zubaryat]] in the Sahel region of Burkina Faso.", "BF", "province"),
    ("Clashes {{raged}} in the [[Al-Zuhayr]] quarter. It was the worst day in Omdurman, Sudan.", "SD", "near"),
    ("Boko Haram {{raided}} [[Zubkosh]]. Soldiers later held Borno state's roads.", "NG", "country"),
]


@pytest.mark.parametrize(("marked", "country", "precision"), UNKNOWN)
def test_an_unknown_name_is_kept_in_what_the_text_ties_it_to(marked: str, country: str, precision: str) -> None:
    found = known(marked)
    assert found.id is None
    assert (found.country, found.precision) == (country, precision)
    assert found.name.startswith(("Zub", "Umm Zub", "Al-Zuh"))


def test_an_unknown_name_is_not_in_a_power_that_only_acts() -> None:
    found = known("The US military said that its jets {{struck}} [[Zubham]]. US officials spoke of self-defence.")
    assert (found.name, found.country, found.lat) == ("Zubham", None, None)


def test_a_second_phrase_tells_where_an_unknown_name_lies() -> None:
    found = known("Gunmen {{attacked}} people in [[Zubkosh]], [[north-east Nigeria]].")
    assert (found.name, found.id, found.country, found.precision) == ("Zubkosh", None, "NG", "region")


FINEST = [
    ("A bomb {{went off}} in [[Baghdad's Karrada district]], Iraq.", "Karrada"),
    ("A bomb {{went off}} in [[Tripoli's Alawite quarter of Jabal Mohsen]], Lebanon.", "Jabal Mohsen"),
    ("A jet {{bombed}} [[Pazigyi village]] in [[Kanbalu township]] in Sagaing, Myanmar.", "Pazigyi"),
    ("Troops {{fought}} in [[Zublan]] in [[Pulwama district]], India.", "Zublan"),
]


@pytest.mark.parametrize(("marked", "name"), FINEST)
def test_a_place_is_finer_than_what_holds_it(marked: str, name: str) -> None:
    assert known(marked).name == name


def test_the_port_of_a_province_is_its_town() -> None:
    found = known("Blasts {{shook}} [[the port of Hodeidah]], Yemeni medics said.")
    assert (found.id is not None, found.precision) == (True, "near")


BORDERS = [
    ("A soldier was {{shot}} on the [[Lebanon-Syria border]].", None),
    ("Troops {{massed}} on [[the border between Armenia and Azerbaijan]].", None),
    ("Gunmen {{ambushed}} a patrol near [[the border with Niger]], Mali's army said.", "ML"),
    ("Shells {{fell}} along the [[Turkish border]] as Syria's army moved. Syria is at war.", "SY"),
    ("Rockets {{hit}} [[Israel's northern border with Lebanon]].", None),
    ("Jihadists {{raided}} a post on [[the Cameroon-Nigeria border]].", None),
]


@pytest.mark.parametrize(("marked", "country"), BORDERS)
def test_a_border_is_the_side_towards_the_neighbour(marked: str, country: str | None) -> None:
    found = known(marked)
    assert (found.country, found.precision, found.id) == (country, "region", None)
    assert found.name.endswith("border")
    assert found.lat is not None


def test_a_crossing_or_town_on_the_border_is_a_place_of_its_own() -> None:
    assert known("Troops {{massed}} at the [[Rafah border crossing]] in Gaza.").precision == "exact"
    assert known("A lorry {{burned}} at [[the border town of Elbeyli]] in Turkey.").country == "TR"


FROM_ELSEWHERE = [
    ("Fighters from Misrata {{stormed}} the airport in [[Tripoli]], Libya.", "Tripoli"),
    ("A man from Aleppo was {{killed}} when a bomb went off in Beirut.", "Beirut"),
    ("The Kyiv Independent said that three people were {{killed}} in Nikopol.", "Nikopol"),
    ("The mayor of Kherson said that guns had {{hit}} a clinic in [[Beryslav]], Ukraine.", "Beryslav"),
]


@pytest.mark.parametrize(("marked", "name"), FROM_ELSEWHERE)
def test_who_comes_or_speaks_from_a_place_is_no_happening_there(marked: str, name: str) -> None:
    assert known(marked).name == name


def test_a_small_namesake_in_a_country_hinted_at_is_no_great_province() -> None:
    found = known("Migrants {{drowned}} near [[the Mexican border]] in Texas.")
    assert found.country == "US"


def test_a_country_is_never_its_capital() -> None:
    for marked in ("Two people were {{killed}} in [[Yemen]].", "{{War}} in [[Sudan]].", "Shells {{fell}} in [[Iraq]]."):
        found = known(marked)
        assert (found.precision, found.id is not None) == ("country", True)
        assert (found.radius_km or 0) > 200


def test_nothing_is_said_of_a_bare_name_in_a_text_about_nothing() -> None:
    found = place("Men {{ran}} through [[Alexandria]].")
    assert found is None or found.id is None or found.country == "EG"
    assert document("x").text == "x"


SITES = [
    (
        "Men {{stormed}} [[St Luke's School]] in [[Zubriri]], [[Agwara district]] of [[Niger State]], Nigeria.",
        "Zubriri",
    ),
    ("Gunmen took girls {{from}} a [[Catholic school]] in [[Niger State]], Nigeria.", "Niger"),
    ("A bomb {{went off}} at [[a Shia mosque]] in [[Kunduz]], Afghanistan.", "Kunduz"),
    ("A mob {{burnt}} a [[Coptic church]] in [[Minya]], Egypt.", "Minya"),
    ("Shells {{hit}} [[St Mark's Hospital]] in [[Omdurman]], Sudan.", "St Mark's Hospital"),
]


@pytest.mark.parametrize(("marked", "name"), SITES)
def test_whose_a_site_is_called_is_no_place(marked: str, name: str) -> None:
    found = known(marked)
    assert found.name == name
    assert found.lat is not None
    assert found.precision != "country"


ROADS = [
    ("A bomb {{wrecked}} a bus on the [[Zubrican Highway]] near [[Cajibio]] in Colombia's Cauca.", "Cajibío"),
    ("Mines {{blew up}} lorries on the [[Zubkir Road]] near [[Kunduz]], Afghanistan.", "Kunduz"),
    ("Rebels {{ambushed}} a bus on [[Zub Highway]] outside [[Gao]], Mali.", "Gao"),
]


@pytest.mark.parametrize(("marked", "name"), ROADS)
def test_the_town_tells_where_along_a_road(marked: str, name: str) -> None:
    found = known(marked)
    assert (found.name, found.precision, found.id is not None) == (name, "near", True)


IN_THE_PROVINCE_NAMED = [
    ("Troops {{took}} the village of [[Pavlivka]] in the [[Zaporizhzhia region]], Ukraine said.", "Pavlivka"),
    ("Bandits {{seized}} girls in [[Maga]] in neighbouring [[Kebbi State]]. Nigeria mourned.", "Maga"),
    ("In [[Kebbi State]], bandits {{seized}} girls from a school in [[Maga]]. Nigeria mourned.", "Maga"),
    ("In [[Kwara State]], gunmen {{killed}} two at a church in [[Zubuku]], Nigeria's police said.", "Zubuku"),
    ("In [[Sagaing region]], jets {{bombed}} a school in [[Zub Htein Kwin]], Myanmar.", "Zub Htein Kwin"),
    ("In [[Cabo Delgado]], men {{burnt}} huts in [[Zublala]], Mozambique.", "Zublala"),
]


@pytest.mark.parametrize(("marked", "name"), IN_THE_PROVINCE_NAMED)
def test_an_unknown_village_stays_in_the_province_that_the_text_names(marked: str, name: str) -> None:
    found = known(marked)
    assert (found.name, found.id, found.precision) == (name, None, "province")


def test_a_large_town_keeps_the_old_name_that_papers_know() -> None:
    assert known("Shells {{fell}} on [[Artemivsk]], Ukraine's army said.").name.startswith("Bakhmut")


def test_a_town_outside_the_area_beside_it_is_still_that_town() -> None:
    assert known("Bombs {{went off}} in [[Cauca]] and in [[Cali]], Colombia.").name == "Cali"


def test_the_southern_towns_of_a_country_are_a_part_of_it() -> None:
    found = known("Several [[southern Syrian towns]] {{surrendered}}. Syria's army moved in.")
    assert (found.country, found.precision) == ("SY", "region")
    assert (found.lat or 90) < 34.5

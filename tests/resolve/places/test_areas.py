"""Districts, parts of provinces, roads and borders: what holds a village must be the right one."""

import pytest

from marsad.resolve.places.gazetteer import default_gazetteer
from tests.resolve.places.told import known, place

NAMESAKES_ABROAD = [
    ("Rebels {{killed}} two in [[Zubkosa]], in [[Beni territory]], North Kivu.", "CD"),
    ("Rebels {{killed}} two in [[Zubkosa]] in [[Beni territory]] in eastern Congo.", "CD"),
    ("A fire {{killed}} one in the [[Karak District]], Jordan's police said.", "JO"),
    ("Soldiers {{shot}} four in [[Koro district]] in central Mali.", "ML"),
    ("Police {{fired}} on a crowd in [[Victoria district]] in Cameroon.", "CM"),
]


@pytest.mark.parametrize(("marked", "country"), NAMESAKES_ABROAD)
def test_a_district_is_that_of_the_country_at_hand(marked: str, country: str) -> None:
    assert known(marked).country == country


DISTRICTS = [
    ("Raiders {{killed}} 12 in [[Zubliet]] in [[Uror county]] in South Sudan's Jonglei.", "SS", "district"),
    ("Gunmen {{killed}} 30 in [[Zubessa]] in the [[Metekel zone]], Ethiopia.", "ET", "district"),
    ("Men on motorcycles {{burned}} [[Zubara]] in the [[Bankass circle]] of central Mali.", "ML", "district"),
    ("Jihadists {{attacked}} [[Zubouri]] in [[Bam province]] in Burkina Faso.", "BF", "district"),
    ("Jihadists {{attacked}} [[Zubgou]] in the [[Torodi department]] in Niger.", "NE", "district"),
    ("Insurgents {{beheaded}} three in [[Zubalala]] in [[Nangade district]] of Mozambique.", "MZ", "district"),
    ("Troops {{fought}} the Taliban in [[Zubkalay]] in [[Maiwand district]] of Kandahar.", "AF", "district"),
]


@pytest.mark.parametrize(("marked", "country", "precision"), DISTRICTS)
def test_an_unknown_village_is_kept_in_its_district(marked: str, country: str, precision: str) -> None:
    found = known(marked)
    assert (found.id, found.country, found.precision) == (None, country, precision)
    assert found.name.startswith("Zub")


def test_a_town_comes_before_the_district_around_it() -> None:
    found = known("Gunmen {{raided}} [[Zurmi]] in Zamfara state.")
    assert (found.country, found.precision) == ("NG", "exact")


def test_a_side_of_a_province_leaves_a_namesake_at_its_other_end() -> None:
    found = known("Rebels {{shot}} three men in [[Santa Rosa]] in southern Bolívar, Colombia.")
    assert (found.id, found.admin1, found.precision) == (None, "Bolívar", "province")


COMMON_WORDS = [
    ("A mine {{killed}} ten soldiers in [[Bay region]], Somali officials said.", "SO", "Bay"),
    ("Cattle thieves {{killed}} six in [[Lakes State]] in South Sudan.", "SS", "Lakes"),
]


@pytest.mark.parametrize(("marked", "country", "name"), COMMON_WORDS)
def test_a_province_may_be_called_by_a_common_word(marked: str, country: str, name: str) -> None:
    found = known(marked)
    assert (found.country, found.name) == (country, name)


def test_a_bay_is_no_province() -> None:
    found = place("Pirates {{seized}} a ship in [[the Bay]] off Mogadishu, Somalia.")
    assert found is None or found.name != "Bay"


ROADS = [
    ("A convoy was {{ambushed}} on the [[Gao-Ansongo road]] in Mali.", "Gao", "Ansongo"),
    ("A mine {{killed}} four on the [[Bossangoa–Bouca road]] in the Central African Republic.", "Bossangoa", "Bouca"),
    ("Gunmen {{kidnapped}} six on the [[Kaduna-Abuja highway]] in Nigeria.", "Kaduna", "Abuja"),
    ("Taliban men {{stopped}} buses on the [[Kabul to Kandahar highway]], Afghan police said.", "Kabul", "Kandahār"),
]


@pytest.mark.parametrize(("marked", "first", "second"), ROADS)
def test_a_road_is_half_way_between_its_ends(marked: str, first: str, second: str) -> None:
    found = known(marked)
    assert found.name == f"{first} – {second}"
    assert found.id is None
    assert "half way between" in found.basis


def test_a_road_with_an_unknown_end_is_at_neither() -> None:
    found = known("Two {{died}} on the [[Gao-Zubkosh road]] in Mali.")
    assert found.name == "Gao-Zubkosh road"
    assert found.precision != "exact"


def test_a_border_in_the_sentence_is_where_it_was() -> None:
    found = known("She left the city of Raqqa. She was {{killed}} by a drone as she hid on the Syria-Iraq border.")
    assert found.name == "Syria–Iraq border"
    assert found.basis.endswith("the sentence names it")


def test_a_seat_in_parliament_is_no_scene() -> None:
    found = known(
        "In Bossangoa, Central African Republic, an aide to Jean Zubo, deputy for Bangui, was {{shot}} on Monday."
    )
    assert found.name == "Bossangoa"


def test_an_old_name_abroad_of_a_hamlet_does_not_hide_a_town() -> None:
    assert known("Eritrean troops {{killed}} hundreds in [[Axum]].").country == "ET"


BARE = [("Soum", "BF"), ("Nduga", "ID"), ("Djugu", "CD"), ("Metekel", "ET")]


@pytest.mark.parametrize(("name", "country"), BARE)
def test_districts_are_found_without_the_word_for_their_kind(name: str, country: str) -> None:
    assert any(entry.kind == "district" and entry.country == country for entry in default_gazetteer().named(name))


def test_counties_keep_their_word() -> None:
    orange = default_gazetteer().named("Orange")
    assert not any(entry.kind == "district" and entry.country == "US" for entry in orange)


def test_what_holds_the_holder_keeps_a_namesake_away() -> None:
    found = known("Gunmen {{killed}} nine in the village of [[Bekoji]] in [[Bulen county]] of Metekel zone, Ethiopia.")
    assert (found.id, found.admin1) == (None, "Benishangul-Gumuz")


def test_towns_of_a_list_are_not_in_the_last_ones_province() -> None:
    found = known("Shells {{fell}} on [[Belgorod]], Kharkiv, Ukraine and a depot in Russia's Kursk region.")
    assert found.country == "RU"


THERE = [
    ("Syria's war went on. Syrian jets flew. Syria's army rests. The Pentagon has troops in Afghanistan.", "AF"),
    ("Mali's junta spoke of Mali. Mali is calm. A second French force stands in Chad.", "TD"),
    ("Ukraine fights on. Ukraine's army waits for Ukraine's allies. A brigade of volunteers trains in Poland.", "PL"),
]


@pytest.mark.parametrize(("before", "country"), THERE)
def test_there_is_what_was_named_right_before(before: str, country: str) -> None:
    assert known(f"{before} Half of the men [[there]] will be {{{{withdrawn}}}} by May.").country == country

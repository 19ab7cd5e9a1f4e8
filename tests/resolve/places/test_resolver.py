"""Where happenings are, in sentences of our own about many wars."""

import time

import pytest
from msgspec.structs import replace

from marsad.model import Mention, Place
from marsad.resolve.places import PlaceResolver
from marsad.resolve.places.compiling.rows import distance_km
from tests.resolve.places.told import document, known, place, read

PRECISIONS = ("exact", "near", "district", "province", "region", "country")

SPELLINGS = [
    ("Army guns {{shelled}} [[Raqqa]] while Syria's front moved east.", "geonames:172955"),
    ("Army guns {{shelled}} [[Raqqah]] while Syria's front moved east.", "geonames:172955"),
    ("Army guns {{shelled}} [[Raqa]] while Syria's front moved east.", "geonames:172955"),
    ("Army guns {{shelled}} [[Ar-Raqqah]] while Syria's front moved east.", "geonames:172955"),
    ("A convoy was {{hit}} near [[Hasekeh]] in the north-east of Syria.", "geonames:173811"),
    ("A missile {{hit}} the port of [[Mykolaiv]], Ukrainian officials said.", "geonames:700569"),
    ("A missile {{hit}} the port of [[Nikolaev]], Ukrainian officials said.", "geonames:700569"),
    ("Mortars {{fell}} on [[El Fasher]], the last big town the Sudanese army holds in Darfur.", "geonames:379555"),
    ("Mortars {{fell}} on [[Al-Fashir]], the last big town the Sudanese army holds in Darfur.", "geonames:379555"),
    ("Israeli jets {{bombed}} [[Khan Younis]] in the Gaza Strip.", "geonames:281124"),
    ("Gunmen {{attacked}} [[Djibo]] in the north of Burkina Faso.", "geonames:2361177"),
    ("Tanks {{reached}} the centre of [[Gaza City]], Israel's army said.", "geonames:281133"),
    ("Jets {{bombed}} a school in [[Deir al-Balah]] in Gaza, Palestinian medics said.", "geonames:281141"),
    ("Fighters {{entered}} [[Kunduz]], Afghan police said.", "geonames:1135689"),
]

NAMESAKES = [
    ("Militias {{clashed}} in [[Tripoli]], Libya's interior minister said.", "LY"),
    ("Gunmen {{clashed}} in [[Tripoli]] until the Lebanese army moved in. Lebanon has seen worse.", "LB"),
    ("Marchers {{blocked}} roads in [[San Jose]], the capital of Costa Rica.", "CR"),
    ("A man {{opened fire}} in [[San Jose]], California, the sheriff said.", "US"),
    ("Rebels {{shelled}} [[Hama]] in western Syria.", "SY"),
    ("The army {{bombed}} a column near [[Goma]] in eastern Congo, the Congolese army said.", "CD"),
    ("A blast {{killed}} six in [[Hyderabad]], in Pakistan's Sindh province.", "PK"),
    ("A blast {{killed}} six in [[Hyderabad]], police in India said.", "IN"),
    ("Police {{fired}} at marchers in [[Santiago]] de Cali in Colombia.", "CO"),
    ("The guerrillas {{ambushed}} a patrol near [[Cartagena del Chairá]], Colombia.", "CO"),
]


@pytest.mark.parametrize(("marked", "id_"), SPELLINGS)
def test_one_town_under_many_spellings(marked: str, id_: str) -> None:
    found = known(marked)
    assert found.id == id_
    assert found.radius_km is not None
    assert 3 <= found.radius_km <= 30


@pytest.mark.parametrize(("marked", "country"), NAMESAKES)
def test_the_country_at_hand_decides_between_namesakes(marked: str, country: str) -> None:
    assert known(marked).country == country


AREAS = [
    ("Drones {{struck}} targets in [[Helmand province]], Afghan officials said.", "Helmand", "province"),
    ("Rockets {{fell}} across [[Zaporizhzhia oblast]] in Ukraine.", "Zaporizhzhia", "province"),
    ("ELN fighters {{attacked}} a post in [[Cauca]], Colombia.", "Cauca", "province"),
    ("The war in [[Yemen]] {{went on}}.", "Yemen", "country"),
    ("Villagers {{fled}} the fighting in [[northern Mali]].", "Mali", "region"),
    ("The army {{raided}} camps in the [[Sahel]].", "Sahel", "region"),
    ("Israeli strikes {{killed}} dozens across [[Gaza]].", "Gaza Strip", "province"),
]


@pytest.mark.parametrize(("marked", "name", "precision"), AREAS)
def test_areas_are_no_towns(marked: str, name: str, precision: str) -> None:
    found = known(marked)
    assert (found.name, found.precision) == (name, precision)
    assert found.radius_km is not None
    assert found.radius_km > 15


def test_a_province_is_not_pinned_on_its_town() -> None:
    town = known("A bomb {{went off}} in [[Idlib]], Syria.")
    province = known("A bomb {{went off}} in [[Idlib province]], Syria.")
    assert (town.precision, province.precision) == ("exact", "province")
    assert (town.radius_km or 0) < 15 < (province.radius_km or 0)
    assert province.admin1 == town.admin1 == "Idlib"


def test_a_part_of_a_country_lies_on_that_side() -> None:
    whole, south = known("{{War}} in [[Syria]]."), known("{{War}} in [[southern Syria]].")
    assert (south.lat or 0) < (whole.lat or 0) - 0.5
    assert (south.radius_km or 0) < (whole.radius_km or 0)
    assert "that part" in south.basis


def away(found: Place, lat: float, lon: float) -> float:
    assert found.lat is not None
    assert found.lon is not None
    return distance_km(found.lat, found.lon, lat, lon)


KRAMATORSK = (48.732, 37.584)


def test_a_distance_and_direction_move_the_point() -> None:
    found = known("The depot {{burned}} [[12 km north-east of Kramatorsk]], Ukraine's army said.")
    assert found.precision == "near"
    assert away(found, *KRAMATORSK) == pytest.approx(12, abs=1)
    assert (found.lat or 0) > KRAMATORSK[0]
    assert (found.lon or 0) > KRAMATORSK[1]


def test_near_and_beside_widen_the_radius() -> None:
    at = known("Shells {{fell}} in [[Kramatorsk]], Ukraine.")
    for words in ("near Kramatorsk", "south of Kramatorsk", "on the outskirts of Kramatorsk", "outside Kramatorsk"):
        found = known(f"Shells {{{{fell}}}} [[{words}]], Ukraine.")
        assert found.id == at.id
        assert found.precision == "near"
        assert (found.radius_km or 0) >= (at.radius_km or 0) + 10


def test_between_two_towns_is_half_way() -> None:
    found = known("Jihadists {{ambushed}} trucks on [[the road between Gao and Kidal]] in Mali.")
    gao, kidal = (16.27, -0.04), (18.44, 1.41)
    assert away(found, *gao) == pytest.approx(away(found, *kidal), rel=0.05)
    assert found.radius_km == pytest.approx(away(found, *gao), rel=0.05)
    assert found.id is None
    assert (found.country, found.precision) == ("ML", "region")


PARTS = [
    ("Clashes {{broke out}} in [[Raqqa's Old City]], Syrian medics said.", "Old City", 35.95, 39.01),
    ("Clashes {{broke out}} in [[the Tlebkhana district of Mosul]], Iraq.", "Tlebkhana", 36.34, 43.12),
    ("A shell {{hit}} [[the Zanbaq hospital in Omdurman]], Sudan.", "Zanbaq hospital", 15.64, 32.48),
    ("A car bomb {{went off}} at [[Quldar checkpoint]] in Kirkuk, Iraq.", "Quldar checkpoint", 35.47, 44.39),
]


@pytest.mark.parametrize(("marked", "name", "lat", "lon"), PARTS)
def test_parts_of_towns_keep_their_name_at_the_town(marked: str, name: str, lat: float, lon: float) -> None:
    found = known(marked)
    assert (found.name, found.id) == (name, None)
    assert found.precision == "near"
    assert away(found, lat, lon) < 5
    assert "not in the gazetteer" in found.basis


def test_a_district_of_a_town_and_province_of_one_name_may_be_of_either() -> None:
    found = known("Gunmen {{attacked}} [[the Murzak district of Kandahar]], Afghanistan.")
    assert (found.name, found.precision, found.admin1) == ("Murzak", "district", "Kandahar")
    assert (found.radius_km or 0) >= 25


def test_an_unknown_village_lies_in_the_area_the_text_names() -> None:
    found = known("Troops {{burned}} [[Kyaukhtwin village in Sagaing region]], Myanmar.")
    assert (found.name, found.id, found.country, found.precision) == ("Kyaukhtwin", None, "MM", "province")
    assert (found.radius_km or 0) > 100
    assert "which the text names" in found.basis


def test_an_unknown_name_alone_is_kept_without_a_point() -> None:
    found = known("Gunmen {{raided}} [[Zumbugulla]] overnight.")
    assert (found.name, found.id, found.lat, found.lon, found.country) == ("Zumbugulla", None, None, None, None)


NO_PLACES = [
    "George Bush {{praised}} the strike.",
    "The SDF {{attacked}} at dawn.",
    "Moscow said it had {{struck}} back.",
    "Washington {{condemned}} the raid.",
    "Jordan Smith {{fired}} two shots.",
    "President Lincoln {{signed}} the order.",
    "The Islamic State {{claimed}} the bombing.",
    "Mr Paris {{denied}} the attack.",
]


@pytest.mark.parametrize("marked", NO_PLACES)
def test_persons_parties_and_governments_are_no_places(marked: str) -> None:
    found = place(marked)
    assert found is None or (found.precision == "country" and found.mention is None)


def test_a_name_is_no_similar_name_far_away() -> None:
    assert place("The {{raid}} on [[Bushland]] in Syria was repelled.").country in (None, "SY")  # type: ignore[union-attr]
    found = known("Baghdadi's men {{fled}}. They were seen in [[Zorvan]], Syrian officers said.")
    assert found.id is None


REFERENCES = [
    ("Rebels entered Goma in eastern Congo on Tuesday. Three people were {{killed}} in the city.", "geonames:216281"),
    ("Fighters stormed a hotel in Mogadishu. A bomber {{struck}} there again on Sunday.", "geonames:53654"),
    ("The army took Maiduguri's airport, Nigeria said. Boko Haram {{shelled}} the town at night.", "geonames:2331447"),
    ("Shelling of Bakhmut, Ukraine, went on. Two men {{died}} when [[the city]] was hit.", "geonames:713174"),
]


@pytest.mark.parametrize(("marked", "id_"), REFERENCES)
def test_what_the_sentence_refers_to(marked: str, id_: str) -> None:
    found = known(marked)
    assert found.id == id_
    assert "refers to it" in found.basis


def test_a_direction_from_the_city_counts_from_there() -> None:
    found = known("Shelling of Bakhmut, Ukraine, went on. Fighting {{raged}} [[two kilometres north of the city]].")
    assert (found.id, found.precision) == ("geonames:713174", "near")
    assert away(found, 48.594, 37.999) == pytest.approx(2, abs=0.3)


def test_a_part_without_its_town_belongs_to_the_town_at_hand() -> None:
    found = known("Iraqi troops entered Mosul. On Sunday they {{breached}} the walls of [[the Old City]].")
    assert (found.name, found.id) == ("Old City", None)
    assert away(found, 36.335, 43.119) < 5


def test_a_named_place_counts_above_the_area() -> None:
    found = known("Jets flew from Erbil in Iraq. They {{bombed}} men in [[the area]] of [[southern Syria]].")
    assert (found.name, found.precision) == ("Syria", "region")


def test_parties_in_place_phrases_are_no_villages() -> None:
    found = known("The war in Syria {{went on}} in [[Islamic State]] territory.")
    assert (found.country, found.precision) == ("SY", "country")


def test_an_army_fights_elsewhere_than_at_home() -> None:
    found = known("Rockets {{hit}} a base in Erbil, Iraq. Gunmen fired on U.S. forces, and U.S. jets flew over.")
    assert found.country == "IQ"
    found = known("Erbil is calm. Iraq fears more. A drone {{fired}} on U.S. forces on Monday.")
    assert found.country == "IQ"


def test_a_war_between_two_countries_is_in_neither() -> None:
    found = place("The truce {{ended}} the fight [[between Eritrea and Ethiopia]].")
    assert found is None or found.precision in ("country", "region")


def test_a_border_is_not_the_country_behind_it() -> None:
    found = known("Malian officials spoke of a raid. It {{took place}} [[near the border with Niger]], Mali said.")
    assert found.country == "ML"


def test_the_east_of_the_country_is_a_part_of_it() -> None:
    found = known("Congo's army sent troops to Congo's towns. Fighting {{went on}} in [[the east of the country]].")
    assert (found.country, found.precision) == ("CD", "region")
    assert (found.lon or 0) > 25


def test_a_site_is_found_by_its_full_name() -> None:
    found = known("Shells {{fell}} on [[the Zaporizhzhia nuclear power plant]], Ukraine said.")
    assert found.name == "Zaporizhzhia Nuclear Power Plant"
    assert away(found, 47.51, 34.59) < 5


def test_a_town_that_only_the_curated_table_has_is_found() -> None:
    for marked, country in (
        ("Insurgents {{attacked}} [[Palma]] in Cabo Delgado, Mozambique.", "MZ"),
        ("Gunmen {{killed}} many in [[Solhan]] in Burkina Faso.", "BF"),
        ("Shells {{fell}} on [[Khiam]], Lebanese medics said.", "LB"),
        ("Rebels {{took}} [[Bunagana]] in Congo.", "CD"),
        ("The junta {{bombed}} [[Let Yet Kone]] in Myanmar.", "MM"),
    ):
        found = known(marked)
        assert (found.country, found.id is not None, found.lat is not None) == (country, True, True)


def test_a_place_known_roughly_is_not_exact() -> None:
    found = known("Junta jets {{bombed}} [[Pazigyi]] in Sagaing, Myanmar.")
    assert (found.name, found.precision) == ("Pazigyi", "district")
    assert (found.radius_km or 0) >= 30


def test_a_namesake_outside_the_area_given_is_not_taken() -> None:
    found = known("Insurgents {{attacked}} [[Malaga]] in Cabo Delgado, Mozambique.")
    assert (found.country, found.id, found.admin1) == ("MZ", None, "Cabo Delgado")


def test_another_sentence_about_the_happening_may_say_more() -> None:
    doc, claim = read("A medic {{died}} in Syria. He was near Manbij when the bomb went off.")
    again = Mention.of(doc.text, doc.text.index("bomb"), doc.text.index("bomb") + 4)
    found = PlaceResolver.default().resolve(doc, (replace(claim, mentions=(again,)),))[0]
    assert found is not None
    assert (found.name, found.precision) == ("Manbij", "near")


def test_there_were_refers_to_nothing() -> None:
    found = known("Fighters stormed a hotel in Mogadishu.\n\nFar off, in Kenya, there were {{clashes}} too.")
    assert found.country == "KE"


def test_the_finest_place_of_the_sentence_is_taken() -> None:
    found = known("In Yemen, Houthi guns {{shelled}} a market in Taiz on Friday.")
    assert (found.id, found.precision) == ("geonames:70225", "exact")
    assert "the sentence names it" in found.basis


def test_a_place_elsewhere_is_not_that_of_the_war() -> None:
    found = known(
        "Russia bombed Idlib in Syria again, while ministers met in Brussels. The Syrian army {{advanced}} on Idlib."
    )
    assert found.country == "SY"


def test_the_dateline_is_weak_evidence() -> None:
    weak = known("KYIV (Agency) — Rockets {{killed}} two people, officials said.")
    assert (weak.country, "dateline" in weak.basis) == ("UA", True)
    better = known("KYIV (Agency) — Rockets {{killed}} two people in Kherson, Ukraine.")
    assert better.id == "geonames:706448"


def test_the_title_helps_where_the_text_is_silent() -> None:
    found = known("Two shells {{fell}} before noon, Ukrainian medics said.", title="Shelling in Kherson")
    assert found.id == "geonames:706448"
    assert "title" in found.basis


def test_a_report_about_a_country_gives_the_country() -> None:
    found = known("Sudanese officers spoke of hard days for Sudan. Both sides {{fought}} on.")
    assert (found.country, found.precision, found.mention) == ("SD", "country", None)


def test_one_name_means_one_place_throughout() -> None:
    doc, claim = read("A blast {{killed}} two in Alexandria, Virginia. Police sealed off Alexandria.")
    again, second = read("A blast killed two in Alexandria, Virginia. Police {{sealed off}} [[Alexandria]].")
    first = PlaceResolver.default().resolve(doc, (claim,))[0]
    assert first is not None
    assert first == known("A blast {{killed}} two in Alexandria, Virginia. Police sealed off Alexandria.")
    found = PlaceResolver.default().resolve(again, (second,))[0]
    assert found is not None
    assert found.id == first.id == "geonames:4744091"


def test_every_place_quotes_the_text_and_says_why() -> None:
    for marked, _ in SPELLINGS + NAMESAKES + REFERENCES:
        doc, claim = read(marked)
        found = PlaceResolver.default().resolve(doc, (claim,))[0]
        assert found is not None
        assert found.precision in PRECISIONS
        assert found.basis
        assert found.mention is not None
        assert doc.text[found.mention.start : found.mention.end] == found.mention.text


def test_no_claims_no_places() -> None:
    assert PlaceResolver.default().resolve(document("Nothing happened."), ()) == ()


@pytest.mark.parametrize(
    "text",
    ["Ab " * 40_000, "in the " * 30_000, "A.B." * 40_000, "al-" * 50_000, "X's " * 40_000, "1 km north of " * 9_000],
)
def test_hostile_texts_take_bounded_time(text: str) -> None:
    doc, claim = read("Shells {{fell}} in Kherson, Ukraine. " + text)
    started = time.process_time()
    PlaceResolver.default().resolve(doc, (claim,))
    assert time.process_time() - started < 15


TOLD_OF_A_PEOPLE = [
    ("Insurgents {{stormed}} the Mozambican town of [[Palma]] at dawn.", "MZ"),
    ("Shells {{fell}} on the Ukrainian city of [[Alexandria]], medics said.", "UA"),
    ("A bomb {{went off}} in the Colombian town of [[Granada]].", "CO"),
]


@pytest.mark.parametrize(("marked", "country"), TOLD_OF_A_PEOPLE)
def test_the_people_before_a_town_say_whose_it_is(marked: str, country: str) -> None:
    assert known(marked).country == country


def test_what_is_said_is_not_where_the_last_fight_was() -> None:
    doc, claim = read("Rebels shelled Goma, eastern Congo. Beijing {{urged}} all sides to hold their fire.")
    (found,) = PlaceResolver.default().resolve(doc, (replace(claim, type="statement"),))
    assert found is None


UNKNOWN_PARTS = [
    ("Kurdish fighters are in Raqqa, Syria. They {{entered}} the [[Lion Gate]] at noon.", "Lion Gate", "Raqqa"),
    ("A mob roamed Goma, DR Congo. Shots {{rang out}} at the [[Zubu junction]].", "Zubu", "North Kivu"),
]


@pytest.mark.parametrize(("marked", "name", "admin1"), UNKNOWN_PARTS)
def test_an_unknown_part_of_a_town_is_in_the_town_at_hand(marked: str, name: str, admin1: str) -> None:
    found = known(marked)
    assert (found.name, found.admin1, found.precision) == (name, admin1, "near")


CAPITALS = [
    ("Gunmen burned huts in Haiti's Artibonite, near Saint-Marc. Police in [[the capital]] {{marched}} off.", "HT"),
    ("Bandits raid Zamfara in Nigeria. Students {{marched}} in [[the capital]].", "NG"),
]


@pytest.mark.parametrize(("marked", "country"), CAPITALS)
def test_the_capital_is_that_of_the_country_at_hand(marked: str, country: str) -> None:
    found = known(marked)
    assert found.country == country
    assert found.name in {"Port-au-Prince", "Abuja"}


def test_a_yardstick_is_not_the_place_that_the_text_is_about() -> None:
    found = known("Jets struck Mellit, about 60 kilometres north of El Fasher, Sudan. Later shells {{fell}} again.")
    assert found.id == "geonames:370181"


def test_a_distance_is_not_read_over_another_name() -> None:
    found = known("Troops {{moved}} up by 750 metres near Robotyne, [[south of Orikhiv]], Ukraine's army said.")
    assert found.radius_km is not None
    assert found.radius_km > 5


def test_a_far_and_aimless_distance_is_no_nearness() -> None:
    found = known("Jets {{struck}} Abdiya, [[about 100 km from the city of Marib]], Yemen's army said.")
    assert found.precision == "region"


def test_the_town_inside_an_area_is_meant_by_the_next_sentence() -> None:
    found = known("Bombers killed nine in Gwoza in Borno state, Nigeria. A second device {{went off}} later.")
    assert found.id == "geonames:2339665"


def test_a_report_filed_from_a_capital_is_about_another_country() -> None:
    found = place("WASHINGTON — The Pentagon is cutting troops in Afghanistan. Planes of the Afghan army {{flew}} on.")
    assert found is None or found.country != "US"


@pytest.mark.parametrize("where", ["X", "Telegram", "TV", "Division 17"])
def test_networks_and_units_are_no_places(where: str) -> None:
    found = known(f"Shells fell on Kharkiv, Ukraine. Two men {{{{died}}}}, a mayor wrote on [[{where}]].")
    assert found.name == "Kharkiv"


def test_a_treaty_between_countries_is_in_none_of_them() -> None:
    found = place("Shells fell on Daraa, Syria. It ends a {{truce}} agreed [[between Russia, the US and Jordan]].")
    assert found is None or found.country == "SY"


def test_a_place_known_by_name_only_goes_on_to_be_meant() -> None:
    doc, first = read("Gunmen {{raided}} [[Zubuland]] in Nigeria's Borno state. Three huts burned.")
    _, second = read("Gunmen raided Zubuland in Nigeria's Borno state. Three huts {{burned}}.")
    found = PlaceResolver.default().resolve(doc, (first, replace(second, id="c-2")))
    assert [place.name for place in found if place is not None] == ["Zubuland", "Zubuland"]


def test_a_country_in_capitals_is_no_doctor() -> None:
    assert known("Fighting {{went on}} in the east of [[DR Congo]].").country == "CD"


def test_the_area_is_the_part_of_the_country_told_before() -> None:
    aside = "The talk was of bread and of wells. " * 20
    found = known(
        f"Rebels took a quarter of Taiz, Yemen. {aside}Patrols watch Yemen's eastern frontier with Oman. "
        "A drone {{struck}} two lorries in the area."
    )
    assert (found.country, found.precision) == ("YE", "region")
    assert found.lon is not None
    assert found.lon > 48.5


def test_a_part_told_behind_the_country_moves_the_point() -> None:
    found = known("The army {{swept}} through [[Sudan's western desert]].")
    assert found.lon is not None
    assert found.lon < 29


def test_where_fighters_come_from_is_not_where_they_fight() -> None:
    found = known("War came to Gharyan, Libya. Serraj's men, backed by militias from Misrata, {{retook}} the airport.")
    assert found.name == "Gharyan"


def test_an_article_makes_a_far_town_a_hotel() -> None:
    found = known(
        "Bombs {{went off}} at [[the Shangri-La]] in Sri Lanka, and Sri Lankan police closed Colombo's roads."
    )
    assert found.country == "LK"


def test_the_city_is_no_village() -> None:
    found = known(
        "Sudan's army held El Fasher. Drones hit the village of Wad al-Noura. Shells {{fell}} on [[the city]]."
    )
    assert found.id == "geonames:379555"


def test_a_sentence_that_opens_with_its_place_is_there() -> None:
    found = known(
        "Gunmen fled Tripoli, Lebanon. In Arsal, on the border with Syria, guns roared. Two men {{died}} later."
    )
    assert found.id == "geonames:273675"


def test_a_quarter_is_no_far_province_that_sounds_alike() -> None:
    found = known("Troops entered Tikrit, Iraq. Pockets {{held out}} in the northern districts of [[Qadisiya]].")
    assert found.name != "Qadisiyah"


def test_a_site_that_bears_a_towns_name_is_in_it() -> None:
    found = known("Shells {{hit}} the [[Kunduz Trauma Centre]] in Afghanistan.")
    assert found.admin1 == "Kunduz"


def test_a_suburb_is_near_its_town() -> None:
    assert known("A bomb {{went off}} in [[a suburb of Nairobi]], Kenya.").precision == "near"


def test_there_is_the_country_that_troops_leave() -> None:
    found = known("France pulls its troops from Mali. Half of the soldiers there {{leave}} in May.")
    assert found.country == "ML"


PROVINCES_BY_THEIR_SIDE = [
    ("Separatists {{burned}} a school in the [[North-West Region]] of Cameroon.", "North-West"),
    ("Separatists {{burned}} a school in Cameroon's [[South West]] region.", "South-West"),
    ("Jihadists {{raided}} a village in the [[Far North Region]] of Cameroon.", "Far North"),
    ("Drones {{hit}} a power station in Sudan's [[Northern State]].", "Northern State"),
    ("A drone {{hit}} a plant in Saudi Arabia's [[Eastern Province]].", "Eastern Province"),
]


@pytest.mark.parametrize(("marked", "name"), PROVINCES_BY_THEIR_SIDE)
def test_a_province_may_have_no_name_but_its_side(marked: str, name: str) -> None:
    found = known(marked)
    assert (found.name, found.precision) == (name, "province")


def test_a_side_without_a_country_is_no_province() -> None:
    found = place("Rebels {{burned}} a school in the [[Northern Region]].")
    assert found is None or found.id is None


PARTS_OF_COUNTRIES = [
    ("Bandits {{killed}} nine in [[north-west Nigeria]].", 12.2, 6.2, 160),
    ("Shells {{fell}} in [[eastern Ukraine]].", 48.4, 37.8, 120),
    ("A convoy was {{ambushed}} in [[northern Mali]].", 17.5, -1.0, 150),
    ("Militias {{clashed}} in [[eastern Libya]].", 31.8, 22.0, 160),
    ("Jets {{struck}} targets in [[south-western Syria]].", 32.8, 36.1, 90),
    ("Gunmen {{burned}} a village in [[northern Mozambique]].", -12.5, 39.5, 220),
    ("Insurgents {{bombed}} a market in the [[north-east of Nigeria]].", 11.7, 12.5, 200),
]


@pytest.mark.parametrize(("marked", "lat", "lon", "within"), PARTS_OF_COUNTRIES)
def test_a_part_of_a_country_is_where_people_live_in_it(marked: str, lat: float, lon: float, within: float) -> None:
    found = known(marked)
    assert found.precision == "region"
    assert found.lat is not None
    assert found.lon is not None
    assert distance_km(found.lat, found.lon, lat, lon) < within


WATERS = [
    ("Clashes {{broke out}} along the [[Niger River]] in Mali.", "Niger River"),
    ("Troops {{crossed}} the [[Dnipro River]] near Kherson in Ukraine.", "Dnipro River"),
    ("Gunmen {{attacked}} fishermen on [[Lake Turkana]] in Kenya.", "Lake Turkana"),
    ("Soldiers {{crossed}} the [[Atbara River]] in Sudan.", "Atbara River"),
]


@pytest.mark.parametrize(("marked", "name"), WATERS)
def test_a_river_is_no_town_or_country_of_its_name(marked: str, name: str) -> None:
    assert known(marked).name == name


def test_a_river_that_is_not_known_is_no_town_far_away() -> None:
    found = known("Rebels {{crossed}} the [[Red River]] in Yemen.")
    assert (found.id, found.country, found.precision) == (None, "YE", "country")


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("The Taliban {{entered}} the capital of [[Kunduz]] province in Afghanistan.", "Kunduz"),
        ("Rebels {{seized}} [[the capital of the oil-rich province of Deir ez-Zor]] in Syria.", "Deir ez-Zor"),
    ],
)
def test_the_capital_of_a_province_is_a_town(marked: str, name: str) -> None:
    found = known(marked)
    assert (found.name, found.precision) == (name, "exact")


def test_a_governor_is_of_a_province() -> None:
    assert known("[[Kherson]] Governor Olena Koval said that shells {{hit}} homes in Ukraine.").precision == "province"


def test_a_region_named_as_its_province_is_that_province() -> None:
    for name in ("Rakhine State", "Mopti region", "Tigray", "Gao Region"):
        found = known(f"Troops {{{{shelled}}}} a market in [[{name}]].")
        assert (found.precision, found.admin1) == ("province", found.name)

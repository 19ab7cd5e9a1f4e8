import pytest

from marsad.ontology import load

ACLED_SUB_EVENT_TYPES = {
    "Battles": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"},
    "Explosions/Remote violence": {
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Protests": {"Peaceful protest", "Protest with intervention", "Excessive force against protesters"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Strategic developments": {
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    },
}
PLOVER_QUADS = {
    1: {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"},
    2: {"COOPERATE", "AID", "RETREAT"},
    3: {"REQUEST", "ACCUSE", "REJECT", "THREATEN"},
    4: {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
}


def test_acled_rows_are_types_that_acled_has_and_reach_every_one() -> None:
    used = set()
    for leaf in load().leaves():
        codes = load().acled(leaf.code)
        for row in (codes.default, *codes.cases.values()):
            assert row.sub_event_type in ACLED_SUB_EVENT_TYPES[row.event_type]
            used.add(row.sub_event_type)
    assert used == set.union(*ACLED_SUB_EVENT_TYPES.values())


def test_acled_falls_back_on_the_default_where_the_case_makes_no_difference() -> None:
    captured = load().acled("territory_captured")
    assert captured.for_case("state_initiator").sub_event_type == "Government regains territory"
    assert captured.for_case("").sub_event_type == "Non-state actor overtakes territory"
    assert load().acled("air_strike").for_case("state_initiator").sub_event_type == "Air/drone strike"


@pytest.mark.parametrize("code", ["crime", "accident_or_disaster"])
def test_what_is_left_out_of_the_record_has_no_code_elsewhere(code: str) -> None:
    ontology = load()
    assert ontology.acled(code).default.event_type == ""
    assert ontology.ucdp(code).type_of_violence is None
    assert ontology.plover(code).event_type is None


def test_plover_rows_stand_in_the_right_quad_and_sign() -> None:
    for leaf in load().leaves():
        codes = load().plover(leaf.code)
        if codes.event_type is None:
            assert (codes.mode, codes.quad, codes.intensity) == (None, None, None)
            continue
        assert codes.quad is not None
        assert codes.intensity is not None
        assert codes.event_type in PLOVER_QUADS[codes.quad]
        assert (codes.intensity > 0) == (codes.quad in {1, 2})


@pytest.mark.parametrize(
    ("code", "who", "whom", "type_of_violence"),
    [
        ("armed_clash", {"state_force"}, {"rebel"}, 1),
        ("armed_clash", {"rebel"}, {"police", "civilians"}, 1),
        ("armed_clash", {"communal_militia"}, {"communal_militia"}, 2),
        ("armed_clash", {"criminal_group"}, {"political_militia"}, 2),
        ("shelling", {"state_force"}, {"civilians"}, 3),
        ("shelling", {"unknown"}, {"protesters"}, 3),
        ("air_strike", set(), set(), 1),
        ("air_strike", {"coalition"}, {"unknown"}, 1),
        ("violence_other", {"unknown"}, set(), None),
        ("violence_other", {"rebel"}, {"rebel"}, 2),
        ("violence_other", set(), {"civilians"}, 3),
        ("attack_on_civilians", {"rebel"}, {"state_force"}, 3),
        ("protest", {"protesters"}, {"police"}, None),
    ],
)
def test_ucdp_type_of_violence_follows_the_participants(
    code: str, who: set[str], whom: set[str], type_of_violence: int | None
) -> None:
    assert load().ucdp(code).type_of_violence_between(who, whom) == type_of_violence

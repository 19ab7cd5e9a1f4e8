import pytest

from marsad.export.codes import Codes, codes
from marsad.facts import parties
from marsad.model import Party
from marsad.ontology import load


def of_kind(*kinds: str) -> list[Party]:
    """Return one party of each kind, from the tables of facts."""
    return [Party(kind, next(code for code, fact in parties().items() if fact.kind == kind), None) for kind in kinds]


@pytest.mark.parametrize(
    ("type", "who", "whom", "expected"),
    [
        ("territory_captured", ["state_force"], ["rebel"], {"acled_sub_event_type": "Government regains territory"}),
        ("territory_captured", ["rebel"], [], {"acled_sub_event_type": "Non-state actor overtakes territory"}),
        ("violence_other", [], ["rebel"], {"acled_event_type": "Battles"}),
        ("violence_other", [], [], {"acled_event_type": "Violence against civilians"}),
        ("armed_clash", ["state_force"], ["rebel"], {"ucdp_type_of_violence": 1}),
        ("armed_clash", ["rebel"], ["political_militia"], {"ucdp_type_of_violence": 2}),
        ("shelling", [], [], {"plover_event_type": "ASSAULT", "plover_quad_code": 4}),
    ],
)
def test_codes_follow_the_participants(
    type: str, who: list[str], whom: list[str], expected: dict[str, str | int]
) -> None:
    found = codes(type, of_kind(*who), of_kind(*whom))
    assert {name: getattr(found, name) for name in expected} == expected


def test_parties_that_no_table_knows_decide_nothing() -> None:
    unknown = [Party("gunmen", None, None), Party("a new front", "new-front", None)]
    assert codes("territory_captured", unknown, unknown) == codes("territory_captured", [], [])


@pytest.mark.parametrize("type", [entry.code for entry in load().leaves()])
def test_every_type_has_codes(type: str) -> None:
    assert isinstance(codes(type, of_kind("state_force"), of_kind("rebel")), Codes)

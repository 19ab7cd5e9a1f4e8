import pytest

from marsad.resolve.places import candidates, default_gazetteer


def test_what_speaks_for_a_place_adds_up() -> None:
    chicago = default_gazetteer().named("Chicago")[0]
    found = candidates("Springfield", default_gazetteer(), countries=("US",), near=(chicago,))
    assert len(found) > 5
    assert [candidate.score for candidate in found] == sorted((c.score for c in found), reverse=True)
    for candidate in found:
        assert sum(candidate.weights.values()) == pytest.approx(candidate.score, abs=0.05)
    assert (found[0].entry.admin1, found[0].taken) == ("Illinois", True)
    assert found[0].weights["nearness"] > found[1].weights.get("nearness", 0.0)
    assert not any(candidate.taken for candidate in found[1:])


def test_another_spelling_is_looked_for_in_the_countries_at_hand_alone() -> None:
    assert candidates("Raqa", default_gazetteer()) == ()
    (found,) = candidates("Raqa", default_gazetteer(), countries=("SY",))
    assert (found.entry.id, found.taken, found.weights["another spelling"] < 0) == ("geonames:172955", True, True)


def test_a_name_that_nothing_speaks_for_is_not_taken() -> None:
    found = candidates("Dalanj", default_gazetteer(), countries=("UA",))
    assert [candidate.taken for candidate in found if candidate.entry.country == "SD"] != [True]


def test_candidates_can_be_held_to_a_country() -> None:
    gazetteer = default_gazetteer()
    lebanon = gazetteer.country("LB")
    assert lebanon is not None
    found = candidates("Tripoli", gazetteer, within=(lebanon,))
    assert {candidate.entry.country for candidate in found} == {"LB"}
    assert [c.entry.kind for c in candidates("Lebanon", gazetteer, within=(lebanon,)) if c.taken] == ["country"]

"""Ids depend on their fields and on nothing else."""

from marsad.model import content_id


def test_same_fields_give_the_same_id() -> None:
    assert content_id("c", "d-1", 3, 9, "air_strike") == content_id("c", "d-1", 3, 9, "air_strike")


def test_order_and_borders_of_fields_matter() -> None:
    ids = {
        content_id("c", "a", "bc"),
        content_id("c", "ab", "c"),
        content_id("c", "bc", "a"),
        content_id("e", "a", "bc"),
    }
    assert len(ids) == 4


def test_lone_surrogates_do_not_fail() -> None:
    assert content_id("d", "\ud800").startswith("d-")


def test_an_id_is_a_prefix_and_sixteen_digits() -> None:
    prefix, digits = content_id("e", "x").split("-")
    assert prefix == "e"
    assert len(digits) == 16
    assert int(digits, 16) >= 0

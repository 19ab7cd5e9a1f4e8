"""Who has a stake in what he or she tells."""

import pytest

from marsad.model import Party, Source
from marsad.resolve.sources import with_interest

# who is credited, a side of the claim, whether it has an interest
CASES = [
    ("rsf-sudan", "rsf-sudan", True),
    ("sana", "syrian-army", True),
    ("ukraine-general-staff", "ukraine-air-force", True),
    ("sohr", "syrian-army", False),
    ("hrw", "rsf-sudan", False),
    ("idf", "hamas", False),
    ("russia-mod", "russia-navy", True),
    ("arakan-army", "arakan-army", True),
    (None, "m23", False),
]


@pytest.mark.parametrize(("source", "side", "interested"), CASES)
def test_a_side_of_the_claim_has_an_interest(source: str | None, side: str, *, interested: bool) -> None:
    told = Source(source or "residents", source, "unknown", None)
    for who, whom in (((Party(side, side, None),), ()), ((), (Party(side, side, None),))):
        assert [one.interest for one in with_interest((told,), who, whom)] == [interested]


def test_a_name_that_no_table_knows_is_a_side_by_its_words() -> None:
    told = Source("Blue Valley militia", None, "party", None)
    side = Party("Blue Valley Militia", None, None)
    assert with_interest((told,), (side,), ())[0].interest
    assert not with_interest((told,), (Party("traders", None, None),), ())[0].interest


def test_survivors_who_tell_what_was_done_to_them_are_no_side() -> None:
    told = Source("villagers", None, "witness", None)
    assert not with_interest((told,), (), (Party("villagers", None, None),))[0].interest

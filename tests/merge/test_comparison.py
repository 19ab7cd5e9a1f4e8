"""What two claims share and what it is worth."""

from marsad.merge.archive import Archive
from marsad.merge.comparison import Comparison, compare
from marsad.merge.stories import story_of
from marsad.model import Document, ResolvedClaim
from tests.merge.factory import claim, day, digest, killed, report, town

FIRST = report("A raid on Nyala went on.", outlet="Nile Star")
SECOND = report("Nyala saw a raid again.", outlet="Baltic Post")
PLACE = town("Nyala")


def compared(left: tuple[ResolvedClaim, Document], right: tuple[ResolvedClaim, Document]) -> Comparison:
    one, two = digest(*left), digest(*right)
    return compare(one, two, Archive.of(map(story_of, (left[1], right[1])), (one, two)))


def codes(comparison: Comparison) -> set[str]:
    return {finding.code for finding in comparison.findings}


def test_kind_and_place_alone_are_no_particulars() -> None:
    bare = compared(
        (claim(FIRST, trigger="raid", where=PLACE), FIRST), (claim(SECOND, trigger="raid", where=PLACE), SECOND)
    )
    counted = compared(
        (claim(FIRST, trigger="raid", where=PLACE, figures=(killed(8),)), FIRST),
        (claim(SECOND, trigger="raid", where=PLACE, figures=(killed(8),)), SECOND),
    )
    assert "particulars: none" in codes(bare)
    assert "particulars: none" not in codes(counted)
    assert bare.evidence < counted.evidence


def test_two_tolls_are_a_dispute_on_one_day_and_as_likely_two_happenings_without() -> None:
    undated = compared(
        (claim(FIRST, trigger="raid", where=PLACE, figures=(killed(8),)), FIRST),
        (claim(SECOND, trigger="raid", where=PLACE, figures=(killed(12),)), SECOND),
    )
    dated = compared(
        (claim(FIRST, trigger="raid", where=PLACE, when=day(11), figures=(killed(8),)), FIRST),
        (claim(SECOND, trigger="raid", where=PLACE, when=day(11), figures=(killed(12),)), SECOND),
    )
    assert "figures: rivals of no day" in codes(undated)
    assert "figures: rivals" in codes(dated)
    assert not undated.same
    assert dated.same

"""Who meets whom, and that nobody meets everybody."""

from collections.abc import Sequence
from datetime import timedelta

from msgspec.structs import replace

from marsad.merge.archive import Archive
from marsad.merge.candidates import LARGEST_BLOCK, candidates
from marsad.merge.digest import ClaimDigest
from marsad.merge.stories import story_of
from marsad.model import Document, Place, Time
from tests.merge.factory import claim, day, digest, party, province, report, town

PAPERS = [report(f"A strike was told of by paper {number}.", outlet=f"Paper {number}") for number in range(400)]


def seen(number: int, when: Time | None, where: Place | None) -> ClaimDigest:
    return digest(claim(PAPERS[number], where=where, when=when), PAPERS[number])


def met(*digests: ClaimDigest, papers: Sequence[Document] = PAPERS) -> set[frozenset[str]]:
    archive = Archive.of(map(story_of, papers), digests)
    pairs = [frozenset((left.claim.id, right.claim.id)) for left, right in candidates(digests, archive)]
    assert len(pairs) == len(set(pairs))
    return set(pairs)


def test_near_places_and_days_meet_and_far_ones_do_not() -> None:
    one, near = seen(1, day(10), town("El Fasher")), seen(2, day(11), town("El Fasher"))
    elsewhere, later = seen(3, day(10), town("Lashio")), seen(4, day(10, month=9), town("El Fasher"))
    assert met(one, near, elsewhere, later) == {frozenset((one.claim.id, near.claim.id))}


def test_a_town_meets_its_province_and_a_day_its_year() -> None:
    exact = seen(1, day(10), town("El Fasher"))
    vague = seen(2, day(10), province("North Darfur", 15.5, 25.0, "SD"))
    year = replace(day(1), end=day(1).start + timedelta(days=300), precision="year")
    some_day = seen(3, year, town("El Fasher"))
    assert frozenset((exact.claim.id, vague.claim.id)) in met(exact, vague)
    assert frozenset((exact.claim.id, some_day.claim.id)) in met(exact, some_day)


def test_a_country_is_met_on_its_day_only() -> None:
    sudan = Place("Sudan", "SD", 15.0, 30.0, 900.0, "country", "SD", None, None, "as said")
    wide, same_day, other_day = (
        seen(1, day(10), sudan),
        seen(2, day(10), town("Nyala")),
        seen(3, day(20), town("Nyala")),
    )
    assert met(wide, same_day, other_day) == {frozenset((wide.claim.id, same_day.claim.id))}


def test_two_claims_of_one_report_never_meet() -> None:
    paper = report("A strike hit Nyala. The strike on Nyala went on.", outlet="Nile Courier")
    one, two = (
        digest(claim(paper, trigger=words, where=town("Nyala"), when=day(10)), paper)
        for words in ("strike hit", "strike on")
    )
    assert met(one, two, papers=[paper]) == set()


def test_a_crowded_week_is_cut_so_that_pairs_grow_with_the_record() -> None:
    who = party("Sudanese Armed Forces", "sudan-army")

    def crowd(size: int) -> int:
        return len(met(*(digest(claim(paper, who=(who,), when=day(6, until=12)), paper) for paper in PAPERS[:size])))

    few, many = crowd(2 * LARGEST_BLOCK), crowd(4 * LARGEST_BLOCK)
    assert many < 3 * few

from datetime import date

from marsad.merge import merge
from marsad.merge.testimonies import fold
from marsad.model import Document, ResolvedClaim
from tests.merge.factory import claim, day, killed, report, telling, town

SENTENCE = "A drone strike on the fuel depot of Nyala killed 4 drivers on Friday, medics said."


def printed(outlet: str, *, published: date = date(2024, 5, 12)) -> Document:
    return report(f"{SENTENCE}\nPrinted by {outlet}.", outlet=outlet, published=published)


def strike(document: Document, dead: int = 4) -> ResolvedClaim:
    return claim(document, where=town("Nyala"), when=day(10), figures=(killed(dead),))


def test_one_sentence_in_many_papers_is_compared_once() -> None:
    papers = [printed(f"Paper {number}") for number in range(30)]
    (group,) = fold([telling(strike(paper), paper) for paper in papers], ())
    assert [one.id for one in group] == sorted(strike(paper).id for paper in papers)


def test_what_differs_in_a_field_stays_apart() -> None:
    left, right, later = printed("Left"), printed("Right"), printed("Later", published=date(2024, 5, 30))
    told = [telling(strike(left), left), telling(strike(right, 9), right), telling(strike(later), later)]
    assert len(fold(told, ())) == 3


def test_what_an_analyst_judged_and_what_is_too_short_stay_by_themselves() -> None:
    papers = [printed(outlet) for outlet in ("Left", "Right", "Other")]
    told = [telling(strike(paper), paper) for paper in papers]
    assert len(fold(told, {told[0].id})) == 2
    short = [report("A strike killed 4.", outlet=outlet) for outlet in ("Left", "Right")]
    assert len(fold([telling(claim(paper), paper) for paper in short], ())) == 2


def test_a_report_that_repeats_its_sentence_is_not_folded_into_itself() -> None:
    paper = printed("Paper")
    told = telling(strike(paper), paper)
    assert len(fold([told, told], ())) == 2


def test_an_event_holds_every_claim_of_its_testimonies_and_says_why() -> None:
    papers = [printed(f"Paper {number}") for number in range(30)]
    (event,) = merge([strike(paper) for paper in papers], papers).events
    assert event.claims == tuple(sorted(strike(paper).id for paper in papers))
    assert (event.documents, event.outlets, event.origins) == (30, 30, 1)
    assert {reason.right for reason in event.merged_because} == set(event.claims[1:])
    assert all("same sentence" in " ".join(reason.reasons) for reason in event.merged_because)

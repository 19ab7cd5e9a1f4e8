"""Equal values of a record are kept once."""

from marsad.merge.sharing import Shared
from tests.merge.factory import claim, day, digest, party, report, town

TEXT = "A strike on the fish market of Nyala killed nine traders on Friday, medics in the town said."


def test_what_two_copies_tell_is_kept_once_and_stays_equal() -> None:
    shared = Shared()
    told = [
        claim(paper, where=town("Nyala"), when=day(10), who=(party("Sudanese Armed Forces", "sudan-army"),))
        for paper in (report(TEXT, outlet="Nile Courier"), report(TEXT, outlet="Darfur Herald"))
    ]
    one, two = map(shared.claim, told)
    assert [one, two] == told
    assert one.where is two.where
    assert one.who is two.who
    assert one.trigger is two.trigger
    assert one.document != two.document


def test_places_that_differ_in_one_field_share_the_rest() -> None:
    shared = Shared()
    paper = report(TEXT, outlet="Nile Courier")
    one, two = (shared.claim(claim(paper, where=town("Nyala", radius_km=reach))) for reach in (5.0, 9.0))
    assert one.where is not None
    assert two.where is not None
    assert (one.where.radius_km, two.where.radius_km) == (5.0, 9.0)
    assert one.where.basis is two.where.basis


def test_words_of_digests_are_kept_once() -> None:
    shared = Shared()
    papers = [report(TEXT, outlet=outlet) for outlet in ("Nile Courier", "Darfur Herald")]
    digests = [digest(claim(paper, where=town("Nyala")), paper) for paper in papers]
    one, two = map(shared.digest, digests)
    assert [one, two] == digests
    assert one.words is two.words
    assert one.words
    documents = [shared.document(found.document) for found in digests]
    assert documents == [found.document for found in digests]

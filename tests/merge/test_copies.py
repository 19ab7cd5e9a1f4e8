"""The same text elsewhere: how much of it, and of what kind."""

from marsad.merge.copies import find_copies
from marsad.merge.digest import digest_document
from marsad.model import Copy, Document
from tests.merge.factory import report

WIRE = (
    "Shells fell on the bus station of Kostiantynivka at noon on Tuesday, local officials said.",
    "Four people who had been waiting for the Dnipro coach were killed at once.",
    "A fire spread to three kiosks and was put out within the hour by volunteers.",
    "The regional prosecutor opened an inquiry into what he called a war crime.",
)
OWN = (
    "Our reporter found the platform empty on Wednesday morning, its clock stopped at noon.",
    "A woman who sold tea there said that she had left to fetch milk and so was spared.",
    "The council wants to move the stop to the railway yard before the winter comes.",
)


def copies(*documents: Document) -> tuple[Copy, ...]:
    return find_copies(digest_document(document) for document in documents)


def test_a_new_line_at_the_top_and_other_quotes_leave_a_text_identical() -> None:
    left = report("\n\n".join(WIRE), outlet="Donbas Post", agencies=("AFP",))
    right = report("UPDATED\n\n" + " ".join(WIRE), outlet="Kharkiv Mail")
    assert {(copy.of, copy.document, copy.kind) for copy in copies(left, right)} == {
        (left.id, right.id, "identical"),
        (right.id, left.id, "identical"),
    }


def test_half_of_an_agencys_text_under_its_credit_is_an_agency_copy() -> None:
    wire = report(" ".join(WIRE), outlet="Donbas Post", agencies=("AFP",))
    cut = report(" ".join((*WIRE[:3], OWN[0])), outlet="Kharkiv Mail", agencies=("AFP",))
    found = {(copy.of, copy.kind) for copy in copies(wire, cut)}
    assert found == {(wire.id, "agency_copy"), (cut.id, "agency_copy")}


def test_a_shared_part_without_a_common_credit_is_reuse_with_its_share() -> None:
    wire = report(" ".join(WIRE), outlet="Donbas Post")
    feature = report(" ".join((*OWN, WIRE[0])), outlet="Kharkiv Mail")
    of_feature = next(copy for copy in copies(wire, feature) if copy.of == feature.id)
    assert of_feature.kind == "reuse"
    assert 0.2 < of_feature.share < 0.4


def test_short_sentences_and_single_quotes_make_no_copy() -> None:
    left = report("Fighting went on. " + " ".join(WIRE), outlet="Donbas Post")
    right = report("Fighting went on. " + " ".join(OWN), outlet="Kharkiv Mail")
    assert copies(left, right) == ()

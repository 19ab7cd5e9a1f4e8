"""Events of WikiEvents that have our types."""

from collections.abc import Sequence

from evaluation.wikievents import Argument, Event, Row, Trigger, outcomes_of, report_of
from marsad.model import Claim, Document
from tests.evaluation.reader import claim_of

TOKENS = tuple("Gunmen attacked a convoy near Goma , and police arrested two men .".split())
TEXT = " ".join(TOKENS)
ROW = Row(
    TOKENS,
    (
        Event("Conflict.Attack", Trigger(1, 2), (Argument("Attacker", "Gunmen"), Argument("Target", "bus"))),
        Event("Justice.ArrestJailDetain", Trigger(9, 10), (Argument("Jailer", "police"),)),
        Event("Contact.Contact", Trigger(0, 1), ()),
    ),
)


class Finds:
    """Finds the attack alone, and is right about who when it is told."""

    name = "finds.v1"

    def extract(self, document: Document) -> tuple[Claim, ...]:
        """Return what the text alone gives."""
        return (claim_of(document.text, "attacked", "armed_clash"),)

    def read_given(self, document: Document, triggers: Sequence[tuple[int, int, str]]) -> tuple[Claim, ...]:
        """Return one claim for each trigger."""
        return tuple(claim_of(document.text, TEXT[a:b], type_, who=["Gunmen"]) for a, b, type_ in triggers)


def test_only_types_that_we_share_are_wanted_and_the_rest_is_missed() -> None:
    report = report_of(list(outcomes_of(ROW, Finds(), Finds())), "finds.v1")
    assert report.figures["triggers"] == 2
    assert report.figures["triggers_recall"] == report.figures["typed_recall"] == 0.5
    assert report.errors == (f"Justice.ArrestJailDetain, nothing: {TEXT.replace('arrested', '[arrested]')}",)


def test_participants_count_when_their_words_are_read() -> None:
    report = report_of(list(outcomes_of(ROW, Finds(), Finds())), "finds.v1")
    rows = {row[0]: row[1:] for row in report.tables[1].rows}
    assert rows["who"] == (0.5, 2)
    assert rows["all"] == (0.5, 2)  # "bus" stands nowhere in the passage and is not wanted

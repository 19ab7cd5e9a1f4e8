from msgspec.structs import replace

from marsad.export import WITHHELD, Withholding
from marsad.model import Span
from tests import sample_record as sample


def test_a_quoted_sentence_holds_no_part_of_a_private_name() -> None:
    text = f"{sample.DRONE.text} Tkach’s son, Dr Olena’s pupil, left Kharkiv."
    document = replace(sample.DRONE, text=text)
    quoted = Withholding.of([sample.STRIKE]).quote(document, Span(0, len(text)))
    assert "Tkach" not in quoted
    assert "Olena" not in quoted
    assert quoted.endswith(f"{WITHHELD}’s son, Dr {WITHHELD}’s pupil, left Kharkiv.")


def test_the_names_of_one_report_stay_in_another() -> None:
    withholding = Withholding.of([sample.STRIKE])
    other = replace(sample.MARKET, text="Olena Sky, an aid group, sent trucks.")
    assert withholding.quote(other, Span(0, len(other.text))) == other.text

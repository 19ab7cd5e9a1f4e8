"""From the phrases of claims to the narrowest names."""

import pytest

from evaluation.place_names import narrowest
from evaluation.texts import document_of
from tests.evaluation.reader import claim_of

CASES = [
    ("A mine killed two in the West Bank city of Nablus.", ["West Bank", "city of Nablus"], ["Nablus"]),
    ("A mine killed two in Mogadishu's Yaqshid district.", ["Mogadishu's Yaqshid district"], ["Yaqshid"]),
    ("A mine killed two in Pulka, Borno state, in Nigeria.", ["Pulka, Borno state", "Nigeria"], ["Pulka"]),
    ("A mine killed two in Zubkosh in the Idlib countryside.", ["Zubkosh in the Idlib countryside"], ["Zubkosh"]),
    ("Mines killed two in Mosul and Kirkuk in Iraq.", ["Mosul and Kirkuk", "Iraq"], ["Mosul", "Kirkuk"]),
    ("A mine killed two in Tame, 460 miles north of Bogota.", ["Tame, 460 miles north of Bogota"], ["Tame"]),
    ("A mine killed two in a Syrian village.", ["a Syrian village"], []),
    ("A mine killed two in northern Mali.", ["northern Mali"], ["Mali"]),
    ("A mine killed two 9 km north of Kherson.", ["9 km north of Kherson"], ["Kherson"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "where", "wanted"), CASES)
def test_the_narrowest_names_are_kept(text: str, where: list[str], wanted: list[str]) -> None:
    claim = claim_of(text, "killed", "explosive_device", where=where)
    spans = narrowest(document_of(text), [claim])
    assert [text[span.start : span.end] for span in spans] == wanted

"""Where a report was written is told before it begins."""

import pytest

from marsad.resolve.dateline import dateline
from tests.resolve.actors.marked import document_of

LINES = [
    ("PORT SUDAN (NC) - At least 17 people were killed.", "PORT SUDAN (NC) -"),
    ("EL FASHER, Sudan, May 22 (AV) — Shelling has killed 22.", "EL FASHER, Sudan, May 22 (AV) —"),
    ("KYIV, Aug 8 — Missiles fell.", "KYIV, Aug 8 —"),
    ("Goma, DR Congo — Five people were killed.", "Goma, DR Congo —"),
    ("GAZA/JERUSALEM, July 13 (LM) - A strike killed ninety.", "GAZA/JERUSALEM, July 13 (LM) -"),
    ("PESHAWAR, Pakistan (Herald): The toll rose.", "PESHAWAR, Pakistan (Herald):"),
    ("(AMMAN) Gunmen attacked a convoy - and lost.", "(AMMAN)"),
    ("(M23) and the army fought.", ""),
    ("Rebels took a town - the third this week.", ""),
    ("Mopti - five people were killed.", ""),
    ("Police: two were killed.", ""),
    ("COLOMBO: Bombers struck three churches.", "COLOMBO:"),
    ("BREAKING: Bombers struck three churches.", ""),
    ("UNHCR: thousands fled.", ""),
]


@pytest.mark.parametrize(("text", "line"), LINES)
def test_a_dateline_ends_before_the_report(text: str, line: str) -> None:
    span = dateline(document_of(text))
    assert text[span.start : span.end] == line

"""Parties that are taken for the right one, in reports given."""

from pathlib import Path

import pytest

from evaluation.parties import SHIPPED, measure, unmarked
from evaluation.texts import FormatError

REPORT = """
lebanon:
  war: Lebanon
  year: 2024
  text: "[[Hezbollah|hezbollah]] shot at [[whom:a shepherd|=shepherd]] in Lebanon. [[Nobody|hamas]] wept."
"""


def test_the_share_and_what_went_wrong_are_told(tmp_path: Path) -> None:
    path = tmp_path / "parties.yaml"
    path.write_text(REPORT)
    report = measure(path)
    assert report.figures == {
        "parties": 3,
        "wars": 1,
        "right": 0.6667,
        "right_of_the_table": 0.5,
        "right_of_others": 1.0,
    }
    assert report.errors == ("Lebanon: Nobody: =Nobody, not hamas",)


def test_what_is_no_such_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "parties.yaml"
    path.write_text("lebanon: {war: Lebanon}")
    with pytest.raises(FormatError):
        measure(path)


def test_the_set_that_ships_is_as_large_as_said() -> None:
    report = measure(SHIPPED)
    assert report.figures["parties"] == 623
    assert report.figures["wars"] == 27
    right = report.figures["right"]
    assert isinstance(right, float)
    assert right >= 0.96


def test_marks_are_taken_out() -> None:
    assert unmarked("The [[army|idf]].") == ("The army.", [("who", 4, 8, "idf")])

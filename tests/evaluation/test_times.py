"""Time expressions against TimeML: the format, the values, the counts of TempEval-3."""

from datetime import date
from pathlib import Path

import pytest

from evaluation.texts import FormatError
from evaluation.timeml import TimedText, Timex, read_folder, read_text
from evaluation.times import days_of, matched, measure, outcome_of, report_of
from evaluation.timex import Read, Reader

CREATED = date(2023, 5, 12)  # a Friday

FILE = """<?xml version="1.0" ?>
<TimeML><DOCID>x</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2023-05-12" functionInDocument="CREATION_TIME">May 12</TIMEX3></DCT>
<TEXT>Troops <EVENT eid="e1">left</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2023-05-08">Monday</TIMEX3> after
<TIMEX3 tid="t2" type="DURATION" value="P3D">a <SIGNAL>three</SIGNAL>-day</TIMEX3> siege.<TIMEX3 tid="t3" value="P1D"/>
</TEXT></TimeML>"""

# words, value in TIMEX3
VALUES = [
    ("Monday", "2023-05-08"),
    ("Monday night", "2023-05-08TNI"),
    ("on 6 March 2021", "2021-03-06"),
    ("in March", "2023-03"),
    ("last year", "2022"),
    ("last week", "2023-W18"),
    ("late last year", "2022"),
    ("two weeks ago", "2023-W17"),
    ("three months ago", "2023-02"),
    ("the past three days", "P3D"),
    ("a five-year war", "P5Y"),
    ("every Friday", "XXXX-WXX-5"),
    ("the spring of 2022", "2022-SP"),
    ("the 1990s", "199"),
    ("since November", "2022-11"),
    ("several weeks ago", "PAST_REF"),
    ("the first half of 2014", "2014-H1"),
    ("recently", "PAST_REF"),
    ("now", "PRESENT_REF"),
    ("in the near future", "FUTURE_REF"),
    ("in the first quarter", "2023-Q1"),
    ("for weeks", "PXW"),
    ("in recent years", "PXY"),
    ("for two and a half years", "P2Y6M"),
    ("over two decades", "P20Y"),
    ("annually", "P1Y"),
    ("every month", "P1M"),
    ("at 10:30 p.m. on Monday", "2023-05-08T22:30"),
    ("at noon on Monday", "2023-05-08T12:00"),
    ("three days after", "P3D"),
]


@pytest.mark.parametrize(("words", "value"), VALUES)
def test_readings_are_told_as_timex_values(words: str, value: str) -> None:
    text = f"It began {words}."
    read = Reader(text, CREATED).at(9, 9 + len(words))
    assert read is not None
    assert read.timex.value == value


def test_text_and_places_of_the_expressions_are_read(tmp_path: Path) -> None:
    path = tmp_path / "x.tml"
    path.write_text(FILE, encoding="utf-8")
    text = read_text(path)
    assert text.text.strip() == "Troops left on Monday after\na three-day siege."
    assert [(text.text[t.start : t.end], t.value) for t in text.timexes] == [
        ("Monday", "2023-05-08"),
        ("a three-day", "P3D"),
    ]
    assert text.created == CREATED


def test_files_are_found_in_folders_of_folders(tmp_path: Path) -> None:
    for name in ("b/two.tml", "a/one.tml", "a/notes.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(FILE, encoding="utf-8")
    assert [text.name for text in read_folder(tmp_path)] == ["one", "two"]
    assert measure(tmp_path).figures["texts"] == 2


@pytest.mark.parametrize("content", ["<TimeML><TEXT>", "<TimeML/>"])
def test_what_is_no_timeml_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "x.tml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(FormatError):
        read_text(path)


def test_prepositions_are_left_out_and_ranges_told_apart() -> None:
    text = "Fighting went on since Monday, and between 3 May and 5 May trains stood still."
    found = [(text[r.timex.start : r.timex.end], r.timex.value) for r in Reader(text, CREATED).all()]
    assert found == [("Monday", "2023-05-08"), ("3 May", "2023-05-03"), ("5 May", "2023-05-05")]


def test_a_year_ago_is_a_quarter_where_quarters_are_told_of() -> None:
    text = (
        "Losses doubled in the first quarter, from four a year ago. Nine months on they fell below those of a year ago."
    )
    values = [read.timex.value for read in Reader(text, CREATED).all()]
    assert values == ["2023-Q1", "2022-Q1", "P9M", "2022"]


def test_strict_relaxed_and_value_are_counted_apart() -> None:
    text = "On Monday night rebels came; they left on Wednesday and were back last year."
    wanted = tuple(
        Timex(text.index(words), text.index(words) + len(words), value)
        for words, value in (("Monday", "2023-05-08"), ("Wednesday", "2023-05-10"), ("back", "PRESENT_REF"))
    )
    figures = report_of([outcome_of(TimedText("x", text, CREATED, wanted))]).figures
    assert figures["strict_recall"] == 0.3333
    assert figures["relaxed_recall"] == 0.6667
    assert figures["relaxed_precision"] == 0.6667
    assert figures["value_f1"] == 0.3333
    assert figures["given_value_accuracy"] == 0.6667


def test_an_expression_is_matched_once_and_by_its_own_span_first() -> None:
    long, short = Timex(0, 20, "a"), Timex(10, 20, "b")
    reads = [Read(Timex(10, 20, "b"), None)]
    assert matched([long, short], reads) == [(short, reads[0])]


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2016-12", "2016-12-01", "2016-12-31"),
        ("2016-Q4", "2016-10-01", "2016-12-31"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2016-02-03T10:00", "2016-02-03", "2016-02-03"),
    ],
)
def test_values_stand_for_days(value: str, first: str, last: str) -> None:
    assert days_of(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", ["P3D", "PRESENT_REF", "XXXX-10", "2016-02-31", "201", "2016-W60", ""])
def test_other_values_stand_for_none(value: str) -> None:
    assert days_of(value) is None

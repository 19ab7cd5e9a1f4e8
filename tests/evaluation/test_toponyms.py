"""Names of places: the formats that are read, and how far off counts as right."""

from datetime import date
from pathlib import Path

import pytest

from evaluation.distance import kilometres
from evaluation.texts import FormatError
from evaluation.toponyms import Article, Toponym, measure, read_articles, report_of, resolve
from marsad.resolve.places.gazetteer import default_gazetteer

TEXT = "Shells fell on Kharkiv and Sumy in Ukraine."


LGL = f"""<articles><article docid="1"><dltime>2022-03-01 10:00:00</dltime><text><![CDATA[{TEXT}]]></text>
<toponyms><toponym><start>15</start><end>22</end><phrase>Kharkiv</phrase>
<gaztag geonameid="706483"><lat>49.98</lat><lon>36.25</lon></gaztag></toponym>
<toponym><start>27</start><end>31</end><phrase>Sumy</phrase></toponym></toponyms></article></articles>"""
FLAT = f"""<articles><article><text>{TEXT}</text><locations><location><name>Sumy</name><start>27</start><end>31</end>
<lat>50.91</lat><lon>34.80</lon></location></locations></article></articles>"""
PAGED = f"""<pages><page><text>{TEXT}</text><lat>49.98</lat><lon>36.25</lon><toponymIndices><toponym><start>15</start>
<end>22</end></toponym></toponymIndices></page></pages>"""


def articles(tmp_path: Path, xml: str) -> list[Article]:
    path = tmp_path / "names.xml"
    path.write_text(xml, encoding="utf-8")
    return list(read_articles(path))


def test_fields_in_a_tag_of_their_own_are_read_and_names_without_a_place_left_out(tmp_path: Path) -> None:
    assert articles(tmp_path, LGL) == [Article(TEXT, date(2022, 3, 1), (Toponym(15, 22, 49.98, 36.25),))]


def test_fields_in_the_name_itself_are_read(tmp_path: Path) -> None:
    assert articles(tmp_path, FLAT)[0].toponyms == (Toponym(27, 31, 50.91, 34.80),)


@pytest.mark.parametrize("start", [12, 15, 20, 40])
def test_a_name_that_drifted_from_its_offsets_is_found_again(tmp_path: Path, start: int) -> None:
    xml = LGL.replace("<start>15</start><end>22</end>", f"<start>{start}</start><end>{start + 7}</end>")
    (toponym,) = articles(tmp_path, xml)[0].toponyms
    assert TEXT[toponym.start : toponym.end] == "Kharkiv"


def test_one_place_for_all_names_of_a_page_is_read(tmp_path: Path) -> None:
    assert articles(tmp_path, PAGED)[0].toponyms == (Toponym(15, 22, 49.98, 36.25),)


def test_what_is_no_xml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormatError):
        articles(tmp_path, "<articles><article>")


def test_a_name_is_right_within_a_hundred_miles_and_unresolved_counts_as_wrong() -> None:
    text = "Shells fell on Kharkiv, Sumy and Qwxzkjy."
    kharkiv, sumy_far_off = Toponym(15, 22, 49.98, 36.25), Toponym(24, 28, 10.0, 10.0)
    nowhere = Toponym(33, 40, 1.0, 1.0)
    article = Article(text, None, (kharkiv, sumy_far_off, nowhere))
    report = report_of(resolve(article, default_gazetteer()))
    assert report.figures["accuracy_161km"] == 0.3333
    assert report.figures["accuracy_161km_of_resolved"] == 0.5
    assert report.figures["unresolved"] == 0.3333
    assert report.errors[1].startswith("unresolved: ")
    assert "[Qwxzkjy]" in report.errors[1]


def test_an_area_holds_what_lies_within_its_radius() -> None:
    text = "Fighting went on in Sudan."
    article = Article(text, None, (Toponym(20, 25, 13.5, 33.0),))
    figures = report_of(resolve(article, default_gazetteer())).figures
    assert (figures["accuracy_161km"], figures["accuracy_161km_or_radius"]) == (0.0, 1.0)


def test_a_file_is_measured(tmp_path: Path) -> None:
    path = tmp_path / "names.xml"
    path.write_text(LGL, encoding="utf-8")
    figures = measure(path).figures
    assert (figures["toponyms"], figures["accuracy_161km"]) == (1, 1.0)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((0, 0), (0, 180), 20015),
        ((0, 179.5), (0, -179.5), 111),
        ((90, 0), (90, 120), 0),
        ((33.3, 44.4), (33.3, 44.4), 0),
    ],
)
def test_distances_go_the_short_way_round(one: tuple[float, float], other: tuple[float, float], expected: int) -> None:
    assert round(kilometres(*one, *other)) == expected

"""Files of many reports as crawlers and spreadsheets write them."""

import gzip
import json
from pathlib import Path

import pytest

from marsad.model import Document
from marsad.reading import count, find, read

TITLE = "Boats shelled off Mocha"
STORY = "Two fishing boats were shelled off Mocha on Friday, fishermen said, and one man drowned."
HTML = f"<p>{STORY}</p><p>The coast guard picked up the others.</p>"


def documents(path: Path) -> list[Document]:
    assert count([path]) == len(list(find([path])))
    return [read(raw) for raw in find([path])]


def codes(path: Path) -> list[str]:
    return [issue.code for doc in documents(path) for issue in doc.issues]


def written(folder: Path, name: str, content: str) -> Path:
    (folder / name).write_text(content, encoding="utf-8")
    return folder / name


FIELDS: dict[str, dict[str, object]] = {
    "our own": {"title": TITLE, "text": STORY, "outlet": "Tihama Post", "published": "2025-03-07", "url": "http://x.y"},
    "news-please": {
        "title": TITLE,
        "maintext": STORY,
        "source_domain": "Tihama Post",
        "date_publish": "2025-03-07 09:00:00",
        "url": "http://x.y",
    },
    "a news API": {
        "title": TITLE,
        "content": STORY,
        "source": {"id": None, "name": "Tihama Post"},
        "publishedAt": "2025-03-07T09:00:00Z",
        "url": "http://x.y",
    },
    "a blog": {
        "title": {"rendered": TITLE},
        "content": {"rendered": f"<p>{STORY}</p>"},
        "date": "2025-03-07T09:00:00",
        "link": "http://x.y",
        "site_name": "Tihama Post",
    },
    "in capitals": {
        "TITLE": TITLE,
        "Full-Text": STORY,
        "Publication": "Tihama Post",
        "Date": "7 March 2025",
        "URL": "http://x.y",
    },
}


@pytest.mark.parametrize("name", FIELDS)
def test_fields_by_the_names_that_crawlers_give_them(tmp_path: Path, name: str) -> None:
    (doc,) = documents(written(tmp_path, "a.jsonl", json.dumps(FIELDS[name])))
    assert (doc.title, doc.outlet, doc.url) == (TITLE, "Tihama Post", "http://x.y")
    assert doc.text == f"{TITLE}\n\n{STORY}"
    assert doc.published is not None
    assert doc.published.start.isoformat() == "2025-03-07"


def test_a_text_wins_over_other_names_and_is_kept_as_it_is(tmp_path: Path) -> None:
    fields = {"text": "<b>Two</b> died.", "content": "Other words.", "html": HTML}
    (doc,) = documents(written(tmp_path, "a.jsonl", json.dumps(fields)))
    assert doc.text == "<b>Two</b> died."


ONE, TWO = {"id": "one", "text": STORY}, {"text": "A second report."}
SHAPES = {
    "an array": [ONE, TWO],
    "an array in an object": {"status": "ok", "articles": [ONE, TWO]},
    "hits of a search": {"hits": {"total": 2, "hits": [{"_source": ONE}, {"_source": TWO}]}},
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_json_file_of_several_reports(tmp_path: Path, name: str) -> None:
    found = documents(written(tmp_path, "a.json", json.dumps(SHAPES[name])))
    assert [(doc.path, doc.text) for doc in found] == [("a.json#one", STORY), ("a.json#2", "A second report.")]


def test_a_json_file_of_one_report_bears_the_name_of_the_file(tmp_path: Path) -> None:
    (doc,) = documents(written(tmp_path, "a.json", json.dumps(ONE)))
    assert (doc.path, doc.text) == ("a.json", STORY)


def test_lines_of_json_under_another_name(tmp_path: Path) -> None:
    path = written(tmp_path, "a.json", f"{json.dumps(ONE)}\n{json.dumps(TWO)}\n")
    assert [doc.path for doc in documents(path)] == ["a.json#one", "a.json#2"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", ["invalid_json"]),
        ("{", ["invalid_json"]),
        ("7", ["invalid_json"]),
        ("[]", ["empty"]),
        ("[3, []]", ["invalid_json", "invalid_json"]),
        ("[" * 100_000, ["invalid_json"]),
        ('{"title": "No text"}', ["empty"]),
    ],
)
def test_what_is_wrong_with_a_json_file_is_said(tmp_path: Path, content: str, expected: list[str]) -> None:
    assert codes(written(tmp_path, "a.json", content)) == expected


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_rows_of_a_table(tmp_path: Path, delimiter: str) -> None:
    row = delimiter.join(["r-1", f'"{TITLE}"', f'"{STORY}\nHe was 30."', "2025-03-07"])
    path = written(tmp_path, "a.csv", f"\ufeff{delimiter.join(['ID', 'Title', 'Text', 'Date'])}\n{row}\n")
    (doc,) = documents(path)
    assert (doc.path, doc.title) == ("a.csv#r-1", TITLE)
    assert doc.text == f"{TITLE}\n\n{STORY}\nHe was 30."
    assert doc.published is not None


def test_a_table_in_windows_1252_and_packed(tmp_path: Path) -> None:
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress('text\n"The café in Orléans was hit."\n'.encode("cp1252")))
    assert [doc.text for doc in documents(tmp_path)] == ["The café in Orléans was hit."]


@pytest.mark.parametrize(
    ("content", "expected"),
    [("", ["empty"]), ("text\n", ["empty"]), ("a,b\n1,2\n", ["no_text_column"]), ("text,b\n,2\n", ["empty"])],
)
def test_what_is_wrong_with_a_table_is_said(tmp_path: Path, content: str, expected: list[str]) -> None:
    assert codes(written(tmp_path, "a.csv", content)) == expected


def test_a_day_that_could_be_two_is_not_guessed(tmp_path: Path) -> None:
    (doc,) = documents(written(tmp_path, "a.csv", f'text,date\n"{STORY}",07/10/2024\n'))
    assert doc.published is None
    assert [issue.code for issue in doc.issues] == ["published_unreadable"]


def test_parts_of_a_saved_page_are_no_reports(tmp_path: Path) -> None:
    page = f"<html><body><h1>{TITLE}</h1>{HTML}</body></html>"
    for folder in ("Boats_files", "Other_files"):
        (tmp_path / folder).mkdir()
        written(tmp_path / folder, "frame.html", page)
    written(tmp_path, "Boats.html", page)
    assert [raw.path for raw in find([tmp_path])] == ["Boats.html", "Other_files/frame.html"]


def test_a_page_saved_under_the_name_of_its_address(tmp_path: Path) -> None:
    written(tmp_path, "boats-shelled", f"<!DOCTYPE html><html><body><h1>{TITLE}</h1>{HTML}</body></html>")
    written(tmp_path, "story.php", f"<html><body><h1>{TITLE}</h1>{HTML}</body></html>")
    assert {doc.title for doc in documents(tmp_path)} == {TITLE}

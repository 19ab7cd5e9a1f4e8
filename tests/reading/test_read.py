"""One report of each form to a document: text, title, language, what was given, what was wrong."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from marsad.model import Document, from_json, to_json
from marsad.reading import RawReport, find, read
from marsad.reading.pdf import paragraphs
from marsad.reading.raw import Form

TITLE = "Shells fall on Sake"
STORY = "Rebels shelled the town of Sake on Monday, residents said, and at least four people were hurt in the market."


def document(data: bytes, form: Form = "text") -> Document:
    return read(RawReport.of("a", data, form))


def codes(doc: Document) -> list[str]:
    return [issue.code for issue in doc.issues]


def line(folder: Path, content: str | dict[str, object]) -> Document:
    path = folder / "a.jsonl"
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    (raw,) = find([path])
    return read(raw)


@pytest.mark.parametrize("text", [f" {TITLE}\n\n\n{STORY}  \n", "\tA line.\u00a0\n \u2028 Another.", "one\n"])
def test_the_text_of_a_text_file_is_the_file_itself(text: str) -> None:
    assert document(text.encode()).text == text
    assert document(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()).text == text


def test_right_to_left_text_is_kept_and_its_language_said() -> None:
    text = "قصف على المدينة\n\nقال شهود إن القصف على المدينة استمر طوال الليل، وإن أربعة أشخاص أصيبوا في السوق."
    doc = document(text.encode())
    assert doc.text == text
    assert doc.language == "ar"
    assert codes(doc) == ["language_not_supported"]
    assert doc.blocks[-1].end == len(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (STORY, "en"),
        (
            "Los rebeldes bombardearon la ciudad el lunes, dijeron los vecinos, y cuatro personas resultaron heridas.",
            "es",
        ),
        ("Повстанцы обстреляли город в понедельник, сообщили жители, четыре человека ранены на рынке.", "ru"),
        ("Sake", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    doc = document(text.encode())
    assert doc.language == language
    assert codes(doc) == (["language_not_supported"] if language not in ("en", None) else [])


def test_a_line_gives_its_text_exactly(tmp_path: Path) -> None:
    doc = line(tmp_path, {"id": "x", "text": f"  {STORY}\r\nMore.\n"})
    assert doc.text == f"  {STORY}\nMore.\n"
    assert doc.path == "a.jsonl#x"


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (TITLE, STORY, f"{TITLE}\n\n{STORY}"),
        (TITLE, f"{TITLE}\n\n{STORY}", f"{TITLE}\n\n{STORY}"),
        (TITLE, f"\n# {TITLE}\n{STORY}", f"\n# {TITLE}\n{STORY}"),
        (None, STORY, STORY),
    ],
)
def test_a_title_given_apart_stands_before_the_text(
    tmp_path: Path, title: str | None, text: str, expected: str
) -> None:
    doc = line(tmp_path, {"title": title, "text": text})
    assert doc.text == expected
    assert doc.title == title
    assert doc.blocks[-1].kind == "body"


def test_what_is_given_with_a_line_wins(tmp_path: Path) -> None:
    fields: dict[str, object] = {
        "text": f"{TITLE}\n\nMay 1, 2016\n\n{STORY}",
        "url": "https://x.example/2015/01/01/a",
        "outlet": "Lake Courier",
        "published": "2014-02-03",
        "language": "en",
        "title": TITLE,
    }
    doc = line(tmp_path, fields)
    assert (doc.url, doc.outlet, doc.language, doc.title) == (fields["url"], "Lake Courier", "en", TITLE)
    assert doc.published is not None
    assert doc.published.start.isoformat() == "2014-02-03"
    assert "given with the report" in doc.published.basis


def test_a_line_of_html(tmp_path: Path) -> None:
    doc = line(tmp_path, {"html": f"<article><h1>Old</h1><p>{STORY}</p></article>", "title": TITLE})
    assert doc.text.startswith(f"{TITLE}\n\n")
    assert STORY in doc.text


def test_halves_of_surrogate_pairs_and_nul_in_json_can_be_written(tmp_path: Path) -> None:
    doc = line(tmp_path, '{"id":"\\udc00","text":"The town \\ud800 was \\u0000 shelled.","title":"\\udfff"}')
    assert doc.text.endswith("The town \ufffd was \ufffd shelled.")
    assert from_json(to_json(doc), Document) == doc


def test_a_line_in_windows_1252_is_read_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes('{"text":"The café in Orléans was hit, residents said."}'.encode("cp1252"))
    (raw,) = find([tmp_path])
    doc = read(raw)
    assert doc.text == "The café in Orléans was hit, residents said."
    assert codes(doc) == ["encoding_guessed"]


def test_fields_of_other_types_are_not_taken(tmp_path: Path) -> None:
    doc = line(tmp_path, {"text": STORY, "title": 7, "outlet": ["x"], "published": 2014, "url": None})
    assert (doc.title, doc.outlet, doc.published, doc.url) == (None, None, None, None)


def test_front_matter_of_markdown_is_taken_and_the_text_left_as_it_is() -> None:
    fields = f'title: "{TITLE}"\ndate: 2022-05-01\nurl: https://www.bbc.com/x\ntags: [a, b]'
    text = f"---\n{fields}\n---\n\n# {TITLE}\n\n{STORY}\n"
    doc = document(text.encode(), "markdown")
    assert doc.text == text
    assert (doc.title, doc.outlet, doc.url) == (TITLE, "BBC", "https://www.bbc.com/x")
    assert doc.published is not None
    assert doc.published.start.isoformat() == "2022-05-01"
    assert [(block.kind, text[block.start : block.end].strip()) for block in doc.blocks][1:] == [
        ("title", f"# {TITLE}"),
        ("body", STORY),
    ]
    assert doc.blocks[0].kind == "furniture"


def test_markdown_links_and_headings() -> None:
    doc = document(f"# {TITLE}\n\n[Subscribe](https://x.example)\n\n{STORY}\n\n[Back to top](#)".encode(), "markdown")
    assert doc.title == TITLE
    assert [block.kind for block in doc.blocks] == ["title", "furniture", "body", "furniture"]


def pdf(*pages: str) -> bytes:
    """Write a PDF by hand: one stream of lines a page."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for page in pages:
        lines = b" T* ".join(b"(%s) Tj" % part.encode("latin-1") for part in page.split("\n"))
        stream = b"BT /F1 12 Tf 14 TL 72 720 Td %s ET" % lines
        kids.append(b"%d 0 R" % (len(objects) + 1))
        font = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
        contents = b"%d 0 R" % (len(objects) + 2)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources %s /Contents %s >>" % (font, contents)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (len(objects) + 1, table, trailer)


def test_a_pdf_is_read_page_by_page() -> None:
    doc = document(
        pdf("The town of Sake was shelled on\nMonday, residents said.", "Four people were hurt there."), "pdf"
    )
    assert doc.text == "The town of Sake was shelled on Monday, residents said.\n\nFour people were hurt there."
    assert codes(doc) == []


def test_an_encrypted_pdf_is_an_issue() -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret")
    out = BytesIO()
    writer.write(out)
    assert codes(document(out.getvalue(), "pdf")) == ["encrypted"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.4 broken", "broken_pdf"),
        (b"no pdf at all", "broken_pdf"),
        (b"", "broken_pdf"),
        (pdf("Sake was shelled.")[:200], "broken_pdf"),
        (pdf(), "no_text"),
        (pdf(""), "no_text"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_an_issue(data: bytes, code: str) -> None:
    doc = document(data, "pdf")
    assert codes(doc) == [code]
    assert doc.text == ""


def test_lines_of_a_page_become_paragraphs() -> None:
    lines = "Rebels shelled the town and the\nmarket. Four were hurt.\nThe army said that it had answered\nthe fire."
    page = f"Shelling in Sake\n\n{lines}"
    assert paragraphs(page).split("\n\n") == [
        "Shelling in Sake",
        "Rebels shelled the town and the market. Four were hurt.",
        "The army said that it had answered the fire.",
    ]


PAGE = """Humanitarian impact
Fighting around Kutum has forced an estimated 5,000 families to flee to-
wards Tawila, where aid is short and water has to be bought.
• Two clinics in Kutum were looted by armed men on Sunday night and in
the morning.
• A convoy was stopped at Mellit."""


def test_headings_items_and_divided_words_of_a_page() -> None:
    assert (
        paragraphs(PAGE)
        == """Humanitarian impact

Fighting around Kutum has forced an estimated 5,000 families to flee towards Tawila, where aid is short and water has \
to be bought.

• Two clinics in Kutum were looted by armed men on Sunday night and in the morning.

• A convoy was stopped at Mellit."""
    )


FIRST_PAGE = """Flash Update No. 3
Armed men attacked a site for displaced people near Bulengo
on Sunday and burned tents,
the partners said. The number of those hurt was not known. Of the tents
Sudan Desk | 1"""
SECOND_PAGE = """Flash Update No. 3
forty were lost, and those who had fled
from them could not go back.
Two clinics closed.
Sudan Desk | 2"""


def test_heads_and_feet_of_pages_stand_once_and_apart() -> None:
    doc = document(pdf(FIRST_PAGE, SECOND_PAGE), "pdf")
    assert doc.text.count("Flash Update") == doc.text.count("Sudan Desk") == 1
    assert "near Bulengo on Sunday and burned tents" in doc.text
    assert "Flash Update No. 3\n\nArmed men" in doc.text


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "empty"), (b" \n", "empty"), (bytes(range(256)) * 9, "binary"), (b"War. " * 500_000, "too_large")],
)
def test_what_cannot_be_read_is_a_document_with_an_issue(data: bytes, code: str) -> None:
    doc = document(data)
    assert (doc.text, doc.blocks, doc.readable) == ("", (), False)
    assert codes(doc) == [code]


@given(st.text(max_size=300), st.sampled_from(["text", "markdown", "html", "json", "pdf"]))
@settings(deadline=None, max_examples=60)
def test_reading_never_fails_and_blocks_cover_the_text(text: str, form: Form) -> None:
    doc = document(text.encode("utf-8", "replace"), form)
    assert doc.text == "" or (doc.blocks[0].start, doc.blocks[-1].end) == (0, len(doc.text))
    assert doc.text or doc.issues
    assert from_json(to_json(doc), Document) == doc


def test_lines_that_label_what_they_hold() -> None:
    doc = document(f"Title: {TITLE}\nURL: https://www.bbc.com/news/2016/05/01/sake\n\n{STORY}".encode())
    assert (doc.title, doc.outlet) == (TITLE, "BBC")
    assert doc.published is not None
    assert doc.published.start.isoformat() == "2016-05-01"


def test_the_same_bytes_give_the_same_document() -> None:
    data = f"{TITLE}\n\nLake Courier, May 1, 2016\n\n{STORY}".encode()
    assert document(data) == document(data)


def test_reading_text_loads_no_parser_of_pages() -> None:
    slow = ("trafilatura", "pypdf", "py3langid")
    code = f"import sys, marsad.reading; sys.exit(any(name in sys.modules for name in {slow}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603

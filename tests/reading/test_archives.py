"""Saved pages, mails, web archives and documents of word processors, put together by the tests."""

import gzip
import zipfile
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest

from marsad.model import Document
from marsad.reading import count, find, read
from marsad.reading.raw import MAX_BYTES

TITLE = "Four police killed in Khuzdar"
FIRST = "Gunmen killed four police officers at a checkpoint in Khuzdar late on Sunday, officials said on Monday."
SECOND = "A fifth officer was critically wounded, and the gunmen seized the weapons of the post, they said."
URL = "https://quetta.example/khuzdar"
PAGE = f"""<html><head><title>{TITLE} | Quetta Chronicle</title>
<meta property="article:published_time" content="2025-05-26"></head>
<body><article><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p></article></body></html>""".encode()
TEXT = f"{TITLE}\n\n{FIRST}\n\n{SECOND}"


def documents(path: Path) -> list[Document]:
    assert count([path]) == len(list(find([path])))
    return [read(raw) for raw in find([path])]


def codes(path: Path) -> list[str]:
    return [issue.code for doc in documents(path) for issue in doc.issues]


def response(body: bytes, head: bytes = b"Content-Type: text/html", status: bytes = b"200 OK") -> bytes:
    return b"HTTP/1.1 " + status + b"\r\n" + head + b"\r\n\r\n" + body


def record(content: bytes, kind: str = "response", url: str = URL, media: str = "application/http") -> bytes:
    heads = f"WARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: {media}\r\nContent-Length: {len(content)}"
    return f"WARC/1.1\r\n{heads}\r\n\r\n".encode() + content + b"\r\n\r\n"


CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)
RESPONSES = {
    "as it is": response(PAGE),
    "chunked": response(CHUNKED, b"Content-Type: text/html\r\nTransfer-Encoding: chunked"),
    "chunks already joined": response(PAGE, b"Content-Type: text/html\r\nTransfer-Encoding: chunked"),
    "packed": response(gzip.compress(PAGE), b"Content-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip"),
}


@pytest.mark.parametrize("name", RESPONSES)
def test_a_page_of_a_web_archive(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.warc").write_bytes(record(b"", "warcinfo") + record(RESPONSES[name]) + record(b"GET /", "request"))
    (doc,) = documents(tmp_path)
    assert (doc.path, doc.url, doc.text) == (f"a.warc#{URL}", URL, TEXT)
    assert (doc.title, doc.outlet) == (TITLE, "Quetta Chronicle")


def test_a_packed_web_archive_of_several_members(tmp_path: Path) -> None:
    other = record(SECOND.encode(), "conversion", "https://quetta.example/text", "text/plain")
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(record(response(PAGE))) + gzip.compress(other))
    assert [doc.text for doc in documents(tmp_path)] == [TEXT, SECOND]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", ["empty"]),
        (record(response(b"no", status=b"404 Not Found")), ["empty"]),
        (record(response(b"\xff\xd8", b"Content-Type: image/jpeg")), ["empty"]),
        (b"no archive at all", ["damaged_archive"]),
        (record(response(PAGE))[:-200], ["damaged_archive"]),
        (record(response(PAGE, b"Content-Type: text/html\r\nContent-Encoding: br")), ["damaged_archive"]),
        (record(response(b"x" * (MAX_BYTES + 9))), ["too_large"]),
        (b"WARC/1.0\r\nContent-Length: -5\r\n\r\n", ["empty"]),
        (b"WARC/1.0\r\nContent-Length: five\r\n\r\n", ["damaged_archive"]),
    ],
)
def test_what_is_wrong_with_a_web_archive_is_said(tmp_path: Path, content: bytes, expected: list[str]) -> None:
    (tmp_path / "a.warc").write_bytes(content)
    assert codes(tmp_path) == expected


def saved_page(at: str | None) -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["Date"] = TITLE, "Fri, 20 Jun 2025 10:00:00 +0000"
    if at is not None:
        mail["Snapshot-Content-Location"] = at
    mail.set_content(PAGE.decode(), subtype="html", cte="quoted-printable")
    mail.make_related()
    mail.add_related(b"\x89PNG", "image", "png")
    return mail.as_bytes()


def test_a_page_saved_as_one_file_has_its_own_day_and_address(tmp_path: Path) -> None:
    (tmp_path / "a.mhtml").write_bytes(saved_page(URL))
    (doc,) = documents(tmp_path)
    assert (doc.text, doc.url, doc.outlet) == (TEXT, URL, "Quetta Chronicle")
    assert doc.published is not None
    assert doc.published.start.isoformat() == "2025-05-26"


def test_a_mail_has_the_day_on_which_it_was_sent(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = "Access Desk <a@x.example>", TITLE, "Tue, 27 May 2025 23:30:00 -0500"
    mail.set_content(f"{FIRST}\n\n{SECOND}\n")
    mail.add_attachment(b"x", "application", "pdf", filename="map.pdf")
    (tmp_path / "a.eml").write_bytes(mail.as_bytes())
    (doc,) = documents(tmp_path)
    assert (doc.title, doc.outlet) == (TITLE, "Access Desk")
    assert FIRST in doc.text
    assert doc.published is not None
    assert (doc.published.start.isoformat(), doc.published.basis) == (
        "2025-05-27",
        "the mail's Date says “2025-05-27”",
    )


@pytest.mark.parametrize("content", [b"", b"\0\0", b"Content-Type: multipart/mixed; boundary=x\n\n--x\n" * 2000])
def test_a_broken_mail_is_an_issue(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.eml").write_bytes(content)
    (doc,) = documents(tmp_path)
    assert doc.text == ""
    assert len(doc.issues) == 1


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns"


def docx(*inner: str) -> dict[str, str]:
    core = "<p xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>Security alert</dc:title></p>"
    body = f"<w:document xmlns:w='{WORD}'><w:body>{''.join(inner)}</w:body></w:document>"
    return {"word/document.xml": body, "docProps/core.xml": core}


def odt(*inner: str) -> dict[str, str]:
    names = f"xmlns:office='{ODF}:office:1.0' xmlns:text='{ODF}:text:1.0' xmlns:table='{ODF}:table:1.0'"
    body = f"<office:document-content {names}>{''.join(inner)}</office:document-content>"
    return {"content.xml": body, "meta.xml": "<m><title>Security alert</title></m>"}


DOCUMENTS = {
    "a.docx": docx(
        "<w:p><w:r><w:t>Security alert</w:t></w:r></w:p>",
        f"<w:p><w:r><w:t xml:space='preserve'>{FIRST[:20]}</w:t></w:r><w:r><w:t xml:space='preserve'>{FIRST[20:]}</w:t>"
        "</w:r><w:del><w:r><w:delText>Nine died.</w:delText></w:r></w:del></w:p>",
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>3 May</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r>"
        "<w:t>Ayod: two taken</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    ),
    "a.odt": odt(
        "<text:h>Security alert</text:h>",
        f"<text:p>{FIRST[:20]}<text:span>{FIRST[20:40]}</text:span>{FIRST[40:]}<text:note>Nine</text:note></text:p>",
        "<table:table-row><table:table-cell><text:p>3 May</text:p></table:table-cell><table:table-cell>"
        "<text:p>Ayod: two taken</text:p></table:table-cell></table:table-row>",
    ),
}


def packed(parts: dict[str, str]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_of_a_word_processor(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(packed(DOCUMENTS[name]))
    (doc,) = documents(tmp_path)
    assert doc.text == f"Security alert\n\n{FIRST}\n\n3 May: Ayod: two taken"
    assert doc.title == "Security alert"
    assert [block.kind for block in doc.blocks] == ["title", "body"]


BOMB = {"word/document.xml": f"<w:document xmlns:w='{WORD}'>{' ' * (MAX_BYTES + 9)}</w:document>"}


@pytest.mark.parametrize("data", [b"", b"PK", packed({"x": "y"}), packed(BOMB), packed({"content.xml": "<a>"})])
def test_a_broken_document_is_an_issue(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.docx").write_bytes(data)
    assert codes(tmp_path) == ["broken_document"]

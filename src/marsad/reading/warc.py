"""Web archives (ISO 28500): the pages that a crawler kept, one record after the other."""

import gzip
import zlib
from collections.abc import Iterator
from typing import IO

from msgspec import Struct

from marsad.model import Issue
from marsad.reading.lines import FREE, MAX_RATIO, PART
from marsad.reading.raw import MAX_BYTES, TOO_LARGE, Form, Given, Inner

MAX_HEADS = 200
"""Lines of a record's head, and the bytes of one are at most :data:`MAX_LINE`."""
MAX_LINE = 16_384

_FORMS: dict[str, Form] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "text/plain": "text",
}
_OK = 200


class _Record(Struct, frozen=True):
    """One record: its head by names in small letters, and its content, None when it is too large."""

    heads: dict[str, str]
    content: bytes | None


def web_archive(stream: IO[bytes], packed_size: int | None) -> Iterator[Inner]:
    """Give the pages, texts and PDFs that were fetched well, each by its address."""
    found = 0
    try:
        for record in _records(stream, packed_size):
            inner = _report(record)
            if inner is not None:
                found += 1
                yield inner
    except (EOFError, gzip.BadGzipFile, zlib.error, ValueError) as error:
        yield Inner(str(found + 1), b"", "html", problem=Issue("damaged_archive", f"the archive breaks off: {error}"))
        return
    if not found:
        yield Inner(None, b"", "html", problem=Issue("empty", "the archive holds no page that was fetched"))


def _records(stream: IO[bytes], packed_size: int | None) -> Iterator[_Record]:
    unpacked = 0
    while (first := stream.readline(MAX_LINE)) != b"":
        if not first.strip():
            continue
        if not first.startswith(b"WARC/"):
            raise ValueError("a record does not begin with its version")
        heads = _heads(stream)
        size = int(heads.get("content-length", "0"))
        yield _Record(heads, _content(stream, size))
        unpacked += max(0, size)
        if packed_size is not None and unpacked > FREE + MAX_RATIO * packed_size:
            raise ValueError(f"it unpacks to over {MAX_RATIO} times its size")


def _heads(stream: IO[bytes]) -> dict[str, str]:
    heads: dict[str, str] = {}
    for _ in range(MAX_HEADS):
        line = stream.readline(MAX_LINE).strip()
        if not line:
            return heads
        name, _, value = line.decode("utf-8", "replace").partition(":")
        heads[name.strip().casefold()] = value.strip()
    raise ValueError("the head of a record does not end")


def _content(stream: IO[bytes], size: int) -> bytes | None:
    """Read the content, or skip what no report could be."""
    if size <= MAX_BYTES:
        content = stream.read(max(0, size))
        if len(content) < size:
            raise EOFError("the last record is not whole")
        return content
    while size > 0:
        part = stream.read(min(PART, size))
        if not part:
            raise EOFError("the last record is not whole")
        size -= len(part)
    return None


def _report(record: _Record) -> Inner | None:
    """Return the report of a record: a page that was fetched, or the text that was made of one."""
    kind, url = record.heads.get("warc-type"), record.heads.get("warc-target-uri", "").strip("<>")
    if kind not in ("response", "resource", "conversion") or not url.startswith(("http://", "https://")):
        return None
    if record.content is None:
        return Inner(url, b"", "html", Given(url=url), TOO_LARGE)
    if kind != "response":
        form = _FORMS.get(_media_type(record.heads.get("content-type", "")))
        return Inner(url, record.content, form, Given(url=url)) if form is not None else None
    return _response(record.content, url)


def _response(content: bytes, url: str) -> Inner | None:
    """Return the page of an HTTP response that went well."""
    head, _, body = content.partition(b"\r\n\r\n")
    status, *lines = head.decode("latin-1").split("\r\n")
    heads = {name.strip().casefold(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    form = _FORMS.get(_media_type(heads.get("content-type", "")))
    if form is None or status.split(" ")[1:2] != [str(_OK)]:
        return None
    if heads.get("transfer-encoding", "").casefold() == "chunked":
        body = _unchunked(body)
    try:
        data = _unpacked(body, heads.get("content-encoding", "").casefold())
    except (zlib.error, ValueError) as error:
        return Inner(url, b"", form, Given(url=url), Issue("damaged_archive", f"the page cannot be unpacked: {error}"))
    return Inner(url, data[:MAX_BYTES], form, Given(url=url), TOO_LARGE if len(data) > MAX_BYTES else None)


def _media_type(value: str) -> str:
    return value.partition(";")[0].strip().casefold()


def _unchunked(body: bytes) -> bytes:
    """Join the chunks; a body that has none, since crawlers often join them themselves, stays as it is."""
    parts: list[bytes] = []
    at = 0
    while at < len(body):
        end = body.find(b"\r\n", at, at + 32)
        try:
            size = int(body[at:end].partition(b";")[0], 16)
        except ValueError:
            return body if not parts else b"".join(parts)
        if end < 0 or size <= 0:
            break
        parts.append(body[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
    return b"".join(parts)


def _unpacked(body: bytes, encoding: str) -> bytes:
    """Unpack up to one byte more than a report may have.

    Raises:
        ValueError: it is packed in another way.
    """
    if encoding in ("", "identity") or (encoding == "gzip" and not body.startswith(b"\x1f\x8b")):
        return body
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise ValueError(f"packed as “{encoding[:20]}”")
    return zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(body, MAX_BYTES + 1)

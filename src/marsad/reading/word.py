"""Documents of word processors (.docx, .odt): their paragraphs, the rows of their tables, their title."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from lxml import etree
from msgspec import Struct

from marsad.errors import UnreadableError
from marsad.reading.raw import MAX_BYTES

_PARTS = ("word/document.xml", "content.xml")
_PROPERTIES = ("docProps/core.xml", "meta.xml")
_ROWS, _CELLS, _PARAGRAPHS = frozenset(["tr", "table-row"]), frozenset(["tc", "table-cell"]), frozenset(["p", "h"])
_SPACES = frozenset(["tab", "br", "s", "line-break", "cr"])
_DELETED = frozenset(["del", "delText", "tracked-changes", "annotation", "note", "footnote", "instrText"])


class WordFile(Struct, frozen=True):
    """A document's paragraphs joined by blank lines, its title, and which lines are items or rows."""

    text: str
    title: str | None
    listed: frozenset[str]


def open_word(data: bytes) -> WordFile:
    """Read a document.

    Raises:
        UnreadableError: it is broken, locked, or too large.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            body = next((part for name in _PARTS if (part := _load(archive, name)) is not None), None)
            properties = next((part for name in _PROPERTIES if (part := _load(archive, name)) is not None), None)
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, RuntimeError, OSError) as error:
        raise UnreadableError("broken_document", f"the document cannot be opened: {error}") from error
    root = _parse(body) if body is not None else None
    if root is None:
        raise UnreadableError("broken_document", "the document holds no text; save it as .docx again, or as .txt")
    parts = [(text, listed) for text, listed in _paragraphs(root) if text]
    title = _title(_parse(properties)) if properties is not None else None
    listed = frozenset(text for text, is_listed in parts if is_listed)
    return WordFile("\n\n".join(text for text, _ in parts), title, listed)


def _load(archive: zipfile.ZipFile, name: str) -> bytes | None:
    try:
        with archive.open(name) as part:
            data = part.read(MAX_BYTES + 1)
    except KeyError:
        return None
    if len(data) > MAX_BYTES:
        raise ValueError(f"its text is larger than {MAX_BYTES // 1_000_000} MB")
    return data


def _parse(data: bytes) -> etree._Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError):
        return None


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _title(root: etree._Element | None) -> str | None:
    if root is None:
        return None
    title = next((element for element in root.iter(etree.Element) if _name(element) == "title"), None)
    return " ".join((title.text or "").split()) or None if title is not None else None


def _paragraphs(root: etree._Element) -> Iterator[tuple[str, bool]]:
    """Give the paragraphs, and whether they are listed: items, and rows of tables as one line."""
    rows: set[etree._Element] = set()
    for element in root.iter(etree.Element):
        name = _name(element)
        if (name not in _ROWS and name not in _PARAGRAPHS) or any(parent in rows for parent in element.iterancestors()):
            continue
        if name in _ROWS:
            rows.add(element)
            cells = [_text(cell) for cell in element if _name(cell) in _CELLS]
            yield ": ".join(cell for cell in cells if cell), True
        else:
            listed = any(_name(parent) == "list-item" for parent in element.iterancestors())
            yield _text(element), listed or any(_name(inner) == "numPr" for inner in element.iter(etree.Element))


def _text(element: etree._Element) -> str:
    return " ".join("".join(_words(element)).split())


def _words(element: etree._Element) -> Iterator[str]:
    """Give the words in order, what was deleted or noted left out."""
    left_out = 0
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        name = _name(inner)
        if event == "end":
            left_out -= name in _DELETED
            yield (inner.tail or "") if inner is not element and not left_out else ""
            continue
        left_out += name in _DELETED
        yield " " if name in _SPACES or name in _PARAGRAPHS else ""
        yield (inner.text or "") if not left_out else ""

"""Feeds (RSS, Atom) as they were fetched: one report an entry."""

from collections.abc import Iterator
from typing import IO

from lxml import etree

from marsad.model import Issue
from marsad.reading.fields import inner_report
from marsad.reading.raw import MAX_BYTES, TOO_LARGE, Inner

_ROOTS = frozenset(["rss", "feed", "RDF"])
_ENTRIES = frozenset(["item", "entry"])
_NAMES = {
    "title": "title",
    "link": "url",
    "pubDate": "published",
    "published": "published",
    "date": "published",
    "language": "language",
}
_CONTENTS = ("encoded", "content", "description", "summary")
"""Elements that may hold the report, the fullest first."""


def feed(stream: IO[bytes], packed_size: int | None) -> Iterator[Inner]:  # noqa: ARG001 - as the other kinds of file
    """Give the entries of a feed; another XML file is given as a page of its own."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        yield Inner(None, b"", "html", problem=TOO_LARGE)
        return
    root = _parse(data)
    if root is None or _name(root) not in _ROOTS:
        yield Inner(None, data, "html")
        return
    entries = [element for element in root.iter(etree.Element) if _name(element) in _ENTRIES]
    if not entries:
        yield Inner(None, data, "html", problem=Issue("empty", "the feed holds no entry"))
    for number, entry in enumerate(entries, start=1):
        yield inner_report(_fields(entry, _outlet(root)), number)


def _parse(data: bytes) -> etree._Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError):
        return None


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def _outlet(root: etree._Element) -> str | None:
    """Return the feed's own title, which stands before its entries."""
    for element in root.iter(etree.Element):
        if _name(element) in _ENTRIES:
            return None
        if _name(element) == "title":
            return _words(element) or None
    return None


def _fields(entry: etree._Element, outlet: str | None) -> dict[str, str]:
    fields = {"outlet": outlet or ""}
    held: dict[str, str] = {}
    for element in entry:
        name = _name(element) if isinstance(element.tag, str) else ""
        words = _words(element) or (element.get("href", "") if name == "link" else "")
        if name in _NAMES and words:
            fields.setdefault(_NAMES[name], words)
        elif name in _CONTENTS:
            held[name] = words
    whole = next((held[name] for name in _CONTENTS if held.get(name)), "")
    fields["html" if "<" in whole else "text"] = whole
    return {name: words for name, words in fields.items() if words}


def _words(element: etree._Element) -> str:
    """Return the words; of an element with markup of its own the markup too."""
    if len(element):
        return "".join(etree.tostring(child, encoding="unicode") for child in element)
    return (element.text or "").strip()

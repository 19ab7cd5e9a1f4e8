"""The paragraphs of a page's story, in order: what trafilatura takes for it, else what the page marks as such."""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy

from lxml import etree
from lxml import html as lxml_html
from msgspec import Struct
from trafilatura import bare_extraction

from marsad.reading.beside import drop_beside, is_mostly_links
from marsad.reading.plain import ends_sentence, words
from marsad.reading.units import units_of

MIN_TEXT = 200
"""Characters of extracted text under which the page's paragraphs are taken as they stand, if they give more."""

MIN_BARE = 40
"""Characters from which bare words in a box are a paragraph."""

MIN_TORN = 20
"""Characters from which two paragraphs may be one that an advertisement tore apart."""

MIN_ITEM = 4
"""Words from which a list's item tells something."""

MAX_ROW = 600
"""Characters of a table's row; in longer ones a table lays out the page."""

_BLOCKS = frozenset(
    """address article aside blockquote center dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p
    pre section table ul""".split()
)
_HOLDERS = ("div", "section", "article", "main", "body", "td")
_PARTS = frozenset(["p", "head", "item", "quote", "cell", "row"])
_SPACE_BEFORE = re.compile(r"\s+(?=[,.;:!?])")


class Part(Struct, frozen=True):
    """A paragraph; ``listed`` when the story's own markup makes it an item of a list or the row of a table."""

    text: str
    listed: bool = False


class Story(Struct, frozen=True):
    """The paragraphs of the story, and all lines that the page shows once the boxes beside it are gone."""

    parts: tuple[Part, ...]
    lines: tuple[str, ...]


def story_of(tree: lxml_html.HtmlElement) -> Story:
    """Return the story of a page. The tree is changed."""
    _divide_typed(tree)
    _wrap_bare(tree)
    drop_beside(tree)
    plain = deepcopy(tree)
    found = tuple(_extracted(tree))
    if _size(found) < MIN_TEXT:
        found = max(found, tuple(_marked(plain)), key=_size)
    return Story(tuple(_mended(found)), tuple(_lines(plain)))


def _size(parts: Iterable[Part]) -> int:
    return sum(len(part.text) for part in parts)


def _divide_typed(tree: lxml_html.HtmlElement) -> None:
    """Make paragraphs of text that the page shows as it was typed."""
    for typed in list(tree.iter("pre")):
        units = units_of(typed.text_content())
        typed.clear(keep_tail=True)
        typed.tag = "div"
        for unit in units:
            paragraph = lxml_html.Element("p")
            paragraph.text = " ".join(unit.text.split())
            typed.append(paragraph)


def _wrap_bare(tree: lxml_html.HtmlElement) -> None:
    """Make paragraphs of words that stand bare in a box, alone or beside its paragraphs."""
    for holder in list(tree.iter(*_HOLDERS)):
        for start, end in reversed(list(_runs(holder))):
            _wrap(holder, start, end)


def _runs(holder: lxml_html.HtmlElement) -> Iterator[tuple[int, int]]:
    """Give from which to which child, the end left out, bare words of some length stand between blocks."""
    start, bare = 0, len((holder.text or "").strip())
    for at, child in enumerate(holder):
        if child.tag not in _BLOCKS:
            linked = child.tag == "a" or not isinstance(child.tag, str)
            bare += (0 if linked else len(child.text_content().strip())) + len((child.tail or "").strip())
            continue
        if bare >= MIN_BARE:
            yield start, at
        start, bare = at + 1, len((child.tail or "").strip())
    if bare >= MIN_BARE:
        yield start, len(holder)


def _wrap(holder: lxml_html.HtmlElement, start: int, end: int) -> None:
    """Put children, and the bare words before them, into a paragraph."""
    paragraph = lxml_html.Element("p")
    inner = list(holder[start:end])
    if start == 0:
        paragraph.text, holder.text = holder.text, None
    else:
        before = holder[start - 1]
        paragraph.text, before.tail = before.tail, None
    holder.insert(start, paragraph)
    paragraph.extend(inner)


def _extracted(tree: lxml_html.HtmlElement) -> Iterator[Part]:
    """Give the paragraphs that trafilatura takes for the story."""
    listed = frozenset(_items(tree))
    try:
        result = bare_extraction(
            tree, include_comments=False, include_tables=True, favor_precision=True, with_metadata=False
        )
    except (etree.LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return
    body = getattr(result, "body", None)
    if body is None:
        return
    for element in _innermost(body):
        if element.tag == "row":
            yield Part(_row(element), listed=True)
        else:
            yield from (Part(text, text in listed) for text in _pieces(element))


def _items(tree: lxml_html.HtmlElement) -> Iterator[str]:
    """Give the items of lists that do not lead elsewhere."""
    for item in tree.iter("li"):
        if not is_mostly_links(item):
            yield from (text for text in _pieces(item) if len(words(text)) >= MIN_ITEM)


def _innermost(body: etree._Element) -> Iterator[etree._Element]:
    """Give the elements that hold words, and none within another; of boxes with paragraphs only these."""
    taken: set[etree._Element] = set()
    for element in body.iter(*_PARTS):
        if any(parent in taken for parent in element.iterancestors()):
            continue
        if element.tag == "row" and not _is_row(element):
            continue
        if element.tag in ("quote", "item", "cell") and element.find(".//p") is not None:
            continue
        taken.add(element)
        yield element


def _is_row(row: etree._Element) -> bool:
    """Say whether a row holds values that belong together, and not columns of the page."""
    cells = [cell for cell in row.iter("cell") if _words(cell)]
    if all(cell.get("role") == "head" for cell in cells):
        return False
    return len(cells) >= 2 and len(_words(row)) <= MAX_ROW and all(len(cell.findall(".//p")) <= 1 for cell in cells)


def _row(row: etree._Element) -> str:
    """Return the cells of a row as one line, so that its day and its place stay with what happened."""
    return ": ".join(text for cell in row.iter("cell") if (text := _words(cell)))


def _words(element: etree._Element) -> str:
    return " ".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    """Give the lines of an element, those that are blank left out: broken lines are paragraphs on many pages."""
    text: list[str] = []
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            text += ["\0" if inner.tag in ("lb", "br") else "", inner.text or ""]
        elif inner is not element:
            text.append(inner.tail or "")
    lines = (" ".join(line.split()) for line in "".join(text).split("\0"))
    return (line for line in lines if line)


def _marked(tree: lxml_html.HtmlElement) -> Iterator[Part]:
    """Give the paragraphs, headings and items as the page marks them; items and cells only if they hold words."""
    listed = frozenset(_items(tree))
    for element in tree.iter("p", "h1", "h2", "h3", "h4", "li", "blockquote", "td"):
        if any(inner is not element for inner in element.iter("p", "li", "td")):
            continue
        pieces = [Part(text, text in listed) for text in _pieces(element)]
        if element.tag not in ("li", "td") or any(part.listed for part in pieces):
            yield from pieces


def _mended(parts: Iterable[Part]) -> Iterator[Part]:
    """Join a paragraph that breaks off with the next one that goes on in small letters."""
    held: Part | None = None
    for part in parts:
        if held is not None and _is_torn(held, part):
            held = Part(f"{held.text} {part.text}")
            continue
        if held is not None:
            yield held
        held = part
    if held is not None:
        yield held


def _is_torn(part: Part, following: Part) -> bool:
    if part.listed or following.listed or min(len(part.text), len(following.text)) < MIN_TORN:
        return False
    open_end = not ends_sentence(part.text) and not part.text.endswith((":", ";"))
    return open_end and following.text[0].islower()


def _lines(tree: lxml_html.HtmlElement) -> Iterator[str]:
    """Give all the page's lines in order: what no block of its markup divides."""
    line: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        breaks = element.tag in _BLOCKS or element.tag in ("br", "li", "td", "tr", "body", "head", "title")
        if breaks and (text := _joined(line)):
            yield text
        if breaks:
            line = []
        words_ = element.text if event == "start" else element.tail
        if words_ and isinstance(element.tag, str):
            line.append(words_)
    if text := _joined(line):
        yield text


def _joined(line: list[str]) -> str:
    return _SPACE_BEFORE.sub("", " ".join(" ".join(line).split()))

"""HTML to plain text: the story's title and paragraphs, joined by blank lines."""

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree
from lxml import html as lxml_html
from msgspec import Struct
from trafilatura import bare_extraction

from marsad.model import Issue
from marsad.reading.markup import MAX_TEXT, is_within_bounds, stripped, without_silent
from marsad.reading.metadata import PageMetadata, page_metadata
from marsad.reading.plain import folded
from marsad.reading.signals import is_heading_of_others

MIN_TEXT = 200
"""Characters of extracted text under which the page's paragraphs are taken as they stand, if they give more."""

MIN_BARE = 40
"""Characters from which bare words in a box are a paragraph."""

STRIPPED = Issue(
    "markup_stripped", "the page is nested too deep or too long to be parsed; its tags were taken out instead"
)

_DROPPED = "nav aside footer form button select dialog menu script style noscript template iframe svg figure".split()
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:related|teasers?|recommend\w*|recirc\w*|most-?(?:read|popular|viewed)|trending|popular|newsletter\w*"
    r"|subscri\w*|signup|share|sharing|social|cookie\w*|consent|promo\w*|sponsor\w*|advert\w*|outbrain|taboola|comments?"
    r"|breadcrumbs?|sidebar|side-?bar|read-?(?:more|next)|more-?(?:on|from|stories|news)|top-?stories|latest-?(?:news|stories)"
    r"|partner-?\w*|donat\w*|paywall|pagination|tags?|author-?bio|widget)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Classes and ids of what stands beside a story."""

MAX_BESIDE = 0.35
"""Share of a page's paragraphs above which a box is the story, though its name be that of a side box."""

_XML = re.compile(r"\s{0,50}<\?xml[^<>]*>")
_UNLINKED = ".//text()[not(ancestor::a)]"
_BREAKS = re.compile(r"(?:<br\s{0,5}/?>\s{0,50}){2,20}", re.IGNORECASE)
_ROLES = frozenset(["navigation", "complementary", "contentinfo", "banner", "search", "dialog"])


class Page(Struct, frozen=True):
    """A page as text, with what its head says."""

    text: str
    metadata: PageMetadata
    issues: tuple[Issue, ...] = ()


def read_page(html: str) -> Page:
    """Return the text of a page: its title first, then its paragraphs, a blank line between them."""
    metadata = page_metadata(html)
    shown = without_silent(html)
    if not is_within_bounds(shown):
        return Page(_join(metadata.title, stripped(shown[:MAX_TEXT]).split("\n\n")), metadata, (STRIPPED,))
    tree = _parse(shown)
    if tree is None:
        return Page(_join(metadata.title, stripped(shown).split("\n\n")), metadata)
    return Page(_join(metadata.title, _paragraphs(tree)), metadata)


def _parse(html: str) -> lxml_html.HtmlElement | None:
    try:
        return lxml_html.document_fromstring(_BREAKS.sub("</p><p>", _XML.sub("", html, count=1)))
    except (etree.LxmlError, ValueError):
        return None


def _join(title: str | None, parts: list[str]) -> str:
    """Put the title first unless the paragraphs begin with it."""
    texts = [part for part in parts if part]
    if title and not (texts and folded(texts[0]) == folded(title)):
        texts.insert(0, title)
    return "\n\n".join(texts)


def _paragraphs(tree: lxml_html.HtmlElement) -> list[str]:
    _wrap_bare(tree)
    plain = deepcopy(tree)
    _drop_beside(tree)
    found = list(_extracted(tree))
    if sum(map(len, found)) >= MIN_TEXT:
        return found
    _drop_beside(plain)
    marked = list(_marked(plain))
    return max(found, marked, key=lambda parts: sum(map(len, parts)))


def _drop_beside(tree: lxml_html.HtmlElement) -> None:
    """Take out what the markup itself puts beside the story: menus, forms, boxes of related stories."""
    most = MAX_BESIDE * _prose(tree)
    for element in list(tree.iter(etree.Element)):
        if element.getparent() is None or element.tag in ("html", "body", "main", "article", "h1"):
            continue
        if element.tag in _DROPPED or element.get("role") in _ROLES or _is_beside(element, most):
            element.drop_tree()
    for element in list(tree.iter("div", "span", "strong", "b", "p", "h2", "h3", "h4", "h5", "h6", "a", "section")):
        if len(element) <= 2 and is_heading_of_others(" ".join(element.text_content().split())):
            _drop_list(element, most)


def _wrap_bare(tree: lxml_html.HtmlElement) -> None:
    """Make a paragraph of words that stand bare before the first paragraph of a box."""
    for element in list(tree.iter("div", "section", "article", "main", "body", "td")):
        if element.text and len(element.text.strip()) >= MIN_BARE and (len(element) == 0 or element[0].tag == "p"):
            paragraph = lxml_html.Element("p")
            paragraph.text, element.text = element.text, None
            element.insert(0, paragraph)


def _is_beside(element: lxml_html.HtmlElement, most: float) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return _ASIDE.search(names[:500]) is not None and _may_go(element, most)


def _may_go(element: lxml_html.HtmlElement, most: float) -> bool:
    """Say whether the element is too small to be the story itself, whatever it is called."""
    return not any(True for _ in element.iter("article", "h1")) and _prose(element) <= most


def _prose(element: lxml_html.HtmlElement) -> int:
    """Return how many characters stand in paragraphs, those of links left out."""
    return sum(len("".join(text for text in paragraph.xpath(_UNLINKED))) for paragraph in element.iter("p"))


def _drop_list(heading: lxml_html.HtmlElement, most: float) -> None:
    """Take out what a heading of other stories heads: its box, or the lists right behind it.

    Where paragraphs stand right behind it, it stays: the words decide whether they belong to the story.
    """
    while (
        parent := heading.getparent()
    ) is not None and parent.text_content().strip() == heading.text_content().strip():
        heading = parent
    if parent is None:
        return
    first = next((child for child in parent if child.text_content().strip()), None)
    if first is heading and parent.tag in ("div", "section", "ul", "ol") and _may_go(parent, most):
        parent.drop_tree()
        return
    dropped = False
    for sibling in list(heading.itersiblings()):
        if sibling.tag not in ("ul", "ol", "div", "section") or _prose(sibling) > most:
            break
        sibling.drop_tree()
        dropped = True
    if dropped:
        heading.drop_tree()
    else:
        heading.tag = "h2"


def _extracted(tree: lxml_html.HtmlElement) -> Iterator[str]:
    """Give the paragraphs that trafilatura takes for the story."""
    try:
        result = bare_extraction(
            tree, include_comments=False, include_tables=True, favor_precision=True, with_metadata=False
        )
    except (etree.LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return
    body = getattr(result, "body", None)
    if body is None:
        return
    for element in body.iter("p", "head", "item", "quote", "cell"):
        if element.tag in ("quote", "item", "cell") and element.find(".//p") is not None:
            continue
        if any(parent.tag in ("p", "head", "item", "cell") for parent in element.iterancestors()):
            continue
        text = " ".join("".join(element.itertext()).split())
        if text:
            yield text


def _marked(tree: lxml_html.HtmlElement) -> Iterator[str]:
    """Give the paragraphs, headings and list items as the page marks them."""
    for element in tree.iter("p", "h1", "h2", "h3", "h4", "li", "blockquote", "td"):
        if any(True for _ in element.iter("p", "li", "td")) and element.tag != "p":
            continue
        text = " ".join(element.text_content().split())
        if text:
            yield text

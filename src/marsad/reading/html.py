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

MIN_TEXT = 200
"""Characters of extracted text under which the page's paragraphs are taken as they stand, if they give more."""

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
        return lxml_html.document_fromstring(re.sub(r"^\s*<\?xml[^<>]*>", "", html))
    except (etree.LxmlError, ValueError):
        return None


def _join(title: str | None, parts: list[str]) -> str:
    """Put the title first unless the paragraphs begin with it."""
    texts = [part for part in parts if part]
    if title and not (texts and folded(texts[0]) == folded(title)):
        texts.insert(0, title)
    return "\n\n".join(texts)


def _paragraphs(tree: lxml_html.HtmlElement) -> list[str]:
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
    for element in list(tree.iter(etree.Element)):
        if element.getparent() is None or element.tag in ("html", "body", "main", "article", "h1"):
            continue
        if element.tag in _DROPPED or element.get("role") in _ROLES or _is_beside(element):
            element.drop_tree()


def _is_beside(element: lxml_html.HtmlElement) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}"
    if not _ASIDE.search(names[:500]):
        return False
    return not any(True for _ in element.iter("article", "h1")) and len(element.text_content()) < 5000


def _extracted(tree: lxml_html.HtmlElement) -> Iterator[str]:
    """Give the paragraphs that trafilatura takes for the story."""
    result = bare_extraction(
        tree, include_comments=False, include_tables=True, favor_precision=True, with_metadata=False
    )
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

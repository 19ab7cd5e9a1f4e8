"""Takes out of a page what its markup puts beside the story: menus, forms, advertisements, boxes of other stories."""

import re

from lxml import etree
from lxml import html as lxml_html

from marsad.reading.signals import is_heading_of_others

MAX_BESIDE = 0.35
"""Share of a page's paragraphs above which a box is the story, though its name be that of a side box."""

_DROPPED = frozenset(
    """nav aside footer form button select dialog menu script style noscript template iframe svg figure amp-ad amp-embed
    amp-list amp-sidebar amp-consent amp-social-share amp-user-notification amp-next-page amp-lightbox""".split()
)
_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:related\w*|teasers?|recommend\w*|recirc\w*|trending|popular|most-?(?:read|popular|viewed|shared|commented)"
    r"|newsletter\w*|subscri\w*|signup|share|sharing|social|cookie\w*|consent|gdpr|modal|popup|promo\w*|sponsor\w*|advert\w*"
    r"|ads?|banners?|outbrain|taboola|comments?|disqus\w*|breadcrumbs?|sidebar|side-?bar|nav|nav-?links|navigation"
    r"|(?:read|see)-?(?:more|next|also)|also-?read|further-?reading|more-?(?:on|from|stories|news)|top-?stories|top-?bar|today|current-?date|weather|clock|ticker"
    r"|(?:latest|recent)-?(?:news|stories|posts|articles)|partner-?\w*|donat\w*|paywall|pagination|tags?|widget-area|widget_\w+|pull-?quotes?"
    r"|(?:wp-)?caption(?:-?text)?|author-?(?:bio|box|info|card)|about-?(?:the-)?author|site-?(?:header|footer))(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Classes and ids of what stands beside a story."""

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_ROLES = frozenset(["navigation", "complementary", "contentinfo", "banner", "search", "dialog"])
_UNLINKED = ".//text()[not(ancestor::a)]"
_HEADINGS = ("div", "span", "strong", "b", "p", "h2", "h3", "h4", "h5", "h6", "a", "section")


def drop_beside(tree: lxml_html.HtmlElement) -> None:
    """Take out menus, forms and boxes of other stories, but nothing that holds much of the page's prose."""
    most = MAX_BESIDE * _prose(tree)
    for element in list(tree.iter(etree.Element)):
        if element.getparent() is None or element.tag in ("html", "body", "main", "article", "h1"):
            continue
        if (
            element.tag in _DROPPED
            or element.get("role") in _ROLES
            or _is_masthead(element)
            or _is_beside(element, most)
        ):
            element.drop_tree()
    for element in list(tree.iter(*_HEADINGS)):
        if len(element) <= 2 and is_heading_of_others(" ".join(element.text_content().split())):
            _drop_list(element, most)


def is_mostly_links(element: lxml_html.HtmlElement) -> bool:
    """Say whether more than half of the element's words lead to other pages."""
    unlinked = sum(len(text.strip()) for text in element.xpath(_UNLINKED))
    return 2 * unlinked < len(element.text_content().strip())


def _is_masthead(element: lxml_html.HtmlElement) -> bool:
    """Say whether the element heads the site and not the story: it holds the name, a menu, often today's date."""
    if element.tag != "header" or any(True for _ in element.iter("h1", "h2", "h3")):
        return False
    return not any(parent.tag in ("article", "main") for parent in element.iterancestors())


def _is_beside(element: lxml_html.HtmlElement, most: float) -> bool:
    names = _CAMEL.sub("-", f"{element.get('class', '')} {element.get('id', '')}"[:500])
    return _BESIDE.search(names) is not None and _may_go(element, most)


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
    heading = _box_of(heading)
    parent = heading.getparent()
    if parent is None:
        return
    first = next((child for child in parent if child.text_content().strip()), None)
    if first is heading and parent.tag in ("div", "section", "ul", "ol") and _may_go(parent, most):
        parent.drop_tree()
    elif _drop_behind(heading, most):
        heading.drop_tree()
    else:
        heading.tag = "h2"


def _box_of(heading: lxml_html.HtmlElement) -> lxml_html.HtmlElement:
    """Return the outermost element that holds the heading's words and no others."""
    words = heading.text_content().strip()
    while (parent := heading.getparent()) is not None and parent.text_content().strip() == words:
        heading = parent
    return heading


def _drop_behind(heading: lxml_html.HtmlElement, most: float) -> bool:
    """Take out the lists and boxes right behind a heading; say whether there were any."""
    dropped = False
    for sibling in list(heading.itersiblings()):
        if sibling.tag not in ("ul", "ol", "div", "section") or _prose(sibling) > most:
            break
        sibling.drop_tree()
        dropped = True
    return dropped

"""HTML to plain text: the story's title, what the page shows of its day and author, and its paragraphs."""

import re
from collections.abc import Sequence

from lxml import etree
from lxml import html as lxml_html
from msgspec import Struct

from marsad.model import Issue
from marsad.reading.bylines import bylines_of
from marsad.reading.markup import MAX_TEXT, is_within_bounds, stripped, without_silent
from marsad.reading.metadata import PageMetadata, page_metadata
from marsad.reading.names import known_names
from marsad.reading.paragraphs import MIN_TEXT, Part, story_of
from marsad.reading.plain import folded

STRIPPED = Issue(
    "markup_stripped", "the page is nested too deep or too long to be parsed; its tags were taken out instead"
)

MORE = 1.25
"""How many times longer the story in the page's head must be than the one it shows, to be taken in its place."""

_XML = re.compile(r"\s{0,50}<\?xml[^<>]*>")
_BREAKS = re.compile(r"(?:<br\s{0,5}/?>\s{0,50}){2,20}", re.IGNORECASE)


class Page(Struct, frozen=True):
    """A page as text, with what its head says; ``listed`` are lines that the story's own lists and tables hold."""

    text: str
    metadata: PageMetadata
    issues: tuple[Issue, ...] = ()
    listed: frozenset[str] = frozenset()


def read_page(html: str) -> Page:
    """Return the text of a page: its title first, then its paragraphs, a blank line between them."""
    metadata = page_metadata(html)
    shown = without_silent(html)
    if not is_within_bounds(shown):
        return Page(_join(metadata.title, stripped(shown[:MAX_TEXT]).split("\n\n")), metadata, (STRIPPED,))
    tree = _parse(shown)
    if tree is None:
        return Page(_join(metadata.title, stripped(shown).split("\n\n")), metadata)
    story = story_of(tree)
    parts = _whole(story.parts, metadata)
    texts = [part.text for part in parts]
    credits_ = bylines_of(story.lines, metadata.title, [part.text for part in story.parts], known_names())
    listed = frozenset(part.text for part in parts if part.listed)
    return Page(_join(metadata.title, texts, credits_), metadata, listed=listed)


def _parse(html: str) -> lxml_html.HtmlElement | None:
    try:
        return lxml_html.document_fromstring(_BREAKS.sub("</p><p>", _XML.sub("", html, count=1)))
    except (etree.LxmlError, ValueError):
        return None


def _whole(shown: Sequence[Part], metadata: PageMetadata) -> Sequence[Part]:
    """Take the story of the page's head where the page shows its beginning alone, as behind a paywall."""
    size = sum(len(part.text) for part in shown)
    if metadata.story is None or len(metadata.story) < MORE * size:
        return shown
    whole = folded(metadata.story)
    if size >= MIN_TEXT and not any(folded(part.text) in whole for part in shown if len(part.text) >= MIN_TEXT // 4):
        return shown
    lines = (" ".join(line.split()) for line in metadata.story.split("\n"))
    return [Part(line) for line in lines if line]


def _join(title: str | None, parts: Sequence[str], credits_: Sequence[str] = ()) -> str:
    """Put the title first, and behind it the lines that credit or date; the title where the parts have it."""
    texts = [part for part in parts if part]
    if title and texts and folded(texts[0]) == folded(title):
        title, *texts = texts
    return "\n\n".join([*([title] if title else []), *credits_, *texts])

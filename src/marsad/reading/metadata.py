"""What a page says of itself in its head: title, site, day, address, language. Read tag by tag, without a parser."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from html import unescape

from msgspec import Struct

MAX_PLACES = 20
"""Blocks of JSON-LD, and things within one, that are looked at."""

_TAG = re.compile(r"<(meta|link|html|time)\b([^<>]{0,3000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:.-]{1,40})\s{0,5}=\s{0,5}(?:\"([^\"]{0,2000})\"|'([^']{0,2000})'|([^\s\"'<>]{1,500}))")
_TITLE = re.compile(r"<title\b[^<>]{0,200}>([^<]{1,500})<", re.IGNORECASE)
_H1 = re.compile(r"<h1\b[^<>]{0,500}>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]*>")
_LD = "application/ld+json"
_SEPARATOR = re.compile(r"\s+[|–—·»-]\s+")

_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "article.published",
    "publishdate",
    "publish-date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "date",
    "published",
    "publication_date",
)
"""Names of ``meta`` tags that hold the day of publication, the surest first."""


class PageMetadata(Struct, frozen=True):
    """What the head says. ``published`` holds words and the tag that holds them."""

    title: str | None = None
    site: str | None = None
    url: str | None = None
    language: str | None = None
    published: tuple[str, str] | None = None


def page_metadata(html: str) -> PageMetadata:
    """Read the head of a page, wherever its tags stand."""
    metas: dict[str, str] = {}
    url = language = time = None
    for name, attributes in _tags(html):
        if name == "meta":
            key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            if attributes.get("content", "").strip():
                metas.setdefault(key.casefold(), attributes["content"].strip())
        elif name == "link" and attributes.get("rel", "").casefold() == "canonical":
            url = url or attributes.get("href")
        elif name == "html":
            language = language or attributes.get("lang") or attributes.get("xml:lang")
        elif name == "time":
            time = time or attributes.get("datetime")
    linked = dict(_linked(html))
    site = metas.get("og:site_name") or metas.get("application-name") or linked.get("publisher")
    return PageMetadata(
        title=_title(html, metas, linked, site),
        site=site,
        url=_address(url) or _address(metas.get("og:url")),
        language=language.split("-")[0].strip().casefold() or None if language else None,
        published=_published(metas, linked, time),
    )


def _tags(html: str) -> Iterator[tuple[str, dict[str, str]]]:
    for tag in _TAG.finditer(html):
        attributes = {
            match[1].casefold(): unescape(match[2] or match[3] or match[4] or "")
            for match in _ATTRIBUTE.finditer(tag[2])
        }
        yield tag[1].casefold(), attributes


def _address(url: str | None) -> str | None:
    return url.strip() if url is not None and url.strip().startswith(("http://", "https://")) else None


def _published(metas: dict[str, str], linked: dict[str, str], time: str | None) -> tuple[str, str] | None:
    for name in _DATES[:2]:
        if name in metas:
            return metas[name], f"the page's {name}"
    if "datePublished" in linked:
        return linked["datePublished"], "the page's datePublished"
    for name in _DATES[2:]:
        if name in metas:
            return metas[name], f"the page's {name}"
    return (time, "the page's first <time>") if time else None


def _title(html: str, metas: dict[str, str], linked: dict[str, str], site: str | None) -> str | None:
    """Take what is meant for sharing, else the only main heading, else the window's title, without the site's name."""
    heads = _headings(html)
    title = metas.get("og:title") or linked.get("headline") or (heads[0] if len(heads) == 1 else None)
    if title is None:
        match = _TITLE.search(html)
        title = unescape(match[1]) if match else metas.get("twitter:title")
    return _without_site(" ".join(title.split()), site) or None if title else None


def _headings(html: str) -> list[str]:
    found = []
    for start in _H1.finditer(html):
        end = html.find("</h1", start.end(), start.end() + 2000)
        words = " ".join(unescape(_ANY_TAG.sub(" ", html[start.end() : end])).split()) if end >= 0 else ""
        if words:
            found.append(words)
        if len(found) > 1:
            break
    return found


def _without_site(title: str, site: str | None) -> str:
    """Take a site's name off the end of a window's title.

    >>> _without_site("Bridge falls near Kherson | Nile Courier", None)
    'Bridge falls near Kherson'
    """
    parts = list(_SEPARATOR.finditer(title))
    if not parts:
        return title
    head, tail = title[: parts[-1].start()], title[parts[-1].end() :]
    named = site is not None and tail.casefold() == site.casefold()
    return head if named or (len(tail.split()) <= 3 and len(head.split()) >= 4 and "|" in parts[-1].group()) else title


def _linked(html: str) -> Iterator[tuple[str, str]]:
    """Give the last word of JSON-LD on the report's headline, day and publisher; the first block comes last."""
    found = [pair for block in _blocks(html) for thing in _things(block) for pair in _pairs(thing)]
    return reversed(found)


def _blocks(html: str) -> Iterator[object]:
    at = 0
    for _ in range(MAX_PLACES):
        at = html.find(_LD, at)
        start = html.find(">", at)
        end = html.find("</script", start)
        if at < 0 or start < 0 or end < 0:
            return
        with suppress(ValueError, RecursionError):
            yield json.loads(html[start + 1 : end])
        at = end


def _things(block: object) -> list[dict[str, object]]:
    things = block if isinstance(block, list) else [block]
    graph = block.get("@graph") if isinstance(block, dict) else None
    if isinstance(graph, list):
        things = graph
    return [thing for thing in things[:MAX_PLACES] if isinstance(thing, dict)]


def _pairs(thing: dict[str, object]) -> Iterator[tuple[str, str]]:
    for name in ("headline", "datePublished"):
        value = thing.get(name)
        if isinstance(value, str) and value.strip():
            yield name, unescape(value.strip())
    publisher = thing.get("publisher")
    name_ = publisher.get("name") if isinstance(publisher, dict) else None
    if isinstance(name_, str) and name_.strip():
        yield "publisher", unescape(name_.strip())

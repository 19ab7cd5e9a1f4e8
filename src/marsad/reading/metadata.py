"""What a page says of itself in its head: title, site, day, address, language. Read tag by tag, without a parser."""

import re
from collections.abc import Iterator, Sequence
from html import escape, unescape

from msgspec import Struct

from marsad.reading.linked import linked_data

MAX_SITE = 6
"""Words of a site's name at the end of a window's title."""

MAX_PARTS = 8
"""Parts of a window's title that are looked at."""

_TAG = re.compile(r"<(meta|link|html|time)\b([^<>]{0,3000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:.-]{1,40})\s{0,5}=\s{0,5}(?:\"([^\"]{0,2000})\"|'([^']{0,2000})'|([^\s\"'<>]{1,500}))")
_TITLE = re.compile(r"<title\b[^<>]{0,200}>([^<]{1,500})<", re.IGNORECASE)
_H1 = re.compile(r"<h1\b[^<>]{0,500}>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]*>")
_SEPARATOR = re.compile(r"\s+[|–—·•»:-]{1,2}\s+")
_ON_CHANGE = re.compile(r"modif|updat|edited", re.IGNORECASE)
_ON_PUBLICATION = re.compile(r"publi|posted|entry-date|created", re.IGNORECASE)
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\d{4,14}[a-z_]{0,4}/(?=https?://)")
_GENERIC = frozenset("home news blog article articles world latest index".split())
_CHANNELS = frozenset(["telegram"])
"""Platforms whose pages bear the channel's name as their title."""

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

_CHANGES = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "lastmod")
"""Names of ``meta`` tags that hold the day of the last change."""


class PageMetadata(Struct, frozen=True):
    """What the head says.

    ``published`` and ``modified`` hold words and the tag that holds them; ``loose_time`` a ``<time>`` that may be
    another story's; ``story`` is the text that JSON-LD holds.
    """

    title: str | None = None
    site: str | None = None
    url: str | None = None
    language: str | None = None
    published: tuple[str, str] | None = None
    modified: tuple[str, str] | None = None
    loose_time: tuple[str, str] | None = None
    authors: tuple[str, ...] = ()
    story: str | None = None


class _Time(Struct, frozen=True):
    """A ``<time>`` tag: where it stands, what it holds, what it is called."""

    at: int
    words: str
    names: str


class _Tags(Struct, frozen=True):
    """What the tags of a page hold."""

    metas: dict[str, str]
    times: tuple[_Time, ...]
    url: str | None
    language: str | None


def page_metadata(html: str) -> PageMetadata:
    """Read the head of a page, wherever its tags stand."""
    tags, linked = _read_tags(html), linked_data(html)
    metas = tags.metas
    window = _window_title(html)
    publisher = linked.get("publisher", "").split("\n")[0]
    site = metas.get("og:site_name") or metas.get("application-name") or publisher or _site(html, window)
    title = _title(html, metas, linked, window, site)
    if site is not None and site.casefold() in _CHANNELS:
        site, title = metas.get("og:title") or title, None
    time, loose = _times(tags.times, _place_of_title(html, title))
    return PageMetadata(
        title=title,
        site=site,
        url=_address(tags.url) or _address(metas.get("og:url")),
        language=tags.language.split("-")[0].strip().casefold() or None if tags.language else None,
        published=_published(metas, linked) or time,
        modified=_first(_CHANGES, metas) or _of_linked("dateModified", linked),
        loose_time=loose,
        authors=tuple(name for name in (*linked.get("author", "").split("\n"), metas.get("author", "")) if name),
        story=linked.get("articleBody"),
    )


def _read_tags(html: str) -> _Tags:
    metas: dict[str, str] = {}
    times: list[_Time] = []
    url = language = None
    for at, name, attributes in _tags(html):
        if name == "meta":
            key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            if attributes.get("content", "").strip():
                metas.setdefault(key.casefold(), attributes["content"].strip())
        elif name == "link" and attributes.get("rel", "").casefold() == "canonical":
            url = url or attributes.get("href")
        elif name == "html":
            language = language or attributes.get("lang") or attributes.get("xml:lang")
        elif name == "time" and attributes.get("datetime", "").strip():
            names = f"{attributes.get('class', '')} {attributes.get('itemprop', '')} {attributes.get('pubdate', '')}"
            times.append(_Time(at, attributes["datetime"].strip(), names))
    return _Tags(metas, tuple(times), url, language)


def _tags(html: str) -> Iterator[tuple[int, str, dict[str, str]]]:
    for tag in _TAG.finditer(html):
        attributes = {
            match[1].casefold(): unescape(match[2] or match[3] or match[4] or "")
            for match in _ATTRIBUTE.finditer(tag[2])
        }
        yield tag.start(), tag[1].casefold(), attributes


def _address(url: str | None) -> str | None:
    """Return an address of the web, that of the page itself for a copy that an archive keeps."""
    plain = _ARCHIVED.sub("", url.strip()) if url is not None else ""
    return plain if plain.startswith(("http://", "https://")) else None


def _first(names: Sequence[str], metas: dict[str, str]) -> tuple[str, str] | None:
    return next(((metas[name], f"the page's {name}") for name in names if name in metas), None)


def _published(metas: dict[str, str], linked: dict[str, str]) -> tuple[str, str] | None:
    return _first(_DATES[:2], metas) or _of_linked("datePublished", linked) or _first(_DATES[2:], metas)


def _of_linked(name: str, linked: dict[str, str]) -> tuple[str, str] | None:
    return (linked[name], f"the page's {name}") if name in linked else None


def _times(times: Sequence[_Time], title_at: int | None) -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
    """Return the time that is the report's own, and one that may be: other stories' teasers hold times too."""
    first = [time for time in times if _ON_PUBLICATION.search(time.names) or not _ON_CHANGE.search(time.names)]
    own = next((time for time in first if title_at is not None and time.at > title_at), None)
    if own is not None:
        return (own.words, "the page's <time> below its title"), None
    alone = title_at is None or len({time.words[:10] for time in first}) == 1
    return None, (first[0].words, "the page's first <time>") if first and alone else None


def _place_of_title(html: str, title: str | None) -> int | None:
    """Return where the title ends in the page itself, or None."""
    if title is None:
        return None
    start = html.find("<body")
    found = (html.find(words, max(0, start)) for words in (title, escape(title), escape(title, quote=False)))
    return next((at + len(title) for at in found if at >= 0 and start >= 0), None)


def _window_title(html: str) -> str:
    match = _TITLE.search(html)
    return " ".join(unescape(match[1]).split()) if match else ""


def _site(html: str, window: str) -> str | None:
    """Return the site's name: what stands beside a headline of the page in the window's title."""
    cuts = list(_SEPARATOR.finditer(window))
    for cut in cuts[:MAX_PARTS]:
        if _stands_alone(html, window[: cut.start()]):
            return _named(window[cuts[-1].end() :])
        if _stands_alone(html, window[cut.end() :]):
            return _named(window[: cuts[0].start()])
    return None


def _stands_alone(html: str, words: str) -> bool:
    return any(re.search(rf">\s{{0,50}}{re.escape(form)}\s{{0,50}}<", html) for form in {words, escape(words)})


def _named(words: str) -> str | None:
    return words if len(words.split()) <= MAX_SITE and words.casefold() not in _GENERIC else None


def _title(html: str, metas: dict[str, str], linked: dict[str, str], window: str, site: str | None) -> str | None:
    """Take what is meant for sharing, else the only main heading, else the window's title, without the site's name."""
    heads = [heading for heading in _headings(html) if heading != site]
    title = metas.get("og:title") or linked.get("headline") or (heads[0] if len(heads) == 1 else None)
    title = title or window or metas.get("twitter:title")
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
    if site is not None and title[: parts[0].start()].casefold() == site.casefold():
        return title[parts[0].end() :]
    named = site is not None and tail.casefold() == site.casefold()
    return head if named or (len(tail.split()) <= 3 and len(head.split()) >= 4 and "|" in parts[-1].group()) else title

"""What a page says of its report in JSON-LD: headline, days, publisher, authors, and the story itself."""

import json
from collections.abc import Iterator
from contextlib import suppress
from html import unescape

from marsad.reading.markup import stripped

MAX_PLACES = 20
"""Blocks of JSON-LD, and things within one, that are looked at."""

_LD = "application/ld+json"


def linked_data(html: str) -> dict[str, str]:
    """Return ``headline``, ``datePublished``, ``dateModified``, ``articleBody``, ``publisher`` and ``author``.

    Where several things tell one, the first does. Authors stand one a line.
    """
    found: dict[str, str] = {}
    for block in _blocks(html):
        for thing in _things(block):
            for name, value in _pairs(thing):
                found.setdefault(name, value)
    return found


def _blocks(html: str) -> Iterator[object]:
    at = 0
    for _ in range(MAX_PLACES):
        at = html.find(_LD, at)
        start = html.find(">", at)
        end = html.find("</script", start)
        if at < 0 or start < 0 or end < 0:
            return
        with suppress(ValueError, RecursionError):
            yield json.loads(html[start + 1 : end], strict=False)
        at = end


def _things(block: object) -> list[dict[str, object]]:
    things = block if isinstance(block, list) else [block]
    graph = block.get("@graph") if isinstance(block, dict) else None
    if isinstance(graph, list):
        things = graph
    return [thing for thing in things[:MAX_PLACES] if isinstance(thing, dict)]


def _pairs(thing: dict[str, object]) -> Iterator[tuple[str, str]]:
    for name in ("headline", "datePublished", "dateModified"):
        value = thing.get(name)
        if isinstance(value, str) and value.strip():
            yield name, unescape(value.strip())
    body = thing.get("articleBody")
    if isinstance(body, str) and body.strip():
        yield "articleBody", stripped(body) if "</" in body else unescape(body)
    for name in ("publisher", "author"):
        names = "\n".join(_names(thing.get(name)))
        if names:
            yield name, names


def _names(value: object) -> Iterator[str]:
    """Give the names of persons and organisations, however they are written."""
    for one in (value if isinstance(value, list) else [value])[:MAX_PLACES]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and (words := " ".join(unescape(name).split())):
            yield words

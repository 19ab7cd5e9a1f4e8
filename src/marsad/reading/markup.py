"""Cheap looks at HTML before any parser sees it: how deep, how many tags, what it declares. All linear."""

import re
from html import unescape

MAX_DEPTH = 200
"""Elements within one another. Pages of news sites stay under 60; parsers cut off or recurse from about 250."""

MAX_TAGS = 60_000
"""Tags of one page; above, extraction takes too long. Pages of news sites stay under 10,000."""

MAX_TEXT = 2_000_000
"""Characters of markup without scripts and styles that are parsed."""

MAX_ATTRIBUTES = 10_000
"""Attributes of one tag; the parser, which compares each with all before it, takes a second for these."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_OPENED = re.compile(r"""<[a-zA-Z](?:[^"'>]|"[^"]*+"?|'[^']*+'?)*+""")
_SEPARATORS = (" ", "\n", "\t", "\r", "\f", "/", "=")
_ANY_TAG = re.compile(r"<[^<>]*>")
_CHARSET = re.compile(rb"<meta[^<>]{0,300}?charset\s{0,3}=\s{0,3}[\"']?\s{0,3}([\w:.-]{2,40})", re.IGNORECASE)
_DECLARATION = re.compile(rb"\s{0,10}<\?xml[^<>]{0,200}?encoding\s{0,3}=\s{0,3}[\"']([\w:.-]{2,40})", re.IGNORECASE)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_IMPLIED = frozenset("p li td th tr dt dd option thead tbody tfoot".split())
_BREAKS = re.compile(
    r"</?(?:p|div|h[1-6]|li|br|tr|article|section|header|footer|nav|aside|ul|ol|table|title)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_OPENING = re.compile(r"<!--|<(script|style|noscript|template|svg|iframe)(?![a-z0-9])")


def declared_charset(data: bytes) -> str | None:
    """Return the encoding that a page claims for itself in its first 4 kB."""
    head = data[:4096]
    match = _DECLARATION.match(head) or _CHARSET.search(head)
    return match[1].decode("ascii", "replace") if match else None


def is_within_bounds(html: str) -> bool:
    """Say whether a parser may see the page: neither too deep nor too long."""
    if len(html) > MAX_TEXT:
        return False
    depth = 0
    for tags, match in enumerate(_TAG.finditer(html)):
        name = match[2].lower()
        if name not in _VOID and name not in _IMPLIED:
            depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > MAX_DEPTH or tags > MAX_TAGS:
            return False
    return not any(_has_too_many_attributes(match[0]) for match in _OPENED.finditer(html))


def _has_too_many_attributes(tag: str) -> bool:
    """Say whether the tag may have too many, taking everything for one that a parser might, quoted or not."""
    return len(tag) > MAX_ATTRIBUTES and sum(map(tag.count, _SEPARATORS)) > MAX_ATTRIBUTES


def without_silent(html: str) -> str:
    """Leave out comments and the elements whose content is not for reading; one never closed hides the rest."""
    parts: list[str] = []
    lowered = html.lower() if len(html.lower()) == len(html) else html
    at = 0
    while (opening := _OPENING.search(lowered, at)) is not None:
        parts.append(html[at : opening.start()])
        close = f"</{opening[1]}>" if opening[1] else "-->"
        end = lowered.find(close, opening.start())
        at = len(html) if end < 0 else end + len(close)
    parts.append(html[at:])
    return "".join(parts)


def stripped(html: str) -> str:
    """Return the text of a page without parsing it, a blank line wherever an element may end a paragraph."""
    text = _ANY_TAG.sub("", _BREAKS.sub("\n\n", without_silent(html)))
    lines = (" ".join(line.split()) for line in unescape(text).split("\n"))
    return "\n\n".join(line for line in lines if line)

"""Who published the report: given, or told by the page, its address, or the words around the story."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from marsad.model import Block
from marsad.reading.days import DATE
from marsad.reading.names import Names, host_of, hosts_in, is_agency
from marsad.reading.plain import folded, plain
from marsad.reading.signals import is_heading_of_others, is_menu

_PART = r"(?:[\w'’&-]|\.(?=\w)){0,30}"
_NAME = rf"[A-Z]{_PART}(?: (?:[A-Z&]{_PART}|of|and|the|for|on)){{0,6}}"
_COMPANY = re.compile(r"(?: (?:Media|Network|Group|Corporation|Company|Limited|Ltd|Inc|LLC|Foundation)\b\.?){1,3}$")
_GENERIC = frozenset(
    "news press release media online world the of and for on weekly daily today magazine review wire".split()
)
_WHOLE = re.compile(_NAME)
_DATED = re.compile(rf"(?P<name>{_NAME})(?P<rest>[^.\n]{{0,60}}?[.]?[^.\n]{{0,40}}?)(?i:{DATE})")
_RIGHTS = re.compile(
    r"(?i:copyright|©|\(c\))[\s©]{0,4}(?:\(c\)\s?)?(?:(?:19|20)\d\d(?:\s?[-–]\s?\d{2,4})?,?\s)?"
    r"(?i:[·|•.-]?\s?all rights reserved\b[ ·|•.-]{0,4})?(?i:by )?"
    rf"(?P<name>{_NAME})"
)
_ORIGINAL = re.compile(
    r"(?i:original source of this article is|(?:originally|first) (?:published|appeared) (?:by|in|on|at)"
    rf"|republished from|this article is from)\s(?P<name>{_NAME})"
)
_ISSUE = re.compile(rf"(?i:published in )(?P<name>{_NAME}),? (?:on )?(?=(?i:{DATE}))")
"""The paper of which day printed it: "Published in The Lake Courier, March 5th, 2025"."""
_WORKS_FOR = re.compile(
    r"is an? (?:[\w-]+ ){0,5}(?i:reporter|correspondent|editor|producer|writer|journalist|columnist) (?:for|at|with) "
    rf"(?:the )?(?P<name>{_NAME})"
)
_LEAD = re.compile(rf"(?P<name>{_NAME}) ?[-–—:] ?(?=[\"“‘']?[A-Z])")
_KIND_WORD = re.compile(
    r"\.(?:net|com|org|info)\b|\b(?:news|times|post|press|agency|tv|radio|herald|tribune|gazette|daily|journal|observer"
    r"|monitor|chronicle|mail|telegraph|network|media|online|standard|courier|echo|today|weekly|review|reporter|reports|wire|ledger"
    r"|dispatch|bulletin|examiner|guardian|independent|register|sentinel|star|sun|voice|world|magazine|newspaper|broadcasting)\b",
    re.IGNORECASE,
)
_SITES_OF_OTHERS = frozenset(
    """twitter facebook instagram youtube paypal patreon telegram t whatsapp reddit linkedin tiktok google apple bit x
    pinterest gofundme""".split()
)


def outlet_of_page(site: str | None, url: str | None, names: Names) -> str | None:
    """Return the outlet that a page's head or its address tells, by the table's name when the table knows it."""
    named = names.publisher(site) if site else None
    host = host_of(url) if url else None
    at_host = names.publisher_at(host) if host else None
    found = named or at_host
    return found.name if found is not None else site


def canonical(name: str, names: Names) -> str:
    """Return the table's name for an outlet, or the name as it is."""
    found = names.publisher(name) or names.publisher(_COMPANY.sub("", name))
    if found is None and "." in name:
        found = names.publisher_at(name)
    return found.name if found is not None else name


def outlet_of_words(text: str, blocks: tuple[Block, ...], names: Names) -> str | None:
    """Return the outlet that the words around the story tell, the surest of them first."""
    lines = list(_around(text, blocks))
    around = "\n".join(lines)
    first = next((at for at, block in enumerate(blocks) if block.kind == "body"), len(blocks))
    above = list(_around(text, blocks[:first]))
    for name in (
        *_dated(lines, around, names),
        *_labelled(above),
        *_matches(_ISSUE, lines, names),
        *_mastheads(above, names),
        *_leading(text, blocks, names),
        *_matches(_WORKS_FOR, lines, names),
        *_matches(_RIGHTS, lines, names),
        *_at_hosts(around, names),
        *_matches(_ORIGINAL, lines, names),
    ):
        return canonical(name, names)
    return None


def _around(text: str, blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if block.kind == "furniture":
            yield from (plain(line) for line in text[block.start : block.end].split("\n") if line.strip())


def _dated(lines: list[str], around: str, names: Names) -> Iterator[str]:
    """Give names beside a date, if the table or the page itself shows that they are an outlet's, not a town's."""
    for line in lines:
        match = _DATED.match(line)
        if match is None:
            continue
        name, rest = match["name"], match["rest"]
        if _is_outlet(name, around, names) or _sounds_like_one(name, rest):
            yield name


def _sounds_like_one(name: str, rest: str) -> bool:
    """Say whether a name that no table knows is an outlet's: it says so, or a bar stands between it and the date."""
    if name.casefold().startswith(("by ", "published", "posted", "updated")):
        return False
    return bool(_KIND_WORD.search(name) or _KIND_WORD.search(rest)) or name.startswith("The ") or "|" in rest


def _labelled(above: list[str]) -> Iterator[str]:
    """Give the line under a line that says no more than that a source follows."""
    for label, line in pairwise(above):
        if label.casefold().rstrip(":") in ("source", "publisher", "publication") and _WHOLE.fullmatch(line):
            yield line


def _mastheads(above: list[str], names: Names) -> Iterator[str]:
    """Give the lines above the story that are a name alone, known or one that says what it is."""
    for line in (line.removeprefix("By ").removeprefix("by ") for line in above):
        if not _WHOLE.fullmatch(line) or is_menu(line) or is_heading_of_others(line):
            continue
        if _GENERIC.issuperset(line.casefold().split()):
            continue
        known = names.publisher(line)
        named = line.startswith("The ") or _KIND_WORD.search(line) is not None
        if (known is not None and not is_agency(known)) or (known is None and named):
            yield line


def _is_outlet(name: str, around: str, names: Names) -> bool:
    known = names.publisher(name)
    if known is not None:
        return not is_agency(known)
    squeezed = re.sub(r"\W", "", name.casefold())
    return any(squeezed == re.sub(r"\W", "", label) for host in hosts_in(around) for label in host.split("."))


def _leading(text: str, blocks: tuple[Block, ...], names: Names) -> Iterator[str]:
    """Give the name that the first paragraph begins with, before a dash."""
    first = next((block for block in blocks if block.kind == "body"), None)
    match = _LEAD.match(plain(text[first.start : first.start + 200])) if first else None
    if match is None:
        return
    known = names.publisher(match["name"])
    if (known is not None and not is_agency(known)) or (known is None and _KIND_WORD.search(match["name"])):
        yield match["name"]


def _matches(pattern: re.Pattern[str], lines: list[str], names: Names) -> Iterator[str]:
    for line in lines:
        match = pattern.search(line)
        known = names.publisher(match["name"]) if match else None
        if match and folded(match["name"]) and (known is None or not is_agency(known)):
            yield match["name"]


def _at_hosts(around: str, names: Names) -> Iterator[str]:
    """Give the known outlet whose addresses stand most often around the story."""
    known = Counter(
        source.name
        for host in hosts_in(around)
        if host.split(".")[-2] not in _SITES_OF_OTHERS
        and (source := names.publisher_at(host)) is not None
        and not is_agency(source)
    )
    yield from (name for name, _ in known.most_common(1))

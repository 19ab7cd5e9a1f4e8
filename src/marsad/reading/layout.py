"""The kind of every paragraph, from what it says and where it stands: above the story, in it, or behind it."""

import re
from collections.abc import Sequence
from itertools import repeat
from typing import Literal

from marsad.model.document import BlockKind
from marsad.reading.days import find_days
from marsad.reading.plain import folded
from marsad.reading.signals import (
    is_about_author,
    is_end_of_others,
    is_furniture,
    is_heading_of_comments,
    is_heading_of_others,
    is_picture,
    is_pointer,
    is_reply,
)
from marsad.reading.titles import content_words, is_headline, is_question
from marsad.reading.units import Unit

Sign = Literal["prose", "headline", "furniture", "pointer", "heading"]

MAX_CAPTION = 350
"""Characters of a picture's description that stands right above its credit."""

MAX_CREDIT = 8
"""Words of a credit; a longer line describes a picture itself."""

TEASER = range(8, 19)
"""Words of a line without a full stop that make it another story's headline or a caption, no subhead of this one."""

_SAID = re.compile(r"\b(?:said|says|added|reported|told)\b", re.IGNORECASE)

COMMENTS = 8
"""Paragraphs below a heading of comments among which a reply must be: it may be the button that leads to them."""

MAX_DATED = 14
"""Words of a line under the title that only dates the report when it holds a day with its year."""

LABELLED = 3
"""Paragraphs on either side of a labelled line among which two others must bear a label."""

_LABEL = re.compile(r"[A-ZÀ-Þ\d][\w'’., -]{1,40}[:–—] ?\S")

LATE = 0.6
"""Share of the text from which a list of other stories is taken to be the end of the page."""

RUN = 2
RUN_LENGTH = 150
"""Paragraphs, and their characters, that must follow each other for the story to go on after other stories."""

AUTHOR = 3
"""Paragraphs at the end that may tell of the author."""


def classify(units: Sequence[Unit], title_at: int | None, listed: frozenset[str] = frozenset()) -> list[BlockKind]:
    """Return a kind for every unit; ``listed`` are lines known to be the story's own."""
    signs = _signs(units, listed)
    first = _first_of_story(units, signs, title_at)
    top = [_above(units, signs, at, title_at, first) for at in range(first)]
    return top + _from(units, signs, first, title_at)


def _signs(units: Sequence[Unit], listed: frozenset[str]) -> list[Sign]:
    signs: list[Sign] = [_sign(unit, listed) for unit in units]
    last = max((at for at, sign in enumerate(signs) if sign == "prose"), default=-1)
    for at in range(last - 1):
        if signs[at] in ("prose", "headline") and _is_caption(units[at], units[at + 1]):
            signs[at] = "furniture"
    for at in [at for at, sign in enumerate(signs) if sign == "headline" and _is_labelled(units, signs, at)]:
        signs[at] = "prose"
    end = next((at for at in range(len(units)) if _has_comments(units, signs, at)), None)
    if end is not None:
        signs[end] = "heading"
        signs[end + 1 :] = repeat("furniture", len(units) - end - 1)
    for at in [at for at, sign in enumerate(signs) if sign == "prose"][-AUTHOR:]:
        if is_about_author(units[at].plain):
            signs[at] = "furniture"
    if "prose" not in signs:
        return ["prose" if sign == "headline" else sign for sign in signs]
    return signs


def _has_comments(units: Sequence[Unit], signs: Sequence[Sign], at: int) -> bool:
    """Say whether comments follow, down to the end: replies stand among them, and the story stands above."""
    if not is_heading_of_comments(units[at].plain) or "prose" not in signs[:at]:
        return False
    return any(is_reply(unit.plain) for unit in units[at + 1 : at + 1 + COMMENTS])


def _sign(unit: Unit, listed: frozenset[str]) -> Sign:
    if unit.text in listed and not is_pointer(unit.plain):
        return "prose"
    if is_heading_of_others(unit.plain):
        return "heading"
    if is_pointer(unit.plain):
        return "pointer"
    if is_furniture(unit.plain):
        return "furniture"
    return "prose" if unit.is_prose else "headline"


def _is_caption(unit: Unit, following: Unit) -> bool:
    credit = following.size <= MAX_CREDIT and is_picture(following.plain)
    return credit and not following.after_blank and len(unit.plain) <= MAX_CAPTION


def _first_of_story(units: Sequence[Unit], signs: Sequence[Sign], title_at: int | None) -> int:
    """Return the index of the first paragraph of the story, or of the end."""
    start = 0 if title_at is None else title_at + 1
    for at in range(start, len(units)):
        question = is_question(units[at]) and is_headline(units[at]) and _next_is_prose(signs, at)
        if signs[at] == "prose" and not (question and title_at is None):
            return at
    return len(units)


def _next_is_prose(signs: Sequence[Sign], at: int) -> bool:
    return at + 1 < len(signs) and signs[at + 1] == "prose"


def _above(units: Sequence[Unit], signs: Sequence[Sign], at: int, title_at: int | None, first: int) -> BlockKind:
    """Judge a line above the story: the title, its second line, or the page's menu and teasers."""
    if at == title_at:
        return "title"
    if signs[at] == "headline" and title_at is not None and at > title_at:
        return "title" if _is_second_line(units, at, title_at, first) else "furniture"
    if signs[at] in ("furniture", "heading"):
        return "furniture"
    return "other_story" if _is_teaser(units[at]) else "furniture"


def _is_second_line(units: Sequence[Unit], at: int, title_at: int, first: int) -> bool:
    """Say whether a line under the title adds to it: longer than a label and of the story's words."""
    if units[at].size < 5 or folded(units[at].text) == folded(units[title_at].text):
        return False
    if units[at].size <= MAX_DATED and next(find_days(units[at].plain), None) is not None:
        return False
    story = content_words(" ".join(unit.plain for unit in [units[title_at], *units[first : first + 4]]))
    return len(content_words(units[at].plain) & story) >= 2


def _from(units: Sequence[Unit], signs: Sequence[Sign], first: int, title_at: int | None) -> list[BlockKind]:
    """Walk through the story; a heading of other stories holds until the story plainly goes on."""
    kinds: list[BlockKind] = []
    heading: int | None = None
    last_prose = max((at for at, sign in enumerate(signs) if sign == "prose"), default=-1)
    loose = _is_loose(units, signs, first)
    title = folded(units[title_at].text) if title_at is not None else None
    names = content_words(" ".join(unit.plain for unit in units[max(first - 3, 0) : first]))
    for at in range(first, len(units)):
        if signs[at] == "heading":
            heading = at
        elif heading is not None and is_end_of_others(units[at].plain):
            heading = None
            kinds.append("furniture")
            continue
        elif heading is not None and _resumes(units, signs, at, heading, names):
            heading = None
        if heading is not None:
            kinds.append("furniture" if signs[at] == "furniture" else "other_story")
            continue
        kinds.append(
            _within(units, signs, at, last_prose, loose=loose) if folded(units[at].text) != title else "furniture"
        )
        if kinds[-1] == "body":
            names |= content_words(units[at].plain)
    return _without_tail(kinds, signs[first:])


def _without_tail(kinds: list[BlockKind], signs: Sequence[Sign]) -> list[BlockKind]:
    """Take labels and names behind the last paragraph of the story out of it."""
    last = max((at for at, kind in enumerate(kinds) if kind == "body" and signs[at] == "prose"), default=len(kinds))
    return ["furniture" if kind == "body" and at > last else kind for at, kind in enumerate(kinds)]


def _resumes(units: Sequence[Unit], signs: Sequence[Sign], at: int, heading: int, names: set[str]) -> bool:
    """Say whether the story goes on here: after headlines, paragraphs in a row on what it spoke of before."""
    listed = "headline" in signs[heading:at]
    if signs[at] != "prose" or not listed or units[heading].start >= LATE * units[-1].end:
        return False
    run: list[Unit] = []
    for unit, sign in zip(units[at:], signs[at:], strict=True):
        if sign != "prose":
            break
        run.append(unit)
    long = len(run) >= RUN and sum(len(unit.plain) for unit in run) >= RUN_LENGTH
    return long and len(content_words(" ".join(unit.plain for unit in run)) & names) >= 2


def _is_loose(units: Sequence[Unit], signs: Sequence[Sign], first: int) -> bool:
    """Say whether the report writes its paragraphs without full stops, as lists of incidents do."""
    long = sum(sign == "headline" and _is_teaser(unit) for unit, sign in zip(units[first:], signs[first:], strict=True))
    return long > signs[first:].count("prose")


def _within(units: Sequence[Unit], signs: Sequence[Sign], at: int, last_prose: int, *, loose: bool) -> BlockKind:
    sign = signs[at]
    if sign == "prose":
        return "body"
    if sign == "furniture":
        return "furniture"
    if sign == "pointer":
        return "other_story"
    if loose or _is_list_item(units, at):
        return "body"
    if _is_teaser(units[at]):
        return "other_story"
    return "furniture" if at > last_prose and units[at].size < TEASER.stop else "body"


def _is_teaser(unit: Unit) -> bool:
    return unit.size in TEASER and not _SAID.search(unit.plain)


def _is_labelled(units: Sequence[Unit], signs: Sequence[Sign], at: int) -> bool:
    """Say whether the line begins with a label, as paragraphs beside it do: digests name the place or day so."""
    if _LABEL.match(units[at].plain) is None:
        return False
    near = range(max(0, at - LABELLED), min(len(units), at + LABELLED + 1))
    return sum(signs[other] == "prose" and _LABEL.match(units[other].plain) is not None for other in near) >= 2


def _is_list_item(units: Sequence[Unit], at: int) -> bool:
    """Say whether the line is an item of a list that a paragraph of the story announces."""
    while at > 0 and units[at].bullet:
        at -= 1
        if units[at].plain.endswith(":"):
            return True
    return False

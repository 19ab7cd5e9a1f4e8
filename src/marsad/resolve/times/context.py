"""Time expressions at their place in a document, and what they are counted from there."""

import re
from datetime import date
from functools import lru_cache
from typing import Final

from marsad.model import Claim, Document, Mention, Published, Span
from marsad.resolve.dateline import dateline
from marsad.resolve.times.anchoring import WIDEST_PUBLICATION, anchor
from marsad.resolve.times.arithmetic import ONE_DAY, spanning
from marsad.resolve.times.arithmetic import moved as moved_by
from marsad.resolve.times.discourse import Discourse
from marsad.resolve.times.grammar import find_times
from marsad.resolve.times.sides import seen_from, side_of, ties
from marsad.resolve.times.value import (
    Between,
    CalendarDate,
    Days,
    Duration,
    Expression,
    Habit,
    Period,
    Portion,
    Quarter,
    Reference,
    Shift,
    Vague,
    Value,
)

_SENTENCE_END: Final = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"'‘])|\n+")
LONGEST_SENTENCE: Final = 2000
"""Characters; a longer one is read up to here."""
_MEMORY: Final = 6000
"""Characters before an expression in which the day of "the next day" is looked for."""
_LONGEST_WORD: Final = 100
"""Characters by which a stretch of text is widened at most, so that it cuts no word."""
FUTURE: Final = frozenset({"planned", "threatened", "possible"})
"""Modalities of what is still to come."""
SPOKEN: Final = frozenset({"statement", "threat"})
"""A threat lies behind when it is told, though what it threatens does not."""
_PERFECT: Final = re.compile(r"\b(?:may|might|could|would|must) (?:\w{2,10} )?have\b", re.IGNORECASE)
_OVER: Final = re.compile(
    r"\b(?:occurred|happened|took place|came|began|started|erupted|broke out|ended|was held|were held)"
    r"(?: (?!to\b)\w{1,12})? (?:on|in|at|during|early|late) $"
)
"""Verbs right before a time that is over, whatever the claim itself is of."""
_OVER_REACH: Final = 40
"""Characters before a time in which they stand."""
_PERFECT_REACH: Final = 40
"""Characters before a trigger in which "may have" belongs to it."""
_PART_OF_DAY: Final = re.compile(
    r"(?=\D*(?:\d|morning|noon|evening|night|dawn|daybreak|sunrise|sunset|dusk))"
    r"(?:(?:shortly|just|soon|early|late|about|around|at|in|the|before|after|by|of|hours|local|time|on|from|"
    r"morning|noon|midday|(?:after|fore)noon|evening|night(?:fall)?|midnight|dawn|daybreak|sunrise|sunset|dusk|"
    r"\d{1,2}(?:[:.]\d\d)?|[ap]\.?m\.?|GMT|UTC)[ ,]?){1,8}",
    re.IGNORECASE,
)
_ALMOST: Final = re.compile(r"\b(?:almost|nearly|not quite|less than|under)\b")
_MORE: Final = re.compile(r"\b(?:more than|over)\b")
_LONGEST_TIE: Final = 40
"""Characters behind "two days after" in which the day stands that it counts from."""
_OF_REACH: Final = 30
_OF_BEFORE: Final = re.compile(r"\b(?:after|following|since|before|despite)(?: the| an?)? $")
HAPPENING: Final = re.compile(
    r"(?:['’]s)? (?:[a-z-]{2,15} ){0,2}?"
    r"(?:earthquake|quake|coup|takeover|invasion|elections?|massacre|attacks?|bombings?|raids?|"
    r"revolution|uprising|war|ceasefire|truce|agreement|deal|accord|clashes|protests?|strikes?|killings?|explosion|"
    r"blasts?|shootings?|ambush|assault|storm|floods?)\b"
)
"""What a day names together with the words around it: "after the (28 March) earthquake"."""
SOON_AFTER: Final = 3 * ONE_DAY
"""A report comes out no later than this after the last day that its first sentence tells."""
_STORY: Final = frozenset({"title", "body"})


def expressions(text: str, start: int, end: int) -> tuple[Expression, ...]:
    """Return the time expressions of a stretch of the text, at their places in the text, widened to whole words."""
    lowest, highest = max(0, start - _LONGEST_WORD), min(len(text), end + _LONGEST_WORD)
    while start > lowest and not text[start - 1].isspace():
        start -= 1
    while end < highest and not text[end].isspace():
        end += 1
    return tuple(moved(found, start) for found in find_times(text[start:end]))


def moved(found: Expression, by: int) -> Expression:
    """Return the expression at its place in the text of which it was found in a part."""
    return Expression(found.start + by, found.end + by, found.text, found.grain, found.value)


def meaning(document: Document, claim: Claim, expression: Expression) -> Days | None:
    """Return the days that the expression means for this claim, or None when nothing fixes them."""
    reference = _reference(document, claim, expression)
    if not counts_from_text(expression.value) and not _is_whole_years(expression.value):
        return anchor(expression, reference) or _from_opening(document, claim, expression)
    before = _told_before(document, expression)
    named = _named_behind(document, claim, expression)
    news = _news_for(document, expression) if named is None else named
    if news is not None:
        reference = Reference(reference.first, reference.last, reference.future, news)
    else:
        discourse = Discourse(document.text, reference.first, reference.last)
        for found in before:
            discourse = discourse.after(found)
        reference = discourse.reference(expression, future=reference.future)
    if named is not None:
        behind = document.text[expression.end : claim.trigger.start] if expression.end <= claim.trigger.start else ","
        return anchor(seen_from(expression, 1 if "," in behind else 0), reference)
    dated = news is not None or any(found.start >= claim.sentence.start for found in before)
    if reference.quarter is None and reference.first is not None and _is_a_year_ago(expression.value):
        return _a_year_before(reference.first, expression.text)
    side = side_of(document.text, claim, expression, dated=dated)
    return None if side is None else anchor(seen_from(expression, side), reference)


@lru_cache(maxsize=4)
def day_of_opening(document: Document) -> date | None:
    """Return the last day with weekday and year that an undated report's first sentence tells; it came out soon after.

    A day without its weekday may be one of long ago that the report looks back on.
    """
    first = opening(document)
    if document.published is not None or first.start == first.end:
        return None
    found = [one.value for one in expressions(document.text, first.start, first.end)]
    days = [
        anchor(Expression(0, 0, "", "day", value), Reference())
        for value in found
        if isinstance(value, CalendarDate) and None not in {value.year, value.day, value.weekday}
    ]
    return max((day.start for day in days if day is not None), default=None)


def _from_opening(document: Document, claim: Claim, expression: Expression) -> Days | None:
    """Return the days that words mean in a report from that day or the next three, where that leaves no choice."""
    day = day_of_opening(document)
    if day is None:
        return None
    future = tells_future(document.text, claim)
    first, last = (anchor(expression, Reference(one, one, future)) for one in (day, day + SOON_AFTER))
    return first if first == last else None


def _named_behind(document: Document, claim: Claim, expression: Expression) -> Days | None:
    """Return the day of what is named behind "two days after": that of "Friday's raid", "the 28 March earthquake"."""
    if not ties(document.text, expression):
        return None
    behind = [
        one
        for one in expressions(document.text, expression.end, min(expression.end + _LONGEST_TIE, claim.sentence.end))
        if not counts_from_text(one.value) and happening_named(document.text, one) is not None
    ]
    return anchor(behind[0], _reference(document, claim, behind[0])) if behind else None


def happening_named(text: str, expression: Expression) -> int | None:
    """Return where the name of a happening ends in which a day stands ("after Friday's raid"), or None."""
    before = text[max(0, expression.start - _OF_REACH) : expression.start]
    behind = HAPPENING.match(text, expression.end) if _OF_BEFORE.search(before) is not None else None
    return behind.end() if behind is not None else None


def counts_from_publication(document: Document, expression: Expression) -> bool:
    """Whether "two days after the raid" counts from the news itself: what opens a report that tells no day."""
    return _news_for(document, expression) is not None


def _news_for(document: Document, expression: Expression) -> Days | None:
    """Return the days of the news that the expression counts from, publication and the day before it, or None.

    It is news when the words are an adjunct of the report's first sentence: "talks failed, two days after the raid".
    """
    published = document.published
    if published is None or not ties(document.text, expression) or not is_certain(published):
        return None
    if any(not isinstance(found.value, Duration | Habit | Vague) for found in _told_before(document, expression)):
        return None
    first = opening(document)
    before = document.text[first.start : expression.start].rstrip()
    if expression.start >= first.end or (before and before[-1] != ","):
        return None
    return spanning(published.start - ONE_DAY, published.end)


def _told_before(document: Document, expression: Expression) -> list[Expression]:
    """Return what the story tells of times before the expression, near enough to count from."""
    found = expressions(document.text, max(0, expression.start - _MEMORY), expression.start)
    line = dateline(document)
    told = [
        one
        for one in found
        if one.end <= expression.start and _in_story(document, one) and not line.overlaps(Span(one.start, one.end))
    ]
    rest = [one for one in told if happening_named(document.text, one) is None]
    fixed = any(not counts_from_text(one.value) and not isinstance(one.value, Duration | Habit | Vague) for one in rest)
    return rest if fixed else told


def counts_from_text(value: Value) -> bool:
    """Whether the value is counted from a time told before it ("the next day")."""
    match value:
        case Shift(base="text") | Period(base="text") | Quarter(number=None):
            return True
        case Portion(of=inner):
            return counts_from_text(inner)
        case Between(first=inner):
            return counts_from_text(inner)
        case _:
            return False


def _is_whole_years(value: Value) -> bool:
    """Whether it is "a year ago", which behind a quarter means the quarter of the year before."""
    return isinstance(value, Shift) and value.unit == "year" and value.least == value.most


def _is_a_year_ago(value: Value) -> bool:
    return isinstance(value, Shift) and (value.unit, value.least, value.most, value.base) == (
        "year",
        -1,
        -1,
        "publication",
    )


def _a_year_before(published: date, words: str) -> Days:
    """Return about which days a happening was "a year ago": a season around the day, or to that side that is told."""
    day, told = moved_by(published, -1, "year"), words.lower()
    almost, over = _ALMOST.search(told) is not None, _MORE.search(told) is not None
    first = day if almost else moved_by(day, -1, "quarter")
    return spanning(first, day if over else moved_by(day, 1, "quarter"))


def is_dated(value: Value) -> bool:
    """Whether the words fix the year themselves."""
    return isinstance(value, CalendarDate) and value.year is not None


def tells_future(text: str, claim: Claim) -> bool:
    """Whether the claim is of something still to come; "may have been hit" is not."""
    if claim.modality not in FUTURE or claim.type in SPOKEN:
        return False
    around = text[max(claim.sentence.start, claim.trigger.start - _PERFECT_REACH) : claim.trigger.start]
    return _PERFECT.search(around) is None


def _reference(document: Document, claim: Claim, expression: Expression) -> Reference:
    before = document.text[max(claim.sentence.start, expression.start - _OVER_REACH) : expression.start]
    published, future = document.published, tells_future(document.text, claim) and _OVER.search(before) is None
    if published is None:
        return Reference(future=future)
    return Reference(published.start, published.end, future)


def _in_story(document: Document, expression: Expression) -> bool:
    kinds = [block.kind for block in document.blocks if block.start <= expression.start < block.end]
    return not kinds or kinds[0] in _STORY


def block_of(document: Document, mention: Mention) -> Span:
    """Return the block that holds the mention, or the whole text."""
    for block in document.blocks:
        if block.start <= mention.start < block.end:
            return Span(block.start, block.end)
    return Span(0, len(document.text))


def opening(document: Document) -> Span:
    """Return the first sentence of the body, or an empty span where there is none."""
    body = next((block for block in document.blocks if block.kind == "body"), None)
    if body is None:
        return Span(0, 0)
    start = body.start + len(document.text[body.start : body.end]) - len(document.text[body.start : body.end].lstrip())
    start = max(start, dateline(document).end)
    return sentence_at(document, Mention.of(document.text, start, min(start + 1, body.end)))


def sentence_at(document: Document, mention: Mention) -> Span:
    """Return the sentence around the mention within its block."""
    block = block_of(document, mention)
    start = max(block.start, mention.start - LONGEST_SENTENCE)
    end = min(block.end, mention.end + LONGEST_SENTENCE)
    for match in _SENTENCE_END.finditer(document.text, start, end):
        if match.end() <= mention.start:
            start = match.end()
        elif match.start() >= mention.end:
            return Span(start, match.start())
    return Span(start, end)


def in_title(document: Document, mention: Mention) -> bool:
    """Whether it stands in the headline."""
    return any(block.kind == "title" and block.start <= mention.start < block.end for block in document.blocks)


def is_part_of_day(mention: Mention) -> bool:
    """Whether the words tell a part of a day or an hour, and no day: "in the early morning", "shortly after 7 a.m."."""
    return _PART_OF_DAY.fullmatch(mention.text) is not None


def is_certain(published: Published) -> bool:
    """Whether the day of publication is known well enough to tell a day by it."""
    return published.end - published.start <= WIDEST_PUBLICATION


def when_published(published: Published) -> str:
    """Return the day or days of publication in words."""
    return when_told(published.start, published.end)


def when_told(start: date, end: date) -> str:
    """Return a day or two days with all between in words."""
    return f"on {start}" if start == end else f"between {start} and {end}"

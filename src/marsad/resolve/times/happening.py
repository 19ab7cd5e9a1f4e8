"""The time of a claim's happening: which of the text's time expressions is its own, and what it means."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from marsad.model import Claim, Document, Mention, Published, Span, Time
from marsad.resolve.context import DocumentContext, Role
from marsad.resolve.dateline import dateline
from marsad.resolve.times.arithmetic import spanning
from marsad.resolve.times.carrying import carried_times
from marsad.resolve.times.context import (
    HAPPENING,
    LONGEST_SENTENCE,
    block_of,
    counts_from_publication,
    counts_from_text,
    day_of_opening,
    expressions,
    happening_named,
    in_title,
    is_certain,
    is_dated,
    is_part_of_day,
    meaning,
    moved,
    opening,
    sentence_at,
    tells_future,
    when_published,
)
from marsad.resolve.times.grammar import find_times
from marsad.resolve.times.outcome import is_of_outcome
from marsad.resolve.times.recurring import GRACE
from marsad.resolve.times.sides import closes, ties
from marsad.resolve.times.telling import told_as_news
from marsad.resolve.times.telling_on import told_on_times
from marsad.resolve.times.told_behind import told_behind
from marsad.resolve.times.value import Days, Duration, Expression, Habit, Since, Vague, Weekday

BACKGROUND_AFTER: Final = timedelta(days=14)
"""What ended longer than this before publication is told as history."""
_REACH: Final = 200
"""Characters around a mention that may belong to its expression."""

_LONGEST_GAP: Final = 20
"""Characters between a time and a word that stand side by side."""
_SMALL_WORDS: Final = frozenset("on in of at during since the s ' ’ early late".split())
_SPEECH_ACTS: Final = frozenset(("statement", "threat", "agreement"))
_SPEECH: Final = re.compile(
    r"\b(?:said|says|told|warned|announced|vowed|pledged|threatened|ordered|declared|urged|persuaded|agreed|insisted)\b"
)
_SPEECH_BEFORE: Final = re.compile(
    rf"(?:{_SPEECH.pattern}(?: \w{{1,12}})?|\btold(?: (?!to\b|that\b)[\w’'-]{{1,14}}){{1,4}})"
    r" (?:on |in |late |early )*$"
)
"""Right before a time: "said on", "told reporters late on", "told the Herald on"."""
_SPEECH_REACH: Final = 60
"""Characters before a time in which these words stand."""
_FRONTS: Final = frozenset({"", "on", "late on", "early on", "in"})
_SAID_HAD: Final = re.compile(
    r",?(?: [\w’'-]{1,20}){1,6}? (?:said|says|told [\w’'-]{1,20}|announced|confirmed|reported)\b[^.;:]{0,80}? had\b"
)
"""Behind a time that opens the sentence: "On Friday, an official said the rebels had left"."""
_TO_ANOTHER: Final = re.compile(
    r"(?:[\w’'-]+ ){0,3}?(?:follow(?:s|ed|ing)|caps|capped|crowns|crowned|c[ao]mes? (?:\w+ ){0,4}?(?:after|before)|"
    r"in (?:response|retaliation|revenge|reprisal) (?:to|for)|to avenge|mirrors|mirrored|echoe[sd]|recalls|recalled)\b"
)
"""What leads from a happening to an earlier one: "the raid follows a blast on Friday"."""
_RELATIVE: Final = re.compile(r"\b(?:who|whose|which|that)\b[^.;:]*\bthe $")
"""What tells of somebody by an earlier happening: "a fighter who took part in the (7 October) attacks"."""
_SUPERLATIVE: Final = re.compile(r"\b(?:first|worst|most|(?:deadli|bloodi|heavi|larg|bigg|high|long|fierc|great)est)\b")
_LONGEST_COMPARISON: Final = 60
"""Characters from "the deadliest" to "since July"."""
_NAMED_AFTER_DAYS: Final = frozenset({Role.PARTY, Role.PARTY_IN_CONTEXT, Role.SOURCE})
Reading = tuple[Days, Expression]


def resolve_time(document: Document, claim: Claim) -> Time | None:
    """Return the days of the claim's happening, or None when the words fix none.

    The claim's own words come first, and what stands right beside the trigger is among them. Without any, it is
    the one time that stands in its sentence, else in that of another mention of it, else, for a headline, in the
    first sentence of the body; what is told as ongoing and has no time at all is ongoing when the report came out.
    """
    own = _readings(document, claim, _own(document, claim))
    if own:
        return _time(document, *min(own, key=lambda reading: _rank(reading, own, claim.trigger)))
    said_by = _last_saying(document, claim)
    for span in _sentences(document, claim):
        told = _readings(document, claim, _told_in(document, span))
        told = [(days, one) for days, one in told if said_by is None or days.start <= said_by]
        if told:
            best = min(told, key=lambda reading: _rank(reading, told, claim.trigger))
            return None if _rank(best, told, claim.trigger)[0] else _time(document, *best)
    ongoing = _still_ongoing(document, claim)
    if ongoing is not None or not all(map(is_part_of_day, claim.when)):
        return ongoing
    others = [
        one
        for one in _unnamed(document, _told_in(document, claim.sentence))
        if not (isinstance(one.value, Weekday) and _names_another(document.text, claim, one))
    ]
    if not all(_tells_speech(document.text, claim, one) for one in others):
        return None
    said = [days for one in others if (days := meaning(document, claim, one)) is not None]
    return (
        told_as_news(document, claim, opening(document), min(said, default=None)) if len(said) == len(others) else None
    )


def _last_saying(document: Document, claim: Claim) -> date | None:
    """Return the day on which the claim's own sentence says that it had happened: it was no later."""
    if claim.modality != "happened" or claim.type in _SPEECH_ACTS:
        return None
    told = [one for one in _told_in(document, claim.sentence) if _is_of_saying(document.text, claim, one)]
    days = [days.end for one in told if (days := meaning(document, claim, one)) is not None]
    return max(days, default=None)


def resolve_times(document: Document, claims: Sequence[Claim]) -> tuple[Time | None, ...]:
    """Return the days of each claim, in the order of the claims.

    What is told again has the days told first, and what the report goes on to tell of a happening has its day.
    """
    own = [resolve_time(document, claim) for claim in claims]
    return told_on_times(document, claims, carried_times(document, claims, told_behind(document, claims, own)))


def is_background(document: Document, time: Time | None) -> bool:
    """Say whether the time ended more than two weeks before publication; no when either is not known."""
    if time is None or document.published is None:
        return False
    return document.published.start - time.end > BACKGROUND_AFTER


def _readings(document: Document, claim: Claim, found: list[Expression]) -> list[Reading]:
    own = [one for one in _unnamed(document, found) if not _is_of_another(document.text, claim, one)]
    read = ((meaning(document, claim, expression), expression) for expression in own)
    ahead = tells_future(document.text, claim)
    return [
        (days, expression)
        for days, expression in read
        if days is not None and (ahead or not _is_ahead(document.published, days, expression))
    ]


def _is_ahead(published: Published | None, days: Days, expression: Expression) -> bool:
    """Whether words without a year mean days after publication: "agreed to open talks on June 8"."""
    return published is not None and days.start > published.end + GRACE and not is_dated(expression.value)


def _unnamed(document: Document, found: list[Expression]) -> list[Expression]:
    """Leave out what is part of a name or of the dateline."""
    named = _named(document)
    return [one for one in found if not any(span.overlaps(Span(one.start, one.end)) for span in named)]


@lru_cache(maxsize=4)
def _named(document: Document) -> tuple[Span, ...]:
    """Return where a day is part of a name (the March 23 Movement) or of the dateline, and tells no time."""
    names = [
        Span(hit.start, hit.end)
        for hit in DocumentContext.of(document).hits
        if any(entry.value.role in _NAMED_AFTER_DAYS for entry in hit.entries)
    ]
    return (dateline(document), *names)


def _own(document: Document, claim: Claim) -> list[Expression]:
    """Return what the claim's mentions touch, read with the words around them, for they may quote too few."""
    beside = [found for found in _told_in(document, claim.sentence) if _is_beside(document.text, found, claim.trigger)]
    found = {expression.start: expression for expression in beside}
    for mention in claim.when:
        alone = [moved(inner, mention.start) for inner in find_times(mention.text[:_REACH])]
        for expression in _around(document, mention) or alone:
            found[expression.start] = expression
    return [found[start] for start in sorted(found)]


def _is_beside(text: str, expression: Expression, trigger: Mention) -> bool:
    """Whether at most small words stand between the two: "bombings between May and July", "Sunday's massacre".

    What "a day after" ties a time to stands beside it, with its subject between: "a day after rebels took the town";
    and so does "two days before" at the end of the words that tell it: "the shooting of a colleague two days before".
    """
    if ties(text, expression) and expression.end <= trigger.start:
        return re.search(r"[,;:.]", text[expression.end : trigger.start]) is None
    if closes(text, trigger.end, expression):
        return True
    first, last = sorted(((expression.start, expression.end), (trigger.start, trigger.end)))
    gap = text[first[1] : min(last[0], first[1] + _LONGEST_GAP)]
    return last[0] - first[1] < _LONGEST_GAP and set(re.findall(r"[^\W\d_]+|[^\w\s]", gap.lower())) <= _SMALL_WORDS


def _is_of_another(text: str, claim: Claim, expression: Expression) -> bool:
    """Whether the time is of other words of the sentence: of the saying, of a comparison, of what came of it."""
    return (
        _tells_speech(text, claim, expression)
        or _bounds_comparison(text, claim, expression)
        or is_of_outcome(text, claim, expression)
        or _names_another(text, claim, expression)
    )


def _tells_speech(text: str, claim: Claim, expression: Expression) -> bool:
    """Whether the time is that of the words that tell it: "said on Tuesday that it would", ", they said on Friday".

    Of what has happened only a time right behind "said" is, and not when the happening is said to be then.
    """
    if not tells_future(text, claim):
        return _is_of_saying(text, claim, expression)
    before = text[max(claim.sentence.start, expression.start - _SPEECH_REACH) : expression.start]
    between = text[expression.end : claim.trigger.start] if expression.end < claim.trigger.start else ""
    return _SPEECH_BEFORE.search(before) is not None or _SPEECH.search(between) is not None


def _is_of_saying(text: str, claim: Claim, expression: Expression) -> bool:
    if any(expression.start < own.end and own.start < expression.end for own in claim.when):
        return False
    if claim.type in _SPEECH_ACTS:
        return _is_told_of_speech(text, claim, expression)
    before = text[max(claim.sentence.start, expression.start - _SPEECH_REACH) : expression.start]
    if _SPEECH_BEFORE.search(before) is not None:
        return True
    front = text[claim.sentence.start : expression.start].strip(' \n\t“"')
    return front.lower() in _FRONTS and _SAID_HAD.match(text, expression.end, claim.trigger.start) is not None


def _is_told_of_speech(text: str, claim: Claim, expression: Expression) -> bool:
    """Whether somebody else tells of a speech act: "On Friday, police said a man had been held for threatening her"."""
    front = text[claim.sentence.start : expression.start].strip(' \n\t“"').lower()
    told = _SAID_HAD.match(text, expression.end, claim.trigger.start)
    return front in _FRONTS and told is not None and " and " not in text[told.end() : claim.trigger.start]


def _bounds_comparison(text: str, claim: Claim, expression: Expression) -> bool:
    """Whether it says only how far back nothing compares: "the deadliest raid since July"."""
    before = text[max(claim.sentence.start, expression.start - _LONGEST_COMPARISON) : expression.start]
    return isinstance(expression.value, Since) and _SUPERLATIVE.search(before) is not None


def _names_another(text: str, claim: Claim, expression: Expression) -> bool:
    """Whether the day is part of the name of what came before: "a truce announced after the 28 March earthquake"."""
    start = claim.trigger.end
    if start < expression.start and _TO_ANOTHER.match(text, start + 1, expression.start):
        return not ties(text, expression)
    aside = _RELATIVE.search(text, start, expression.start) if start < expression.start else None
    if aside is not None and HAPPENING.match(text, expression.end) is not None:
        return True
    end = happening_named(text, expression)
    return end is not None and not expression.start <= claim.trigger.start < end


def _around(document: Document, mention: Mention) -> list[Expression]:
    block = block_of(document, mention)
    start = max(block.start, mention.start - _REACH)
    end = min(block.end, mention.end + _REACH)
    return [
        found for found in expressions(document.text, start, end) if mention.span.overlaps(Span(found.start, found.end))
    ]


def _sentences(document: Document, claim: Claim) -> Iterator[Span]:
    """Give the sentences that may tell the time of a claim that has no time of its own, the best first."""
    yield claim.sentence
    for mention in claim.mentions:
        yield sentence_at(document, mention)
    if in_title(document, claim.trigger):
        first = opening(document)
        if first.start < first.end:
            yield first


def _told_in(document: Document, sentence: Span) -> list[Expression]:
    """Return the sentence's times, without lengths and rhythms."""
    end = min(sentence.end, sentence.start + LONGEST_SENTENCE)
    return [
        found
        for found in expressions(document.text, sentence.start, end)
        if sentence.start <= found.start < sentence.end and not isinstance(found.value, Duration | Habit | Vague)
    ]


def _still_ongoing(document: Document, claim: Claim) -> Time | None:
    published = document.published
    if claim.modality != "ongoing" or published is None or not is_certain(published):
        return None
    days = spanning(published.start, published.end)
    basis = f"told as ongoing at publication {when_published(published)}"
    return Time(days.start, days.end, days.precision, claim.trigger, basis)


def _rank(reading: Reading, readings: list[Reading], trigger: Mention) -> tuple[bool, int, int]:
    """Return the place in the order: what lies within all the others first; else the nearest to the trigger."""
    days, expression = reading
    outside = any(days.start < other.start or other.end < days.end for other, _ in readings)
    distance = max(trigger.start - expression.end, expression.start - trigger.end, 0)
    return outside, distance, expression.start


def _time(document: Document, days: Days, expression: Expression) -> Time:
    mention = Mention.of(document.text, expression.start, expression.end)
    return Time(days.start, days.end, days.precision, mention, _basis(document, expression, days))


def _basis(document: Document, expression: Expression, days: Days) -> str:
    published = document.published
    quoted = f"'{' '.join(expression.text.split())}'"
    if published is not None and counts_from_publication(document, expression):
        return f"{quoted}, counted from publication {when_published(published)}"
    if counts_from_text(expression.value):
        return f"{quoted}, counted from the last time told before it"
    day = day_of_opening(document)
    if day is not None and not is_dated(expression.value):
        return f"{quoted}, counted from {day}, the last day told in the report's opening"
    if published is None or is_dated(expression.value):
        return f"{quoted} as written"
    side = "after" if days.start > published.end else "before" if days.start < published.start else "at"
    return f"{quoted} {side} publication {when_published(published)}"

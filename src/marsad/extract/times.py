"""Phrases that say when, by one regular expression; what days they are is for ``resolve`` to say."""

import re
from typing import Final

from marsad.model import Span

_NUMBER = (
    r"(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few|a few|a couple of|"
    r"some|many)"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)"
)
_PART = r"(?:morning|afternoon|evening|night|midnight|noon|dawn|dusk|midday|daybreak|sunrise|sunset)"
_UNIT = (
    r"(?:second|minute|hour|day|week|weekend|month|year|decade|fortnight|night|morning|evening|afternoon"
    r"|summer|winter|spring|autumn)s?"
)
_YEAR = r"(?:1[89]\d\d|20\d\d)"
_EARLY = r"(?:(?:late|early|earlier|mid|later)[ -](?:on |in )?)?"
_DATE = (
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,? {_YEAR})?|\d{{1,2}}(?:st|nd|rd"
    rf"|th)? (?:of )?{_MONTH}(?:,? {_YEAR})?|{_MONTH},? {_YEAR}"
    r"|\d{4}-\d\d-\d\d)"
)
_WHEN: Final = re.compile(
    r"\b(?:"
    rf"{_EARLY}{_DATE}(?: {_PART})?"
    rf"|{_EARLY}(?:last |this |next |the previous |previous |the following |following "
    rf"|the )?{_WEEKDAY}(?:,? {_DATE})?(?: {_PART})?"
    rf"|{_EARLY}(?:this|last|next|past|previous|same|following|recent|coming|latest) (?:{_NUMBER} )?{_UNIT}"
    rf"|{_NUMBER} {_UNIT} (?:ago|earlier|later|before|after)"
    rf"|(?:first|second|third|past|last) {_NUMBER} {_UNIT}"
    rf"|{_EARLY}(?:yesterday|today|tonight|tomorrow|overnight)(?: {_PART})?"
    rf"|(?:at|around|before|after) (?:{_PART})\b"
    rf"|(?<=[Ii]n ){_EARLY}{_YEAR}\b|(?<=[Ss]ince ){_EARLY}(?:{_YEAR}|{_MONTH})\b|(?<=[Dd]uring ){_YEAR}\b"
    rf"|(?:early|late|mid)[ -]{_YEAR}"
    rf"|(?<=[Ii]n ){_EARLY}{_MONTH}|{_EARLY}last {_MONTH}|(?:early|late|mid)[ -]{_MONTH}"
    rf"|late a year ago|the day before|a day earlier|the weekend|at the weekend"
    r")(?![\w-])"
)
_SPEECH_BEFORE: Final = re.compile(
    r"(?:\b(?:said|says|told \w+|reported|announced|added|confirmed|warned|statement|tweeted|stated|published"
    r"|issued|interview|spokesman|"
    r"reporters|journalists|conference|agency|press|AFP|Reuters|AP)(?: (?:in|at) (?:a|an"
    r"|the) (?:\w+ )?\w+)?,?(?: on| late| early| earlier| later)*\s)$",
    re.IGNORECASE,
)
_LOOK_BACK: Final = 60


def times(text: str, sentence: Span) -> tuple[Span, ...]:
    """Return the phrases of time in a sentence that do not merely say when somebody spoke."""
    found = []
    for match in _WHEN.finditer(text, sentence.start, sentence.end):
        start, end = match.span()
        if not _SPEECH_BEFORE.search(text, max(sentence.start, start - _LOOK_BACK), start):
            found.append(_trimmed(text, start, end))
    return tuple(found)


def _trimmed(text: str, start: int, end: int) -> Span:
    for article in ("the ", "at "):
        if text.startswith(article, start):
            start += len(article)
    return Span(start, end)

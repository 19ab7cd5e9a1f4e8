"""What the document says around a count: words that the mention cut off, and those by which it counts nothing here.

A number may be an age, the old toll of "rose from 12 to 30", the number of those to whom nothing was done, or the dead
and the hurt in one; a thing may be the place that was struck rather than one of those destroyed.
"""

import re
from typing import Final

from marsad.model import CountMention, Mention
from marsad.resolve.figures import nouns, wording
from marsad.resolve.figures.counts import AGE, LEFT, is_cut_off
from marsad.resolve.figures.tolls import is_taken_back

_BYSTANDING: Final = re.compile(r"\b(?:as|while|where|when)\s+$", re.IGNORECASE)
_TENS_OF: Final = re.compile(r"(?:tens|dozens|scores|hundreds|thousands)\b", re.IGNORECASE)
"""Those who only were there, as "hundreds of students sat an exam"."""
_THE_NUMBER: Final = re.compile(r"the (?:total )?number of\b", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(?:total )?number of\b", re.IGNORECASE)
_THE: Final = re.compile(r"\bthe (?:\w+ )?$", re.IGNORECASE)
"""What "the number of people killed" has risen to stands elsewhere; "a number of people" are several."""
_NO_NUMBER: Final = re.compile(
    r"(?:not|rather than|instead of|up from|down from) |how many\b|(?:just )?as many$|"
    r"(?:the same|a similar|an equal) number$|one another$|each other$",
    re.IGNORECASE,
)
_AGE_OF_ALL: Final = re.compile(r"(?:aged )?(?:over|under|above|below) \d{1,2}", re.IGNORECASE)
_THEY: Final = re.compile(r"\b(?:of (?:them|whom)|aged|people|men|women|those)\s+$", re.IGNORECASE)
"""Before an age that all have in common: "all of them over 60"."""
_DEFINITE: Final = re.compile(r"(?:\b(?:the|its|their|his|her|this|that)|['’]s?)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_OPENED: Final = re.compile(r"(?:the|its|their|his|her|this|that)\b", re.IGNORECASE)
_AND_HURT: Final = re.compile(r"\s+(?:and|or|and/or)\s+(?:wounded|injured|hurt)\b", re.IGNORECASE)
_DEAD_AND_HURT: Final = re.compile(rf"\s+(?:of\s+)?(?:dead|killed){_AND_HURT.pattern}", re.IGNORECASE)
_DEAD: Final = re.compile(r"\b(?:dead|killed)$", re.IGNORECASE)
"""The dead and the hurt in one number say how many of neither: "dozens of dead and wounded"."""
_TENS: Final = re.compile(r"\b(?:tens|hundreds|thousands|dozens|scores)(?P<of> of)?$", re.IGNORECASE)
_OF_THOUSANDS: Final = re.compile(r" of (?:hundreds of )?(?:thousands|millions)\b(?: of [a-z]{3,20})?")
_THOUSANDS: Final = re.compile(r"(?:thousands|millions)\b", re.IGNORECASE)
_BEFORE_THOUSANDS: Final = re.compile(r"\b(?:tens|dozens|hundreds) of (?:hundreds of )?$", re.IGNORECASE)
_BOUNDS: Final = frozenset(
    "almost|nearly|about|around|some|over|at least|more than|up to|as many as|fewer than|less than".split("|")
)
_DIGITS: Final = re.compile(r" \d[\d,.]{0,12}(?: (?:thousand|million|hundred))?(?: [a-z]{3,20})?")
_REST: Final = re.compile(r"(?:,\d{3})+(?!\d)")
_RISEN: Final = re.compile(
    r"\b(?:r[oi]se\w?|climb\w*|jump\w*|increas\w+|gr[eo]wn?|went up|raised|revised)\b[^.;]{0,30}\bfrom $", re.IGNORECASE
)
_OLD: Final = re.compile(r"[\w,]{1,12}(?: [a-z]{3,12})? to (?=\S)")
_HYPHENED: Final = re.compile(r"-[a-z]{2,15}")
_NAMED: Final = re.compile(r" [A-ZÀ-Þ]")
_MINUTES: Final = re.compile(r":\d{2}\b")
_HARMED: Final = frozenset({"killed", "injured", "missing"})
_UNHARMED: Final = re.compile(
    r"\s+(?:(?:people|others|more|were|was|have|had|been)\s+){0,4}(?:rescued|saved|freed|released|unhurt|unharmed|survived)\b",
    re.IGNORECASE,
)
"""Behind a number of people to whom no harm was done."""
_ORDINAL: Final = re.compile(r"a (?:third|fourth|fifth|sixth)", re.IGNORECASE)
_PERSONAL: Final = re.compile(r"[A-Za-z ]*\bpasser(?:s)?$", re.IGNORECASE)


def widened(mention: Mention, text: str) -> Mention:
    """Take in what a mention cut off: "tens" of "tens of thousands of people", "a passer" of "a passer-by"."""
    start, end = mention.start + _risen(text, mention), _end_of_number(text, mention)
    tens = _TENS.search(mention.text)
    match = None
    if tens is not None:
        match = _OF_THOUSANDS.match(text, end - len(tens.group("of") or ""))
    if match is None and mention.text.casefold() in _BOUNDS:
        match = _DIGITS.match(text, end)
    if match is None and _PERSONAL.fullmatch(mention.text[-LEFT:]) is not None:
        match = _HYPHENED.match(text, end)
    if _THOUSANDS.match(mention.text) is not None:
        left = _BEFORE_THOUSANDS.search(text[max(start - LEFT, 0) : start])
        start -= len(left.group()) if left is not None else 0
    return Mention.of(text, start, end if match is None else match.end())


def _risen(text: str, mention: Mention) -> int:
    """Return how many characters of "17 to 20" are the old number of a toll that "rose from 17 to 20"."""
    risen = _RISEN.search(text[max(mention.start - LEFT, 0) : mention.start]) is not None
    old = _OLD.match(mention.text) if risen else None
    return 0 if old is None else old.end()


def _end_of_number(text: str, mention: Mention) -> int:
    """Return the end of the mention with the rest of its number: "5" of "5,000"."""
    rest = _REST.match(text, mention.end) if mention.text[-1:].isdigit() else None
    return mention.end if rest is None else rest.end()


def counts_nothing(text: str, count: CountMention, mention: Mention) -> bool:
    """Whether the words around a mention say that it counts nobody and nothing of that measure."""
    before = text[max(0, mention.start - LEFT) : mention.start].rpartition("\n")[2]
    behind = text[mention.end : mention.end + LEFT]
    if mention.text[-1:].isdigit() and _MINUTES.match(behind) is not None:
        return True
    if behind.startswith(("'s", "’s")) or wording.NONE_OF.search(before) is not None:
        return True
    if _is_untold(mention.text, before) or is_taken_back(text, mention.start, mention.end):
        return True
    if count.measure == "area":
        return False
    return (
        is_cut_off(mention.text, behind)
        or (count.measure in _HARMED and _UNHARMED.match(behind) is not None)
        or _is_share(mention.text, behind)
        or _is_age(text, mention)
        or _is_of_both(mention, before, behind)
        or _stands_by(mention, before, behind)
        or (count.measure == "destroyed" and _is_known_site(mention.text, before))
        or _is_title(mention.text, before, behind)
        or _is_year(mention.text)
    )


def _is_untold(words: str, before: str) -> bool:
    """Whether a number is spoken of and not given: "the number of", "how many", "as many"."""
    if _AGE_OF_ALL.fullmatch(words) is not None and _THEY.search(before) is not None:
        return True
    numbered = _THE_NUMBER.match(words) or (_NUMBER.match(words) and _THE.search(before))
    return numbered is not None or _NO_NUMBER.match(words) is not None


def _is_age(text: str, mention: Mention) -> bool:
    """Whether the number is one of the ages behind a noun: "two women, 61 and 74, were killed"."""
    if not mention.text.isdigit():
        return False
    start = max(mention.start - LEFT, 0)
    return any(
        age.start() <= mention.start - start and mention.end - start <= age.end()
        for age in AGE.finditer(text[start : mention.end + LEFT])
    )


def _is_of_both(mention: Mention, before: str, behind: str) -> bool:
    """Whether one number counts dead and hurt together: "dozens of dead and wounded", "killing or injuring 40"."""
    dead = _DEAD.search(mention.text) is not None
    joined = (_AND_HURT if dead else _DEAD_AND_HURT).match(behind)
    return joined is not None or wording.counts_both(before)


def _stands_by(mention: Mention, before: str, behind: str) -> bool:
    """Whether those counted only were there: "as hundreds of students sat an exam"."""
    there = _BYSTANDING.search(before) is not None and _TENS_OF.match(mention.text) is not None
    return there and wording.behind(behind) is None


def _is_share(words: str, behind: str) -> bool:
    """Whether an ordinal counts a part and not one person more: "a third of the town"."""
    return _ORDINAL.fullmatch(words) is not None and behind.startswith(" of ")


def _is_title(words: str, before: str, behind: str) -> bool:
    """Whether only the title of somebody with a name is quoted: "Ambassador" of "Ambassador Ada Okoye"."""
    within = before.rstrip()[-1:].isalpha()
    return within and words.isalpha() and words[0].isupper() and _NAMED.match(behind) is not None


def _is_year(words: str) -> bool:
    """Whether four bare digits are all that is quoted, and no count: "he spoke of 1968"."""
    return words.isdigit() and len(words) == 4 and 1900 <= int(words) < 2100


def _is_known_site(words: str, before: str) -> bool:
    """Whether the place that was struck is meant, not one of several destroyed: "the camp", "its bridge"."""
    if not nouns.is_site(words.rsplit(maxsplit=1)[-1].lower()):
        return False
    return _OPENED.match(words) is not None or (len(words.split()) <= 2 and _DEFINITE.search(before) is not None)

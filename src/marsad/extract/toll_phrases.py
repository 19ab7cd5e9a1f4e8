"""Words by which reports tell tolls: "41 bodies", "put the death toll at 30", "two of the dead", "the mayor said nine".

What is read here is a number and what befell those counted. A number that is told as corrected ("an earlier figure of
40") is none, since nobody stands by it.
"""

import re
from collections.abc import Iterator
from typing import Final, Literal

from msgspec import Struct

from marsad.model import Mention, Span

Kind = Literal["counted", "called", "part"]
"""Counted: "12 dead"; called a toll or a number, so that a day beside it is that of the telling; part of one before."""
_ONES: Final = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_NUMBER: Final = (
    rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,2}}|\d{{1,6}}|(?:{_ONES}|a hundred|a dozen)(?:[ -](?:{_ONES}))?)"
    r"(?: (?:hundred|thousand|dozen))?"
)
_BOUND: Final = (
    r"(?:at least|no fewer than|no more than|more than|over|up to|as many as|some|about|around|nearly|almost|"
    r"fewer than|less than|only|just|an estimated|roughly|approximately|close to|closer to|now) "
)
_COUNT: Final = (
    rf"(?P<count>(?:{_BOUND}){{0,2}}(?!(?:19|20)\d\d\b)(?:{_NUMBER}|dozens|scores|hundreds|several))"
    r"(?![\w%-]|[.,]\d|’s|'s)"
)
"""A number of persons, and not a year."""
_DEAD: Final = r"dead|killed|died|deaths?|fatalities|bodies|corpses|perished|slain"
_HURT: Final = r"wounded|injured|hurt|injuries"
_STATE: Final = rf"(?:(?P<killed>{_DEAD})|(?P<injured>{_HURT})|(?P<missing>missing)|victims)"
_WHO: Final = (
    r"(?: (?!(?:and|or|but|while|as|who|that|which|by|from|to|for|attacks?|strikes?|raids?|blasts?|said|says)\b)"
    r"[^\W\d][\w’'-]*){0,4}?"
)
"""Words between a number and what befell those counted: "civilians had been"."""
_KNOWN: Final = r"(?: (?:known|believed|thought|reported|confirmed|said)(?: to (?:be|have been|have))?)?"
_END: Final = (
    r"(?=\s*(?:[.,;:!?)”\"—–]|$)| (?:in|on|at|by|and|when|after|during|so|there|from|near|but|while|including|with|as|"
    r"or|among|inside|of|since|earlier|yesterday|today|was|were|had|have|has)\b)"
)
"""A state ends there; what is killed in the active has an object behind it."""
_PEOPLE: Final = (
    r"(?: (?:of (?:them|those)|people|persons|civilians|soldiers|troops|fighters|militants|officers|"
    r"policemen|villagers|dead|killed|deaths|fatalities|victims|children|women|men|wounded|injured|others?|lives))?"
)
_TOLL: Final = (
    r"(?P<noun>(?:death |casualty )?tolls?|tally|body count|(?:number|count|total) of (?:the |those |people )?"
    rf"{_STATE}|number (?:killed|dead)|(?:figure|number|count|estimate)|the dead(?= (?:now )?number))"
)
_TO: Final = r"to|at|of|was|is|as|reached|passed|surpassed|exceeded|topped|hit|numbers|numbered|stood at|stands at"
_BY_NOUN: Final = re.compile(
    rf"\b{_TOLL}\b[^.;:\d]{{0,60}}?(?: from [\w,-]{{1,15}})? (?:{_TO}) {_COUNT}{_PEOPLE}{_END}", re.IGNORECASE
)
"""The toll, and the number that it is put at."""
_BY_STATE: Final = re.compile(rf"(?<![\w.,$€£-]){_COUNT}{_WHO}{_KNOWN} (?P<noun>{_STATE})\b{_END}", re.IGNORECASE)
"""Those counted, and what befell them: "52 had been killed", "12 dead", "41 bodies"."""
_BY_DEATHS: Final = re.compile(
    rf"\b(?P<noun>(?P<killed>deaths? of|bodies of|loss of|bury|buried|burying)) {_COUNT}", re.IGNORECASE
)
_BY_SPEECH: Final = re.compile(
    r"\b(?:said|says|say|claimed|claims|reported|reports|counted|confirmed|spoke of|speaks of|speak of|"
    rf"(?:put|puts) (?:it|them)(?: \w+,?)? at) (?P<noun>{_COUNT})(?=\s*(?:[.,;!?”\"]|$)| (?:and|but|while)\b)",
    re.IGNORECASE,
)
"""A number alone, where the toll was named before: "the governor said seven had died, the mayor said eleven"."""
_SOME: Final = (
    re.compile(
        rf"(?<![\w.,-])(?P<all>{_COUNT} of (?:the "
        r"(?P<noun>(?P<killed>dead|victims|killed)|(?P<injured>wounded|injured))|(?:them|those killed)))"
        r"(?=,? (?:was|were|are|is|had|have|has|died|women|children|men|[a-z]{3,}s)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bamong (?:the (?P<noun>(?P<killed>dead|victims|killed)|(?P<injured>wounded|injured))|them|those killed)"
        rf"(?: (?:was|were|are|is)) (?P<all>{_COUNT}(?: (?!(?:and|who|in|from|at|of|were|was)\b)[a-z][\w’'-]*){{1,3}})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![\w.,-])(?P<all>(?P<number>an?|{_COUNT})(?: (?!(?:was|were|is|are|said|and)\b)[\w’'-]+){{1,6}})"
        r" (?:was|were|is|are) (?:also )?among "
        r"(?:the (?P<noun>(?P<killed>dead|victims|killed)|(?P<injured>wounded|injured))|them|those killed)\b",
        re.IGNORECASE,
    ),
)
"""A part of those counted before."""
_MANY: Final = re.compile(r"(?:ies|hs|es|ms| of)$", re.IGNORECASE)
"""Nouns that are many where the happening is one: of "41 bodies" the number stands for it."""
_PATTERNS: Final[tuple[tuple[Kind, tuple[re.Pattern[str], ...]], ...]] = (
    ("part", _SOME),
    ("called", (_BY_NOUN,)),
    ("counted", (_BY_STATE, _BY_DEATHS, _BY_SPEECH)),
)
_NEAR: Final = 80
"""Characters before a toll in which words stand that take it back."""
_FORMER: Final = re.compile(
    r"\b(?:earlier|initial|initially|previous|previously|preliminary|at first|provisional|up from|down from|not|"
    r"instead of|rather than|compared (?:with|to))\b[^,;]{0,50}$",
    re.IGNORECASE,
)
"""Before a toll that no longer stands: whoever told it has told another since."""
_RISES: Final = re.compile(
    r"\b(?:rose|risen|rises|climb(?:s|ed)|grew|grown|increased|jumped|reached|reaches|passed|surpassed|"
    r"stands|stood|raised|revised|fell|fallen|lowered)\b",
    re.IGNORECASE,
)
"""By these words a toll is a later one, whoever tells it."""


class Toll(Struct, frozen=True):
    """Who is counted, and the words that tell it; ``measure`` is None where they leave open what befell those counted.

    ``noun`` is where these words stand, of which ``trigger`` is what may stand for the happening; ``later`` says that
    the number is told to have changed.
    """

    trigger: Mention
    noun: Span
    count: Mention
    measure: str | None
    kind: Kind = "counted"
    later: bool = False


def tolls(text: str, sentence: Span) -> list[Toll]:
    """Return the tolls of a sentence in order, no two of the same number."""
    found: list[Toll] = []
    taken: list[Span] = []
    for kind, match in _read(text, sentence):
        number = Span(*match.span("count" if match["count"] is not None else "number"))
        if not any(span.overlaps(number) for span in taken):
            taken.append(number)
            if kind == "part" or not _is_former(text, sentence, match):
                found.append(_toll(text, kind, match))
    return sorted(found, key=lambda toll: toll.count.start)


def _read(text: str, sentence: Span) -> Iterator[tuple[Kind, re.Match[str]]]:
    """Yield what could be tolls, what is said more closely first."""
    for kind, patterns in _PATTERNS:
        for pattern in patterns:
            for match in pattern.finditer(text, sentence.start, sentence.end):
                yield kind, match


def _is_former(text: str, sentence: Span, match: re.Match[str]) -> bool:
    """Say whether the toll itself, or the number in it, is told as one that was put before."""
    before = _FORMER.search(text, max(sentence.start, match.start() - _NEAR), match.start())
    return before is not None or _FORMER.search(text, match.start(), match.start("count")) is not None


def _toll(text: str, kind: Kind, match: re.Match[str]) -> Toll:
    groups = {name for name, words in match.groupdict().items() if words is not None}
    measure = next((name for name in ("killed", "injured", "missing") if name in groups), None)
    if measure is None and "toll" in match.group().casefold().split():
        measure = "killed"
    noun = Span(*match.span("noun" if "noun" in groups else "count"))
    trigger = match.span("count") if _MANY.search(text[noun.start : noun.end]) else (noun.start, noun.end)
    count = match.span("all" if kind == "part" else "count")
    later = _RISES.search(match.group()) is not None
    return Toll(Mention.of(text, *trigger), noun, Mention.of(text, *count), measure, kind, later)

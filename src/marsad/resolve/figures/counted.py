"""The numbers of a sentence with the nouns that they count: "12 displaced people", "a mother", "his two sons".

What was done to those counted is left to :mod:`marsad.resolve.figures.tolls`.
"""

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from marsad.model import Span
from marsad.resolve.figures import nouns, wording
from marsad.resolve.figures.classes import is_person, is_plural
from marsad.resolve.figures.counts import counts_at, no_counts_blanked
from marsad.resolve.figures.numbers import (
    Number,
    Word,
    may_open_number,
    qualifier_before,
    read_number,
    whole_number,
    words_of,
)

LOOK: Final = 120
"""Characters on either side of a number in which its verb may stand."""
_LONGEST_NOUN: Final = 8
"""Words behind a number that may tell who is counted."""
_ATTRIBUTE_REACH: Final = 4
"""Words behind "wounded", "kidnapped" within which those are named of whom it is said: "wounded Malian soldiers"."""
_SKIPPED: Final = frozenset("of the a an other others more further additional another his her its their - as".split())
_ONE: Final = Number(1, 1, "exactly")
_ARTICLES: Final = frozenset("a an another".split())
_SIZED: Final = frozenset({"member", "person", "man", "odd"})
"""Behind a number and a hyphen: "a 12-member family" is twelve."""
_POSSESSIVES: Final = frozenset("his her their".split())
_UNCOUNTED: Final = frozenset("quarter area district region province country state front side supply stock".split())
_REMAINS: Final = frozenset("death body corpse life soul killing".split())
_COPULAS: Final = frozenset("is was be been being as became become".split())
"""Behind one of these it is said what somebody is: "a man who says he is a pharmacist was detained"."""
_DETERMINERS: Final = frozenset("a an another the his her their its one".split())
_NATIONALS: Final = re.compile(
    r"[A-Z][a-z]{3,14}(?:an|ese|qi|ni|li|ti)|Afghan|Briton|Dane|Druze|Filipino|Finn|French(?:wo)?man|Kurd|Turk|Serb|Croat|"
    r"Pole|Swede|Uzbek|Tajik|Kazakh|Arab|Jew|Yazidi|Yezidi|Alawite|Copt|Muslim|Fulani|Rohingya|Tuareg|Tutsi|Hutu"
)
"""Words that name one person by country, people or faith when nothing stands behind them: "a Syrian", "an Iraqi"."""


class Counted(Struct, frozen=True):
    """A number in a sentence with the noun behind it; offsets are of the document.

    ``attribute`` is what the noun itself tells of those counted ("12 wounded soldiers"), and ``plural`` says whether
    the noun can be several persons that no lexicon lists ("four deacons").
    """

    start: int
    number_end: int
    end: int
    noun: tuple[str, ...]
    named: bool
    vague: bool
    attribute: str | None = None
    plural: bool = False


def counted_in(text: str, sentence: Span) -> list[Counted]:
    """Return the numbers of a sentence that count persons or things, in order."""
    stretch = text[sentence.start : sentence.end]
    words = words_of(no_counts_blanked(stretch))
    found = []
    at = 0
    while at < len(words):
        at = _risen(stretch, words, at)
        if not _may_count(words[at]):
            at += 1
            continue
        read = read_number(words, at) if may_open_number(words[at]) else None
        if read is None and _is_one(stretch, words, at):
            found.append(_counted(words, at, (_ONE, at + 1), sentence.start))
        if read is None or not counts_at(words, at, read[1]):
            at = at + 1 if read is None else read[1]
            continue
        if (
            read[0].high != 0
            and _is_bound(read[0])
            and not _is_open(words, at)
            and not _is_no_count(stretch, words, at, read)
        ):
            found.append(_counted(words, at, read, sentence.start))
        at = read[1]
    return found


def _may_count(word: Word) -> bool:
    return may_open_number(word) or word.text in _DETERMINERS


def _is_bound(number: Number) -> bool:
    """Whether the number says anything: "many" does not."""
    return number.low is not None or number.high is not None


def _is_no_count(stretch: str, words: Sequence[Word], at: int, read: tuple[Number, int]) -> bool:
    """Whether the number measures a thing ("a 31-vehicle convoy") or is no number ("a false one", "one another")."""
    after = read[1]
    ahead = [word.text for word in words[after : after + 2]]
    if len(ahead) == 2 and ahead[0] == "-" and words[after].end == words[after + 1].start:
        return ahead[1] not in _SIZED
    if words[at].text == "one" and after == at + 1:
        return _is_pronoun(words, at, ahead)
    return _is_of_none(stretch, words, at)


def _is_pronoun(words: Sequence[Word], at: int, ahead: Sequence[str]) -> bool:
    """Whether "one" stands for a noun, for a family or for nobody: "a false one", "one another", "was one of"."""
    before = [word.text for word in words[max(at - 3, 0) : at]]
    follows_article = not {",", "and"} & set(before) and bool(_ARTICLES & set(before[:-1]))
    said_to_be = before[-1:] and before[-1] in _COPULAS
    group = bool(ahead) and ahead[0] in nouns.COLLECTIVE
    return follows_article or bool(said_to_be) or group or ahead[:1] == ["another"]


def _is_of_none(stretch: str, words: Sequence[Word], at: int) -> bool:
    """Whether nobody of that number is spoken of: "none of the 300 inmates was hurt"."""
    start = words[at].start
    return wording.NONE_OF.search(stretch[max(start - LOOK // 2, 0) : start]) is not None


def _risen(stretch: str, words: Sequence[Word], at: int) -> int:
    """Pass over the old number of a toll that "rose from 17 to 20"."""
    if (
        words[at].text != "from"
        or wording.TOLL.search(stretch, max(words[at].start - LOOK, 0), words[at].start) is None
    ):
        return at
    old = whole_number(tuple(words), at + 1)
    return old[1] + 1 if old is not None and old[1] + 1 < len(words) and words[old[1]].text == "to" else at


def _is_one(stretch: str, words: Sequence[Word], at: int) -> bool:
    """Whether one person or thing is spoken of without a number: "a soldier", "his wife", "killed the mayor"."""
    if at + 1 == len(words):
        return False
    end = _noun_end(words, at + 1)
    if words[at].text == "another" and end == at + 1:
        return True
    if end == at + 1 or end - at > _LONGEST_NOUN or wording.SPEAKS.match(stretch, words[end - 1].end):
        return False
    if at and words[at - 1].text in _COPULAS:
        return False
    if words[at].text in _ARTICLES:
        return not _is_apposed(stretch, words, at) and (
            _is_somebody(words, at + 1, end) or _is_something(words, at, end)
        )
    if words[at].text in _POSSESSIVES:
        alive = words[end - 1].text not in _REMAINS
        return alive and _is_somebody(words, at + 1, end)
    left = stretch[max(words[at].start - LOOK, 0) : words[at].start]
    return words[at].text == "the" and _is_somebody(words, at + 1, end) and wording.is_harming(left)


def _is_somebody(words: Sequence[Word], first: int, end: int) -> bool:
    """Whether the words name one person: "British soldier", not "soldier's home", "militia" or "soldiers"."""
    head = words[end - 1]
    if head.text in nouns.COLLECTIVE or "'" in head.text:
        return False
    if end - first == 1 and head.capital:
        return _NATIONALS.fullmatch(head.text.capitalize()) is not None
    noun = _unhyphened(words[first:end])
    persons = (noun[-1], " ".join(noun[-2:]), noun[-1].rpartition("-")[2])
    return not is_plural(noun[-1]) and any(map(is_person, persons))


def _is_something(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether the words name one thing that can be destroyed: "a fuel lorry"; its verb is looked at later."""
    thing = words[end - 1].text
    countable = nouns.is_thing(thing) and thing not in _UNCOUNTED and not is_plural(thing)
    return countable and words[at].text != "another"


def _is_apposed(stretch: str, words: Sequence[Word], at: int) -> bool:
    """Whether the words only describe who stands before a comma: "Musa Bah, a trader", "his cousin, a trader, was"."""
    if at < 2 or words[at - 1].text != ",":
        return False
    end = _noun_end(words, at + 1)
    closed = end + 1 < len(words) and words[end].text == "," and not _goes_on(words, end + 1)
    subject = wording.AUXILIARY.match(stretch, words[end - 1].end) is not None
    return closed or (words[at - 2].capital and not subject)


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether a list goes on there."""
    listed = words[at].text in _DETERMINERS or words[at].text in {"and", "or"}
    return listed or read_number(tuple(words), at) is not None


def _is_open(words: Sequence[Word], at: int) -> bool:
    """Whether no number is told: "the total number of civilians", "how many soldiers", "as many"."""
    before = words[at - 1].text if at else ""
    if words[at].text in {"number", "numbers"}:
        return before in {"the", "total", "their", "same", "equal", "similar"}
    return words[at].text == "many" and before in {"how", "so", "too", "not", "as"}


def _counted(words: Sequence[Word], at: int, read: tuple[Number, int], offset: int) -> Counted:
    number, after = read
    qualifier = qualifier_before(tuple(words), at)
    start = words[qualifier[1] if qualifier is not None else _group_start(words, at)].start
    first = after
    while first < len(words) and words[first].text in _SKIPPED:
        first += 1
    attribute = _attribute(words, first)
    noun = words[first : _noun_end(words, first + (attribute is not None))]
    if noun and noun[0].text in {"number", "total"}:  # "to 158 the number of peacekeepers killed"
        noun = words[first:first]
    return Counted(
        start=start + offset,
        number_end=words[after - 1].end + offset,
        end=(noun[-1].end if noun else words[after - 1].end) + offset,
        noun=_unhyphened(noun),
        named=any(word.capital for word in noun),
        vague=number.wording == "some",
        attribute=attribute,
        plural=bool(noun) and number.high != 1 and is_plural(noun[-1].text),
    )


def _unhyphened(noun: Sequence[Word]) -> tuple[str, ...]:
    """Return the words of a noun, those with hyphens as one: "passer-by"."""
    return tuple(" ".join(word.text for word in noun).replace(" - ", "-").split())


def _attribute(words: Sequence[Word], first: int) -> str | None:
    """Return what is said of those counted before they are named: "36 displaced people", "19 wounded men"."""
    if first + 1 >= len(words) or words[first].text not in wording.ATTRIBUTES:
        return None
    end = _noun_end(words, first + 1)
    ahead = words[first + 1 : min(end, first + 1 + _ATTRIBUTE_REACH)]
    return words[first].text if any(is_person(word.text) for word in ahead) else None


def _group_start(words: Sequence[Word], at: int) -> int:
    """Return the index of the article of "a family of five", else the number's own."""
    family = at >= 3 and words[at - 1].text == "of" and words[at - 2].text in nouns.COLLECTIVE
    return at - 3 if family and words[at - 3].text in _DETERMINERS else at


def _noun_end(words: Sequence[Word], first: int) -> int:
    """Return the index behind the noun that begins there: "pro-government fighters", "rebels and allied militiamen"."""
    last = first
    while last < len(words) and last - first < _LONGEST_NOUN:
        hyphen = words[last].text == "-" and last > first and last + 1 < len(words)
        listed = words[last].text == "and" and last > first and _goes_on_behind(words, last + 1)
        open_ = hyphen or listed or _is_joined(words, first, last) or _is_held(words, first, last)
        if not open_ and nouns.ends_noun(words[last]):
            break
        last += 1
    return last


def _is_joined(words: Sequence[Word], first: int, at: int) -> bool:
    """Whether a word belongs to the noun though it often ends one: "Serb-held", "passer-by", "U.S."."""
    before = words[at - 1]
    if at > first + 1 and before.text == "-" and before.end == words[at].start:
        return words[at].text[0].isalpha()
    if words[at].text == "(" or (words[at].text == ")" and at > first and words[at - 2].text == "("):
        return at + 2 < len(words) and (words[at].text == ")" or words[at + 2].text == ")")
    if words[at].text == ".":
        return at > first and before.capital and before.end - before.start == 1 and before.end == words[at].start
    ahead = words[at + 1].text if at + 1 < len(words) else ""
    return words[at].text == "fighting" and nouns.is_thing(ahead)


def _is_held(words: Sequence[Word], first: int, at: int) -> bool:
    """Whether "prisoner" and the like say who it is ("a former prisoner"), not what was done ("took him prisoner")."""
    if words[at].text not in {"prisoner", "hostage", "captive"}:
        return False
    alone = at == first and words[first - 1].text not in _ARTICLES
    return not alone and not any(is_person(word.text) for word in words[first:at])


def _goes_on_behind(words: Sequence[Word], at: int) -> bool:
    """Whether a noun for persons, not a count of its own, stands right behind "and"."""
    ahead = words[at : at + 3]
    if not ahead or ahead[0].text in _DETERMINERS or ahead[0].text.endswith("ing"):
        return False
    if any(read_number(tuple(words), at + index) is not None for index in range(len(ahead))):
        return False
    end = next((index for index, word in enumerate(ahead) if nouns.ends_noun(word)), len(ahead))
    return any(is_person(word.text) for word in ahead[:end])

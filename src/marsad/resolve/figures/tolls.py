"""Counts of people hurt, taken or driven out, and of things destroyed, by the grammar of one sentence.

"killing 12", "12 people were killed", "12 dead", "the toll rose to 30", "the bodies of 12", "12, including three
children": what stands beside a number says what it counts. Numbers of which nothing beside them does count nothing.
"""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from marsad.model import Mention, Span
from marsad.resolve.figures import wording
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

_LONGEST_NOUN: Final = 8
"""Words behind a number that may tell who is counted."""
_LOOK: Final = 120
"""Characters on either side of a number in which its verb may stand."""
_SKIPPED: Final = frozenset("of the a an other others more further additional another his her its their - as".split())
_ONE: Final = Number(1, 1, "exactly")
_DETERMINERS: Final = frozenset("a an another the his her their its one".split())


class Toll(Struct, frozen=True):
    """A count: what was done to those counted, the words that count them, and those that say what was done.

    ``part_of`` is the index of the toll of the same sentence that it is included in. ``sure`` says that the words right
    beside the number tell the measure; ``follows`` that the sentence speaks of a happening told before ("among the
    dead", "the toll"), and ``among`` that it only counts some of those told before.
    """

    measure: str
    mention: Mention
    cue: Span
    part_of: int | None = None
    sure: bool = True
    follows: bool = False
    among: bool = False


class _Counted(Struct, frozen=True):
    """A number in a sentence with the noun behind it; offsets are of the document."""

    start: int
    number_end: int
    end: int
    noun: tuple[str, ...]
    named: bool
    vague: bool


def tolls(text: str, sentence: Span) -> tuple[Toll, ...]:
    """Return the tolls of a sentence in order; a number that is corrected ("not 27", "from 12 to 30") is none."""
    if wording.HARM.search(text, sentence.start, sentence.end) is None:
        return ()
    counted = _numbers(text, sentence)
    read = [_read(text, sentence, one) for one in counted]
    read = _joined(text, counted, read)
    return _nested(text, counted, read)


def is_taken_back(text: str, start: int, end: int) -> bool:
    """Whether a number is told as what was wrong or was before: "20 and not 27", "rose from 12 to 30"."""
    before = text[max(start - 40, 0) : start]
    if wording.TAKEN_BACK.search(before) is not None:
        return True
    return wording.FROM.search(before) is not None and wording.TO_NUMBER.match(text, end) is not None


def _numbers(text: str, sentence: Span) -> list[_Counted]:
    stretch = text[sentence.start : sentence.end]
    words = words_of(no_counts_blanked(stretch))
    found = []
    at = 0
    while at < len(words):
        at = _risen(stretch, words, at)
        if not may_open_number(words[at]):
            at += 1
            continue
        read = read_number(words, at)
        if read is None and _is_somebody(words, at) and not _is_apposed(words, at):
            found.append(_counted(words, at, (_ONE, at + 1), sentence.start))
        if read is None or not counts_at(words, at, read[1]):
            at = at + 1 if read is None else read[1]
            continue
        if read[0].high != 0 and not _is_open(words, at):
            found.append(_counted(words, at, read, sentence.start))
        at = read[1]
    return found


def _risen(stretch: str, words: Sequence[Word], at: int) -> int:
    """Pass over the old number of a toll that "rose from 17 to 20"."""
    if (
        words[at].text != "from"
        or wording.TOLL.search(stretch, max(words[at].start - _LOOK, 0), words[at].start) is None
    ):
        return at
    old = whole_number(tuple(words), at + 1)
    return old[1] + 1 if old is not None and old[1] + 1 < len(words) and words[old[1]].text == "to" else at


def _is_somebody(words: Sequence[Word], at: int) -> bool:
    """Whether "a" or "an" stands before one person: "a British soldier", not "a soldier's home" or "a militia"."""
    if words[at].text not in {"a", "an"} or at + 1 == len(words):
        return False
    end = _noun_end(words, at + 1)
    head = words[end - 1].text
    if head in wording.COLLECTIVE:
        return False
    return end - at <= _LONGEST_NOUN // 2 and is_person(head) and not is_plural(head) and "'" not in head


def _is_apposed(words: Sequence[Word], at: int) -> bool:
    """Whether the words only describe who is named before a comma: "Musa Bah, a trader"."""
    return at > 1 and words[at - 1].text == "," and words[at - 2].capital


def _is_open(words: Sequence[Word], at: int) -> bool:
    """Whether no number is told: "the total number of civilians", "how many soldiers"."""
    before = words[at - 1].text if at else ""
    if words[at].text in {"number", "numbers"}:
        return before in {"the", "total", "their"}
    return words[at].text == "many" and before in {"how", "so", "too", "not", "as"}


def _counted(words: Sequence[Word], at: int, read: tuple[Number, int], offset: int) -> _Counted:
    number, after = read
    qualifier = qualifier_before(tuple(words), at)
    start = words[qualifier[1] if qualifier is not None else _group_start(words, at)].start
    first = after
    while first < len(words) and words[first].text in _SKIPPED:
        first += 1
    noun = words[first : _noun_end(words, first)]
    end = noun[-1].end if noun else words[after - 1].end
    named = any(word.capital for word in noun)
    texts = tuple(word.text for word in noun)
    return _Counted(start + offset, words[after - 1].end + offset, end + offset, texts, named, number.wording == "some")


def _group_start(words: Sequence[Word], at: int) -> int:
    """Return the index of the article of "a family of five", else the number's own."""
    family = at >= 3 and words[at - 1].text == "of" and words[at - 2].text in wording.COLLECTIVE
    return at - 3 if family and words[at - 3].text in _DETERMINERS else at


def _noun_end(words: Sequence[Word], first: int) -> int:
    """Return the index behind the noun that begins there: "pro-government fighters", "rebels and allied militiamen"."""
    last = first
    while last < len(words) and last - first < _LONGEST_NOUN:
        joined = words[last].text == "-" and last > first and last + 1 < len(words)
        listed = words[last].text == "and" and last > first and _goes_on_behind(words, last + 1)
        if not joined and not listed and wording.ends_noun(words[last]):
            break
        last += 1
    return last


def _goes_on_behind(words: Sequence[Word], at: int) -> bool:
    """Whether a noun for persons, not a count of its own, stands right behind "and"."""
    ahead = words[at : at + 3]
    if not ahead or ahead[0].text in _DETERMINERS or read_number(tuple(words), at) is not None:
        return False
    end = next((index for index, word in enumerate(ahead) if wording.ends_noun(word)), len(ahead))
    return any(is_person(word.text) for word in ahead[:end])


def _read(text: str, sentence: Span, one: _Counted) -> Toll | None:
    """Read what a number counts by the words before and behind it."""
    if is_taken_back(text, one.start, one.number_end):
        return None
    left = text[max(sentence.start, one.start - _LOOK) : one.start]
    right = text[one.end : min(sentence.end, one.end + _LOOK)]
    mention = Mention.of(text, one.start, one.end)
    for pattern, told in wording.TOLLS_BEFORE if wording.TOLL.search(left) is not None else ():
        match = pattern.search(left)
        if match is not None:
            measure = told or wording.measure_of(match.group("state"))
            cue = Span(one.start - len(left) + match.start(), one.start)
            return None if one.noun and not _persons(one) else Toll(measure, mention, cue, follows=True)
    return _by_verbs(one, mention, left, right)


def _by_verbs(one: _Counted, mention: Mention, left: str, right: str) -> Toll | None:
    if one.noun and one.noun[-1] in wording.THE_DEAD:
        return Toll(wording.THE_DEAD[one.noun[-1]], mention, mention.span)
    among = wording.AMONG.search(left) if left.endswith(wording.LINKING) else None
    if among is not None and _persons(one):
        cue = Span(one.start - len(left) + among.start(), one.start)
        return Toll(wording.measure_of(among.group("state")), mention, cue, follows=True, among=True)
    behind = wording.behind(right)
    before = wording.before(left, right)
    if before is not None and _fits(one, before.measure):
        return Toll(before.measure, mention, Span(one.start - len(left) + before.start, one.start))
    if not one.noun and wording.NO_COUNT_BARE.search(left) is not None:
        return None
    if behind is not None and _fits(one, behind.measure) and (not behind.far or _persons(one)):
        return Toll(behind.measure, mention, Span(one.end, one.end + behind.end), sure=not behind.far)
    return None


def _fits(one: _Counted, measure: str) -> bool:
    """Whether what is counted can have that done to it: people are hurt, things destroyed."""
    if measure == "destroyed":
        return bool(one.noun) and any(wording.is_thing(word) for word in one.noun)
    return not one.noun or _persons(one)


def _persons(one: _Counted) -> bool:
    if not one.noun:
        return False
    if wording.is_thing(one.noun[-1]):
        return False
    return any(is_person(word) for word in one.noun) or one.named


def _joined(text: str, counted: Sequence[_Counted], read: Sequence[Toll | None]) -> list[Toll | None]:
    """Let members of a list share a verb: "killed four soldiers and three rebels", "two boys and a nurse died"."""
    found = list(read)
    for order in (range(1, len(found)), range(len(found) - 2, -1, -1)):
        for index in order:
            other = index - 1 if order.step == 1 else index + 1
            if found[index] is None and found[other] is not None:
                found[index] = _like(text, counted, index, other, found[other])
    return found


def _like(text: str, counted: Sequence[_Counted], index: int, other: int, toll: Toll | None) -> Toll | None:
    first, second = (counted[min(index, other)], counted[max(index, other)])
    between = text[first.end : second.start]
    one = counted[index]
    listed = wording.LISTED.fullmatch(between) is not None or (
        index > other and wording.PART.search(between) is not None
    )
    if toll is None or not listed or is_taken_back(text, one.start, one.number_end) or not _listed(one, toll.measure):
        return None
    return replace(toll, mention=Mention.of(text, one.start, one.end), sure=False, part_of=None, among=False)


def _listed(one: _Counted, measure: str) -> bool:
    return bool(one.noun) and _fits(one, measure)


def _nested(text: str, counted: Sequence[_Counted], read: Sequence[Toll | None]) -> tuple[Toll, ...]:
    """Put what is included under what it is included in: "12 people, including three children and a nurse"."""
    kept: list[Toll] = []
    last: int | None = None
    for one, told in zip(counted, read, strict=True):
        toll = told or (_some_of(text, one, kept[-1]) if kept else None)
        if toll is None:
            continue
        part = last if kept and _is_part(text, kept, one, toll) else None
        if kept and part is None and kept[-1].part_of is not None and _goes_on(text, kept[-1], one, toll):
            part = kept[-1].part_of
        kept.append(replace(toll, part_of=part))
        if part is None:
            last = len(kept) - 1
    return tuple(kept)


def _some_of(text: str, one: _Counted, before: Toll) -> Toll | None:
    """Read "46 of them girls" and "three children among them" as some of those counted before."""
    gap = text[before.mention.end : one.start]
    behind = wording.OF_THEM.match(text, one.number_end)
    if behind is not None and not one.vague and not set(gap) & set(".;"):
        who = wording.OF_THEM_WHO.match(text, one.number_end)
        end = max(behind.end() if who is None else who.end(), one.end)
        return replace(before, mention=Mention.of(text, one.start, end), sure=False, part_of=None)
    if _persons(one) and wording.AMONG_THEM.match(text, one.end) is not None and not set(gap) & set(".;"):
        return replace(before, mention=Mention.of(text, one.start, one.end), sure=False, part_of=None)
    return None


def _is_part(text: str, kept: Sequence[Toll], one: _Counted, toll: Toll) -> bool:
    whole = next((other for other in reversed(kept) if other.part_of is None), None)
    if whole is None or whole.measure != toll.measure:
        return False
    gap = text[kept[-1].mention.end : one.start]
    included = wording.PART.search(gap) is not None
    of_them = wording.OF_THEM.match(text, one.number_end) or wording.AMONG_THEM.match(text, one.end)
    return included or of_them is not None


def _goes_on(text: str, before: Toll, one: _Counted, toll: Toll) -> bool:
    gap = text[before.mention.end : one.start]
    return before.measure == toll.measure and wording.LISTED.fullmatch(gap) is not None

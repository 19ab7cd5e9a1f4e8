"""Figures: a number with its noun, and what became of those counted (killed, injured, captured, displaced...)."""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from marsad.extract.clauses import group_of, previous_verb, skip, with_of
from marsad.extract.syntax import Analysis, Phrase
from marsad.extract.words import code_by_word, vocabulary

_TABLE: Final = "measures.yaml"
_INTRANSITIVE: Final = frozenset(("die", "perish", "flee", "surrender"))
_BEFORE_NUMBER: Final = tuple(
    tuple(words.split())
    for words in (
        "at least|more than|less than|fewer than|up to|as many as|no fewer than|no less than|at most|an "
        "estimated|about|"
        "around|some|nearly|almost|well over|over|roughly|approximately|another|only|just|close to|a further|a "
        "total of|"
        "the|all"
    ).split("|")
)
_NOT_COUNTED: Final = frozenset(
    "percent per cent km kilometers kilometres miles meters metres year years day days week weeks month months "
    "hour hours "
    "minute minutes time times million-dollar dollars euros pounds degrees occasions feet hectares acres".split()
)
_INCLUDING: Final = frozenset(("including",))
_SKIPPED: Final = frozenset(("A", "W", "X", "M", "!", ")", "("))


class Count(Struct, frozen=True):
    """Tokens ``first`` to ``end``, what is counted, the token of the word that says so, and what it is included in."""

    measure: str
    first: int
    end: int
    phrase: Phrase
    by: int
    inside: int | None


def _words(section: str) -> Mapping[str, str]:
    return code_by_word(_TABLE)[section]


def counts(sentence: Analysis) -> tuple[Count, ...]:
    """Return the figures of a sentence in order; ``inside`` is an index among them."""
    found: list[Count] = []
    for phrase in sentence.phrases:
        if not _counted(sentence, phrase):
            continue
        partial = sentence.tag(phrase.head) == "#" or sentence.low(phrase.head) in ("members", "member")
        whole = with_of(sentence, phrase) if partial else phrase
        first = _with_quantifier(sentence, phrase)
        for measure, by, inside in _measures(sentence, whole, first, found):
            found.append(Count(measure, first, whole.end, whole, by, inside))
    return tuple(found)


def _counted(sentence: Analysis, phrase: Phrase) -> bool:
    head = sentence.tokens[phrase.head]
    if head.low in _NOT_COUNTED or head.tag == "Y":
        return False
    tokens = sentence.tokens[phrase.first : phrase.head + 1]
    possessive = max((i for i, token in enumerate(tokens) if token.tag == "'"), default=-1)
    numbers = [token for token in tokens[possessive + 1 :] if token.tag == "#"]
    if numbers:
        return not (
            len(numbers[0].text) == 4
            and numbers[0].text[:2] in ("19", "20")
            and numbers[0].text.isdigit()
            and head.tag == "#"
        )
    return (
        tokens[0].low in ("a", "an", "another")
        and bool(vocabulary().kinds_of(head.low) & {"person", "thing"})
        and head.low != "people"
    )


def _with_quantifier(sentence: Analysis, phrase: Phrase) -> int:
    first = phrase.first
    for words in _BEFORE_NUMBER:
        start = phrase.first - len(words)
        if start >= 0 and all(sentence.low(start + i) == word for i, word in enumerate(words)):
            return start
    if sentence.low(first) == "the" and phrase.bare > first:
        return phrase.bare
    return first


def _measures(sentence: Analysis, phrase: Phrase, first: int, found: list[Count]) -> list[tuple[str, int, int | None]]:
    before = skip(sentence, first - 1, -1)
    if sentence.low(before) in _INCLUDING or (sentence.low(before) == "them" and sentence.low(before - 1) == "among"):
        return [(found[-1].measure, found[-1].by, len(found) - 1)] if found and found[-1].end > before - 12 else []
    own = _own(sentence, phrase)
    if own:
        return [own]
    after = _after(sentence, phrase)
    if after:
        return after
    left = _before(sentence, before)
    if left:
        return left
    return _in_list(sentence, phrase, first, found)


def _own(sentence: Analysis, phrase: Phrase) -> tuple[str, int, None] | None:
    """Read it off the noun counted ("eight dead", "12 bodies") or the word after a bare number."""
    head = sentence.tokens[phrase.head].low
    if head in _words("words") and phrase.end == phrase.head + 1:
        return _words("words")[head], phrase.head, None
    following = sentence.low(phrase.end)
    if following in ("dead", "missing") or (
        following in ("wounded", "injured") and sentence.phrase_of(phrase.end + 1) is None
    ):
        return _words("words")[following], phrase.end, None
    return None


def _after(sentence: Analysis, phrase: Phrase) -> list[tuple[str, int, int | None]]:
    """Read it off a verb to the right: "12 people were killed", "families who fled"."""
    index, commas = phrase.end, 0
    while index < len(sentence.tokens):
        inner = sentence.phrase_of(index)
        tag = sentence.tag(index)
        if tag in _SKIPPED or tag == "Y" or (tag == "P" and sentence.tag(index + 1) == "Y"):
            index += 1
        elif tag == "P" and sentence.phrase_of(index + 1) is not None:
            index = sentence.phrase_of(index + 1).end  # type: ignore[union-attr]
        elif tag in (",", "C") and commas < 8:
            commas += 1
            index += 1
        elif inner is not None and index > phrase.end and sentence.tag(index - 1) in (",", "C"):
            index = inner.end
        else:
            break
    if index >= len(sentence.tokens) or sentence.tag(index) != "V":
        return []
    return _by_verb(sentence, index, want_passive=True)


def _by_verb(sentence: Analysis, verb: int, *, want_passive: bool) -> list[tuple[str, int, int | None]]:
    found: list[tuple[str, int, int | None]] = []
    for index in (verb, verb + 2 if sentence.tag(verb + 1) == "C" else -1):
        lemma = (
            sentence.tokens[index].lemma
            if 0 <= index < len(sentence.tokens) and sentence.tag(index) in ("V", "G")
            else ""
        )
        measure = _words("verbs").get(lemma) or _from_home(sentence, index, lemma)
        if measure is None:
            continue
        group = group_of(sentence, index)
        if group.negated:
            continue
        fits = lemma in _INTRANSITIVE or lemma == "leave" or group.passive or (index != verb and bool(found))
        if fits if want_passive else (not group.passive and lemma not in ("die", "perish", "flee", "surrender")):
            found.append((measure, index, None))
    return found


def _from_home(sentence: Analysis, verb: int, lemma: str) -> str | None:
    """Read displacement off "drove thousands from their homes", "forced them to flee", "left the city"."""
    if lemma == "leave":
        phrase = sentence.phrase_of(verb + 1)
        place = phrase is not None and (vocabulary().kinds_of(sentence.low(phrase.head)) & {"settlement", "place"})
        return "displaced" if place or (phrase is not None and sentence.tokens[phrase.head].text[0].isupper()) else None
    if lemma not in ("drive", "force"):
        return None
    following = {sentence.low(index) for index in range(verb + 1, min(len(sentence.tokens), verb + 12))}
    return "displaced" if following & {"homes", "flee"} else None


def _before(sentence: Analysis, index: int) -> list[tuple[str, int, int | None]]:
    """Read it off a verb or noun to the left: "killing 12", "the death of 12", "death toll rose to 30"."""
    tag, low = sentence.tag(index), sentence.low(index)
    if tag in ("V", "G"):
        found = _by_verb(sentence, index, want_passive=False)
        if not found and sentence.tag(index - 1) == "C":
            return []
        if found and sentence.tag(index - 1) == "C" and sentence.tag(index - 2) in ("V", "G"):
            return _by_verb(sentence, index - 2, want_passive=False) + found
        return found
    if low == "dead" and sentence.tokens[index - 1].lemma == "shoot":
        return [("killed", index - 1, None)]
    if low == "of" and sentence.low(index - 1) in _words("nouns_of"):
        return [(_words("nouns_of")[sentence.low(index - 1)], index - 1, None)]
    if low in ("to", "at", "of", "from") or tag == "X":
        return _toll(sentence, index)
    return []


def _toll(sentence: Analysis, index: int) -> list[tuple[str, int, int | None]]:
    for place in range(index - 1, max(-1, index - 10), -1):
        if sentence.low(place) == "toll":
            return [("killed", place, None)]
    return []


def _in_list(sentence: Analysis, phrase: Phrase, first: int, found: list[Count]) -> list[tuple[str, int, int | None]]:
    """Take over what is said of the number before in a list: "26 fighters and nine soldiers"."""
    index = first - 1
    clause_of_its_own = sentence.tag(phrase.end) in ("V", "X", "M")
    if sentence.tag(index) not in ("C", ",") or not found or clause_of_its_own:
        return []
    index -= sentence.tag(index - 1) == ","
    last = found[-1]
    if last.end == index or (previous_verb(sentence, index) < last.first and index - last.end < 6):
        return [(last.measure, last.by, last.inside)]
    return []

"""Phrases that say where, after a preposition or as what was taken or hit; finding the town is for ``resolve``."""

from typing import Final

from marsad.extract.clauses import expand_right, with_of
from marsad.extract.names import kinds_of_name
from marsad.extract.roles import name_of, phrase_kinds
from marsad.extract.syntax import Analysis, Phrase
from marsad.extract.tagging import is_name
from marsad.extract.words import vocabulary
from marsad.model import Span

_STATIC: Final = frozenset(
    "in at near outside inside around across throughout within along beyond beside behind".split()
)
_MOVING: Final = frozenset("into to from toward towards through over onto".split())
_ON: Final = frozenset(("on", "of", "between", "against"))
_NO_MOTION: Final = frozenset(("according", "due", "owing", "thanks", "loyal", "allied", "home"))
"""Words before a "to" that leads to no place."""
_DIRECTION: Final = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west "
    "northern southern eastern western outskirts outside downstream upstream".split()
)
_UNIT: Final = frozenset("km kilometers kilometres kilometer kilometre miles mile meters metres".split())
_NO_PLACE: Final = frozenset(
    "army force forces party group observatory council agency news command operation ministry organisation "
    "organization "
    "union front coalition alliance brigade brigades division statement spokesman movement network facebook twitter "
    "telegram nato un u.n. us-led committee commission court parliament state-tv radio television foundation nations "
    "department pentagon kremlin bank company league cup championship senate congress".split()
)
_OF_SETTLEMENT: Final = frozenset(
    "town village city province district area region neighbourhood neighborhood suburb state governorate county "
    "island "
    "port camp hamlet quarter municipality towns villages capital settlement".split()
)


def places(sentence: Analysis) -> tuple[Span, ...]:
    """Return the place phrases of a sentence in order, lists split, "town of" left out."""
    found: list[Span] = []
    for index, token in enumerate(sentence.tokens):
        moves = token.tag == "T" and sentence.low(index - 1) not in _NO_MOTION
        if moves or (token.tag == "P" and sentence.phrase_of(index) is None):
            found.extend(_after(sentence, index))
    return tuple(dict.fromkeys(found))


def _after(sentence: Analysis, preposition: int) -> list[Span]:
    low = sentence.low(preposition)
    phrase = sentence.phrase_of(preposition + 1)
    if phrase is None or phrase.first != preposition + 1:
        return []
    if low in _STATIC:
        strict = False
    elif low in _MOVING or low in _ON:
        strict = True
    else:
        return []
    if low == "of" and sentence.low(preposition - 1) not in _DIRECTION:
        return []
    parts = (*expand_right(sentence, phrase), *_appositions(sentence, phrase))
    return [place_span(sentence, part, preposition) for part in parts if is_place(sentence, part, strict=strict)]


def _appositions(sentence: Analysis, phrase: Phrase) -> tuple[Phrase, ...]:
    """Return what commas add to a name ("a village, Some Region"); a verb after it makes it a clause."""
    end = with_of(sentence, phrase).end
    found: list[Phrase] = []
    while sentence.tag(end) == "," and len(found) < 3:
        inner = sentence.phrase_of(end + 1)
        if inner is None or not _plain_name(sentence, inner) or not is_place(sentence, inner, strict=True):
            break
        if sentence.tag(inner.end) not in (",", ".", "", "P", ")", '"'):
            break
        found.append(inner)
        end = inner.end
    return tuple(found)


def is_place(sentence: Analysis, phrase: Phrase, *, strict: bool) -> bool:
    """Whether a noun phrase names or describes a place; ``strict`` where the preposition allows other things too."""
    token = sentence.tokens[phrase.head]
    kinds = vocabulary().kinds_of(token.low)
    if token.tag in ("R", "Y") or token.low in _NO_PLACE or token.tag == "#" or _is_party(sentence, phrase):
        return False
    if token.low in _DIRECTION and phrase.bare == phrase.head:
        return sentence.low(phrase.end) == "of"
    if kinds & {"place", "settlement"}:
        return not (strict and not kinds & {"settlement"} and not token.text[0].isupper()) or "place" in kinds
    if kinds & {"person", "armed", "weapon", "air"}:
        return False
    if token.low in _DIRECTION and sentence.low(phrase.end) == "of":
        return True
    return is_name(token.text) and not (strict and not _plain_name(sentence, phrase))


def _is_party(sentence: Analysis, phrase: Phrase) -> bool:
    return bool(kinds_of_name(sentence.tokens[phrase.head].text) or kinds_of_name(name_of(sentence, phrase)))


def _plain_name(sentence: Analysis, phrase: Phrase) -> bool:
    """Say whether it is a bare name and no acronym."""
    tokens = sentence.tokens[phrase.bare : phrase.end]
    return all(is_name(token.text) and not (token.text.isupper() and len(token.text) > 1) for token in tokens)


def place_span(sentence: Analysis, phrase: Phrase, preposition: int = -1) -> Span:
    """Return a place phrase: a distance before "north of" kept, the article and "town of" left out."""
    first, end = phrase.bare, phrase.end
    for index in range(first, end):
        if sentence.low(index) == "of" and sentence.low(index - 1) in _OF_SETTLEMENT:
            first = index + 1
            while first < end - 1 and sentence.tag(first) == "D":
                first += 1
    if preposition > 0 and sentence.low(preposition) == "of":
        first = _with_distance(sentence, preposition - 1)
    return Span(sentence.tokens[first].start, sentence.tokens[end - 1].end)


def _with_distance(sentence: Analysis, index: int) -> int:
    """From a direction go left over "the", "20 km", "kilometers (12 miles)"."""
    while index > 0 and (
        sentence.tag(index - 1) in ("#", "(", ")")
        or sentence.low(index - 1) in _UNIT
        or sentence.low(index - 1) in _DIRECTION
    ):
        index -= 1
    return index


def is_ground(sentence: Analysis, phrase: Phrase, *, taken: bool = False) -> bool:
    """Whether the object of an act is a place: a settlement or building, or a bare name that is no party."""
    kinds = phrase_kinds(sentence, phrase)
    if "settlement" in kinds and (taken or "armed" not in kinds):
        return True
    return (
        bool(kinds & {"place", "name"}) and not kinds & {"person", "armed"} and is_place(sentence, phrase, strict=True)
    )

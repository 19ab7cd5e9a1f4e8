"""Shallow syntax of one sentence: tokens with coarse tags, and noun phrases. Linear in the length of the sentence.

Tags: ``D`` determiner, ``'`` possessive mark, ``N`` noun, adjective or name, ``#`` number, ``Y`` word of time,
``V`` finite verb or participle, ``G`` form in -ing used as a verb, ``X`` be/have/do, ``M`` modal, ``T`` to,
``P`` preposition, ``C`` and/or/but, ``S`` subordinator, ``W`` relative pronoun, ``R`` pronoun, ``A`` adverb,
``!`` not/never; every mark of punctuation is its own tag.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from msgspec import Struct

from marsad.extract.names import fuse
from marsad.extract.words import BASE, ING, PARTICIPLE, PAST, S_FORM, VerbForm, vocabulary

_TOKEN: Final = re.compile(
    r"(?:[A-Z]\.){2,}(?:-[^\W_]+)*"  # U.S., U.S.-backed
    r"|(?:Gen|Lt|Col|Capt|Maj|Sgt|Cpl|Brig|Cmdr|Dr|Mr|Mrs|Ms|St|Sen|Rep|Gov|No|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\."
    r"|\d+(?:-[^\W\d_]+)+"  # 14-year-old
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|km|am|pm|[kKmM])?(?![^\W_])"
    r"|[^\W_]+(?:[-‐‑'’][^\W_]+)*"
    r"|[’']s\b|[^\w\s]|_"
)
_POSSESSIVE: Final = re.compile(r"[’']s$")
_QUOTES: Final = frozenset('"“”«»„‟')
_NUMBER: Final = re.compile(r"\d")
_ARTICLED: Final = re.compile(r"(?:al|el|as|ash|an|ar|ad|at|az|ed|ul)[-‐‑][A-Z]")
_NAME_INNER: Final = frozenset(("as", "al", "el", "ash", "ad", "de", "del", "la", "los", "bin", "ibn", "ould", "ag"))
DIRECTIONS: Final = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west".split()
)
_BEFORE_NUMBER: Final = frozenset(("about", "around", "over"))
_COMPOUND_NUMBER: Final = re.compile(
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine)$"
)
_UNITS: Final = frozenset("km kilometers kilometres kilometer kilometre miles mile meters metres".split())
_ADJECTIVE: Final = re.compile(
    r"^(?:U\.S\.|US|UN|U\.N\.|NATO|.+(?:ian|ish|ese|eli|iqi|emi|ani|udi|ench|rab|ghan|an)|.+-(?:led|backed))$"
)
_OF_MANY: Final = frozenset(("all", "most", "some", "both", "many", "several", "each", "half", "much", "any", "none"))


class Token(Struct, frozen=True, gc=False):
    """A word or mark: ``start`` and ``end`` in the document, ``low`` its lower case, ``tag`` as in the module's text."""

    start: int
    end: int
    text: str
    low: str
    tag: str
    lemma: str
    form: int


class Phrase(Struct, frozen=True, gc=False):
    """A noun phrase as tokens: ``first`` to ``end`` (exclusive), ``head`` its last noun, ``bare`` without article."""

    first: int
    end: int
    head: int
    bare: int


class Analysis(Struct, frozen=True):
    """A sentence: its tokens, its noun phrases, and for each token the phrase that holds it (-1: none)."""

    tokens: tuple[Token, ...]
    phrases: tuple[Phrase, ...]
    phrase_at: tuple[int, ...]

    def phrase_of(self, index: int) -> Phrase | None:
        """Return the noun phrase that holds that token."""
        if not 0 <= index < len(self.phrase_at) or self.phrase_at[index] < 0:
            return None
        return self.phrases[self.phrase_at[index]]

    def tag(self, index: int) -> str:
        """Tag of a token; empty beyond the ends."""
        return self.tokens[index].tag if 0 <= index < len(self.tokens) else ""

    def low(self, index: int) -> str:
        """Lower case of a token; empty beyond the ends."""
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""


def analyse(text: str, start: int, end: int) -> Analysis:
    """Analyse ``text[start:end]``, one sentence of a document; offsets stay those of the document."""
    raw = fuse(text, _split(text, start, end))
    tokens = _tag(raw, title_case=_in_title_case(raw))
    phrases, phrase_at = _phrases(tokens)
    return Analysis(tokens, phrases, phrase_at)


def _split(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    raw: list[tuple[int, int, str]] = []
    for match in _TOKEN.finditer(text, start, end):
        word, a, b = match[0], match.start(), match.end()
        cut = _POSSESSIVE.search(word)
        if cut and cut.start() > 0:
            raw.append((a, a + cut.start(), word[: cut.start()]))
            raw.append((a + cut.start(), b, word[cut.start() :]))
        elif word.lower().endswith(("n't", "n’t")) and len(word) > 3:
            raw.append((a, b - 3, word[:-3]))
            raw.append((b - 3, b, word[-3:]))
        else:
            raw.append((a, b, word))
    return raw


@cache
def _closed() -> Mapping[str, str]:
    """Closed classes of words with their tags; what comes later in the list wins."""
    lists = vocabulary().lists
    tags: dict[str, str] = {}
    order = (
        ("adverbs", "A"), ("number_words", "#"), ("vague_numbers", "#"), ("determiners", "D"), ("prepositions", "P"),
        ("conjunctions", "C"), ("subordinators", "S"), ("relatives", "W"), ("pronouns", "R"), ("be", "X"),
        ("have", "X"), ("do", "X"), ("modals", "M"), ("negations", "!"), ("time_words", "Y"), ("weekdays", "Y"),
    )  # fmt: skip
    for name, tag in order:
        tags.update(dict.fromkeys(lists[name], tag))
    tags.update(
        {"to": "T", "'s": "'", "’s": "'", "several": "#", "few": "#", "many": "#", "dozen": "#", "following": "P"}
    )
    return tags


def _in_title_case(raw: Sequence[tuple[int, int, str]]) -> bool:
    """Whether most longer words bear capitals, as in headlines: then a capital says nothing."""
    longer = [word for _, _, word in raw if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 3 and sum(word[0].isupper() for word in longer) > 0.75 * len(longer)


def is_name(text: str) -> bool:
    """Whether a word is written as a name: a capital, or al-, el- and the like before one.

    >>> [is_name(word) for word in ("Homs", "al-Shabab", "attack")]
    [True, True, False]
    """
    return text[:1].isupper() or bool(_ARTICLED.match(text))


def _tag(raw: Sequence[tuple[int, int, str]], *, title_case: bool) -> tuple[Token, ...]:
    tokens: list[Token] = []
    for index, (start, end, text) in enumerate(raw):
        low = text.lower()
        following = raw[index + 1][2] if index + 1 < len(raw) else ""
        verb = vocabulary().verbs.get(low)
        if title_case and verb and not text.isupper():
            tag = _tag_of(low, low, verb, tokens, following)
        else:
            tag = _tag_of(text, low, verb, tokens, following)
        lemma, form = (verb.lemma, verb.kinds) if verb and tag in "VGXN" else (low, 0)
        tokens.append(Token(start, end, text, low, tag, lemma, form))
    return tuple(tokens)


def _tag_of(text: str, low: str, verb: VerbForm | None, before: Sequence[Token], following: str) -> str:
    if not text[0].isalnum():
        return _tag_of_mark(low, text, before)
    if _NUMBER.match(text):
        return "N" if "-" in text else "#"
    if _COMPOUND_NUMBER.match(low):
        return "#"
    if " " in text or text in ("US", "IS") or _ARTICLED.match(text):
        return "N"
    if low in _OF_MANY and following == "of":
        return "#"
    if low in ("least", "most") and before and before[-1].low == "at":
        return "A"
    if low == "dead" and before and before[-1].lemma == "shoot":
        return "A"
    capital = text[0].isupper() and bool(before) and before[-1].tag not in '.:"'
    between_names = bool(before) and is_name(before[-1].text) and before[-1].tag == "N" and following[:1].isupper()
    if (low == "at" and capital and following[:1].isupper()) or (low in _NAME_INNER and between_names):
        return "N"
    if low in vocabulary().lists["months"] and text[0].isupper():
        return _tag_of_month(low, before, following)
    closed = _closed().get(low)
    if closed == "P" and low in _BEFORE_NUMBER and (following[:1].isdigit() or _closed().get(following.lower()) == "#"):
        return "A"
    if closed and not (capital and closed not in "YPDT#CXM!WR"):
        return "'" if closed == "'" else closed
    if capital and not (verb and before[-1].tag in "'" and not verb.kinds & BASE):
        return "N"
    if verb and low not in vocabulary().lists["not_verbs"]:
        return _tag_of_verb(low, verb, before, following)
    return _tag_of_unknown(low, before, following)


def _tag_of_mark(low: str, text: str, before: Sequence[Token]) -> str:
    if low in ("'s", "’s"):
        return "'"
    if text in "'’" and before and before[-1].low.endswith("s") and before[-1].tag == "N":
        return "'"
    if text in _QUOTES:
        return '"'
    return {"–": "-", "—": "-", "[": "(", "]": ")", "?": ".", "!": "."}.get(text, text)


def _tag_of_month(low: str, before: Sequence[Token], following: str) -> str:
    if low not in ("may", "march") and not (low == "august" and before and before[-1].tag == "N"):
        return "Y"
    dated = following[:1].isdigit() or (
        bool(before) and before[-1].low in ("in", "on", "since", "late", "early", "of", "mid", "last")
    )
    dated = dated or (bool(before) and before[-1].tag == "#")
    if dated:
        return "Y"
    return "N" if before and before[-1].tag == "N" and low == "may" else ("N" if low == "march" else "M")


def _tag_of_verb(low: str, verb: VerbForm, before: Sequence[Token], following: str) -> str:
    previous = before[-1].tag if before else ""
    if verb.kinds & ING:
        return _tag_of_ing(low, previous, following)
    if previous in ("T", "M", "!") or (previous == "A" and len(before) > 1 and before[-2].tag in ("T", "M", "!")):
        return "V"
    if previous in ("D", "'", "#") and previous:
        return _after_determiner(verb, before, following)
    if verb.kinds & (PAST | PARTICIPLE) and not (verb.kinds & BASE and previous in ("P", "D")):
        return _tag_of_past(verb, previous, following)
    if previous == "X":
        return "N" if low in vocabulary().also_nouns and before[-1].low not in vocabulary().lists["do"] else "V"
    if low in vocabulary().also_nouns:
        return _tag_of_noun_verb(verb, before, following)
    return "N" if previous in ("P", "") else "V"


def _after_determiner(verb: VerbForm, before: Sequence[Token], following: str) -> str:
    """After an article a noun or modifier; after a number a participle may close the clause ("511 wounded")."""
    if before[-1].tag == "#" and verb.kinds & (PAST | PARTICIPLE) and not _noun_like(following):
        return "V"
    if before[-1].low in ("that", "those", "all", "both", "several", "some", "others") and verb.kinds & PAST:
        return "V"
    return "N"


def _tag_of_past(verb: VerbForm, previous: str, following: str) -> str:
    """A past form is a modifier only between a preposition or comma-less start and a noun ("of captured troops")."""
    if previous == "G" and _noun_like(following):
        return "N"
    if previous in ("P", "C") and _noun_like(following) and not verb.kinds & BASE:
        return "N" if previous == "P" else "V"
    return "V"


def _tag_of_ing(low: str, previous: str, following: str) -> str:
    if previous in ("D", "'"):
        return "N"
    if low in vocabulary().also_nouns or low in ("fighting", "shelling", "bombing", "shooting", "looting"):
        determined = _closed().get(following.lower()) == "D" or following[:1].isupper() or following[:1].isdigit()
        if previous in ("N", "P", "", "V", '"', "#") and not determined:
            return "N"
        return "G" if determined or previous in ("X", ",") else "N"
    return "G"


def _tag_of_noun_verb(verb: VerbForm, before: Sequence[Token], following: str) -> str:
    """Attack, strike, raid: a verb when a plural or a pronoun stands before and an object or preposition after."""
    previous = before[-1] if before else None
    if previous is None or previous.tag not in ("N", "R", "W", "A", "C"):
        return "N"
    closed = _closed().get(following.lower(), "")
    objective = closed in ("D", "R", "#") or following[:1].isupper() or following[:1].isdigit()
    if previous.tag in ("R", "W"):
        return "V"
    if verb.kinds & S_FORM:
        return "V" if objective and previous.text[0].isupper() else "N"
    plural = previous.low.endswith("s") and not previous.low.endswith("ss")
    return "V" if plural and previous.tag == "N" and (objective or _noun_like(following)) else "N"


def _tag_of_unknown(low: str, before: Sequence[Token], following: str) -> str:
    if low.endswith("ly") and len(low) > 4:
        return (
            "A"
            if low not in ("family", "assembly", "italy", "ally", "supply", "july", "rally", "daily", "early")
            else "N"
        )
    if low in vocabulary().lists["not_verbs"] or len(low) < 5:
        return "N"
    previous = before[-1].tag if before else ""
    if low.endswith("ed") and "-" not in low and previous not in ("D", "'", "P", "#", ""):
        return "N" if _noun_like(following) and previous in (",", "C") else "V"
    if low.endswith("ing") and "-" not in low and previous not in ("D", "'", "N"):
        return "G"
    return "N"


def _noun_like(word: str) -> bool:
    """Whether the next word can only continue a noun phrase."""
    low = word.lower()
    return (
        bool(word)
        and word[0].isalpha()
        and low not in _closed()
        and not low.endswith("ly")
        and (low not in vocabulary().verbs or low in vocabulary().also_nouns)
    )


def _phrases(tokens: Sequence[Token]) -> tuple[tuple[Phrase, ...], tuple[int, ...]]:
    phrases: list[Phrase] = []
    phrase_at = [-1] * len(tokens)
    index = 0
    while index < len(tokens):
        phrase = _phrase_from(tokens, index)
        if phrase is not None:
            phrase = _with_second_adjective(tokens, phrase)
        if phrase is None:
            index += 1
            continue
        phrase_at[phrase.first : phrase.end] = [len(phrases)] * (phrase.end - phrase.first)
        phrases.append(phrase)
        index = phrase.end
    return tuple(phrases), tuple(phrase_at)


def _phrase_from(tokens: Sequence[Token], first: int) -> Phrase | None:
    """Read one noun phrase that begins at that token: (article) (modifier | noun | 's)* noun."""
    if tokens[first].tag not in ("D", "N", "#", "Y", "R"):
        return None
    if tokens[first].tag == "R":
        return Phrase(first, first + 1, first, first)
    index, head = first, -1
    while index < len(tokens) and _continues(tokens, first, index):
        if tokens[index].tag in ("N", "#"):
            head = index
        index += 1
    if head < 0:
        return None
    bare = first
    while bare < head and (tokens[bare].tag == "D"):
        bare += 1
    return Phrase(first, head + 1, head, bare)


def _with_second_adjective(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """ "U.S. and Iraqi troops": two adjectives of one noun, not two parties."""
    last = tokens[phrase.head]
    if phrase.end - phrase.bare != 1 or not _ADJECTIVE.search(last.text) or phrase.end + 2 >= len(tokens):
        return phrase
    second = tokens[phrase.end + 1]
    if tokens[phrase.end].low != "and" or second.tag != "N" or not _ADJECTIVE.search(second.text):
        return phrase
    rest = _phrase_from(tokens, phrase.end + 1)
    if rest is None or rest.end - rest.first < 2 or tokens[rest.head].text[0].isupper():
        return phrase
    return Phrase(phrase.first, rest.end, rest.head, phrase.bare)


def _continues(tokens: Sequence[Token], first: int, index: int) -> bool:
    tag = tokens[index].tag
    if tag == "D":
        return index == first or (tokens[index - 1].tag == "D")
    if tag == "Y":
        return (
            index == first
            and _possessive_at(tokens, index + 1)
            or (index > first and tokens[first].tag == "D" and tokens[first].low == "the" and index == first + 1)
        )
    if tag == "'":
        return index > first and _possessive_at(tokens, index)
    if tokens[index].low in DIRECTIONS and index > first and tokens[index - 1].tag == "N":
        return index + 1 < len(tokens) and tokens[index + 1].tag == "N"
    if tag == "#" and index > first and tokens[index - 1].tag == "N" and index + 1 < len(tokens):
        return tokens[index + 1].low not in _UNITS
    return tag in ("N", "#")


def _possessive_at(tokens: Sequence[Token], index: int) -> bool:
    """Whether a possessive mark stands there with the thing possessed after it."""
    return index + 1 < len(tokens) and tokens[index].tag == "'" and tokens[index + 1].tag in ("N", "#")

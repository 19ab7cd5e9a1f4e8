"""Tokens of a sentence with coarse tags, by closed classes, forms of verbs and the words on both sides.

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
    r"|(?:Gen|Lt|Col|Capt|Maj|Sgt|Cpl|Brig|Cmdr|Dr|Mr|Mrs|Ms|St|Sen|Rep|Gov|No|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov"
    r"|Dec)\."
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
_BEFORE_NUMBER: Final = frozenset(("about", "around", "over"))
_COMPOUND_NUMBER: Final = re.compile(
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine)$"
)
_OF_MANY: Final = frozenset(("all", "most", "some", "both", "many", "several", "each", "half", "much", "any", "none"))


class Token(Struct, frozen=True, gc=False):
    """A word or mark: ``start`` and ``end`` in the document, ``low`` its lower case, ``tag`` as told above."""

    start: int
    end: int
    text: str
    low: str
    tag: str
    lemma: str
    form: int


def tag_tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Split ``text[start:end]`` into tokens and tag them; offsets stay those of the whole text."""
    raw = fuse(text, _split(text, start, end))
    return _tag(raw, title_case=_in_title_case(raw))


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
    """Return the closed classes of words with their tags; what comes later in the list wins."""
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
    capital = text[0].isupper() and bool(before) and before[-1].tag not in '.:"'
    fixed = _fixed_tag(text, low, before, following) or _tag_between_names(low, before, following, capital=capital)
    if fixed:
        return fixed
    if low in vocabulary().lists["months"] and text[0].isupper():
        return _tag_of_month(low, before, following)
    closed = _closed().get(low)
    if closed == "P" and low in _BEFORE_NUMBER and (following[:1].isdigit() or _closed().get(following.lower()) == "#"):
        return "A"
    if closed and not (capital and closed not in "YPDT#CXM!WR"):
        return closed
    return _open_tag(low, verb, before, following, capital=capital)


def _fixed_tag(text: str, low: str, before: Sequence[Token], following: str) -> str:
    """Tag marks, numbers and the words that a neighbour settles; empty for all others."""
    if not text[0].isalnum():
        return _tag_of_mark(low, text, before)
    if _NUMBER.match(text):
        return "N" if "-" in text else "#"
    if " " in text or text in ("US", "IS") or _ARTICLED.match(text):
        return "N"
    if _COMPOUND_NUMBER.match(low) or (low in _OF_MANY and following == "of"):
        return "#"
    last = before[-1] if before else None
    least = last is not None and last.low == "at" and low in ("least", "most")
    shot_dead = last is not None and low == "dead" and (last.lemma == "shoot" or last.tag in ("N", "#"))
    return "A" if least or shot_dead else ""


def _tag_between_names(low: str, before: Sequence[Token], following: str, *, capital: bool) -> str:
    """Tag as part of a name: the small words of "Khirbat as Sab", the first one of "At Tanf"."""
    if not following[:1].isupper():
        return ""
    named = low in _NAME_INNER and bool(before) and is_name(before[-1].text) and before[-1].tag == "N"
    return "N" if named or (low == "at" and capital) else ""


def _open_tag(low: str, verb: VerbForm | None, before: Sequence[Token], following: str, *, capital: bool) -> str:
    """Tag a word of no closed class: name, verb or noun."""
    if capital and not (verb and before[-1].tag == "'" and not verb.kinds & BASE):
        return "N"
    if verb and low not in vocabulary().lists["not_verbs"]:
        return _tag_of_verb(low, verb, before, following)
    return _tag_of_unknown(low, before, following)


def _tag_of_mark(low: str, text: str, before: Sequence[Token]) -> str:
    if low in ("'s", "’s"):
        return "'"
    if text in "'’" and before and before[-1].low.endswith("s") and before[-1].tag == "N":
        return "'"
    if text in _QUOTES or text in "'’‘":
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
        return _tag_of_ing(low, before[-1] if before else None, following)
    if previous in ("T", "M", "!") or (previous == "A" and len(before) > 1 and before[-2].tag in ("T", "M", "!")):
        return "V"
    if previous in ("D", "'", "#") and previous:
        return _after_determiner(verb, before, following)
    if verb.kinds & (PAST | PARTICIPLE) and not (verb.kinds & BASE and previous in ("P", "D")):
        after_adverb = previous == "A" and len(before) > 1 and before[-2].tag in ("P", "D", "#")
        if after_adverb and _noun_like(following):
            return "N"
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
    """Tag a past form: a modifier only between a preposition and a noun ("of captured troops"), else a verb."""
    if previous == "G" and _noun_like(following):
        return "N"
    if previous in ("P", "C") and _noun_like(following) and not verb.kinds & BASE:
        return "N" if previous == "P" else "V"
    return "V"


def _tag_of_ing(low: str, last: Token | None, following: str) -> str:
    previous = last.tag if last else ""
    if last is not None and last.low.endswith(("-based", "-led", "-backed")):
        return "N"
    if (
        last is not None
        and low == "fighting"
        and _names_fighters(last)
        and _closed().get(following.lower()) in ("P", "T")
    ):
        return "G"
    if previous in ("D", "'"):
        return "N"
    if low in vocabulary().also_nouns or low in ("fighting", "shelling", "bombing", "shooting", "looting"):
        determined = _closed().get(following.lower()) == "D" or following[:1].isupper() or following[:1].isdigit()
        if previous in ("N", "P", "", "V", '"', "#") and not determined:
            return "N"
        return "G" if determined or previous in ("X", ",") else "N"
    return "G"


def _names_fighters(token: Token) -> bool:
    """Whether "fighting" after the word is what they do: "the alliance fighting for"."""
    kinds = vocabulary().kinds_of(token.low)
    return "actor" in kinds or (bool(kinds & {"armed", "insurgent"}) and token.low.endswith("s"))


def _tag_of_noun_verb(verb: VerbForm, before: Sequence[Token], following: str) -> str:
    """Attack, strike, raid: a verb when a plural or a pronoun stands before and an object or preposition after."""
    previous = before[-1] if before else None
    if previous is None or previous.tag not in ("N", "R", "W", "A", "C"):
        return "N"
    closed = _closed().get(following.lower(), "")
    objective = closed in ("D", "R", "#") or following[:1].isupper() or following[:1].isdigit()
    if previous.tag in ("R", "W"):
        return "V"
    if verb.kinds & S_FORM and following in ("to", "that"):
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
    if previous == "A" and len(before) > 1 and before[-2].tag in ("D", "A") and _noun_like(following):
        return "N"
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

"""Finds in a text the capitalised runs that may name a place, and leaves persons and parties alone."""

import re
from collections.abc import Iterator

from msgspec import Struct

from marsad.resolve.places.compiling.keys import ARTICLES
from marsad.resolve.places.vocabulary import (
    COMPANIONS,
    CONNECTORS,
    FUNCTION_WORDS,
    LOOSE_ARTICLES,
    PARTS,
    PARTS_OF_TOWNS,
    TITLES,
)

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,6}|[^\W_]+(?:[-'’‘ʿʼ][^\W_]+){0,8}")
_POSSESSIVE = re.compile(r"['’]s$")
_COMPOUND = re.compile(
    r"-(?:held|led|backed|controlled|run|based|ruled|occupied|administered|allied|majority|populated|speaking|born|"
    r"style|era|named|installed|appointed|aligned|supported|sponsored|trained|funded|made|linked|affiliated|dominated|governed)$"
)
_ABBREVIATED = re.compile(r"(?:St|Mt|Ft|Pt)$")
_PERIOD_STATES = re.compile(
    r"(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|"
    r"Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo|Ont|Alta|Sask|Que)$"
)
MAX_RUN = 8


class Token(Struct, frozen=True):
    """A word of the text, its possessive ending cut off."""

    start: int
    end: int
    text: str
    possessive: bool

    @property
    def capital(self) -> bool:
        """Whether it is written as a name is: Idlib, al-Hol, d'Ivoire."""
        if _COMPOUND.search(self.text):
            return False
        if self.text[:1].isupper():
            return True
        head, _, rest = self.text.replace("’", "-").replace("'", "-").partition("-")
        return rest[:1].isupper() and (head in ARTICLES or len(head) == 1)


class Run(Struct, frozen=True):
    """Words that are one name by their capitals, in a text."""

    tokens: tuple[Token, ...]

    @property
    def start(self) -> int:
        """Where it starts."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends, a possessive ending not included."""
        return self.tokens[-1].end


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Split a stretch of text into words."""
    for found in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word = found[0]
        cut = _POSSESSIVE.search(word)
        yield Token(found.start(), found.end() - (2 if cut else 0), word[: cut.start()] if cut else word, bool(cut))


def runs(text: str, start: int = 0, end: int | None = None) -> Iterator[Run]:
    """Give the runs of capitalised words of a stretch of text, small words of names inside them."""
    current: list[Token] = []
    for token in tokens(text, start, end):
        if current and not _adjoins(text, current[-1], token):
            yield from _closed(current)
            current = []
        if token.capital or (current and token.text in CONNECTORS) or token.text in LOOSE_ARTICLES:
            current.append(token)
        elif current:
            yield from _closed(current)
            current = []
    yield from _closed(current)


def _adjoins(text: str, last: Token, token: Token) -> bool:
    if last.possessive:
        return False
    between = text[last.end : token.start]
    return between in (" ", "\u00a0", "\n") or (between == ". " and _ABBREVIATED.match(last.text) is not None)


def _closed(current: list[Token]) -> Iterator[Run]:
    trimmed = list(current)
    while trimmed and not trimmed[-1].capital:
        trimmed.pop()
    while trimmed and (
        (not trimmed[0].capital and not (len(trimmed) > 1 and trimmed[0].text in LOOSE_ARTICLES and trimmed[1].capital))
        or (len(trimmed) > 1 and trimmed[0].text.lower() in FUNCTION_WORDS)
    ):
        trimmed.pop(0)
    if len(trimmed) == 1 and trimmed[0].text.lower() in FUNCTION_WORDS and trimmed[0].text != "US":
        return
    if trimmed:
        yield Run(tuple(trimmed[:MAX_RUN]))


def readings(run: Run) -> Iterator[tuple[int, int]]:
    """Give the stretches of a run that may be the name, the longest first.

    What is left over must be words for kinds and parts of places ("Helmand Province", "Northern Kivu"), so that no
    town is made of a person's or a party's name ("George Bush", "Aleppo Media Centre").
    """
    count = len(run.tokens)
    for length in range(count, 0, -1):
        for first in range(count - length + 1):
            rest = (*run.tokens[:first], *run.tokens[first + length :])
            if all(token.text.lower() in COMPANIONS or token.text.lower() == "of" for token in rest):
                kept = run.tokens[first : first + length]
                if kept[0].text != "of" and kept[-1].capital and not _only_kinds(kept):
                    yield first, first + length


def _only_kinds(kept: tuple[Token, ...]) -> bool:
    return all(token.text.lower() in COMPANIONS for token in kept)


def only_kinds(name: str) -> bool:
    """Say whether a name is made of words for kinds and parts of places alone: the Old City."""
    return all(word in COMPANIONS for word in name.lower().split())


def is_part_of_town(name: str) -> bool:
    """Say whether a name ends in a word for what stands in a town: the Baghdad Gate, the Solino quarter."""
    return name.rpartition(" ")[2].lower() in PARTS_OF_TOWNS


def of_person(text: str, run: Run) -> bool:
    """Say whether a title stands before the run or opens it."""
    before = text[max(0, run.start - 24) : run.start].rstrip(" .").rpartition(" ")[2].strip(".,;:()").lower()
    first = run.tokens[0].text.lower().rstrip(".")
    capitals = run.tokens[0].text.isupper()  # DR Congo is no doctor
    return before in TITLES or (len(run.tokens) > 1 and first in TITLES and first not in PARTS and not capitals)


def abbreviated_state(text: str) -> bool:
    """Say whether a word is the abbreviation of an American or Canadian state, whose full stop it lost."""
    return _PERIOD_STATES.match(text) is not None

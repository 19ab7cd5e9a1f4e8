"""Whom "he", "they", "the statement" or "the official" mean where they speak: somebody named before."""

import re
from bisect import insort
from collections.abc import Callable, Iterable
from typing import Final

from msgspec import Struct

from marsad.extract.speaking import PAPERS, PREPOSITIONS, PRONOUNS, QUANTITIES, TIMES
from marsad.model import Mention

REACH: Final = 1_500
"""Characters back to whom "he" may refer; beyond that the report names its speaker again."""
NEAR: Final = 450
"""Characters back to whom "they" and "it" may refer, and to those who have only been named: three sentences."""
_ONE: Final = frozenset(("he", "she"))
_MANY: Final = frozenset(("they",))
_OBJECTS: Final = {"him": "he", "her": "she", "them": "they"}
_NOBODY: Final = frozenset(("who", "which", "we", "i"))
_ARTICLE: Final = frozenset(("the", "this", "that", "these", "those"))
_OFFICE: Final = frozenset(
    "official spokesman spokeswoman spokesperson commander officer minister governor mayor president source witness "
    "doctor medic nurse resident activist villager survivor teacher farmer general colonel chief director leader "
    "ambassador envoy priest imam man woman father mother student driver fighter soldier lawyer analyst expert "
    "professor officials spokesmen commanders sources witnesses doctors residents activists villagers survivors "
    "ministry army police group organisation organization agency council committee commission mission command "
    "observatory union hospital government militia movement party".split()
)
"""Nouns by which a report goes on to speak of somebody whom it has credited in more words."""
_BODY: Final = re.compile(
    r"\b(?:ministry|army|police|group|organi[sz]ation|agency|council|committee|commission|mission|command|forces?|"
    r"observatory|union|hospital|government|militia|movement|party|network|centre|center|office|statement|media|news|"
    r"television|tv|department|administration|authority|military|nations|monitor|watchdog|coalition|front|reuters|"
    r"kremlin|pentagon|state|watch|amnesty|bureau|service|staff|guard|navy|embassy|court|association|institute|borders|international|league|society|crescent|"
    r"cross|fund|programme|foundation|initiative|alliance|front)\b",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_WOMEN: Final = frozenset(
    "spokeswoman woman mother sister wife widow daughter congresswoman chairwoman policewoman".split()
)
_MEN: Final = frozenset("spokesman man father brother husband widower son congressman chairman policeman king".split())
CUT_OFFICE: Final = re.compile(
    r" (?:officials?|spokes(?:man|woman|person|people)|governor|minister|ministry|commander|sources?|president|"
    r"prosecutors?|authorities)\b"
)
"""A noun that the words of a speaker leave out ("regional" of a "regional governor")."""
_GENERIC: Final = frozenset("group organisation organization agency monitor watchdog".split())
"""Nouns for any body that is no part of a state."""
_OF_STATE: Final = re.compile(r"\b(?:ministry|government|police|army|military|minister|court)\b", re.IGNORECASE)
_ONE_OF_THEM: Final = re.compile(r"(?:one|two|some|most|many|both|another|several) of (?:them|the (?:men|women))")
_ASIDE_END: Final = re.compile(r"[.;]|\b(?:said|told)\b")
_SENTENCE_END: Final = re.compile(r"[.!?][”\"]?\s")
_DESCRIBED: Final = re.compile(r", (?:\d|an? |who )")
"""What follows the name of a person, not that of a country that speaks."""
_SURNAME: Final = re.compile(r"(?<!\. )\b[A-Z][\w’'-]*\.? (?=([A-Z][\w’'-]*))")
"""A capitalised word behind another one that does not open a sentence."""
_TITLED: Final = re.compile(r"\b(Mr|Mrs|Ms)\.? (?:[A-Z][\w’'-]+ )?([A-Z][\w’'-]+)\b")
_PERSON: Final = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Capt|Maj|Sgt|President|Minister|Colonel|General|Captain|Major|Sheikh|Imam)\.? "
    r"[A-Z][\w’'-]+|"
    r"(?<!\bin )(?<!\bat )(?<!near )(?<!from )\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3}"
    r"(?=, (?:who|an?|\d\d|(?:the|its|their) (?:\w+ ){0,3}(?:head|leader|director|minister|president|governor|chief|"
    r"commander|mayor|spokes\w+))\b| \(\d\d)"
)
"""A person by title, or by name with what is said of him or her."""


_APPOSED: Final = re.compile(
    r",? (?:(?:Mr|Mrs|Ms|Dr|Gen|Col)\.? )?[A-ZÀ-Þ][\w’'-]+(?: (?:al-|el-|bin |ibn |de |van )?[A-ZÀ-Þ][\w’'-]+){0,3}"
    r"(?:,| (?:said|says|told|wrote|added)\b)"
)
"""The name that follows an office, of the one who holds it: "the mayor, Ada Moreno, said"."""


class _Named(Struct, frozen=True):
    """Somebody named as one who speaks (``spoke``) or as who opens a sentence: where, and the words."""

    position: int
    speaker: Mention
    spoke: bool


class Antecedents:
    """Those who have spoken or acted so far in a document."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._named: list[_Named] = []
        self._surnames = {match.group(1) for match in _SURNAME.finditer(text)}
        self._titles = {match.group(2): match.group(1) for match in _TITLED.finditer(text)}

    def spoke(self, position: int, speakers: Iterable[Mention]) -> None:
        """Remember that they spoke, at that character of the text."""
        for speaker in speakers:
            insort(self._named, _Named(position, speaker, spoke=True), key=lambda one: one.position)

    def acted(self, subject: Mention) -> None:
        """Remember who opens a sentence."""
        if subject.text.casefold() not in PRONOUNS:
            insort(self._named, _Named(subject.start, subject, spoke=False), key=lambda one: one.position)

    def of(self, speaker: Mention, doer: Mention | None = None) -> Mention | None:
        """Return whom the words mean: themselves where they name somebody; None for a pronoun that refers to nobody.

        ``doer`` is who opens the sentence, where the words stand inside it ("the army shelled what it said were …").
        """
        low = speaker.text.casefold()
        low = _OBJECTS.get(low, low)
        if low in _NOBODY:
            return None
        if low in QUANTITIES:
            return self._last(speaker, self._is_many, NEAR, acting=True)
        if low not in PRONOUNS:
            return self._again(speaker, low) or self._one_of_them(speaker, low) or speaker
        fits = self._fitting(low)
        if doer is not None and doer.end < speaker.start and fits(doer):
            return doer
        if low in _ONE:
            return self._last(speaker, fits, acting=True) or self._just_named(speaker, low)
        leads = low in _MANY and speaker.text[0].isupper()
        found = self._last(speaker, fits, NEAR, acting=leads)
        return found or self._last(speaker, fits, NEAR, acting=True)

    def _fitting(self, pronoun: str) -> Callable[[Mention], bool]:
        if pronoun in _ONE:
            return lambda who: self._is_person(who) and self._agrees(who, pronoun)
        return self._is_many if pronoun in _MANY else self._is_body

    def _again(self, speaker: Mention, low: str) -> Mention | None:
        """Return whom "the statement", "the agency" or "the official" takes up again."""
        before = self._text[max(speaker.start - 6, 0) : speaker.start].casefold().split()
        definite = low.split(maxsplit=1)[0] in _ARTICLE or (bool(before) and before[-1] in _ARTICLE)
        noun = low.removeprefix("the ").removeprefix("a ")
        if noun in PAPERS and (definite or noun == "statement"):
            return self._last(speaker, self._is_body) or self._last(speaker, self._is_named_body, NEAR, acting=True)
        if not definite or " " in noun:
            return None
        if noun in _GENERIC:
            return self._last(speaker, lambda who: self._is_body(who) and not _OF_STATE.search(who.text), NEAR)
        if noun not in _OFFICE or (not _BODY.search(noun) and _APPOSED.match(self._text, speaker.end) is not None):
            return None
        return self._last(speaker, lambda who: self._is_called(who, noun))

    def _one_of_them(self, speaker: Mention, low: str) -> Mention | None:
        """Return the group of which "one of them" is one."""
        return self._last(speaker, self._is_many, NEAR) if _ONE_OF_THEM.fullmatch(low) else None

    def _is_called(self, before: Mention, noun: str) -> bool:
        """Say whether one who spoke is described by the noun, in the words themselves or just behind them."""
        words = before.text.casefold().split()
        if noun in words:
            return len(words) > 1
        aside = self._text[before.end : before.end + 80]
        return aside.startswith(", ") and noun in _ASIDE_END.split(aside)[0].casefold().split()

    def _last(
        self, speaker: Mention, fits: Callable[[Mention], bool], reach: int = REACH, *, acting: bool = False
    ) -> Mention | None:
        for before in reversed(self._named):
            distance = speaker.start - before.position
            if distance > reach:
                return None
            known = before.spoke or (acting and distance <= NEAR and self._apart(before.speaker, speaker))
            if known and distance > 0 and before.speaker.end <= speaker.start and fits(before.speaker):
                return before.speaker
        return None

    def _apart(self, before: Mention, speaker: Mention) -> bool:
        """Say whether another sentence lies between; who is spoken of in a sentence is not who tells it."""
        return _SENTENCE_END.search(self._text, before.end, speaker.start) is not None

    def _just_named(self, speaker: Mention, pronoun: str) -> Mention | None:
        """Return the person named last before one who speaks for the first time."""
        for match in reversed(list(_PERSON.finditer(self._text, max(speaker.start - NEAR, 0), speaker.start))):
            found = Mention.of(self._text, match.start(), match.start() + len(match.group().rstrip()))
            named = not any(word in TIMES or word in PREPOSITIONS for word in found.text.casefold().split())
            if named and self._apart(found, speaker) and self._agrees(found, pronoun):
                return found
        return None

    def _agrees(self, speaker: Mention, pronoun: str) -> bool:
        """Say whether nothing that the document tells of a person is against the pronoun."""
        title = self._titles.get(speaker.text.split()[-1])
        aside = self._text[speaker.end : speaker.end + 60]
        words = {*_WORD.findall(speaker.text.casefold()), *_WORD.findall(_ASIDE_END.split(aside)[0])}
        women, men = bool(words & _WOMEN), bool(words & _MEN)
        if title is not None:
            women, men = title != "Mr", title == "Mr"
        return not (men and not women and pronoun == "she") and not (women and not men and pronoun == "he")

    def _is_person(self, speaker: Mention) -> bool:
        words = speaker.text.split()
        if words[-1].islower():
            return words[-1] in _OFFICE and not _BODY.search(words[-1]) and not words[-1].endswith("s")
        if words[-1].isupper() or self._has_article(speaker) or _BODY.fullmatch(words[-1].casefold()):
            return False
        described = _DESCRIBED.match(self._text, speaker.end) is not None
        return len(words) > 1 or words[0] in self._surnames or described

    def _is_body(self, speaker: Mention) -> bool:
        words = speaker.text.split()
        if _BODY.search(speaker.text):
            return not words[-1].islower() or _BODY.fullmatch(words[-1]) is not None
        named = words[-1][:1].isupper()
        return named and (
            words[-1].isupper() or self._has_article(speaker) or (len(words) == 1 and words[0] not in self._surnames)
        )

    def _is_named_body(self, speaker: Mention) -> bool:
        words = speaker.text.split()
        return len(words) > 1 and words[-1][:1].isupper() and self._is_body(speaker)

    def _has_article(self, speaker: Mention) -> bool:
        return self._text[max(speaker.start - 4, 0) : speaker.start].casefold() == "the "

    def _is_many(self, speaker: Mention) -> bool:
        words = speaker.text.split()
        if _BODY.fullmatch(words[-1]):
            return True
        if not words[-1].endswith("s") or words[-1].endswith("ss"):
            return False
        return words[-1].islower() or (len(words) == 1 and not self._is_person(speaker))

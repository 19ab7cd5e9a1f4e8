"""Who did it, where the report tells it by other means than a subject or "by" beside the words for the deed.

"The army denied that its planes had bombed the market", "the Front claimed Friday's blast", "they shelled the town and
burned two farms": the doer stands before, or further on.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from marsad.model import Claim, Mention
from marsad.resolve.actors.credited import BLAMED, is_credited
from marsad.resolve.actors.wholes import whole_name

_TELLS: Final = re.compile(
    r"\s+(?:has |have |had |also |later |again |on \w+ )*"
    r"(?P<verb>said|says|denied|denies|deny|claimed|claims|claim|called|confirmed|confirms|announced|announces|admitted|"
    r"admits|acknowledged|acknowledges|boasted|insisted|insists|defended|described)\b"
)
"""A verb of telling, with what may stand between it and the one who tells."""
_WORD: Final = r"[\w'’-]+"
_OF_ITSELF: Final = re.compile(rf"(?: on \w+)?\s+(?:that\s+)?(?:it|they|its|their)\s+(?:{_WORD}\s+){{0,7}}")
"""From a verb of telling to the deed of the one who tells: "said that it had", "called its"."""
_RESPONSIBLE: Final = re.compile(rf"(?:\s+(?:responsibility|credit)\s+for)?\s+(?:{_WORD}\s+){{0,5}}")
_DENIED: Final = re.compile(
    rf"\s+(?!(?:that|reports?|accusations?|claims?|allegations?)\b)(?:(?!that\b){_WORD}\s+){{0,4}}"
)
_CLAIMS: Final = frozenset({"claimed", "claims", "claim"})
_DENIES: Final = frozenset({"denied", "denies", "deny"})
_PASSIVE: Final = re.compile(r"\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?$")
_CLAUSE: Final = re.compile(r"[;:“”\"]\s*|,\s+(?:and|but|while)\s+|^(?:[A-Z]\w+, )?(?:But|And|However|Meanwhile),?\s+")
_LONGEST: Final = 90
"""Letters of a subject at most."""
_PLAN: Final = re.compile(
    r"((?:[A-Z][\w.-]+ ){0,3}[A-Z][\w.-]+)['’]s? (?:\w+ )?(?:decision|order|plan|pledge|promise|bid|attempt|effort|"
    rf"move|vow|threat)s? to (?:{_WORD} ){{0,5}}$"
)
_PLAN_REACH: Final = 120
_BEHIND: Final = re.compile(rf"\bbehind (?:{_WORD} ){{0,5}}$")
_FURTHER_ON: Final = re.compile(rf"\b{BLAMED} (?:(?:the|an?|suspected|alleged) ){{0,2}}")
_NEXT_VERB: Final = re.compile(
    rf"(?:{_WORD}\s+|,\s*){{0,12}}(?:and|then|before|after)\s+(?:(?:later|then|also|reportedly|allegedly|even)\s+)*"
)
"""From a deed to the next one of the same subject: "shelled the town and"."""
_VERB: Final = re.compile(r"(?:\w+(?:ed|ing)|shot|took|burnt|set|beat|stole|slew|drove|cut|held|hit|blew|fought)\b")
_OTHER_SUBJECT: Final = re.compile(r"\b(?:who|which|that|it|they|he|she|were|was)\b")


class Doers:
    """Finds the words for those who did what a claim tells, outside of what the extractor gave.

    ``names`` are where names of parties and states stand in the text, start and end.
    """

    def __init__(self, text: str, names: Iterable[tuple[int, int]]) -> None:
        self._text = text
        self._names = tuple(sorted(names))
        self._ends = dict(self._names)

    def of(self, claim: Claim, claims: Sequence[Claim]) -> Iterator[Mention]:
        """Give the words that may name who did it, the likeliest first; ``claims`` are all those of the document."""
        yield from self._teller(claim)
        yield from self._owner_of_the_plan(claim)
        yield from self._behind_it(claim)
        yield from self._further_on(claim)
        yield from self._of_the_deed_before(claim, claims)

    def _teller(self, claim: Claim) -> Iterator[Mention]:
        """Give the one who says, claims or denies that it was his own deed."""
        start, trigger = claim.sentence.start, claim.trigger
        if _PASSIVE.search(self._text, max(start, trigger.start - 40), trigger.start) is not None:
            return
        for told in _TELLS.finditer(self._text, start, trigger.start):
            between = self._text[told.end() : trigger.start]
            if _is_own_deed(told["verb"], between) and (claim.modality == "denied" or told["verb"] not in _DENIES):
                subject = self._subject(start, told.start())
                if subject is not None:
                    yield subject

    def _subject(self, start: int, end: int) -> Mention | None:
        opened = [match.end() for match in _CLAUSE.finditer(self._text[start:end])]
        first = start + (opened[-1] if opened else 0)
        return Mention.of(self._text, first, end) if 0 < end - first <= _LONGEST else None

    def _owner_of_the_plan(self, claim: Claim) -> Iterator[Mention]:
        """Give whose plan or decision the deed was: "Chad's decision to send"."""
        start = max(claim.sentence.start, claim.trigger.start - _PLAN_REACH)
        plan = _PLAN.search(self._text, start, claim.trigger.start)
        if plan is not None:
            yield Mention.of(self._text, plan.start(1), plan.end(1))

    def _behind_it(self, claim: Claim) -> Iterator[Mention]:
        """Give the party that the sentence has behind the deed: "a cell of the Front, which was behind a series of"."""
        behind = _BEHIND.search(self._text, max(claim.sentence.start, claim.trigger.start - 70), claim.trigger.start)
        if behind is not None:
            last = bisect_left(self._names, (behind.start(), 0)) - 1
            if last >= 0 and self._names[last][0] >= claim.sentence.start:
                yield Mention.of(self._text, *self._names[last])

    def _further_on(self, claim: Claim) -> Iterator[Mention]:
        """Give the one by whom a deed was claimed, or on whom it is blamed, later in the sentence."""
        for match in _FURTHER_ON.finditer(self._text, claim.trigger.end, claim.sentence.end):
            found = whole_name(self._text, match.end(), self._ends)
            if found is not None and is_credited(self._text, claim, found):
                yield found

    def _of_the_deed_before(self, claim: Claim, claims: Sequence[Claim]) -> Iterator[Mention]:
        """Give who did what the sentence tells just before, where the verb goes on with the same subject."""
        if _VERB.match(claim.trigger.text) is None:
            return
        for before in claims:
            if before.sentence != claim.sentence or before.trigger.end >= claim.trigger.start:
                continue
            between = self._text[before.trigger.end : claim.trigger.start].lstrip()
            if _NEXT_VERB.fullmatch(between) is not None and _OTHER_SUBJECT.search(between) is None:
                yield from (mention for mention in before.who if mention.end <= before.trigger.start)


def _is_own_deed(verb: str, between: str) -> bool:
    """Say whether the words between a verb of telling and a deed make it that of the one who tells."""
    if _OF_ITSELF.fullmatch(between) is not None:
        return True
    if verb in _CLAIMS:
        return _RESPONSIBLE.fullmatch(between) is not None
    return verb in _DENIES and _DENIED.fullmatch(between) is not None

"""Tolls that a report tells of a happening told before: "medics counted 41 bodies", "the toll rose to 23".

Rival and later tolls often stand in a sentence that names no happening: what there is to find are the words for the
dead or the hurt, a number, and who says so. Such a sentence gives a draft of its own, with its own trigger, number and
source, so that no source's number is put in another's mouth; what it is the toll of, :mod:`marsad.extract.linking`
takes from the happening told before. "Two of the dead were nurses" is no toll beside another: it tells a part of one.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from marsad.extract.draft import Draft
from marsad.extract.toll_phrases import Toll, tolls
from marsad.model import CountMention, Mention, Span

Speakers = Callable[[Mention], tuple[Mention, ...]]
"""Who is credited with what the words given tell, in their own sentence."""

CONFIDENCE: Final = 0.8
"""Of a draft that was found by its words alone."""
LOOK_BACK: Final = 3
"""Sentences back from which "the figure" takes what it counts."""
_OTHERS: Final = re.compile(
    r"\b(?:[Tt]his (?:year|month|week)|[Ss]ince (?:the|last|[A-Z]|\d)|[Ll]ast (?:year|month|week)|[Ii]n (?:19|20)\d\d|"
    r"[Oo]ver the (?:past|last)|per (?:year|month|week|day)|[Ee]very|[Oo]verall|nationwide|across the country|"
    r"[Tt]hroughout|the (?:war|conflict|offensive|campaign|uprising)|a day|[Ee]lsewhere|[Ss]eparate(?:ly)?|"
    r"[Ss]imilar|(?:[Aa]nother|[Oo]ther|[Ss]econd|[Tt]hird) (?:attack|strike|raid|blast|bomb|village|town|incident)s?|"
    r"(?:days?|weeks?|months?|years?) (?:ago|before|earlier|later)|(?:days?|weeks?|months?) of|"
    r"could|may|might|would|will|if|feared?|unless)\b"
)
"""A sentence with one of these tells of more than one happening, of another one, or of none."""
_ANEW: Final = re.compile(
    r"\b(?:an?|another|several|two|three|more|heavy|fresh|new|in|by) (?:[\w-]+ ){0,2}"
    r"(?:attacks?|(?:air)?strikes?|raids?|bombs?|bombings?|missiles?|rockets?|shelling|drones?|mines?|blasts?|explosions?|"
    r"ambush(?:es)?|gunm[ae]n|clash(?:es)?|shootings?|fighting|crossfire|gunfire)\b",
    re.IGNORECASE,
)
"""A happening that is told as something new, whether or not it was found."""
_BY_THEN: Final = re.compile(r"\b(?:by|as of|until|till) (?:\w{0,3})$", re.IGNORECASE)
_PLACE: Final = re.compile(
    r"\b(?:in|at|near|outside|around|across) (?:the )?(?P<name>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?)"
)
_DATED: Final = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|"
                           r"August|September|October|November|December")  # fmt: skip
_OUTCOMES: Final = frozenset(
    "dead killed kill died die death deaths toll tolls fatalities bodies wounded injured hurt casualties lives lost "
    "perished victims slain counted harmed killing".split()
)
"""Words of triggers that tell what came of a happening and not what it was."""
_LOOSE: Final = frozenset(("violence_other", "attack_on_civilians", "armed_clash"))
"""Types that a bare "were killed" is read as."""


def with_tolls(
    text: str, sentences: Sequence[Span], drafts: Iterable[Draft], speakers: Speakers, titles: Sequence[Span] = ()
) -> list[Draft]:
    """Return the drafts of a text in order, and further ones for tolls that somebody else, or a later day, puts anew.

    Titles are not searched: they tell what the text tells.
    """
    told: dict[Span, list[Draft]] = {}
    for draft in drafts:
        told.setdefault(draft.sentence, []).append(draft)
    found: list[Draft] = []
    shift = 0
    before: list[str | None] = [None] * LOOK_BACK
    for index, sentence in enumerate(sentences):
        here = told.get(sentence, [])
        shift = here[0].ordinal - index if here else shift
        if not any(title.overlaps(sentence) for title in titles):
            here = _Sentence(text, sentence, index + shift, speakers, before).told(here)
        found.extend(here)
        before = [next((count.measure for draft in here for count in draft.counts), None), *before[:-1]]
    return found


class _Sentence:
    """One sentence of the text, its tolls put to its drafts."""

    def __init__(self, text: str, span: Span, ordinal: int, speakers: Speakers, before: Sequence[str | None]) -> None:
        self._text = text
        self._span = span
        self._ordinal = ordinal
        self._speakers = speakers
        self._before = before

    def told(self, drafts: list[Draft]) -> list[Draft]:
        """Return the sentence's drafts with what its tolls say of them, and one for each toll that is in none."""
        told = tolls(self._text, self._span)
        drafts = [self._marked(draft, told) for draft in drafts]
        fresh: list[Draft] = []
        for toll in told:
            drafts, free = self._parted(drafts, toll)
            if free and self._stands_alone(drafts, toll):
                fresh = self._put(fresh, toll, drafts)
        return sorted([*drafts, *fresh], key=lambda draft: draft.trigger.start)

    def _marked(self, draft: Draft, told: Sequence[Toll]) -> Draft:
        """Say of a draft that it is but a toll, or a part of one."""
        counts = [count.mention.span for count in draft.counts]
        own = [toll for toll in told if any(toll.count.span.overlaps(span) for span in counts)]
        part = bool(own) and len(own) >= len(counts) and all(toll.kind == "part" for toll in own)
        bare = not (draft.who or draft.means) and draft.type in _LOOSE and _is_outcome(draft.trigger)
        toll = bare and (part or not self._tells_more())
        called = any(one.kind == "called" for one in own)
        when = () if called else tuple(when for when in draft.when if not self._is_of_telling(when))
        return replace(draft, part=part, toll=toll, when=when if toll else draft.when)

    def _is_of_telling(self, when: Mention) -> bool:
        """Say whether a day is that by which people were known to be dead ("by Sunday")."""
        return _BY_THEN.search(self._text, self._span.start, when.start + len("by ")) is not None

    def _tells_more(self) -> bool:
        """Say whether the sentence tells of a happening of its own, or of many."""
        return any(words.search(self._text, self._span.start, self._span.end) for words in (_ANEW, _OTHERS))

    def _parted(self, drafts: list[Draft], toll: Toll) -> tuple[list[Draft], bool]:
        """Take a toll away from the drafts that others tell; say whether it is left in none of them."""
        free = True
        for index, draft in enumerate(drafts):
            own = draft.trigger.span.overlaps(toll.noun) or draft.trigger.span.overlaps(toll.count)
            held = [count for count in draft.counts if count.mention.span.overlaps(toll.count)]
            if own or (held and (toll.kind == "part" or not self._is_others(draft, toll))):
                free = False
            elif held:
                kept = tuple(count for count in draft.counts if count not in held and count.part_of is None)
                drafts = [*drafts[:index], replace(draft, counts=kept), *drafts[index + 1 :]]
        return drafts, free

    def _is_others(self, draft: Draft, toll: Toll) -> bool:
        """Say whether a toll is credited to somebody and what the draft tells to somebody else."""
        teller = self._speakers(toll.trigger)
        return bool(teller) and not set(teller) & set(self._speakers(draft.trigger))

    def _stands_alone(self, drafts: Sequence[Draft], toll: Toll) -> bool:
        """Say whether a toll that is in no draft is one of a happening told before."""
        if toll.kind == "part":
            return True
        if not (toll.later or self._speakers(toll.trigger)):
            return False
        if _OTHERS.search(self._text, self._span.start, self._span.end):
            return False
        happenings = [draft for draft in drafts if not draft.toll and draft.type not in {"statement", "threat"}]
        if happenings:
            return all(self._is_others(draft, toll) for draft in happenings)
        return _ANEW.search(self._text, self._span.start, self._span.end) is None

    def _put(self, fresh: list[Draft], toll: Toll, drafts: Sequence[Draft]) -> list[Draft]:
        """Add a toll to the fresh drafts, to that of the same speakers where there is one."""
        measure = toll.measure or self._taken_up(toll, [*drafts, *fresh])
        if measure is None:
            return fresh
        count = CountMention(measure, toll.count)
        if toll.kind != "part":
            teller = self._speakers(toll.trigger)
            for index, draft in enumerate(fresh):
                if not draft.part and self._speakers(draft.trigger) == teller:
                    if any(other.measure == measure for other in draft.counts):
                        return fresh
                    return [*fresh[:index], replace(draft, counts=(*draft.counts, count)), *fresh[index + 1 :]]
        return [*fresh, self._draft(toll, count)]

    def _taken_up(self, toll: Toll, drafts: Iterable[Draft]) -> str | None:
        """Return what was counted just before; a number that says nothing of itself is of the sentence before alone."""
        here = [count.measure for draft in drafts for count in draft.counts]
        before = self._before[:1] if toll.kind == "counted" else self._before
        return next((measure for measure in (*here, *before) if measure is not None), None)

    def _draft(self, toll: Toll, count: CountMention) -> Draft:
        return Draft(
            type="violence_other",
            modality="happened",
            trigger=toll.trigger,
            sentence=self._span,
            confidence=CONFIDENCE,
            ordinal=self._ordinal,
            result=True,
            toll=True,
            bare=True,
            part=toll.kind == "part",
            where=() if toll.kind == "part" else tuple(_places(self._text, toll, self._span)),
            counts=(count,),
        )


def _is_outcome(trigger: Mention) -> bool:
    return _OUTCOMES.issuperset(trigger.text.casefold().split())


def _places(text: str, toll: Toll, sentence: Span) -> Iterator[Mention]:
    """Yield the places that are named beside a toll."""
    for match in _PLACE.finditer(text, min(toll.trigger.start, toll.count.start), sentence.end):
        if _DATED.match(match["name"]) is None:
            yield Mention.of(text, *match.span("name"))

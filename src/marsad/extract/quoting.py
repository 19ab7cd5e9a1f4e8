"""Gives claims the sources that their own words leave out: who is quoted, "he said", the sentence beside."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from marsad.extract.attribution import Attribution, attributions, subject_before, subject_of
from marsad.extract.draft import Draft
from marsad.extract.quotations import Quotation, quotations
from marsad.extract.referring import CUT_OFFICE, Antecedents
from marsad.extract.tolls import with_tolls
from marsad.extract.victims import (
    with_shot_captives_dead,
    without_speakers,
    without_tellings,
    without_those_before,
)
from marsad.model import Block, Document, Mention, Span

_SPEECH_ACTS: Final = frozenset(("statement", "threat"))
_TELLING: Final = frozenset("said says say insisted insists insist stated added told declared".split())
"""Words that, as the trigger of a statement, only report it; one that is announced or tweeted is told by the outlet."""


_LONGEST_NAME: Final = 60
"""Characters of a name in quotation marks that may have been cut off."""
_OFFICE_OF: Final = re.compile(r"['’]s?(?: [\w-]+){1,4}, ")
_BETWEEN: Final = re.compile(r" (?:(?:at|of|in|for|from|with|near) )?(?:(?:the|a|an|its|his|her|their) )?")
"""What stands between two halves of one speaker ("medic" and "city's hospital")."""
_DANGLING: Final = re.compile(r" (?:at|of|in|for|from|with|near|the|and)$")
_ACTS: Final = re.compile(
    r"(?:claim|declar|announc|condemn|call|urg|vow|threaten|promis|pledg|demand|reject|denounc|appeal|accus|warn|den|"
    r"proclaim|den(?:y|ies)|ask|invit|offer|dismiss|blam|insist|admit|acknowledg|hail|prais|welcom|refus|"
    r"renounc|apologi[sz]|criticis|criticiz)\w{0,4}\b",
    re.IGNORECASE,
)
"""Verbs by which somebody says something and does it by saying so."""
_REAL: Final = frozenset(("happened", "ongoing"))
_DENIES: Final = re.compile(r"den(?:y|ies|ied)\b", re.IGNORECASE)
_OWN_DEED: Final = re.compile(
    r" (?:that (?:it|they|he|she|its|their)\b|(?:having|being|carrying|launching|conducting|responsib\w+|involve\w+|"
    r"any (?:role|part|hand|involve\w+|responsib\w+))\b)",
    re.IGNORECASE,
)
"""Behind "denied": what is denied is who did it."""
_LISTS: Final = re.compile(
    r"[\s“\"]*(?:(?:They|These|Those) (?:also )?include[ds]?|"
    r"Among (?:them|the (?:dead|victims|wounded|injured)|those killed))\b"
)
"""What opens a sentence that lists what the one before told."""
_LONGEST_BY: Final = 9
"""Characters of " by the " behind an act whose doer follows ("claimed by JNIM")."""
_NEAR: Final = 200
"""Characters between two quotations of a paragraph in which a report names the speaker of both."""


class _Told(Struct, frozen=True):
    """A sentence with those credited in it."""

    span: Span
    found: tuple[Attribution, ...]


def with_sources(document: Document, sentences: Sequence[Span], drafts: Iterable[Draft]) -> list[Draft]:
    """Return the drafts with those whom the document credits, where their own words name nobody or only "he".

    ``sentences`` are those of the document, in order. What one source counts is no draft of another's: a toll that
    somebody else puts becomes a draft of its own.
    """
    drafts = list(drafts)
    if not drafts:
        return drafts
    credited = Credits(document, sentences)
    own = [without_tellings(without_those_before(draft, document.text), document.text) for draft in drafts]
    titles = [Span(block.start, block.end) for block in document.blocks if block.kind == "title"]
    own = with_tolls(document.text, sentences, own, credited.speakers_of, titles)
    own = [credited.denied(replace(draft, sources=credited.sources_of(draft))) for draft in own]
    return [with_shot_captives_dead(without_speakers(draft, document.text), document.text) for draft in own]


class Credits:
    """Who is credited where in one document."""

    def __init__(self, document: Document, sentences: Sequence[Span]) -> None:
        self._text = document.text
        self._quotations = quotations(document.text)
        self._quoted_from = [quotation.start for quotation in self._quotations]
        self._antecedents = Antecedents(document.text)
        titles = [block for block in document.blocks if block.kind == "title"]
        self._sentences = [self._read(span, titles) for span in sentences]
        self._starts = [told.span.start for told in self._sentences]
        self._speakers: dict[Quotation, tuple[Mention, ...]] = {}
        for quotation in self._quotations:
            self._speakers[quotation] = self._speaker(quotation)

    def speakers_of(self, words: Mention) -> tuple[Mention, ...]:
        """Return who is credited with the words in their own sentence."""
        told = self._sentence_at(words.start)
        return self._within(told, words) if told is not None else ()

    def denied(self, draft: Draft) -> Draft:
        """Return a draft as denied where the sentence tells that somebody denies it ("denied carrying out the raid").

        Who denies a deed as his own is who is said not to have done it.
        """
        told = self._sentence_at(draft.trigger.start)
        found = [one for one in told.found if _covers(one, draft.trigger)] if told is not None else []
        verb = found[-1].verb if found else None
        if draft.type in _SPEECH_ACTS or draft.modality not in _REAL or verb is None or verb.overlaps(draft.trigger):
            return draft
        if _DENIES.match(self._text, verb.start, verb.end) is None:
            return draft
        own = _OWN_DEED.match(self._text, verb.end, draft.trigger.start) is not None
        return replace(draft, modality="denied", who=draft.who or (found[-1].speakers if own else ()))

    def sources_of(self, draft: Draft) -> tuple[Mention, ...]:
        """Return whom the document credits with what the draft tells."""
        told = self._sentence_at(draft.trigger.start)
        if draft.sources:
            return self._named(self._in_person(_without_others(draft, told), told))
        own = self._within(told, draft.trigger) if told is not None else ()
        if draft.type in _SPEECH_ACTS:
            telling = draft.trigger.text.casefold() in _TELLING
            others = _others(own, draft.who) or self._speaking(told, draft.trigger)
            return (own if telling else others) or _doing(draft, self._text)
        quotation = self._quotation_at(draft.trigger.start)
        return own or (self._speakers[quotation] if quotation is not None else self._listed(told))

    def _listed(self, told: _Told | None) -> tuple[Mention, ...]:
        """Return who is credited right before with what a sentence goes on to list ("They included", "Among them")."""
        before = self._sentence_at(told.span.start - 2) if told is not None and told.span.start > 1 else None
        if told is None or before is None or told.found or "\n" in self._text[before.span.end : told.span.start]:
            return ()
        if _LISTS.match(self._text, told.span.start, told.span.end) is None:
            return ()
        return before.found[-1].speakers if before.found else ()

    def _read(self, span: Span, titles: Sequence[Block]) -> _Told:
        """Read who is credited in a sentence, pronouns by what they refer to."""
        title = any(block.start <= span.start < block.end for block in titles)
        inside = [q.span for q in self._quotations_in(span)]
        found = []
        subject = subject_of(self._text, span, inside)
        for one in attributions(self._text, span, inside, title=title):
            doer = subject if one.covers.end > one.own.end else None
            named = tuple(self._antecedents.of(speaker, doer) for speaker in one.speakers)
            speakers = tuple(speaker for speaker in named if speaker is not None)
            self._antecedents.spoke(one.own.start, speakers)
            found.append(replace(one, speakers=speakers))
        if subject is not None and all(subject not in one.speakers for one in found):
            self._antecedents.acted(subject)
        return _Told(span, tuple(found))

    def _in_person(self, sources: tuple[Mention, ...], told: _Told | None) -> tuple[Mention, ...]:
        """Put a person in the place of the body by which the words name the office ("Artsakh's leader, Ada Bek")."""
        found = {speaker.start: speaker for one in told.found for speaker in one.speakers} if told is not None else {}
        behind = [(source, _OFFICE_OF.match(self._text, source.end)) for source in sources]
        return tuple(found.get(office.end(), source) if office is not None else source for source, office in behind)

    def _named(self, sources: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Put those whom pronouns refer to in their place; one that refers to nobody found stays."""
        whole = self._in_one_piece(sources)
        return tuple(dict.fromkeys(self._antecedents.of(source) or source for source in whole))

    def _in_one_piece(self, sources: tuple[Mention, ...]) -> list[Mention]:
        """Put together what is one speaker: "two" and "security sources", "regional" with the "governor" left out."""
        whole: list[Mention] = []
        for source in sorted(sources):
            joined = bool(whole) and _BETWEEN.fullmatch(self._text, whole[-1].end, source.start) is not None
            start = whole.pop().start if joined else source.start
            whole.append(Mention.of(self._text, start, self._whole_end(source)))
        return whole

    def _whole_end(self, source: Mention) -> int:
        """Return where a speaker ends whose words were cut before the office or within a name in quotation marks."""
        if source.text.count("“") > source.text.count("”"):
            closing = self._text.find("”", source.end, source.end + _LONGEST_NAME)
            return closing + 1 if closing >= 0 else source.end
        cut = CUT_OFFICE.match(self._text, source.end)
        dangling = _DANGLING.search(source.text)
        return cut.end() if cut is not None else source.start + dangling.start() if dangling is not None else source.end

    def _within(self, told: _Told, trigger: Mention) -> tuple[Mention, ...]:
        """Return who is credited with the trigger in its own sentence."""
        covering = [one for one in told.found if _covers(one, trigger)]
        forward = [one for one in covering if not one.follows]
        nearest = forward[:1] if len(forward) < 2 else [max(forward, key=lambda one: one.verb.start)]
        chosen = sorted((*nearest, *(one for one in covering if one.follows)), key=lambda one: one.own.start)
        return tuple(dict.fromkeys(speaker for one in chosen for speaker in one.speakers))

    def _speaking(self, told: _Told | None, trigger: Mention) -> tuple[Mention, ...]:
        """Return who says what follows, where the words of a speech act tell it ("denied that", "warned that")."""
        found = told.found if told is not None else ()
        return next((one.speakers for one in found if one.verb.overlaps(trigger)), ())

    def _sentence_at(self, position: int) -> _Told | None:
        index = bisect_right(self._starts, position) - 1
        return self._sentences[index] if index >= 0 and position < self._sentences[index].span.end else None

    def _quotations_in(self, span: Span) -> Sequence[Quotation]:
        first = max(bisect_right(self._quoted_from, span.start) - 1, 0)
        last = bisect_right(self._quoted_from, span.end)
        return [q for q in self._quotations[first:last] if q.start < span.end and span.start < q.end]

    def _quotation_at(self, position: int) -> Quotation | None:
        index = bisect_right(self._quoted_from, position) - 1
        found = self._quotations[index] if index >= 0 else None
        return found if found is not None and found.start <= position < found.end else None

    def _speaker(self, quotation: Quotation) -> tuple[Mention, ...]:
        """Return who is quoted: credited beside the quotation, before it in its paragraph, or with what it goes on."""
        first = max(bisect_right(self._starts, quotation.start) - 1, 0)
        last = bisect_right(self._starts, quotation.end - 1)
        beside = [one for told in self._sentences[first:last] for one in told.found if one.speakers]
        if beside:
            return min(beside, key=lambda one: _distance(one.own, quotation)).speakers
        return self._quoted_before(quotation) or self._introduced(quotation, first) or self._after(quotation, last)

    def _quoted_before(self, quotation: Quotation) -> tuple[Mention, ...]:
        """Return who was quoted just before: in the same paragraph, or in one whose quotation goes on here."""
        index = bisect_right(self._quoted_from, quotation.start) - 2
        before = self._quotations[index] if index >= 0 else None
        if before is None:
            return ()
        near = quotation.start - before.end <= _NEAR and before.paragraph == quotation.paragraph
        goes_on = quotation.goes_on or near
        next_to = before.paragraph == quotation.paragraph - 1 and self._is_whole(quotation) and self._ends(before)
        return self._speakers[before] if goes_on or next_to else ()

    def _is_whole(self, quotation: Quotation) -> bool:
        """Say whether a quotation is all that its paragraph says."""
        before = self._text.rfind("\n", 0, quotation.start) + 1
        after = self._text.find("\n", quotation.end)
        rest = self._text[before : quotation.start] + self._text[quotation.end : None if after < 0 else after]
        return not rest.strip(" .")

    def _ends(self, quotation: Quotation) -> bool:
        """Say whether nothing but who said it comes behind a quotation in its paragraph."""
        after = self._text.find("\n", quotation.end)
        rest = self._text[quotation.end : None if after < 0 else after]
        return len(rest.split()) <= 25

    def _introduced(self, quotation: Quotation, first: int) -> tuple[Mention, ...]:
        """Return who is credited in the sentence before, where the paragraph is the same or a colon announces it."""
        if first == 0:
            return ()
        before = self._sentences[first - 1]
        between = self._text[before.span.end : quotation.start]
        if "\n" in between and not self._text[before.span.start : before.span.end].rstrip().endswith(":"):
            return ()
        return next((one.speakers for one in reversed(before.found) if one.speakers), ())

    def _after(self, quotation: Quotation, last: int) -> tuple[Mention, ...]:
        """Return who opens the next sentence of the paragraph as one who speaks."""
        if last >= len(self._sentences):
            return ()
        told = self._sentences[last]
        if "\n" in self._text[quotation.end : told.span.start]:
            return ()
        opening = [one for one in told.found if one.own.start - told.span.start < 5 and one.speakers]
        return opening[0].speakers if opening else ()


def _doing(draft: Draft, text: str) -> tuple[Mention, ...]:
    """Return who does a speech act that a verb tells of them ("the junta condemned"): it is their word."""
    says = _ACTS.match(draft.trigger.text) is not None
    if says and not draft.who:
        doer = subject_before(text, draft.sentence, draft.trigger)
        return (doer,) if doer is not None else ()
    by = Span(draft.trigger.end, draft.trigger.end + _LONGEST_BY)
    return tuple(one for one in draft.who if one.end <= draft.trigger.start or one.span.overlaps(by)) if says else ()


def _others(speakers: Iterable[Mention], who: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return those who tell of a speech act that is another's; without knowing whose it is, nobody."""
    return tuple(one for one in speakers if who and not any(one.span.overlaps(doer) for doer in who))


def _without_others(draft: Draft, told: _Told | None) -> tuple[Mention, ...]:
    """Leave out of those read as sources whom the sentence credits with something else than the trigger.

    "The governor said seven had died, while the mayor said eleven" is told of the mayor in another clause. Where nobody
    is left, all stay.
    """
    found = told.found if told is not None else ()
    others = [one.own for one in found if not _covers(one, draft.trigger)]
    telling = [one.own for one in found if _covers(one, draft.trigger)]
    kept = tuple(
        source
        for source in draft.sources
        if any(own.overlaps(source) for own in telling) or not any(own.overlaps(source) for own in others)
    )
    return kept if any(own.overlaps(source) for source in kept for own in telling) else draft.sources


def _covers(one: Attribution, trigger: Mention) -> bool:
    inside = one.covers.start <= trigger.start < one.covers.end
    own = one.own.start <= trigger.start < one.own.end
    return (inside and not own) or one.verb.overlaps(trigger)


def _distance(span: Span, quotation: Quotation) -> int:
    return max(span.start - quotation.end, quotation.start - span.end, 0)

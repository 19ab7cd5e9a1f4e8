"""The first extractor: triggers from a table, everything else from shallow syntax. No model, no training."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from marsad.extract.classify import Setting, classify, kinds_around
from marsad.extract.clauses import group_of
from marsad.extract.counts import Count, counts
from marsad.extract.draft import Draft
from marsad.extract.linking import link
from marsad.extract.modality import modality
from marsad.extract.places import is_place, place_span, places
from marsad.extract.roles import Participants, head_kinds, participant_span, participants, phrase_kinds
from marsad.extract.sentences import sentences
from marsad.extract.sources import credited
from marsad.extract.syntax import Analysis, Phrase, analyse
from marsad.extract.times import times
from marsad.extract.triggers import Trigger, find_triggers
from marsad.extract.words import vocabulary
from marsad.model import Claim, CountMention, Document, Mention, Span, content_id

EXCLUDED: Final = frozenset(("crime", "accident_or_disaster"))
"""Types that are recognised so that they give no claim."""
CAUSES: Final = frozenset(
    "air_strike shelling explosive_device suicide_bombing grenade chemical_weapon armed_clash attack_on_civilians execution riot "
    "accident_or_disaster crime".split()
)
"""Types that deaths, injuries and damage are figures of."""
_RESULTS: Final = frozenset(("violence_other", "looting_or_destruction"))
_HARM: Final = frozenset(("killed", "injured", "missing", "destroyed", "displaced"))
_CONFIDENCE: Final = {"verb": 0.7, "noun": 0.6, "verb rule": 0.6, "noun rule": 0.5}
_TAKEN: Final = frozenset(("arrest", "abduction", "weapons_seized", "execution"))


class Found(Struct, frozen=True):
    """A trigger with its type and the phrases around it, still as tokens."""

    trigger: Trigger
    type: str
    sides: Participants
    counts: tuple[int, ...] = ()
    cause: int | None = None


class LexiconExtractor:
    """Claims from lexicon and patterns."""

    name = "lexicon.v1"

    def extract(self, document: Document) -> tuple[Claim, ...]:
        """Return the claims in the order of the text, from title and body blocks alone."""
        drafts: list[Draft] = []
        titles = [block for block in document.blocks if block.kind == "title"]
        for ordinal, span in enumerate(sentences(document)):
            title = any(block.start <= span.start < block.end for block in titles)
            drafts.extend(read_sentence(document.text, span, ordinal, title=title))
        return tuple(_claim(self.name, document, draft) for draft in link(document, drafts))


def read_sentence(text: str, span: Span, ordinal: int, *, title: bool) -> tuple[Draft, ...]:
    """Return what one sentence tells."""
    sentence = analyse(text, span.start, span.end)
    found = _found(sentence)
    if not found:
        return ()
    figures = counts(sentence)
    owned = _attach_counts(sentence, found, figures)
    spots = _attach(sentence, found, places(sentence))
    moments = _attach(sentence, found, times(text, span, sentence))
    sources = _mentions(text, sentence, credited(sentence)[0])
    drafts = []
    for index, one in enumerate(found):
        if one.type in EXCLUDED:
            continue
        draft = _draft(text, sentence, span, one, ordinal, title=title)
        chosen = [figures[i] for i in owned[index]]
        drafts.append(
            _with_slots(
                text,
                sentence,
                draft,
                one,
                chosen,
                [i for i in owned[index]],
                figures,
                spots[index],
                moments[index],
                sources,
            )
        )
    return tuple(drafts)


def _found(sentence: Analysis) -> list[Found]:
    around = kinds_around(sentence)
    words = frozenset(token.low for token in sentence.tokens)
    found = []
    for trigger in find_triggers(sentence):
        sides = participants(sentence, trigger)
        kind = classify(_setting(sentence, trigger, sides, around, words), trigger)
        if kind is not None:
            found.append(Found(trigger, kind, sides))
    return _without_results(sentence, found)


def _setting(
    sentence: Analysis, trigger: Trigger, sides: Participants, around: frozenset[str], words: frozenset[str]
) -> Setting:
    token = sentence.tokens[trigger.head]
    return Setting(
        who=head_kinds(sentence, sides.who),
        whom=head_kinds(sentence, sides.whom),
        around=around,
        words=words,
        whom_phrases=sides.whom,
        passive=bool(sides.group and sides.group.passive),
        lemma=token.lemma if trigger.verb else token.low,
        verb=trigger.verb,
        after=sentence.low(trigger.end),
    )


def _without_results(sentence: Analysis, found: list[Found]) -> list[Found]:
    """Drop killing and destroying where the sentence names what did it, and verbs said of another trigger."""
    causes = [one for one in found if one.type in CAUSES and one.trigger.entry.rule != "kill"]
    kept = []
    for one in found:
        result = one.type in _RESULTS and one.trigger.entry.rule in ("kill", "destroy", "violence")
        result = result or (one.trigger.entry.rule == "kill" and bool(causes))
        said_of = one.trigger.verb and any(
            other.trigger.first >= phrase.first and other.trigger.end <= phrase.end
            for phrase in one.sides.who
            for other in found
            if other is not one
        )
        if not (result and causes) and not said_of:
            kept.append(one)
    return kept


def _attach_counts(sentence: Analysis, found: Sequence[Found], figures: Sequence[Count]) -> list[list[int]]:
    """Give each figure to the happening that caused it: the one it is said of, else the nearest that can cause it."""
    owned: list[list[int]] = [[] for _ in found]
    for index, count in enumerate(figures):
        fitting = [i for i, one in enumerate(found) if _can_own(one, count)]
        if fitting:
            owned[min(fitting, key=lambda i: _distance(found[i].trigger, count))].append(index)
    return owned


def _can_own(one: Found, count: Count) -> bool:
    if one.trigger.first <= count.by < one.trigger.end:
        return True
    if count.measure == "captured":
        return one.type in ("arrest", "abduction", "weapons_seized", "armed_clash")
    if count.measure == "displaced":
        return one.type in CAUSES or one.type == "displacement"
    return one.type in CAUSES or one.type in (
        "violence_other",
        "territory_captured",
        "looting_or_destruction",
        "protest",
    )


def _distance(trigger: Trigger, count: Count) -> int:
    if trigger.first <= count.by < trigger.end:
        return -1
    return min(abs(trigger.first - count.by), abs(trigger.first - count.first))


def _attach(sentence: Analysis, found: Sequence[Found], spans: Sequence[Span]) -> list[list[Span]]:
    """Give each phrase of place or time to the nearest trigger before it in the clause, else after; openings to all."""
    owned: list[list[Span]] = [[] for _ in found]
    starts = [sentence.tokens[one.trigger.first].start for one in found]
    for span in spans:
        before = [i for i, start in enumerate(starts) if start <= span.start]
        if not before:
            for i in range(len(found)):
                owned[i].append(span)
        else:
            owned[before[-1]].append(span)
    for i, mine in enumerate(owned):
        if not mine and i + 1 < len(owned):
            mine.extend(owned[i + 1])
        elif not mine and i:
            mine.extend(owned[i - 1])
    return owned


def _draft(text: str, sentence: Analysis, span: Span, one: Found, ordinal: int, *, title: bool) -> Draft:
    tokens = sentence.tokens
    first, last = tokens[one.trigger.first], tokens[one.trigger.end - 1]
    phrase = sentence.phrase_of(one.trigger.first)
    definite = phrase is not None and sentence.low(phrase.first) in ("the", "this", "that", "these", "those")
    kind = ("verb" if one.trigger.verb else "noun") + (" rule" if one.trigger.entry.rule else "")
    return Draft(
        type=one.type,
        modality="threatened" if one.type == "threat" else modality(sentence, one.trigger, one.sides.group),
        trigger=Mention.of(text, first.start, last.end),
        sentence=span,
        ordinal=ordinal,
        title=title,
        definite=definite,
        verb=one.trigger.verb,
        confidence=_CONFIDENCE[kind],
    )


def _with_slots(  # noqa: PLR0913, PLR0917 - the parts of one sentence come together here
    text: str,
    sentence: Analysis,
    draft: Draft,
    one: Found,
    chosen: Sequence[Count],
    indices: Sequence[int],
    figures: Sequence[Count],
    spots: Sequence[Span],
    moments: Sequence[Span],
    sources: tuple[Mention, ...],
) -> Draft:
    ground = tuple(
        p
        for p in one.sides.whom
        if draft.type not in _TAKEN and is_place(sentence, p, strict=True) and _is_ground(sentence, p)
    )
    whom = tuple(
        p
        for p in one.sides.whom
        if p not in ground
        or draft.type not in ("territory_captured", "armed_clash", "withdrawal", "transfer_of_territory", "deployment")
    )
    if not whom:
        whom = tuple(count.phrase for count in chosen if count.measure in ("killed", "captured", "injured"))
    where = [place_span(sentence, phrase) for phrase in ground] + list(spots)
    return replace(
        draft,
        who=_mentions(text, sentence, [p for p in one.sides.who if _can_act(sentence, p)]),
        whom=_mentions(text, sentence, whom),
        where=_spans(text, where),
        when=_spans(text, moments),
        counts=_count_mentions(text, sentence, chosen, indices),
        sources=() if draft.type in ("statement", "threat") else sources,
    )


def _is_ground(sentence: Analysis, phrase: Phrase) -> bool:
    kinds = phrase_kinds(sentence, phrase)
    return (
        bool(kinds & {"settlement", "place", "name"})
        and not kinds & {"person", "armed"} - {"settlement"}
        or "settlement" in kinds
    )


def _can_act(sentence: Analysis, phrase: Phrase) -> bool:
    kinds = phrase_kinds(sentence, phrase)
    return (
        bool(kinds & {"person", "armed", "state", "insurgent", "name", "air", "number", "pronoun"})
        and "suicide" not in kinds
    )


def _mentions(text: str, sentence: Analysis, phrases: Sequence[Phrase]) -> tuple[Mention, ...]:
    found = []
    for phrase in phrases:
        span = participant_span(sentence, phrase)
        if span is not None:
            found.append(Mention.of(text, sentence.tokens[span[0]].start, sentence.tokens[span[1] - 1].end))
    return tuple(dict.fromkeys(found))


def _spans(text: str, spans: Sequence[Span]) -> tuple[Mention, ...]:
    return tuple(Mention.of(text, start, end) for start, end in sorted({(span.start, span.end) for span in spans}))


def _count_mentions(
    text: str, sentence: Analysis, chosen: Sequence[Count], indices: Sequence[int]
) -> tuple[CountMention, ...]:
    found = []
    for count in chosen:
        inside = indices.index(count.inside) if count.inside in indices else None
        mention = Mention.of(text, sentence.tokens[count.first].start, sentence.tokens[count.end - 1].end)
        found.append(CountMention(count.measure, mention, inside))
    return tuple(found)


def _claim(name: str, document: Document, draft: Draft) -> Claim:
    return Claim(
        id=content_id("c", document.id, draft.trigger.start, draft.trigger.end, draft.type),
        document=document.id,
        type=draft.type,
        modality=draft.modality,
        trigger=draft.trigger,
        sentence=draft.sentence,
        mentions=draft.mentions,
        who=draft.who,
        whom=draft.whom,
        where=draft.where,
        when=draft.when,
        counts=draft.counts,
        means=draft.means,
        sources=draft.sources,
        extractor=name,
        confidence=draft.confidence,
    )

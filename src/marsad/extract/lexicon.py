"""The first extractor: triggers from a table, everything else from shallow syntax. No model, no training."""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from marsad.extract.attaching import attach_counts, attach_spans
from marsad.extract.counts import Count, counts
from marsad.extract.draft import Draft, as_claim
from marsad.extract.happenings import SPEECH, Happening, happenings, taken_from
from marsad.extract.linking import link
from marsad.extract.means import means
from marsad.extract.modality import THREATENED, modality
from marsad.extract.places import is_ground, place_span, places
from marsad.extract.pronouns import POSSESSIVE, Reader, referent
from marsad.extract.roles import can_act, head_kinds, participant_span, phrase_kinds
from marsad.extract.sentences import sentences
from marsad.extract.sources import credited
from marsad.extract.syntax import Analysis, Phrase, analyse
from marsad.extract.times import times
from marsad.model import Claim, CountMention, Document, Mention, Span

EXCLUDED: Final = frozenset(("crime", "accident_or_disaster"))
"""Types that are recognised so that they give no claim."""
_CONFIDENCE: Final = {"noun": 0.9, "verb": 0.8, "verb rule": 0.6, "noun rule": 0.5}
"""Share of right types among the triggers of each class on the development sentences, rounded down to a tenth."""
_TAKEN: Final = frozenset(("arrest", "abduction", "weapons_seized", "execution"))
_ARMED: Final = frozenset(("armed", "insurgent", "state"))
_VICTIMS: Final = frozenset(("killed", "captured", "injured", "displaced"))


class LexiconExtractor:
    """Claims from lexicon and patterns."""

    name = "lexicon.v1"

    def extract(self, document: Document) -> tuple[Claim, ...]:
        """Return the claims in the order of the text, from title and body blocks alone."""
        reader = Reader()
        drafts: list[Draft] = []
        titles = [block for block in document.blocks if block.kind == "title"]
        for ordinal, span in enumerate(sentences(document)):
            title = any(block.start <= span.start < block.end for block in titles)
            told, reader = read_sentence(document.text, span, reader, ordinal=ordinal, title=title)
            drafts.extend(told)
        return tuple(as_claim(self.name, document, draft) for draft in link(drafts))


def read_sentence(
    text: str, span: Span, reader: Reader, *, ordinal: int = 0, title: bool = False
) -> tuple[tuple[Draft, ...], Reader]:
    """Return what one sentence tells, and what the next one may refer back to."""
    sentence = analyse(text, span.start, span.end)
    sources, says_pronoun = credited(sentence)
    said = _mentions(text, sentence, sources)
    if not said and says_pronoun:
        said = reader.sources
    found = happenings(sentence)
    drafts = _drafts(text, sentence, span, found, reader, said) if found else ()
    marked = tuple(replace(draft, ordinal=ordinal, title=title) for draft in drafts)
    return marked, reader.after(sentence, said)


def _drafts(  # noqa: PLR0913, PLR0917 - the parts of one sentence come together here
    text: str, sentence: Analysis, span: Span, found: Sequence[Happening], reader: Reader, said: tuple[Mention, ...]
) -> tuple[Draft, ...]:
    figures = counts(sentence)
    owned = attach_counts(found, figures)
    spots = attach_spans(sentence, found, places(sentence))
    moments = attach_spans(sentence, found, times(text, span))
    drafts = []
    for index, told in enumerate(found):
        if told.type in EXCLUDED:
            continue
        one = _aimed(sentence, told, [figures[i] for i in owned[index]])
        draft = _draft(text, sentence, span, one)
        draft = _with_sides(text, sentence, draft, one, [figures[i] for i in owned[index]], reader)
        ground = [place_span(sentence, phrase) for phrase in _ground(sentence, one)]
        drafts.append(
            replace(
                draft,
                where=_spans(text, [*ground, *spots[index]]),
                when=_spans(text, moments[index]),
                counts=_count_mentions(text, sentence, figures, owned[index]),
                means=_mentions(text, sentence, (*one.means, *means(sentence, one))),
                sources=() if one.type in SPEECH else said,
            )
        )
    return tuple(drafts)


def _aimed(sentence: Analysis, one: Happening, chosen: Sequence[Count]) -> Happening:
    """Turn an attack whose counted victims are civilians, none of them armed, into one on civilians."""
    victims = [count.phrase for count in chosen if count.measure in ("killed", "injured")]
    kinds = head_kinds(sentence, victims)
    open_type = one.type == "violence_other" or (
        one.type == "armed_clash" and not head_kinds(sentence, one.sides.whom) & _ARMED
    )
    open_type = open_type and one.trigger.entry.rule in ("attack", "raid", "shoot")
    if open_type and "civilian" in kinds and not kinds & _ARMED:
        return replace(one, type="attack_on_civilians")
    return one


def _draft(text: str, sentence: Analysis, span: Span, one: Happening) -> Draft:
    first, last = sentence.tokens[one.trigger.first], sentence.tokens[one.trigger.end - 1]
    phrase = sentence.phrase_of(one.trigger.first)
    definite = phrase is not None and sentence.low(phrase.first) in ("the", "this", "that", "these", "those")
    kind = ("verb" if one.trigger.verb else "noun") + (" rule" if one.trigger.entry.rule else "")
    return Draft(
        type=one.type,
        modality=THREATENED if one.type == "threat" else modality(sentence, one.trigger, one.sides.group),
        trigger=Mention.of(text, first.start, last.end),
        sentence=span,
        definite=definite and not one.trigger.verb,
        result=one.trigger.entry.rule == "kill",
        confidence=_CONFIDENCE[kind],
    )


def _ground(sentence: Analysis, one: Happening) -> tuple[Phrase, ...]:
    """Return the objects that are places."""
    if one.type in _TAKEN:
        return ()
    taken = one.type == "territory_captured"
    return tuple(phrase for phrase in one.sides.whom if is_ground(sentence, phrase, taken=taken))


def _with_sides(  # noqa: PLR0913, PLR0917 - the parts of one sentence come together here
    text: str, sentence: Analysis, draft: Draft, one: Happening, chosen: Sequence[Count], reader: Reader
) -> Draft:
    ground = _ground(sentence, one)
    built = [phrase for phrase in ground if _is_building(sentence, phrase, one.type)]
    whom = tuple(phrase for phrase in one.sides.whom if phrase not in ground or phrase in built)
    whom += taken_from(sentence, one) if one.type == "territory_captured" else ()
    if not whom:
        whom = tuple(count.phrase for count in chosen if count.measure in _VICTIMS and count.inside is None)
    who = tuple(phrase for phrase in one.sides.who if can_act(sentence, phrase))
    return replace(
        draft,
        who=_parties(text, sentence, who, reader),
        whom=_parties(text, sentence, () if one.type == "protest" else whom, reader),
    )


def _is_building(sentence: Analysis, phrase: Phrase, type_: str) -> bool:
    """Tell a school or an embassy, where it happened and whom it befell, from a town, which is only where."""
    kinds = phrase_kinds(sentence, phrase)
    return type_ != "territory_captured" and "place" in kinds and "settlement" not in kinds


def _parties(text: str, sentence: Analysis, phrases: Sequence[Phrase], reader: Reader) -> tuple[Mention, ...]:
    """Quote the parties, a pronoun by what it refers to; a pronoun that refers to nothing found is left out."""
    found: list[Mention] = []
    for phrase in phrases:
        if sentence.tag(phrase.head) == "R" or sentence.low(phrase.head) in POSSESSIVE:
            found.extend(referent(text, sentence, phrase.head, reader))
        else:
            found.extend(_mentions(text, sentence, (phrase,)))
    return tuple(dict.fromkeys(found))


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
    text: str, sentence: Analysis, figures: Sequence[Count], indices: Sequence[int]
) -> tuple[CountMention, ...]:
    found = []
    for index in indices:
        count = figures[index]
        inside = indices.index(count.inside) if count.inside in indices else None
        mention = Mention.of(text, sentence.tokens[count.first].start, sentence.tokens[count.end - 1].end)
        found.append(CountMention(count.measure, mention, inside))
    return tuple(found)

"""The trained extractor: two passes of one small encoder over each sentence, then linking within the document.

The first pass finds triggers with their types; the second reads the same sentence once more for each of them, its
pieces marked, and finds the roles, the counts and the modality of that one happening.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from msgspec import Struct

from marsad.extract.draft import Draft, as_claim
from marsad.extract.encoder.arms import armed
from marsad.extract.encoder.decoding import Labelled, log_softmax, spans
from marsad.extract.encoder.labels import COUNTS, MODALITIES, ROLES, TYPES
from marsad.extract.encoder.network import LONGEST, Network, Reading
from marsad.extract.encoder.wordpiece import Pieces
from marsad.extract.linking import link
from marsad.extract.quoting import with_sources
from marsad.extract.sentences import sentences
from marsad.extract.victims import with_victims
from marsad.model import Claim, CountMention, Document, Mention, Span
from marsad.ontology import load

TRIGGER_BIAS: Final = 0.0
"""Added to the score of "no trigger" in a report that tells of happenings beyond doubt."""
DOUBT_BIAS: Final = 1.2
"""The same for a happening that is to speak for its report."""
STRICT_BIAS: Final = 2.4
"""The same where too little speaks for the report: it is about something else ("shot a three-pointer").
All were chosen on development sentences and reports."""
SENTENCES_A_HAPPENING: Final = 25
"""A report has to tell of one happening beyond doubt, and of one more for each so many sentences."""
ROLE_BIAS: Final = 0.5
"""Added to the score of "no role"; chosen on the development sentences."""

_INCLUDING: Final = re.compile(r"\b(?:including|among (?:them|whom)|of (?:them|whom))\b", re.IGNORECASE)
_AGAIN: Final = re.compile(
    r"\b(?:another|second|third|separate|other|also|again|earlier|previous|previously|later|subsequent|similar)\b",
    re.IGNORECASE,
)
_DEFINITE: Final = re.compile(r"\b(?:the|this|that|these|those)\s+(?:[\w'’-]+\s+){0,2}$", re.IGNORECASE)


class _Window(Struct, frozen=True):
    """A stretch of a sentence that the encoder reads at once; ``start`` is its first character in the document."""

    sentence: Span
    ordinal: int
    title: bool
    start: int
    pieces: Pieces


class _Trigger(Struct, frozen=True):
    """A trigger in a window; start and end count from the window's first character.

    ``beyond_doubt`` is 1 when it may speak for its report, 2 when it needs no report to speak for it.
    """

    window: _Window
    type: str
    start: int
    end: int
    confidence: float
    beyond_doubt: int


class EncoderExtractor:
    """Claims from the trained encoder."""

    name = "encoder.v1"

    def __init__(self, network: Network) -> None:
        self._network = network

    def extract(self, document: Document) -> tuple[Claim, ...]:
        """Return the claims in the order of the text, from title and body blocks alone."""
        windows = list(self._windows(document))
        first = self._network.read([(window.pieces, (0,) * len(window.pieces.ids)) for window in windows])
        found = [one for pair in zip(windows, first, strict=True) for one in _triggers(*pair)]
        second = self._network.read([(trigger.window.pieces, _marks(trigger)) for trigger in found])
        drafts = [_draft(document.text, trigger, reading) for trigger, reading in zip(found, second, strict=True)]
        drafts = list(_told(len(windows), found, drafts))
        drafts = with_sources(document, sorted({window.sentence for window in windows}), drafts)
        return tuple(as_claim(self.name, document, draft) for draft in link(drafts))

    def read_given(self, document: Document, triggers: Sequence[tuple[int, int, str]]) -> tuple[Claim, ...]:
        """Read the roles, counts and modality of triggers that are told: (start, end, type), one claim each, unlinked.

        Raises:
            ValueError: a trigger stands in no sentence of the title or body.
        """
        windows = list(self._windows(document))
        given = [_given(windows, *trigger) for trigger in triggers]
        second = self._network.read([(trigger.window.pieces, _marks(trigger)) for trigger in given])
        drafts = [_draft(document.text, *pair) for pair in zip(given, second, strict=True)]
        return tuple(as_claim(self.name, document, draft) for draft in drafts)

    def _windows(self, document: Document) -> Iterator[_Window]:
        titles = [block for block in document.blocks if block.kind == "title"]
        for ordinal, span in enumerate(sentences(document)):
            if not _is_prose(document.text[span.start : span.end]):
                continue
            title = any(block.start <= span.start < block.end for block in titles)
            for start, end in self._cut(document.text, span.start, span.end):
                yield _Window(span, ordinal, title, start, self._network.tokeniser.encode(document.text[start:end]))

    def _cut(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Halve a stretch at white space until the encoder can read it at once; nothing is left out."""
        if len(self._network.tokeniser.encode(text[start:end]).ids) <= LONGEST:
            yield start, end
            return
        middle = text.rfind(" ", start + 1, (start + end) // 2)
        middle = middle if middle > start else (start + end) // 2
        yield from self._cut(text, start, middle)
        yield from self._cut(text, middle, end)


def _is_prose(sentence: str) -> bool:
    """Tell a sentence from rows of numbers and signs, which tell of nothing and take long."""
    written = [character for character in sentence if not character.isspace()]
    return 2 * sum(map(str.isalpha, written)) >= len(written)


def _triggers(window: _Window, reading: Reading) -> Iterator[_Trigger]:
    """Yield the triggers of happenings that may enter the record."""
    sure, surest = (spans(reading.triggers, window.pieces, bias) for bias in (DOUBT_BIAS, STRICT_BIAS))
    for kind, start, end, confidence in spans(reading.triggers, window.pieces, TRIGGER_BIAS):
        if not load().event_type(TYPES[kind]).excluded:
            degree = _stands(start, end, sure) + _stands(start, end, surest)
            yield _Trigger(window, TYPES[kind], start, end, confidence, degree)


def _stands(start: int, end: int, sure: Sequence[Labelled]) -> bool:
    """Say whether a trigger is still one under a stricter bias, at least in part."""
    return any(begin < end and start < stop for _, begin, stop, _ in sure)


def _told(sentences: int, triggers: Sequence[_Trigger], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the happenings of a report; where it is about something else, only those that stand on their own.

    A happening that its own slots give to arms or those who bear them speaks for itself and for its report.
    """
    speaking = [2 if armed(draft) else trigger.beyond_doubt for trigger, draft in zip(triggers, drafts, strict=True)]
    about = sum(map(bool, speaking)) >= 1 + sentences // SENTENCES_A_HAPPENING
    yield from (draft for draft, degree in zip(drafts, speaking, strict=True) if about or degree == 2)


def _given(windows: Sequence[_Window], start: int, end: int, type_: str) -> _Trigger:
    for window in windows:
        if window.start <= start < window.start + max(window.pieces.ends):
            return _Trigger(window, type_, start - window.start, end - window.start, 1.0, 2)
    raise ValueError(f"no sentence holds the trigger at {start}")


def _marks(trigger: _Trigger) -> tuple[int, ...]:
    pieces = trigger.window.pieces
    return tuple(
        int(start < trigger.end and trigger.start < end) for start, end in zip(pieces.starts, pieces.ends, strict=True)
    )


def _draft(text: str, trigger: _Trigger, reading: Reading) -> Draft:
    window = trigger.window
    roles = _mentions(text, window, spans(reading.roles, window.pieces, ROLE_BIAS), ROLES)
    start, end = window.start + trigger.start, window.start + trigger.end
    return with_victims(
        Draft(
            type=trigger.type,
            modality=_modality(trigger.type, reading),
            trigger=Mention.of(text, start, end),
            sentence=window.sentence,
            confidence=round(trigger.confidence, 3),
            ordinal=window.ordinal,
            title=window.title,
            definite=_DEFINITE.search(text, window.sentence.start, start) is not None,
            again=_AGAIN.search(text, window.sentence.start, window.sentence.end) is not None,
            result=trigger.type == "violence_other",
            who=roles["who"],
            whom=roles["whom"],
            where=roles["where"],
            when=roles["when"],
            counts=_counts(text, trigger, reading),
            means=roles["means"],
            sources=roles["said"],
        )
    )


def _modality(type_: str, reading: Reading) -> str:
    return "threatened" if type_ == "threat" else MODALITIES[int(np.argmax(log_softmax(reading.modality)))]


def _mentions(
    text: str, window: _Window, found: Sequence[tuple[int, int, int, float]], kinds: tuple[str, ...]
) -> dict[str, tuple[Mention, ...]]:
    """Mentions of each kind, in the order of the text."""
    mentions: dict[str, list[Mention]] = {name: [] for name in kinds}
    for kind, start, end, _ in found:
        mentions[kinds[kind]].append(Mention.of(text, window.start + start, window.start + end))
    return {name: tuple(quoted) for name, quoted in mentions.items()}


def _counts(text: str, trigger: _Trigger, reading: Reading) -> tuple[CountMention, ...]:
    """Return the counts that make sense for the type; "including" nests one in the count before it of its measure."""
    sensible = load().event_type(trigger.type).measures
    found: list[CountMention] = []
    for kind, start, end, _ in spans(reading.counts, trigger.window.pieces, ROLE_BIAS):
        if COUNTS[kind] in sensible:
            mention = Mention.of(text, trigger.window.start + start, trigger.window.start + end)
            found.append(CountMention(COUNTS[kind], mention, _whole(text, found, COUNTS[kind], mention)))
    return tuple(found)


def _whole(text: str, found: Sequence[CountMention], measure: str, mention: Mention) -> int | None:
    """Index of the count that this one is included in."""
    for index in range(len(found) - 1, -1, -1):
        before = found[index]
        if before.measure == measure and _INCLUDING.search(text, before.mention.end, mention.start):
            return index if before.part_of is None else before.part_of
    return None

"""Labels of public corpora that tell a part of what ours tell. What they leave open stays open: it teaches nothing.

A corpus that does not annotate captures of ground must not teach that there are none. So a word is labelled only where
its corpus speaks of it, and all other words of the sentence are ignored.
"""

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from marsad.extract.encoder.labels import MODALITIES, OUTSIDE, ROLES, TYPES, begin
from marsad.extract.encoder.wordpiece import Pieces, WordPiece
from training.examples import IGNORED, Example, corpora, marks_of, read_lines
from training.public import key

NOTHING: Final = "nothing"
"""What a corpus annotates and this project does not count as a happening."""
TYPE_OF: Final[Mapping[str, str]] = {
    "Justice.ArrestJailDetain": "arrest",
    "Conflict.Demonstrate": "protest",
    "Disaster.Crash": "accident_or_disaster",
    "GenericCrime.GenericCrime": "crime",
} | dict.fromkeys(
    (
        *("Justice.ChargeIndict", "Justice.InvestigateCrime", "Justice.Sentence", "Justice.Convict"),
        *("Justice.TrialHearing", "Justice.Acquit", "Cognitive.IdentifyCategorize", "Cognitive.Inspection"),
        *("Cognitive.Research", "Cognitive.TeachingTrainingLearning", "Transaction.ExchangeBuySell"),
        *("Medical.Intervention", "Life.Infect", "Disaster.DiseaseOutbreak", "Personnel.EndPosition"),
        *("Personnel.StartPosition", "ArtifactExistence.ManufactureAssemble"),
    ),
    NOTHING,
)
"""WikiEvents types that mean one of ours alone. Attacks, deaths and injuries may be any of a dozen, and are left out
unless an explosive device is named."""
ROLE_OF: Final[Mapping[str, str]] = {
    **dict.fromkeys(("Attacker", "Jailer", "Demonstrator", "Perpetrator"), "who"),
    **dict.fromkeys(("Target", "Detainee", "Victim"), "whom"),
    **dict.fromkeys(("ExplosiveDevice", "Instrument"), "means"),
    "Place": "where",
}
SURE: Final = 2.0
"""From here up (down) the factuality corpora hold that a predicate happened (did not happen); their scale is -3..3."""
OPEN: Final = 0.7
"""Between minus this and this they do not know."""
EACH_MODALITY: Final = 400
"""Predicates of each modality: most happened, and would drown the others."""


def partial(choices: Mapping[str, Any], words: WordPiece, counted: Counter[str]) -> list[Example]:
    """Return the examples of all corpora and count their labels by corpus and head."""
    known = {
        key(row["text"]) for name in (*choices["train"], *choices["held_out"]) for row in read_lines(corpora() / name)
    }
    found = [*_locations(words, known), *_wikievents(words, known), *_factuality(choices["seed"], words, known)]
    for name, example in found:
        for head in ("triggers", "roles"):
            counted[f"{name} {head}"] += sum(map(_starts, getattr(example, head) or ()))
        counted[f"{name} modality"] += example.modality != IGNORED
    return [example for _, example in found]


def _starts(label: int) -> bool:
    """Whether a piece begins something labelled, or is labelled as nothing: a span counts once."""
    return label != IGNORED and (label == OUTSIDE or label % 2 == 1)


def _locations(words: WordPiece, known: set[str]) -> Iterator[tuple[str, Example]]:
    """Places of verbs; which verbs are happenings of ours is not told."""
    for row in read_lines(corpora() / "event_location.jsonl.gz"):
        if key(row["text"]) in known or not row["locations"]:
            continue
        pieces = words.encode(row["text"])
        spans = [(ROLES.index("where"), start, end) for start, end in row["locations"]]
        marks = marks_of(pieces, *row["verb"][0])
        nothing = (IGNORED,) * len(pieces.ids)
        yield "event_location", Example(pieces, marks, None, positive(pieces, spans), nothing, IGNORED)


def _wikievents(words: WordPiece, known: set[str]) -> Iterator[tuple[str, Example]]:
    for row in read_lines(corpora() / "wikievents/train.jsonl.gz"):
        for text, offsets in _passages(row["tokens"]):
            if key(text) in known:
                continue
            yield from (("wikievents", example) for example in _passage(row, text, words.encode(text), offsets))


def _passage(
    row: Mapping[str, Any], text: str, pieces: Pieces, offsets: Mapping[int, tuple[int, int]]
) -> Iterator[Example]:
    """First pass with all triggers of the passage, then the roles of each."""
    labels = [IGNORED] * len(pieces.ids)
    for event in row["event_mentions"]:
        where = _characters(event["trigger"], offsets)
        type_ = _type_of(event)
        if where is None or type_ is None:
            continue
        marks = marks_of(pieces, *where)
        for nth, index in enumerate(index for index, marked in enumerate(marks) if marked):
            labels[index] = 0 if type_ == NOTHING else begin(TYPES.index(type_)) + (nth > 0)
        spans = [
            (ROLES.index(ROLE_OF[argument["role"]]), *span)
            for argument in event["arguments"]
            if argument["role"] in ROLE_OF and (span := _nearest(argument["text"], text, where[0])) is not None
        ]
        if type_ != NOTHING and spans:
            nothing = (IGNORED,) * len(pieces.ids)
            yield Example(pieces, marks, None, positive(pieces, spans), nothing, IGNORED)
    if any(label != IGNORED for label in labels):
        yield Example(pieces, (0,) * len(labels), tuple(labels), None, None, IGNORED)


def _type_of(event: Mapping[str, Any]) -> str | None:
    if event["event_type"] == "Conflict.Attack":
        device = any(argument["role"] == "ExplosiveDevice" for argument in event["arguments"])
        return "explosive_device" if device else None
    return TYPE_OF.get(event["event_type"])


def _passages(tokens: Sequence[str]) -> Iterator[tuple[str, dict[int, tuple[int, int]]]]:
    """Cut a text after each full stop; yield the words with where each token stands in them."""
    start = 0
    for end, token in enumerate(tokens, 1):
        if token in {".", "!", "?"} or end == len(tokens):
            offsets, at = {}, 0
            for index in range(start, end):
                offsets[index] = (at, at + len(tokens[index]))
                at += len(tokens[index]) + 1
            yield " ".join(tokens[start:end]), offsets
            start = end


def _characters(mention: Mapping[str, Any], offsets: Mapping[int, tuple[int, int]]) -> tuple[int, int] | None:
    """Where a mention stands in the passage, or nothing when it stands elsewhere."""
    first, last = int(mention["start_idx"]), int(mention["end_idx"])
    if first not in offsets or last - 1 not in offsets:
        return None
    return offsets[first][0], offsets[last - 1][1]


def _nearest(quoted: str, text: str, trigger: int) -> tuple[int, int] | None:
    """Where an argument stands nearest to its trigger; the corpus gives its words alone."""
    found = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(quoted)}(?!\w)", text)]
    start = min(found, key=lambda at: abs(at - trigger), default=None)
    return None if start is None else (start, start + len(quoted))


def _factuality(seed: int, words: WordPiece, known: set[str]) -> Iterator[tuple[str, Example]]:
    """Modality of predicates, as many of each."""
    order = random.Random(seed)  # noqa: S311 - not for secrets
    for name in ("UDS_IH2", "UW"):
        rows = read_lines(corpora() / f"factuality/{name}.train.jsonl.gz")
        order.shuffle(rows)
        taken: Counter[str] = Counter()
        for row in rows:
            if key(row["text"]) in known:
                continue
            for target in row["targets"]:
                modality = _modality(target["label"])
                if modality is not None and taken[modality] < EACH_MODALITY:
                    taken[modality] += 1
                    yield name, _predicate(row["text"], target["span1"], MODALITIES.index(modality), words)


def _modality(label: float) -> str | None:
    if abs(label) >= SURE:
        return "happened" if label > 0 else "denied"
    return "possible" if abs(label) <= OPEN else None


def _predicate(text: str, span: Sequence[int], modality: int, words: WordPiece) -> Example:
    tokens = text.split(" ")
    start = sum(len(token) + 1 for token in tokens[: span[0]])
    end = start + len(" ".join(tokens[span[0] : span[1]]))
    pieces = words.encode(text)
    nothing = (IGNORED,) * len(pieces.ids)
    return Example(pieces, marks_of(pieces, start, end), None, nothing, nothing, modality)


def positive(pieces: Pieces, spans: Iterable[tuple[int, int, int]]) -> tuple[int, ...]:
    """Label the pieces of the spans (kind, start, end) and ignore all others."""
    labels = [IGNORED] * len(pieces.ids)
    for kind, start, end in spans:
        marked = [index for index, mark in enumerate(marks_of(pieces, start, end)) if mark]
        for index in marked:
            labels[index] = begin(kind) + (index != marked[0])
    return tuple(labels)

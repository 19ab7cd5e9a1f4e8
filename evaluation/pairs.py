"""What two mentions of a record have in common, as numbers for which weights can be learned.

The measures are marsad's own where it has them: how alike the two reports are as stories, stems of triggers, how seldom
a word is. In a record of two like stories, what all its reports share hides which of the two each tells, so that the
likeness of reports is centred: what is left when the record's common part is taken away.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from math import log

import numpy as np
import simplemma
from msgspec import Struct
from numpy.typing import NDArray
from rapidfuzz.distance import Prefix

from marsad.merge.phrasing import stem
from marsad.merge.stories import Stories, story_of, usual_share
from marsad.model import Document, ResolvedClaim

Matrix = NDArray[np.float64]

FEATURES = ("lemma", "story", "beginning", "sentence", "near", "echo")
"""One lemma; likeness of the reports, centred; share of the triggers' first letters; likeness of the sentences without
the triggers, of the words next to the triggers; the one's trigger stands in the other's sentence."""
KINDS = (
    "one word, two reports",
    "other words, two reports",
    "one word, one report",
    "other words, one report",
)
"""Pairs for which weights are learned apart."""
NEAR = 4
"""Words before and after a trigger that are next to it."""
PRIOR_REPORTS = 20
"""In a record of few reports, as many that use words as is usual are added before a word's rarity is taken."""
TAIL = frozenset(
    "about at away back by down for from in into of off on out over through to up with "
    "it itself himself herself themselves him her them".split()
)
"""Words that end a mention of several words without being its head."""

_WORD = re.compile(r"[^\W_]+")


class Pairs(Struct, frozen=True):
    """The claims of a record with a matrix of each feature, of the kind of each pair, and the stems of the triggers.

    ``one_story`` says of which pairs the reports are rather alike than not.
    """

    ids: tuple[str, ...]
    stems: tuple[str, ...]
    values: Matrix
    kinds: NDArray[np.int8]
    one_story: NDArray[np.bool_]


class _Told(Struct, frozen=True):
    """Words of a mention: lemma and stem of its trigger, its sentence without the trigger, those next to it."""

    lemma: str
    stem: str
    sentence: frozenset[str]
    near: frozenset[str]


def pairs_of(claims: Iterable[ResolvedClaim], documents: Iterable[Document]) -> Pairs:
    """Measure all pairs of the claims of one record."""
    told, texts = sorted(claims, key=lambda claim: claim.id), {document.id: document for document in documents}
    words = [_words(claim, texts[claim.document].text) for claim in told]
    whose = {id_: number for number, id_ in enumerate(texts)}
    report = np.array([whose[claim.document] for claim in told], dtype=np.int64)
    story = centred(likenesses(tuple(texts.values())))[np.ix_(report, report)]
    lemma = _same([word.lemma for word in words])
    one_word, one_report = (lemma > 0) | (_same([word.stem for word in words]) > 0), report[:, None] == report[None]
    rarity = _rarity(texts.values())
    values = (
        lemma,
        story,
        _beginnings([word.stem for word in words]),
        _shared([word.sentence for word in words], rarity),
        _shared([word.near for word in words], rarity),
        _echoes(words),
    )
    kinds = (np.where(one_word, 0, 1) + np.where(one_report, 2, 0)).astype(np.int8)
    return Pairs(
        tuple(claim.id for claim in told), tuple(word.stem for word in words), np.stack(values, -1), kinds, story > 0
    )


def head(words: Sequence[str]) -> str:
    """Return the word that the others go with: the last one, or the first where the last is a particle or a pronoun.

    >>> head(("guilty", "plea")), head(("checked", "into"))
    ('plea', 'checked')
    """
    return words[0] if words[-1].casefold() in TAIL else words[-1]


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """Return the form of an English word that stands in a dictionary.

    >>> lemma("Attacked"), lemma("earthquakes")
    ('attack', 'earthquake')
    """
    return simplemma.lemmatize(word.casefold(), lang="en").casefold()


_stem = lru_cache(maxsize=50_000)(stem)


def _words(claim: ResolvedClaim, text: str) -> _Told:
    trigger, sentence = claim.trigger, claim.sentence
    word = head(trigger.text.split())
    before = [_stem(word) for word in _WORD.findall(text[sentence.start : trigger.start].casefold())]
    after = [_stem(word) for word in _WORD.findall(text[trigger.end : sentence.end].casefold())]
    own = {_stem(word) for word in _WORD.findall(trigger.text.casefold())}
    near = frozenset(before[-NEAR:] + after[:NEAR])
    return _Told(lemma(word), _stem(word.casefold()), frozenset(before + after) - own, near)


def likenesses(documents: Sequence[Document]) -> Matrix:
    """Return how alike each two reports are as stories of one archive."""
    stories = Stories(story_of(document) for document in documents)
    found = np.eye(len(documents))
    for row, one in enumerate(documents):
        for column, other in enumerate(documents[:row]):
            found[row, column] = found[column, row] = stories.likeness(one.id, other.id)
    return found


def centred(likeness: Matrix) -> Matrix:
    """Return how alike reports are beyond what all have in common (-1 to 1).

    Likenesses are taken as cosines of vectors: the mean vector is taken away, and reports are compared by how alike
    they then are to each of the others, so that two reports of one story that share few words meet through a third.
    """
    count = len(likeness)
    away = np.eye(count) - 1 / max(1, count)
    return _cosines(_normed(away @ likeness @ away))


def _normed(products: Matrix) -> Matrix:
    """Turn inner products into cosines."""
    lengths = np.sqrt(np.maximum(np.diag(products), 1e-9))
    return np.asarray(products / np.outer(lengths, lengths))


def _cosines(rows: Matrix) -> Matrix:
    """Return the cosine of each two rows, 0 where one is empty."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit = rows / np.where(lengths > 0, lengths, 1.0)
    return unit @ unit.T


def _same(named: Sequence[str]) -> Matrix:
    numbers = np.unique(np.array(named, dtype=str), return_inverse=True)[1]
    return np.asarray(numbers[:, None] == numbers[None], dtype=np.float64)


def _beginnings(stems: Sequence[str]) -> Matrix:
    """Return which part of the longer of two stems the two begin with."""
    distinct, whose = np.unique(np.array(stems, dtype=str), return_inverse=True)
    shared = [[Prefix.similarity(a, b) / max(1, len(a), len(b)) for b in distinct.tolist()] for a in distinct.tolist()]
    return np.array(shared, dtype=np.float64).reshape(len(distinct), len(distinct))[np.ix_(whose, whose)]


def _rarity(documents: Iterable[Document]) -> Callable[[str], float]:
    """Return how seldom the record's reports use a stem, and reports at large."""
    read = [frozenset(map(_stem, _WORD.findall(document.text.casefold()))) for document in documents]
    counts = Counter(term for terms in read for term in terms)

    def rarity(term: str) -> float:
        return log((len(read) + PRIOR_REPORTS) / (counts[term] + PRIOR_REPORTS * usual_share(term)))

    return rarity


def _shared(told: Sequence[Collection[str]], rarity: Callable[[str], float]) -> Matrix:
    """Return the cosine of each two sets of words, weighted by their rarity."""
    columns = {word: column for column, word in enumerate(sorted({word for words in told for word in words}))}
    rows = np.zeros((len(told), len(columns)))
    for row, words in enumerate(told):
        for word in words:
            rows[row, columns[word]] = max(0.0, rarity(word))
    return _cosines(rows)


def _echoes(told: Sequence[_Told]) -> Matrix:
    found = [[one.stem in other.sentence or other.stem in one.sentence for other in told] for one in told]
    return np.array(found, dtype=np.float64).reshape(len(told), len(told))

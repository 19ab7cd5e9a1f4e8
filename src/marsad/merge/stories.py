"""How alike two whole reports are as stories: by the words, names and numbers that few other reports use.

Of every report its most telling terms are kept: stems of words, names and numbers, those of title and lead weighing
more. A term is worth how seldom the reports of the archive use it; before an archive is large enough to say so, how
seldom sentences of war reporting do (``data/word_frequencies.txt``: halvings of the share of sentences that hold the
stems behind it, counted in event_location, WikiEvents and the sentences that the extractor is trained on; names are
never taken for more common than in one of 128).
"""

import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from math import exp, fsum, log
from typing import Self
from zlib import crc32

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from marsad.merge.phrasing import stem
from marsad.model import Block, Document

MOST_TERMS = 64
"""Terms that are kept of a report."""
LEAD = 400
"""Characters of the body that open a report: two or three sentences."""
OPENING, NAME = 2.0, 2.0
"""What a term of title or lead, and a name, weigh against another term."""
REPEATED = 0.3
"""What each e-fold of a term's uses in one report adds to its weight."""
REPORT_SENTENCES = 20
"""Sentences of a usual report, by which the share of sentences with a word becomes that of reports with it."""
UNLISTED = 0.002
"""Share of reports that use a word which the list of frequencies does not hold."""
PRIOR_REPORTS = 200
"""The list counts as much as so many reports of the archive."""
STEPS = 32
"""Weights are kept in steps of one part in so many, in a byte each."""
TELLING = 12
"""Terms of a report, the most telling first, through which it meets others."""
COMMON_TERM = 200
"""A term in more reports leads to too many of other stories; even archives of one war keep rarer ones."""
MOST_MET = 100
"""Reports that are compared in full with one, so that the work grows with the archive and not with its square."""
REMEMBERED = 1000
"""Reports of which the weights are held ready, some 6 KiB each."""
ALIKE = 0.1
"""Likeness from which two reports may be of one story."""
SHORTEST_KEY = 4
"""Letters of a word without vowels that tell it from others."""
NEAR_DAYS, FADING_DAYS, LEAST_NEAR = 3, 21.0, 0.4
"""Reports so many days apart are near; over further days likeness fades, to a least share that time does not take."""

_TERM = re.compile(r"[^\W\d_]{3,}|\d(?:[\d,.]*\d)?")
_SPELT_AT_WILL = str.maketrans("", "", "aeiouyhw")
"""Letters in which spellings of one Arabic, Persian or Cyrillic name differ most."""
_DOUBLED = re.compile(r"(.)\1+")
_BEGINS = frozenset('.!?:“”"\n')


class Story(Struct, frozen=True):
    """A report as a story: first and last day of its publication, its terms, and what it makes of each.

    Days are ordinals; terms are hashes of four bytes, in order; weights are in parts of one :data:`STEPS`, a byte each.
    """

    id: str
    published: tuple[int, int] | None
    terms: bytes
    weights: bytes


def story_of(document: Document) -> Story:
    """Keep the telling terms of title and body."""
    weights: dict[str, float] = {}
    counts: Counter[str] = Counter()
    for term, weight in _terms(document):
        counts[term] += 1
        weights[term] = max(weights.get(term, 0.0), weight)
    worth = {term: weight * (1 + REPEATED * log(counts[term])) for term, weight in weights.items()}
    told = sorted(worth, key=lambda term: (worth[term] * _log_share(term), term))[:MOST_TERMS]
    kept = sorted({_key(term): min(255, round(STEPS * worth[term])) for term in told}.items())
    published = document.published
    days = None if published is None else (published.start.toordinal(), published.end.toordinal())
    terms = array("I", (key for key, _ in kept)).tobytes()
    return Story(document.id, days, terms, bytes(weight for _, weight in kept))


def _terms(document: Document) -> Iterator[tuple[str, float]]:
    """Yield each term of title and body with the weight of its place and kind."""
    opening = LEAD + next((block.start for block in document.blocks if block.kind == "body"), 0)
    text = document.text
    for block in document.blocks:
        if block.kind in ("title", "body"):
            for match in _TERM.finditer(text, block.start, block.end):
                word, start = match[0], match.start()
                weight = OPENING if start < opening or block.kind == "title" else 1.0
                if word[0].isdigit():
                    yield word.replace(",", ""), weight
                elif block.kind == "body" and word[0].isupper() and _goes_on(text, start, block):
                    yield _term_of(word.casefold()), weight * NAME
                else:
                    yield _term_of(word.casefold()), weight


def _goes_on(text: str, start: int, block: Block) -> bool:
    """Say whether a word stands within a sentence, where a capital makes it a name; in titles many words have one."""
    before = text[max(block.start, start - 2) : start]
    return len(before) == 2 and not _BEGINS & {*before}


@lru_cache(maxsize=50_000)
def _term_of(word: str) -> str:
    """Return the stem of a word, or a key under which the spellings of a word that is not listed meet."""
    letters = unicodedata.normalize("NFKD", word)
    cut = stem("".join(letter for letter in letters if not unicodedata.combining(letter)))
    key = _DOUBLED.sub(r"\1", cut[:1] + cut[1:].translate(_SPELT_AT_WILL)).replace("q", "k")
    return cut if cut in _shares() or len(key) < SHORTEST_KEY else key


@lru_cache(maxsize=50_000)
def _key(term: str) -> int:
    return crc32(term.encode("utf-8", "replace"))


@cache
def _shares() -> dict[str, float]:
    """Share of usual reports that use a term."""
    lines = files("marsad.merge").joinpath("data", "word_frequencies.txt").read_text(encoding="utf-8").splitlines()
    shares: dict[str, float] = {}
    for line in lines:
        halvings, *terms = line.split()
        share = 1 - (1 - 0.5 ** float(halvings)) ** REPORT_SENTENCES
        shares |= dict.fromkeys(terms, max(UNLISTED, share))
    return shares


def usual_share(term: str) -> float:
    """Return the share of usual reports that use a stem, name or number."""
    return _shares().get(term, UNLISTED)


@lru_cache(maxsize=50_000)
def _log_share(term: str) -> float:
    return log(usual_share(term))


class Stories:
    """The stories of an archive, to be asked how alike two are and which may be one.

    About 600 bytes a report; it grows in line with their number.
    """

    def __init__(self, stories: Iterable[Story]) -> None:
        kept = {story.id: story for story in stories}
        self._ids = sorted(kept)
        self._number = {id_: number for number, id_ in enumerate(self._ids)}
        ordered = [kept[id_] for id_ in self._ids]
        self._published = [story.published for story in ordered]
        self._starts = np.cumsum([0, *(len(story.weights) for story in ordered)])
        self._terms = np.frombuffer(b"".join(story.terms for story in ordered), dtype=np.uint32)
        steps = np.frombuffer(b"".join(story.weights for story in ordered), dtype=np.uint8)
        known, whose, counts = np.unique(self._terms, return_inverse=True, return_counts=True)
        self._weights = self._units(steps * self._rarities(known, counts)[whose])
        self._index(counts.astype(np.int32)[whose])
        self._asked: dict[int, dict[int, float]] = {}

    @classmethod
    def of(cls, documents: Iterable[Document]) -> Self:
        """Read the documents, one after the other and once."""
        return cls(story_of(document) for document in documents)

    def _rarities(self, terms: NDArray[np.uint32], counts: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return how seldom each term is, by the archive and the list together."""
        listed = {_key(term): share for term, share in _shares().items()}
        prior = np.array([listed.get(term, UNLISTED) for term in terms.tolist()])
        rarities: NDArray[np.float64] = -np.log((counts + PRIOR_REPORTS * prior) / (len(self._ids) + PRIOR_REPORTS))
        return np.maximum(rarities, 0.0).astype(np.float32)

    def _units(self, weights: NDArray[np.float32]) -> NDArray[np.float16]:
        """Bring the weights of each report to one length."""
        for start, end in pairwise(self._starts.tolist()):
            length = np.linalg.norm(weights[start:end])
            weights[start:end] /= length if length > 0 else 1.0
        return weights.astype(np.float16)

    def _told(self, number: int) -> tuple[NDArray[np.uint32], NDArray[np.float16]]:
        part = slice(self._starts[number], self._starts[number + 1])
        return self._terms[part], self._weights[part]

    def _index(self, counts: NDArray[np.int32]) -> None:
        """Note under each telling term the reports that tell it, sorted by term and report."""
        entries: list[NDArray[np.int64]] = []
        for start, end in pairwise(self._starts.tolist()):
            shared = np.flatnonzero((counts[start:end] > 1) & (counts[start:end] <= COMMON_TERM)) + start
            entries.append(shared[np.argsort(-self._weights[shared], kind="stable")[:TELLING]])
        chosen = np.concatenate(entries) if entries else np.zeros(0, dtype=np.int64)
        holders = np.repeat(np.arange(len(entries), dtype=np.uint32), [len(entry) for entry in entries])
        order = np.argsort(self._terms[chosen], kind="stable")
        self._indexed, self._holders = self._terms[chosen][order], holders[order]
        self._held = self._weights[chosen][order]

    def likeness(self, first_id: str, second_id: str) -> float:
        """Return how alike two reports are (0 to 1): the cosine of their weighted terms, less for days between them.

        Raises:
            KeyError: one of them is not of the archive.
        """
        first, second = sorted((self._number[first_id], self._number[second_id]))
        return self._likeness(first, second)

    def _likeness(self, first: int, second: int) -> float:
        """Return what :meth:`alike` would find, quicker for one pair; the sums are exact in whatever order."""
        one, two = self._worth(first), self._worth(second)
        cosine = fsum(one[term] * two[term] for term in one.keys() & two.keys())
        return min(1.0, cosine) * _nearness(self._published[first], self._published[second])

    def _worth(self, number: int) -> dict[int, float]:
        """Return the weights of a report's terms; those asked for last are remembered."""
        found = self._asked.get(number)
        if found is None:
            if len(self._asked) >= REMEMBERED:
                self._asked.clear()
            terms, weights = self._told(number)
            found = self._asked[number] = dict(zip(terms.tolist(), weights.astype(np.float64).tolist(), strict=True))
        return found

    def _cosines(self, number: int, others: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return the cosine with each of the others.

        The weights have 11 bits each, so that 53 hold the sums of their products exactly, in whatever order.
        """
        terms, weights = self._told(number)
        if not len(terms):
            return np.zeros(len(others))
        firsts, ends = self._starts[others], self._starts[others + 1]
        lengths = ends - firsts
        whose = np.repeat(np.arange(len(others)), lengths)
        held = np.arange(len(whose)) + (firsts - np.cumsum(lengths) + lengths)[whose]
        at = np.minimum(np.searchsorted(terms, self._terms[held]), len(terms) - 1)
        shared = terms[at] == self._terms[held]
        products = weights[at[shared]].astype(np.float64) * self._weights[held[shared]]
        cosines: NDArray[np.float64] = np.bincount(whose[shared], products, len(others)).astype(np.float64)
        return cosines

    def alike(self, document_id: str) -> Sequence[str]:
        """Return reports that may be of the same story, the likest first: on :data:`ALIKE` or above.

        Of more than :data:`MOST_MET` some are left out; they are met through those that are given.

        Raises:
            KeyError: it is not of the archive.
        """
        number = self._number[document_id]
        others = self._met(number)
        cosines = self._cosines(number, others)
        near = ((int(others[at]), float(cosines[at])) for at in np.flatnonzero(cosines >= ALIKE))
        own = self._published[number]
        found = [(min(1.0, cosine) * _nearness(own, self._published[other]), other) for other, cosine in near]
        return [self._ids[o] for likeness, o in sorted(found, key=lambda p: (-p[0], p[1])) if likeness >= ALIKE]

    def _met(self, number: int) -> NDArray[np.int64]:
        """Return the other reports that share telling terms, those alone that share the most where they are many."""
        terms, weights = self._told(number)
        starts, ends = (np.searchsorted(self._indexed, terms, side) for side in ("left", "right"))
        lengths = ends - starts
        held = np.arange(lengths.sum()) + np.repeat(starts - np.cumsum(lengths) + lengths, lengths)
        others, whose = np.unique(self._holders[held], return_inverse=True)
        shared = np.bincount(whose, self._held[held] * np.repeat(weights, lengths), minlength=len(others))
        most = others[np.argsort(-shared, kind="stable")]
        met: NDArray[np.int64] = most[most != number][:MOST_MET].astype(np.int64)
        return met


def _nearness(first: tuple[int, int] | None, second: tuple[int, int] | None) -> float:
    """Return what the days between two publications leave of a likeness; all of it where one is not known."""
    if first is None or second is None:
        return 1.0
    between = max(0, first[0] - second[1], second[0] - first[1]) - NEAR_DAYS
    return LEAST_NEAR + (1 - LEAST_NEAR) * exp(-max(0, between) / FADING_DAYS)

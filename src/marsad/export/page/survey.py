"""A first reading of the record: what the head of the page says, and which events the page has room for."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from marsad.model import Copy, Document, Event, Issue, Record
from marsad.model.privacy import private_names

CLAIM_LIMIT = 10_000
"""Claims that a page holds: at 2 to 4 KB a claim with its paragraph, 20 to 40 MB, which a browser still opens."""
SAME_TEXT = 0.5
"""From half of its body on, a document repeats another rather than quotes it, and is no origin of its own."""


class Problem(Struct, frozen=True, order=True):
    """A report that a reader of the record should know of, with what was wrong."""

    path: str
    code: str
    message: str
    document: str
    readable: bool


class Survey(Struct, frozen=True):
    """Numbers for the head of the page.

    ``origins`` are the readable reports once copies of one text are counted once. ``shown`` are the ids of the events
    that the page holds, None when it holds all. ``points`` are the places of the events as (longitude, latitude) in
    whole degrees. ``private`` maps a document's id to the names withheld in it.
    """

    reports: int
    unreadable: int
    outlets: int
    origins: int
    claims: int
    events: int
    disputed: int
    shown: frozenset[str] | None
    points: frozenset[tuple[int, int]]
    private: Mapping[str, frozenset[str]]
    problems: tuple[Problem, ...]


def survey(record: Record, claim_limit: int = CLAIM_LIMIT) -> Survey:
    """Read through the record once, keeping numbers and names only."""
    reports = unreadable = 0
    outlets: set[str] = set()
    texts = _Texts()
    problems: list[Problem] = []
    for document in record.documents():
        reports += 1
        unreadable += not document.readable
        if document.outlet is not None:
            outlets.add(document.outlet)
        if document.readable:
            texts.add(document, record.copies(document.id))
        problems += (_problem(document, issue) for issue in document.issues)
    claims, private = _claims(record)
    events = _Events()
    for event in record.events():
        events.add(event)
    return Survey(
        reports=reports,
        unreadable=unreadable,
        outlets=len(outlets),
        origins=texts.count(),
        claims=claims,
        events=len(events.weights),
        disputed=events.disputed,
        shown=events.within(claim_limit),
        points=frozenset(events.points),
        private=private,
        problems=tuple(sorted(problems)),
    )


def _problem(document: Document, issue: Issue) -> Problem:
    return Problem(document.path, issue.code, issue.message, document.id, document.readable)


def _claims(record: Record) -> tuple[int, dict[str, frozenset[str]]]:
    """Count the claims and gather, document by document, the names of private persons."""
    count = 0
    private: defaultdict[str, set[str]] = defaultdict(set)
    for claim in record.claims():
        count += 1
        names = private_names((*claim.who, *claim.whom))
        if names:
            private[claim.document] |= names
    return count, {document: frozenset(names) for document, names in private.items()}


class _Events:
    """What is kept of the events: their weight and where they lie."""

    def __init__(self) -> None:
        self.weights: list[tuple[int, str, int]] = []
        self.points: set[tuple[int, int]] = set()
        self.disputed = 0

    def add(self, event: Event) -> None:
        self.weights.append((-event.origins, event.id, len(event.claims)))
        self.disputed += len(event.disputes)
        place = event.where
        if place is not None and place.lat is not None and place.lon is not None:
            self.points.add((round(place.lon), round(place.lat)))

    def within(self, claim_limit: int) -> frozenset[str] | None:
        """Return the events told by most origins whose claims fit the limit; None when all do."""
        if sum(claims for *_, claims in self.weights) <= claim_limit:
            return None
        heapq.heapify(self.weights)
        shown, room = set(), claim_limit
        while self.weights and self.weights[0][2] <= room:
            _, event, claims = heapq.heappop(self.weights)
            shown.add(event)
            room -= claims
        return frozenset(shown)


class _Texts:
    """Counts texts, folding copies of one text."""

    def __init__(self) -> None:
        self._leader: dict[str, str] = {}

    def add(self, document: Document, copies: Iterable[Copy]) -> None:
        own = self._find(document.id)
        for copy in copies:
            if copy.share >= SAME_TEXT:
                self._leader[self._find(copy.document)] = own

    def count(self) -> int:
        return sum(leader == document for document, leader in self._leader.items())

    def _find(self, document: str) -> str:
        while self._leader.setdefault(document, document) != document:
            document = self._leader[document]
        return document

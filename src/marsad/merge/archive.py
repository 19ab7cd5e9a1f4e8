"""What the record as a whole tells of two claims: how seldom words are, how alike reports, how busy a place."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import Self

from marsad.merge.digest import ClaimDigest
from marsad.merge.stories import Stories, Story, usual_share

PRIOR_REPORTS = 1000
"""Before a record is as large as this, a word in two of its reports may be common in others."""
RAREST = log(PRIOR_REPORTS / 2)


KEPT = 100_000
"""Pairs of reports whose likeness is remembered: the tellings of both ask for it one soon after the other."""
AROUND = 10
"""Days before and after, by which it is known how often something happens in a place."""


def _spot(digest: ClaimDigest) -> str | None:
    where = digest.claim.where
    return None if where is None or not digest.own_place else where.id or where.name.casefold()


def _day(digest: ClaimDigest) -> int | None:
    when = digest.claim.when
    return when.start.toordinal() if when is not None and digest.own_time and when.start == when.end else None


class Archive:
    """Words and reports of a record, to be asked how telling it is that two claims share them."""

    def __init__(self, stories: Stories, used: Counter[str], size: int, days: Mapping[str, Sequence[int]]) -> None:
        self._stories = stories
        self._days = days
        self._likeness: dict[tuple[str, str], float] = {}
        self._used = used
        self._rarities: dict[str, float] = {}
        self._size = size

    @classmethod
    def of(cls, stories: Iterable[Story], digests: Iterable[ClaimDigest]) -> Self:
        """Count in how many reports each name and word is told of a claim."""
        terms: defaultdict[str, set[str]] = defaultdict(set)
        days: defaultdict[str, set[int]] = defaultdict(set)
        for digest in digests:
            terms[digest.document.id].update(digest.names, digest.words)
            where, day = _spot(digest), _day(digest)
            if where is not None and day is not None:
                days[where].add(day)
        used = Counter(term for told in terms.values() for term in told)
        return cls(Stories(stories), used, len(terms), {place: sorted(on) for place, on in days.items()})

    def rarity(self, term: str) -> float:
        """Return how seldom a name or word is told (0 to 1): 1 where hardly any report but two tells it."""
        found = self._rarities.get(term)
        if found is None:
            expected = PRIOR_REPORTS * usual_share(term.casefold())
            share = (self._used[term] + expected) / (self._size + PRIOR_REPORTS)
            found = self._rarities[term] = min(1.0, max(0.0, -log(share) / RAREST))
        return found

    def busy(self, digest: ClaimDigest) -> float:
        """Return on how many of the days around something else happened at the place of the claim (0 to 1)."""
        where, day = _spot(digest), _day(digest)
        if where is None or day is None:
            return 0.0
        on = self._days.get(where, ())
        first, last = bisect_left(on, day - AROUND), bisect_right(on, day + AROUND)
        return sum(other != day for other in on[first:last]) / (2 * AROUND)

    def likeness(self, left: ClaimDigest, right: ClaimDigest) -> float:
        """Return how alike the two reports are as stories (0 to 1)."""
        pair = (left.document.id, right.document.id)
        found = self._likeness.get(pair)
        if found is None:
            if len(self._likeness) >= KEPT:
                self._likeness.clear()
            found = self._likeness[pair] = self._stories.likeness(*pair)
        return found

    def alike(self, document_id: str) -> Sequence[str]:
        """Return the reports that may be of one story with this one."""
        return self._stories.alike(document_id)

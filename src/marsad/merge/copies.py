"""The same text under several mastheads.

Documents meet on whole sentences (an index from sentence to documents), so that cost grows with the text and not with
the pairs; what rewords another text meets it on its words (:mod:`marsad.merge.rewording`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from marsad.merge.digest import DocumentDigest
from marsad.merge.rewording import reworded
from marsad.model import Copy
from marsad.model.document import CopyKind

SMALLEST_SHARE = 0.2
"""Below a fifth of the body, shared sentences are quotations rather than reuse."""
AGENCY_SHARE = 0.5
"""From half of the body on, two papers that credit one agency print its text."""
IDENTICAL_SHARE = 0.98
"""A changed dateline or a cut last line leaves a text identical."""
COMMON_SENTENCE = 50
"""A sentence in more documents than these is a formula of an outlet rather than a passage."""


def find_copies(documents: Iterable[DocumentDigest]) -> tuple[Copy, ...]:
    """List for each document where its text stands elsewhere, in both directions, sorted."""
    known = {digest.id: digest for digest in documents}
    groups = _same_text(known.values())
    leaders = {group[0]: group for group in groups}
    found = [copy for group in groups for copy in _within(group)]
    for (left, right), shared in sorted(_shared_lengths(known, leaders).items()):
        for of, elsewhere in ((left, right), (right, left)):
            share = min(1.0, shared / sum(known[of].passages.values()))
            if share >= SMALLEST_SHARE:
                kind = _kind(known[of], known[elsewhere], share, shared)
                found += [Copy(a, b, round(share, 3), kind) for a in leaders[of] for b in leaders[elsewhere]]
    paired = {frozenset((copy.of, copy.document)) for copy in found}
    sketches = {id_: sketched for id_ in leaders if (sketched := known[id_].sketch) is not None}
    for left, right, alike in reworded(sketches):
        if frozenset((left, right)) not in paired:
            found += _reuses(leaders[left], leaders[right], round(alike, 3))
    return tuple(sorted(found))


def _reuses(left: list[str], right: list[str], share: float) -> list[Copy]:
    pairs = [(a, b) for a in left for b in right]
    return [Copy(of, document, share, "reuse") for a, b in pairs for of, document in ((a, b), (b, a))]


def _same_text(documents: Iterable[DocumentDigest]) -> list[list[str]]:
    """Group the documents by their set of sentences; a document without any telling sentence stands alone."""
    groups: defaultdict[object, list[str]] = defaultdict(list)
    for digest in documents:
        groups[frozenset(digest.passages) or digest.id].append(digest.id)
    return [sorted(group) for group in groups.values()]


def _within(group: list[str]) -> Iterable[Copy]:
    for of in group:
        for document in group:
            if of != document:
                yield Copy(of, document, 1.0, "identical")


def _shared_lengths(known: Mapping[str, DocumentDigest], leaders: Mapping[str, list[str]]) -> Counter[tuple[str, str]]:
    """Characters of shared sentences for each pair of differing texts, left id before right id."""
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for id_ in sorted(leaders):
        for key in known[id_].passages:
            holders[key].append(id_)
    shared: Counter[tuple[str, str]] = Counter()
    for key, ids in holders.items():
        if 1 < len(ids) <= COMMON_SENTENCE:
            for left, right in combinations(ids, 2):
                shared[left, right] += known[left].passages[key]
    return shared


def _kind(of: DocumentDigest, elsewhere: DocumentDigest, share: float, shared: int) -> CopyKind:
    other_share = shared / sum(elsewhere.passages.values())
    if min(share, other_share) >= IDENTICAL_SHARE:
        return "identical"
    behind = set(of.agencies) | {of.outlet}
    if share >= AGENCY_SHARE and (set(elsewhere.agencies) | {elsewhere.outlet}) & behind - {None}:
        return "agency_copy"
    return "reuse"

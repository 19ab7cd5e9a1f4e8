"""Independent roots of claims: copies, one agency's text, one outlet and one quoted source fold into one origin."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from marsad.merge.credits import SOURCE, id_of, is_known, referred, root_of, spellings
from marsad.merge.digest import ClaimDigest
from marsad.model import Copy, Source, Span

Sentence = tuple[str, Span]
"""A sentence by its document's id and where it stands."""
SAME_TEXT = 0.5
"""From half of its body on, a document repeats another rather than quotes it."""
CARRIERS = frozenset({"news_agency", "outlet", "media"})
"""Kinds of source that pass on what another one says; named beside that one they are no root of their own."""


def origins(digests: Iterable[ClaimDigest], copies: Mapping[str, tuple[Copy, ...]]) -> dict[str, str]:
    """Map each claim's id to its origin, named after the first root of all claims that share one."""
    leader: dict[str, str] = {}

    def find(root: str) -> str:
        while leader.setdefault(root, root) != root:
            root = leader[root]
        return root

    told = sorted(digests, key=lambda digest: digest.claim.id)
    roots = _all_roots(told, copies)
    credited = (source for digest in told for source in digest.claim.sources)
    for shared in (*roots.values(), *spellings(credited)):
        first = min(find(root) for root in shared)
        for root in shared:
            leader[find(root)] = first
    return {claim: find(shared[0]) for claim, shared in roots.items()}


def _all_roots(told: Sequence[ClaimDigest], copies: Mapping[str, tuple[Copy, ...]]) -> dict[str, list[str]]:
    """Name what each claim rests on, by the claim's id, after all that its report says of the happening."""
    texts = {digest.document.id: _texts(digest, copies) for digest in told}
    roots = {digest.claim.id: _roots(digest, texts[digest.document.id]) for digest in told}
    for report in _by_report(told):
        roots |= referred(report, roots)
    credited, speakers = _credited(told, roots), _speakers_of_sentences(told, roots)
    for digest in told:
        beside = speakers.get((digest.document.id, digest.claim.sentence))
        ids = (digest.document.id, *texts[digest.document.id])
        rests_on = beside or next((credited[id_] for id_ in ids if id_ in credited), [])
        if rests_on and _leaves_open(digest):
            named = rests_on[0].startswith(SOURCE)
            roots[digest.claim.id] = rests_on if named else rests_on + roots[digest.claim.id]
    return {digest.claim.id: roots[digest.claim.id] + _testimonies(digest) for digest in told}


def _by_report(told: Iterable[ClaimDigest]) -> Iterable[list[ClaimDigest]]:
    """Return the claims of each report in the order of its text."""
    found: defaultdict[str, list[ClaimDigest]] = defaultdict(list)
    for digest in sorted(told, key=lambda digest: (digest.claim.trigger, digest.claim.id)):
        found[digest.document.id].append(digest)
    return found.values()


def _leaves_open(digest: ClaimDigest) -> bool:
    """Say whether the claim credits nobody, not even "residents": another one may tell by whom."""
    return not digest.claim.sources and digest.claim.modality != "denied"


def _speakers_of_sentences(told: Iterable[ClaimDigest], roots: Mapping[str, list[str]]) -> dict[Sentence, list[str]]:
    """Give what each sentence's first credited claim rests on: one sentence, one speaker."""
    found: dict[Sentence, list[str]] = {}
    for digest in told:
        if digest.claim.sources and digest.claim.modality != "denied":
            found.setdefault((digest.document.id, digest.claim.sentence), roots[digest.claim.id])
    return found


def _credited(digests: Iterable[ClaimDigest], roots: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Give the source that each report credits with the happening: what it goes on to tell is no second testimony.

    Who is credited with denying it has not told the rest, and neither has a party to the war.
    """
    found: dict[str, list[str]] = {}
    for report in _by_report(digests):
        for digest in report:
            if digest.claim.modality != "denied" and any(not _is_party(source) for source in digest.claim.sources):
                found.setdefault(digest.document.id, roots[digest.claim.id][:1])
    return found


def _texts(digest: ClaimDigest, copies: Mapping[str, tuple[Copy, ...]]) -> list[str]:
    """Return the ids of the other documents that repeat the claim's."""
    return [copy.document for copy in copies.get(digest.document.id, ()) if copies_text(copy)]


def _roots(digest: ClaimDigest, texts: Sequence[str]) -> list[str]:
    """Name what the claim rests on: the sources that it credits, else the agency, else the text and who prints it.

    A text that is printed twice is one origin with all whom it quotes, but for parties to the war: what the army says
    in an agency's report on a monitor's count is not the monitor's. Whom an agency quotes without a name is the agency.
    """
    named = [source for source in digest.claim.sources if is_known(source)]
    deepest = [source for source in named if source.kind not in CARRIERS] or named
    copied = [f"text:{id_}" for id_ in (digest.document.id, *texts)] if texts else []
    if deepest:
        sides = digest.claim.modality == "denied" or all(_is_party(source) for source in deepest)
        return [root_of(source) for source in deepest] + ([] if sides else copied)
    if digest.document.agencies:
        return [f"{SOURCE}{id_of(agency)}" for agency in digest.document.agencies] + copied
    return copied or _of_paper(digest)


def _of_paper(digest: ClaimDigest) -> list[str]:
    """Root of what a report tells by itself: its outlet, which is one witness however often it writes."""
    if digest.document.outlet is None or digest.claim.sources:
        return [f"text:{digest.document.id}"]
    return [f"{SOURCE}{id_of(digest.document.outlet)}"]


def _testimonies(digest: ClaimDigest) -> list[str]:
    """Root of the very words, so that a sentence that stands in two reports is one testimony."""
    return [f"words:{key:x}" for key in sorted(digest.passages)]


def _is_party(source: Source) -> bool:
    """Say whether a known party to the war speaks, and not "a rebel leader" whom the report does not name."""
    return source.kind == "party" and is_known(source)


def copies_text(copy: Copy) -> bool:
    """Say whether the document repeats the other rather than quotes it."""
    return copy.share >= SAME_TEXT

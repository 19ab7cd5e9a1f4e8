"""Independent roots of claims: copies, one agency's text, one outlet and one quoted source fold into one origin."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations

from marsad.facts import derived, sources
from marsad.merge.digest import ClaimDigest
from marsad.model import Copy, Source

SAME_TEXT = 0.5
"""From half of its body on, a document repeats another rather than quotes it."""
CARRIERS = frozenset({"news_agency", "outlet", "media"})
"""Kinds of source that pass on what another one says; named beside that one they are no root of their own."""
OFFICES = frozenset("coordinator directorate governor governorate mayor ministry premier presidency president".split())
"""Offices of which one place or country has one, so that two reports of one happening mean the same."""


def origins(digests: Iterable[ClaimDigest], copies: Mapping[str, tuple[Copy, ...]]) -> dict[str, str]:
    """Map each claim's id to its origin, named after the first root of all claims that share one."""
    leader: dict[str, str] = {}

    def find(root: str) -> str:
        while leader.setdefault(root, root) != root:
            root = leader[root]
        return root

    told = sorted(digests, key=lambda digest: digest.claim.id)
    roots = {digest.claim.id: _roots(digest, copies) for digest in told}
    credited = _credited(told, roots)
    for digest in told:
        own = credited.get(digest.document.id, []) if _leaves_open(digest, roots[digest.claim.id]) else []
        roots[digest.claim.id] = (own or roots[digest.claim.id]) + _testimonies(digest)
    for shared in (*roots.values(), *_spellings(told)):
        first = min(find(root) for root in shared)
        for root in shared:
            leader[find(root)] = first
    return {claim: find(shared[0]) for claim, shared in roots.items()}


def _leaves_open(digest: ClaimDigest, roots: list[str]) -> bool:
    """Say whether the claim credits nobody, not even "residents", and its text is no copy: another may tell by whom."""
    return not digest.claim.sources and digest.claim.modality != "denied" and roots == _of_paper(digest)


def _credited(digests: Iterable[ClaimDigest], roots: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Give the source that each report credits with the happening: what it goes on to tell is no second testimony.

    Who is credited with denying it has not told the rest, and neither has a party to the war.
    """
    found: dict[str, list[str]] = {}
    for digest in sorted(digests, key=lambda digest: (digest.claim.trigger, digest.claim.id)):
        if digest.claim.modality != "denied" and any(not _is_party(source) for source in digest.claim.sources):
            found.setdefault(digest.document.id, roots[digest.claim.id][:1])
    return found


def _roots(digest: ClaimDigest, copies: Mapping[str, tuple[Copy, ...]]) -> list[str]:
    """Name what the claim rests on: the sources that it credits, else the agency, else the text and who prints it."""
    named = [source for source in digest.claim.sources if _is_known(source)]
    deepest = [source for source in named if source.kind not in CARRIERS] or named
    texts = [digest.document.id, *(copy.document for copy in copies.get(digest.document.id, ()) if copies_text(copy))]
    copied = [f"text:{id_}" for id_ in texts] if len(texts) > 1 else []
    if deepest:
        return [f"source:{source.id or _id_of(source.name)}" for source in deepest] + copied
    if not digest.claim.sources and digest.document.agencies:
        return [f"source:{_id_of(agency)}" for agency in digest.document.agencies] + copied
    return copied or _of_paper(digest)


def _of_paper(digest: ClaimDigest) -> list[str]:
    """Root of what a report tells by itself: its outlet, which is one witness however often it writes."""
    if digest.document.outlet is None or digest.claim.sources:
        return [f"text:{digest.document.id}"]
    return [f"source:{_id_of(digest.document.outlet)}"]


def _spellings(digests: Iterable[ClaimDigest]) -> Iterator[list[str]]:
    """Yield roots that are one source in more and in fewer words: "the health ministry", "Iraq's health ministry"."""
    named = {source.name for digest in digests for source in digest.claim.sources if source.id is None}
    words = {name: frozenset(name.casefold().replace("’", "'").replace("'s", "").split()) - {"the"} for name in named}
    told = sorted(name for name in named if _is_particular(name))
    for one, other in permutations(told, 2):
        if words[one] and words[one] < words[other] and words[one] & OFFICES:
            yield [f"source:{_id_of(one)}", f"source:{_id_of(other)}"]


def _testimonies(digest: ClaimDigest) -> list[str]:
    """Root of the very words, so that a sentence that stands in two reports is one testimony."""
    return [f"words:{key:x}" for key in sorted(digest.passages)]


def _is_known(source: Source) -> bool:
    """Tell a named source from "residents" or "police", who need not be the same ones in two reports."""
    return source.id is not None or _is_particular(source.name)


def _is_party(source: Source) -> bool:
    """Say whether a known party to the war speaks, and not "a rebel leader" whom the report does not name."""
    return source.kind == "party" and _is_known(source)


def _is_particular(name: str) -> bool:
    """Say whether it is a name, or an office of which there is one: the mayor, the health ministry."""
    return name[:1].isupper() or not OFFICES.isdisjoint(name.casefold().split())


def _id_of(name: str) -> str:
    """Return the id that the table of sources has for a name, so that an agency's credit meets its own reports.

    "United Nations coordinator" speaks for the United Nations; one word must be an acronym to do so.
    """
    words = name.removeprefix("the ").split()
    heads = (words[:length] for length in range(len(words), 0, -1))
    known = (
        _ids().get(" ".join(head).casefold()) for head in heads if len(head) > 1 or head[0].isupper() or head == words
    )
    return next((id_ for id_ in known if id_ is not None), name.casefold())


@derived
def _ids() -> dict[str, str]:
    return {name.casefold(): fact.id for fact in sources().values() for name in (fact.name, *fact.aliases)}


def copies_text(copy: Copy) -> bool:
    """Say whether the document repeats the other rather than quotes it."""
    return copy.share >= SAME_TEXT

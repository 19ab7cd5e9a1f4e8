"""Independent roots of claims: copies, one agency's text and one quoted source fold into one origin."""

from collections.abc import Iterable, Mapping

from marsad.merge.digest import ClaimDigest
from marsad.model import Copy, Source

SAME_TEXT = 0.5
"""From half of its body on, a document repeats another rather than quotes it."""


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
        if roots[digest.claim.id] == [f"text:{digest.document.id}"]:
            roots[digest.claim.id] = credited.get(digest.document.id, roots[digest.claim.id])
    for shared in roots.values():
        first = min(find(root) for root in shared)
        for root in shared:
            leader[find(root)] = first
    return {claim: find(shared[0]) for claim, shared in roots.items()}


def _credited(digests: Iterable[ClaimDigest], roots: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Give the source that each report credits with the happening: what it goes on to tell is no second testimony."""
    found: dict[str, list[str]] = {}
    for digest in digests:
        named = [root for root in roots[digest.claim.id] if root.startswith("source:")]
        if named:
            found.setdefault(digest.document.id, named[:1])
    return found


def _roots(digest: ClaimDigest, copies: Mapping[str, tuple[Copy, ...]]) -> list[str]:
    """Name what the claim rests on: the source that it credits, else the agency, else the text it is printed in."""
    texts = [digest.document.id, *(copy.document for copy in copies.get(digest.document.id, ()) if copies_text(copy))]
    found = [f"text:{id_}" for id_ in texts] if len(texts) > 1 else []
    found += [f"source:{source.id or source.name}" for source in digest.claim.sources if _is_known(source)]
    if not digest.claim.sources:
        found += [f"agency:{agency}" for agency in digest.document.agencies]
    return found or [f"text:{digest.document.id}"]


def _is_known(source: Source) -> bool:
    """Tell a named source from "residents" or "police", who need not be the same ones in two reports."""
    return source.id is not None or source.name[:1].isupper()


def copies_text(copy: Copy) -> bool:
    """Say whether the document repeats the other rather than quotes it."""
    return copy.share >= SAME_TEXT

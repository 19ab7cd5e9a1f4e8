"""Equal values kept once: reports copy each other, and so do the words, places and parties of their claims."""

from collections.abc import Hashable
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from marsad.merge.comparison import Comparison
from marsad.merge.digest import ClaimDigest, DocumentDigest
from marsad.model import ResolvedClaim

T = TypeVar("T")


class Shared:
    """Gives for each value the equal one that it was given first, so that a copied claim takes a third of the memory.

    It holds on to all that it was given: let it go when no more is to come.
    """

    def __init__(self) -> None:
        self._kept: dict[Hashable, object] = {}

    def claim(self, claim: ResolvedClaim) -> ResolvedClaim:
        """Return an equal claim."""
        return self._filled(claim)

    def document(self, digest: DocumentDigest) -> DocumentDigest:
        """Return an equal digest."""
        passages = {self._one(key): length for key, length in digest.passages.items()}
        return replace(digest, names=self._one(digest.names), passages=passages)

    def digest(self, digest: ClaimDigest) -> ClaimDigest:
        """Return an equal digest of the same claim and document."""
        told = {field: getattr(digest, field) for field in digest.__struct_fields__}
        return replace(digest, **{field: self._one(v) for field, v in told.items() if isinstance(v, frozenset)})

    def comparison(self, pair: Comparison) -> Comparison:
        """Return an equal comparison; thousands of pairs are found to be "both shelling"."""
        return self._filled(pair)

    def _filled(self, value: T) -> T:
        fields: tuple[str, ...] = getattr(value, "__struct_fields__", ())
        return type(value)(*[self._one(getattr(value, field)) for field in fields])

    def _one(self, value: T) -> T:
        """Return the equal value that is kept, itself made of such; of these there is one, or they are small."""
        if value is None or isinstance(value, (bool, float)):
            return value
        key = (type(value), value)  # 1 and True are equal
        known = self._kept.get(key)
        if known is None:
            known = self._parted(value)
            self._kept[type(value), known] = known
        return known  # type: ignore[return-value]

    def _parted(self, value: T) -> T:
        if isinstance(value, (tuple, frozenset)):
            return type(value)([self._one(part) for part in value])
        return self._filled(value) if isinstance(value, Struct) else value

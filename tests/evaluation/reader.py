"""An extractor for tests: it says of each text what it was told to say."""

from collections.abc import Mapping, Sequence

from marsad.model import Claim, CountMention, Document, Mention, Span, content_id

Slots = Mapping[str, Sequence[str]]
COUNTS = frozenset({"killed", "injured", "captured", "displaced", "missing", "destroyed", "targeted", "area"})


def claim_of(text: str, trigger: str, type_: str, modality: str = "happened", **slots: Sequence[str]) -> Claim:
    """Return a claim whose mentions are the first places of the given words in the text."""

    def mention(words: str) -> Mention:
        start = text.index(words)
        return Mention.of(text, start, start + len(words))

    def of(slot: str) -> tuple[Mention, ...]:
        return tuple(mention(words) for words in slots.get(slot, ()))

    return Claim(
        id=content_id("c", text, trigger, type_),
        document="d",
        type=type_,
        modality=modality,
        trigger=mention(trigger),
        sentence=Span(0, len(text)),
        mentions=of("mentions"),
        who=of("who"),
        whom=of("whom"),
        where=of("where"),
        when=of("when"),
        counts=tuple(CountMention(slot, m) for slot in sorted(COUNTS & slots.keys()) for m in of(slot)),
        means=of("means"),
        sources=of("sources"),
        extractor="told.v1",
        confidence=1.0,
    )


class Told:
    """Gives the claims it holds for a text, and none for any other."""

    name = "told.v1"

    def __init__(self, claims: Mapping[str, Sequence[Claim]]) -> None:
        self._claims = claims

    def extract(self, document: Document) -> tuple[Claim, ...]:
        """Return the claims on the document's text."""
        return tuple(self._claims.get(document.text, ()))

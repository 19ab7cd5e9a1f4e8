"""What one document says of one happening, in its own words: what ``extract`` gives."""

from msgspec import Struct

from marsad.model.text import Mention, Span


class CountMention(Struct, frozen=True):
    """Words that count persons or things, number and noun ("at least 26 jihadists").

    ``measure`` is a code of the ontology; ``part_of`` is the index, in the claim's counts, of the count that this one
    is included in ("including three children"), or None.
    """

    measure: str
    mention: Mention
    part_of: int | None = None


class Claim(Struct, frozen=True):
    """A claim with every slot still in the words of the document, nothing resolved.

    ``id`` hashes the document, the trigger's place and the type. ``sentence`` is the sentence of the trigger;
    ``mentions`` are further triggers of the same happening in the document; mentions of a slot stand in the order of
    the text and may come from another sentence of the same document. ``confidence`` is between 0 and 1.
    """

    id: str
    document: str
    type: str
    modality: str
    trigger: Mention
    sentence: Span
    mentions: tuple[Mention, ...]
    who: tuple[Mention, ...]
    whom: tuple[Mention, ...]
    where: tuple[Mention, ...]
    when: tuple[Mention, ...]
    counts: tuple[CountMention, ...]
    means: tuple[Mention, ...]
    sources: tuple[Mention, ...]
    extractor: str
    confidence: float

"""A claim before it is linked with the rest of its document: what one sentence says of one happening."""

from msgspec import Struct

from marsad.model import CountMention, Mention, Span


class Draft(Struct, frozen=True):
    """One happening as one sentence tells it.

    ``ordinal`` numbers its sentence in the document; ``definite`` says that the trigger is a noun after "the", "this"
    or "that" and so may refer back; ``result`` that it only tells of deaths or wounds.
    """

    type: str
    modality: str
    trigger: Mention
    sentence: Span
    confidence: float
    ordinal: int = 0
    title: bool = False
    definite: bool = False
    result: bool = False
    mentions: tuple[Mention, ...] = ()
    who: tuple[Mention, ...] = ()
    whom: tuple[Mention, ...] = ()
    where: tuple[Mention, ...] = ()
    when: tuple[Mention, ...] = ()
    counts: tuple[CountMention, ...] = ()
    means: tuple[Mention, ...] = ()
    sources: tuple[Mention, ...] = ()

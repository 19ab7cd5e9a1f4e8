"""A claim before it is linked with the rest of its document: what one sentence says of one happening."""

from msgspec import Struct

from marsad.model import CountMention, Mention, Span


class Draft(Struct, frozen=True):
    """One happening as one sentence tells it.

    ``block`` and ``ordinal`` number its block and sentence in the document; ``definite`` says that the trigger stands
    after "the", "this" or "that" and so may refer back; ``verb`` that it is a verb.
    """

    type: str
    modality: str
    trigger: Mention
    sentence: Span
    ordinal: int
    title: bool
    definite: bool
    verb: bool
    confidence: float
    mentions: tuple[Mention, ...] = ()
    who: tuple[Mention, ...] = ()
    whom: tuple[Mention, ...] = ()
    where: tuple[Mention, ...] = ()
    when: tuple[Mention, ...] = ()
    counts: tuple[CountMention, ...] = ()
    means: tuple[Mention, ...] = ()
    sources: tuple[Mention, ...] = ()

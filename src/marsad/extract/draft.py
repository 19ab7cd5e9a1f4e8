"""A claim before it is linked with the rest of its document: what one sentence says of one happening."""

from msgspec import Struct

from marsad.model import Claim, CountMention, Document, Mention, Span, content_id


class Draft(Struct, frozen=True):
    """One happening as one sentence tells it.

    ``ordinal`` numbers its sentence in the document; ``definite`` says that the trigger is a noun after "the", "this"
    or "that" and so may refer back; ``again`` that its sentence tells it as another one ("a second strike"); ``result``
    that it only tells of deaths or wounds. ``toll`` says that it tells how many were hurt in a happening told before,
    ``part`` that it counts some of these only, and ``bare`` that without that happening it is nothing.
    """

    type: str
    modality: str
    trigger: Mention
    sentence: Span
    confidence: float
    ordinal: int = 0
    title: bool = False
    definite: bool = False
    again: bool = False
    result: bool = False
    toll: bool = False
    part: bool = False
    bare: bool = False
    mentions: tuple[Mention, ...] = ()
    who: tuple[Mention, ...] = ()
    whom: tuple[Mention, ...] = ()
    where: tuple[Mention, ...] = ()
    when: tuple[Mention, ...] = ()
    counts: tuple[CountMention, ...] = ()
    means: tuple[Mention, ...] = ()
    sources: tuple[Mention, ...] = ()


def as_claim(extractor: str, document: Document, draft: Draft) -> Claim:
    """Return what a document says of one happening, when nothing is left to link."""
    return Claim(
        id=content_id("c", document.id, draft.trigger.start, draft.trigger.end, draft.type),
        document=document.id,
        type=draft.type,
        modality=draft.modality,
        trigger=draft.trigger,
        sentence=draft.sentence,
        mentions=draft.mentions,
        who=draft.who,
        whom=draft.whom,
        where=draft.where,
        when=draft.when,
        counts=draft.counts,
        means=draft.means,
        sources=draft.sources,
        extractor=extractor,
        confidence=draft.confidence,
    )

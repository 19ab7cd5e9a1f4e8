"""The types that pass between the stages: frozen, built once, never patched; no I/O.

A :class:`Document` is what ``read`` gives, a :class:`Claim` what ``extract`` gives, a :class:`ResolvedClaim` what
``resolve`` gives, an :class:`Event` what ``merge`` gives. Field for field they are the record's format: encoding one of
them with :func:`to_json` is the line of the exported file.
"""

from marsad.model.claim import Claim, CountMention
from marsad.model.decision import Decision
from marsad.model.document import Block, Copy, Document, Issue, Published
from marsad.model.event import (
    Dispute,
    DisputedValue,
    Event,
    EventFigure,
    EventMeans,
    EventParty,
    EventPlace,
    EventTime,
    EventValue,
    FigureValue,
    MergeReason,
)
from marsad.model.ids import content_id
from marsad.model.record import Record
from marsad.model.resolved import Figure, Means, Party, Place, ResolvedClaim, Source, Time
from marsad.model.text import Mention, Span
from marsad.model.wire import from_json, to_json

__all__ = [
    "Block",
    "Claim",
    "Copy",
    "CountMention",
    "Decision",
    "Dispute",
    "DisputedValue",
    "Document",
    "Event",
    "EventFigure",
    "EventMeans",
    "EventParty",
    "EventPlace",
    "EventTime",
    "EventValue",
    "Figure",
    "FigureValue",
    "Issue",
    "Means",
    "Mention",
    "MergeReason",
    "Party",
    "Place",
    "Published",
    "Record",
    "ResolvedClaim",
    "Source",
    "Span",
    "Time",
    "content_id",
    "from_json",
    "to_json",
]

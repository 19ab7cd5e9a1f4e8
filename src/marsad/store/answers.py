"""What a store answers that is no part of the record itself."""

from typing import Literal

from msgspec import Struct

from marsad.model import Span

HitKind = Literal["document", "claim"]


class Hit(Struct, frozen=True):
    """A document or claim that holds the words searched for.

    ``matches`` are the places of those words in ``snippet``; ``event`` is the id of the claim's event, None for a
    document and for a claim that no event holds yet.
    """

    kind: HitKind
    id: str
    document: str
    path: str
    outlet: str | None
    snippet: str
    matches: tuple[Span, ...]
    event: str | None


class DocumentIssue(Struct, frozen=True, order=True):
    """An issue with the report that it was found in."""

    path: str
    document: str
    code: str
    message: str


class Counts(Struct, frozen=True):
    """How much a record holds.

    ``outlets`` are different ones; ``origins`` are readable documents once identical texts and agency copies are
    folded together; ``disputed`` are events with a dispute and ``disputes`` the fields in dispute over all events.
    """

    documents: int
    unreadable: int
    outlets: int
    origins: int
    claims: int
    events: int
    disputed: int
    disputes: int
    decisions: int
    issues: int

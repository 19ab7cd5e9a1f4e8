"""Rows of the tables from the model's values."""

from typing import Any

from marsad.model import Copy, Decision, Document, Event, ResolvedClaim, to_json

Row = dict[str, Any]


def document_row(document: Document) -> Row:
    """Return the document's row."""
    return {
        "id": document.id,
        "path": document.path,
        "outlet": document.outlet,
        "readable": document.readable,
        "body": to_json(document).decode(),
    }


def issue_rows(document: Document) -> list[Row]:
    """Return a row for each issue of the document, in its order."""
    return [
        {"document": document.id, "position": position, "code": issue.code, "message": issue.message}
        for position, issue in enumerate(document.issues)
    ]


def claim_row(claim: ResolvedClaim) -> Row:
    """Return the claim's row."""
    return {"id": claim.id, "document": claim.document, "body": to_json(claim).decode()}


def event_row(event: Event) -> Row:
    """Return the event's row."""
    return {
        "id": event.id,
        "start": None if event.when is None else event.when.start,
        "disputes": len(event.disputes),
        "body": to_json(event).decode(),
    }


def event_claim_rows(event: Event) -> list[Row]:
    """Return a row for each claim of the event."""
    return [{"claim": claim, "event": event.id} for claim in event.claims]


def copy_row(copy: Copy) -> Row:
    """Return the copy's row."""
    return {"of": copy.of, "document": copy.document, "share": copy.share, "kind": copy.kind}


def decision_row(decision: Decision) -> Row:
    """Return the decision's row."""
    return {"id": decision.id, "body": to_json(decision).decode()}

"""What changed between two records: which events are new, gone, joined or split, and which fields of them, and why."""

from marsad.changes.comparing import Change, Changed, ClaimRef, Comparison, Events, ReportRef, compare

__all__ = ["Change", "Changed", "ClaimRef", "Comparison", "Events", "ReportRef", "compare"]

"""Two records → what changed in their events, each change with the claims that came in or went."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, Protocol

from msgspec import Struct
from msgspec.structs import replace

from marsad.changes.fields import DISPUTE, Field, fields_of, gist, renamed
from marsad.changes.matching import Group, Side, match, side_of, twins
from marsad.model import Event, Record

Kind = Literal["new", "gone", "changed", "joined", "split", "regrouped"]
KINDS: tuple[Kind, ...] = ("new", "gone", "changed", "joined", "split", "regrouped")


class Events(Record, Protocol):
    """A record that gives an event by its id."""

    def event(self, id: str) -> Event:
        """Return one event."""


Show = Callable[[Events, Event], Event]
"""Makes of an event what may be shown of it."""


class ReportRef(Struct, frozen=True, order=True):
    """A report by what a person knows it by; ``published`` is its last day, as ISO 8601, or null."""

    path: str
    id: str
    outlet: str | None
    published: str | None


class ClaimRef(Struct, frozen=True):
    """A claim with its report, and whether the other record holds the report and the claim."""

    id: str
    report: ReportRef
    report_known: bool
    claim_known: bool


class Change(Struct, frozen=True):
    """A field before and after, null where there is nothing; the claims that came in or went, and the reason."""

    field: str
    old: str | None
    new: str | None
    claims_in: tuple[str, ...]
    claims_out: tuple[str, ...]
    why: str


class Changed(Struct, frozen=True):
    """Events that share claims and are not the same: those of the old record and those of the new one.

    ``changes`` compare the two that share most; ``reasons`` say why events were joined.
    """

    kind: Kind
    old: tuple[str, ...]
    new: tuple[str, ...]
    gist: str
    changes: tuple[Change, ...]
    claims_in: tuple[ClaimRef, ...]
    claims_out: tuple[ClaimRef, ...]
    reasons: tuple[str, ...]


class Comparison(Struct, frozen=True):
    """All that changed from one record to another; ``unchanged`` counts the events that are the same in both."""

    reports_in: tuple[ReportRef, ...]
    reports_out: tuple[ReportRef, ...]
    events_before: int
    events_after: int
    unchanged: int
    changed: tuple[Changed, ...]


def as_is(_: Events, event: Event) -> Event:
    """Show everything."""
    return event


def compare(old: Events, new: Events, show: Show = as_is) -> Comparison:
    """Compare two records; ``show`` makes of an event what may be shown of it."""
    both = _Both(old, new, show)
    groups = match(both.before, both.after, both.same)
    changed = [found for group in groups if not both.alike(group) and (found := both.changed(group)) is not None]
    return Comparison(
        both.reports(new, both.after, both.before),
        both.reports(old, both.before, both.after),
        len(both.before.claims_of),
        len(both.after.claims_of),
        len(groups) - len(changed),
        tuple(sorted(changed, key=lambda one: (KINDS.index(one.kind), one.gist, one.new, one.old))),
    )


class _Both:
    """The two records with what matches."""

    def __init__(self, old: Events, new: Events, show: Show) -> None:
        self.old, self.new, self._show = old, new, show
        self.before, self.after = side_of(old), side_of(new)
        self.same = twins(self.before, self.after)
        self._back = {after: before for before, after in self.same.items()}

    def alike(self, group: Group) -> bool:
        """Say whether a group is one event that is the same in both records, as most are."""
        if (len(group.old), len(group.new)) != (1, 1):
            return False
        return self.before.prints[group.old[0]] == self.after.prints[group.new[0]]

    def changed(self, group: Group) -> Changed | None:
        """Compare the events of a group; None when nothing that a person would see is other."""
        came = self._refs(self.new, self._came(group), self.before, self._back)
        went = self._refs(self.old, self._went(group), self.after, self.same)
        one, other = self._closest(group)
        left = self._show(self.old, self.old.event(one)) if one is not None else None
        right = self._show(self.new, self.new.event(other)) if other is not None else None
        changes = () if left is None or right is None else tuple(self._changes(left, right, came, went))
        changes += tuple(self._apart(group, one, other))
        kind = _kind(group)
        if kind == "changed" and not changes and not came and not went and group.old == group.new:
            return None
        reasons = tuple(self._reasons(right)) if kind in ("joined", "regrouped") and right is not None else ()
        told = "".join(gist(event) for event in (right or left,) if event is not None)
        return Changed(kind, group.old, group.new, told, changes, came, went, reasons)

    def _came(self, group: Group) -> list[str]:
        """Return the claims of the new events that none of the old events holds."""
        return [
            claim
            for event in group.new
            for claim in self.after.claims_of[event]
            if self.before.event_of.get(self._back.get(claim, "")) not in group.old
        ]

    def _went(self, group: Group) -> list[str]:
        return [
            claim
            for event in group.old
            for claim in self.before.claims_of[event]
            if self.after.event_of.get(self.same.get(claim, "")) not in group.new
        ]

    def _closest(self, group: Group) -> tuple[str | None, str | None]:
        """Return the two events that share most claims, the first by id of several."""
        if not group.old or not group.new:
            return (group.old[0] if group.old else None), (group.new[0] if group.new else None)
        pairs = [(one, other) for one in group.old for other in group.new]
        return min(pairs, key=lambda pair: (-self._shared(*pair), pair))

    def _shared(self, one: str, other: str) -> int:
        return sum(self.after.event_of.get(self.same.get(claim, "")) == other for claim in self.before.claims_of[one])

    def _refs(
        self, record: Events, claims: Iterable[str], elsewhere: Side, known: Mapping[str, str]
    ) -> tuple[ClaimRef, ...]:
        hashes = set(elsewhere.reports.values())
        found = []
        for claim in claims:
            document = record.document(record.claim(claim).document)
            report = _report(record, document.id)
            found.append(ClaimRef(claim, report, document.sha256 in hashes, claim in known))
        return tuple(sorted(found, key=lambda ref: (ref.report.published or "", ref.report, ref.id)))

    def _changes(
        self, left: Event, right: Event, came: tuple[ClaimRef, ...], went: tuple[ClaimRef, ...]
    ) -> Iterator[Change]:
        again = renamed(left, right)
        before = {again.get(name, name): _as(name, again, field) for name, field in fields_of(left).items()}
        after = fields_of(right)
        nothing = Field(None, ())
        for name in dict.fromkeys((*before, *after)):
            one, other = before.get(name, nothing), after.get(name, nothing)
            if one.value != other.value:
                into = _bearing(came, other, right)
                out = _bearing(went, one, left)
                why = _why(into, out, one, other)
                ids = tuple(ref.id for ref in into), tuple(ref.id for ref in out)
                yield Change(name, one.value, other.value, *ids, why)

    def _apart(self, group: Group, one: str | None, other: str | None) -> Iterator[Change]:
        """Tell what stood by itself before events were joined, and what does since one was split."""
        if one is None or other is None:
            return
        for id_ in group.old:
            if id_ != one:
                yield Change("apart before", self._told(self.old, id_), None, (), (), self._tellers(self.old, id_))
        for id_ in group.new:
            if id_ != other:
                yield Change("apart now", None, self._told(self.new, id_), (), (), self._tellers(self.new, id_))

    def _told(self, record: Events, id: str) -> str:
        return gist(self._show(record, record.event(id)))

    def _tellers(self, record: Events, id: str) -> str:
        reports = sorted({_report(record, record.claim(claim).document) for claim in record.event(id).claims})
        return f"told by: {'; '.join(dict.fromkeys(map(named, reports)))}"

    def _reasons(self, event: Event) -> Iterator[str]:
        """Say what joined claims that were in different events before."""
        for reason in event.merged_because:
            left, right = (self.before.event_of.get(self._back.get(id_, "")) for id_ in (reason.left, reason.right))
            if left != right and left is not None and right is not None:
                yield "; ".join(reason.reasons)

    def reports(self, record: Events, here: Side, there: Side) -> tuple[ReportRef, ...]:
        """Return the reports of one record that the other does not hold."""
        hashes = set(there.reports.values())
        return tuple(sorted(_report(record, id_) for id_, sha256 in here.reports.items() if sha256 not in hashes))


def _as(name: str, again: Mapping[str, str], field: Field) -> Field:
    """Say by which name a figure was told, where it is another now."""
    if again.get(name, name) == name or name.startswith(DISPUTE):
        return field
    return replace(field, value=f"{field.value}, as {name}")


def _report(record: Events, id: str) -> ReportRef:
    document = record.document(id)
    published = None if document.published is None else document.published.end.isoformat()
    return ReportRef(document.path, document.id, document.outlet, published)


def _bearing(refs: tuple[ClaimRef, ...], field: Field, event: Event) -> tuple[ClaimRef, ...]:
    """Return the claims that bear on a field: those that state it, or all where the field comes from them together."""
    own = [ref for ref in refs if ref.id in (field.claims or event.claims)]
    return tuple(own)


def _why(came: tuple[ClaimRef, ...], went: tuple[ClaimRef, ...], old: Field, new: Field) -> str:
    parts = [
        _told("came in", [ref for ref in came if not ref.report_known]),
        _told("now counted here", [ref for ref in came if ref.claim_known]),
        _told("read anew", [ref for ref in came if ref.report_known and not ref.claim_known]),
        _told("gone with its report", [ref for ref in went if not ref.report_known]),
        _told("now counted elsewhere", [ref for ref in went if ref.claim_known]),
        _told("no longer read", [ref for ref in went if ref.report_known and not ref.claim_known]),
    ]
    found = "; ".join(part for part in parts if part)
    if found:
        return found
    if old.rule != new.rule and old.rule is not None and new.rule is not None:
        return f"by the rule {new.rule} in place of {old.rule}"
    return "the same claims, read or put together otherwise"


def _told(what: str, refs: Iterable[ClaimRef]) -> str:
    names = dict.fromkeys(named(ref.report) for ref in refs)
    return f"{what}: {'; '.join(names)}" if names else ""


def named(report: ReportRef) -> str:
    """Name a report by its outlet and day, or by its path."""
    return f"{report.outlet or report.path}, {report.published}" if report.published else report.outlet or report.path


def _kind(group: Group) -> Kind:
    if not group.old:
        return "new"
    if not group.new:
        return "gone"
    if len(group.old) > 1 and len(group.new) > 1:
        return "regrouped"
    return "joined" if len(group.old) > 1 else "split" if len(group.new) > 1 else "changed"

"""Which events of an older record are which of a newer one: those that share a claim.

A claim is the same in both when its id is, which hashes the report, the words and the type. Where a newer reading calls
the same words otherwise, or the reports lay in another folder, it is known by the bytes of the report and the place of
the words in it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from msgspec import Struct

from marsad.model import Record, ResolvedClaim, to_json

Place = tuple[str, int, int]
"""Hash of the report's bytes, and where the trigger stands in its text."""


class Side(Struct, frozen=True):
    """What is kept of a record to match it: ids, the places of claims, hashes of events' fields and reports' bytes."""

    event_of: Mapping[str, str]
    claims_of: Mapping[str, tuple[str, ...]]
    places: Mapping[str, Place]
    prints: Mapping[str, bytes]
    reports: Mapping[str, str]


class Group(Struct, frozen=True):
    """Ids of events of the two records that share claims; one side is empty for what is new or gone."""

    old: tuple[str, ...]
    new: tuple[str, ...]


def side_of(record: Record) -> Side:
    """Read through a record once, keeping ids and places."""
    reports = {document.id: document.sha256 for document in record.documents()}
    claims_of: dict[str, tuple[str, ...]] = {}
    prints: dict[str, bytes] = {}
    for event in record.events():
        claims_of[event.id] = event.claims
        prints[event.id] = blake2b(to_json(event), digest_size=16).digest()
    places = {claim.id: _place(claim, reports) for claim in record.claims()}
    event_of = {claim: event for event, ids in claims_of.items() for claim in ids}
    return Side(event_of, claims_of, places, prints, reports)


def _place(claim: ResolvedClaim, reports: Mapping[str, str]) -> Place:
    return reports[claim.document], claim.trigger.start, claim.trigger.end


def twins(old: Side, new: Side) -> dict[str, str]:
    """Map the old record's claims to those of the new one that are the same."""
    at: defaultdict[Place, list[str]] = defaultdict(list)
    for claim, place in new.places.items():
        at[place].append(claim)
    found = {claim: claim for claim in old.places if claim in new.places}
    taken = set(found)
    for claim, place in sorted(old.places.items()):
        free = [other for other in at.get(place, ()) if other not in taken] if claim not in found else []
        if free:
            found[claim] = min(free)
            taken.add(found[claim])
    return found


def match(old: Side, new: Side, same: Mapping[str, str]) -> tuple[Group, ...]:
    """Put together the events that share claims, over as many steps as it takes; sorted by the ids of the new ones."""
    links: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for before, after in same.items():
        if before in old.event_of and after in new.event_of:
            left, right = ("old", old.event_of[before]), ("new", new.event_of[after])
            links[left].add(right)
            links[right].add(left)
    nodes = [*(("old", id_) for id_ in old.claims_of), *(("new", id_) for id_ in new.claims_of)]
    groups = (_group(component) for component in _components(nodes, links))
    return tuple(sorted(groups, key=lambda group: (group.new or ("~",), group.old)))


def _components(
    nodes: Sequence[tuple[str, str]], links: Mapping[tuple[str, str], Iterable[tuple[str, str]]]
) -> Iterable[list[tuple[str, str]]]:
    seen: set[tuple[str, str]] = set()
    for node in nodes:
        if node in seen:
            continue
        seen.add(node)
        component, waiting = [], [node]
        while waiting:
            at = waiting.pop()
            component.append(at)
            unseen = [other for other in links.get(at, ()) if other not in seen]
            seen.update(unseen)
            waiting += unseen
        yield component


def _group(component: Iterable[tuple[str, str]]) -> Group:
    ids = sorted(component)
    return Group(tuple(id_ for side, id_ in ids if side == "old"), tuple(id_ for side, id_ in ids if side == "new"))

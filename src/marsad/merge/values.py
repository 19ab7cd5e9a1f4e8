"""The values that claims give to the fields of an event, and how each stands to what the event gives.

A field to which all claims give one value is not listed: the field itself says who is for it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from marsad.merge.counts import Count, excludes, holds, replaced, wholes
from marsad.merge.figures import Tally
from marsad.merge.parties import lineage
from marsad.merge.reconciling import FINEST_FIRST, places_rival, rivals, times_meet
from marsad.merge.vagueness import exclude_each_other, is_vaguer
from marsad.merge.voices import Voices, speakers
from marsad.merge.words import counted, told_count, told_days, told_modality, told_place, told_type
from marsad.model import EventParty, EventPlace, EventTime, EventValue, Place, ResolvedClaim, Time

T = TypeVar("T")
Claims = Sequence[ResolvedClaim]
GIVEN = frozenset({"same", "update"})
"""Relations of what the event gives for the field."""
ORDER = ("same", "taken", "update", "more_precise", "vaguer", "beside", "rival", "superseded")


def _listed(
    field: str,
    told: Iterable[tuple[str, str, T]],
    relation: Callable[[T], str],
    exclude: Callable[[T, T], bool],
    voices: Voices,
) -> tuple[EventValue, ...]:
    """Put together claims that give a value in the same words, unless all do.

    What one report lets one origin say both of is not against either.
    """
    claims_of: defaultdict[str, list[str]] = defaultdict(list)
    values: dict[str, T] = {}
    for claim, words, value in told:
        claims_of[words].append(claim)
        values.setdefault(words, value)
    if len(values) < 2:
        return ()
    keys = {words: {voices[id_].key for id_ in ids} for words, ids in claims_of.items()}

    def against(words: str) -> tuple[str, ...]:
        rival = [other for other in values if exclude(values[words], values[other])]
        return tuple(sorted({i for other in rival for i in claims_of[other] if voices[i].key not in keys[words]}))

    related = {words: relation(value) for words, value in values.items()}
    given = {id_ for words, how in related.items() if how in GIVEN for id_ in claims_of[words]}
    found = []
    for words, how in related.items():
        instead = against(words)
        allowed = how == "rival" and given and given.isdisjoint(instead)
        for_ = tuple(sorted(set(claims_of[words])))
        found.append(EventValue(field, words, "beside" if allowed else how, "", for_, instead))
    return tuple(sorted(found, key=_order))


def _order(value: EventValue) -> tuple[int, int, str]:
    return ORDER.index(value.relation), -len(value.for_), value.value


def type_values(
    claims: Claims, chosen: str, rival: Iterable[tuple[str, str]], voices: Voices
) -> tuple[EventValue, ...]:
    """List what the claims call it; ``rival`` are the types that are told against each other."""
    disputed = {code for _, code in rival}

    def exclude(one: str, other: str) -> bool:
        return {one, other} <= disputed and exclude_each_other(one, other)

    def relation(code: str) -> str:
        if code == chosen:
            return "same"
        if exclude(code, chosen):
            return "rival"
        if is_vaguer(code, chosen):
            return "vaguer"
        return "more_precise" if is_vaguer(chosen, code) else "beside"

    return _listed("type", ((c.id, told_type(c.type), c.type) for c in claims), relation, exclude, voices)


def modality_values(claims: Claims, chosen: str, voices: Voices) -> tuple[EventValue, ...]:
    """List how the claims stand to it; what one denies no other can be right about."""

    def exclude(one: str, other: str) -> bool:
        return (one == "denied") != (other == "denied")

    def relation(code: str) -> str:
        return "same" if code == chosen else "rival" if exclude(code, chosen) else "beside"

    told = ((c.id, told_modality(c.modality), c.modality) for c in claims)
    return _listed("modality", told, relation, exclude, voices)


def time_values(claims: Claims, chosen: EventTime | None, voices: Voices) -> tuple[EventValue, ...]:
    """List when the claims say that it was, and which of them say nothing and take the day from other reports."""
    if chosen is None:
        return ()

    def relation(time: Time) -> str:
        if (time.start, time.end) == (chosen.start, chosen.end):
            return "same"
        if not times_meet(time, chosen):
            return "rival"
        if time.start <= chosen.start and chosen.end <= time.end:
            return "vaguer"
        return "more_precise" if chosen.start <= time.start and time.end <= chosen.end else "beside"

    told = ((c.id, told_days(c.when.start, c.when.end), c.when) for c in claims if c.when is not None)
    listed = _listed("when", told, relation, lambda one, other: not times_meet(one, other), voices)
    return (*listed, *_day_taken(claims, chosen, voices))


def _day_taken(claims: Claims, chosen: EventTime, voices: Voices) -> tuple[EventValue, ...]:
    """Name the claims of reports that give no day of their own, and the reports from which the day is taken."""
    dated = {claim.document for claim in claims if claim.when is not None}
    taking = tuple(claim.id for claim in claims if claim.document not in dated)
    if not taking:
        return ()
    giving = speakers((voices[claim.id] for claim in claims if claim.id in chosen.for_ and claim.when), dated=True)
    basis = f"the report gives no day; taken from other reports of the same event ({giving})"
    return (EventValue("when", told_days(chosen.start, chosen.end), "taken", basis, taking, ()),)


def place_values(claims: Claims, chosen: EventPlace | None, voices: Voices) -> tuple[EventValue, ...]:
    """List where the claims say that it was."""
    stated = [(c.id, c.where) for c in claims if c.where is not None]
    here = next((where for id_, where in stated if chosen is not None and id_ == chosen.for_[0]), None)
    if here is None:
        return ()

    def relation(where: Place) -> str:
        if (where.id or where.name, where.precision) == (here.id or here.name, here.precision):
            return "same"
        if places_rival(where, here):
            return "rival"
        finer = FINEST_FIRST.index(where.precision) - FINEST_FIRST.index(here.precision)
        return "beside" if finer == 0 else "vaguer" if finer > 0 else "more_precise"

    told = ((id_, told_place(where) or "", where) for id_, where in stated)
    return _listed("where", told, relation, places_rival, voices)


def party_values(field: str, named: Sequence[EventParty], voices: Voices) -> tuple[EventValue, ...]:
    """List those named in a role; the one that most origins name comes first."""
    if len(named) < 2:
        return ()
    values = (
        EventValue(field, party.name, _kinship(party, named[0], voices), "", tuple(sorted(party.for_)), party.against)
        for party in named
    )
    return tuple(sorted(values, key=_order))


def _kinship(party: EventParty, leading: EventParty, voices: Voices) -> str:
    if party is leading:
        return "same"
    if rivals(party, leading):
        together = {voices[id_].key for id_ in party.for_} & {voices[id_].key for id_ in leading.for_}
        return "beside" if together else "rival"
    if party.id is None or leading.id is None:
        return "beside"
    if leading.id in lineage(party.id):
        return "more_precise"
    return "vaguer" if party.id in lineage(leading.id) else "beside"


def figure_values(tally: Tally, voices: Voices) -> tuple[EventValue, ...]:
    """List what the claims count, and which count has replaced which."""
    figure, counts = tally.figure, tally.counts
    gone = replaced(counts, voices)
    chosen = _chosen(tally, gone)
    whole = wholes([count for count in counts if count not in gone], voices)
    field = counted(figure.measure, figure.who, figure.who_class)

    def relation(count: Count) -> str:
        if count in gone:
            return "superseded"
        related = _to_chosen(count, chosen, figure.best)
        return "update" if related == "same" and count in gone.values() else related

    def exclude(one: Count, other: Count) -> bool:
        return one in whole and other in whole and excludes(one, other)

    told = ((c.claim, told_count(c.value), c) for c in _replacing_first(counts, gone))
    values = _listed(field, told, relation, exclude, voices)
    reasons = {told_count(old.value): _replacement(new, voices) for old, new in gone.items()}
    return tuple(_because(value, reasons) for value in values)


def _replacing_first(counts: Iterable[Count], gone: dict[Count, Count]) -> list[Count]:
    """Put the counts that stand before equal ones that were replaced."""
    return sorted(counts, key=lambda count: (count in gone, count not in gone.values(), count.claim))


def _chosen(tally: Tally, gone: dict[Count, Count]) -> Count:
    """Return the count that the event's best is, or its whole range where the rule gives no best."""
    figure = tally.figure
    if figure.best is None:
        return Count("", figure.low, figure.high)
    behind = [count for count in tally.counts if count not in gone and count.point == figure.best]
    exact = [count for count in behind if count.low == count.high]
    return (exact or behind or [Count("", figure.best, figure.best)])[0]


def _to_chosen(count: Count, chosen: Count, best: int | None) -> str:
    if best is None:
        return "same" if holds(chosen, count) else "rival" if excludes(count, chosen) else "vaguer"
    if count.point == best and not count.vague:
        return "same"
    if excludes(count, chosen):
        return "rival"
    return "more_precise" if holds(chosen, count) else "vaguer"


def _replacement(new: Count, voices: Voices) -> str:
    return f"replaced by {told_count(new.value)} of {voices[new.claim].dated}"


def _because(value: EventValue, reasons: dict[str, str]) -> EventValue:
    if value.relation != "superseded":
        return value
    return EventValue(value.field, value.value, value.relation, reasons.get(value.value, ""), value.for_, value.against)

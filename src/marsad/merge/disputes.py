"""What the claims of one event cannot all be right about."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from marsad.merge.figures import rivals
from marsad.model import Dispute, DisputedValue, EventFigure, EventPlace, EventTime, FigureValue, ResolvedClaim
from marsad.ontology import load

Claims = Sequence[ResolvedClaim]


def find_disputes(
    claims: Claims, when: EventTime | None, where: EventPlace | None, figures: Sequence[EventFigure]
) -> tuple[Dispute, ...]:
    """List the disputed fields: whether it happened, what it was, when, where, how many."""
    found = []
    if len({claim.modality == "denied" for claim in claims}) > 1:
        found.append(_dispute("modality", claims, lambda claim: load().modalities[claim.modality].label))
    kinds = _closest_types(claims)
    if len(kinds) > 1:
        found.append(
            _dispute("type", claims, lambda claim: load().event_type(claim.type).label if claim.type in kinds else None)
        )
    if when is not None and when.against:
        found.append(_dispute("when", claims, _told_time))
    if where is not None and where.against:
        found.append(_dispute("where", claims, lambda claim: claim.where.name if claim.where else None))
    return (*found, *(_disputed_figure(figure) for figure in figures if rivals(figure)))


def _closest_types(claims: Claims) -> frozenset[str]:
    """Return the types told, without those that say less: "the attack" or "a bomb" is no rival of a suicide bomber."""
    told = {claim.type for claim in claims}
    vague = {"violence_other"} | ({"explosive_device"} if "suicide_bombing" in told else set())
    return frozenset(told - vague)


def _dispute(field: str, claims: Claims, value: Callable[[ResolvedClaim], str | None]) -> Dispute:
    told = ((claim.id, value(claim)) for claim in claims)
    return Dispute(field, _by_value((id_, words) for id_, words in told if words is not None))


def _told_time(claim: ResolvedClaim) -> str | None:
    if claim.when is None:
        return None
    start, end = claim.when.start, claim.when.end
    return f"{start}" if start == end else f"{start} to {end}"


def _disputed_figure(figure: EventFigure) -> Dispute:
    measure = load().measures[figure.measure].label
    group = figure.who or load().victim_classes[figure.who_class].label.lower()
    return Dispute(f"{measure}: {group}", _by_value((value.claim, told_count(value)) for value in figure.values))


def told_count(value: FigureValue) -> str:
    """Write a count as a person reads it: 12, at least 12, up to 12, 10 to 15."""
    low, high = value.low, value.high
    if low is None:
        return f"up to {high}"
    if high is None:
        return f"at least {low}"
    return f"{low}" if low == high else f"{low} to {high}"


def _by_value(told: Iterable[tuple[str, str]]) -> tuple[DisputedValue, ...]:
    """Give the claims for each value; one that states several values stands with each."""
    claims_of: defaultdict[str, list[str]] = defaultdict(list)
    for claim, words in sorted(set(told)):
        claims_of[words].append(claim)
    return tuple(DisputedValue(words, tuple(ids)) for words, ids in sorted(claims_of.items(), key=str))

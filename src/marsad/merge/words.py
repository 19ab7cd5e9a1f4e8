"""Values as a person reads them."""

from datetime import date
from types import MappingProxyType

from marsad.model import FigureValue, Place, ResolvedClaim
from marsad.ontology import load

MAGNITUDES = MappingProxyType(
    {
        (20, 99): "tens",
        (24, 99): "dozens",
        (40, 199): "scores",
        (200, 999): "hundreds",
        (2_000, 9_999): "thousands",
        (20_000, 99_999): "tens of thousands",
    }
)
"""Words that a report uses for an order of magnitude, by the bounds that they are read as."""


def told_count(value: FigureValue) -> str:
    """Write a count: 12, at least 12, up to 12, 10 to 15, dozens (24 to 99), some.

    >>> told_count(FigureValue("c-1", 12, None)), told_count(FigureValue("c-1", 10, 15))
    ('at least 12', '10 to 15')
    """
    low, high = value.low, value.high
    if low is None:
        return "some" if high is None else f"up to {high}"
    if high is None:
        return f"at least {low}"
    spoken = MAGNITUDES.get((low, high))
    return f"{low}" if low == high else f"{low} to {high}" if spoken is None else f"{spoken} ({low} to {high})"


def told_days(start: date, end: date) -> str:
    """Write a time by its days.

    >>> told_days(date(2024, 5, 1), date(2024, 5, 3))
    '2024-05-01 to 2024-05-03'
    """
    return f"{start}" if start == end else f"{start} to {end}"


def told_time(claim: ResolvedClaim) -> str | None:
    """Write when the claim says it was."""
    return None if claim.when is None else told_days(claim.when.start, claim.when.end)


def told_place(where: Place | None) -> str | None:
    """Write a place with how exactly it is meant, unless it is the place itself."""
    if where is None:
        return None
    return where.name if where.precision == "exact" else f"{where.name} ({where.precision})"


def told_type(code: str) -> str:
    """Write a type of happening."""
    return load().event_type(code).label


def told_modality(code: str) -> str:
    """Write a modality."""
    return load().modality(code).label


def counted(measure: str, who: str | None, who_class: str) -> str:
    """Write what a figure counts, as a field of the event: "Killed: traders"."""
    return f"{load().measure(measure).label}: {who or load().victim_class(who_class).label.lower()}"


def listed(parts: list[str], last: str = "and") -> str:
    """Join parts of a sentence.

    >>> listed(["8", "12", "40"])
    '8, 12 and 40'
    """
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}" if len(parts) > 1 else "".join(parts)

"""Low, best and high of a figure by a named rule; the rules and where they come from stand in the ontology.

No rule adds counts up, and every rule leaves out what has been replaced and, of several counts that one report lets one
origin give, all but the highest. An order of magnitude ("dozens") bears on nothing where another report gives a count
that it allows. Low is None where the lowest count is open below ("up to
40"), high where the highest one is open above.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from marsad.merge.counts import Count, by_origin, excludes, holds, standing, wholes
from marsad.merge.voices import Voices, speakers
from marsad.merge.words import listed, told_count

DEFAULT = "ucdp"
SPOKEN = MappingProxyType(
    {(20, 99): 10, (24, 99): 12, (200, 999): 100, (2_000, 9_999): 1_000, (20_000, 99_999): 10_000}
)
"""What ACLED codes for "tens", "dozens", "hundreds" and so on (its questions and answers on fatalities, May 2024)."""


class Weighed(Struct, frozen=True):
    """What a rule makes of the counts of a figure, and the reason in words."""

    low: int | None
    best: int | None
    high: int | None
    basis: str


def weigh(rule: str, counts: Sequence[Count], voices: Voices) -> Weighed:
    """Apply the rule of that code."""
    now = standing(counts, voices)
    weighed = RULES[rule](_telling(wholes(now, voices)), voices)
    gone = [count for count in counts if count not in now]
    return Weighed(weighed.low, weighed.best, weighed.high, f"{weighed.basis}{_replaced(gone, voices)}")


def _telling(counts: Sequence[Count]) -> tuple[Count, ...]:
    """Leave out the orders of magnitude that allow the count of another claim."""
    exact = [count for count in counts if not count.vague]
    return tuple(count for count in counts if not (count.vague and any(not excludes(count, one) for one in exact)))


def _best_supported(counts: Sequence[Count], voices: Voices) -> Weighed:
    """UCDP: best is what most independent origins state; low and high are the lowest and highest reliable."""
    reliable = _reliable(counts, voices)
    behind = by_origin(reliable, voices)
    numbers = {count.point for count in reliable if count.point is not None}
    if not numbers:
        return _no_number()

    def support(number: int) -> tuple[int, int, int]:
        stated = sum(any(one.point == number for one in some) for some in behind.values())
        allowed = sum(any(_allows(one, number) for one in some) for some in behind.values())
        return -stated, -allowed, number

    best = min(numbers, key=support)
    stated, allowed, _ = support(best)
    basis = _support(best, -stated, -allowed, len(behind))
    low, high = _bounds(reliable)
    return Weighed(low, best, high, f"{basis}{_aside(counts, reliable, voices)}")


def _most_conservative(counts: Sequence[Count], voices: Voices) -> Weighed:
    """ACLED: the lowest number stated."""
    numbers = [(_spoken(count), count) for count in counts if count.point is not None]
    if not numbers:
        return _no_number()
    best, said = min(numbers, key=lambda pair: (pair[0], pair[1].claim))
    low, high = _bounds(counts)
    low = None if low is None else min(low, best)
    words = f"{told_count(said.value)} counts {best}" if best != said.point else f"{best}"
    basis = f"the most conservative number is best: {words}, by {speakers([voices[said.claim]])}"
    return Weighed(low, best, high, basis)


def _fair_range(counts: Sequence[Count], voices: Voices) -> Weighed:
    """Airwars: the lowest and the highest of the fair reports, and no best."""
    fair = _reliable(counts, voices)
    if all(count.point is None for count in fair):
        return _no_number()
    low, high = _bounds(fair)
    basis = f"the range of {_number(len(by_origin(fair, voices)), 'fair origin')}, without a best"
    return Weighed(low, None, high, f"{basis}{_aside(counts, fair, voices)}")


RULES: Mapping[str, Callable[[Sequence[Count], Voices], Weighed]] = MappingProxyType(
    {"ucdp": _best_supported, "acled": _most_conservative, "airwars": _fair_range}
)


def _no_number() -> Weighed:
    return Weighed(None, None, None, "no report gives a number")


def _reliable(counts: Sequence[Count], voices: Voices) -> Sequence[Count]:
    """Return the counts of all but sides in the war, or all where nobody else states one."""
    return [count for count in counts if voices[count.claim].reliable] or counts


def _aside(counts: Sequence[Count], reliable: Sequence[Count], voices: Voices) -> str:
    """Say which counts were left out, or that there are no others."""
    if not any(voices[count.claim].reliable for count in reliable):
        return ", none but a side in the war giving one"
    left = [count for count in counts if count not in reliable]
    if not left:
        return ""
    told = listed(list(dict.fromkeys(told_count(count.value) for count in left)))
    return f"; {told} by {speakers(voices[count.claim] for count in left)}, a side in the war, does not bear on it"


def _replaced(gone: Sequence[Count], voices: Voices) -> str:
    if not gone:
        return ""
    told = listed(list(dict.fromkeys(told_count(count.value) for count in gone)))
    return f"; since replaced: {told} by {speakers(voices[count.claim] for count in gone)}"


def _allows(count: Count, number: int) -> bool:
    return holds(count, Count(count.claim, number, number))


def _support(best: int, stated: int, allowed: int, origins: int) -> str:
    if origins == 1:
        return f"best is {best}, of the only origin that gives a number"
    if stated > 1:
        return f"best is {best}, stated by {stated} of {origins} origins"
    why = f"most allow, {allowed} of {origins}" if allowed > 1 else "is lowest"
    return f"best is {best}: no two of {origins} origins state the same number, and this is the one that {why}"


def _bounds(counts: Sequence[Count]) -> tuple[int | None, int | None]:
    """Return the lowest and the highest number stated, None where it is open."""
    numbered = [count for count in counts if count.point is not None]
    lowest = min(numbered, key=lambda count: (_floor(count), count.low is not None))
    highest = max(numbered, key=lambda count: (_ceiling(count), count.high is None))
    return lowest.low, highest.high


def _floor(count: Count) -> int:
    return count.low if count.low is not None else count.high or 0


def _ceiling(count: Count) -> int:
    return count.high if count.high is not None else count.low or 0


def _spoken(count: Count) -> int:
    bounds = (count.low or 0, count.high or 0)
    return SPOKEN[bounds] if count.vague and bounds in SPOKEN else _floor(count)


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"

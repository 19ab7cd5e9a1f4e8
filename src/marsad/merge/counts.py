"""What claims state of one figure, and which counts still stand: an origin's later one replaces its earlier one.

Bounds are inclusive and None where they are not told: "at least nine" is (9, None), "up to forty" (None, 40).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from marsad.merge.revising import Change
from marsad.merge.voices import Voices, later
from marsad.model import FigureValue

VAGUE = frozenset({"dozens", "some"})
"""Wordings that give an order of magnitude and no count."""
INFINITE = float("inf")
UNDATED = (date.min, date.max)
"""Days on which a report without a date can have come out: neither before nor after any other."""


class Count(Struct, frozen=True):
    """What one claim states: ``vague`` when the words give an order of magnitude only.

    ``change`` is what its report says of how it came to be, if it says so.
    """

    claim: str
    low: int | None
    high: int | None
    vague: bool = False
    change: Change | None = None

    @property
    def point(self) -> int | None:
        """The number that stands for it: the N of "N", "at least N" and "up to N", of a range its low."""
        return self.low if self.low is not None else self.high

    @property
    def value(self) -> FigureValue:
        """The count as the event lists it."""
        return FigureValue(self.claim, self.low, self.high)


def holds(wide: Count, narrow: Count) -> bool:
    """Say whether whatever the narrow one allows the wide one allows too."""
    return _low(wide) <= _low(narrow) and _high(narrow) <= _high(wide)


def excludes(left: Count, right: Count) -> bool:
    """Say whether no number is allowed by both."""
    return _low(left) > _high(right) or _low(right) > _high(left)


def _low(count: Count) -> float:
    return -INFINITE if count.low is None else count.low


def _high(count: Count) -> float:
    return INFINITE if count.high is None else count.high


def replaced(counts: Sequence[Count], voices: Voices) -> dict[Count, Count]:
    """Map each count that no longer stands to the one that replaced it.

    A later report of the same origin replaces what it told before, unless it tells less or, without a word of
    correction, a lower number, which is likelier a part. Who says that the toll has risen replaces the lower ones that
    anybody told no later, and who says from what it has gone replaces that.
    """
    found: dict[Count, Count] = {}
    for old in counts:
        newer = [new for new in counts if _replaces(new, old, counts, voices)]
        if newer:
            found[old] = max(newer, key=lambda count: (_days(count, counts, voices), _low(count), count.claim))
    return found


def _replaces(new: Count, old: Count, counts: Sequence[Count], voices: Voices) -> bool:
    if new.change == "former" or new.point is None or old.point is None or new.point == old.point or holds(new, old):
        return False
    one, other = voices[new.claim], voices[old.claim]
    if one.key == other.key:
        return old.change == "former"
    higher = new.point > old.point
    if new.change == "up" and higher and (old.high is None or excludes(new, old)):
        return one.document == other.document or not later(other, one)
    if one.origin != other.origin or not (higher or new.change == "down"):
        return False
    return _days(new, counts, voices)[0] > _days(old, counts, voices)[1]


def _days(count: Count, counts: Iterable[Count], voices: Voices) -> tuple[date, date]:
    """Return the days on which an origin can first have told a number: who prints it again later tells nothing new."""
    own = voices[count.claim]
    if count.change is not None:
        return own.told or UNDATED
    same = (voices[one.claim] for one in counts if (one.low, one.high) == (count.low, count.high))
    return min((voice.told for voice in same if voice.origin == own.origin and voice.told is not None), default=UNDATED)


def standing(counts: Sequence[Count], voices: Voices) -> tuple[Count, ...]:
    """Return the counts that nothing has replaced."""
    gone = replaced(counts, voices)
    return tuple(count for count in counts if count not in gone)


def wholes(counts: Sequence[Count], voices: Voices) -> tuple[Count, ...]:
    """Return of several counts that one report lets one origin give the highest: a lower one is likelier a part of it.

    An order of magnitude beside a count is that count told in a headline, and no whole.
    """
    found = []
    for some in by_voice(counts, voices).values():
        numbered = [count for count in some if count.point is not None and not count.vague]
        most = max((count.point or 0 for count in numbered), default=None)
        found += some if most is None else [count for count in numbered if count.point == most]
    return tuple(sorted(found, key=lambda count: count.claim))


def in_conflict(counts: Sequence[Count], voices: Voices) -> tuple[Count, ...]:
    """Return the counts that cannot be right if another report's is.

    A claim that states several allows all that lies between them, and so does a report that one origin speaks in.
    """
    told = by_voice(counts, voices)
    hulls = {key: _hull(some) for key, some in told.items()}
    rival = {key for key, hull in hulls.items() if any(excludes(hull, other) for other in hulls.values())}
    return wholes([count for key, some in told.items() if key in rival for count in some], voices)


def by_voice(counts: Iterable[Count], voices: Voices) -> dict[tuple[str, str], list[Count]]:
    """Return the counts that each report lets each origin give."""
    found: defaultdict[tuple[str, str], list[Count]] = defaultdict(list)
    for count in counts:
        found[voices[count.claim].key].append(count)
    return dict(found)


def _hull(counts: Sequence[Count]) -> Count:
    lows, highs = [count.low for count in counts], [count.high for count in counts]
    low = None if None in lows else min(low for low in lows if low is not None)
    high = None if None in highs else max(high for high in highs if high is not None)
    return Count(counts[0].claim, low, high)


def by_origin(counts: Iterable[Count], voices: Voices) -> dict[str, list[Count]]:
    """Return the counts of each origin."""
    found: defaultdict[str, list[Count]] = defaultdict(list)
    for count in counts:
        found[voices[count.claim].origin].append(count)
    return dict(found)

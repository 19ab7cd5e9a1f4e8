"""Which happening of a sentence a figure, a place or a time belongs to."""

from collections.abc import Sequence

from marsad.extract.counts import Count
from marsad.extract.happenings import CAUSES, SPEECH, Happening
from marsad.extract.syntax import Analysis
from marsad.extract.triggers import Trigger
from marsad.model import Span

_TAKERS = frozenset(("arrest", "abduction", "weapons_seized", "armed_clash", "agreement"))
_HARMED = frozenset(("violence_other", "territory_captured", "looting_or_destruction", "protest"))


def attach_counts(found: Sequence[Happening], figures: Sequence[Count]) -> list[list[int]]:
    """Give each figure to the happening whose word says it, else to the nearest that can have caused it."""
    owned: list[list[int]] = [[] for _ in found]
    for index, count in enumerate(figures):
        fitting = [i for i, one in enumerate(found) if _can_own(one, count)]
        if fitting:
            owned[min(fitting, key=lambda i: _distance(found[i].trigger, count))].append(index)
    return owned


def _can_own(one: Happening, count: Count) -> bool:
    if one.trigger.first <= count.by < one.trigger.end:
        return True
    if count.measure == "captured":
        return one.type in _TAKERS
    if count.measure == "displaced":
        return one.type in CAUSES or one.type == "displacement"
    return one.type in CAUSES or one.type in _HARMED


def _distance(trigger: Trigger, count: Count) -> int:
    if trigger.first <= count.by < trigger.end:
        return -1
    return min(abs(trigger.first - count.by), abs(trigger.first - count.first))


def attach_spans(sentence: Analysis, found: Sequence[Happening], spans: Sequence[Span]) -> list[list[Span]]:
    """Give each phrase to the last trigger before it; what opens the sentence to all; what is left without, the next's.

    A trigger of speech takes only what follows it directly, for the rest belongs to what is said.
    """
    owned: list[list[Span]] = [[] for _ in found]
    starts = [sentence.tokens[one.trigger.first].start for one in found]
    for span in spans:
        before = [i for i, start in enumerate(starts) if start <= span.start]
        for i in before[-1:] or range(len(found)):
            owned[i].append(span)
    for i, mine in enumerate(owned):
        if not mine and found[i].type not in SPEECH:
            neighbour = i + 1 if i + 1 < len(owned) and owned[i + 1] else i - 1
            mine.extend(owned[neighbour] if 0 <= neighbour < len(owned) else ())
    return owned

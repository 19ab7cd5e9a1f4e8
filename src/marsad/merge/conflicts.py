"""Which claims contradict each other, by the reports and origins that make them.

A report allows all that one origin tells in it: "12 dead" and "20 dead" of one witness in one report are no dispute,
and neither is a fight that the same report lets end in a capture.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import combinations
from typing import TypeVar

from marsad.merge.voices import Voices

T = TypeVar("T")


def contradicting(
    told: Iterable[tuple[str, T]], exclude: Callable[[T, T], bool], voices: Voices, *, of_origins: bool = False
) -> tuple[tuple[str, T], ...]:
    """Return what claims tell that cannot be right if what another report or origin tells is.

    ``of_origins`` takes what reports of one origin tell for one: where they differ in words that each chooses itself.
    """
    by_voice: defaultdict[tuple[str, str], list[tuple[str, T]]] = defaultdict(list)
    for claim, value in told:
        report = "" if of_origins else voices[claim].document
        by_voice[report, voices[claim].origin].append((claim, value))
    rival: set[tuple[str, str]] = set()
    for one, other in combinations(by_voice, 2):
        if all(exclude(left, right) for _, left in by_voice[one] for _, right in by_voice[other]):
            rival |= {one, other}
    return tuple(pair for key, pairs in by_voice.items() if key in rival for pair in pairs)

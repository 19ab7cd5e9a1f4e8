"""The event type of a trigger whose words alone do not settle it: read off who, whom and the rest of the sentence.

The decisions themselves are a table (``data/decisions.yaml``); this module reads it and finds the first case that fits.
"""

from collections.abc import Mapping
from functools import cache
from typing import Final

from msgspec import Struct

from marsad.extract.syntax import Analysis
from marsad.extract.triggers import Entry
from marsad.extract.words import load_yaml, vocabulary

ARMED: Final = frozenset(("armed", "insurgent", "state"))
_MEANS: Final = frozenset(("air", "ground_fire", "explosives", "suicide"))
_ANY: Final = frozenset(("$any",))
_OBJECT_WORDS: Final = {
    "base": frozenset("base bases outpost outposts camp camps checkpoint checkpoints garrison".split()),
    "grenade": frozenset(("grenade", "grenades")),
}
"""Words that may stand for an object that the syntax did not find."""


class Setting(Struct, frozen=True):
    """What the decisions look at: kinds of who and whom, kinds of words in the sentence, and the words themselves.

    ``attributive``: a form in -ing that only says which party is meant ("rebels fighting the government").
    """

    who: frozenset[str]
    whom: frozenset[str]
    around: frozenset[str]
    words: frozenset[str]
    lemma: str
    after: str
    verb: bool
    passive: bool
    attributive: bool

    @property
    def civilians(self) -> bool:
        """Civilians, and nobody armed, are whom it befell."""
        return "civilian" in self.whom and not self.whom & ARMED


class Case(Struct, frozen=True):
    """One line of a decision: what must be there, what must not, and the type (empty: none) or a further decision."""

    wanted: tuple[tuple[str, frozenset[str]], ...]
    barred: tuple[tuple[str, frozenset[str]], ...]
    flags: tuple[tuple[str, bool], ...]
    type: str
    use: str

    def fits(self, setting: Setting) -> bool:
        """Say whether all conditions hold."""
        return (
            all(bool(getattr(setting, name)) == value for name, value in self.flags)
            and all(_holds(setting, name, values) for name, values in self.wanted)
            and not any(_holds(setting, name, values) for name, values in self.barred)
        )


def _holds(setting: Setting, name: str, values: frozenset[str]) -> bool:
    have = getattr(setting, "words" if name == "also" else name)
    if isinstance(have, str):
        return have in values
    return bool(have) if values == _ANY else bool(have & values)


@cache
def decisions() -> Mapping[str, tuple[Case, ...]]:
    """Read the table once."""
    table = load_yaml("decisions.yaml")
    sets = {f"${name}": frozenset(words.split()) for name, words in table.pop("sets").items()}
    return {name: tuple(_case(row, sets) for row in rows) for name, rows in table.items()}


def _case(row: Mapping[str, object], sets: Mapping[str, frozenset[str]]) -> Case:
    wanted: list[tuple[str, frozenset[str]]] = []
    barred: list[tuple[str, frozenset[str]]] = []
    flags: list[tuple[str, bool]] = []
    for key, value in row.items():
        if isinstance(value, bool):
            flags.append((key, value))
        elif key not in ("type", "use"):
            words = frozenset(value) if isinstance(value, list) else sets.get(str(value), frozenset(str(value).split()))
            (barred if key.startswith("no_") else wanted).append((key.removeprefix("no_"), words))
    type_ = str(row.get("type", ""))
    return Case(tuple(wanted), tuple(barred), tuple(flags), "" if type_ == "none" else type_, str(row.get("use", "")))


def kinds_around(sentence: Analysis) -> frozenset[str]:
    """Return the kinds of means that the sentence names anywhere."""
    found: set[str] = set()
    for token in sentence.tokens:
        found |= vocabulary().kinds_of(token.low) & _MEANS
    return frozenset(found)


def classify(setting: Setting, entry: Entry) -> str | None:
    """Return the type, or None when the words are no happening here."""
    if not _sides_fit(setting, entry):
        return None
    return entry.type or _decide(setting, entry.rule)


def _decide(setting: Setting, rule: str) -> str | None:
    for case in decisions()[rule]:
        if case.fits(setting):
            found = case.type if not case.use else _decide(setting, case.use)
            if found or not case.use:
                return found or None
    return None


def _sides_fit(setting: Setting, entry: Entry) -> bool:
    if entry.object and not (setting.whom & entry.object or _named_elsewhere(setting, entry)):
        return False
    if entry.subject and setting.who and not setting.who & (entry.subject | {"name", "pronoun", "number"}):
        return False
    barred = setting.whom & entry.object_not
    return not barred or bool(setting.whom & (ARMED - entry.object_not))


def _named_elsewhere(setting: Setting, entry: Entry) -> bool:
    return any(setting.words & _OBJECT_WORDS[kind] for kind in entry.object & _OBJECT_WORDS.keys())

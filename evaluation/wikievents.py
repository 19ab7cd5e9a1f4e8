"""Triggers and arguments of WikiEvents whose types have one of ours: how many are found, and with what participants.

A line of the file is ``{"tokens", "event_mentions": [{"event_type", "trigger": {"start_idx", "end_idx"}, "arguments":
[{"role", "text"}]}]}``. Its types and ours cut the world differently and it annotates no capture of ground, so there is
no precision to measure: what is told beyond its annotation may be right.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from evaluation.report import Cell, Report, Table
from evaluation.scores import rounded, share
from evaluation.sentences import ReadsGiven, triggers_of
from evaluation.texts import FormatError, document_of, quoted, read_rows
from marsad.extract import Extractor
from marsad.model import Claim

VIOLENT: Final = frozenset(
    "air_strike shelling explosive_device suicide_bombing grenade chemical_weapon armed_clash attack_on_civilians "
    "execution violence_other looting_or_destruction sexual_violence".split()
)
TYPES: Final[Mapping[str, frozenset[str]]] = {
    "Conflict.Attack": VIOLENT,
    "Conflict.Demonstrate": frozenset(("protest", "riot")),
    "Justice.ArrestJailDetain": frozenset(("arrest", "abduction")),
    "Contact.ThreatenCoerce": frozenset(("threat",)),
}
"""Types of the corpus (two levels) and ours that say the same."""
ROLES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("Attacker", "Demonstrator", "Jailer"), "who"),
    **dict.fromkeys(("Target", "Detainee"), "whom"),
    "Place": "where",
    **dict.fromkeys(("ExplosiveDevice", "Instrument"), "means"),
}


class Trigger(Struct, frozen=True):
    """Tokens from the first up to but without the last."""

    start_idx: int
    end_idx: int


class Argument(Struct, frozen=True):
    """A participant by its words; the corpus in this form does not say where they stand."""

    role: str
    text: str


class Event(Struct, frozen=True):
    """One annotated event."""

    event_type: str
    trigger: Trigger
    arguments: tuple[Argument, ...]


class Row(Struct, frozen=True):
    """One passage."""

    tokens: tuple[str, ...]
    event_mentions: tuple[Event, ...]


class Outcome(Struct, frozen=True):
    """An annotated event, the claim on its trigger, if any, and what is read when the trigger is told."""

    text: str
    event: Event
    span: tuple[int, int]
    claim: Claim | None
    told: Claim | None

    @property
    def typed(self) -> bool:
        """Whether the claim has a type that fits."""
        return self.claim is not None and self.claim.type in TYPES[self.event.event_type]


def measure(path: Path, extractor: Extractor) -> Report:
    """Measure an extractor on the passages of a file.

    Raises:
        FormatError: the extractor cannot be told a trigger.
    """
    if not isinstance(extractor, ReadsGiven):
        raise FormatError(f"{extractor.name} cannot be told a trigger")
    outcomes = [outcome for row in read_rows(path, Row) for outcome in outcomes_of(row, extractor, extractor)]
    return report_of(outcomes, extractor.name)


def outcomes_of(row: Row, extractor: Extractor, told: ReadsGiven) -> Iterator[Outcome]:
    """Extract from one passage and look up each annotated trigger."""
    document = document_of(" ".join(row.tokens))
    claims = extractor.extract(document)
    for event in row.event_mentions:
        if event.event_type in TYPES:
            start = sum(len(token) + 1 for token in row.tokens[: event.trigger.start_idx])
            end = start + len(" ".join(row.tokens[event.trigger.start_idx : event.trigger.end_idx]))
            found = (claim for claim in claims if any(a < end and start < b for a, b in triggers_of(claim)))
            try:
                given = told.read_given(document, [(start, end, next(iter(sorted(TYPES[event.event_type]))))])[0]
            except ValueError:  # it stands in a stretch that is not read as prose
                given = None
            yield Outcome(document.text, event, (start, end), next(found, None), given)


def report_of(outcomes: Sequence[Outcome], extractor: str) -> Report:
    """Return the recall of triggers by type and of participants by role."""
    by_type = {
        name: [outcome for outcome in outcomes if outcome.event.event_type == name]
        for name in TYPES
        if any(outcome.event.event_type == name for outcome in outcomes)
    }
    triggers = tuple((name, *_shares(some), len(some)) for name, some in (*by_type.items(), ("all", list(outcomes))))
    reached = {role: [hit for outcome in outcomes for hit in _reached(outcome, role)] for role in _roles()}
    every = [hit for hits in reached.values() for hit in hits]
    roles = tuple((role, share(sum(hits), len(hits)), len(hits)) for role, hits in (*reached.items(), ("all", every)))
    figures: dict[str, Cell] = {
        "extractor": extractor,
        "triggers": len(outcomes),
        "triggers_recall": rounded(share(sum(one.claim is not None for one in outcomes), len(outcomes))),
        "typed_recall": rounded(share(sum(map(_typed, outcomes)), len(outcomes))),
        "roles_given_recall": rounded(share(sum(every), len(every))),
    }
    tables = (
        Table("Triggers (overlap)", ("", "found", "with a type that fits", "wanted"), triggers),
        Table("Roles given triggers (overlap)", ("", "recall", "wanted"), roles),
    )
    missed = [one for one in outcomes if not one.typed]
    return Report("wikievents", tables, figures, tuple(_error(outcome) for outcome in missed))


def _shares(some: Sequence[Outcome]) -> tuple[float | None, float | None]:
    """Return the shares that are found, and found with a type that fits."""
    found = sum(one.claim is not None for one in some)
    return share(found, len(some)), share(sum(map(_typed, some)), len(some))


def _typed(outcome: Outcome) -> bool:
    return outcome.typed


def _roles() -> tuple[str, ...]:
    return tuple(dict.fromkeys(ROLES.values()))


def _reached(outcome: Outcome, role: str) -> Iterator[bool]:
    """Yield for each annotated participant of a role that stands near the trigger whether a reading names it."""
    slots = () if outcome.told is None else getattr(outcome.told, role)
    read = [mention.text.casefold() for mention in slots]
    near = outcome.text[max(0, outcome.span[0] - 150) : outcome.span[1] + 150]
    for argument in outcome.event.arguments:
        if ROLES.get(argument.role) == role and argument.text in near:
            wanted = argument.text.casefold()
            yield any(wanted in words or words in wanted for words in read)


def _error(outcome: Outcome) -> str:
    start, end = outcome.span
    around = outcome.text[max(0, start - 80) : end + 80]
    moved = (start - max(0, start - 80), end - max(0, start - 80))
    given = "nothing" if outcome.claim is None else outcome.claim.type
    return f"{outcome.event.event_type}, {given}: {quoted(around, moved)}"

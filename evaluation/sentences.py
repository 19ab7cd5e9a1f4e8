"""Claims of single sentences against a reading in full: triggers, roles, modality, figures.

A line of the file is ``{"id", "source", "text", "events": [{"trigger": [start, end], "type", "modality", "args":
[[role, start, end], ...]}]}``; offsets are code points, half open. A sentence is given to the extractor as a document
of its own. Happenings of types that the record leaves out are not wanted, and a claim on one of them is wrong.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Protocol, runtime_checkable

from msgspec import Struct

from evaluation.report import Cell, Report, Table, tally_figures, tally_table
from evaluation.scores import Tally, macro_f1, rounded, share
from evaluation.texts import document_of, quoted, read_rows
from marsad.extract import Extractor
from marsad.model import Claim, Document
from marsad.ontology import load

COUNTS = ("killed", "injured", "captured", "displaced", "missing", "destroyed", "area")
"""Roles of the file that are counts of a claim; what was ``targeted`` it does not annotate."""
ROLES = ("who", "whom", "where", "when", "means", "said", *COUNTS)

Pair = tuple[int, int]
Argument = tuple[str, int, int]
Fits = Callable[[Argument, Argument], bool]


class GoldEvent(Struct, frozen=True):
    """One happening as read by a person."""

    trigger: Pair
    type: str
    modality: str
    args: tuple[Argument, ...]


class GoldSentence(Struct, frozen=True):
    """One line of the file."""

    id: int | str
    text: str
    events: tuple[GoldEvent, ...]
    source: str = ""


class Compared(Struct, frozen=True):
    """A sentence with the happenings that are wanted, the claims given, and which of them are told by one trigger."""

    sentence: GoldSentence
    wanted: tuple[GoldEvent, ...]
    claims: tuple[Claim, ...]
    matched: tuple[tuple[GoldEvent, Claim], ...]

    @property
    def typed(self) -> tuple[tuple[GoldEvent, Claim], ...]:
        """The pairs that agree in type."""
        return tuple((event, claim) for event, claim in self.matched if event.type == claim.type)

    @property
    def on_excluded(self) -> int:
        """How many of the false claims tell of a happening that the record leaves out, such as a crime."""
        excluded = tuple(event for event in self.sentence.events if event not in self.wanted)
        paired = [claim for _, claim in self.matched]
        return len(matched(excluded, [claim for claim in self.claims if claim not in paired], _overlapping))


Pairs = tuple[tuple[GoldEvent, Claim], ...]
"""Happenings with the claims that are held to tell of them."""


@runtime_checkable
class ReadsGiven(Protocol):
    """An extractor that can also be asked for the roles of happenings whose triggers it is told."""

    def read_given(self, document: Document, triggers: Sequence[tuple[int, int, str]]) -> tuple[Claim, ...]:
        """Return one claim for each trigger (start, end, type), in their order, none of them linked."""


def measure(path: Path, extractor: Extractor) -> Report:
    """Measure an extractor on a file of sentences read in full."""
    sentences = list(read_rows(path, GoldSentence))
    given = [compare_given(sentence, extractor) for sentence in sentences] if isinstance(extractor, ReadsGiven) else []
    return report_of([compare(sentence, extractor) for sentence in sentences], extractor.name, given)


def compare_given(sentence: GoldSentence, extractor: ReadsGiven) -> Compared:
    """Have the roles of the annotated triggers read."""
    wanted = _wanted(sentence)
    claims = extractor.read_given(document_of(sentence.text), [(*event.trigger, event.type) for event in wanted])
    return Compared(sentence, wanted, claims, tuple(zip(wanted, claims, strict=True)))


def _wanted(sentence: GoldSentence) -> tuple[GoldEvent, ...]:
    """Return the happenings of the types that a record keeps."""
    types = load().event_types
    return tuple(event for event in sentence.events if not types[event.type].excluded)


def compare(sentence: GoldSentence, extractor: Extractor) -> Compared:
    """Extract from one sentence and pair claims with happenings of the same trigger."""
    wanted = _wanted(sentence)
    claims = extractor.extract(document_of(sentence.text))
    return Compared(sentence, wanted, claims, matched(wanted, claims, _same_span))


def matched(
    wanted: Sequence[GoldEvent], claims: Sequence[Claim], fits: Callable[[Pair, Pair], bool]
) -> tuple[tuple[GoldEvent, Claim], ...]:
    """Pair happenings with claims one for one by their triggers, those of the same type first.

    A claim with several mentions is matched by any of them: that they are one happening is its statement.
    """
    options = sorted(
        (event.type != claim.type, left, right)
        for left, event in enumerate(wanted)
        for right, claim in enumerate(claims)
        if any(fits(event.trigger, span) for span in triggers_of(claim))
    )
    chosen: dict[int, int] = {}
    for _, left, right in options:
        if left not in chosen and right not in chosen.values():
            chosen[left] = right
    return tuple((wanted[left], claims[right]) for left, right in sorted(chosen.items()))


def triggers_of(claim: Claim) -> tuple[Pair, ...]:
    """Return the spans of the words that express the happening, that of the claim itself first."""
    return tuple((mention.start, mention.end) for mention in (claim.trigger, *claim.mentions))


def arguments_of(claim: Claim) -> tuple[Argument, ...]:
    """Return the claim's participants, places, times, means, sources and counts in the form of the file."""
    slots = {
        "who": claim.who,
        "whom": claim.whom,
        "where": claim.where,
        "when": claim.when,
        "means": claim.means,
        "said": claim.sources,
    }
    plain = [(role, mention.start, mention.end) for role, mentions in slots.items() for mention in mentions]
    counts = [(count.measure, count.mention.start, count.mention.end) for count in claim.counts]
    return (*plain, *(argument for argument in counts if argument[0] in COUNTS))


def role_tally(compared: Compared, pairs: Pairs, roles: Sequence[str], fits: Fits) -> Tally:
    """Count the arguments of all claims against those of all wanted happenings; only a pair's can agree."""
    events, claims = [event for event, _ in pairs], [claim for _, claim in pairs]
    tally = sum((_argument_tally(claim, event, roles, fits) for event, claim in pairs), Tally())
    for event in compared.wanted:
        if event not in events:
            tally += Tally(wanted=len(_of(event.args, roles)))
    for claim in compared.claims:
        if claim not in claims:
            tally += Tally(given=len(_of(arguments_of(claim), roles)))
    return tally


def _argument_tally(claim: Claim, event: GoldEvent, roles: Sequence[str], fits: Fits) -> Tally:
    given, wanted = _of(arguments_of(claim), roles), _of(event.args, roles)
    right = sum(any(fits(answer, target) for target in wanted) for answer in given)
    found = sum(any(fits(answer, target) for answer in given) for target in wanted)
    return Tally(right, len(given), found, len(wanted))


def _of(arguments: Iterable[Argument], roles: Sequence[str]) -> set[Argument]:
    return {argument for argument in arguments if argument[0] in roles}


def strict(answer: Argument, target: Argument) -> bool:
    """Whether role and span are the same."""
    return answer == target


def overlap(answer: Argument, target: Argument) -> bool:
    """Whether the role is the same and the spans share a character."""
    return answer[0] == target[0] and _overlapping(answer[1:], target[1:])


def _same_span(left: Pair, right: Pair) -> bool:
    return left == right


def _overlapping(left: Pair, right: Pair) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def report_of(compared: Sequence[Compared], name: str, given: Sequence[Compared] = ()) -> Report:
    """Add up what the sentences gave; ``given`` holds what was read of them with the triggers told."""
    triggers = _trigger_tallies(compared)
    roles = _role_tallies(compared) | _given_tallies(given)
    pairs, pairs_given = _modalities(compared), _modalities(given)
    accuracy, accuracy_given = _accuracy(pairs), _accuracy(pairs_given)
    modality = Table(
        "Modality",
        ("", "accuracy", "macro F1", "triggers"),
        (
            ("on matched triggers", accuracy, macro_f1(pairs), len(pairs)),
            ("given triggers", accuracy_given, macro_f1(pairs_given), len(pairs_given)),
        ),
    )
    figures: dict[str, Cell] = {
        "extractor": name,
        "sentences": len(compared),
        **{key: value for label, tally in triggers.items() for key, value in tally_figures(_key(label), tally).items()},
        **{key: value for label, tally in roles.items() for key, value in tally_figures(_key(label), tally).items()},
        "claims_on_excluded": sum(one.on_excluded for one in compared),
        "modality_accuracy": rounded(accuracy),
        "modality_macro_f1": rounded(macro_f1(pairs)),
    }
    if given:
        figures["modality_given_accuracy"] = rounded(accuracy_given)
        figures["modality_given_macro_f1"] = rounded(macro_f1(pairs_given))
    tables = (
        tally_table("Triggers", triggers),
        tally_table("Roles (trigger span equal)", roles),
        tally_table("Roles one by one, end to end with the right type, overlap", _by_role(compared)),
        modality,
        tally_table("Types (trigger span equal)", _by_type(compared)),
    )
    return Report("sentences", tables, figures, tuple(line for one in compared for line in _errors(one)))


def _modalities(compared: Sequence[Compared]) -> list[tuple[str, str]]:
    return [(event.modality, claim.modality) for one in compared for event, claim in one.matched]


def _accuracy(pairs: Sequence[tuple[str, str]]) -> float | None:
    return share(sum(wanted == given for wanted, given in pairs), len(pairs))


def _given_tallies(given: Sequence[Compared]) -> dict[str, Tally]:
    if not given:
        return {}
    return {
        "roles given triggers": sum((role_tally(one, one.matched, ROLES, strict) for one in given), Tally()),
        "roles given triggers, overlap": sum((role_tally(one, one.matched, ROLES, overlap) for one in given), Tally()),
    }


def _key(label: str) -> str:
    return label.replace(",", "").replace(" ", "_")


def _trigger_tallies(compared: Sequence[Compared]) -> dict[str, Tally]:
    def total(pairs_of: Callable[[Compared], int]) -> Tally:
        right = sum(pairs_of(one) for one in compared)
        given, wanted = sum(len(one.claims) for one in compared), sum(len(one.wanted) for one in compared)
        return Tally(right, given, right, wanted)

    loose = {id(one): matched(one.wanted, one.claims, _overlapping) for one in compared}
    return {
        "triggers found": total(lambda one: len(one.matched)),
        "triggers with type": total(lambda one: len(one.typed)),
        "triggers found, overlap": total(lambda one: len(loose[id(one)])),
        "triggers with type, overlap": total(
            lambda one: sum(event.type == claim.type for event, claim in loose[id(one)])
        ),
    }


def _role_tallies(compared: Sequence[Compared]) -> dict[str, Tally]:
    def total(roles: Sequence[str], fits: Fits, pairs_of: Callable[[Compared], Pairs], *, alone: bool = False) -> Tally:
        wholes = [_only_matched(one) if alone else one for one in compared]
        return sum((role_tally(one, pairs_of(one), roles, fits) for one in wholes), Tally())

    def typed(one: Compared) -> Pairs:
        return one.typed

    def any_type(one: Compared) -> Pairs:
        return one.matched

    return {
        "roles": total(ROLES, strict, typed),
        "roles, overlap": total(ROLES, overlap, typed),
        "roles with any type": total(ROLES, strict, any_type),
        "roles with any type, overlap": total(ROLES, overlap, any_type),
        "roles on matched triggers": total(ROLES, strict, any_type, alone=True),
        "roles on matched triggers, overlap": total(ROLES, overlap, any_type, alone=True),
        "figures attached": total(COUNTS, strict, any_type),
        "figures attached, overlap": total(COUNTS, overlap, any_type),
    }


def _only_matched(one: Compared) -> Compared:
    """Return the sentence as if only what the two have in common had been wanted and given."""
    return Compared(
        one.sentence, tuple(event for event, _ in one.matched), tuple(claim for _, claim in one.matched), one.matched
    )


def _by_role(compared: Sequence[Compared]) -> dict[str, Tally]:
    return {role: sum((role_tally(one, one.typed, (role,), overlap) for one in compared), Tally()) for role in ROLES}


def _by_type(compared: Sequence[Compared]) -> dict[str, Tally]:
    types = sorted(
        {event.type for one in compared for event in one.wanted} | {c.type for o in compared for c in o.claims}
    )
    return {type_: sum((_type_tally(one, type_) for one in compared), Tally()) for type_ in types}


def _type_tally(one: Compared, type_: str) -> Tally:
    right = sum(event.type == type_ for event, _ in one.typed)
    given = sum(claim.type == type_ for claim in one.claims)
    return Tally(right, given, right, sum(event.type == type_ for event in one.wanted))


def _errors(one: Compared) -> list[str]:
    """Say what was missed, what is false, and what has another type or modality."""
    events, claims = [event for event, _ in one.matched], [claim for _, claim in one.matched]
    missed = [("missed", event.trigger, event.type) for event in one.wanted if event not in events]
    false = [("false", triggers_of(claim)[0], claim.type) for claim in one.claims if claim not in claims]
    types = [
        ("type", event.trigger, f"{event.type} as {claim.type}")
        for event, claim in one.matched
        if (event, claim) not in one.typed
    ]
    modalities = [
        ("modality", event.trigger, f"{event.modality} as {claim.modality}")
        for event, claim in one.matched
        if event.modality != claim.modality
    ]
    found = [*missed, *false, *types, *modalities]
    return [f"{kind}: {what}: {quoted(one.sentence.text, span)}" for kind, span, what in found]

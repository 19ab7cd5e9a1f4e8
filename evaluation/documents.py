"""Whole reports against a reading in full: what is found, of which type, with which slots, and what is merged.

The file is ``{"docs": {id: {"text", "published", "outlet", "happenings": [...], "not_story": [[start, end], ...]}}}``;
a happening has ``mentions`` (stretches of the text that tell of it), ``type`` and ``also_ok``, ``modality``, ``who``,
``whom``, ``where`` (with ``tol_km``), ``when`` (first and last day), ``figures``, ``said_by``; happenings of one
``incident`` are one in several reports. Optional ones are neither wanted nor wrong.

A claim is put to that happening whose mention holds its trigger. A slot is right when one of the claims on a happening
has it right, and is judged on happenings that were found.
"""

import tempfile
from collections.abc import Sequence
from datetime import date
from itertools import combinations
from pathlib import Path

import msgspec
from msgspec import Struct

from evaluation.distance import kilometres
from evaluation.names import any_same
from evaluation.report import Cell, Report, Table, tally_figures, tally_table
from evaluation.scores import Tally, exact, rounded, share
from evaluation.texts import FormatError, quoted
from marsad import reading
from marsad.extract import Extractor
from marsad.merge import merge
from marsad.model import Document, Place, ResolvedClaim, Time
from marsad.ontology import load
from marsad.resolve import Resolver

COUNTED = frozenset({"killed", "injured", "captured", "displaced", "missing", "destroyed"})
"""Measures that the reading annotates."""
SPEECH_AND_MOVES = frozenset({"statement", "threat", "deployment"})
"""Types of which the reading holds only what matters to its story: further claims of them are not wrong."""
LEAST_KM = 5.0
"""Coordinates of one town differ by so much between gazetteers."""

Stretch = tuple[int, int]


class GoldPlace(Struct, frozen=True):
    """Where, and how many kilometres off is still right."""

    name: str
    lat: float
    lon: float
    tol_km: float


class GoldFigure(Struct, frozen=True):
    """A count as read by a person."""

    measure: str
    low: int | None
    high: int | None


class Happening(Struct, frozen=True):
    """One happening as read by a person; ``either`` names fields in which the text allows more than one reading."""

    id: str
    incident: str | None
    mentions: tuple[Stretch, ...]
    type: str
    also_ok: tuple[str, ...]
    modality: str
    who: tuple[str, ...]
    whom: tuple[str, ...]
    where: GoldPlace | None
    when: tuple[date, date] | None
    figures: tuple[GoldFigure, ...]
    said_by: tuple[str, ...]
    optional: bool = False
    either: tuple[str, ...] | None = None

    @property
    def types(self) -> frozenset[str]:
        """The types that are right."""
        return frozenset({self.type, *self.also_ok})


class GoldReport(Struct, frozen=True):
    """A report as read by a person; nothing may come from the stretches that are not of its story."""

    text: str
    happenings: tuple[Happening, ...]
    not_story: tuple[Stretch, ...] = ()
    published: str | None = None
    outlet: str | None = None


class GoldFile(Struct, frozen=True):
    """The file."""

    docs: dict[str, GoldReport]


class Told(Struct, frozen=True):
    """A happening of a report and the claims on it."""

    report: str
    happening: Happening
    claims: tuple[ResolvedClaim, ...]


class Outcome(Struct, frozen=True):
    """A report, the claims on each of its happenings, and those that belong to none."""

    report: GoldReport
    told: tuple[Told, ...]
    others: tuple[ResolvedClaim, ...]

    @property
    def from_elsewhere(self) -> tuple[ResolvedClaim, ...]:
        """Claims whose trigger is no part of the story."""
        return tuple(c for c in self.others if _within(c, self.report.not_story))

    @property
    def false(self) -> tuple[ResolvedClaim, ...]:
        """Claims of something that happened lately of which the reading knows nothing."""
        return tuple(
            claim
            for claim in self.others
            if _within(claim, self.report.not_story)
            or (claim.modality == "happened" and not claim.background and claim.type not in SPEECH_AND_MOVES)
        )


def measure(path: Path, extractor: Extractor) -> Report:
    """Build a record from the reports of a file and compare it with the reading.

    Raises:
        FormatError: it is no such file.
    """
    try:
        gold = msgspec.json.decode(path.read_bytes(), type=GoldFile).docs
    except msgspec.DecodeError as error:
        raise FormatError(f"{path.name}: {error}") from error
    documents = _documents(gold)
    resolver = Resolver.default()
    claims = {name: resolver.resolve(document, extractor.extract(document)) for name, document in documents.items()}
    outcomes = [outcome_of(name, gold[name], claims[name]) for name in sorted(gold)]
    merged = merge([claim for some in claims.values() for claim in some], documents.values())
    event_of = {claim: event.id for event in merged.events for claim in event.claims}
    return report_of(outcomes, event_of, extractor.name)


def _documents(gold: dict[str, GoldReport]) -> dict[str, Document]:
    """Read the reports as a build reads them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        lines = (
            {"id": name, "text": report.text, "outlet": report.outlet, "published": report.published}
            for name, report in gold.items()
        )
        path.write_bytes(b"".join(msgspec.json.encode(line) + b"\n" for line in lines))
        read = [reading.read(raw) for raw in reading.find([path])]
    return {document.path.split("#", 1)[1]: document for document in read}


def outcome_of(name: str, report: GoldReport, claims: Sequence[ResolvedClaim]) -> Outcome:
    """Put every claim to the happening that it fits best."""
    places = [_best(claim, report.happenings) for claim in claims]
    told = tuple(
        Told(name, happening, tuple(claim for claim, at in zip(claims, places, strict=True) if at == number))
        for number, happening in enumerate(report.happenings)
    )
    return Outcome(report, told, tuple(claim for claim, at in zip(claims, places, strict=True) if at is None))


def _best(claim: ResolvedClaim, happenings: Sequence[Happening]) -> int | None:
    """Return the happening whose mention holds the trigger: of the same type, else family, else with fewest words."""
    family = load().event_types[claim.type].family
    fits = []
    for number, happening in enumerate(happenings):
        lengths = [end - start for start, end in happening.mentions if _within(claim, [(start, end)])]
        if lengths:
            related = family in {load().event_types[type_].family for type_ in happening.types}
            fits.append(
                (claim.type != happening.type, claim.type not in happening.types, not related, min(lengths), number)
            )
    return min(fits)[-1] if fits else None


def _within(claim: ResolvedClaim, stretches: Sequence[Stretch]) -> bool:
    return any(start <= claim.trigger.start and claim.trigger.end <= end for start, end in stretches)


def report_of(outcomes: Sequence[Outcome], event_of: dict[str, str], name: str) -> Report:
    """Add up over the reports; ``event_of`` says into which event each claim was merged."""
    wanted = [told for one in outcomes for told in one.told if not told.happening.optional]
    found = [told for told in wanted if told.claims]
    typed = sum(any(claim.type in told.happening.types for claim in told.claims) for told in found)
    given = len(found) + sum(len(one.false) for one in outcomes)
    tallies = {
        "found": Tally(len(found), given, len(found), len(wanted)),
        "typed": Tally(typed, given, typed, len(wanted)),
        "figures": sum((figure_tally(told) for told in wanted), Tally()),
        "merged": merged_tally([told for one in outcomes for told in one.told], event_of),
    }
    slots = _slots(found)
    far = [told for told in found if told.happening.where is not None]
    elsewhere = sum(len(one.from_elsewhere) for one in outcomes)
    rows = [(slot, share(sum(flags), len(flags)), len(flags)) for slot, flags in slots.items()]
    figures: dict[str, Cell] = {
        "extractor": name,
        "reports": len(outcomes),
        **{key: value for label, tally in tallies.items() for key, value in tally_figures(label, tally).items()},
        **{slot: rounded(part) for slot, part, _ in rows},
        "where_far_off": rounded(share(sum(map(_far_off, far)), len(far))),
        "from_elsewhere": elsewhere,
    }
    tables = (
        tally_table("Happenings, figures and merging", tallies),
        Table("Slots of happenings that were found", ("", "right", "happenings"), tuple(rows)),
    )
    return Report("documents", tables, figures, tuple(line for one in outcomes for line in _errors(one)))


def _slots(found: Sequence[Told]) -> dict[str, list[bool]]:
    """Return, for each slot, whether it is right in each happening that has it."""
    slots: dict[str, list[bool]] = {slot: [] for slot in ("modality", "where", "when", "who", "whom", "said")}
    for told in found:
        wanted, claims = told.happening, told.claims
        slots["modality"].append(modality_right(told))
        if wanted.where is not None:
            slots["where"].append(any(near(claim.where, wanted.where) for claim in claims))
        if wanted.when is not None:
            slots["when"].append(any(in_time(claim.when, wanted.when) for claim in claims))
        for slot, names in (("who", wanted.who), ("whom", wanted.whom), ("said", wanted.said_by)):
            if names:
                slots[slot].append(any_same(_names(claims, slot), names))
    return slots


def _names(claims: Sequence[ResolvedClaim], slot: str) -> list[str]:
    held = {
        "who": [party.name for claim in claims for party in claim.who],
        "whom": [party.name for claim in claims for party in claim.whom],
        "said": [source.name for claim in claims for source in claim.sources],
    }
    return held[slot]


def modality_right(told: Told) -> bool:
    """Whether a claim has the modality, or the text allows either."""
    either = "modality" in (told.happening.either or ())
    return either or any(claim.modality == told.happening.modality for claim in told.claims)


def near(place: Place | None, wanted: GoldPlace) -> bool:
    """Whether the place lies within the tolerance of the wanted one."""
    off = _kilometres_off(place, wanted)
    return off is not None and off <= max(wanted.tol_km, LEAST_KM)


def _far_off(told: Told) -> bool:
    """Whether every place that the claims give lies beyond twice the tolerance and 50 km: worse than none."""
    wanted = told.happening.where
    offs = [_kilometres_off(claim.where, wanted) for claim in told.claims] if wanted is not None else []
    given = [off for off in offs if off is not None]
    return wanted is not None and bool(given) and min(given) > max(2 * wanted.tol_km, 50.0)


def _kilometres_off(place: Place | None, wanted: GoldPlace) -> float | None:
    if place is None or place.lat is None or place.lon is None:
        return None
    return kilometres(place.lat, place.lon, wanted.lat, wanted.lon)


def in_time(time: Time | None, wanted: tuple[date, date]) -> bool:
    """Whether the two share a day and the time is no vaguer than twice the wanted one, or three days."""
    if time is None:
        return False
    first, last = wanted
    longest = max(2 * (last - first).days, 3)
    return time.start <= last and time.end >= first and (time.end - time.start).days <= longest


def figure_tally(told: Told) -> Tally:
    """Count measure, low and high of the figures, each once a happening."""
    given = {(f.measure, f.low, f.high) for claim in told.claims for f in claim.figures if f.measure in COUNTED}
    wanted = {(f.measure, f.low, f.high) for f in told.happening.figures if f.measure in COUNTED}
    return exact(given, wanted)


def merged_tally(told: Sequence[Told], event_of: dict[str, str]) -> Tally:
    """Count pairs of claims on different happenings, or in different reports, that are put into one event."""
    placed = [(one, event_of.get(claim.id)) for one in told for claim in one.claims]
    both = given = wanted = 0
    for (left, left_event), (right, right_event) in combinations(placed, 2):
        if left is not right:
            same = left.happening.incident is not None and left.happening.incident == right.happening.incident
            merged = left_event is not None and left_event == right_event
            both, given, wanted = both + (same and merged), given + merged, wanted + same
    return Tally(both, given, both, wanted)


def _errors(one: Outcome) -> list[str]:
    """Say what was missed, what has another type, and what is false."""
    text = one.report.text
    missed = [
        f"missed: {told.happening.type}: {text[slice(*told.happening.mentions[0])]}"
        for told in one.told
        if not told.claims and not told.happening.optional
    ]
    typed = [
        f"type: {told.happening.type} as {told.claims[0].type}: {_shown(told.claims[0], text)}"
        for told in one.told
        if told.claims and not told.happening.optional
        if not any(claim.type in told.happening.types for claim in told.claims)
    ]
    false = [f"false: {claim.type}: {_shown(claim, text)}" for claim in one.false]
    return [" ".join(line.split()) for line in (*missed, *typed, *false)]


def _shown(claim: ResolvedClaim, text: str) -> str:
    start, end = claim.sentence.start, claim.sentence.end
    return quoted(text[start:end], (claim.trigger.start - start, claim.trigger.end - start))

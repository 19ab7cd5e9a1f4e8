"""Reading the vocabularies and crosswalks, and refusing to start on a slip in one of them."""

import csv
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import msgspec
import yaml

from marsad.errors import FactsError
from marsad.ontology.crosswalk import AcledCodes, AcledRow, PloverCodes, PloverRow, UcdpCodes, UcdpRow
from marsad.ontology.entries import (
    ActorKind,
    Entry,
    EventType,
    FigureRule,
    Grade,
    Measure,
    Modality,
    PlacePrecision,
    Relation,
    SourceKind,
    TimePrecision,
    VictimClass,
    Wording,
)
from marsad.ontology.vocabularies import Ontology

E = TypeVar("E", bound=Entry)
R = TypeVar("R", AcledRow, UcdpRow, PloverRow)

_SafeLoader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_SafeLoader):  # type: ignore[misc, valid-type]
    """A safe loader that refuses a key written twice, which YAML loaders let the later one win."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002
        keys = [key.value for key, _ in node.value]
        twice = {key for key in keys if keys.count(key) > 1}
        if twice:
            raise FactsError(f"{min(twice)!r} stands twice in one mapping")
        mapping: dict[Any, Any] = super().construct_mapping(node, deep)
        return mapping


@cache
def load() -> Ontology:
    """Return the ontology of this package, read and checked once.

    Raises:
        FactsError: a vocabulary or a crosswalk is malformed.
    """
    return load_from(files("marsad.ontology"))


def load_from(folder: Traversable | Path) -> Ontology:
    """Read and check the vocabularies in ``folder/data`` and the crosswalks in ``folder/crosswalks``.

    Raises:
        FactsError: a file is missing or malformed, a code is used but not defined, or a leaf has no row in a crosswalk.
    """
    data, crosswalks = folder / "data", folder / "crosswalks"
    measures = _vocabulary(data / "measures.yaml", Measure)
    event_types = _event_types(data / "event_types.yaml", measures)
    actor_kinds = _vocabulary(data / "actor_kinds.yaml", ActorKind)
    leaves = tuple(entry.code for entry in event_types.values() if not entry.group)
    return Ontology(
        event_types=event_types,
        measures=measures,
        modalities=_vocabulary(data / "modalities.yaml", Modality),
        victim_classes=_vocabulary(data / "victim_classes.yaml", VictimClass),
        actor_kinds=actor_kinds,
        source_kinds=_vocabulary(data / "source_kinds.yaml", SourceKind),
        place_precisions=_vocabulary(data / "place_precisions.yaml", PlacePrecision),
        time_precisions=_vocabulary(data / "time_precisions.yaml", TimePrecision),
        wordings=_vocabulary(data / "wordings.yaml", Wording),
        grades=_vocabulary(data / "grades.yaml", Grade),
        figure_rules=_vocabulary(data / "figure_rules.yaml", FigureRule),
        relations=_vocabulary(data / "relations.yaml", Relation),
        acled_codes=_acled(crosswalks / "acled.csv", leaves),
        ucdp_codes=_ucdp(crosswalks / "ucdp.csv", leaves, actor_kinds),
        plover_codes=_plover(crosswalks / "plover.csv", leaves),
    )


def _vocabulary(path: Traversable, kind: type[E]) -> Mapping[str, E]:
    entries = {code: _entry(path.name, code, fields, kind) for code, fields in _read_yaml(path).items()}
    for code, entry in entries.items():
        _demand(entry.parent is None or entry.parent in entries, path.name, f"{code}: no parent {entry.parent!r}")
        _demand(not _is_own_ancestor(code, entries), path.name, f"{code} is its own ancestor")
    return MappingProxyType(entries)


def _read_yaml(path: Traversable) -> dict[str, dict[str, Any]]:
    try:
        with path.open("rb") as stream:
            content = yaml.load(stream, Loader=_Loader)  # noqa: S506 (_Loader is a safe loader)
    except (OSError, yaml.YAMLError, FactsError) as error:
        raise FactsError(f"{path.name}: {error}") from error
    _demand(isinstance(content, dict) and bool(content), path.name, "no mapping from code to entry")
    return dict(content)


def _entry(file: str, code: str, fields: object, kind: type[E]) -> E:
    _demand(isinstance(fields, dict), file, f"{code} is no mapping")
    try:
        return msgspec.convert({"code": code, **dict(fields)}, kind)  # type: ignore[call-overload]
    except msgspec.ValidationError as error:
        raise FactsError(f"{file}: {code}: {error}") from error


def _is_own_ancestor(code: str, entries: Mapping[str, E]) -> bool:
    above: set[str] = set()
    at = entries[code].parent
    while at is not None and at in entries and at not in above:
        above.add(at)
        at = entries[at].parent
    return code in above


def _event_types(path: Traversable, measures: Mapping[str, Measure]) -> Mapping[str, EventType]:
    entries = _vocabulary(path, EventType)
    for entry in entries.values():
        _check_heading(path.name, entry, entries)
        if not entry.group:
            _check_leaf(path.name, entry, entries, measures)
    return entries


def _check_heading(file: str, entry: EventType, entries: Mapping[str, EventType]) -> None:
    parent = entries[entry.parent] if entry.parent is not None else None
    _demand(parent is None or parent.group, file, f"{entry.code}: its parent is no group")
    _demand(entry.group or parent is not None, file, f"{entry.code}: a leaf stands under a group")
    children = [other for other in entries.values() if other.parent == entry.code]
    _demand(bool(children) or not entry.group, file, f"{entry.code}: a group without entries")
    own = entry.family or entry.compatible or entry.roles or entry.measures or entry.excluded
    _demand(not (entry.group and own), file, f"{entry.code}: a group has no fields of a leaf")


def _check_leaf(file: str, entry: EventType, entries: Mapping[str, EventType], measures: Mapping[str, Measure]) -> None:
    _demand(bool(entry.family), file, f"{entry.code}: no family")
    _demand({"where", "when"} <= set(entry.roles), file, f"{entry.code}: roles need where and when")
    for measure in entry.measures:
        _demand(measure in measures, file, f"{entry.code}: no measure {measure!r}")
    for code in entry.compatible:
        other = entries.get(code)
        _demand(
            other is not None and not other.group, file, f"{entry.code}: compatible with {code!r}, which is no leaf"
        )
        _demand(code != entry.code, file, f"{entry.code}: compatible with itself")
        _demand(
            other is not None and entry.code in other.compatible,
            file,
            f"{entry.code}: compatible with {code}, but not the other way round",
        )


def _acled(path: Traversable, leaves: Iterable[str]) -> Mapping[str, AcledCodes]:
    rows = _read_csv(path, AcledRow)
    _demand(len({(row.type, row.case) for row in rows}) == len(rows), path.name, "a type has two rows for one case")
    default = {row.type: row for row in rows if not row.case}
    _check_cover(path.name, default, leaves, (row.type for row in rows))
    return MappingProxyType(
        {
            code: AcledCodes(
                row, MappingProxyType({other.case: other for other in rows if other.type == code and other.case})
            )
            for code, row in default.items()
        }
    )


def _ucdp(path: Traversable, leaves: Iterable[str], kinds: Mapping[str, ActorKind]) -> Mapping[str, UcdpCodes]:
    sides = MappingProxyType({code: kind.ucdp_side for code, kind in kinds.items()})
    rows = _one_each(path.name, _read_csv(path, UcdpRow), leaves)
    return MappingProxyType(
        {
            row.type: UcdpCodes(row.type, int(row.type_of_violence) if row.type_of_violence else None, row.rule, sides)
            for row in rows
        }
    )


def _plover(path: Traversable, leaves: Iterable[str]) -> Mapping[str, PloverCodes]:
    rows = _one_each(path.name, _read_csv(path, PloverRow), leaves)
    return MappingProxyType({row.type: _plover_codes(path.name, row) for row in rows})


def _plover_codes(file: str, row: PloverRow) -> PloverCodes:
    try:
        intensity = float(row.intensity) if row.intensity else None
    except ValueError as error:
        raise FactsError(f"{file}: {row.type}: intensity {row.intensity!r} is no number") from error
    return PloverCodes(
        row.type, row.event_type or None, row.mode or None, int(row.quad) if row.quad else None, intensity
    )


def _read_csv(path: Traversable, kind: type[R]) -> tuple[R, ...]:
    try:
        with path.open(encoding="utf-8") as stream:
            return tuple(msgspec.convert(row, kind) for row in csv.DictReader(stream))
    except (OSError, msgspec.ValidationError) as error:
        raise FactsError(f"{path.name}: {error}") from error


def _one_each(file: str, rows: tuple[R, ...], leaves: Iterable[str]) -> tuple[R, ...]:
    by_type = {row.type: row for row in rows}
    _demand(len(by_type) == len(rows), file, "a type has two rows")
    _check_cover(file, by_type, leaves, by_type)
    return rows


def _check_cover(file: str, rows: Mapping[str, object], leaves: Iterable[str], used: Iterable[str]) -> None:
    wanted = set(leaves)
    _demand(wanted <= set(rows), file, f"no row for {', '.join(sorted(wanted - set(rows)))}")
    _demand(set(used) <= wanted, file, "a row for what is no leaf of the event types")


def _demand(holds: bool, file: str, otherwise: str) -> None:  # noqa: FBT001
    if not holds:
        raise FactsError(f"{file}: {otherwise}")

"""Clusters of reports on happenings that are easily taken for one another, with a reading of which is which.

A file of YAML holds one cluster: what it is ``about``, its ``reports`` (``id``, ``outlet``, ``title``, ``published``,
``text`` in paragraphs) and its ``happenings``. Words that tell of a happening stand in the text between brackets with
its name, ``[[bridge|A mine went off under a bus]]``, and with an origin of their own where they do not rest on what the
rest of the report rests on, ``[[bridge@army|the army denied it]]``. A report is its own origin unless it names another.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from evaluation.documents import GoldPlace, GoldReport, Happening, Stretch
from evaluation.texts import FormatError

_MARKED = re.compile(r"\[\[([\w-]+)(?:@([\w-]+))?\|([^\[\]]+)\]\]")


class Toll(Struct, frozen=True, rename={"in_": "in"}):
    """A count as a report tells it, by whom, and in which reports; bounds that are not told are null."""

    measure: str
    low: int | None
    high: int | None
    by: str
    in_: tuple[str, ...]


class Incident(Struct, frozen=True, forbid_unknown_fields=True):
    """What happened, as read by a person over all reports of its cluster."""

    type: str
    when: tuple[date, date]
    where: GoldPlace | None
    also_ok: tuple[str, ...] = ()
    tolls: tuple[Toll, ...] = ()


class _Report(Struct, frozen=True, forbid_unknown_fields=True):
    """A report with the marks in its title and text."""

    id: str
    outlet: str
    title: str
    published: date
    text: tuple[str, ...]
    origin: str | None = None


class _Cluster(Struct, frozen=True, forbid_unknown_fields=True):
    """A file."""

    about: str
    reports: tuple[_Report, ...]
    happenings: dict[str, Incident]


class Telling(Struct, frozen=True):
    """A report without its marks, and on which origin each of its marked stretches rests.

    ``gold.text`` is the title, an empty line and the body; the names of its happenings begin with the cluster's.
    """

    cluster: str
    report: str
    title: str
    body: str
    gold: GoldReport
    origins: Mapping[Stretch, str]

    @property
    def name(self) -> str:
        """Name the report within all clusters."""
        return f"{self.cluster}/{self.report}"

    @property
    def line(self) -> bytes:
        """The report as a build reads it, marks and all else that was read by a person left out."""
        told = {"id": self.name, "title": self.title, "text": self.body}
        return msgspec.json.encode({**told, "outlet": self.gold.outlet, "published": self.gold.published}) + b"\n"


class Clusters(Struct, frozen=True):
    """All clusters of a folder; the names of incidents begin with their cluster's."""

    tellings: tuple[Telling, ...]
    incidents: Mapping[str, Incident]


def read_clusters(path: Path) -> Clusters:
    """Read a file, or the files of a folder in the order of their names.

    Raises:
        FormatError: there is none, or one is no cluster.
    """
    files = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    read = [(file.stem, _read(file)) for file in files]
    if not read:
        raise FormatError(f"{path} holds no cluster (.yaml)")
    tellings = tuple(telling for name, cluster in read for telling in _tellings(name, cluster))
    incidents = {f"{name}/{key}": incident for name, cluster in read for key, incident in cluster.happenings.items()}
    return Clusters(tellings, incidents)


def _read(file: Path) -> _Cluster:
    try:
        cluster = msgspec.yaml.decode(file.read_bytes(), type=_Cluster)
    except msgspec.DecodeError as error:
        raise FormatError(f"{file.name}: {error}") from error
    faults = [*_faults(cluster)]
    if faults:
        raise FormatError(f"{file.name}: {faults[0]}")
    return cluster


def _faults(cluster: _Cluster) -> Iterator[str]:
    """Say what does not fit together: each report and each happening must be named where the other names it."""
    told = set()
    for report in cluster.reports:
        whole = "\n".join((report.title, *report.text))
        if _MARKED.sub("", whole).count("[[") or "]]" in _MARKED.sub("", whole):
            yield f"{report.id}: brackets that mark nothing"
        told |= {(match[1], report.id) for match in _MARKED.finditer(whole)}
    for name in sorted({name for name, _ in told} ^ cluster.happenings.keys()):
        yield f"{name} is marked or described, not both"
    for name, incident in cluster.happenings.items():
        for toll in incident.tolls:
            yield from (f"{id_} tells nothing of {name}" for id_ in toll.in_ if (name, id_) not in told)


def _tellings(name: str, cluster: _Cluster) -> Iterator[Telling]:
    for report in cluster.reports:
        title, body = _unmarked(report.title), _unmarked("\n\n".join(report.text))
        marked = "\n\n".join((report.title, *report.text))
        stretches = [*_stretches(marked)]
        happenings = tuple(
            _happening(f"{name}/{key}", incident, tuple(stretch for told, _, stretch in stretches if told == key))
            for key, incident in cluster.happenings.items()
            if any(told == key for told, _, _ in stretches)
        )
        origins = {stretch: origin or report.origin or report.id for _, origin, stretch in stretches}
        gold = GoldReport(f"{title}\n\n{body}", happenings, (), report.published.isoformat(), report.outlet)
        yield Telling(name, report.id, title, body, gold, origins)


def _unmarked(text: str) -> str:
    return _MARKED.sub(lambda match: match[3], text)


def _stretches(marked: str) -> Iterator[tuple[str, str | None, Stretch]]:
    """Yield name, origin and place of the marked words, counted without the marks."""
    dropped = 0
    for match in _MARKED.finditer(marked):
        start = match.start() - dropped
        yield match[1], match[2], (start, start + len(match[3]))
        dropped += len(match[0]) - len(match[3])


def _happening(name: str, incident: Incident, mentions: tuple[Stretch, ...]) -> Happening:
    """Return the happening as one report tells it; who, whom and said are not read here."""
    days, place, also_ok = incident.when, incident.where, incident.also_ok
    return Happening(name, name, mentions, incident.type, also_ok, "happened", (), (), place, days, (), ())

"""The order of the stages, and nowhere else: read, extract, resolve, merge, write the page.

Each report is read once: what the record holds already is skipped by its id, which hashes its content. Only where
another version or model read the record, its reports are read anew from the text that it keeps. Reports enter
the record in transactions of a batch, and the events are computed when all have; a build that is killed therefore loses
at most a batch, and the next one goes on from there to the same record.
"""

import multiprocessing
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from marsad import __version__
from marsad.errors import MarsadError, NothingToReadError, RecordError
from marsad.export.page import write_page
from marsad.extract import default_extractor, reader
from marsad.merge import DEFAULT_RULE, merge
from marsad.model import Document, Issue, ResolvedClaim
from marsad.ontology import load
from marsad.reading import RawReport, count, find, read
from marsad.resolve import Resolver
from marsad.store import DATABASE, Store
from marsad.tables import NONE, OwnTables, in_use, keep, require_usable, use, using

PAGE = "report.html"
BATCH = 32
"""Reports a transaction: few enough that a killed build loses seconds, enough that commits cost little."""
WORTH_A_WORKER = 64
"""Reports below which starting another process takes longer than reading them."""
IN_FLIGHT = 3
"""Batches a worker that wait or run, so that no worker idles and memory stays flat."""

FAILED = "extraction_failed"

T = TypeVar("T")
Read = tuple[Document, tuple[ResolvedClaim, ...]]


class Progress(Struct, frozen=True):
    """How far a build is; ``stage`` is "read anew", "read", "merge" or "page"."""

    done: int
    total: int
    stage: str


class BuildSummary(Struct, frozen=True):
    """What a build did: reports found, new, known before and unreadable; claims and events in the record."""

    found: int
    new: int
    known: int
    unreadable: int
    claims: int
    events: int
    seconds: float


def ignore(_: Progress) -> None:
    """Tell nobody."""


def build(  # noqa: PLR0913 - what a user may choose
    paths: Sequence[str | Path],
    folder: Path,
    *,
    jobs: int = 1,
    on_progress: Callable[[Progress], None] = ignore,
    own: OwnTables = NONE,
    figures_rule: str | None = None,
) -> BuildSummary:
    """Read the reports under the paths into the record in the folder, and compute its events and page anew.

    ``own`` are tables of the user's, which a record keeps from its first build on. ``figures_rule`` says how the
    figures of events come about; a record keeps it until another one is given, by which all events are computed anew.

    Raises:
        InputError: a path does not exist or is the record itself, or none holds a report.
        FactsError: a table of the user's is at fault.
        UnknownCodeError: there is no such rule for figures.
        RecordError: the folder holds something else, another build is writing into it, or it was begun with other
            tables.
    """
    started = time.monotonic()
    _refuse_folder_of_others(folder, paths)
    total = count(paths)
    if total == 0:
        raise NothingToReadError(f"no report found in {', '.join(map(str, paths))}; see `marsad build --help`")
    require_usable(own)
    if figures_rule is not None:
        load().figure_rule(figures_rule)
    with Store.open(folder, create=True) as store, using(_tables(store, folder, own)):
        if figures_rule is not None:
            store.keep_figures_rule(figures_rule)
        _read_anew(store, jobs, on_progress)
        found, new = _add_reports(store, paths, jobs if total >= WORTH_A_WORKER else 1, total, on_progress)
        _derive(store, folder, on_progress)
        counts = store.counts()
        seconds = time.monotonic() - started
        return BuildSummary(found, new, found - new, counts.unreadable, counts.claims, counts.events, seconds)


def _tables(store: Store, folder: Path, own: OwnTables) -> OwnTables:
    """Return the user's tables that the record keeps."""
    return keep(folder, own, begun=next(store.documents(), None) is not None)


def _refuse_folder_of_others(folder: Path, paths: Sequence[str | Path]) -> None:
    """Refuse to make a record among the reports, or where a page lies that would be overwritten."""
    if (folder / DATABASE).exists():
        return
    if any(Path(path).is_dir() and folder.exists() and folder.samefile(path) for path in paths):
        raise RecordError(f"{folder} holds the reports: choose another folder for the record")
    if (folder / PAGE).exists():
        raise RecordError(f"{folder} holds a {PAGE} of something else: choose another folder for the record")


def _read_anew(store: Store, jobs: int, on_progress: Callable[[Progress], None]) -> None:
    """Read the record's documents again where another marsad read them, so that claims of two readers never mix.

    A killed build goes on where it stopped.
    """
    now = f"{__version__} {reader()}"
    if store.read_by == now:
        return
    done, total = 0, store.counts().documents
    old = _batches(store.to_read_anew(now), BATCH)
    for batch in _read_all(old, jobs if total >= WORTH_A_WORKER else 1, read_again):
        store.put_anew(batch, now)
        done += len(batch)
        on_progress(Progress(done, total, "read anew"))
    store.set_read_by(now)


def _add_reports(
    store: Store, paths: Sequence[str | Path], jobs: int, total: int, on_progress: Callable[[Progress], None]
) -> tuple[int, int]:
    """Return how many reports were found, and how many of them were new."""
    found = new = 0

    def unknown() -> Iterator[list[RawReport]]:
        nonlocal found
        for batch in _batches(find(paths), BATCH):
            found += len(batch)
            known = store.known(raw.document_id for raw in batch)
            yield list({raw.document_id: raw for raw in batch if raw.document_id not in known}.values())

    done = 0
    for batch in _read_all(unknown(), jobs, read_batch):
        store.add(batch)
        new += len(batch)
        done = min(total, done + BATCH)
        on_progress(Progress(done, total, "read"))
    return found, new


def _derive(store: Store, folder: Path, on_progress: Callable[[Progress], None]) -> None:
    """Bring events and page up to the claims, unless they are."""
    page = folder / PAGE
    if store.fresh and page.exists():
        return
    if not store.fresh:
        on_progress(Progress(0, 1, "merge"))
        page.unlink(missing_ok=True)  # a build killed from here on must not leave the page of other events
        rule = store.figures_rule or DEFAULT_RULE
        merged = merge(store.claims(), store.documents(), store.decisions(), rule=rule)
        store.replace_events(merged.events, merged.copies)
    on_progress(Progress(0, 1, "page"))
    write_page(store, page)


def _batches(reports: Iterator[T], size: int) -> Iterator[list[T]]:
    while batch := list(islice(reports, size)):
        yield batch


def _read_all(batches: Iterable[list[T]], jobs: int, how: Callable[[list[T]], list[Read]]) -> Iterator[list[Read]]:
    """Read the batches in their order, in as many processes as there are jobs."""
    if jobs <= 1:
        yield from map(how, batches)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=use, initargs=(in_use(),)) as pool:
        waiting: deque[Future[list[Read]]] = deque()
        try:
            for batch in batches:
                waiting.append(pool.submit(how, batch))
                if len(waiting) >= IN_FLIGHT * jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise MarsadError("a worker process died; run the same command again with --jobs 1") from error


def read_batch(reports: list[RawReport]) -> list[Read]:
    """Read, extract and resolve reports one by one."""
    return [read_report(raw) for raw in reports]


def read_again(documents: list[Document]) -> list[Read]:
    """Extract and resolve anew what was read before."""
    return [claims_of(document) for document in documents]


def read_report(raw: RawReport) -> Read:
    """Read one report into a document and its claims; what goes wrong with it becomes its issue."""
    return claims_of(_document(raw))


def claims_of(document: Document) -> Read:
    """Return the document with its claims; what goes wrong becomes its issue."""
    document = msgspec.structs.replace(document, issues=tuple(i for i in document.issues if i.code != FAILED))
    if not document.readable:
        return document, ()
    try:
        claims = Resolver.default().resolve(document, default_extractor().extract(document))
        for claim in claims:
            load().check_claim(claim)
    except Exception as error:  # noqa: BLE001 - one bad document never stops a run
        issue = Issue(FAILED, f"no claim could be read from it: {type(error).__name__}: {error}")
        return msgspec.structs.replace(document, issues=(*document.issues, issue)), ()
    return document, claims


def _document(raw: RawReport) -> Document:
    """Read what no rule of reading foresaw as a document without text. A missing library is not the report's fault."""
    try:
        return read(raw)
    except ImportError as error:
        raise MarsadError(f"marsad is not installed whole: {error}; install it again with pip") from error
    except Exception as error:  # noqa: BLE001 - one bad document never stops a run
        said = f"it could not be taken apart: {type(error).__name__}: {error}"
        return read(msgspec.structs.replace(raw, data=b"", problem=Issue("reading_failed", said)))

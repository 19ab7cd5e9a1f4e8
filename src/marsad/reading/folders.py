"""Which files the paths given stand for: folders walked in a fixed order, each real folder once."""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from marsad.errors import InputError
from marsad.model import Issue
from marsad.reading.raw import SUFFIXES

ASSETS = frozenset(
    (
        ".css .js .mjs .map .woff .woff2 .ttf .otf .eot .png .jpg .jpeg .gif .svg .webp .ico .bmp .tif .tiff .avif"
        " .mp3 .mp4 .m4a .ogg .wav .webm .mov .avi"
    ).split()
)
"""Parts of saved web pages, pictures and sound: no report can stand in them, so a folder may hold them."""

SYSTEM_NAMES = frozenset(["thumbs.db", "desktop.ini", "__macosx", "icon\r"])
_PARTS_OF_PAGE = (
    "_files",
    ".files",
    "-Dateien",
    "_fichiers",
    "_archivos",
    "_arquivos",
    "_bestanden",
    "_pliki",
    "_file",
)
"""What browsers put behind a saved page's name to name the folder of its parts: frames, advertisements."""

RECORD_FILE = "record.db"
"""A folder that holds this is a record, and its page and exports are no reports."""


class FoundFile(Struct, frozen=True):
    """A file and its name in the record: relative to the folder given, with forward slashes.

    A folder that cannot be listed stands for its files, with the problem.
    """

    file: Path
    name: str
    problem: Issue | None = None


def list_files(paths: Sequence[str | Path]) -> Iterator[FoundFile]:
    """Give the files in the order of the paths, those of a folder by name.

    Raises:
        InputError: a path does not exist, is neither file nor folder, or is a record.
    """
    starts = [_existing(Path(path)) for path in paths]
    return _walk_all(starts)


def _existing(path: Path) -> Path:
    if not path.exists():
        raise InputError(f"{path} does not exist: give a file or a folder of reports")
    if not (path.is_dir() or path.is_file()):
        raise InputError(f"{path} is neither a file nor a folder: give a file or a folder of reports")
    if (path / RECORD_FILE).exists():
        raise InputError(f"{path} is a record, whose files are no reports: keep reports and record in two folders")
    return path


def _walk_all(starts: Iterable[Path]) -> Iterator[FoundFile]:
    for start in starts:
        if start.is_dir():
            yield from _walk(start, "", set())
        else:
            yield FoundFile(start, plain_name(start.name))


def _walk(folder: Path, prefix: str, seen: set[tuple[int, int]]) -> Iterator[FoundFile]:
    """Walk without recursion: a chain of folders may be deeper than the interpreter's stack."""
    waiting = [(folder, prefix)]
    while waiting:
        folder, prefix = waiting.pop()
        inner: list[tuple[Path, str]] = []
        try:
            entries = _entries(folder, seen)
        except InputError as error:
            if not prefix:
                raise
            yield FoundFile(folder, prefix.rstrip("/"), Issue("unreadable", str(error)))
            continue
        for entry in entries:
            name = prefix + plain_name(entry.name)
            if entry.is_dir():
                inner.append((Path(entry.path), name + "/"))
            elif not _is_asset(entry.name):
                yield FoundFile(Path(entry.path), name)
        waiting.extend(reversed(inner))


def _entries(folder: Path, seen: set[tuple[int, int]]) -> list[os.DirEntry[str]]:
    """List what may be read, by name; nothing when the same folder was listed before (links may form loops)."""
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in seen:
            return []
        seen.add((status.st_dev, status.st_ino))
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        raise InputError(f"cannot list {folder}: {error.strerror}; make it readable or leave it out") from error
    if any(entry.name == RECORD_FILE for entry in entries):
        return []
    parts = {Path(entry.name).stem + ending for entry in entries for ending in _PARTS_OF_PAGE if _is_page(entry.name)}
    return [entry for entry in entries if not _is_hidden(entry.name) and entry.name not in parts and _is_plain(entry)]


def _is_plain(entry: os.DirEntry[str]) -> bool:
    """Leave out pipes, devices and links to nowhere: opening them may wait for ever."""
    try:
        mode = entry.stat().st_mode
    except OSError:
        return False
    return stat.S_ISDIR(mode) or stat.S_ISREG(mode)


def _is_page(name: str) -> bool:
    return SUFFIXES.get(Path(name).suffix.casefold()) == "html"


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name.casefold() in SYSTEM_NAMES


def _is_asset(name: str) -> bool:
    suffix = Path(name).suffix.casefold()
    return suffix in ASSETS and suffix not in SUFFIXES


def plain_name(name: str) -> str:
    """Return a file's name as text that can be written as UTF-8, whatever its bytes are."""
    return os.fsencode(name).decode("utf-8", "replace")

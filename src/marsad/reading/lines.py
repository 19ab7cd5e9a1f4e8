"""Lines of a file of any length, within bounded memory and time."""

import gzip
import zlib
from collections.abc import Iterator
from typing import IO

from msgspec import Struct

from marsad.model import Issue
from marsad.reading.raw import MAX_BYTES

PART = 1 << 20
"""Bytes read at a time."""

MAX_RATIO = 100
"""How many times its size a ``.gz`` may unpack to. Deflate reaches 1,032 on zeros; lines of reports stay under 30."""

FREE = 64_000_000
"""Bytes unpacked before the ratio counts."""


class LongLine(Struct, frozen=True):
    """A line over the limit of a report: its first bytes stand for it."""

    start: bytes


def lines_of(stream: IO[bytes], packed_size: int | None) -> Iterator[tuple[int, bytes | LongLine | Issue]]:
    """Give the number (from 1) and content of every line that is not blank.

    ``packed_size`` is the size on disk when the stream is unpacked on the way. An archive that is damaged or unpacks to
    far too much ends with an issue in place of a line.
    """
    lines = _Lines()
    unpacked = 0
    try:
        while part := stream.read(PART):
            unpacked += len(part)
            yield from lines.feed(part)
            if packed_size is not None and unpacked > FREE + MAX_RATIO * packed_size:
                yield (
                    lines.number + 1,
                    Issue("zip_bomb", f"unpacks to over {MAX_RATIO} times its size; the rest unread"),
                )
                return
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        yield from lines.end()
        yield lines.number + 1, Issue("damaged_archive", f"the .gz file is damaged or cut off: {error}")
        return
    yield from lines.end()


class _Lines:
    """Cuts parts of a stream into lines, keeping no more than a report's worth of an unfinished one."""

    def __init__(self) -> None:
        self.number = 0
        self._held: list[bytes] = []
        self._size = 0

    def feed(self, part: bytes) -> Iterator[tuple[int, bytes | LongLine | Issue]]:
        *finished, rest = part.split(b"\n")
        for line in finished:
            self._hold(line)
            yield from self.end()
        self._hold(rest)

    def end(self) -> Iterator[tuple[int, bytes | LongLine | Issue]]:
        self.number += 1
        line, size = b"".join(self._held), self._size
        self._held, self._size = [], 0
        if size > MAX_BYTES:
            yield self.number, LongLine(line)
        elif line.strip():
            yield self.number, line.strip()

    def _hold(self, line: bytes) -> None:
        if self._size <= MAX_BYTES:
            self._held.append(line[: MAX_BYTES + 1 - self._size])
        self._size += len(line)

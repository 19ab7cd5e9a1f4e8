"""Opening a record to read from it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from marsad.store import Store
from marsad.tables import kept, using

AGAIN = "complete it with: marsad build REPORTS -o"


@contextmanager
def opened(record: Path) -> Iterator[Store]:
    """Give the record in the folder; say on standard error when its events do not cover all its claims.

    They do not when a build was stopped before it had merged the claims, or when another version of marsad merged them.
    """
    with Store.open(record) as store, using(kept(record)):
        if not store.fresh:
            sys.stderr.write(f"marsad: {record} is unfinished or of another version of marsad; {AGAIN} {record}\n")
        yield store

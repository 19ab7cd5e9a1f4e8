"""A record on disk, and the command line run in this process."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from msgspec import Struct

from marsad.cli import main
from marsad.store import Store
from tests import sample_record


class Ran(Struct, frozen=True):
    """What a run of the command line gave."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run ``marsad`` with the arguments."""

    def run(*arguments: str | Path) -> Ran:
        given: Sequence[str] = [str(argument) for argument in arguments]
        code = main(given)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Write the sample record."""
    folder = tmp_path / "record"
    with Store.open(folder, create=True) as store:
        sample_record.fill(store)
    return folder

"""Run the commands of docs/tutorial.md and write what they print below them, as a terminal of 132 columns shows it.

An id of an event in a command becomes that of the event which is best supported, because ids follow from what is read.
"""

import os
import pty
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from marsad.model import Event
from marsad.store import Store

ROOT = Path(__file__).parents[1]
TUTORIAL = ROOT / "docs" / "tutorial.md"
ENVIRONMENT = {**os.environ, "COLUMNS": "132", "LINES": "50", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}

_BLOCK = re.compile(r"```console\n\$ marsad ([^\n]*)\n(?:.*?\n)??```", re.DOTALL)
_EVENT = re.compile(r"\b(?:e-[0-9a-f]{4,16}|EVENT)\b")
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_KERNEL = re.compile(r"(?<=on Linux)-\S+")


def commands(text: str) -> list[str]:
    """Return the arguments of ``marsad`` in each console block."""
    return [match[1] for match in _BLOCK.finditer(text)]


def most_told(folder: Path) -> str:
    """Return the id of the event with most origins, a confirmed one before others, then disputes, then claims."""
    with Store.open(folder) as record:
        return max(record.events(), key=_support).id


def _support(event: Event) -> tuple[int, bool, int, int]:
    return event.origins, event.grade == "confirmed", len(event.disputes), len(event.claims)


def output(arguments: list[str], folder: Path) -> str:
    """Run ``marsad`` on a terminal of its own in the folder and return what it shows in the end."""
    terminal, child = pty.openpty()
    run = [sys.executable, "-c", "import sys; from marsad.cli import main; sys.exit(main())", *arguments]
    with subprocess.Popen(run, cwd=folder, env=ENVIRONMENT, stdout=child, stderr=subprocess.DEVNULL) as process:  # noqa: S603
        os.close(child)
        shown = _read(terminal)
    if process.returncode != 0:
        raise SystemExit(f"marsad {shlex.join(arguments)} failed with {process.returncode}")
    lines = _KERNEL.sub("", _ESCAPES.sub("", shown)).replace("\r\n", "\n").splitlines()
    return "\n".join(line.rsplit("\r", 1)[-1].rstrip() for line in lines).strip("\n")


def _read(terminal: int) -> str:
    read = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # what Linux says when the other end is closed
            part = b""
        if not part:
            os.close(terminal)
            return read.decode("utf-8", "replace")
        read += part


def refreshed(text: str, folder: Path) -> str:
    """Return the tutorial with the output of its commands, run one after the other in the folder."""

    def block(match: re.Match[str]) -> str:
        command = match[1]
        if _EVENT.search(command):
            command = _EVENT.sub(most_told(folder / "record")[:8], command)
        return f"```console\n$ marsad {command}\n{output(shlex.split(command), folder)}\n```"

    return _BLOCK.sub(block, text)


def main() -> None:
    """Refresh the tutorial in place."""
    with tempfile.TemporaryDirectory() as name:
        shutil.copytree(ROOT / "examples" / "reports", Path(name) / "examples" / "reports")
        TUTORIAL.write_text(refreshed(TUTORIAL.read_text(encoding="utf-8"), Path(name)), encoding="utf-8")


if __name__ == "__main__":
    main()

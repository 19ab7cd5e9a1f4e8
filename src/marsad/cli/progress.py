"""Telling how far a build is: a bar on a terminal, now and then a line elsewhere, on standard error."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskID, TextColumn, TimeRemainingColumn
from rich.text import Text

from marsad.pipeline import Progress as Step

Tell = Callable[[Step], None]

SECONDS_BETWEEN_LINES = 10.0
"""How often a line is written where there is no terminal: a log of an hour stays below 400 lines."""

STAGES = {
    "read anew": "reading the record's reports anew",
    "read": "reading reports",
    "merge": "merging claims",
    "page": "writing report.html",
}


class _Rate(ProgressColumn):
    """Reports a second, over the last stretch."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{speed:,.0f}/s")


class _Count(ProgressColumn):
    """How many of how many, where there is anything to count."""

    def render(self, task: Task) -> Text:
        return Text("" if task.total is None else f"{task.completed:,.0f} of {task.total:,.0f}")


@contextmanager
def told(*, quiet: bool) -> Iterator[Tell]:
    """Give what a build tells its progress to."""
    if quiet:
        yield lambda _: None
    elif sys.stderr.isatty():
        with _bar() as progress:
            yield _on_bar(progress)
    else:
        yield _Lines()


def _bar() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), _Count(), _Rate(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)


def _on_bar(progress: Progress) -> Tell:
    tasks: dict[str, TaskID] = {}

    def tell(step: Step) -> None:
        if step.stage not in tasks:
            for task in tasks.values():
                progress.update(task, visible=False)
            tasks[step.stage] = progress.add_task(STAGES.get(step.stage, step.stage), total=None)
        progress.update(tasks[step.stage], completed=step.done, total=step.total if step.total > 1 else None)

    return tell


class _Lines:
    """Writes a line when a stage begins, and again when the last one is long ago."""

    def __init__(self) -> None:
        self._stage = ""
        self._began = self._told = time.monotonic()

    def __call__(self, step: Step) -> None:
        now = time.monotonic()
        if step.stage != self._stage:
            self._stage, self._began = step.stage, now
        elif now - self._told < SECONDS_BETWEEN_LINES:
            return
        self._told = now
        sys.stderr.write(f"{self._line(step, now - self._began)}\n")

    @staticmethod
    def _line(step: Step, seconds: float) -> str:
        stage = STAGES.get(step.stage, step.stage)
        if step.total <= 1:
            return stage
        line = f"{stage}: {step.done} of {step.total}"
        if seconds < 1 or not step.done:
            return line
        rate = step.done / seconds
        return f"{line}, {rate:.0f}/s, {(step.total - step.done) / rate:.0f} s left"

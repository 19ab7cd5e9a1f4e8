"""Write the page of a record."""

from collections.abc import Iterator
from pathlib import Path

import jinja2

from marsad.errors import ExportError
from marsad.export.page.assets import load_assets
from marsad.export.page.rows import rows, script_safe
from marsad.export.page.survey import CLAIM_LIMIT, Survey, survey
from marsad.model import Record


def write_page(record: Record, path: Path, *, claim_limit: int = CLAIM_LIMIT) -> None:
    """Write the page to the path, replacing what is there only once it is complete.

    The record is read twice: for its numbers, then event by event. A record with more claims than ``claim_limit`` gives
    a page of the events that most origins tell, which says so.

    Raises:
        ExportError: the file cannot be written.
    """
    seen = survey(record, claim_limit)
    unfinished = path.with_name(path.name + ".part")
    try:
        with unfinished.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(_pieces(record, seen))
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise ExportError(f"cannot write {path}: {error.strerror}") from error


def _pieces(record: Record, seen: Survey) -> Iterator[str]:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("marsad.export.page", "static"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template("page.html")
    lines = (script_safe(row) for row in rows(record, seen))
    return template.generate(assets=load_assets(), seen=seen, rows=lines)

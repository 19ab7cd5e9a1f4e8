"""One report as collectors write it, a JSON object: by marsad's own names of fields, or by those of common crawlers."""

import json
import re
from typing import Any

from msgspec import Struct

from marsad.errors import UnreadableError
from marsad.reading.decode import Decoded, decode
from marsad.reading.raw import Given, Inner

_NAMES = {
    "title": "title headline",
    "url": "url link canonical_url source_url permalink web_url",
    "outlet": "outlet publisher publication source source_name site_name sitename media_name newspaper hostname domain"
    " source_domain",
    "published": "published published_at publishedat date_publish publish_date published_date date_published"
    " datepublished publication_date pubdate date",
    "language": "language lang",
}
"""For each field the names it goes by, marsad's own first; compared without case, hyphens as underscores."""

_TEXTS = "content body maintext main_text full_text fulltext article_text articlebody plain_text article".split()
_PAGES = "html raw_html content_html html_content".split()
_MARKUP = re.compile(r"</(?:p|div|span|a)>|<br\s{0,3}/?>", re.IGNORECASE)
_INNER = ("name", "rendered", "title", "value", "#text")
"""Names under which an object in place of a word holds it: ``"source": {"name": ...}``."""


class Fields(Struct, frozen=True):
    """What one object tells: what is given with the report, and its text or its page."""

    given: Given
    text: str | None
    html: str | None


def parse_object(line: bytes) -> dict[str, Any]:
    """Decode one JSON object.

    Raises:
        ValueError: it is no JSON object, or nested deeper than any report is.
    """
    try:
        fields = json.loads(json_text(line).text)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if not isinstance(fields, dict):
        raise ValueError("it holds no names and values")  # noqa: TRY004 - the content is wrong, not a caller's type
    return fields


def json_text(line: bytes) -> Decoded:
    """Decode the bytes of a line; JSON is UTF-8, and what is not is read as any other text is.

    Raises:
        ValueError: the bytes are no text.
    """
    try:
        return Decoded(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    try:
        return decode(line)
    except UnreadableError as error:
        raise ValueError(str(error)) from error


def fields_of(raw: dict[str, Any]) -> Fields:
    """Read an object by the names of its fields. Its ``text`` is taken as it is, whatever else there is."""
    named = {str(name).casefold().replace("-", "_"): value for name, value in raw.items()}
    given = Given(**{name: _first(named, known.split()) for name, known in _NAMES.items()})
    text, html = _words(named.get("text")), _first_whole(named, _PAGES)
    if text is None and html is None:
        text = _first_whole(named, _TEXTS)
        text, html = (None, text) if text is not None and _MARKUP.search(text) else (text, None)
    return Fields(given, text, html)


def _first(named: dict[str, object], names: list[str]) -> str | None:
    words = (_words(named.get(name)) for name in names)
    return next((word.strip() for word in words if word is not None), None)


def _first_whole(named: dict[str, object], names: list[str]) -> str | None:
    return next((words for name in names if (words := _words(named.get(name))) is not None), None)


def _words(value: object) -> str | None:
    """Return the words of a value, those of the object that stands in their place too; None for blank ones."""
    if isinstance(value, dict):
        value = next((value[name] for name in _INNER if isinstance(value.get(name), str)), None)
    words = clean(value) if isinstance(value, str) else ""
    return words if words.strip() else None


def clean(text: str) -> str:
    """Replace halves of surrogate pairs, which JSON can spell and UTF-8 cannot."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def inner_report(fields: dict[str, Any], number: int, data: bytes | None = None) -> Inner:
    """Return the report of an object within a file, known by its ``id``, else by its number.

    ``data`` are its own bytes; where the file has it in another form, they are those of its fields, sorted by name.
    """
    if data is None:
        data = json.dumps(fields, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
    known = next((value for name, value in fields.items() if str(name).casefold() == "id"), None)
    key = str(known).strip() if isinstance(known, str | int) else ""
    return Inner(clean(key) or str(number), data, "json", fields_of(fields).given)

"""Bytes of one report to a Document. Bad content gives a Document with an issue, never an error."""

from msgspec import Struct
from msgspec.structs import replace

from marsad.errors import UnreadableError
from marsad.model import Block, Document, Issue, Published
from marsad.reading.blocks import divide
from marsad.reading.credits import agencies_of
from marsad.reading.dates import day_of_metadata, day_of_url, day_of_words, given_day
from marsad.reading.decode import decode, normal_lines
from marsad.reading.files import clean, json_text, parse_line
from marsad.reading.language import language_of
from marsad.reading.markdown import front_matter
from marsad.reading.markup import declared_charset
from marsad.reading.metadata import PageMetadata
from marsad.reading.names import host_of, known_names
from marsad.reading.outlets import canonical, outlet_of_page, outlet_of_words
from marsad.reading.plain import folded
from marsad.reading.raw import Given, RawReport
from marsad.reading.years import day_by_weekday

MAX_TEXT = 300_000
"""Characters of one report's text, some 50,000 words: what comes after reading takes more than linear time."""

TOP = 2_000
"""Characters among which a PDF's own title must stand to be believed: many name the file that it was made from."""

LANGUAGE = "language_not_supported"


class _Content(Struct, frozen=True):
    """The text of a report and what is known of it apart from its words."""

    text: str
    given: Given
    metadata: PageMetadata = PageMetadata()
    issues: tuple[Issue, ...] = ()
    skip: int = 0


def read(raw: RawReport) -> Document:
    """Return the report as a document; what is wrong with it stands in its issues."""
    issues = (raw.problem,) if raw.problem is not None else ()
    if raw.problem is not None and (not raw.data or raw.problem.code in ("too_large", "invalid_json")):
        return _unread(raw, raw.problem)
    try:
        content = _within_bounds(_content(raw))
    except UnreadableError as error:
        return _unread(raw, *issues, Issue(error.code, str(error)))
    return _document(raw, replace(content, issues=issues + content.issues))


def _within_bounds(content: _Content) -> _Content:
    if len(content.text) > MAX_TEXT:
        raise UnreadableError("too_large", f"over {MAX_TEXT:,} characters, which no report has; not read")
    if not content.text.strip():
        raise UnreadableError("empty", "the report holds no text")
    return content


def _unread(raw: RawReport, *issues: Issue) -> Document:
    given = raw.given
    return Document(
        id=raw.document_id,
        path=raw.path,
        url=given.url,
        sha256=raw.sha256,
        title=given.title,
        outlet=given.outlet,
        agencies=(),
        language=given.language,
        published=given_day(given.published) if given.published else None,
        text="",
        blocks=(),
        issues=tuple(dict.fromkeys(issues)),
    )


def _content(raw: RawReport) -> _Content:
    match raw.form:
        case "json":
            return _from_line(raw)
        case "html":
            decoded = decode(raw.data, declared_charset(raw.data))
            return _from_html(decoded.text, raw.given, decoded.issues)
        case "pdf":
            return _from_pdf(raw)
        case "markdown":
            decoded = decode(raw.data)
            front = front_matter(decoded.text)
            given = Given(**{**front.fields, **_known(raw.given)})
            return _Content(decoded.text, given, issues=decoded.issues, skip=front.end)
        case "text":
            decoded = decode(raw.data)
            return _Content(decoded.text, raw.given, issues=decoded.issues)


def _known(given: Given) -> dict[str, str]:
    return {name: value for name in given.__struct_fields__ if (value := getattr(given, name)) is not None}


def _from_html(html: str, given: Given, issues: tuple[Issue, ...]) -> _Content:
    from marsad.reading.html import read_page  # noqa: PLC0415 - its libraries take a third of a second to load

    page = read_page(html)
    return _Content(page.text, given, page.metadata, issues + page.issues)


def _from_pdf(raw: RawReport) -> _Content:
    from marsad.reading.pdf import pdf_text  # noqa: PLC0415 - as above

    text, title, issues = pdf_text(raw.data)
    told = title is not None and folded(title) != "" and folded(title) in folded(text[:TOP])
    return _Content(text, raw.given, PageMetadata(title=title if told else None), issues)


def _from_line(raw: RawReport) -> _Content:
    try:
        fields = parse_line(raw.data)
    except ValueError as error:
        raise UnreadableError("invalid_json", f"no JSON object of a report: {error}") from error
    text, html = fields.get("text"), fields.get("html")
    issues = json_text(raw.data).issues
    if isinstance(text, str) and text.strip():
        return _Content(_titled(_exact(text), raw.given.title), raw.given, issues=issues)
    if isinstance(html, str) and html.strip():
        content = _from_html(_exact(html), raw.given, issues)
        return replace(content, text=_titled(content.text, raw.given.title))
    raise UnreadableError("empty", "the line holds neither “text” nor “html”")


def _exact(text: str) -> str:
    return normal_lines(clean(text)).replace("\0", "\N{REPLACEMENT CHARACTER}")


def _titled(text: str, title: str | None) -> str:
    """Put a title given apart before a text that does not begin with it."""
    if title is None or folded(text[: 2 * len(title) + 20]).startswith(folded(title)):
        return text
    return f"{title}\n\n{text}"


def _document(raw: RawReport, content: _Content) -> Document:
    given, metadata, text = content.given, content.metadata, content.text
    title, blocks = divide(text, given.title or metadata.title)
    url = given.url or metadata.url
    language = given.language or language_of(_story(text, blocks))
    issues = content.issues
    if language is not None and not language.casefold().startswith("en"):
        issues = (*issues, Issue(LANGUAGE, f"the text is in the language “{language}”; claims are read from English"))
    outlet = _outlet(content, url, blocks)
    published, unread = _published(content, url, blocks, outlet)
    return Document(
        id=raw.document_id,
        path=raw.path,
        url=url,
        sha256=raw.sha256,
        title=title,
        outlet=outlet,
        agencies=agencies_of(text, blocks, outlet, known_names()),
        language=language,
        published=published,
        text=text,
        blocks=blocks,
        issues=tuple(dict.fromkeys((*issues, *unread))),
    )


def _story(text: str, blocks: tuple[Block, ...]) -> str:
    return "\n".join(text[block.start : block.end] for block in blocks if block.kind in ("title", "body")) or text


def _outlet(content: _Content, url: str | None, blocks: tuple[Block, ...]) -> str | None:
    """Take the outlet given, else that of the page's head, of the address, of the words; last the address itself."""
    names = known_names()
    if content.given.outlet:
        return canonical(content.given.outlet, names)
    return (
        outlet_of_page(content.metadata.site, url, names)
        or outlet_of_words(content.text, blocks, names)
        or (host_of(url) if url else None)
    )


def _published(
    content: _Content, url: str | None, blocks: tuple[Block, ...], outlet: str | None
) -> tuple[Published | None, tuple[Issue, ...]]:
    """Take the day given, else that of the page's head, of the address, of the words."""
    words = content.given.published
    given = given_day(words) if words else None
    issues: tuple[Issue, ...] = ()
    if words and given is None:
        issues = (Issue("published_unreadable", f"“{words}” is no day; write it as 2019-03-14"),)
    head = content.metadata.published
    found = (
        given
        or (day_of_metadata(*head) if head else None)
        or (day_of_url(url) if url else None)
        or day_of_words(content.text, blocks, outlet)
        or day_by_weekday(content.text, blocks)
    )
    return found, issues

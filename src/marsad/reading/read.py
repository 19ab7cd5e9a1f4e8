"""Bytes of one report to a Document. Bad content gives a Document with an issue, never an error."""

from msgspec import Struct
from msgspec.structs import replace

from marsad.errors import UnreadableError
from marsad.model import Block, Document, Issue, Published
from marsad.reading.blocks import divide
from marsad.reading.credits import agencies_of
from marsad.reading.dates import day_of_metadata, day_of_url, day_of_words, given_day, month_of_url
from marsad.reading.decode import decode, normal_lines
from marsad.reading.fields import clean, fields_of, json_text, parse_object
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
"""Characters among which the title that a PDF or a document bears must stand to be believed."""

LANGUAGE = "language_not_supported"


class _Content(Struct, frozen=True):
    """The text of a report and what is known of it apart from its words."""

    text: str
    given: Given
    metadata: PageMetadata = PageMetadata()
    issues: tuple[Issue, ...] = ()
    listed: frozenset[str] = frozenset()


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
        case "mail":
            return _from_mail(raw)
        case "word":
            return _from_word(raw)
        case "markdown":
            decoded = decode(raw.data)
            given = Given(**{**front_matter(decoded.text), **_known(raw.given)})
            return _Content(decoded.text, given, issues=decoded.issues)
        case "text":
            decoded = decode(raw.data)
            return _Content(decoded.text, raw.given, issues=decoded.issues)


def _known(given: Given) -> dict[str, str]:
    return {name: value for name in given.__struct_fields__ if (value := getattr(given, name)) is not None}


def _from_html(html: str, given: Given, issues: tuple[Issue, ...]) -> _Content:
    from marsad.reading.html import read_page  # noqa: PLC0415 - its libraries take a third of a second to load

    page = read_page(html)
    return _Content(page.text, given, page.metadata, issues + page.issues, page.listed)


def _from_pdf(raw: RawReport) -> _Content:
    from marsad.reading.pdf import pdf_text  # noqa: PLC0415 - as above

    text, title, issues = pdf_text(raw.data)
    return _Content(text, raw.given, PageMetadata(title=_told(title, text)), issues)


def _from_line(raw: RawReport) -> _Content:
    try:
        fields = fields_of(parse_object(raw.data))
    except ValueError as error:
        raise UnreadableError("invalid_json", f"no JSON object of a report: {error}") from error
    issues = json_text(raw.data).issues
    if fields.text is not None:
        return _Content(_titled(_exact(fields.text), raw.given.title), raw.given, issues=issues)
    if fields.html is not None:
        content = _from_html(_exact(fields.html), raw.given, issues)
        return replace(content, text=_titled(content.text, raw.given.title))
    raise UnreadableError("empty", "there is neither “text” nor “html” in it")


def _from_mail(raw: RawReport) -> _Content:
    from marsad.reading.mail import open_mail  # noqa: PLC0415 - as above

    mail = open_mail(raw.data)
    if mail.page_at is not None and mail.is_html:
        return _from_html(mail.body.text, replace(raw.given, url=raw.given.url or mail.page_at), mail.body.issues)
    if mail.is_html:
        content = _from_html(mail.body.text, raw.given, mail.body.issues)
    else:
        content = _Content(_titled(mail.body.text, mail.subject), raw.given, issues=mail.body.issues)
    sent = (mail.day, "the mail's Date") if mail.day is not None else None
    return replace(content, metadata=PageMetadata(title=mail.subject, site=mail.sender, published=sent))


def _from_word(raw: RawReport) -> _Content:
    from marsad.reading.word import open_word  # noqa: PLC0415 - as above

    found = open_word(raw.data)
    return _Content(found.text, raw.given, PageMetadata(title=_told(found.title, found.text)), listed=found.listed)


def _told(title: str | None, text: str) -> str | None:
    """Return a title that stands at the top of the text: many files name the one that they were made from."""
    return title if title is not None and folded(title) and folded(title) in folded(text[:TOP]) else None


def _exact(text: str) -> str:
    return normal_lines(clean(text)).replace("\0", "\N{REPLACEMENT CHARACTER}")


def _titled(text: str, title: str | None) -> str:
    """Put a title given apart before a text that does not begin with it."""
    if title is None or folded(text[: 2 * len(title) + 20]).startswith(folded(title)):
        return text
    return f"{title}\n\n{text}"


def _document(raw: RawReport, content: _Content) -> Document:
    given, metadata, text = content.given, content.metadata, content.text
    title, blocks = divide(text, given.title or metadata.title, content.listed)
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
        agencies=agencies_of(text, blocks, outlet, known_names(), authors=metadata.authors),
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
        issues = (Issue("published_unreadable", f"“{words}” names no day for sure; write it as 2019-03-14"),)
    page = content.metadata
    found = (
        given
        or (day_of_metadata(page.published, page.modified) if page.published else None)
        or (day_of_url(url) if url else None)
        or day_of_words(content.text, blocks, outlet)
        or (day_of_metadata(page.loose_time) if page.loose_time else None)
        or day_by_weekday(content.text, blocks)
        or (month_of_url(url) if url else None)
    )
    return found, issues

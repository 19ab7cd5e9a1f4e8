"""Mails and pages saved as MHTML, which are mails too: the part that is the report, and what the head says."""

from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from msgspec import Struct

from marsad.errors import UnreadableError
from marsad.reading.decode import Decoded, decode

_FAULTS = (MessageError, ValueError, TypeError, LookupError, AttributeError, RecursionError)
"""What the library raises on broken mails."""

_PAGE_AT = ("Snapshot-Content-Location", "Content-Location")


class Mail(Struct, frozen=True):
    """What a mail holds; ``page_at`` is the address of the page that it is a copy of, None for a mail of its own."""

    body: Decoded
    is_html: bool
    page_at: str | None
    subject: str | None
    sender: str | None
    day: str | None


def open_mail(data: bytes) -> Mail:
    """Return the report of a mail or of a saved page: its plain text, or its page where it is a saved one.

    Raises:
        UnreadableError: it holds neither text nor page.
    """
    try:
        message = message_from_bytes(data)
        page_at = next((url for part in message.walk() if (url := _page_at(part)) is not None), None)
        part = _part(message, ("text/html", "text/plain") if page_at else ("text/plain", "text/html"))
        if part is None:
            raise UnreadableError("no_text", "there is neither text nor page in it")
        payload = part.get_payload(decode=True)
        content = payload if isinstance(payload, bytes) else b""
        body = decode(content, part.get_content_charset())
        is_html = part.get_content_type() == "text/html"
        return Mail(body, is_html, page_at, _head(message, "Subject"), _sender(message), _day(message))
    except _FAULTS as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError("broken_mail", f"the mail cannot be read: {type(error).__name__}") from error


def _page_at(message: Message) -> str | None:
    found = (str(message.get(name, "")).strip() for name in _PAGE_AT)
    return next((url for url in found if url.startswith(("http://", "https://"))), None)


def _part(message: Message, kinds: tuple[str, ...]) -> Message | None:
    """Return the first part of the first kind that there is, attachments left out."""
    parts = [part for part in message.walk() if part.get_content_disposition() != "attachment"]
    return next((part for kind in kinds for part in parts if part.get_content_type() == kind), None)


def _head(message: Message, name: str) -> str | None:
    value = message.get(name)
    return " ".join(str(make_header(decode_header(str(value)))).split()) or None if value is not None else None


def _sender(message: Message) -> str | None:
    return parseaddr(_head(message, "From") or "")[0] or None


def _day(message: Message) -> str | None:
    """Return the day in the sender's own time."""
    value = message.get("Date")
    try:
        return parsedate_to_datetime(str(value)).date().isoformat() if value is not None else None
    except (ValueError, TypeError):
        return None

"""Reports and claims of one sentence, for tests of their times."""

from datetime import date

from marsad.model import Block, Claim, Document, Mention, Published, Span, Time

PUBLISHED = date(2023, 5, 12)  # a Friday


def report(
    text: str, published: tuple[date, date] | None = (PUBLISHED, PUBLISHED), blocks: tuple[Block, ...] = ()
) -> Document:
    given = Published(*published, "given") if published is not None else None
    whole = (Block(0, len(text), "body"),)
    return Document("d-1", "a.txt", None, "", None, None, (), "en", given, text, blocks or whole, ())


def claim(
    document: Document,
    trigger: str,
    when: tuple[str, ...] = (),
    *,
    modality: str = "happened",
    type: str = "air_strike",
    mentions: tuple[str, ...] = (),
) -> Claim:
    text = document.text
    words = quote(text, trigger)
    stop = text.rfind(". ", 0, words.start)
    start = max(stop + 2 if stop >= 0 else 0, text.rfind("\n", 0, words.start) + 1)
    stop = text.find(".", words.end)
    end = min(stop + 1 if stop >= 0 else len(text), (text.find("\n", words.end) % (len(text) + 1)))
    return Claim(
        id="c-1",
        document=document.id,
        type=type,
        modality=modality,
        trigger=words,
        sentence=Span(start, max(end, words.end)),
        mentions=tuple(quote(text, mention) for mention in mentions),
        who=(),
        whom=(),
        where=(),
        when=tuple(quote(text, mention) for mention in when),
        counts=(),
        means=(),
        sources=(),
        extractor="test",
        confidence=1.0,
    )


def quote(text: str, words: str) -> Mention:
    start = text.index(words)
    return Mention.of(text, start, start + len(words))


def told(time: Time | None) -> tuple[str, str] | None:
    return None if time is None else (time.start.isoformat(), time.end.isoformat())

"""Makes claims out of a text in which marks say what the extractor would have found.

``[[...]]`` is the place phrase of the claim, ``{{...}}`` its trigger; a claim is made of the sentence of the trigger.
"""

import re

from marsad.model import Block, Claim, Document, Mention, Place, Span
from marsad.resolve.places import PlaceResolver

_MARK = re.compile(r"\[\[|\]\]|\{\{|\}\}")


def document(text: str, *, title: str = "") -> Document:
    whole = f"{title}\n\n{text}" if title else text
    cut = len(title)
    blocks = (Block(0, cut, "title"), Block(cut, len(whole), "body")) if title else (Block(0, len(whole), "body"),)
    return Document("d-1", "a.txt", None, "0" * 64, None, None, (), "en", None, whole, blocks, ())


def read(marked: str, *, title: str = "") -> tuple[Document, Claim]:
    """Return the document without its marks, and the claim that they make."""
    plain = _MARK.sub("", marked)
    doc = document(plain, title=title)
    shift = len(doc.text) - len(plain)
    where = tuple(_mention(doc.text, marked, found, shift) for found in re.finditer(r"\[\[(.*?)\]\]", marked))
    trigger = next(_mention(doc.text, marked, found, shift) for found in re.finditer(r"\{\{(.*?)\}\}", marked))
    ends = [found.end() for found in re.finditer(r"\. |\n", doc.text[: trigger.start])]
    start = max([shift, *ends])
    end = doc.text.find(". ", trigger.end)
    sentence = Span(start, len(doc.text) if end < 0 else end + 1)
    return doc, Claim(
        id="c-1", document="d-1", type="air_strike", modality="happened", trigger=trigger, sentence=sentence,
        mentions=(), who=(), whom=(), where=where, when=(), counts=(), means=(), sources=(), extractor="test",
        confidence=1.0,
    )  # fmt: skip


def _mention(text: str, marked: str, found: re.Match[str], shift: int) -> Mention:
    start = len(_MARK.sub("", marked[: found.start()])) + shift
    return Mention.of(text, start, start + len(_MARK.sub("", found[1])))


def place(marked: str, *, title: str = "") -> Place | None:
    doc, claim = read(marked, title=title)
    return PlaceResolver.default().resolve(doc, (claim,))[0]


def known(marked: str, *, title: str = "") -> Place:
    found = place(marked, title=title)
    assert found is not None
    return found

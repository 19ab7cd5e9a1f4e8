"""Text for the full-text index, with the names of private victims made unreadable.

The body of a document and of a claim stays complete; what can be searched, and what a search shows, does not hold them.
"""

import re
from collections.abc import Iterable, Sequence

from marsad.model import Document, Party, ResolvedClaim, Span
from marsad.model.privacy import private_names

MASK = "█"
"""No letter, so that no search finds it; as many of it as the name had characters, so that spans still hold."""


def private_parties(claims: Iterable[ResolvedClaim]) -> tuple[Party, ...]:
    """Return the private ones among those who took part."""
    return tuple(party for claim in claims for party in (*claim.who, *claim.whom) if party.private)


def masked(text: str, spans: Iterable[Span], names: Iterable[str]) -> str:
    """Return the text, as long as before, without what the spans cover and without any of the names.

    NUL is replaced by a blank, because databases end a text there.

    >>> masked("Amal, 9, died. Amal sang.", [Span(0, 4)], ["Amal"])
    '████, 9, died. ████ sang.'
    """
    characters = list(text)
    for span in spans:
        characters[span.start : span.end] = MASK * (min(span.end, len(text)) - min(span.start, len(text)))
    hidden = "".join(characters)
    longest_first = sorted(set(names), key=lambda name: (-len(name), name))
    if longest_first:
        words = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
        hidden = words.sub(lambda found: MASK * len(found[0]), hidden)
    return hidden.replace("\0", " ")


def index_texts(document: Document, claims: Sequence[ResolvedClaim]) -> list[tuple[str, str]]:
    """Return what the index may hold, as (title, text): of the document, and of each claim its sentence.

    The title of a claim are the canonical names that its sentence may spell otherwise.
    """
    parties = private_parties(claims)
    names = private_names(parties)
    text = masked(document.text, [party.mention.span for party in parties if party.mention is not None], names)
    title = masked(document.title or "", (), names)
    return [(title, text), *((_canonical(claim), text[claim.sentence.start : claim.sentence.end]) for claim in claims)]


def _canonical(claim: ResolvedClaim) -> str:
    named = [party.name for party in (*claim.who, *claim.whom) if not party.private and party.id is not None]
    named += [source.name for source in claim.sources if source.id is not None]
    named += [claim.where.name] if claim.where is not None else []
    return "; ".join(named)

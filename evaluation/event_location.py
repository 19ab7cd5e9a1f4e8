"""Places of happenings: which words of a sentence say where the happening of a given verb took place.

A line of the file is ``{"text", "verb": [[start, end], ...], "locations": [[start, end], ...]}``. The task gives the
verb, the extractor finds its happenings alone; so the score is taken on those records whose verb a claim tells of, and
how many those are is told beside it. Words are compared, not spans, as in the paper of the data (arXiv 1905.12713).

The task of the paper is to give the *place names* of a sentence at which the event of a verb took place, so the first
row compares names, the narrowest of a claim (``place_names``); the further rows compare all words of its phrases, "the
streets of Srinagar", of which the data has but the name. Half of the records have no place at all, although the
sentence names it in most of those in which a claim has one; what the claims give there counts as false in
the rows that say so, and is left out of those on records with a place. Spans that cut through a word are damaged;
their records are left out.
"""

import re
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from msgspec import Struct

from evaluation.place_names import narrowest
from evaluation.report import Report, Table, tally_figures, tally_table
from evaluation.scores import Tally, exact, rounded, share
from evaluation.texts import document_of, quoted, read_rows
from marsad.extract import Extractor
from marsad.model import Claim

_WORD = re.compile(r"\w+")

Pair = tuple[int, int]


class Record(Struct, frozen=True):
    """One line of the file."""

    text: str
    verb: tuple[Pair, ...]
    locations: tuple[Pair, ...]


class Outcome(Struct, frozen=True):
    """A record, and the words that the claim on its verb has as places, by their starts; None without such a claim."""

    record: Record
    given: frozenset[int] | None
    narrowest: frozenset[int] = frozenset()
    """The words of its names alone, without those of areas that only hold the place."""

    @property
    def wanted(self) -> frozenset[int]:
        """Starts of the words of the places as annotated."""
        return words_in(self.record.text, self.record.locations)

    @property
    def tally(self) -> Tally:
        """Words given against words wanted."""
        return exact(self.given or (), self.wanted)

    @property
    def names(self) -> Tally:
        """Words of the narrowest names given against words wanted."""
        return exact(self.narrowest, self.wanted)

    @property
    def named(self) -> Tally:
        """The same of words with a capital alone, for the data annotates names and leaves out "a market"."""
        text = self.record.text
        given, wanted = (
            {start for start in starts if text[start].isupper()} for starts in (self.given or (), self.wanted)
        )
        return exact(given, wanted)


def measure(path: Path, extractor: Extractor, *, every: int = 1) -> Report:
    """Measure an extractor on each so-many-th record of a file."""
    records = [record for record in islice(read_rows(path, Record), 0, None, every) if not is_damaged(record)]
    return report_of([outcome_of(record, extractor) for record in records], extractor.name)


def is_damaged(record: Record) -> bool:
    """Say whether a place of a record begins or ends inside a word, as where its offsets are of another text."""
    return any(_is_inside(record.text, at) for span in record.locations for at in span)


def _is_inside(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def outcome_of(record: Record, extractor: Extractor) -> Outcome:
    """Extract from one record, and take the places of the claims on its verb together."""
    document = document_of(record.text)
    claims = [claim for claim in extractor.extract(document) if _tells(claim, record.verb)]
    if not claims:
        return Outcome(record, None)
    spans = [(mention.start, mention.end) for claim in claims for mention in claim.where]
    names = words_in(record.text, [(span.start, span.end) for span in narrowest(document, claims)])
    return Outcome(record, words_in(record.text, spans), names)


def words_in(text: str, spans: Sequence[Pair]) -> frozenset[int]:
    """Return where the words start that lie in any of the spans."""
    return frozenset(start + word.start() for start, end in spans for word in _WORD.finditer(text[start:end]))


def _tells(claim: Claim, verb: Sequence[Pair]) -> bool:
    mentions = (claim.trigger, *claim.mentions)
    return any(start < mention.end and mention.start < end for start, end in verb for mention in mentions)


def report_of(outcomes: Sequence[Outcome], name: str) -> Report:
    """Add up over the records, and over those with a claim on the verb."""
    told = [outcome for outcome in outcomes if outcome.given is not None]
    on_told = sum((outcome.tally for outcome in told), Tally())
    on_all = sum((outcome.tally for outcome in outcomes), Tally())
    told_share = share(len(told), len(outcomes))
    records = Table(
        "Records",
        ("", "records", "share"),
        (("all", len(outcomes), None), ("with a claim on the verb", len(told), told_share)),
    )
    placed = sum((outcome.tally for outcome in told if outcome.wanted), Tally())
    named = sum((outcome.named for outcome in told if outcome.wanted), Tally())
    names = sum((outcome.names for outcome in told if outcome.wanted), Tally())
    names_on_told = sum((outcome.names for outcome in told), Tally())
    words = tally_table(
        "Words of places",
        {
            "names, on records with a place annotated": names,
            "names, on all records with a claim on the verb": names_on_told,
            "all words, on records with a claim on the verb": on_told,
            "all words, on those with a place annotated": placed,
            "their words with a capital": named,
            "all words, on all records": on_all,
        },
    )
    figures = {
        "extractor": name,
        "records": len(outcomes),
        "told": rounded(told_share),
        **tally_figures("place_names", names),
        **tally_figures("place_names_of_told", names_on_told),
        **tally_figures("words", on_told),
        **tally_figures("words_of_placed_records", placed),
        **tally_figures("names_of_placed_records", named),
        **tally_figures("words_of_all_records", on_all),
    }
    return Report("event-location", (records, words), figures, tuple(line for one in told for line in _errors(one)))


def _errors(outcome: Outcome) -> list[str]:
    text, given = outcome.record.text, outcome.narrowest
    shown = quoted(text, *outcome.record.verb)
    missed, false = (_read(text, starts) for starts in (outcome.wanted - given, given - outcome.wanted))
    told = [f"missed {missed}"] * bool(missed) + [f"false {false}"] * bool(false)
    return [f"{', '.join(told)}: {shown}"] if told else []


def _read(text: str, starts: frozenset[int]) -> str:
    words = (_WORD.match(text, start) for start in sorted(starts))
    return " ".join(word.group() for word in words if word is not None)

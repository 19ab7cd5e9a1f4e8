"""Everyday English, none of which belongs in the record: how much of it gives a claim."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from evaluation.report import Cell, Report, Table
from evaluation.scores import rounded, share
from evaluation.texts import document_of, quoted
from marsad.extract import Extractor
from marsad.model import Claim

SHIPPED = Path(__file__).parent / "data" / "ordinary.txt"
"""500 sentences written for this project."""


def measure(path: Path, extractor: Extractor) -> Report:
    """Measure an extractor on a plain text file with one sentence a line; a line with # in front heads those below."""
    return report_of(read_sections(path.read_text(encoding="utf-8")), extractor)


def read_sections(text: str) -> dict[str, list[str]]:
    r"""Return the sentences under each heading; those under none stand under the empty one.

    >>> read_sections("A cat sat.\n# Sport\nWe lost.")
    {'': ['A cat sat.'], 'Sport': ['We lost.']}
    """
    sections: dict[str, list[str]] = {}
    heading = ""
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("#"):
            heading = line.lstrip("# ")
        else:
            sections.setdefault(heading, []).append(line)
    return sections


def report_of(sections: Mapping[str, Sequence[str]], extractor: Extractor) -> Report:
    """Say which sentences give a claim, one by one."""
    sentences = [sentence for section in sections.values() for sentence in section]
    claims = {sentence: extractor.extract(document_of(sentence)) for sentence in sentences}
    false = [sentence for sentence in sentences if claims[sentence]]
    left_alone = share(len(sentences) - len(false), len(sentences))
    rows = [
        (heading or "–", share(sum(not claims[sentence] for sentence in section), len(section)), len(section))
        for heading, section in sections.items()
    ]
    table = Table("Left alone", ("", "share", "sentences"), (*rows, ("all", left_alone, len(sentences))))
    figures: dict[str, Cell] = {
        "extractor": extractor.name,
        "sentences": len(sentences),
        "with_claim": len(false),
        "left_alone": rounded(left_alone),
    }
    return Report("ordinary", (table,), figures, tuple(_error(sentence, claims[sentence]) for sentence in false))


def _error(sentence: str, claims: Sequence[Claim]) -> str:
    spans = [(claim.trigger.start, claim.trigger.end) for claim in claims]
    return f"{', '.join(claim.type for claim in claims)}: {quoted(sentence, *spans)}"

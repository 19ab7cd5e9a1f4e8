"""Whether a claim hangs on what happened, or on who did it and how it is told.

Sentences are made of templates in which actors, places and voice are swapped. All sentences of a template tell the
same kind of happening: its type and modality must stay, and who, whom and where must follow the swap.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

import msgspec
from msgspec import Struct

from evaluation.report import Cell, Report, Table
from evaluation.scores import rounded, share
from evaluation.texts import document_of, quoted
from marsad.extract import Extractor
from marsad.model import Claim, Mention, Span

DATA = Path(__file__).parent / "data" / "wording.yaml"
SWAPS = 7
"""Sentences of each template and voice: a template gives 14."""
_PART = re.compile(r"\{(\w+)\}|\[|\]|[^{}\[\]]+")


class Name(Struct, frozen=True):
    """Somebody who may stand in a template."""

    name: str
    plural: bool


class Template(Struct, frozen=True):
    """A happening told in both voices; ``whom`` names the list that its targets are taken from."""

    type: str
    modality: str
    whom: str | None
    active: str
    passive: str


class Wordings(Struct, frozen=True):
    """The file of templates."""

    actors: tuple[Name, ...]
    civilians: tuple[Name, ...]
    captives: tuple[Name, ...]
    places: tuple[str, ...]
    templates: tuple[Template, ...]


class Sentence(Struct, frozen=True):
    """A template filled: its text, where the happening's words stand, and where each role does."""

    template: Template
    voice: str
    text: str
    trigger: Span
    roles: dict[str, Span]


class Outcome(Struct, frozen=True):
    """A sentence and the claim on its happening, if any."""

    sentence: Sentence
    claim: Claim | None

    @property
    def reading(self) -> tuple[str, str] | None:
        """Type and modality of the claim."""
        return None if self.claim is None else (self.claim.type, self.claim.modality)


def yardstick() -> bytes:
    """Return the bytes of the templates, by which a change of them is noticed."""
    return DATA.read_bytes()


def read_wordings() -> Wordings:
    """Read the templates that ship."""
    return msgspec.yaml.decode(yardstick(), type=Wordings)


def sentences_of(wordings: Wordings) -> Iterator[Sentence]:
    """Fill every template in both voices; the same lists give the same sentences."""
    for number, template in enumerate(wordings.templates):
        for voice, turn in product(("active", "passive"), range(SWAPS)):
            yield _filled(wordings, template, voice, number + turn * 2)


def _filled(wordings: Wordings, template: Template, voice: str, turn: int) -> Sentence:
    """Take actors, targets and places in turn; the target lies three names after the actor and is never the same."""
    who = wordings.actors[turn % len(wordings.actors)]
    targets = {"actors": wordings.actors, "civilians": wordings.civilians, "captives": wordings.captives, None: ()}
    pool: Sequence[Name] = targets[template.whom]
    whom = pool[(turn + 3) % len(pool)] if pool else None
    names = {
        "who": who.name,
        "where": wordings.places[turn % len(wordings.places)],
        "is": "are" if who.plural else "is",
    }
    if whom is not None:
        names |= {
            "whom": whom.name,
            "were": "were" if whom.plural else "was",
            "are": "are" if whom.plural else "is",
        }
    return fill(template, voice, names)


def fill(template: Template, voice: str, names: dict[str, str]) -> Sentence:
    """Put the names into the template and note where they stand; brackets mark the trigger and go."""
    text, roles, marks = "", {}, []
    for part in _PART.finditer(getattr(template, voice)):
        slot = part.group(1)
        if part.group() in {"[", "]"}:
            marks.append(len(text))
            continue
        if slot in {"who", "whom", "where"}:
            roles[slot] = Span(len(text), len(text) + len(names[slot]))
        text += names[slot] if slot is not None else part.group()
    return Sentence(template, voice, text[0].upper() + text[1:], Span(min(marks), max(marks)), roles)


def measure(extractor: Extractor, wordings: Wordings | None = None) -> Report:
    """Measure how far an extractor's claims hang on the wording."""
    outcomes = [_outcome(sentence, extractor) for sentence in sentences_of(wordings or read_wordings())]
    usual = {template: _usual(outcomes, template) for template in {o.sentence.template.active for o in outcomes}}
    stable = [o.reading is not None and o.reading == usual[o.sentence.template.active] for o in outcomes]
    right = [o.reading == (o.sentence.template.type, o.sentence.template.modality) for o in outcomes]
    followed = [all(follows(o, role) for role in o.sentence.roles) for o in outcomes]
    rows = (
        ("type and modality stay", stable),
        ("type and modality are right", right),
        ("all roles follow", followed),
        *((f"{role} follows", _role(outcomes, role)) for role in ("who", "whom", "where")),
        *((f"all roles follow, {voice}", _voice(outcomes, followed, voice)) for voice in ("active", "passive")),
    )
    table = Table("Swapped wording", ("", "share", "sentences"), tuple((n, _mean(v), len(v)) for n, v in rows))
    figures: dict[str, Cell] = {
        "extractor": extractor.name,
        "sentences": len(outcomes),
        "type_and_modality": rounded(_mean(stable)),
        "right_type_and_modality": rounded(_mean(right)),
        "roles": rounded(_mean(followed)),
    }
    flags = zip(outcomes, stable, right, followed, strict=True)
    return Report("wording", (table,), figures, tuple(_error(o) for o, *good in flags if not all(good)))


def _outcome(sentence: Sentence, extractor: Extractor) -> Outcome:
    claims = [claim for claim in extractor.extract(document_of(sentence.text)) if _tells(claim, sentence.trigger)]
    return Outcome(sentence, claims[0] if claims else None)


def _tells(claim: Claim, trigger: Span) -> bool:
    return any(trigger.overlaps(mention) for mention in (claim.trigger, *claim.mentions))


def _usual(outcomes: Sequence[Outcome], active: str) -> tuple[str, str] | None:
    """Return the commonest reading of a template's sentences; of equally common ones the first in the alphabet."""
    counts = Counter(o.reading for o in outcomes if o.sentence.template.active == active and o.reading is not None)
    return min(counts, key=lambda reading: (-counts[reading], reading)) if counts else None


def follows(outcome: Outcome, role: str) -> bool:
    """Whether the claim has in this role what the sentence has there, and has it in no opposite one."""
    span, claim = outcome.sentence.roles[role], outcome.claim
    if claim is None:
        return False
    held = {"who": claim.who, "whom": claim.whom, "where": claim.where}
    opposite = {"who": claim.whom, "whom": claim.who, "where": ()}[role]
    return _holds(held[role], span) and not _holds(opposite, span)


def _holds(mentions: Sequence[Mention], span: Span) -> bool:
    return any(span.overlaps(mention) for mention in mentions)


def _role(outcomes: Sequence[Outcome], role: str) -> list[bool]:
    return [follows(o, role) for o in outcomes if role in o.sentence.roles]


def _voice(outcomes: Sequence[Outcome], flags: Sequence[bool], voice: str) -> list[bool]:
    return [flag for o, flag in zip(outcomes, flags, strict=True) if o.sentence.voice == voice]


def _mean(flags: Sequence[bool]) -> float | None:
    return share(sum(flags), len(flags))


def _error(outcome: Outcome) -> str:
    sentence = outcome.sentence
    shown = quoted(sentence.text, (sentence.trigger.start, sentence.trigger.end))
    lost = [role for role in sentence.roles if not follows(outcome, role)]
    reading = "no claim" if outcome.claim is None else " ".join(outcome.reading or ())
    return f"{reading}; not followed: {', '.join(lost) or 'none'}: {shown}"

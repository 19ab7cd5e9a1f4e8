"""One event with everything that is said of it."""

from collections.abc import Iterator, Mapping

from msgspec import Struct
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from marsad.cli import phrases
from marsad.cli.terminal import marked, words
from marsad.export import Withholding
from marsad.model import Dispute, Document, Event, EventParty, ResolvedClaim, Span
from marsad.ontology import load

TRIGGER = "bold yellow"
INDENT = 3


class Account(Struct, frozen=True):
    """An event with its claims, without private names, and each claim's document and sentence."""

    event: Event
    claims: tuple[ResolvedClaim, ...]
    documents: Mapping[str, Document]
    sentences: Mapping[str, tuple[str, Span]]

    @classmethod
    def of(
        cls,
        event: Event,
        claims: tuple[ResolvedClaim, ...],
        documents: Mapping[str, Document],
        withholding: Withholding,
    ) -> "Account":
        """Put the account together; a sentence goes with the place of its trigger in it."""
        return cls(
            withholding.event(event, claims),
            tuple(withholding.claim(claim) for claim in claims),
            documents,
            {claim.id: _sentence(claim, documents[claim.document], withholding) for claim in claims},
        )

    def outlet(self, claim: str) -> str:
        """Return who published the claim of that id, by name or else by the document's path."""
        [document] = [self.documents[one.document] for one in self.claims if one.id == claim]
        return document.outlet or document.path

    def number(self, claim: str) -> int:
        """Return the claim's number in the list, from one."""
        return [one.id for one in self.claims].index(claim) + 1


def _sentence(claim: ResolvedClaim, document: Document, withholding: Withholding) -> tuple[str, Span]:
    """Return the sentence, which the trigger may stand outside of, and the trigger's place in it."""
    start, end = min(claim.sentence.start, claim.trigger.start), max(claim.sentence.end, claim.trigger.end)
    before = withholding.quote(document, Span(start, claim.trigger.start))
    trigger = withholding.quote(document, claim.trigger.span)
    after = withholding.quote(document, Span(claim.trigger.end, end))
    return before + trigger + after, Span(len(before), len(before) + len(trigger))


def tell_account(out: Console, account: Account) -> None:
    """Print the event, its claims side by side, and why they are one event."""
    event = account.event
    title = words(phrases.type_label(event.type), "bold")
    out.print(
        Text(" ").join(part for part in (title, phrases.modality(event.modality), words(event.id, "cyan")) if part)
    )
    for label, text in _fields(account):
        out.print(Text.assemble((f"{label:<10}", "dim"), text))
    for claim in account.claims:
        out.print()
        _tell_claim(out, account, claim)
    if event.merged_because:
        out.print("\nOne event because", style="bold")
    for reason in event.merged_because:
        pair = f"{account.number(reason.left)} and {account.number(reason.right)}"
        out.print(words(f"{pair} ({reason.score:.2f}): {'; '.join(reason.reasons)}"))


def _fields(account: Account) -> Iterator[tuple[str, Text]]:
    event = account.event
    yield "when", words(_when(event))
    yield "where", words(_where(event))
    for label, named in (("who", event.who), ("whom", event.whom)):
        if named:
            yield label, words(", ".join(_supported(party) for party in named))
    if event.means:
        yield "means", words(", ".join(means.text for means in event.means))
    for value in event.figures:
        yield "figures", words(phrases.weighed(value))
    grade = load().grade(event.grade).label if event.grade in load().grades else event.grade
    origins = phrases.counted(event.origins, "origin", "origins")
    outlets = phrases.counted(event.outlets, "outlet", "outlets")
    yield "support", words(f"{grade}; {origins}, {outlets}, {phrases.counted(event.documents, 'report', 'reports')}")
    if event.grade_basis:
        yield "", words(event.grade_basis, "dim")
    for dispute in event.disputes:
        yield "disputed", words(f"≠ {dispute.text or _rivals(account, dispute)}", "bold red")
    yield from _values(account)


def _rivals(account: Account, dispute: Dispute) -> str:
    rivals = " / ".join(f"{value.value} ({_said_by(account, value.claims)})" for value in dispute.values)
    return f"{dispute.field}: {rivals}"


def _values(account: Account) -> Iterator[tuple[str, Text]]:
    """Give the values of the fields to which the claims give several, each with how it stands and its claims."""
    for value in account.event.values:
        relation = load().relation(value.relation).label.lower()
        claims = ", ".join(str(number) for number in sorted(account.number(claim) for claim in value.for_))
        because = f": {value.basis}" if value.basis else ""
        yield "told", words(f"{value.field}: {value.value} ({relation}{because}) by {claims}", "dim")


def _when(event: Event) -> str:
    when = event.when
    return phrases.UNKNOWN if when is None else f"{phrases.days(when)} ({when.precision}): {when.basis}"


def _where(event: Event) -> str:
    where = event.where
    if where is None:
        return phrases.UNKNOWN
    province = f", {where.admin1}" if where.admin1 else ""
    radius = f", within {where.radius_km:g} km" if where.radius_km is not None else ""
    return f"{phrases.place(where)}{province}{radius}: {where.basis}"


def _supported(party: EventParty) -> str:
    return party.name if not party.against else f"{party.name} ({len(party.for_)} for, {len(party.against)} against)"


def _said_by(account: Account, claims: tuple[str, ...]) -> str:
    return ", ".join(dict.fromkeys(account.outlet(claim) for claim in claims))


def _tell_claim(out: Console, account: Account, claim: ResolvedClaim) -> None:
    document = account.documents[claim.document]
    published = phrases.UNKNOWN if document.published is None else document.published.start.isoformat()
    outlet = words(document.outlet or document.path, "bold")
    about = words(f", {published}  {document.path}  {claim.id}", "dim")
    out.print(Text.assemble(f"{account.number(claim.id)}  ", outlet, about))
    sentence, trigger = account.sentences[claim.id]
    quoted = Text.assemble("“", marked(sentence, [trigger], TRIGGER), "”")
    for line in (quoted, *_claim_lines(claim)):
        out.print(Padding(line, (0, 0, 0, INDENT), expand=False))


def _claim_lines(claim: ResolvedClaim) -> Iterator[Text]:
    if claim.sources:
        yield words(f"according to {', '.join(dict.fromkeys(map(phrases.source, claim.sources)))}")
    for value in claim.figures:
        yield words(phrases.figure(value))
    told = [phrases.modality(claim.modality), words("told as history") if claim.background else Text()]
    if any(told):
        yield Text(" ").join(part for part in told if part)

"""Whom a pronoun goes on with: "Gunmen stormed the market. They burned forty stalls." is told of the gunmen twice."""

import re
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from marsad.model import Claim, Mention, Party
from marsad.resolve.actors.opponents import Taken

_PRONOUNS: Final = frozenset({"they", "it"})
_SPEECH: Final = frozenset({"statement", "threat", "agreement"})
_OPENING: Final = 30
"""Letters of a sentence before a pronoun that opens it: "On Friday they"."""
_BLANK: Final = re.compile(r"[\s\"”’)]*")


def with_subjects(text: str, taken: Sequence[Taken]) -> tuple[Taken, ...]:
    """Return the claims of one document with those who did it where "they" or "it" opens the sentence.

    The subject of the sentence before is meant. A party that the report names there in passing gives way to it: in
    "Gunmen shot at a base of the mission. They fled" the mission did not flee.
    """
    found: list[Taken] = []
    for one in taken:
        pronoun = _pronoun(one.claim)
        subject = _subject_before(text, pronoun, one.claim, found) if pronoun is not None else ()
        if pronoun is None or not subject or (one.who and any(party.id for party in subject)):
            found.append(one)
            continue
        found.append(replace(one, who=tuple(replace(party, mention=pronoun) for party in subject)))
    return tuple(found)


def _pronoun(claim: Claim) -> Mention | None:
    """Return the pronoun that opens the sentence and is all that the claim has for who did it."""
    if len(claim.who) != 1 or claim.type in _SPEECH:
        return None
    only = claim.who[0]
    opens = only.start - claim.sentence.start <= _OPENING and only.end <= claim.trigger.start
    return only if opens and only.text.casefold() in _PRONOUNS else None


def _subject_before(text: str, pronoun: Mention, claim: Claim, before: Sequence[Taken]) -> tuple[Party, ...]:
    """Return who did what the sentence before tells, where its words for them stand before the verb."""
    for one in before:
        told = one.claim
        if told.sentence.end > claim.sentence.start or told.type in _SPEECH:
            continue
        if _BLANK.fullmatch(text, told.sentence.end, claim.sentence.start) is None:
            continue
        subject = tuple(party for party in one.who if _leads(party, told) and _agrees(party, pronoun))
        if subject:
            return subject
    return ()


def _leads(party: Party, told: Claim) -> bool:
    return (
        party.mention is not None
        and not party.private
        and party.mention.start >= told.sentence.start
        and party.mention.end <= told.trigger.start
    )


def _agrees(party: Party, pronoun: Mention) -> bool:
    """Say whether "it" can be meant for the party: for one of the tables, and not for people told by a plural."""
    return pronoun.text.casefold() != "it" or party.id is not None

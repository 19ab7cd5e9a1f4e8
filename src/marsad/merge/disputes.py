"""What the claims of one event cannot all be right about, in sentences that say who says what against whom.

No dispute are a vaguer word beside a precise one, a part beside its whole, a count that its own origin has replaced,
and what a claim took from elsewhere in its report.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from marsad.merge.conflicts import contradicting
from marsad.merge.counts import in_conflict, standing
from marsad.merge.denials import OwnDenial, is_denial, own_denials
from marsad.merge.digest import ClaimDigest
from marsad.merge.figures import Tally
from marsad.merge.reconciling import places_rival, rivals, times_meet
from marsad.merge.vagueness import exclude_each_other
from marsad.merge.voices import REAL, Voices, speakers
from marsad.merge.words import counted, listed, told_count, told_days, told_modality, told_place, told_time, told_type
from marsad.model import Dispute, DisputedValue, Party, ResolvedClaim
from marsad.ontology import load

ONE_SIDED = frozenset({"explosion", "violence", "detention"})
"""Families of acts that one side does to another; of a fight either side may be told as the one that fought."""
STANCE = {"happened": "it did", "ongoing": "it goes on", "denied": "it did not"}


def find_disputes(digests: Sequence[ClaimDigest], tallies: Iterable[Tally], voices: Voices) -> tuple[Dispute, ...]:
    """List the disputed fields: whether it happened, what it was, who did it, when, where, how many."""
    claims = [digest.claim for digest in digests]
    found = (
        _about_modality(claims, voices),
        _about_type(digests, voices),
        _about_doers(claims, voices),
        _about_time(digests, voices),
        _about_place(digests, voices),
        *(_about_figure(tally, voices) for tally in tallies),
    )
    return tuple(dispute for dispute in found if dispute is not None)


def _about_modality(claims: Sequence[ResolvedClaim], voices: Voices) -> Dispute | None:
    """Dispute whether it happened; that somebody denies to have done it is of who did it, where others name him."""
    own = {denial.claim: denial for denial in own_denials(claims, voices)}
    elsewhere = {id_ for id_, denial in own.items() if denial.accused or not denial.denied}
    bearing = [claim for claim in claims if claim.id not in elsewhere]
    if len(set(map(is_denial, bearing))) < 2:
        return None
    told = [(claim.id, told_modality(claim.modality)) for claim in bearing]
    said = [(claim.id, _stance(claim, own.get(claim.id))) for claim in bearing]
    return _dispute("modality", "Whether it happened", told, voices, said)


def _stance(claim: ResolvedClaim, denial: OwnDenial | None) -> str:
    if denial is not None:
        return f"it was not done by {listed([party.name for party in denial.denied], 'or')}"
    return STANCE.get(claim.modality, told_modality(claim.modality).lower())


def _about_type(digests: Sequence[ClaimDigest], voices: Voices) -> Dispute | None:
    told = [(claim, told_type(code)) for claim, code in rival_types(digests, voices)]
    return _dispute("type", "What it was", told, voices)


def rival_types(digests: Sequence[ClaimDigest], voices: Voices) -> tuple[tuple[str, str], ...]:
    """Return the types of which it can be one only, by claims whose words leave no other."""
    told = [(one.claim.id, one.claim.type) for one in digests if one.claim.modality in REAL and one.typed]
    return contradicting(told, exclude_each_other, voices, of_origins=True)


def _about_doers(claims: Sequence[ResolvedClaim], voices: Voices) -> Dispute | None:
    told = [(claim, party.name) for claim, party in rival_doers(claims, voices)]
    for denial in own_denials(claims, voices):
        if denial.accused:
            told += [(id_, party.name) for id_, party in denial.accused]
            told += [(denial.claim, f"not {party.name}") for party in denial.denied]
    return _dispute("who", "Who did it", told, voices)


def rival_doers(claims: Sequence[ResolvedClaim], voices: Voices) -> tuple[tuple[str, Party], ...]:
    """Return those who are named as having done it against other known parties."""
    types = load().event_types
    if any(types[claim.type].family not in ONE_SIDED for claim in claims):
        return ()
    told = [(claim.id, party) for claim in claims if claim.modality in REAL for party in claim.who]
    return contradicting([pair for pair in told if pair[1].id is not None], rivals, voices)


def _about_time(digests: Sequence[ClaimDigest], voices: Voices) -> Dispute | None:
    told = [(digest.claim.id, digest.claim) for digest in digests if digest.own_time and digest.claim.when is not None]
    rival = contradicting(told, lambda one, other: not _meet_in_time(one, other), voices)
    return _dispute("when", "When it was", [(id_, told_time(claim)) for id_, claim in rival], voices)


def _meet_in_time(one: ResolvedClaim, other: ResolvedClaim) -> bool:
    return one.when is None or other.when is None or times_meet(one.when, other.when)


def _about_place(digests: Sequence[ClaimDigest], voices: Voices) -> Dispute | None:
    told = [(digest.claim.id, digest.claim.where) for digest in digests if digest.own_place]
    known = [(id_, where) for id_, where in told if where is not None]
    rival = contradicting(known, places_rival, voices)
    return _dispute("where", "Where it was", [(id_, told_place(where)) for id_, where in rival], voices)


def _about_figure(tally: Tally, voices: Voices) -> Dispute | None:
    figure = tally.figure
    rival = in_conflict(standing(tally.counts, voices), voices)
    told = [(count.claim, told_count(count.value)) for count in rival]
    return _dispute(counted(figure.measure, figure.who, figure.who_class), _how_many(tally), told, voices)


def _how_many(tally: Tally) -> str:
    figure = tally.figure
    measure = load().measure(figure.measure)
    named = figure.who and (figure.who.islower() or " " in figure.who)
    who = figure.who if named else load().victim_class(figure.who_class).label.lower()
    if measure.unit == "km²":
        return "How much ground it was"
    return f"How many {who} were {measure.label.lower()}"


def _dispute(
    field: str,
    question: str,
    told: Iterable[tuple[str, str | None]],
    voices: Voices,
    said: Iterable[tuple[str, str | None]] | None = None,
) -> Dispute | None:
    """Put a dispute together; ``said`` are the values as the sentence words them, where these differ."""
    values = [(claim, words) for claim, words in told if words is not None]
    worded = values if said is None else [(claim, words) for claim, words in said if words is not None]
    if len({words for _, words in values}) < 2:
        return None
    return Dispute(field, _by_value(values), _sentence(question, worded, voices))


def _sentence(question: str, told: Sequence[tuple[str, str]], voices: Voices) -> str:
    claims_of = _grouped(told)
    order = sorted(claims_of, key=lambda words: (-len({voices[claim].origin for claim in claims_of[words]}), words))
    days = {words: _days_of(claims_of[words], voices) for words in order}
    dated = len(set(days.values())) > 1
    parts = [
        f"{words} according to {speakers(voices[claim] for claim in claims_of[words])}"
        f"{f' ({days[words]})' if dated and days[words] else ''}"
        for words in order
    ]
    return f"{question} is disputed: {parts[0]}, but {' and '.join(parts[1:])}."


def _days_of(claims: Iterable[str], voices: Voices) -> str:
    """Write on which days the reports came out, so that an early count is seen to be one."""
    last = [told[1] for claim in claims if (told := voices[claim].told) is not None]
    return told_days(min(last), max(last)) if last else ""


def _by_value(told: Iterable[tuple[str, str]]) -> tuple[DisputedValue, ...]:
    """Give the claims for each value; one that states several values stands with each."""
    return tuple(DisputedValue(words, tuple(ids)) for words, ids in sorted(_grouped(told).items()))


def _grouped(told: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    claims_of: defaultdict[str, list[str]] = defaultdict(list)
    for claim, words in sorted(set(told)):
        claims_of[words].append(claim)
    return dict(claims_of)

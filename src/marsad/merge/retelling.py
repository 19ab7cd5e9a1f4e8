"""Whether two claims of one report tell one happening: "the attack" after "gunmen attacked a market".

The scale is that of :mod:`marsad.merge.comparison`. A report that takes up a happening again does so with a definite
noun, with the same word, or with the same victims, day or count; one that calls it another, or gives another day,
place or party, tells of another.
"""

from marsad.merge.comparison import (
    ADVANCES,
    ARMED,
    CAPTURE,
    HARM,
    LOOTING,
    PERSON,
    UNSPECIFIC,
    Comparison,
    compare_modality,
)
from marsad.merge.digest import ClaimDigest
from marsad.merge.duration import compare_extent, compare_times, is_long
from marsad.merge.finding import Finding, unknown
from marsad.merge.parties import compare_parties, head_noun, shared_person
from marsad.merge.phrasing import GENERIC, hours_apart, is_plural
from marsad.merge.space import POINTS, compare_places
from marsad.merge.tolls import compare_figures
from marsad.model import Place
from marsad.ontology import load

ONE_REPORT = 2.0
TAKEN_UP = 2.0
SAME_WORD = 1.5
LEADING = 1.5
TITLE = 5.0
"""Title and first sentences of a short report seldom tell two happenings."""
OUTCOME = 4.5
OUTCOMES = frozenset("death kill injur wound hurt casualt toll fatalit slay".split())
OUTCOME_TYPES = frozenset({"violence_other", "attack_on_civilians", "execution"})
"""Stems of words for what an attack brings."""
OTHER_DOERS, OTHER_VICTIMS = 1.0, 3.0
"""A report varies its words for those who did it more than for those to whom it was done."""
ADJACENT = 1.0
ADJACENT_CHARACTERS = 400
VIOLENT = frozenset({"violence", "explosion", "ground"})
_OWN_WORDS = unknown("reference", "reference: what goes on with the same is told in words of its own")
FALLS_BY = ADVANCES | {"armed_clash"}
"""Types as which a report tells how the place that it lets fall was captured."""
BLASTS = frozenset({"explosive_device", "suicide_bombing", "grenade"})
BOMBS = frozenset("bomb bomber blast explod explosiv drop".split())
"""Stems of words that leave open whether a bomb was laid, fired or dropped."""
ONE_CLAUSE = 4.5
MOURNED = 2.0
"""A sentence that tells only deaths, with no day or place of its own, goes on with what was told just before."""


def compare_within(left: ClaimDigest, right: ClaimDigest) -> Comparison:
    """Compare two claims of one report."""
    first, later = _in_order(left, right)
    findings = (
        Finding("document", "agrees", ONE_REPORT, "document: one report"),
        _compare_types(first, later),
        compare_modality(first, later),
        _compare_extent(first, later),
        _compare_reference(first, later) if not _goes_on(first, later) else _OWN_WORDS,
        _compare_heads(first, later),
        _compare_position(first, later),
        _compare_when(first, later),
        _compare_where(first, later),
        _compare_who(first, later),
        _compare_whom(first, later),
        *_compare_contents(first, later),
    )
    one, two = sorted((first.claim.id, later.claim.id))
    return Comparison(one, two, findings)


def ruled_out_within(left: ClaimDigest, right: ClaimDigest) -> bool:
    """Say at a glance whether :func:`compare_within` would veto the pair; what is not ruled out here may be there."""
    first, later = _in_order(left, right)
    return _compare_types(first, later).veto or compare_modality(first, later).veto


def _in_order(left: ClaimDigest, right: ClaimDigest) -> tuple[ClaimDigest, ClaimDigest]:
    """Return the two as the report tells them."""
    before = (left.claim.trigger, left.claim.id) <= (right.claim.trigger, right.claim.id)
    return (left, right) if before else (right, left)


def _compare_types(first: ClaimDigest, later: ClaimDigest) -> Finding:
    one, two = load().event_type(first.claim.type), load().event_type(later.claim.type)
    if "speech" in (first.family, later.family):
        return Finding("type", "differs", -4.0, "type: each saying is one of its own", veto=True)
    if one.code == two.code:
        return Finding("type", "agrees", 0.5, f"type: both {one.label}")
    joined = _is_title_of(first, later) or _is_outcome(later, first) or _in_one_clause(first, later)
    if joined and _may_be_one_blow(one.code, two.code):
        return Finding("type", "agrees", 0.0, f"type: {one.label}, told as {two.label} as well")
    pair = {one.code, two.code}
    loosely = two.code in one.compatible and bool(pair & UNSPECIFIC) and LOOTING not in pair
    if loosely or {one.code, two.code} <= BLASTS or _may_be_one_bomb(first, later):
        return Finding("type", "agrees", 0.0, f"type: {one.label} can be told as {two.label}")
    if CAPTURE in pair and pair & FALLS_BY:
        return Finding("type", "differs", -1.5, f"type: {one.label} and {two.label}, perhaps of one battle")
    return Finding("type", "differs", -4.0, f"type: {one.label} and {two.label}, told apart by one report", veto=True)


def _may_be_one_blow(one: str, two: str) -> bool:
    """Say whether title and text, or one clause, may tell one happening as these types; not the burning beside it."""
    return LOOTING not in (one, two) and {one, two} <= ARMED | {CAPTURE}


def _may_be_one_bomb(first: ClaimDigest, later: ClaimDigest) -> bool:
    """Say whether one is told as a bomb or blast, which may have been fired or dropped as well as laid."""
    told_as = (first, later) if first.claim.type == "explosive_device" else (later, first)
    return (
        told_as[0].claim.type == "explosive_device"
        and told_as[1].claim.type in ("air_strike", "shelling")
        and bool(told_as[0].heads & BOMBS)
    )


def _in_one_clause(first: ClaimDigest, later: ClaimDigest) -> bool:
    """Say whether nothing stands between the two that could lead to another happening ("hit in an attack")."""
    one_sentence = first.claim.sentence == later.claim.sentence
    return one_sentence and first.clause == later.clause and {first.family, later.family} <= VIOLENT


def _only_mourns(later: ClaimDigest) -> bool:
    """Say whether it tells only deaths or injuries, with no day, place or cause of its own."""
    own = later.own_time or later.own_place
    bare = later.claim.type in OUTCOME_TYPES and later.heads <= OUTCOMES and later.reference in ("bare", "definite")
    return bare and not own and not later.headline


def _is_title_of(first: ClaimDigest, later: ClaimDigest) -> bool:
    """Say whether title and first sentences tell of them: of a short report they tell one happening."""
    return first.headline and later.leading and not later.headline and later.reference != "other"


def _compare_reference(first: ClaimDigest, later: ClaimDigest) -> Finding:
    words, same_word = f"“{later.claim.trigger.text}”", bool(first.heads & later.heads)
    if later.reference == "other" and first.claim.sentence != later.claim.sentence:
        return Finding("reference", "differs", -4.0, f"reference: {words} is called another", veto=True)
    if "passing" in (first.reference, later.reference) and not _tells_more(first, later):
        return Finding("reference", "differs", -2.5, f"reference: {words} is mentioned in passing only")
    if first.level == "single" and is_plural(later.claim.trigger.text):
        return Finding("reference", "differs", -1.5, f"reference: {words} are many")
    if later.reference in ("definite", "passing") and (later.heads & GENERIC or same_word):
        return Finding("reference", "agrees", TAKEN_UP, f"reference: {words} takes up what was told")
    if later.reference == "definite" and later.family in VIOLENT:
        return Finding("reference", "agrees", TAKEN_UP - 0.5, f"reference: {words} may take up what was told")
    if later.reference == "indefinite" and not (first.leading and later.leading and same_word):
        return Finding("reference", "differs", -2.5, f"reference: {words} is told as something new")
    if later.reference == "bare" and not same_word:
        return Finding("reference", "differs", -2.0, f"reference: {words} is not said to be what was told")
    return unknown("reference", "reference: the words leave it open")


def _tells_more(first: ClaimDigest, later: ClaimDigest) -> bool:
    """Say whether what is mentioned in passing has a time or count of its own by which to know it."""
    passing = [digest for digest in (first, later) if digest.reference == "passing"]
    return all(digest.own_time or digest.claim.figures for digest in passing)


def _compare_heads(first: ClaimDigest, later: ClaimDigest) -> Finding:
    if not first.heads & later.heads:
        return unknown("trigger", "trigger: other words")
    specific = bool((first.heads & later.heads) - GENERIC)
    weight = (SAME_WORD if later.reference == "definite" else SAME_WORD - 1) - (0.0 if specific else 0.5)
    return Finding("trigger", "agrees", weight, f"trigger: the same word in “{later.claim.trigger.text}”")


def _compare_position(first: ClaimDigest, later: ClaimDigest) -> Finding:
    if first.claim.sentence == later.claim.sentence:
        if _is_outcome(first, later) or _is_outcome(later, first):
            return Finding("position", "agrees", OUTCOME, "position: the deaths that one sentence tells with it")
        if _in_one_clause(first, later):
            return Finding("position", "agrees", ONE_CLAUSE, "position: told in one clause")
        return Finding("position", "differs", -2.0, "position: told apart in one sentence")
    if _is_title_of(first, later) and not is_plural(first.claim.trigger.text):
        return Finding("position", "agrees", TITLE, "position: the title and the first sentences tell it")
    near = ADJACENT if _is_near(first, later) else 0.0
    if near and _only_mourns(later) and not first.heads <= OUTCOMES:
        near += MOURNED
    taken_up = later.reference == "definite" or bool(first.heads & later.heads)
    if first.leading and (taken_up or later.leading):
        both = 1.0 if later.leading and taken_up else 0.0
        return Finding("position", "agrees", LEADING + near + both, "position: it is what the report is about")
    if near:
        return Finding("position", "agrees", near, "position: told in the sentences before")
    return unknown("position", "position: told elsewhere in the report")


def _goes_on(first: ClaimDigest, later: ClaimDigest) -> bool:
    """Say whether the later one needs no word that takes up the first: it is its text, its clause, or its deaths."""
    mourns = _only_mourns(later) and _is_near(first, later)
    return _is_title_of(first, later) or _in_one_clause(first, later) or mourns


def _is_near(first: ClaimDigest, later: ClaimDigest) -> bool:
    return later.claim.trigger.start - first.claim.trigger.end <= ADJACENT_CHARACTERS


def _is_outcome(outcome: ClaimDigest, cause: ClaimDigest) -> bool:
    """Say whether one is only the deaths and injuries that the other brought."""
    return (
        outcome.claim.type in OUTCOME_TYPES
        and outcome.heads <= OUTCOMES
        and outcome.reference == "bare"
        and cause.family in VIOLENT
        and not cause.heads <= OUTCOMES
    )


def _compare_when(first: ClaimDigest, later: ClaimDigest) -> Finding:
    if first.claim.sentence == later.claim.sentence:
        return unknown("when", "when: one sentence gives the time of both")
    if not (first.own_time and later.own_time):
        found = compare_times(first, later)
        apart = found.verdict == "differs" and None not in (first.claim.when, later.claim.when)
        return Finding("when", "differs", -3.0, found.words) if apart else unknown("when", "when: told once")
    if hours_apart(first.hours, later.hours):
        return Finding("when", "differs", -4.0, "when: another part of the day", veto=True)
    return compare_times(first, later)


def _compare_where(first: ClaimDigest, later: ClaimDigest) -> Finding:
    if first.own_place and later.own_place and first.claim.sentence != later.claim.sentence:
        found = compare_places(first, later)
        title = _is_title_of(first, later)
        apart = found.verdict == "agrees" and not title and _two_points(first.claim.where, later.claim.where)
        return Finding("where", "differs", -1.5, f"{found.words}, two places") if apart else found
    return unknown("where", "where: told once")


def _two_points(one: Place | None, two: Place | None) -> bool:
    """Say whether a report names two places, however near to each other, rather than one in two grains."""
    return one is not None and two is not None and one.name != two.name and {one.precision, two.precision} <= POINTS


def _compare_who(first: ClaimDigest, later: ClaimDigest) -> Finding:
    return _told_anew("who", compare_parties("who", first.claim.who, later.claim.who, 1.5), first, later)


def _compare_whom(first: ClaimDigest, later: ClaimDigest) -> Finding:
    """Compare victims; one attack has many, of whom a report names one here, another there."""
    person = shared_person(first.claim.whom, later.claim.whom)
    if person is not None and {first.family, later.family} <= HARM:
        return Finding("whom", "agrees", PERSON, f"whom: both name {person}")
    found = compare_parties("whom", first.claim.whom, later.claim.whom, 1.5)
    if found.verdict == "differs" and later.reference in ("definite", "passing"):
        return unknown("whom", found.words)
    found = Finding(found.feature, found.verdict, found.weight, found.words)
    return _told_anew("whom", found, first, later)


def _told_anew(role: str, found: Finding, first: ClaimDigest, later: ClaimDigest) -> Finding:
    """Take other words for those in a role as others, unless the happening is taken up by a noun."""
    if _is_title_of(first, later):
        return found
    one, two = ({head_noun(party.name) for party in getattr(digest.claim, role)} for digest in (first, later))
    if found.verdict == "cannot tell" and one and two and not one & two and later.reference in ("bare", "indefinite"):
        weight = OTHER_DOERS if role == "who" else OTHER_VICTIMS
        return Finding(role, "differs", -weight, f"{found.words}; told in other words")
    return found


def _compare_contents(first: ClaimDigest, later: ClaimDigest) -> tuple[Finding, ...]:
    """Compare the counts of two sentences; one sentence tells nothing of whether it tells of one or two."""
    return () if first.claim.sentence == later.claim.sentence else (compare_figures(first, later),)


def _compare_extent(first: ClaimDigest, later: ClaimDigest) -> Finding:
    """Compare as between reports, save that what is history in one sentence is so in the next without its date."""
    if first.own_time and later.own_time:
        return compare_extent(first, later)
    if first.level is not None and later.level is not None and first.level != later.level:
        return Finding("extent", "differs", -4.0, "extent: many happenings against a single one", veto=True)
    if is_long(first) != is_long(later) and None not in (first.claim.when, later.claim.when):
        return Finding("extent", "differs", -3.0, "extent: a campaign against a single happening")
    return unknown("extent", "extent: told once")

"""Two claims compared, feature by feature; the sum of the evidence decides, a veto overrides it.

The weights stand on one scale (where they come from: docs/decisions/0004): a shared day is worth 2, a shared town 2.5,
a shared known party 1.5 a role.
:data:`ENOUGH` is more than type, day and town together (5.5), so that a pair never is one happening for these alone:
two strikes on one town on one day stay two until parties, a figure or the words say that they are one.
"""

from datetime import date, timedelta
from math import exp

from msgspec import Struct

from marsad.merge.digest import ClaimDigest, likeness
from marsad.merge.duration import compare_extent, compare_times
from marsad.merge.finding import Finding, unknown
from marsad.merge.parties import compare_parties, other_names, shared_person
from marsad.merge.phrasing import hours_apart
from marsad.merge.space import compare_places
from marsad.model import Figure
from marsad.ontology import load

ENOUGH = 6.0
PARTY = 1.5
PERSON = 3.0
HARM = frozenset({"violence", "detention", "explosion", "ground"})
"""Families of what is done to a person."""
STORY, SOME_STORY = 0.16, 0.14
"""Likeness of the names of two reports from which they are of one story, and from which they may be."""
STORY_WEIGHT = 2.5
ABOUT = 1.5
"""What it is worth that two reports of one story open with it."""
FEWEST_NAMES = 3
STORY_DAYS = timedelta(days=3)
"""Reports further apart are of different stories, whatever names they share."""
SAME_TEXT_DAYS = timedelta(days=1)
"""A sentence that returns after more days is a formula of its writers rather than a copy."""
FEWEST_WORDS, MANY_WORDS = 3, 6
FEW = 12
"""Counts up to a dozen are so common that two happenings often share one."""
RIVALS = "figures: rival counts"
REAL = frozenset({"happened", "ongoing"})
AHEAD = frozenset({"planned", "threatened", "possible"})


class Comparison(Struct, frozen=True):
    """Two claims with the findings on them."""

    left: str
    right: str
    findings: tuple[Finding, ...]

    @property
    def vetoed(self) -> bool:
        """Whether something rules out that the two are one happening."""
        return any(finding.veto for finding in self.findings)

    @property
    def evidence(self) -> float:
        """Sum of the weights."""
        return sum(finding.weight for finding in self.findings)

    @property
    def same(self) -> bool:
        """Whether the two are taken as one happening."""
        return not self.vetoed and self.evidence >= ENOUGH

    @property
    def score(self) -> float:
        """Evidence between 0 and 1: one half at :data:`ENOUGH`, by the logistic function."""
        return 0.0 if self.vetoed else 1 / (1 + exp(ENOUGH - self.evidence))

    @property
    def reasons(self) -> tuple[str, ...]:
        """Words of the findings that agree or differ."""
        return tuple(finding.words for finding in self.findings if finding.verdict != "cannot tell")


def ruled_out(left: ClaimDigest, right: ClaimDigest) -> bool:
    """Say at a glance whether :func:`compare` would veto the pair; what is not ruled out here may be there."""
    one, two = left.claim, right.claim
    if one.type != two.type and not left.types & right.types and two.type not in load().event_type(one.type).compatible:
        return True
    first, second = left.window, right.window
    if left.own_time and right.own_time and first and second and (first[1] < second[0] or second[1] < first[0]):
        return True
    if left.own_place and right.own_place and one.where and two.where:
        return one.where.country != two.where.country and None not in (one.where.country, two.where.country)
    return False


def compare(left: ClaimDigest, right: ClaimDigest) -> Comparison:
    """Compare two claims; the order of the two does not matter to the result."""
    if right.claim.id < left.claim.id:
        left, right = right, left
    when, where = compare_times(left, right), compare_places(left, right)
    whom, documents = _compare_whom(left, right), _compare_documents(left, right)
    findings = (
        _compare_types(left, right),
        compare_modality(left, right),
        compare_extent(left, right),
        when,
        where,
        _compare_anchors(when, where, whom, documents),
        _compare_who(left, right, whom),
        whom,
        _compare_figures(left, right, when),
        _compare_hours(left, right),
        _compare_sites(left, right),
        _compare_triggers(left, right),
        compare_words(left, right),
        documents,
    )
    return Comparison(left.claim.id, right.claim.id, findings)


def _compare_types(left: ClaimDigest, right: ClaimDigest) -> Finding:
    one, two = load().event_type(left.claim.type), load().event_type(right.claim.type)
    if one.code == two.code:
        return Finding("type", "agrees", 1.0, f"type: both {one.label}")
    shared = sorted((left.types & right.types) - {"violence_other"})
    if shared:
        return Finding("type", "agrees", 0.5, f"type: both also told as {load().event_type(shared[0]).label}")
    if two.code in one.compatible:
        return Finding("type", "agrees", -0.5, f"type: {one.label} can be told as {two.label}")
    return Finding("type", "differs", -4.0, f"type: {one.label} is no {two.label}", veto=True)


def compare_modality(left: ClaimDigest, right: ClaimDigest) -> Finding:
    """Tell a plan from a deed; a denial is of what another says that it happened."""
    one, two = left.claim.modality, right.claim.modality
    if one == two or {one, two} <= REAL:
        return Finding("modality", "agrees", 0.0, f"modality: both {one}")
    if "denied" in (one, two) and {one, two} & REAL:
        return Finding("modality", "differs", -1.0, "modality: one says it happened, one denies it")
    if {one, two} <= AHEAD:
        return Finding("modality", "agrees", -0.5, f"modality: {one} and {two}, both still to come")
    return Finding("modality", "differs", -4.0, f"modality: {one} against {two}", veto=True)


def _compare_who(left: ClaimDigest, right: ClaimDigest, whom: Finding) -> Finding:
    """Compare who did it; of a clash either side may be told as the one that did."""
    found = compare_parties("who", left.claim.who, right.claim.who, PARTY, strict=left.family == "speech")
    if found.veto and left.family == right.family == "ground" and whom.verdict == "agrees":
        return Finding("who", "differs", -PARTY, f"{found.words}; the other side is one")
    return found


def _compare_whom(left: ClaimDigest, right: ClaimDigest) -> Finding:
    """Compare those it was done to; a person whom both name is seldom shot or arrested twice."""
    person = shared_person(left.claim.whom, right.claim.whom)
    if person is not None and {left.family, right.family} <= HARM:
        return Finding("whom", "agrees", PERSON, f"whom: both name {person}")
    found = compare_parties("whom", left.claim.whom, right.claim.whom, PARTY)
    if left.family == right.family == "detention" and other_names(left.claim.whom, right.claim.whom):
        return Finding("whom", "differs", -4.0, found.words, veto=True)
    return found


def _compare_anchors(when: Finding, where: Finding, whom: Finding, documents: Finding) -> Finding:
    """Ask for a day or a place in common, or a victim by name: like acts of one party fill a war."""
    if any(finding.verdict == "agrees" and finding.weight >= 1 for finding in (when, where)):
        return unknown("anchor", "anchor: a time or a place in common")
    if whom.weight >= PERSON:
        return unknown("anchor", "anchor: a person in common")
    if documents.weight >= STORY_WEIGHT + ABOUT:
        return unknown("anchor", "anchor: it is what both reports are about")
    return Finding("anchor", "differs", -2.0, "anchor: neither a time nor a place in common")


def _compare_figures(left: ClaimDigest, right: ClaimDigest, when: Finding) -> Finding:
    """Compare counts; rival ones are what reports of one happening dispute where the day is one, else a sign of two."""
    found = compare_figures(left, right)
    if found.words == RIVALS and not (when.verdict == "agrees" and when.weight >= 1):
        return Finding(found.feature, found.verdict, -2.0, f"{found.words}, and no day in common")
    return found


def compare_figures(left: ClaimDigest, right: ClaimDigest) -> Finding:
    """Compare counts of two or more: equal ones of like persons are telling, rival ones are what reports dispute.

    Twenty civilians are not the twenty soldiers of another claim, however equal the number.
    """
    pairs = [(a, b) for a in _counted(left) for b in _counted(right) if a.measure == b.measure]
    if not pairs:
        return unknown("figures", "figures: nothing counted by both")
    alike = [pair for pair in pairs if _like_persons(*pair)]
    if not alike:
        return Finding("figures", "differs", -2.0, "figures: the counts are of other persons")
    equal = sorted({(a.measure, _number(a)) for a, b in alike if _number(a) == _number(b)})
    if not equal:
        return Finding("figures", "differs", 0.0, RIVALS)
    measure, number = max(equal, key=lambda pair: (_is_odd(pair[1]), pair))
    weight = min(2.0, len(equal) + 0.5) + (1.0 if _is_odd(number) else 0.0)
    return Finding("figures", "agrees", weight, f"figures: both {number} {measure}")


def _is_odd(number: int) -> bool:
    """Say whether a count is no small and no round number, so that two happenings seldom share it."""
    return number > FEW and number % 5 != 0


def _counted(digest: ClaimDigest) -> list[Figure]:
    return [figure for figure in digest.claim.figures if _number(figure) >= 2]


def _number(figure: Figure) -> int:
    return figure.low if figure.low is not None else figure.high or 0


def _like_persons(left: Figure, right: Figure) -> bool:
    """Say whether two counts can be of the same persons: not when each names another class."""
    classes = {left.who_class, right.who_class}
    return len(classes) == 1 or bool(classes & {"unknown", "mixed"})


def _compare_hours(left: ClaimDigest, right: ClaimDigest) -> Finding:
    if hours_apart(left.hours, right.hours):
        words = f"hours: {', '.join(sorted(left.hours))} against {', '.join(sorted(right.hours))}"
        return Finding("hours", "differs", -4.0, words, veto=left.own_time and right.own_time)
    return unknown("hours", "hours: no part of the day tells them apart")


def _compare_sites(left: ClaimDigest, right: ClaimDigest) -> Finding:
    """Compare what was hit: the market, the hospital."""
    shared = left.sites & right.sites
    if shared:
        return Finding("site", "agrees", 1.0, f"site: both a {' and a '.join(sorted(shared))}")
    if len(left.sites) == len(right.sites) == 1:
        words = f"site: {', '.join(sorted(left.sites))} against {', '.join(sorted(right.sites))}"
        return Finding("site", "differs", -2.0, words)
    return unknown("site", "site: nothing tells them apart")


def _compare_triggers(left: ClaimDigest, right: ClaimDigest) -> Finding:
    """Compare what both call it, beyond one word: "coup attempt" is seldom said of two happenings at once."""
    one, two = left.claim.trigger.text.casefold(), right.claim.trigger.text.casefold()
    if one == two and " " in one:
        return Finding("trigger", "agrees", 1.0, f"trigger: both call it {one}")
    return unknown("trigger", "trigger: other words, or one that any report may use")


def compare_words(left: ClaimDigest, right: ClaimDigest) -> Finding:
    """Share of the telling words of the shorter telling in the other; a copied sentence is the same testimony."""
    if left.passages & right.passages and _close(left.document.published, right.document.published, SAME_TEXT_DAYS):
        return Finding("words", "agrees", 5.0, "words: the same sentence in both reports")
    shared = left.words & right.words
    likeness = len(shared) / max(1, min(len(left.words), len(right.words)))
    if len(shared) < FEWEST_WORDS or likeness < 0.2:
        return unknown("words", "words: few shared")
    words = f"words: both say {', '.join(sorted(shared)[:6])}"
    if likeness >= 0.55:
        return Finding("words", "agrees", 2.0, words)
    return Finding("words", "agrees", 1.5 if len(shared) >= MANY_WORDS else 1.0, words)


def _close(left: tuple[date, date] | None, right: tuple[date, date] | None, days: timedelta) -> bool:
    """Say whether two reports can have come out within so many days of each other."""
    if left is None or right is None:
        return True
    return right[0] - left[1] <= days and left[0] - right[1] <= days


def _compare_documents(left: ClaimDigest, right: ClaimDigest) -> Finding:
    """Two reports that name the same names are of one story, which is what their titles and leads tell."""
    if left.document.id == right.document.id:
        told_apart = left.claim.type != right.claim.type
        return Finding("document", "differs", -2.5, "document: told apart by one report", told_apart)
    if not _close(left.document.published, right.document.published, STORY_DAYS):
        return unknown("document", "document: two reports of different days")
    one, two = left.document.names, right.document.names
    shared = sorted(one.keys() & two.keys(), key=lambda name: (-one[name], name))
    alike = likeness(one, two)
    if alike < SOME_STORY or len(shared) < FEWEST_NAMES:
        return unknown("document", "document: two reports of different stories")
    words = f"document: both reports name {', '.join(shared[:4])}"
    weight = STORY_WEIGHT if alike >= STORY else STORY_WEIGHT - 1
    if left.document.published is None or right.document.published is None:
        return Finding("document", "agrees", weight - 1, f"{words}; of one the day is not known")
    if left.leading and right.leading:
        return Finding("document", "agrees", weight + ABOUT, f"{words}, and both are about it")
    return Finding("document", "agrees", weight, words)

"""Two claims compared, feature by feature; the sum of the evidence decides, a veto overrides it.

Between two reports each finding has the log odds of its case (:mod:`marsad.merge.weights`; where they come from:
docs/decisions/0004), and together with those of any two claims they must come to :data:`ENOUGH`. The weights that stand
here are those within one report.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from math import exp, fsum

from msgspec import Struct
from msgspec.structs import replace

from marsad.merge.archive import Archive
from marsad.merge.digest import ClaimDigest
from marsad.merge.duration import compare_extent, compare_times
from marsad.merge.finding import Finding, Verdict, unknown
from marsad.merge.parties import compare_parties, other_names, shared_person
from marsad.merge.phrasing import hours_apart, stem
from marsad.merge.space import compare_places
from marsad.merge.tolls import compare_tolls
from marsad.merge.weights import weights
from marsad.ontology import EventType, load

ENOUGH = 6.0
PARTY = 1.5
PERSON = 3.0
HARM = frozenset({"violence", "detention", "explosion", "ground"})
"""Families of what is done to a person."""
SAME_TEXT_DAYS = timedelta(days=1)
"""A sentence that returns after more days is a formula of its writers rather than a copy."""
MOST_NAMES, MOST_WORDS = 2.5, 4.0
"""Rare names and words beyond so many add nothing: they often stand in one phrase."""
SHOWN = 4
QUIET = 0.1
"""Share of the days around on which something happens in a place that is no theatre of daily strikes."""
PARTICULARS = (
    *("when: one day", "when: one calendar day", "when: days in common", "when: one span"),
    *("figures: fit", "figures: odd count", "figures: one count", "figures: two counts"),
    *("who: one party", "who: kin", "whom: one", "whom: kin", "site: one", "words: one sentence", "words: shared"),
    *("names: shared", "trigger: one phrase"),
)
"""Cases of what is told of few happenings of a kind at a place."""
LIKENESS = (0.02, 0.05, 0.1, 0.18, 0.28, 0.4)
"""Steps of the likeness of two reports."""
ARMED = frozenset(
    "armed_clash air_strike shelling explosive_device suicide_bombing grenade chemical_weapon attack_on_civilians"
    " execution violence_other looting_or_destruction".split()
)
"""Types of one blow, which reports and readers take for each other."""
UNSPECIFIC = frozenset({"violence_other", "attack_on_civilians"})
"""Types as which a report may take up any violence that it has told by its own name."""
CAPTURE = "territory_captured"
ADVANCES = frozenset({"attack_on_civilians", "violence_other", "deployment"})
"""Types as which a report may tell how a place was captured."""
LOOTING = "looting_or_destruction"
"""What is done beside the killing, and told as something of its own."""
REAL = frozenset({"happened", "ongoing"})
AHEAD = frozenset({"planned", "threatened", "possible"})


def weigh(finding: Finding) -> Finding:
    """Give a finding the weight that its case has between reports."""
    if not finding.code:
        return finding
    weight = weights().weights.get(finding.code, 0.0) * finding.amount
    return finding if weight == finding.weight else replace(finding, weight=weight)


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
    if not _may_be_one_type(left, right):
        return True
    first, second = left.window, right.window
    if left.own_time and right.own_time and first and second and (first[1] < second[0] or second[1] < first[0]):
        return True
    if left.own_place and right.own_place and one.where and two.where:
        return one.where.country != two.where.country and None not in (one.where.country, two.where.country)
    return False


def compare(left: ClaimDigest, right: ClaimDigest, archive: Archive) -> Comparison:
    """Compare two claims of different reports; the order of the two does not matter to the result."""
    if right.claim.id < left.claim.id:
        left, right = right, left
    when, where = compare_times(left, right), compare_places(left, right)
    whom = _compare_whom(left, right)
    findings = (
        _compare_types(left, right),
        compare_modality(left, right),
        compare_extent(left, right),
        when,
        where,
        _compare_who(left, right, whom),
        whom,
        compare_tolls(left, right, when),
        _compare_hours(left, right),
        _compare_sites(left, right),
        _compare_triggers(left, right),
        _compare_names(left, right, archive),
        _compare_words(left, right, archive),
        _compare_references(left, right),
        _compare_reports(left, right, archive),
        _compare_standing(left, right),
        _compare_setting(left, right, when, archive),
    )
    prior = Finding("prior", "cannot tell", ENOUGH + weights().prior, "prior: what any two claims have against them")
    weighed = tuple(map(weigh, (*findings, _compare_particulars(left, right, findings))))
    return Comparison(left.claim.id, right.claim.id, (prior, *weighed))


def _compare_particulars(left: ClaimDigest, right: ClaimDigest, findings: Sequence[Finding]) -> Finding:
    """Hold against two claims that nothing but kind, place and report agree: a war has many such happenings.

    "The attack" of one report that speaks of it as known is a particular, unless neither says what attack.
    """
    telling = PARTICULARS if {left.claim.type, right.claim.type} <= UNSPECIFIC else (*PARTICULARS, "reference: known")
    if any(finding.code.startswith(telling) for finding in findings):
        return unknown("particulars", "particulars: at least one is shared")
    words = "particulars: no day, number, party or word of the one is in the other"
    return Finding("particulars", "differs", -1.5, words, code="particulars: none")


def _may_be_one_type(left: ClaimDigest, right: ClaimDigest) -> bool:
    one, two = load().event_type(left.claim.type), load().event_type(right.claim.type)
    if one.code == two.code or left.types & right.types or two.code in one.compatible:
        return True
    return {one.code, two.code} <= ARMED or _may_be_one_advance(one.code, two.code)


def _may_be_one_advance(one: str, two: str) -> bool:
    """Say whether one is the capture of a place and the other the attack or entry by which it fell."""
    return CAPTURE in (one, two) and bool({one, two} & ADVANCES)


def _compare_types(left: ClaimDigest, right: ClaimDigest) -> Finding:
    one, two = load().event_type(left.claim.type), load().event_type(right.claim.type)
    if one.code == two.code:
        return Finding("type", "agrees", 1.0, f"type: both {one.label}", code="type: one")
    shared = sorted((left.types & right.types) - {"violence_other"})
    if shared:
        words = f"type: both also told as {load().event_type(shared[0]).label}"
        return Finding("type", "agrees", 0.5, words, code="type: shared")
    if two.code in one.compatible:
        words = f"type: {one.label} can be told as {two.label}"
        return Finding("type", "agrees", -0.5, words, code=_compatible(one, two))
    if _may_be_one_advance(one.code, two.code):
        words = f"type: {one.label} may be the end of {two.label}"
        return Finding("type", "differs", -1.5, words, code="type: of two kinds")
    words = f"type: {one.label} is no {two.label}"
    return Finding("type", "differs", -4.0, words, veto={one.code, two.code} - ARMED != set(), code="type: two")


def _compatible(one: EventType, two: EventType) -> str:
    """Tell words that many use for one blow from parts of one battle, and from what is done beside a blow."""
    if LOOTING in (one.code, two.code):
        return "type: of two kinds"
    if {one.code, two.code} & UNSPECIFIC or one.family == two.family:
        return "type: compatible"
    return "type: of one battle" if {one.code, two.code} <= ARMED else "type: of two kinds"


def compare_modality(left: ClaimDigest, right: ClaimDigest) -> Finding:
    """Tell a plan from a deed; a denial is of what another says that it happened."""
    one, two = left.claim.modality, right.claim.modality
    if one == two or {one, two} <= REAL:
        return Finding("modality", "agrees", 0.0, f"modality: both {one}")
    if "denied" in (one, two) and {one, two} & REAL:
        words = "modality: one says it happened, one denies it"
        return Finding("modality", "differs", -1.0, words, code="modality: denied")
    if {one, two} <= AHEAD:
        words = f"modality: {one} and {two}, both still to come"
        return Finding("modality", "agrees", -0.5, words, code="modality: ahead")
    return Finding("modality", "differs", -4.0, f"modality: {one} against {two}", veto=True)


def _compare_who(left: ClaimDigest, right: ClaimDigest, whom: Finding) -> Finding:
    """Compare who did it; of a clash either side may be told as the one that did."""
    found = compare_parties("who", left.claim.who, right.claim.who, PARTY, strict=left.family == "speech")
    if left.family == right.family == "speech" and not (left.claim.who and right.claim.who):
        return unknown("who", "who: a speaker named by one at most", code="who: speaker not said")
    if found.veto and left.family == right.family == "ground" and whom.verdict == "agrees":
        return Finding("who", "differs", -PARTY, f"{found.words}; the other side is one", code="who: other side")
    return found


def _compare_whom(left: ClaimDigest, right: ClaimDigest) -> Finding:
    """Compare those it was done to; a person whom both name is seldom shot or arrested twice."""
    person = shared_person(left.claim.whom, right.claim.whom)
    if person is not None and {left.family, right.family} <= HARM:
        return Finding("whom", "agrees", PERSON, f"whom: both name {person}", code="whom: one person")
    found = compare_parties("whom", left.claim.whom, right.claim.whom, PARTY)
    if left.family == right.family == "detention" and other_names(left.claim.whom, right.claim.whom):
        return Finding("whom", "differs", -4.0, found.words, veto=True)
    if found.veto and compare_parties("who", left.claim.who, right.claim.who, PARTY).verdict == "agrees":
        return Finding("whom", "differs", -2.0, found.words, code="whom: two parties, one doer")
    return found


def _compare_hours(left: ClaimDigest, right: ClaimDigest) -> Finding:
    if hours_apart(left.hours, right.hours):
        words = f"hours: {', '.join(sorted(left.hours))} against {', '.join(sorted(right.hours))}"
        return Finding("hours", "differs", -4.0, words, veto=left.own_time and right.own_time, code="hours: apart")
    return unknown("hours", "hours: no part of the day tells them apart")


def _compare_sites(left: ClaimDigest, right: ClaimDigest) -> Finding:
    """Compare what was hit: the market, the hospital; two sites that one claim names both tell nothing."""
    shared = left.sites & right.sites
    if shared:
        return Finding("site", "agrees", 1.0, f"site: both a {' and a '.join(sorted(shared))}", code="site: one")
    if _tells(left, right.sites) or _tells(right, left.sites):
        return unknown("site", "site: one tells of both sites")
    if len(left.sites) == len(right.sites) == 1:
        words = f"site: {', '.join(sorted(left.sites))} against {', '.join(sorted(right.sites))}"
        return Finding("site", "differs", -2.0, words, code="site: two")
    return unknown("site", "site: nothing tells them apart")


def _tells(digest: ClaimDigest, sites: frozenset[str]) -> bool:
    """Say whether the words of a claim name one of the sites, whatever they say of it."""
    return any(stem(site) in digest.words for site in sites)


def _compare_triggers(left: ClaimDigest, right: ClaimDigest) -> Finding:
    """Compare what both call it, beyond one word: "coup attempt" is seldom said of two happenings at once."""
    one, two = left.claim.trigger.text.casefold(), right.claim.trigger.text.casefold()
    if one == two and " " in one:
        return Finding("trigger", "agrees", 1.0, f"trigger: both call it {one}", code="trigger: one phrase")
    if left.heads & right.heads:
        return Finding("trigger", "agrees", 0.0, f"trigger: both call it {one}", code="trigger: one word")
    return unknown("trigger", "trigger: other words, or one that any report may use")


def _compare_words(left: ClaimDigest, right: ClaimDigest, archive: Archive) -> Finding:
    """Weigh the words of both by how seldom they are; a copied sentence is the same testimony."""
    if left.passages & right.passages:
        if _close(left.document.published, right.document.published, SAME_TEXT_DAYS):
            return Finding(
                "words", "agrees", 5.0, "words: the same sentence in both reports", code="words: one sentence"
            )
        if left.claim.when is None and right.claim.when is None:
            words = "words: a sentence that returns after days without a date"
            return Finding("words", "differs", -3.0, words, code="words: formula")
    amount, shown = _rare(left.words & right.words, archive)
    if not shown:
        return unknown("words", "words: none shared")
    words = f"words: both say {', '.join(shown)}"
    return Finding("words", "agrees", 1.0, words, code="words: shared", amount=min(MOST_WORDS, amount))


def _compare_names(left: ClaimDigest, right: ClaimDigest, archive: Archive) -> Finding:
    amount, shown = _rare(left.names & right.names, archive)
    if shown:
        words = f"names: both name {', '.join(shown)}"
        return Finding("names", "agrees", 1.0, words, code="names: shared", amount=min(MOST_NAMES, amount))
    return unknown("names", "names: none shared", code="names: none" if left.names and right.names else "")


def _rare(shared: frozenset[str], archive: Archive) -> tuple[float, list[str]]:
    """Sum up how seldom the terms are, and return the rarest."""
    rarity = {term: archive.rarity(term) for term in shared}
    return fsum(rarity.values()), sorted(rarity, key=lambda term: (-rarity[term], term))[:SHOWN]


def _compare_references(left: ClaimDigest, right: ClaimDigest) -> Finding:
    """Tell "the attack", which takes up what others told, from "an attack"."""
    if {left.reference, right.reference} & {"definite", "passing"}:
        return unknown("reference", "reference: one takes it up as known", code="reference: known")
    return unknown("reference", "reference: told as news by both")


def _close(left: tuple[date, date] | None, right: tuple[date, date] | None, days: timedelta) -> bool:
    """Say whether two reports can have come out within so many days of each other."""
    if left is None or right is None:
        return True
    return right[0] - left[1] <= days and left[0] - right[1] <= days


def _compare_reports(left: ClaimDigest, right: ClaimDigest, archive: Archive) -> Finding:
    """Compare the reports as a whole: of two that tell one story, what title and lead tell is one."""
    alike = archive.likeness(left, right)
    level = sum(alike >= bound for bound in LIKENESS)
    verdict: Verdict = "agrees" if level > 1 else "cannot tell"
    return Finding("reports", verdict, 0.0, f"reports: alike by {alike:.2f}", code=f"reports: alike {level}")


def _compare_setting(left: ClaimDigest, right: ClaimDigest, when: Finding, archive: Archive) -> Finding:
    """Weigh how many of the days around have happenings of their own at the place: there a day tells little."""
    busy = max(archive.busy(left), archive.busy(right)) if when.verdict == "agrees" else 0.0
    if busy < QUIET:
        return unknown("setting", "setting: little else happened there in those days")
    words = f"setting: something happened there on {busy:.0%} of the days around"
    return Finding("setting", "differs", -2.0, words, code="setting: busy", amount=busy)


def _compare_standing(left: ClaimDigest, right: ClaimDigest) -> Finding:
    """Say whether it is what the reports are about."""
    told = "both" if left.leading and right.leading else "one" if left.leading or right.leading else "neither"
    return unknown("about", f"about: {told} of the reports is about it", code=f"about: {told}")

"""Which mentions of events, given where they stand, are put together across texts, beside a baseline in the same run.

Every mention of the data becomes a claim: the extractor is told where its words stand and reads the roles, the
resolver resolves them. ECB+ tells of cures, matches and takeovers as much as of wars, and the ontology has no types for
these: all mentions are given one, so that types say nothing. Its texts bear no dates and seldom say where they are,
which is what merging goes by; so the claims of a topic are grouped twice: as a build merges a record of them, and by
what was learned from the other topics.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from msgspec import Struct

from evaluation.ecbplus import GoldMention, GoldText, GoldTopic, read_topics
from evaluation.learning import WORDS, Example, Learn, Weights, learn
from evaluation.pairs import FEATURES, KINDS, head, lemma, pairs_of
from evaluation.partitions import Agreement, Coreference, Groups, coreference, groups_of, total
from evaluation.report import Cell, Report, Table
from evaluation.scores import rounded
from evaluation.sentences import ReadsGiven
from evaluation.texts import FormatError, quoted
from marsad.extract import Extractor
from marsad.merge import merge
from marsad.model import Claim, Document, ResolvedClaim
from marsad.resolve import Resolver

TYPE = "violence_other"
"""The type that all mentions are given."""
FOLDS = 5
"""Parts that topics are dealt into, in turn by their order, for what is learned from the other topics."""
LEARNED, AS_BUILT, SAME_LEMMA = "learned", "as built", "same lemma"

Labels = dict[str, str]
"""Mention → the group that it is put into."""


class Topic(Struct, frozen=True):
    """A topic with the claim on each mention, by the mention's id; one that cannot be read has none."""

    gold: GoldTopic
    claims: Mapping[str, ResolvedClaim]

    @property
    def mentions(self) -> tuple[GoldMention, ...]:
        """All mentions."""
        return tuple(mention for text in self.gold.texts for mention in text.mentions)

    @property
    def documents(self) -> tuple[Document, ...]:
        """All texts."""
        return tuple(text.document for text in self.gold.texts)


class Scored(Struct, frozen=True):
    """A topic scored: what was put together by what was learned, and how good each way of grouping is."""

    topic: Topic
    labels: Labels
    ways: Mapping[str, Coreference]


def measure(path: Path, extractor: Extractor, learning: Learn = learn) -> Report:
    """Measure on a folder of topics in the layout of ECB+.

    Raises:
        FormatError: it is none, or the extractor cannot be told where mentions stand.
    """
    if not isinstance(extractor, ReadsGiven):
        raise FormatError(f"{extractor.name} cannot be told where mentions stand")
    resolver = Resolver.default()
    topics = [topic_of(gold, extractor, resolver) for gold in read_topics(path)]
    examples = [example_of(topic) for topic in topics]
    learned = dict(_learned(examples, learning))
    scored = [score(topic, learned[number].group(examples[number].pairs)) for number, topic in enumerate(topics)]
    return report_of(scored, tuple(learned.values()), extractor.name)


def _learned(examples: Sequence[Example], learning: Learn) -> Iterator[tuple[int, Weights]]:
    """Yield for each topic, by its number, what was learned from those of the other folds."""
    for fold in range(min(FOLDS, len(examples))):
        others = [example for number, example in enumerate(examples) if number % FOLDS != fold]
        weights = learning(others)
        yield from ((number, weights) for number in range(fold, len(examples), FOLDS))


def example_of(topic: Topic) -> Example:
    """Pair the claims of a topic."""
    chains: dict[str, str] = {}
    for mention in topic.mentions:
        if mention.id in topic.claims:
            chains.setdefault(topic.claims[mention.id].id, mention.chain)
    distinct = {claim.id: claim for claim in topic.claims.values()}
    pairs = pairs_of(distinct.values(), topic.documents)
    return Example(pairs, tuple(chains[id_] for id_ in pairs.ids))


def topic_of(gold: GoldTopic, extractor: ReadsGiven, resolver: Resolver) -> Topic:
    """Read the claims on the mentions of a topic."""
    claims: dict[str, ResolvedClaim] = {}
    for text in gold.texts:
        read = _claims(text.document, text.mentions, extractor)
        distinct = {claim.id: claim for claim in read.values()}
        resolved = {claim.id: claim for claim in resolver.resolve(text.document, tuple(distinct.values()))}
        claims |= {id_: resolved[claim.id] for id_, claim in read.items() if claim.id in resolved}
    return Topic(gold, claims)


def _claims(document: Document, mentions: Sequence[GoldMention], extractor: ReadsGiven) -> dict[str, Claim]:
    """Return the claims on mentions; what the extractor does not take for a sentence is found by halving, and left."""
    try:
        claims = extractor.read_given(document, [(mention.start, mention.end, TYPE) for mention in mentions])
    except ValueError:
        middle = len(mentions) // 2
        parts = (mentions[:middle], mentions[middle:]) if middle else ()
        return {id_: claim for part in parts for id_, claim in _claims(document, part, extractor).items()}
    return {mention.id: claim for mention, claim in zip(mentions, claims, strict=True)}


def score(topic: Topic, learned: Groups) -> Scored:
    """Compare the groupings of a topic with its chains; a mention without a claim is a group of its own."""
    claims = {claim.id: claim for claim in topic.claims.values()}
    built = [event.claims for event in merge(claims.values(), topic.documents).events]
    labels = {LEARNED: _labels(topic, learned), AS_BUILT: _labels(topic, built), SAME_LEMMA: same_lemma(topic.mentions)}
    key = groups_of({mention.id: mention.chain for mention in topic.mentions})
    groups = {way: groups_of(given) for way, given in labels.items()}
    return Scored(topic, labels[LEARNED], {way: coreference(key, given) for way, given in groups.items()})


def _labels(topic: Topic, groups: Iterable[Iterable[Hashable]]) -> Labels:
    """Name the group of each mention."""
    named = {id_: f"group {number}" for number, group in enumerate(groups) for id_ in group}
    claimed = {mention.id: topic.claims.get(mention.id) for mention in topic.mentions}
    return {id_: id_ if claim is None else named[claim.id] for id_, claim in claimed.items()}


def same_lemma(mentions: Iterable[GoldMention]) -> Labels:
    """Group the mentions of a topic by the lemma of their head: the baseline."""
    return {mention.id: lemma(head(mention.words)) for mention in mentions}


def report_of(scored: Sequence[Scored], weights: Sequence[Weights], name: str) -> Report:
    """Add up over the topics, in their order."""
    ordered = sorted(scored, key=lambda one: int(one.topic.gold.name))
    ways = {way: total(one.ways[way] for one in ordered) for way in (LEARNED, AS_BUILT, SAME_LEMMA)}
    mentions = sum(len(one.topic.mentions) for one in ordered)
    figures: dict[str, Cell] = {
        "extractor": name,
        "topics": len(ordered),
        "texts": sum(len(one.topic.gold.texts) for one in ordered),
        "mentions": mentions,
        "mentions_without_claim": mentions - sum(len(one.topic.claims) for one in ordered),
        **_figures("", ways[LEARNED]),
        **_figures("as_built_", ways[AS_BUILT]),
        **_figures("baseline_", ways[SAME_LEMMA]),
        "above_baseline": rounded(ways[LEARNED].conll - ways[SAME_LEMMA].conll),
    }
    tables = (_totals(ways), _by_topic(ordered), _weights(weights))
    return Report("coreference", tables, figures, tuple(line for one in ordered for line in _errors(one)))


def _figures(prefix: str, score: Coreference) -> dict[str, Cell]:
    named = {"muc": score.muc, "b_cubed": score.b_cubed, "ceaf_e": score.ceaf_e}
    values = {f"{prefix}{name}_f1": rounded(agreement.f1) for name, agreement in named.items()}
    return {**values, f"{prefix}conll_f1": rounded(score.conll)}


def _totals(scores: Mapping[str, Coreference]) -> Table:
    def row(agreement: Agreement) -> tuple[Cell, Cell, Cell]:
        return agreement.recall, agreement.precision, agreement.f1

    head_ = ("", *(f"{name} {part}" for name in ("MUC", "B³", "CEAFe") for part in ("R", "P", "F1")), "CoNLL")
    rows = tuple(
        (name, *row(score.muc), *row(score.b_cubed), *row(score.ceaf_e), score.conll) for name, score in scores.items()
    )
    return Table("Mentions of one event, by topic", head_, rows)


def _by_topic(scored: Sequence[Scored]) -> Table:
    def row(one: Scored) -> tuple[Cell, ...]:
        return one.topic.gold.name, len(one.topic.mentions), *(score.conll for score in one.ways.values())

    head_ = ("topic", "mentions", LEARNED, AS_BUILT, SAME_LEMMA)
    return Table("CoNLL F1 of each topic", head_, tuple(map(row, scored)))


def _weights(weights: Sequence[Weights]) -> Table:
    """Show the log odds that each feature adds, as the mean over the folds."""
    means = np.mean([learned.rows for learned in weights], axis=0) if weights else np.zeros((len(KINDS), 0))
    shown: list[list[str]] = [[f"{weight:.1f}" for weight in row] for row in means.tolist()]
    rows: tuple[tuple[Cell, ...], ...] = tuple((kind, *row) for kind, row in zip(KINDS, shown, strict=True))
    return Table("Log odds learned, mean of the parts", ("pair", *FEATURES, WORDS, "alone"), rows)


def _errors(one: Scored) -> Iterator[str]:
    """Yield a line for each chain in a group beside its largest, and for each group of a chain beside its largest."""
    shown = {mention.id: _shown(text, mention) for text in one.topic.gold.texts for mention in text.mentions}
    chain = {mention.id: mention.chain for mention in one.topic.mentions}
    for kind, these, others in (("false merge", one.labels, chain), ("missed merge", chain, one.labels)):
        for members in _members(these):
            largest, *further = _first_of_each(members, others)
            yield from (f"{kind}: {shown[largest]} <> {shown[other]}" for other in further)


def _members(labels: Labels) -> list[list[str]]:
    members: defaultdict[str, list[str]] = defaultdict(list)
    for mention, label in labels.items():
        members[label].append(mention)
    return [members[label] for label in sorted(members)]


def _first_of_each(mentions: Iterable[str], labels: Labels) -> list[str]:
    """Return the first mention of each group, the groups in the order of their size."""
    first: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for mention in mentions:
        first.setdefault(labels[mention], mention)
        counts[labels[mention]] += 1
    return [first[label] for label, _ in counts.most_common()]


def _shown(text: GoldText, mention: GoldMention) -> str:
    """Quote the line of a mention."""
    whole = text.document.text
    start = whole.rfind("\n", 0, mention.start) + 1
    end = whole.find("\n", mention.end)
    line = whole[start : end if end >= 0 else len(whole)]
    return f"{text.document.path}: {quoted(line, (mention.start - start, mention.end - start))}"

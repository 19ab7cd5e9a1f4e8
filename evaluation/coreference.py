"""Which mentions of events, given where they stand, are put together across texts, beside a baseline in the same run.

Every mention of the data becomes a claim: the extractor is told where its words stand and reads the roles, the
resolver resolves them, and the claims of a topic are merged as a record of its own. ECB+ tells of cures, matches and
takeovers as much as of wars, and the ontology has no types for these: all mentions are given one, so that types say
nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import simplemma
from msgspec import Struct

from evaluation.ecbplus import GoldMention, GoldText, GoldTopic, read_topics
from evaluation.partitions import Agreement, Coreference, coreference, groups_of, total
from evaluation.report import Cell, Report, Table
from evaluation.scores import rounded
from evaluation.sentences import ReadsGiven
from evaluation.texts import FormatError, quoted
from marsad.extract import Extractor
from marsad.merge import Merged, merge
from marsad.model import Claim, Document, ResolvedClaim
from marsad.resolve import Resolver

TYPE = "violence_other"
"""The type that all mentions are given."""
FOLDS = 5
"""Parts that topics are dealt into, in turn by their order, for what is learned from the other topics."""
TAIL = frozenset(
    "about at away back by down for from in into of off on out over through to up with "
    "it itself himself herself themselves him her them".split()
)
"""Words that end a mention of several words without being its head."""

Merge = Callable[[Iterable[ResolvedClaim], Iterable[Document]], Merged]


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


Learn = Callable[[Sequence[Topic]], Merge]
"""What learns from topics how to merge; it is never shown the topics that it is measured on."""
Labels = dict[str, str]
"""Mention → the group that it is put into."""


class Scored(Struct, frozen=True):
    """A topic scored: what was put together, by the merging and by the baseline."""

    topic: Topic
    labels: Labels
    merging: Coreference
    baseline: Coreference


def as_shipped(_: Sequence[Topic]) -> Merge:
    """Learn nothing: merge as a build does."""
    return merge


def measure(path: Path, extractor: Extractor, learn: Learn = as_shipped) -> Report:
    """Measure on a folder of topics in the layout of ECB+.

    Raises:
        FormatError: it is none, or the extractor cannot be told where mentions stand.
    """
    if not isinstance(extractor, ReadsGiven):
        raise FormatError(f"{extractor.name} cannot be told where mentions stand")
    resolver = Resolver.default()
    topics = [topic_of(gold, extractor, resolver) for gold in read_topics(path)]
    return report_of([score(topic, merging) for topic, merging in _learned(topics, learn)], extractor.name)


def _learned(topics: Sequence[Topic], learn: Learn) -> Iterator[tuple[Topic, Merge]]:
    """Yield each topic with what was learned from those of the other folds."""
    for fold in range(FOLDS):
        held = topics[fold::FOLDS]
        others = [topic for number, topic in enumerate(topics) if number % FOLDS != fold]
        merging = learn(others) if held else merge
        yield from ((topic, merging) for topic in held)


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


def score(topic: Topic, merging: Merge) -> Scored:
    """Merge a topic and compare; a mention in no event is a group of its own."""
    claims = {claim.id: claim for claim in topic.claims.values()}
    event_of = {id_: event.id for event in merging(claims.values(), topic.documents).events for id_ in event.claims}
    labels = {
        mention.id: event_of.get(topic.claims[mention.id].id, mention.id) if mention.id in topic.claims else mention.id
        for mention in topic.mentions
    }
    key = groups_of({mention.id: mention.chain for mention in topic.mentions})
    merged, alike = groups_of(labels), groups_of(same_lemma(topic.mentions))
    return Scored(topic, labels, coreference(key, merged), coreference(key, alike))


def same_lemma(mentions: Iterable[GoldMention]) -> Labels:
    """Group the mentions of a topic by the lemma of their head: the baseline."""
    return {mention.id: lemma(head(mention.words)) for mention in mentions}


def head(words: Sequence[str]) -> str:
    """Return the word that the others go with: the last one, or the first where the last is a particle or a pronoun.

    >>> head(("guilty", "plea")), head(("checked", "into"))
    ('plea', 'checked')
    """
    return words[0] if words[-1].casefold() in TAIL else words[-1]


def lemma(word: str) -> str:
    """Return the form of an English word that stands in a dictionary.

    >>> lemma("Attacked"), lemma("earthquakes")
    ('attack', 'earthquake')
    """
    return simplemma.lemmatize(word.casefold(), lang="en").casefold()


def report_of(scored: Sequence[Scored], name: str) -> Report:
    """Add up over the topics, in their order."""
    ordered = sorted(scored, key=lambda one: int(one.topic.gold.name))
    merging, baseline = total(one.merging for one in ordered), total(one.baseline for one in ordered)
    mentions = sum(len(one.topic.mentions) for one in ordered)
    figures: dict[str, Cell] = {
        "extractor": name,
        "topics": len(ordered),
        "texts": sum(len(one.topic.gold.texts) for one in ordered),
        "mentions": mentions,
        "mentions_without_claim": mentions - sum(len(one.topic.claims) for one in ordered),
        **_figures("", merging),
        **_figures("baseline_", baseline),
        "above_baseline": rounded(merging.conll - baseline.conll),
    }
    tables = (_totals({"marsad": merging, "same lemma": baseline}), _by_topic(ordered))
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
    rows = tuple(
        (one.topic.gold.name, len(one.topic.mentions), one.merging.conll, one.baseline.conll) for one in scored
    )
    return Table("CoNLL F1 of each topic", ("topic", "mentions", "marsad", "same lemma"), rows)


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

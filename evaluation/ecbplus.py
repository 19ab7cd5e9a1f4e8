"""Texts in the layout of ECB+ (Cybulska and Vossen, 2014): a folder a topic, tokens with mentions of events and chains.

Only mentions in the sentences that the file of sentences lists are read, as those who made the data ask for.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from evaluation.texts import FormatError, document_of
from marsad.model import Document, content_id

SENTENCES = "ECBplus_coreference_sentences.csv"
"""Topic, file without the topic and sentence, a line each, under a head."""
EVENTS = ("ACTION_", "NEG_ACTION_")
"""The tags of events begin with these; the others are of times, places, persons and things."""
CHAINS = ("CROSS_DOC_COREF", "INTRA_DOC_COREF")
"""Chains over the texts of a topic, and within one text."""

_TIGHT_BEFORE = re.compile(r"^(?:[,.;:!?%)\]}]|['’](?:s|re|ve|ll|d|m|t)?|n['’]t|'')$", re.IGNORECASE)
_TIGHT_AFTER = re.compile(r"^(?:[(\[{$£€#]|``)$")
_QUOTES = {"``": "“", "''": "”"}

Listed = Mapping[tuple[str, str], frozenset[int]]


class GoldMention(Struct, frozen=True):
    """Words that express an event: start, end and text of the first unbroken run, all their words, and their chain."""

    id: str
    start: int
    end: int
    words: tuple[str, ...]
    chain: str


class GoldText(Struct, frozen=True):
    """A text with its mentions in the order of the text."""

    document: Document
    mentions: tuple[GoldMention, ...]


class GoldTopic(Struct, frozen=True):
    """The texts of a topic; no chain leaves it."""

    name: str
    texts: tuple[GoldText, ...]


class _Token(Struct, frozen=True):
    sentence: int
    start: int
    end: int
    text: str


def read_topics(folder: Path) -> tuple[GoldTopic, ...]:
    """Read the topics of a folder in the order of their numbers; texts without mentions are left out.

    Raises:
        FormatError: the file of sentences is missing, there are no topics, or a text is none.
    """
    listed = _listed(folder / SENTENCES)
    folders = [path for path in folder.iterdir() if path.is_dir() and path.name.isdigit()]
    topics = [GoldTopic(path.name, _texts(path, listed)) for path in sorted(folders, key=lambda path: int(path.name))]
    found = tuple(topic for topic in topics if topic.texts)
    if not found:
        raise FormatError(f"{folder} holds no topics with mentions")
    return found


def _listed(path: Path) -> Listed:
    """Return the sentences to be read, by topic and file."""
    found: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                found[row["Topic"], row["File"]].add(int(row["Sentence Number"]))
    except (OSError, KeyError, ValueError) as error:
        raise FormatError(f"{path.name}: {error}") from error
    return {key: frozenset(numbers) for key, numbers in found.items()}


def _texts(folder: Path, listed: Listed) -> tuple[GoldText, ...]:
    read = []
    for path in sorted(folder.glob("*.xml")):
        sentences = listed.get((folder.name, path.stem.removeprefix(f"{folder.name}_")))
        if sentences:
            read.append(_text(path, sentences))
    return tuple(text for text in read if text.mentions)


def _text(path: Path, sentences: frozenset[int]) -> GoldText:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)
    try:
        root = etree.parse(str(path), parser).getroot()
        text, tokens = _laid_out([*root.iter("token")])
    except (etree.XMLSyntaxError, TypeError, ValueError) as error:
        raise FormatError(f"{path.name}: {error}") from error
    document = document_of(text)
    mentions = sorted(_mentions(root, tokens, sentences, path.stem), key=lambda mention: (mention.start, mention.id))
    return GoldText(replace(document, id=content_id("d", path.stem), path=path.name), tuple(mentions))


def _laid_out(elements: Sequence[etree._Element]) -> tuple[str, dict[str, _Token]]:
    """Join tokens to sentences and these to a text with an empty line between; an address in front is left out."""
    text, before = "", ""
    tokens: dict[str, _Token] = {}
    sentence = None
    address = bool(elements) and (elements[0].text or "").startswith("http")
    for element in elements:
        number, word = int(element.get("sentence", "")), (element.text or "").strip()
        if not word or (address and number == 0):
            continue
        shown = _QUOTES.get(word, word)
        if sentence is not None and number != sentence:
            text += "\n\n"
        elif text and not _TIGHT_BEFORE.match(word) and not _TIGHT_AFTER.match(before):
            text += " "
        tokens[element.get("t_id", "")] = _Token(number, len(text), len(text) + len(shown), shown)
        text, before, sentence = text + shown, word, number
    return text, tokens


def _mentions(
    root: etree._Element, tokens: Mapping[str, _Token], sentences: frozenset[int], name: str
) -> Iterator[GoldMention]:
    chains = _chains(root, name)
    for element in root.iterfind("Markables/*"):
        anchors = [tokens.get(anchor.get("t_id", "")) for anchor in element.iterfind("token_anchor")]
        held = sorted((token for token in anchors if token is not None), key=lambda token: token.start)
        if str(element.tag).startswith(EVENTS) and held and held[0].sentence in sentences:
            id_ = f"{name}/{element.get('m_id')}"
            end = _end_of_run(held)
            yield GoldMention(id_, held[0].start, end, tuple(token.text for token in held), chains.get(id_, id_))


def _end_of_run(tokens: Sequence[_Token]) -> int:
    """Return the end of the tokens that follow the first with nothing but a space between."""
    end = tokens[0].end
    for token in tokens[1:]:
        if token.start > end + 1:
            break
        end = token.end
    return end


def _chains(root: etree._Element, name: str) -> dict[str, str]:
    """Name the chain of each mention; a mention in none is a chain of its own."""
    chains: dict[str, str] = {}
    for tag in reversed(CHAINS):
        for relation in root.iterfind(f"Relations/{tag}"):
            target = relation.find("target")
            within = f"{name}/{target.get('m_id') if target is not None else relation.get('r_id')}"
            chain = relation.get("note") or within if tag == CHAINS[0] else within
            chains |= {f"{name}/{source.get('m_id')}": chain for source in relation.iterfind("source")}
    return chains

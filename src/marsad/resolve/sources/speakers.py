"""Whom words of a document credit: a source or a party of the tables, somebody linked to one, or a kind of people."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from marsad import facts
from marsad.model import Mention, Source, Span
from marsad.resolve.actors.named import PartiesNamed
from marsad.resolve.actors.nouns import OFFICES
from marsad.resolve.actors.persons import full_name, holds_office, personal_name
from marsad.resolve.actors.resolver import MentionReader
from marsad.resolve.actors.segments import without_article
from marsad.resolve.context import READ_LETTERS, Known, Role
from marsad.resolve.phrases import Hit
from marsad.resolve.sources.bodies import body_meant
from marsad.resolve.sources.credits import Credit, party_credit, person_credit, source_credit
from marsad.resolve.sources.described import kind_by_description, tells_own_loss
from marsad.resolve.sources.holders import APPOSED, holder_of
from marsad.resolve.sources.kinds import is_unnamed, kind_of_words, speaks_alone, works_at

_MONITOR_WORDS = frozenset({"monitor", "monitoring group", "war monitor", "watchdog", "observatory", "rights group"})
_LONGEST_CUT = 40
"""Letters of a name that a mention may leave out on either side."""
_PRONOUNS = frozenset({"he", "she", "they", "it", "him", "her", "them", "who", "which", "we", "i"})
_MUTE = frozenset(
    "telephone phone email condition anonymity quoted telegram twitter facebook whatsapp x region state town city "
    "village province country video footage".split()
)
_SPOKEN_INTO = ("conference", "interview", "video", "broadcast")
"""What is no speaker, though one speaks by it, on it or in it."""
_BODIES = frozenset(
    "ministry agency office commission council committee foundation union association authority service centre center "
    "institute organisation organization charity network observatory command administration mission".split()
)
"""Nouns by which a report goes on to speak of a body that it has named."""
_GROUPS = frozenset({"group", "organisation", "organization"})
_MEDIA = frozenset("network channel broadcaster newspaper paper station website outlet magazine daily".split())
_SHORTLY = 600
"""Letters over which "the group" is still the one that was credited: three or four sentences."""
_LONG = 1_500
"""Letters over which a pronoun is still somebody credited before."""
_TOLD = re.compile(r"\b(?:told|telling|to)\s+(?:the\s+)?$")
_BASED = re.compile(r"\b(?:in|of|from|near|at|to|for)\s+(?:the\s+)?$")
_PERSONAL = frozenset({"he", "she", "him", "her", "who", "i"})
_PAPER = re.compile(
    r"^(?:the|a|its|their|that|this|an|his|her)\s+(?:\w+\s+)?(?:statement|report|post|tweet|message|video)$",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"[^\W\d_][\w'’-]+")
_OPENER = re.compile(
    r"^(?:However|But|And|Meanwhile|Later|Earlier|Also|Still|Yet|Then|Since|While|When|As|After) (?=[A-Z])"
)
"""Capitalised words before a name that only open its sentence."""
_CLAUSE_END = re.compile(r"[.;!?\n]\s")
_SAID = re.compile(r"[.;!?\n]\s|\b(?:said|says|told|added|warned|claimed|confirmed|reported|was|has|had|who)\b")
_SPEAKER_OFFICES = (OFFICES - {"ambassador", "envoy", "diplomat"}) | {
    "spokespeople",
    "representative",
    "analyst",
    "researcher",
    "member",
    "correspondent",
}
_MOST_PLACES = 20
"""Places at which a person's name is looked at for an office beside it."""
_BEFORE = 70
_AFTER = 90
"""Letters before and after a person's name in which the body that he or she speaks for may stand."""
_SCENES = 2
"""Countries of a document with no clear scene whose media and bodies go by short names: those of two sides of a war."""
_ASIDE = re.compile(r"\s*[(\[;]|,\s|\s+(?:who|whom|which|that|whose)\b")
_WORDS = re.compile(r"[^\W\d_]+")


class Speakers:
    """Those who speak in one document."""

    def __init__(self, named: PartiesNamed, outlet: str | None = None) -> None:
        self._named = named
        self._outlet = (outlet or "").casefold()
        self._context = named.context
        self._reader = MentionReader(named)
        self._sources_named = {
            entry.value.id
            for hit in self._context.hits
            for entry in hit.entries
            if entry.value.role in {Role.SOURCE, Role.SOURCE_PERSON} and not self._shadowed(hit)
        }

    def source(self, mention: Mention, sentence: Span, before: Sequence[Source]) -> Source | None:
        """Return whom the mention credits, or None where it is nobody who could be told.

        ``before`` are the sources credited earlier in the document.
        """
        words = mention.text.strip().casefold()
        if words in _PRONOUNS:
            return self._spoken_before(mention, before, personal=words in _PERSONAL)
        if self._is_nobody(mention, words):
            return None
        if (again := self._named_again(mention, words, before)) is not None:
            return again
        credit = self._credit(mention, sentence)
        if credit is not None:
            return Source(self._shown(credit, mention), credit.id, credit.kind, mention)
        if _PAPER.match(mention.text.strip()) and (said := self._spoken_before(mention, before, personal=False)):
            return said
        if (body := body_meant(self._context.text, mention, before)) is not None:
            person = self._person_in(mention)
            shown = body.name if person is None else f"{person} ({body.name})"
            return Source(shown, body.id, body.kind, mention)
        name = self._surname(mention) or holder_of(self._context.text[:READ_LETTERS], mention.text)
        return Source(name or self._words(mention), None, self._kind(mention), mention)

    def _is_nobody(self, mention: Mention, words: str) -> bool:
        """Say whether the words name what is spoken into, the paper itself, or where the speaker is based."""
        before = self._context.text[max(mention.start - 30, 0) : mention.start]
        bare = re.sub(r"^(?:the|a|an) |['’]s$", "", words)
        if (
            bare in _MUTE
            or bare.endswith(_SPOKEN_INTO)
            or (_TOLD.search(before) is not None and bool(self._outlet) and words in self._outlet)
        ):
            return True
        hits = self._context.hits_in(mention.start, mention.end)
        roles = {entry.value.role for hit in hits for entry in hit.entries}
        is_state = len(hits) == 1 and (hits[0].start, hits[0].end) == (mention.start, mention.end)
        return is_state and bool(roles & {Role.COUNTRY, Role.CAPITAL}) and _BASED.search(before) is not None

    def _named_again(self, mention: Mention, words: str, before: Iterable[Source]) -> Source | None:
        """Return the body that "the ministry" or "the agency" stands for: the last one so called."""
        noun = words.removeprefix("the ").removesuffix("'s").removesuffix("’s")
        if noun in _GROUPS:
            return self._group_again(mention, before)
        if noun not in _BODIES:
            return self._medium_again(mention, words)
        earlier = [
            source
            for source in before
            if source.mention is not None
            and source.mention.end <= mention.start
            and noun in f"{source.name} {source.mention.text}".casefold()
            and source.mention.text.casefold().removeprefix("the ") != noun
        ]
        if earlier:
            last = max(earlier, key=lambda source: source.mention or mention)
            return Source(last.name, last.id, last.kind, mention)
        for hit in reversed(self._context.hits_in(0, mention.start)):
            credit = self._by_role(hit, Role.SOURCE)
            if credit is not None and noun in f"{credit.name} {self._context.text[hit.start : hit.end]}".casefold():
                return Source(credit.name, credit.id, credit.kind, mention)
        return self._medium_again(mention, words)

    def _medium_again(self, mention: Mention, words: str) -> Source | None:
        """Return the medium that "the network" or "the newspaper" stands for: the last one named before."""
        if words.removeprefix("the ") not in _MEDIA or not self._has_article(mention):
            return None
        for hit in reversed(self._context.hits_in(max(mention.start - _LONG, 0), mention.start)):
            credit = self._by_role(hit, Role.SOURCE)
            if credit is not None and credit.kind in {"outlet", "news_agency", "state_media", "party_media", "media"}:
                return Source(credit.name, credit.id, credit.kind, mention)
        return None

    def _group_again(self, mention: Mention, before: Iterable[Source]) -> Source | None:
        """Return the group without arms that was credited shortly before."""
        earlier = [
            source
            for source in before
            if source.mention is not None
            and 0 < mention.start - source.mention.end < _SHORTLY
            and source.kind in {"monitor", "aid_agency", "activist", "medical", "unknown"}
            and source.name[:1].isupper()
            and self._has_article(source.mention)
        ]
        if not earlier:
            return None
        last = max(earlier, key=lambda source: source.mention or mention)
        return Source(last.name, last.id, last.kind, mention)

    def _has_article(self, mention: Mention) -> bool:
        """Say whether an article stands before a name: no person has one."""
        before = self._context.text[max(mention.start - 4, 0) : mention.start]
        return mention.text.casefold().startswith("the ") or before.casefold() == "the "

    def _shown(self, credit: Credit, mention: Mention) -> str:
        """Return the body's name, after that of the person who speaks for it."""
        person = self._person_in(mention) or holder_of(self._context.text[:READ_LETTERS], mention.text)
        if person is None:
            return f"{self._words(mention)} ({credit.name})" if is_unnamed(mention.text) else credit.name
        return credit.name if self._names_body(person) else f"{person} ({credit.name})"

    def _surname(self, mention: Mention) -> str | None:
        """Return the full name of somebody whom the words name by the last one alone."""
        return self._person_in(mention) if _CAPITALISED.fullmatch(mention.text) else None

    def _kind(self, mention: Mention) -> str:
        kind = kind_of_words(mention.text)
        if kind != "unknown":
            return kind
        person = personal_name(self._context, mention.start, mention.end)
        person = person or full_name(self._context, mention.start, mention.end)
        in_office = any(word in OFFICES for word in _WORDS.findall(mention.text.casefold()))
        if person is None:
            return "official" if in_office else kind
        in_office = in_office or holds_office(self._context, *person)
        text = self._context.text
        described = kind_by_description(text[:READ_LETTERS], text[slice(*person)], in_office=in_office)
        if described is not None or in_office:
            return described or "official"
        return "witness" if tells_own_loss(text, mention.start, mention.end) else kind

    def _words(self, mention: Mention) -> str:
        apposed = APPOSED.fullmatch(mention.text)
        if apposed is not None:
            return apposed.group("name")
        aside = _ASIDE.search(mention.text)
        words = mention.text[: aside.start()] if aside is not None and aside.start() > 0 else mention.text
        name = without_article(words) or mention.text
        return f"{name}”" if name.count("“") > name.count("”") else name

    def _credit(self, mention: Mention, sentence: Span) -> Credit | None:
        hits = self._context.hits_in(mention.start, mention.end) or self._cut(mention)
        named = self._table_source(hits) or self._only_monitor(mention)
        if named is not None:
            return None if named.kind == "medical" and works_at(mention.text) else named
        if speaks_alone(mention.text):
            return None
        return self._party(hits, mention, sentence) or self._linked(mention)

    def _cut(self, mention: Mention) -> tuple[Hit[Known], ...]:
        """Return the longer name of which the mention is a part ("Britain-based" of a monitor's)."""
        around = self._context.hits_in(max(mention.start - _LONGEST_CUT, 0), mention.end + _LONGEST_CUT)
        return tuple(hit for hit in around if hit.start <= mention.start and mention.end <= hit.end)

    def _only_monitor(self, mention: Mention) -> Credit | None:
        """Return the one monitor that the document names, for "the monitor", "the monitoring group"."""
        if mention.text.casefold().removeprefix("the ") not in _MONITOR_WORDS:
            return None
        found = [id_ for id_ in sorted(self._sources_named) if facts.sources()[id_].kind == "monitor"]
        return source_credit(found[0]) if len(found) == 1 else None

    def _table_source(self, hits: Iterable[Hit[Known]]) -> Credit | None:
        usable = [hit for hit in hits if not self._named.attached(hit)]
        for roles in ((Role.SOURCE,), (Role.SOURCE_PERSON,), (Role.SPOKESPERSON,), (Role.SOURCE_IN_CONTEXT,)):
            for hit in usable:
                credit = self._by_role(hit, roles[0])
                if credit is not None:
                    return credit
        return None

    def _by_role(self, hit: Hit[Known], role: Role) -> Credit | None:
        ids = tuple(dict.fromkeys(entry.value.id for entry in hit.entries if entry.value.role is role))
        if not ids or (role is Role.SOURCE and self._shadowed(hit)):
            return None
        if role is Role.SOURCE_IN_CONTEXT:
            return self._weak(hit, ids)
        if len(ids) > 1:
            return None
        if role is Role.SOURCE_PERSON:
            return person_credit(ids[0])
        return party_credit(ids[0]) if role is Role.SPOKESPERSON else source_credit(ids[0])

    def _weak(self, hit: Hit[Known], ids: tuple[str, ...]) -> Credit | None:
        if self._named.party_of(hit) is not None:
            return None
        said = [id_ for id_ in ids if id_ in self._sources_named]
        if said:
            return source_credit(said[0]) if len(said) == 1 else None
        surface = self._context.text[hit.start : hit.end]
        if not surface[:1].isupper():
            return None
        home = self._context.home
        near = (home,) if home is not None else self._context.countries[:_SCENES]
        local = [id_ for id_ in ids if any(country in facts.sources()[id_].countries for country in near)]
        return source_credit(local[0]) if len(local) == 1 else None

    def _shadowed(self, hit: Hit[Known]) -> bool:
        """Say whether the document introduces these letters as a party's."""
        return self._named.introduced.get(self._context.text[hit.start : hit.end]) is not None

    def _party(self, hits: tuple[Hit[Known], ...], mention: Mention, sentence: Span) -> Credit | None:
        party = self._reader.party_id(mention.start, mention.end, sentence)
        if party is None:
            party = next((found for hit in hits if (found := self._spoken_for(hit, mention)) is not None), None)
        return None if party is None else party_credit(party)

    def _spoken_for(self, hit: Hit[Known], mention: Mention) -> str | None:
        """Return the party named in the mention when the rest of it is an office ("M23 spokesman Joseph Kabera")."""
        rest = self._context.text[hit.end : mention.end] + " " + self._context.text[mention.start : hit.start]
        offices = [word for word in _WORDS.findall(rest.casefold()) if word in _SPEAKER_OFFICES]
        return self._named.party_of(hit) if offices else None

    def _linked(self, mention: Mention) -> Credit | None:
        """Return the body that a named person is said to speak for elsewhere in the document."""
        name = self._person_in(mention)
        if name is None:
            return None
        known = self._person_known(name)
        if known is not None:
            return known
        for place in islice(re.finditer(re.escape(name), self._context.text[:READ_LETTERS]), _MOST_PLACES):
            if place.start() < mention.end and (credit := self._beside(place.start(), place.end())) is not None:
                return credit
        return None

    def _person_in(self, mention: Mention) -> str | None:
        """Return the personal name in the mention, in full where the document gives it."""
        found = personal_name(self._context, mention.start, mention.end)
        if found is None:
            words = list(_CAPITALISED.finditer(self._context.text, mention.start, mention.end))
            found = full_name(self._context, *words[-1].span()) if words else None
        elif " " not in self._context.text[found[0] : found[1]]:
            found = full_name(self._context, *found) or found
        return None if found is None else _OPENER.sub("", self._context.text[found[0] : found[1]])

    def _names_body(self, name: str) -> bool:
        """Say whether the capitalised words are the body's own name, not that of a person who speaks for it."""
        hits = [hit for hit in self._context.hits if name in self._context.text[hit.start : hit.end]]
        people = {Role.SOURCE_PERSON, Role.SPOKESPERSON}
        return any(entry.value.role not in people for hit in hits for entry in hit.entries) or " " not in name

    def _person_known(self, name: str) -> Credit | None:
        """Return the body of a person of the tables whose full name the document gives, by the last name alone."""
        last = name.rsplit(maxsplit=1)[-1].casefold()
        for hit in self._context.hits:
            if self._context.text[hit.start : hit.end].casefold().endswith(last):
                for role in (Role.SOURCE_PERSON, Role.SPOKESPERSON):
                    credit = self._by_role(hit, role)
                    if credit is not None:
                        return credit
        return None

    def _beside(self, start: int, end: int) -> Credit | None:
        text = self._context.text
        clause = text[max(start - _BEFORE, 0) : start]
        ends = list(_CLAUSE_END.finditer(clause))
        first = max(start - _BEFORE, 0) + (ends[-1].end() if ends else 0)
        for hit in reversed(self._context.hits_in(first, start)):
            if self._office_only(text[hit.end : start]):
                return self._body(hit)
        after = _SAID.search(text, end, min(end + _AFTER, len(text)))
        last = after.start() if after is not None else min(end + _AFTER, len(text))
        if not text.startswith((",", " of ", " from "), end):
            return None
        for hit in self._context.hits_in(end, last)[:1]:
            if (
                text.startswith((" of ", " from "), end)
                or self._office_only(text[end : hit.start])
                or self._office_only(text[hit.end : last].split(",")[0])
            ):
                return self._body(hit)
        return None

    def _office_only(self, between: str) -> bool:
        words = _WORDS.findall(between)
        return len(words) <= 7 and any(word.casefold() in _SPEAKER_OFFICES for word in words)

    def _body(self, hit: Hit[Known]) -> Credit | None:
        if self._named.attached(hit):
            return None
        for role in (Role.SOURCE, Role.SOURCE_IN_CONTEXT):
            credit = self._by_role(hit, role)
            if credit is not None:
                return credit
        party = self._named.party_of(hit)
        return None if party is None else party_credit(party)

    def _spoken_before(self, mention: Mention, before: Iterable[Source], *, personal: bool) -> Source | None:
        """Return the last one credited before a pronoun, a person where it is "he" or "she"."""
        earlier = [
            source
            for source in before
            if source.mention is not None
            and 0 <= mention.start - source.mention.end <= _LONG
            and (not personal or self._is_person(source.mention))
        ]
        if not earlier:
            return None
        last = max(earlier, key=lambda source: source.mention or mention)
        return Source(last.name, last.id, last.kind, mention)

    def _is_person(self, mention: Mention) -> bool:
        if mention.text.casefold() in _PERSONAL:
            return True
        words = mention.text.split()
        return any(word[:1].isupper() for word in words) or any(
            word.casefold() in OFFICES
            or word.casefold() in {"resident", "witness", "doctor", "medic", "activist", "source"}
            for word in words
        )

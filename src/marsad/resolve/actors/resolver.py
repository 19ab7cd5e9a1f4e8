"""Reads the words for one who took part: a party of the tables, a private person, or the words as they stand."""

import re
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from marsad import facts
from marsad.model import Claim, Mention, Party, Span
from marsad.resolve.actors.descriptions import Wording
from marsad.resolve.actors.identities import Identities
from marsad.resolve.actors.leaders import party_led_by
from marsad.resolve.actors.named import PartiesNamed
from marsad.resolve.actors.nouns import BETWEEN, DEEDS, MEMBERS
from marsad.resolve.actors.persons import HARM, full_name, holds_office, is_place, personal_name
from marsad.resolve.actors.segments import Segment, segments_of, without_article
from marsad.resolve.actors.states import Arm, arm_of, state_of
from marsad.resolve.context import DocumentContext, Role

Slot = Literal["who", "whom"]

_WORDS = re.compile(r"[^\W_]+")
_ASIDE = re.compile(r"\s*(?:[(\[;]|,(?!\d))|\s+(?:who|whom|which|that|whose)\b")
_OFFICE_AFTER = re.compile(
    r"\s+(?:spokes(?:man|woman|person|people)|commanders?|officers?|chiefs?|leaders?|statements?)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""An office after describing words ("police spokesman", "rebel commander") and what follows it."""
_VOICE = re.compile(
    r"(?:\b(?:foreign|defen[cs]e|interior|government)(?:\s+ministry)?\s+)?"
    r"\b(?:spokes(?:man|woman|person|people)|officials?|statements?)\b",
    re.IGNORECASE,
)
"""One who speaks for another, with the house that he speaks for."""
_FOLLOWERS = MEMBERS | DEEDS | BETWEEN
_SPEECH = frozenset({"statement", "threat"})
_WE = frozenset({"we", "us", "our", "ours"})
_NOBODY = _WE | frozenset(
    "it its they them their he she him her his hers which who whom that this those these i one".split()
)
"""Words that stand for a party only where the text makes it sure which."""
_BACKS = re.compile(r"\b(?:backed|supported|trained|armed|sponsored|funded|led|equipped) by (?:the )?$")
_DRESSED = re.compile(
    r"\b(?:(?:dressed|disguised|posing|masquerading) as|pretending to be|in (?:the )?(?:uniforms?|fatigues) of) "
    r"(?:the |an? )?(?:[a-z]+ )?$"
)
_OWNED_BY = re.compile(r" (?:of|from|belonging to|loyal to|with) (?:the )?(?:[a-z][\w-]+ ){0,2}")
_LONGEST_NAME = 80
"""Letters of a party's name at most."""
_WORST = re.compile(
    r"['’]s? (?:\w+ )?(?:worst|deadliest|bloodiest|biggest|largest|latest|most \w+|first|second|third|recent|"
    r"long-running)\b"
)
"""After a country's name, what makes it the scene of an attack: "Burkina Faso's worst massacre"."""
_INSIDE = frozenset("in near inside outside across throughout within".split())
_INSIDE_OR_OF = _INSIDE | {"of", "from", "at", "to"}
"""Before a country's name, what makes it the place, or the owner of something, and not the one who acts."""


class Place(Struct, frozen=True):
    """Where a mention is resolved: in which slot of which claim."""

    slot: Slot
    claim: Claim
    scene: str | None = None


class MentionReader:
    """Reads mentions of one document."""

    def __init__(self, named: PartiesNamed) -> None:
        self._named = named
        self._context: DocumentContext = named.context
        self._identities = Identities(named)

    def parties(self, mentions: Iterable[Mention], place: Place) -> tuple[Party, ...]:
        """Return the parties of one slot, each once."""
        found: dict[str, Party] = {}
        for mention in mentions:
            for party in self._mention(mention, place):
                found.setdefault(party.id or party.name.casefold(), party)
        return tuple(found.values())

    def party_id(self, start: int, end: int, sentence: Span) -> str | None:
        """Return the party that the words from start to end stand for, whatever the slot."""
        segments = self._segments(start, end)
        if len(segments) != 1:
            return None
        segment = segments[0]
        words = _OFFICE_AFTER.sub("", self._context.text[segment.start : segment.end])
        wording = Wording(words, _word_before(self._context.text, start), segment.start, sentence)
        return self._identities.party_of(segment, wording, whom=False, distributed=None)

    def _segments(self, start: int, end: int) -> tuple[Segment, ...]:
        names = (Span(hit.start, hit.end) for hit in self._context.hits_in(start, end))
        parties = (Span(name.start, name.end) for name in self._named.between(start, end))
        return segments_of(self._context.text, start, end, names, parties)

    def _mention(self, mention: Mention, place: Place) -> tuple[Party, ...]:
        segments = self._segments(mention.start, mention.end)
        if not segments:
            return (Party(without_article(mention.text) or mention.text, None, mention),)
        noun = self._last_word(segments[-1])
        parties = (
            self._party(segment, mention if len(segments) == 1 else None, mention, place, noun) for segment in segments
        )
        return tuple(party for party in parties if party is not None)

    def _party(
        self, segment: Segment, whole: Mention | None, mention: Mention, place: Place, noun: str | None
    ) -> Party | None:
        text = self._context.text
        said = whole or Mention.of(text, segment.start, segment.end)
        lead = _word_before(text, mention.start) + text[mention.start : segment.start]
        wording = Wording(text[segment.start : segment.end], lead, segment.start, place.claim.sentence, place.scene)
        if self._only_where(segment, mention, place) or self._only_looks(segment) or self._is_the_place(segment, place):
            return None
        party = self._identities.party_of(
            segment, wording, whom=place.slot == "whom", distributed=None if whole else noun
        )
        party = party or self._behind(segment)
        if party is None and (text[segment.start : segment.end].casefold() in _WE or lead.casefold().endswith("our ")):
            party = self._speaker(place.claim)
        if party is None and (acting_for := self._acting_for(segment, wording, place)) is not None:
            return Party(facts.parties()[acting_for].name, acting_for, said)
        person = self._person_in(segment, party)
        if party is not None and (person is None or not self._is_person(place)):
            return Party(facts.parties()[party].name, party, said)
        if person is not None:
            return self._person(person, segment, said, place)
        if party is not None or not self._names_nobody(segment):
            return Party(self._words(segment), None, said)
        return None

    def _only_looks(self, segment: Segment) -> bool:
        """Say whether others are only dressed as the ones named ("men in army uniforms", "posing as police")."""
        return _DRESSED.search(self._context.text, max(segment.start - 40, 0), segment.start) is not None

    def _is_the_place(self, segment: Segment, place: Place) -> bool:
        """Say whether the words are no more than the name of the place where it happened."""
        words = self._context.text[segment.start : segment.end]
        if not words[:1].isupper() or self._named.between(segment.start, segment.end):
            return False
        if self._last_word(segment) in _FOLLOWERS or any(word.islower() for word in words.split()):
            return False
        return any(where.text == words for where in place.claim.where) and is_place(self._context, words)

    def _behind(self, segment: Segment) -> str | None:
        """Return the party whose people the next words make those of the mention: "Kurdish fighters" of the YPG."""
        if self._last_word(segment) not in MEMBERS or segment.core_end < segment.end:
            return None
        owned = _OWNED_BY.match(self._context.text, segment.end)
        if owned is None:
            return None
        for hit in self._context.hits_in(owned.end(), owned.end() + _LONGEST_NAME):
            if hit.start == owned.end():
                return self._named.party_of(hit)
        return None

    def _only_where(self, segment: Segment, mention: Mention, place: Place) -> bool:
        """Say whether a state or capital is named as the place or backer, not as who acts ("in Myanmar")."""
        if segment.start != mention.start or (segment.core_start, segment.core_end) != (segment.start, segment.end):
            return False
        before = _word_before(self._context.text, mention.start).strip().casefold()
        if place.slot == "who" and _WORST.match(self._context.text, segment.end) is not None:
            return True
        backs = _BACKS.search(self._context.text[max(mention.start - 30, 0) : mention.start]) is not None
        if not backs and before not in (_INSIDE if place.slot == "whom" else _INSIDE_OR_OF):
            return False
        hits = self._context.hits_in(segment.start, segment.end)
        roles = {entry.value.role for hit in hits[:1] if hit.end == segment.end for entry in hit.entries}
        return bool(roles & {Role.COUNTRY, Role.CAPITAL}) and Role.PARTY not in roles

    def _speaker(self, claim: Claim) -> str | None:
        """Return the one party that is credited with a claim: its "we"."""
        said = (self.party_id(mention.start, mention.end, claim.sentence) for mention in claim.sources)
        found = {party for party in said if party is not None}
        return found.pop() if len(found) == 1 else None

    def _acting_for(self, segment: Segment, wording: Wording, place: Place) -> str | None:
        """Return the party for which a leader acts or a spokesman or official speaks."""
        if place.slot == "whom":
            return None
        if place.claim.type not in _SPEECH:
            return party_led_by(self._context, self._context.text[segment.core_start : segment.core_end])
        voice = _VOICE.search(self._context.text, segment.start, segment.end)
        if voice is None or voice.start() <= segment.start:
            return None
        return self._identify_before(segment, voice.start(), wording)

    def _identify_before(self, segment: Segment, end: int, wording: Wording) -> str | None:
        """Return the party whose name or description stands before an office: "Turkish" officials, an "SDF" speaker."""
        owner = self._segments(segment.start, end)
        if len(owner) != 1:
            return None
        words = self._context.text[owner[0].start : owner[0].end]
        hits = [hit for hit in self._context.hits_in(owner[0].start, owner[0].end) if hit.start == owner[0].start]
        state = state_of(hits[0]) if hits and hits[0].end == owner[0].end else None
        if state is not None:
            return arm_of(state[0], Arm.GOVERNMENT, self._context.year)
        return self._identities.party_of(owner[0], wording.replaced(words, wording.lead), whom=False, distributed=None)

    def _names_nobody(self, segment: Segment) -> bool:
        """Say whether the words are a pronoun for somebody unknown, or the name of a town and no more."""
        words = self._context.text[segment.start : segment.end]
        if words.casefold() in _NOBODY:
            return True
        return words[:1].isupper() and self._last_word(segment) not in _FOLLOWERS and is_place(self._context, words)

    def _person_in(self, segment: Segment, party: str | None) -> tuple[int, int] | None:
        """Return a personal name: of the noun itself, or beside it where the noun is no party."""
        person = personal_name(self._context, segment.core_start, segment.core_end)
        owner = party is not None and segment.core_start > segment.start  # "the forces of President X"
        if person is not None and person[1] == segment.core_end and not owner:
            return person
        if party is not None:
            return None
        return self._person_beside(segment) or full_name(self._context, segment.core_start, segment.core_end)

    def _person_beside(self, segment: Segment) -> tuple[int, int] | None:
        """Return a name set off by a comma ("a teacher, Amina Yusuf")."""
        comma = self._context.text.find(",", segment.core_start, segment.end)
        return None if comma < 0 else personal_name(self._context, comma, segment.end)

    def _is_person(self, place: Place) -> bool:
        """Say whether a person named with a party is meant, not the party: a victim, or the one who speaks."""
        return place.slot == "whom" or place.claim.type in _SPEECH

    def _person(self, person: tuple[int, int], segment: Segment, said: Mention, place: Place) -> Party:
        start, end = person
        if place.slot == "whom" and place.claim.type in HARM and not holds_office(self._context, start, end):
            return Party(self._context.text[start:end], None, said, private=True)
        return Party(self._words(segment), None, said)

    def _words(self, segment: Segment) -> str:
        words = self._context.text[segment.start : segment.end]
        aside = _ASIDE.search(words)
        words = without_article(words[: aside.start()] if aside is not None and aside.start() > 0 else words)
        short = words.split(" ")[0] if words else ""
        if short in self._named.expansions and all(word.casefold() in MEMBERS for word in words.split()[1:]):
            return without_article(self._named.expansions[short])
        return words or self._context.text[segment.start : segment.end]

    def _last_word(self, segment: Segment) -> str | None:
        words = _WORDS.findall(self._context.text[segment.core_start : segment.core_end])
        return words[-1].casefold() if words else None


def _word_before(text: str, place: int) -> str:
    """Return the word right before a mention: extractors leave articles out."""
    match = re.search(r"[A-Za-z-]+\s+$", text[max(place - 20, 0) : place])
    return "" if match is None else match[0]

"""Reads the words for one who took part: a party of the tables, a private person, or the words as they stand."""

import re
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from marsad import facts
from marsad.model import Claim, Mention, Party, Span
from marsad.resolve.actors.descriptions import Descriptions, Wording
from marsad.resolve.actors.leaders import known_leader, party_led_by
from marsad.resolve.actors.named import PartiesNamed
from marsad.resolve.actors.nouns import BETWEEN, DEEDS, MEMBERS
from marsad.resolve.actors.persons import HARM, full_name, holds_office, is_place, personal_name
from marsad.resolve.actors.segments import Segment, segments_of, without_article
from marsad.resolve.actors.states import Arm, arm_called, arm_of, called_of, in_time, state_of
from marsad.resolve.context import DocumentContext, Known, Role
from marsad.resolve.phrases import Hit

Slot = Literal["who", "whom"]

_WORDS = re.compile(r"[^\W_]+")
_ASIDE = re.compile(r"\s*(?:[(\[;]|,(?!\d))|\s+(?:who|whom|which|that|whose)\b")
_OPPOSED = re.compile(r"\b(?:anti|former|ex|non|pro|counter|fake|alleged)[\s-]+$", re.IGNORECASE)
_OFFICE_AFTER = re.compile(
    r"\s+(?:spokes(?:man|woman|person|people)|commanders?|officers?|chiefs?|leaders?|statements?)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""An office after describing words ("police spokesman", "rebel commander") and what follows it."""
_OTHER_PEOPLE = re.compile(r"(?:\b(?:ethnic|separatist|rebel|breakaway|exiled)|[A-Z][a-z]+(?:an|ese|ish|i|n|th))\s+$")
"""Words before a people's name that make it another's than the state's ("Bosnian Serb", "South Vietnamese")."""
_FROM = re.compile(r"(\w+)\s+(?:from|of)\s+$")
_VOICE = re.compile(
    r"(?:\b(?:foreign|defen[cs]e|interior|government)(?:\s+ministry)?\s+)?"
    r"\b(?:spokes(?:man|woman|person|people)|officials?|statements?)\b",
    re.IGNORECASE,
)
"""One who speaks for another, with the house that he speaks for."""
_DESIGNATION = re.compile(r"\b[A-Za-z]{1,4}-\d{1,4}[A-Z]?\b|\b[A-Z]{1,3}\d{1,4}\b")
"""What an aircraft or a weapon is called: "F-16", "MQ-9", "Su-34"."""
_NAME_PARTS = re.compile(r"[^\s’']+")
_LONGEST_CUT = 40
"""Letters of a name that a mention may leave out on either side."""
_NOUNS_AFTER = re.compile(r"(?:\s+[a-z]+){1,2}")
_FOLLOWERS = MEMBERS | DEEDS | BETWEEN
_OFFSHOOTS = frozenset({"affiliate", "affiliates", "branch", "offshoot", "offshoots"})
"""Nouns after a party's name that mean another one, which belongs to it."""
_SPEECH = frozenset({"statement", "threat"})
_WE = frozenset({"we", "us", "our", "ours"})
_NOBODY = _WE | frozenset(
    "it its they them their he she him her his hers which who whom that this those these i one".split()
)
"""Words that stand for a party only where the text makes it sure which."""
_BACKS = re.compile(r"\b(?:backed|supported|trained|armed|sponsored|funded|led|equipped) by (?:the )?$")
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
        self._descriptions = Descriptions(named)

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
        return self._identify(segment, wording, whom=False, distributed=None)

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
        if self._only_where(segment, mention, place):
            return None
        party = self._identify(segment, wording, whom=place.slot == "whom", distributed=None if whole else noun)
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

    def _only_where(self, segment: Segment, mention: Mention, place: Place) -> bool:
        """Say whether a state or capital is named as the place or backer, not as who acts ("in Myanmar")."""
        if segment.start != mention.start or (segment.core_start, segment.core_end) != (segment.start, segment.end):
            return False
        before = _word_before(self._context.text, mention.start).strip().casefold()
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
        return self._identify(owner[0], wording.replaced(words, wording.lead), whom=False, distributed=None)

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

    def _identify(self, segment: Segment, wording: Wording, *, whom: bool, distributed: str | None) -> str | None:
        inside = self._context.hits_in(segment.core_start, segment.core_end)
        hits = [hit for hit in inside if not self._named.attached(hit)]
        for hit in reversed(hits):
            party = self._by_name(hit, segment) or self._by_state(hit, segment, whom=whom, distributed=distributed)
            if party is not None:
                return party
        if not hits and (cut := self._cut_name(segment)) is not None:
            return cut
        if (led := self._led(segment)) is not None:
            return led
        if any(not _only_people(hit) for hit in hits):
            return None
        if hits or not wording.words:
            return None
        return self._descriptions.party_of(wording) or self._owner(segment, wording)

    def _owner(self, segment: Segment, wording: Wording) -> str | None:
        """Return the party described behind a noun for its members or things ("forces loyal to the regime")."""
        core = self._context.text[segment.core_start : segment.core_end]
        if segment.core_start == segment.start or not core:
            return None
        described = wording.replaced(core, self._context.text[segment.start : segment.core_start])
        party = self._descriptions.party_of(described) or party_led_by(self._context, core)
        if party is None or facts.parties()[party].kind != "government":
            return party
        noun = _WORDS.search(self._context.text, segment.start)
        return self._forces_of(party, [] if noun is None else [noun[0]])

    def _led(self, segment: Segment) -> str | None:
        """Return the party of the leader whose people or things the words are ("Putin's troops", "Assad regime")."""
        words = list(_NAME_PARTS.finditer(self._context.text, segment.core_start, segment.core_end))
        for last in range(len(words) - 1, 0, -1):
            after = [word[0].casefold() for word in words[last:]]
            if not all(word in _FOLLOWERS for word in after):
                return None
            leader = self._context.text[segment.core_start : words[last - 1].end()]
            party = known_leader(self._context, leader)
            if party is not None:
                return self._forces_of(party, after) if facts.parties()[party].kind == "government" else party
        return None

    def _cut_name(self, segment: Segment) -> str | None:
        """Return the party of whose name the words are a part ("U.S.-led" of a coalition's name)."""
        if self._context.text.startswith(("'s", "’s"), segment.core_end):
            return None
        for hit in self._context.hits_in(max(segment.core_start - _LONGEST_CUT, 0), segment.core_end + _LONGEST_CUT):
            if hit.start <= segment.core_start and segment.core_end <= hit.end:
                return self._named.party_of(hit)
        return None

    def _by_name(self, hit: Hit[Known], segment: Segment) -> str | None:
        if not self._heads(hit, segment):
            return None
        party, after = self._named.party_of(hit), self._after(hit, segment)
        if party is not None and after and after[-1].casefold() in _OFFSHOOTS:
            return self._named.offshoot_of(party)
        if party is None or facts.parties()[party].kind != "government":
            return party
        return self._forces_of(self._of_that_time(party), after)

    def _of_that_time(self, government: str) -> str:
        """Return the government that the country had when the report came out."""
        country = facts.parties()[government].countries[:1]
        if in_time(government, self._context.year) or not country:
            return government
        return arm_of(country[0], Arm.GOVERNMENT, self._context.year) or government

    def _forces_of(self, government: str, after: list[str]) -> str:
        """Return the forces where words after the government's name mean them ("Syrian government troops")."""
        arm = arm_called([word.casefold() for word in after]) if after else None
        country = facts.parties()[government].countries[:1]
        if arm is None or arm is Arm.GOVERNMENT or not country:
            return government
        return arm_of(country[0], arm, self._context.year) or government

    def _heads(self, hit: Hit[Known], segment: Segment) -> bool:
        """Say whether the name is the noun of the segment, or owns it (its fighters, its drones)."""
        if _OPPOSED.search(self._context.text[segment.core_start : hit.start]):
            return False
        return all(word.casefold() in _FOLLOWERS for word in self._after(hit, segment))

    def _after(self, hit: Hit[Known], segment: Segment) -> list[str]:
        rest = re.sub(r"^['’]s?\b", "", self._context.text[hit.end : segment.core_end])
        rest = _DESIGNATION.sub("", rest)
        return [word for word in _WORDS.findall(rest) if not word[0].isdigit()]

    def _by_state(self, hit: Hit[Known], segment: Segment, *, whom: bool, distributed: str | None) -> str | None:
        state = state_of(hit)
        before = self._context.text[segment.start : hit.start]
        if state is None or _OPPOSED.search(before) or _OTHER_PEOPLE.search(before):
            return None
        country, role = state
        after = [word.casefold() for word in self._after(hit, segment)]
        if not after and role is Role.PEOPLE:
            after = [distributed] if distributed is not None else self._words_following(segment.end)
        if not after and (member := _member_noun(before)) is not None:
            after = [member]
        if not after:
            bare = hit.start == segment.core_start and not (whom and role is Role.CAPITAL)
            return arm_of(country, Arm.GOVERNMENT, self._context.year) if bare and role is not Role.PEOPLE else None
        arm = arm_called(after)
        return called_of(country, " ".join(after)) if arm is None else arm_of(country, arm, self._context.year)

    def _words_following(self, place: int) -> list[str]:
        """Return the nouns after a mention that stops at an adjective ("Israeli" in "Israeli air strikes")."""
        match = _NOUNS_AFTER.match(self._context.text, place)
        words = [] if match is None else match[0].casefold().split()
        for length in range(len(words), 0, -1):
            if arm_called(words[:length]) is not None:
                return words[:length]
        return []

    def _last_word(self, segment: Segment) -> str | None:
        words = _WORDS.findall(self._context.text[segment.core_start : segment.core_end])
        return words[-1].casefold() if words else None


def _member_noun(before: str) -> str | None:
    """Return the noun of "troops from Chad"."""
    match = _FROM.search(before)
    return None if match is None else match[1].casefold()


def _word_before(text: str, place: int) -> str:
    """Return the word right before a mention: extractors leave articles out."""
    match = re.search(r"[A-Za-z-]+\s+$", text[max(place - 20, 0) : place])
    return "" if match is None else match[0]


def _only_people(hit: Hit[Known]) -> bool:
    return all(entry.value.role in {Role.PEOPLE, Role.PLACE} for entry in hit.entries)

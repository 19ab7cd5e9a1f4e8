"""Which party of the tables words stand for: by a name, by a state's or a leader's, or by what they describe."""

import re

from marsad import facts
from marsad.resolve.actors.arms import arm_described
from marsad.resolve.actors.descriptions import Descriptions, Wording
from marsad.resolve.actors.leaders import known_leader, party_led_by
from marsad.resolve.actors.named import PartiesNamed
from marsad.resolve.actors.nouns import BETWEEN, DEEDS, MEMBERS
from marsad.resolve.actors.segments import Segment
from marsad.resolve.actors.states import Arm, arm_called, arm_of, called_of, in_time, state_of
from marsad.resolve.context import DocumentContext, Known, Role, name_index
from marsad.resolve.phrases import Hit

_WORDS = re.compile(r"[^\W_]+")
_DEFINITE = re.compile(r"\b(?:the|these|those)\b", re.IGNORECASE)
_THERE = re.compile(r"\s+(?:in|near|at|on|inside|outside|around|along|across|aboard|who|that|which|during|after)\b")
"""What may follow the noun of a description and tell no more than where and when they were."""
_OF = re.compile(r"\s+(?:of|from)\b")
_OF_END = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?$")
_DISSIDENTS = re.compile(
    r"(?:[a-z]+ ){0,3}?"
    r"(?:dissidents?|(?:dissident|splinter|breakaway) (?:groups?|factions?|fronts?|fighters|rebels|wing))"
    r" (?:of|from) (?:the )?(?:(?:now-)?(?:defunct|former|demobili[sz]ed|disbanded) )?",
    re.IGNORECASE,
)
_PEACEKEEPERS = "united-nations-peacekeeping"
"""The row for the peacekeepers of whatever mission."""
_SCENES = 2
"""Countries that a report is about at most."""
_IN_CONTEXT = frozenset({Role.PARTY_IN_CONTEXT, Role.SOURCE_IN_CONTEXT})
_OPPOSED = re.compile(r"\b(?:anti|former|ex|non|pro|counter|fake|alleged)[\s-]+$", re.IGNORECASE)
_OTHER_PEOPLE = re.compile(r"(?:\b(?:ethnic|separatist|rebel|breakaway|exiled)|[A-Z][a-z]+(?:an|ese|ish|i|n|th))\s+$")
"""Words before a people's name that make it another's than the state's ("Bosnian Serb", "South Vietnamese")."""
_FROM = re.compile(r"(\w+)\s+(?:from|of)\s+$")
_DESIGNATION = re.compile(r"\b[A-Za-z]{1,4}-\d{1,4}[A-Z]?\b|\b[A-Z]{1,3}\d{1,4}\b")
"""What an aircraft or a weapon is called: "F-16", "MQ-9", "Su-34"."""
_NAME_PARTS = re.compile(r"[^\s’']+")
_LONGEST_CUT = 40
"""Letters of a name that a mention may leave out on either side."""
_NOUNS_AFTER = re.compile(r"(?:\s+[a-z]+){1,2}")
_FOLLOWERS = MEMBERS | DEEDS | BETWEEN
_OFFSHOOTS = frozenset({"affiliate", "affiliates", "branch", "offshoot", "offshoots"})
"""Nouns after a party's name that mean another one, which belongs to it."""


class Identities:
    """Tells the parties of one document by the words for them."""

    def __init__(self, named: PartiesNamed) -> None:
        self._named = named
        self._context: DocumentContext = named.context
        self._descriptions = Descriptions(named)

    def party_of(self, segment: Segment, wording: Wording, *, whom: bool, distributed: str | None) -> str | None:
        """Return the party of the tables that the words of a segment name, own or describe."""
        inside = self._context.hits_in(segment.core_start, segment.core_end)
        hits = [hit for hit in inside if not self._named.attached(hit)]
        if (split := self._split_off(segment)) is not None:
            return split
        for hit in reversed(hits):
            party = self._by_name(hit, segment) or self._by_state(hit, segment, whom=whom, distributed=distributed)
            if party is not None:
                return party
        if not hits and (cut := self._cut_name(segment)) is not None:
            return cut
        if (led := self._led(segment)) is not None:
            return led
        hits = [hit for hit in hits if not self._is_plain(hit)]
        if any(not _only_people(hit) for hit in hits) or not wording.words:
            return None
        if hits and _DEFINITE.search(wording.lead) is None:
            return None
        described = self._descriptions.party_of(wording) or self._described_there(segment, wording)
        return described if hits else described or self._owner(segment, wording)

    def _is_plain(self, hit: Hit[Known]) -> bool:
        """Say whether a name of the tables is no more here than the ordinary word that it is written as."""
        roles = {entry.value.role for entry in hit.entries}
        written = self._context.text[hit.start : hit.end]
        return roles <= _IN_CONTEXT and written.islower() and self._named.party_of(hit) is None

    def _described_there(self, segment: Segment, wording: Wording) -> str | None:
        """Return the party described by the words before those for where it is ("soldiers at a checkpoint")."""
        if segment.core_start != segment.start:
            return self._described_of(segment, wording)
        if segment.core_end >= segment.end:
            return None
        core = self._context.text[segment.core_start : segment.core_end]
        tail = self._context.text[segment.core_end : segment.end]
        if _THERE.match(tail) is None and (_OF.match(tail) is None or arm_described(core) is None):
            return None
        return self._descriptions.party_of(wording.replaced(core, wording.lead))

    def _described_of(self, segment: Segment, wording: Wording) -> str | None:
        """Return the force whose thing lies somewhere ("the army post of Reedtown"), where nobody is named behind."""
        head = _OF_END.sub("", self._context.text[segment.start : segment.core_start])
        behind = self._context.hits_in(segment.core_start, segment.end)
        if not all(_only_people(hit) for hit in behind) or arm_described(head) is None:
            return None
        return self._descriptions.party_of(wording.replaced(head, wording.lead))

    def _split_off(self, segment: Segment) -> str | None:
        """Return the party of those who left another one ("dissidents of the FARC"), where the tables have a row."""
        left = _DISSIDENTS.match(self._context.text, segment.start, segment.end)
        whole = self._context.hits_in(left.end(), segment.end) if left is not None else ()
        party = self._named.party_of(whole[0]) if whole else None
        if party is None:
            return None
        called = name_index().exactly(f"{facts.parties()[party].name} dissidents")
        return next((known.id for known in called if known.role is Role.PARTY), None)

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
        if party is None:
            return None
        kind = facts.parties()[party].kind
        if party == _PEACEKEEPERS:
            return self._mission_of(party)
        if kind != "government":
            return party
        thing = _WORDS.match(self._context.text, segment.start, segment.core_start)
        return self._forces_of(party, after or ([] if thing is None else [thing[0]]))

    def _mission_of(self, party: str) -> str:
        """Return the mission whose peacekeepers they are: the one named, or the only one in the country at hand."""
        missions = {row.id for row in facts.parties().values() if row.parent == party and row.kind == "peacekeeper"}
        named = {name.id for name in self._named.named} & missions
        if len(named) == 1:
            return named.pop()
        if named:
            return party
        there = [id_ for id_ in missions if in_time(id_, self._context.year)]
        for country in self._context.countries[:_SCENES]:
            local = [id_ for id_ in there if facts.parties()[id_].countries[:1] == (country,)]
            if local:
                return local[0] if len(local) == 1 else party
        return party

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


def _member_noun(before: str) -> str | None:
    """Return the noun of "troops from Chad"."""
    match = _FROM.search(before)
    return None if match is None else match[1].casefold()


def _only_people(hit: Hit[Known]) -> bool:
    return all(entry.value.role in {Role.PEOPLE, Role.PLACE} for entry in hit.entries)

"""Which side of a happening words stand on, where the grammar around the trigger settles it.

Extractors take the subject for who did it; in "they were arrested" it is whom it was done to, and in "lost the town to"
the side that lost. Where a slot is empty, the sentence may still tell who is on it: whose the place was ("a bastion of
the rebels"), against whom a march went ("anti-government"), whom a speaker addresses ("accused Kenya").
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec.structs import replace

from marsad.model import Claim, Mention
from marsad.resolve.actors.addressed import with_addressed
from marsad.resolve.actors.credited import with_credited
from marsad.resolve.actors.nouns import MEMBERS
from marsad.resolve.actors.wholes import whole_name, with_whole_words, without_owners

_BE: Final = r"(?:was|were|is|are|been|being|be|got)"
_ADVERB: Final = r"(?:\w+ly|later|also|then|now|since|again|all|both|first|often|still|soon|never|once)"
_PASSIVE: Final = re.compile(rf"\b{_BE}\s+(?:{_ADVERB}\s+){{0,2}}(?:\w+(?:ed|n|t)\s+(?:and|or)\s+(?:{_ADVERB}\s+)?)?$")
"""What stands before a participle in the passive: "were later identified and" arrested."""
_SUBJECT_OF_IT: Final = re.compile(
    r"(?:,[^,;.]{1,80},)?(?:,? (?:who|which|that))?"
    r"(?: (?:is|are|was|were) (?:believed|thought|said|reported|feared|known|understood|presumed) to have)?"
    rf"(?: (?:has|have|had|will|would|could|may|might|to|{_ADVERB}))* ?"
)
"""What may stand between a subject and the passive verb."""
_GOES_ON: Final = re.compile(r"(?:,| and|, and|, but|, then)(?: (?:has|have|had|will|would))? $")
"""The same where the verb is a further one of the subject that opens the sentence ("crept in, and were")."""
_NEW_SUBJECT: Final = re.compile(r"[;:]|\b(?:that|said|says|after|when|while|where|which|who|as|because|before)\b")
_PARTICIPLE: Final = re.compile(
    r"(?:\w+ed|shot|slain|beaten|hit|driven|taken|caught|held|struck|overrun|hurt|torn|forced)\b", re.IGNORECASE
)
_LOSING: Final = re.compile(r"los(?:e|es|ing)|lost|ced(?:e|es|ed|ing)|relinquish\w*|forfeit\w*", re.IGNORECASE)
_TO: Final = re.compile(r"\b(?:to|by)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$")
_BY: Final = re.compile(r"\s+(?:\w+\s+){0,3}by\s+(?:the\s+|an?\s+)?(?:\w+ly\s+)?")
"""What stands between a passive and its doer: "captured late on Sunday by"."""
_ACTION: Final = re.compile(
    r"(?:raid|attack|strike|assault|offensive|ambush|incursion|advance|campaign)(?:e?s)?$", re.IGNORECASE
)
_OWN: Final = re.compile(r"\s+(?:of|by)\s+(?:(?:the|an?|some|its|their)\s+)?")
_ON: Final = re.compile(r"\s+(?:on|against|into|at)\s")
"""Around the doer of an action told by a noun: "the raid of the rebels on"."""
_AIMED_AT: Final = re.compile(
    r"\b(?:against|(?:to|at|of) (?:dismantl|defeat|oust|eject|expel|dislodg|destroy|crush|repel|rout|clear|eliminat|"
    r"eradicat|driv|flush|push|uproot|subdu|degrad|combat|evict)(?:e|ing|ting)?(?: (?:out|back|off))?)\s+"
    r"(?:the\s+)?(?:[a-z]+\s+){0,1}$"
)
"""What stands before those whom an operation is aimed at."""
_TARGET: Final = re.compile(
    r"(?:,[^,;.]{1,60},|\s(?:at|in|near|of|outside)\s[^,;.]{1,40}?)?\s+(?:(?:has|have|had)\s+)?"
    r"(?:(?:was|were|is|are|been|became)\s+(?:the\s+)?(?:\w+\s+){0,2}targets?\s+(?:of|for)|"
    r"(?:came|come|comes|coming)\s+under\s+(?:\w+\s+){0,3}(?:fire|attack|shelling|bombardment|assault))\b"
)
"""What makes a subject the target: "army posts were the only target of", "the base came under heavy fire"."""
_USED_BY: Final = re.compile(r"\b(?:used|carried|worn|owned|driven|ridden|held) by (?:[\w-]+ ){0,3}$")
"""Before those whose things blew up."""
_GOES_OFF: Final = re.compile(r"(?:explod\w+|blew up|blow\w* up|went off|go(?:es)? off|detonat\w+)", re.IGNORECASE)
_AUXILIARY: Final = re.compile(r"(?: (?:has|have|had|was|were|then|later|also|\w+ly))*\s*")
_NO_OBJECT: Final = re.compile(
    r"\s*(?:[.,;:)\n]|$|(?:in|at|near|on|outside|inside|by|as|when|while|across|around|among|along|during|and|before|"
    r"after|early|late|simultaneously|nearly|almost|just|under|over|behind|next|beside|prematurely|this|last|yesterday|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
_PERSON: Final = re.compile(
    r"\b(?:bombers?|attackers?|m[ae]n|wom[ae]n|boys?|girls?|assailants?|suicide\w*)\b", re.IGNORECASE
)
_TAKEN: Final = re.compile(
    r"(?:captured|seized|liberated|taken|retaken|recaptured|overrun|freed|conquered)", re.IGNORECASE
)
_CUT_SHORT: Final = re.compile(r"\s*(?:[.,;:–—\n]|$|by\b|from\b)")
_FLED: Final = re.compile(
    r"fle(?:d|e|es|eing)|left|leav\w+|depart\w*|escap\w+|return\w*|stream\w*|pour\w*|cross\w*|exodus|flight|arriv\w+|"
    r"(?:taken|took|take) flight|abandon\w*",
    re.IGNORECASE,
)
_VEHICLES: Final = re.compile(
    r"(?:buses|bus|trucks?|cars?|convoys?|vehicles?|trains?|boats?|ships?|planes?)", re.IGNORECASE
)
_HELD_BY: Final = re.compile(r"\b(?:held|controlled|occupied|ruled|run) by (?:the )?$")
_HELD_AFTER: Final = re.compile(
    r"\b(?:held|controlled|occupied|ruled|run|overrun|besieged) by (?:the )?|"
    r"\b(?:strongholds?|bastions?|refuges?|redoubts?|pockets?|enclaves?|hideouts?|caliphate|holdouts?|positions?|"
    r"territory)(?: that was)? (?:of|for|held by|belonging to) (?:the )?"
)
_HELD_BEFORE: Final = re.compile(
    r"(?:['’]s?)? (?:[a-z]+ ){0,2}(?:strongholds?|bastions?|refuges?|redoubts?|pockets?|enclaves?|hideouts?|caliphate|"
    r"holdouts?|territory|positions?)\b|-(?:held|controlled|occupied|run)\b"
)
_HELD_BY_SOME: Final = re.compile(
    r"\b(rebel|insurgent|jihadist|militant|separatist|government|regime|army)"
    r"(?:-(?:held|controlled|occupied)| (?:enclave|stronghold|bastion|pocket|territory|position|outpost|base)s?)\b"
)
"""The same for those who are described and not named."""
_FALLS: Final = re.compile(r"f[ae]ll(?:en|s|ing)?|collaps\w+|overrun", re.IGNORECASE)
_OTHER_CLAUSE: Final = re.compile(r"[;:]|,? (?:while|but|as|after|before|whereas|where)\b")
_ANTI: Final = re.compile(r"\banti-([A-Za-z]+)\b(?: \w+){0,2}\s+$")
_AGAINST: Final = re.compile(r"\s+(?:\w+\s+){0,2}against\s+(?:the\s+)?(?:rule\s+of\s+)?")
_ADDRESSES: Final = re.compile(
    r"(?:accus|condemn|denounc|blam|criticis|criticiz|warn|urg|threaten|slam|rebuk|implor|tell|told|ask)\w*|"
    r"call(?:s|ed)? on|lash(?:es|ed)? out at",
    re.IGNORECASE,
)
_OF: Final = re.compile(r"\s(?:of|from|in)\s")
_ATTACKS: Final = frozenset(
    "air_strike shelling explosive_device suicide_bombing grenade attack_on_civilians armed_clash "
    "looting_or_destruction violence_other".split()
)
_AT: Final = re.compile(
    r"\s+(?:(?:on|against|into|at)\s+)?(?:(?:an?|the|two|three|several|its|their)\s+)?"
    r"(?:(?!near|beside|outside|around|from|and|by|in|to|of)[\w-]+\s+){0,2}"
)
_FACILITY: Final = re.compile(
    r"\b(?:mosque|church|cathedral|temple|synagogue|shrine|hospital|clinic|school|university|college|kindergarten|market|"
    r"bazaar|mall|shop|store|supermarket|hypermarket|restaurant|cafe|bakery|hotel|bar|theatre|theater|cinema|stadium|"
    r"(?:night ?)?club|embassy|consulate|compound|mission|headquarters|office|prison|jail|barracks|checkpoint|outpost|"
    r"station|base|depot|factory|plant|refinery|mill|pipeline|bridge|dam|airport|airfield|bus|train|convoy|ship|tanker|"
    r"funeral|wedding|rally|camp)s?\b",
    re.IGNORECASE,
)
"""What is hit and not merely where something happens."""
_NEAR: Final = re.compile(r"(?:near|beside|outside|around|close|behind|opposite|next|on)\b", re.IGNORECASE)
_WITH: Final = re.compile(r"\s+(?:\w+\s+){0,2}with\s+(?:the\s+)?")
_DETERMINER: Final = re.compile(r"\s+(?:the\s+)?")


class Sides:
    """Puts the words of a document's claims on the side on which its sentences have them.

    ``names`` are where names of parties and states stand in the text, start and end.
    """

    def __init__(self, text: str, names: Iterable[tuple[int, int]]) -> None:
        self._text = text
        self._names = tuple(sorted(names))
        self._ends = dict(self._names)

    def put(self, claim: Claim) -> Claim:
        """Return the claim with who and whom on their sides, and with those whom only the sentence around names."""
        claim = with_addressed(self._text, with_credited(self._text, without_owners(self._text, self._uncut(claim))))
        claim = self._without_things(self._swapped(claim))
        patients = tuple(mention for mention in claim.who if self._suffers(mention, claim))
        doers = tuple(mention for mention in claim.whom if self._does(mention, claim))
        if not patients and not doers:
            return claim
        return replace(claim, who=_moved(claim.who, patients, doers), whom=_moved(claim.whom, doers, patients))

    def _without_things(self, claim: Claim) -> Claim:
        """Return the claim without what blew up, and without a town that is "liberated", as those who did it."""
        who = tuple(one for one in claim.who if not self._goes_off(one, claim) and not self._is_taken(one, claim))
        return claim if who == claim.who else replace(claim, who=who)

    def _goes_off(self, mention: Mention, claim: Claim) -> bool:
        """Say whether the words are the thing that exploded: "two parcels went off in the market"."""
        trigger = claim.trigger
        if _GOES_OFF.fullmatch(trigger.text) is None or mention.end > trigger.start or mention.start in self._ends:
            return False
        if _AUXILIARY.fullmatch(self._text[mention.end : trigger.start]) is None or _PERSON.search(mention.text):
            return False
        words = mention.text.casefold().split()
        if words[0] in MEMBERS or words[-1] in MEMBERS or self._is_used_by(mention, claim):
            return False
        return self._has_no_object(trigger)

    def _has_no_object(self, trigger: Mention) -> bool:
        return _NO_OBJECT.match(self._text, trigger.end) is not None

    def _is_taken(self, mention: Mention, claim: Claim) -> bool:
        """Say whether the words are the place that a headline has taken: "Reedtown liberated, army says"."""
        if claim.type != "territory_captured" or _TAKEN.fullmatch(claim.trigger.text) is None:
            return False
        beside = self._text[mention.end : claim.trigger.start] == " " and mention.text[:1].isupper()
        return (
            beside and mention.start not in self._ends and _CUT_SHORT.match(self._text, claim.trigger.end) is not None
        )

    def _uncut(self, claim: Claim) -> Claim:
        """Return the claim with mentions that stop at a preposition made whole: "dissidents of (the Front)"."""
        who, whom = (
            tuple(with_whole_words(self._text, one, self._ends) for one in side) for side in (claim.who, claim.whom)
        )
        return claim if (who, whom) == (claim.who, claim.whom) else replace(claim, who=who, whom=whom)

    def targets(self, claim: Claim) -> tuple[Mention, ...]:
        """Return those whom the sentence tells to be on the other side, for a claim in which they are not given."""
        return tuple(self._targets(claim))

    def _swapped(self, claim: Claim) -> Claim:
        """Return the claim of ground lost as one of ground taken: the one who lost it is the target."""
        trigger = claim.trigger
        if claim.type != "territory_captured" or _LOSING.fullmatch(trigger.text) is None:
            return claim
        losers = tuple(mention for mention in claim.who if mention.end <= trigger.start)
        winners = tuple(
            mention
            for mention in (*claim.who, *claim.whom)
            if mention.start >= trigger.end and _TO.search(self._text[max(mention.start - 40, 0) : mention.start])
        )
        if not losers:
            return claim
        others = tuple(mention for mention in claim.whom if mention not in winners)
        return replace(claim, who=winners, whom=(*losers, *others))

    def _suffers(self, mention: Mention, claim: Claim) -> bool:
        trigger = claim.trigger
        if mention.start >= trigger.end:
            before = self._text[max(mention.start - 60, trigger.end) : mention.start]
            held = claim.type == "territory_captured" and _HELD_BY.search(before) is not None
            return held or _AIMED_AT.search(before) is not None
        if mention.end > trigger.start or mention in claim.means:
            return False
        if _TARGET.match(self._text, mention.end, claim.sentence.end) is not None:
            return True
        if _GOES_OFF.fullmatch(trigger.text) is not None and self._is_used_by(mention, claim):
            return True
        return self._moves_away(mention, claim) or self._is_passive_subject(mention, trigger)

    def _is_used_by(self, mention: Mention, claim: Claim) -> bool:
        """Say whether the words are those in whose hands a thing blew up: "radios carried by fighters exploded"."""
        before = self._text[max(mention.start - 50, claim.sentence.start) : mention.start]
        return _USED_BY.search(before) is not None

    def _does(self, mention: Mention, claim: Claim) -> bool:
        """Say whether the words are the doer: "was captured by the rebels", "the raid of the rebels on the camp"."""
        trigger = claim.trigger
        if claim.type == "withdrawal" and mention.end <= trigger.start:
            return _PASSIVE.search(self._text, mention.end, trigger.start) is None
        if mention.start < trigger.end:
            return False
        between = self._text[trigger.end : mention.start]
        if _OWN.fullmatch(between) is not None and _ON.match(self._text, mention.end) is not None:
            return _ACTION.search(trigger.text) is not None
        if _PARTICIPLE.match(trigger.text) is None:
            return False
        passive = _PASSIVE.search(self._text[max(trigger.start - 60, claim.sentence.start) : trigger.start])
        return passive is not None and _BY.fullmatch(between) is not None

    def _moves_away(self, mention: Mention, claim: Claim) -> bool:
        """Say whether people leave of themselves: in a displacement they are those who moved, nobody moved them."""
        if claim.type != "displacement" or _FLED.fullmatch(claim.trigger.text) is None or mention.start in self._ends:
            return False
        words = _OF.split(mention.text)[0].split()
        if words and _VEHICLES.fullmatch(words[-1]) is not None:
            return False
        lower = bool(words) and (words[-1].islower() or mention.start == claim.sentence.start)
        return lower and words[-1].casefold() not in MEMBERS

    def _is_passive_subject(self, mention: Mention, trigger: Mention) -> bool:
        """Say whether the words are the subject of a passive: "Isis fighters were identified and arrested"."""
        if _PARTICIPLE.match(trigger.text) is None:
            return False
        between = self._text[mention.end : trigger.start]
        verb = _PASSIVE.search(between)
        if verb is None:
            return False
        lead = between[: verb.start()]
        if _SUBJECT_OF_IT.fullmatch(lead) is not None:
            return True
        return _GOES_ON.search(lead) is not None and _NEW_SUBJECT.search(lead) is None

    def _targets(self, claim: Claim) -> Iterator[Mention]:
        if claim.type == "territory_captured":
            yield from self._holders(claim)
        if claim.type == "agreement" and (partner := _WITH.match(self._text, claim.trigger.end)) is not None:
            yield from self._name_at(partner.end())
        if claim.type in {"protest", "riot"}:
            yield from self._opposed(claim)
        if claim.type in {"statement", "threat"} and _ADDRESSES.fullmatch(claim.trigger.text) is not None:
            start = _DETERMINER.match(self._text, claim.trigger.end)
            yield from self._name_at(start.end() if start is not None else claim.trigger.end, deeds=True)

    def things_hit(self, claim: Claim) -> Iterator[Mention]:
        """Give what was attacked where it is told as the place: "an attack on the consulate"."""
        if claim.type in _ATTACKS:
            for mention in claim.where:
                between = self._text[claim.trigger.end : mention.start] if mention.start > claim.trigger.end else "-"
                aside = _NEAR.match(mention.text) is not None
                if _AT.fullmatch(between) is not None and _FACILITY.search(mention.text) is not None and not aside:
                    yield mention

    def _holders(self, claim: Claim) -> Iterator[Mention]:
        """Give those who are told to hold the place that was taken, other than who did it."""
        stretch = self._place_told(claim)
        for match in _HELD_AFTER.finditer(self._text, stretch.start, stretch.stop):
            yield from self._other_than_who(self._name_at(match.end()), claim)
        first = bisect_left(self._names, (stretch.start, 0))
        for start, end in self._names[first : bisect_left(self._names, (stretch.stop, 0))]:
            if _HELD_BEFORE.match(self._text, end) is not None:
                yield from self._other_than_who(iter((Mention.of(self._text, start, end),)), claim)
        for match in _HELD_BY_SOME.finditer(self._text, stretch.start, stretch.stop):
            yield Mention.of(self._text, match.start(1), match.end(1))

    def _place_told(self, claim: Claim) -> range:
        """Return where the place that was taken is told: behind the verb, before one of falling."""
        if _FALLS.fullmatch(claim.trigger.text) is not None:
            return range(claim.sentence.start, claim.trigger.start)
        stop = _OTHER_CLAUSE.search(self._text, claim.trigger.end, claim.sentence.end)
        return range(claim.trigger.end, claim.sentence.end if stop is None else stop.start())

    def _other_than_who(self, found: Iterator[Mention], claim: Claim) -> Iterator[Mention]:
        return (mention for mention in found if not any(mention.span.overlaps(doer) for doer in claim.who))

    def _opposed(self, claim: Claim) -> Iterator[Mention]:
        """Give those against whom people march: "anti-government protests", "rallied against the junta"."""
        anti = _ANTI.search(self._text, max(claim.trigger.start - 60, claim.sentence.start), claim.trigger.start)
        if anti is not None:
            yield Mention.of(self._text, anti.start(1), anti.end(1))
        against = _AGAINST.match(self._text, claim.trigger.end, claim.sentence.end)
        if against is not None:
            yield from self._name_at(against.end())

    def _name_at(self, place: int, *, deeds: bool = False) -> Iterator[Mention]:
        found = whole_name(self._text, place, self._ends, deeds=deeds)
        if found is not None:
            yield found


def _moved(mentions: tuple[Mention, ...], gone: tuple[Mention, ...], come: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the mentions without those that are gone and with those that have come, in the order of the text."""
    return tuple(sorted({*mentions, *come} - {*gone}))

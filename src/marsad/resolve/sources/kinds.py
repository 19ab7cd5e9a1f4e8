"""What kind of source unnamed people are, by the nouns that reports use for them."""

import re

from marsad.facts import PartyFact

_NOUNS: tuple[tuple[str, frozenset[str]], ...] = (
    (
        "medic",
        frozenset(
            "medic medics doctor doctors nurse nurses paramedic paramedics surgeon surgeons rescuer "
            "rescuers medical responder responders firefighters firefighter physician physicians midwife "
            "midwives pathologist".split()
        ),
    ),
    ("medical", frozenset("hospital hospitals clinic clinics ambulance morgue".split())),
    (
        "witness",
        frozenset(
            "witness witnesses eyewitness eyewitnesses resident residents locals villager villagers "
            "survivor survivors neighbor neighbors neighbour neighbours refugee refugees relative "
            "relatives family families people civilian civilians shopkeeper shopkeepers farmer farmers "
            "protester protesters student students priest priests imam imams pastor pastors cleric "
            "clerics teacher teachers inhabitants inhabitant mother father brother sister wife husband "
            "widow son daughter uncle aunt cousin nephew niece grandmother grandfather mourner mourners "
            "worker workers driver drivers trader traders vendor vendors merchant merchants herder "
            "herders shepherd fisherman fishermen miner miners butcher baker tailor barber passenger "
            "passengers worshipper worshippers man men woman women boy boys girl girls schoolgirl "
            "schoolboy schoolgirls pupil pupils monk monks nun nuns guest guests employee hunter hunters "
            "evacuee evacuees commuter pensioner".split()
        ),
    ),
    (
        "activist",
        frozenset(
            "activist activists campaigner campaigners elder elders community blogger bloggers volunteer "
            "volunteers organiser organisers organizer organizers unionist".split()
        ),
    ),
    ("monitor", frozenset("monitor monitors monitoring observatory watchdog".split())),
    (
        "expert",
        frozenset(
            "analyst analysts expert experts researcher researchers professor academic academics "
            "historian scholar scholars observers economist".split()
        ),
    ),
    (
        "media",
        frozenset(
            "media newspaper newspapers television tv channel channels journalist journalists "
            "correspondent correspondents reporter reporters broadcaster press radio daily website outlet "
            "outlets newsletter magazine reports report".split()
        ),
    ),
    (
        "official",
        frozenset(
            "official officials ombudsman authorities minister ministers ministry ministries police "
            "officer officers governor mayor president premier government spokesman spokeswoman "
            "spokesperson spokespeople prosecutor prosecutors court embassy diplomat diplomats senator "
            "lawmaker lawmakers sheriff investigators administration secretary councillor chief coroner "
            "department agency agencies council commission services service governorate envoy ambassador "
            "army military state judge leader leaders administrator administrators rector general colonel "
            "commander councilman congressman congresswoman representative prosecutor's".split()
        ),
    ),
    ("anonymous", frozenset("source sources person insider insiders persons individuals".split())),
)
_BEFORE_NOUN = re.compile(
    r"\s+(?:of|in|from|near|at|on|with|who|whom|that|which|for|by|to|familiar|close|inside|cited|quoted|contacted|"
    r"reached|speaking|interviewed)\b|[,(;:]",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]+")
_STATE_MEDIA = re.compile(
    r"\b(?:state|official|government|state-run|state-owned|state-controlled|pro-government)[\s-]+(?:\w+[\s-]+)?"
    r"(?:media|television|tv|news|newspapers?|radio|broadcasters?|agency|agencies|channels?|outlets?)\b",
    re.IGNORECASE,
)
_RIGHTS_GROUP = re.compile(
    r"\b(?:rights|monitoring|watchdog)\s+(?:groups?|organi[sz]ations?|monitors?|body|foundation|commission|network|"
    r"cent(?:re|er)|association|council)\b",
    re.IGNORECASE,
)
_MEDICAL_BODY = re.compile(
    r"\b(?:doctors|medics|nurses)['’]?\s+(?:union|network|syndicate|committee|association)\b", re.IGNORECASE
)
_UN_BODY = re.compile(r"(?:\bU\.N\.|\bUN\b|\bUnited Nations\b)")
_INDIVIDUAL = re.compile(
    r"\b(?:officers?|officials?|soldiers?|commanders?|fighters?|militants|members?|guards?|diplomats?|lawmakers?|"
    r"advis[eo]rs?|generals|sources?|policem[ae]n|prosecutors)$",
    re.IGNORECASE,
)
_RESEARCH = re.compile(
    r"\b(?:think[- ]tank|research (?:group|cent(?:re|er)|lab|institute|organi[sz]ation)|Institute (?:of|for)|"
    r"Cent(?:re|er) for (?:Strategic|Security|Peace|Conflict)|University)\b"
)
_PRESS = re.compile(
    r"(?:[A-Z][\w’'-]+ )+(?:News|Times|Herald|Tribune|Gazette|Chronicle|Courier|Mirror|Ledger|Bulletin|Online|"
    r"News (?:Group|Network|Service)|Media)|(?:Daily|Radio) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?"
)
"""Names that papers, stations and sites go by."""
_NEWS_AGENCY = re.compile(r"\b(?:news|press|wire)\s+agenc(?:y|ies)\b", re.IGNORECASE)
_PARTY_WORDS = re.compile(
    r"\b(?:rebels?|soldiers?|vigilantes?|liberation (?:army|front)|defen[cs]e forces?|"
    r"insurgents?|militants?|jihadists?|militias?|guerrillas?|separatists?|fighters?|"
    r"armed (?:groups?|men|forces)|task force|gang|faction|front|brigades?)\b|"
    r"\bspokes\w+ (?:for|of) (?:one|some|two) of the (?:\w+ )?groups?\b",
    re.IGNORECASE,
)
"""Words for those who fight, whoever speaks for them."""
_COMMITTEE = re.compile(
    r"\bresistance committees?\b|\b(?:pro-\w+|civil society|youth|opposition|community|protest)\s+"
    r"(?:group|network|leader|representative|member|actor)s?\b|\bcoordination committees?\b|"
    r"\b(?:tribal|traditional|indigenous|peasant|clan|religious|church|union|student|camp(?:['’]s)?)\s+"
    r"(?:chief|leader|representative|figure|authoritie)s?\b|"
    r"\b(?:trade|labou?r|teachers['’]?|farmers['’]?|students['’]?|workers['’]?) unions?\b|"
    r"\b(?:human )?rights (?:lawyer|defender|activist)s?\b",
    re.IGNORECASE,
)
_RESCUE = re.compile(
    r"\b(?:rescue|ambulance|emergency|health|civil defen[cs]e)\s+(?:workers?|drivers?|crews?|crew members?|teams?|"
    r"responders?|volunteers?)\b",
    re.IGNORECASE,
)
_RED_CROSS = re.compile(r"\bRed (?:Cross|Crescent)\b")
_UNNAMED = re.compile(
    r"^(?:\w+ ){0,2}(?:people|persons?|individuals?|sources?|officials?|man|woman)\s+(?:who (?:was|were) )?"
    r"(?:familiar with|briefed on|with (?:direct )?knowledge of|close to|involved in the (?:talks|negotiations))\b",
    re.IGNORECASE,
)
_OWN_NAME = re.compile(r"(?:(?:[A-Z][\w’'-]*|of|the|for|and|de|des|del|du|la)\s+)+[A-Z][\w’'-]*")
"""Words that are all capitalised name a body: its "People" and "Civilian" are no witnesses."""
_SOURCE = re.compile(r"\bsources?$", re.IGNORECASE)
_AID_GROUP = re.compile(
    r"\b(?:aid|relief|humanitarian)\s+(?:groups?|agenc(?:y|ies)|workers?|organi[sz]ations?)\b|\bNGOs?\b", re.IGNORECASE
)
_FIRST = ("medic", "medical", "witness", "activist", "expert", "monitor", "media")
"""Kinds whose noun decides even beside a party's or a state's name ("residents of", "a Syrian activist")."""


def kind_of_words(words: str) -> str:
    """Return the kind of source that a noun phrase names.

    >>> kind_of_words("a doctor at a hospital"), kind_of_words("two U.S. officials"), kind_of_words("state television")
    ('medic', 'official', 'state_media')
    >>> kind_of_words("residents of the camp"), kind_of_words("security sources"), kind_of_words("Musa Traore")
    ('witness', 'anonymous', 'unknown')
    """
    for pattern, kind in (
        (_UNNAMED, "anonymous"),
        (_RESCUE, "medic"),
        (_RED_CROSS, "aid_agency"),
        (_STATE_MEDIA, "state_media"),
        (_NEWS_AGENCY, "news_agency"),
        (_MEDICAL_BODY, "medical"),
        (_RIGHTS_GROUP, "monitor"),
        (_AID_GROUP, "aid_agency"),
        (_COMMITTEE, "activist"),
        (_UN_BODY, "un_body"),
    ):
        if pattern.search(words):
            return kind
    if _PRESS.fullmatch(words.removeprefix("The ").removeprefix("the ")) is not None:
        return "media"
    cut = _BEFORE_NOUN.split(words, maxsplit=1)[0]
    told = _by_noun(cut) or _by_noun(words) or "unknown"
    if told == "unknown" and _RESEARCH.search(words) is not None:
        return "research"
    if told == "official" and _SOURCE.search(cut) is not None:
        return "anonymous"
    return "party" if told in {"official", "unknown"} and _PARTY_WORDS.search(words) is not None else told


def speaks_alone(words: str) -> bool:
    """Say whether the noun tells who speaks, whatever party is named beside it ("residents of the M23-held town")."""
    cut = _BEFORE_NOUN.split(words, maxsplit=1)[0]
    return _by_noun(cut) in _FIRST


def works_at(words: str) -> bool:
    """Say whether somebody speaks who works or lies at what is named behind ("a medic at Nasser Hospital")."""
    cut = _BEFORE_NOUN.split(words, maxsplit=1)
    return len(cut) > 1 and _by_noun(cut[0]) in {"medic", "witness"}


def is_unnamed(words: str) -> bool:
    """Say whether somebody of a body speaks whom nobody names ("two army officers"): not the body itself."""
    cut = _BEFORE_NOUN.split(words, maxsplit=1)[0]
    return _INDIVIDUAL.search(cut) is not None


def kind_of_party(party: PartyFact) -> str:
    """Return the kind of source that a party is when it speaks."""
    if party.kind in {"government", "police", "intelligence"}:
        return "official"
    if party.kind == "peacekeeper" and re.search(r"\bUN|United Nations", f"{party.name} {' '.join(party.aliases)}"):
        return "un_body"
    return "party"


def _by_noun(words: str) -> str | None:
    """Return the kind of the last noun that tells one; "hospital" in "hospital sources" counts before "sources"."""
    found = {kind for word in _WORDS.findall(words.casefold()) for kind, nouns in _NOUNS if word in nouns}
    if _OWN_NAME.fullmatch(words) is not None:
        found -= {"witness", "activist"}
    return next((kind for kind, _ in _NOUNS if kind in found), None)

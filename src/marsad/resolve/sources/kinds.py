"""What kind of source unnamed people are, by the nouns that reports use for them."""

import re

from marsad.facts import PartyFact

_NOUNS: tuple[tuple[str, frozenset[str]], ...] = (
    (
        "medic",
        frozenset(
            "medic medics doctor doctors nurse nurses paramedic paramedics surgeon surgeons "
            "rescuer rescuers medical responder responders firefighters "
            "physician".split()
        ),
    ),
    ("medical", frozenset("hospital hospitals clinic clinics ambulance morgue".split())),
    (
        "witness",
        frozenset(
            "witness witnesses eyewitness eyewitnesses resident residents locals villager villagers survivor "
            "survivors neighbor neighbors neighbour neighbours refugee refugees relative relatives family families "
            "people civilian civilians shopkeeper shopkeepers farmer farmers protester protesters student students "
            "inhabitants inhabitant mother father brother sister wife husband worker workers driver trader "
            "traders".split()
        ),
    ),
    (
        "activist",
        frozenset("activist activists campaigner campaigners elder elders community blogger bloggers".split()),
    ),
    ("monitor", frozenset("monitor monitors monitoring observatory watchdog".split())),
    (
        "expert",
        frozenset(
            "analyst analysts expert experts researcher researchers professor academic academics historian scholar "
            "scholars observers economist".split()
        ),
    ),
    (
        "media",
        frozenset(
            "media newspaper newspapers television tv channel channels agency agencies journalist journalists "
            "correspondent correspondents reporter reporters broadcaster press radio daily website outlet outlets "
            "newsletter magazine reports report".split()
        ),
    ),
    (
        "official",
        frozenset(
            "official officials ombudsman authorities minister ministers ministry ministries police officer officers "
            "governor mayor president premier government spokesman spokeswoman spokesperson spokespeople prosecutor "
            "prosecutors court embassy diplomat diplomats senator lawmaker lawmakers sheriff investigators "
            "administration secretary councillor chief coroner department governorate envoy ambassador army military "
            "state judge leader leaders general colonel commander councilman congressman congresswoman "
            "representative prosecutor's".split()
        ),
    ),
    ("anonymous", frozenset("source sources person insider insiders".split())),
)
_BEFORE_NOUN = re.compile(
    r"\s+(?:of|in|from|near|at|on|with|who|whom|that|which|for|by|to|familiar|close|inside|cited|quoted|contacted|"
    r"reached|speaking|interviewed)\b|[,(;:]",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]+")
_STATE_MEDIA = re.compile(
    r"\b(?:state|official|government|state-run|state-owned|state-controlled|pro-government)[\s-]+(?:\w+[\s-]+)?"
    r"(?:media|television|tv|news|newspaper|radio|broadcaster|agency)\b",
    re.IGNORECASE,
)
_RIGHTS_GROUP = re.compile(
    r"\b(?:rights|monitoring|watchdog)\s+(?:groups?|organi[sz]ations?|monitors?|body)\b", re.IGNORECASE
)
_MEDICAL_BODY = re.compile(
    r"\b(?:doctors|medics|nurses)['’]?\s+(?:union|network|syndicate|committee|association)\b", re.IGNORECASE
)
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
        (_STATE_MEDIA, "state_media"),
        (_MEDICAL_BODY, "medical"),
        (_RIGHTS_GROUP, "monitor"),
        (_AID_GROUP, "aid_agency"),
    ):
        if pattern.search(words):
            return kind
    cut = _BEFORE_NOUN.split(words, maxsplit=1)[0]
    return _by_noun(cut) or _by_noun(words) or "unknown"


def speaks_alone(words: str) -> bool:
    """Say whether the noun tells who speaks, whatever party is named beside it ("residents of the M23-held town")."""
    cut = _BEFORE_NOUN.split(words, maxsplit=1)[0]
    return _by_noun(cut) in _FIRST


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
    return next((kind for kind, _ in _NOUNS if kind in found), None)

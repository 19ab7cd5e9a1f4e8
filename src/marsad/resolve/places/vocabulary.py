"""Words that stand around the names of places."""

import re

DESIGNATORS = {
    "province": "province", "governorate": "province", "oblast": "province", "state": "province",
    "county": "district", "parish": "district", "district": "district", "raion": "district", "woreda": "district",
    "locality": "district", "commune": "district", "municipality": "district", "department": "province",
    "prefecture": "province", "territory": "district", "cercle": "district", "division": "district",
    "zone": "district", "circle": "district", "regency": "district", "tehsil": "district", "upazila": "district",
    "region": "region", "wilaya": "province", "wilayat": "province", "canton": "province", "krai": "province",
    "city": "town", "town": "town", "village": "town", "hamlet": "town", "settlement": "town", "capital": "town",
    "township": "town", "suburb": "town", "municipalities": "district",
    "quarter": "quarter", "neighbourhood": "quarter", "neighborhood": "quarter", "area": "area",
    "camp": "site", "airport": "site", "airbase": "site", "base": "site", "dam": "site", "prison": "site",
    "bridge": "site", "crossing": "site", "hospital": "site", "square": "site", "street": "site", "road": "site",
    "highway": "site", "market": "site", "university": "site", "stadium": "site", "barracks": "site",
    "mosque": "site", "church": "site", "school": "site", "port": "site", "mine": "site", "refinery": "site",
    "checkpoint": "site", "garrison": "site", "island": "site", "river": "water", "lake": "water", "sea": "water",
    "valley": "area", "mountains": "area", "mountain": "area", "desert": "area", "forest": "area", "plain": "area",
    "peninsula": "area", "basin": "area", "strip": "area", "corridor": "area", "bay": "water", "gulf": "water",
    "governor": "province", "gov": "province", "senator": "province", "mayor": "town",
    "countryside": "around", "suburbs": "around", "outskirts": "around", "hills": "area", "hinterland": "around",
}  # fmt: skip
"""Words for kinds of places, with the kind that a name beside them is of."""

SITES = frozenset(word for word, kind in DESIGNATORS.items() if kind == "site") | {"plant", "field", "oilfield", "gate"}
"""Words that end the name of a single site."""

PARTS_OF_TOWNS = frozenset(
    "gate square street avenue market mosque church cathedral hospital hotel school university stadium station "
    "roundabout junction quarter neighbourhood neighborhood bazaar cemetery ministry embassy mall district "
    "suburb center centre clinic court courthouse factory headquarters palace tower airport museum gallery college "
    "arena library theatre theater synagogue shrine bakery cinema".split()
)
"""What stands in a town: an unknown one is in the town that the text is about."""

DIRECTIONS = {
    "north": 0, "northern": 0, "north-east": 45, "northeast": 45, "north-eastern": 45, "northeastern": 45, "east": 90,
    "eastern": 90, "south-east": 135, "southeast": 135, "south-eastern": 135, "southeastern": 135, "south": 180,
    "southern": 180, "south-west": 225, "southwest": 225, "south-western": 225, "southwestern": 225, "west": 270,
    "western": 270, "north-west": 315, "northwest": 315, "north-western": 315, "northwestern": 315,
}  # fmt: skip
"""Directions with their bearing in degrees."""

SIDES = frozenset(DIRECTIONS) | {"far", "upper", "lower", "central", "centre", "center"}
DIVISIONS = frozenset({"province", "region", "state", "governorate", "department", "territory", "district"})
"""What provinces are called that have no name but that of their side of the country, and the words for that side."""

PARTS = frozenset(DIRECTIONS) | {"central", "old", "downtown", "inner", "upper", "lower", "greater", "rural", "mid"}
"""What stands before a name and says which part of it is meant."""

COMPANIONS = (PARTS | frozenset(DESIGNATORS) | {"the", "police", "governor", "mayor", "saint", "centre", "center"}) - {
    "zone", "circle",
}  # fmt: skip
"""Capitalised words that may stand in one run with the name of a place without making it another name.

Not so zones and circles: the Green Zone is in no town called Green.
"""

FUNCTION_WORDS = frozenset(
    """a about above across after against all along also although among an and another any around as at back because
    before behind below between both but by despite do during each earlier either every few following for from further
    he her here his how however i if in inside into is it its just last later like many meanwhile more most much my near
    nearby next no nor not now of off officials on once one only or other our out outside over people police residents
    several she since so some still such than that the their then there these they this those though three through
    throughout to today together two under until up upon us was we were what when where which while who why with within
    without yesterday you your four five six seven eight nine ten monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december local security
    forces troops according at-least heavy government army""".split()
)
"""Words that open a sentence with a capital and are no part of a name."""

LOOSE_ARTICLES = frozenset("al el ul ez az ash".split())
"""Arabic articles that are no English words."""

CONNECTORS = LOOSE_ARTICLES | frozenset("de del della la las lo los le les du des da do dos di e y of".split())
"""Small words inside a name."""

TITLES = frozenset(
    """mr mrs ms dr president minister general gen colonel col major maj captain capt lieutenant lt sergeant sgt sheikh
    imam king queen prince princess senator sen sir lord judge justice governor gov mayor ambassador commander cmdr
    admiral professor prof spokesman spokeswoman spokesperson chancellor ayatollah mullah pope bishop reverend rev
    secretary rep representative chief director officer officers inspector brigadier brig marshal""".split()
)
"""What stands before a person's name."""

SPEECH = re.compile(
    r"\s*(?:has |have |had |also |later |immediately |strongly )?"
    r"(?:said|says|say|told|tells|warned|warns|denied|denies|accused|accuses|accuse|insisted|insists|announced|claims|"
    r"claimed|condemned|called for|wants|wanted|agreed|vowed|believes|hopes|hoped|refused|refuses|argues|argued|"
    r"rejected|urged|responded|added|noted|acknowledged|praised|promised|pressed|seeks|sought|signed|visited|met|thanked|pledged|demanded|supports|supported|backs|considers|regards|sees|blamed|blames)\b"
)
"""What follows a capital's name that stands for its government."""

_ADJUNCTS = r"(?:the |a |an )?(?:[a-z][a-z-]* ){0,4}?"
_KINDS = (
    r"(?:cit(?:y|ies)|towns?|villages?|hamlets?|provinces?|governorates?|districts?|regions?|states?|count(?:y|ies)|"
    r"oblast|capital|settlements?|quarter|neighbou?rhood|area|camp|port|suburbs?|island|valley|enclave|stronghold|"
    r"outskirts|north|south|east|west|centre|center|parts?|half|side|heart)"
)
PLACED = re.compile(
    r"\b(?:(?:in|at|near|inside|outside|around|across|into|throughout|over|within|on|toward|towards|via|hit|struck|shelled|bombed|"
    r"bombarded|attacked|stormed|captured|seized|retook|recaptured|"
    r"besieged|capture of|siege of|battle (?:of|for)|assault on|offensive on|attack on|raid on|strikes? on|"
    r"(?:shelling|bombing|bombardment|fall|recapture|liberation|control|defen[cs]e|parts|half|most|all|"
    r"much) of|entered|"
    r"entering|reached|reaching|leaving|north of|south of|east of|west of|north-?east of|north-?west of|south-?east of|"
    r"south-?west of|out of|[a-z]+(?<=ern)) (?:the )?|" + _KINDS + r"(?: of|,|, of) (?:the )?|"
    r"\b(?:in|at|near|inside|outside|around|into|on) " + _ADJUNCTS + r")$"
)
"""What stands before a place's name where it says where something is."""

CONCERNED = re.compile(
    r"\b(?:(?:of|from|to|against|for|and|between|through|beyond|along|above|off|[a-z]+(?<=ing)|captured?|seized?|retook|"
    r"retake|retaken|stormed|storm|recaptured?|shelled|bombed|"
    r"hit|struck|bombarded|attacked|besieged|left|fled|took|take|"
    r"lost|lose|liberated?|overran|encircled?|surrounded?|control) (?:the )?|[’']s (?:[a-z-]+ ){0,3}|, )$"
)
"""What stands before a place's name where something happens to it or it stands in a list."""

BORDER = re.compile(r"\b(?:borders? (?:with|to)|border|frontier with|bordering) (?:the )?$")
"""What stands before a country's name where only its border is meant."""

LEFT = re.compile(r"\b(?:from|against|on|into|over|enter|leave|invaded|invade) (?:the )?$")
"""What stands before a country's name where something is done there, if no other place is named."""

ASIDE = re.compile(
    r"(?:\b[A-Z]\w+, \d{1,3}, (?:of|from)|\b(?:Republican|Democrat|Democratic|congress(?:man|woman)|senator|lawmaker|"
    r"legislator|member of parliament|MP|deputy)s?,? (?:of|from|for)|"
    r"\b(?:such as|like|unlike|as in|similar to|reminiscent of|"
    r"compared (?:to|with)|"
    r"born in|native of|raised in|"
    r"originally from|educated in|a resident of|returned from|speaking (?:in|from)|told reporters in|"
    r"[Aa] statement from|"
    r"based in|envoy (?:to|for)|ambassador (?:to|in)|embassy in|visit to|flew (?:to|from)|talks in|conference in|"
    r"(?:militias|militiamen|fighters|gunmen|recruits|volunteers|reinforcements) from|"
    r"meeting in|summit in|gathered in)) (?:the )?$"
)
"""What stands before a place's name where the happening is elsewhere."""

FAITHS = frozenset(
    """catholic catholics christian christians protestant protestants anglican baptist methodist lutheran presbyterian
    evangelical pentecostal orthodox coptic copt copts muslim muslims islamic sunni sunnis shia shias shiite shiites
    sufi ahmadi alawite alawites druze yazidi yazidis ismaili jewish jews hindu hindus buddhist buddhists sikh sikhs
    kurd kurds kurdish arab arabs""".split()
)
"""Faiths and peoples without a country: before a word for a site they only say whose it is, a "Catholic school"."""

NO_PLACES = FAITHS | frozenset(
    """whitehouse islamicstate unitednations un eu nato pentagon congress senate parliament kremlin god allah islam
    christmas easter ramadan
    republican republicans democrat democrats internet facebook twitter reuters guardian times post bbc cnn afp ap
    fbi cia covid english x twitter telegram whatsapp youtube instagram tiktok signal zoom
    tv television radio division brigade battalion
    regiment corps""".split()
)
"""Names that papers print every day and that some village shares."""

"""Words by which reports credit somebody, and the words of a sentence as the search for speakers reads them."""

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from marsad.model import Span


class Word(Struct, frozen=True, gc=False):
    """A word or sign of a sentence with its place in the document; ``■`` stands for what is quoted."""

    text: str
    low: str
    start: int
    end: int


_WORD: Final = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Lt|Gen|Col|Maj|Capt|Sgt|Brig|Sen|Rep|Gov|Adm|Cmdr|St|Jr|Sr|Prof|Rev)\.|(?:[A-Z]\.)+|■+|"
    r"['’]s\b|[^\W_](?:[\w&-]|['’](?!s\b)(?=\w)|[.,](?=\d))*|[^\w\s]"
)


def words_of(text: str, sentence: Span, quoted: Sequence[Span] = ()) -> list[Word]:
    """Return the words of a sentence; each quotation in it is one word ``■``."""
    stretch = text[sentence.start : sentence.end]
    for span in quoted:
        first, last = max(span.start, sentence.start), min(span.end, sentence.end)
        if last > first:
            stretch = stretch[: first - sentence.start] + "■" * (last - first) + stretch[last - sentence.start :]
    found = []
    for match in _WORD.finditer(stretch):
        shown = "■" if match.group()[0] == "■" else match.group()
        found.append(Word(shown, shown.casefold(), sentence.start + match.start(), sentence.start + match.end()))
    while found and found[-1].text == ".":
        found.pop()
    return found


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SPEECH: Final = _set(
    "said says say told tells reported reports announced announces claimed claims added adds confirmed confirms stated "
    "warned warns insisted insists insist alleged alleges acknowledged acknowledges admitted admits explained "
    "explains noted notes argued argues wrote writes tweeted recalled recalls recounted estimated estimates estimate "
    "revealed "
    "declared declares asserted asserts believe believes believed suggested suggests testified described accused "
    "accuses blamed "
    "blames posted informed predicted denied denies indicated recorded documented counted verified "
    "tallied listed logged tracked cautioned maintained complained boasted claim blame deny "
    "stressed stresses reiterated reiterates emphasised emphasized underlined disclosed conceded relayed recount"
)
"""Finite verbs of speech."""
OBJECT_NEEDED: Final = SPEECH - _set(
    "said says say told tells added adds insisted insists insist testified explained recorded documented counted"
)
"""Verbs that also take an object, and credit only where a clause follows ("announced a truce" credits nobody)."""
TELLS_ON: Final = frozenset(("", "that", "how", ",", ".", ":", "”", '"', "“", "■", "as", "while", "when"))
"""What follows a verb whose clause stands before it or comes now."""
WITNESSED: Final = _set(
    "reported reports confirmed confirms verified tallied listed logged tracked acknowledged acknowledges admitted "
    "admits"
)
"""Verbs that credit also with an act or toll named behind them ("reported 12 raids"), as those that are counted do."""
HAPPENINGS: Final = re.compile(
    r"(?:(?:air)?strike|raid|attack|killing|death|clash|shelling|bombing|bombardment|explosion|blast|fighting|abduction|"
    r"kidnapping|arrest|execution|massacre|casualt|ambush|shooting|assault|advance|withdrawal|violation|dead$|killed$|wounded$|injured$)",
    re.IGNORECASE,
)
QUANTITIES: Final = _set("many some most several others both")
"""Words that stand for people named just before ("Many said …")."""
WRITING: Final = _set("wrote writes posted tweeted described suggested estimate alleged alleges")
"""Verbs that credit only with "that", a colon or a quotation right behind them ("wrote a note")."""
BLAMING: Final = _set("accused accuses blamed blames blame")
"""Verbs whose object is who is said to have done it ("accused the army of burning huts")."""
DENIED: Final = _set("responsibility involvement any")
"""What stands behind "denied" where an act is told behind it ("denied any part in the raid")."""
COUNTING: Final = _set("put puts raised raises revised gave gives given issued offered")
"""Verbs that credit with a toll."""
SEEING: Final = _set("saw heard watched witnessed")
"""Verbs by which those who were there tell of it."""
BYSTANDERS: Final = _set(
    "he she they witness witnesses eyewitness eyewitnesses resident residents villager villagers neighbour neighbours "
    "neighbor neighbors locals survivor survivors journalist journalists reporter reporters correspondent "
    "correspondents monitors observers"
)
THINKING: Final = _set("suspect suspects think thinks fear fears feared")
"""Verbs that credit where what is thought follows as a clause, and are nouns elsewhere ("the suspect")."""
REFUSING: Final = _set("rejected rejects dismissed dismisses")
"""Verbs by which somebody denies what others tell ("rejected reports that")."""
TOLD_BY_OTHERS: Final = _set(
    "report reports claim claims allegation allegations accusation accusations suggestion suggestions"
)
QUOTING: Final = _set("continued replied responded lamented cried sobbed recalled went answered whispered shouted")
"""Verbs that credit only beside what is quoted ("“…,” the herder continued")."""
TOLLS: Final = _set("toll tolls number count figure")
NUMBERS: Final = _set(
    "none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozens scores hundreds"
)
INVERTIBLE: Final = _set(
    "said says added adds reported reports announced confirmed warned wrote explained recalled claimed noted stated "
    "insisted argued recounted admitted acknowledged declared stressed reiterated disclosed conceded"
)
SAYING: Final = _set("saying adding claiming alleging insisting warning telling reporting declaring stating")
ISSUED: Final = _set("statement message warning letter video communique communiqué post")
"""What somebody puts out in order to say something ("issued a statement saying")."""
CITED: Final = _set("quoted cited reported published verified confirmed announced alleged put given")
SHOWING: Final = _set(
    "stood stands found finds show showed shows suggest suggested suggests indicate indicated indicates reveal revealed"
)
PAPERS: Final = _set(
    "data figures statistics numbers documents records images photographs photos footage video videos statement report "
    "reports tally count toll survey investigation inquiry study analysis"
)
PRONOUNS: Final = _set("he she they it")
"""Pronouns that may refer to a speaker; "we" and "I" stand in quotations."""
RELATIVES: Final = _set("who which")
AUXILIARY: Final = _set(
    "was were is are be been being will would could may might can should shall must has have had does do did"
)
NOT_SAID: Final = _set("to not n't never no neither nor cannot without if don't didn't doesn't hasn't haven't won't")
TIMES: Final = _set(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow earlier later "
    "afterwards then "
    "previously recently meanwhile now once again since separately first initially further january february march "
    "april june july august september october november december morning afternoon evening night"
)
"""Words that date a speech or an act and name nobody; "may" is no month here."""
PREPOSITIONS: Final = _set(
    "in on at near by with from during since after before amid over under across outside inside through about against "
    "into among following based close familiar despite of for to as"
) - _set("of for from to")
OPENERS: Final = _set(
    "and but as meanwhile however later also still yet earlier then so nevertheless moreover separately afterwards "
    "elsewhere , instead indeed"
)
BOUNDARY: Final = (
    _set(
        "that but while as after because where when if though although which who whom whose than before until so what "
        'how , ; : – — - ( ) [ ] “ ” " ■ . ! ? … / yet whether why or despite amid'
    )
    | AUXILIARY
    | _set("told said says saying citing adding quoting show shows showed")
)
"""Words and signs at which the name of a speaker begins or ends at the latest."""
ASIDES: Final = _set(
    "a an the who whose which one from of in head speaking also himself herself another aged then now spokesman "
    "spokeswoman spokesperson director chief commander governor mayor leader member resident director-general "
    "secretary deputy quoted cited"
)
"""Words that open what is said of a speaker between commas."""
UNSPEAKING: Final = _set(
    "attack attacks strike strikes airstrike airstrikes blast blasts toll fighting violence year day week month town "
    "city village "
    "what this there these no-one nobody those all none more reportedly some many clashes raid raids operation war "
    "warning warnings arrest arrests"
)
"""What stands before a verb of speech and says nothing, though the verb says it of it."""
HEADLINE: Final = _set(
    "official officials police army military ministry minister monitor monitors monitoring un witness witnesses "
    "residents resident sources source media doctors medics doctor report reports activists activist rebels "
    "spokesman spokeswoman spokesperson government "
    "observatory authorities group groups agency tv president governor mayor kremlin pentagon locals hospital "
    "command mission nato"
)
"""Last words of a name that a colon in a headline may credit."""
_FINITE: Final = _set(
    "was were is are has had have be been will would could may might can should must did does fled left came went took "
    "fell held hit struck shot fought began broke got gave made met ran saw sent set won fell lost kept put found "
    "told said says say overran retook overtook undertook shook blew tore withstood "
    "led drove brought died hid held threw flew stole cut dug rose spoke stood swept wore laid "
    "beat bled burnt bound caught chose came dealt fed grew heard knew lay meant met paid rode sank sought sold slept "
    "spread stuck took taught thought withdrew woke"
)
_NOT_VERBAL: Final = _set(
    "red united armed wounded displaced injured unnamed unidentified alleged speed indeed bed hundred sacred occupied "
    "so-called retired exiled elected besieged contested allied hooded masked affected beleaguered exhausted shed feed "
    "seed need trained informed detained accused elected appointed concerned related"
)


def looks_verbal(word: Word) -> bool:
    """Say whether a word is likely a verb, by its form alone."""
    if word.low in _FINITE:
        return True
    regular = word.low.endswith("ed") and len(word.low) > 3 and word.low not in _NOT_VERBAL and "-" not in word.low
    return regular and word.text.islower()

"""Verbs by which reports say what was done to those counted, by measure, as parts of regular expressions."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

STATES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "killed": (
            r"killed|slain|dead|died|dies|dying|slaughtered|massacred|executed|murdered|assassinated|beheaded|perished|"
            r"lost (?:their|his|her) (?:lives|life)|shot (?:to death|dead|and killed)|gunned down|hacked to death|"
            r"stabbed to death|beaten to death|burn(?:ed|t) (?:to death|alive)|succumbed|deaths?|fatalit(?:y|ies)|"
            r"fatally (?:shot|wounded|injured|stabbed)|"
            r"martyred|eliminated|lynched"
        ),
        "injured": r"wounded|injured|hurt|maimed|hospitali[sz]ed|injuries|shot and wounded|(?:sustained|"
        r"suffered|suffering|with) (?:[\w-]+ ){0,4}(?:injuries|wounds|burns)",
        "captured": (
            r"abducted|kidnapped|captured|captive|hostage|taken (?:hostage|prisoner|captive|away|into custody)|"
            r"arrested|detained|rounded up|seized|surrendered|surrendering|gave themselves up|in custody|arrests|"
            r"taken|held"
        ),
        "displaced": (
            r"displaced|uprooted|fled|fleeing|left (?:their|the) (?:homes|houses|villages?)|evacuated|"
            r"stream(?:ed|ing) out|pour(?:ed|ing) out|sought (?:refuge|shelter|safety)|"
            r"crossed (?:into|over|the border)|"
            r"crowded into|"
            r"homeless|forced (?:to flee|to leave|"
            r"from|out)|driven (?:from|out)|driven"
        ),
        "missing": r"missing|unaccounted for|disappeared",
        "destroyed": r"destroyed|burn(?:ed|t)(?: down)?|razed|demolished|gutted|levell?ed|torched|flattened|"
        r"wrecked|set on fire|set ablaze|shot down|downed|knocked out|blown up|sunk",
    }
)
"""What stands behind those to whom it was done: "12 were killed"."""
ACTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "killed": (
            r"kill(?:s|ed|ing)?|slaughter(?:s|ed|ing)|massacr(?:es|ed|ing)|execut(?:es|ed|ing)|murder(?:s|ed|ing)|"
            r"behead(?:s|ed|ing)|assassinat(?:es|ed|ing)|eliminat(?:es|ed|ing)|lynch(?:es|ed|ing)|martyr(?:s|ed|ing)|"
            r"gun(?:s|ned|ning) down|sho(?:t|ots|oting) (?:dead|to death)|sho(?:t|"
            r"ots) and kill(?:ed|s)|fatally sho(?:t|ots|oting)|"
            r"(?:killed|died|shot dead)(?: [\w'’-]+){0,6} (?:along with|together with|alongside)|"
            r"(?:stab(?:bed|bing)|hack(?:ed|ing)|beat(?:en|ing)?|burn(?:ed|t|ing)|ston(?:ed|ing)|club(?:bed|bing)) to "
            r"death|"
            r"(?:claim(?:s|ed|ing)|t(?:ook|akes|aking|aken)|cost(?:ing)?) the li(?:ves|fe) of|"
            r"(?:claim(?:s|ed|ing)|t(?:ook|akes|aking|aken))(?= [\w,. -]{1,30}\blives\b)|"
            r"(?:death|killing|murder|assassination|execution|beheading)s? of|"
            r"massacre of|bod(?:y|ies) of|corpses of|remains of|bur(?:y|ied|ying)|los(?:t|ing)"
        ),
        "injured": r"(?:wound|injur|maim|hurt)(?:s|es|ed|ing)?|injuries to",
        "captured": (
            r"abduct(?:s|ed|ing)?|kidnap(?:s|ped|ping)?|captur(?:es|ed|ing)|arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?|"
            r"(?:captured|abducted|arrested|detained|kidnapped)(?: [\w'’-]+){0,6} (?:along with|"
            r"together with|alongside)|round(?:s|ed|ing) up|seiz(?:es|ed|ing)|"
            r"carr(?:ies|ied|ying) (?:off|away)|snatch(?:es|ed|ing)|"
            r"(?:le(?:d|ading)|march(?:ed|ing)|t(?:ook|aking)) away|ma(?:de|kes|king) off with|"
            r"(?:abduction|kidnapping|arrest|detention|capture)s? of"
        ),
        "displaced": r"displac(?:es|ed|ing)|uproot(?:s|ed|ing)|evacuat(?:es|ed|ing)|displacement of|"
        r"(?:forc(?:es|ed|ing)|driv(?:es|ing|en)|drove|turn(?:ed|ing)) out",
        "destroyed": (
            r"destroy(?:s|ed|ing)|burn(?:s|ed|t|ing)(?: down)?|raz(?:es|ed|ing)|demolish(?:es|ed|ing)|gutt(?:ed|ing)|"
            r"torch(?:es|ed|ing)|flatten(?:s|ed|ing)|level(?:s|l?ed|l?ing)|set(?:ting)? fire to|"
            r"sho(?:t|ots|oting) down|down(?:s|ed|ing)|knock(?:s|ed|ing) out|bl(?:ew|own|owing|ows) up|"
            r"s(?:ank|unk|inks|inking)"
        ),
    }
)
"""Verbs before those to whom it was done: "killing 12"."""

"""The words of time expressions."""

from typing import Final

from marsad.resolve.times.value import Part, SeasonName, Turn, Unit

MONTHS: Final = {
    word: number
    for number, words in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for word in words.split()
}
VERBLIKE_MONTHS: Final = frozenset({"may", "march", "mar", "jan", "sep", "dec"})
"""Months that are other words too: taken alone only after a word that a month follows."""

WEEKDAYS: Final = {
    word: number
    for number, words in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thur thurs",
            "friday fri",
            "saturday",
            "sunday",
        )
    )
    for word in words.split()
}
WEEKDAY_PLURALS: Final = frozenset(f"{day}s" for day in WEEKDAYS if day.endswith("day"))

SEASONS: Final[dict[str, SeasonName]] = {
    "spring": "spring",
    "springtime": "spring",
    "summer": "summer",
    "summertime": "summer",
    "autumn": "autumn",
    "fall": "autumn",
    "winter": "winter",
    "wintertime": "winter",
}

UNITS: Final[dict[str, Unit]] = {
    "minute": "minute",
    "minutes": "minute",
    "hour": "hour",
    "hours": "hour",
    "day": "day",
    "days": "day",
    "night": "day",
    "nights": "day",
    "weekend": "weekend",
    "weekends": "weekend",
    "week": "week",
    "weeks": "week",
    "month": "month",
    "months": "month",
    "quarter": "quarter",
    "quarters": "quarter",
    "year": "year",
    "years": "year",
    "decade": "decade",
    "decades": "decade",
    "century": "century",
    "centuries": "century",
}

COUNTS: Final[dict[str, int]] = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        start=1,
    )
} | dict(
    {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90},
    dozen=12,
    hundred=100,
    thousand=1000,
)
SPOKEN_CENTURIES: Final = {"eighteen": 18, "nineteen": 19, "twenty": 20}
"""First words of years in words: "nineteen ninety-six", "twenty twelve"."""
TENS: Final = frozenset(range(20, 100, 10))
LAST_OF_ONES: Final = 9
FACTORS: Final = {"hundred": 100, "thousand": 1000, "dozen": 12}
VAGUE_COUNTS: Final = {
    "several": (3, 7),
    "few": (2, 5),
    "couple": (2, 2),
    "some": (2, 6),
    "many": (3, 9),
}
"""Least and most that a vague count of days, weeks or years is read as; a bare plural ("weeks ago") is read as some."""

SAME: Final = frozenset({"corresponding", "comparable", "same", "like"})
"""Words before "quarter last year"."""
ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}

DAY_PARTS: Final = frozenset(
    "morning noon midday afternoon evening night nighttime nightfall midnight dawn daybreak sunrise sunset dusk "
    "daytime predawn overnight".split()
)
CLOCKS: Final = frozenset("gmt utc est edt cet eet eest msk ist".split())
"""Abbreviations of clocks behind a time of day."""
PARTS: Final[dict[str, Part]] = {
    "early": "early",
    "late": "late",
    "mid": "mid",
    "earlier": "so_far",
    "later": "still_to_come",
    "end": "late",
    "close": "late",
    "beginning": "early",
    "start": "early",
    "outset": "early",
    "middle": "mid",
}
TURNS: Final[dict[str, Turn]] = {
    "last": "last",
    "past": "last",
    "previous": "last",
    "this": "this",
    "current": "this",
    "next": "next",
    "coming": "next",
    "upcoming": "next",
    "following": "next",
}
APPROXIMATIONS: Final = frozenset(
    "about around almost nearly roughly some approximately over least exactly just".split()
)
HABITS: Final = frozenset("daily weekly monthly yearly annually hourly nightly".split())
BEFORE_A_YEAR: Final = frozenset(
    "in since until till from by of during after before late early mid to and through throughout between back around "
    "circa for into both due ( - – — , end".split()
)
OWNERS: Final = frozenset("its their his her our a an that this 's unsuccessful failed disputed".split())
"""Words that a year may follow when a singular noun comes behind it: "its 1990 invasion"."""
PLURALS: Final = frozenset("men women people children police personnel infantry".split())
BEFORE_A_MONTH: Final = frozenset(
    "in since until till from by of during after before late early mid last this next throughout through to and "
    "between end beginning start every".split()
)
BEFORE_A_LENGTH: Final = frozenset("for within in over".split())
"""Words before a bare unit that is a length: "for weeks"."""
AMOUNTS: Final = frozenset("million billion trillion percent cents once twice times hundred thousand % £ $ €".split())
"""Words before "a day" where it tells a rate."""
NO_PLURALS: Final = frozenset("was is has as its this takes lasts lasted across less plus towards besides".split())

DECADES: Final = {
    word: 1900 + 10 * number
    for number, word in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(), start=2
    )
}

_ISLAMIC_MONTHS: Final = (
    ("muharram",),
    ("safar",),
    ("rabi al - awwal", "rabi i", "rabi ul - awwal"),
    ("rabi al - thani", "rabi ii", "rabi al - akhir"),
    ("jumada al - awwal", "jumada i", "jumada al - ula"),
    ("jumada al - thani", "jumada ii", "jumada al - akhira"),
    ("rajab",),
    ("shaaban", "shaban", "sha ' ban"),
    ("ramadan", "ramazan"),
    ("shawwal",),
    ("dhu al - qadah", "dhul qadah", "dhu al - qaada"),
    ("dhu al - hijjah", "dhu al - hijja", "dhul hijjah"),
)
_PERSIAN_MONTHS: Final = (
    ("farvardin", "hamal"),
    ("ordibehesht", "sawr"),
    ("khordad", "jawza"),
    ("tir", "saratan"),
    ("mordad", "asad"),
    ("shahrivar", "sunbula"),
    ("mehr", "mizan"),
    ("aban", "aqrab"),
    ("azar", "qaws"),
    ("dey", "jadi"),
    ("bahman", "dalw"),
    ("esfand", "hut"),
)
"""Months of the solar calendar, as Iran and as Afghanistan name them."""
OTHER_MONTHS: Final = {
    tuple(words.split()): (number, months is _PERSIAN_MONTHS)
    for months in (_ISLAMIC_MONTHS, _PERSIAN_MONTHS)
    for number, names in enumerate(months, start=1)
    for words in names
}
"""Words of a month → its number, and whether it is of the solar calendar."""
OTHER_YEARS: Final = (1300, 1500)
"""Years of either calendar that a report may tell."""
BEFORE_OTHER_END = frozenset("early late on the hours of again".split())
"""Words between "and" or "into" and the other day: "Friday night into the early hours of Saturday"."""
BEGAN = frozenset("began started ended opened closed".split())
"""What an evening does that has been told of before."""

"""Reports with their claims, as many as wanted, without reading each: a few stories are read once and told anew.

Each story is an event of a war as twenty outlets tell it: two agencies' texts printed whole, cut, retitled, with
paragraphs put in and reworded, a paper's own text and a later one with a higher toll. They are read, extracted and
resolved as in a build. For each further event of the archive the story's towns, persons, numbers, days and telling
words are then replaced by others of the same length, in the text and in the claims, so that every span stays right.

Towns, persons and words are drawn by rank (the r-th in proportion to 1/r), and one event in twenty falls on one of ten
days: a few towns have thousands of claims, a few days hundreds. All events lie in three years, so that a larger archive
is a denser one. What they tell is invented.
"""

import json
import random
import re
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from msgspec import Struct

from marsad.model import Document, Place, ResolvedClaim, content_id
from marsad.pipeline import Read, read_report
from marsad.reading import find

COPIES = 20
"""Reports of one event."""
FIRST_DAY, DAYS = date(2022, 1, 3), 1092
LOUD_DAYS, LOUD_SHARE = 10, 0.05
"""Days on which more happens than on others, and the share of events that fall on them."""
TOWNS, PERSONS, WORDS = 60, 300, 4000
"""Towns and spokesmen of each story, and words of each length."""
DEGREES = 4.0
"""Half the side of the square in which the towns of a story lie."""
TOLLS = {"37": (13, 89), "44": (91, 97), "61": (13, 97), "29": (13, 89)}
"""Two-digit numbers of the stories' texts, and between which numbers those lie that replace them."""


class Setting(Struct, frozen=True):
    """Where a story plays: two towns that the gazetteer knows, who did it, to whom, and who speaks of it."""

    town: str
    other: str
    who: str
    whom: str
    speaker: str
    witness: str


class Story(Struct, frozen=True):
    """What the reports of one story are made of: JSON of each in parts, of which every second one is replaced.

    ``points`` are the coordinates of its towns as they stand there, by the towns' names.
    """

    reports: tuple[tuple[str, ...], ...]
    setting: Setting
    points: Mapping[str, str]


SETTINGS = (
    Setting("Nyala", "El Obeid", "the Rapid Support Forces", "the Sudanese army", "Hashim Idrisov", "Mariam Bakhit"),
    Setting("Kherson", "Nikopol", "Russian forces", "Ukrainian troops", "Borys Danchuk", "Olha Verbytska"),
    Setting("Lashio", "Sittwe", "the Arakan Army", "junta troops", "Thura Kyawmin", "Nandar Htway"),
    Setting("Mopti", "Kidal", "JNIM fighters", "Malian soldiers", "Moussa Dembaga", "Aissata Kourou"),
    Setting("Damboa", "Gusau", "Boko Haram", "Nigerian troops", "Yakubu Danlami", "Hauwa Garbati"),
    Setting("Tumaco", "Arauca", "ELN rebels", "Colombian soldiers", "Ruben Castano", "Lucia Berrio"),
)
LEADS = (
    "{who} shelled a market in {town} on Tuesday, killing at least 37 people and wounding 61, local officials said.",
    "{who} clashed with {whom} near {town} on Tuesday, leaving 37 fighters dead, residents said.",
    "An air strike on a <granary> in {town} killed 37 civilians on Tuesday, according to medics in the town.",
)
RETOLD = (
    "At least 37 people were killed on Tuesday when shells fell on a market in {town}, medics said.",
    "At least 37 fighters were killed in fighting near {town} on Tuesday, a local official said.",
    "Warplanes bombed {town} on Tuesday and killed 37 civilians, residents said.",
)
BODY = (
    "Witnesses described columns of smoke over the <tannery> and the <quarry> in the eastern part of {town}.",
    "{speaker}, a spokesman for {whom}, said that the attack began before dawn near the <orchard>.",
    "Hospitals in {town} admitted 61 wounded, among them a <carpenter> and a seller of <lanterns>, a doctor said.",
    "{witness}, who lives by the <vineyard>, said that she had carried two <cousins> to a <pharmacy>.",
    "{who} denied that they had targeted civilians and said that they had struck a <caravan>.",
    "Last month {whom} captured a <causeway> on the road to {other} after three days of fighting.",
    "Hundreds of families fled {town} towards {other} with their <cattle> and <mattresses>.",
    "The United Nations called on both sides to let <medicine> into {town} and to spare civilians.",
    "Traders said that the price of <sorghum> and <kerosene> had doubled since the <viaduct> was closed.",
)
REWORDED = (
    "Plumes rose above the <tannery> as well as the <quarry> in eastern {town}, onlookers recounted.",
    "According to {speaker}, who speaks for {whom}, it started ahead of daybreak close to the <orchard>.",
    "Doctors in {town} treated 61 wounded, including a <carpenter> and somebody selling <lanterns>.",
    "{witness}, living next to the <vineyard>, told how she brought two <cousins> to a <pharmacy>.",
    "{who} rejected claims of civilian targets, insisting that a <caravan> had been hit.",
    "In the month before, {whom} seized a <causeway> towards {other} following days of battle.",
)
OTHER_TITLE = "Grief in {town} after the <requiem>"
TITLE = "37 dead in {town}, officials say"
RISEN = "The death toll from Tuesday's attack in {town} has risen to 44, {speaker} said on Thursday."
PUT_IN = (
    "In March last year 29 people were killed in an attack on a <chapel> in {other}.",
    "A <surgeon> in the capital said that <antibiotics> had run out and that the <morgue> was full.",
    "A <professor> of history called the fight over the <plateau> the longest of the war.",
)
OUTLETS = tuple(
    f"{kind} {name}"
    for name in ("Courier", "Herald", "Gazette", "Observer", "Frontier")
    for kind in ("Morning", "National", "Evening", "River")
)
_SLOT = re.compile(r"<([a-z]+)>")
_ID = r"[cd]-[0-9a-f]{16}"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ONSETS, _VOWELS = tuple("bdfghklmnprstvz"), tuple("aeiou")
PATH = "reports.jsonl#r"
_TYPE = tuple[Document, tuple[ResolvedClaim, ...]]


def texts(lead: int, town: str) -> Iterator[tuple[str, str, int]]:
    """Yield title, text and days after the event of each report of a story."""
    agency, other = [LEADS[lead], *BODY], [RETOLD[lead], *REWORDED, PUT_IN[1]]
    put_in = [*agency[:3], PUT_IN[0], *agency[3:7], PUT_IN[1], *agency[7:]]
    reworded = [RETOLD[lead], *REWORDED[:4], *BODY[4:]]
    told = (
        *[(TITLE, agency)] * 6, (TITLE, agency[:7]), (TITLE, agency[:4]), (OTHER_TITLE, agency),
        (OTHER_TITLE, [*agency[:5], PUT_IN[2], *agency[5:]]), (TITLE, put_in), (OTHER_TITLE, reworded),
        *[(OTHER_TITLE, other)] * 3, (TITLE, other[:4]), (OTHER_TITLE, [*other[:3], PUT_IN[0], *other[3:]]),
        (TITLE, [RETOLD[lead], BODY[3], BODY[6], PUT_IN[2]]), (OTHER_TITLE, [LEADS[lead], REWORDED[2], BODY[8]]),
        (TITLE, [RISEN, RETOLD[lead], BODY[6], REWORDED[3]]),
    )  # fmt: skip
    for number, (title, sentences) in enumerate(told):
        paragraphs = [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
        credit = f"{town} ({'AFP' if number < 11 else 'Reuters'}) - " if number in (0, 1, 6, 12, 13) else ""
        yield title, credit + "\n\n".join(paragraphs), 2 if RISEN in sentences else 0


def stories() -> tuple[Story, ...]:
    """Read every story of every setting as a build does."""
    return tuple(_story(setting, lead) for setting in SETTINGS for lead in range(len(LEADS)))


def _story(setting: Setting, lead: int) -> Story:
    told = zip(texts(lead, setting.town), OUTLETS, strict=True)
    reports = [_read(setting, title, text, late, outlet) for (title, text, late), outlet in told]
    places = [claim.where for _, claims in reports for claim in claims if claim.where is not None]
    points = {place.name: _point(place) for place in places if place.name in (setting.town, setting.other)}
    slots = _slots(setting, points)
    return Story(tuple(tuple(slots.split(msgspec.json.encode(read).decode())) for read in reports), setting, points)


def _read(setting: Setting, title: str, text: str, late: int, outlet: str) -> Read:
    fields = msgspec.structs.asdict(setting)
    title, text = (_capital(_SLOT.sub(r"\1", part.format(**fields))) for part in (title, text))
    line = {"id": "r", "outlet": outlet, "published": f"2023-06-{14 + late}", "title": title, "text": text}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_text(json.dumps(line), encoding="utf-8")
        (raw,) = find([path])
        return read_report(raw)


def _capital(text: str) -> str:
    """Begin every sentence with a capital."""
    return re.sub(r"(?:^|(?<=[.\n-] )|(?<=\n))[a-z]", lambda match: match[0].upper(), text)


def _point(place: Place) -> str:
    """Return how a place's identity stands in JSON."""
    return msgspec.json.encode({"id": place.id, "lat": place.lat, "lon": place.lon}).decode().strip("{}")


def _words() -> list[str]:
    told = (*LEADS, *RETOLD, *BODY, *REWORDED, *PUT_IN, TITLE, OTHER_TITLE)
    return sorted({word for text in told for word in _SLOT.findall(text)})


def _persons(setting: Setting) -> list[str]:
    return f"{setting.speaker} {setting.witness}".split()


def _slots(setting: Setting, points: Mapping[str, str]) -> re.Pattern[str]:
    """Match what is replaced; a number is one of a text or a bound of a figure, and no place in the text."""
    names = [*map(re.escape, (setting.town, setting.other)), *_persons(setting), *_words()]
    numbers = "|".join(TOLLS)
    kinds = (
        "|".join(map(re.escape, points.values())), re.escape(PATH), rf"\b(?:{'|'.join(names)})\b", _ID,
        _DAY.pattern, rf'(?:(?<="low":)|(?<="high":)|(?<=[ "(]))(?:{numbers})\b',
    )  # fmt: skip
    return re.compile(f"({'|'.join(kinds)})")


class Pool:
    """Words of one shape, drawn by rank: the first far more often than the last."""

    def __init__(self, shape: str, count: int, chance: random.Random) -> None:
        self._words = [_made_up(shape, chance) for _ in range(count)]
        self._ranks = list(accumulate(1 / rank for rank in range(1, count + 1)))

    def draw(self, chance: random.Random) -> str:
        """Return one of them."""
        return self._words[bisect(self._ranks, chance.random() * self._ranks[-1])]


def _made_up(shape: str, chance: random.Random) -> str:
    """Make a word up that has capitals and blanks where the given one has them."""
    letters = [chance.choice(_VOWELS if at % 2 else _ONSETS) for at in range(len(shape))]
    return "".join(
        like if not like.isalpha() else letter.upper() if like.isupper() else letter
        for like, letter in zip(shape, letters, strict=True)
    )


class Archive:
    """Events that go on from the stories; the same number and seed give the same reports."""

    def __init__(self, told: Sequence[Story], seed: int = 1) -> None:
        self._stories = told
        self._chance = random.Random(seed)  # noqa: S311 - not for secrets
        chance = self._chance
        self._words = {length: Pool("a" * length, WORDS, chance) for length in {len(word) for word in _words()}}
        self._towns: dict[str, Pool] = {}
        self._persons: dict[str, Pool] = {}
        self._places: dict[str, str] = {}
        for setting in SETTINGS:
            for name in (setting.town, setting.other):
                self._towns[name] = Pool(name, TOWNS, chance)
            for name in _persons(setting):
                self._persons[name] = Pool(name, PERSONS, chance)
        self._loud = [FIRST_DAY + timedelta(chance.randrange(DAYS)) for _ in range(LOUD_DAYS)]
        self._number = 0

    def reports(self, count: int) -> Iterator[Read]:
        """Yield so many further reports with their claims."""
        for start in range(0, count, COPIES):
            story = self._chance.choice(self._stories)
            fill = self._event(story)
            for parts in story.reports[: count - start]:
                yield self._report(parts, fill)

    def _event(self, story: Story) -> dict[str, str]:
        """Say what stands for what in the reports of one event."""
        chance, setting = self._chance, story.setting
        loud = chance.random() < LOUD_SHARE
        day = chance.choice(self._loud) if loud else FIRST_DAY + timedelta(chance.randrange(DAYS))
        fill = {word: self._words[len(word)].draw(chance) for word in _words()}
        fill |= {name: self._persons[name].draw(chance) for name in _persons(setting)}
        fill |= {number: str(chance.randint(*between)) for number, between in TOLLS.items()}
        for name in (setting.town, setting.other):
            fill[name] = self._towns[name].draw(chance)
            if name in story.points:
                fill[story.points[name]] = self._placed(fill[name], story.points[name])
        late = day - date(2023, 6, 13)
        days = {part for report in story.reports for part in report[1::2] if _DAY.fullmatch(part)}
        return fill | {told: (date.fromisoformat(told) + late).isoformat() for told in days}

    def _placed(self, town: str, like: str) -> str:
        """Return where a made up town lies: always the same, around the one that it stands for."""
        if town not in self._places:
            point = json.loads(f"{{{like}}}")
            lat, lon = (point[axis] + self._chance.uniform(-DEGREES, DEGREES) for axis in ("lat", "lon"))
            placed = {"id": f"made-up:{town}", "lat": round(lat, 4), "lon": round(lon, 4)}
            self._places[town] = msgspec.json.encode(placed).decode().strip("{}")
        return self._places[town]

    def _report(self, parts: Sequence[str], fill: Mapping[str, str]) -> Read:
        self._number += 1
        path = f"reports.jsonl#r{self._number}"
        own = {PATH: path}
        told = [part if at % 2 == 0 else own.get(part) or fill.get(part) or self._id(part, own, path)
                for at, part in enumerate(parts)]  # fmt: skip
        read: Read = msgspec.json.decode("".join(told), type=_TYPE)
        return read

    @staticmethod
    def _id(part: str, own: dict[str, str], path: str) -> str:
        """Give each id of the story another one in each report."""
        own[part] = content_id(part[0], path, part)
        return own[part]

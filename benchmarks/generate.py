"""Reports made up by rule, as many as wanted, for measuring speed: several outlets on each event, some of them copies.

    python -m benchmarks.generate 2000 OUT.jsonl

The same count and seed give the same bytes. What they tell is invented.
"""

import json
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

THEATRES = (
    (
        "Sudan",
        ("El Fasher", "Nyala", "Omdurman", "El Obeid", "Kadugli"),
        "the Rapid Support Forces",
        "the Sudanese army",
    ),
    ("Ukraine", ("Kharkiv", "Kherson", "Nikopol", "Kramatorsk", "Sumy"), "Russian forces", "Ukrainian troops"),
    ("Myanmar", ("Lashio", "Myawaddy", "Sittwe", "Hakha", "Loikaw"), "the Arakan Army", "junta troops"),
    ("Mali", ("Mopti", "Gao", "Kidal", "Menaka", "Segou"), "JNIM fighters", "Malian soldiers"),
    ("Nigeria", ("Maiduguri", "Damboa", "Kaduna", "Gusau", "Jos"), "Boko Haram", "Nigerian troops"),
    ("Colombia", ("Tibu", "Arauca", "Tumaco", "Buenaventura", "Jamundi"), "ELN rebels", "Colombian soldiers"),
)
OUTLETS = ("Morning Courier", "National Herald", "Radio Frontier", "The Observer Wire", "City Gazette")
LEADS = (
    "{who} shelled {place} on {day}, killing at least {dead} people and wounding {hurt}, local officials said.",
    "At least {dead} people were killed and {hurt} injured when {who} attacked a market in {place} on {day}.",
    "An air strike on {place} killed {dead} civilians on {day}, according to medics in the town.",
    "{who} clashed with {whom} near {place} on {day}, leaving {dead} fighters dead, residents said.",
    "Militants abducted {dead} villagers outside {place} on {day}, a security source told reporters.",
)
BODY = (
    "Witnesses described columns of smoke over the eastern quarters of {place} for most of the morning.",
    "Hospitals in {place} appealed for blood after admitting {hurt} wounded, a doctor said.",
    "A spokesman for {whom} said that reinforcements would be sent to {place} in the coming days.",
    "{who} denied that they had targeted civilians and said that they had struck a military convoy.",
    "Hundreds of families fled {place} towards villages in the north after the attack.",
    "The United Nations called on both sides to let aid into {place} and to spare civilians.",
    "Last month {whom} captured two checkpoints on the road to {place} after three days of fighting.",
    "Shops stayed closed and the main road through {place} was empty, a resident said by telephone.",
    "The governor of the province imposed a curfew on {place} until further notice.",
    "Officials have warned that the toll could rise as rescuers search collapsed houses.",
    "The war in {country} has driven millions from their homes and emptied whole districts.",
    "Prices of flour and fuel have doubled in {place} since the road was cut, traders say.",
)


def reports(count: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """Yield so many reports: five on each event, the fourth a copy of the first, the fifth with another toll."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    for number in range(count):
        if number % len(OUTLETS) == 0:
            happening = _happening(chance)
            first = _text(happening, chance)
        turn = number % len(OUTLETS)
        text = first if turn in (0, 3) else _text(_retold(happening, turn), chance)
        yield {
            "id": f"r{number:06d}",
            "outlet": OUTLETS[turn],
            "published": (happening["date"] + timedelta(days=1)).isoformat(),
            "title": f"{happening['dead']} dead in {happening['place']}",
            "text": text,
        }


def _happening(chance: random.Random) -> dict:  # type: ignore[type-arg]
    country, places, who, whom = chance.choice(THEATRES)
    day = date(2023, 1, 2) + timedelta(days=chance.randrange(700))
    return {
        "country": country,
        "place": chance.choice(places),
        "who": who,
        "whom": whom,
        "date": day,
        "day": day.strftime("%A"),
        "dead": chance.randrange(3, 60),
        "hurt": chance.randrange(3, 90),
        "lead": chance.choice(LEADS),
    }


def _retold(happening: dict, turn: int) -> dict:  # type: ignore[type-arg]
    return happening | {"dead": happening["dead"] + (7 if turn == len(OUTLETS) - 1 else 0)}


def _text(happening: dict, chance: random.Random) -> str:  # type: ignore[type-arg]
    lead = happening["lead"].format(**happening)
    sentences = [sentence.format(**happening) for sentence in chance.sample(BODY, len(BODY) - 2)]
    text = "\n\n".join([lead, " ".join(sentences[:4]), " ".join(sentences[4:7]), " ".join(sentences[7:])])
    return "\n\n".join(paragraph[0].upper() + paragraph[1:] for paragraph in text.split("\n\n"))


def write(count: int, path: Path, seed: int = 1) -> None:
    """Write the reports as JSON lines."""
    with path.open("w", encoding="utf-8") as out:
        for report in reports(count, seed):
            out.write(json.dumps(report, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))

"""Every line of a report, with the kind of block it must be in: T title, B body, F furniture, O other story."""

from itertools import pairwise

import pytest

from marsad.model.document import BlockKind
from marsad.reading.blocks import divide

KINDS: dict[str, BlockKind] = {"T": "title", "B": "body", "F": "furniture", "O": "other_story"}

REPORTS = {
    "menu above, newsletter in the middle, most read below": """
F Skip to main content
F Home
F World
F Africa
F Sign in
T Army retakes river port from paramilitaries in southern Sudan
F By Amal Example and John Sample
F Published: 3 March 2024
F Share on Facebook
F 4 min read
B Government troops took the river port of Kosti on Sunday after two days of fighting, a spokesman for the army said.
F Sign up for our newsletter to get the day's stories in your inbox.
B Residents told this reporter that shells had fallen on the grain market and that at least nine people had been killed.
F ADVERTISEMENT
B The paramilitary force denied the loss of the port and said that its fighters had merely changed positions.
O Most read
O Forty killed as ferry sinks on lake
O Rebels shell the capital of a neighbouring country for a third night, killing six.
F © 2024 Nile Example. All rights reserved.
""",
    "related box amid the story": """
T Drones strike fuel depot near Belgorod, governor says
B Drones set fire to a fuel depot outside the city of Belgorod early on Monday, the governor of the region said.
O Related
O Ukraine war in maps and charts
O What we know of the attack on the bridge
B He said that two guards had been hurt and that firefighters from three districts had put out the fire at the depot.
B Ukraine's military did not comment on the fire. It rarely speaks of what happens on the other side of the border.
""",
    "pointers, captions and credits": """
T Militants abduct twelve travellers on road to Maiduguri
F A burnt bus stands by the road near the town of Konduga, Borno state.
F+ Photo: Example Agency/A. Sample
B Gunmen took twelve travellers from two buses on the road to Maiduguri on Thursday, the drivers' union said.
O Read more: Army frees hostages in forest raid
O ALSO READ: Three soldiers die as convoy hits mine
B A police officer who asked not to be named put the number of those taken at nine, five of them women.
F (Reporting by A. Sample; editing by B. Example)
F Additional reporting by C. Model in Abuja
""",
    "wire copy with a signature and legal words": """
T Truce signed between army and rebels in Bogota
B The government of Colombia and a rebel front signed a truce of six months in Bogota on Friday, both sides said.
B The truce begins on 1 August and will be watched by the United Nations, according to the text that was handed out.
F ab/cd (AP, dpa)
F The views expressed in this article are the author's own and do not necessarily reflect those of the paper.
F This material may not be published, broadcast, rewritten or redistributed without permission.
F Follow us on Telegram
F editor@example.org
F www.example.org
""",
    "teasers above the title": """
O Parliament of a far land votes down the budget after long debate
O Heavy rains cut off villages in the northern valleys for days
T Shelling kills four in Loikaw, medics say
T Shelling came from hilltop base of the army, medics in Loikaw say
F June 4, 2022
B Shells killed four people in the town of Loikaw on Saturday, said medics who treated the wounded there.
B The army, which took power last year, has a base on the hill above the town. It did not answer calls.
""",
    "list of incidents announced by a paragraph": """
T Weekly summary of attacks in the Liptako region
B The following attacks were counted by the monitoring group in the week to Friday:
B - Djibo: two soldiers killed when their car hit a mine
B - Seytenga: armed men burned the school and eleven houses
B - Gorom-Gorom: nine herders taken from a well at night
B The group said that it could not reach four of the communes and that the real number is likely to be higher.
""",
    "body that speaks of photos, subscriptions and donations": """
T Rebels charge for passage in eastern Congo
B The photo of the dead commander was shown on state television on Tuesday, and rebels called it a fake.
B Farmers must subscribe to a tax card of ten dollars, a village chief said, or leave the area within a week.
B Donations from relatives abroad paid for the release of six men, their families said in Goma on Wednesday.
B The villagers share what food is left. Contact with the hospital at Masisi broke off on Monday night.
B By Tuesday evening the rebels held the road, and the related talks in Nairobi had been put off.
B "We support our troops," the minister said. "Follow us to victory." He spoke before a crowd in Bukavu.
""",
    "subheads": """
T Battle for the airport of Hodeidah
B Fighters loyal to the government reached the southern fence of the airport on Wednesday, residents said.
B Aid at risk
B Most of the country's grain comes through the port, and aid groups warned that a long battle would cut it off.
B What next?
B The envoy of the United Nations was due to arrive on Saturday to speak with both sides about the port.
""",
    "author at the end": """
T Talks on Tigray open in Pretoria
B Talks between the federal government and Tigrayan leaders opened in Pretoria on Tuesday, a mediator said.
B They are to last until Sunday and are led by the African Union, whose envoy asked for calm on both sides.
F Jane Sample is a correspondent for Example Radio in Nairobi.
F Follow her on Twitter @example
""",
    "teasers below without a heading": """
T Airstrike hits camp near Idlib
B An airstrike hit a camp for displaced families north of Idlib on Monday, rescuers said, and killed five people.
B The rescuers said that two of the dead were children and that the strike came before dawn.
O Clashes on the coast leave ten dead as truce frays further
O President to address the nation after week of protests in capital
F More
""",
    "nothing but a paragraph": """
B A soldier was killed by a mine near Avdiivka on Monday, the brigade said, and two others were hurt in the blast.
""",
    "most read amid the story": """
T Gunmen attack mining town in Zamfara
B Gunmen on motorcycles attacked the mining town of Anka in Zamfara state on Tuesday and killed eleven people there.
O Trending now
O Football: national side out of the cup
O How to cook rice as your grandmother did
B The attack on Anka lasted for two hours, residents of the town said by telephone, and the gunmen drove off cattle.
B Zamfara's police commissioner went to Anka on Wednesday. He said that soldiers were in pursuit of the gunmen.
""",
    "a list that the page closes for those who listen": """
F News|Armed Groups
T Gunmen kill twenty in village in Katsina, police say
F By staff
F Published On 12 Feb 2024
B Gunmen killed at least twenty people in a village of Katsina state on Saturday night, police and residents said.
O Recommended Stories
O Five threats that Nigeria faces at once
O Troops kill thirty bandits in air raid
F end of list
B Residents said that the gunmen had burned houses.
B No group has said that it was behind the attack.
O Read Next
O Rebels shell a town across the border and kill nine people there, the army of that country says.
O A bomb at a market kills thirty in the capital, where the army has been fighting gunmen for two months.
""",
    "a dateline on its own line and a table of losses": """
T Bombs at two embassies in East Africa
B NAIROBI, Kenya (AP) --
B Bombs went off minutes apart at two embassies in East Africa on Friday, officials in both of the cities said.
B The number of the dead in each of the two cities, as the hospitals gave it on Sunday morning, was as follows.
B Total dead: 192
B Injured: 4,877
F ab/cd (AP)
""",
    "author, pleas and the next post": """
T Thirty killed in two communities of Dutsin-Ma
B Gunmen killed at least thirty people in two communities of Dutsin-Ma district on Tuesday, an official said.
O READ ALSO: Police arrest fifteen over the killing of soldiers
B The chairman of the council said that the gunmen had come in great numbers and burned shops and cars.
F Do you live in the area? Call or text our reporter on +234 000 0000
F At Example Times, we firmly believe in the importance of good journalism.
F Jane Sample
F Jane Sample is a reporter at Example Times.
O Next Post
O Troops kill scores of bandits in Zamfara forest, rescue hostages
""",
    "a credit right below the last paragraph": """
T Rebels shoot down helicopter near Saraqeb
F A helicopter of the army burns near the village of Nairab, Idlib province, on Feb 11, 2020. AFP
B Rebels shot down a helicopter of the army near Saraqeb on Tuesday and killed its crew, a monitor said.
B+ The aircraft went down near Nairab, the monitor said.
F+ © Agence France-Presse
""",
    "reader's page in capitals and boxes": """
F Listen to this article
F Image source, Getty Images
F Image caption, The bridge before it fell
T Bridge over the Dnipro falls after blast
B A bridge over the Dnipro fell on Friday after a blast, and each side in the war said that the other had done it.
F We use cookies to give you the best experience on our site.
B No one was hurt, said the mayor of the town on the western bank, because the bridge had been closed since March.
O More on this story
O The bridges of the lower Dnipro
O Why Kherson matters
O Top Stories
O The minister of finance resigned on Friday after the vote.
""",
}


def lines_of(report: str) -> list[tuple[str, str]]:
    return [(mark, line) for mark, _, line in (row.partition(" ") for row in report.strip().split("\n"))]


def text_of(lines: list[tuple[str, str]]) -> str:
    """Join the lines by blank lines; a mark with + stands right below the line before."""
    text = ""
    for mark, line in lines:
        text += ("" if not text else "\n" if mark.endswith("+") else "\n\n") + line
    return text


@pytest.mark.parametrize("name", REPORTS)
def test_every_line_is_in_a_block_of_its_kind(name: str) -> None:
    lines = lines_of(REPORTS[name])
    text = text_of(lines)
    _, blocks = divide(text, None)
    at = 0
    wrong = []
    for mark, line in lines:
        at = text.index(line, at)
        kinds = {block.kind for block in blocks if block.start < at + len(line) and at < block.end}
        if kinds != {KINDS[mark[0]]}:
            wrong.append((line, kinds))
    assert wrong == []


@pytest.mark.parametrize("name", REPORTS)
def test_blocks_follow_each_other_and_cover_the_text(name: str) -> None:
    text = text_of(lines_of(REPORTS[name]))
    _, blocks = divide(text, None)
    assert blocks[0].start == 0
    assert blocks[-1].end == len(text)
    assert all(left.end == right.start and left.kind != right.kind for left, right in pairwise(blocks))


TITLE = "Clashes near Goma force thousands to flee"
STORY = "Thousands of people fled clashes near Goma on Sunday, aid workers said. They walked to Sake through the night."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{TITLE}\n\n{STORY}", [("title", TITLE), ("body", STORY)]),
        (f"{TITLE}\n\n{TITLE}\n\n{STORY}", [("title", TITLE), ("furniture", TITLE), ("body", STORY)]),
        (f"{TITLE}\n{TITLE} {STORY}", [("title", TITLE), ("furniture", TITLE), ("body", STORY)]),
        (f"# {TITLE}\n\n{STORY}", [("title", f"# {TITLE}"), ("body", STORY)]),
        (
            f"1. Skip to content\n{TITLE}\n{STORY}",
            [("furniture", "1. Skip to content"), ("title", TITLE), ("body", STORY)],
        ),
        (f" date 2024-02-11 {STORY}", [("furniture", "date 2024-02-11"), ("body", STORY)]),
        (
            f"{STORY} Reuters contributed to this report",
            [("body", STORY), ("furniture", "Reuters contributed to this report")],
        ),
        (
            f"{STORY} Additional reporting: A. Sample",
            [("body", STORY), ("furniture", "Additional reporting: A. Sample")],
        ),
        (
            "Will the truce in Goma hold?\n\n" + STORY + " Will it hold? No one in Goma knows, said a driver.",
            [
                ("title", "Will the truce in Goma hold?"),
                ("body", STORY + " Will it hold? No one in Goma knows, said a driver."),
            ],
        ),
        ("", []),
        ("Troops enter Goma", [("body", "Troops enter Goma")]),
    ],
)
def test_title_and_what_is_run_into_it(text: str, expected: list[tuple[str, str]]) -> None:
    _, blocks = divide(text, None)
    assert [(block.kind, text[block.start : block.end].strip()) for block in blocks] == expected


def test_given_title_is_found_below_a_menu() -> None:
    text = f"Older headline that the page shows above the story\n\n{TITLE}\n\n{STORY}"
    title, blocks = divide(text, TITLE)
    assert title == TITLE
    assert [block.kind for block in blocks] == ["other_story", "title", "body"]


def test_given_title_that_the_text_lacks_leaves_the_story_whole() -> None:
    title, blocks = divide(STORY, "Flight from Goma")
    assert title == "Flight from Goma"
    assert [block.kind for block in blocks] == ["body"]


def test_a_long_paragraph_is_body_though_it_ends_in_a_plea() -> None:
    story = " ".join([STORY] * 8)
    _, blocks = divide(f"{story} Please support our journalism with a gift today.", None)
    assert [(block.kind, block.end - block.start) for block in blocks] == [("body", len(story) + 1), ("furniture", 48)]


def test_a_plea_of_several_sentences_is_furniture() -> None:
    plea = "If you can, please support the project. Our work would not go on without you. PayPal: a@example.org"
    assert [block.kind for block in divide(f"{TITLE}\n\n{STORY}\n\n{plea}", None)[1]] == ["title", "body", "furniture"]


def test_a_long_single_paragraph_stays_body() -> None:
    text = " ".join([STORY] * 60)
    assert [block.kind for block in divide(text, None)[1]] == ["body"]


def test_a_text_broken_to_a_width_is_read_by_paragraphs() -> None:
    text = (
        f"{TITLE}\n\n"
        "Thousands of people fled clashes near Goma on Sunday, aid workers in the\n"
        "region said. Image of the road: crowded with carts, they said, and with\n"
        "photo reporters who had come from the city. They walked to the town of\n"
        "Sake through the night."
    )
    assert [block.kind for block in divide(text, None)[1]] == ["title", "body"]


def test_a_text_broken_to_a_width_without_blank_lines() -> None:
    text = (
        f"{TITLE}\n"
        "Thousands of people fled clashes near Goma on Sunday, aid workers in the region\n"
        "            said.\n"
        "They walked to the town of Sake through the night, and many of them said that\n"
        "            Congolese soldiers had gone before them.\n"
        "The rebels said on Monday that they would not enter Goma, and that the army of\n"
        "            the country had nothing to fear from them.\n"
        "Read more: Rebels and army agree to talk in Luanda next week\n"
    )
    assert [(block.kind, len(text[block.start : block.end].split("\n"))) for block in divide(text, None)[1]] == [
        ("title", 2),
        ("body", 7),
        ("other_story", 2),
    ]


def test_a_title_may_begin_with_a_label() -> None:
    title, _ = divide(f"Video: {TITLE}\n\n{STORY}", None)
    assert title == f"Video: {TITLE}"

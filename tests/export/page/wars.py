"""The record that the tests of the page share: reports of several wars in our own words."""

from msgspec.structs import replace

from marsad.model import (
    Copy,
    Dispute,
    DisputedValue,
    Document,
    Event,
    Issue,
    MergeReason,
    ResolvedClaim,
    Source,
    content_id,
)
from tests.export.page.fake_record import FakeRecord, claim, count, event, party, place, report, time, words

HOSTILE_TITLE = "</title><script>window.attacked = true</script><img src=x onerror='window.attacked = true'>\u2028 raid"
PRIVATE_NAME = "Hauwa Dantata"


def sample() -> FakeRecord:
    """Build the record that the tests of the page share."""
    parts = [_omdurman(), _kherson(), _catatumbo(), _hodeidah(), _zamfara(), _bamako(), _sagaing(), _masisi()]
    documents = [document for documents, _, _ in parts for document in documents]
    broken = report("broken/scan.pdf", "", issues=[Issue("no_text", "The file holds pictures only, no text.")])
    undated = report(
        "undated.txt", "A note without a date.", issues=[Issue("no_date", "Nothing says when this came out.")]
    )
    copies = (
        Copy(documents[0].id, documents[2].id, 1.0, "identical"),
        Copy(documents[2].id, documents[0].id, 1.0, "identical"),
    )
    return FakeRecord(
        tuple(sorted((*documents, broken, undated), key=lambda d: d.id)),
        tuple(sorted((claim for _, claims, _ in parts for claim in claims), key=lambda c: c.id)),
        tuple(sorted((event for _, _, events in parts for event in events), key=lambda e: e.id)),
        copies,
    )


Part = tuple[list[Document], list[ResolvedClaim], list[Event]]


def _omdurman() -> Part:
    """Tell of a market shelled in Omdurman: two tolls, one text printed twice, and a bombardment years earlier."""
    first = report(
        "sudan/market.txt",
        "Traders in Omdurman spoke of panic. 🕊\n\nShells hit the Sabreen market in Omdurman on Tuesday, killing "
        "12 civilians and wounding 31, the doctors' network said. It blamed the Rapid Support Forces. Ambulances could "
        "not reach the stalls for an hour.\n\nThe army has held the old town since last year.",
        title="Shells fall on crowded Omdurman market",
        outlet="Nile Courier",
        published="2025-02-05",
        url="https://nile-courier.example/2025/omdurman-market",
    )
    second = report(
        "sudan/market-agency.html",
        "At least 19 people died when artillery struck a market in Omdurman on Tuesday, the Khartoum health ministry "
        "said, accusing the Rapid Support Forces. Three children were among the dead.",
        title="Health ministry: 19 dead in Omdurman",
        outlet="Red Sea Daily",
        published="2025-02-05",
        agencies=("AFP",),
    )
    copy = replace(first, id=content_id("d", "sudan/copy.txt"), path="sudan/copy.txt", outlet="Blue Nile Mirror")
    rsf, place_ = party("Rapid Support Forces"), place("Omdurman", (15.644, 32.478), 6, "exact", "SD", "Khartoum")
    sentence = (
        "Shells hit the Sabreen market in Omdurman on Tuesday, killing 12 civilians and wounding 31, the doctors' "
        "network said."
    )

    def told(document: Document) -> ResolvedClaim:
        return claim(
            document,
            sentence,
            "hit",
            "shelling",
            who=[replace(rsf, mention=words(document, "Rapid Support Forces"))],
            whom=[party("civilians")],
            where=replace(place_, mention=words(document, "the Sabreen market in Omdurman")),
            when=replace(time("2025-02-04"), mention=words(document, "Tuesday")),
            figures=[
                count(document, "12 civilians", "killed", "civilian", 12, 12),
                count(document, "31", "injured", "civilian", 31, 31),
            ],
            sources=[Source("Sudan Doctors' Network", None, "medical", words(document, "the doctors' network"))],
        )

    one, three = told(first), told(copy)
    two = claim(
        second,
        "At least 19 people died when artillery struck a market in Omdurman on Tuesday, the Khartoum health ministry "
        "said, accusing the Rapid Support Forces.",
        "struck",
        "shelling",
        who=[replace(rsf, mention=words(second, "Rapid Support Forces"))],
        where=replace(place_, mention=words(second, "Omdurman")),
        when=time("2025-02-04"),
        figures=[
            count(second, "At least 19 people", "killed", "civilian", 19, None),
            count(second, "Three children", "killed", "child", 3, 3, part_of=0),
        ],
        sources=[
            Source("Khartoum State Ministry of Health", None, "official", words(second, "the Khartoum health ministry"))
        ],
    )
    merged = event(
        one,
        two,
        three,
        outlets=3,
        origins=2,
        disputes=(
            Dispute(
                "Killed: Civilians",
                (DisputedValue("12", tuple(sorted((one.id, three.id)))), DisputedValue("at least 19", (two.id,))),
            ),
        ),
        merged_because=(
            MergeReason(one.id, two.id, 0.86, ("same place: Omdurman", "same day", "same party: Rapid Support Forces")),
            MergeReason(one.id, three.id, 1.0, ("the same text",)),
        ),
    )
    return [first, second, copy], [one, two, three], [merged]


def _kherson() -> Part:
    """Tell of a strike that one side denies, and a siege told as history."""
    document = report(
        "ukraine/kherson.txt",
        "A spokesman denied that drones had struck the hospital in Kherson on 3 February. In 2022 Russian forces held "
        "the city for eight months.",
        title="Moscow denies hospital strike",
        outlet="Dnipro Wire",
        published="2025-02-04",
    )
    denied = claim(
        document,
        "A spokesman denied that drones had struck the hospital in Kherson on 3 February.",
        "struck",
        "air_strike",
        modality="denied",
        who=[party("Armed Forces of Russia")],
        where=place("Kherson", (46.635, 32.616), 5, "exact", "UA", "Kherson"),
        when=time("2025-02-03"),
        sources=[Source("Russian defence ministry", None, "party", words(document, "A spokesman"), interest=True)],
    )
    history = claim(
        document,
        "In 2022 Russian forces held the city for eight months.",
        "held",
        "territory_captured",
        who=[party("Armed Forces of Russia")],
        where=place("Kherson", (46.635, 32.616), 5, "exact", "UA", "Kherson"),
        when=time("2022-03-02", "2022-11-11", "year"),
        background=True,
    )
    return [document], [denied, history], [event(denied, grade="discounted"), event(history)]


def _catatumbo() -> Part:
    """Tell of a withdrawal that is only planned, somewhere in a province."""
    document = report(
        "colombia/catatumbo.txt",
        "The ELN will pull its fighters out of parts of Norte de Santander by the end of February, its envoys said.",
        title="ELN sets date for pullback",
        outlet="Cúcuta Hoy",
        published="2025-02-06",
    )
    planned = claim(
        document,
        document.text,
        "pull",
        "withdrawal",
        modality="planned",
        who=[party("ELN", document, "ELN")],
        where=place("Norte de Santander", (8.0, -73.0), 110, "province", "CO", "Norte de Santander"),
        when=time("2025-02-06", "2025-02-28", "month"),
    )
    return [document], [planned], [event(planned)]


def _hodeidah() -> Part:
    """Tell of a clash at a place with an Arabic name, told by a report with a hostile title."""
    document = report(
        "yemen/bajil.html",
        "Fighters loyal to the government clashed with the Houthis near باجل on Monday night; seven men were hurt.",
        title=HOSTILE_TITLE,
        outlet="صحيفة الساحل",
        published="2025-02-04",
        url="javascript:alert(1)",
    )
    clash = claim(
        document,
        document.text,
        "clashed",
        "armed_clash",
        who=[party("Government of Yemen")],
        whom=[party("أنصار الله", document, "the Houthis")],
        where=place("باجل", (15.06, 43.29), 14, "near", "YE", "Al Hudaydah"),
        when=time("2025-02-03"),
        figures=[count(document, "seven men", "injured", "combatant", 7, 7)],
    )
    return [document], [clash], [event(clash)]


def _zamfara() -> Part:
    """Tell of an abduction whose victim is a private person."""
    text = (
        f"Gunmen seized {PRIVATE_NAME}, a pupil, from a house in Tsafe on Sunday. Neighbours said Dantata was led away "
        "on foot towards the forest."
    )
    document = report(
        "nigeria/hauwa-dantata-seized.txt",
        text,
        title=f"{PRIVATE_NAME} seized in Tsafe",
        outlet="Gusau Post",
        published="2025-02-03",
        url="https://gusau-post.example/hauwa-dantata-seized",
    )
    abduction = claim(
        document,
        text.split(". ", maxsplit=1)[0] + ".",
        "seized",
        "abduction",
        who=[party("Gunmen", document, "Gunmen")],
        whom=[party(PRIVATE_NAME, document, PRIVATE_NAME, private=True)],
        where=place("Tsafe", (11.95, 6.92), 8, "exact", "NG", "Zamfara"),
        when=time("2025-02-02"),
    )
    return [document], [abduction], [event(abduction)]


def _bamako() -> Part:
    """Tell of a threat without a known time, and a statement without a place."""
    document = report(
        "mali/threat.txt",
        "JNIM warned that it would attack every convoy bound for Bamako. A truce, the junta said, was out of question.",
        title="Convoys warned off",
        outlet="Sahel Letter",
    )
    threat = claim(
        document,
        "JNIM warned that it would attack every convoy bound for Bamako.",
        "attack",
        "attack_on_civilians",
        modality="threatened",
        who=[party("JNIM", document, "JNIM")],
        where=place("Bamako", (12.65, -8.0), 25, "near", "ML", "Bamako"),
    )
    statement = claim(
        document,
        "A truce, the junta said, was out of question.",
        "said",
        "statement",
        who=[party("Government of Mali", document, "the junta")],
        when=time("2025-02-01", "2025-02-05", "days"),
    )
    return [document], [threat, statement], [event(threat), event(statement)]


def _sagaing() -> Part:
    """Known to the country only, with no coordinates that a pin could stand on; and what may happen."""
    document = report(
        "myanmar/air.txt",
        "Jets bombed villages across Myanmar last week, the shadow government said. More raids may follow in Sagaing.",
        title="Week of raids",
        outlet="Irrawaddy Digest",
        published="2025-02-08",
    )
    raids = claim(
        document,
        "Jets bombed villages across Myanmar last week, the shadow government said.",
        "bombed",
        "air_strike",
        who=[party("Myanmar Air Force")],
        where=place("Myanmar", (21.0, 96.5), 900, "country", "MM", None),
        when=time("2025-01-27", "2025-02-02", "week"),
        sources=[Source("National Unity Government", None, "party", words(document, "the shadow government"))],
    )
    feared = claim(
        document,
        "More raids may follow in Sagaing.",
        "raids",
        "air_strike",
        modality="possible",
        where=place("Sagaing", None, None, "region", "MM", "Sagaing"),
        when=time("2025-02-08", "2025-02-20", "month"),
    )
    return [document], [raids, feared], [event(raids), event(feared)]


def _masisi() -> Part:
    """Fighting that goes on, and people who fled from it."""
    document = report(
        "drc/masisi.txt",
        "Fighting went on around Masisi on Wednesday between the army and M23. Some 4,000 people have fled since "
        "Monday, the UN said, quoting camp leaders.",
        title="Thousands flee Masisi",
        outlet="Kivu Matin",
        published="2025-02-06",
    )
    fighting = claim(
        document,
        "Fighting went on around Masisi on Wednesday between the army and M23.",
        "Fighting",
        "armed_clash",
        modality="ongoing",
        who=[party("Armed Forces of the DRC", document, "the army")],
        whom=[party("M23", document, "M23")],
        where=place("Masisi", (-1.4, 28.81), 20, "near", "CD", "North Kivu"),
        when=time("2025-02-05"),
    )
    flight = claim(
        document,
        "Some 4,000 people have fled since Monday, the UN said, quoting camp leaders.",
        "fled",
        "displacement",
        whom=[party("civilians", document, "people")],
        where=place("Masisi", (-1.4, 28.81), 40, "district", "CD", "North Kivu"),
        when=time("2025-02-03", "2025-02-06", "days"),
        figures=[count(document, "Some 4,000 people", "displaced", "civilian", 4000, 4000)],
        sources=[Source("OCHA", None, "un_body", words(document, "the UN"))],
    )
    return [document], [fighting, flight], [event(fighting), event(flight)]

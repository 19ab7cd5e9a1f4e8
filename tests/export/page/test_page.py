import re
from pathlib import Path

import pytest

from marsad.errors import ExportError
from marsad.export.page import write_page
from marsad.export.page.rows import CLAIMS_AN_EVENT, script_safe
from marsad.model import Issue
from tests.export.page.fake_record import (
    FakeRecord,
    claim,
    event,
    many,
    party,
    report,
)
from tests.export.page.reading import numbers_of, rows_of
from tests.export.page.wars import HOSTILE_TITLE, PRIVATE_NAME, sample


def test_head_tells_the_numbers_of_the_record(page: Path) -> None:
    assert numbers_of(page) == {
        "reports": "12",
        "outlets": "10",
        "origins": "10",
        "claims": "14",
        "events": "12",
        "disputed value": "1",
    }


def test_same_record_gives_the_same_bytes(page: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.html"
    write_page(sample(), again)
    assert again.read_bytes() == page.read_bytes()


def test_empty_record_gives_a_page(tmp_path: Path) -> None:
    write_page(FakeRecord((), (), ()), tmp_path / "empty.html")
    assert numbers_of(tmp_path / "empty.html")["events"] == "0"


def test_a_source_that_is_a_side_of_it_is_marked(page: Path) -> None:
    claims = [told for event in rows_of(page, "e") for told in event["claims"]]
    sources = {source["name"]: source["interest"] for told in claims for source in told["sources"]}
    assert sources["Russian defence ministry"] is True
    assert sources["OCHA"] is False


def test_marks_and_sentence_point_at_the_words_as_the_browser_counts(page: Path) -> None:
    passages = rows_of(page, "p")
    told = [told for event in rows_of(page, "e") for told in event["claims"]]
    triggers = set()
    for row in told:
        units = passages[row["p"]]["text"].encode("utf-16-le")
        start, end = next((start, end) for start, end, kind in row["marks"] if kind == "trigger")
        triggers.add(units[2 * start : 2 * end].decode("utf-16-le"))
        assert row["s"][0] <= start < end <= row["s"][1]
    assert {"hit", "struck", "seized", "clashed", "pull", "bombed", "fled"} <= triggers


def test_marks_after_a_character_outside_the_basic_plane(tmp_path: Path) -> None:
    text = "🕊🕊 Mortars hit Taiz."
    document = report("taiz.txt", text)
    record = FakeRecord((document,), (told := claim(document, "Mortars hit Taiz.", "hit", "shelling"),), (event(told),))
    write_page(record, tmp_path / "page.html")
    row = rows_of(tmp_path / "page.html", "e")[0]["claims"][0]
    assert row["marks"] == [[13, 16, "trigger"]]  # two characters of two units each, then 9
    assert row["s"] == [5, 22]


def test_copies_share_no_paragraph_but_claims_of_one_paragraph_do(page: Path) -> None:
    events = {event["type"]: event for event in rows_of(page, "e") if event["modality"] == "happened"}
    assert len({told["p"] for told in events["shelling"]["claims"]}) == 3
    assert len(rows_of(page, "p")) == 10
    assert len(rows_of(page, "d")) == 10


def test_values_name_their_claims_by_number_and_are_not_summed(page: Path) -> None:
    shelled = next(event for event in rows_of(page, "e") if event["type"] == "shelling")
    killed = next(f for f in shelled["figures"] if (f["measure"], f["who_class"]) == ("killed", "civilian"))
    told = [(shelled["claims"][v["claim"]]["figures"][0]["low"], v["low"]) for v in killed["values"]]
    assert sorted(told) == [(12, 12), (12, 12), (19, 19)]
    assert (killed["low"], killed["high"]) == (12, 19)
    assert sorted(n for value in shelled["disputes"][0]["values"] for n in value["claims"]) == [0, 1, 2]


def test_private_names_are_withheld_in_words_titles_and_addresses(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for part in PRIVATE_NAME.split():
        assert not re.search(rf"\b{part}\b", text, re.IGNORECASE)
    document = next(d for d in rows_of(page, "d") if d["outlet"] == "Gusau Post")
    assert document["url"] is None
    assert document["path"] is None


def test_private_names_are_withheld_in_the_list_of_problems(tmp_path: Path) -> None:
    issue = Issue("no_date", "“Amal Idris found” names no day.")
    document = report("mail/amal-idris.txt", "Police held Amal Idris.", issues=[issue])
    held = claim(document, document.text, "held", "arrest", whom=[party("Amal Idris", private=True)])
    write_page(FakeRecord((document,), (held,), (event(held),)), tmp_path / "page.html")
    (row,) = rows_of(tmp_path / "page.html", "x")
    assert row["path"] is None
    assert row["message"].endswith(" found” names no day.")
    assert "idris" not in (tmp_path / "page.html").read_text(encoding="utf-8").casefold()


def test_no_text_of_a_report_can_end_the_script(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert HOSTILE_TITLE not in text
    assert text.count("<script") == 3
    assert text.count("</script>") == 3
    assert any(d["title"] == HOSTILE_TITLE for d in rows_of(page, "d"))


@pytest.mark.parametrize("hostile", ["</script>", "<!--<script>", "&lt;", "\u2028\u2029", "\ud800"])
def test_rows_are_plain_text_to_any_parser(hostile: str) -> None:
    line = script_safe({"text": hostile})
    assert not set("<>&\u2028\u2029\n") & set(line)
    line.encode("utf-8")


def test_policy_allows_only_the_scripts_and_styles_of_the_page(page: Path) -> None:
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', page.read_text(encoding="utf-8"))
    assert found is not None
    policy = dict(part.split(" ", 1) for part in found[1].replace("&#39;", "'").split("; "))
    assert policy["default-src"] == "'none'"
    assert "unsafe" not in found[1]
    assert len(policy["script-src"].split()) == 2


def test_page_above_the_limit_holds_what_most_origins_tell_and_says_so(tmp_path: Path) -> None:
    write_page(sample(), tmp_path / "page.html", claim_limit=5)
    events = rows_of(tmp_path / "page.html", "e")
    assert len(events) == 3
    assert "shelling" in {event["type"] for event in events}  # two origins, three claims
    assert "3 of its 12 events are shown" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_event_of_very_many_claims_shows_some_and_counts_the_rest(tmp_path: Path) -> None:
    documents = [report(f"goma/{n}.txt", f"Shells hit Goma, report {n}.") for n in range(CLAIMS_AN_EVENT + 5)]
    told = [claim(document, document.text, "hit", "shelling") for document in documents]
    record = FakeRecord(
        tuple(sorted(documents, key=lambda d: d.id)), tuple(sorted(told, key=lambda c: c.id)), (event(*told),)
    )
    write_page(record, tmp_path / "page.html")
    (row,) = rows_of(tmp_path / "page.html", "e")
    assert (len(row["claims"]), row["more"]) == (CLAIMS_AN_EVENT, 5)


@pytest.mark.slow
def test_page_of_five_thousand_claims_stays_small(tmp_path: Path) -> None:
    write_page(many(5_000), tmp_path / "page.html")
    assert (tmp_path / "page.html").stat().st_size < 25_000_000


def test_page_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "report.html").mkdir()
    with pytest.raises(ExportError, match="cannot write"):
        write_page(sample(), tmp_path / "report.html")
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]

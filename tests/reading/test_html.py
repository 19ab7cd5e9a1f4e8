"""Pages as sites build them, written for these tests: what must be body, and what must not."""

import time

import pytest

from marsad.model import Document
from marsad.reading import read
from marsad.reading.raw import RawReport

FIRST = (
    "Shells hit a hospital in the city of Sumy on Thursday night, doctors said, and two patients were wounded by glass."
)
SECOND = (
    "The governor said that the shells came from across the border, and that the hospital had been moved to a school."
)
THIRD = "It was the third hospital to be hit in the region since the beginning of the year, the health ministry said."
STORY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
OTHER = "A mutiny in the barracks of a far capital left seven officers dead, the interior ministry said on Friday."
HEAD = "<title>Shells hit hospital in Sumy | Example Post</title>"


def page(body: str, head: str = HEAD) -> Document:
    html = f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return read(RawReport.of("a.html", html.encode(), "html"))


def words(doc: Document, *kinds: str) -> str:
    return "".join(doc.text[block.start : block.end] for block in doc.blocks if block.kind in kinds)


BESIDE = {
    "heading and list": f"<h3>Related</h3><ul><li><a href=x>{OTHER}</a></li></ul>",
    "heading and paragraphs": f"<h2>Top stories</h2><p>{OTHER}</p><p>{OTHER}</p>",
    "box with a heading that is no heading": f"<div><div>More on this story</div><div><p>{OTHER}</p></div></div>",
    "bold heading and paragraph": f"<p><strong>Most read</strong></p><p>{OTHER}</p>",
    "box by its class": f"<div class='c-related-stories'><p>{OTHER}</p></div>",
    "aside": f"<aside><p>{OTHER}</p></aside>",
    "newsletter": f"<div class=newsletter-signup><p>Get our newsletter. {OTHER}</p></div>",
    "caption": f"<figure><img src=x><figcaption>{OTHER} Photo: A. Sample</figcaption></figure>",
    "pointer": f"<p>Read more: {OTHER}</p>",
    "script": f"<script>document.write('<p>{OTHER}</p>')</script>",
    "comments": f"<section id=comments><p>{OTHER}</p></section>",
    "footer": f"<footer><p>{OTHER}</p></footer>",
}


@pytest.mark.parametrize("name", BESIDE)
def test_nothing_beside_the_story_is_body(name: str) -> None:
    doc = page(f"<main><article><h1>Shells hit hospital in Sumy</h1>{STORY}{BESIDE[name]}</article></main>")
    story = words(doc, "body")
    assert OTHER not in story
    assert [part for part in (FIRST, SECOND, THIRD) if part not in story] == []


@pytest.mark.parametrize("name", ["heading and list", "box by its class", "aside", "newsletter", "caption", "pointer"])
def test_the_story_goes_on_behind_a_box(name: str) -> None:
    doc = page(
        f"<article><h1>Sumy hospital hit</h1><p>{FIRST}</p>{BESIDE[name]}<p>{SECOND}</p><p>{THIRD}</p></article>"
    )
    story = words(doc, "body")
    assert OTHER not in story
    assert [part for part in (FIRST, SECOND, THIRD) if part not in story] == []


def test_text_is_the_title_and_the_paragraphs_with_blank_lines_between() -> None:
    doc = page(f"<h1>Shells hit hospital in Sumy</h1>{STORY}")
    assert doc.text == f"Shells hit hospital in Sumy\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}"
    assert [block.kind for block in doc.blocks] == ["title", "body"]
    assert doc.title == "Shells hit hospital in Sumy"


def test_paragraphs_made_of_line_breaks_stand_apart() -> None:
    doc = page(f"<div>{FIRST}<br><br>{SECOND}<br/> <br/>{THIRD}<br><br>Follow us on Telegram</div>")
    assert words(doc, "body").split("\n\n")[:3] == [FIRST, SECOND, THIRD]
    assert "Telegram" not in words(doc, "body")


def test_a_story_in_a_box_with_the_name_of_a_side_box_is_kept() -> None:
    assert FIRST in words(page(f"<div class='content share-enabled'><div class='widget'>{STORY}</div></div>"), "body")


HEADS = [
    (
        '<meta property="article:published_time" content="2024-05-03T10:20:00+02:00">',
        "2024-05-03",
        "article:published_time",
    ),
    (
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-04-15"}</script>',
        "2023-04-15",
        "date",
    ),
    (
        '<script type="application/ld+json">{"@graph":[{"datePublished":"2023-04-16"}]}</script>',
        "2023-04-16",
        "datePublished",
    ),
    ("<meta content='3 May 2022' name=pubdate>", "2022-05-03", "pubdate"),
    ("<time datetime='2021-02-01T00:00Z'>yesterday</time>", "2021-02-01", "time"),
    ('<link rel="canonical" href="https://x.example/2020/11/04/tigray">', "2020-11-04", "address"),
]


@pytest.mark.parametrize(("head", "day", "basis"), HEADS)
def test_day_of_publication_in_the_head(head: str, day: str, basis: str) -> None:
    published = page(STORY, HEAD + head).published
    assert published is not None
    assert published.start.isoformat() == published.end.isoformat() == day
    assert basis in published.basis


def test_the_day_of_a_change_is_not_that_of_publication() -> None:
    assert page(STORY, HEAD + '<meta property="article:modified_time" content="2024-05-03">').published is None


TODAY = [
    "<header><a href=/>Example Post</a><p>Friday, 20 November 2026</p></header>",
    "<div class=topbar>Friday, 20 November 2026</div>",
    "<div class='masthead current-date'>Friday, 20 November 2026</div>",
]


@pytest.mark.parametrize("head", TODAY)
def test_the_day_on_which_a_page_was_saved_is_not_that_of_publication(head: str) -> None:
    story = f"<h1>Shells hit hospital in Sumy</h1>{STORY}"
    assert page(f"{head}{story}").published is None
    dated = page(f"{head}<article><header><p>3 May 2024</p></header>{story}</article>").published
    assert dated is not None
    assert dated.start.isoformat() == "2024-05-03"


def test_a_page_of_several_stories_is_read_for_its_own_day() -> None:
    times = "<div><time datetime=2026-11-20>now</time> <a>Talks fail</a> <time datetime=2026-11-19>then</time></div>"
    own = "<time class=updated datetime=2024-05-05>5 May</time><time class=published datetime=2024-05-03>3 May</time>"
    story = f"<h1>Shells hit hospital in Sumy</h1>{own}{STORY}"
    published = page(times + story).published
    assert published is not None
    assert published.start.isoformat() == "2024-05-03"
    assert page(f"{times}<h1>Shells hit hospital in Sumy</h1>{STORY}").published is None


def test_a_later_change_is_told_with_the_day_of_publication() -> None:
    head = '<meta property="article:published_time" content="2024-05-03"><meta property="article:modified_time"'
    published = page(STORY, f'{HEAD}{head} content="2024-05-09T08:00:00Z">').published
    assert published is not None
    assert published.start.isoformat() == "2024-05-03"
    assert published.basis.endswith("“2024-05-03”; it was changed on 2024-05-09")


def test_paragraphs_that_an_advertisement_tears_apart_are_mended() -> None:
    torn = f"<p>{FIRST[:60]}<div class=ad-slot><p>{OTHER}</p></div>{FIRST[60:]}</p>"
    story = words(page(f"<article><h1>Sumy hospital hit</h1>{torn}<p>{SECOND}</p><p>{THIRD}</p></article>"), "body")
    assert FIRST in " ".join(story.split())
    assert OTHER not in story


def test_a_story_that_only_the_head_of_the_page_holds() -> None:
    whole = f'{{"@type":"NewsArticle","articleBody":"{FIRST}\\n{SECOND}\\n{THIRD}"}}'
    linked = f'<script type="application/ld+json">{whole}</script>'
    doc = page(f"<h1>Shells hit hospital in Sumy</h1><p>{FIRST}</p><p>Subscribe to read on</p>", HEAD + linked)
    assert [part for part in (FIRST, SECOND, THIRD) if part not in words(doc, "body")] == []
    other = linked.replace(FIRST, OTHER)
    assert OTHER not in page(f"<article><h1>Sumy hospital hit</h1>{STORY}</article>", HEAD + other).text


def test_rows_of_a_table_keep_day_and_place_with_what_happened() -> None:
    row = "<tr><td>3 May 2024</td><td>Sumy</td><td>Two shells hit the bus station</td></tr>"
    table = f"<table><tr><th>Day</th><th>Where</th></tr>{row}</table>"
    doc = page(f"<article><h1>Incidents of the week</h1>{STORY}{table}</article>")
    assert "3 May 2024: Sumy: Two shells hit the bus station" in words(doc, "body")


def test_site_address_and_language() -> None:
    doc = page(
        STORY, '<meta property="og:site_name" content="Example Post"><link rel=canonical href="https://e.example/a">'
    )
    assert (doc.outlet, doc.url, doc.language) == ("Example Post", "https://e.example/a", "en")


def test_a_known_outlet_bears_the_name_of_the_table() -> None:
    assert page(STORY, '<meta property="og:site_name" content="BBC News">').outlet == "BBC"
    assert page(STORY, '<link rel=canonical href="https://www.theguardian.com/x">').outlet == "The Guardian"


HOSTILE = {
    "deep": "<div>" * 100_000 + FIRST + "</div>" * 100_000,
    "deep and unclosed": "<b>" * 200_000 + FIRST,
    "many elements": f"<p>{FIRST}</p>" * 40_000,
    "half tags": FIRST + "<a" * 500_000,
    "comments never closed": f"<p>{FIRST}</p>" + "<!--" * 200_000,
    "scripts never closed": f"<p>{FIRST}</p>" + "<script" * 200_000,
    "attributes": f"<p>{FIRST}</p><meta {'a=' * 100_000}>",
    "attributes that differ": "<p " + " ".join(f"a{number}" for number in range(200_000)) + f">{FIRST}</p>",
    "tags in attributes": "<p " + " ".join(f'a{number}=">"' for number in range(60_000)) + f">{FIRST}</p>",
    "quotes never closed": f"<p>{FIRST}</p>" + "<p a='" * 100_000,
    "linked data": f'<p>{FIRST}</p><script type="application/ld+json">{"[" * 200_000}</script>',
    "breaks": f"<p>{FIRST}</p>" + "<br>" * 200_000,
    "entities": f"<p>{FIRST}{'&amp;' * 200_000}</p>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_are_read_in_bounded_time(name: str) -> None:
    start = time.process_time()
    doc = page(HOSTILE[name])
    assert time.process_time() - start < 10
    assert FIRST[:60] in doc.text or doc.issues


def test_a_page_too_deep_is_read_without_its_tags_and_says_so() -> None:
    doc = page(HOSTILE["deep"])
    assert [issue.code for issue in doc.issues] == ["markup_stripped"]
    assert FIRST in doc.text


@pytest.mark.parametrize("html", ["<html></html>", "<p>", "<!-- -->", "<script>x</script>", "&nbsp;"])
def test_a_page_without_text_is_empty(html: str) -> None:
    doc = read(RawReport.of("a.html", html.encode(), "html"))
    assert doc.text == ""
    assert [issue.code for issue in doc.issues] == ["empty"]

"""The page in a real browser."""

from contextlib import suppress
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.common.exceptions import TimeoutException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select, WebDriverWait

from tests.export.page.browser import ask, complaints, open_page, requests
from tests.export.page.wars import HOSTILE_TITLE, sample

pytestmark = pytest.mark.browser

Driver = webdriver.Chrome


def event_id(type: str, modality: str = "happened") -> str:
    return next(event.id for event in sample().all_events if (event.type, event.modality) == (type, modality))


def heading(driver: Driver, type: str, modality: str = "happened") -> WebElement:
    return driver.find_element(By.CSS_SELECTOR, f"#{event_id(type, modality)} .open")


def titles(driver: Driver) -> list[str]:
    """Read in one step, since the list may be drawn anew in between."""
    listed: list[str] = ask(driver, "[...document.querySelectorAll('.event .type')].map(e => e.textContent)")
    return listed


def wait_for_titles(driver: Driver, *expected: str) -> None:
    with suppress(TimeoutException):
        WebDriverWait(driver, 5).until(lambda d: titles(d) == list(expected))
    assert titles(driver) == list(expected)


def attribute(element: WebElement, name: str) -> str:
    return element.get_attribute(name) or ""


def choose(driver: Driver, field: str, label: str) -> None:
    Select(driver.find_element(By.NAME, field)).select_by_visible_text(label)


def test_draws_everything_without_a_request_or_a_complaint(driver: Driver, page: Path) -> None:
    open_page(driver, page)
    assert len(titles(driver)) == 12
    assert driver.find_elements(By.CSS_SELECTOR, "#map path.land")
    assert driver.find_elements(By.CSS_SELECTOR, "#timeline .tick")
    heading(driver, "shelling").click()
    assert requests(driver) == [page.as_uri()]
    assert complaints(driver) == []


def test_click_on_an_event_shows_its_sentences_with_their_words_marked(driver: Driver, page: Path) -> None:
    open_page(driver, page)
    heading(driver, "shelling").click()
    panel = driver.find_element(By.CSS_SELECTOR, f"#{event_id('shelling')} .panel")
    sentences = [element.text for element in panel.find_elements(By.CSS_SELECTOR, ".sentence")]
    assert len(sentences) == 3
    assert any(s.startswith("Shells hit the Sabreen market") for s in sentences)
    marked = {(m.get_attribute("class"), m.text) for m in panel.find_elements(By.CSS_SELECTOR, ".sentence mark")}
    assert {("trigger", "hit"), ("figure", "12 civilians"), ("source", "the doctors' network")} <= marked
    assert "At least 19 people" in {words for kind, words in marked if kind == "figure"}


def test_disputed_figures_stand_side_by_side_unsummed(driver: Driver, page: Path) -> None:
    open_page(driver, page)
    head = driver.find_element(By.CSS_SELECTOR, f"#{event_id('shelling')} .head")
    assert "killed 12–19 or more (civilians)" in head.text
    contested = " ".join(head.find_element(By.CSS_SELECTOR, ".contested").text.split())
    doctors, ministry = "(Sudan Doctors' Network)", "(Khartoum State Ministry of Health)"
    assert contested == f"disputed Killed: Civilians 12 {doctors} against at least 19 {ministry}"
    assert "3 reports" in head.text
    assert "2 origins" in head.text
    heading(driver, "shelling").click()
    panel = driver.find_element(By.CSS_SELECTOR, f"#{event_id('shelling')} .panel")
    assert [r.text.split()[0] for r in panel.find_elements(By.CSS_SELECTOR, ".rival")] == ["12", "at"]
    assert "43" not in panel.text  # 12 + 12 + 19
    assert "31 or" not in panel.text
    assert "the same text" in attribute(panel.find_element(By.CSS_SELECTOR, ".reasons"), "textContent")


def test_an_event_tells_its_sentence_and_who_says_so_before_it_is_opened(driver: Driver, page: Path) -> None:
    open_page(driver, page)
    told = " ".join(driver.find_element(By.CSS_SELECTOR, f"#{event_id('shelling')} .head").text.split())
    assert "according to Khartoum State Ministry of Health, Sudan Doctors' Network" in told
    assert "“At least 19 people died when artillery struck a market in Omdurman" in told
    denied = driver.find_element(By.XPATH, "//*[contains(@class, 'm-denied') and contains(@class, 'event')]")
    assert "according to Russian defence ministry a side of it" in " ".join(denied.text.split())


def test_a_figure_tells_how_it_is_worded(driver: Driver, page: Path) -> None:
    open_page(driver, page)
    for type_ in ("shelling", "displacement"):
        heading(driver, type_).click()
    slots = [" ".join(slot.text.split()) for slot in driver.find_elements(By.CSS_SELECTOR, ".slots div")]
    assert "displaced 4,000 civilians (about) “Some 4,000 people”" in slots
    assert "killed at least 19 civilians “At least 19 people”" in slots
    assert any(slot.endswith("(part of another figure) “Three children”") for slot in slots)


@pytest.mark.parametrize(
    ("field", "label", "expected"),
    [
        ("type", "Armed clash (2)", ["Armed clash", "Armed clash"]),
        ("modality", "Planned (1)", ["Withdrawal"]),
        ("modality", "Denied (1)", ["Air or drone strike"]),
        ("party", "Armed Forces of Russia (2)", ["Territory captured", "Air or drone strike"]),
        ("place", "باجل (1)", ["Armed clash"]),
        ("place", "all of Nigeria (1)", ["Abduction or forced disappearance"]),
        ("place", "named, but not on the map (1)", ["Air or drone strike"]),
        ("place", "no place told (1)", ["Statement"]),
    ],
)
def test_filters_by_choice(driver: Driver, page: Path, field: str, label: str, expected: list[str]) -> None:
    open_page(driver, page)
    choose(driver, field, label)
    wait_for_titles(driver, *expected)
    assert f"{len(expected)} of 12 events pass" in driver.find_element(By.ID, "status").text


def test_filters_by_words_without_regard_to_accents_or_case(driver: Driver, page: Path) -> None:
    open_page(driver, page)
    words = driver.find_element(By.NAME, "text")
    words.send_keys("cucuta HOY")
    wait_for_titles(driver, "Withdrawal")
    words.clear()
    words.send_keys("ambulances moon")
    wait_for_titles(driver)
    assert "No event passes" in driver.find_element(By.ID, "list").text


def test_filters_by_time_leave_out_what_has_none(driver: Driver, page: Path) -> None:
    open_page(driver, page)
    driver.execute_script(
        "const f = document.getElementById('f-to'); f.value = '2025-01-31';"
        "f.dispatchEvent(new Event('input', {bubbles: true}))"
    )
    wait_for_titles(driver, "Territory captured", "Air or drone strike")
    driver.find_element(By.CSS_SELECTOR, "#filters button[type=reset]").click()
    WebDriverWait(driver, 5).until(lambda d: len(titles(d)) == 12)


def test_filters_disputed_only_and_order(driver: Driver, page: Path) -> None:
    open_page(driver, page)
    choose(driver, "order", "most origins first")
    WebDriverWait(driver, 5).until(lambda d: titles(d)[0].startswith("Shelling"))
    driver.find_element(By.NAME, "disputed").click()
    wait_for_titles(driver, "Shelling, artillery or missile attack")


def test_only_what_happened_looks_as_if_it_had(driver: Driver, page: Path) -> None:
    open_page(driver, page)
    for event in sample().all_events:
        article = driver.find_element(By.ID, event.id)
        real = event.modality in {"happened", "ongoing"}
        assert ("unreal" in attribute(article, "class").split()) == (not real)
        assert bool(article.find_elements(By.CSS_SELECTOR, ".open .mark .full")) == real
        assert article.find_element(By.CSS_SELECTOR, ".head .modality").text == event.modality
    unreal = driver.find_elements(By.CSS_SELECTOR, "#timeline .tick.unreal")
    assert unreal
    assert all("(" in attribute(tick, "aria-label") for tick in unreal)


def test_no_pin_for_what_is_known_to_the_province_or_country_only(driver: Driver, page: Path) -> None:
    open_page(driver, page)
    assert len(driver.find_elements(By.CSS_SELECTOR, "#map .area")) == 2
    assert len(driver.find_elements(By.CSS_SELECTOR, "#map .pin")) == 7
    assert len(driver.find_elements(By.CSS_SELECTOR, "#map .reach")) == 7
    assert "2 events placed only in an area; 2 not on the map" in driver.find_element(By.ID, "places").text


def test_place_on_the_map_leads_to_its_events(driver: Driver, page: Path) -> None:
    open_page(driver, page)
    choose(driver, "party", "Rapid Support Forces (1)")
    WebDriverWait(driver, 5).until(lambda d: len(d.find_elements(By.CSS_SELECTOR, "#map .pin")) == 1)
    driver.execute_script(
        "const click = new MouseEvent('click', {bubbles: true, clientX: 300, clientY: 500});"
        "document.querySelector('#map .pin').dispatchEvent(click)"
    )
    WebDriverWait(driver, 5).until(lambda d: d.find_elements(By.CSS_SELECTOR, ".leaflet-popup li button"))
    driver.find_element(By.CSS_SELECTOR, ".leaflet-popup li button").click()
    assert heading(driver, "shelling").get_attribute("aria-expanded") == "true"
    assert ask(driver, "location.hash") == f"#{event_id('shelling')}"


def test_address_keeps_the_open_event(driver: Driver, page: Path) -> None:
    open_page(driver, page, hash=f"#{event_id('abduction')}")
    assert heading(driver, "abduction").get_attribute("aria-expanded") == "true"
    heading(driver, "abduction").click()
    assert ask(driver, "location.hash") == ""
    heading(driver, "displacement").click()
    assert ask(driver, "location.hash") == f"#{event_id('displacement')}"


def test_names_of_private_persons_are_nowhere(driver: Driver, page: Path) -> None:
    open_page(driver, page, hash=f"#{event_id('abduction')}")
    panel = driver.find_element(By.ID, event_id("abduction"))
    assert "Gunmen seized name withheld, a pupil" in panel.text
    assert "Neighbours said name withheld was led away" in panel.text
    assert "name withheld seized in Tsafe" in panel.text
    assert "antata" not in page.read_text(encoding="utf-8").casefold()


def test_hostile_title_stays_text(driver: Driver, page: Path) -> None:
    open_page(driver, page)
    choose(driver, "place", "باجل (1)")
    wait_for_titles(driver, "Armed clash")
    driver.find_element(By.CSS_SELECTOR, ".event .open").click()
    headline = driver.find_element(By.CSS_SELECTOR, ".headline")
    assert headline.get_attribute("textContent") == HOSTILE_TITLE
    assert not headline.find_elements(By.TAG_NAME, "a")
    assert ask(driver, "window.attacked === undefined")
    assert complaints(driver) == []


def test_names_from_right_to_left_are_isolated(driver: Driver, page: Path) -> None:
    open_page(driver, page)
    isolated = {e.text for e in driver.find_elements(By.CSS_SELECTOR, ".event bdi[dir=auto]")}
    assert {"باجل", "أنصار الله"} <= isolated


def test_keyboard_reaches_the_events_and_walks_through_them(driver: Driver, page: Path) -> None:
    open_page(driver, page)
    driver.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    assert driver.switch_to.active_element.text == "Skip to the events"
    driver.switch_to.active_element.send_keys(Keys.ENTER)
    driver.find_element(By.CSS_SELECTOR, ".open").send_keys(Keys.ARROW_DOWN)
    second = driver.find_elements(By.CSS_SELECTOR, ".open")[1]
    assert driver.switch_to.active_element == second
    second.send_keys(Keys.ENTER)
    assert second.get_attribute("aria-expanded") == "true"
    second.send_keys(Keys.ESCAPE)
    assert second.get_attribute("aria-expanded") == "false"


def test_keyboard_walks_along_the_timeline(driver: Driver, page: Path) -> None:
    open_page(driver, page)
    first = driver.find_element(By.CSS_SELECTOR, "#timeline .tick[tabindex='0']")
    driver.execute_script("arguments[0].focus()", first)
    driver.switch_to.active_element.send_keys(Keys.ARROW_RIGHT)
    following = driver.switch_to.active_element
    assert following != first
    name = following.get_attribute("data-event")
    following.send_keys(Keys.ENTER)
    assert driver.find_element(By.CSS_SELECTOR, f"#{name} .open").get_attribute("aria-expanded") == "true"


@pytest.mark.parametrize("width", [1400, 768, 400])
def test_nothing_scrolls_sideways(driver: Driver, page: Path, width: int) -> None:
    open_page(driver, page, width=width)
    for button in driver.find_elements(By.CSS_SELECTOR, ".open"):
        driver.execute_script("arguments[0].click()", button)
    driver.execute_script("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert ask(driver, "document.documentElement.scrollWidth") <= width


def test_problems_are_listed(driver: Driver, page: Path) -> None:
    open_page(driver, page)
    rows = [row.text for row in driver.find_elements(By.CSS_SELECTOR, "#problems tbody tr")]
    assert len(rows) == 2
    assert "broken/scan.pdf" in rows[0]
    assert "not read" in rows[0]
    assert "pictures only" in rows[0]
    assert "not read" not in rows[1]


def test_paper_shows_every_event_opened(driver: Driver, page: Path) -> None:
    open_page(driver, page)
    driver.execute_script("dispatchEvent(new Event('beforeprint'))")
    assert ask(driver, "document.querySelectorAll('.panel:not([hidden]) .sentence').length") == 14
    driver.execute_script("dispatchEvent(new Event('afterprint'))")
    assert ask(driver, "document.querySelectorAll('.panel:not([hidden])').length") == 0

"""A real browser for the tests of the page: Chromium without a window, and what it did meanwhile."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
SWITCHES = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)


@contextmanager
def browser(profile: Path) -> Iterator[webdriver.Chrome]:
    """Start Chromium with a fresh profile and end it afterwards."""
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for switch in (*SWITCHES, f"--user-data-dir={profile}"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    try:
        yield driver
    finally:
        driver.quit()


def open_page(driver: webdriver.Chrome, path: Path, *, width: int = 1400, hash: str = "") -> None:
    """Load the page anew at the given width and wait until it is drawn."""
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    driver.get("about:blank")
    _log(driver, "browser")
    _log(driver, "performance")
    driver.get(path.as_uri() + hash)
    WebDriverWait(driver, 20).until(lambda d: d.execute_script("return 'ready' in document.documentElement.dataset"))


def requests(driver: webdriver.Chrome) -> list[str]:
    """Return the addresses asked for since the page was opened, except for those of the page's own data."""
    messages = (json.loads(entry["message"])["message"] for entry in _log(driver, "performance"))
    addresses = (m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent")
    return [address for address in addresses if urlsplit(address).scheme not in {"data", "about"}]


def complaints(driver: webdriver.Chrome) -> list[str]:
    """Return what the browser logged since the page was opened."""
    return [entry["message"] for entry in _log(driver, "browser")]


def ask(driver: webdriver.Chrome, expression: str) -> Any:
    """Evaluate an expression in the page."""
    return driver.execute_script(f"return ({expression})")


def _log(driver: webdriver.Chrome, kind: str) -> list[dict[str, Any]]:
    """Return what came in since the last call."""
    entries: list[dict[str, Any]] = driver.get_log(kind)  # type: ignore[no-untyped-call]
    return entries

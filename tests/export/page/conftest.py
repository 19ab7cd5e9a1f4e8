from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver

from marsad.export.page import write_page
from tests.export.page.browser import CHROMIUM, DRIVER, browser
from tests.export.page.wars import sample


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page of the sample record."""
    path = tmp_path_factory.mktemp("page") / "report.html"
    write_page(sample(), path)
    return path


@pytest.fixture(scope="session")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """One browser for all tests; each opens the page anew."""
    if CHROMIUM is None or DRIVER is None:
        pytest.skip("no Chromium here")
    with browser(tmp_path_factory.mktemp("profile")) as started:
        yield started

"""Whole reports as outlets, lists and crawlers give them: nothing of the body lost, nothing else in it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from marsad.model import Document
from marsad.reading import find, read

DATA = Path(__file__).parent / "data"
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load((DATA / "reports.yaml").read_bytes())


def document(name: str) -> Document:
    (raw,) = find([DATA / "reports" / name])
    return read(raw)


def story(doc: Document) -> str:
    return " ".join(
        " ".join(doc.text[block.start : block.end].split()) for block in doc.blocks if block.kind in ("title", "body")
    )


def test_every_report_is_tried() -> None:
    assert sorted(EXPECTED) == sorted(path.name for path in (DATA / "reports").iterdir())


@pytest.mark.parametrize("name", EXPECTED)
def test_the_story_is_whole_and_alone(name: str) -> None:
    told = story(document(name))
    assert [words for words in EXPECTED[name]["body"] if " ".join(words.split()) not in told] == []
    assert [words for words in EXPECTED[name].get("beside", ()) if words in told] == []


@pytest.mark.parametrize("name", EXPECTED)
def test_what_is_known_of_the_report(name: str) -> None:
    expected, doc = EXPECTED[name], document(name)
    assert doc.title == expected.get("title")
    assert doc.outlet == expected.get("outlet", doc.outlet)
    assert doc.url == expected.get("url", doc.url)
    assert list(doc.agencies) == expected.get("agencies", [])
    assert (doc.published.start.isoformat() if doc.published else None) == expected.get("published")
    assert [issue.code for issue in doc.issues] == expected.get("issues", [])

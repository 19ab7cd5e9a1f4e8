"""Short reports of several wars, read and merged by the whole program: what looks alike and is not one, and what is.

Finding every claim is the extractor's affair, so that of the pairs that tell one event some may stay two; that two
events become one is never right.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from marsad.extract import default_extractor
from marsad.merge import merge
from marsad.model import Document, Published, ResolvedClaim
from marsad.resolve import Resolver
from tests.merge.factory import report

CASES = yaml.safe_load((Path(__file__).parent / "data" / "look_alikes.yaml").read_text(encoding="utf-8"))
JOINED = 0.85
"""Share of the pairs of one event that are found to be one."""

Read = tuple[Document, tuple[ResolvedClaim, ...]]
Reading = Callable[[list[Any], str], Read]


@pytest.fixture(scope="module")
def reading() -> Reading:
    extractor, resolver = default_extractor(), Resolver.default()

    def read(told: list[Any], outlet: str) -> Read:
        published, text = told
        document = report(text.strip(), outlet=outlet, published=published)
        assert isinstance(published, date)
        assert document.published == Published(published, published, "given with the report")
        return document, tuple(resolver.resolve(document, extractor.extract(document)))

    return read


def merged(reading: Reading, case: dict[str, Any]) -> bool:
    """Say whether any event holds claims of both reports."""
    left, right = reading(case["left"], "Left"), reading(case["right"], "Right")
    events = merge([*left[1], *right[1]], [left[0], right[0]]).events
    return any(event.documents > 1 for event in events)


@pytest.mark.parametrize("case", CASES["apart"], ids=[case["name"] for case in CASES["apart"]])
def test_look_alikes_stay_apart(reading: Reading, case: dict[str, Any]) -> None:
    assert not merged(reading, case)


def test_one_event_in_two_wordings_is_one(reading: Reading) -> None:
    missed = [case["name"] for case in CASES["join"] if not merged(reading, case)]
    assert 1 - len(missed) / len(CASES["join"]) >= JOINED, missed

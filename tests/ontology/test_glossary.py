from pathlib import Path

import pytest

from marsad.ontology import load

GLOSSARY = Path(__file__).parents[2] / "docs" / "glossary.md"


@pytest.mark.parametrize(
    "vocabulary",
    [
        "event_types",
        "measures",
        "modalities",
        "victim_classes",
        "actor_kinds",
        "source_kinds",
        "place_precisions",
        "time_precisions",
        "wordings",
        "grades",
        "figure_rules",
        "relations",
    ],
)
def test_the_glossary_names_every_code(vocabulary: str) -> None:
    text = GLOSSARY.read_text(encoding="utf-8")
    assert [code for code in getattr(load(), vocabulary) if f"`{code}`" not in text] == []

"""Which way a time points, by the words around it."""

import pytest

from marsad.resolve.times.tense import is_past, tells_of_the_future

AHEAD = [
    "The talks will open on [Friday].",
    "A convoy is due to leave Gao on [Friday].",
    "The vote was scheduled for [Friday].",
    "On [Friday], envoys will fly to Juba.",
    "The cabinet agreed to meet on [Friday].",
    "The court gave the garrison [until Friday].",
    "A new truce, effective [Friday], was signed.",
    "Gen. P. Sesay, 52, will succeed Col. J. Koroma [in May].",
    "The ceasefire would be renewed in [May].",
    "Nothing but a decision by [May].",
]
OVER = [
    "Shells fell on [Friday].",
    "The town was shelled on [Friday].",
    "The deadline had been due to pass on [Friday].",
    "They refused to leave on [Friday].",
    "He said on [Friday] that talks will open.",
    "They will bury the dead of [Friday]'s raid.",
    "Talks will open. Shells fell on [Friday].",
    "On [Friday], gunmen raided the camp.",
    "The army held the bridge [until Friday].",
    "Gunmen [Friday]",
]


@pytest.mark.parametrize(("text", "ahead"), [(text, True) for text in AHEAD] + [(text, False) for text in OVER])
def test_direction(text: str, ahead: bool) -> None:  # noqa: FBT001 - a case, no switch
    start, end = text.index("["), text.index("]") - 1
    assert tells_of_the_future(text.replace("[", "").replace("]", ""), start, end) is ahead


def test_verbs_of_the_past() -> None:
    assert all(map(is_past, ("seized", "Fled", "struck", "swept")))
    assert not any(map(is_past, ("strike", "explosion", "seizing", "")))


def test_long_text_without_a_verb_is_looked_at_nearby_only() -> None:
    text = "will " * 100_000 + "Friday"
    assert tells_of_the_future(text, len(text) - 6, len(text))

"""The language of a text, as an ISO 639-1 code where there is one."""

from marsad.reading.plain import words

SAMPLE = 4_000
"""Characters that are looked at."""

ENGLISH = frozenset("the of and to was were said that with by from has have been which".split())
"""Small words that no other language shares in numbers."""

SHARE = 0.12
"""Share of them from which a text is English; in English news it is about .2, in other languages under .03."""

LIKE_ENGLISH = frozenset(["pcm"])
"""What short English headlines are taken for: Nigerian Pidgin shares most of its words."""

MIN_WORDS = 6
"""Words below which a text is too short to tell."""


def language_of(text: str) -> str | None:
    """Return the language, or None when the text is too short to tell."""
    found = words(text[:SAMPLE].casefold())
    if len(found) < MIN_WORDS and len(text) < 30:
        return None
    if sum(word in ENGLISH for word in found) >= SHARE * len(found):
        return "en"
    return _classified(text[:SAMPLE])


def _classified(text: str) -> str:
    from py3langid import classify  # noqa: PLC0415 - takes a second, and English reports do without

    found = str(classify(text)[0])
    return "en" if found in LIKE_ENGLISH else found

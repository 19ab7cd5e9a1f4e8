"""Words that give away a line that is no part of the story: on any site, in any war.

The words and patterns are data (``data/signals.yaml``) and tried on a line without its marks
(:func:`marsad.reading.plain.plain`).
"""

import re
from functools import lru_cache
from importlib.resources import files
from itertools import islice
from typing import Any

import yaml

from marsad.reading.days import DATE, YEARLESS
from marsad.reading.plain import RECENT

LONG = 1500
"""Characters of a line that are looked at: legal text gives itself away at once."""

PARAGRAPH = 600
"""Characters from which one plea or one legal phrase does not make a whole paragraph furniture."""

MAX_LABEL = 5
"""Words that may stand beside a date in a line that only dates the report."""

_TABLE: dict[str, Any] = yaml.safe_load(files("marsad.reading").joinpath("data", "signals.yaml").read_bytes())
_DEFINITIONS: dict[str, str] = _TABLE["definitions"]


def _alternatives(folded: str) -> str:
    """Undo the folding of the table: alternatives are broken over lines after their bar."""
    return folded.replace("| ", "|").strip()


def _filled(pattern: str) -> str:
    for name, alternatives in _DEFINITIONS.items():
        pattern = pattern.replace(f"<<{name}>>", _alternatives(alternatives))
    return pattern


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{_filled(pattern)})" for pattern in patterns), re.IGNORECASE)


def _group(name: str) -> tuple[str, ...]:
    return tuple(_TABLE[name].splitlines())


_MENU = frozenset(_TABLE["menu"].split())
_MENU_LINKS = frozenset(_TABLE["menu_links"].split())
_LABELS = _any(rf"(?:{_alternatives(_TABLE['label_words'])})\s{{0,3}}[:|].{{0,200}}$", *_group("labels"))
_BYLINES = _any(*_group("bylines"))
_SIGNATURES = _any(*_group("signatures"))
_PICTURES = _any(*_group("pictures"))
_CAPTION_ENDS = _any(*_group("caption_ends"))
_SITE = _any(*_group("site"))
_ANYWHERE = _any(*_group("legal"), *_group("speaks_to_reader"))
_OTHER_STORIES = _any(rf"(?:{_alternatives(_TABLE['other_story_words'])})\s?[:»>…]{{0,3}}$", *_group("other_stories"))
_END_OF_OTHERS = _any(*_group("end_of_others"))
_COMMENT_HEADINGS = _any(*_group("comment_headings"))
_REPLIES = _any(*_group("replies"))
_POINTERS = _any(
    rf"(?:{_alternatives(_TABLE['pointer_words'])})\s{{0,2}}(?:[:|–—>»]|\.\.).{{1,300}}$", *_group("pointers")
)
_SHOUTED = re.compile(r"(?:READ|ALSO READ|READ ALSO|READ MORE|SEE ALSO|RELATED|WATCH|RECOMMENDED)\b.")

_NAME = r"(?:[A-ZÀ-ÞĀ-Ž][\w.'’-]*|al-[A-Z]\w*|de|van|von|bin|ibn|el|al|la|di|du|da)"
_BYLINE = re.compile(
    rf"(?:[Bb]y|BY):? {_NAME}(?:(?:,| and| &|/)? {_NAME}){{0,9}}(?: (?:in|for|at|from) {_NAME}(?:,? {_NAME}){{0,4}})?"
    r"(?:,? ?[|–—-] ?.{0,60}|, [^.]{0,60})?$"
)
_ABOUT_AUTHOR = re.compile(
    rf"(?:{_NAME} ){{1,6}}(?:is|was) (?:an?|the) [\w’', -]{{0,80}}\b(?i:reporter|correspondent|journalist|writer|editor"
    r"|producer|columnist|contributor|chief|photographer|photojournalist|freelancer|analyst|fellow|researcher)\b"
    r"(?:,? (?:for|at|with|based|covering|who|in|speciali[sz]ing)\b.{0,300})?\.?$"
    rf"|(?:{_NAME} ){{1,6}}(?:covers|reports (?:for|on)|writes (?:for|about)|is based in|tweets (?:at|as))\b.{{0,200}}$"
    rf"|{_NAME}(?: {_NAME}){{0,4}}(?:(?:,| and|, and) {_NAME}(?: {_NAME}){{0,4}}){{0,4}} reported from {_NAME}"
    r".{0,160}$"
    r"|Follow (?:him|her|them|@\w+|[^.]{1,40} on)\b.{0,160}$"
    r"|(?:He|She|They) (?:can be reached|tweets|is on (?:Twitter|X))\b.{0,120}$"
)
_ADDRESS = re.compile(
    r"<?(?:https?://|www\.)\S{1,2000}>?$"
    r"|\(?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}\)?\.?$"
    r"|[\w-]{2,40}(?:\.[\w-]{2,20}){0,3}\.(?:com|org|net|info|news|tv)(?:/\S{0,200})?$"
)
_EMPTY = re.compile(r"[\W_]*$")
_PHONE = re.compile(r"[+(]?\d[\d ()./-]{6,24}\d$")
_DATE = re.compile(DATE, re.IGNORECASE)
_BESIDE_DATE = frozenset(
    """a am and at by date for from gmt h hrs in m of on p pm st the th to utc
    à às de del el las le ore saat uhr um""".split()
)
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_LETTERS = re.compile(r"[^\W\d_]+")


def is_heading_of_others(line: str) -> bool:
    """Say whether the line heads a list of other stories.

    >>> is_heading_of_others("More from Africa"), is_heading_of_others("More than 30 killed")
    (True, False)
    """
    return len(line) <= 70 and _OTHER_STORIES.match(line) is not None


def is_end_of_others(line: str) -> bool:
    """Say whether the line closes a list of other stories, for those who listen to the page.

    >>> is_end_of_others("end of list")
    True
    """
    return len(line) <= 80 and _END_OF_OTHERS.match(line) is not None


def is_heading_of_comments(line: str) -> bool:
    """Say whether the line may head what readers wrote; it may also be a button that leads there.

    >>> is_heading_of_comments("12 Comments"), is_heading_of_comments("Comments by the minister drew anger")
    (True, False)
    """
    return len(line) <= 140 and _COMMENT_HEADINGS.match(line) is not None


def is_reply(line: str) -> bool:
    """Say whether the line stands among the comments of readers, above or below one.

    >>> is_reply("Musa says:"), is_reply("Reply")
    (True, True)
    """
    return len(line) <= 80 and _REPLIES.match(line) is not None


def is_pointer(line: str) -> bool:
    """Say whether the line points to one other story, which it names.

    >>> is_pointer("Read more: Talks on a truce collapse")
    True
    """
    return len(line) <= 350 and (_POINTERS.match(line) or _SHOUTED.match(line)) is not None


def is_signature(line: str) -> bool:
    """Say whether the line is how an editor signs, with initials or with the agencies that were used.

    >>> is_signature("ab/cd (AP, dpa)")
    True
    """
    return len(line) <= 200 and _SIGNATURES.match(line) is not None


def is_picture(line: str) -> bool:
    """Say whether the line credits or describes a picture.

    >>> is_picture("Image: Reuters/R. Name"), is_picture("A photo of the bridge shows two holes.")
    (True, False)
    """
    return len(line) <= 600 and (_PICTURES.match(line) or _CAPTION_ENDS.search(line)) is not None


def is_menu(line: str) -> bool:
    """Say whether the line is made of the words of menus and buttons alone.

    >>> is_menu("Home World Africa"), is_menu("Africa mourns")
    (True, False)
    """
    found = re.findall(r"\w[\w-]*", line.casefold()) if len(line) <= 200 else []
    return not _MENU.isdisjoint(found) and all(word in _MENU or word in _MENU_LINKS for word in found)


def is_dated_label(line: str) -> bool:
    """Say whether the line holds a date and hardly more: a place, an outlet, an author.

    >>> is_dated_label("Nile Courier, June 3, 2019"), is_dated_label("What the army said on 3 June 2019 of the dam")
    (True, False)
    """
    if len(line) > 120:
        return False
    left, dates = _DATE.subn(" ", line)
    left, days = YEARLESS.subn(" ", left) if not dates else (left, 0)
    dates += days
    found = _LETTERS.findall(left)
    return dates > 0 and len(found) <= MAX_LABEL and all(word[0].isupper() or word in _BESIDE_DATE for word in found)


@lru_cache(maxsize=RECENT)
def is_furniture(line: str) -> bool:
    """Say whether the line belongs to the page or the outlet, not to the story."""
    line = line[:LONG]
    patterns = (_EMPTY, _ADDRESS, _PHONE, _LABELS, _BYLINES, _BYLINE, _SIGNATURES, _SITE)
    if any(pattern.match(line) for pattern in patterns) or is_picture(line) or is_menu(line) or is_dated_label(line):
        return True
    hits = islice(_ANYWHERE.finditer(_QUOTED.sub(" ", line)), 2)
    return sum(1 for _ in hits) >= (1 if len(line) <= PARAGRAPH else 2)


def is_about_author(line: str) -> bool:
    """Say whether the line tells who the author is; meant for the end of a report."""
    return len(line) <= 500 and _ABOUT_AUTHOR.match(line) is not None

"""Whether two claims can lie in one time."""

from datetime import date, timedelta

from marsad.merge.digest import ClaimDigest
from marsad.merge.finding import Finding, unknown, weakened
from marsad.merge.phrasing import is_plural

LEAP_YEAR = 2000
"""Any year with a 29 February, to count days between months and days."""
VAGUE_DAYS = 366
"""A time of up to a year may only say roughly when ("last September"); a longer one is how long it went on."""
HISTORY = timedelta(days=14)
"""What a report tells as background is older than two weeks when it comes out."""
LONG_SINCE = timedelta(days=60)
"""Two reports may come out so far apart and the later one still take up what the earlier one told."""
FEW_DAYS = 3
RECURRING = frozenset({"ground", "demonstration", "movement", "population", "politics"})
"""Families of happenings that return or go on day by day, so that a day must be known to tell one from the next."""
LONG_DAYS = 10
"""From so many days on a time is a campaign or a vague word and tells little of a single happening."""


def compare_times(left: ClaimDigest, right: ClaimDigest) -> Finding:
    """Say whether the times are one, overlap or lie apart; a claim without a time is bounded by its publication.

    A time that a claim took from elsewhere in its report neither rules out nor proves much.
    """
    found = _compare(left, right)
    inferred = (left.claim.when and not left.own_time) or (right.claim.when and not right.own_time)
    return weakened(found) if inferred else found


def _compare_undated(left: ClaimDigest, right: ClaimDigest) -> Finding | None:
    """Compare where a year is missing; None when both claims have one, by their words or their publication."""
    if left.claim.when is None or right.claim.when is None:
        found = _compare_calendar_days(left, right)
        if found is not None:
            return found
    if left.window is not None and right.window is not None:
        return None
    if _seasons_apart(left, right):
        words = "when: the reports tell of other times of the year"
        return Finding("when", "differs", -4.0, words, veto=True, code="when: other season")
    words = "when: one claim has neither a time nor a day of publication"
    return unknown("when", words, -2.0, code="when: unknown")


def _compare(left: ClaimDigest, right: ClaimDigest) -> Finding:
    found = _compare_undated(left, right)
    if found is not None or left.window is None or right.window is None:
        return found or unknown("when", "when: nothing is known of it", code="when: unknown")
    if _shared_days(left.window, right.window) <= 0:
        if _is_of_old(left, right):
            words = "when: one report takes it up without saying when it was"
            return unknown("when", words, -1.0, code="when: of old")
        words = f"when: {_told(left.window)} and {_told(right.window)} do not meet"
        dated = left.claim.when is not None and right.claim.when is not None
        if dated and _in_one_night(left, right):
            return Finding("when", "differs", -1.5, f"{words}, but for one night", code="when: next day, by night")
        code = f"when: {'next day' if dated and _shared_days(left.window, right.window) == 0 else 'apart'}"
        return Finding("when", "differs", -4.0, words, veto=True, code=code)
    if left.claim.when is None or right.claim.when is None:
        between = _days_between_reports(left, right)
        weight, far = (-0.5, "a day") if between <= 1 else (-1.5, "days")
        neither = left.claim.when is None and right.claim.when is None
        code = f"when: known to {'neither' if neither else 'one'}, reports {far} apart"
        if left.family in RECURRING and right.family in RECURRING:
            code = "when: undated, of a kind that goes on for days"
        return unknown("when", "when: a time in one claim at most, days of publication allow it", weight, code=code)
    return _compare_overlapping(left, right, left.window, right.window)


def _in_one_night(left: ClaimDigest, right: ClaimDigest) -> bool:
    """Say whether one is of an evening or night, and the other of the next day, whose early hours are of that night."""
    if left.window is None or right.window is None or _shared_days(left.window, right.window) != 0:
        return False
    first, later = (left, right) if left.window < right.window else (right, left)
    return bool(first.hours & {"evening", "night"}) and later.hours <= {"morning"}


def _compare_overlapping(
    left: ClaimDigest, right: ClaimDigest, one: tuple[date, date], two: tuple[date, date]
) -> Finding:
    longest = max(_days(one), _days(two))
    if longest == 1:
        return Finding("when", "agrees", 2.0, f"when: both on {one[0]}", code="when: one day")
    if longest <= LONG_DAYS:
        code = f"when: {'days' if longest <= FEW_DAYS else 'a week'} in common"
        if longest > FEW_DAYS and RECURRING & {left.family, right.family}:
            code = "when: a week in common, of a kind that goes on for days"
        return Finding("when", "agrees", 1.0, f"when: {_told(one)} and {_told(two)} overlap", code=code)
    if one == two:
        return Finding("when", "agrees", 1.0, f"when: both {_told(one)}", code="when: one span")
    if _vague(left) or _vague(right):
        return Finding("when", "agrees", 0.5, f"when: {_told(one)} and {_told(two)} may be one", code="when: vague")
    return unknown("when", f"when: {_told(one)} and {_told(two)} overlap, vaguely", code="when: long")


def _is_of_old(left: ClaimDigest, right: ClaimDigest) -> bool:
    """Say whether "the attack" of one report, told without a time, may be what the other dates before it."""
    undated, dated = (left, right) if left.claim.when is None else (right, left)
    if undated.claim.when is not None or dated.claim.when is None or undated.window is None:
        return False
    if left.document.published is None or right.document.published is None:
        return False
    if abs(left.document.published[1] - right.document.published[1]) > LONG_SINCE:
        return False
    newest = undated.window[1] - (HISTORY if undated.claim.background else timedelta(0))
    return undated.reference in ("definite", "passing") and dated.claim.when.start <= newest


def _compare_calendar_days(left: ClaimDigest, right: ClaimDigest) -> Finding | None:
    """Compare month and day where one claim's year is not known."""
    if left.calendar_day is None or right.calendar_day is None:
        return None
    one, two = ("{:02}-{:02}".format(*day) for day in (left.calendar_day, right.calendar_day))
    if one == two:
        words = f"when: both on the {one} (month-day), a year in one report at most"
        return Finding("when", "agrees", 2.0, words, code="when: one calendar day")
    words = f"when: {one} against {two} (month-day)"
    return Finding("when", "differs", -4.0, words, veto=True, code="when: apart")


def _seasons_apart(left: ClaimDigest, right: ClaimDigest) -> bool:
    """Say whether a report without a year tells of days that lie well off the other claim's, whatever the year."""
    if (left.window is None) == (right.window is None):
        return False
    undated, dated = (left, right) if left.window is None else (right, left)
    season, window = undated.document.season, dated.window
    if season is None or window is None:
        return False
    days = [(date(LEAP_YEAR, *season) - date(LEAP_YEAR, day.month, day.day)).days for day in window]
    return min(min(abs(d), 366 - abs(d)) for d in days) > LONG_DAYS and days[0] * days[1] > 0


def compare_extent(left: ClaimDigest, right: ClaimDigest) -> Finding:
    """Totals and habits never are one with a single happening; history is not one with news."""
    if left.level is not None and right.level is not None and left.level != right.level:
        return Finding("extent", "differs", -4.0, "extent: many happenings against a single one", veto=True)
    if _sum_and_part(left, right) or _sum_and_part(right, left):
        words = "extent: many happenings against what is told as one"
        return Finding("extent", "differs", -4.0, words, veto=True)
    if _many_and_one(left, right) or _many_and_one(right, left):
        words = "extent: many happenings against what is told as one"
        return Finding("extent", "differs", -2.0, words, code="extent: many and one")
    if is_long(left) != is_long(right) and left.claim.when is not None and right.claim.when is not None:
        return Finding("extent", "differs", -4.0, "extent: a campaign against a single happening", veto=True)
    undated = left.claim.when is None or right.claim.when is None
    if left.claim.background != right.claim.background and undated and not _may_be_of_old(left, right):
        return Finding("extent", "differs", -4.0, "extent: history against news", veto=True)
    return unknown("extent", "extent: nothing tells them apart")


def _may_be_of_old(left: ClaimDigest, right: ClaimDigest) -> bool:
    """Say whether what one report tells as history is of the days of the other."""
    undated, dated = (left, right) if left.claim.when is None else (right, left)
    if dated.claim.when is None or undated.window is None or undated.claim.background:
        return _is_of_old(left, right)
    told = (dated.claim.when.start, dated.claim.when.end)
    return _shared_days(told, undated.window) > 0 or _is_of_old(left, right)


def _many_and_one(many: ClaimDigest, one: ClaimDigest) -> bool:
    return many.level == "series" and one.level is None and not is_plural(one.claim.trigger.text)


def _sum_and_part(many: ClaimDigest, one: ClaimDigest) -> bool:
    """Say whether one is a sum, and the other "the attack" of one day."""
    return _many_and_one(many, one) and one.reference in ("definite", "passing")


def is_long(digest: ClaimDigest) -> bool:
    """Say whether the claim tells of a campaign or habit, which never is one single happening.

    "Last September" is long as well, but only vague: the happening lies somewhere in it.
    """
    when = digest.claim.when
    return when is not None and _days((when.start, when.end)) > LONG_DAYS and not _vague(digest)


def _vague(digest: ClaimDigest) -> bool:
    """Say whether a long time only says in which month or year the happening lies."""
    when = digest.claim.when
    if when is None or when.mention is None or digest.lasting or digest.level == "series":
        return False
    if is_plural(digest.claim.trigger.text) and digest.reference == "bare":
        return False
    return when.precision in ("week", "month", "year") and LONG_DAYS < _days((when.start, when.end)) <= VAGUE_DAYS


def _days_between_reports(left: ClaimDigest, right: ClaimDigest) -> int:
    one, two = left.document.published, right.document.published
    return 0 if one is None or two is None else max(0, (two[0] - one[1]).days, (one[0] - two[1]).days)


def _shared_days(left: tuple[date, date], right: tuple[date, date]) -> int:
    return (min(left[1], right[1]) - max(left[0], right[0])).days + 1


def _days(window: tuple[date, date]) -> int:
    return (window[1] - window[0]).days + 1


def _told(window: tuple[date, date]) -> str:
    return f"{window[0]}" if window[0] == window[1] else f"{window[0]} to {window[1]}"

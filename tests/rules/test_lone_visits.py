"""Whether somebody on a visit is back, the minutes beside each boundary."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from placewell.rules.finding import Verdict
from placewell.rules.lone_visits import Out, back

LONDON = ZoneInfo("Europe/London")
BEGINS = datetime(2026, 6, 30, 14, tzinfo=LONDON)
EXPECTED = BEGINS + timedelta(hours=1)


@pytest.mark.parametrize(
    ("minutes_after", "verdict", "words"),
    [
        (-90, Verdict.NOT_DUE, "begins at 14:00, expected back by 15:00"),
        (0, Verdict.NOT_DUE, "out since 14:00, expected back by 15:00"),
        (60, Verdict.NOT_DUE, "out since 14:00"),
        (61, Verdict.NOT_MET, "expected back by 15:00, 1 minute ago, and not heard of"),
        (60 + 125, Verdict.NOT_MET, "2 hours and 5 minutes ago"),
        (60 + 120, Verdict.NOT_MET, "2 hours ago"),
        (60 + 26 * 60, Verdict.NOT_MET, "1 day ago"),
    ],
)
def test_from_the_beginning_to_long_after(minutes_after, verdict, words):
    found = back(visit=Out(BEGINS, EXPECTED), now=BEGINS + timedelta(minutes=minutes_after))
    assert found.verdict == verdict
    assert words in found.because


def test_seconds_after_are_told_without_a_nought():
    found = back(visit=Out(BEGINS, EXPECTED), now=EXPECTED + timedelta(seconds=5))
    assert "less than a minute ago" in found.because


def test_who_is_safe_is_safe_however_late():
    safe = Out(BEGINS, EXPECTED, safe_at=EXPECTED + timedelta(hours=3))
    found = back(visit=safe, now=EXPECTED + timedelta(hours=4))
    assert (found.verdict, found.because) == (Verdict.MET, "safe, heard at 18:00")


def test_what_was_called_off_is_never_overdue():
    off = Out(BEGINS, EXPECTED, is_called_off=True)
    assert back(visit=off, now=EXPECTED + timedelta(days=2)).verdict == Verdict.DOES_NOT_APPLY

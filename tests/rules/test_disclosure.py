"""What may be said to employers: the latest talk by then decides."""

from datetime import date

import pytest

from placewell.rules.disclosure import Talk, may_speak_about
from placewell.rules.finding import Verdict

YES, NO = Talk(date(2026, 3, 1), True), Talk(date(2026, 4, 1), False)


@pytest.mark.parametrize(
    ("talks", "on", "verdict"),
    [
        ([], date(2026, 5, 1), Verdict.NOT_RECORDED),
        ([YES], date(2026, 2, 28), Verdict.NOT_RECORDED),
        ([YES], date(2026, 3, 1), Verdict.MET),
        ([NO, YES], date(2026, 3, 31), Verdict.MET),
        ([YES, NO], date(2026, 4, 1), Verdict.NOT_MET),
        ([NO], date(2026, 4, 1), Verdict.NOT_MET),
    ],
)
def test_the_latest_talk_by_then_decides(talks, on, verdict):
    found = may_speak_about(talks=talks, on=on)
    assert found.verdict == verdict
    assert found.because

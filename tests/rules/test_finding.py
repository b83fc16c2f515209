from datetime import date

import pytest

from placewell.rules.finding import Finding, Verdict, said


def test_a_verdict_without_its_reason_is_refused():
    with pytest.raises(ValueError, match="because of what"):
        Finding(Verdict.MET, "  ")


def test_only_met_and_not_met_are_counted_in_a_share():
    counted = {verdict for verdict in Verdict if Finding(verdict, "so").is_counted}
    assert counted == {Verdict.MET, Verdict.NOT_MET}


def test_a_day_is_said_without_a_leading_nought():
    assert said(date(2026, 3, 2)) == "2 March 2026"

"""What may be said to employers: the latest talk by then decides, and what was said of one employer."""

from datetime import date

import pytest

from placewell.rules.disclosure import Talk, may_speak_about, refused_choice
from placewell.rules.finding import Verdict

MARCH, APRIL, MAY = date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1)
YES, NO = Talk(MARCH, True, "tell_some"), Talk(APRIL, False, "tell_some")
ROSE, LILY = 1, 2


@pytest.mark.parametrize(
    ("talks", "on", "verdict"),
    [
        ([], MAY, Verdict.NOT_RECORDED),
        ([YES], date(2026, 2, 28), Verdict.NOT_RECORDED),
        ([YES], MARCH, Verdict.MET),
        ([NO, YES], date(2026, 3, 31), Verdict.MET),
        ([YES, NO], APRIL, Verdict.NOT_MET),
        ([NO], APRIL, Verdict.NOT_MET),
        # Of two talks on one day, the later decides.
        ([Talk(MARCH, False, "tell_some"), YES], MARCH, Verdict.MET),
        ([YES, Talk(MARCH, False, "tell_some")], MARCH, Verdict.NOT_MET),
        # Who tells nobody, or has not decided, has agreed to no contact, whatever else was noted.
        ([Talk(MARCH, True, "tell_nobody")], MARCH, Verdict.NOT_MET),
        ([Talk(MARCH, True, "undecided")], MARCH, Verdict.NOT_MET),
        ([Talk(MARCH, True, "tell_all")], MARCH, Verdict.MET),
    ],
)
def test_the_latest_talk_by_then_decides(talks, on, verdict):
    for employer in (None, ROSE):
        found = may_speak_about(talks=talks, on=on, employer=employer)
        assert found.verdict == verdict
        assert found.because


@pytest.mark.parametrize(
    ("talks", "rose", "lily"),
    [
        # Only those named.
        ([Talk(MARCH, False, "tell_some", {ROSE: True})], Verdict.MET, Verdict.NOT_MET),
        # All but those named.
        ([Talk(MARCH, True, "tell_all", {ROSE: False})], Verdict.NOT_MET, Verdict.MET),
        # A yes stands with the talk in which it was said; a no until that employer is named again.
        ([Talk(MARCH, False, "tell_some", {ROSE: True}), NO], Verdict.NOT_MET, Verdict.NOT_MET),
        ([Talk(MARCH, True, "tell_some", {ROSE: False}), Talk(APRIL, True, "tell_all")], Verdict.NOT_MET, Verdict.MET),
        (
            [Talk(MARCH, True, "tell_some", {ROSE: False}), Talk(APRIL, True, "tell_some", {ROSE: True})],
            Verdict.MET, Verdict.MET,
        ),
        # No and nobody lock every employer, the named ones too.
        ([Talk(MARCH, False, "tell_nobody", {ROSE: True})], Verdict.NOT_MET, Verdict.NOT_MET),
        ([Talk(MARCH, False, "undecided", {ROSE: True})], Verdict.NOT_MET, Verdict.NOT_MET),
    ],
)  # fmt: skip
def test_what_was_said_of_one_employer_goes_before_employers_in_general(talks, rose, lily):
    assert may_speak_about(talks=talks, on=MAY, employer=ROSE).verdict == rose
    assert may_speak_about(talks=talks, on=MAY, employer=LILY).verdict == lily


def test_it_says_because_of_what():
    only = [Talk(MARCH, False, "tell_some", {ROSE: True})]
    assert "said yes to other employers only" in may_speak_about(talks=only, on=MAY, employer=LILY).because
    assert "agreed to this employer on 1 March 2026" in may_speak_about(talks=only, on=MAY, employer=ROSE).because
    never = [Talk(MARCH, True, "tell_some", {ROSE: False}), Talk(APRIL, True, "tell_all")]
    assert "on 1 March 2026 the person said no" in may_speak_about(talks=never, on=MAY, employer=ROSE).because


@pytest.mark.parametrize(
    ("choice", "may_contact", "named", "refused"),
    [
        ("tell_nobody", False, 0, False),
        ("tell_nobody", True, 0, True),
        ("undecided", False, 1, True),
        ("tell_some", True, 2, False),
        ("tell_all", False, 0, False),
    ],
)
def test_a_choice_and_what_we_may_do_hold_together(choice, may_contact, named, refused):
    assert bool(refused_choice(choice=choice, may_contact=may_contact, named=named)) == refused

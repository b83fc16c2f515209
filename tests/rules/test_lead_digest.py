"""Which leads a unit is told of: the days beside each boundary, none twice, and the words."""

from datetime import date, timedelta

import pytest

from placewell.rules.lead_digest import Told, closes_soon, picked, subject, words

TODAY = date(2026, 6, 30)


def lead(pk=1, *, found=0, closes=None, **more) -> Told:
    closing = None if closes is None else TODAY + timedelta(days=closes)
    return Told(pk, more.pop("title", "Porter"), "Rose Bakery", TODAY - timedelta(days=found), closing, **more)


@pytest.mark.parametrize(("days", "soon"), [(-1, False), (0, True), (3, True), (4, False)])
def test_closing_soon_is_within_three_days(days, soon):
    assert closes_soon(closes_on=TODAY + timedelta(days=days), today=TODAY) is soon
    assert not closes_soon(closes_on=None, today=TODAY)


@pytest.mark.parametrize(("found", "closes", "expected"), [
    (0, None, "new"), (6, None, "new"), (7, None, ""), (-1, None, ""), (7, 3, "closing"), (7, 4, ""), (2, 1, "new"),
    (0, -1, ""),
])  # fmt: skip
def test_new_for_a_week_or_closing_soon(found, closes, expected):
    new, soon = picked(leads=[lead(found=found, closes=closes)], today=TODAY)
    assert ("new" if new else "closing" if soon else "") == expected


def test_nobody_is_told_twice():
    one, two = lead(1, found=1, closes=2), lead(2, found=9, closes=2)
    assert picked(leads=[one, two], today=TODAY, told_new={1}) == ([], [one, two])
    assert picked(leads=[one, two], today=TODAY, told_new={1}, told_closing={1, 2}) == ([], [])


def test_those_that_close_first_stand_first():
    new, _ = picked(leads=[lead(1), lead(2, closes=9), lead(3, closes=1)], today=TODAY)
    assert [one.pk for one in new] == [3, 2, 1]


def test_the_words():
    new = [lead(1, closes=9, found_by="Ana Silva", more=("16 hours a week", "permanent"))]
    assert words(new=new, closing=[lead(2, closes=1, title="Baker")], unit="Riverside IPS") == (
        "New leads in Riverside IPS\n- Porter, Rose Bakery; 16 hours a week; permanent; closes on 9 July 2026; "
        "found by Ana Silva\n\nClosing soon\n- Baker, Rose Bakery; closes on 1 July 2026"
    )
    assert words(new=[], closing=[], unit="Riverside IPS") == ""


def test_the_subject_counts():
    one = lead()
    assert subject(new=[one], closing=[]) == "1 new job lead"
    assert subject(new=[one, one], closing=[one]) == "2 new job leads, 1 closing soon"
    assert subject(new=[], closing=[one, one]) == "2 job leads closing soon"

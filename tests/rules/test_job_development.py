"""Three cups of tea: told from contacts face to face, and a job that began."""

from datetime import date, timedelta

import pytest

from placewell.rules.job_development import Cup, Visit, clash, cup_of

TODAY = date(2026, 6, 30)
DAY = timedelta(days=1)


def visit(purpose, days_ago=10, is_face_to_face=True):
    return Visit(TODAY - days_ago * DAY, purpose, is_face_to_face)


@pytest.mark.parametrize(
    ("visits", "cup", "because"),
    [
        ([], Cup.NOT_MET, "nobody has been in touch"),
        ([visit("introduce", is_face_to_face=False)], Cup.NOT_MET, "in touch on 20 June 2026, not yet face to face"),
        ([visit("introduce")], Cup.INTRODUCED, "we have met on 20 June 2026"),
        ([visit("follow_advert", 3), visit("introduce", 30)], Cup.INTRODUCED, "we have met on 27 June 2026"),
        ([visit("learn_needs", 9), visit("introduce", 2)], Cup.LEARNED, "we learned what they need on 21 June 2026"),
        ([visit("present_person", 0)], Cup.RETURNED, "a person was presented on 30 June 2026"),
        ([visit("present_person", -1)], Cup.NOT_MET, "nobody has been in touch"),
    ],
)
def test_how_far_it_has_come(visits, cup, because):
    told = cup_of(visits=visits, hired_on=None, today=TODAY)
    assert (told.cup, told.because) == (cup, because)
    assert told.next_visit


def test_somebody_who_works_there_comes_before_every_visit():
    told = cup_of(visits=[visit("introduce")], hired_on=TODAY, today=TODAY)
    assert (told.cup, told.since) == (Cup.HIRED, TODAY)
    assert cup_of(visits=[], hired_on=TODAY + DAY, today=TODAY).cup == Cup.NOT_MET


@pytest.mark.parametrize(
    ("visits", "found"),
    [
        ([], None),
        ([(TODAY, "Ana")], None),
        ([(TODAY - 14 * DAY, "Ben")], (TODAY - 14 * DAY, "Ben")),
        ([(TODAY - 15 * DAY, "Ben")], None),
        ([(TODAY + DAY, "Ben")], None),
        ([(TODAY - 2 * DAY, "Ben"), (TODAY - DAY, "Cem"), (TODAY, "")], (TODAY - DAY, "Cem")),
    ],
)
def test_a_colleague_who_is_in_touch_already(visits, found):
    assert clash(visits=visits, own="Ana", today=TODAY, within_days=14) == found

"""What is booked in the made-up service: in open support, in the days to come, and with employers only where allowed."""

from datetime import timedelta

import pytest

from placewell.exchange.demo.bookings import book_meetings
from placewell.records.models import Appointment, DisclosureDiscussion, EmployerContact, Episode
from tests import given

pytestmark = pytest.mark.django_db


def test_every_other_person_has_a_meeting_to_come():
    service = given.service()
    keeper, employer = given.staff(service), given.employer(service)
    people = [given.client_held_by(keeper) for _ in range(30)]
    with given._laid_down():
        for number, episode in enumerate(Episode.objects.filter(service=service).order_by("pk")):
            of = {"service": service, "episode": episode}
            EmployerContact.objects.create(
                **of,
                key=f"b{number}",
                employer=employer,
                made_on=given.LONG_AGO,
                mode="face_to_face",
                purpose="learn_needs",
                hiring_authority=True,
                made_by_client=False,
            )
            DisclosureDiscussion.objects.create(
                **of, held_on=given.LONG_AGO, pros_and_cons=True, wording_agreed=True, choice="tell_some",
                specialist_may_contact_employers=number == 0,
            )  # fmt: skip
    by = given.worker(service, "supervisor")
    assert book_meetings(by=by, service=service, today=given.TODAY) == 15
    booked = Appointment.objects.filter(service=service)
    assert {one.episode.client_id for one in booked} < {one.pk for one in people}
    assert all(given.TODAY <= one.begins_on <= given.TODAY + timedelta(days=10) for one in booked)
    assert all(one.begins_on.weekday() < 5 for one in booked)
    assert [one.purpose for one in booked.exclude(employer=None)] == ["Meet the manager"]

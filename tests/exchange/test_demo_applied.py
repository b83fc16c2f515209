"""What the made-up service's people applied for: at every state but one, the same twice, and within the lock."""

import pytest

from placewell.exchange.demo.applied import WENT_SO, put_applications
from placewell.records.application_courses import told_of
from placewell.records.models import Application, EmployerContact, Episode
from placewell.rules.applications import State
from tests import given

pytestmark = pytest.mark.django_db
# A job that came of one is recorded by its form, support that ended is nobody's caseload, and nobody took one back.
NOT_THERE = {State.STARTED, State.UNFINISHED, State.WITHDRAWN}


def test_there_is_one_of_every_state_and_none_is_ours_without_leave():
    service = given.service()
    keeper = given.staff(service)
    for name in ("Bakery", "Shop", "Hotel"):
        given.employer(service, name=name)
    for _ in range(len(WENT_SO)):
        given.client_held_by(keeper)
    ended = given.client_held_by(keeper)
    with given._laid_down():
        Episode.objects.filter(client=ended).update(ended_on=given.TODAY)
    by = given.worker(service, "supervisor")
    made = put_applications(by=by, service=service, today=given.TODAY)
    rows = list(Application.objects.select_related("episode").order_by("pk"))
    assert len(rows) == made
    assert {one.stands(given.TODAY).state for one in told_of(rows)} == set(State) - NOT_THERE
    assert not Application.objects.filter(episode__client=ended).exists()
    assert not Application.objects.filter(sent_by="specialist").exists()  # nobody has talked about it
    assert not EmployerContact.objects.filter(made_by_client=False).exists()

"""Sam, a specialist, Sue, a supervisor, and what is laid down for them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from placewell.access.roles import Role
from placewell.records import guard
from placewell.records.models import (
    Appointment,
    Episode,
    Job,
    Plan,
    StaffWeek,
    Step,
    VocationalProfile,
)
from tests import given
from tests.web.browsers import signed_in, words

DAY = timedelta(days=1)


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def today(service):
    return service.today(timezone.now())


@pytest.fixture
def sam(service):
    return given.role(service, Role.EMPLOYMENT_SPECIALIST, staff=given.staff(service, full_name="Sam Okafor"))


@pytest.fixture
def sue(service):
    return given.role(service, Role.SUPERVISOR, staff=given.staff(service, role="supervisor", full_name="Sue Hart"))


def page(held, **asked) -> str:
    return words(signed_in(held.account).get(f"/s/{held.service_id}/today/", asked))


def lay(model, **facts):
    with guard.acting(by=None, verb="tests.given"):
        return model.objects.create(**facts)


def held_by(staff, entered_on, **names) -> Episode:
    """A person entered on a day, held since."""
    person = given.client_held_by(staff, started_on=entered_on)
    with guard.acting(by=None, verb="tests.given"):
        type(person).objects.filter(pk=person.pk).update(**names)
        Episode.objects.filter(client=person).update(entered_on=entered_on)
    return Episode.objects.get(client=person)


def lines_of(sam, today, people: int) -> None:
    """A caseload with something of everything."""
    for number in range(people):
        episode = held_by(sam.staff, today - (20 + number) * DAY)
        of = {"service": sam.service, "episode": episode}
        lay(VocationalProfile, **of, number=1, written_on=episode.entered_on)
        lay(Plan, **of, kind="action_plan", agreed_on=episode.entered_on)
        lay(Step, **of, what="Ring", by_whom="person", due_on=today)
        lay(Appointment, **of, staff=sam.staff, begins_on=today, mode="video")
        lay(
            Job, **of, key=f"j{number}", title="Baker", occupation_code="5432", started_on=today - 5 * DAY,
            hours_per_week=20, contract="permanent", meets_minimum_wage=True, open_to_anyone=True,
            paid_by_employer=True,
        )  # fmt: skip


def last_monday(today):
    return today - timedelta(days=today.weekday() + 7)


def closed(held, today) -> None:
    """Close last week's log."""
    lay(
        StaffWeek, service=held.service, staff=held.staff, week_starting=last_monday(today), employment_minutes=60,
        other_minutes=0, log_complete=True,
    )  # fmt: skip


def step_of(held, today, **facts) -> Step:
    episode = held_by(held.staff, today - 2 * DAY, given_name="Mo", family_name="Ahmed")
    facts = {"what": "Ring the library", "by_whom": "specialist", "due_on": today - DAY, **facts}
    return lay(Step, service=held.service, episode=episode, **facts)

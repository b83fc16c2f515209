"""Applications, interviews and results: states that no record of them may be in."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from placewell.records.models import (
    Application,
    ApplicationJob,
    ApplicationResult,
    Appointment,
    EmployerContact,
    Episode,
    Interview,
    Job,
    Lead,
)
from tests import given

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
# constraint → the record, what is impossible there (nothing: the same again), and part of what people are told
IMPOSSIBLE = {
    "application_once": (Application, {}, "already recorded"),
    "application_title_filled": (Application, {"title": ""}, "cannot be blank"),
    "application_how_is_known": (Application, {"how": "pigeon"}, "not a valid choice"),
    "application_sent_by_is_known": (Application, {"sent_by": "luck"}, "not a valid choice"),
    "application_told_is_known": (Application, {"told": "all"}, "not a valid choice"),
    "application_by_one_of_us_says_who": (Application, {"sent_by": "specialist"}, "Say which of us"),
    "interview_once": (Interview, {}, "already recorded"),
    "interview_kind_is_known": (Interview, {"kind": "dream"}, "not a valid choice"),
    "interview_came_of_is_known": (Interview, {"came_of": "fun"}, "not a valid choice"),
    "interview_says_whether_before_how": (Interview, {"words": "Fine"}, "whether it took place"),
    "interview_appointment_is_of_one_of_us": (Interview, {"appointment": "an appointment"}, "Say who goes along"),
    "applicationresult_once": (ApplicationResult, {}, "already recorded"),
    "applicationresult_kind_is_known": (ApplicationResult, {"kind": "maybe"}, "not a valid choice"),
    "applicationresult_starts_once_accepted": (
        ApplicationResult,
        {"starts_on": given.TODAY},
        "once the person said yes",
    ),
    "applicationjob_once": (ApplicationJob, {}, "already recorded"),
    "applicationjob_of_one": (ApplicationJob, {"application": "another"}, "another application already"),
}


@pytest.fixture
def made(laying_down):
    """One person's application, a second one, a job and an appointment."""
    service = given.service()
    staff, of = given.staff(service), {"service": service}
    episode, employer = Episode.objects.get(client=given.client_held_by(staff)), given.employer(service)
    facts = {**of, "episode": episode, "employer": employer, "how": "cv", "sent_by": "person"}
    with laying_down(on=given.TODAY):
        return {
            "facts": {**facts, "title": "Baker", "applied_on": given.TODAY},
            "application": Application.objects.create(**facts, title="Porter", applied_on=given.TODAY - DAY),
            "another": Application.objects.create(**facts, title="Cleaner", applied_on=given.TODAY - DAY),
            "job": job(service, episode, employer),
            "an appointment": Appointment.objects.create(
                **of, episode=episode, staff=staff, begins_on=given.TODAY, mode="telephone"
            ),
        }


def job(service, episode, employer, key="j") -> Job:
    return Job.objects.create(
        service=service, key=key, episode=episode, employer=employer, title="Porter", occupation_code="9263",
        started_on=given.TODAY, hours_per_week=16, contract="permanent", meets_minimum_wage=True, open_to_anyone=True,
        paid_by_employer=True,
    )  # fmt: skip


@pytest.fixture
def right(made):
    """For each record, facts that hold."""
    of = {"service": made["application"].service, "application": made["application"]}
    return {
        Application: made["facts"],
        Interview: {**of, "held_on": given.TODAY, "kind": "in_person"},
        ApplicationResult: {**of, "came_on": given.TODAY, "kind": "offered"},
        ApplicationJob: {**of, "job": made["job"]},
    }


def test_each_constraint_is_tried_here(right):
    assert {constraint.name for model in right for constraint in model._meta.constraints} == set(IMPOSSIBLE)


@pytest.mark.parametrize("constraint", IMPOSSIBLE)
def test_refused_in_words_and_by_the_database(constraint, right, made, laying_down):
    model, changes, said = IMPOSSIBLE[constraint]
    changes = {name: made.get(value, value) for name, value in changes.items()}
    with laying_down(on=given.TODAY):
        if not changes or constraint == "applicationjob_of_one":
            model(**right[model]).save()
        wrong = model(**right[model] | changes)
        with pytest.raises(ValidationError, match=said):
            wrong.full_clean()
        with pytest.raises(IntegrityError), transaction.atomic():
            wrong.save()


def test_what_the_rows_of_an_application_say_belongs_together(right, made, laying_down):
    application = made["application"]
    with laying_down(on=given.TODAY):
        elsewhere = Lead.objects.create(
            service=application.service, key="l", employer=given.employer(application.service, name="Other"),
            title="Porter", found_on=given.TODAY, status="open",
        )  # fmt: skip
        other = Episode.objects.get(client=given.client_held_by(given.staff(application.service)))
        strangers = job(application.service, other, application.employer, key="other")
    for wrong, said in (
        (Application(**made["facts"] | {"lead": elsewhere}), "another employer"),
        (Application(**made["facts"] | {"applied_on": given.LONG_AGO - DAY}), "Choose a day within it"),
        (ApplicationJob(**right[ApplicationJob] | {"job": strangers}), "another person’s job"),
    ):
        with pytest.raises(ValidationError, match=said):
            wrong.full_clean()


def test_an_interview_is_a_contact_only_once_it_is_told(right, made, laying_down):
    application = made["application"]
    with laying_down(on=given.TODAY):
        contact = EmployerContact.objects.create(
            service=application.service, key="x", employer=application.employer, episode=application.episode,
            made_on=given.TODAY, mode="face_to_face", purpose="present_person", hiring_authority=True,
            made_by_client=True,
        )  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            Interview.objects.create(**right[Interview], employer_contact=contact)
        Interview.objects.create(**right[Interview], employer_contact=contact, came_of="held", words="Fine")

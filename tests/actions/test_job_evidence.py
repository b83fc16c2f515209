"""Proofs of a job, what the person thinks of it, and their own word that they are still there."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from placewell.access.roles import Role
from placewell.actions import job_evidence
from placewell.records import guard
from placewell.records.models import Episode, Event, Job, JobConfirmation, JobProof, JobView
from tests import given

pytestmark = pytest.mark.django_db
START, DAY = given.TODAY - timedelta(days=100), timedelta(days=1)


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def specialist(service):
    return given.worker(service, Role.EMPLOYMENT_SPECIALIST, staff=given.staff(service))


@pytest.fixture
def job(service, specialist):
    episode = Episode.objects.get(client=given.client_held_by(specialist.roles[0].staff))
    with guard.acting(by=None, verb="tests.given"):
        return Job.objects.create(
            service=service, key="j1", episode=episode, title="Baker", occupation_code="5432", started_on=START,
            hours_per_week=16, contract="permanent", meets_minimum_wage=True, open_to_anyone=True,
            paid_by_employer=True,
        )  # fmt: skip


@pytest.fixture
def about(service, specialist, job):
    return {"by": specialist, "service": service, "job": job}


PROOF = {"kind": "payslip", "seen_on": given.TODAY, "covers_from": START, "covers_to": START + 30 * DAY}


def test_a_proof_a_view_and_a_word_are_noted_and_no_figure_changes(about):
    job_evidence.see_proof(**about, **PROOF)
    job_evidence.tell_view(**about, said_on=given.TODAY, words="They treat me well", satisfied=4)
    job_evidence.note_confirmation(**about, said_on=given.TODAY, still_in_work=True)
    assert (JobProof.objects.get().kind, JobView.objects.get().satisfied) == ("payslip", 4)
    assert (JobConfirmation.objects.get().how, JobConfirmation.objects.get().still_in_work) == ("told_us", True)
    assert Event.objects.filter(facts_from__isnull=False).count() == 0


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"covers_from": START - DAY}, "The job began"),
        ({"covers_to": given.TODAY + DAY}, "days that are over"),
        ({"covers_to": START - DAY}, "before the first"),
        ({"seen_on": given.TODAY + DAY}, "after today"),
        ({"kind": "rumour"}, "not a valid choice"),
    ],
)
def test_a_proof_that_cannot_be_is_refused(about, wrong, said):
    with pytest.raises(ValidationError, match=said):
        job_evidence.see_proof(**about, **PROOF | wrong)
    assert JobProof.objects.count() == 0


def test_what_the_person_says_is_said_of_a_day_in_the_job(about):
    with pytest.raises(ValidationError, match="The job began"):
        job_evidence.note_confirmation(**about, said_on=START - DAY, still_in_work=True)
    with pytest.raises(ValidationError, match="after today"):
        job_evidence.tell_view(**about, said_on=given.TODAY + DAY, words="Fine")
    with pytest.raises(ValidationError, match="1 to 5"):
        job_evidence.tell_view(**about, said_on=given.TODAY, words="Fine", satisfied=6)


def test_the_person_says_so_themselves_of_their_own_job_only(service, about, job):
    person = given.worker(service, Role.CLIENT, client=job.episode.client)
    job_evidence.confirm(by=person, service=service, job=job, still_in_work=False)
    told = JobConfirmation.objects.get()
    assert (told.how, told.said_on, told.still_in_work) == ("own_page", given.TODAY, False)
    with pytest.raises(ValidationError, match="already recorded"):
        job_evidence.confirm(by=person, service=service, job=job, still_in_work=True)
    with pytest.raises(PermissionDenied):
        job_evidence.confirm(by=given.worker(service, Role.CLIENT), service=service, job=job, still_in_work=True)
    with pytest.raises(PermissionDenied):
        job_evidence.note_confirmation(by=person, service=service, job=job, said_on=given.TODAY, still_in_work=True)


def test_nobody_notes_beyond_their_reach(service, job):
    other = given.worker(service, Role.EMPLOYMENT_SPECIALIST, staff=given.staff(service))
    told = {"by": other, "service": service, "job": job}
    for do in (
        lambda: job_evidence.see_proof(**told, **PROOF),
        lambda: job_evidence.tell_view(**told, said_on=given.TODAY, words="Fine"),
        lambda: job_evidence.note_confirmation(**told, said_on=given.TODAY, still_in_work=True),
        lambda: job_evidence.confirm(**told, still_in_work=True),
    ):
        with pytest.raises(PermissionDenied):
            do()
    assert JobProof.objects.count() == JobView.objects.count() == JobConfirmation.objects.count() == 0


@pytest.mark.parametrize(
    ("model", "right", "wrong"),
    [
        (JobProof, PROOF, {"kind": "rumour"}),
        (JobProof, PROOF, {"covers_to": START - DAY}),
        (JobProof, PROOF, None),
        (JobView, {"said_on": given.TODAY, "words": "Fine"}, {"words": ""}),
        (JobView, {"said_on": given.TODAY, "words": "Fine"}, {"satisfied": 0}),
        (JobView, {"said_on": given.TODAY, "words": "Fine"}, {"satisfied": 6}),
        (JobView, {"said_on": given.TODAY, "words": "Fine"}, None),
        (JobConfirmation, {"said_on": given.TODAY, "still_in_work": True, "how": "told_us"}, {"how": "guess"}),
        (JobConfirmation, {"said_on": given.TODAY, "still_in_work": True, "how": "told_us"}, None),
    ],
)
def test_what_cannot_be_is_refused_by_the_database(service, job, model, right, wrong):
    """`wrong` None: the same a second time."""
    facts = {"service": service, "job": job, **right, **(wrong or {})}
    if wrong is None:
        with guard.acting(by=None, verb="tests.raw"):
            model.objects.create(**facts)
    with pytest.raises(IntegrityError), transaction.atomic(), guard.acting(by=None, verb="tests.raw"):
        model.objects.create(**facts)

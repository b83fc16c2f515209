"""What stands around the jobs of the made-up service: ends told, proofs, words; the employer only where allowed."""

from datetime import timedelta

import pytest

from placewell.exchange.demo.work_words import put_work_in_words
from placewell.records.models import (
    DisclosureDiscussion,
    Episode,
    Job,
    JobConfirmation,
    JobEnding,
    JobProof,
    JobView,
    SupportRhythm,
)
from tests import given

pytestmark = pytest.mark.django_db


def test_ends_are_told_and_running_jobs_have_proofs_and_words():
    service = given.service()
    keeper, employer = given.staff(service), given.employer(service)
    given.client_held_by(keeper)
    with given._laid_down():
        episode = Episode.objects.get(service=service)
        for number in range(16):
            Job.objects.create(
                service=service, key=f"j{number}", episode=episode, employer=employer if number % 5 else None,
                title="Baker", occupation_code="5432",
                started_on=given.TODAY - timedelta(days=1 if number == 3 else 300 - number),
                ended_on=None if number < 8 else given.TODAY - timedelta(days=30),
                end_reason="" if number < 8 else ("still_unknown" if number == 9 else "redundant"), hours_per_week=16,
                contract="permanent" if number % 5 else "self_employed", meets_minimum_wage=True,
                open_to_anyone=True, paid_by_employer=bool(number % 5),
            )  # fmt: skip
        DisclosureDiscussion.objects.create(
            service=service, episode=episode, held_on=given.LONG_AGO, pros_and_cons=True, wording_agreed=True,
            choice="tell_some", specialist_may_contact_employers=True,
        )  # fmt: skip
    by = given.worker(service, "supervisor")
    assert put_work_in_words(by=by, service=service, today=given.TODAY) == 16
    reasons = JobEnding.objects.order_by("pk").values_list("employer_reason", "employer_not_asked")
    assert list(reasons) == [
        ("redundant", ""), ("", "not_yet"), ("", "no_employer"), ("redundant", ""), ("redundant", ""),
        ("redundant", ""),
    ]  # fmt: skip
    assert [model.objects.count() for model in (JobProof, JobView, JobConfirmation, SupportRhythm)] == [6, 4, 3, 2]
    assert JobProof.objects.filter(job__employer=None).values_list("kind", flat=True)[0] == "invoices"

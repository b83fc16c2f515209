"""What is withdrawn with what it belongs to: said once, by each kind of record, also of two parents."""

import pytest
from django.core.exceptions import ValidationError

from placewell.actions import applications, corrections
from placewell.actions.base import parents
from placewell.records.base import Kept
from placewell.records.models import OWN, RECORDS, Application, ApplicationJob, Job, ProfilePart
from tests.actions.test_applications.conftest import (  # noqa: F401
    JOB,
    about,
    ana,
    apply,
    bakery,
    episode,
    service,
    staff,
)

BELONGING = [(model, name) for model in (*RECORDS, *OWN) for name in parents(model)]


@pytest.mark.parametrize(("model", "name"), BELONGING)
def test_each_goes_with_a_record_that_it_refers_to(model, name):
    assert issubclass(model._meta.get_field(name).related_model, Kept)


def test_none_one_and_several_parents_are_told_apart():
    assert parents(Job) == ()
    assert parents(ProfilePart) == ("profile",)
    assert parents(ApplicationJob) == ("application", "job")


@pytest.fixture
def started(about, apply, bakery):  # noqa: F811
    """The job that came of an application."""
    return applications.start_job(**about, application=apply(), employer=bakery, **JOB)


@pytest.mark.django_db
@pytest.mark.parametrize(("gone", "stays"), [(Job, Application), (Application, Job)])
def test_the_link_of_a_job_and_an_application_goes_with_whichever_goes(about, started, gone, stays):  # noqa: F811
    corrections.withdraw(**about, record=gone.objects.get(), because=" Another person ")
    link = ApplicationJob.objects.get()
    assert (link.withdrawn_because, link.withdrawn_by) == ("Another person", about["by"].account)
    assert not gone.objects.standing().exists()
    assert stays.objects.standing().count() == 1
    if stays is Job:
        corrections.withdraw(**about, record=stays.objects.get(), because="That too")
        assert ApplicationJob.objects.get().withdrawn_because == "Another person"


@pytest.mark.django_db
def test_without_a_reason_nothing_goes(about, started):  # noqa: F811
    with pytest.raises(ValidationError, match="Say why"):
        corrections.withdraw(**about, record=started, because=" ")
    assert ApplicationJob.objects.standing().count() == Job.objects.standing().count() == 1

"""The unit's directory: described, sites and people added, two rows made one with both histories."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from placewell.access.roles import Role
from placewell.actions import directory, employers, steps
from placewell.records import guard
from placewell.records.models import (
    Employer,
    EmployerCard,
    EmployerContact,
    EmployerMerge,
    EmployerPerson,
    EmployerSite,
    EmployerVisit,
    Event,
    Step,
)
from placewell.records.versions import Version
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def ana(service):
    return given.worker(service, Role.EMPLOYMENT_SPECIALIST, staff=given.staff(service))


@pytest.fixture
def about(ana, service):
    return {"by": ana, "service": service}


def visited(about, employer):
    return employers.note_contact(
        **about, employer=employer, staff=about["by"].roles[0].staff, made_on=given.TODAY, mode="face_to_face",
        purpose="introduce", hiring_authority=True, made_by_client=False,
    )  # fmt: skip


def test_a_later_description_is_the_next_version(about, service):
    bakery = given.employer(service)
    directory.describe(**about, employer=bakery, needs="Early shifts")
    directory.describe(**about, employer=bakery, needs="Early shifts, two days a week")
    card = EmployerCard.objects.get()
    assert (card.version, card.needs) == (2, "Early shifts, two days a week")
    assert Version.objects.get().content["needs"] == "Early shifts"
    assert Event.objects.filter(facts_from__isnull=False).count() == 0


def test_two_rows_are_made_one_with_both_histories(about, service):
    kept, gone = given.employer(service), given.employer(service, name="Bright Bakery Ltd")
    first, second = visited(about, kept), visited(about, gone)
    directory.describe(**about, employer=kept, needs="Early shifts")
    directory.describe(**about, employer=gone, needs="Drivers", division="10")
    for one in (kept, gone):
        directory.add_site(**about, employer=one, name="High Street")
    person = directory.add_person(**about, employer=gone, full_name="Kit Moss")
    step = steps.note(**about, employer=gone, what="Bring the leaflet")
    directory.merge(**about, kept=kept, gone=gone, merged_on=given.TODAY, because="Same shop")
    assert set(EmployerContact.objects.filter(employer=kept)) == {first, second}
    card = EmployerCard.objects.standing().get()
    assert (card.employer, card.needs, card.division) == (kept, "Early shifts\nDrivers", "10")
    names = set(EmployerSite.objects.filter(employer=kept).values_list("name", flat=True))
    assert names == {"High Street", "High Street (Bright Bakery Ltd)"}
    person.refresh_from_db()
    step.refresh_from_db()
    assert (person.employer, step.employer) == (kept, kept)
    assert list(Employer.objects.standing()) == [kept]
    assert (EmployerMerge.objects.get().gone, EmployerMerge.objects.get().because) == (gone, "Same shop")
    assert Version.objects.filter(record="employercontact", row=second.pk).get().content["employer_id"] == gone.pk


def test_an_employer_is_not_merged_with_itself_nor_into_one_that_is_gone(about, service):
    bakery, other, third = (given.employer(service, name=name) for name in ("A", "B", "C"))
    with pytest.raises(ValidationError, match="with itself"):
        directory.merge(**about, kept=bakery, gone=bakery, merged_on=given.TODAY)
    directory.merge(**about, kept=bakery, gone=other, merged_on=given.TODAY)
    with pytest.raises(ValidationError, match="was merged into another employer"):
        directory.merge(**about, kept=other, gone=third, merged_on=given.TODAY)
    with pytest.raises(ValidationError, match="after today"):
        directory.merge(**about, kept=bakery, gone=third, merged_on=given.TODAY + timedelta(days=1))
    assert Employer.objects.standing().count() == 2


def test_who_records_no_employers_changes_nothing(service):
    clinician = given.worker(service, Role.CLINICIAN, teams=[given.team(service)])
    with pytest.raises(PermissionDenied):
        directory.describe(by=clinician, service=service, employer=given.employer(service), needs="x")
    assert EmployerCard.objects.count() == Step.objects.count() == 0


@pytest.mark.parametrize(
    ("model", "wrong"),
    [
        (EmployerCard, {"disability_confident": "gold"}),
        (EmployerSite, {"name": ""}),
        (EmployerPerson, {"full_name": ""}),
        (EmployerVisit, {"learned": ""}),
        (EmployerMerge, {"gone": "kept"}),
    ],
)
def test_impossible_rows_are_refused_by_the_database(about, service, model, wrong):
    bakery = given.employer(service)
    right = {
        EmployerCard: {"employer": bakery},
        EmployerSite: {"employer": bakery, "name": "High Street"},
        EmployerPerson: {"employer": bakery, "full_name": "Kit Moss"},
        EmployerVisit: {"employer_contact": visited(about, bakery), "learned": "Early shifts"},
        EmployerMerge: {"kept": bakery, "gone": given.employer(service, name="Other"), "merged_on": given.TODAY},
    }[model]
    wrong = {name: right[value] if value == "kept" else value for name, value in wrong.items()}
    for facts in (right | wrong, right, right):
        if facts is right and model.objects.exists():
            with pytest.raises(IntegrityError), transaction.atomic(), guard.acting(by=None, verb="tests.raw"):
                model.objects.create(service=service, **facts)
        elif facts is right:
            with guard.acting(by=None, verb="tests.raw"):
                model.objects.create(service=service, **facts)
        else:
            with pytest.raises(IntegrityError), transaction.atomic(), guard.acting(by=None, verb="tests.raw"):
                model.objects.create(service=service, **facts)

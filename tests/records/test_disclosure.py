"""What employers may hear: states that no record of it may be in, refused in words and by the database."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from placewell.records.models import (
    DisclosureDiscussion,
    DisclosureOverride,
    DisclosureTerms,
    EmployerContact,
    EmployerException,
    Episode,
)
from tests import given

pytestmark = pytest.mark.django_db
# constraint → the record, what is impossible there, and part of what people are told
IMPOSSIBLE = {
    "disclosureterms_once": (DisclosureTerms, {}, "already recorded"),
    "disclosureterms_who_tells_is_known": (DisclosureTerms, {"who_tells": "robot"}, "not a valid choice"),
    "disclosureterms_withdrawn_or_agreed": (DisclosureTerms, {"is_withdrawal": True}, "may not be said"),
    "employerexception_once": (EmployerException, {}, "already recorded"),
    "employerexception_how_much_is_known": (EmployerException, {"how_much": "a bit"}, "not a valid choice"),
    "employerexception_says_how_much": (EmployerException, {"how_much": ""}, "Say how much"),
    "disclosureoverride_once": (DisclosureOverride, {}, "already recorded"),
    "disclosureoverride_reason_locked_because_filled": (DisclosureOverride, {"reason": ""}, "cannot be blank"),
    "disclosureoverride_read_by_somebody": (DisclosureOverride, {"read_on": given.TODAY}, "who read it"),
}


@pytest.fixture
def right():
    """For each record, facts that hold."""
    service = given.service()
    worker = given.staff(service)
    episode = Episode.objects.get(client=given.client_held_by(worker))
    of, employer = {"service": service}, given.employer(service)
    with given._laid_down():
        talk = DisclosureDiscussion.objects.create(
            **of, episode=episode, held_on=given.TODAY, pros_and_cons=True, wording_agreed=True, choice="tell_some",
            specialist_may_contact_employers=True,
        )  # fmt: skip
        contact = EmployerContact.objects.create(
            **of, key="x", employer=employer, staff=worker, episode=episode, made_on=given.TODAY, mode="telephone",
            purpose="follow_up", hiring_authority=False, made_by_client=False,
        )  # fmt: skip
    return {
        DisclosureTerms: {**of, "discussion": talk, "may_say": "Early riser"},
        EmployerException: {
            **of, "discussion": talk, "employer": employer, "may_be_contacted": True, "how_much": "some",
        },
        DisclosureOverride: {**of, "employer_contact": contact, "reason": "Urgent", "locked_because": "no talk"},
    }  # fmt: skip


def test_each_constraint_is_tried_here(right):
    named = {constraint.name for model in right for constraint in model._meta.constraints}
    assert named == set(IMPOSSIBLE)


@pytest.mark.parametrize("constraint", IMPOSSIBLE)
def test_refused_in_words_and_by_the_database(constraint, right, laying_down):
    model, changes, said = IMPOSSIBLE[constraint]
    with laying_down(on=given.TODAY):
        if not changes:
            model(**right[model]).save()
        wrong = model(**right[model] | changes)
        with pytest.raises(ValidationError, match=said):
            wrong.full_clean()
        with pytest.raises(IntegrityError), transaction.atomic():
            wrong.save()


def test_an_employer_that_may_not_be_contacted_hears_nothing(right, laying_down):
    with laying_down(on=given.TODAY), pytest.raises(IntegrityError), transaction.atomic():
        EmployerException.objects.create(**right[EmployerException] | {"may_be_contacted": False})

"""How people are reached, and messages: states that no record of them may be in."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from placewell.records.models import ContactWishes, EmployerContact, Episode, Message
from tests import given

pytestmark = pytest.mark.django_db
# constraint → the record, what is impossible there, and part of what people are told
IMPOSSIBLE = {
    "contactwishes_once": (ContactWishes, {}, "already recorded"),
    "contactwishes_preferred_is_known": (ContactWishes, {"preferred": "pigeon"}, "not a valid choice"),
    "message_words_filled": (Message, {"words": ""}, "cannot be blank"),
    "message_kind_is_known": (Message, {"kind": "song"}, "not a valid choice"),
    "message_channel_is_known": (Message, {"channel": "pigeon"}, "not a valid choice"),
    "message_to_an_employer_is_an_introduction": (Message, {"kind": "introduction"}, "Name the employer"),
    "message_email_has_address_and_subject": (
        Message,
        {"channel": "email", "address": "a@example.org"},
        "Fill in both",
    ),
}


@pytest.fixture
def right():
    """For each record, facts that hold."""
    service = given.service()
    of = {"service": service, "client": given.client_held_by(given.staff(service))}
    return {
        ContactWishes: {**of, "stated_on": given.TODAY},
        Message: {**of, "kind": "other", "channel": "letter", "sent_on": given.TODAY, "words": "Hello"},
    }


def test_each_constraint_is_tried_here(right):
    assert {constraint.name for model in right for constraint in model._meta.constraints} == set(IMPOSSIBLE)


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


def test_a_letter_to_an_employer_is_nothing_but_an_introduction(right, laying_down):
    facts = right[Message]
    episode = Episode.objects.get(client=facts["client"])
    with laying_down(on=given.TODAY):
        contact = EmployerContact.objects.create(
            service=facts["service"], key="x", employer=given.employer(facts["service"]), episode=episode,
            made_on=given.TODAY, mode="letter", purpose="present_person", hiring_authority=False, made_by_client=False,
        )  # fmt: skip
        told = {"employer": contact.employer, "employer_contact": contact}
        with pytest.raises(IntegrityError), transaction.atomic():
            Message.objects.create(**facts | told)
        Message.objects.create(**facts | told | {"kind": "introduction"})

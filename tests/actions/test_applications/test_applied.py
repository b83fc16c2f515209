"""Applications: made within the disclosure plan, by whoever made them."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from placewell.access.disclosure import NotAllowedToTell
from placewell.access.roles import Role
from placewell.actions import applications, directory, employers
from placewell.records.models import Application, Event
from placewell.rules.applications import State
from tests import given
from tests.actions.test_applications.conftest import DAY, JOB, TEN_AGO, TODAY, counts, state, talk, wrote

pytestmark = pytest.mark.django_db


def test_what_the_person_sends_is_always_recorded_and_is_no_contact_of_ours(about, episode, apply):
    talk(about, episode, may=False)
    before = counts()
    made = apply(told="nothing")
    assert wrote(before) == {"Application": 1}
    assert (made.title, made.employer_contact, state(made)) == ("Porter", None, State.WAITING)
    assert Event.objects.get(pk=made.event_id).verb == "application.recorded"
    apply(sent_by="together", title="Cleaner")


@pytest.mark.parametrize("has_talked", [True, False])
def test_what_one_of_us_sends_is_refused_with_the_way_out_where_the_person_did_not_allow_it(
    about, episode, apply, staff, has_talked
):
    if has_talked:
        talk(about, episode, may=False)
    before = counts()
    with pytest.raises(NotAllowedToTell, match="help the person to apply themselves"):
        apply(sent_by="specialist", staff=staff)
    assert wrote(before) == {}


def test_what_one_of_us_sends_is_a_contact_with_the_employer_too(about, episode, apply, staff, bakery):
    talk(about, episode, may=True)
    before = counts()
    made = apply(sent_by="specialist", staff=staff, how="in_person", hiring_authority=True)
    assert wrote(before) == {"Application": 1, "EmployerContact": 1}
    contact = made.employer_contact
    assert (contact.mode, contact.purpose, contact.made_on) == ("face_to_face", "present_person", TEN_AGO)
    assert (contact.employer, contact.staff, contact.episode) == (bakery, staff, episode)
    assert (contact.hiring_authority, contact.made_by_client, contact.occupation_group) == (True, False, "92")


def test_a_contact_of_that_day_is_not_counted_twice_and_one_against_the_plan_is_a_way_out(
    about, episode, apply, staff, bakery
):
    talk(about, episode, may=False)
    employers.note_contact(
        **about, employer=bakery, episode=episode, staff=staff, made_on=TEN_AGO, mode="telephone",
        purpose="present_person", hiring_authority=True, made_by_client=False, against_plan="The manager rang me",
    )  # fmt: skip
    before = counts()
    made = apply(sent_by="specialist", staff=staff, how="telephone")
    assert wrote(before) == {"Application": 1}
    assert made.employer_contact is None


def test_agreed_words_are_told_by_one_of_us_only_where_there_are_any(about, episode, apply, staff):
    talk(about, episode, may=True)
    with pytest.raises(NotAllowedToTell, match="no words are agreed"):
        apply(sent_by="specialist", staff=staff, told="agreed")
    talk(about, episode, may=True, on=TODAY - 15 * DAY, may_say="Starts with few hours", who_tells="person")
    with pytest.raises(NotAllowedToTell, match="the person tells employers themselves"):
        apply(sent_by="specialist", staff=staff, told="agreed")
    talk(about, episode, may=True, on=TODAY - 14 * DAY, may_say="Starts with few hours", who_tells="specialist")
    assert apply(sent_by="specialist", staff=staff, told="agreed").told == "agreed"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"applied_on": TODAY + DAY}, "after today"),
        ({"applied_on": given.LONG_AGO - DAY}, "Choose a day within it"),
        ({"title": ""}, "cannot be blank"),
        ({"sent_by": "specialist"}, "which of us"),
        ({"how": "pigeon"}, "not a valid choice"),
    ],
)
def test_an_application_that_cannot_be_is_refused(apply, wrong, said):
    before = counts()
    with pytest.raises(ValidationError, match=said):
        apply(**wrong)
    assert wrote(before) == {}


def test_merging_employers_takes_applications_along(about, service, apply, bakery):
    made = apply()
    kept = given.employer(service, name="Bright Bakery Ltd")
    directory.merge(**about, kept=kept, gone=bakery, merged_on=TODAY)
    assert Application.objects.get(pk=made.pk).employer == kept


def test_nobody_records_beyond_their_reach(service, about, apply, bakery, episode):
    made = apply()
    booked = applications.book_interview(**about, application=made, held_on=TODAY, kind="phone")
    other = {"by": given.worker(service, Role.EMPLOYMENT_SPECIALIST, staff=given.staff(service)), "service": service}
    clinician = {"by": given.worker(service, Role.CLINICIAN), "service": service}
    before = counts()
    for who in (other, clinician):
        for do in (
            lambda who=who: applications.record(
                **who, episode=episode, employer=bakery, title="B", applied_on=TODAY, how="cv", sent_by="person"
            ),
            lambda who=who: applications.book_interview(**who, application=made, held_on=TODAY, kind="video"),
            lambda who=who: applications.tell_interview(**who, interview=booked, came_of="held"),
            lambda who=who: applications.answer(**who, application=made, came_on=TODAY, kind="offered"),
            lambda who=who: applications.start_job(**who, application=made, employer=bakery, **JOB),
        ):
            with pytest.raises(PermissionDenied):
                do()
    assert wrote(before) == {}

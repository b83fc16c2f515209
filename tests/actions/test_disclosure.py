"""What employers may hear is a lock: decided, withdrawn at once, and broken only with a reason that is read."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from placewell.access.disclosure import NotAllowedToTell, may_tell, require_may_tell
from placewell.access.roles import Role
from placewell.actions import corrections, directory, disclosure, employers, steps
from placewell.records.models import (
    Appointment,
    DisclosureDiscussion,
    DisclosureOverride,
    DisclosureTerms,
    EmployerContact,
    EmployerException,
    Episode,
    Step,
    Version,
)
from tests import given

pytestmark = pytest.mark.django_db
YESTERDAY = given.TODAY - timedelta(days=1)
WORDS = "Zofia works best in the mornings."


class Unit:
    """A specialist with their supervisor, a person they hold, and two employers."""

    def __init__(self):
        self.service = given.service()
        self.supervisor = given.worker(self.service, Role.SUPERVISOR)
        self.specialist = given.worker(self.service, Role.EMPLOYMENT_SPECIALIST, staff=given.staff(self.service))
        self.staff = self.specialist.roles[0].staff
        self.episode = Episode.objects.get(client=given.client_held_by(self.staff))
        self.person = self.episode.client
        self.rose, self.lily = given.employer(self.service, name="Rose"), given.employer(self.service, name="Lily")
        self.who = {"by": self.specialist, "service": self.service}

    def talk(self, held_on=given.TODAY, choice="tell_some", may=True, **more):
        facts = {"pros_and_cons": True, "wording_agreed": True, "choice": choice}
        return disclosure.discuss(
            **self.who, episode=self.episode, held_on=held_on, specialist_may_contact_employers=may, **facts, **more
        )

    def meet(self, employer, made_on=given.TODAY, **more):
        facts = {"mode": "face_to_face", "purpose": "present_person", "hiring_authority": True, "made_by_client": False}
        facts |= {"staff": self.staff, "episode": self.episode, "employer": employer, "made_on": made_on}
        return employers.note_contact(**self.who, **facts | more)

    def take_back(self, **more):
        more = {"withdrawn_on": given.TODAY, **more}
        return disclosure.take_back_agreement(**self.who, client=self.person, **more)


@pytest.fixture
def unit():
    return Unit()


def test_a_talk_is_kept_with_its_terms_and_the_employers_named(unit):
    terms = {"may_say": WORDS, "must_not_say": "The hospital", "who_tells": "specialist", "review_on": None}
    talk = unit.talk(may=False, terms=terms, may_contact=[unit.rose], must_not_contact=[unit.lily])
    kept = DisclosureTerms.objects.get()
    assert (kept.discussion, kept.may_say, kept.must_not_say, kept.is_withdrawal) == (
        talk,
        WORDS,
        "The hospital",
        False,
    )
    named = {one.employer: (one.may_be_contacted, one.how_much) for one in EmployerException.objects.all()}
    assert named == {unit.rose: (True, "some"), unit.lily: (False, "")}


def test_a_talk_without_terms_leaves_none(unit):
    unit.talk()
    assert (
        DisclosureTerms.objects.count() == EmployerException.objects.count() == DisclosureOverride.objects.count() == 0
    )


def test_without_a_talk_a_contact_is_itself_disclosure_and_refused(unit):
    with pytest.raises(NotAllowedToTell, match="no talk about what to tell employers"):
        unit.meet(unit.rose)
    assert EmployerContact.objects.count() == 0
    unit.meet(unit.rose, episode=None)
    unit.meet(unit.rose, staff=None, made_by_client=True)
    assert EmployerContact.objects.count() == 2
    assert DisclosureOverride.objects.count() == 0


def test_only_the_employer_named_may_be_contacted(unit):
    unit.talk(may=False, may_contact=[unit.rose])
    unit.meet(unit.rose)
    with pytest.raises(NotAllowedToTell, match="other employers only"):
        unit.meet(unit.lily)
    assert EmployerContact.objects.get().employer == unit.rose


def test_a_no_to_one_employer_holds_until_they_are_named_again(unit):
    unit.talk(held_on=YESTERDAY, must_not_contact=[unit.lily])
    unit.talk(choice="tell_all")
    unit.meet(unit.rose)
    with pytest.raises(NotAllowedToTell, match="said no to this employer"):
        unit.meet(unit.lily)
    unit.talk(choice="tell_all", may_contact=[unit.lily])
    unit.meet(unit.lily)


def test_what_was_decided_later_does_not_reach_back(unit):
    unit.talk(held_on=YESTERDAY)
    unit.take_back()
    unit.meet(unit.rose, made_on=YESTERDAY)
    with pytest.raises(NotAllowedToTell):
        unit.meet(unit.rose)


@pytest.mark.parametrize("choice", ["tell_nobody", "undecided"])
def test_who_tells_nobody_has_not_agreed_to_a_contact(unit, choice):
    with pytest.raises(ValidationError, match="has not agreed to a contact"):
        unit.talk(choice=choice, may=True)
    with pytest.raises(ValidationError, match="has not agreed to a contact"):
        unit.talk(choice=choice, may=False, may_contact=[unit.rose])
    unit.talk(choice=choice, may=False)
    with pytest.raises(NotAllowedToTell):
        unit.meet(unit.rose)


def test_an_employer_in_both_lists_is_asked_about(unit):
    with pytest.raises(ValidationError, match="stands in both lists"):
        unit.talk(may_contact=[unit.rose], must_not_contact=[unit.rose])


def test_a_second_talk_on_a_day_replaces_the_first_which_is_kept(unit):
    unit.talk(may=False, terms={"may_say": WORDS}, may_contact=[unit.rose], must_not_contact=[unit.lily])
    again = unit.talk(terms={"may_say": "Nothing but the name"})
    assert DisclosureDiscussion.objects.get() == again
    assert (again.version, DisclosureTerms.objects.get().may_say) == (2, "Nothing but the name")
    assert {one.record for one in Version.objects.all()} == {"disclosurediscussion", "disclosureterms"}
    stand = EmployerException.objects.standing()
    assert [(one.employer, one.may_be_contacted) for one in stand] == [(unit.lily, False)]


def test_withdrawing_takes_effect_at_once(unit):
    unit.talk(terms={"may_say": WORDS}, may_contact=[unit.rose], must_not_contact=[unit.lily])
    unit.meet(unit.rose)
    assert require_may_tell(unit.person, unit.rose, on=given.TODAY).words == WORDS
    taken = unit.take_back(reason=" They talk too much ")
    assert (taken.choice, taken.specialist_may_contact_employers, taken.version) == ("tell_nobody", False, 2)
    terms = DisclosureTerms.objects.get()
    assert (terms.is_withdrawal, terms.reason, terms.may_say) == (True, "They talk too much", "")
    for employer in (unit.rose, unit.lily):
        with pytest.raises(NotAllowedToTell):
            unit.meet(employer)
        with pytest.raises(NotAllowedToTell):
            require_may_tell(unit.person, employer, on=given.TODAY)
    assert EmployerContact.objects.count() == 1


def test_withdrawing_is_possible_without_a_reason_and_after_support_has_ended(unit):
    unit.talk(held_on=YESTERDAY)
    with given._laid_down():
        Episode.objects.update(ended_on=given.TODAY, end_reason="goal_met")
    unit.take_back()
    assert DisclosureDiscussion.objects.order_by("-held_on").first().choice == "tell_nobody"
    assert not may_tell(unit.person, unit.rose, on=given.TODAY).is_allowed


def test_withdrawing_is_not_dated_before_what_it_would_undo_or_to_come(unit):
    unit.talk()
    with pytest.raises(ValidationError, match="before the latest talk"):
        unit.take_back(withdrawn_on=YESTERDAY)
    with pytest.raises(ValidationError, match="after today"):
        unit.take_back(withdrawn_on=given.TODAY + timedelta(days=1))
    with pytest.raises(ValidationError, match="had not begun"):
        Unit().take_back(withdrawn_on=given.LONG_AGO - timedelta(days=1))


def test_an_emergency_is_told_truthfully_and_put_before_the_supervisor(unit):
    unit.talk(may=False)
    with given._laid_down():
        unit.staff.__class__.objects.filter(pk=unit.staff.pk).update(full_name="Ana")
    kept = unit.meet(unit.rose, against_plan=" She had fainted at work ")
    override = DisclosureOverride.objects.unread().get()
    assert (override.employer_contact, override.reason, override.read_on) == (kept, "She had fainted at work", None)
    assert "may not contact employers" in override.locked_because
    with pytest.raises(PermissionDenied):
        disclosure.read_override(**unit.who, override=override)
    disclosure.read_override(by=unit.supervisor, service=unit.service, override=override)
    read = DisclosureOverride.objects.get()
    assert (read.read_on, read.read_by) == (given.TODAY, unit.supervisor.account.full_name)
    again = disclosure.read_override(by=unit.supervisor, service=unit.service, override=read)
    assert again.version == read.version


def test_an_emergency_was_not_planned_and_a_reason_is_kept_only_where_one_is_needed(unit):
    with pytest.raises(ValidationError, match="was not planned"):
        unit.meet(unit.rose, against_plan="Urgent", planned=True)
    unit.talk()
    unit.meet(unit.rose, against_plan="Urgent", planned=True)
    assert DisclosureOverride.objects.count() == 0


def test_what_was_against_the_plan_is_not_taken_back_before_it_is_read(unit):
    kept = unit.meet(unit.rose, against_plan="Urgent")
    with pytest.raises(ValidationError, match="no supervisor has read why"):
        corrections.withdraw(**unit.who, record=kept, because="Mistake")
    with pytest.raises(ValidationError, match="no supervisor has read why"):
        corrections.undo(**unit.who, event=kept.event, because="Mistake")
    disclosure.read_override(by=unit.supervisor, service=unit.service, override=DisclosureOverride.objects.get())
    corrections.withdraw(**unit.who, record=EmployerContact.objects.get(), because="Mistake")
    assert EmployerContact.objects.standing().count() == DisclosureOverride.objects.standing().count() == 0


def test_a_contact_is_not_corrected_past_the_lock(unit):
    unit.talk(may=False, may_contact=[unit.rose])
    kept = unit.meet(unit.rose)
    with pytest.raises(NotAllowedToTell, match="other employers only"):
        corrections.correct_record(**unit.who, record=kept, read_version=1, employer=unit.lily)
    corrections.correct_record(**unit.who, record=kept, read_version=1, mode="telephone")
    assert EmployerContact.objects.get().mode == "telephone"


def test_a_talk_is_withdrawn_whole_and_undone_whole(unit):
    first = unit.talk(held_on=YESTERDAY, terms={"may_say": WORDS}, may_contact=[unit.rose])
    corrections.withdraw(**unit.who, record=first, because="Another person")
    assert DisclosureTerms.objects.standing().count() == EmployerException.objects.standing().count() == 0
    second = unit.talk(terms={"may_say": WORDS}, may_contact=[unit.rose])
    corrections.undo(**unit.who, event=second.event, because="Another person")
    assert not may_tell(unit.person, unit.rose, on=given.TODAY).is_allowed


def test_no_meeting_and_no_step_with_an_employer_is_planned_against_the_choice(unit):
    about = {**unit.who, "episode": unit.episode, "employer": unit.rose}
    booking = {"staff": unit.staff, "begins_on": given.TODAY + timedelta(days=3), "mode": "face_to_face"}
    with pytest.raises(NotAllowedToTell):
        steps.book(**about, **booking)
    with pytest.raises(NotAllowedToTell):
        steps.note(**about, what="Ring the bakery")
    steps.note(**about, what="Go in and ask", by_whom="person")
    assert (Appointment.objects.count(), Step.objects.count()) == (0, 1)
    unit.talk()
    steps.book(**about, **booking)
    steps.note(**about, what="Ring the bakery")


def test_a_document_needs_permission_words_and_that_they_are_ours_to_say(unit):
    unit.talk(choice="tell_all")
    with pytest.raises(NotAllowedToTell, match="no words are agreed"):
        require_may_tell(unit.person, unit.rose, on=given.TODAY)
    unit.talk(terms={"may_say": WORDS, "who_tells": "person"})
    with pytest.raises(NotAllowedToTell, match="tells employers themselves"):
        require_may_tell(unit.person, unit.rose, on=given.TODAY)
    unit.talk(terms={"may_say": WORDS, "who_tells": "both"}, may_contact=[unit.rose])
    own = EmployerException.objects.standing().get()
    facts = {"may_be_contacted": True, "how_much": "some", "words": "Early bird."}
    corrections.correct_record(**unit.who, record=own, read_version=own.version, **facts)
    assert require_may_tell(unit.person, unit.rose, on=given.TODAY).words == "Early bird."
    assert require_may_tell(unit.person, unit.lily, on=given.TODAY).words == WORDS


@pytest.mark.parametrize(("gone_says_yes", "kept_says_yes"), [(True, False), (False, True), (False, False)])
def test_of_two_rows_of_one_employer_a_no_to_either_holds(unit, gone_says_yes, kept_says_yes):
    said = {unit.lily: gone_says_yes, unit.rose: kept_says_yes}
    named = {
        "may_contact": [one for one, may in said.items() if may],
        "must_not_contact": [one for one, may in said.items() if not may],
    }
    unit.talk(**named)
    directory.merge(**unit.who, kept=unit.rose, gone=unit.lily, merged_on=given.TODAY)
    assert EmployerException.objects.standing().get().employer == unit.rose
    assert not may_tell(unit.person, unit.rose, on=given.TODAY).is_allowed


def test_what_was_decided_of_a_row_goes_with_it(unit):
    unit.talk(must_not_contact=[unit.lily])
    directory.merge(**unit.who, kept=unit.rose, gone=unit.lily, merged_on=given.TODAY)
    with pytest.raises(NotAllowedToTell, match="said no to this employer"):
        unit.meet(unit.rose)


def test_nobody_decides_beyond_their_reach(unit):
    other = Unit()
    with pytest.raises(PermissionDenied):
        disclosure.discuss(
            **unit.who, episode=other.episode, held_on=given.TODAY, choice="tell_all", pros_and_cons=True,
            wording_agreed=True, specialist_may_contact_employers=True,
        )  # fmt: skip
    with pytest.raises(PermissionDenied):
        disclosure.take_back_agreement(**unit.who, client=other.person, withdrawn_on=given.TODAY)
    assert DisclosureDiscussion.objects.count() == 0

"""How support ended in words, and how it begins again with what was known."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from placewell.access.roles import Role
from placewell.actions import corrections, leads, returning, support
from placewell.records import guard
from placewell.records.models import Client, Episode, Event, ExitWords, JobPreference, Referral, Step, WorkWishes
from placewell.records.versions import Version
from tests import given

pytestmark = pytest.mark.django_db
A_WEEK_AGO = given.TODAY - timedelta(days=7)
TOMORROW = given.TODAY + timedelta(days=1)


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def team(service):
    return given.team(service)


@pytest.fixture
def ana(service, team):
    return given.specialist(service, team=team)


@pytest.fixture
def jo(ana, team):
    """Somebody in support."""
    return given.client_held_by(given.staff_of(ana), team=team)


@pytest.fixture
def episode(jo):
    return Episode.objects.get(client=jo)


@pytest.fixture
def gone(service, ana, jo, episode):
    """Somebody whose support ended a week ago, with two wishes."""
    with guard.acting(by=None, verb="tests.given"):
        for group in ("71", "92"):
            JobPreference.objects.create(
                service=service, episode=episode, stated_on=given.LONG_AGO, occupation_group=group, hours_min=16
            )
        Referral.objects.filter(client=jo).update(decision="accepted", decided_on=given.LONG_AGO)
    end(service, ana, episode)
    return Client.objects.get(pk=jo.pk)


def end(service, by, episode, **words):
    return support.end(by=by, service=service, episode=episode, ended_on=A_WEEK_AGO, end_reason="goal_met", **words)


def test_the_end_keeps_its_words(service, ana, episode):
    end(service, ana, episode, feedback="It was good", handed_to="", letter_given_on=A_WEEK_AGO)
    words = ExitWords.objects.get()
    assert (words.feedback, words.letter_given_on, words.episode) == ("It was good", A_WEEK_AGO, episode)


def test_an_end_without_words_keeps_none(service, ana, episode):
    end(service, ana, episode, feedback="", team_consulted_on=None)
    assert ExitWords.objects.count() == 0


def test_a_letter_to_come_is_refused_and_support_goes_on(service, ana, episode):
    with pytest.raises(ValidationError, match="after today"):
        end(service, ana, episode, letter_given_on=TOMORROW)
    assert Episode.objects.get().ended_on is None


def test_an_end_that_is_undone_takes_its_words_along(service, ana, episode):
    ended = end(service, ana, episode, feedback="It was good")
    corrections.undo(by=ana, service=service, event=Event.objects.get(pk=ended.event_id), because="Wrong person")
    assert (Episode.objects.get().ended_on, ExitWords.objects.standing().count()) == (None, 0)


def test_an_end_put_right_and_ended_again_has_its_words_once(service, ana, episode):
    ended = end(service, ana, episode, feedback="It was good")
    about = {"by": ana, "service": service, "record": ended, "read_version": ended.version}
    corrections.correct_record(**about, ended_on=None, end_reason="")
    end(service, ana, Episode.objects.get(), feedback="Better still")
    assert [words.feedback for words in ExitWords.objects.standing()] == ["Better still"]


@pytest.mark.parametrize("feedback", ["", "Good"])
def test_empty_words_and_words_said_twice_are_refused_by_the_database(service, ana, episode, feedback):
    end(service, ana, episode, feedback="Good")
    with pytest.raises(IntegrityError), transaction.atomic(), guard.acting(by=None, verb="tests.raw"):
        ExitWords.objects.create(service=service, episode=episode, feedback=feedback)


def again(service, by, client, **changed):
    facts = {"key_worker": given.staff_of(by), "entered_on": given.TODAY, "work_status_at_entry": "out_of_work"}
    return returning.begin_again(by=by, service=service, client=client, **{**facts, **changed})


def test_support_begins_again_with_the_wishes_that_still_hold(service, ana, gone, team):
    one = JobPreference.objects.get(occupation_group="92")
    begun = again(service, ana, gone, wishes=[one], team=team)
    stated = JobPreference.objects.get(episode=begun)
    assert (stated.occupation_group, stated.hours_min, stated.stated_on) == ("92", 16, given.TODAY)
    assert (begun.team, begun.referral, Referral.objects.count()) == (team, None, 1)
    assert set(Step.objects.open().filter(episode=begun).values_list("what", flat=True)) == {
        returning.ASK_EMPLOYERS, returning.GO_THROUGH_PROFILE,
    }  # fmt: skip
    assert JobPreference.objects.get(pk=one.pk).version == 1


def test_a_referral_that_waits_is_accepted_with_it(service, ana, gone, team):
    cleo = given.worker(service, Role.CLINICIAN, teams=[team])
    asked = returning.ask_again(by=cleo, service=service, client=gone, source="care_coordinator")
    assert (asked.team, asked.wants_to_work, asked.work_status, asked.received_on) == (team, True, "", given.TODAY)
    begun = again(service, ana, gone, referral=asked)
    asked.refresh_from_db()
    assert (begun.referral, asked.decision, asked.decided_on, asked.first_contact_on) == (
        asked, "accepted", given.TODAY, given.TODAY,
    )  # fmt: skip


def test_it_does_not_begin_again_while_it_goes_on_or_for_who_was_never_supported(service, ana, jo, team):
    with pytest.raises(ValidationError, match="covers that day"):
        again(service, ana, jo)
    stranger = given.client(service, team)
    with pytest.raises(ValidationError, match="not supported before"):
        again(service, ana, stranger)
    with pytest.raises(ValidationError, match="nothing to begin again"):
        returning.ask_again(by=ana, service=service, client=jo, source="self")
    assert Episode.objects.count() == 1


def test_wishes_of_somebody_else_are_refused(service, ana, gone):
    other = given.client_held_by(given.staff_of(ana))
    with guard.acting(by=None, verb="tests.given"):
        wish = JobPreference.objects.create(
            service=service, episode=Episode.objects.get(client=other), stated_on=given.LONG_AGO, occupation_group="41"
        )
    with pytest.raises(PermissionDenied):
        again(service, ana, gone, wishes=[wish])
    assert Episode.objects.filter(client=gone).count() == 1


def test_another_team_begins_and_asks_nothing(service, gone):
    ben = given.specialist(service, team=given.team(service))
    with pytest.raises(PermissionDenied):
        again(service, ben, gone)
    with pytest.raises(PermissionDenied):
        returning.ask_again(by=ben, service=service, client=gone, source="self")


def test_a_person_asks_for_themselves_once_and_for_nobody_else(service, gone):
    own = given.worker(service, Role.CLIENT, client=gone)
    asked = returning.ask_for_oneself(by=own, service=service, client=gone)
    assert (asked.source, asked.channel, asked.decision) == ("self", "online_form", "")
    with pytest.raises(ValidationError, match="still waits"):
        returning.ask_for_oneself(by=own, service=service, client=gone)
    stranger = given.worker(service, Role.CLIENT)
    with pytest.raises(PermissionDenied):
        returning.ask_for_oneself(by=stranger, service=service, client=gone)


SAID = {"times": "daytime", "areas": "PE1;PE2", "pay_least": Decimal("12.60"), "matters_most": "pay;times"}


@pytest.fixture
def matters(service, gone, episode):
    """What mattered to them at work, said while they were supported."""
    with guard.acting(by=None, verb="tests.given"):
        return WorkWishes.objects.create(service=service, episode=episode, stated_on=given.LONG_AGO, **SAID)


def test_what_mattered_at_work_is_carried_over_and_names_where_from(service, ana, gone, matters):
    begun = again(service, ana, gone, matters=matters)
    one = WorkWishes.objects.get(episode=begun)
    assert (one.stated_on, one.carried_from, one.version) == (given.TODAY, matters, 1)
    assert {name: getattr(one, name) for name in SAID} == SAID
    matters.refresh_from_db()
    assert (matters.version, matters.withdrawn_at) == (1, None)
    anew = leads.state_wishes(by=ana, service=service, episode=begun, stated_on=given.TODAY, areas="PE4")
    assert (anew.pk, anew.areas, anew.carried_from) == (one.pk, "PE4", None)
    assert Version.objects.get(record="workwishes").content["carried_from_id"] == matters.pk


def test_what_is_not_carried_over_stays_where_it_is(service, ana, gone, matters):
    begun = again(service, ana, gone)
    assert not WorkWishes.objects.filter(episode=begun).exists()
    assert WorkWishes.objects.standing().get() == matters


def test_it_is_undone_with_the_beginning(service, ana, gone, matters):
    begun = again(service, ana, gone, matters=matters)
    corrections.undo(by=ana, service=service, event=Event.objects.get(pk=begun.event_id), because="Wrong person")
    assert WorkWishes.objects.standing().get() == matters
    assert not Episode.objects.standing().filter(pk=begun.pk).exists()


def test_what_mattered_to_somebody_else_or_now_is_no_source(service, ana, gone, matters):
    other = Episode.objects.get(client=given.client_held_by(given.staff_of(ana)))
    with guard.acting(by=None, verb="tests.given"):
        theirs = WorkWishes.objects.create(service=service, episode=other, stated_on=given.TODAY)
    with pytest.raises(PermissionDenied):
        again(service, ana, gone, matters=theirs)
    told = {"service": service, "stated_on": given.TODAY}
    with pytest.raises(ValidationError, match="another person said"):
        WorkWishes(**told, episode=matters.episode, carried_from=theirs).clean()
    with pytest.raises(ValidationError, match="earlier stretch of support only"):
        WorkWishes(**told, episode=matters.episode, carried_from=matters).clean()

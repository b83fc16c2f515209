"""The vocational profile: sessions, versions, words put right; past jobs. Figures count its package row."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from placewell.access.roles import Role
from placewell.actions import corrections, profiles
from placewell.actions.base import ChangedMeanwhile
from placewell.actions.profiles import Reworded, Told
from placewell.records import guard
from placewell.records.models import Client, Episode, Event, Job, PastJob, ProfilePart, VocationalProfile
from tests import given

pytestmark = pytest.mark.django_db
TODAY = given.TODAY
GOAL, PAY = Told("goal", "A bakery", "person"), Told("pay", "12 an hour", "person")
SISTER = Told("goal", "Not nights", "family", "Amal", agreed_on=TODAY - timedelta(days=20))


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def who(service):
    by = given.worker(service, Role.EMPLOYMENT_SPECIALIST, staff=given.staff(service))
    return {"by": by, "service": service}


@pytest.fixture
def episode(who):
    return Episode.objects.get(client=given.client_held_by(who["by"].roles[0].staff))


def days_ago(number):
    return TODAY - timedelta(days=number)


def said(profile):
    return list(ProfilePart.objects.standing().filter(profile=profile).order_by("pk").values_list("part", "words"))


def test_the_first_session_begins_the_first_version_and_each_day_is_a_session(who, episode):
    first = profiles.add_session(
        **who, episode=episode, held_on=days_ago(9), told=[GOAL, Told("noise", "  ", "person")]
    )
    assert (first.number, first.written_on, first.prompted_by) == (1, days_ago(9), "first")
    assert (first.sessions, first.sources, first.version) == (1, 1, 1)
    second = profiles.add_session(**who, episode=episode, held_on=TODAY, told=[PAY])
    same_day = profiles.add_session(**who, episode=episode, held_on=TODAY, told=[SISTER])
    assert first.pk == second.pk == same_day.pk
    assert (same_day.sessions, same_day.sources) == (2, 2)
    assert said(first) == [("goal", "A bakery"), ("pay", "12 an hour"), ("goal", "Not nights")]
    assert Event.objects.filter(facts_from=None, verb="profile.session_added").count() == 0


def test_a_session_says_something_on_a_day_of_support(who, episode):
    for told, when in (([], TODAY), ([Told("goal", " ", "person")], TODAY), ([GOAL], TODAY + timedelta(days=1))):
        with pytest.raises(ValidationError):
            profiles.add_session(**who, episode=episode, held_on=when, told=told)
    with pytest.raises(ValidationError, match="Support ran from"):
        profiles.add_session(**who, episode=episode, held_on=given.LONG_AGO - timedelta(days=1), told=[GOAL])
    assert (VocationalProfile.objects.count(), ProfilePart.objects.count(), Event.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize("source", ["records", "family", "employers"])
def test_others_are_asked_only_when_the_person_agreed(who, episode, source):
    with pytest.raises(ValidationError, match="need the day the person agreed"):
        profiles.add_session(**who, episode=episode, held_on=TODAY, told=[GOAL, Told("goal", "Good", source)])
    late = Told("goal", "Good", source, agreed_on=TODAY + timedelta(days=1))
    with pytest.raises(ValidationError, match="agrees before"):
        profiles.add_session(**who, episode=episode, held_on=TODAY, told=[late])
    assert ProfilePart.objects.count() == 0


def test_a_new_version_carries_over_what_has_not_changed(who, episode):
    first = profiles.add_session(**who, episode=episode, held_on=days_ago(9), told=[GOAL, PAY, SISTER])
    goal, pay, _ = ProfilePart.objects.order_by("pk")
    second = profiles.write(
        **who, episode=episode, written_on=TODAY, prompted_by="job_start", told=[Told("noise", "Quiet", "person")],
        reworded={goal.pk: "A café", pay.pk: " "},
    )  # fmt: skip
    assert (second.number, second.sessions, second.sources, second.prompted_by) == (2, 1, 2, "job_start")
    assert said(second) == [("goal", "A café"), ("goal", "Not nights"), ("noise", "Quiet")]
    days = dict(ProfilePart.objects.filter(profile=second).values_list("words", "said_on"))
    assert days == {"A café": TODAY, "Not nights": days_ago(9), "Quiet": TODAY}
    assert said(first) == [("goal", "A bakery"), ("pay", "12 an hour"), ("goal", "Not nights")]


def test_a_version_kept_on_paper_tells_only_how_it_came_about(who, episode):
    made = profiles.write(**who, episode=episode, written_on=TODAY, sessions=2, sources=3)
    assert (made.number, made.sessions, made.sources) == (1, 2, 3)
    bare = profiles.write(**who, episode=episode, written_on=TODAY)
    assert (bare.number, bare.sessions, bare.sources) == (2, None, None)
    more = profiles.add_session(**who, episode=episode, held_on=TODAY, told=[GOAL])
    assert (more.pk, more.sessions, more.sources) == (bare.pk, 1, 1)


def test_a_person_who_comes_back_need_not_say_it_all_again(who, episode):
    profiles.add_session(**who, episode=episode, held_on=days_ago(9), told=[GOAL])
    with given._laid_down():
        Episode.objects.filter(pk=episode.pk).update(ended_on=days_ago(8))
    again = given.episode(Client.objects.get(pk=episode.client_id), entered_on=days_ago(3))
    made = profiles.write(**who, episode=again, written_on=TODAY, prompted_by="first")
    assert (made.number, said(made)) == (1, [("goal", "A bakery")])


def test_words_are_changed_taken_out_and_added_without_a_session(who, episode):
    profile = profiles.add_session(**who, episode=episode, held_on=days_ago(9), told=[GOAL, PAY, SISTER])
    goal, pay, sister = ProfilePart.objects.order_by("pk")
    reworded = {goal.pk: Reworded("A café", 1), pay.pk: Reworded("12 an hour", 1), sister.pk: Reworded("", 1)}
    told = [Told("noise", "Quiet", "person")]
    changed = profiles.reword(**who, profile=profile, said_on=TODAY, reworded=reworded, told=told)
    assert said(profile) == [("goal", "A café"), ("pay", "12 an hour"), ("noise", "Quiet")]
    assert (changed.sessions, changed.sources) == (1, 1)
    goal.refresh_from_db()
    pay.refresh_from_db()
    assert (goal.version, pay.version) == (2, 1)
    assert ProfilePart.objects.get(pk=sister.pk).withdrawn_because == profiles.TAKEN_OUT


def test_nobody_overwrites_what_they_have_not_seen(who, episode):
    profile = profiles.add_session(**who, episode=episode, held_on=TODAY, told=[GOAL])
    (goal,) = ProfilePart.objects.all()
    profiles.reword(**who, profile=profile, said_on=TODAY, reworded={goal.pk: Reworded("A café", 1)})
    with pytest.raises(ChangedMeanwhile):
        profiles.reword(**who, profile=profile, said_on=TODAY, reworded={goal.pk: Reworded("A shop", 1)})
    with pytest.raises(ValidationError, match="took out one"):
        profiles.reword(**who, profile=profile, said_on=TODAY, reworded={10**6: Reworded("A shop", 1)})
    profiles.write(**who, episode=episode, written_on=TODAY)
    with pytest.raises(ValidationError, match="Version 2 stands now"):
        profiles.reword(**who, profile=profile, said_on=TODAY, reworded={goal.pk: Reworded("A shop", 2)})
    assert said(profile) == [("goal", "A café")]


def test_a_version_is_withdrawn_with_its_words_and_a_session_is_undone_whole(who, episode):
    profile = profiles.add_session(**who, episode=episode, held_on=days_ago(2), told=[GOAL])
    profiles.add_session(**who, episode=episode, held_on=TODAY, told=[SISTER])
    corrections.undo(**who, event=Event.objects.order_by("pk").last(), because="Wrong person")
    profile.refresh_from_db()
    assert (profile.sessions, profile.sources, said(profile)) == (1, 1, [("goal", "A bakery")])
    corrections.withdraw(**who, record=profile, because="Wrong person")
    assert VocationalProfile.objects.standing().count() == ProfilePart.objects.standing().count() == 0


def test_sources_are_counted_anew_when_one_entry_is_put_right_and_again_when_that_is_undone(who, episode):
    profile = profiles.add_session(**who, episode=episode, held_on=TODAY, told=[GOAL, PAY])
    goal, pay = ProfilePart.objects.order_by("pk")

    def sources():
        return VocationalProfile.objects.get(pk=profile.pk).sources

    facts = {"source": "family", "agreed_on": TODAY}
    corrections.correct_record(**who, record=goal, read_version=1, **facts)
    assert sources() == 2
    corrections.undo(**who, event=Event.objects.order_by("pk").last(), because="It was the person")
    assert sources() == 1
    goal.refresh_from_db()
    corrections.correct_record(**who, record=goal, read_version=goal.version, **facts)
    corrections.withdraw(**who, record=pay, because="Said of somebody else")
    assert sources() == 1


def test_a_past_job_is_told_once_a_job_of_the_record(who, episode):
    job = _job(episode)
    facts = {"title": " Baker ", "told_on": TODAY, "from_year": 2015, "until_year": 2018, "liked": "The smell"}
    made = profiles.tell_past_job(**who, client=episode.client, job=job, **facts)
    assert (made.title, made.liked, made.job) == ("Baker", "The smell", job)
    with pytest.raises(ValidationError, match="already written down"):
        profiles.tell_past_job(**who, client=episode.client, job=job, **facts)
    with pytest.raises(ValidationError, match="before the first"):
        profiles.tell_past_job(**who, client=episode.client, **{**facts, "until_year": 2014})
    with pytest.raises(ValidationError, match="after today"):
        profiles.tell_past_job(**who, client=episode.client, **{**facts, "told_on": TODAY + timedelta(days=1)})
    other = Episode.objects.get(client=given.client_held_by(who["by"].roles[0].staff))
    with pytest.raises(ValidationError, match="another person"):
        profiles.tell_past_job(**who, client=other.client, job=job, **facts)
    assert PastJob.objects.count() == 1


def _job(episode):
    with given._laid_down():
        return Job.objects.create(
            service=episode.service, key=f"j{episode.pk}", episode=episode, title="Baker", occupation_code="5432",
            started_on=TODAY, hours_per_week=20, contract="permanent", meets_minimum_wage=True, open_to_anyone=True,
            paid_by_employer=True,
        )  # fmt: skip


def test_nobody_writes_beyond_their_reach(who, service):
    other = Episode.objects.get(client=given.client_held_by(given.staff(service)))
    with given._laid_down():
        profile = VocationalProfile.objects.create(service=service, episode=other, number=1, written_on=TODAY)
    for do in (
        lambda: profiles.add_session(**who, episode=other, held_on=TODAY, told=[GOAL]),
        lambda: profiles.write(**who, episode=other, written_on=TODAY),
        lambda: profiles.reword(**who, profile=profile, said_on=TODAY, reworded={}),
        lambda: profiles.tell_past_job(**who, client=other.client, title="Baker", told_on=TODAY),
    ):
        with pytest.raises(PermissionDenied):
            do()
    assert ProfilePart.objects.count() == PastJob.objects.count() == 0
    assert VocationalProfile.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"words": ""}, {"part": "star sign"}, {"source": "neighbours"}, {"source": "family"}, {"source": "records"},
        {"source": "employers"}, {"source": "family", "agreed_on": TODAY + timedelta(days=1)},
    ],
)  # fmt: skip
def test_impossible_entries_are_refused_by_the_database(service, episode, wrong):
    with given._laid_down():
        profile = VocationalProfile.objects.create(service=service, episode=episode, number=1, written_on=TODAY)
    facts = {"service": service, "profile": profile, "part": "goal", "words": "x", "source": "person", "said_on": TODAY}
    with pytest.raises(IntegrityError), transaction.atomic(), guard.acting(by=None, verb="tests.raw"):
        ProfilePart.objects.create(**facts | wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""}, {"from_year": 1929}, {"until_year": 2101}, {"from_year": 2015, "until_year": 2014},
        {"hours_per_week": 81}, {"job": True},
    ],
)  # fmt: skip
def test_impossible_past_jobs_are_refused_by_the_database(service, episode, wrong):
    facts = {"service": service, "client": episode.client, "title": "Baker", "told_on": TODAY}
    if "job" in wrong:
        wrong = {"job": _job(episode)}
        with given._laid_down():
            PastJob.objects.create(**facts | wrong)
    with pytest.raises(IntegrityError), transaction.atomic(), guard.acting(by=None, verb="tests.raw"):
        PastJob.objects.create(**facts | wrong)

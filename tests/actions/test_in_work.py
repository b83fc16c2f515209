"""In-work support: a rhythm is agreed, a missed contact gets its reason, and the schedules follow."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from placewell.access.roles import Role
from placewell.actions import disclosure, employers, in_work, jobs, support
from placewell.records import guard
from placewell.records.models import Episode, Event, Job, JobEnding, MissedSupport, SupportRhythm
from placewell.records.schedules import running_jobs, support_of
from placewell.rules.finding import Verdict
from placewell.rules.in_work_support import Side
from tests import given
from tests.questions import asks

pytestmark = pytest.mark.django_db
START = given.TODAY - timedelta(days=20)


def day(number: int) -> date:
    return START + timedelta(days=number)


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def specialist(service):
    return given.worker(service, Role.EMPLOYMENT_SPECIALIST, staff=given.staff(service))


@pytest.fixture
def about(service, specialist):
    return {"by": specialist, "service": service}


@pytest.fixture
def episode(specialist):
    return Episode.objects.get(client=given.client_held_by(specialist.roles[0].staff))


@pytest.fixture
def job(service, about, episode):
    return started(about, episode, given.employer(service))


def started(about, episode, employer, **facts):
    told = {
        "title": "Baker", "occupation_code": "5432", "started_on": START, "hours_per_week": 16,
        "contract": "permanent", "meets_minimum_wage": True, "open_to_anyone": True, "paid_by_employer": True,
    }  # fmt: skip
    return jobs.start(**about, episode=episode, employer=employer, **told | facts)


def stands(job, side=Side.PERSON, today=given.TODAY):
    (found,) = support_of(Job.objects.filter(pk=job.pk), today)
    return {one.name: one.finding.verdict for one in found.sides[side]}


def met(about, specialist, episode, number, **facts):
    told = {
        "began_on": day(number), "began_time": "10:00", "minutes": 30, "mode": "face_to_face", "place": "community",
        "phase": "follow_along", "attendance": "attended", "with_whom": "client",
    }  # fmt: skip
    support.note_contact(**about, episode=episode, staff=specialist.roles[0].staff, **told | facts)


def test_a_taper_is_agreed_step_by_step(about, job):
    weekly = in_work.agree_rhythm(**about, job=job, side="person", started_on=day(5), every=1, unit="weeks")
    in_work.agree_rhythm(
        **about, job=job, side="person", started_on=day(19), every=2, unit="weeks", agreed_because="I feel steady"
    )
    weekly.refresh_from_db()
    assert weekly.ended_on == day(19)
    assert SupportRhythm.objects.standing().count() == 2
    assert Event.objects.filter(verb="support_rhythm.agreed", facts_from__isnull=False).count() == 0


def test_no_more_contact_can_be_agreed(about, job):
    in_work.agree_rhythm(**about, job=job, side="employer", started_on=day(20), agreed_because="she asked for it")
    assert SupportRhythm.objects.get().every is None


def test_no_rhythm_before_the_job_nor_over_a_later_one(about, job):
    with pytest.raises(ValidationError, match="The job began"):
        in_work.agree_rhythm(**about, job=job, side="person", started_on=day(-1), every=1, unit="weeks")
    in_work.agree_rhythm(**about, job=job, side="person", started_on=day(10), every=1, unit="weeks")
    with pytest.raises(ValidationError, match="End that one first"):
        in_work.agree_rhythm(**about, job=job, side="person", started_on=day(5), every=1, unit="weeks")
    with pytest.raises(ValidationError, match="both how many"):
        in_work.agree_rhythm(**about, job=job, side="person", started_on=day(15), every=1)
    assert SupportRhythm.objects.count() == 1


def test_a_missed_contact_gets_its_reason_once_its_days_are_over(about, job):
    assert stands(job)["Week 2"] == Verdict.NOT_MET
    due = {"job": job, "side": "person", "began_on": day(7), "over_on": day(13)}
    in_work.explain_missed(**about, **due, reason="not_reached", words="rang twice")
    (found,) = support_of(Job.objects.filter(pk=job.pk), given.TODAY)
    week_2 = next(one for one in found.sides[Side.PERSON] if one.name == "Week 2")
    assert week_2.reason == "tried, and nobody was reached: rang twice"
    assert found.latest_missed(Side.PERSON).name == "Week 1"
    with pytest.raises(ValidationError, match="can still be kept"):
        in_work.explain_missed(**about, job=job, side="person", began_on=day(14), over_on=day(20), reason="not_reached")
    with pytest.raises(ValidationError, match="already recorded"):
        in_work.explain_missed(**about, **due, reason="not_wanted")


def test_contacts_with_the_person_keep_their_side(about, specialist, episode, job):
    met(about, specialist, episode, 2)
    met(about, specialist, episode, 9, mode="telephone", place="remote")
    met(about, specialist, episode, 15, attendance="no_answer")
    assert {name: str(verdict) for name, verdict in stands(job).items() if name[:4] in ("The ", "Week")} == {
        "The week before the start": "not_met", "The first 3 days": "met", "Week 1": "met", "Week 2": "not_met",
        "Week 3": "not_due", "Week 4": "not_due",
    }  # fmt: skip


def test_the_employers_side_follows_what_the_person_chose(service, about, specialist, episode, job):
    assert stands(job, Side.EMPLOYER)["Week 1"] == Verdict.NOT_RECORDED
    talk = {"pros_and_cons": True, "wording_agreed": True, "choice": "tell_some"}
    disclosure.discuss(**about, episode=episode, held_on=day(-10), specialist_may_contact_employers=True, **talk)
    assert stands(job, Side.EMPLOYER)["Week 1"] == Verdict.NOT_MET
    visit = {
        "staff": specialist.roles[0].staff, "episode": episode, "made_on": day(3), "mode": "telephone",
        "hiring_authority": True, "made_by_client": False,
    }  # fmt: skip
    employers.note_contact(**about, employer=given.employer(service, name="Other"), purpose="in_work_support", **visit)
    employers.note_contact(**about, employer=job.employer, purpose="thank", **visit)
    assert stands(job, Side.EMPLOYER)["Week 1"] == Verdict.NOT_MET
    employers.note_contact(**about, employer=job.employer, purpose="in_work_support", **visit)
    assert stands(job, Side.EMPLOYER)["Week 1"] == Verdict.MET
    disclosure.discuss(**about, episode=episode, held_on=day(12), specialist_may_contact_employers=False, **talk)
    later = stands(job, Side.EMPLOYER)
    assert (later["Week 1"], later["Week 2"], later["Week 3"]) == ("met", "does_not_apply", "does_not_apply")


def test_many_jobs_take_five_questions_where_nobody_has_talked_of_employers(service, about, specialist, episode, job):
    other = Episode.objects.get(client=given.client_held_by(specialist.roles[0].staff))
    started(about, other, given.employer(service, name="Other"))
    started(about, other, None, title="Gardener", contract="self_employed", paid_by_employer=False)
    with asks(5):
        found = support_of(running_jobs([episode.pk, other.pk], given.TODAY), given.TODAY)
    assert [one.job.title for one in found] == ["Baker", "Baker", "Gardener"]
    assert set(stands(found[2].job, Side.EMPLOYER).values()) == {Verdict.DOES_NOT_APPLY}


def test_a_job_whose_end_became_known_a_week_ago_is_listed_no_more(about, episode, job):
    ended = {"job": job, "ended_on": day(8), "end_reason": "redundant"}
    jobs.end(**about, **ended, end_known_on=given.TODAY - timedelta(days=6))
    assert list(running_jobs([episode.pk], given.TODAY)) == [job]
    assert list(running_jobs([episode.pk], given.TODAY + timedelta(days=1))) == []


def test_nobody_agrees_or_explains_beyond_their_reach(service, specialist, job):
    other = given.worker(service, Role.EMPLOYMENT_SPECIALIST, staff=given.staff(service))
    with pytest.raises(PermissionDenied):
        in_work.agree_rhythm(by=other, service=service, job=job, side="person", started_on=START)
    with pytest.raises(PermissionDenied):
        in_work.explain_missed(
            by=other, service=service, job=job, side="person", began_on=day(0), over_on=day(6), reason="not_wanted"
        )
    assert SupportRhythm.objects.count() == MissedSupport.objects.count() == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"side": "both"},
        {"unit": "years"},
        {"every": 0},
        {"every": 91},
        {"every": None},
        {"unit": ""},
        {"ended_on": START - timedelta(days=1)},
    ],
)
def test_impossible_rhythms_are_refused_by_the_database(service, job, wrong):
    facts = {"service": service, "job": job, "side": "person", "every": 2, "unit": "weeks", "started_on": START}
    with pytest.raises(IntegrityError), transaction.atomic(), guard.acting(by=None, verb="tests.raw"):
        SupportRhythm.objects.create(**facts | wrong)


@pytest.mark.parametrize(
    "wrong",
    [{"side": "both"}, {"reason": "rain"}, {"reason": "other"}, {"over_on": START - timedelta(days=1)}],
)
def test_impossible_reasons_are_refused_by_the_database(service, job, wrong):
    facts = {
        "service": service, "job": job, "side": "person", "began_on": START, "over_on": day(6), "reason": "not_wanted",
    }  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic(), guard.acting(by=None, verb="tests.raw"):
        MissedSupport.objects.create(**facts | wrong)


def test_one_side_has_one_rhythm_and_one_reason_a_day(service, job):
    rhythm = {"service": service, "job": job, "side": "person", "started_on": START}
    reason = {"service": service, "job": job, "side": "person", "began_on": START, "over_on": day(6)}
    with guard.acting(by=None, verb="tests.raw"):
        SupportRhythm.objects.create(**rhythm)
        MissedSupport.objects.create(**reason, reason="not_wanted")
    for again in (
        lambda: SupportRhythm.objects.create(**rhythm, every=1, unit="weeks"),
        lambda: MissedSupport.objects.create(**reason, reason="not_reached"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic(), guard.acting(by=None, verb="tests.raw"):
            again()


ENDED = {"ended_on": day(15), "end_reason": "resigned_health", "end_known_on": day(16)}
TOLD = {"person_words": "Nights", "employer_reason": "dismissed", "employer_words": "Late", "learned": "Days only"}


def test_an_end_is_told_twice_in_one_action(about, job):
    jobs.end(**about, job=job, **ENDED, next_job_help_offered_on=day(16), told=TOLD)
    job.refresh_from_db()
    assert (job.ended_on, job.end_reason, job.next_job_help_offered_on) == (day(15), "resigned_health", day(16))
    told = JobEnding.objects.get()
    assert (told.person_words, told.employer_reason, told.learned) == ("Nights", "dismissed", "Days only")
    assert told.event == job.event


def test_an_end_without_words_leaves_no_telling_and_can_be_told_later_once(about, job):
    with pytest.raises(ValidationError, match="has not ended"):
        in_work_told(about, job)
    jobs.end(**about, job=job, **ENDED)
    job.refresh_from_db()
    assert JobEnding.objects.count() == 0
    in_work_told(about, job)
    with pytest.raises(ValidationError, match="already told"):
        in_work_told(about, job)


def in_work_told(about, job):
    return jobs.tell_ending(**about, job=job, employer_not_asked="not_yet")


def test_help_before_the_end_undoes_the_whole_end(about, job):
    with pytest.raises(ValidationError, match="after this one has ended"):
        jobs.end(**about, job=job, **ENDED, next_job_help_offered_on=day(14), told=TOLD)
    job.refresh_from_db()
    assert (job.ended_on, JobEnding.objects.count()) == (None, 0)


def test_a_job_ends_on_its_first_day_at_the_earliest(about, job):
    with pytest.raises(ValidationError, match="before the first day of the job") as refused:
        jobs.end(**about, job=job, **(ENDED | {"ended_on": day(-1)}), told=TOLD)
    assert list(refused.value.error_dict) == ["ended_on"]
    job.refresh_from_db()
    assert (job.ended_on, JobEnding.objects.count()) == (None, 0)
    jobs.end(**about, job=job, **(ENDED | {"ended_on": day(0)}))


def test_nobody_tells_an_end_beyond_their_reach(service, about, job):
    jobs.end(**about, job=job, **ENDED)
    other = given.worker(service, Role.EMPLOYMENT_SPECIALIST, staff=given.staff(service))
    with pytest.raises(PermissionDenied):
        in_work_told({"by": other, "service": service}, job)


@pytest.mark.parametrize(
    "wrong",
    [
        {"employer_not_asked": ""},
        {"employer_reason": "dismissed"},
        {"employer_reason": "bored", "employer_not_asked": ""},
        {"employer_not_asked": "never"},
        {"employer_words": "Late"},
        {"notice": "long"},
        {"claim_help": "some"},
    ],
)
def test_impossible_endings_are_refused_by_the_database(service, job, wrong):
    facts = {"service": service, "job": job, "employer_not_asked": "not_yet"}
    with pytest.raises(IntegrityError), transaction.atomic(), guard.acting(by=None, verb="tests.raw"):
        JobEnding.objects.create(**facts | wrong)


def test_a_job_ends_once(service, job):
    facts = {"service": service, "job": job, "employer_not_asked": "not_yet"}
    with guard.acting(by=None, verb="tests.raw"):
        JobEnding.objects.create(**facts)
    with pytest.raises(IntegrityError), transaction.atomic(), guard.acting(by=None, verb="tests.raw"):
        JobEnding.objects.create(**facts)

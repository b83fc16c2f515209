"""Which clocks run for somebody, beside each boundary."""

from datetime import date, timedelta

import pytest

from placewell.rules.benefits_prompts import Advice
from placewell.rules.deadlines import Standard
from placewell.rules.due import EpisodeFacts, JobFacts, ReferralFacts, of_episode, of_log, of_referral

TODAY = date(2026, 6, 30)
DAY = timedelta(days=1)
STANDARDS = {
    "days_to_acknowledge": Standard(2, "working days", "Ours"),
    "days_to_first_contact": Standard(5, "working days", "Ours"),
    "days_to_first_profile": Standard(28, "days", "Ours"),
    "days_to_first_employer_contact": Standard(30, "days", "Ours"),
    "plan_review": Standard(4, "weeks", "Ours"),
    "days_to_reach_out": Standard(14, "days", "Ours"),
    "days_to_profile_after_a_job_change": Standard(30, "days", "Ours"),
    "days_to_advice_after_a_change": Standard(14, "days", "Ours"),
    "days_to_next_job_help": Standard(30, "days", "Ours"),
    "time_to_close_a_log": Standard(1, "weeks", "Ours"),
}


def ago(days: int) -> date:
    return TODAY - days * DAY


def rules(facts: EpisodeFacts, **more) -> dict[str, bool]:
    """The rules whose clocks run, and whether each is late."""
    found = of_episode(facts, **{"standard": STANDARDS.get, "today": TODAY, **more})
    return {clock.rule: clock.is_late for clock in found}


def offered(*days: int, **more) -> frozenset[Advice]:
    return frozenset(Advice(ago(day), **more) for day in days)


# Somebody for whom nothing is due.
QUIET = {
    "entered_on": ago(100), "profile_on": ago(90), "met_employer_on": ago(80), "last_contact_on": ago(1),
    "advice": offered(1),
}  # fmt: skip


def job(started: int, ended: int | None = None, **facts) -> JobFacts:
    return JobFacts(1, "Baker", ago(started), None if ended is None else ago(ended), **facts)


def test_nothing_is_due_for_who_is_well_looked_after():
    assert rules(EpisodeFacts(**QUIET)) == {}


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"entered_on": ago(28), "profile_on": None}, {"first_profile": False}),
        ({"entered_on": ago(29), "profile_on": None}, {"first_profile": True}),
        ({"entered_on": ago(30), "met_employer_on": None}, {"first_employer_contact": False}),
        ({"entered_on": ago(31), "met_employer_on": None}, {"first_employer_contact": True}),
        ({"plan_agreed_on": ago(28)}, {"plan_review": False}),
        ({"plan_agreed_on": ago(29)}, {"plan_review": True}),
        ({"plan_agreed_on": ago(60), "plan_reviewed_on": ago(29)}, {"plan_review": True}),
        ({"last_contact_on": ago(13)}, {}),
        ({"last_contact_on": ago(14)}, {"re_engagement": False}),
        ({"last_contact_on": ago(15)}, {"re_engagement": True}),
        ({"last_contact_on": ago(60), "last_try_on": ago(13)}, {}),
        ({"last_contact_on": ago(60), "last_try_on": ago(15)}, {"re_engagement": True}),
        ({"last_contact_on": None, "entered_on": ago(13)}, {}),
        # Stepped down: the clinical team follows the person, and the plan is still reviewed.
        ({"stepped_down_on": TODAY, "last_contact_on": None, "plan_agreed_on": ago(29)}, {"plan_review": True}),
        ({"stepped_down_on": TODAY + DAY, "last_contact_on": ago(20)}, {"re_engagement": True}),
    ],
)
def test_each_clock_beside_its_boundary(facts, found):
    assert rules(EpisodeFacts(**QUIET | facts)) == found


@pytest.mark.parametrize(
    ("job", "facts", "found"),
    [
        (job(14), {"advice": offered(), "profile_on": ago(14)}, {"advice_after_a_change": False}),
        (job(15), {"advice": offered(), "profile_on": ago(14)}, {"advice_after_a_change": True}),
        # Given before the start it answers for it, however long before; offered alone it does not.
        (job(15), {"advice": offered(90, held_on=ago(80), by_adviser=True), "profile_on": ago(14)}, {}),
        (job(15), {"advice": offered(16), "profile_on": ago(14)}, {"advice_after_a_change": True}),
        (job(50, changes=(ago(10),)), {"advice": offered(50), "profile_on": ago(40)}, {"advice_after_a_change": False}),
        (job(50, changes=(ago(10),)), {"profile_on": ago(40)}, {}),
        (job(50, changes=(TODAY + DAY,)), {"profile_on": ago(40), "advice": offered(40)}, {}),
        # Of a start and a change without advice, the start has waited longer.
        (job(50, changes=(ago(10),)), {"advice": offered(), "profile_on": ago(40)}, {"advice_after_a_change": True}),
        (
            job(60, 10),
            {"advice": offered(20), "profile_on": ago(5), "last_contact_on": ago(1)},
            {"advice_after_a_change": False, "next_job_help": False},
        ),
        (job(30), {"profile_on": ago(31)}, {"profile_after_a_job": False}),
        (job(31), {"profile_on": ago(32)}, {"profile_after_a_job": True}),
        (job(31), {"profile_on": ago(31)}, {}),
        # The start has waited longer for a version than the end.
        (
            job(40, 5),
            {"profile_on": ago(50), "advice": offered(5)},
            {"profile_after_a_job": True, "next_job_help": False},
        ),
        # No profile at all is the first profile's matter.
        (job(31), {"profile_on": None}, {"first_profile": True}),
        # In work, the rhythm of in-work support asks, and nobody need meet an employer first.
        (job(20), {"last_contact_on": ago(20), "met_employer_on": None, "profile_on": ago(5)}, {}),
        (job(60, 30), {"profile_on": ago(5)}, {"next_job_help": False}),
        (job(60, 31), {"profile_on": ago(5)}, {"next_job_help": True}),
        (job(60, 31, next_job_help_on=ago(20)), {"profile_on": ago(5)}, {}),
        (job(60, -3), {"profile_on": ago(5)}, {}),  # the end lies ahead
    ],
)
def test_a_job_asks_for_what_follows_it(job, facts, found):
    assert rules(EpisodeFacts(**QUIET | facts, jobs=(job,))) == found


def test_the_next_job_needs_no_help_towards_it_once_it_runs():
    jobs = (job(60, 31), job(10))
    assert "next_job_help" not in rules(EpisodeFacts(**QUIET | {"profile_on": ago(5)}, jobs=jobs))


def test_without_a_standard_nothing_runs():
    facts = EpisodeFacts(entered_on=ago(400), plan_agreed_on=ago(300), jobs=(job(200, 100),))
    assert rules(facts, standard=lambda key: None) == {}


def test_the_words_name_what_is_asked_for_and_the_job():
    facts = EpisodeFacts(**QUIET | {"advice": offered(), "profile_on": ago(1)}, jobs=(job(10),))
    [clock] = of_episode(facts, standard=STANDARDS.get, today=TODAY)
    said = "the benefits advice after the start of the job as Baker is due by 4 July 2026"
    assert (clock.due.finding.because, clock.due.standard, clock.job) == (said, "Ours", 1)


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({}, {"acknowledgement": True, "first_contact": False}),
        ({"acknowledged_on": ago(5)}, {"first_contact": False}),
        ({"first_contact_on": ago(5)}, {"acknowledgement": True}),
        ({"acknowledged_on": ago(5), "first_contact_on": ago(5)}, {}),
        ({"acknowledged_on": ago(5), "declined_on": ago(3)}, {}),
    ],
)
def test_a_referral_waits_for_two_things(facts, found):
    received = ReferralFacts(received_on=ago(7), **facts)  # a Tuesday: five working days later is today
    clocks = of_referral(received, standard=STANDARDS.get, today=TODAY)
    assert {clock.rule: clock.is_late for clock in clocks} == found


def test_working_days_leave_out_the_holidays_given():
    received = ReferralFacts(received_on=ago(8), acknowledged_on=ago(8))
    told = {"standard": STANDARDS.get, "today": TODAY}
    assert of_referral(received, **told)[0].is_late
    assert not of_referral(received, **told, holidays={ago(4)})[0].is_late


@pytest.mark.parametrize(("days", "late"), [(7, False), (8, True)])
def test_a_log_is_closed_within_a_week_of_its_last_day(days, late):
    monday = date(2026, 6, 15)
    [clock] = of_log(week_starting=monday, standard=STANDARDS.get, today=monday + (6 + days) * DAY)
    assert (clock.rule, clock.is_late) == ("week_log", late)

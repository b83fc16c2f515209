"""What a caseload is worked out from agrees with the course of each episode, on made-up services."""

from datetime import date, timedelta

import pytest

from placewell.access.application_scope import one_told
from placewell.records.caseload import held_in, work_in
from placewell.records.models import Allocation, Application, ApplicationResult, Episode, Interview
from placewell.records.stages import courses, facts_of_episode
from placewell.rules.stages import stage_of
from tests import given
from tests.measures.loading import load
from tests.random_services import random_package

AS_AT = date(2026, 6, 30)


@pytest.mark.parametrize("seed", range(4))
def test_the_stage_is_the_one_that_every_other_page_says(seed, db):
    load(random_package(seed, as_at=AS_AT, people=30))
    held = held_in(Allocation.objects.all(), AS_AT)
    assert held
    work = work_in(held, AS_AT)
    episodes, _ = courses([one.client for one in held], AS_AT)
    for one in held:
        course = next(episode for episode in episodes[one.client] if episode.pk == one.episode)
        told = stage_of(facts=work[one.episode].stage_facts(one), today=AS_AT)
        assert told == stage_of(facts=facts_of_episode(course), today=AS_AT)
        assert work[one.episode].last_contact_on == course.last_contact_on


def test_nobody_is_held_once_support_or_the_allocation_is_over(db):
    load(random_package(1, as_at=AS_AT, people=30))
    for one in held_in(Allocation.objects.all(), AS_AT):
        assert one.entered_on <= AS_AT
        assert one.ended_on is None or one.ended_on > AS_AT


def test_who_interviews_is_worked_out_as_for_one_application_alone(db):
    """The slow way: each application by itself, the next interview of all that are open, else the latest held."""
    service = given.service()
    keeper, employer = given.staff(service), given.employer(service)
    kinds = [(-3, ""), (-9, "held"), (5, ""), (2, ""), (-1, "off_by_employer"), (-2, "held")]
    with given._laid_down():
        for place in range(12):
            episode = Episode.objects.get(client=given.client_held_by(keeper))
            for more in range(place % 3):
                _apply(episode, employer, kinds[(place + more) % len(kinds)], is_closed=(place + more) % 4 == 0)
    held = held_in(Allocation.objects.all(), given.TODAY)
    work = work_in(held, given.TODAY)
    wanted = {one.episode: _slowly(one.episode) for one in held}
    assert {one.episode: work[one.episode].interview_on for one in held} == wanted
    assert sum(on is not None for on in wanted.values()) >= 4
    alone = [one for one in held if any("Interview: " in each.words for each in work[one.episode].meetings)]
    assert {one.episode for one in alone} == {pk for pk, on in wanted.items() if on and on >= given.TODAY}


def _apply(episode, employer, told, *, is_closed):
    number = Application.objects.count()
    of = {"service": episode.service}
    made = Application.objects.create(
        **of, episode=episode, employer=employer, title=f"Job {number}", applied_on=given.TODAY - timedelta(days=20),
        how="cv", sent_by="person",
    )  # fmt: skip
    days, came_of = told
    Interview.objects.create(
        **of, application=made, held_on=given.TODAY + timedelta(days=days), kind="phone", came_of=came_of
    )
    if is_closed:
        ApplicationResult.objects.create(**of, application=made, came_on=given.TODAY, kind="turned_down_by_employer")


def _slowly(episode):
    days = []
    for application in Application.objects.filter(episode=episode):
        told = one_told(application)
        if told.stands(given.TODAY).state in ("booked", "interviewed"):
            days.append(told.stands(given.TODAY).since)
    ahead = sorted(on for on in days if on >= given.TODAY)
    return ahead[0] if ahead else max(days, default=None)

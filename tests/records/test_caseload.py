"""What a caseload is worked out from agrees with the course of each episode, on made-up services."""

from datetime import date

import pytest

from placewell.records.caseload import held_in, work_in
from placewell.records.models import Allocation
from placewell.records.stages import courses, facts_of_episode
from placewell.rules.stages import stage_of
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

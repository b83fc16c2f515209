"""The facts of clocks, asked for a caseload at once, are those that one person's record tells."""

from datetime import date

import pytest

from placewell.records import due
from placewell.records.models import BenefitsAdvice, Episode, Job, JobChange
from placewell.rules import benefits_prompts
from placewell.rules.deadlines import Standard
from placewell.web.presenters.benefits import prompts_of
from placewell.web.presenters.clients.due import happened
from placewell.web.presenters.timeline import whole_record
from tests.measures.loading import load
from tests.questions import asks
from tests.random_services import random_package

AS_AT = date(2026, 6, 30)


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(4))
def test_a_caseload_and_a_person_s_page_know_the_same(seed):
    load(random_package(seed, as_at=AS_AT, people=20, messy=False))
    episodes = [one for one in Episode.objects.select_related("client") if one.lives_on(AS_AT)]
    assert episodes
    with asks(3):
        facts = due.of_episodes(episodes, AS_AT)
    for episode in episodes:
        assert facts[episode.pk] == happened(episode, whole_record(episode.client), AS_AT)


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(3))
def test_the_page_of_benefits_advice_and_a_caseload_ask_for_the_same(seed):
    load(random_package(seed, as_at=AS_AT, people=20, messy=False))
    episodes = [one for one in Episode.objects.standing() if one.lives_on(AS_AT)]
    facts = due.of_episodes(episodes, AS_AT)
    told = {"standard": Standard(14, "days", "IPS-25"), "today": AS_AT}
    asked = 0
    for episode in episodes:
        jobs = list(Job.objects.standing().filter(episode=episode))
        changes = list(JobChange.objects.standing().filter(job__in=jobs))
        advice = list(BenefitsAdvice.objects.standing().filter(episode=episode))
        of_page = prompts_of([episode], jobs, changes, advice, **told)
        of_list = benefits_prompts.prompts(
            jobs=facts[episode.pk].jobs, advice=facts[episode.pk].advice, ended_on=episode.ended_on, **told
        )
        assert sorted(of_page, key=str) == sorted(of_list, key=str)
        asked += any(one.asks for one in of_page)
    assert asked

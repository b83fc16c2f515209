"""The facts of clocks, asked for a caseload at once, are those that one person's record tells."""

from datetime import date

import pytest

from placewell.records import due
from placewell.records.models import Episode
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
    with asks(4):
        facts = due.of_episodes(episodes, AS_AT)
    for episode in episodes:
        assert facts[episode.pk] == happened(episode, whole_record(episode.client), AS_AT)

"""A list narrowed to a stage holds just those whose stage the rule says it is, on made-up services."""

from datetime import date, timedelta

import pytest

from placewell.records.models import Client
from placewell.records.stages import courses, in_stage, standing_of
from placewell.rules.stages import Stage
from tests.measures.loading import load
from tests.random_services import random_package

AS_AT = date(2026, 6, 30)


@pytest.mark.parametrize("seed", range(5))
def test_conditions_and_rule_agree(seed, db):
    load(random_package(seed, as_at=AS_AT, people=30))
    everybody = list(Client.objects.values_list("pk", flat=True))
    for today in (AS_AT, AS_AT - timedelta(days=200)):
        episodes, referrals = courses(everybody, today)
        told = {pk: standing_of(episodes[pk], referrals[pk], today) for pk in everybody}
        for stage in Stage:
            wanted = {pk for pk, standing in told.items() if standing and standing.stage == stage}
            assert set(in_stage(Client.objects.standing(), stage, today).values_list("pk", flat=True)) == wanted, stage

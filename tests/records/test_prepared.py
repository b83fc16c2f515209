"""PostgreSQL keeps the plan of a question that is asked again."""

import pytest
from django.db import connection

from placewell.records.models import Client
from placewell.records.prepared import MOST
from tests import given

pytestmark = pytest.mark.django_db


def test_a_question_asked_again_is_planned_once():
    client = given.client(given.service())
    for _ in range(6):
        assert Client.objects.filter(pk=client.pk, family_name="Marsh").exists()
    if connection.vendor != "postgresql":
        return
    assert connection.connection.prepared_max == MOST
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%family_name%'")
        assert cursor.fetchone() == (1,)

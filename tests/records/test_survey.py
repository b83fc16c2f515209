"""After a survey the database knows how large its tables are."""

import pytest
from django.db import connection

from placewell.records.survey import survey
from tests import given

pytestmark = pytest.mark.django_db
KNOWN = {
    "sqlite": "SELECT stat FROM sqlite_stat1 WHERE tbl = 'records_client' LIMIT 1",
    "postgresql": "SELECT reltuples::int FROM pg_class WHERE relname = 'records_client'",
}


def test_the_database_knows_how_many_rows_there_are():
    service = given.service()
    for _ in range(7):
        given.client(service)
    survey()
    with connection.cursor() as cursor:
        cursor.execute(KNOWN[connection.vendor])
        (told,) = cursor.fetchone()
    assert int(str(told).split()[0]) == 7

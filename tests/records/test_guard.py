"""Nothing is written to the record outside an action, by whatever way."""

import pytest
from django.db import connection, transaction

from placewell.records.guard import WriteOutsideAction, acting, now_acting
from placewell.records.models import Client, ReadingLog, Service
from tests import given

pytestmark = pytest.mark.django_db

SQL = [
    "insert into records_service (name) values ('x')",
    "INSERT OR REPLACE INTO records_service (name) values ('x')",
    "replace into records_service (name) values ('x')",
    "update \"records_service\" set name = 'x'",
    "  update records_service set name = 'x'",
    "delete from records_service",
    "DELETE FROM ONLY records_service",
    "truncate table records_service",
    "with x as (select 1) insert into records_service (name) select 'x' from x",
    "WITH x AS (SELECT 1)\nUPDATE records_service SET name = 'x'",
    "with x as (select 1) delete from records_client",
    "update access_roleheld set role = 'administrator'",
    "update people_account set is_active = true",
]


@pytest.mark.parametrize("sql", SQL)
def test_plain_sql_is_refused(sql):
    with pytest.raises(WriteOutsideAction), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_every_way_of_the_framework_is_refused():
    service = given.service()
    client, employer = given.client(service), given.employer(service)
    ways = [
        lambda: Service.objects.create(key="S9", name="x", country="GB"),
        lambda: Service.objects.bulk_create([Service(key="S9", name="x", country="GB")]),
        lambda: client.save(),
        lambda: Client.objects.bulk_update([client], ["given_name"]),
        lambda: Client.objects.update(given_name="x"),
        lambda: employer.delete(),
        lambda: Client.objects.all()._raw_delete("default"),
        lambda: Client.objects.get_or_create(
            service=service, key="new", defaults={"given_name": "x", "family_name": "y"}
        ),
        lambda: Client.objects.update_or_create(key=client.key, defaults={"given_name": "x"}),
    ]
    for way in ways:
        with pytest.raises(WriteOutsideAction), transaction.atomic():
            way()
    assert Client.objects.get() == client


def test_many_rows_at_once_are_refused():
    with pytest.raises(WriteOutsideAction), transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany("update records_service set name = %s", [("x",), ("y",)])


def test_reading_is_free_and_a_look_may_be_noted():
    client = given.client(given.service())
    ReadingLog.objects.create(by=given.account(), client=client, page="timeline")
    with connection.cursor() as cursor:
        cursor.execute("with x as (select count(*) as n from records_client) select n from x")
        assert cursor.fetchone() == (1,)


def test_an_action_opens_the_record_and_closes_it():
    with acting(by=None, verb="tests.given"):
        assert now_acting().verb == "tests.given"
        Service.objects.create(key="S9", name="x", country="GB")
    assert now_acting() is None
    with pytest.raises(WriteOutsideAction), transaction.atomic():
        Service.objects.update(name="y")

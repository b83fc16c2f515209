"""Questions in PostgreSQL's own style, and connections that are asked nothing to see whether they live."""

import pytest
from django.db import connection
from psycopg import sql

from placewell.settings.postgresql.base import in_its_style


@pytest.mark.parametrize(
    ("query", "told", "names"),
    [
        ("SELECT %s, %s", "SELECT $1, $2", ()),
        ("SELECT %s LIKE '%%a%%' AND '%%s' = %s", "SELECT $1 LIKE '%a%' AND '%s' = $2", ()),
        ("SELECT %(b)s, %(a)s, %(b)s", "SELECT $1, $2, $3", ("b", "a", "b")),
        ("SELECT '%%'", "SELECT '%'", ()),
    ],
)
def test_places_are_numbered(query, told, names):
    assert in_its_style(query) == (told, names)


@pytest.mark.django_db
def test_values_go_where_they_belong_in_either_style():
    with connection.cursor() as cursor:
        cursor.execute("SELECT CAST(%s AS integer) + 1, '50 %%', CAST(%s AS text)", [1, "a"])
        assert cursor.fetchone() == (2, "50 %", "a")
        cursor.execute("SELECT CAST(%(n)s AS integer), CAST(%(n)s AS integer)", {"n": 7})
        assert cursor.fetchone() == (7, 7)
        cursor.execute("SELECT '50 %'")
        assert cursor.fetchone() == ("50 %",)


@pytest.mark.django_db
def test_names_that_the_driver_puts_in_leave_the_values_their_places():
    if connection.vendor == "postgresql":
        query = sql.SQL("SELECT {} FROM (SELECT %s::text AS {}) AS one").format(*[sql.Identifier("a")] * 2)
        assert connection.connection.execute(query, ["50 %"]).fetchone() == ("50 %",)


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_the_server_ended_is_known_to_be_of_no_use():
    if connection.vendor != "postgresql":
        assert connection.is_usable()
        return
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            (own,) = cursor.fetchone()
        assert other.is_usable()
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [own])
        assert not other.is_usable()
    finally:
        other.close()

"""Questions in SQLite's own style are what Django makes of them, whether or not they were asked before."""

import pytest
from django.db import connection
from django.db.backends.sqlite3.base import SQLiteCursorWrapper

from placewell.settings.sqlite.base import LONGEST, in_its_style


@pytest.mark.parametrize(
    "query", ["SELECT %s", "SELECT %s LIKE '%%a' AND %s", "SELECT '%%s', %s", "SELECT 1", f"SELECT {'%s, ' * 9}%s"]
)
def test_it_is_what_django_makes_of_it(query):
    assert in_its_style(query) == in_its_style(query) == SQLiteCursorWrapper.convert_query(None, query)


@pytest.mark.django_db
def test_values_go_where_they_belong_however_long_the_question_is():
    many = LONGEST // len("%s, ") + 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT CAST(%s AS integer), '50 %%', CAST(%s AS text)", [1, "a"])
        assert cursor.fetchone() == (1, "50 %", "a")
        cursor.execute(f"SELECT 7 IN ({', '.join(['%s'] * many)})", list(range(many)))
        assert cursor.fetchone()[0]

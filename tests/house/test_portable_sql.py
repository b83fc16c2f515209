"""Measures are plain SQL: the same text runs on SQLite, PostgreSQL, DuckDB and Spark."""

import pytest

from tests.house.portable_sql import faults
from tests.house.tree import PACKAGE, files, short


def test_measures_say_only_what_every_engine_understands():
    measures = files(".sql", under=PACKAGE / "measures")
    assert measures
    assert {short(path): found for path in measures if (found := faults(path.read_text()))} == {}


@pytest.mark.parametrize(
    ("sql", "fault"),
    [
        ("select a / b as c from t", "division"),
        ("select a % 2 as c from t", "division"),
        ("select now() as c", "now"),
        ("select current_date as c", "clock"),
        ("select date '2026-01-01' as c", "date or time"),
        ("select greatest(a, b) as c from t", "greatest"),
        ("select median(a) as c from t", "median"),
        ("select a::int as c from t", "cast"),
        ("select cast(a as text) as c from t", "cast to text"),
        ("select sum(a) over (partition by b order by d) as c from t", "frame"),
        ("select a as c from t where b = true", "true or false"),
        ("with x as (select 1 as a) insert into t select a from x", "write"),
        ("select julianday(a) as c from t", "julianday"),
        ("select a as c from t; drop table t", "write"),
    ],
)
def test_what_differs_between_engines_is_refused(sql, fault):
    assert any(fault in found for found in faults(sql)), faults(sql)


def test_plain_sql_is_let_through():
    assert faults(
        """-- 50 % / half: a comment says what it likes
        with x as (select a, sum(b) as b from t where k in ('a/b', 'c') and d < :to group by a),
        y (a, n) as (select a, row_number() over (partition by a order by b) as n from x)
        select a as unit,
        cast(sum(n) over (order by a rows between unbounded preceding and current row) as integer) as n,
        case when coalesce(n, 0) > {limit} then 1 else 0 end as many from y where exists (select 1 from x)"""
    ) == []

"""The same text of SQL gives the same counted units on the database, on DuckDB and on Spark SQL."""

import sys
from datetime import date
from unittest.mock import patch

import pytest

from placewell.measures import lake
from placewell.measures.catalogue import MEASURES, outcomes
from placewell.measures.counting import count
from placewell.measures.looking_up import LOOKUPS, look_up
from placewell.measures.runners.django import DjangoRunner
from placewell.measures.runners.duckdb import DuckdbRunner
from placewell.measures.runners.spark import SparkRunner
from placewell.measures.together import count_together
from placewell.measures.views import Scope
from tests.measures.loading import EXAMPLE, load
from tests.random_services import random_package
from tests.slow_ways import read_package

AS_AT = date(2026, 6, 30)
FROM = date(2025, 7, 1)
PACKAGES = {"example": None, "seed 3": 3, "seed 20": 20}


def package(seed):
    return read_package(EXAMPLE) if seed is None else random_package(seed, as_at=AS_AT, people=30)


@pytest.fixture(params=PACKAGES)
def scope(request, db):
    services = load(package(PACKAGES[request.param]))
    return Scope((services["S1"].pk,))


@pytest.fixture(scope="session")
def sail():
    """A Spark session served by Sail, on a port of its own."""
    from pysail.spark import SparkConnectServer
    from pyspark.sql import SparkSession

    server = SparkConnectServer(port=0)
    server.start(background=True)
    host, port = server.listening_address
    # A main module without a file, as the processes of pytest-xdist have, pyspark takes for its own doctests.
    with patch.object(sys.modules["__main__"], "__file__", __file__, create=True):
        session = SparkSession.builder.remote(f"sc://127.0.0.1:{port}").getOrCreate()
        yield session
        session.stop()
    server.stop()


def everything(scope, runner):
    """The units of every measure, and the rows of every lookup."""
    found = {
        name: count(measure, scope=scope, as_at=AS_AT, from_=FROM if measure.is_outcome else None, runner=runner)
        for name, measure in MEASURES.items()
    }
    for path in LOOKUPS.glob("*.sql"):
        rows = look_up(path.stem, scope=scope, as_at=AS_AT, runner=runner)
        found[path.stem] = sorted(map(str, rows))
    return found


def together(scope, runner):
    """The units of every outcome, counted in one question."""
    return count_together(outcomes(), scope=scope, as_at=AS_AT, from_=FROM, runner=runner)


def test_outcomes_counted_together_are_those_counted_apart(scope):
    apart = everything(scope, DjangoRunner())
    assert together(scope, DjangoRunner()) == {measure.name: apart[measure.name] for measure in outcomes()}


def test_duckdb_over_parquet_counts_as_the_database_does(scope, tmp_path):
    lake.write(tmp_path)
    runner = DuckdbRunner(tmp_path)
    there, here = everything(scope, runner), everything(scope, DjangoRunner())
    assert together(scope, runner) == together(scope, DjangoRunner())
    runner.close()
    assert sum(map(len, here.values())) > 100
    for name, units in here.items():
        assert there[name] == units, name


@pytest.mark.sail
def test_spark_sql_over_parquet_counts_as_the_database_does(scope, tmp_path, sail):
    lake.write(tmp_path)
    there, here = everything(scope, SparkRunner(sail, tmp_path)), everything(scope, DjangoRunner())
    for name, units in here.items():
        assert there[name] == units, name
    assert together(scope, SparkRunner(sail, tmp_path)) == together(scope, DjangoRunner())


def test_a_lake_can_hold_some_services_only(db, tmp_path):
    services = load(random_package(1, as_at=AS_AT))
    others = load({"services": [{"service_id": "S9", "name": "Nine", "country": "NZ"}]})
    lake.write(tmp_path, services=[others["S9"].pk])
    runner = DuckdbRunner(tmp_path)
    assert runner.rows("select count(*) as n from records_service") == [{"n": 1}]
    assert runner.rows("select count(*) as n from records_episode") == [{"n": 0}]
    runner.close()
    assert services


def test_no_words_about_people_leave_the_database():
    words = {name for model in lake.MODELS.values() for name, kind in lake.columns(model).items() if kind == "varchar"}
    assert words - {"withdrawn_at"} <= lake.WORDS
    assert not words & {"full_name", "given_name", "family_name", "note", "nhs_number", "email", "phone", "postcode"}


def test_a_lake_that_lost_a_word_that_measures_ask_for_is_noticed(scope, tmp_path):
    with patch.object(lake, "WORDS", lake.WORDS - {"phase"}):
        lake.write(tmp_path)
    runner = DuckdbRunner(tmp_path)
    with pytest.raises(Exception, match="phase"):
        everything(scope, runner)
    runner.close()

"""What every test stands on.

The guard on writes stands in every test as it does in a service: a test that lays down facts
says so, with `laying_down()` or through an action. Time is an argument: tests pass `today`.
"""

import os
from contextlib import contextmanager
from datetime import date
from importlib import import_module
from unittest.mock import patch

import pytest
from django.apps import apps
from django.db import connections
from django.test import Client, TransactionTestCase
from hypothesis import HealthCheck, settings

from placewell.records import guard

UNDEFINED = "«undefined"

settings.register_profile("placewell", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("placewell"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "placewell")


@pytest.fixture
def today() -> date:
    """The day on which tests take place, unless they say another."""
    return date(2026, 6, 30)


@pytest.fixture
def laying_down(today):
    """A context manager in which a test may write facts to the record without an action."""

    @contextmanager
    def open_record(on: date = today):
        with guard.acting(by=None, verb="tests.given", today=on):
            yield

    return open_record


@pytest.fixture(autouse=True)
def _guard_stands():
    """The guard is on every open connection, before a test and after it."""
    assert unguarded() == []
    yield
    assert unguarded() == []
    assert guard.now_acting() is None, "the test left the record open for writing"


def unguarded() -> list[str]:
    """The open connections that the guard does not stand on."""
    return [
        connection.alias
        for connection in connections.all(initialized_only=True)
        if connection.connection is not None and guard.writes_need_an_action not in connection.execute_wrappers
    ]


@pytest.fixture(autouse=True, scope="session")
def _emptying_is_allowed():
    """Tests that commit empty the tables afterwards: the guard would refuse, and `system` would go."""
    empty = TransactionTestCase._fixture_teardown
    system_account = import_module("placewell.people.migrations.0002_system_account")

    def emptied(case):
        with guard.acting(by=None, verb="tests.empty"):
            empty(case)
        system_account.make(apps, None)

    with patch.object(TransactionTestCase, "_fixture_teardown", emptied):
        yield


@pytest.fixture(autouse=True, scope="session")
def _undefined_template_variables_fail():
    """A page that names something its presenter does not have fails its test."""
    request = Client.request

    def checked(client, **environ):
        response = request(client, **environ)
        if not response.streaming and UNDEFINED.encode() in response.content:
            text = response.content.decode(errors="replace")
            start = text.index(UNDEFINED)
            pytest.fail(f"{environ.get('PATH_INFO')} shows {text[start : start + 80]!r}")
        return response

    with patch.object(Client, "request", checked):
        yield

"""What stands in every test: the guard, shut sockets, warnings that fail, whole templates, random order."""

import socket
import warnings

import pytest
from django.db import connection
from django.http import HttpResponse
from django.template import Context, Engine
from django.urls import path
from pytest_socket import SocketConnectBlockedError

from placewell.people.models import Account
from placewell.records.guard import WriteOutsideAction


@pytest.mark.django_db
def test_a_write_outside_an_action_is_refused():
    with pytest.raises(WriteOutsideAction):
        Account.objects.create(email="a@example.org", full_name="A")


@pytest.mark.django_db
def test_a_write_by_plain_sql_is_refused_too():
    with connection.cursor() as cursor, pytest.raises(WriteOutsideAction):
        cursor.execute("update people_account set full_name = 'B'")


@pytest.mark.django_db
def test_facts_can_be_laid_down_by_a_test_that_says_so(laying_down):
    with laying_down():
        Account.objects.create(email="a@example.org", full_name="A")
    assert Account.objects.filter(email="a@example.org").exists()


@pytest.mark.django_db(transaction=True)
def test_the_built_in_account_is_there_whatever_ran_before():
    assert Account.objects.filter(is_built_in=True).count() == 1


def test_no_socket_but_loopback():
    with pytest.raises(SocketConnectBlockedError):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


def test_warnings_fail():
    with pytest.raises(UserWarning):
        warnings.warn("something is off", UserWarning, stacklevel=1)


def test_tests_run_in_random_order(pytestconfig):
    assert pytestconfig.pluginmanager.hasplugin("randomly")


def draw(request):
    engine = Engine(string_if_invalid="«undefined: %s»")
    return HttpResponse(engine.from_string("{{ nobody.knows }}").render(Context()))


urlpatterns = [path("draw/", draw)]


def test_a_template_variable_that_nobody_filled_fails(client, settings):
    settings.ROOT_URLCONF, settings.MIDDLEWARE = __name__, []
    with pytest.raises(pytest.fail.Exception, match="nobody.knows"):
        client.get("/draw/")

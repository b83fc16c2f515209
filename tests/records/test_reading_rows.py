"""Rows are put down as the database told them, without asking each field: nothing may rest on being asked."""

import pytest
from django.apps import apps
from django.db.models import Model
from django.db.models.signals import post_init, pre_init

from placewell.records.base import Kept
from placewell.records.models import Client, Episode
from tests import given
from tests.questions import asks

RECORDS = [model for model in apps.get_models() if issubclass(model, Kept)]


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_no_kind_of_record_wants_to_know_of_a_reading(model):
    assert model.__init__ is Model.__init__
    assert not pre_init.has_listeners(model)
    assert not post_init.has_listeners(model)


@pytest.mark.django_db
def test_a_row_read_is_the_row_that_django_would_have_made():
    episode = given.episode(given.client(given.service()))
    read = Episode.objects.select_related("client").get(pk=episode.pk)
    by_django = Model.from_db.__func__(Episode, "default", [f.attname for f in Episode._meta.concrete_fields], [
        getattr(read, field.attname) for field in Episode._meta.concrete_fields
    ])  # fmt: skip
    own, other = dict(read.__dict__), dict(by_django.__dict__)
    state, made = own.pop("_state"), other.pop("_state")
    assert own == other
    assert (state.adding, state.db) == (made.adding, made.db) == (False, "default")
    with asks(0):
        assert read.client.pk == episode.client_id


@pytest.mark.django_db
def test_what_was_not_read_is_asked_for_when_it_is_wanted():
    client = given.episode(given.client(given.service())).client
    read = Client.objects.only("given_name").get(pk=client.pk)
    assert read.get_deferred_fields() >= {"family_name", "postcode"}
    with asks(1):
        assert read.family_name == client.family_name
    read.given_name = "Else"
    read.refresh_from_db()
    assert read.given_name == client.given_name

"""Registries are whole: nothing is granted to nobody, no field has gone unasked."""

import pkgutil
from importlib import import_module
from io import StringIO

import pytest
from django.core.management import call_command

from placewell import actions
from placewell.access.permissions import Permission
from placewell.access.roles import GRANTS, OF_STAFF, Reach, Role
from placewell.actions.base import REGISTRY
from placewell.records.models import OWN, RECORDS
from placewell.records.privacy import PRIVACY


def test_every_permission_is_granted_to_somebody():
    assert set(Permission) - {permission for grant in GRANTS.values() for permission in grant.permissions} == set()


def test_every_role_says_what_it_may_do():
    assert set(GRANTS) == set(Role)
    assert set(Role) >= OF_STAFF
    assert [role for role, grant in GRANTS.items() if not grant.permissions or len(grant.in_words) < 20] == []


def test_who_sees_people_has_a_reach_and_who_does_not_has_none():
    wrong = [
        role
        for role, grant in GRANTS.items()
        if (Permission.SEE_PEOPLE in grant.permissions) != (grant.reach not in {Reach.NOBODY, Reach.SELF})
    ]
    assert wrong == []


@pytest.mark.parametrize("model", [*RECORDS, *OWN], ids=lambda model: model.__name__)
def test_every_field_says_whom_it_is_about_and_how_long_it_is_kept(model):
    told = PRIVACY[model._meta.model_name]
    assert {field.name for field in model.facts()} - set(told) == set()
    assert set(told) - {field.name for field in model._meta.concrete_fields} == set()
    for name, privacy in told.items():
        assert privacy.about in type(privacy.about), name
        assert privacy.retention.source, name
        assert privacy.retention.clock, name


def test_no_field_is_told_of_a_record_that_is_gone():
    assert set(PRIVACY) == {model._meta.model_name for model in (*RECORDS, *OWN)}


def test_every_action_names_its_permission_and_a_verb_of_a_room():
    for module in pkgutil.walk_packages(actions.__path__, "placewell.actions."):
        import_module(module.name)
    assert len(REGISTRY) > 10
    for verb, action in REGISTRY.items():
        assert isinstance(action.needs, Permission), verb
        assert verb.count(".") == 1, verb
        assert verb == verb.lower(), verb


@pytest.mark.django_db
def test_migrations_say_what_the_models_say():
    said = StringIO()
    call_command("makemigrations", check=True, dry_run=True, stdout=said)
    assert "No changes" in said.getvalue()

"""Each impossible state is refused twice: in words by the model, and by the database itself."""

from datetime import date
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, InternalError, connection, models, transaction

from placewell.records.guard import acting
from placewell.records.models import RECORDS
from tests import given
from tests.exchange.packages import folder, small, taken_in
from tests.records.states import STATES, model_named

pytestmark = pytest.mark.django_db
# What a database throws when a constraint, a key or a trigger says no.
REFUSED = (IntegrityError, InternalError)
OF_THE_DATABASE = [state for state in STATES if state.by_the_database]


@pytest.fixture
def record(tmp_path):
    """A record with one row of each kind."""
    assert taken_in(folder(tmp_path / "p", small())).written


def another(model, changes: dict):
    """A row like the one that stands, changed."""
    row = model.objects.get()
    row.pk = None
    row._state.adding = True
    for name, value in changes.items():
        setattr(row, name, value)
    return row


def refused(row) -> str:
    """What people are told when a row is checked; "" when nothing is said."""
    try:
        row.full_clean()
    except ValidationError as refusal:
        return " ".join(refusal.messages)
    return ""


def is_kept(do) -> bool:
    """Whether the database lets a write through, to the end of the transaction: some constraints wait for it."""
    try:
        with transaction.atomic(), acting(by=None, verb="tests.raw"):
            do()
            connection.check_constraints()
    except REFUSED:
        return False
    return True


def test_refused_in_words(record):
    said = {state.name: refused(another(model_named(state.model), state.changes)) for state in STATES}
    assert {state.name: said[state.name] for state in STATES if state.words not in said[state.name]} == {}
    assert [name for name, words in said.items() if "Constraint" in words] == []


def test_refused_by_the_database(record):
    rows = {state.name: another(model_named(state.model), state.changes) for state in OF_THE_DATABASE}
    kept = [name for name, row in rows.items() if is_kept(partial(row.save_base, raw=True, force_insert=True))]
    assert kept == []


def test_refused_as_a_change_too(record):
    """A second row that is right is made wrong by an update."""
    kept = []
    for state in OF_THE_DATABASE:
        model = model_named(state.model)
        first, second = model.objects.get(), another(model, state.beside)
        restored = {name: getattr(first, name) for name in state.beside if name not in state.changes}
        with acting(by=None, verb="tests.raw"):
            second.save_base(raw=True, force_insert=True)
        if is_kept(partial(model.objects.filter(pk=second.pk).update, **restored | state.changes)):
            kept.append(state.name)
        with acting(by=None, verb="tests.raw"):
            model.objects.filter(pk=second.pk)._raw_delete("default")
    assert kept == []


def test_every_constraint_has_its_state():
    named = {constraint.name for model in RECORDS for constraint in model._meta.constraints}
    assert named - {state.name for state in STATES} == set()


def test_every_constraint_speaks_to_people():
    for model in RECORDS:
        for constraint in model._meta.constraints:
            if isinstance(constraint, models.CheckConstraint):
                message = constraint.violation_error_message
                assert message.endswith(".") or message.endswith(";"), constraint.name
                assert "Constraint" not in message, constraint.name


def test_a_row_of_another_service_is_refused_in_words(record):
    team = given.team(given.service())
    episode = model_named("episode").objects.get()
    episode.team = team
    with pytest.raises(ValidationError, match="belongs to another service"):
        episode.full_clean()


def test_a_row_that_refers_to_nothing_is_refused(record):
    row = another(model_named("contact"), {"key": "K2", "episode_id": 10**6})
    assert not is_kept(partial(row.save_base, raw=True, force_insert=True))


def test_periods_that_only_touch_are_allowed(record):
    allocation = model_named("allocation").objects.get()
    with acting(by=None, verb="tests.raw"):
        model_named("allocation").objects.update(ended_on=date(2025, 6, 1))
        for start, end in ((date(2025, 6, 1), date(2025, 7, 1)), (date(2025, 3, 1), date(2025, 3, 1))):
            row = another_of(allocation, started_on=start, ended_on=end)
            row.full_clean()
            row.save(force_insert=True)
        cover = another_of(allocation, kind="cover")
        cover.full_clean()
        cover.save(force_insert=True)
    assert model_named("allocation").objects.count() == 4


def another_of(row, **changes):
    copy = type(row).objects.get(pk=row.pk)
    copy.pk, copy._state.adding = None, True
    for name, value in changes.items():
        setattr(copy, name, value)
    return copy


def test_a_withdrawn_row_makes_room(record):
    change = model_named("jobchange")
    with acting(by=None, verb="tests.raw"):
        change.objects.update(withdrawn_at="2026-06-30T12:00Z")
        row = another(change, {"withdrawn_at": None})
        row.full_clean()
        row.save(force_insert=True)
    assert change.objects.standing().count() == 1

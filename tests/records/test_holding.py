"""A row is checked without asking the database, and told just what the database would have told."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import F, Q
from django.db.models.functions import Upper
from django.test.utils import CaptureQueriesContext

from placewell.records.holding import Unreadable, check_whole, told
from placewell.records.models import Client, Contact, Episode, Service, Staff
from tests.exchange.packages import folder, small, taken_in
from tests.records.states import STATES, model_named
from tests.records.test_impossible_states import another

pytestmark = pytest.mark.django_db


@pytest.fixture
def record(tmp_path):
    """A record with one row of each kind."""
    assert taken_in(folder(tmp_path / "p", small())).written


def refusals(check) -> dict:
    """What people are told, by field."""
    try:
        check()
    except ValidationError as refusal:
        return {name: sorted(said) for name, said in refusal.message_dict.items()}
    return {}


def test_every_state_is_refused_in_the_same_words_as_by_the_database(record):
    for state in STATES:
        asked, read = (another(model_named(state.model), state.changes) for _ in range(2))
        by_key = state.name.endswith("_key_once_a_service")
        said = refusals(read.full_clean)
        assert refusals(lambda row=asked: check_whole(row)) == ({} if by_key else said), state.name


def test_rows_that_are_right_are_let_through(record):
    for model in {state.model for state in STATES}:
        row = model_named(model).objects.get()
        assert refusals(lambda row=row: check_whole(row)) == refusals(row.full_clean) == {}, model


def test_a_contact_is_checked_without_a_question(record):
    row = another(Contact, {"key": "K2"})
    row.service, row.event, row.recorded_by = Service.objects.get(), None, None
    row.episode = Episode.objects.select_related("client").get(pk=row.episode_id)
    row.staff = Staff.objects.get(pk=row.staff_id)
    with CaptureQueriesContext(connection) as asked:
        check_whole(row)
    assert [one["sql"] for one in asked.captured_queries] == []


def test_a_row_that_is_not_in_hand_is_looked_up(record):
    row = another(Contact, {"key": "K2"})
    with CaptureQueriesContext(connection) as asked:
        check_whole(row)
    assert any("records_staff" in one["sql"] for one in asked.captured_queries)


@pytest.mark.parametrize(
    ("condition", "answer"),
    [
        (Q(given_name="Jo"), True),
        (Q(given_name="Mo"), False),
        (~Q(given_name="Mo"), True),
        (Q(date_of_birth="1990"), None),
        (~Q(date_of_birth="1990"), None),
        (Q(date_of_birth=None), True),
        (Q(date_of_birth__isnull=False), False),
        (Q(given_name__in=["Jo", "Mo"]) & Q(family_name__gte="M"), True),
        (Q(given_name="Mo") & Q(date_of_birth="1990"), False),
        (Q(given_name="Jo") & Q(date_of_birth="1990"), None),
        (Q(given_name="Jo") | Q(date_of_birth="1990"), True),
        (Q(given_name="Mo") | Q(date_of_birth="1990"), None),
        (Q(given_name__lt=F("family_name")), True),
        (Q(given_name__lt=F("date_of_birth")), None),
    ],
)
def test_a_condition_is_read_as_sql_reads_it(condition, answer):
    assert told(condition, Client(given_name="Jo", family_name="Marsh")) is answer


@pytest.mark.parametrize(
    "condition",
    [Q(given_name__startswith="J"), Q(given_name=Upper("family_name")), Q(strange=1), Q(a=1) ^ Q(given_name="Jo")],
)
def test_what_cannot_be_read_is_left_to_the_database(condition):
    with pytest.raises(Unreadable):
        told(condition, Client(given_name="Jo", family_name="Marsh"))

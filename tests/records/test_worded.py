"""A question that is worded once answers as the queryset does, whatever its values and how many."""

from datetime import timedelta

import pytest

from placewell.records.models import Allocation, Client, Episode
from placewell.records.stages import with_course
from placewell.records.worded import SIZES, Worded
from tests import given
from tests.questions import asks

pytestmark = pytest.mark.django_db
YESTERDAY = given.TODAY - timedelta(days=1)


@pytest.fixture
def people():
    staff = given.staff(given.service())
    ended = given.client_held_by(staff, started_on=YESTERDAY - timedelta(days=9), ended_on=YESTERDAY)
    return [*(given.client_held_by(staff) for _ in range(9)), ended]


def with_names(clients, today):
    found = Episode.objects.standing().filter(client__in=clients, entered_on__lte=today).select_related("client")
    return with_course(found, today).order_by("pk")


def told(rows):
    return [(row.pk, row.client.given_name, row.key_worker, row.last_contact_on) for row in rows]


@pytest.mark.parametrize("many", [0, 1, 2, 8, 9, 10])
def test_rows_with_what_was_fetched_beside_them_are_those_of_the_queryset(people, many):
    asked, some = Worded(with_names), tuple(person.pk for person in people[:many])
    assert told(asked(clients=some, today=given.TODAY)) == told(with_names(some, given.TODAY))
    assert len(asked(clients=some, today=given.TODAY)) == many


def test_values_take_their_own_places(people):
    asked = Worded(lambda staff, day: Allocation.objects.standing().filter(staff=staff).covering(day))
    staff = Allocation.objects.first().staff_id
    counts = [len(asked(staff=staff, day=day)) for day in (given.TODAY, YESTERDAY - timedelta(days=1), given.TODAY)]
    assert counts == [9, 10, 9]
    assert asked(staff=staff + 1, day=given.TODAY) == []


def test_it_is_asked_once_each_time_and_nothing_is_remembered(people):
    asked = Worded(lambda pk: Client.objects.filter(pk=pk))
    first = people[0]
    assert asked(pk=first.pk) == [first]
    with asks(1):
        again = asked(pk=first.pk)
    assert again == [first]
    assert again[0] is not first


def test_more_than_the_largest_wording_are_asked_all_the_same(people):
    many = tuple(person.pk for person in people) + tuple(range(10**9, 10**9 + SIZES[-1]))
    asked = Worded(lambda clients: Client.objects.filter(pk__in=clients))
    assert {row.pk for row in asked(clients=many)} == {person.pk for person in people}


def test_a_question_that_can_find_nothing_finds_nothing(people):
    asked = Worded(lambda pk: Client.objects.filter(pk=pk, pk__in=[]))
    assert (asked(pk=people[0].pk), asked(pk=people[0].pk)) == ([], [])


@pytest.mark.parametrize("word", ["100%", "o_e", "O'Neil", "\\", "Åse", 'a"b', "words that stand in no record, 9."])
def test_words_within_others_stand_for_themselves(word):
    service = given.service()
    for name in (word, f"de {word} y", "100x", "one", "Other"):
        given.client(service, family_name=name)
    asked = Worded(lambda part, service: Client.objects.filter(family_name__icontains=part, service=service))
    # Asked before with other words, whose wording is kept.
    asked(part="nobody", service=service.pk)
    found = {person.family_name for person in asked(part=word, service=service.pk)}
    assert found == {person.family_name for person in Client.objects.filter(family_name__icontains=word)}
    assert {word, f"de {word} y"} <= found


def test_whole_words_take_their_place():
    service = given.service()
    asked = Worded(lambda key: Client.objects.filter(family_name=key))
    given.client(service, family_name="Whole 100%")
    assert [len(asked(key=words)) for words in ("Whole 100%", "Whole 100x", "")] == [1, 0, 0]

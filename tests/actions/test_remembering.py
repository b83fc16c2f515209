"""What somebody last looked for stays with their account, and with nobody else's."""

import pytest
from django.db import IntegrityError

from placewell.actions.remembering import recall, remember
from placewell.people.models import Remembered
from placewell.people.remembered import LONGEST
from placewell.records.events import Event
from placewell.records.guard import WriteOutsideAction, acting
from tests import given

pytestmark = pytest.mark.django_db


def test_the_latest_is_kept_for_its_account_and_page_alone():
    account, other = given.account(), given.account()
    remember(account=account, page="caseload 1", asked="stage=searching")
    remember(account=account, page="caseload 1", asked="sort=contact")
    assert recall(account=account, page="caseload 1") == "sort=contact"
    assert recall(account=account, page="caseload 2") == ""
    assert recall(account=other, page="caseload 1") == ""
    assert Remembered.objects.count() == 1
    assert not Event.objects.filter(by=account).exists()


def test_what_no_page_asks_for_is_not_kept():
    account = given.account()
    remember(account=account, page="caseload 1", asked="x" * (LONGEST + 1))
    assert recall(account=account, page="caseload 1") == ""


def test_the_database_keeps_one_for_a_page_and_no_page_writes_it_itself():
    account = given.account()
    remember(account=account, page="caseload 1", asked="")
    with pytest.raises(IntegrityError), acting(by=None, verb="test"):
        Remembered.objects.create(account=account, page="caseload 1")
    with pytest.raises(WriteOutsideAction):
        Remembered.objects.create(account=account, page="caseload 2")

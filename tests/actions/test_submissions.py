"""The same form sent twice is taken in once."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from placewell.access.models import RoleHeld
from placewell.access.worker import Worker
from placewell.actions.submissions import SentBefore, once
from placewell.people.models import Account
from placewell.records.guard import now_acting
from placewell.records.models import Service
from placewell.records.submissions import Submission

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)


@pytest.fixture
def workers(db, laying_down) -> list[Worker]:
    with laying_down():
        service = Service.objects.create(key="S1", name="Hillside IPS", country="GB")
        accounts = [Account.objects.create(email=f"{name}@example.org", full_name=name) for name in ("ann", "bob")]
        for account in accounts:
            RoleHeld.objects.create(account=account, service=service, role="administrator", started_on=date(2020, 1, 1))
    return [Worker(account, NOW) for account in accounts]


@pytest.fixture
def send(workers):
    """`send(**what differs)`: sends a form; the facts that were written are in `send.facts`."""
    form = {"submission": uuid4(), "by": workers[0], "address": "/s/1/contacts/", "fingerprint": "words"}

    def once_more(do=None, **different):
        def note() -> str:
            once_more.facts.append("a contact")
            return f"/contacts/{len(once_more.facts)}/"

        return once(**form | different, do=do or note)

    once_more.facts = []
    return once_more


def test_the_same_form_twice_is_one_fact_at_one_address(send):
    assert [send(), send(), send()] == ["/contacts/1/"] * 3
    assert send.facts == ["a contact"]


def test_another_form_is_another_fact(send):
    assert [send(), send(submission=uuid4())] == ["/contacts/1/", "/contacts/2/"]


@pytest.mark.parametrize("different", [{"fingerprint": "other words"}, {"address": "/s/1/jobs/"}])
def test_the_same_id_with_anything_else_is_a_conflict(send, different):
    send()
    with pytest.raises(SentBefore) as conflict:
        send(**different)
    assert conflict.value.same_person
    assert conflict.value.submission.led_to == "/contacts/1/"
    assert send.facts == ["a contact"]


def test_another_persons_form_is_not_taken_over(send, workers):
    send()
    with pytest.raises(SentBefore) as conflict:
        send(by=workers[1])
    assert not conflict.value.same_person


def test_a_form_that_was_refused_can_be_sent_again(send):
    def refuse() -> str:
        raise ValidationError("The end is before the start.")

    with pytest.raises(ValidationError):
        send(do=refuse)
    assert Submission.objects.count() == 0
    assert send() == "/contacts/1/"


def test_the_deed_is_not_given_the_right_to_write(send):
    seen = []

    def look() -> str:
        seen.append(now_acting())
        return "/"

    send(do=look)
    assert seen == [None]

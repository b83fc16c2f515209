"""Leads on Today: closing within three days, told and not answered."""

import pytest

from placewell.records.models import JobPreference, Lead, LeadOffer
from tests import given
from tests.questions import asks
from tests.web.browsers import signed_in
from tests.web.test_today.conftest import DAY, held_by, lay, page

pytestmark = pytest.mark.django_db


def lead(sam, today, days=3, **facts) -> Lead:
    of = {"service": sam.service, "employer": given.employer(sam.service), "status": "shared", "occupation_group": "92"}
    closes = None if days is None else today + days * DAY
    title = facts.pop("title", "Porter")
    return lay(Lead, **of | facts, key=f"l-{title}-{days}", title=title, found_on=today - 9 * DAY, closes_on=closes)


def wanting(sam, today, **names):
    episode = held_by(sam.staff, today - 2 * DAY, **names)
    lay(JobPreference, service=sam.service, episode=episode, stated_on=today, occupation_group="92")
    return episode


def test_an_answer_that_waits_is_named_with_the_person(sam, today):
    episode = held_by(sam.staff, today - 2 * DAY, given_name="Mo", family_name="Ahmed")
    of = {"service": sam.service, "episode": episode, "offered_on": today}
    lay(LeadOffer, **of, lead=lead(sam, today))
    said = page(sam)
    assert "Told of a lead that closes on" in said
    assert "not answered yet: Porter, Bright Bakery" in said
    assert "Record what they say Mo Ahmed" in said


@pytest.mark.parametrize(("days", "facts"), [(4, {}), (-1, {}), (None, {}), (2, {"status": "gone"})])
def test_nothing_is_said_of_what_does_not_close_soon(sam, today, days, facts):
    episode = wanting(sam, today)
    lay(LeadOffer, service=sam.service, episode=episode, offered_on=today, lead=lead(sam, today, days, **facts))
    lead(sam, today, days, title="Baker", **facts)
    said = page(sam)
    assert "Told of a lead" not in said


def test_an_answer_that_came_is_not_asked_for_and_a_colleague_s_people_are_not_named(sam, service, today):
    other = given.role(service, "employment_specialist", staff=given.staff(service))
    theirs = wanting(other, today, given_name="Mo", family_name="Ahmed")
    own = wanting(sam, today, given_name="Noor", family_name="Begum")
    porter = lead(sam, today)
    of = {"service": service, "offered_on": today, "lead": porter}
    lay(LeadOffer, **of, episode=theirs)
    lay(LeadOffer, **of, episode=own, answer="interested", answered_on=today)
    assert "Told of a lead" not in page(sam)


@pytest.mark.parametrize("people", [1, 20])
def test_the_questions_do_not_grow(sam, today, people):
    for _ in range(people):
        episode = wanting(sam, today)
    lay(LeadOffer, service=sam.service, episode=episode, offered_on=today, lead=lead(sam, today))
    lead(sam, today, title="Baker")
    browser = signed_in(sam.account)
    address = f"/s/{sam.service_id}/today/"
    browser.get(address)
    with asks(22):
        assert browser.get(address).status_code == 200

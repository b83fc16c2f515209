"""Leads of the made-up service: described, with people told of some, the same each time."""

import pytest

from placewell.exchange.demo.lead_words import put_leads_in_words
from placewell.records.models import Lead, LeadDetails, LeadOffer, WorkWishes
from tests import given

pytestmark = pytest.mark.django_db


def made(service) -> list[tuple]:
    """What a made-up service of ten people and six leads is told to hold."""
    keeper, employer = given.staff(service), given.employer(service)
    for _ in range(10):
        given.client_held_by(keeper)
    with given._laid_down():
        for number in range(6):
            Lead.objects.create(
                service=service, key=f"l{number}", employer=employer, title="Porter", found_on=given.TODAY,
                status="gone" if number == 5 else "open",
            )  # fmt: skip
    assert put_leads_in_words(by=given.worker(service, "supervisor"), service=service, today=given.TODAY) == 5
    of = {"service": service}
    return [
        *LeadDetails.objects.filter(**of).order_by("pk").values_list("place", "pay"),
        *WorkWishes.objects.filter(**of).order_by("pk").values_list("areas", "stated_on"),
        *LeadOffer.objects.filter(**of).order_by("pk").values_list("lead__key", "answer", "offered_on"),
    ]


def test_open_leads_are_described_and_some_people_told():
    service = given.service()
    assert len(made(service)) == 4 + 7 + 3
    assert LeadOffer.objects.filter(lead__status="gone").count() == 0
    assert {offer.answer for offer in LeadOffer.objects.all()} == {"interested", "", "not_interested"}
    assert all(offer.staff is not None for offer in LeadOffer.objects.all())


def test_made_twice_it_says_the_same():
    first, second = made(given.service()), made(given.service("Hillside IPS"))
    assert first == second

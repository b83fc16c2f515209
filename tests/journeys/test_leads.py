"""A lead on a phone: shared, beside what a person wants, told to them, and answered. With fingers, and with keys alone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from placewell.records import models
from tests.journeys import browser as sight
from tests.journeys.first_journey import Journey
from tests.journeys.hands import Keyboard, Mouse, day
from tests.journeys.one_person import LONG_AGO, PASSWORD, SPECIALIST, lay_down, says


@pytest.fixture
def unit(transactional_db, laying_down):
    """Zofia wants kitchen work of 16 to 20 hours; nothing was said about disclosure."""
    with laying_down(on=timezone.localdate()):
        made = lay_down()
        models.JobPreference.objects.create(
            service=made.service, episode=made.episode, stated_on=LONG_AGO, occupation_group="92", hours_min=16,
            hours_max=20,
        )  # fmt: skip
    return made.service, made.zofia


def say_what_matters(way: Journey) -> None:
    hand = way.hand
    says(way, "Work", "16 to 20", "No open lead meets anything")
    way.open("Times, travel, pay and what to stay away from", "leads-what-matters")
    hand.tick("times", "daytime")
    hand.fill("areas", "PE1, PE2")
    hand.fill("pay_least", "12.50")
    hand.fill("stay_away", "Night shifts")
    hand.select("first", "Where it is")
    way.send("Save", "Recorded what matters to them")
    says(way, "Where they can get to", "PE1 and PE2", "“Night shifts”")


def share(way: Journey) -> None:
    hand = way.hand
    way.open("Share a lead", "leads-share")
    hand.fill("title", "Kitchen porter")
    hand.fill("employer_name", "Rose Bakery Ltd")
    hand.select("occupation_group", "Elementary administration and service occupations")
    day(hand, "closes_on", way.today + timedelta(days=2))
    hand.unfold("Hours, pay, place and how to apply")
    hand.fill("hours_min", "18")
    hand.fill("hours_max", "18")
    hand.tick("times", "daytime")
    hand.fill("pay", "12.60")
    hand.select("pay_per", "An hour")
    hand.fill("postcode", "PE1 2AB")
    hand.tick("market", "hidden")
    way.send("Share it with the unit", "Lead shared with the unit")
    way.look(hand.page, "leads-shared")
    says(
        way, "Closes soon", "£12.60 an hour", "Nobody was told of it yet", "Zofia Nowak",
        "Met Where it is. It is in PE1 2AB, where they can get to. What matters at work, stated on",
        "Met How many hours. It is 18 hours a week, and they want 16 to 20. Work the person wants, stated on",
        "Not known To stay away from. They do not want “Night shifts”. The lead does not speak of it: ask.",
    )  # fmt: skip


def tell_and_answer(way: Journey) -> None:
    hand = way.hand
    way.open("Tell Zofia Nowak of it", "leads-tell")
    says(way, "The employer is told nothing")
    hand.select("how", "Telephone")
    way.send("Save", "Recorded that they were told")
    says(way, "Not answered yet", "by Ana Silva, telephone")
    way.open("Zofia Nowak", "leads-of-a-person")
    says(way, "Leads that fit Zofia Nowak’s preferences", "Told on")
    way.open("Record what they say", "leads-answer")
    hand.tick("answer", "interested")
    hand.fill("words", "I know the place")
    way.send("Save", "Answer recorded")
    says(way, "“I know the place”")


@pytest.mark.timeout(400)
@pytest.mark.parametrize("hand", [Mouse, Keyboard])
def test_a_lead_is_shared_matched_told_and_answered(hand, unit, live_server, page_at, looked_at):
    service, zofia = unit
    page = page_at(360, live_server.url)
    sight.sign_in(page, live_server.url, SPECIALIST, PASSWORD)
    way = Journey(hand(page), service, service.today(timezone.now()), looked_at, 0)
    page.goto(f"{live_server.url}/s/{service.pk}/clients/{zofia.pk}/leads/")
    say_what_matters(way)
    page.goto(f"{live_server.url}/s/{service.pk}/leads/")
    looked_at(page, "leads-none")
    share(way)
    tell_and_answer(way)
    page.goto(f"{live_server.url}/s/{service.pk}/leads/")
    looked_at(page, "leads-list")
    says(way, "Kitchen porter, Rose Bakery Ltd Closes soon", "Offered to 1 person")
    lead = models.Lead.objects.get()
    for rest in (f"leads/{lead.pk}/about/", f"leads/{lead.pk}/close/", "leads/this-week/"):
        page.goto(f"{live_server.url}/s/{service.pk}/{rest}")
        looked_at(page, f"leads-{rest.split('/')[-2]}")
    assert models.EmployerContact.objects.count() == 0
    assert models.LeadOffer.objects.get().answer == "interested"

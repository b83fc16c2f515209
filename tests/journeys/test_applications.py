"""On a phone: somebody applies, is interviewed, is offered the job and starts it; each page is looked at."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from placewell.access.models import RoleHeld
from placewell.measures.taking import take
from placewell.people.models import Account
from placewell.records import models
from tests.journeys import browser as sight
from tests.journeys.first_journey import Journey
from tests.journeys.hands import Mouse, day
from tests.journeys.one_person import LONG_AGO, PASSWORD, SPECIALIST, lay_down, says


@pytest.fixture
def unit(transactional_db, laying_down):
    """Zofia tells employers nothing, and signs in herself; a lead is shared at the bakery."""
    today = timezone.localdate()
    with laying_down(on=today):
        made = lay_down()
        told = {"service": made.service}
        models.DisclosureDiscussion.objects.create(
            **told, episode=made.episode, held_on=LONG_AGO, pros_and_cons=True, wording_agreed=False,
            choice="tell_nobody", specialist_may_contact_employers=False,
        )  # fmt: skip
        models.Lead.objects.create(
            **told, key="l", employer=made.employer, title="Kitchen porter", found_on=today, status="shared"
        )
        account = Account.objects.create(email="zofia@example.org", full_name="Zofia", password=make_password(PASSWORD))
        RoleHeld.objects.create(**told, account=account, role="client", started_on=LONG_AGO, client=made.zofia)
    return made.service, made.zofia, made.service.today(timezone.now())


def second(unit, laying_down) -> None:
    """Zofia applied for a second lead at the bakery a week ago, and began there today."""
    service, zofia, today = unit
    told = {"service": service, "employer": models.Employer.objects.get(), "title": "Cleaner"}
    with laying_down(on=today):
        told["episode"] = models.Episode.objects.get(client=zofia)
        lead = models.Lead.objects.create(
            service=service, key="l2", employer=told["employer"], title="Cleaner", found_on=LONG_AGO, status="shared"
        )
        models.Application.objects.create(
            **told, lead=lead, applied_on=today - timedelta(days=7), how="cv", sent_by="person"
        )
        models.Job.objects.create(
            **told, key="j2", occupation_code="9223", started_on=today, hours_per_week=4, contract="permanent",
            meets_minimum_wage=True, open_to_anyone=True, paid_by_employer=True,
        )  # fmt: skip


@pytest.fixture
def way(unit, live_server, page_at, looked_at):
    """Ana on the page of Zofia's applications, on a phone."""
    service, zofia, today = unit
    page = page_at(360, live_server.url, may_be_refused=True)
    sight.sign_in(page, live_server.url, SPECIALIST, PASSWORD)
    page.goto(f"{live_server.url}/s/{service.pk}/clients/{zofia.pk}/applications/")
    looked_at(page, "applications-none")
    return Journey(Mouse(page), service, today, looked_at, models.Employer.objects.get().pk)


def apply(way: Journey) -> None:
    """One of ours is refused; the person's own is recorded, ten days ago, for the lead."""
    hand = way.hand
    way.open("Record an application", "application-new")
    hand.fill("employer_name", "Rose Bakery Ltd")
    hand.fill("title", "Kitchen porter")
    hand.tick("sent_by", "specialist")
    hand.unfold("More: what the employer was told")
    hand.fill("occupation_code", "kitchen porter")
    hand.select("staff", "Ana Silva")
    hand.press("Record the application")
    says(way, "help the person to apply themselves")
    way.look(hand.page, "application-refused")
    hand.tick("sent_by", "together")
    day(hand, "applied_on", way.ago(10))
    hand.select("lead", "Kitchen porter, Rose Bakery Ltd")
    hand.press("Record the application")
    says(way, "Application recorded", "Waiting for an answer")
    way.look(hand.page, "application")


def interview(way: Journey) -> None:
    """Booked for today at a time; then told, with the offer in the same form."""
    hand = way.hand
    way.open("Record an interview", "interview-new")
    day(hand, "held_on", way.today)
    hand.fill("held_time", "9am")
    hand.fill("place", "Back door")
    hand.press("Record the interview")
    says(way, "Interview recorded", "Interview booked", "Back door, the person goes alone")
    way.open(re.compile("How did the interview"), "interview-told")
    hand.tick("came_of", "held")
    hand.fill("words", "They showed me the kitchen")
    hand.tick("answer", "offered")
    hand.press("Save")
    says(way, "How the interview went is recorded", "Job offered", "“They showed me the kitchen”")
    way.look(hand.page, "application-offered")


def start(way: Journey) -> None:
    """The person says yes; the job is prefilled, and fills the lead."""
    hand = way.hand
    way.open("Record an answer", "application-answer")
    hand.tick("kind", "accepted")
    day(hand, "starts_on", way.today)
    hand.press("Record the answer")
    says(way, "Offer accepted", f"First day {way.today:%-d %B %Y}")
    way.open("Record the job start", "application-job")
    hand.fill("hours_per_week", "16")
    hand.tick("contract", "permanent")
    for question in ("meets_minimum_wage", "open_to_anyone", "paid_by_employer"):
        hand.tick(question, "yes")
    hand.press("Record the job")
    says(way, "The application is closed with it", "Kitchen porter, Rose Bakery Ltd")


def link(way: Journey, address: str) -> None:
    """A second job was recorded by itself: from the person's work it is said what it came of."""
    hand = way.hand
    hand.page.goto(address)
    says(way, "Did this job come of an application?", "Cleaner at Rose Bakery Ltd, applied")
    way.look(hand.page, "work-came-of")
    way.open("It came of this", "application-came")
    hand.tick("is_filled", "yes")
    hand.press("The job came of it")
    says(way, "Recorded that the job came of this application", "Job started")


@pytest.mark.timeout(300)
def test_from_an_application_to_the_job(way, unit, page_at, live_server, looked_at, laying_down):
    service, zofia, today = unit
    apply(way)
    interview(way)
    met = take("rapid_job_search", service, as_at=today)
    assert met is not None
    contact = models.EmployerContact.objects.get()
    assert (contact.made_by_client, contact.mode, contact.made_on) == (True, "face_to_face", today)
    start(way)
    job = models.Job.objects.get()
    assert (job.title, job.occupation_code, job.started_on) == ("Kitchen porter", "9263", today)
    assert models.ApplicationJob.objects.get().job == job
    assert models.Lead.objects.get().status == "filled"
    page = way.hand.page
    page.goto(f"{live_server.url}/s/{service.pk}/applications/")
    looked_at(page, "unit-applications")
    says(way, "Job started", "1 offer, 1 job started")
    second(unit, laying_down)
    link(way, f"{live_server.url}/s/{service.pk}/clients/{zofia.pk}/work/")
    assert models.Lead.objects.get(key="l2").status == "filled"
    own = page_at(360, live_server.url)
    sight.sign_in(own, live_server.url, "zofia@example.org", PASSWORD)
    own.goto(f"{live_server.url}/s/{service.pk}/my-record/")
    Mouse(own).follow("Your applications and interviews")
    looked_at(own, "own-applications")
    assert "You started this job" in own.locator("main").inner_text()

"""A job with support on both sides, a missed contact, new hours, its end told twice, and the next job.

The clocks of three definitions are held against hand counts on the way. The first job runs from day 0 to
day 83 (12 whole weeks), the second from day 105; today is day 120. So one job alone falls short of 13 weeks,
and 12 of the 16 weeks are worked until the second job begins in the sixteenth: then they are 13.
"""

import re
from datetime import date

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

PASSWORD = "three words apart 7"
LONG_AGO = date(2020, 1, 1)
DAY_0 = 120


@pytest.fixture
def unit(transactional_db, laying_down):
    """Zofia has agreed that Ana may contact employers; a role of Ana's and one of Zofia's own."""
    today = timezone.localdate()
    with laying_down(on=today):
        service = models.Service.objects.create(key="S1", name="Hillside IPS", country="GB")
        told = {"service": service}
        ana = models.Staff.objects.create(**told, key="a", full_name="Ana Silva", started_on=LONG_AGO)
        models.StaffTerm.objects.create(**told, staff=ana, role="employment_specialist", fte=1, started_on=LONG_AGO)
        zofia = models.Client.objects.create(
            **told, key="z", given_name="Zofia", family_name="Nowak", date_of_birth=date(1988, 5, 4)
        )
        episode = models.Episode.objects.create(
            **told, key="e", client=zofia, entered_on=LONG_AGO, work_status_at_entry="out_of_work"
        )
        models.Allocation.objects.create(**told, episode=episode, staff=ana, kind="key_worker", started_on=LONG_AGO)
        models.DisclosureDiscussion.objects.create(
            **told, episode=episode, held_on=LONG_AGO, pros_and_cons=True, wording_agreed=True, choice="tell_some",
            specialist_may_contact_employers=True,
        )  # fmt: skip
        employer = models.Employer.objects.create(**told, key="m", name="Rose Bakery Ltd")
        for name, role, more in (
            ("ana", "employment_specialist", {"staff": ana}),
            ("zofia", "client", {"client": zofia}),
        ):
            account = Account.objects.create(
                email=f"{name}@example.org", full_name=name.title(), password=make_password(PASSWORD)
            )
            RoleHeld.objects.create(**told, account=account, role=role, started_on=LONG_AGO, **more)
    return service, zofia, employer, service.today(timezone.now())


@pytest.fixture
def way(unit, live_server, page_at, looked_at):
    """Ana on the page of Zofia's work, on a phone."""
    service, zofia, employer, today = unit
    page = page_at(360, live_server.url, may_be_refused=True)
    sight.sign_in(page, live_server.url, "ana@example.org", PASSWORD)
    page.goto(f"{live_server.url}/s/{service.pk}/clients/{zofia.pk}/work/")
    return Journey(Mouse(page), service, today, looked_at, employer.pk)


def says(way: Journey, *words: str) -> None:
    """The page says all of these."""
    text = " ".join(way.hand.page.locator("main").inner_text().split())
    for one in words:
        assert one in text, text


def to(way: Journey, name: str) -> None:
    """From the person's page to their work, and on to a page of the job that is named."""
    way.hand.follow("Work")
    if name:
        way.open(name, f"work-{name.lower().replace(' ', '-').replace('’', '')}")


def start(way: Journey, title: str, kind: str, days_ago: int, employer: str = "Rose Bakery Ltd") -> None:
    hand = way.hand
    way.open("Record a job start", "work-job-start")
    hand.fill("title", title)
    hand.fill("employer_name", employer)
    hand.fill("occupation_code", kind)
    day(hand, "started_on", way.ago(days_ago))
    hand.fill("hours_per_week", "16")
    hand.fill("pay_per_hour", "14")
    hand.tick("contract", "permanent")
    for question in ("meets_minimum_wage", "open_to_anyone", "paid_by_employer"):
        hand.tick(question, "yes")


def support_both_sides(way: Journey) -> None:
    hand = way.hand
    to(way, "In-work support")
    # Missed by now: the week before, the first 3 days, weeks 1 to 4, months 2 to 4; the employer's, one less.
    says(way, "Next: Month 5: by", "9 contacts were missed without a reason", "8 contacts were missed without a reason")
    way.open("Record the contact", "work-contact")
    hand.tick("minutes", "45")
    way.send("Record the contact", "Contact recorded")
    to(way, "In-work support")
    says(way, "Next: Month 6: from")
    way.open(re.compile("Record the contact.*Rose Bakery"), "work-employer-contact")
    hand.tick("hiring_authority", "yes")
    way.send("Record the contact", "Employer contact recorded")
    to(way, "In-work support")
    hand.page.locator("summary").first.click()
    way.open(re.compile("Say why.*Week 2, With the person"), "work-missed")
    hand.tick("reason", "person_away")
    way.send("Save", "Reason recorded")
    to(way, "In-work support")
    says(way, "8 contacts were missed without a reason")
    way.open("Agree a rhythm", "work-rhythm")
    hand.fill("every", "2")
    hand.tick("unit", "weeks")
    way.send("Save", "Rhythm of in-work support recorded")


def change_hours(way: Journey) -> None:
    to(way, "Change hours or pay")
    day(way.hand, "changed_on", way.ago(60))
    way.hand.fill("hours_per_week", "20")
    way.send("Save", "Change recorded")
    to(way, "")
    says(way, "20 hours a week (part time), £14 an hour")


def prove(way: Journey) -> None:
    hand = way.hand
    way.open("The job’s clock", "work-clock")
    says(way, "Met 13 weeks in this job", "Not due yet 26 weeks in this job", "16 weeks of 7 hours or more")
    assert figures(way) == {"13 weeks": (1, 1), "13 in 16": (1, 1)}
    way.open("Record a proof", "work-proof")
    hand.tick("kind", "payslip")
    day(hand, "covers_to", way.ago(DAY_0 - 83))
    way.send("Save", "Proof recorded")
    to(way, "The job’s clock")
    way.open("Evidence", "work-evidence")
    says(way, "Payslip Job Porter", "No proof of Porter from")


def end(way: Journey, address: str) -> None:
    hand = way.hand
    hand.page.goto(address)
    way.open("End the job", "work-end")
    day(hand, "ended_on", way.ago(DAY_0 - 84))
    hand.tick("end_reason", "resigned_health")
    hand.fill("person_words", "The early shifts were too much for me")
    hand.select("employer_said", "Dismissed")
    hand.fill("employer_words", "Not here at six")
    hand.fill("learned", "Afternoons, near home")
    day(hand, "next_job_help_offered_on", way.ago(DAY_0 - 90))
    way.send("Save", "End of the job recorded")
    to(way, "")
    way.look(hand.page, "work-ended")
    says(
        way, "Left because of health: “The early shifts were too much for me”", "Dismissed: “Not here at six”",
        "Afternoons, near home", "Offered on",
    )  # fmt: skip
    way.open("The job’s clock", "work-clock-ended")
    says(way, "Not met 13 weeks in this job", "after 84 days of 91", "12 weeks of 7 hours or more; 13 were asked for")
    assert figures(way) == {"13 weeks": (0, 1), "13 in 16": (0, 1)}


def next_job(way: Journey, address: str) -> None:
    hand = way.hand
    hand.page.goto(address)
    start(way, "Shop floor assistant", "shop floor", 15, employer="")
    hand.fill("employer_name", "Corner Shop")
    hand.press("Record the job")
    says(way, "Which kind of work is it?")
    way.look(hand.page, "work-which-kind")
    hand.tick("which_occupation", "7111")
    way.send("Record the job", "Job start recorded")
    to(way, "")
    says(way, "The next job after Porter: 21 days between", "Sales and retail assistants (7111)")
    way.open("The job’s clock", "work-clock-next")
    says(way, "Not due yet 13 weeks in this job", "Met Sustained 13 of 16 weeks 13 weeks of 7 hours or more")
    assert figures(way) == {"13 weeks": (0, 1), "13 in 16": (1, 1)}
    assert way.outcome("job_starts@ipsgrow")[0] == 1  # of the last 60 days: the second alone


def figures(way: Journey) -> dict[str, tuple]:
    """Two definitions over a period that looks at jobs which began on day 0; none began 26 weeks ago."""
    period = {"from_": way.ago(60), "to": way.today}
    found = {
        "13 weeks": take("sustained_13_weeks@single_job", way.service, **period),
        "13 in 16": take("sustained_13_in_16@ipspc", way.service, **period),
    }
    half_a_year = take("sustained_26_weeks@single_job", way.service, **period)
    assert (half_a_year.numerator, half_a_year.denominator) == (0, 0)
    return {name: (figure.numerator, figure.denominator) for name, figure in found.items()}


@pytest.mark.timeout(400)
def test_from_one_job_to_the_next_with_support_on_both_sides(way):
    address = way.hand.page.url
    start(way, "Porter", "kitchen porter", DAY_0)
    way.send("Record the job", "Job start recorded")
    support_both_sides(way)
    change_hours(way)
    prove(way)
    end(way, address)
    next_job(way, address)


@pytest.mark.timeout(200)
def test_the_person_says_that_they_still_work_there(unit, laying_down, live_server, page_at, looked_at):
    service, zofia, employer, today = unit
    with laying_down(on=today):
        models.Job.objects.create(
            service=service, key="j", episode=models.Episode.objects.get(), employer=employer, title="Porter",
            occupation_code="9263", started_on=today, hours_per_week=16, contract="permanent",
            meets_minimum_wage=True, open_to_anyone=True, paid_by_employer=True,
        )  # fmt: skip
    page = page_at(360, live_server.url)
    sight.sign_in(page, live_server.url, "zofia@example.org", PASSWORD)
    hand = Mouse(page)
    page.goto(f"{live_server.url}/s/{service.pk}/my-record/")
    hand.follow("Your work")
    looked_at(page, "own-work")
    hand.follow("Tell us whether you still work there")
    looked_at(page, "own-word")
    hand.tick("still_in_work", "yes")
    hand.press("Tell us")
    looked_at(page, "own-word-said")
    assert "you said that you still worked there" in page.locator("main").inner_text()
    assert models.JobConfirmation.objects.get().how == "own_page"

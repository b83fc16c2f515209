"""The way of one person, from the referral to a job that ends, and back again: each step as a worker does it."""

from dataclasses import dataclass
from datetime import date, timedelta

from placewell.measures.taking import take
from tests.journeys.hands import Keyboard, Mouse, day


@dataclass
class Journey:
    """A hand on a page of a service, today, and what is done with every page that is reached."""

    hand: Mouse | Keyboard
    service: object
    today: date
    look: object
    employer: int

    def ago(self, days: int) -> date:
        return self.today - timedelta(days=days)

    def open(self, words: str, name: str) -> None:
        """Follow a link and look at the page it leads to."""
        self.hand.follow(words)
        self.look(self.hand.page, f"people-{name}")

    def send(self, words: str, said: str) -> None:
        """Press the button, and read that it was done."""
        self.hand.press(words)
        banner = self.hand.page.locator(".nhsuk-notification-banner")
        assert said in banner.inner_text(), self.hand.page.locator("main").inner_text()

    def outcome(self, key: str) -> tuple:
        """Numerator and denominator of an outcome of the last 60 days."""
        figure = take(key, self.service, from_=self.ago(60), to=self.today)
        return figure.numerator, figure.denominator

    def item(self, key: str) -> tuple:
        """Numerator and denominator of an item of fidelity, as at today."""
        figure = take(key, self.service, as_at=self.today)
        return figure.numerator, figure.denominator


def refer(way: Journey) -> None:
    hand = way.hand
    way.open("Record a referral", "referral-find")
    hand.fill("q", "Zofia Nowak")
    hand.press("Look")
    way.open("It is somebody new", "referral-new")
    hand.fill("given_name", "Zofia")
    hand.fill("family_name", "Nowak")
    day(hand, "date_of_birth", date(1988, 5, 4))
    day(hand, "received_on", way.ago(30))
    hand.tick("source", "self")
    hand.select("team", "East team")
    hand.tick("wants_to_work", "yes")
    hand.tick("work_status", "out_of_work")
    hand.press("Record the referral")
    way.look(hand.page, "people-referral-check")
    way.send("Record the referral", "Referral recorded")
    way.look(hand.page, "people-referred")


def answer_the_referral(way: Journey) -> None:
    hand = way.hand
    way.open("Acknowledge the referral", "acknowledge")
    day(hand, "acknowledged_on", way.ago(29))
    way.send("Save", "Acknowledgement recorded")
    way.open("Record the first contact with the person", "first-contact")
    day(hand, "first_contact_on", way.ago(27))
    way.send("Save", "First contact recorded")
    way.open("Decide on the referral", "decide")
    hand.tick("decision", "accepted")
    day(hand, "decided_on", way.ago(26))
    way.send("Save", "Decision recorded")
    assert way.item("caseload_size") == (0, 1)
    way.open("Begin support", "begin")
    day(hand, "entered_on", way.ago(20))
    way.send("Save", "Support has begun")
    assert way.item("caseload_size") == (1, 1)
    assert way.outcome("caseload_at_end")[0] == 1


def get_to_know(way: Journey) -> None:
    hand = way.hand
    way.open("Write the vocational profile", "profile")
    day(hand, "written_on", way.ago(18))
    hand.fill("sessions", "2")
    hand.fill("sources", "3")
    way.send("Save", "Vocational profile recorded")
    assert way.outcome("access_profile_started@ipsgrow6")[0] == 1
    way.open("Record what work the person wants", "wishes")
    day(hand, "stated_on", way.ago(18))
    hand.tick("occupation_groups", "54")
    hand.fill("hours_min", "16")
    hand.fill("hours_max", "20")
    way.send("Save", "Wishes recorded")
    way.open("Record a plan", "plan")
    hand.follow("Job search plan")
    hand.fill("part_work_wanted", "Baking, mornings, near home")
    day(hand, "agreed_on", way.ago(17))
    way.send("Save the plan", "Plan recorded")
    way.look(hand.page, "people-plan-page")
    hand.follow("Overview")
    way.open("Record a talk about what to tell employers", "disclosure")
    day(hand, "held_on", way.ago(17))
    hand.tick("choice", "tell_some")
    hand.tick("specialist_may_contact_employers", "yes")
    hand.tick("pros_and_cons", "yes")
    hand.tick("wording_agreed", "yes")
    way.send("Save", "Talk recorded")
    way.open("Record benefits advice", "advice")
    day(hand, "offered_on", way.ago(16))
    hand.tick("prompted_by", "before_start")
    way.send("Save", "Benefits advice recorded")


def meet(way: Journey, days_ago: int, phase: str) -> None:
    hand = way.hand
    way.open("Record a contact", "contact")
    hand.unfold("Today, ")
    day(hand, "began_on", way.ago(days_ago))
    hand.fill("began_time", "9.30am")
    hand.tick("minutes", "45")
    hand.tick("phase", phase)
    way.send("Record the contact", "Contact recorded")


def meet_an_employer(way: Journey) -> None:
    hand = way.hand
    way.open("Record an employer contact", "employer-contact")
    hand.fill("employer_name", "Rose Bakery Limited")
    day(hand, "made_on", way.ago(12))
    hand.tick("purpose", "present_person")
    hand.tick("hiring_authority", "yes")
    hand.select("occupation_group", "Textiles, printing and other skilled trades")
    hand.press("Record the contact")
    way.look(hand.page, "people-which-employer")
    hand.tick("which_employer", str(way.employer))
    way.send("Record the contact", "Employer contact recorded")
    assert way.item("rapid_job_search") == (8, 1)
    assert way.item("individualised_search") == (1, 1)


def start_a_job(way: Journey) -> None:
    hand = way.hand
    assert way.outcome("into_work@ipsgrow")[0] == 0
    way.open("Record a job start", "job")
    hand.fill("title", "Baker")
    hand.fill("employer_name", "Rose Bakery Ltd")
    hand.fill("occupation_code", "5432")
    day(hand, "started_on", way.ago(10))
    hand.fill("hours_per_week", "16.5")
    hand.fill("pay_per_hour", "12.60")
    hand.tick("contract", "permanent")
    for question in ("meets_minimum_wage", "open_to_anyone", "paid_by_employer"):
        hand.tick(question, "yes")
    way.send("Record the job", "Job start recorded")
    assert way.outcome("into_work@ipsgrow")[0] == 1
    assert way.outcome("job_starts@ipsgrow")[0] == 1
    assert way.item("competitive_jobs") == (1, 1)


def change_and_end_the_job(way: Journey) -> None:
    hand = way.hand
    way.open("Change hours or pay", "job-change")
    day(hand, "changed_on", way.ago(8))
    hand.fill("hours_per_week", "20")
    way.send("Save", "Change recorded")
    meet(way, 7, "follow_along")
    way.open("End the job", "job-end")
    day(hand, "ended_on", way.ago(5))
    hand.tick("end_reason", "resigned_health")
    hand.select("employer_said", "Not asked yet")
    day(hand, "end_known_on", way.ago(5))
    way.send("Save", "End of the job recorded")
    way.open("Record help towards the next job", "next-help")
    day(hand, "next_job_help_offered_on", way.ago(4))
    way.send("Save", "Help towards the next job recorded")
    assert way.outcome("job_starts@ipsgrow")[0] == 1
    assert way.outcome("employment_rate@quarterly") == (1, 1)


def leave_and_come_back(way: Journey) -> None:
    hand = way.hand
    way.open("Arrange cover", "cover")
    hand.select("staff", "Ben Carter")
    day(hand, "started_on", way.ago(4))
    way.send("Save", "Cover arranged")
    way.open("Step down to the clinical team", "step-down")
    day(hand, "stepped_down_on", way.ago(3))
    way.send("Save", "Step down recorded")
    assert way.item("caseload_size") == (0, 1)
    way.open("End support", "exit")
    day(hand, "ended_on", way.ago(2))
    hand.tick("end_reason", "goal_met")
    hand.press("End support")
    way.look(hand.page, "people-exit-check")
    way.send("End support", "End of support recorded")
    assert way.outcome("caseload_at_end")[0] == 0
    way.open("Begin again", "return")
    hand.tick("work_status_at_entry", "out_of_work")
    way.send("Begin support again", "Support has begun again")
    assert way.outcome("caseload_at_end")[0] == 1
    assert way.item("caseload_size") == (1, 1)
    way.look(hand.page, "people-back-again")


def whole_way(way: Journey) -> None:
    """All of it, from the list of people on."""
    refer(way)
    answer_the_referral(way)
    meet(way, 19, "engagement")
    assert way.outcome("access_first_meaningful_contact@ipsgrow8")[0] == 1
    get_to_know(way)
    meet_an_employer(way)
    start_a_job(way)
    change_and_end_the_job(way)
    leave_and_come_back(way)

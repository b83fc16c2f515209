"""The days of a week, each as a worker lives it: every form is reached by links, and each page is looked at."""

from dataclasses import dataclass
from datetime import date, timedelta

from placewell.web.presenters.weeks import week_words
from tests.journeys.hands import Mouse, day
from tests.journeys.week.unit import Unit


@dataclass
class Week:
    """A hand on a page of the unit, and what is done with every page that is reached.

    `called` is the first word of the names of its pictures.
    """

    hand: Mouse
    unit: Unit
    address: str
    look: object
    called: str = "week"

    def on(self, weekday: int) -> date:
        """A day of the week: 0 is Monday."""
        return self.unit.monday + timedelta(days=weekday)

    def go(self, address: str, name: str) -> None:
        """A page of the unit, and a look at it."""
        self.hand.page.goto(f"{self.address}/s/{self.unit.service.pk}/{address}")
        self.look(self.hand.page, f"{self.called}-{name}")

    def open(self, words: str, name: str) -> None:
        """Follow a link, and look at the page it leads to."""
        self.hand.follow(words)
        self.look(self.hand.page, f"{self.called}-{name}")

    def send(self, words: str, said: str) -> None:
        """Press the button, and read that it was done."""
        self.hand.press(words)
        banner = self.hand.page.locator(".nhsuk-notification-banner")
        assert said in banner.inner_text(), self.hand.page.locator("main").inner_text()

    def says(self, *words: str) -> None:
        """The page says all of these."""
        text = " ".join(self.hand.page.locator("main").inner_text().split())
        for one in words:
            assert one in text, f"not said: {one}\n{text}"

    def days(self, told: dict[str, date]) -> None:
        for name, when in told.items():
            day(self.hand, name, when)

    def ticks(self, **told: str) -> None:
        for name, value in told.items():
            self.hand.tick(name, value)

    def words(self, **told: str) -> None:
        for name, value in told.items():
            self.hand.fill(name, value)


def monday(way: Week) -> None:
    """Today is opened; somebody who stays away is rung; a referral is taken as far as support and a first meeting."""
    way.go("today/", "today")
    assert "Mo Ahmed" in way.hand.page.locator("main").inner_text()
    ring_who_stays_away(way)
    way.go("clients/", "people")
    refer(way)
    answer_the_referral(way)
    meet(way, 0, "engagement", "Met at the library. I want mornings, near the bus.", "Bring two adverts")


def ring_who_stays_away(way: Week) -> None:
    hand = way.hand
    hand.follow("Mo Ahmed")
    hand.follow("Record a contact")
    hand.unfold("Today, ")
    day(hand, "began_on", way.on(0))
    hand.fill("began_time", "9am")
    way.ticks(attendance="no_answer", attempt_by="employment_specialist", mode="telephone")
    way.look(hand.page, "week-tried")
    way.send("Record the contact", "Contact recorded")


def refer(way: Week) -> None:
    hand, entered = way.hand, way.unit.entered
    hand.follow("Record a referral")
    hand.fill("q", "Zofia Nowak")
    hand.press("Look")
    hand.follow("It is somebody new")
    way.words(given_name="Zofia", family_name="Nowak")
    way.days({"date_of_birth": date(1988, 5, 4), "received_on": entered - timedelta(days=8)})
    way.ticks(source="self", wants_to_work="yes", work_status="out_of_work")
    hand.select("team", "East team")
    hand.press("Record the referral")
    way.send("Record the referral", "Referral recorded")


def answer_the_referral(way: Week) -> None:
    entered = way.unit.entered
    way.open("Acknowledge the referral", "acknowledge")
    way.days({"acknowledged_on": entered - timedelta(days=7)})
    way.send("Save", "Acknowledgement recorded")
    way.open("Record the first contact with the person", "first-contact")
    way.days({"first_contact_on": entered - timedelta(days=5)})
    way.send("Save", "First contact recorded")
    way.open("Decide on the referral", "decide")
    way.ticks(decision="accepted")
    way.days({"decided_on": entered - timedelta(days=2)})
    way.send("Save", "Decision recorded")
    way.open("Begin support", "begin")
    way.days({"entered_on": entered})
    way.send("Save", "Support has begun")


def meet(way: Week, weekday: int, phase: str, note: str, what_next: str) -> None:
    """A contact face to face with its next step, from the page of the person."""
    hand = way.hand
    way.open("Record a contact", "contact")
    hand.fill("note", note)
    hand.unfold("Today, ")
    day(hand, "began_on", way.on(weekday))
    hand.fill("began_time", "9.30am")
    way.ticks(minutes="45", phase=phase, mode="face_to_face", place="community")
    hand.fill("next_what", what_next)
    hand.tick("next_due", "other")
    day(hand, "next_due_on", way.unit.today)
    way.send("Record the contact", "Contact recorded")


def tuesday(way: Week) -> None:
    """The profile is begun, what employers may hear is agreed, wishes are written down."""
    add_a_session(way, 1, "I like mornings and working with my hands.")
    way.open("Record what work the person wants", "wishes")
    way.days({"stated_on": way.on(1)})
    way.ticks(occupation_groups="54")
    way.words(hours_min="16", hours_max="20")
    way.send("Save", "Wishes recorded")
    way.open("Record a talk about what to tell employers", "disclosure")
    way.days({"held_on": way.on(1)})
    way.ticks(
        choice="tell_some", specialist_may_contact_employers="yes", pros_and_cons="yes", wording_agreed="yes"
    )  # fmt: skip
    way.words(may_say="I had some time away and am ready to come back.")
    way.send("Save", "Talk recorded")


def add_a_session(way: Week, weekday: int, said: str, source: str = "person") -> None:
    """What was said one day, added to the profile, from the page of the person and back to it."""
    hand = way.hand
    way.open("Profile and CV", "profile")
    way.open("Add a session", "session")
    way.days({"held_on": way.on(weekday)})
    hand.fill("say_goal", said)
    if source != "person":
        hand.unfold("Did somebody else say it?")
        hand.tick("source", source)
    way.send("Save", "Session added to the profile")
    hand.follow("Overview")


def wednesday(way: Week) -> None:
    """The team adds to the profile; action plan, benefits advice, an employer of the kind that is wanted."""
    add_a_session(way, 2, "Calm and exact once a place is known.", source="team")
    way.open("Record a plan", "which-plan")
    way.open("Action plan", "action-plan")
    way.words(part_goal="Baking, mornings, near home", part_benefits="See the adviser before a job starts")
    way.days({"agreed_on": way.on(2)})
    way.send("Save the plan", "Plan recorded")
    way.look(way.hand.page, "week-plan")
    way.hand.follow("Overview")
    way.open("Record benefits advice", "advice")
    way.days({"offered_on": way.on(1), "held_on": way.on(2)})
    way.ticks(prompted_by="before_start", adviser="trained_adviser", written_result="yes")
    way.send("Save", "Benefits advice recorded")
    meet_the_employer(way, 2, "present_person")


def meet_the_employer(way: Week, weekday: int, purpose: str) -> None:
    hand = way.hand
    way.open("Record an employer contact", "employer-contact")
    hand.fill("employer_name", "Rose Bakery Ltd")
    way.days({"made_on": way.on(weekday)})
    way.ticks(mode="face_to_face", purpose=purpose, hiring_authority="yes", planned="yes")
    hand.select("occupation_group", "Textiles, printing and other skilled trades")
    way.send("Record the contact", "Employer contact recorded")


def thursday(way: Week) -> None:
    """The job starts; both sides are seen in work; the plan for in-work support is agreed."""
    way.open("Record a job start", "job")
    way.words(
        title="Baker", employer_name="Rose Bakery Ltd", occupation_code="5432", hours_per_week="16.5",
        pay_per_hour="12.60",
    )  # fmt: skip
    way.days({"started_on": way.on(3)})
    way.ticks(contract="permanent", meets_minimum_wage="yes", open_to_anyone="yes", paid_by_employer="yes")
    way.send("Record the job", "Job start recorded")
    meet(way, 3, "follow_along", "First shift done. It was loud, and good.", "Ask about ear protection")
    meet_the_employer(way, 3, "in_work_support")
    way.open("Work", "work")
    way.hand.follow("Overview")
    way.open("Record a plan", "which-plan-in-work")
    way.open("In-work support plan", "in-work-plan")
    way.words(part_supports="A call after each first shift", part_early_signs="I stop answering; then ring my sister")
    way.days({"agreed_on": way.on(3)})
    way.send("Save the plan", "Plan recorded")
    way.look(way.hand.page, "week-plan-in-work")


def friday(way: Week) -> None:
    """A concern is noted, the week's log is closed, and all is ready for a colleague to carry on."""
    way.open("Concerns", "concerns")
    way.open("Note a concern", "concern")
    way.ticks(kind="risk_to_person")
    way.words(note="She has slept badly all week, and said so herself.")
    way.days({"noticed_on": way.on(4)})
    way.send("Note the concern", "Concern noted")
    way.look(way.hand.page, "week-concern-noted")
    way.go("weeks/", "weeks")
    way.open(week_words(way.unit.monday), "week")
    way.words(employment_hours="36", other_hours="4", community_hours="24")
    way.ticks(log_complete="yes")
    way.send("Save", "is saved")
    carry_on(way)


def carry_on(way: Week) -> None:
    """What a colleague needs, on the screen and on paper; and what the week looks like on Today."""
    way.go("clients/", "people-at-the-end")
    way.hand.follow("Zofia")
    way.look(way.hand.page, "week-person")
    way.open("Handover", "handover")
    said = way.hand.page.locator("main").inner_text()
    assert "First shift done. It was loud, and good." in said
    assert "I had some time away and am ready to come back." in said
    way.hand.follow("Overview")
    way.open("The whole timeline, to print", "timeline")
    way.hand.page.emulate_media(media="print")
    assert way.hand.page.get_by_text("First shift done. It was loud, and good.").first.is_visible()
    way.hand.page.emulate_media(media="screen")
    way.go("today/", "today-at-the-end")
    assert "Ask about ear protection" in way.hand.page.locator("main").inner_text()


def friday_of_the_supervisor(way: Week) -> None:
    """The log is read, and the concern."""
    way.go("weeks/", "weeks-to-read")
    way.open("Read the log", "log")
    rows = way.hand.page.locator("main table tbody tr", has_text="Rose Bakery Ltd")
    assert rows.count() == 2, way.hand.page.locator("main").inner_text()
    way.send("I have read it", "is marked as read")
    way.go("concerns/", "concerns-to-read")
    way.hand.lead(way.hand.page.locator("main .placewell-column a").first)
    way.look(way.hand.page, "week-concern-to-read")
    way.send("I have read this", "Recorded that you have read this")

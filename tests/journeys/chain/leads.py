"""A lead is shared and matched; she hears of it, applies, is interviewed and says yes."""

import re

from tests.journeys.chain.clocks import said
from tests.journeys.chain.employers import KITCHEN
from tests.journeys.chain.story import Story
from tests.journeys.chain.unit import BAKERY, ZOFIA
from tests.journeys.hands import day

PORTER = "Kitchen porter"
THE_LEAD = f"{PORTER}, {BAKERY}"


def share(story: Story) -> None:
    """From the employer's page, with what is known of the work; beside it stands whom it fits, and why."""
    way = story.specialist
    story.employer(BAKERY)
    way.open(f"Share a lead at {BAKERY}", "lead-new")
    way.words(title=PORTER)
    way.hand.select("occupation_group", KITCHEN)
    way.hand.unfold("Hours, pay, place and how to apply")
    way.words(hours_min="16", hours_max="16", pay="13.50")
    way.hand.select("pay_per", "An hour")
    way.ticks(market="hidden")
    way.hand.unfold("Found today, by you")
    day(way.hand, "found_on", story.day(8))
    way.send("Share it with the unit", "Lead shared with the unit")
    way.look(way.hand.page, "chain-lead")
    wish = f"Work the person wants, stated on {said(story.day(-13))}"
    way.says(
        "Whose preferences this fits", "Zofia Nowak", f"Met How many hours. It is 16 hours a week, and they want 16 to 20. {wish}",
        "Met The kind of work.",
    )  # fmt: skip


def tell(story: Story) -> None:
    """She is told, and answers; from the same page."""
    way = story.specialist
    way.open("Tell Zofia Nowak of it", "lead-offer")
    way.hand.select("how", "Telephone")
    way.days({"offered_on": story.day(9)})
    way.ticks(answer="interested")
    way.words(words="I know that kitchen.")
    way.send("Save", "Recorded that they were told")
    way.says("“I know that kitchen.”", f"{said(story.day(9))} by Ana Silva, telephone")
    way.open("Zofia Nowak", "leads-of-the-person")
    way.says("Leads that fit Zofia Nowak’s preferences", THE_LEAD)


def apply(story: Story) -> None:
    """With help, for the lead."""
    way = story.specialist
    story.person()
    way.open("Applications and interviews", "applications")
    way.open("Record an application", "application-new")
    way.words(employer_name=BAKERY, title=PORTER)
    way.days({"applied_on": story.day(9)})
    way.ticks(sent_by="together")
    way.hand.unfold("More: what the employer was told")
    way.ticks(told="agreed")
    way.words(occupation_code="kitchen porter")
    way.hand.select("lead", THE_LEAD)
    way.send("Record the application", "Application recorded")
    way.says("Waiting for an answer")


def interview(story: Story) -> None:
    """Ana goes along: a meeting with the employer, and counted as one."""
    way, on = story.specialist, story.day(11)
    way.open("Record an interview", "interview-new")
    way.days({"held_on": on})
    way.words(held_time="9am", place="Back door")
    way.hand.select("goes_along", "Ana Silva")
    way.send("Record the interview", "Interview recorded")
    way.hand.lead(way.hand.page.locator("main").get_by_role("link", name=re.compile("How did the interview")).first)
    way.look(way.hand.page, "chain-interview-told")
    way.ticks(came_of="held", answer="none")
    way.words(words="They showed me everything.")
    way.send("Save", "How the interview went is recorded")
    way.says("“They showed me everything.”")
    story.entered.met(BAKERY, on, person=ZOFIA, group="92", planned=True)


def agree(story: Story) -> None:
    """The job is offered, and she says yes; from the page of the application."""
    way = story.specialist
    way.open("Record an answer", "application-offered")
    way.ticks(kind="offered")
    way.days({"came_on": story.day(14)})
    way.send("Record the answer", "Answer recorded")
    way.says("Job offered")
    way.open("Record an answer", "application-accepted")
    way.ticks(kind="accepted")
    way.days({"came_on": story.day(15), "starts_on": story.day(21)})
    way.send("Record the answer", "Answer recorded")
    way.says("Offer accepted", f"First day {said(story.day(21))}")

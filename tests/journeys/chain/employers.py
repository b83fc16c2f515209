"""An employer is met three times: introduced to, learned from, and returned to with a person."""

from datetime import date

from tests.journeys.chain.clocks import said
from tests.journeys.chain.story import Story
from tests.journeys.chain.unit import BAKERY, ZOFIA
from tests.journeys.hands import Mouse
from tests.journeys.week import days
from tests.journeys.week.days import Week

KITCHEN = "Elementary administration and service occupations"
SHOPS = "Sales occupations"


def begin_support(story: Story) -> None:
    """Zofia is referred, support begins; she says what work she wants, and that employers be told nothing."""
    way = story.specialist
    way.go("clients/", "people")
    days.refer(way)
    days.answer_the_referral(way)
    want(story, "92", story.day(-13), not_any_more="")
    way.open("Record a talk about what to tell employers", "disclosure")
    talk(way, story.day(-12), choice="tell_nobody", may_contact="no")


def want(story: Story, group: str, on: date, *, not_any_more: str) -> None:
    """From the person's page: one kind of work, 16 to 20 hours."""
    way = story.specialist
    way.open("Record what work the person wants", "wishes")
    way.days({"stated_on": on})
    way.ticks(occupation_groups=group)
    if not_any_more:
        way.hand.page.locator(f'main [name="occupation_groups"][value="{not_any_more}"]').uncheck()
    way.words(hours_min="16", hours_max="20")
    way.send("Save", "Wishes recorded")
    story.entered.wants(group, on)


def talk(way: Week, on: date, *, choice: str, may_contact: str) -> None:
    way.days({"held_on": on})
    way.ticks(
        choice=choice, specialist_may_contact_employers=may_contact, pros_and_cons="yes", wording_agreed="yes"
    )  # fmt: skip
    way.send("Save", "Talk recorded")


def stage(story: Story, name: str, because: str, next_visit: str) -> None:
    """How far it has come with an employer: on its page, which stands open, and among whom to see next."""
    way = story.specialist
    way.says(f"Next: {next_visit}. Because {because}.")
    way.go("employers/", "employers")
    way.open("Whom to see next", "employers-next")
    row = way.hand.page.locator("main tbody tr", has_text=name)
    text = " ".join(row.inner_text().split())
    assert f"{next_visit} Because {because}" in text, text


def introduce(story: Story) -> None:
    """A drop-in, about nobody."""
    way, on = story.specialist, story.day(0)
    story.employer(BAKERY)
    way.says("Nobody of us has been in touch yet", "Visit and introduce yourself")
    way.open("Record a contact", "employer-contact")
    assert way.hand.page.locator('main [name="purpose"][value="introduce"]').is_checked()
    way.days({"made_on": on})
    way.ticks(hiring_authority="no", planned="no")
    way.send("Record the contact", "Employer contact recorded")
    story.entered.met(BAKERY, on, person=None, group="", planned=False)
    stage(
        story, BAKERY, f"we have met on {said(on)}", "Go back and learn what they do and need; bring no vacancy to fill"
    )


def learn(story: Story) -> None:
    """Planned, with who hires; the form of a repeat visit knows what it is for."""
    way, on = story.specialist, story.day(3)
    story.employer(BAKERY)
    way.open("Visit again", "visit-again")
    assert "Visit 2 to Rose Bakery Ltd" in way.hand.page.locator("h1").inner_text()
    way.words(learned="They want somebody for the washing up from eight, and find nobody.")
    way.hand.unfold("(change)")
    assert way.hand.page.locator('main [name="purpose"][value="learn_needs"]').is_checked()
    way.days({"made_on": on})
    way.words(met="Rosa Hill")
    way.ticks(hiring_authority="yes")
    way.send("Record the visit", "Employer contact recorded")
    story.entered.met(BAKERY, on, person=None, group="", planned=True)
    way.says("They want somebody for the washing up", "Rosa Hill", "2 visits in person so far")
    stage(
        story,
        BAKERY,
        f"we learned what they need on {said(on)}",
        "Return with a person whose wishes fit what they need",
    )


def fill_in_the_return(story: Story, on: date) -> None:
    """From the person's page: the form of a contact with an employer about her."""
    way = story.specialist
    story.person()
    way.open("Record an employer contact", "employer-contact-about")
    way.says("Locked")
    way.words(employer_name=BAKERY, learned="She would see the kitchen first.")
    way.days({"made_on": on})
    way.ticks(purpose="present_person", hiring_authority="yes", planned="yes")
    way.hand.select("occupation_group", KITCHEN)


def return_with_her(story: Story) -> None:
    """Refused against what she chose, with the way out; the way is gone, and the same form is sent again."""
    way, on = story.specialist, story.day(8)
    fill_in_the_return(story, on)
    story.refused(
        "Record the contact", "against_plan", "against-the-plan", f"Not recorded: on {said(story.day(-12))}",
        "the person chose to tell nobody, so we may not contact employers about them",
        "Talk it over and record what they decide, or record the contact as about nobody if the person was not named",
    )  # fmt: skip
    story.read(13)
    with way.hand.page.context.expect_page() as opened:
        way.hand.page.get_by_role("link", name="record a talk with the person").click()
    beside = Week(Mouse(opened.value), way.unit, way.address, way.look, way.called)
    way.look(opened.value, "chain-talk-beside")
    talk(beside, story.day(7), choice="tell_some", may_contact="yes")
    opened.value.close()
    assert way.hand.page.locator("[name=employer_name]").input_value() == BAKERY
    assert way.hand.page.locator("[name=learned]").input_value() == "She would see the kitchen first."
    way.send("Record the contact", "Employer contact recorded")
    story.entered.met(BAKERY, on, person=ZOFIA, group="92", planned=True)
    story.employer(BAKERY)
    stage(story, BAKERY, f"a person was presented on {said(on)}", "Follow up, and thank them whatever came of it")


def not_the_same_as_itself(story: Story) -> None:
    """Merging an employer with itself is refused."""
    story.employer(BAKERY)
    story.specialist.open("The same as another employer?", "merge")
    story.specialist.words(employer_name=BAKERY)
    story.refused("Merge the two", "employer_name", "merge-refused", "An employer cannot be merged with itself.")


def close_the_week(story: Story, number: int) -> None:
    """The log of the week that begins on a day is closed, from the list of weeks."""
    way, monday = story.specialist, story.day(number)
    way.go("weeks/", "weeks")
    while way.hand.page.get_by_role("link", name=days.week_words(monday)).count() == 0:
        way.open("Earlier weeks", "weeks-earlier")
    way.open(days.week_words(monday), "week")
    way.words(employment_hours="36", other_hours="4")
    way.ticks(log_complete="yes")
    way.send("Save", "is saved")
    story.entered.closed.append(monday)


def read_the_logs(story: Story) -> None:
    """The supervisor reads the logs that wait: those of the last 13 weeks."""
    way = story.supervisor
    way.go("weeks/", "weeks-to-read")
    way.open("Logs to read", "logs-to-read")
    while way.hand.page.get_by_role("link", name="Read the log").count():
        way.open("Read the log", "log")
        way.send("I have read it", "is marked as read")
        story.entered.read_on.append(story.unit.today)

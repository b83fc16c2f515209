"""Jobs: started, with a second beside it, changed, lost, and the next one."""

from datetime import date, timedelta
from fractions import Fraction

from placewell.scales.minimum_wage import minimum_wages
from tests.journeys.chain.clocks import about, said
from tests.journeys.chain.employers import KITCHEN, SHOPS, want
from tests.journeys.chain.leads import PORTER
from tests.journeys.chain.story import Story
from tests.journeys.chain.unit import BAKERY, SHOP, ZOFIA, Worked

FILLER, ASSISTANT = "Shelf filler", "Shop assistant"
OUTSIDE = "Choose a day within it; support after the exit is a new episode"


def start_the_porter(story: Story) -> None:
    """From the application, where what is known stands filled in; a day before support is refused."""
    way, first = story.specialist, story.day(21)
    way.open("Record the job start", "job-from-application")
    assert way.hand.page.locator("[name=title]").input_value() == PORTER
    way.words(hours_per_week="16", pay_per_hour="13.50")
    way.ticks(
        contract="permanent", meets_minimum_wage="yes", open_to_anyone="yes", paid_by_employer="yes", is_filled="yes"
    )  # fmt: skip
    before = story.unit.entered - timedelta(days=1)
    way.days({"started_on": before})
    story.refused(
        "Record the job", "started_on", "job-outside", f"The episode runs from {said(story.unit.entered)}. {OUTSIDE}",
    )  # fmt: skip
    assert way.hand.page.locator("[name=hours_per_week]").input_value() == "16"
    way.days({"started_on": first})
    way.send("Record the job", "Job start recorded")
    way.says("The application is closed with it")
    story.entered.jobs.append(Worked(PORTER, BAKERY, "9263", Fraction(16), first))


def the_employer_has_hired(story: Story) -> None:
    """The stage of the employer says so, and the lead is filled."""
    way = story.specialist
    story.employer(BAKERY)
    way.says(f"Because somebody started here on {said(story.day(21))}", "Keep in touch")
    way.go("leads/?status=filled", "leads-filled")


def change_hours(story: Story) -> None:
    """More hours and better pay after four weeks; a clock counts the hours that a job began with."""
    way = story.specialist
    story.work()
    way.open(about("Change hours or pay", PORTER), "job-change")
    way.days({"changed_on": story.day(49)})
    way.words(hours_per_week="20", pay_per_hour="13.90")
    way.send("Save", "Change recorded")
    way.hand.follow("Work")
    way.says("20 hours a week (part time), £13.90 an hour")


def start(story: Story, job: Worked, pay: str) -> None:
    """A job start from the person's page."""
    way = story.specialist
    story.person()
    way.open("Record a job start", "job-start")
    way.words(
        title=job.title, employer_name=job.employer, occupation_code=job.code, hours_per_week=f"{job.hours}",
        pay_per_hour=pay,
    )  # fmt: skip
    way.days({"started_on": job.began})
    way.ticks(
        contract="permanent", meets_minimum_wage="yes" if job.pays_enough else "no", open_to_anyone="yes",
        paid_by_employer="yes",
    )  # fmt: skip
    way.send("Record the job", "Job start recorded")
    story.entered.jobs.append(job)


def start_saturdays(story: Story) -> None:
    """A Saturday job beside it, of four hours and below the minimum wage: allowed, marked and explained."""
    way = story.specialist
    start(story, Worked(FILLER, SHOP, "9241", Fraction(4), story.day(61), pays_enough=False), "5.00")
    story.work()
    way.says(f"Began beside {PORTER}", *below_the_law(story.unit.today))


def below_the_law(on: date) -> list[str]:
    """What the page says of £5 an hour, by the rates that are data here; Zofia is grown up."""
    rates = [one for one in minimum_wages() if one.country == "GB" and str(one.from_on) <= str(on) < str(one.until_on)]
    if not rates:
        return [f"The minimum wage of {said(on)} is not known here"]
    highest = max(one.amount for one in rates[0].rates)
    return ["Below the minimum wage", f"On {said(on)} it is below {highest} GBP an hour for", rates[0].source]


def end(story: Story, title: str, on: date, *, reason: str) -> None:
    """The end of a job, from the work page."""
    way = story.specialist
    story.work()
    way.open(about("End the job", title), "job-end")
    way.ticks(end_reason=reason)
    way.hand.select("employer_said", "Not asked yet")
    way.days({"ended_on": on, "end_known_on": on})
    way.send("Save", "End of the job recorded")
    story.entered.job(title).ended = on


def lose_the_porter(story: Story) -> None:
    """After ten weeks. An end before the start is refused first."""
    way, began = story.specialist, story.day(21)
    story.work()
    way.open(about("End the job", PORTER), "job-end")
    way.ticks(end_reason="redundant")
    way.hand.select("employer_said", "Made redundant")
    way.words(person_words="They closed the kitchen.")
    before = began - timedelta(days=7)
    way.days({"ended_on": before, "end_known_on": before})
    story.refused(
        "Save", "ended_on", "end-before-start", f"This lies before the first day of the job, {said(began)}. Check the day"
    )  # fmt: skip
    assert way.hand.page.locator("[name=person_words]").input_value() == "They closed the kitchen."
    on = story.day(91)
    way.days({"ended_on": on, "end_known_on": on, "next_job_help_offered_on": on + timedelta(days=1)})
    way.send("Save", "End of the job recorded")
    story.entered.job(PORTER).ended = on
    way.hand.follow("Work")
    way.says("Made redundant: “They closed the kitchen.”", "10 weeks")


def lose_saturdays(story: Story) -> None:
    end(story, FILLER, story.day(105), reason="resigned_other")


def start_again(story: Story) -> None:
    """She wants shops now; Corner Shop is met with her, and takes her a week after the last job."""
    story.person()
    want(story, "71", story.day(106), not_any_more="92")
    meet_the_shop(story, 108, purpose="follow_advert", planned="no", group="71")
    start(story, Worked(ASSISTANT, SHOP, "7111", Fraction(16), story.day(112)), "13.50")
    story.work()
    story.specialist.says(f"The next job after {FILLER}: 7 days between")


def meet_the_shop(story: Story, number: int, *, purpose: str, planned: str, group: str) -> None:
    """A visit to Corner Shop about her, and the kind of work that was talked about."""
    way, on = story.specialist, story.day(number)
    story.person()
    way.open("Record an employer contact", "employer-contact-about")
    way.words(employer_name=SHOP)
    way.days({"made_on": on})
    way.ticks(purpose=purpose, hiring_authority="yes", planned=planned)
    way.hand.select("occupation_group", {"71": SHOPS, "92": KITCHEN}[group])
    way.send("Record the contact", "Employer contact recorded")
    story.entered.met(SHOP, on, person=ZOFIA, group=group, planned=planned == "yes")


def prove(story: Story) -> None:
    """A payslip of the first four weeks in the shop, and her own word that she is there today."""
    way, first, today = story.specialist, story.day(112), story.unit.today
    story.work()
    way.open(about("The job’s clock", ASSISTANT), "clock")
    way.open("Record a proof", "proof")
    way.ticks(kind="payslip")
    way.days({"covers_from": first, "covers_to": first + timedelta(days=27)})
    way.send("Save", "Proof recorded")
    story.entered.job(ASSISTANT).proved = {first + timedelta(days=nth) for nth in range(28)}
    story.work()
    way.open(about("The job’s clock", ASSISTANT), "clock")
    way.open("Record the person’s word", "word")
    way.days({"said_on": today})
    way.ticks(still_in_work="yes")
    way.send("Save", "recorded")
    story.entered.words.append(today)

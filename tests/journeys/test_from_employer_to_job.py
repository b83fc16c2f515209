"""From the first visit to an employer to the second job, on a phone; each step read on the pages of the supervisor.

Day 0 is a Monday 31 weeks before this week's; support began 14 days before it. All of it is entered today, as
of its own day, so that the supervisor's pages are read as at the day of each step, and the clocks as at today.

| days | what happens |
|---|---|
| 0, 3, 8 | the bakery is met: introduced to, learned from, returned to with Zofia |
| 8, 9, 11, 15 | a lead; she is told and applies; an interview with Ana beside her; she says yes |
| 21 to 91 | kitchen porter, 16 hours a week, 20 since day 49: 70 days are 10 weeks |
| 61 to 105 | beside it a Saturday job of 4 hours in the shop, below the minimum wage: too few by themselves |
| 106, 108 | she wants shops now, and the shop is visited with her |
| 112 on | shop assistant, 16 hours, for 15 weeks or more by today |
| 140, 189 | the shop is visited as planned; once the talk was of kitchens, which she no longer wants |

The 16 weeks from the first job are days 21 to 132. The porter fills the first 10; weeks 11 and 12 have 4 hours,
week 13 none; the shop fills the last 3. So 10 of 16 until the shop, and 13 of 16 with it.
"""

from datetime import timedelta

import pytest
from django.utils import timezone

from placewell.records.models import Job
from tests.journeys import browser as sight
from tests.journeys.chain import employers, items, jobs, leads
from tests.journeys.chain.story import Story
from tests.journeys.chain.unit import MO, ZOFIA, ChainUnit, Entered
from tests.journeys.hands import Mouse
from tests.journeys.week.days import Week
from tests.journeys.week.unit import PASSWORD, SPECIALIST, SUPERVISOR, lay_down

STARTED = {"13-weeks": "Met", "26-weeks": "Met", "13-in-16": "Met"}
LOST = {"13-weeks": "Not met", "26-weeks": "Not met", "13-in-16": "Not met"}


@pytest.fixture
def story(transactional_db, laying_down, live_server, page_at, looked_at):
    """The small service of the week, in the hands of both."""
    with laying_down(on=timezone.localdate()):
        service = lay_down(timezone.localdate())
    today = service.today(timezone.now())
    unit = ChainUnit(service, today)

    def signed_in(email):
        page = page_at(360, live_server.url, may_be_refused=True)
        sight.sign_in(page, live_server.url, email, PASSWORD)
        return Week(Mouse(page), unit, live_server.url, looked_at, "chain")

    entered = Entered({ZOFIA: unit.entered, MO: today - timedelta(days=40)})
    return Story(signed_in(SPECIALIST), signed_in(SUPERVISOR), unit, entered)


def to_the_job(story: Story) -> None:
    """Three visits, a lead, an application, an interview and a yes; items 15 to 18 move on their days."""
    employers.begin_support(story)
    story.read(-1)
    employers.introduce(story)
    story.read(6)
    employers.learn(story)
    employers.close_the_week(story, 0)
    story.read(6)
    employers.return_with_her(story)
    employers.close_the_week(story, 7)
    story.read(13)
    employers.not_the_same_as_itself(story)
    leads.share(story)
    leads.tell(story)
    leads.apply(story)
    story.read(13)
    leads.interview(story)
    story.read(13)
    leads.agree(story)
    met = story.read(20)
    assert met[15]["Figure"].startswith("22 days")
    assert met[17]["Figure"].startswith("2 face-to-face")


def in_the_first_jobs(story: Story) -> None:
    """A job, more hours, a second beside it, and both lost; items 19 to 21 and the clocks move."""
    jobs.start_the_porter(story)
    jobs.the_employer_has_hired(story)
    story.read(27)
    assert story.clock(leads.PORTER) == STARTED
    jobs.change_hours(story)
    story.read(55)
    assert story.clock(leads.PORTER) == STARTED
    jobs.start_saturdays(story)
    two = story.read(62)
    assert two[21]["Figure"].startswith("50% of jobs")
    assert story.clock(jobs.FILLER) == {**STARTED, "26-weeks": "Not due yet"}
    jobs.lose_the_porter(story)
    story.read(97)
    assert story.clock(leads.PORTER) == LOST
    jobs.lose_saturdays(story)
    story.read(111)
    assert story.clock(jobs.FILLER) == LOST


def in_the_next_job(story: Story) -> None:
    """Another job, visits in it, and the logs read."""
    jobs.start_again(story)
    story.read(118)
    assert story.clock(jobs.ASSISTANT) == {**STARTED, "26-weeks": "Not due yet"}
    assert story.clock(leads.PORTER) == {**LOST, "13-in-16": "Met"}
    jobs.prove(story)
    story.clock(jobs.ASSISTANT)
    jobs.meet_the_shop(story, 140, purpose="in_work_support", planned="yes", group="71")
    jobs.meet_the_shop(story, 189, purpose="in_work_support", planned="yes", group="92")
    employers.close_the_week(story, 140)
    employers.close_the_week(story, 189)
    story.read(1000)
    employers.read_the_logs(story)
    last = story.read(1000)
    assert last[16]["Figure"].startswith("50% of employer contacts")
    assert last[17]["Figure"].startswith("1 face-to-face")
    assert last[18][items.VISITS] == "1 of 1 (100%)"
    story.supervisor.go("fidelity/employers-and-jobs/", "employers-and-jobs")
    story.specialist.go("today/", "today")
    assert story.specialist.hand.page.get_by_text("came back").count() == 0


@pytest.mark.timeout(900)
def test_from_an_employer_to_the_next_job(story):
    to_the_job(story)
    in_the_first_jobs(story)
    in_the_next_job(story)
    assert [job.ended_on is None for job in Job.objects.order_by("started_on")] == [False, False, True]

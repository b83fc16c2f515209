"""The days on which an employer becomes a job, and all that was entered of them, as a clerk would list it."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from tests.journeys.week.unit import Unit

BAKERY, SHOP = "Rose Bakery Ltd", "Corner Shop"
ZOFIA, MO, ANA = "Zofia", "Mo", "Ana"
WEEKS_BACK = 31


@dataclass(frozen=True)
class ChainUnit(Unit):
    """The service, its today, and days counted from the Monday on which the employer is first visited."""

    def day(self, number: int) -> date:
        """A day by its number: 0 is a Monday, 31 weeks before the Monday of this week."""
        this_monday = self.today - timedelta(days=self.today.weekday())
        return this_monday - timedelta(weeks=WEEKS_BACK) + timedelta(days=number)

    @property
    def entered(self) -> date:
        """Support begins two weeks before the first visit."""
        return self.day(-14)


@dataclass
class Worked:
    """A job as it was entered; hours are those it began with."""

    title: str
    employer: str
    code: str
    hours: Fraction
    began: date
    pays_enough: bool = True
    ended: date | None = None
    proved: set[date] = field(default_factory=set)

    def runs(self, on: date) -> bool:
        """Whether it is worked on a day."""
        return self.began <= on and (self.ended is None or on < self.ended)


@dataclass
class Entered:
    """Everything that was entered and that items 15 to 21 or a clock could look at.

    `entries` are the days on which support began; `words` days on which Zofia said that she is in work;
    `closed` the Mondays of the weeks whose log is closed, and `read_on` the days on which one was read.
    """

    entries: dict[str, date]
    contacts: list[dict] = field(default_factory=list)
    wishes: list[dict] = field(default_factory=list)
    jobs: list[Worked] = field(default_factory=list)
    words: list[date] = field(default_factory=list)
    closed: list[date] = field(default_factory=list)
    read_on: list[date] = field(default_factory=list)

    def met(self, employer: str, on: date, *, person: str | None, group: str, planned: bool) -> None:
        """A contact in person, by Ana."""
        self.contacts.append(
            {"employer_id": employer, "made_on": on, "episode_id": person, "occupation_group": group,
             "planned": planned, "staff_id": ANA, "mode": "face_to_face"}
        )  # fmt: skip

    def wants(self, group: str, on: date) -> None:
        """Zofia wants one kind of work from a day on, and no longer what she wanted before."""
        for before in self.wishes:
            before["superseded_on"] = before["superseded_on"] or on
        self.wishes.append({"episode_id": ZOFIA, "occupation_group": group, "stated_on": on, "superseded_on": None})

    def job(self, title: str) -> Worked:
        """A job by its title."""
        return next(one for one in self.jobs if one.title == title)

    def rows(self) -> dict[str, list[dict]]:
        """The same as rows, for the counts of `tests.journeys.hand_counts`."""
        episodes = [
            {"id": person, "entered_on": entered, "work_status_at_entry": "out_of_work"}
            for person, entered in self.entries.items()
        ]
        jobs = [
            {"started_on": one.began, "ended_on": one.ended, "occupation_code": one.code, "employer_id": one.employer,
             "meets_minimum_wage": one.pays_enough, "open_to_anyone": True, "paid_by_employer": True,
             "contract": "permanent"}
            for one in self.jobs
        ]  # fmt: skip
        return {"contacts": self.contacts, "wishes": self.wishes, "jobs": jobs, "episodes": episodes}

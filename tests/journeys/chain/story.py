"""The two who live the story, what they entered so far, and how the supervisor's pages are held against it."""

from dataclasses import dataclass, field
from datetime import date

from tests.journeys.chain import clocks, items
from tests.journeys.chain.unit import ChainUnit, Entered
from tests.journeys.week.days import Week


@dataclass
class Story:
    """A specialist and a supervisor, each with a phone, and the list of what was entered.

    `looked` are the rows of each item's page that was looked at, so that none is looked at twice.
    """

    specialist: Week
    supervisor: Week
    unit: ChainUnit
    entered: Entered
    looked: list = field(default_factory=list)

    def read(self, number: int) -> dict[int, dict]:
        """Items 15 to 21 as at the day of a number (today at the latest), each as counted by hand."""
        on = min(self.unit.day(number), self.unit.today)
        by_hand = items.by_hand(self.entered, on)
        printed = items.printed(self.supervisor, on, self.looked)
        read = {item: {row: printed[item].get(row) for row in rows} for item, rows in by_hand.items()}
        assert read == by_hand
        return by_hand

    def clock(self, title: str) -> dict[str, str]:
        """How a job stands by each definition: its pages say what was counted by hand."""
        self.work()
        return clocks.check(self.specialist, self.entered, self.entered.job(title))

    def person(self) -> None:
        """Zofia's page, from the list of people."""
        self.specialist.go("clients/", "people")
        self.specialist.open("Zofia", "person")

    def work(self) -> None:
        """The page of Zofia's work."""
        self.person()
        self.specialist.open("Work", "work")

    def employer(self, name: str) -> None:
        """An employer's page, from the list."""
        self.specialist.go("employers/", "employers")
        self.specialist.open(name, "employer")

    def refused(self, button: str, field: str, name: str, *words: str) -> None:
        """Press the button, and read at its field why it was not done; the page is looked at."""
        page = self.specialist.hand.page
        self.specialist.hand.press(button)
        self.specialist.look(page, f"{self.specialist.called}-{name}")
        self.specialist.says("There is a problem", *words)
        wrong = page.locator(".nhsuk-error-summary a").evaluate_all("all => all.map((one) => one.hash)")
        assert len(wrong) == 1, wrong
        assert wrong[0].startswith(f"#id_{field}"), wrong

    def day(self, number: int) -> date:
        return self.unit.day(number)

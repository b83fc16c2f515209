"""The smallest service: Ana, who signs in, holds Zofia; and one employer. And what a page says, read as one line."""

from dataclasses import dataclass
from datetime import date

from placewell.records import models
from tests.journeys.first_journey import Journey
from tests.journeys.week.unit import LONG_AGO, PASSWORD, SPECIALIST, signs_in

__all__ = ["LONG_AGO", "PASSWORD", "SPECIALIST", "OnePerson", "lay_down", "says"]


@dataclass(frozen=True)
class OnePerson:
    """The service and its rows."""

    service: models.Service
    zofia: models.Client
    episode: models.Episode
    employer: models.Employer


def lay_down(entered: date = LONG_AGO) -> OnePerson:
    """Everything that is there before a journey. Call it while rows may be laid down."""
    service = models.Service.objects.create(key="S1", name="Hillside IPS", country="GB")
    ana = signs_in(service, "Ana Silva", "employment_specialist", SPECIALIST)
    zofia = models.Client.objects.create(service=service, key="z", given_name="Zofia", family_name="Nowak")
    episode = models.Episode.objects.create(
        service=service, key="e", client=zofia, entered_on=entered, work_status_at_entry="out_of_work"
    )
    models.Allocation.objects.create(service=service, episode=episode, staff=ana, kind="key_worker", started_on=entered)
    employer = models.Employer.objects.create(service=service, key="m", name="Rose Bakery Ltd")
    return OnePerson(service, zofia, episode, employer)


def says(way: Journey, *words: str) -> None:
    """The page says all of these."""
    text = " ".join(way.hand.page.locator("main").inner_text().split())
    for one in words:
        assert one in text, text

"""One line of Today, and what a source of lines is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property

from django.urls import reverse

from placewell.access.application_scope import applications_without_a_job
from placewell.access.caseload_scope import appointments_of, caseloads_of, steps_of
from placewell.access.worker import Worker
from placewell.records.application_courses import Told
from placewell.records.models import Appointment, Service, Staff, Step
from placewell.records.standards import Standards
from placewell.records.support import AllocationKind
from placewell.web.presenters.clients.doing import Doing

SOON = timedelta(days=7)
# Row ids of nobody, where an address has its gaps.
GAP = 9_000_000_001


@dataclass(frozen=True)
class Held:
    """A person whom somebody holds or covers today: their open episode (`pk`), its dates, and by what name."""

    pk: int
    entered_on: date
    ended_on: date | None
    stepped_down_on: date | None
    client: int
    name: str
    address: str
    staff: int
    covers: bool


@dataclass(frozen=True)
class Asked:
    """Whose Today is made, for whom and when.

    `worker` is who looks and `staff` whose work is looked at: the worker's own row, a colleague
    whom a supervisor chose, or everybody of the unit. `for_unit` says that it is the unit.
    `reads_logs` says that who looks supervises: lines that are for a supervisor's eyes ask for it.
    """

    worker: Worker
    service: Service
    staff: Sequence[Staff]
    today: date
    standards: Standards
    for_unit: bool = False
    reads_logs: bool = False

    @cached_property
    def people(self) -> list[Held]:
        """Everybody held or covered by these staff, each once, those held before those covered; one query."""
        rows = caseloads_of(self.staff, self.service, self.today)
        found = {}
        for episode, entered, ended, down, client, preferred, given, family, staff, kind in rows:
            name, address = f"{preferred or given} {family}", self.to("client", client)
            told = Held(episode, entered, ended, down, client, name, address, staff, kind == AllocationKind.COVER)
            found.setdefault(episode, told)
        return list(found.values())

    @cached_property
    def by_episode(self) -> dict[int, Held]:
        """The same people by their episode."""
        return {held.pk: held for held in self.people}

    @cached_property
    def steps(self) -> list[Step]:
        """Open steps about these people, or of these staff with employers alone; one query."""
        return steps_of([held.pk for held in self.people], self.staff)

    @cached_property
    def booked(self) -> list[Appointment]:
        """What is booked from today on, with these people or by these staff with employers alone; one query."""
        return appointments_of([held.pk for held in self.people], self.staff, self.today)

    @cached_property
    def applications(self) -> list[Told]:
        """Applications of these people from which no job came, with what came of them; one to three queries."""
        return applications_without_a_job([held.pk for held in self.people])

    @cached_property
    def keepers(self) -> dict[int, str]:
        """By whom each person is held, by the person's row id."""
        names = {one.pk: one.full_name for one in self.staff}
        return {held.client: names[held.staff] for held in self.people}

    def to(self, page: str, *parts) -> str:
        """The address of a page of the service; `parts` are numbers, or words without signs."""
        return pattern_of(page, len(parts)).format(self.service.pk, *parts)


@cache
def pattern_of(page: str, parts: int) -> str:
    """The address of a page of a service with gaps for the service and its parts: a list has a hundred of them."""
    gaps = [GAP + number for number in range(parts + 1)]
    address = reverse(page, args=gaps)
    for gap in gaps:
        address = address.replace(str(gap), "{}")
    return address


@dataclass(frozen=True)
class Line:
    """One thing that wants doing.

    `rule` is a short key of what set it, in small letters (“first_profile”); with the row ids below
    it tells which line is put off. `words` is a sentence without its full stop, `on` the day it is
    due (None: now), `source` the rule and its document in words. `who` is the person's (or the
    colleague's) name and `address` their page. `doings` are the forms that do it, the first the
    most likely. `client`, `job`, `step` and `staff` are row ids, None where there is none;
    a line that names none of `client`, `step` and `staff` cannot be put off. A line with a `step` (and
    the `version` of it that was read) is done by one tap. The words of a rule that can be put off stand
    in `placewell.web.presenters.today.rules`.
    """

    rule: str
    words: str
    on: date | None = None
    is_late: bool = False
    source: str = ""
    who: str = ""
    address: str = ""
    doings: Sequence[Doing] = ()
    client: int | None = None
    job: int | None = None
    step: int | None = None
    staff: int | None = None
    version: int = 1

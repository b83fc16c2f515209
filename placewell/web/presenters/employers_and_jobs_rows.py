"""The rows behind a number of the page of items 16 to 21: jobs, or visits."""

from collections.abc import Sequence

from django.urls import reverse

from placewell.measures.periods import day_of
from placewell.records.models import EmployerContact
from placewell.scales.occupations import title_of_unit
from placewell.web.presenters.employers_and_jobs import Given, why_not
from placewell.web.presenters.sheet import Cell, Part, Table
from placewell.web.presenters.week_logs import yes_no
from placewell.web.presenters.wording import counted, day

JOBS = ["Job", "Kind of work", "Employer", "Person", "Started", "Counts for item 21"]
VISITS = ["Day", "What for", "By", "Planned", "Met who can hire"]


def jobs_part(given: Given) -> Part | None:
    """The jobs that a choice on the page speaks of; None where none was chosen."""
    kind, employer, why = (given.asked.get(name, "") for name in ("kind", "employer", "why"))
    if not given.sees_rows or not (kind or employer or why):
        return None
    found = [
        (pk, job)
        for pk, job in given.jobs.items()
        if (not kind or job["occupation_code"] == kind)
        and (not employer or str(job["employer"]) == employer)
        and (not why or why in why_not(job))
    ]
    rows = [job_row(given, pk, job) for pk, job in sorted(found, key=lambda one: (-one[1]["started_on"], one[0]))]
    heading = title_of_unit(code=kind) if kind else given.employer(int(employer)) if employer.isdecimal() else why
    caption = counted(len(rows), "job")
    return Part(f"{heading}: {caption}", table=Table(caption, JOBS, rows) if rows else None)


def job_row(given: Given, pk: int, job) -> list[Cell]:
    """One job; its title and its person only where the worker reaches them."""
    person, service = given.names.person(job["client"]), given.names.service
    title = given.names.jobs.get(pk)
    reasons = why_not(job)
    return [
        Cell(title or "A job", reverse("record", args=[service, "job", pk]) if title else ""),
        Cell(title_of_unit(code=job["occupation_code"])),
        Cell(given.employer(job["employer"])),
        Cell(person.name if person else "", person.address if person else ""),
        Cell(day(day_of(job["started_on"])) + ("" if job["running"] else ", ended since")),
        Cell(f"No: {'; '.join(reasons)}" if reasons else "Yes"),
    ]


def visits_rows(given: Given, contacts: Sequence[EmployerContact]) -> Part:
    """The visits to one employer within reach, and how many are not."""
    employer = int(given.asked["visits"])
    total = sum(one["employer"] == employer and one["mode"] == "face_to_face" for one in given.met)
    rows = [
        [
            Cell(day(one.made_on), reverse("record", args=[given.names.service, "employer-contact", one.pk])),
            Cell(one.get_purpose_display()),
            Cell(given.names.colleague(one.staff_id) or "A specialist"),
            Cell(yes_no(one.planned)),
            Cell(yes_no(one.hiring_authority)),
        ]
        for one in contacts
    ]
    hidden = total - len(rows)
    about = f"{counted(hidden, 'more is', 'more are')} about people you do not work with." if hidden else ""
    heading = f"{given.employer(employer)}: {counted(total, 'visit')}"
    return Part(heading, about, table=Table("Visits in the 13 weeks", VISITS, rows) if rows else None)

"""Which application a job came of, and which it may have come of: one tap, or a question where there is a lead."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from django.urls import reverse

from placewell.records.application_courses import Told
from placewell.records.models import Application, Job
from placewell.rules.applications import may_have_led
from placewell.web.presenters.applications.words import what
from placewell.web.presenters.wording import day


@dataclass(frozen=True)
class Offer:
    """That a job may have come of an application. `submission` is the id of its button's form; '' asks on a page."""

    words: str
    address: str
    submission: str


@dataclass(frozen=True)
class Came:
    """What a job came of: words and address of its application ('' for none), or what it may have come of."""

    of: str
    address: str
    offers: list[Offer]


def came_of(job: Job, every: Sequence[Told], today: date, *, may_record: bool) -> Came:
    """What is known of where a job came from. `every`: all applications of its person."""
    known = next((one.application for one in every if one.came and one.came.job_id == job.pk), None)
    if known is not None:
        return Came(said(known), reverse("application", args=[known.service_id, known.pk]), [])
    found = [one.application for one in every if fits(one, job, today)] if may_record else []
    return Came("", "", [offer(one, job, said(one)) for one in found])


def fits(told: Told, job: Job, today: date) -> bool:
    """Whether a job may have come of an application: the same employer, made by then, and nobody said no."""
    same = told.application.employer_id == job.employer_id
    return same and told.came is None and may_have_led(course=told.course, job_on=job.started_on, today=today)


def jobs_offered(told: Told, jobs: Collection[Job], today: date) -> list[Offer]:
    """Jobs that may have come of an application. `jobs`: those of its person that came of no other."""
    return [
        offer(told.application, job, f"{job.title}, since {day(job.started_on)}")
        for job in jobs
        if fits(told, job, today)
    ]


def said(application: Application) -> str:
    """Porter at Rose Bakery Ltd, applied 15 November 2026."""
    return f"{what(application)}, applied {day(application.applied_on)}"


def offer(application: Application, job: Job, words: str) -> Offer:
    """One of them. With a lead it is asked whether that is filled, so one tap would not do."""
    address = reverse("application_came", args=[application.service_id, application.pk, job.pk])
    return Offer(words, address, "" if application.lead_id else str(uuid4()))

"""The terms of a job in words: hours and pay as they are on a day, after every change until then."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from placewell.records.models import Job, JobChange
from placewell.rules.rounding import money
from placewell.web.presenters.country import sign
from placewell.web.presenters.wording import counted, day, number

DAYS_A_WEEK = 7
FULL_TIME = 30


@dataclass(frozen=True)
class Terms:
    """Hours a week and pay an hour on a day; None where it is not recorded."""

    hours: Decimal
    pay: Decimal | None
    since: date


def terms_on(job: Job, changes: Iterable[JobChange], on: date) -> Terms:
    """What held on a day, and since when: the job's own terms with every change made by then."""
    hours, pay, since = job.hours_per_week, job.pay_per_hour, job.started_on
    for change in sorted(changes, key=lambda one: one.changed_on):
        if change.changed_on <= on:
            hours = hours if change.hours_per_week is None else change.hours_per_week
            pay = pay if change.pay_per_hour is None else change.pay_per_hour
            since = change.changed_on
    return Terms(hours, pay, since)


def terms_in_words(job: Job, terms: Terms) -> str:
    """20 hours a week (part time), £12.60 an hour."""
    size = "full time" if terms.hours >= FULL_TIME else "part time"
    pay = f", {sign(job.currency)}{money(terms.pay)} an hour" if terms.pay is not None else ", pay not recorded"
    return f"{number(terms.hours)} hours a week ({size}){pay}"


def lasted(job: Job, today: date) -> str:
    """Since 2 March 2026, 12 weeks; or from when to when, and how long."""
    going = job.ended_on is None or job.ended_on > today
    weeks = max(0, ((today if going else job.ended_on) - job.started_on).days // DAYS_A_WEEK)
    long = counted(weeks, "week")
    if going:
        return f"Since {day(job.started_on)}, {long}"
    return f"{day(job.started_on)} to {day(job.ended_on)}, {long}"


def weeks_in_words(job: Job) -> str:
    """How many whole weeks a job that ended lasted; '' for one that has not."""
    return "" if job.ended_on is None else counted((job.ended_on - job.started_on).days // DAYS_A_WEEK, "week")

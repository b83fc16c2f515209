"""What only looks odd in a row. It is told, and taken in as it is."""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from placewell.exchange.checking.batch import Batch
from placewell.exchange.checking.known_record import KnownRecord
from placewell.exchange.checking.rows import days, in_words, lives_on

WORDS = {
    ("vocational_profiles", "prompted_by"): re.compile(r"first|job_start|job_end|review|"),
    ("benefits_advice", "prompted_by"): re.compile(r"before_start|change|other|"),
    ("employers", "size_band"): re.compile(r"1-9|10-49|50-249|250\+|"),
    ("employers", "sector"): re.compile(r"[A-U]|"),
    ("job_preferences", "occupation_group"): re.compile(r"[0-9]{2}|"),
    ("employer_contacts", "occupation_group"): re.compile(r"([0-9]{2})?"),
    ("jobs", "occupation_code"): re.compile(r"[0-9]{4}|"),
    ("jobs", "currency"): re.compile(r"([A-Z]{3})?"),
    ("services", "country"): re.compile(r"[A-Z]{2}|"),
    ("attestations", "component"): re.compile(r"[a-f]?"),
}
# The first date of a pair is expected not to lie after the second.
IN_ORDER = {
    "episodes": (("entered_on", "stepped_down_on"),),
    "referrals": (
        ("received_on", "acknowledged_on"),
        ("received_on", "first_contact_on"),
        ("received_on", "decided_on"),
    ),
    "attestations": (("stated_on", "valid_until"),),
    "plans": (("agreed_on", "reviewed_on"),),
    "benefits_advice": (("offered_on", "held_on"),),
    "leads": (("found_on", "closes_on"),),
    "jobs": (("ended_on", "next_job_help_offered_on"),),
}
MAY_LIE_AHEAD = {"valid_until", "ended_on", "closes_on", "superseded_on", "scheduled_on", "started_on"}
WORKED_ON = {"contacts": "began_at", "employer_contacts": "made_on", "partner_contacts": "made_on"}


def look(batch: Batch, record: KnownRecord) -> None:
    """Warn of what looks odd in a batch."""
    name = batch.table.name
    for (table, column), usual in WORDS.items():
        if table == name:
            _each(batch, column, lambda word, usual=usual: not usual.fullmatch(word), "is an unusual word here")
    for first, second in IN_ORDER.get(name, ()):
        for number, (before, after) in enumerate(zip(batch.values[first], batch.values[second], strict=True)):
            if before and after and after < before:
                batch.warn(number, second, f"is before {first}, {before}")
    if name == "staff_weeks":
        _each(batch, "week_starting", _is_no_monday, "is not a Monday")
    if name in WORKED_ON:
        _by_somebody_in_post(batch, WORKED_ON[name], record)
    if name == "job_changes":
        _while_the_job_runs(batch, record)
    _in_the_future(batch, record)


def _each(batch: Batch, column: str, is_odd: Callable[[str], bool], problem: str) -> None:
    odd = {value for value in set(batch.values[column]) if value is not None and is_odd(value)}
    if odd:
        for number, value in enumerate(batch.values[column]):
            if value in odd:
                batch.warn(number, column, problem)


@lru_cache(maxsize=10_000)
def _is_no_monday(day: str) -> bool:
    return date.fromisoformat(day).weekday() != 0


def _by_somebody_in_post(batch: Batch, column: str, record: KnownRecord) -> None:
    for number, (day, staff) in enumerate(zip(days(batch, column), batch.values["staff_id"], strict=True)):
        if day and staff:
            life = record.staff.get(staff)
            if life and not lives_on(life, day):
                batch.warn(number, column, f"is a day on which this colleague was not in post ({in_words(life)})")


def _while_the_job_runs(batch: Batch, record: KnownRecord) -> None:
    for number, (day, job) in enumerate(zip(batch.values["changed_on"], batch.values["job_id"], strict=True)):
        life = record.jobs.get(job)
        if day and life and not lives_on(life, day):
            batch.warn(number, "changed_on", f"is a day on which the job did not run ({in_words(life)})")
        ended = record.episodes.get(record.episode_of_job.get(job), (None, None))[1]
        if day and ended and day >= ended:
            batch.warn(number, "changed_on", f"is a day after its episode, which ended on {ended}")


def _in_the_future(batch: Batch, record: KnownRecord) -> None:
    for column in batch.table.columns:
        if column.kind != "date" or column.name in MAY_LIE_AHEAD or not batch.has(column.name):
            continue
        latest = max((value for value in batch.values[column.name] if value), default="")
        if latest <= min(record.today.values(), default="9999"):
            continue
        if batch.table.name == "employer_contacts":
            continue  # there it is a fault already
        for number, (day, service) in enumerate(zip(batch.values[column.name], batch.services, strict=True)):
            if day and service and day > record.today[service]:
                batch.warn(number, column.name, f"lies after today, {record.today[service]}")

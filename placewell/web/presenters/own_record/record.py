"""A person's own record, ready to print for the person themselves."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language_info

from placewell.records.models import Client, Service
from placewell.records.stages import courses
from placewell.rules.nhs_number import spaced
from placewell.web.presenters.clients.person import Job, job, wishes
from placewell.web.presenters.country import HEALTH_NUMBERS
from placewell.web.presenters.outcome_page import ETHNIC_GROUPS
from placewell.web.presenters.own_record.agreed import advice, employers_may_hear, plans
from placewell.web.presenters.own_record.standing import Stands, stands
from placewell.web.presenters.roles import specialist
from placewell.web.presenters.timeline import Row
from placewell.web.presenters.timeline.saying import job_change
from placewell.web.presenters.wording import day, sentence

NOT_KEPT = "Not recorded"


@dataclass(frozen=True)
class OwnRecord:
    """All that stands above the contacts. `specialist` is what the country calls who supports people."""

    name: str
    specialist: str
    stands: Stands
    details: list[tuple[str, str]]
    wishes: list[str]
    jobs: list[Job]
    changes: list[str]
    plans: list[tuple[str, str]]
    advice: list[str]
    employers: list[str]


def own_record(person: Client, rows: Iterable[Row], *, service: Service, today: date) -> OwnRecord:
    """The record in words, from the person's rows that stand."""
    episodes, referrals = courses([person.pk], today)
    mine, country = episodes[person.pk], service.country
    return OwnRecord(
        name=person.known_as,
        specialist=specialist(country),
        stands=stands(person, rows, episodes=mine, referrals=referrals[person.pk], today=today),
        details=details(person, country),
        wishes=wishes(rows, mine[0] if mine else None, today),
        jobs=[job(row, today) for row in rows if row.kind == "job"],
        changes=[changed(row, country) for row in rows if row.kind == "job_change"],
        plans=plans(rows),
        advice=advice(rows, country),
        employers=employers_may_hear(rows, today),
    )


def details(person: Client, country: str) -> list[tuple[str, str]]:
    """What is kept about who the person is; what is not kept is said, so that they can tell us."""
    needed = {True: "Needed", False: "Not needed", None: ""}[person.interpreter_needed]
    told = [
        ("Name", f"{person.given_name} {person.family_name}"),
        ("Name you go by", person.preferred_name),
        ("Date of birth", day(person.date_of_birth) if person.date_of_birth else ""),
        ("Phone", person.phone),
        ("Email", person.email),
        ("Postcode", person.postcode),
        ("Language", language(person.language)),
        ("Interpreter", needed),
        ("Gender", sentence(person.gender)),
        ("Ethnic group", ETHNIC_GROUPS.get(person.ethnic_group, person.ethnic_group)),
    ]
    if person.nhs_number or country in HEALTH_NUMBERS:
        told.insert(3, (HEALTH_NUMBERS.get(country, "Health number"), spaced(number=person.nhs_number)))
    return [(name, words or NOT_KEPT) for name, words in told]


def language(code: str) -> str:
    """A language by its name; as it is kept where Django knows no name for it."""
    try:
        return get_language_info(code)["name"] if code else ""
    except KeyError:
        return code


def changed(row: Row, country: str) -> str:
    """New hours or pay in a job."""
    _, (terms,) = job_change(row, country)
    return f"{row.facts['job__title']}, from {day(row.day)}: {terms}"

"""Draws a whole made-up service, unit by unit, in the order in which things depend."""

from collections.abc import Iterator
from datetime import date

from placewell.exchange.demo.agreements import make_agreements
from placewell.exchange.demo.clients import make_person, refer_again
from placewell.exchange.demo.contacts import make_contacts
from placewell.exchange.demo.courses import make_course
from placewell.exchange.demo.cut import cut_at_today
from placewell.exchange.demo.days import Days
from placewell.exchange.demo.employer_contacts import (
    make_first_contact,
    make_in_work_contacts,
    make_own_contacts,
    make_visits,
)
from placewell.exchange.demo.employers import make_employers
from placewell.exchange.demo.jobs import make_jobs, make_wants
from placewell.exchange.demo.meetings import make_meetings
from placewell.exchange.demo.reviews import make_reviews
from placewell.exchange.demo.staff import make_staff, make_teams
from placewell.exchange.demo.unit import PEOPLE_A_UNIT, Unit
from placewell.exchange.demo.weeks import make_partner_contacts, make_team_counts, make_weeks

MOST_PEOPLE = 99_000  # as many as there are NHS numbers in the test range
COMES_BACK = 0.14


def make_units(
    *, today: date, people: int = 120, seed: int = 25, years: int = 2, service_key: str = "DEMO"
) -> Iterator[dict]:
    """The service's tables, one dictionary for each vocational unit of some 120 people.

    Each holds contract table names with lists of rows (contract column names,
    typed values). Together they are one valid service; the first holds the
    service's own row. Raises ValueError for people or years out of range.
    """
    if not 1 <= people <= MOST_PEOPLE:
        raise ValueError(f"people must be 1 to {MOST_PEOPLE}, not {people}")
    if not 2 <= years <= 10:
        raise ValueError(f"years must be 2 to 10, not {years}")
    days = Days(today=today, years=years)
    units = max(1, round(people / PEOPLE_A_UNIT))
    done = 0
    for number in range(units):
        share = people * (number + 1) // units - done
        unit = Unit(number=number, service=service_key, people=share, first_person=done, seed=seed, days=days)
        done += share
        yield _draw(unit)


def make_service(
    *, today: date, people: int = 120, seed: int = 25, years: int = 2, service_key: str = "DEMO"
) -> dict[str, list[dict]]:
    """The whole made-up service: contract table name → rows.

    Valid by the contract's rules, nothing after `today`, the same rows for the
    same arguments. For very large services `make_units` needs less memory.
    Raises ValueError for people or years out of range.
    """
    whole: dict[str, list[dict]] = {}
    for tables in make_units(today=today, people=people, seed=seed, years=years, service_key=service_key):
        for table, rows in tables.items():
            whole.setdefault(table, []).extend(rows)
    return whole


def _draw(unit: Unit) -> dict:
    if unit.number == 0:
        _service(unit)
    make_teams(unit)
    make_staff(unit)
    unit.employers = make_employers(unit)
    _people(unit)
    make_visits(unit)
    make_weeks(unit)
    make_meetings(unit)
    make_partner_contacts(unit)
    make_team_counts(unit)
    if unit.number == 0:
        make_reviews(unit)
    return cut_at_today(unit.tables, unit.days.today)


def _service(unit: Unit) -> None:
    unit.add(
        "services",
        {
            "service_id": unit.service,
            "name": "Nene Valley Individual Placement and Support (made up)",
            "country": "GB",
            "provider_name": "Brightways Employment",
            "health_provider_name": "Nene Valley NHS Foundation Trust (made up)",
            "started_on": unit.days.on(unit.days.first),
        },
    )


def _arrivals(unit: Unit) -> list[int]:
    """Days on which referrals arrive: a rush at the opening, then steadily."""
    rng = unit.rng("arrivals")
    rush = unit.people // 7
    span = -unit.days.first - 75
    steady = unit.people - rush
    days = [unit.days.first + rng.randint(0, 60) for _ in range(rush)]
    days += [unit.days.first + 70 + int(span * (n + rng.random()) / steady) for n in range(steady)]
    return sorted(min(day, -5) for day in days)


def _people(unit: Unit) -> None:
    for index, day in enumerate(_arrivals(unit)):
        rng = unit.rng(f"course {index}")
        person = make_person(unit, index, day)
        course = make_course(unit, rng, person)
        if course is None:
            continue
        _support(unit, rng, course)
        may_return = course.ended and course.ended < -160 and course.end_reason not in ("moved_away", "died")
        if may_return and rng.random() < COMES_BACK:
            again = refer_again(unit, rng, person, course.ended + rng.randint(40, 140))
            _support(unit, rng, make_course(unit, rng, again))


def _support(unit: Unit, rng, course) -> None:
    make_wants(unit, rng, course)
    make_jobs(unit, rng, course)
    make_agreements(unit, rng, course)
    make_first_contact(unit, rng, course)
    make_own_contacts(unit, rng, course)
    make_in_work_contacts(unit, rng, course)
    make_contacts(unit, rng, course)

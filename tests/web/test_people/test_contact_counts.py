"""The items of fidelity that a contact feeds move when one is noted with its form."""

from datetime import timedelta

import pytest

from placewell.measures.taking import take
from placewell.records import models
from tests.web.test_people.conftest import day_parts
from tests.web.test_people.test_new_contact import contact


@pytest.fixture
def note(browser_of, at, unit):
    """Note a contact so many days ago, with other answers."""
    browser, address = browser_of("ana"), at(f"episodes/{unit.episode.pk}/contacts/new/")

    def send(days_ago=0, **answers):
        sent = contact(unit, **day_parts("began_on", unit.today - timedelta(days=days_ago)), **answers)
        assert browser.post(address, sent).status_code == 302, answers

    return send


@pytest.fixture
def in_work(unit, laying_down):
    """Mo has had a job for ten days, and Ana a post for years."""
    with laying_down(on=unit.today):
        models.StaffTerm.objects.create(
            service=unit.service, staff=unit.ana, role="employment_specialist", fte=1, started_on=unit.ana.started_on
        )
        models.Job.objects.create(
            service=unit.service, key="j1", episode=unit.episode, employer=unit.employer, title="Baker",
            occupation_code="5432", started_on=unit.today - timedelta(days=10), hours_per_week=16, contract="permanent",
            meets_minimum_wage=True, open_to_anyone=True, paid_by_employer=True,
        )  # fmt: skip


def numerators(key: str, unit) -> dict[str, int]:
    """The sum of the counted units of a measure, by part."""
    found: dict[str, int] = {}
    for one in take(key, unit.service, as_at=unit.today).units:
        part = getattr(one, "part", None) or ""
        found[part] = found.get(part, 0) + (one.numerator or 0)
    return found


def test_item_3_counts_the_phases(note, in_work, unit):
    assert numerators("vocational_generalists", unit)[""] == 0
    note(phase="job_search")
    note(phase="follow_along", days_ago=1)
    assert numerators("vocational_generalists", unit)[""] == 2
    note(phase="assessment", attendance="no_answer", attempt_by="no")
    assert numerators("vocational_generalists", unit)[""] == 2


def test_item_22_counts_the_kinds_of_support(note, in_work, unit):
    note(phase="follow_along")
    note(phase="career", days_ago=2)
    assert numerators("individualised_supports", unit)["kinds_of_support"] == 2


def test_item_23_counts_support_around_the_start_of_a_job(note, in_work, unit):
    before = numerators("time_unlimited_supports", unit)
    assert (before["first_days"], before["week_1"]) == (0, 0)
    note(days_ago=9, mode="telephone", phase="follow_along")
    assert numerators("time_unlimited_supports", unit)["first_days"] == 0
    note(days_ago=8, phase="follow_along")
    after = numerators("time_unlimited_supports", unit)
    assert (after["first_days"], after["week_1"]) == (1, 1)


def test_item_25_counts_tries_and_who_made_them(note, unit):
    before = numerators("assertive_outreach", unit)
    assert (before["attempts_logged"], before["tried_together"]) == (0, 0)
    note(attendance="no_answer", attempt_by="joint", place="home", minutes="")
    after = numerators("assertive_outreach", unit)
    assert (after["attempts_logged"], after["clinician_tried"], after["tried_together"]) == (1, 1, 1)

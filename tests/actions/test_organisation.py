"""Profile, clinical teams, staff and their terms."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from placewell.access.roles import Role
from placewell.actions import organisation
from placewell.actions.base import ChangedMeanwhile
from placewell.records.models import ClinicalTeamCount, Event, Staff, StaffTerm, TeamAttachment
from placewell.records.versions import Version
from tests import given

pytestmark = pytest.mark.django_db
MARCH = date(2026, 3, 2)


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def administrator(service):
    return given.worker(service, Role.ADMINISTRATOR)


def terms_of(staff) -> list[tuple]:
    return list(
        StaffTerm.objects.standing().filter(staff=staff).order_by("started_on").values_list("started_on", "ended_on")
    )


def covered_exactly(staff) -> bool:
    """Whether each day in post has one set of terms, and no other day has any."""
    terms = terms_of(staff)
    joins = all(end == start for (_, end), (start, _) in zip(terms, terms[1:], strict=False))
    return joins and terms[0][0] == staff.started_on and terms[-1][1] == staff.ended_on


def test_a_changed_profile_keeps_the_old_one(administrator, service):
    organisation.change_profile(by=administrator, service=service, read_version=1, name="Hill IPS", country="NZ")
    service.refresh_from_db()
    assert (service.name, service.country, service.version) == ("Hill IPS", "NZ", 2)
    assert Version.objects.get(record="service", row=service.pk).content["name"] == "Riverside IPS"


def test_two_who_change_the_profile_do_not_overwrite_each_other(administrator, service):
    organisation.change_profile(by=administrator, service=service, read_version=1, name="Hill IPS", country="GB")
    with pytest.raises(ChangedMeanwhile):
        organisation.change_profile(by=administrator, service=service, read_version=1, name="Vale IPS", country="GB")


@pytest.mark.parametrize("country", ["", "gb", "GBR", "G1", "ÄÖ"])
def test_a_country_is_two_capital_letters(administrator, service, country):
    with pytest.raises(ValidationError, match="two capital letters"):
        organisation.change_profile(by=administrator, service=service, read_version=1, name="x", country=country)


def test_a_time_zone_is_set_only_where_the_country_has_none(administrator, service):
    with pytest.raises(ValidationError, match="known"):
        organisation.set_time_zone(by=administrator, service=service, time_zone="Europe/Paris")
    abroad = given.service(country="AU")
    there = given.worker(abroad, Role.ADMINISTRATOR)
    with pytest.raises(ValidationError, match="no time zone"):
        organisation.set_time_zone(by=there, service=abroad, time_zone="Europe/Atlantis")
    assert (
        str(organisation.set_time_zone(by=there, service=abroad, time_zone="Australia/Perth").zone())
        == "Australia/Perth"
    )


def test_a_colour_bears_white_words(administrator, service):
    with pytest.raises(ValidationError, match="1.1 to 1"):
        organisation.choose_colour(by=administrator, service=service, accent_colour="#fff700")
    with pytest.raises(ValidationError, match="six digits"):
        organisation.choose_colour(by=administrator, service=service, accent_colour="navy")
    assert (
        organisation.choose_colour(by=administrator, service=service, accent_colour="#7A0F3C").accent_colour
        == "#7a0f3c"
    )
    assert "“” → “#7a0f3c”" in Event.objects.get(verb="service.colour_chosen").about


def test_a_specialist_changes_none_of_it(service):
    sam = given.specialist(service)
    with pytest.raises(PermissionDenied):
        organisation.change_profile(by=sam, service=service, read_version=1, name="Mine", country="GB")
    with pytest.raises(PermissionDenied):
        organisation.add_team(by=sam, service=service, name="North", kind="recovery")
    with pytest.raises(PermissionDenied):
        organisation.add_staff(by=sam, service=service, full_name="Bo", started_on=MARCH, role="peer_worker", fte=1)


def test_a_closed_team_is_nobody_s_any_more(administrator, service):
    team = given.team(service)
    ann = given.staff(service, team=team)
    organisation.close_team(by=administrator, service=service, team=team, ended_on=given.TODAY)
    attachment = TeamAttachment.objects.get(staff=ann)
    team.refresh_from_db()
    assert attachment.ended_on == team.ended_on == given.TODAY
    with pytest.raises(ValidationError, match="closed on"):
        organisation.attach(by=administrator, service=service, staff=ann, team=team, started_on=given.TODAY)


def test_a_team_does_not_close_before_somebody_joins_it(administrator, service):
    team, ann = given.team(service), given.staff(service)
    organisation.attach(by=administrator, service=service, staff=ann, team=team, started_on=given.TODAY)
    with pytest.raises(ValidationError, match="later day"):
        organisation.close_team(by=administrator, service=service, team=team, ended_on=MARCH)


def test_two_teams_of_one_name_cannot_be_told_apart(administrator, service):
    organisation.add_team(by=administrator, service=service, name="North", kind="recovery")
    with pytest.raises(ValidationError, match="already"):
        organisation.add_team(by=administrator, service=service, name="north", kind="recovery")


def test_a_count_of_the_same_day_is_a_correction(service):
    team, sam = given.team(service), given.specialist(service)
    for asked in (10, 12):
        organisation.count_team(
            by=sam, service=service, team=team, counted_on=given.TODAY, caseload=40, asked_about_work=asked
        )
    count = ClinicalTeamCount.objects.get()
    assert (count.asked_about_work, count.version) == (12, 2)
    with pytest.raises(ValidationError, match="More people"):
        organisation.count_team(by=sam, service=service, team=team, counted_on=given.TODAY, caseload=4, in_paid_work=5)
    with pytest.raises(ValidationError, match="after today"):
        organisation.count_team(
            by=sam, service=service, team=team, counted_on=given.TODAY + timedelta(days=1), caseload=4
        )


def test_new_staff_have_terms_from_their_first_day(administrator, service):
    team = given.team(service)
    ann = organisation.add_staff(
        by=administrator, service=service, full_name="Ann Ash", started_on=MARCH, role="supervisor",
        fte=Decimal("0.8"), teams=[team],
    )  # fmt: skip
    assert covered_exactly(ann)
    assert TeamAttachment.objects.get(staff=ann).started_on == MARCH


def test_changed_terms_take_over_on_the_day(administrator, service):
    ann = given.staff(service)
    organisation.change_terms(by=administrator, service=service, staff=ann, started_on=MARCH, fte=Decimal("0.6"))
    organisation.change_terms(by=administrator, service=service, staff=ann, started_on=date(2025, 5, 5), base="Ward 3")
    assert covered_exactly(ann)
    assert list(StaffTerm.objects.standing().filter(staff=ann).order_by("started_on").values_list("fte", "base")) == [
        (1, ""), (1, "Ward 3"), (Decimal("0.6"), ""),
    ]  # fmt: skip


def test_terms_changed_on_the_day_they_began_are_corrected(administrator, service):
    ann = given.staff(service)
    organisation.change_terms(
        by=administrator, service=service, staff=ann, started_on=ann.started_on, fte=Decimal("0.5")
    )
    assert (StaffTerm.objects.get(staff=ann).version, covered_exactly(ann)) == (2, True)


def test_terms_that_cannot_be(administrator, service):
    ann = given.staff(service)
    for day, terms, said in [
        (date(2020, 1, 1), {"fte": Decimal("0.5")}, "began on"),
        (MARCH, {"fte": 1, "role": "employment_specialist"}, "already"),
        (MARCH, {"supervisor": ann}, "Nobody supervises themselves"),
        (MARCH, {"fte": Decimal("1.2")}, "from 0.05 to 1"),
    ]:
        with pytest.raises(ValidationError, match=said):
            organisation.change_terms(by=administrator, service=service, staff=ann, started_on=day, **terms)
    assert covered_exactly(ann)


@pytest.mark.parametrize("begins", [date(2023, 5, 1), MARCH])
def test_a_corrected_first_day_moves_the_first_terms(administrator, service, begins):
    ann = given.staff(service, team=given.team(service))
    organisation.correct_staff(by=administrator, service=service, staff=ann, read_version=1, started_on=begins)
    ann.refresh_from_db()
    assert covered_exactly(ann)
    assert TeamAttachment.objects.get(staff=ann).started_on == max(begins, given.LONG_AGO)


def test_a_first_day_after_the_first_terms_is_refused(administrator, service):
    ann = given.staff(service)
    organisation.change_terms(by=administrator, service=service, staff=ann, started_on=MARCH, fte=Decimal("0.6"))
    with pytest.raises(ValidationError, match="first terms end"):
        organisation.correct_staff(by=administrator, service=service, staff=ann, read_version=1, started_on=given.TODAY)
    assert Staff.objects.get(pk=ann.pk).started_on == given.LONG_AGO


def test_nobody_is_in_a_team_twice(administrator, service):
    team = given.team(service)
    ann = given.staff(service, team=team)
    with pytest.raises(ValidationError, match="already"):
        organisation.attach(by=administrator, service=service, staff=ann, team=team, started_on=given.TODAY)
    attachment = TeamAttachment.objects.get()
    organisation.detach(by=administrator, service=service, attachment=attachment, ended_on=MARCH)
    organisation.attach(by=administrator, service=service, staff=ann, team=team, started_on=MARCH)
    assert TeamAttachment.objects.count() == 2

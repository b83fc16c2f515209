"""Concerns: noted, followed up, read; and what the database refuses."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from placewell.access.roles import Role
from placewell.actions import concerns
from placewell.actions.base import ChangedMeanwhile
from placewell.records import guard
from placewell.records.models import Concern, ConcernRead, Episode, Event
from tests import given

pytestmark = pytest.mark.django_db
TOMORROW = given.TODAY + timedelta(days=1)
YESTERDAY = given.TODAY - timedelta(days=1)


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def team(service):
    return given.team(service)


@pytest.fixture
def ana(service, team):
    return given.specialist(service, team=team)


@pytest.fixture
def episode(ana, team):
    return Episode.objects.get(client=given.client_held_by(given.staff_of(ana), team=team))


@pytest.fixture
def concern(service, ana, episode):
    return noted(service, ana, episode)


def noted(service, by, episode, **changed):
    facts = {"staff": given.staff_of(by), "noticed_on": given.TODAY, "kind": "absence", "note": " Not seen "}
    return concerns.note(by=by, service=service, episode=episode, **{**facts, **changed})


def test_a_concern_is_noted_and_nobody_has_read_it(concern, episode):
    assert (concern.note, concern.episode, concern.closed_on) == ("Not seen", episode, None)
    assert (Concern.objects.open().count(), ConcernRead.objects.count()) == (1, 0)
    assert Event.objects.filter(facts_from__isnull=False).count() == 0


def test_what_a_supervisor_notes_a_supervisor_has_read(service, episode):
    noted(service, given.worker(service, Role.SUPERVISOR), episode)
    assert ConcernRead.objects.get().reader == "supervisor"


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"noticed_on": TOMORROW}, "after today"),
        ({"noticed_on": given.LONG_AGO - timedelta(days=1)}, "Choose a day of it"),
        ({"team_told_on": TOMORROW, "team_told_how": "email"}, "after today"),
        ({"note": "  "}, "cannot be blank"),
    ],
)
def test_a_concern_that_cannot_be_is_refused(service, ana, episode, wrong, says):
    with pytest.raises(ValidationError, match=says):
        noted(service, ana, episode, **wrong)
    assert Concern.objects.count() == 0


def test_supervisor_and_clinician_say_that_they_have_read_it_once_each(service, team, concern):
    sue = given.worker(service, Role.SUPERVISOR)
    cleo = given.worker(service, Role.CLINICIAN, teams=[team])
    for reader in (sue, cleo):
        concerns.read(by=reader, service=service, concern=concern)
    assert sorted(ConcernRead.objects.values_list("reader", flat=True)) == ["clinical_team", "supervisor"]
    with pytest.raises(ValidationError, match="said already"):
        concerns.read(by=sue, service=service, concern=concern)
    assert Concern.objects.get().version == 1


def test_who_only_tells_does_not_say_that_it_was_read(service, ana, concern):
    with pytest.raises(PermissionDenied):
        concerns.read(by=ana, service=service, concern=concern)
    assert ConcernRead.objects.count() == 0


def test_another_team_s_clinician_and_specialist_are_kept_out(service, ana, episode, concern):
    stranger = given.worker(service, Role.CLINICIAN, teams=[given.team(service)])
    with pytest.raises(PermissionDenied):
        concerns.read(by=stranger, service=service, concern=concern)
    ben = given.specialist(service, team=given.team(service))
    with pytest.raises(PermissionDenied):
        noted(service, ben, episode)
    with pytest.raises(PermissionDenied):
        concerns.follow_up(by=ben, service=service, concern=concern, decided="Nothing")
    assert (Concern.objects.count(), Concern.objects.get().version) == (1, 1)


def test_following_up_keeps_the_version_before(service, ana, concern):
    about = {"by": ana, "service": service, "concern": concern}
    done = concerns.follow_up(
        **about, read_version=1, team_told_on=given.TODAY, team_told_how="telephone", closed_on=given.TODAY,
        outcome="At her mother’s",
    )  # fmt: skip
    assert (done.version, Concern.objects.open().count()) == (2, 0)
    with pytest.raises(ChangedMeanwhile):
        concerns.follow_up(**about, read_version=1, decided="Late")
    with pytest.raises(ValidationError, match="after today"):
        concerns.follow_up(**about, closed_on=TOMORROW)


@pytest.mark.parametrize(
    "wrong",
    [
        {"note": ""},
        {"kind": "gossip"},
        {"supervisor_told_on": given.TODAY},
        {"supervisor_told_how": "email"},
        {"supervisor_told_on": given.TODAY, "supervisor_told_how": "pigeon"},
        {"team_told_on": given.TODAY},
        {"team_told_how": "email"},
        {"team_told_on": given.TODAY, "team_told_how": "pigeon"},
        {"supervisor_told_on": YESTERDAY, "supervisor_told_how": "email"},
        {"team_told_on": YESTERDAY, "team_told_how": "email"},
        {"closed_on": YESTERDAY, "outcome": "Found"},
        {"closed_on": given.TODAY},
        {"outcome": "Found"},
    ],
)
def test_impossible_concerns_are_refused_by_the_database(service, ana, episode, wrong):
    facts = {"staff": given.staff_of(ana), "noticed_on": given.TODAY, "kind": "absence", "note": "Not seen"}
    with pytest.raises(IntegrityError), transaction.atomic(), guard.acting(by=None, verb="tests.raw"):
        Concern.objects.create(service=service, episode=episode, **facts | wrong)


def test_a_reading_by_a_strange_reader_is_refused_by_the_database(service, concern):
    with pytest.raises(IntegrityError), transaction.atomic(), guard.acting(by=None, verb="tests.raw"):
        ConcernRead.objects.create(service=service, concern=concern, reader="neighbour", read_on=given.TODAY)

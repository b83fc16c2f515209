"""Local standards are chosen with their source, follow one another, and can be ended."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from placewell.access.roles import Role
from placewell.actions import standards
from placewell.records.models import ChosenStandard, Event
from placewell.records.standards import chosen_on
from placewell.records.versions import Version
from tests import given

pytestmark = pytest.mark.django_db
MARCH = date(2026, 3, 2)
FIVE = {"standard": "days_to_first_contact", "at_most": 5, "unit": "working days", "source": "Leaflet"}
CONTRACT = {"standard": "days_to_first_contact", "at_most": 10, "unit": "days", "source": "Our contract"}


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def supervisor(service):
    return given.worker(service, Role.SUPERVISOR)


def test_a_first_choice_holds_from_its_day(service, supervisor):
    standards.choose(by=supervisor, service=service, started_on=MARCH, **FIVE)
    chosen = chosen_on(service, given.TODAY)["days_to_first_contact"]
    assert (chosen.at_most, chosen.unit, chosen.source, chosen.started_on) == (5, "working days", "Leaflet", MARCH)
    event = Event.objects.get(verb="standards.choose")
    assert (event.by, event.facts_from) == (supervisor.account, None)


def test_another_choice_ends_the_one_before_on_its_day(service, supervisor):
    administrator = given.worker(service, Role.ADMINISTRATOR)
    standards.choose(by=supervisor, service=service, started_on=MARCH, **FIVE)
    standards.choose(by=administrator, service=service, started_on=given.TODAY, **CONTRACT)
    periods = ChosenStandard.objects.order_by("started_on").values_list("started_on", "ended_on", "source")
    assert list(periods) == [(MARCH, given.TODAY, "Leaflet"), (given.TODAY, None, "Our contract")]
    assert Event.objects.filter(facts_from__isnull=False).count() == 0


def test_chosen_again_for_the_same_day_is_a_new_version(service, supervisor):
    for told in (FIVE, CONTRACT):
        standards.choose(by=supervisor, service=service, started_on=MARCH, **told)
    chosen = ChosenStandard.objects.get()
    assert (chosen.version, chosen.source) == (2, "Our contract")
    assert Version.objects.get().content["source"] == "Leaflet"


def test_an_ended_standard_is_not_in_force_and_may_be_chosen_again(service, supervisor):
    standards.choose(by=supervisor, service=service, started_on=MARCH, **FIVE)
    ending = {"by": supervisor, "service": service, "standard": "days_to_first_contact", "ended_on": given.TODAY}
    standards.drop(**ending, because="the contract ended")
    assert chosen_on(service, given.TODAY) == {}
    with pytest.raises(ValidationError, match="nothing to end"):
        standards.drop(**ending, because="again")
    standards.choose(by=supervisor, service=service, started_on=given.TODAY, **CONTRACT)
    assert chosen_on(service, given.TODAY)["days_to_first_contact"].source == "Our contract"


def test_ended_and_chosen_again_on_the_day_it_began(service, supervisor):
    standards.choose(by=supervisor, service=service, started_on=given.TODAY, **FIVE)
    standards.drop(
        by=supervisor, service=service, standard="days_to_first_contact", ended_on=given.TODAY, because="a slip"
    )
    standards.choose(by=supervisor, service=service, started_on=given.TODAY, **CONTRACT)
    assert (ChosenStandard.objects.get().version, ChosenStandard.objects.get().ended_on) == (3, None)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"standard": "luck"}, "no such local standard"),
        ({"unit": "people"}, "Choose one of these"),
        ({"source": " "}, "Say who or what asks for it"),
        ({"at_most": None}, "Enter a number"),
        ({"at_most": 1001}, "from 0 to 1000"),
        ({"started_on": given.TODAY + timedelta(days=1)}, "after today"),
        ({"started_on": MARCH - timedelta(days=1)}, "began on 2 March 2026"),
    ],
)
def test_choices_that_cannot_be(service, supervisor, changes, said):
    standards.choose(by=supervisor, service=service, started_on=MARCH, **FIVE)
    with pytest.raises(ValidationError, match=said):
        standards.choose(by=supervisor, service=service, **{"started_on": given.TODAY, **CONTRACT, **changes})
    assert ChosenStandard.objects.get().ended_on is None


@pytest.mark.parametrize(
    ("ended_on", "because", "said"),
    [
        (given.TODAY, " ", "Say why"),
        (given.TODAY + timedelta(days=1), "a slip", "after today"),
        (MARCH - timedelta(days=1), "a slip", "later one"),
    ],
)
def test_ends_that_cannot_be(service, supervisor, ended_on, because, said):
    standards.choose(by=supervisor, service=service, started_on=MARCH, **FIVE)
    with pytest.raises(ValidationError, match=said):
        standards.drop(
            by=supervisor, service=service, standard="days_to_first_contact", ended_on=ended_on, because=because
        )
    assert ChosenStandard.objects.get().ended_on is None


@pytest.mark.parametrize("role", [Role.EMPLOYMENT_SPECIALIST, Role.SERVICE_MANAGER])
def test_others_choose_and_end_nothing(service, role):
    worker = given.worker(service, role)
    with pytest.raises(PermissionDenied):
        standards.choose(by=worker, service=service, started_on=MARCH, **FIVE)
    with pytest.raises(PermissionDenied):
        standards.drop(by=worker, service=service, standard="caseload", ended_on=MARCH, because="why not")

"""Leads shared, described and closed; offered within reach, answered, put right; what matters to people at work."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from placewell.access.roles import Role
from placewell.actions import corrections, directory, leads
from placewell.actions.base import ChangedMeanwhile
from placewell.records.models import (
    OWN,
    RECORDS,
    DisclosureDiscussion,
    EmployerContact,
    Episode,
    Event,
    Lead,
    LeadDetails,
    LeadOffer,
    WorkWishes,
)
from placewell.records.versions import Version
from tests import given

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


class Unit:
    """A specialist, a person whom they hold, and an employer."""

    def __init__(self, service=None):
        self.service = service or given.service()
        team = given.team(self.service)
        self.staff = given.staff(self.service, team=team)
        self.by = given.worker(self.service, Role.EMPLOYMENT_SPECIALIST, staff=self.staff)
        self.person = given.client_held_by(self.staff, team=team)
        self.episode = Episode.objects.get(client=self.person)
        self.rose = given.employer(self.service)
        self.who = {"by": self.by, "service": self.service}

    def share(self, **changed) -> Lead:
        facts = {"employer": self.rose, "title": "Porter", "found_on": given.TODAY, "found_by": self.staff}
        return leads.share(**self.who, **facts | changed)

    def offer(self, lead, **changed) -> LeadOffer:
        facts = {"episode": self.episode, "offered_on": given.TODAY, "staff": self.staff}
        return leads.offer(**self.who, lead=lead, **facts | changed)


@pytest.fixture
def unit():
    return Unit()


def counts() -> dict:
    return {model.__name__: model.objects.count() for model in (*RECORDS, *OWN)}


def written(before: dict) -> dict:
    return {name: number - before[name] for name, number in counts().items() if number != before[name]}


def test_a_lead_is_shared_with_what_is_known_of_the_work(unit):
    before = counts()
    lead = unit.share(
        title=" Porter ", closes_on=given.TODAY + 9 * DAY, details={"pay": Decimal(12), "pay_per": "hour", "times": ""}
    )
    assert written(before) == {"Lead": 1, "LeadDetails": 1}
    assert (lead.title, lead.status, lead.found_by, lead.key[:2]) == ("Porter", "shared", unit.staff, "L-")
    details = LeadDetails.objects.get()
    assert (details.lead, details.pay, details.pay_per) == (lead, 12, "hour")
    event = Event.objects.get(verb="lead.shared")
    assert event.facts_from == given.TODAY


def test_a_lead_of_which_nothing_more_is_known_has_no_details(unit):
    unit.share(details={"place": "", "pay": None, "from_home": None})
    assert LeadDetails.objects.count() == 0


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"title": "  "}, "cannot be blank"),
        ({"found_on": given.TODAY + DAY}, "after today"),
        ({"closes_on": given.TODAY - DAY}, "before the day it was found"),
        ({"details": {"pay": 12}}, "an hour, a week"),
    ],
)
def test_a_lead_that_cannot_be_is_not_shared(unit, changed, said):
    before = counts()
    with pytest.raises(ValidationError, match=said):
        unit.share(**changed)
    assert written(before) == {}


def test_a_later_description_is_the_next_version(unit):
    lead = unit.share()
    leads.describe(**unit.who, lead=lead, place="Market Square")
    again = leads.describe(**unit.who, lead=lead, place="Riverside", read_version=1)
    assert (again.version, again.place, LeadDetails.objects.count()) == (2, "Riverside", 1)
    assert Version.objects.get().content["place"] == "Market Square"
    with pytest.raises(ChangedMeanwhile):
        leads.describe(**unit.who, lead=lead, place="Elsewhere", read_version=1)


def test_a_lead_is_closed_once_and_undone(unit):
    lead = unit.share()
    closed = leads.close(**unit.who, lead=lead, status="filled", because="From within")
    assert (closed.status, closed.version, Version.objects.get().because) == ("filled", 2, "From within")
    with pytest.raises(ValidationError, match="closed already"):
        leads.close(**unit.who, lead=closed, status="gone")
    with pytest.raises(ValidationError, match="filled or is gone"):
        leads.close(**unit.who, lead=closed, status="open")
    corrections.undo(**unit.who, event=closed.event, because="Wrong one")
    lead.refresh_from_db()
    assert lead.status == "shared"


def test_an_offer_tells_the_employer_nothing_and_asks_no_lock(unit):
    lead, before = unit.share(), counts()
    told = unit.offer(lead, how="telephone")
    assert written(before) == {"LeadOffer": 1}
    assert DisclosureDiscussion.objects.count() == EmployerContact.objects.count() == 0
    assert (told.episode, told.staff, told.answer, told.answered_on) == (unit.episode, unit.staff, "", None)


def test_an_answer_is_noted_at_once_or_later(unit):
    at_once = unit.offer(unit.share(), answer="interested", words=" I know it ")
    assert (at_once.answered_on, at_once.words) == (given.TODAY, "I know it")
    told = unit.offer(unit.share(title="Baker"))
    later = leads.answer_offer(
        **unit.who, offer=told, answer="not_interested", answered_on=given.TODAY, words="Too early"
    )
    assert (later.version, later.answer, later.words) == (2, "not_interested", "Too early")
    with pytest.raises(ValidationError, match="Choose what they answered"):
        leads.answer_offer(**unit.who, offer=told, answer="", answered_on=given.TODAY)
    with pytest.raises(ValidationError, match="before the day they were told"):
        leads.answer_offer(**unit.who, offer=told, answer="interested", answered_on=given.TODAY - DAY)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"offered_on": given.TODAY + DAY}, "after today"),
        ({"offered_on": given.TODAY - DAY}, "before the day the lead was found"),
        ({"words": "Hm"}, "Choose what they answered, or clear"),
        ({"answer": "perhaps"}, "not a valid choice"),
    ],
)
def test_an_offer_that_cannot_be_is_not_noted(unit, changed, said):
    lead, before = unit.share(), counts()
    with pytest.raises(ValidationError, match=said):
        unit.offer(lead, **changed)
    assert written(before) == {}


def test_nobody_is_told_twice_of_one_lead(unit):
    lead = unit.share()
    unit.offer(lead)
    with pytest.raises(ValidationError, match="told of this lead already"):
        unit.offer(lead)


def test_people_out_of_reach_are_not_offered_anything(unit):
    other = Unit(unit.service)
    lead = unit.share()
    with pytest.raises(PermissionDenied):
        unit.offer(lead, episode=other.episode)
    told = other.offer(lead)
    with pytest.raises(PermissionDenied):
        leads.answer_offer(**unit.who, offer=told, answer="interested", answered_on=given.TODAY)
    with pytest.raises(PermissionDenied):
        leads.state_wishes(**unit.who, episode=other.episode, stated_on=given.TODAY)


def test_a_lead_of_another_service_is_not_touched(unit):
    other = Unit()
    with pytest.raises(PermissionDenied):
        leads.close(**unit.who, lead=other.share(), status="gone")


@pytest.mark.parametrize("role", [Role.CLINICIAN, Role.SERVICE_MANAGER, Role.REVIEWER, Role.ADMINISTRATOR])
def test_who_records_no_employers_shares_no_leads(unit, role):
    more = {"teams": [given.team(unit.service)]} if role == Role.CLINICIAN else {}
    by = given.worker(unit.service, role, **more)
    lead = unit.share()
    for do in (
        lambda: leads.share(by=by, service=unit.service, employer=unit.rose, title="x", found_on=given.TODAY),
        lambda: leads.describe(by=by, service=unit.service, lead=lead, place="x"),
        lambda: leads.close(by=by, service=unit.service, lead=lead, status="gone"),
        lambda: leads.offer(by=by, service=unit.service, lead=lead, episode=unit.episode, offered_on=given.TODAY),
    ):
        with pytest.raises(PermissionDenied):
            do()
    assert (Lead.objects.count(), LeadDetails.objects.count(), LeadOffer.objects.count()) == (1, 0, 0)


def test_a_lead_shared_by_mistake_is_undone_with_its_details_while_nobody_was_told(unit):
    lead = unit.share(details={"place": "Mill"})
    offer = unit.offer(lead)
    with pytest.raises(ValidationError, match="1 offer of a lead"):
        corrections.withdraw(**unit.who, record=lead, because="Twice")
    corrections.withdraw(**unit.who, record=offer, because="Twice")
    corrections.undo(**unit.who, event=lead.event, because="Twice")
    assert Lead.objects.standing().count() == LeadDetails.objects.standing().count() == 0


def test_leads_go_along_when_two_employers_are_made_one(unit):
    lead = unit.share(details={"place": "Mill"})
    kept = given.employer(unit.service, name="Rose")
    directory.merge(**unit.who, kept=kept, gone=unit.rose, merged_on=given.TODAY)
    lead.refresh_from_db()
    assert lead.employer == kept


def test_what_matters_is_stated_and_stated_anew(unit):
    before = counts()
    first = leads.state_wishes(**unit.who, episode=unit.episode, stated_on=given.TODAY - DAY, areas="PE1")
    assert written(before) == {"WorkWishes": 1}
    again = leads.state_wishes(
        **unit.who, episode=unit.episode, stated_on=given.TODAY, areas="PE1;PE2", matters_most="pay"
    )
    assert (again.pk, again.version, again.areas) == (first.pk, 2, "PE1;PE2")
    assert Version.objects.get(record="workwishes").content["areas"] == "PE1"
    with pytest.raises(ValidationError, match="after today"):
        leads.state_wishes(**unit.who, episode=unit.episode, stated_on=given.TODAY + DAY)
    with pytest.raises(ValidationError, match="Choose from"):
        leads.state_wishes(**unit.who, episode=unit.episode, stated_on=given.TODAY, times="noon")
    assert WorkWishes.objects.count() == 1

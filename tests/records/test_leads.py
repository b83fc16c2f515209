"""Leads, offers, what matters at work, mails: states that no record of them may be in."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from placewell.records.models import EmployerSite, Episode, Lead, LeadDetails, LeadDigest, LeadOffer, WorkWishes
from tests import given

pytestmark = pytest.mark.django_db
YESTERDAY = given.TODAY.replace(day=29)
# constraint → the record, what is impossible there, and part of what people are told
IMPOSSIBLE = {
    "leaddetails_once": (LeadDetails, {}, "already recorded"),
    "leaddetails_pay_per_is_known": (LeadDetails, {"pay_per": "song"}, "not a valid choice"),
    "leaddetails_contract_is_known": (LeadDetails, {"contract": "song"}, "not a valid choice"),
    "leaddetails_market_is_known": (LeadDetails, {"market": "song"}, "not a valid choice"),
    "leaddetails_pay_in_bounds": (LeadDetails, {"pay": -1}, "0 or more"),
    "leaddetails_hours_min_in_bounds": (LeadDetails, {"hours_min": 81, "hours_max": None}, "from 0 to 80"),
    "leaddetails_hours_max_in_bounds": (LeadDetails, {"hours_max": 81}, "from 0 to 80"),
    "leaddetails_hours_in_order": (LeadDetails, {"hours_min": 21}, "the same as or more than the fewest"),
    "leaddetails_pay_is_per_something": (LeadDetails, {"pay_per": ""}, "an hour, a week, a month or a year"),
    "leadoffer_once": (LeadOffer, {}, "told of this lead already"),
    "leadoffer_how_is_known": (LeadOffer, {"how": "pigeon"}, "not a valid choice"),
    "leadoffer_answer_is_known": (LeadOffer, {"answer": "perhaps"}, "not a valid choice"),
    "leadoffer_answer_has_its_day": (LeadOffer, {"answered_on": None}, "An answer has its day"),
    "leadoffer_answered_not_before": (LeadOffer, {"answered_on": YESTERDAY}, "before the day they were told"),
    "workwishes_once": (WorkWishes, {}, "already recorded"),
    "workwishes_pay_least_in_bounds": (WorkWishes, {"pay_least": -1}, "0 or more"),
    "leaddigest_once": (LeadDigest, {}, "on that day already"),
    "leaddigest_words_filled": (LeadDigest, {"words": ""}, "cannot be blank"),
    "leaddigest_has_leads": (LeadDigest, {"found": ""}, "nothing new to send"),
}


@pytest.fixture
def right():
    """For each record, facts that hold."""
    service = given.service()
    staff = given.staff(service)
    person = given.client_held_by(staff)
    of = {"service": service}
    with given._laid_down():
        lead = Lead.objects.create(
            **of, key="l", employer=given.employer(service), title="Porter", found_on=given.TODAY, status="shared"
        )
    episode = Episode.objects.get(client=person)
    return {
        LeadDetails: {**of, "lead": lead, "pay": 12, "pay_per": "hour", "hours_min": 16, "hours_max": 20},
        LeadOffer: {
            **of, "lead": lead, "episode": episode, "offered_on": given.TODAY, "answer": "interested",
            "answered_on": given.TODAY,
        },
        WorkWishes: {**of, "episode": episode, "stated_on": given.TODAY},
        LeadDigest: {**of, "staff": staff, "sent_on": given.TODAY, "words": "New leads", "found": str(lead.pk)},
    }  # fmt: skip


def test_each_constraint_is_tried_here(right):
    assert {constraint.name for model in right for constraint in model._meta.constraints} == set(IMPOSSIBLE)


@pytest.mark.parametrize("constraint", IMPOSSIBLE)
def test_refused_in_words_and_by_the_database(constraint, right, laying_down):
    model, changes, said = IMPOSSIBLE[constraint]
    with laying_down(on=given.TODAY):
        if not changes:
            model(**right[model]).save()
        wrong = model(**right[model] | changes)
        with pytest.raises(ValidationError, match=said):
            wrong.full_clean()
        with pytest.raises(IntegrityError), transaction.atomic():
            wrong.save()


@pytest.mark.parametrize(
    ("model", "field"),
    [(LeadDetails, "times"), (WorkWishes, "times"), (WorkWishes, "contracts"), (WorkWishes, "matters_most")],
)
def test_words_of_a_list_are_words_of_the_list(right, model, field):
    with pytest.raises(ValidationError, match="Choose from"):
        model(**right[model], **{field: "daytime;song"}).full_clean()


def test_a_site_is_one_of_the_lead_s_employer(right, laying_down):
    service = right[LeadDetails]["service"]
    with laying_down(on=given.TODAY):
        other = EmployerSite.objects.create(
            service=service, employer=given.employer(service, name="Other"), name="Mill"
        )
    with pytest.raises(ValidationError, match="another employer"):
        LeadDetails(**right[LeadDetails], site=other).full_clean()


def test_nobody_is_told_of_a_lead_outside_their_support(right):
    early = right[LeadOffer] | {"offered_on": given.LONG_AGO.replace(year=2020)}
    with pytest.raises(ValidationError, match="no support on that day"):
        LeadOffer(**early).full_clean()

"""Doors to the unit's leads, what was offered to whom, and who of the unit is told of them by mail."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from placewell.access.models import RoleHeld
from placewell.access.permissions import Permission
from placewell.access.roles import GRANTS
from placewell.access.scope import employers_for, records_for
from placewell.access.worker import Worker
from placewell.people.models import Account
from placewell.records.employers import STILL_OPEN
from placewell.records.models import (
    JobPreference,
    Lead,
    LeadDetails,
    LeadOffer,
    Plan,
    PlanPart,
    Service,
    Staff,
    WorkWishes,
)
from placewell.records.plans import PlanKind
from placewell.records.worded import Worded


def leads_for(worker: Worker, service: Service) -> QuerySet[Lead]:
    """Leads of the unit, of employers that the worker may open."""
    return Lead.objects.standing().filter(service=service, employer__in=employers_for(worker).values("pk"))


def leads_to_answer(worker: Worker, service: Service) -> QuerySet[Lead]:
    """Of these, the leads that an application can answer, by employer; also past their day, for who applied in time."""
    found = leads_for(worker, service).filter(status__in=STILL_OPEN)
    return found.select_related("employer").order_by("employer__name", "title", "pk")


def details_of(leads: Collection[int]) -> dict[int, LeadDetails]:
    """What is known of the work of leads that came through a door, by the lead."""
    return {one.lead_id: one for one in _details(leads=tuple(leads))}


@Worded
def _details(*, leads: tuple[int, ...]) -> QuerySet[LeadDetails]:
    return LeadDetails.objects.standing().filter(lead__in=leads).select_related("site")


def offers_of(leads: Collection[int]) -> QuerySet[LeadOffer]:
    """To whom leads that came through a door were offered, to be counted; names are for who reaches the person."""
    return LeadOffer.objects.standing().filter(lead__in=leads)


def offers_to_reached(worker: Worker, leads: Collection[int]) -> QuerySet[LeadOffer]:
    """Of these offers, those to people whom the worker reaches."""
    return records_for(worker, LeadOffer).filter(lead__in=leads)


def told_by_mail(service: Service, worker: Worker) -> list[tuple[Account, Staff]]:
    """Colleagues of the unit who are told of leads by mail: in post, with an open account, who did not opt out."""
    may = [role for role, grant in GRANTS.items() if Permission.RECORD_EMPLOYERS in grant.permissions]
    held = RoleHeld.objects.standing().covering(worker.today(service)).filter(service=service, role__in=may)
    held = held.filter(account__is_active=True, account__is_built_in=False, account__wants_lead_mail=True)
    rows = held.exclude(staff=None).select_related("account", "staff").order_by("account__email", "pk")
    found = {}
    for role in rows:
        if role.staff.ended_on is None or worker.today(service) < role.staff.ended_on:
            found.setdefault(role.staff_id, (role.account, role.staff))
    return list(found.values())


def saying(word: str) -> QuerySet:
    """Leads whose details say a word; they narrow leads that came through a door and are never listed alone."""
    rows = LeadDetails.objects.standing()
    found = Q(place__icontains=word) | Q(tasks__icontains=word) | Q(postcode__icontains=word)
    return rows.filter(found).values("lead")


def open_leads(worker: Worker, service: Service, today: date) -> list[Lead]:
    """Leads of the unit that somebody can still apply for: neither closed nor past their day."""
    rows = leads_for(worker, service).filter(status__in=STILL_OPEN)
    rows = rows.filter(Q(closes_on=None) | Q(closes_on__gte=today))
    return list(rows.select_related("employer", "found_by").order_by("closes_on", "pk"))


@Worded
def unanswered_offers(*, episodes: tuple[int, ...], since: date, until: date) -> QuerySet[LeadOffer]:
    """Offers in episodes that came through a door, not answered yet, of open leads that close within these days."""
    offers = LeadOffer.objects.standing().filter(episode__in=episodes, answer="", lead__withdrawn_at=None)
    closing = offers.filter(lead__status__in=STILL_OPEN, lead__closes_on__gte=since, lead__closes_on__lte=until)
    return closing.select_related("lead__employer").order_by("lead__closes_on", "pk")


# What people said that they want of work, in episodes that came through a door.
@Worded
def wants_in(*, episodes: tuple[int, ...], today: date) -> QuerySet[JobPreference]:
    """Kinds of work that are wanted today, the latest stated first."""
    wanted = JobPreference.objects.standing().filter(episode__in=episodes, superseded_on=None, stated_on__lte=today)
    return wanted.order_by("-stated_on", "pk")


@Worded
def wishes_in(*, episodes: tuple[int, ...]) -> QuerySet[WorkWishes]:
    """What matters at work."""
    return WorkWishes.objects.standing().filter(episode__in=episodes).select_related("carried_from")


@Worded
def search_plans_in(*, episodes: tuple[int, ...]) -> QuerySet[Plan]:
    """Job search plans, the latest last."""
    plans = Plan.objects.standing().filter(episode__in=episodes, kind=PlanKind.JOB_SEARCH_PLAN)
    return plans.order_by("agreed_on", "pk")


def words_of_plans(worker: Worker, service: Service, plans: Collection[Plan], parts: Collection[str]) -> list[PlanPart]:
    """Words of plans that came through a door, as far as the worker may read them: the shared ones, or all."""
    if not worker.may(Permission.SEE_UNSHARED_PLANS, service):
        plans = [plan for plan in plans if plan.shared_with_team_on is not None]
        plans = plans if worker.may(Permission.SEE_NOTES, service) else []
    keys = tuple(plan.pk for plan in plans)
    return [one for one in _parts_of(plans=keys) if one.part in parts] if keys else []


@Worded
def _parts_of(*, plans: tuple[int, ...]) -> QuerySet[PlanPart]:
    return PlanPart.objects.standing().filter(plan__in=plans)

"""The doors from a page to a record. There are no others (kept by a house test).

Each door starts from nothing and adds what a role of the worker opens.
"""

from collections.abc import Collection
from functools import cache

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet

from placewell.access.models import RoleHeld
from placewell.access.permissions import Permission
from placewell.access.reaching import holdings_of, is_reached, reached_by
from placewell.access.roles import GRANTS, Reach
from placewell.access.worker import Worker
from placewell.records.base import Kept
from placewell.records.models import (
    Appointment,
    Client,
    ClinicalTeam,
    Employer,
    EmployerCard,
    EmployerContact,
    EmployerPerson,
    EmployerSite,
    EmployerVisit,
    Event,
    Lead,
    LeadDetails,
    Plan,
    PlanPart,
    PlanReview,
    ReadingLog,
    Service,
    Staff,
    Step,
    Submission,
    Version,
)
from placewell.records.worded import Worded


def services_for(worker: Worker) -> QuerySet[Service]:
    """Services in which the worker holds a role."""
    if worker.is_system:
        return Service.objects.standing()
    return Service.objects.standing().filter(pk__in={role.service_id for role in worker.roles})


def require_client(worker: Worker, client: Client, *, to: Permission = Permission.SEE_PEOPLE) -> None:
    """Raise PermissionDenied when no role of the worker both reaches this person and allows `to`."""
    if not reaches(worker, client, to=to):
        raise PermissionDenied("this person is not within the worker's reach")


def reaches(worker: Worker, client: Client, *, to: Permission = Permission.SEE_PEOPLE) -> bool:
    """Whether the person is among `clients_for(worker, to=to)`, asked in a wording that is kept."""
    if worker.is_system:
        return client.withdrawn_at is None
    return is_reached(worker, client.pk, to=to)


def clients_for(worker: Worker, *, to: Permission = Permission.SEE_PEOPLE) -> QuerySet[Client]:
    """People whose record the worker may open, and for whom the same role allows `to`.

    One role's reach does not stretch what another allows: a reviewer who is also a specialist
    elsewhere in the service reads everybody and records for their own.
    """
    if worker.is_system:
        return Client.objects.standing()
    return reached_by(holdings_of(worker), to=to)


def of_clients(worker: Worker, model) -> QuerySet:
    """Records of a model with `client` (referrals, episodes) of people the worker may open."""
    return model.objects.standing().filter(client__in=clients_for(worker))


def of_episodes(worker: Worker, model) -> QuerySet:
    """Records of a model with `episode` (contacts, jobs, plans …) of people the worker may open."""
    return model.objects.standing().filter(episode__client__in=clients_for(worker))


# What is about an employer and about nobody else.
OF_EMPLOYERS = (EmployerCard, EmployerSite, EmployerPerson, Lead)

# How a record leads to the person it is about.
ROADS = {
    "client": "client",
    "episode": "episode__client",
    "job": "job__episode__client",
    "application": "application__episode__client",
    "concern": "concern__episode__client",
    "discussion": "discussion__episode__client",
    "employer_contact": "employer_contact__episode__client",
    "plan": "plan__episode__client",
    "advice": "advice__episode__client",
    "profile": "profile__episode__client",
    "cv": "cv__client",
}

# What can be about an employer and nobody in particular.
WITH_EMPLOYERS_ALONE = (EmployerContact, Step, Appointment)

# Read by the clinical team only once their plan was shared with it.
WORDS_OF_PLANS = (PlanPart, PlanReview)


def _road(model: type[Kept]) -> str:
    names = {field.name for field in model._meta.fields}
    return "pk" if model is Client else next(path for name, path in ROADS.items() if name in names)


def records_for(
    worker: Worker, model: type[Kept], *, and_withdrawn: bool = False, to: Permission = Permission.SEE_PEOPLE
) -> QuerySet:
    """Records of one kind that the worker may open: about people within reach, and employers of the unit.

    `to` is what the worker wants to do with them, allowed by the same role that reaches the person.
    """
    rows = model.objects.all() if and_withdrawn else model.objects.standing()
    if model is Employer:
        return employers_for(worker)
    if model in OF_EMPLOYERS:
        return _of_directory(worker, rows)
    if model is EmployerVisit:
        return rows.filter(employer_contact__in=records_for(worker, EmployerContact, to=to).values("pk"))
    if model is LeadDetails:
        return rows.filter(lead__in=records_for(worker, Lead, to=to).values("pk"))
    reached = Q(**{f"{_road(model)}__in": clients_for(worker, to=to).values("pk")})
    if model in WORDS_OF_PLANS:
        reached &= _whose_words_are_open(worker)
    if model in WITH_EMPLOYERS_ALONE:
        reached |= Q(episode=None, employer__in=employers_for(worker).values("pk"))
    return rows.filter(reached)


def one_for(
    worker: Worker,
    model: type[Kept],
    pk: int,
    service: Service,
    *,
    leads: tuple[str, ...] = (),
    and_withdrawn: bool = False,
    to: Permission = Permission.SEE_PEOPLE,
) -> Kept | None:
    """One record of a service, if it is among `records_for` the worker; `leads` are fetched with it.

    It asks for the record and then whether its person is reached, both in wordings that are kept.
    """
    if model in (Employer, EmployerVisit, LeadDetails, *WITH_EMPLOYERS_ALONE, *OF_EMPLOYERS):
        rows = records_for(worker, model, and_withdrawn=and_withdrawn, to=to)
        return rows.filter(service=service, pk=pk).select_related(*leads).first()
    found = next(iter(_row_of(model, leads)(pk=pk, service=service.pk)), None)
    if found is None or found.withdrawn_at is not None and not and_withdrawn:
        return None
    person = found
    for name in [] if model is Client else _road(model).split("__"):
        person = getattr(person, name)
        if person is None:
            return None
    if not reaches(worker, person, to=to):
        return None
    return found if model not in WORDS_OF_PLANS or reads_plan(worker, person, found.plan) else None


@cache
def _row_of(model: type[Kept], leads: tuple[str, ...]) -> Worded:
    """The question for one record of a kind, with what is fetched with it."""
    return Worded(lambda pk, service: model.objects.filter(pk=pk, service=service).select_related(*leads))


def plans_to_read(worker: Worker, client: Client) -> QuerySet[Plan]:
    """Plans whose words the worker may read, of a person opened through a door: all, or those shared with the team."""
    rows = about(client, Plan)
    if reaches(worker, client, to=Permission.SEE_UNSHARED_PLANS):
        return rows
    return rows.exclude(shared_with_team_on=None) if reaches(worker, client, to=Permission.SEE_NOTES) else rows.none()


def reads_plan(worker: Worker, client: Client, plan: Plan) -> bool:
    """Whether a plan of a person opened through a door is among `plans_to_read`."""
    is_shared = plan.shared_with_team_on is not None
    return reaches(worker, client, to=Permission.SEE_UNSHARED_PLANS) or (
        is_shared and reaches(worker, client, to=Permission.SEE_NOTES)
    )


def _whose_words_are_open(worker: Worker) -> Q:
    """The same for the words of plans, as a condition on many rows."""
    inside = clients_for(worker, to=Permission.SEE_UNSHARED_PLANS).values("pk")
    shared = clients_for(worker, to=Permission.SEE_NOTES).values("pk")
    of_shared = Q(plan__episode__client__in=shared, plan__shared_with_team_on__isnull=False)
    return Q(plan__episode__client__in=inside) | of_shared


def about(client: Client, model: type[Kept], *, and_withdrawn: bool = False) -> QuerySet:
    """Records of one kind about a person whose record has been opened through a door."""
    rows = model.objects.all() if and_withdrawn else model.objects.standing()
    return rows.filter(**{_road(model): client.pk})


def within(clients: QuerySet[Client], model: type[Kept]) -> QuerySet:
    """Records of one kind that narrow or order a list of people which came through a door.

    The list itself keeps people out; these rows are only compared with it, never shown.
    """
    if clients.model is not Client:
        raise TypeError("only a list of people can be narrowed")
    return model.objects.standing()


def with_employer(employer: Employer) -> QuerySet[EmployerContact]:
    """Contacts with an employer that has been opened through a door, whoever they were about."""
    return EmployerContact.objects.standing().filter(employer=employer)


def of_employer(employer: Employer, model: type[Kept]) -> QuerySet:
    """Records of one kind about an employer that has been opened through a door: its card, sites, people …"""
    return model.objects.standing().filter(employer=employer)


def at_employers(model: type[Kept]) -> QuerySet:
    """Records that narrow a list of employers which came through a door; compared with, never shown."""
    return model.objects.standing().exclude(employer=None)


def words_of(contacts: Collection[EmployerContact]) -> QuerySet[EmployerVisit]:
    """The words of employer contacts that came through a door."""
    return EmployerVisit.objects.standing().filter(employer_contact__in=[one.pk for one in contacts])


def contacts_with(employers: QuerySet[Employer]) -> QuerySet[EmployerContact]:
    """Contacts with employers that came through a door, to be counted."""
    return EmployerContact.objects.standing().filter(employer__in=employers.values("pk"))


def readings_of(client: Client) -> QuerySet[ReadingLog]:
    """Who opened a person's record, for one that has been opened through a door."""
    return ReadingLog.objects.filter(client=client)


def roles_of_readers(client: Client) -> QuerySet[RoleHeld]:
    """Roles in the person's service, then and now, of everybody in `readings_of` them; withdrawn ones too."""
    return RoleHeld.objects.filter(service=client.service_id, account__in=readings_of(client).values("by"))


def versions_of(record: Kept) -> QuerySet[Version]:
    """Earlier versions of a record that has been opened through a door."""
    return Version.objects.filter(record=record._meta.model_name, row=record.pk)


def own_submissions(worker: Worker) -> QuerySet[Submission]:
    """Forms that the worker sent and that were taken in."""
    return Submission.objects.filter(by=worker.account)


def own_events(worker: Worker, service: Service) -> QuerySet[Event]:
    """What the worker did in a service."""
    return Event.objects.filter(by=worker.account, service=service)


def staff_for(worker: Worker) -> QuerySet[Staff]:
    """Colleagues: staff of the services in which the worker holds a role of the service's own."""
    return Staff.objects.standing().filter(service__in=_own_services(worker))


def teams_for(worker: Worker) -> QuerySet[ClinicalTeam]:
    """Clinical teams: those of the service for its own people, the named ones for a clinician."""
    opened = Q(service__in=_own_services(worker))
    for role in worker.roles:
        if GRANTS[role.role].reach == Reach.TEAMS:
            opened |= Q(pk__in=[team.pk for team in role.teams.all()], service=role.service_id)
    return ClinicalTeam.objects.standing().filter(opened)


def employers_for(worker: Worker) -> QuerySet[Employer]:
    """Employers of the unit: shared by everybody who records or reviews employer contacts."""
    found = Employer.objects.standing()
    return found if worker.is_system else found.filter(service__in=_with_employers(worker))


def _of_directory(worker: Worker, rows: QuerySet) -> QuerySet:
    """Of rows with an `employer`, those of `employers_for` the worker; the database need not list these first."""
    rows = rows.filter(employer__withdrawn_at=None)
    return rows if worker.is_system else rows.filter(employer__service__in=_with_employers(worker))


def _with_employers(worker: Worker) -> list[int]:
    opening = {Permission.RECORD_EMPLOYERS, Permission.SCORE_FIDELITY}
    return [role.service_id for role in worker.roles if GRANTS[role.role].permissions & opening]


def _own_services(worker: Worker):
    if worker.is_system:
        return Service.objects.standing().values("pk")
    inside = {Permission.SEE_FIGURES, Permission.MANAGE_ACCOUNTS, Permission.MANAGE_SERVICE, Permission.SEE_COMPETENCE}
    return [role.service_id for role in worker.roles if GRANTS[role.role].permissions & inside]

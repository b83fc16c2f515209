"""The doors from a page to a record. There are no others (kept by a house test).

Each door starts from nothing and adds what a role of the worker opens.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet

from placewell.access.permissions import Permission
from placewell.access.roles import GRANTS, Reach
from placewell.access.worker import Worker
from placewell.records.models import (
    Allocation,
    Client,
    ClinicalTeam,
    Employer,
    Episode,
    Referral,
    Service,
    Staff,
    TeamAttachment,
)


def services_for(worker: Worker) -> QuerySet[Service]:
    """Services in which the worker holds a role."""
    if worker.is_system:
        return Service.objects.standing()
    return Service.objects.standing().filter(pk__in={role.service_id for role in worker.roles})


def require_client(worker: Worker, client: Client) -> None:
    """Raise PermissionDenied when the worker's roles do not reach this person."""
    if not clients_for(worker).filter(pk=client.pk).exists():
        raise PermissionDenied("this person is not within the worker's reach")


def clients_for(worker: Worker) -> QuerySet[Client]:
    """People whose record the worker may open."""
    if worker.is_system:
        return Client.objects.standing()
    reach = Q(pk__in=[])
    for role in worker.roles:
        granted = GRANTS[role.role]
        if Permission.SEE_PEOPLE in granted.permissions:
            reach |= Q(service=role.service_id) & _people_of(role, granted.reach, worker)
        elif granted.reach == Reach.SELF:
            reach |= Q(pk=role.client_id)
    return Client.objects.standing().filter(reach)


def _people_of(role, reach: Reach, worker: Worker) -> Q:
    if reach == Reach.SERVICE:
        return Q()
    if reach == Reach.TEAMS:
        return _people_of_teams([team.pk for team in role.teams.all()])
    if reach == Reach.CASELOAD:
        today = worker.today(role.service)
        teams = TeamAttachment.objects.standing().filter(staff=role.staff_id).covering(today).values("team")
        held = Allocation.objects.standing().filter(staff=role.staff_id).covering(today).values("episode__client")
        return Q(pk__in=held) | _people_of_teams(teams)
    return Q(pk__in=[])


def _people_of_teams(teams) -> Q:
    episodes = Episode.objects.standing().filter(team__in=teams).values("client")
    referrals = Referral.objects.standing().filter(team__in=teams).values("client")
    return Q(pk__in=episodes) | Q(pk__in=referrals)


def of_clients(worker: Worker, model) -> QuerySet:
    """Records of a model with `client` (referrals, episodes) of people the worker may open."""
    return model.objects.standing().filter(client__in=clients_for(worker))


def of_episodes(worker: Worker, model) -> QuerySet:
    """Records of a model with `episode` (contacts, jobs, plans …) of people the worker may open."""
    return model.objects.standing().filter(episode__client__in=clients_for(worker))


def staff_for(worker: Worker) -> QuerySet[Staff]:
    """Colleagues: staff of the services in which the worker holds a role of the service's own."""
    return Staff.objects.standing().filter(service__in=_own_services(worker))


def teams_for(worker: Worker) -> QuerySet[ClinicalTeam]:
    """Clinical teams: those of the service for its own people, the named ones for a clinician."""
    opened = Q(service__in=_own_services(worker))
    for role in worker.roles:
        if GRANTS[role.role].reach == Reach.TEAMS:
            opened |= Q(pk__in=[team.pk for team in role.teams.all()])
    return ClinicalTeam.objects.standing().filter(opened)


def employers_for(worker: Worker) -> QuerySet[Employer]:
    """Employers of the unit: shared by everybody who records or reviews employer contacts."""
    services = [
        role.service_id
        for role in worker.roles
        if GRANTS[role.role].permissions & {Permission.RECORD_EMPLOYERS, Permission.SCORE_FIDELITY}
    ]
    found = Employer.objects.standing()
    return found if worker.is_system else found.filter(service__in=services)


def _own_services(worker: Worker):
    if worker.is_system:
        return Service.objects.standing().values("pk")
    inside = {Permission.SEE_FIGURES, Permission.MANAGE_ACCOUNTS, Permission.MANAGE_SERVICE, Permission.SEE_COMPETENCE}
    return [role.service_id for role in worker.roles if GRANTS[role.role].permissions & inside]

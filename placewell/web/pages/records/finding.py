"""The way from an address to a record, and the note that somebody looked."""

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest

from placewell.access import scope
from placewell.access.permissions import Permission
from placewell.records.models import Client, ReadingLog, Staff

# What a record leads to on its way to a person, fetched with it.
LEADS = {
    "Episode": ("client",),
    "Referral": ("client", "team"),
    "Job": ("episode__client", "employer"),
    "JobChange": ("job__episode__client",),
    "SupportRhythm": ("job__episode__client",),
    "MissedSupport": ("job__episode__client",),
    "JobEnding": ("job__episode__client",),
    "JobProof": ("job__episode__client",),
    "JobView": ("job__episode__client",),
    "JobConfirmation": ("job__episode__client",),
    "EmployerContact": ("episode__client", "employer"),
    "DisclosureTerms": ("discussion__episode__client",),
    "EmployerException": ("discussion__episode__client", "employer"),
    "DisclosureOverride": ("employer_contact__episode__client", "employer_contact__employer"),
    "PlanPart": ("plan__episode__client",),
    "PlanAgreement": ("plan__episode__client",),
    "PlanReview": ("plan__episode__client",),
    "BetterOffSum": ("advice__episode__client",),
    "ProfilePart": ("profile__episode__client",),
    "PastJob": ("client",),
    "Cv": ("client",),
    "Application": ("episode__client", "employer"),
    "Interview": ("application__episode__client", "application__employer"),
    "ApplicationResult": ("application__episode__client", "application__employer"),
    "ApplicationJob": ("job__episode__client",),
    "Lead": ("employer", "found_by"),
    "LeadDetails": ("lead__employer",),
    "LeadOffer": ("episode__client", "lead__employer"),
}


def find(
    request: HttpRequest,
    model: type[Model],
    pk: int,
    *,
    and_withdrawn: bool = False,
    to: Permission = Permission.SEE_PEOPLE,
):
    """A record of this service that the worker may open, `to` do something with it.

    Raises Http404 for any other, and says no more.
    """
    names = {field.name for field in model._meta.fields}
    leads = LEADS.get(model.__name__, ("episode__client",) if "episode" in names else ())
    found = scope.one_for(request.worker, model, pk, request.service, leads=leads, and_withdrawn=and_withdrawn, to=to)
    if found is None:
        raise Http404("no such record for this account")
    return found


def person_of(record) -> Client | None:
    """The person a record is about; None for one about nobody."""
    for name in scope.ROADS:
        rest = getattr(record, name, None)
        if rest is not None:
            return rest if name == "client" else person_of(rest)
    return record if isinstance(record, Client) else None


def note_reading(request: HttpRequest, person: Client | None, page: str) -> None:
    """Note in the person's reading log that the page was opened; a form that is sent is not a reading."""
    if person is not None and request.method == "GET":
        ReadingLog(by=request.worker.account, client=person, page=page, at=request.worker.now).save(force_insert=True)


def may(request: HttpRequest, permission: Permission) -> bool:
    """Whether a role of the worker allows this in the service of the page."""
    return request.worker.may(permission, request.service)


def may_for(request: HttpRequest, person: Client, permission: Permission) -> bool:
    """Whether one role of the worker both reaches the person and allows this."""
    if not may(request, permission):
        return False
    roles = [role for role in request.worker.roles if role.service_id == request.service.pk]
    return len(roles) == 1 or scope.reaches(request.worker, person, to=permission)


def own_staff(request: HttpRequest) -> int | None:
    """The worker's own row among the staff of the service, by its id."""
    return next((staff.pk for staff in own_rows(request)), None)


def own_rows(request: HttpRequest) -> list[Staff]:
    """The worker's own rows among the staff of the service, as they came with the roles."""
    return [role.staff for role in request.worker.roles if role.service_id == request.service.pk and role.staff_id]


def colleagues(request: HttpRequest) -> QuerySet[Staff]:
    """Staff of the service who are in post today, and those who left, in the order of their names."""
    return scope.staff_for(request.worker).filter(service=request.service).order_by("full_name")


def colleagues_in_post(request: HttpRequest) -> QuerySet[Staff]:
    """Staff of the service who are in post today."""
    return colleagues(request).covering(request.worker.today(request.service))


def teams(request: HttpRequest) -> QuerySet:
    """Clinical teams of the service that the worker may name."""
    return scope.teams_for(request.worker).filter(service=request.service).order_by("name")

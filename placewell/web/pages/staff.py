"""Staff: listed, added, corrected; their terms and their clinical teams."""

from collections import defaultdict

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from placewell.access.permissions import Permission
from placewell.actions import organisation
from placewell.records.models import ClinicalTeam, Service, Staff, StaffTerm, TeamAttachment
from placewell.records.staff import StaffRole
from placewell.web.doors import Page
from placewell.web.forms.staff import AddStaffForm, AttachForm, ChangeTermsForm, CorrectPersonForm, DetachForm
from placewell.web.pages.leaving import leave, leave_on
from placewell.web.pages.records.asking import Question, sent
from placewell.web.pages.unit import ask, done, one, rows, show, to
from placewell.web.presenters.staff import member_sheet, staff_sheet

KEEPS = Permission.MANAGE_STAFF


def staff_list(request: HttpRequest, service: Service) -> HttpResponse:
    """Everybody who works, will work or worked for the service."""
    today = request.worker.today(service)
    now = Q(ended_on=None) | Q(ended_on__gt=today)
    terms = rows(request, StaffTerm, KEEPS).filter(now).select_related("supervisor").order_by("-started_on")
    teams = defaultdict(list)
    for attachment in rows(request, TeamAttachment, KEEPS).filter(now).select_related("team").order_by("team__name"):
        teams[attachment.staff_id].append(attachment.team.name)
    people = list(rows(request, Staff, KEEPS).order_by("full_name"))
    latest = {term.staff_id: term for term in terms}
    return show(request, staff_sheet(service, people, latest, teams, today=today))


def member(request: HttpRequest, service: Service, staff: int) -> HttpResponse:
    """One member of staff."""
    found = one(rows(request, Staff, KEEPS), staff)
    terms = rows(request, StaffTerm, KEEPS).filter(staff=found).select_related("supervisor").order_by("-started_on")
    attached = rows(request, TeamAttachment, KEEPS).filter(staff=found).select_related("team").order_by("-started_on")
    may_invite = request.worker.may(Permission.MANAGE_ACCOUNTS, service)
    invite = f"{reverse('role_choose', args=[service.pk])}?staff={found.pk}" if may_invite else ""
    return show(request, member_sheet(found, list(terms), list(attached), invite=invite, country=service.country))


def supervisors(request: HttpRequest, *, but: Staff | None = None) -> QuerySet[Staff]:
    """Those in post today who can supervise."""
    today = request.worker.today(request.service)
    roles = (StaffRole.SUPERVISOR, StaffRole.SERVICE_MANAGER, StaffRole.SENIOR_EMPLOYMENT_SPECIALIST)
    terms = rows(request, StaffTerm, KEEPS).filter(role__in=roles).filter(Q(ended_on=None) | Q(ended_on__gt=today))
    found = rows(request, Staff, KEEPS).filter(pk__in=terms.values("staff")).order_by("full_name")
    return found.exclude(pk=but.pk) if but else found


def terms_told(request: HttpRequest, **told) -> dict:
    """What every form about terms is made of."""
    but = told.pop("but", None)
    return sent(request, supervisors=supervisors(request, but=but), country=request.service.country, **told)


def add(request: HttpRequest, service: Service) -> HttpResponse:
    """Add a member of staff with their first terms."""
    form = AddStaffForm(**terms_told(request, initial={"fte": 1}))

    def do() -> str:
        added = organisation.add_staff(by=request.worker, service=service, **form.facts())
        return done(request, f"{added} is added.", "staff_member", added.pk)

    return ask(request, form, Question("Add a member of staff", button="Add them", back=to(request, "staff")), do)


def correct(request: HttpRequest, service: Service, staff: int) -> HttpResponse:
    """Correct somebody's name, address or first day."""
    found = one(rows(request, Staff, KEEPS), staff)
    initial = {name: getattr(found, name) for name in ("full_name", "email", "started_on")}
    form = CorrectPersonForm(**sent(request, initial=initial | {"read_version": found.version}))

    def do() -> str:
        told = form.cleaned_data
        organisation.correct_staff(
            by=request.worker, service=service, staff=found, read_version=told["read_version"],
            because=told["because"], **form.facts(),
        )  # fmt: skip
        return done(request, "The correction is saved.", "staff_member", found.pk)

    return ask(request, form, Question(f"Correct {found}", back=to(request, "staff_member", found.pk)), do)


def change_terms(request: HttpRequest, service: Service, staff: int) -> HttpResponse:
    """Let other terms hold from a day on."""
    found = one(rows(request, Staff, KEEPS), staff)
    latest = rows(request, StaffTerm, KEEPS).filter(staff=found).order_by("-started_on").first()
    initial = {name: getattr(latest, name) for name in organisation.TERMS} if latest else {}
    initial["started_on"] = request.worker.today(service)
    form = ChangeTermsForm(**terms_told(request, initial=initial, but=found))

    def do() -> str:
        organisation.change_terms(by=request.worker, service=service, staff=found, **form.facts())
        return done(request, "The new terms are saved.", "staff_member", found.pk)

    question = Question(
        f"Change the terms of {found}",
        button="Save the new terms",
        back=to(request, "staff_member", found.pk),
        intro="The terms until then are kept. Change only what is different.",
    )
    return ask(request, form, question, do)


def attach(request: HttpRequest, service: Service, staff: int) -> HttpResponse:
    """Attach somebody to a clinical team."""
    found = one(rows(request, Staff, KEEPS), staff)
    today = request.worker.today(service)
    teams = rows(request, ClinicalTeam, KEEPS).filter(Q(ended_on=None) | Q(ended_on__gt=today)).order_by("name")
    form = AttachForm(**sent(request, teams=teams, initial={"started_on": max(today, found.started_on)}))

    def do() -> str:
        attached = organisation.attach(by=request.worker, service=service, staff=found, **form.facts())
        return done(request, f"{found} works in {attached.team}.", "staff_member", found.pk)

    question = Question(
        f"Attach {found} to a clinical team", button="Attach", back=to(request, "staff_member", found.pk)
    )
    return ask(request, form, question, do)


def detach(request: HttpRequest, service: Service, staff: int, attachment: int) -> HttpResponse:
    """Detach somebody from a clinical team."""
    attached = rows(request, TeamAttachment, KEEPS).filter(staff=staff).select_related("staff", "team")
    found = one(attached, attachment)
    form = DetachForm(**sent(request, initial={"ended_on": request.worker.today(service)}))

    def do() -> str:
        organisation.detach(by=request.worker, service=service, attachment=found, **form.facts())
        return done(request, f"{found.staff} does not work in {found.team} from that day.", "staff_member", staff)

    question = Question(
        f"Detach {found.staff} from {found.team}", button="Detach", back=to(request, "staff_member", staff)
    )
    return ask(request, form, question, do)


def of_staff(route: str, view, name: str, **more) -> Page:
    return Page(f"s/<int:service>/staff/{route}", view, name, KEEPS, **more)


PAGES = [
    of_staff("", staff_list, "staff", title="Staff", text="Who works here, on what terms, in which clinical teams"),
    of_staff("add/", add, "staff_add"),
    of_staff("<int:staff>/", member, "staff_member"),
    of_staff("<int:staff>/correct/", correct, "staff_correct"),
    of_staff("<int:staff>/terms/", change_terms, "staff_terms"),
    of_staff("<int:staff>/teams/", attach, "staff_attach"),
    of_staff("<int:staff>/teams/<int:attachment>/", detach, "staff_detach"),
    of_staff("<int:staff>/leave/", leave, "staff_leave"),
    of_staff("<int:staff>/leave/<str:on>/", leave_on, "staff_leave_on"),
]

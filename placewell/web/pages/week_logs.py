"""The week's log of employer contacts: beside what is asked for, and read by the supervisor."""

from datetime import date, timedelta

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from placewell.access import scope
from placewell.access.permissions import Permission
from placewell.access.unit_scope import own_staff, stamps_on, week_keepers, weeks_for
from placewell.actions import teamwork
from placewell.measures import catalogue
from placewell.measures.counting import count
from placewell.measures.figure import Unit
from placewell.measures.runners.django import DjangoRunner
from placewell.measures.views import Scope
from placewell.records.models import Allocation, EmployerContact, Service, Staff, StaffWeek
from placewell.records.read_logs import changed_since_read
from placewell.records.standards import standards_of
from placewell.records.support import AllocationKind
from placewell.rules.windows import thirteen_weeks
from placewell.web.doors import Page
from placewell.web.forms.weeks import ReadForm, ReadInOneTapForm
from placewell.web.pages.leaving import day_of
from placewell.web.pages.records.asking import Question, sent
from placewell.web.pages.unit import ask, done, one, show, to
from placewell.web.presenters.sheet import Link
from placewell.web.presenters.week_logs import Log, Target, log_parts, log_sheet, to_read
from placewell.web.presenters.weeks import week_part, week_words

FREQUENCY = "employer_contact_frequency"
STANDARD = "employer_contacts_a_week"
DAYS = timedelta(days=7)


def counted_weeks(service: Service, last: date) -> dict[tuple[int, date], Unit]:
    """The weeks of item 17 up to that of a Monday, by whose and which Monday: the item's own units."""
    units = count(
        catalogue.find(FREQUENCY), scope=Scope((service.pk,)), as_at=last + timedelta(days=6), runner=DjangoRunner()
    )
    return {(unit.staff, unit.day): unit for unit in units}


def target_of(service: Service, on: date) -> Target:
    """How many contacts a week the service asks for."""
    return Target(*(standards_of(service, on).least_of(STANDARD) or (None, "")))


def log_of(request: HttpRequest, staff: Staff, monday: date, week: StaffWeek | None) -> Log:
    """The log of a week."""
    own = own_staff(request.worker, request.service)
    return Log(
        staff=staff,
        monday=monday,
        unit=counted_weeks(request.service, monday).get((staff.pk, monday)),
        target=target_of(request.service, monday),
        week=week,
        contacts=contacts_of(request, staff, monday),
        why_words=catalogue.find(FREQUENCY).why_words,
        stamps=list(stamps_on([week])) if week else [],
        changed=changed_since_read(request.service, monday).get(week.pk, 0) if week else 0,
        is_own=own is not None and own.pk == staff.pk,
    )


def contacts_of(request: HttpRequest, staff: Staff, monday: date) -> list[EmployerContact]:
    """A specialist's contacts of a week, and those that people made whom they hold; all within reach."""
    held = scope.records_for(request.worker, Allocation).filter(staff=staff, kind=AllocationKind.KEY_WORKER)
    by_people = Q(made_by_client=True, episode__in=held.covering(monday).values("episode"))
    found = scope.records_for(request.worker, EmployerContact).filter(
        Q(staff=staff) | by_people, service=request.service, made_on__gte=monday, made_on__lt=monday + DAYS
    )
    return list(found.select_related("employer").order_by("made_on", "pk"))


def log(request: HttpRequest, service: Service, staff: int, monday: str) -> HttpResponse:
    """One week of employer contacts: how many of how many, which do not count and why, closed and read."""
    whose: Staff = one(week_keepers(request.worker, service), staff)
    starts = day_of(monday)
    if starts.weekday() != 0:
        raise Http404("a week starts on a Monday")
    found = weeks_for(request.worker, service).filter(staff=whose, week_starting=starts).first()
    told = log_of(request, whose, starts, found)
    fill = Link(
        "Correct the week" if found and found.log_complete else "Fill in and close the week",
        to(request, "week", whose.pk, starts.isoformat()),
    )
    buttons = [Link("Record an employer contact", to(request, "employer_contact_new")), fill]
    waits = found and found.log_complete and (told.changed or found.log_reviewed_on is None)
    if waits and not told.is_own and request.worker.may(Permission.REVIEW_LOGS, service):
        buttons = [Link("Read the log", to(request, "week_read", found.pk)), fill]
    return show(request, log_sheet(service, told, back=to(request, "weeks"), buttons=buttons))


def read(request: HttpRequest, service: Service, week: int) -> HttpResponse:
    """Read a week's log of employer contacts, and say so."""
    found: StaffWeek = one(weeks_for(request.worker, service).select_related("staff"), week)
    form = ReadForm(**sent(request))

    def do() -> str:
        teamwork.read_log(by=request.worker, service=service, week=found, **form.facts())
        return done(request, f"The log of {found.staff} is marked as read.", "logs_to_read")

    told = log_of(request, found.staff, found.week_starting, found)
    question = Question(
        f"The log of {found.staff}, {week_words(found.week_starting)}",
        button="I have read it",
        intro=f"Contacts with employers in person: {told.target.beside(told.unit) or 'not counted for item 17'}.",
        back=to(request, "logs_to_read"),
        template="weeks/read.html",
        more={"parts": [*log_parts(service, told), week_part(found)]},
    )
    return ask(request, form, question, do)


def logs_to_read(request: HttpRequest, service: Service) -> HttpResponse:
    """Closed logs of the last 13 weeks that nobody has read yet, or that changed since, by name and week."""
    today = request.worker.today(service)
    weeks = thirteen_weeks(as_at=today)
    since, last_monday = weeks.first, weeks.last - timedelta(days=6)
    changed, own = changed_since_read(service, since), own_staff(request.worker, service)
    closed = weeks_for(request.worker, service).filter(week_starting__gte=since, log_complete=True)
    closed = closed.exclude(staff=own) if own else closed
    waiting = closed.filter(Q(log_reviewed_on=None) | Q(pk__in=list(changed))).select_related("staff")
    waiting = list(waiting.order_by("staff__full_name", "staff", "week_starting"))
    units, target = counted_weeks(service, last_monday), target_of(service, today)
    if any(week.week_starting > last_monday for week in waiting):
        units |= counted_weeks(service, last_monday + DAYS)
    lines = [
        to_read(
            service, week, unit=units.get((week.staff_id, week.week_starting)), target=target,
            changed=changed.get(week.pk, 0), form=ReadInOneTapForm(today=today, auto_id=f"read_{week.pk}_%s"),
        )
        for week in waiting
    ]  # fmt: skip
    return render(request, "weeks/to_read.html", {"lines": lines, "back": to(request, "weeks")})


PAGES = [
    Page("s/<int:service>/weeks/to-read/", logs_to_read, "logs_to_read", Permission.REVIEW_LOGS),
    Page(
        "s/<int:service>/weeks/staff/<int:staff>/<str:monday>/log/", log, "week_log", Permission.RECORD_WORKING_WEEKS
    ),
    Page("s/<int:service>/weeks/<int:week>/read/", read, "week_read", Permission.REVIEW_LOGS),
]  # fmt: skip

"""Working weeks: filled in by those whose they are, their logs read by the supervisor."""

from datetime import date, timedelta

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse

from placewell.access.permissions import Permission
from placewell.access.unit_scope import of_unit, own_staff, week_keepers, weeks_for
from placewell.actions import teamwork
from placewell.records.models import Service, Staff, StaffTerm, StaffWeek
from placewell.records.staff import SPECIALISTS
from placewell.web.doors import Page
from placewell.web.forms.weeks import CorrectWeekForm, WeekForm, initial_week
from placewell.web.pages.leaving import day_of
from placewell.web.pages.records.asking import Question, sent
from placewell.web.pages.unit import ask, done, one, show, to
from placewell.web.pages.week_logs import counted_weeks, target_of
from placewell.web.presenters.weeks import Weeks, mondays, week_words, weeks_sheet

OWN_SHOWN, ALL_SHOWN = 8, 4


def weeks(request: HttpRequest, service: Service) -> HttpResponse:
    """One's own weeks, or everybody's for who reads the logs."""
    worker, today = request.worker, request.worker.today(service)
    reads = worker.may(Permission.REVIEW_LOGS, service)
    shown = mondays(last_day(request, today), ALL_SHOWN if reads else OWN_SHOWN)
    recorded = weeks_for(worker, service).filter(week_starting__in=shown).select_related("staff")
    own = own_staff(worker, service)
    units, target = counted_weeks(service, shown[0]), target_of(service, today)
    told = Weeks(
        staff=list(holding_caseloads(request, shown[-1], reads).order_by("full_name")),
        mondays=shown,
        recorded={(week.staff_id, week.week_starting): week for week in recorded},
        may_read=reads,
        own=own.pk if own else None,
        earlier=f"?until={shown[-1] - timedelta(days=1)}",
        today=today,
        in_person={key: target.beside(unit) for key, unit in units.items()},
        to_read=to(request, "logs_to_read") if reads else "",
    )
    return show(request, weeks_sheet(service, told))


def holding_caseloads(request: HttpRequest, since: date, reads: bool) -> QuerySet[Staff]:
    """Whose weeks are listed: one's own; for who reads the logs, of all who carry a caseload."""
    keepers = week_keepers(request.worker, request.service)
    if not reads:
        return keepers
    terms = of_unit(request.worker, request.service, StaffTerm, needs=Permission.REVIEW_LOGS)
    carrying = terms.filter(role__in=SPECIALISTS).exclude(ended_on__lte=since)
    return keepers.filter(pk__in=carrying.values("staff"))


def last_day(request: HttpRequest, today: date) -> date:
    """The day up to which weeks are shown. Raises Http404 for what is no day."""
    until = request.GET.get("until")
    return min(day_of(until), today) if until else today


def week(request: HttpRequest, service: Service, staff: int, monday: str) -> HttpResponse:
    """Fill a week in, or correct it."""
    whose: Staff = one(week_keepers(request.worker, service), staff)
    starts = day_of(monday)
    if starts.weekday() != 0:
        raise Http404("a week starts on a Monday")
    found = weeks_for(request.worker, service).filter(staff=whose, week_starting=starts).first()
    form = form_for(request, found)

    def do() -> str:
        if form.is_correction:
            told = form.cleaned_data
            teamwork.correct_week(
                by=request.worker, service=service, week=found, read_version=told["read_version"],
                because=told["because"], **form.facts(),
            )  # fmt: skip
        else:
            teamwork.note_week(by=request.worker, service=service, staff=whose, week_starting=starts, **form.facts())
        return done(request, f"The week of {week_words(starts)} is saved.", "weeks")

    own = own_staff(request.worker, service)
    name = "Your week" if own and own.pk == whose.pk else f"The week of {whose}"
    return ask(request, form, Question(f"{name}, {week_words(starts)}", back=to(request, "weeks")), do)


def form_for(request: HttpRequest, found: StaffWeek | None) -> WeekForm:
    """The form of a week: a new one, or a correction when it was opened as one."""
    correcting = "read_version" in request.POST if request.method == "POST" else found is not None
    if found is None or not correcting:
        form = WeekForm(**sent(request, initial={"other_hours": 0}))
        form.is_correction = False
        return form
    return CorrectWeekForm(**sent(request, initial=initial_week(found)))


NOTES = Permission.RECORD_WORKING_WEEKS
PAGES = [
    Page("s/<int:service>/weeks/", weeks, "weeks", NOTES, "Working weeks", "What the week was made of, and its log"),
    Page("s/<int:service>/weeks/staff/<int:staff>/<str:monday>/", week, "week", NOTES),
]

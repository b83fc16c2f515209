"""Somebody leaves: the day is asked first, then who takes over what, then it is done in one go."""

from datetime import date

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from placewell.access import scope
from placewell.access.permissions import Permission
from placewell.actions import organisation
from placewell.records.models import Service, Staff, StaffTerm
from placewell.records.staff import SPECIALISTS, StaffRole
from placewell.web.forms.staff import LeaveForm, LeavingDayForm
from placewell.web.pages.records.asking import Question, sent, shown
from placewell.web.pages.unit import ask, done, one, rows, to
from placewell.web.presenters.staff import what_happens

KEEPS = Permission.MANAGE_STAFF
HOLDS = (*SPECIALISTS, StaffRole.SUPERVISOR)
SUPERVISES = (StaffRole.SUPERVISOR, StaffRole.SERVICE_MANAGER, StaffRole.SENIOR_EMPLOYMENT_SPECIALIST)


def leave(request: HttpRequest, service: Service, staff: int) -> HttpResponse:
    """Ask for the day. Nothing is recorded yet."""
    found = one(rows(request, Staff, KEEPS).filter(ended_on=None), staff)
    form = LeavingDayForm(**sent(request))
    if form.is_bound and form.is_valid():
        on = form.cleaned_data["ended_on"]
        if on >= found.started_on:
            return HttpResponseRedirect(to(request, "staff_leave_on", found.pk, on.isoformat()))
        form.add_error("ended_on", f"{found} began on {found.started_on:%-d %B %Y}. Enter a later day")
    question = Question(
        f"{found} leaves",
        button="Continue",
        back=to(request, "staff_member", found.pk),
        intro="Next you see what this ends, and choose who takes over. Nothing is recorded yet.",
    )
    return shown(request, form, question, question.template)


def leave_on(request: HttpRequest, service: Service, staff: int, on: str) -> HttpResponse:
    """Show what a leaving on a day ends, ask who takes over, and do it once it was checked."""
    found, ended_on = one(rows(request, Staff, KEEPS), staff), day_of(on)
    if found.ended_on is not None and request.method == "GET":
        return HttpResponseRedirect(to(request, "staff_member", found.pk))
    ends = organisation.leaving(service=service, staff=found, ended_on=ended_on)
    named, others = in_reach(request, ends.held)
    form = LeaveForm(
        **sent(
            request,
            episodes=named,
            others=others,
            supervised=len(ends.supervised),
            colleagues=in_post(request, ended_on, HOLDS).exclude(pk=found.pk),
            supervisors=in_post(request, ended_on, SUPERVISES).exclude(pk=found.pk),
        )
    )

    def do() -> str:
        handed_to = form.handed_to([held.episode_id for held in ends.held])
        organisation.leave(
            by=request.worker, service=service, staff=found, ended_on=ended_on, handed_to=handed_to,
            supervisor=form.supervisor(),
        )  # fmt: skip
        return done(request, f"{found} leaves. Everything is handed over.", "staff_member", found.pk)

    question = Question(
        f"{found} leaves",
        button="Record the leaving",
        back=to(request, "staff_member", found.pk),
        template="staff/leave.html",
        more={"leaving": what_happens(found, ends, ended_on, request.worker.today(service))},
    )
    return ask(request, form, question, do, check="staff/leave_check.html")


def in_reach(request: HttpRequest, held) -> tuple[list[tuple[int, str]], int]:
    """The episodes of people whom the worker may know by name, and how many others there are."""
    episodes = {one.episode_id: one.episode for one in held}
    clients = {episode.client_id for episode in episodes.values()}
    known = set(scope.clients_for(request.worker).filter(pk__in=clients).values_list("pk", flat=True))
    named = [
        (pk, f"{episode.client.given_name} {episode.client.family_name}")
        for pk, episode in episodes.items()
        if episode.client_id in known
    ]
    return sorted(named, key=lambda one: one[1]), len(episodes) - len(named)


def in_post(request: HttpRequest, on: date, roles):
    """Staff in post on a day, in one of these roles."""
    terms = rows(request, StaffTerm, KEEPS).filter(role__in=roles).covering(on)
    there = rows(request, Staff, KEEPS).filter(Q(ended_on=None) | Q(ended_on__gt=on), started_on__lte=on)
    return there.filter(pk__in=terms.values("staff")).order_by("full_name")


def day_of(words: str) -> date:
    """The day in an address. Raises Http404 when there is no such day."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise Http404("no such day") from None

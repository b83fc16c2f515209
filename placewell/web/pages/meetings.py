"""Meetings held or missed, who came, and contacts with partners."""

from collections import defaultdict
from datetime import timedelta

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from placewell.access import scope
from placewell.access.permissions import Permission
from placewell.access.unit_scope import meetings_for, own_staff, week_keepers
from placewell.actions import teamwork
from placewell.records.models import Episode, Meeting, MeetingAttendance, PartnerContact, Service
from placewell.records.teamwork import MeetingKind
from placewell.web.doors import Page
from placewell.web.forms.meetings import (
    ChooseKindForm,
    CorrectMeetingForm,
    MeetingForm,
    PartnerContactForm,
    WithdrawMeetingForm,
)
from placewell.web.pages.records.asking import Question, sent, shown
from placewell.web.pages.records.finding import colleagues, colleagues_in_post, teams
from placewell.web.pages.unit import ask, done, one, rows, sent_again, show, to
from placewell.web.pages.weeks import last_day
from placewell.web.presenters.country import partner
from placewell.web.presenters.meetings import meeting_sheet, meetings_sheet, partner_sheet

NOTES = Permission.RECORD_MEETINGS
SHOWN = 40


def meetings(request: HttpRequest, service: Service) -> HttpResponse:
    """The latest meetings."""
    today = request.worker.today(service)
    every = meetings_for(request.worker, service).filter(scheduled_on__lte=last_day(request, today))
    found = list(every.select_related("team").order_by("-scheduled_on", "-pk")[: SHOWN + 1])
    came = who_came(request, found)
    earlier = f"?until={found[SHOWN].scheduled_on.isoformat()}" if len(found) > SHOWN else ""
    return show(
        request, meetings_sheet(service, found[:SHOWN], came, earlier=earlier, partner=partner(service.country))
    )


def who_came(request: HttpRequest, found: list[Meeting]) -> dict[int, list[str]]:
    """Meeting → the names of who came."""
    came = defaultdict(list)
    attendance = rows(request, MeetingAttendance, NOTES).filter(meeting__in=found).select_related("staff")
    for one_came in attendance.order_by("staff__full_name"):
        came[one_came.meeting_id].append(one_came.staff.full_name)
    return came


def meeting(request: HttpRequest, service: Service, meeting: int) -> HttpResponse:
    """One meeting."""
    found = one(meetings_for(request.worker, service).select_related("team"), meeting)
    return show(request, meeting_sheet(found, who_came(request, [found])[found.pk]))


def choose(request: HttpRequest, service: Service) -> HttpResponse:
    """Which kind of meeting."""
    form = ChooseKindForm(**sent(request, partner=partner(service.country)))
    if form.is_bound and form.is_valid():
        return HttpResponseRedirect(to(request, "meeting_note", form.cleaned_data["kind"]))
    question = Question("Which kind of meeting?", button="Continue", back=to(request, "meetings"))
    return shown(request, form, question, question.template)


def told(request: HttpRequest, kind: str, came=(), **more) -> dict:
    """What a form about a meeting is made of; who came is offered also when they have left since."""
    there = colleagues_in_post(request).values("pk")
    staff = colleagues(request).filter(Q(pk__in=there) | Q(pk__in=came))
    return sent(request, kind=kind, teams=teams(request), staff=staff, **more)


def note(request: HttpRequest, service: Service, kind: str) -> HttpResponse:
    """Note a meeting of a kind."""
    if kind not in MeetingKind.values:
        raise Http404("no such kind of meeting")
    own = own_staff(request.worker, service)
    initial = {"scheduled_on": request.worker.today(service), "attended": [str(own.pk)] if own else []}
    form = MeetingForm(**told(request, kind, initial=initial))

    def do() -> str:
        noted = teamwork.note_meeting(by=request.worker, service=service, kind=kind, **form.facts())
        return done(request, "The meeting is noted.", "meeting", noted.pk)

    question = Question(
        f"Note a meeting: {MeetingKind(kind).label.lower()}",
        button="Save the meeting",
        back=to(request, "meeting_choose"),
        intro="For a missed meeting, give the day and that it was missed; leave the rest empty.",
    )
    return ask(request, form, question, do)


def correct(request: HttpRequest, service: Service, meeting: int) -> HttpResponse:
    """Correct a meeting and who came."""
    found = one(meetings_for(request.worker, service), meeting)
    came = list(rows(request, MeetingAttendance, NOTES).filter(meeting=found).values_list("staff", flat=True))
    initial = {name: getattr(found, name) for name in ("scheduled_on", "team", "held", *teamwork.OF_A_HELD_ONE)}
    initial |= {"attended": [str(pk) for pk in came], "read_version": found.version}
    form = CorrectMeetingForm(**told(request, found.kind, came, initial=initial))

    def do() -> str:
        given = form.cleaned_data
        teamwork.correct_meeting(
            by=request.worker, service=service, meeting=found, read_version=given["read_version"],
            because=given["because"], **form.facts(),
        )  # fmt: skip
        return done(request, "The correction is saved.", "meeting", found.pk)

    return ask(request, form, Question("Correct the meeting", back=to(request, "meeting", found.pk)), do)


def withdraw(request: HttpRequest, service: Service, meeting: int) -> HttpResponse:
    """Take a meeting back."""
    found = one(meetings_for(request.worker, service, and_withdrawn=sent_again(request)), meeting)
    form = WithdrawMeetingForm(**sent(request))

    def do() -> str:
        teamwork.withdraw_meeting(by=request.worker, service=service, meeting=found, **form.facts())
        return done(request, "The meeting is withdrawn.", "meetings")

    question = Question("Withdraw the meeting", button="Withdraw", back=to(request, "meeting", found.pk))
    return ask(request, form, question, do)


def partner_contacts(request: HttpRequest, service: Service) -> HttpResponse:
    """The latest contacts with partners; the person only for who may know them."""
    found = list(rows(request, PartnerContact, NOTES).select_related("staff").order_by("-made_on", "-pk")[:SHOWN])
    episodes = scope.records_for(request.worker, Episode).filter(pk__in=[one.episode_id for one in found])
    names = {one.pk: f"{one.client.given_name} {one.client.family_name}" for one in episodes.select_related("client")}
    return show(request, partner_sheet(service, found, names, partner=partner(service.country)))


def note_partner_contact(request: HttpRequest, service: Service) -> HttpResponse:
    """Note a contact with a partner."""
    today = request.worker.today(service)
    going_on = scope.records_for(request.worker, Episode, to=Permission.RECORD_SUPPORT).exclude(
        ended_on__lt=today - timedelta(days=28)
    )
    episodes = going_on.filter(service=service).select_related("client")
    own = own_staff(request.worker, service)
    form = PartnerContactForm(
        **sent(
            request,
            staff=week_keepers(request.worker, service).order_by("full_name"),
            episodes=episodes.order_by("client__given_name", "client__family_name"),
            initial={"made_on": today, "staff": own.pk if own else None},
        )
    )

    def do() -> str:
        teamwork.note_partner_contact(by=request.worker, service=service, **form.facts())
        return done(request, "The contact is noted.", "partner_contacts")

    question = Question(
        f"Note a contact with {partner(service.country)} or another partner",
        button="Save the contact",
        back=to(request, "partner_contacts"),
    )
    return ask(request, form, question, do)


def of_meetings(route: str, view, name: str, **more) -> Page:
    return Page(f"s/<int:service>/meetings/{route}", view, name, NOTES, **more)


PAGES = [
    of_meetings(
        "", meetings, "meetings", title="Meetings", text="Team meetings, supervision, partners: held or missed"
    ),
    of_meetings("note/", choose, "meeting_choose"),
    of_meetings("note/<str:kind>/", note, "meeting_note"),
    of_meetings("partners/", partner_contacts, "partner_contacts"),
    of_meetings("partners/note/", note_partner_contact, "partner_contact_note"),
    of_meetings("<int:meeting>/", meeting, "meeting"),
    of_meetings("<int:meeting>/correct/", correct, "meeting_correct"),
    of_meetings("<int:meeting>/withdraw/", withdraw, "meeting_withdraw"),
]

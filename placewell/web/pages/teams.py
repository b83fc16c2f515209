"""Clinical teams: listed, added, corrected, closed, and their whole caseloads counted."""

from django.http import HttpRequest, HttpResponse

from placewell.access.permissions import Permission
from placewell.actions import organisation
from placewell.records.models import ClinicalTeam, ClinicalTeamCount, Service, TeamAttachment
from placewell.web.doors import Page
from placewell.web.forms.teams import CloseTeamForm, CorrectTeamForm, CountForm, TeamForm
from placewell.web.pages.records.asking import Question, sent
from placewell.web.pages.unit import ask, done, one, rows, show, to
from placewell.web.presenters.teams import team_sheet, teams_sheet

COUNTS_SHOWN = 12
SEES, KEEPS = Permission.COUNT_TEAMS, Permission.MANAGE_SERVICE


def teams(request: HttpRequest, service: Service) -> HttpResponse:
    """All clinical teams, each with its latest count."""
    found = list(rows(request, ClinicalTeam, SEES).order_by("name"))
    counts = {count.team_id: count for count in rows(request, ClinicalTeamCount, SEES).order_by("counted_on")}
    today, may_change = request.worker.today(service), request.worker.may(KEEPS, service)
    return show(request, teams_sheet(service, found, counts, today=today, may_change=may_change))


def team(request: HttpRequest, service: Service, team: int) -> HttpResponse:
    """One clinical team."""
    found = one(rows(request, ClinicalTeam, SEES), team)
    counts = rows(request, ClinicalTeamCount, SEES).filter(team=found).order_by("-counted_on")[:COUNTS_SHOWN]
    attached = rows(request, TeamAttachment, SEES).filter(team=found).select_related("staff")
    sheet = team_sheet(
        found,
        list(counts),
        list(attached.order_by("staff__full_name")),
        today=request.worker.today(service),
        may_change=request.worker.may(KEEPS, service),
        may_see_staff=request.worker.may(Permission.MANAGE_STAFF, service),
    )
    return show(request, sheet)


def add(request: HttpRequest, service: Service) -> HttpResponse:
    """Add a clinical team."""
    form = TeamForm(**sent(request))

    def do() -> str:
        added = organisation.add_team(by=request.worker, service=service, **form.facts())
        return done(request, f"{added} is added.", "team", added.pk)

    return ask(request, form, Question("Add a clinical team", button="Add the team", back=to(request, "teams")), do)


def correct(request: HttpRequest, service: Service, team: int) -> HttpResponse:
    """Correct a clinical team's facts."""
    found = one(rows(request, ClinicalTeam, KEEPS), team)
    initial = {name: getattr(found, name) for name in ("name", "kind", "base", "started_on")}
    form = CorrectTeamForm(**sent(request, initial=initial | {"read_version": found.version}))

    def do() -> str:
        told = form.cleaned_data
        organisation.correct_team(
            by=request.worker, service=service, team=found, read_version=told["read_version"],
            because=told["because"], **form.facts(),
        )  # fmt: skip
        return done(request, "The correction is saved.", "team", found.pk)

    return ask(request, form, Question(f"Correct {found}", back=to(request, "team", found.pk)), do)


def close(request: HttpRequest, service: Service, team: int) -> HttpResponse:
    """Close a clinical team from a day on."""
    found = one(rows(request, ClinicalTeam, KEEPS), team)
    form = CloseTeamForm(**sent(request, initial={"ended_on": request.worker.today(service)}))

    def do() -> str:
        organisation.close_team(by=request.worker, service=service, team=found, **form.facts())
        return done(request, f"{found} is closed.", "team", found.pk)

    question = Question(f"Close {found}", button="Close the team", back=to(request, "team", found.pk))
    return ask(request, form, question, do)


def count(request: HttpRequest, service: Service, team: int) -> HttpResponse:
    """Count a clinical team's whole caseload."""
    found = one(rows(request, ClinicalTeam, SEES), team)
    form = CountForm(**sent(request, initial={"counted_on": request.worker.today(service)}))

    def do() -> str:
        organisation.count_team(by=request.worker, service=service, team=found, **form.facts())
        return done(request, "The count is saved.", "team", found.pk)

    question = Question(f"Count the caseload of {found}", button="Save the count", back=to(request, "team", found.pk))
    return ask(request, form, question, do)


def of_teams(route: str, view, name: str, needs: Permission, **more) -> Page:
    return Page(f"s/<int:service>/teams/{route}", view, name, needs, **more)


PAGES = [
    of_teams("", teams, "teams", SEES, title="Clinical teams", text="Which teams, and who was asked about work"),
    of_teams("add/", add, "team_add", KEEPS),
    of_teams("<int:team>/", team, "team", SEES),
    of_teams("<int:team>/correct/", correct, "team_correct", KEEPS),
    of_teams("<int:team>/close/", close, "team_close", KEEPS),
    of_teams("<int:team>/count/", count, "team_count", SEES),
]

"""Clinical teams, in words."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse

from placewell.records.models import ClinicalTeam, ClinicalTeamCount, TeamAttachment
from placewell.web.presenters.sheet import Cell, Link, Part, Sheet, Table, row
from placewell.web.presenters.wording import counted, day

UNCOUNTED = "Not counted"


def teams_sheet(
    service, teams: Sequence[ClinicalTeam], counts: dict[int, ClinicalTeamCount], *, today: date, may_change: bool
) -> Sheet:
    """All clinical teams of a service, those that closed under the others."""
    closed = [team for team in teams if team.ended_on and team.ended_on <= today]
    there = [team for team in teams if team not in closed]
    parts = []
    if there:
        parts.append(Part(table=_table("Clinical teams of the service", there, counts)))
    if closed:
        parts.append(Part("Closed", table=_table("Clinical teams that closed", closed, counts)))
    if not teams:
        said = "No clinical team is recorded yet. Add the first one: people are referred from a team, and staff work in one."
        parts.append(Part(text=said if may_change else "No clinical team is recorded yet."))
    add = [Link("Add a clinical team", reverse("team_add", args=[service.pk]))] if may_change else []
    return Sheet(heading="Clinical teams", back=Link("Home", "/"), buttons=add, parts=parts)


def _table(caption: str, teams: Sequence[ClinicalTeam], counts: dict[int, ClinicalTeamCount]) -> Table:
    def cells(team):
        count = counts.get(team.pk)
        asked = UNCOUNTED if count is None else share(count.asked_about_work, count.caseload)
        return [
            Cell(team.name, reverse("team", args=[team.service_id, team.pk])),
            Cell(team.get_kind_display()),
            Cell(str(count.caseload) if count else UNCOUNTED),
            Cell(asked),
        ]

    return Table(caption, ["Team", "Kind", "Whole caseload", "Asked about work"], [cells(team) for team in teams])


def share(part: int | None, whole: int) -> str:
    """12 of 40; what nobody counted is not 0."""
    return UNCOUNTED if part is None else f"{part} of {whole}"


def team_sheet(
    team: ClinicalTeam,
    counts: Sequence[ClinicalTeamCount],
    attachments: Sequence[TeamAttachment],
    *,
    today: date,
    may_change: bool,
    may_see_staff: bool,
) -> Sheet:
    """One clinical team: what it is, how its caseload stands in work, and who works in it."""
    at = [team.service_id, team.pk]
    there = [one for one in attachments if one.ended_on is None or one.ended_on > today]
    people = [_member(one, may_see_staff) for one in there]
    buttons = [Link("Count the whole caseload", reverse("team_count", args=at))]
    if may_change:
        buttons.append(Link("Correct", reverse("team_correct", args=at)))
    if may_change and team.ended_on is None:
        buttons.append(Link("Close the team", reverse("team_close", args=at)))
    facts = [
        row("Kind", team.get_kind_display()),
        row("Where it sits", team.base),
        row("First day", day(team.started_on) if team.started_on else ""),
    ]
    if team.ended_on:
        facts.append(row("Closed from", day(team.ended_on)))
    members = Part("Staff who work in it", "" if people else "Nobody is attached to this team.")
    if people:
        table = Table("Staff who work in the team", ["Name", "Since"], people)
        members = Part("Staff who work in it", table=table)
    return Sheet(
        heading=team.name,
        back=Link("Clinical teams", reverse("teams", args=[team.service_id])),
        buttons=buttons,
        parts=[Part(rows=facts), _counted(counts), members],
    )


def _member(attachment: TeamAttachment, may_see_staff: bool) -> list[Cell]:
    staff = attachment.staff
    address = reverse("staff_member", args=[staff.service_id, staff.pk]) if may_see_staff else ""
    return [Cell(staff.full_name, address), Cell(day(attachment.started_on))]


def _counted(counts: Sequence[ClinicalTeamCount]) -> Part:
    heading = "The whole caseload and work"
    if not counts:
        return Part(heading, "Nobody has counted yet how many people of this team were asked about work.")
    rows = [
        [
            Cell(day(count.counted_on)),
            Cell(counted(count.caseload, "person", "people")),
            Cell(share(count.asked_about_work, count.caseload)),
            Cell(share(count.in_paid_work, count.caseload)),
            Cell(share(count.in_education, count.caseload)),
        ]
        for count in counts
    ]
    heads = ["Counted on", "Whole caseload", "Asked about work", "In paid work", "In education"]
    return Part(heading, table=Table("Counts of the whole caseload", heads, rows))

"""Staff, their terms and teams, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from placewell.actions.organisation import Leaving
from placewell.records.models import Staff, StaffTerm, TeamAttachment
from placewell.web.presenters.roles import in_country
from placewell.web.presenters.sheet import Cell, Link, Part, Sheet, Table, row
from placewell.web.presenters.wording import counted, day, listed, number

MENTORING = {True: "Monthly (new, or finding it hard)", False: "Every three months", None: "Not recorded"}


def staff_sheet(
    service, staff: Sequence[Staff], terms: Mapping[int, StaffTerm], teams: Mapping[int, list[str]], *, today: date
) -> Sheet:
    """Everybody in post, those who begin later, and those who left."""
    left = [one for one in staff if one.ended_on and one.ended_on <= today]
    to_come = [one for one in staff if one.started_on > today and one not in left]
    there = [one for one in staff if one not in left and one not in to_come]
    parts = []
    for heading, found in (("In post", there), ("Beginning later", to_come)):
        if found:
            cells = [_line(one, terms.get(one.pk), teams.get(one.pk, []), service.country) for one in found]
            heads = ["Name", "Role", "Whole-time equivalent", "Supervisor", "Clinical teams"]
            parts.append(Part(heading, table=Table(f"Staff: {heading.lower()}", heads, cells)))
    if left:
        cells = [[_name(one), Cell(day(one.started_on)), Cell(day(one.ended_on))] for one in left]
        parts.append(Part("Left", table=Table("Staff who left", ["Name", "Began", "Not in post from"], cells)))
    if not staff:
        parts.append(Part(text="Nobody is recorded yet. Add the first member of staff, then invite them to sign in."))
    add = Link("Add a member of staff", reverse("staff_add", args=[service.pk]))
    return Sheet(heading="Staff", back=Link("Home", "/"), buttons=[add], parts=parts)


def _name(one: Staff) -> Cell:
    return Cell(one.full_name, reverse("staff_member", args=[one.service_id, one.pk]))


def _line(one: Staff, term: StaffTerm | None, teams: list[str], country: str) -> list[Cell]:
    if term is None:
        return [_name(one), *[Cell("Not recorded")] * 3, Cell(listed(teams) or "None")]
    role = in_country(term.get_role_display(), country)
    supervisor = term.supervisor.full_name if term.supervisor else "None"
    return [_name(one), Cell(role), Cell(number(term.fte)), Cell(supervisor), Cell(listed(teams) or "None")]


def member_sheet(
    staff: Staff, terms: Sequence[StaffTerm], attachments: Sequence[TeamAttachment], *, invite: str, country: str
) -> Sheet:
    """One member of staff. `invite` is where they are invited to sign in, '' where that is not offered."""
    at = [staff.service_id, staff.pk]
    facts = [
        row("Email address", staff.email),
        row("First day in post", day(staff.started_on)),
    ]
    if staff.ended_on:
        facts.append(row("Not in post from", day(staff.ended_on)))
    buttons = [Link("Change the terms", reverse("staff_terms", args=at))]
    buttons.append(Link("Attach to a clinical team", reverse("staff_attach", args=at)))
    buttons.append(Link("Correct the details", reverse("staff_correct", args=at)))
    if staff.ended_on is None:
        buttons.append(Link("Record that they leave", reverse("staff_leave", args=at)))
    else:
        buttons = buttons[2:3]
    links = [Link("Invite them to sign in", invite)] if invite and staff.ended_on is None else []
    return Sheet(
        heading=staff.full_name,
        back=Link("Staff", reverse("staff", args=at[:1])),
        buttons=buttons,
        parts=[Part(rows=facts, links=links), _terms(terms, country), _teams(staff, attachments)],
    )


def _terms(terms: Sequence[StaffTerm], country: str) -> Part:
    rows = [
        [
            Cell(day(term.started_on)),
            Cell(day(term.ended_on) if term.ended_on else "–"),
            Cell(in_country(term.get_role_display(), country)),
            Cell(number(term.fte)),
            Cell(term.supervisor.full_name if term.supervisor else "None"),
            Cell(term.base or "Not recorded"),
            Cell(MENTORING[term.new_or_struggling]),
        ]
        for term in terms
    ]
    heads = ["From", "Until", "Role", "Whole-time equivalent", "Supervisor", "Usual desk", "Field mentoring"]
    return Part("Terms", table=Table("Terms, the latest first", heads, rows))


def _teams(staff: Staff, attachments: Sequence[TeamAttachment]) -> Part:
    if not attachments:
        return Part("Clinical teams", "Not attached to a clinical team.")
    rows = [
        [
            Cell(one.team.name),
            Cell(day(one.started_on)),
            Cell(day(one.ended_on))
            if one.ended_on
            else Cell("Detach", reverse("staff_detach", args=[staff.service_id, staff.pk, one.pk]), f"from {one.team}"),
        ]
        for one in attachments
    ]
    return Part("Clinical teams", table=Table("Clinical teams", ["Team", "From", "Until"], rows))


@dataclass(frozen=True)
class WhatHappens:
    """What a leaving does, one line each."""

    day: str
    lines: list[str]


def what_happens(staff: Staff, found: Leaving, ended_on: date, today: date) -> WhatHappens:
    """What ends and what moves when somebody leaves on a day."""
    lines = [f"{staff} is not in post any more, and their terms end."]
    if found.attachments:
        teams = listed([one.team.name for one in found.attachments])
        lines.append(f"They are detached from {teams}.")
    if found.held:
        people = counted(len(found.held), "person", "people")
        lines.append(f"Held as key worker: {people}. Each gets the key worker whom you choose.")
    else:
        lines.append("They hold nobody as key worker then, so nobody has to be handed over.")
    if found.covered:
        lines.append(f"Their cover of {counted(len(found.covered), 'person', 'people')} ends.")
    if found.supervised:
        names = listed([one.staff.full_name for one in found.supervised])
        lines.append(f"{names} will need another supervisor.")
    for account in found.accounts:
        closed = "is closed at once, and they are signed out" if ended_on <= today else "holds no role from that day"
        lines.append(f"Their account, {account.email}, {closed}.")
    return WhatHappens(day(ended_on), lines)

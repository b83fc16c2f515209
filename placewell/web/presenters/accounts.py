"""Accounts, the roles they hold and the invitations on their way, in words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.urls import reverse

from placewell.access.models import Invitation, RoleHeld
from placewell.access.roles import GRANTS, Role
from placewell.people.models import Account
from placewell.web.presenters.roles import in_country
from placewell.web.presenters.sheet import Cell, Link, Part, Row, Sheet, Table
from placewell.web.presenters.wording import day, listed, sentence

ALONE = (
    "Only one account is administrator. Invite a second administrator, so that the service is not locked out when "
    "that person is away."
)


def moment(when: datetime | None, zone) -> str:
    """30 June 2026, 14:05; “Never” for nothing."""
    if when is None:
        return "Never"
    local = when.astimezone(zone)
    return f"{day(local.date())}, {local:%H:%M}"


def stands(held: RoleHeld, today: date) -> bool:
    """Whether a role has not ended. One that begins later counts as well."""
    return held.ended_on is None or held.ended_on > today


def role_words(held: RoleHeld, country: str) -> str:
    """A role, its teams, since when, and until when if that is known."""
    teams = listed([team.name for team in held.teams.all()])
    until = f", until {day(held.ended_on)}" if held.ended_on else ""
    name = in_country(held.get_role_display(), country)
    return f"{name}{f' of {teams}' if teams else ''}, since {day(held.started_on)}{until}"


def accounts_sheet(
    service,
    accounts: Sequence[Account],
    roles: Iterable[RoleHeld],
    invitations: Sequence[Invitation],
    *,
    secured: set[int],
    today: date,
) -> Sheet:
    """Everybody who can sign in, who could, and who is invited."""
    of_account = defaultdict(list)
    for held in roles:
        if stands(held, today):
            of_account[held.account_id].append(held)
    inside = [one for one in accounts if one.is_active and of_account[one.pk]]
    outside = [one for one in accounts if one not in inside]
    administrators = [one for one in inside if any(held.role == Role.ADMINISTRATOR for held in of_account[one.pk])]
    parts = [_accounts("Accounts", inside, of_account, service, secured)] if inside else []
    parts.append(_invitations(service, invitations))
    if outside:
        parts.append(_accounts("Closed, or without a role", outside, of_account, service, secured))
    return Sheet(
        heading="Accounts and roles",
        back=Link("Home", "/"),
        lead=ALONE if len(administrators) == 1 else "",
        buttons=[Link("Invite somebody", reverse("role_choose", args=[service.pk]))],
        parts=parts,
    )


def _accounts(heading: str, accounts: Sequence[Account], roles, service, secured: set[int]) -> Part:
    zone = service.zone()
    rows = [
        [
            Cell(one.full_name, reverse("role_account", args=[service.pk, one.pk])),
            Cell("; ".join(role_words(held, service.country) for held in roles[one.pk]) or "None"),
            Cell(moment(one.last_login, zone)),
            Cell("Yes", tag="green") if one.pk in secured else Cell("No", tag="grey"),
        ]
        for one in accounts
    ]
    return Part(heading, table=Table(heading, ["Name", "Role", "Last signed in", "Second step"], rows))


def _invitations(service, invitations: Sequence[Invitation]) -> Part:
    heading = "Open invitations"
    if not invitations:
        return Part(heading, "No invitation is on its way.")
    rows = [
        [
            Cell(one.email),
            Cell(in_country(one.get_role_display(), service.country)),
            Cell(moment(one.ends_at, service.zone())),
            Cell("Withdraw", reverse("invitation_withdraw", args=[service.pk, one.pk]), f"invitation of {one.email}"),
        ]
        for one in invitations
    ]
    return Part(heading, table=Table(heading, ["Email address", "Role", "Link works until", "Take back"], rows))


def account_sheet(
    account: Account, service, roles: Sequence[RoleHeld], *, has_second: bool, today: date, own: bool
) -> Sheet:
    """One account: its roles now and before."""
    at = [service.pk, account.pk]
    now = [held for held in roles if stands(held, today)]
    gone = [held for held in roles if held not in now]
    facts = [
        Row("Email address", [account.email]),
        Row("State", ["Open" if account.is_active else "Closed: nobody can sign in with it"]),
        Row("Last signed in", [moment(account.last_login, service.zone())]),
        Row("Second step when signing in", ["Yes" if has_second else "No"]),
    ]
    buttons = []
    if account.is_active and not own:
        buttons = [
            Link("Give a role", reverse("role_give_choose", args=at)),
            Link("Make a link for a new password", reverse("password_link", args=at)),
        ]
    if account.is_active:
        buttons.append(Link("Close the account", reverse("role_close", args=at)))
    else:
        buttons.append(Link("Open it again", reverse("role_reopen", args=at)))
    parts = [Part(rows=facts), _roles_now(now, service)]
    if gone:
        before = [Row(in_country(held.get_role_display(), service.country), [_period(held)]) for held in gone]
        parts.append(Part("Roles before", rows=before))
    back = Link("Accounts and roles", reverse("roles", args=at[:1]))
    return Sheet(heading=account.full_name, back=back, buttons=buttons, parts=parts)


def _period(held: RoleHeld) -> str:
    return f"{day(held.started_on)} to {day(held.ended_on)}" if held.ended_on else f"since {day(held.started_on)}"


def _roles_now(roles: Sequence[RoleHeld], service) -> Part:
    if not roles:
        return Part("Roles", "This account holds no role, so it opens nothing.")
    rows = []
    for held in roles:
        link = Link(
            "End", reverse("role_end", args=[service.pk, held.account_id, held.pk]), f"{held.get_role_display()}"
        )
        teams = listed([team.name for team in held.teams.all()])
        lines = [in_country(GRANTS[held.role].in_words, service.country)]
        lines += [f"Clinical teams: {teams}."] if teams else []
        lines += [f"Is {held.staff} of the staff."] if held.staff else []
        rows.append(
            Row(
                in_country(held.get_role_display(), service.country), [*lines, sentence(_period(held)) + "."], [link]
            )
        )
    return Part("Roles", rows=rows)

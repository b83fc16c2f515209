"""How far roles reach among people, as conditions of the database.

What a role opens is said once, here; `access.scope` has the doors. A page that opens one record asks
in a wording that is kept for roles of the same shape (`records.worded`).
"""

from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import Exists, OuterRef, Q, QuerySet

from placewell.access.permissions import Permission
from placewell.access.roles import GRANTS, Reach
from placewell.access.worker import Worker
from placewell.records.models import Allocation, Client, Episode, Referral, TeamAttachment
from placewell.records.worded import Worded


@dataclass(frozen=True)
class Holding:
    """A role that stands today, as the doors read it: ids, the date at its service, and whose account it is."""

    role: str
    service: int
    staff: int | None
    client: int | None
    teams: tuple[int, ...]
    today: date
    account: int


def holdings_of(worker: Worker) -> list[Holding]:
    """The worker's roles as the doors read them."""
    return [
        Holding(
            role.role,
            role.service_id,
            role.staff_id,
            role.client_id,
            tuple(team.pk for team in role.teams.all()) if GRANTS[role.role].reach == Reach.TEAMS else (),
            worker.today(role.service),
            worker.account.pk,
        )
        for role in worker.roles
    ]


def reached_by(holdings: list[Holding], *, to: Permission) -> QuerySet[Client]:
    """People whom one of the roles both reaches and allows `to`."""
    reach = Q(pk__in=[])
    for held in holdings:
        granted = GRANTS[held.role]
        if granted.permissions >= {Permission.SEE_PEOPLE, to}:
            reach |= Q(service=held.service) & _people_of(held, granted.reach)
        elif granted.reach == Reach.SELF and to in (Permission.SEE_PEOPLE, Permission.SEE_OWN_RECORD):
            reach |= Q(service=held.service, pk=held.client)
    return Client.objects.standing().filter(reach)


def _people_of(held: Holding, reach: Reach) -> Q:
    if reach == Reach.SERVICE:
        return Q()
    if reach == Reach.TEAMS:
        return _people_of_teams(held.teams)
    if reach == Reach.CASELOAD:
        teams = TeamAttachment.objects.standing().filter(staff=held.staff).covering(held.today).values("team")
        allocated = Allocation.objects.standing().filter(staff=held.staff).covering(held.today)
        return Q(pk__in=allocated.values("episode__client")) | _people_of_teams(teams) | _referred_by(held.account)
    return Q(pk__in=[])


def _referred_by(account: int) -> Q:
    """People whose referral the worker wrote down, until somebody's support of them begins."""
    begun = Episode.objects.standing().filter(client=OuterRef("client"))
    own = Referral.objects.standing().filter(recorded_by=account).exclude(Exists(begun))
    return Q(pk__in=own.values("client"))


def _people_of_teams(teams) -> Q:
    episodes = Episode.objects.standing().filter(team__in=teams).values("client")
    referrals = Referral.objects.standing().filter(team__in=teams).values("client")
    return Q(pk__in=episodes) | Q(pk__in=referrals)


def is_reached(worker: Worker, client: int, *, to: Permission) -> bool:
    """Whether a role of the worker both reaches a person and allows `to`."""
    holdings = holdings_of(worker)
    values = {}
    for position, held in enumerate(holdings):
        for name in FACTS:
            if (value := getattr(held, name)) is not None:
                values[f"{name}_{position}"] = value
    shape = tuple((held.role, held.staff is None, held.client is None) for held in holdings)
    return bool(_reached_in(shape, to)(client=client, **values))


# What of a role is a value; its kind is the shape.
FACTS = ("service", "staff", "client", "teams", "today", "account")


@cache
def _reached_in(shape: tuple, to: Permission) -> Worded:
    """The question whether a person is reached, for roles of one shape."""

    def build(*, client, **values) -> QuerySet:
        holdings = [
            Holding(role, **{name: values.get(f"{name}_{position}") for name in FACTS})
            for position, (role, *_) in enumerate(shape)
        ]
        return reached_by(holdings, to=to).filter(pk=client).order_by().values_list("pk")

    return Worded(build)

"""How far roles reach among people, as conditions of the database.

What a role opens is said once, here; `access.scope` has the doors. A page that opens one record asks
in a wording that is kept for roles of the same shape (`records.worded`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.db.models import Exists, OuterRef, Q, QuerySet

from placewell.access.permissions import Permission
from placewell.access.roles import GRANTS, Reach
from placewell.access.worker import Worker
from placewell.records.models import Allocation, Client, Episode, Referral, TeamAttachment
from placewell.records.worded import Value, Worded


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
        episodes, referrals = _of_teams(held.teams)
        return Q(pk__in=episodes.union(referrals))
    if reach == Reach.CASELOAD:
        teams = TeamAttachment.objects.standing().filter(staff=held.staff).covering(held.today).values("team")
        allocated = Allocation.objects.standing().filter(staff=held.staff).covering(held.today)
        # One list of people, by which the database finds their rows; with several it tries each row of the service.
        own = allocated.values("episode__client")
        return Q(pk__in=own.union(*_of_teams(teams), _referred_by(held.account)))
    return Q(pk__in=[])


def _referred_by(account: int) -> QuerySet:
    """People whose referral the worker wrote down, until somebody's support of them begins."""
    begun = Episode.objects.standing().filter(client=OuterRef("client"))
    return Referral.objects.standing().filter(recorded_by=account).exclude(Exists(begun)).values("client")


def _of_teams(teams) -> tuple[QuerySet, QuerySet]:
    """People whose support is with one of the teams, and people whom one referred."""
    return (
        Episode.objects.standing().filter(team__in=teams).values("client"),
        Referral.objects.standing().filter(team__in=teams).values("client"),
    )


# What of a role is a value; its kind is the shape.
FACTS = ("service", "staff", "client", "teams", "today", "account")


class AmongReached:
    """A question about the people a worker reaches, in a wording kept for roles of the same shape.

    Made of a function from those people and values, given by keyword, to what is asked of them.
    """

    def __init__(self, build: Callable[..., QuerySet]):
        self.build = build
        self.worded: dict[tuple, Worded] = {}

    def __call__(self, worker: Worker, /, *, to: Permission = Permission.SEE_PEOPLE, **asked: Value) -> list:
        """What the database answers. For the system itself, which reaches everybody, as `build` words it."""
        if worker.is_system:
            return list(self.build(Client.objects.standing(), **asked))
        holdings, values = holdings_of(worker), dict(asked)
        for position, held in enumerate(holdings):
            for name in FACTS:
                if (value := getattr(held, name)) is not None:
                    values[f"role_{position}_{name}"] = value
        shape = (tuple((held.role, held.staff is None, held.client is None) for held in holdings), to)
        worded = self.worded.get(shape)
        if worded is None:
            worded = self.worded[shape] = Worded(partial(self._asked, shape))
        return worded(**values)

    def _asked(self, shape: tuple, **values: Value) -> QuerySet:
        (roles, to), asked = shape, {name: value for name, value in values.items() if not name.startswith("role_")}
        holdings = [
            Holding(role, **{name: values.get(f"role_{position}_{name}") for name in FACTS})
            for position, (role, *_) in enumerate(roles)
        ]
        return self.build(reached_by(holdings, to=to), **asked)


@AmongReached
def _one(people: QuerySet, *, client: int) -> QuerySet:
    return people.filter(pk=client).order_by().values_list("pk")


def is_reached(worker: Worker, client: int, *, to: Permission) -> bool:
    """Whether a role of the worker both reaches a person and allows `to`."""
    return bool(_one(worker, to=to, client=client))

"""A person who is signed in, at a moment: their roles and what these allow.

`Worker` is what pages and actions are given. Today is the service's, and comes from `now`.
"""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.db.models import prefetch_related_objects

from placewell.access.models import RoleHeld
from placewell.access.permissions import Permission
from placewell.access.roles import GRANTS, Reach
from placewell.people.models import SYSTEM_EMAIL, Account
from placewell.records.models import Service, Staff
from placewell.records.worded import Worded


@dataclass
class Worker:
    """An account at a moment (`now`, an aware datetime)."""

    account: Account
    now: datetime
    system_user: str = ""

    @property
    def pk(self) -> int:
        return self.account.pk

    @property
    def is_system(self) -> bool:
        """Whether this is the built-in account that commands act as."""
        return self.account.is_built_in

    @cached_property
    def roles(self) -> list[RoleHeld]:
        """Roles that stand today, each by its own service's date. A closed account has none."""
        if not self.account.is_active:
            return []
        held = [role for role in roles_held(account=self.account.pk) if self._stands(role)]
        prefetch_related_objects([role for role in held if GRANTS[role.role].reach == Reach.TEAMS], "teams")
        return held

    def _stands(self, role: RoleHeld) -> bool:
        """Whether a role covers today. One that points to a member of staff ends when they leave."""
        today = role.service.today(self.now)
        if role.staff is not None and not _in_post(role.staff, today):
            return False
        return role.started_on <= today and (role.ended_on is None or today < role.ended_on)

    def today(self, service: Service) -> date:
        """The date at a service."""
        return service.today(self.now)

    def within(self, service: Service) -> "Worker":
        """The same person, with their roles in one service only: what they do there touches no other."""
        narrowed = Worker(self.account, self.now, self.system_user)
        narrowed.roles = [role for role in self.roles if role.service_id == service.pk]
        return narrowed

    def may(self, permission: Permission, service: Service | None = None) -> bool:
        """Whether a role allows `permission`, in `service` or (None) anywhere."""
        if self.is_system:
            return True
        return any(
            permission in GRANTS[role.role].permissions
            for role in self.roles
            if service is None or role.service_id == service.pk
        )

    def reaches(self, service: Service) -> set[Reach]:
        """How far the worker's roles reach among the people of a service."""
        if self.is_system:
            return {Reach.SERVICE}
        return {
            GRANTS[role.role].reach
            for role in self.roles
            if role.service_id == service.pk and Permission.SEE_PEOPLE in GRANTS[role.role].permissions
        }


@Worded
def roles_held(account):
    """Roles of an account that stand, of services that stand, those that ended too."""
    held = RoleHeld.objects.standing().filter(account=account, service__withdrawn_at=None)
    return held.select_related("service", "staff")


def _in_post(staff: Staff, today: date) -> bool:
    return staff.withdrawn_at is None and (staff.ended_on is None or today < staff.ended_on)


def system_worker(now: datetime, system_user: str = "") -> Worker:
    """The built-in account `system`, as which commands act; `system_user` is the operating system's name."""
    return Worker(Account.objects.get(email=SYSTEM_EMAIL), now, system_user)

"""Dated roles of accounts, and the invitations that lead to them."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from placewell.access.roles import OF_STAFF, Role
from placewell.records.base import ACCOUNT, Record, day, ends_after_start, known, link, one_of, yes_no


def points_to(field: str, roles, message: str) -> models.CheckConstraint:
    """Database constraint: a role of `roles` names `field`."""
    return models.CheckConstraint(
        condition=~Q(role__in=sorted(roles)) | Q(**{f"{field}__isnull": False}),
        name=f"%(class)s_{field}_named",
        violation_error_message=message,
    )


class RoleHeld(Record):
    """A role that an account holds in a service, from a day until another (not included)."""

    account = models.ForeignKey(ACCOUNT, models.PROTECT, related_name="+")
    role = one_of(Role)
    staff = link("Staff", optional=True)
    client = link("Client", optional=True)
    review = link("FidelityReview", optional=True)
    teams = models.ManyToManyField("records.ClinicalTeam", related_name="+", blank=True)
    started_on = day()
    ended_on = day(optional=True)

    class Meta:
        verbose_name_plural = "roles held"
        constraints = [
            known("role", Role),
            ends_after_start(),
            points_to("staff", OF_STAFF, "Choose the member of staff whose account this is."),
            points_to("client", {Role.CLIENT}, "Choose the client whose account this is."),
            points_to("ended_on", {Role.REVIEWER}, "A reviewer's access ends with the review. Give the day."),
        ]


class Invitation(Record):
    """A one-use link with which a person makes an account and takes on a role.

    Only a digest of the link's token is kept: who reads the database cannot use the link.
    """

    email = models.EmailField()
    role = one_of(Role)
    staff = link("Staff", optional=True)
    client = link("Client", optional=True)
    review = link("FidelityReview", optional=True)
    teams = models.ManyToManyField("records.ClinicalTeam", related_name="+", blank=True)
    role_ends_on = day(optional=True)
    digest = models.TextField(unique=True)
    ends_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            known("role", Role),
            points_to("staff", OF_STAFF, "Choose the member of staff who is invited."),
            points_to("client", {Role.CLIENT}, "Choose the client who is invited."),
            points_to("role_ends_on", {Role.REVIEWER}, "A reviewer's access ends with the review. Give the day."),
        ]

    def is_open(self, now=None) -> bool:
        """Whether the link may still be used."""
        return self.used_at is None and self.withdrawn_at is None and (now or timezone.now()) < self.ends_at


class PasswordLink(Record):
    """A one-use link with which a person who lost their password chooses a new one.

    Only a digest of the link's token is kept, as of an invitation's.
    """

    account = models.ForeignKey(ACCOUNT, models.PROTECT, related_name="+")
    removes_second_factor = yes_no(default=False)
    digest = models.TextField(unique=True)
    ends_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def is_open(self, now=None) -> bool:
        """Whether the link may still be used."""
        return self.used_at is None and self.withdrawn_at is None and (now or timezone.now()) < self.ends_at

"""What every record has in common: who wrote it down, when, which version, and whether it stands.

A record is a fact. A correction keeps the old version (`records.versions.Version`) and raises
`version`; a mistake is withdrawn with a reason. Both are done by actions only.
"""

from collections.abc import Sequence

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.base import ModelState
from django.db.models.functions import Coalesce
from django.utils import timezone

ACCOUNT = settings.AUTH_USER_MODEL


class Standing(models.QuerySet):
    """Questions every kind of record answers."""

    def standing(self):
        """Records that have not been withdrawn."""
        return self.filter(withdrawn_at=None)

    def covering(self, day):
        """Periods that cover `day`: started on or before it, not ended on or before it."""
        return self.filter(started_on__lte=day).filter(Q(ended_on=None) | Q(ended_on__gt=day))


class Kept(models.Model):
    """A row that is written once, corrected by new versions and never deleted."""

    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(
        ACCOUNT, models.PROTECT, related_name="+", null=True, db_index=False, editable=False
    )
    event = models.ForeignKey(
        "records.Event", models.PROTECT, related_name="+", null=True, db_index=False, editable=False
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_by = models.ForeignKey(
        ACCOUNT, models.PROTECT, related_name="+", null=True, blank=True, db_index=False, editable=False
    )
    withdrawn_because = models.TextField(blank=True, default="", editable=False)

    objects = Standing.as_manager()

    # The field that says when it happened: it may not lie after today.
    happened = None
    # The field that names the record it belongs to: withdrawn with that one.
    goes_with = None

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, db: str, field_names: Sequence[str], values: Sequence):
        """A row as the database told it, its values put down as they came: a list reads hundreds of them.

        Django's own way asks each field to take its value and takes six times as long. No kind of
        record wants to know of a reading (`__init__`, signals), and a test keeps it so.
        """
        row = cls.__new__(cls)
        row._state = ModelState()
        row._state.adding, row._state.db = False, db
        row.__dict__.update(zip(field_names, values, strict=True))
        return row

    @classmethod
    def facts(cls) -> list[models.Field]:
        """The fields that say what happened (not who wrote it down)."""
        common = {"id", "service", *(field.name for field in Kept._meta.local_fields)}
        return [field for field in cls._meta.concrete_fields if field.name not in common]

    def clean(self):
        """Raise ValidationError when this row refers to another service's rows."""
        super().clean()
        own = self if self._meta.model_name == "service" else getattr(self, "service", None)
        for field in self.facts():
            if not field.is_relation or getattr(self, field.attname) is None:
                continue
            other = getattr(self, field.name)
            if getattr(other, "service_id", own.pk if own else None) != (own.pk if own else None):
                raise ValidationError({field.name: "This belongs to another service. Choose one of this service."})


class Record(Kept):
    """A kept row of one service."""

    service = models.ForeignKey("records.Service", models.PROTECT, related_name="+", db_index=False, editable=False)

    class Meta:
        abstract = True


class KeyedRecord(Record):
    """A record that the data package knows by a stable identifier of its own."""

    key = models.TextField("identifier", editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["service", "key"], name="%(class)s_key_once_a_service"),
        ]

    @classmethod
    def facts(cls):
        return [field for field in super().facts() if field.name != "key"]


def refuse_overlap(period: Record, others: models.QuerySet, message: str) -> None:
    """Raise ValidationError when a standing period among `others` covers a day of this one.

    A period that ends on the day it starts covers no day.
    """
    if period.ended_on is not None and period.ended_on <= period.started_on:
        return
    shared = others.standing().exclude(pk=period.pk).filter(Q(ended_on=None) | Q(ended_on__gt=period.started_on))
    shared = shared.filter(Q(ended_on=None) | Q(ended_on__gt=F("started_on")))
    if period.ended_on is not None:
        shared = shared.filter(started_on__lt=period.ended_on)
    if shared.exists():
        raise ValidationError({"started_on": message})


def link(to, *, optional=False, **more):
    """A reference to another record of the service."""
    if optional:
        more.update(null=True, blank=True)
    return models.ForeignKey(f"records.{to}", models.PROTECT, related_name="+", **more)


def text(name=None, *, optional=True, **more):
    """Words; none is the empty string."""
    if optional:
        more.update(blank=True, default="")
    return models.TextField(name, **more)


def one_of(choices, name=None, *, optional=False):
    """A word from a fixed list; pair it with `known(...)` in the constraints."""
    return text(name, optional=optional, choices=choices.choices)


def day(name=None, *, optional=False, **more):
    """A day of the service's calendar, without a time."""
    if optional:
        more.update(null=True, blank=True)
    return models.DateField(name, **more)


def yes_no(name=None, *, optional=False, **more):
    """Yes or no; with `optional`, not recorded is neither."""
    if optional:
        more.update(null=True, blank=True)
    return models.BooleanField(name, **more)


def whole(name=None, *, optional=False, **more):
    """A whole number from nought; with `optional`, not recorded is not nought."""
    if optional:
        more.update(null=True, blank=True)
    return models.PositiveIntegerField(name, **more)


def number(name=None, *, optional=False, **more):
    """A decimal with up to ten places, exact in Python."""
    if optional:
        more.update(null=True, blank=True)
    return models.DecimalField(name, max_digits=20, decimal_places=10, **more)


def known(field, choices, *, optional=False):
    """Database constraint: the word is one of the list (or empty, when optional)."""
    words = [*choices.values, ""] if optional else choices.values
    return models.CheckConstraint(
        condition=Q(**{f"{field}__in": words}),
        name=f"%(class)s_{field}_is_known",
        violation_error_message=f"“{field.replace('_', ' ')}” is one of: {', '.join(choices.values)}.",
    )


def ends_after_start(start="started_on", end="ended_on"):
    """Database constraint: a period may end on the day it starts (then it covers no day), not before."""
    return models.CheckConstraint(
        condition=Q(**{end: None}) | Q(**{f"{end}__gte": F(start)}),
        name=f"%(class)s_{end}_not_before",
        violation_error_message="The end is before the start. Correct one of the two dates.",
    )


def between(field, low, high=None, *, message):
    """Database constraint: a number within bounds, both included; nothing recorded is allowed."""
    bounds = Q(**{f"{field}__gte": low})
    if high is not None:
        bounds &= Q(**{f"{field}__lte": high})
    return models.CheckConstraint(
        condition=bounds | Q(**{field: None}),
        name=f"%(class)s_{field}_in_bounds",
        violation_error_message=message,
    )


def filled(*fields):
    """Database constraint: words that must be there are not empty."""
    condition = Q()
    for field in fields:
        condition &= ~Q(**{field: ""})
    return models.CheckConstraint(
        condition=condition,
        name="%(class)s_" + "_".join(fields)[:30] + "_filled",
        violation_error_message=f"Fill in {', '.join(field.replace('_', ' ') for field in fields)}.",
    )


def once(*fields, name, message, optional=()):
    """Database constraint: among records that stand, these fields together occur once.

    `optional` names references that may be empty; empty counts as a value of its own.
    """
    return models.UniqueConstraint(
        *(Coalesce(F(field), Value(0)) if field in optional else F(field) for field in (*fields, *optional)),
        condition=Q(withdrawn_at=None),
        name=f"%(class)s_{name}",
        violation_error_message=message,
    )

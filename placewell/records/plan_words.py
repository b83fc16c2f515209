"""The words of plans: each part as agreed, how the person agreed, and what a review changed.

The plan itself, with its days, is a record of the data package (`records.plans.Plan`).
"""

from django.db import models
from django.db.models import Q

from placewell.records.base import Record, day, filled, known, link, once, one_of, text
from placewell.rules.plan_parts import KEYS


class HowAgreed(models.TextChoices):
    ON_SCREEN = "on_screen", "On screen"
    ON_PAPER = "on_paper", "On paper, signed"
    BY_PHONE = "by_phone", "By phone"


class OfPlan(Record):
    """What belongs to a plan, and is withdrawn with it."""

    goes_with = "plan"

    plan = link("Plan")

    class Meta:
        abstract = True


class PlanPart(OfPlan):
    """The words of one part of a plan, the person's own where they can be. A review makes a new version."""

    part = text(optional=False)
    words = text(optional=False)

    class Meta:
        constraints = [
            once("plan", "part", name="once", message="This part of the plan has its words. Correct those."),
            filled("words"),
            models.CheckConstraint(
                condition=Q(part__in=KEYS),
                name="planpart_part_is_known",
                violation_error_message="No plan has such a part.",
            ),
        ]
        indexes = [models.Index(fields=["event"], name="planpart_by_event")]

    def __str__(self):
        return self.words[:60]


class PlanAgreement(OfPlan):
    """That the person has read the words of a plan and agrees to them: how, on which day, by which name."""

    happened = "confirmed_on"

    how = one_of(HowAgreed, "how they agreed")
    name = text("name, as the person gives it", optional=False)
    confirmed_on = day()
    comment = text("what the person says about it")

    class Meta:
        constraints = [
            once("plan", "confirmed_on", name="once", message="This is already recorded for that day. Correct that one."),
            filled("name"),
            known("how", HowAgreed),
        ]

    def __str__(self):
        return f"{self.name}, {self.confirmed_on:%-d %B %Y}"


class PlanReview(OfPlan):
    """What changed when a plan was looked at again; its day stands with the plan as well."""

    happened = "reviewed_on"

    reviewed_on = day()
    what_changed = text(optional=False)

    class Meta:
        constraints = [
            once("plan", "reviewed_on", name="once", message="A review on that day is already recorded. Correct that one."),
            filled("what_changed"),
        ]

    def __str__(self):
        return f"review on {self.reviewed_on:%-d %B %Y}"

"""Concerns about a person: what somebody noticed, whom they told, what was decided, and who has read it.

Source: Individual Placement and Support Employment Support Programme, Service Specifications (New
Zealand), "Safety, Risk and Absence": an absence that gives cause for concern is reported to the
supervisor and to the clinical co-ordinator.
"""

from django.db import models
from django.db.models import F, Q

from placewell.records.base import Record, Standing, day, filled, known, link, one_of, text


class ConcernKind(models.TextChoices):
    """What a concern is about."""

    ABSENCE = "absence", "Away without word"
    RISK_TO_PERSON = "risk_to_person", "Risk to the person"
    RISK_TO_OTHERS = "risk_to_others", "Risk to others"
    SAFEGUARDING = "safeguarding", "Safeguarding"
    OTHER = "other", "Something else"


class ToldHow(models.TextChoices):
    """How somebody was told of a concern."""

    IN_PERSON = "in_person", "In person"
    TELEPHONE = "telephone", "By telephone"
    EMAIL = "email", "By email"
    MESSAGE = "message", "By message"


class ReaderOf(models.TextChoices):
    """As what somebody read a concern."""

    SUPERVISOR = "supervisor", "Supervisor"
    CLINICAL_TEAM = "clinical_team", "Clinical team"


class ConcernQuerySet(Standing):
    """Concerns by how they stand."""

    def open(self):
        """Not closed."""
        return self.standing().filter(closed_on=None)


def told_with_its_day(whom: str):
    """Database constraint: how somebody was told goes with the day on which they were."""
    on, how = f"{whom}_told_on", f"{whom}_told_how"
    return models.CheckConstraint(
        condition=Q(**{on: None, how: ""}) | (Q(**{f"{on}__isnull": False}) & ~Q(**{how: ""})),
        name=f"concern_{whom}_told_day_and_way",
        violation_error_message="Give both the day on which they were told and how, or neither.",
    )


def not_before_noticed(field: str):
    """Database constraint: a day that follows from a concern is not before it was noticed."""
    return models.CheckConstraint(
        condition=Q(**{field: None}) | Q(**{f"{field}__gte": F("noticed_on")}),
        name=f"concern_{field}_not_before",
        violation_error_message="This day is before the concern was noticed. Correct one of the two.",
    )


class Concern(Record):
    """Something that was noticed about a person and must reach those who can act on it.

    `note` is what was noticed, in words. With `held_back_because` the person's own record does not
    show it, for the reason given there.
    """

    happened = "noticed_on"

    episode = link("Episode")
    staff = link("Staff", db_index=False)
    noticed_on = day()
    kind = one_of(ConcernKind, "what it is about")
    note = text("what was noticed", optional=False)
    done_at_once = text("what was done at once")
    before_visits = text("what to know before a visit")
    supervisor_told_on = day("supervisor told on", optional=True)
    supervisor_told_how = one_of(ToldHow, "how the supervisor was told", optional=True)
    team_told_on = day("clinical team told on", optional=True)
    team_told_how = one_of(ToldHow, "how the clinical team was told", optional=True)
    team_told_whom = text("who of the clinical team")
    decided = text("who decided what")
    held_back_because = text("why the person’s own record does not show it")
    closed_on = day("closed on", optional=True)
    outcome = text("how it ended")

    objects = ConcernQuerySet.as_manager()

    class Meta:
        constraints = [
            filled("note"),
            known("kind", ConcernKind),
            known("supervisor_told_how", ToldHow, optional=True),
            known("team_told_how", ToldHow, optional=True),
            told_with_its_day("supervisor"),
            told_with_its_day("team"),
            not_before_noticed("supervisor_told_on"),
            not_before_noticed("team_told_on"),
            not_before_noticed("closed_on"),
            models.CheckConstraint(
                condition=Q(closed_on=None, outcome="") | (Q(closed_on__isnull=False) & ~Q(outcome="")),
                name="concern_closed_with_its_outcome",
                violation_error_message="Give both the day on which it was closed and how it ended, or neither.",
            ),
        ]
        indexes = [models.Index(fields=["service", "closed_on"], name="concern_by_closing_day")]

    def __str__(self):
        return f"concern of {self.noticed_on:%-d %B %Y}"


class ConcernRead(Record):
    """That a supervisor or somebody of the clinical team has read a concern; who, is who recorded it."""

    happened = "read_on"

    concern = link("Concern")
    reader = one_of(ReaderOf, "read as")
    read_on = day("read on")

    class Meta:
        constraints = [known("reader", ReaderOf)]

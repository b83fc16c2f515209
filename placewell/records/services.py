"""The service and the clinical teams it works in."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from placewell.records.base import (
    Kept,
    KeyedRecord,
    Record,
    between,
    day,
    filled,
    known,
    link,
    once,
    one_of,
    text,
    whole,
)
from placewell.rules.public_holidays import NoSuchArea, public_holidays


class TeamKind(models.TextChoices):
    COMMUNITY_MENTAL_HEALTH = "community_mental_health", "Community mental health"
    EARLY_INTERVENTION = "early_intervention", "Early intervention"
    ASSERTIVE_OUTREACH = "assertive_outreach", "Assertive outreach"
    RECOVERY = "recovery", "Recovery"
    INPATIENT = "inpatient", "Inpatient"
    FORENSIC = "forensic", "Forensic"
    PRIMARY_CARE = "primary_care", "Primary care"
    ADDICTION = "addiction", "Drug and alcohol"
    YOUNG_PEOPLE = "young_people", "Young people"
    OTHER = "other", "Other"


class Service(Kept):
    """One IPS service."""

    key = text("identifier", optional=False, editable=False, unique=True)
    name = text(optional=False)
    country = text("country", optional=False, help_text="ISO 3166-1 alpha-2, for example GB")
    provider_name = text("employment provider")
    health_provider_name = text("mental health or addiction provider")
    started_on = day(optional=True)
    time_zone = text(help_text="Only for a country without a time zone of its own here")
    accent_colour = text(help_text="#rrggbb; empty for placewell's own", db_default="")

    class Meta:
        constraints = [filled("key", "name", "country")]

    def __str__(self):
        return self.name

    @classmethod
    def facts(cls):
        """Identifier, time zone and colour are not facts of the data package."""
        return [field for field in super().facts() if field.name not in {"key", "time_zone", "accent_colour"}]

    def zone(self) -> ZoneInfo:
        """The service's own time zone: by country, else as set."""
        by_country = settings.SERVICE_TIME_ZONES.get(self.country)
        return ZoneInfo(by_country or self.time_zone or settings.FALLBACK_TIME_ZONE)

    def public_holidays(self, around: date) -> frozenset[date]:
        """The public holidays of the service's country, in the part that the installation names, around a day.

        A part that is not there counts as none named: `placewell check` tells the administrator.
        """
        try:
            area = settings.HOLIDAY_AREAS.get(self.country, "")
            return public_holidays(country=self.country, area=area, year=around.year)
        except NoSuchArea:
            return public_holidays(country=self.country, area="", year=around.year)

    def today(self, now: datetime):
        """The date at this service at the moment `now` (an aware datetime)."""
        return now.astimezone(self.zone()).date()


class ClinicalTeam(KeyedRecord):
    """A clinical team that the service works in."""

    name = text(optional=False)
    kind = one_of(TeamKind)
    base = text("where the team sits")
    started_on = day(optional=True)
    ended_on = day(optional=True)

    class Meta(KeyedRecord.Meta):
        constraints = [
            *KeyedRecord.Meta.constraints,
            known("kind", TeamKind),
            filled("name"),
            models.CheckConstraint(
                condition=Q(started_on=None) | Q(ended_on=None) | Q(ended_on__gte=F("started_on")),
                name="clinicalteam_ended_on_not_before",
                violation_error_message="The end is before the start. Correct one of the two dates.",
            ),
        ]

    def __str__(self):
        return self.name


class ClinicalTeamCount(Record):
    """How a clinical team's whole caseload stands in work, at a date."""

    team = link("ClinicalTeam")
    counted_on = day()
    caseload = whole("people on the team's caseload")
    asked_about_work = whole(optional=True)
    in_paid_work = whole(optional=True)
    in_education = whole(optional=True)

    class Meta:
        constraints = [
            once(
                "team",
                "counted_on",
                name="once",
                message="This team already has a count on that day. Correct that one.",
            ),
            between("caseload", 0, message="A count is 0 or more."),
        ]

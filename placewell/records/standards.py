"""The local standards that a service has chosen, each with what asks for it.

Which standards there are, and what the documents say about each, is in `placewell.scales`. They are
settings of the service: no table of the data package holds them, and no figure counts by them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import models
from django.db.models import F, Q

from placewell.records.base import (
    Record,
    between,
    day,
    ends_after_start,
    filled,
    known,
    once,
    one_of,
    refuse_overlap,
    text,
    whole,
)
from placewell.records.worded import Worded
from placewell.rules.deadlines import Standard
from placewell.scales import local_standards

MOST = 1000


class Unit(models.TextChoices):
    """In what a standard is told."""

    DAYS = "days", "days"
    WORKING_DAYS = "working days", "working days"
    WEEKS = "weeks", "weeks"
    MONTHS = "months", "months"
    PEOPLE = "people", "people"
    CONTACTS = "contacts", "contacts"
    TEAMS = "teams", "teams"
    WAYS = "ways", "ways"


class ChosenStandard(Record):
    """A threshold of the service, in force for a period: at least so many, at most so many, or between."""

    standard = text(optional=False, help_text="Key of the standard, for example days_to_first_contact")
    at_least = whole(optional=True)
    at_most = whole(optional=True)
    unit = one_of(Unit)
    source = text(optional=False, help_text="What asks for it: a document, or the service's own words")
    started_on = day()
    ended_on = day(optional=True)

    class Meta:
        constraints = [
            once(
                "service", "standard", "started_on",
                name="once", message="This standard is already set from that day. Correct that one.",
            ),
            known("unit", Unit),
            filled("standard", "source"),
            between("at_least", 0, MOST, message=f"A standard is from 0 to {MOST}."),
            between("at_most", 0, MOST, message=f"A standard is from 0 to {MOST}."),
            ends_after_start(),
            models.CheckConstraint(
                condition=Q(at_least__isnull=False) | Q(at_most__isnull=False),
                name="chosenstandard_says_a_number",
                violation_error_message="Enter a number.",
            ),
            models.CheckConstraint(
                condition=Q(at_least=None) | Q(at_most=None) | Q(at_most__gte=F("at_least")),
                name="chosenstandard_at_most_not_below",
                violation_error_message="The most is below the least. Correct one of the two.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.standard

    def clean(self):
        """Raise ValidationError when the same standard is in force twice on one day."""
        super().clean()
        if self.started_on is not None and self.service_id is not None:
            others = ChosenStandard.objects.filter(service=self.service_id, standard=self.standard)
            refuse_overlap(self, others, "This standard is already set for some of these days. End that one first.")


def chosen_on(service, on: date) -> dict[str, ChosenStandard]:
    """What a service has chosen that is in force on a day, by the standard's key; one query."""
    return {one.standard: one for one in _chosen(service=service.pk, on=on)}


@Worded
def _chosen(*, service: int, on: date) -> models.QuerySet[ChosenStandard]:
    return ChosenStandard.objects.standing().filter(service=service).covering(on)


@dataclass(frozen=True)
class Standards:
    """What holds in a service of this country, that has chosen these standards (key → choice).

    The documents disagree, so no number is built in: what the service has chosen holds. Where it
    has chosen none and the documents of its own country agree on one, that holds, with its source.
    """

    country: str
    chosen: Mapping[str, ChosenStandard]
    # Asked for again and again, for each of a caseload.
    known: dict[str, Standard | None] = field(default_factory=dict, init=False, compare=False, repr=False)

    def of(self, key: str) -> Standard | None:
        """What the service has chosen, else what its country's documents agree on, else None."""
        if key not in self.known:
            self.known[key] = self._of(key)
        return self.known[key]

    def _of(self, key: str) -> Standard | None:
        own = self.chosen.get(key)
        if own is not None and own.at_most is not None:
            return Standard(own.at_most, own.unit, own.source)
        agreed = local_standards()[key].agreed_in(self.country)
        if agreed is None or agreed.at_most is None:
            return None
        return Standard(agreed.at_most, agreed.unit, agreed.source)

    def least_of(self, key: str) -> tuple[int, str] | None:
        """So many at least and the source that asks for it: chosen, else agreed on at home, else None."""
        own = self.chosen.get(key)
        if own is not None and own.at_least is not None:
            return own.at_least, own.source
        agreed = local_standards()[key].agreed_in(self.country)
        return None if agreed is None or agreed.at_least is None else (agreed.at_least, agreed.source)


def standards_of(service, on: date) -> Standards:
    """The standards that hold in a service on a day; one query."""
    return Standards(service.country, chosen_on(service, on))

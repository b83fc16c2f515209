"""The service's local standards: chosen with what asks for them, and dropped."""

from datetime import date

from django.core.exceptions import ValidationError

from placewell.access.permissions import Permission
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep
from placewell.actions.days import not_to_come
from placewell.records.models import ChosenStandard, Service
from placewell.scales import local_standards

ANOTHER = "another choice took its place"


@action("standards.choose", needs=Permission.SET_STANDARDS)
def choose(
    *, by: Worker, service: Service, standard: str, unit: str, source: str, started_on: date,
    at_least: int | None = None, at_most: int | None = None,
) -> ChosenStandard:  # fmt: skip
    """Set a local standard from a day on; what was in force until then ends on that day.

    Chosen again for the day on which it began, it becomes a new version. Raises ValidationError
    for a standard that is not listed, a unit that does not measure it, no number, no source, a day
    to come, and a day before the latest choice began or ended.
    """
    listed = local_standards().get(standard)
    if listed is None:
        raise ValidationError({"standard": "There is no such local standard. Choose one of the list."})
    if unit not in listed.units:
        raise ValidationError({"unit": f"It is told in {' or '.join(listed.units)}. Choose one of these."})
    if not source.strip():
        raise ValidationError({"source": "Say who or what asks for it."})
    not_to_come(by, service, started_on=started_on)
    facts = {"at_least": at_least, "at_most": at_most, "unit": unit, "source": source.strip()}
    before = _latest(service, standard)
    if before is None:
        return keep(ChosenStandard(service=service, standard=standard, started_on=started_on, **facts))
    if started_on == before.started_on:
        return correct(before, ended_on=None, **facts)
    _refuse_an_earlier_day(before, started_on=started_on)
    if before.ended_on is None:
        correct(before, because=ANOTHER, ended_on=started_on)
    return keep(ChosenStandard(service=service, standard=standard, started_on=started_on, **facts))


@action("standards.drop", needs=Permission.SET_STANDARDS)
def drop(*, by: Worker, service: Service, standard: str, ended_on: date, because: str) -> ChosenStandard:
    """Set a local standard no more from a day on.

    Raises ValidationError when it is not set, without a reason, for a day to come, and for a day
    before it began.
    """
    found = _latest(service, standard)
    if found is None or found.ended_on is not None:
        raise ValidationError("The service has not set this standard, so there is nothing to end.")
    if not because.strip():
        raise ValidationError({"because": "Say why it is not set any more."})
    not_to_come(by, service, ended_on=ended_on)
    _refuse_an_earlier_day(found, ended_on=ended_on)
    return correct(found, because=because.strip(), ended_on=ended_on)


def _latest(service: Service, standard: str) -> ChosenStandard | None:
    found = ChosenStandard.objects.standing().filter(service=service, standard=standard)
    return found.order_by("-started_on").first()


def _refuse_an_earlier_day(before: ChosenStandard, **days: date) -> None:
    """The periods of one standard follow one another; what was in force then is not rewritten."""
    first = before.ended_on or before.started_on
    for name, when in days.items():
        if when < first:
            said = "ended" if before.ended_on else "began"
            raise ValidationError(
                {name: f"The latest choice {said} on {first:%-d %B %Y}. Choose that day or a later one."}
            )


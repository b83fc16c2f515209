"""Days that a fact may have: not to come, and not before what they rest on."""

from datetime import date

from django.core.exceptions import ValidationError

from placewell.access.worker import Worker
from placewell.records.models import Episode, Service


def not_to_come(by: Worker, service: Service, **days: date | None) -> None:
    """Raise ValidationError, naming the field, for a day after today: facts have happened."""
    today = service.today(by.now)
    late = {name: when for name, when in days.items() if when is not None and when > today}
    if late:
        raise ValidationError(
            {name: f"This lies after today, {today:%-d %B %Y}. Enter when it happened." for name in late}
        )


def not_before(first: date, what: str, **days: date | None) -> None:
    """Raise ValidationError, naming the field, for a day before `first`, which is the day of `what`."""
    early = {name: when for name, when in days.items() if when is not None and when < first}
    if early:
        raise ValidationError({name: f"This lies before {what}, {first:%-d %B %Y}. Check the day." for name in early})


def within(episode: Episode, **days: date | None) -> None:
    """Raise ValidationError, naming the field, for a day on which there was no support."""
    outside = [name for name, when in days.items() if when is not None and not episode.lives_on(when)]
    if outside:
        end = f" until the day before {episode.ended_on:%-d %B %Y}" if episode.ended_on else ""
        raise ValidationError(
            {name: f"Support ran from {episode.entered_on:%-d %B %Y}{end}. Choose a day of it." for name in outside}
        )

"""The profile of a service: its names, its country and what follows from it, its colour."""

from zoneinfo import available_timezones

from django.conf import settings
from django.core.exceptions import ValidationError

from placewell.access.permissions import Permission
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, current_event
from placewell.records.models import Service
from placewell.rules import contrast


@action("service.profile_changed", needs=Permission.MANAGE_SERVICE)
def change_profile(*, by: Worker, service: Service, read_version: int, because: str = "", **facts) -> Service:
    """Change a service's names, country or beginning; the old version is kept.

    Raises ChangedMeanwhile, and ValidationError for a country that is not two capital letters.
    """
    country = facts.get("country", service.country)
    if len(country) != 2 or not (country.isascii() and country.isalpha() and country.isupper()):
        raise ValidationError({"country": "A country is two capital letters, for example GB or NZ."})
    return correct(service, read_version=read_version, because=because, **facts)


@action("service.time_zone_set", needs=Permission.MANAGE_SERVICE)
def set_time_zone(*, by: Worker, service: Service, time_zone: str) -> Service:
    """Say by which clock a service lives, where its country does not say it.

    Raises ValidationError for a country with a clock of its own here, and for no such zone.
    """
    if service.country in settings.SERVICE_TIME_ZONES:
        raise ValidationError({"time_zone": "The time zone of this country is known. It need not be set."})
    if time_zone not in available_timezones():
        raise ValidationError({"time_zone": f"There is no time zone “{time_zone}”. Choose one of the list."})
    return _set(service, "time_zone", time_zone)


@action("service.colour_chosen", needs=Permission.MANAGE_SERVICE)
def choose_colour(*, by: Worker, service: Service, accent_colour: str) -> Service:
    """Choose the colour of the header, as #rrggbb; '' for placewell's own.

    Raises ValidationError when it is no colour, or white words cannot be read on it.
    """
    colour = accent_colour.strip().lower()
    if colour and not contrast.is_colour(colour):
        raise ValidationError(
            {"accent_colour": "Write the colour as # and six digits or letters a to f, like #17495c."}
        )
    if colour and not contrast.bears_white_words(colour):
        ratio = contrast.contrast(colour, contrast.WHITE)
        raise ValidationError(
            {
                "accent_colour": f"White words are hard to read on this colour: the contrast is {ratio:.1f} to 1, "
                f"and must be at least {contrast.LEAST} to 1. Choose a darker one."
            }
        )
    return _set(service, "accent_colour", colour)


def _set(service: Service, name: str, words: str) -> Service:
    """A setting is no fact of the record: it has no versions, and the event keeps what it was."""
    stored = Service.objects.select_for_update().get(pk=service.pk)
    current_event().about = f"{name}: “{getattr(stored, name)}” → “{words}”"
    setattr(stored, name, words)
    stored.save(update_fields=[name])
    return stored

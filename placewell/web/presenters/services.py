"""The service's profile, in words."""

from django.urls import reverse

from placewell.records.models import Service
from placewell.rules import contrast
from placewell.web.presenters import country
from placewell.web.presenters.country_list import KNOWN, countries
from placewell.web.presenters.roles import specialist
from placewell.web.presenters.sheet import Link, Part, Row, Sheet, row
from placewell.web.presenters.wording import day, sentence


def profile_sheet(service: Service) -> Sheet:
    """What is known of the service, and the way to change it."""
    change = Link("Change", reverse("service_change", args=[service.pk]))
    zone = service.zone().key.replace("_", " ")
    zone_links = [] if service.country in KNOWN else [
        Link("Change", reverse("service_time_zone", args=[service.pk]), "time zone")
    ]  # fmt: skip
    needs_zone = not zone_links or service.time_zone
    rows = [
        row("Name", service.name),
        row("Country", countries().get(service.country, service.country)),
        row("Employment provider", service.provider_name),
        row("Mental health or addiction provider", service.health_provider_name),
        row("First day", day(service.started_on) if service.started_on else ""),
    ]
    look = [
        Row(
            "Time zone",
            [zone if needs_zone else f"Not set, so {zone} is used"],
            zone_links,
        ),
        row("Colour of the header", service.accent_colour or "placewell’s own", links=[
            Link("Change", reverse("service_colour", args=[service.pk]), "colour of the header")
        ]),
    ]  # fmt: skip
    words = [
        row("Public employment service", sentence(country.partner(service.country))),
        row("Who supports people", sentence(specialist(service.country))),
    ]
    return Sheet(
        heading="Service profile",
        back=Link("Home", "/"),
        buttons=[Link("Change the profile", change.address)],
        parts=[
            Part(rows=rows),
            Part("Settings", rows=look),
            Part("Words used on the pages", "They follow the country.", rows=words),
        ],
    )


def style(colour: str) -> str:
    """The style sheet with a service's colour; '' for placewell's own."""
    if not contrast.is_colour(colour):
        return ""
    dark = contrast.darkened(colour)
    return f":root {{ --placewell-accent: {colour}; --placewell-accent-dark: {dark}; }}\n"

"""The service's profile: what it is called, where it is, what it looks like."""

from django.http import HttpRequest, HttpResponse

from placewell.access.permissions import Permission
from placewell.actions import organisation
from placewell.records.models import Service
from placewell.web.doors import Opens, Page
from placewell.web.forms.services import (
    ColourForm,
    CorrectProfileForm,
    TimeZoneForm,
    initial_colour,
    initial_profile,
)
from placewell.web.pages.records.asking import Question, sent
from placewell.web.pages.unit import ask, done, show, to
from placewell.web.presenters.country_list import KNOWN
from placewell.web.presenters.services import profile_sheet, style


def profile(request: HttpRequest, service: Service) -> HttpResponse:
    """What is known of the service."""
    return show(request, profile_sheet(service))


def change(request: HttpRequest, service: Service) -> HttpResponse:
    """Change names, country and beginning."""
    form = CorrectProfileForm(**sent(request, initial=initial_profile(service)))

    def do() -> str:
        told = form.cleaned_data
        changed = organisation.change_profile(
            by=request.worker, service=service, read_version=told["read_version"], because=told["because"],
            **form.facts(),
        )  # fmt: skip
        if changed.country not in KNOWN and not changed.time_zone:
            return done(request, "The profile is saved. Now choose the time zone.", "service_time_zone")
        return done(request, "The profile is saved.", "service_profile")

    return ask(request, form, Question("Change the service profile", back=to(request, "service_profile")), do)


def time_zone(request: HttpRequest, service: Service) -> HttpResponse:
    """Choose the time zone of a service whose country has none here."""
    form = TimeZoneForm(**sent(request, initial={"time_zone": service.time_zone}, country=service.country))

    def do() -> str:
        organisation.set_time_zone(by=request.worker, service=service, **form.facts())
        return done(request, "The time zone is set.", "service_profile")

    return ask(
        request,
        form,
        Question("Time zone", back=to(request, "service_profile"), intro="It decides what day it is at the service."),
        do,
    )


def colour(request: HttpRequest, service: Service) -> HttpResponse:
    """Choose the colour of the header."""
    form = ColourForm(**sent(request, initial=initial_colour(service.accent_colour)))

    def do() -> str:
        organisation.choose_colour(by=request.worker, service=service, **form.facts())
        return done(request, "The colour is saved.", "service_profile")

    return ask(request, form, Question("Colour of the header", back=to(request, "service_profile")), do)


def colours(request: HttpRequest, service: Service, code: str) -> HttpResponse:
    """A style sheet with the service's colour. Its address changes with it, so it may be kept."""
    answer = HttpResponse(style(service.accent_colour), content_type="text/css; charset=utf-8")
    answer.headers["Cache-Control"] = "private, max-age=86400" if f"#{code}" == service.accent_colour else "no-store"
    return answer


def of_service(route: str, view, name: str, **more) -> Page:
    return Page(f"s/<int:service>/profile/{route}", view, name, Permission.MANAGE_SERVICE, **more)


PAGES = [
    of_service("", profile, "service_profile", title="Service profile", text="Name, country, colour"),
    of_service("change/", change, "service_change"),
    of_service("time-zone/", time_zone, "service_time_zone"),
    of_service("colour/", colour, "service_colour"),
    Page("s/<int:service>/colours-<str:code>.css", colours, "service_colours", Opens.SIGNED_IN),
]

"""What a page of figures was asked for, read from its address.

A day stands as `as_at=2026-06-30`, a period as `from=…&to=…`. The boxes of the date form arrive
as `as_at[day]` and so on, and are sent on to the plain address.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect

from placewell.rules.windows import Window
from placewell.web.forms.figures import AsAtForm, PeriodForm
from placewell.web.nhs.widgets import PARTS
from placewell.web.presenters import periods

LONGEST = 20  # characters of a typed date that are shown again


@dataclass(frozen=True)
class AsAt:
    """The day to speak of, today at the service, and the form that was filled in (with what is wrong)."""

    day: date
    today: date
    form: forms.Form

    @property
    def is_understood(self) -> bool:
        """Whether the address was free of faults."""
        return not self.form.is_bound or self.form.is_valid()


@dataclass(frozen=True)
class Period:
    """The period to speak of, both ends included, and the form that was filled in."""

    window: Window
    today: date
    form: forms.Form

    @property
    def is_understood(self) -> bool:
        """Whether the address was free of faults."""
        return not self.form.is_bound or self.form.is_valid()


def as_at(request: HttpRequest) -> AsAt:
    """The day asked for; today at the service when none was, or when what was typed is no day."""
    today = request.worker.today(request.service)
    typed = boxes(request.GET, "as_at")
    form = AsAtForm(typed or None, today=today, initial={"as_at": today}, auto_id="id_%s")
    given = form.cleaned_data["as_at"] if typed and form.is_valid() else today
    if not typed:
        form = AsAtForm(today=today, initial={"as_at": given})
    return AsAt(given, today, form)


def period(request: HttpRequest) -> Period:
    """The period asked for; the last 12 full months when none was, or when it is no period."""
    today = request.worker.today(request.service)
    typed = boxes(request.GET, "from") | boxes(request.GET, "to")
    usual = periods.last_full_year(today)
    if not typed:
        return Period(usual, today, PeriodForm(today=today, initial={"from": usual.first, "to": usual.last}))
    form = PeriodForm(typed, today=today)
    if not form.is_valid():
        return Period(usual, today, form)
    return Period(Window(form.cleaned_data["from"], form.cleaned_data["to"]), today, form)


def published_period(request: HttpRequest) -> Period:
    """One of the fixed periods of published figures; the latest when another was asked for."""
    today = request.worker.today(request.service)
    fixed = [window for _, window in periods.published(today)]
    asked_for = period(request)
    shown = asked_for.window if asked_for.window in fixed else fixed[0]
    return Period(shown, today, PeriodForm(today=today, initial={"from": shown.first, "to": shown.last}))


def boxes(asked: QueryDict, name: str) -> dict[str, str]:
    """What was typed, as the three boxes of a date: from the boxes themselves or from 2026-06-30."""
    typed = {f"{name}[{part}]": asked.get(f"{name}[{part}]", "")[:LONGEST] for part in PARTS}
    if any(f"{name}[{part}]" in asked for part in PARTS):
        return typed
    plain = asked.get(name, "").strip()
    if not plain:
        return {}
    year, month, day = (plain.split("-") + ["", ""])[:3] if plain.count("-") == 2 else ("", "", plain)
    return {
        key: words[:LONGEST] for key, words in zip(typed, (without_zero(day), without_zero(month), year), strict=True)
    }


def without_zero(digits: str) -> str:
    """06 as 6, the way people type it."""
    return digits.removeprefix("0")


def plain_address(request: HttpRequest, days: Mapping[str, date]) -> HttpResponseRedirect | None:
    """To the address that says the days plainly, when they came from boxes; None when they did not."""
    if not any(f"{name}[{part}]" in request.GET for name in days for part in PARTS):
        return None
    kept = {
        name: value
        for name, value in request.GET.items()
        if value and name.partition("[")[0] not in days and name != "page"
    }
    said = {name: day.isoformat() for name, day in days.items()}
    return redirect(f"{request.path}?{urlencode(said | kept)}")

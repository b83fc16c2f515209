"""Local standards, in words."""

from collections.abc import Mapping

from django.urls import reverse

from placewell.records.models import ChosenStandard, Service
from placewell.scales import Choice, LocalStandard
from placewell.web.presenters.marks import in_short
from placewell.web.presenters.sheet import Link, Part, Row, Sheet
from placewell.web.presenters.wording import day, listed, sentence

ONE = {
    "days": "day", "working days": "working day", "weeks": "week", "months": "month", "people": "person",
    "contacts": "contact", "teams": "team",
}  # fmt: skip
LEAD = (
    "How soon, how often and how many is for each service to choose, because the documents do not agree. What you "
    "choose keeps the name of what asks for it. Where you have set none and the documents of your country agree, "
    "what is due for a person follows them."
)


def value(kind: str, told: Choice | ChosenStandard) -> str:
    """What a standard asks for: “Within 5 working days”, “Every 2 weeks”, “20 to 25 people”."""
    least, most = told.at_least, told.at_most
    if kind != "amount":
        if kind == "every" and most == 1:
            return f"Every {ONE[told.unit]}"
        return f"{'Every' if kind == 'every' else 'Within'} {_so_many(most, told.unit)}"
    if least is not None and most is not None:
        return f"{least} to {_so_many(most, told.unit)}"
    return f"At least {_so_many(least, told.unit)}" if most is None else f"At most {_so_many(most, told.unit)}"


def _so_many(number: int, unit: str) -> str:
    return f"{number:,} {ONE[unit] if number == 1 else unit}"


def asked_by(kind: str, one: Choice) -> list[str]:
    """What a document says, unless that is just the value, and which document it is, with how sure that is."""
    said = [one.says] if one.says != value(kind, one) else []
    return [*said, f"{one.source} ({in_short(one.mark)})"]


def standards_sheet(
    service: Service, standards: Mapping[str, LocalStandard], chosen: Mapping[str, ChosenStandard]
) -> Sheet:
    """Every local standard: what the service chose and since when, and what each document asks for."""
    return Sheet(
        heading="Local standards",
        back=Link("Home", "/"),
        lead=LEAD,
        parts=[_part(service, one, chosen.get(key)) for key, one in standards.items()],
    )


def _part(service: Service, standard: LocalStandard, chosen: ChosenStandard | None) -> Part:
    at, about = [service.pk, standard.key], standard.title
    links = [Link("Change" if chosen else "Choose", reverse("standard", args=at), about)]
    if chosen:
        links.append(Link("End", reverse("standard_drop", args=at), about))
    lines = ["Not set"]
    if chosen:
        lines = [value(standard.kind, chosen), chosen.source, f"Since {day(chosen.started_on)}"]
    rows = [
        Row("This service", lines, links),
        *(Row(value(standard.kind, one), asked_by(standard.kind, one)) for one in standard.choices),
    ]
    if standard.left_blank_by:
        rows.append(Row("Left to the service by", [listed(standard.left_blank_by)]))
    counted = f"Counted from {standard.counted_from}." if standard.counted_from else ""
    return Part(sentence(standard.title), counted, rows=rows)

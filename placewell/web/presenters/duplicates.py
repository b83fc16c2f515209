"""People who may be the same as somebody about to be recorded."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.urls import reverse

from placewell.web.presenters.clients.listing import listed_name
from placewell.web.presenters.wording import day, listed

MOST = 5


@dataclass(frozen=True)
class Same:
    """Somebody in the record who may be the same person, and because."""

    name: str
    because: str
    refer: str
    is_same_number: bool


def possibly_the_same(clients: QuerySet, facts: dict) -> list[Same]:
    """Those of the people (from a door) with the same number, the same birth and part of the name, or the name."""
    given, family = facts["given_name"], facts["family_name"]
    alike = Q(given_name__iexact=given, family_name__iexact=family)
    alike |= Q(preferred_name__iexact=given, family_name__iexact=family)
    if facts.get("nhs_number"):
        alike |= Q(nhs_number=facts["nhs_number"])
    if facts.get("date_of_birth"):
        part = Q(given_name__iexact=given) | Q(family_name__iexact=family)
        alike |= Q(date_of_birth=facts["date_of_birth"]) & part
    return [same(person, facts) for person in clients.filter(alike).order_by("pk")[:MOST]]


def same(person, facts: dict) -> Same:
    """Why somebody may be the same."""
    is_same_number = bool(facts.get("nhs_number")) and person.nhs_number == facts["nhs_number"]
    is_same_birth = person.date_of_birth is not None and person.date_of_birth == facts.get("date_of_birth")
    born = f"born on {day(person.date_of_birth)}" if person.date_of_birth else "date of birth not recorded"
    because = [
        words for words, holds in (("same NHS number", is_same_number), ("same date of birth", is_same_birth)) if holds
    ]
    return Same(
        name=f"{listed_name(person)}, {born}",
        because=listed(because) or "same name",
        refer=reverse("referral_known", args=[person.service_id, person.pk]),
        is_same_number=is_same_number,
    )

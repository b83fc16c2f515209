"""Addresses with their questions; '' for a page that is not there."""

from datetime import date
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse


def address(name: str, *parts, **asked) -> str:
    """The address of a page, asked these questions; those that are empty are left out."""
    said = {key.rstrip("_"): written(value) for key, value in asked.items() if value not in (None, "")}
    return reverse(name, args=parts) + (f"?{urlencode(said)}" if said else "")


def written(value) -> str:
    """A day as 2026-06-30, anything else as its words."""
    return value.isoformat() if isinstance(value, date) else str(value)


def of_client(service: int, client: int) -> str:
    """The page of a person, '' as long as there is none."""
    try:
        return reverse("client", args=[service, client])
    except NoReverseMatch:
        return ""

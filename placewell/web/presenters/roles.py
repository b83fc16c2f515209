"""Roles in the words of the service's country."""

SPECIALISTS = {"NZ": "employment consultant"}
BRITISH = "mployment specialist"


def specialist(country: str) -> str:
    """What somebody who supports people into work is called."""
    return SPECIALISTS.get(country, "employment specialist")


def in_country(words: str, country: str) -> str:
    """Words about specialists in a country's words."""
    return words.replace(BRITISH, specialist(country)[1:])

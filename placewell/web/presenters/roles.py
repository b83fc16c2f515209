"""Roles in the words of the service's country."""

SPECIALISTS = {"NZ": "employment consultant"}
BRITISH = "mployment specialist"


def specialist(country: str) -> str:
    """What somebody who supports people into work is called."""
    return SPECIALISTS.get(country, "employment specialist")


def role_name(role, country: str) -> str:
    """The label of a role (an enumeration's member) in a country's words."""
    return in_country(str(role.label), country)


def in_country(words: str, country: str) -> str:
    """Words about specialists in a country's words."""
    return words.replace(BRITISH, specialist(country)[1:])

"""Words that differ by country; the service's country decides."""

PARTNERS = {"GB": "Jobcentre Plus", "NZ": "Work and Income"}
HEALTH_NUMBERS = {"GB": "NHS number"}
CURRENCIES = {"GB": "GBP", "NZ": "NZD"}
SIGNS = {"GBP": "£", "NZD": "$", "AUD": "$", "USD": "$", "EUR": "€"}


def partner(country: str) -> str:
    """What the public employment service is called."""
    return PARTNERS.get(country, "the public employment service")


def currency(country: str) -> str:
    """The currency in which pay is given, ISO 4217; '' where it has to be asked."""
    return CURRENCIES.get(country, "")


def sign(code: str) -> str:
    """The sign of a currency, or its code with a space."""
    return SIGNS.get(code, f"{code} " if code else "")


def choices(offered, country: str) -> list[tuple[str, str]]:
    """Choices with the country's words for the public employment service."""
    name = partner(country)
    ours = {"Public employment service": name[:1].upper() + name[1:]}
    return [(value, ours.get(str(label), str(label))) for value, label in offered.choices]

"""The public holidays of a country or of a part of it, so that working days can be counted.

Source: the library `holidays`, which follows the law of each country: for Great Britain and Northern
Ireland the bank holidays of each nation (Banking and Financial Dealings Act 1971 and proclamations), for
New Zealand the Holidays Act 2003 with the anniversary day of a region.
"""

from functools import cache

import holidays

# The part of a country that is taken where none is named: the four nations differ. ISO 3166-2.
BY_DEFAULT = {"GB": "ENG", "NZ": ""}
AROUND = 1


class NoSuchArea(ValueError):
    """A part of a country that the library does not know."""


@cache
def public_holidays(*, country: str, area: str, year: int) -> frozenset:
    """The public holidays from a year before to a year after ``year``, of a country and a part of it.

    ``country`` is ISO 3166-1 alpha-2, ``area`` the second half of ISO 3166-2 ('' takes England for GB
    and the whole country elsewhere). A country that is not known has none. Raises ``NoSuchArea``.
    """
    part = area or BY_DEFAULT.get(country, "")
    known = holidays.list_supported_countries()
    if country not in known:
        return frozenset()
    if part and part not in known[country]:
        raise NoSuchArea(f"{part!r} is no part of {country}; use one of {', '.join(known[country])}")
    years = range(year - AROUND, year + AROUND + 1)
    return frozenset(holidays.country_holidays(country, subdiv=part or None, years=years))

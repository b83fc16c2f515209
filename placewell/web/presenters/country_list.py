"""Countries and their time zones, as the time zone database lists them (public domain)."""

from functools import cache
from importlib.resources import files

KNOWN = ("GB", "NZ")


@cache
def countries() -> dict[str, str]:
    """ISO 3166-1 alpha-2 → name, in the order of the names."""
    found = dict(line.split("\t")[:2] for line in _lines("iso3166.tab"))
    found["GB"] = "United Kingdom"
    return dict(sorted(found.items(), key=lambda one: one[1]))


@cache
def time_zones(country: str) -> list[str]:
    """The time zones in use in a country; all there are for one without any."""
    every = [line.split("\t") for line in _lines("zone1970.tab")]
    of_country = [zone for codes, _, zone, *_ in every if country in codes.split(",")]
    return sorted(of_country or (zone for _, _, zone, *_ in every))


def _lines(name: str) -> list[str]:
    text = files("tzdata.zoneinfo").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]

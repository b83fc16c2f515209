"""Indicators: what the record can say beside an item that people rate."""

from placewell.measures.finish.sums import Counted, Sums


def indicators(counted: Counted) -> Sums:
    """Each part as its numerator and denominator, or (`count`) how many, or (`kinds`) how many sorts.

    Parts are listed in the measure's options, so that one of which nothing is recorded is shown too.
    """
    return Sums(extra={name: _told(counted, name, how) for name, how in counted.option["parts"].items()})


def _told(counted: Counted, part: str, how: str):
    units = [unit for unit in counted.units if unit.part == part and unit.counted]
    if how == "count":
        return sum(unit.numerator for unit in units)
    if how == "kinds":
        return len({unit.more["sort"] for unit in units})
    return {
        "numerator": sum(unit.numerator for unit in units),
        "denominator": sum(unit.denominator for unit in units),
    }

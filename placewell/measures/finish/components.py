"""Items made of components: which of them the record says are met."""

from fractions import Fraction

from placewell.measures.figure import Unit
from placewell.measures.finish.sums import Counted, Sums


def components(counted: Counted) -> Sums:
    """Each component by its own condition: a share of its units (per cent), or some of them (a number)."""
    asked = {name: rule for name, rule in counted.option.items() if isinstance(rule, dict)}
    return Sums(components={name: is_met(units_of(counted, name), rule) for name, rule in asked.items()})


def supervisor_role(counted: Counted) -> Sums:
    """As ``components``; (a) weighs the specialists' whole-time equivalents against the supervisors'."""
    staff = units_of(counted, "a")
    led = sum(unit.more["fte"] for unit in staff if unit.numerator)
    leading = sum(unit.more["fte"] for unit in staff if unit.denominator)
    enough = led <= counted.item.numbers["specialists_a_supervisor"] * leading
    return Sums(components={"a": enough, **components(counted).components})


def units_of(counted: Counted, part: str) -> list[Unit]:
    """The units that a component or indicator speaks of."""
    return [unit for unit in counted.units if unit.part == part and unit.counted]


def is_met(units: list[Unit], rule: dict[str, int]) -> bool:
    """Whether enough of the units meet a component; one that speaks of nobody is not met."""
    met = sum(unit.numerator for unit in units)
    if "some" in rule:
        return met >= rule["some"]
    return bool(units) and Fraction(met, len(units)) >= Fraction(rule["share"], 100)

"""Items 15 and 16: how soon employers are met about a person, and whether they are the right ones."""

from fractions import Fraction

from placewell.measures.finish.sums import Counted, Sums, ratio
from placewell.rules.kaplan_meier import life_table, median_day
from placewell.rules.rounding import share


def rapid_job_search(counted: Counted) -> Sums:
    """Mean days to the first employer contact; beside it the median of all, and the share by day 30."""
    numbers = counted.item.numbers
    found = ratio(counted)
    days = numbers["days_for_share"]
    waited = [(unit.more["followed"], unit.counted) for unit in counted.main]
    steps = life_table(counts=[(day, int(met), int(not met)) for day, met in waited])
    in_time = sum(met and day <= days for day, met in waited)
    known = sum(day >= days or met for day, met in waited)
    untracked = not any(unit.more["tracked"] for unit in counted.main)
    return _capped(
        found,
        cap=numbers["rating_when_untracked"] if untracked else 5,
        extra={
            "median_days_km": median_day(steps=steps),
            f"within_{days}_days": share(numerator=in_time, denominator=known),
        },
    )


def individualised_search(counted: Counted) -> Sums:
    """The share of contacts that follow a preference; 5 only where search plans are agreed."""
    numbers = counted.item.numbers
    plans = {unit.episode: unit.more["has_plan"] for unit in counted.main if unit.counted}
    asked = Fraction(numbers["share_with_a_search_plan"], 100)
    with_plan = share(numerator=sum(plans.values()), denominator=len(plans))
    planned = with_plan is not None and with_plan >= asked
    cap = 5 if planned else numbers["rating_without_plans"]
    return _capped(ratio(counted), cap=cap, extra={"with_plan": with_plan})


def _capped(found: Sums, *, cap: int, extra) -> Sums:
    rating = None if found.rating is None else min(found.rating, cap)
    return Sums(
        value=found.value,
        numerator=found.numerator,
        denominator=found.denominator,
        coverage=found.coverage,
        rating=rating,
        reason=found.reason,
        extra=extra,
    )

"""Item 6: contacts about people with the public employment service, week by week and month by month."""

from placewell.measures.finish.sums import Counted, Sums, added, exact_share


def vr_collaboration(counted: Counted) -> Sums:
    """Weeks with a contact over 13, not rounded; the highest rating whose condition holds."""
    numbers = counted.item.numbers
    weeks, looked_at = added(counted.main)
    contacts = [unit.numerator for unit in counted.units if unit.part == "contact"]
    meetings = sum(unit.numerator for unit in counted.units if unit.part == "meeting")
    most_weeks = weeks >= numbers["weeks_for_weekly"]
    conditions = {
        5: meetings >= numbers["months_for_five"] and most_weeks,
        4: meetings >= numbers["months_for_four"] or most_weeks,
        3: all(contacts),
        2: weeks >= 1,
    }
    return Sums(
        value=exact_share(weeks, looked_at),
        numerator=weeks,
        denominator=looked_at,
        rating=next((rating for rating, holds in conditions.items() if holds), 1),
        extra={"months": meetings},
    )

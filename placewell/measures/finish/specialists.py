"""Items in which each specialist is rated and the mean taken."""

from datetime import date
from fractions import Fraction

from placewell.measures.figure import Line, Unit
from placewell.measures.finish.sums import (
    NOTHING,
    Counted,
    Sums,
    added,
    banded,
    by_specialist,
    covered,
    exact_share,
    gated,
    specialists,
)
from placewell.measures.periods import day_of
from placewell.rules.rounding import Exact, half_up
from placewell.rules.scale_scoring import mean_rating, rating_for_count
from placewell.rules.windows import last_three_months
from placewell.scales import Item

NOBODY = "no specialist in post to rate"


def mean_of(lines: tuple[Line, ...] | None) -> int | None:
    """The mean of the ratings there are, to the nearest whole one, ties down."""
    return mean_rating(ratings=[line.rating for line in lines or () if line.rating is not None])


def mean_of_specialists(counted: Counted, rate=None) -> Sums:
    """Σ ÷ Σ half-up as the figure; the rating is the mean of the specialists' own."""
    numerator, denominator = added(counted.main)
    coverage = covered(counted)
    lines = by_specialist(counted, rate)
    rating, reason = gated(mean_of(lines), denominator=denominator, coverage=coverage)
    return Sums(
        value=half_up(numerator=numerator, denominator=denominator, times=counted.option["times"]),
        numerator=numerator,
        denominator=denominator,
        coverage=coverage,
        rating=rating,
        reason=reason or (NOBODY if rating is None else None),
        by_staff=lines,
    )


def team_assignment(counted: Counted) -> Sums:
    """The share of each caseload from the specialist's own teams; no team rates 1, too many 2."""
    numbers = counted.item.numbers

    def rate(units: list[Unit], rounded: Exact | None) -> int | None:
        teams = units[0].more["teams"]
        if rounded is None:
            return None
        if teams == 0:
            return numbers["rating_without_a_team"]
        if teams > numbers["most_teams"]:
            return numbers["rating_with_more_teams"]
        return banded(counted.item, rounded)

    with_caseload = Counted(counted.measure, counted.item, tuple(unit for unit in counted.main if unit.counted))
    return mean_of_specialists(with_caseload, rate)


def vocational_generalists(counted: Counted) -> Sums:
    """How many of the six phases each specialist does; the mean of their ratings, no figure of its own."""
    old_enough = [unit for unit in counted.main if unit.counted]
    lines = tuple(
        Line(
            owner=unit.staff,
            key=None,
            value=unit.numerator,
            numerator=unit.numerator,
            denominator=1,
            rating=rating_for_count(count=unit.numerator, ratings=counted.item.ratings),
        )
        for unit in old_enough
    )
    rating = mean_of(lines)
    numerator, denominator = added(old_enough)
    return Sums(
        value=None,
        numerator=numerator,
        denominator=denominator,
        rating=rating,
        reason=None if lines else NOTHING,
        by_staff=lines,
    )


def employer_contact_frequency(counted: Counted, *, as_at: date) -> Sums:
    """Contacts over whole-time weeks of each specialist, the cap of untracked logs, and the mean.

    Weeks of a specialist in post with nobody looking for work are not counted; those who have left
    since count in the figure and are not rated.
    """
    lines, figured = [], []
    for staff, units in specialists(counted.main).items():
        eligible = [unit for unit in units if unit.counted]
        seekers, in_post = units[0].more["seekers"], units[0].more["in_post"]
        figured += eligible
        if not eligible or not in_post:
            continue
        numerator, denominator = added(eligible)
        value = exact_share(numerator, denominator)
        rating = _contact_rating(counted.item, value, seekers, eligible, as_at)
        lines.append(Line(staff, None, value, numerator, denominator, rating))
    numerator, denominator = added(figured)
    coverage = covered(counted)
    rating, reason = gated(mean_of(tuple(lines)), denominator=denominator, coverage=coverage)
    return Sums(
        value=exact_share(numerator, denominator),
        numerator=numerator,
        denominator=denominator,
        coverage=coverage,
        rating=rating,
        reason=reason or (NOBODY if rating is None else None),
        by_staff=tuple(lines),
    )


def _contact_rating(item: Item, value: Exact, seekers: int, eligible: list[Unit], as_at: date) -> int:
    numbers = item.numbers
    rating = banded(item, value)
    if seekers < numbers["few_seekers"] and value >= numbers["contacts_a_seeker"] * seekers:
        rating = 5
    reviewed = [unit.more["reviewed_on"] for unit in eligible if unit.more["reviewed_on"] is not None]
    if Fraction(len(reviewed), len(eligible)) >= Fraction(numbers["share_of_weeks_reviewed"], 100):
        return rating
    days = [day_of(number) for number in reviewed]
    monthly = all(any(month.covers(day) for day in days) for month in last_three_months(as_at=as_at))
    return min(rating, numbers["most_when_reviewed_monthly"] if monthly else numbers["most_when_untracked"])

"""Items 15 to 21: what the supervisor reads on their pages on a day, and the same counted by hand from what was entered."""

import re
from datetime import date, timedelta
from fractions import Fraction

from tests.journeys import hand_counts as hand
from tests.journeys.chain.unit import ANA, ZOFIA, Entered
from tests.journeys.week.days import Week
from tests.journeys.week.fidelity import NONE, ROWS

ITEMS = range(15, 22)
VISITS = "Employers met face to face and as planned twice or more in 90 days"
RATED = re.compile(r"^(\d of 5|Not rated)")
# The lowest whole per cent, or the most days, of the ratings 5, 4, 3, 2.
DIVERSE, FITTING, DAYS = (85, 70, 60, 50), (90, 75, 50, 25), (30, 60, 150, 270)


def printed(way: Week, on: date, looked: list) -> dict[int, dict[str, str]]:
    """Number → rows of the item's page as at a day; of the rating, only the rating.

    A page is looked at whenever it says something new.
    """
    found = {}
    for number in ITEMS:
        way.hand.page.goto(f"{way.address}/s/{way.unit.service.pk}/fidelity/{number}/?as_at={on}")
        rows = way.hand.page.evaluate(ROWS)
        if (number, rows) not in looked:
            looked.append((number, rows))
            way.look(way.hand.page, f"{way.called}-item-{number}")
        found[number] = {**rows, "Rating": RATED.match(rows["Rating"]).group(1)}
    return found


def by_hand(entered: Entered, on: date) -> dict[int, dict[str, str | None]]:
    """The rows that matter of each item, counted from what was entered by then; None for a row that is not there."""
    return {
        15: item_15(entered, on), 16: item_16(entered, on), 17: item_17(entered, on), 18: item_18(entered, on),
        19: share(hand.item_19(entered.rows(), on), "different occupation", DIVERSE),
        20: share(hand.item_20(entered.rows(), on), "different employer", DIVERSE),
        21: share(hand.item_21(entered.rows(), on), "competitive, lasting job", DIVERSE, few="1 of 5"),
    }  # fmt: skip


def as_rows(figure: str, numbers: str, rating: str) -> dict[str, str | None]:
    """The two numbers stand under the figure, or alone where there is none."""
    if not figure:
        return {"Figure": None, "From": numbers, "Rating": "Not rated"}
    return {"Figure": f"{figure} {numbers}", "From": None, "Rating": rating}


def so_many(number: int, one: str, several: str = "") -> str:
    return f"{number} {one if number == 1 else several or one + 's'}"


def banded(per_cent: int, bands: tuple[int, ...]) -> int:
    """5 for the first band and above, down to 1 below the last."""
    for rating, lowest in zip((5, 4, 3, 2), bands, strict=True):
        if per_cent >= lowest:
            return rating
    return 1


def share(counted: tuple[int, int], one: str, bands: tuple[int, ...], few: str = "") -> dict:
    """A share of jobs; `few` is the rating of a service with few jobs."""
    above, below = counted
    per_cent = hand.half_up(above, below)
    numbers = f"{so_many(above, one)}, {so_many(below, 'job')}"
    if per_cent is None:
        return as_rows("", numbers, "")
    return as_rows(f"{per_cent}% of jobs", numbers, few or f"{banded(per_cent, bands)} of 5")


def item_15(entered: Entered, on: date) -> dict:
    """Zofia alone has met employers, so that the mean is her own days. 5 asks that a log was read in the 13 weeks."""
    days = hand.item_15(entered.rows(), on)
    if days is None:
        return as_rows("", "0 days waited, 0 episodes with an employer contact", "")
    rating = next((rating for rating, most in zip((5, 4, 3, 2), DAYS, strict=True) if days <= most), 1)
    first, last = hand.weeks_of(on)
    if not any(first <= read <= last for read in entered.read_on):
        rating = min(rating, 4)
    figure = f"{days} days to the first employer contact"
    return as_rows(figure, f"{so_many(days, 'day')} waited, 1 episode with an employer contact", f"{rating} of 5")


def item_16(entered: Entered, on: date) -> dict:
    """No job search plan was agreed, so that 4 is the highest."""
    above, below = hand.item_16(entered.rows(), on)
    numbers = (
        f"{so_many(above, 'contact that follows a preference', 'contacts that follow a preference')}, "
        f"{so_many(below, 'contact about a person', 'contacts about a person')}"
    )
    per_cent = hand.half_up(above, below)
    if per_cent is None:
        return as_rows("", numbers, "")
    figure = f"{per_cent}% of employer contacts about a person"
    return as_rows(figure, numbers, f"{min(banded(per_cent, FITTING), 4)} of 5")


def looks_for_work(entered: Entered, on: date) -> list[str]:
    """Who has support and no job on a day. All jobs are Zofia's."""
    in_work = {ZOFIA} if any(one.runs(on) for one in entered.jobs) else set()
    return [person for person, began in entered.entries.items() if began <= on and person not in in_work]


def item_17(entered: Entered, on: date) -> dict:
    """Contacts of the weeks whose log is closed. Fewer than four fifths of 13 weeks are closed: it is not rated."""
    first, last = hand.weeks_of(on)
    mondays = [one for one in entered.closed if first <= one and one + timedelta(days=6) <= last]
    weeks = mondays if looks_for_work(entered, on) else []
    assert len(weeks) * 5 < 13 * 4
    contacts = sum(hand.item_17_of(entered.rows(), ANA, monday) for monday in weeks)
    numbers = f"{so_many(contacts, 'face-to-face employer contact')}, {so_many(len(weeks), 'full-time week')} worked"
    if not weeks:
        return as_rows("", numbers, "")
    a_week = f"{float(Fraction(contacts, len(weeks))):g}"
    figure = f"{a_week} face-to-face employer contacts per full-time specialist per week"
    return as_rows(figure, numbers, "Not rated")


def item_18(entered: Entered, on: date) -> dict:
    """People rate it, and nobody did; beside it stands who was met twice as planned."""
    twice, met = hand.item_18(entered.rows(), on)
    told = f"{twice} of {met} ({hand.half_up(twice, met)}%)" if met else NONE
    return {"Rating": "Not rated", VISITS: told}

"""How ratings and figures went over the last month-ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from placewell.measures.fidelity import Picture, PictureItem
from placewell.web.charts.lines import Chart, chart, round_scale, spark
from placewell.web.presenters.item_figure import drawn_value, unit_of, value_of
from placewell.web.presenters.reasons import in_words
from placewell.web.presenters.wording import counted, day, month, short_month

LOWEST, HIGHEST = 1, 5
RATINGS = [(rating, str(rating)) for rating in range(LOWEST, HIGHEST + 1)]
HUNDRED = 100


@dataclass(frozen=True)
class Month:
    """One month-end of one item: its rating, its figure and why there is none, in words."""

    month: str
    rating: str
    figure: str
    note: str


def of_item(trend: Sequence[Picture], number: int) -> list[PictureItem]:
    """One item at each month-end, oldest first."""
    return [picture.item(number) for picture in trend]


def table(trend: Sequence[Picture], number: int) -> tuple[Month, ...]:
    """The month-ends of an item, the latest first."""
    return tuple(
        Month(month(picture.as_at), rated(item.rating), value_of(item), in_words(item.reason))
        for picture in reversed(trend)
        for item in [picture.item(number)]
    )


def rated(rating: int | None) -> str:
    """A rating, or that there is none."""
    return "not rated" if rating is None else str(rating)


def told(ratings: Sequence[int | None]) -> str:
    """A line of ratings in words: Rating over 12 month-ends: 3 at first, 4 at the end, 2 to 4 between."""
    known = [rating for rating in ratings if rating is not None]
    if not known:
        return "Not rated at any of the last month-ends."
    said = f"Rated at {len(known)} of {counted(len(ratings), 'month-end')}: "
    if len(set(known)) == 1:
        return f"{said}always {known[0]}."
    return f"{said}{known[0]} at first, {known[-1]} at the last, lowest {min(known)}, highest {max(known)}."


def rating_spark(trend: Sequence[Picture], number: int) -> Chart:
    """The ratings of an item as a small line."""
    ratings = [item.rating for item in of_item(trend, number)]
    return spark(f"item-{number}", told(ratings), ratings, low=LOWEST, high=HIGHEST)


def rating_chart(trend: Sequence[Picture], number: int) -> Chart:
    """The ratings of an item, with axes."""
    ratings = [item.rating for item in of_item(trend, number)]
    return chart("rating", "Rating, 1 to 5", told(ratings), ratings, names=names(trend), scale=RATINGS)


def figure_chart(trend: Sequence[Picture], number: int) -> Chart | None:
    """The figure of an item, with axes; None when it never had one."""
    items = of_item(trend, number)
    values = [drawn_value(item) for item in items]
    known = [value for value in values if value is not None]
    if not known:
        return None
    unit = unit_of(next(item for item in items if item.value is not None))
    is_per_cent = (items[-1].unit or "").startswith("%")
    scale = [(share, f"{share}%") for share in range(0, HUNDRED + 1, 25)] if is_per_cent else round_scale(known)
    first, last = (
        next(value_of(item) for item in ordered if item.value is not None) for ordered in (items, items[::-1])
    )
    said = f"{first} at first, {last} at the last."
    return chart("figure", f"Figure: {unit}", said, values, names=names(trend), scale=scale)


def names(trend: Sequence[Picture]) -> list[str]:
    """The months under a chart."""
    return [short_month(picture.as_at) for picture in trend]


def before(trend: Sequence[Picture], as_at: date) -> Picture | None:
    """The picture at the last month-end before a day."""
    return next((picture for picture in reversed(trend) if picture.as_at < as_at), None)


def since(picture: Picture | None) -> str:
    """Since 31 May 2026."""
    return f"Since {day(picture.as_at)}" if picture else ""

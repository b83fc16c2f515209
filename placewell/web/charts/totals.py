"""Where the total of a scale may lie: from the lowest to the highest, over the scale's bands."""

from collections.abc import Sequence
from dataclasses import dataclass

from placewell.measures.fidelity import Picture
from placewell.scales import Band, Scale

WIDTH, LEFT, RIGHT = 380, 6.0, 374.0
FILLS = ("#d8dde0", "#c8e4f5", "#9ad0ea", "#66b6dc")
MIDDLE = 2


@dataclass(frozen=True)
class Stretch:
    """One band of the scale along the bar, with its first and last total."""

    name: str
    left: float
    width: float
    middle: float
    fill: str
    ends: str


@dataclass(frozen=True)
class TotalsBar:
    """The bar, and on it the stretch in which the total lies."""

    title: str
    description: str
    width: int
    bands: tuple[Stretch, ...]
    left: float
    wide: float
    lowest: int
    highest: int
    lowest_at: float
    highest_at: float


def totals_bar(picture: Picture, scale: Scale, description: str) -> TotalsBar:
    """The picture's two totals on its scale."""
    spread = scale.highest_total - scale.lowest_total + 1

    def x(total: float) -> float:
        return round(LEFT + (RIGHT - LEFT) * (total - scale.lowest_total) / spread, 1)

    left, right = x(picture.lowest_total), x(picture.highest_total + 1)
    return TotalsBar(
        title="Where the total lies",
        description=description,
        width=WIDTH,
        bands=stretches(scale.bands, x),
        left=left,
        wide=round(right - left, 1),
        lowest=picture.lowest_total,
        highest=picture.highest_total,
        lowest_at=max(left, 12.0),
        highest_at=min(right, RIGHT - 8),
    )


def stretches(bands: Sequence[Band], x) -> tuple[Stretch, ...]:
    """The bands from the lowest up, each darker than the one before."""
    upwards = sorted(bands, key=lambda band: band.lowest)
    found = []
    for band, fill in zip(upwards, FILLS, strict=False):
        left, right = x(band.lowest), x(band.highest + 1)
        name = band.name.removesuffix(" fidelity")
        middle = round((left + right) / MIDDLE, 1)
        found.append(Stretch(name, left, round(right - left, 1), middle, fill, f"{band.lowest}–{band.highest}"))
    return tuple(found)

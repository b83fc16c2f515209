"""A curve that climbs in steps: the share to whom something has happened, by day."""

from collections.abc import Sequence
from dataclasses import dataclass

from placewell.rules.kaplan_meier import Step
from placewell.web.charts.lines import Frame, Label, height_of, steps

PER_CENT = ((0, "0%"), (25, "25%"), (50, "50%"), (75, "75%"), (100, "100%"))
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 380, 220, 48.0, 366.0, 12.0, 178.0


@dataclass(frozen=True)
class Stairs(Frame):
    """One path, a tick where somebody was seen for the last time, and the half-way line."""

    path: str
    ticks: tuple[tuple[float, float, float], ...]
    half: float


def stairs(key: str, title: str, description: str, table: Sequence[Step]) -> Stairs:
    """One minus the survival of a life table, in per cent, over days."""
    days = day_marks(max((step.day for step in table), default=1))
    longest = days[-1][0]

    def x(day: float) -> float:
        return round(LEFT + (RIGHT - LEFT) * day / longest, 1)

    def y(share: float) -> float:
        return round(height_of(share, 0, 100, TOP, BOTTOM), 1)

    path, ticks, share = f"M{x(0)},{y(0)}", [], 0.0
    for step in table:
        path += f"H{x(step.day)}"
        if step.events:
            share = 100 * float(1 - step.survival)
            path += f"V{y(share)}"
        if step.censored:
            ticks.append((x(step.day), round(y(share) - 4, 1), round(y(share) + 4, 1)))
    return Stairs(
        key, title, description, WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM,
        across=tuple(Label(x(day), words, "end" if day == longest else "middle") for day, words in days),
        up=tuple(Label(y(share), words, "end") for share, words in PER_CENT),
        path=path, ticks=tuple(ticks), half=y(50),
    )  # fmt: skip


def day_marks(longest: int) -> list[tuple[float, str]]:
    """Round days from 0 to the first that is not below the longest."""
    step = next(size for size in steps() if size >= 1 and size * 4 >= longest and size == int(size))
    count = next(number for number in range(1, 5) if number * step >= longest)
    return [(number * step, f"{number * step:,g}") for number in range(count + 1)]

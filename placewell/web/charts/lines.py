"""Lines over time: a spark beside a figure, and a chart with axes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True)
class Label:
    """Words at a place along an axis, and how they are anchored there."""

    at: float
    words: str
    anchor: str = "middle"


@dataclass(frozen=True)
class Line:
    """A line with gaps where nothing is known: each unbroken piece, and a dot for every value."""

    pieces: tuple[str, ...]
    dots: tuple[Point, ...]
    last: Point | None


@dataclass(frozen=True)
class Frame:
    """A drawing of `width` × `height`, its plot between `left`, `right`, `top` and `bottom`."""

    key: str
    title: str
    description: str
    width: int
    height: int
    left: float
    right: float
    top: float
    bottom: float
    across: tuple[Label, ...]
    up: tuple[Label, ...]


@dataclass(frozen=True)
class Chart(Frame):
    """A line in its frame."""

    line: Line


def spark(key: str, title: str, values: Sequence[float | None], *, low: float, high: float) -> Chart:
    """A small line without axes."""
    width, height, edge = 96, 28, 4
    line = drawn(values, low=low, high=high, left=edge, right=width - edge, top=edge, bottom=height - edge)
    return Chart(key, title, "", width, height, edge, width - edge, edge, height - edge, (), (), line)


def chart(
    key: str,
    title: str,
    description: str,
    values: Sequence[float | None],
    *,
    names: Sequence[str],
    scale: Sequence[tuple[float, str]],
) -> Chart:
    """A line with a name under each fourth value, and the marks of `scale` (lowest first) beside it."""
    width, height, left, right, top, bottom = 380, 200, 44.0, 366.0, 12.0, 166.0
    low, high = scale[0][0], scale[-1][0]
    places = across(len(values), left, right)
    named = [
        Label(round(place, 1), name, "end" if number == len(values) - 1 else "middle")
        for number, (place, name) in enumerate(zip(places, names, strict=True))
        if (len(values) - 1 - number) % 4 == 0
    ]
    marks = tuple(Label(round(height_of(value, low, high, top, bottom), 1), words, "end") for value, words in scale)
    line = drawn(values, low=low, high=high, left=left, right=right, top=top, bottom=bottom)
    return Chart(key, title, description, width, height, left, right, top, bottom, tuple(named), marks, line)


def drawn(
    values: Sequence[float | None], *, low: float, high: float, left: float, right: float, top: float, bottom: float
) -> Line:
    """The values as places in the plot."""
    places = across(len(values), left, right)
    points = [
        None if value is None else (round(place, 1), round(height_of(value, low, high, top, bottom), 1))
        for place, value in zip(places, values, strict=True)
    ]
    dots = tuple(point for point in points if point)
    pieces = tuple(" ".join(f"{x},{y}" for x, y in piece) for piece in unbroken(points) if len(piece) > 1)
    return Line(pieces, dots, points[-1] if points else None)


def across(count: int, left: float, right: float) -> list[float]:
    """Places from left to right, evenly apart."""
    return [left + (right - left) * number / max(1, count - 1) for number in range(count)]


def height_of(value: float, low: float, high: float, top: float, bottom: float) -> float:
    """How far down the plot a value lies; SVG counts from above."""
    return bottom - (value - low) / ((high - low) or 1) * (bottom - top)


def unbroken(points: Sequence[Point | None]) -> Iterator[list[Point]]:
    """The stretches between gaps."""
    piece: list[Point] = []
    for point in points:
        if point is None:
            if piece:
                yield piece
            piece = []
        else:
            piece.append(point)
    if piece:
        yield piece


def round_scale(values: Sequence[float]) -> list[tuple[float, str]]:
    """Marks from 0 to a round number above the highest value: 0, 10, 20, 30."""
    highest = max([*values, 0]) or 1
    step = next(size for size in steps() if size * 4 >= highest)
    count = next(number for number in range(1, 5) if number * step >= highest)
    return [(number * step, f"{number * step:,g}") for number in range(count + 1)]


def steps() -> Iterator[float]:
    """Round distances: … 1, 2, 5, 10, 20, 25, 50 …"""
    size = 0.01
    while True:
        for factor in (1, 2, 2.5, 5):
            yield round(factor * size, 6)
        size *= 10

"""Where points go on a map without a ground: near to scale, and never on top of each other.

A plane map: at the size of a country a degree of longitude is taken as long as it is in the middle
of the map, which is off by a few per cent at its edges. Distances are as the crow flies.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import asin, ceil, cos, hypot, radians, sin, sqrt

EARTH = 6371.0  # km, mean radius
KM_A_DEGREE = 111.2
KM_A_MILE = 1.609344
SMALLEST, LARGEST = 20.0, 32.0  # radius, in the map's own units
GAP = 2.0
LEAST_SPAN = 4.0  # km: one district alone is not drawn at the size of a street
ROUNDS = 40
# Points further off than the nearest that hold this share are left out where they would squeeze the others.
HOLDS = 0.95
SQUEEZED = 2.0
STEPS = (1, 2, 5, 10, 20, 50, 100, 200)
LINES = 8


@dataclass(frozen=True)
class Place:
    """Somewhere in degrees north and east, and how many are there."""

    name: str
    north: float
    east: float
    number: int


@dataclass(frozen=True)
class Point:
    """A place on the map: its middle and radius, in the map's units, y down."""

    name: str
    x: float
    y: float
    radius: float


@dataclass(frozen=True)
class Map:
    """Points in a frame; `grid_km` is how far its lines are apart, `across` and `up` where they run."""

    width: float
    height: float
    points: tuple[Point, ...]
    further: tuple[Place, ...]
    grid_km: int
    across: tuple[float, ...]
    up: tuple[float, ...]


def km_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres between two (north, east) in degrees."""
    (north, east), (to_north, to_east) = one, other
    half_up, half_across = radians(to_north - north) / 2, radians(to_east - east) / 2
    chord = sin(half_up) ** 2 + cos(radians(north)) * cos(radians(to_north)) * sin(half_across) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(chord)))


def laid_out(*, places: Sequence[Place], width: float = 480.0, least: float = 300.0, most: float = 520.0) -> Map | None:
    """A map of the places, as large as they need; None for no place. Those far from all others are `further`."""
    if not places:
        return None
    shown, further = _without_the_far(places)
    plane = [(place.east * KM_A_DEGREE * cos(radians(shown[0].north)), -place.north * KM_A_DEGREE) for place in shown]
    left, top = min(x for x, _ in plane), min(y for _, y in plane)
    span, rise = _span(plane)
    room = LARGEST + GAP
    height = min(most, max(least, rise / max(span, LEAST_SPAN) * (width - 2 * room) + 2 * room))
    scale = min((width - 2 * room) / max(span, LEAST_SPAN), (height - 2 * room) / max(rise, LEAST_SPAN))
    shift_x, shift_y = (width - span * scale) / 2, (height - rise * scale) / 2
    largest = max(place.number for place in shown)
    points = [
        Point(
            place.name, (x - left) * scale + shift_x, (y - top) * scale + shift_y,
            SMALLEST + (LARGEST - SMALLEST) * sqrt(place.number / largest),
        )
        for place, (x, y) in zip(shown, plane, strict=True)
    ]  # fmt: skip
    step = next((step for step in STEPS if width / (step * scale) <= LINES), STEPS[-1])
    return Map(
        width, height, tuple(_apart(points, width, height)), tuple(further), step,
        _lines(width, step * scale), _lines(height, step * scale),
    )  # fmt: skip


def _span(plane: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """How far the points lie apart from left to right and from top to bottom."""
    across, up = [x for x, _ in plane], [y for _, y in plane]
    return max(across) - min(across), max(up) - min(up)


def _without_the_far(places: Sequence[Place]) -> tuple[list[Place], list[Place]]:
    """The places near to most, and those so far away that they would squeeze them."""
    middle = _middle(places)
    by_distance = sorted(places, key=lambda one: (km_between(middle, (one.north, one.east)), one.name))
    enough, held, near = HOLDS * sum(place.number for place in places), 0, []
    for place in by_distance:
        if held >= enough:
            break
        near.append(place)
        held += place.number
    reach = max(km_between(middle, (one.north, one.east)) for one in near)
    limit = SQUEEZED * max(reach, LEAST_SPAN)
    far = [one for one in by_distance if km_between(middle, (one.north, one.east)) > limit]
    return [one for one in places if one not in far], far


def _middle(places: Sequence[Place]) -> tuple[float, float]:
    """The point with as many on each side: each coordinate's median, weighed by number."""
    half = ceil(sum(place.number for place in places) / 2)
    found = []
    for name in ("north", "east"):
        passed = 0
        for place in sorted(places, key=lambda one: getattr(one, name)):
            passed += place.number
            if passed >= half:
                found.append(getattr(place, name))
                break
    return found[0], found[1]


def _apart(points: list[Point], width: float, height: float) -> list[Point]:
    """The points pushed off each other, each as little as need be, within the frame."""
    at = [[point.x, point.y] for point in points]
    for _ in range(ROUNDS):
        moved = False
        for one in range(len(points)):
            for other in range(one + 1, len(points)):
                moved |= _push(at[one], at[other], points[one].radius + points[other].radius + GAP)
        for place, point in zip(at, points, strict=True):
            place[0] = min(width - point.radius, max(point.radius, place[0]))
            place[1] = min(height - point.radius, max(point.radius, place[1]))
        if not moved:
            break
    return [replace(point, x=round(x, 1), y=round(y, 1)) for point, (x, y) in zip(points, at, strict=True)]


def _push(one: list[float], other: list[float], wanted: float) -> bool:
    """Move two apart until they are so far from each other; whether they had to be."""
    across, up = other[0] - one[0], other[1] - one[1]
    if abs(across) >= wanted or abs(up) >= wanted:
        return False
    distance = hypot(across, up)
    if distance >= wanted - 0.05:
        return False
    if distance == 0:
        across, up, distance = 1.0, 0.0, 1.0
    by = (wanted - hypot(other[0] - one[0], other[1] - one[1])) / 2 / distance
    one[0], one[1] = one[0] - across * by, one[1] - up * by
    other[0], other[1] = other[0] + across * by, other[1] + up * by
    return True


def _lines(length: float, step: float) -> tuple[float, ...]:
    """Where lines run that far apart, from the middle outwards."""
    first = (length / 2) % step
    return tuple(round(first + number * step, 1) for number in range(int((length - first) / step) + 1))

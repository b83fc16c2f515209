"""Points on a map: near to where they belong, never on top of each other."""

from itertools import combinations
from math import hypot
from random import Random

import pytest

from placewell.rules.maps import LARGEST, SMALLEST, Place, km_between, laid_out


def places(*names: str, number=1) -> list[Place]:
    where = {"LE1": (52.633, -1.13), "LE2": (52.611, -1.123), "LE5": (52.637, -1.083), "IV1": (57.5, -4.2)}
    return [Place(name, *where[name], number) for name in names]


def test_nothing_makes_no_map():
    assert laid_out(places=[]) is None


def test_one_place_stands_in_the_middle():
    drawn = laid_out(places=places("LE1"))
    (point,) = drawn.points
    assert (point.x, point.y) == (drawn.width / 2, drawn.height / 2)
    assert point.radius == LARGEST


def test_north_is_up_and_east_is_right():
    points = {point.name: point for point in laid_out(places=places("LE1", "LE2", "LE5")).points}
    assert points["LE1"].y < points["LE2"].y
    assert points["LE1"].x < points["LE2"].x < points["LE5"].x


def test_more_employers_make_a_larger_circle():
    few, many = places("LE1", number=1)[0], places("LE2", number=100)[0]
    points = {point.name: point.radius for point in laid_out(places=[few, many]).points}
    assert SMALLEST < points["LE1"] < 23
    assert points["LE2"] == LARGEST


def test_a_place_far_from_all_others_does_not_squeeze_them():
    drawn = laid_out(places=[*places("LE1", "LE2", "LE5", number=20), *places("IV1")])
    assert [place.name for place in drawn.further] == ["IV1"]
    assert {point.name for point in drawn.points} == {"LE1", "LE2", "LE5"}
    assert laid_out(places=[*places("LE1", number=5), *places("IV1", number=5)]).further == ()


@pytest.mark.parametrize("seed", range(8))
def test_the_circles_of_a_city_do_not_lie_on_each_other_and_stay_in_the_frame(seed):
    rng = Random(seed)
    town = [
        Place(f"X{n}", 52.6 + rng.gauss(0, 0.03), -1.1 + rng.gauss(0, 0.05), rng.randrange(1, 60)) for n in range(40)
    ]
    drawn = laid_out(places=town)
    for one, other in combinations(drawn.points, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius - 1, (one, other)
    for point in drawn.points:
        assert point.radius - 0.1 <= point.x <= drawn.width - point.radius + 0.1
        assert point.radius - 0.1 <= point.y <= drawn.height - point.radius + 0.1


def test_the_same_place_twice_is_drawn_side_by_side():
    one, other = laid_out(places=[Place("A1", 52.6, -1.1, 1), Place("A2", 52.6, -1.1, 1)]).points
    assert hypot(one.x - other.x, one.y - other.y) >= 2 * LARGEST - 1


def test_distances_are_as_the_crow_flies():
    # London to Edinburgh is about 534 km (Charing Cross to Waverley, by hand).
    assert km_between((51.5074, -0.1278), (55.952, -3.190)) == pytest.approx(534, abs=2)
    assert km_between((52.6, -1.1), (52.6, -1.1)) == 0

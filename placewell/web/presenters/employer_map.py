"""Employers by postcode district, ready to draw as a map and to print as a list that says the same."""

from collections import defaultdict
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse

from placewell.access import scope
from placewell.records.models import EmployerSite
from placewell.rules.maps import KM_A_MILE, Map, Place, km_between, laid_out
from placewell.rules.postcodes import area_of, district_of, place_named
from placewell.scales.postcode_districts import AREAS, CREDIT, SOURCE, District, districts
from placewell.web.presenters.employers import found_by
from placewell.web.presenters.wording import counted

# More districts than these are drawn as areas, each of which opens its own map.
AT_MOST = 40
SMALL_PRINT = 3  # letters that fit in a circle at the full size


@dataclass(frozen=True)
class Dot:
    """One circle of the map: where, how large, what stands in it, what it means and where it leads."""

    x: float
    y: float
    radius: float
    name: str
    number: int
    says: str
    address: str
    is_long: bool


@dataclass(frozen=True)
class Row:
    """One line of the list: a district or an area, how many employers, how far away ('' where nobody asked)."""

    name: str
    says: str
    address: str
    away: str
    is_further: bool


def employer_map(employers: QuerySet, *, service: int, words: str, place: str, near: str) -> dict:
    """The map and the list of employers that the directory's filters leave, nearest to `near` first where it is known."""
    found = found_by(employers, words=words, place=place)
    there, nowhere, unknown = by_district(found)
    by_area = place == "" and len(there) > AT_MOST
    groups = grouped(there) if by_area else there
    start = middle_of(near)
    spots = [Place(name, *middle(name), len(pks)) for name, pks in groups.items()]
    drawn = laid_out(places=spots)
    address = Addresses(reverse("employers", args=[service]), words, near, by_area)
    further = {one.name for one in drawn.further} if drawn else set()
    return {
        "map": drawn,
        "dots": [dot(point, groups, address) for point in drawn.points] if drawn else [],
        "rows": [row(spot, start, address, spot.name in further) for spot in in_order(spots, start)],
        "grid": grid(drawn) if drawn else "",
        "total": counted(len(set().union(*there.values())), "employer") if there else "",
        "by_area": by_area,
        "start": f"{start.name}, {start.area}" if start else "",
        "unknown_start": bool(near) and start is None,
        "without": counted(nowhere, "employer") if nowhere else "",
        "unknown": [f"{name} ({number})" for name, number in sorted(unknown.items())],
        "source": SOURCE,
        "credit": CREDIT,
    }


def by_district(employers: QuerySet) -> tuple[dict[str, set[int]], int, dict[str, int]]:
    """District → the employers there, by itself or by a site; how many have no postcode, and those of unknown places."""
    known, there, unknown, placed = districts(), defaultdict(set), defaultdict(set), set()
    own = list(employers.order_by().values_list("pk", "postcode"))
    sites = scope.at_employers(EmployerSite).filter(employer__in=employers.order_by().values("pk")).exclude(postcode="")
    for pk, postcode in [*own, *sites.values_list("employer", "postcode")]:
        if not postcode.strip():
            continue
        placed.add(pk)
        district = district_of(postcode=postcode)
        (there[district] if district in known else unknown[district or postcode.upper()]).add(pk)
    return dict(there), len(own) - len(placed), {name: len(pks) for name, pks in unknown.items()}


def grouped(there: dict[str, set[int]]) -> dict[str, set[int]]:
    """The same by area."""
    areas = defaultdict(set)
    for district, pks in there.items():
        areas[area_of(district=district)] |= pks
    return dict(areas)


def middle(name: str) -> tuple[float, float]:
    """The middle of a district, or of an area: the mean of its districts."""
    known = districts()
    if name in known:
        return known[name].north, known[name].east
    of_area = [one for district, one in known.items() if area_of(district=district) == name]
    return sum(one.north for one in of_area) / len(of_area), sum(one.east for one in of_area) / len(of_area)


def middle_of(near: str) -> District | None:
    """The district that somebody asked to begin with; None where it is not known."""
    return districts().get(place_named(words=near))


def in_order(spots: list[Place], start: District | None) -> list[Place]:
    """The nearest first; without a start the largest."""
    if start is None:
        return sorted(spots, key=lambda one: (-one.number, one.name))
    return sorted(spots, key=lambda one: (away(one, start), one.name))


def away(spot: Place, start: District) -> float:
    """Kilometres from the middle of a district to another place, as the crow flies."""
    return km_between((start.north, start.east), (spot.north, spot.east))


@dataclass(frozen=True)
class Addresses:
    """Where a place leads: its employers in the directory, or the map of an area."""

    directory: str
    words: str
    near: str
    to_map: bool

    def of(self, name: str) -> str:
        """The address of a district or an area."""
        told = {"q": self.words, "district": name} | ({"from": self.near} if self.to_map else {})
        query = urlencode({key: value for key, value in told.items() if value})
        return f"{self.directory}{'map/' if self.to_map else ''}?{query}"


def said(name: str, number: int) -> str:
    """LE2, Leicester: 12 employers."""
    return f"{titled(name)}: {counted(number, 'employer')}"


def titled(name: str) -> str:
    """A district or area with the town that the area is named after."""
    known = districts()
    town = known[name].area if name in known else AREAS.get(name, "")
    return f"{name}, {town}" if town else name


def dot(point, groups: dict[str, set[int]], address: Addresses) -> Dot:
    """A circle of the map."""
    number = len(groups[point.name])
    return Dot(
        point.x, point.y, round(point.radius, 1), point.name, number, said(point.name, number), address.of(point.name),
        len(point.name) > SMALL_PRINT,
    )  # fmt: skip


def row(spot: Place, start: District | None, address: Addresses, is_further: bool) -> Row:
    """A line of the list."""
    far = ""
    if start is not None:
        miles = away(spot, start) / KM_A_MILE
        far = (
            "in the same district" if spot.name == start.name else f"about {counted(max(1, round(miles)), 'mile')} away"
        )
    return Row(titled(spot.name), counted(spot.number, "employer"), address.of(spot.name), far, is_further)


def grid(drawn: Map) -> str:
    """The lines of the ground, as one path."""
    across = [f"M{x},0V{drawn.height:g}" for x in drawn.across]
    return "".join([*across, *(f"M0,{y}H{drawn.width:g}" for y in drawn.up)])

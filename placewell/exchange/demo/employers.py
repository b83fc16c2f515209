"""Employers of the made-up town: names, sectors, sizes, postcodes."""

from dataclasses import dataclass, field

from placewell.exchange.demo.names import postcode

PLACES = (
    "Abbot Lane",
    "Ashdown",
    "Beacon Hill",
    "Bridge Street",
    "Castlegate",
    "Chapel Row",
    "Corn Market",
    "Eastfield",
    "Fairview",
    "Foundry Yard",
    "Greenacre",
    "Hawthorn",
    "Highcross",
    "Kingsmead",
    "Lockside",
    "Market Square",
    "Meadowbank",
    "Millfield",
    "Nene Valley",
    "Old Dairy",
    "Orchard Road",
    "Parkside",
    "Priory",
    "Quayside",
    "Riverside",
    "Rosehill",
    "St Giles",
    "Station Road",
    "Swan Lane",
    "Westbrook",
    "Willow Court",
    "Woodgate",
)
KINDS = {
    "A": ("Nurseries", "Garden Centre", "Stables"),
    "C": ("Joinery", "Foods", "Packaging", "Print Works"),
    "F": ("Building Services", "Decorators", "Roofing"),
    "G": ("Supermarket", "Hardware", "Cycles", "Motors", "Pharmacy", "Charity Shop", "Furniture", "Books"),
    "H": ("Logistics", "Couriers", "Removals", "Distribution"),
    "I": ("Cafe", "Hotel", "Bakery", "Bistro", "Inn", "Kitchen", "Tea Rooms"),
    "J": ("Digital", "Web Studio", "Software"),
    "K": ("Credit Union", "Building Society"),
    "M": ("Accountants", "Architects", "Solicitors"),
    "N": ("Cleaning Services", "Facilities", "Security", "Landscapes", "Contact Centre"),
    "O": ("Borough Council", "Housing Office"),
    "P": ("Primary School", "Academy", "College", "Day Nursery"),
    "Q": ("Care Home", "Home Care", "Dental Practice", "Medical Centre", "Hospital"),
    "R": ("Leisure Centre", "Cinema", "Museum", "Theatre"),
    "S": ("Laundry", "Hair Studio", "Valeting"),
}
COMMON_SECTORS = "GGGGIIIIIHHHNNNNQQQQCCPPPFRRSAJMOK"
LARGE = {"Hospital", "Borough Council", "Supermarket", "Distribution", "College", "Contact Centre"}
# Employers for each person supported: what a unit of five meets in two years.
EMPLOYERS_A_PERSON = 0.8


@dataclass
class Employer:
    """An employer and how often it took somebody on (new ones are preferred)."""

    key: str
    name: str
    sector: str
    hired: int = 0
    row: dict = field(default_factory=dict)


def _size(rng, kind: str) -> str:
    if kind in LARGE:
        return rng.choice(("250+", "50-249"))
    return rng.choices(("1-9", "10-49", "50-249", "250+"), (40, 36, 18, 6))[0]


def at_work(drawn: str) -> str:
    """A postcode in a district of Northampton, for the map, that no address has: no inward part has a C (from memory)."""
    district, inward = drawn.split()
    return f"NN{int(district.removeprefix('NN')) - 49} {inward[:2]}C"


def make_employers(unit) -> list[Employer]:
    """Employers of one unit, every sector at least once; rows go to `employers`."""
    rng = unit.rng("employers")
    wanted = max(len(KINDS), round(unit.people * EMPLOYERS_A_PERSON))
    sectors = list(KINDS) + [rng.choice(COMMON_SECTORS) for _ in range(wanted - len(KINDS))]
    names, found = set(), []
    for sector in sectors:
        kind = rng.choice(KINDS[sector])
        free = [place for place in PLACES if f"{place} {kind}" not in names]
        name = f"{rng.choice(free or PLACES)} {kind}"
        names.add(name)
        key = unit.key("M")
        row = {
            "employer_id": key,
            "service_id": unit.service,
            "name": name,
            "sector": sector,
            "size_band": _size(rng, kind),
            "postcode": at_work(postcode(rng)),
        }
        unit.add("employers", row)
        found.append(Employer(key, name, sector, row=row))
    return found


def pick_employer(rng, unit, occupation, *, for_a_job: bool = False) -> Employer:
    """An employer where the occupation is met; for a job, one that has hired least."""
    fitting = unit.by_sector(occupation.sectors)
    if not for_a_job:
        return rng.choice(fitting)
    some = rng.sample(fitting, min(14, len(fitting)))
    chosen = min(some, key=lambda employer: employer.hired)
    chosen.hired += 1
    return chosen

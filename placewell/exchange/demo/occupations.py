"""Jobs that people get: SOC 2020 unit groups, titles, sectors, hours and pay.

Unit groups and what they cover: Office for National Statistics, SOC 2020
(from memory). Sectors are sections of SIC 2007. National Living Wage rates by
the date from which they hold: gov.uk (from memory).
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Occupation:
    """A unit group with the titles and places it is met under."""

    code: str
    sectors: str
    titles: tuple[str, ...]
    above_floor: float = 0.0  # pounds an hour over the living wage, about

    @property
    def group(self) -> str:
        """SOC 2020 sub-major group, two digits."""
        return self.code[:2]


_RAW = """
2134|JK|Junior web developer;Software tester|6
2142|JM|Junior graphic designer;Artwork assistant|3
3131|JO|IT support technician;Service desk analyst|2
3221|QO|Youth support worker;Community link worker|2
3231|QP|Sports coach;Activity leader|1
4122|MK|Accounts assistant;Payroll clerk|2
4131|OQ|Records clerk;Filing assistant|0.5
4133|HG|Stock control clerk;Inventory assistant|0.6
4135|PR|Library assistant|0.4
4159|OMN|Administrative assistant;Office assistant|0.8
4216|QMI|Receptionist;Front desk assistant|0.3
5113|AN|Gardener;Grounds maintenance worker|0.8
5231|G|Vehicle technician;Tyre fitter|2
5323|F|Painter and decorator|2
5434|I|Commis chef;Chef de partie|1.2
5435|IPQ|School cook;Cook|0.6
6111|P|Nursery assistant|0.2
6112|P|Teaching assistant|0.7
6129|RA|Kennel assistant;Animal care assistant|0
6131|Q|Healthcare assistant|0.9
6135|Q|Care assistant;Home carer;Support worker|0.6
7111|G|Sales assistant;Retail assistant|0.2
7112|G|Checkout assistant|0.3
7211|NK|Call handler;Contact centre adviser|0.6
7219|GHN|Customer service assistant|0.4
8139|C|Assembly operative;Production operative|0.8
8211|H|Delivery driver (7.5 tonne)|2
8214|H|Van driver;Parcel courier|0.9
9129|F|Building labourer;Site labourer|1.3
9132|CH|Packer;Pick and pack operative|0.2
9223|NQ|Cleaner;Domestic assistant;Housekeeper|0.1
9224|SN|Laundry assistant|0
9226|GS|Vehicle valeter|0.2
9231|N|Security officer;Retail security guard|0.8
9232|P|Midday supervisor|0.3
9241|G|Shelf filler;Night replenishment assistant|0.5
9252|H|Warehouse operative;Goods-in assistant|0.6
9262|Q|Hospital porter|0.5
9263|IP|Kitchen assistant;Kitchen porter;Catering assistant|0.1
9264|I|Waiter;Waiting staff|0
9265|I|Bar staff|0
9266|I|Barista;Cafe assistant|0.1
9267|R|Leisure centre attendant;Cinema assistant|0.2
"""


def _read() -> tuple[Occupation, ...]:
    found = []
    for line in _RAW.split("\n"):
        if line:
            code, sectors, titles, above = line.split("|")
            found.append(Occupation(code, sectors, tuple(titles.split(";")), float(above)))
    return tuple(found)


OCCUPATIONS = _read()
GROUPS = tuple(sorted({occupation.group for occupation in OCCUPATIONS}))
BY_GROUP = {group: tuple(one for one in OCCUPATIONS if one.group == group) for group in GROUPS}
HOURS = (8, 10, 12, 15, 16, 16, 18, 20, 20, 22.5, 24, 25, 30, 35, 37.5)
_FLOORS = (
    (date(2026, 4, 1), 12.71),
    (date(2025, 4, 1), 12.21),
    (date(2024, 4, 1), 11.44),
    (date(2023, 4, 1), 10.42),
)


def living_wage(day: date) -> float:
    """Pounds an hour for people of 21 and over on this day (gov.uk, from memory)."""
    return next((rate for start, rate in _FLOORS if start <= day), 9.50)

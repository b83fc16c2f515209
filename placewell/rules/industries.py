"""What employers do, as the national classification of industries groups them.

Source: Standard Industrial Classification 2007, sections and divisions, Office for National
Statistics (from memory; some titles shortened).
"""

# Section → its words.
SECTIONS = {
    "A": "Agriculture, forestry and fishing",
    "B": "Mining and quarrying",
    "C": "Manufacturing",
    "D": "Electricity and gas",
    "E": "Water and waste",
    "F": "Construction",
    "G": "Shops, wholesale and vehicle repair",
    "H": "Transport and storage",
    "I": "Hotels, cafés and restaurants",
    "J": "Information and communication",
    "K": "Finance and insurance",
    "L": "Property",
    "M": "Professional, scientific and technical",
    "N": "Administrative and support services",
    "O": "Public administration and defence",
    "P": "Education",
    "Q": "Health and social work",
    "R": "Arts, entertainment and recreation",
    "S": "Other services",
    "T": "Households as employers",
    "U": "International bodies",
}
_DIVISIONS = """
A 01 Crop and animal production, hunting
A 02 Forestry and logging
A 03 Fishing and aquaculture
B 05 Mining of coal and lignite
B 06 Extraction of crude petroleum and natural gas
B 07 Mining of metal ores
B 08 Other mining and quarrying
B 09 Mining support services
C 10 Food products
C 11 Beverages
C 12 Tobacco products
C 13 Textiles
C 14 Wearing apparel
C 15 Leather and related products
C 16 Wood and products of wood, except furniture
C 17 Paper and paper products
C 18 Printing and reproduction of recorded media
C 19 Coke and refined petroleum products
C 20 Chemicals and chemical products
C 21 Pharmaceutical products
C 22 Rubber and plastic products
C 23 Other non-metallic mineral products
C 24 Basic metals
C 25 Fabricated metal products
C 26 Computer, electronic and optical products
C 27 Electrical equipment
C 28 Machinery and equipment
C 29 Motor vehicles and trailers
C 30 Other transport equipment
C 31 Furniture
C 32 Other manufacturing
C 33 Repair and installation of machinery
D 35 Electricity, gas, steam and air conditioning
E 36 Water collection, treatment and supply
E 37 Sewerage
E 38 Waste collection, treatment and recovery
E 39 Remediation and other waste management
F 41 Construction of buildings
F 42 Civil engineering
F 43 Specialised construction
G 45 Motor trade and repair of vehicles
G 46 Wholesale trade
G 47 Retail trade
H 49 Land transport and pipelines
H 50 Water transport
H 51 Air transport
H 52 Warehousing and support for transport
H 53 Postal and courier services
I 55 Accommodation
I 56 Food and drink services
J 58 Publishing
J 59 Film, television, sound recording and music publishing
J 60 Broadcasting
J 61 Telecommunications
J 62 Computer programming and consultancy
J 63 Information services
K 64 Financial services
K 65 Insurance and pension funding
K 66 Services auxiliary to finance and insurance
L 68 Real estate
M 69 Legal and accounting services
M 70 Head offices and management consultancy
M 71 Architecture, engineering, testing
M 72 Scientific research and development
M 73 Advertising and market research
M 74 Other professional, scientific and technical services
M 75 Veterinary services
N 77 Rental and leasing
N 78 Employment agencies
N 79 Travel agencies and tour operators
N 80 Security and investigation
N 81 Services to buildings and landscape
N 82 Office and business support
O 84 Public administration and defence
P 85 Education
Q 86 Human health
Q 87 Residential care
Q 88 Social work without accommodation
R 90 Creative, arts and entertainment
R 91 Libraries, archives, museums
R 92 Gambling and betting
R 93 Sports, amusement and recreation
S 94 Membership organisations
S 95 Repair of computers and household goods
S 96 Other personal services
T 97 Households that employ domestic staff
T 98 Households that produce for own use
U 99 Extraterritorial organisations
"""
# Division → (its section, its words).
DIVISIONS = {
    line[2:4]: (line[0], line[5:]) for line in _DIVISIONS.strip().splitlines()
}  # fmt: skip


def division_title(*, division: str) -> str:
    """The words of a division; the code itself where the classification has none such, '' for none."""
    return DIVISIONS[division][1] if division in DIVISIONS else division

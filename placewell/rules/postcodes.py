"""The parts of a United Kingdom postcode: its area (LE), its district (LE2), and what follows.

Source: the forms that Royal Mail's programmers' guide lists, A9, A99, AA9, AA99, A9A and AA9A before the
space, and 9AA after it (from memory). What does not have this form has no district: another country's, or a slip.
"""

import re

DISTRICT = re.compile(r"(?P<area>[A-Z]{1,2})\d[A-Z\d]?")
WHOLE = re.compile(r"(?P<district>(?P<area>[A-Z]{1,2})\d[A-Z\d]?)(?:\d[A-Z]{2})?")
AREA = re.compile(r"[A-Z]{1,2}")


def district_of(*, postcode: str) -> str:
    """The district of a postcode in any spelling, whole or the district alone; '' where it has none."""
    found = WHOLE.fullmatch("".join(postcode.split()).upper())
    return found["district"] if found else ""


def area_of(*, district: str) -> str:
    """The letters with which a district begins; '' for what is no district."""
    found = DISTRICT.fullmatch(district)
    return found["area"] if found else ""


def place_named(*, words: str) -> str:
    """The district or the area that words name (a postcode names its district); '' for neither."""
    plain = "".join(words.split()).upper()
    return district_of(postcode=plain) or (plain if AREA.fullmatch(plain) else "")

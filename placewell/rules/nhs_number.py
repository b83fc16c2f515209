"""NHS numbers: ten digits of which the last checks the others.

Source: NHS Data Model and Dictionary, NHS NUMBER (modulus 11), through the ``nhs-number``
library. The library also refuses numbers of the Scottish range that begin with no real date; the
record asks for the check digit only, so that rule is not used here.
"""

import re

from nhs_number import calculate_checksum

TEN_DIGITS = re.compile(r"[0-9]{10}")
SPACING = re.compile(r"[\s-]+")


def is_valid(*, number: str) -> bool:
    """True for ten digits, and nothing else, whose check digit is right."""
    return bool(TEN_DIGITS.fullmatch(number)) and calculate_checksum(number[:9]) == int(number[9])


def as_typed(*, text: str) -> str:
    """What somebody typed without its spaces and hyphens: the form in which a number is kept."""
    return SPACING.sub("", text)


def spaced(*, number: str) -> str:
    """A number as people read it aloud: 943 476 5919. Other text comes back as it is."""
    if not TEN_DIGITS.fullmatch(number):
        return number
    return f"{number[:3]} {number[3:6]} {number[6:]}"

"""A week's log of employer contacts beside what is asked of a week.

How many are asked for is a local standard of the service (`employer_contacts_a_week`: 6 at least, from the
New Zealand specification and the key standards, verified). Which contacts count, and in which weeks, is item
17 of IPS-25 (edition of 7 January 2008, partly verified): face to face, by the specialist, over whole-time
equivalents, repeat visits too.
"""

from decimal import Decimal
from fractions import Fraction
from math import ceil

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def asked_of(*, least: int, fte: Decimal | Fraction) -> int:
    """How many contacts are asked of a week by somebody who works `fte` of full time: the next whole number."""
    return ceil(least * Fraction(fte))


def beside_target(*, met: int, asked: int | None) -> str:
    """“4 of 6, two to go”; “6 of 6”; “8, the 6 asked for and two more”; the bare number where none is asked for."""
    if asked is None:
        return str(met)
    if met > asked:
        return f"{met}, the {asked} asked for and {in_letters(met - asked)} more"
    return f"{met} of {asked}" + (f", {in_letters(asked - met)} to go" if met < asked else "")


def in_letters(number: int) -> str:
    """Two, up to nine; 10 and more in figures."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)

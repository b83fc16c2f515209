"""One vocational unit of the made-up service, while it is being drawn.

A service is as many units as its people need. Each unit has its own source of
chance for every part, so that a change in one part leaves the others as they
were, and each can be drawn, written and forgotten on its own.
"""

import random
from collections import defaultdict
from dataclasses import dataclass, field

from placewell.exchange.demo.days import Days

PEOPLE_A_UNIT = 120
GOLDEN = 0.6180339887498949  # steps of it fill the unit interval evenly


@dataclass
class Unit:
    """Rows drawn so far, with what later parts need to know of earlier ones."""

    number: int
    service: str
    people: int
    first_person: int  # how many people the units before this one support
    seed: int
    days: Days
    tables: dict = field(default_factory=lambda: defaultdict(list))
    teams: list = field(default_factory=list)
    workers: list = field(default_factory=list)
    employers: list = field(default_factory=list)
    courses: list = field(default_factory=list)
    diary: dict = field(default_factory=dict)
    _counts: dict = field(default_factory=lambda: defaultdict(int))
    _fitting: dict = field(default_factory=dict)
    _uses: dict = field(default_factory=lambda: defaultdict(int))

    def rng(self, part: str) -> random.Random:
        """A source of chance for this part of this unit, the same every time."""
        return random.Random(f"{self.seed}/{self.number}/{part}")

    def key(self, letter: str) -> str:
        """The next identifier of a kind: DEMO-C1, DEMO-C2; DEMO-3C1 in unit 3."""
        self._counts[letter] += 1
        number = self.number or ""
        return f"{self.service}-{number}{letter}{self._counts[letter]}"

    def add(self, table: str, row: dict) -> None:
        """Keep a row of a contract table."""
        self.tables[table].append(row)

    def by_sector(self, sectors: str) -> list:
        """Employers of any of these SIC sections; all of them if there is none."""
        if sectors not in self._fitting:
            found = [one for one in self.employers if one.sector in sectors]
            self._fitting[sectors] = found or self.employers
        return self._fitting[sectors]

    def least_used(self, rng, occupations):
        """Of some occupations, one that people here have had least often."""
        some = rng.sample(occupations, min(6, len(occupations)))
        chosen = min(some, key=lambda one: self._uses[one.code])
        self._uses[chosen.code] += 1
        return chosen

    def specialists_on(self, day: int) -> list:
        """Employment specialists in post on a day."""
        return [one for one in self.workers if one.is_specialist and one.in_post(day)]

    def spread(self, part: str) -> float:
        """The next of numbers from 0 to 1 that fill the interval evenly, not by luck."""
        self._counts[part] += 1
        return (self._counts[part] * GOLDEN + self.seed * 0.37 + self.number * 0.11) % 1

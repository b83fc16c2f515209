"""Chance with a seed, and with a liking for the days on which measures change their mind."""

import random
from datetime import date, datetime, time, timedelta

from tests.slow_ways.days import months_before, thirteen_mondays

DAYS_KNOWN_AFTER = 45


def edges_around(as_at):
    """The days at which some window of some measure opens or closes, and their neighbours."""
    mondays = thirteen_mondays(as_at)
    days = {as_at, mondays[0], mondays[-1] + timedelta(days=6), date(2024, 2, 29)}
    days |= {months_before(as_at, months) for months in (1, 2, 3, 6, 12, 24)}
    days |= {as_at - timedelta(days=back) for back in (14, 30, 90, 91, 112, 182)}
    return sorted(day + timedelta(days=step) for day in days for step in (-1, 0, 1))


class Dice:
    """A seeded source of choices for a service seen from an as-at day."""

    def __init__(self, seed, as_at):
        self.random = random.Random(seed)
        self.as_at = as_at
        self.opened = as_at - timedelta(days=self.random.randint(760, 860))
        self.today = as_at + timedelta(days=self.random.randint(0, DAYS_KNOWN_AFTER))
        self.edges = edges_around(as_at)
        # how often supervisors read the logs of employer contacts: mostly, now and then, hardly ever
        self.reading = self.pick([(1, 0.9, 0.75, 0.5), (1, 0.9, 0.75, 0.5), (0.75, 0.5, 0.2), (0.03,)])

    def chance(self, likelihood):
        """True about so often, from 0 to 1."""
        return self.random.random() < likelihood

    def pick(self, choices):
        """One of some choices."""
        return self.random.choice(list(choices))

    def some(self, choices, least=0, most=None):
        """A few different ones of some choices."""
        choices = list(choices)
        most = len(choices) if most is None else min(most, len(choices))
        return self.random.sample(choices, self.random.randint(min(least, most), most))

    def near(self, first, last, *months):
        """A day between two; one time in four the opening day of so many months, or the next."""
        opening = [months_before(self.as_at, number) + timedelta(days=step) for number in months for step in (0, 1)]
        opening = [day for day in opening if first <= day <= last]
        return self.pick(opening) if opening and self.chance(0.25) else self.day(first, last)

    def number(self, least, most):
        """A whole number, both ends included."""
        return self.random.randint(least, most)

    def maybe(self, value, likelihood=0.5):
        """The value about so often, else None."""
        return value if self.chance(likelihood) else None

    def day(self, first, last):
        """A day between two, both included, an edge of some window one time in three."""
        between = [day for day in self.edges if first <= day <= last]
        if between and self.chance(0.33):
            return self.pick(between)
        return first + timedelta(days=self.number(0, max(0, (last - first).days)))

    def days_from(self, first, last, shortest, longest):
        """Days from the first to the last, a random gap apart."""
        day = first
        while day <= last:
            yield day
            day += timedelta(days=self.number(shortest, longest))

    def moment(self, day):
        """A time on the day, now and then its first or last minute."""
        if self.chance(0.15):
            return datetime.combine(day, self.pick([time(0, 0), time(23, 59)]))
        return datetime.combine(day, time(self.number(8, 17), self.pick([0, 15, 30, 45])))


def last_day_of(episode, today):
    """The last day on which something may happen within the episode; None if there is none."""
    last = today
    if episode["ended_on"] is not None:
        last = min(last, episode["ended_on"] - timedelta(days=1))
    return last if episode["entered_on"] <= last else None


def covers(row, day):
    """Does the period cover the day?"""
    return row["started_on"] <= day and (row["ended_on"] is None or day < row["ended_on"])

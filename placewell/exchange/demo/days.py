"""Days of the made-up service, counted from the Monday of today's week.

Everything is drawn on whole days: 0 is the Monday of the week that holds
`today`, -7 the Monday before. Nothing is drawn from `today` itself, so moving
today by a day adds one day of the same history instead of another history.
"""

from datetime import date, timedelta

DAYS_A_WEEK = 7
DAYS_A_YEAR = 364  # whole weeks, so that weekdays stay where they are
CLOSED = frozenset({(12, 25), (12, 26), (1, 1)})  # month, day: nobody works


class Days:
    """Turns day numbers into dates and knows which of them are worked."""

    def __init__(self, *, today: date, years: int):
        self.today = today
        monday = today - timedelta(days=today.weekday())
        self._zero = monday.toordinal()
        self.first = -DAYS_A_YEAR * years
        self.last = DAYS_A_WEEK - 1
        self._dates = {
            number: date.fromordinal(self._zero + number) for number in range(self.first - 800, self.last + 900)
        }

    def on(self, number: int | None) -> date | None:
        """The date of a day number; none for none."""
        if number is None:
            return None
        found = self._dates.get(number)
        return found or date.fromordinal(self._zero + number)

    def is_worked(self, number: int) -> bool:
        """Monday to Friday and not one of the closed days."""
        if number % DAYS_A_WEEK > 4:
            return False
        day = self.on(number)
        return (day.month, day.day) not in CLOSED

    def working(self, number: int, weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)) -> int:
        """The day itself or the next one worked, of these weekdays (0 Monday)."""
        while number % DAYS_A_WEEK not in weekdays or not self.is_worked(number):
            number += 1
        return number

    def progress(self, number: int) -> float:
        """How far the service has come: 0 when it opened, 1 today."""
        return min(1.0, max(0.0, (number - self.first) / -self.first))

    def mondays(self, start: int, stop: int):
        """The Mondays from `start` (included) to `stop` (not included)."""
        return range(start + -start % DAYS_A_WEEK, stop, DAYS_A_WEEK)

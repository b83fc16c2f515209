"""How long until something happens, when some people are still waiting (Kaplan–Meier).

The plain mean of those to whom it happened looks better than the truth, because it leaves out
everybody still waiting. Whole days; somebody censored on day x is still at risk on day x; the
median is the first day on which survival is ½ or less, and there is none if that never comes.

Source: Kaplan and Meier 1958, Journal of the American Statistical Association 53:457–481 (from
memory); held to the statsmodels library by test.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Step:
    """One day of a life table.

    ``kept`` out of ``of`` is the survival after the day, unreduced: reducing big fractions at
    every step would cost far more than the sum itself.
    """

    day: int
    at_risk: int
    events: int
    censored: int
    kept: int
    of: int

    @property
    def survival(self) -> Fraction:
        """The share to whom it has not happened by the end of the day."""
        return Fraction(self.kept, self.of)


def life_table(*, counts: Iterable[tuple[int, int, int]]) -> tuple[Step, ...]:
    """The life table of (day, events, censored) counts, in any order, a day more than once or not.

    Raises ``ValueError`` for a negative day or count.
    """
    events: Counter[int] = Counter()
    censored: Counter[int] = Counter()
    for day, happened, left in counts:
        if day < 0 or happened < 0 or left < 0:
            raise ValueError(f"Day and counts cannot be below 0: {(day, happened, left)}")
        events[day] += happened
        censored[day] += left
    at_risk = events.total() + censored.total()
    kept, of, steps = 1, 1, []
    for day in sorted(events):
        if not at_risk:
            break
        if events[day]:
            kept, of = kept * (at_risk - events[day]), of * at_risk
        steps.append(Step(day, at_risk, events[day], censored[day], kept, of))
        at_risk -= events[day] + censored[day]
    return tuple(steps)


def median_day(*, steps: Iterable[Step]) -> int | None:
    """The first day on which survival is a half or less; None when it never is."""
    return next((step.day for step in steps if 2 * step.kept <= step.of), None)


def share_by(*, steps: Iterable[Step], day: int) -> Fraction | None:
    """The share to whom it has happened by the end of ``day``; None when nobody is followed."""
    table = list(steps)
    if not table:
        return None
    reached = [step for step in table if step.day <= day]
    return 1 - reached[-1].survival if reached else Fraction(0)

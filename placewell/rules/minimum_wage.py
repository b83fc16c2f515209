"""Whether pay is at the minimum wage of the day, for the age.

Source: National Minimum Wage Act 1998 and its yearly rates (United Kingdom), Minimum Wage Act 1983 and its
yearly rates (New Zealand); the amounts are data (``placewell.scales.minimum_wage``), each with its mark. The
apprentice rate holds under 19 and in the first year of the apprenticeship (partly verified). A rate holds for
pay periods that begin on its day or later; the record knows days, not pay periods.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from placewell.rules.competitive_job import SELF_EMPLOYED
from placewell.rules.finding import Finding, Verdict, said
from placewell.rules.rounding import Exact, exact
from placewell.rules.windows import months_back

APPRENTICESHIP, GROWN_UP_APPRENTICE, A_YEAR = "apprenticeship", 19, 12


@dataclass(frozen=True)
class Rate:
    """One rate: whom it is for, its ages (both included, None is open), its amount an hour and when it holds.

    ``when`` is ``always``, ``apprentice``, or ``agreed``: whether it applies is not in the record.
    """

    name: str
    from_age: int | None
    to_age: int | None
    amount: Exact
    when: str

    def covers(self, age: int | None) -> bool:
        """Whether the rate can be for this age; an age that is not known can be any."""
        if age is None:
            return True
        return (self.from_age is None or self.from_age <= age) and (self.to_age is None or age <= self.to_age)


@dataclass(frozen=True)
class RateTable:
    """The rates of a country from a day on, until another; with the document that says so and its mark."""

    country: str
    currency: str
    from_on: date
    until_on: date
    rates: tuple[Rate, ...]
    source: str
    mark: str


@dataclass(frozen=True)
class Pay:
    """What is paid an hour to whom: None where it is not recorded."""

    amount: Exact | None
    currency: str
    contract: str
    job_began_on: date
    born_on: date | None


def table_for(*, tables: Sequence[RateTable], country: str, on: date) -> RateTable | None:
    """The rates of a country on a day; None where they are not known."""
    return next((one for one in tables if one.country == country and one.from_on <= on < one.until_on), None)


def age_on(*, born_on: date | None, on: date) -> int | None:
    """Whole years of age on a day."""
    if born_on is None:
        return None
    return on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))


def meets_minimum(*, pay: Pay, country: str, on: date, tables: Sequence[RateTable]) -> Finding:
    """Whether the pay is at least the minimum wage of the day, for the age. Source: as the module says.

    Met or not met only where the record leaves no doubt; where age or agreement could change the
    answer it is not recorded. A day without rates is not recorded, never a guess.
    """
    if pay.contract == SELF_EMPLOYED:
        return Finding(Verdict.DOES_NOT_APPLY, "the person is self-employed")
    if pay.amount is None:
        return Finding(Verdict.NOT_RECORDED, "the pay is not recorded")
    table = table_for(tables=tables, country=country, on=on)
    if table is None:
        return Finding(Verdict.NOT_RECORDED, f"the minimum wage of {said(on)} is not known here")
    if pay.currency != table.currency:
        return Finding(Verdict.NOT_RECORDED, f"it is paid in another currency than {table.currency}")
    age = age_on(born_on=pay.born_on, on=on)
    possible = _possible(pay, table, age, on)
    if not possible:
        return Finding(Verdict.DOES_NOT_APPLY, f"there is no minimum wage at the age of {age}")
    return _compared(exact(pay.amount), possible, table, age)


def _possible(pay: Pay, table: RateTable, age: int | None, on: date) -> list[Rate]:
    """The rates of which one holds, as far as the record says."""
    fitting = [rate for rate in table.rates if rate.covers(age)]
    apprentice = [rate for rate in fitting if rate.when == "apprentice"]
    others = [rate for rate in fitting if rate.when != "apprentice"]
    if pay.contract != APPRENTICESHIP or not apprentice:
        return others
    if on < months_back(as_at=pay.job_began_on, months=-A_YEAR) or (age is not None and age < GROWN_UP_APPRENTICE):
        return apprentice
    return others if age is not None else fitting


def _compared(amount: Exact, possible: list[Rate], table: RateTable, age: int | None) -> Finding:
    low, high = min(possible, key=lambda rate: exact(rate.amount)), max(possible, key=lambda rate: exact(rate.amount))
    if amount >= exact(high.amount):
        return Finding(Verdict.MET, f"it is at or above {_rate(high, table)}")
    if amount < exact(low.amount):
        return Finding(Verdict.NOT_MET, f"it is below {_rate(low, table)}")
    if age is None:
        return Finding(Verdict.NOT_RECORDED, f"it depends on the age, which is not recorded: {_rate(high, table)}")
    return Finding(
        Verdict.NOT_RECORDED, f"it is below {_rate(high, table)}, and allowed only where {_rate(low, table)} was agreed"
    )


def _rate(rate: Rate, table: RateTable) -> str:
    return f"{rate.amount} {table.currency} an hour for {rate.name}, from {said(table.from_on)}"

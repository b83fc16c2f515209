"""Pay beside the minimum wage of the day: at it, below it, or not known, and why."""

from dataclasses import asdict, dataclass
from datetime import date
from functools import cache

from placewell.records.models import Job
from placewell.rules.finding import Finding, Verdict
from placewell.rules.minimum_wage import Pay, Rate, RateTable, meets_minimum, table_for
from placewell.rules.rounding import money
from placewell.scales.minimum_wage import minimum_wages
from placewell.web.presenters.country import sign
from placewell.web.presenters.wording import day, listed
from placewell.web.presenters.work.terms import Terms


@dataclass(frozen=True)
class PayLine:
    """How the pay stands by the law, in words. `is_below` marks it."""

    words: str
    is_below: bool
    source: str


@cache
def tables() -> tuple[RateTable, ...]:
    """The rates of the law, as the rule takes them."""
    return tuple(
        RateTable(**{**asdict(one), "rates": tuple(Rate(**asdict(rate)) for rate in one.rates)})
        for one in minimum_wages()
    )


def pay_found(job: Job, terms: Terms, country: str, on: date) -> Finding:
    """Whether the pay of a job meets the minimum wage on a day."""
    pay = Pay(terms.pay, job.currency, job.contract, job.started_on, job.episode.client.date_of_birth)
    return meets_minimum(pay=pay, country=country, on=on, tables=tables())


def pay_line(job: Job, terms: Terms, country: str, on: date) -> PayLine | None:
    """What is worth saying of the pay on a day; None when it is at the minimum wage and recorded as such."""
    found = pay_found(job, terms, country, on)
    table = table_for(tables=tables(), country=country, on=on)
    source = table.source if table else ""
    if found.verdict == Verdict.NOT_MET:
        told = " The record says that it pays the minimum wage: look again." if job.meets_minimum_wage else ""
        return PayLine(f"On {day(on)} {found.because}.{told}", True, source)
    if found.verdict == Verdict.NOT_RECORDED and terms.pay is not None:
        return PayLine(f"Minimum wage: not known. {found.because[:1].upper()}{found.because[1:]}.", False, source)
    if found.verdict == Verdict.MET and not job.meets_minimum_wage:
        return PayLine(f"Recorded as below the minimum wage; on {day(on)} {found.because}.", False, source)
    return None


def rates_in_words(country: str, on: date) -> str:
    """The rates of a day in a sentence; '' where they are not known."""
    table = table_for(tables=tables(), country=country, on=on)
    if table is None:
        return ""
    rates = [f"{sign(table.currency)}{money(rate.amount)} for {rate.name}" for rate in table.rates]
    return f"Minimum wage an hour from {day(table.from_on)}: {listed(rates)}. Less can be recorded too; it is marked."

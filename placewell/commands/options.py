"""Options that several commands share."""

from datetime import date

import click

# Figures look back up to two years and more: a year 1 has nothing before it to look back to.
FIRST_YEAR = 1900


class Day(click.ParamType):
    """A date in ISO form, 2026-06-30, of 1900 or later. Anything else is a wrong command line."""

    name = "date"

    def convert(self, value, param, ctx):
        if isinstance(value, date):
            return value
        try:
            if len(value) != 10:
                raise ValueError
            day = date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is not a date. Write it as year-month-day, for example 2026-06-30.", param, ctx)
        if day.year < FIRST_YEAR:
            self.fail(f"{value} lies before {FIRST_YEAR}, and no record goes back that far.", param, ctx)
        return day

    def get_metavar(self, param, ctx=None):
        return "DATE"


as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
of_service = click.option("--service", "service_key", metavar="ID", required=True, help="The service's identifier.")
as_at = click.option("--as-at", type=Day(), help="The day the figure is for [default: today at the service].")


def from_and_to(*, required: bool):
    """`--from` and `--to`: the first and the last day of a period, both included."""

    def decorate(do):
        do = click.option("--to", type=Day(), required=required, help="Last day of the period.")(do)
        return click.option("--from", "from_", type=Day(), required=required, help="First day of the period.")(do)

    return decorate


def check_period(from_: date | None, to: date | None) -> None:
    """Raise click.UsageError when only one end is given, or they stand the wrong way round."""
    if (from_ is None) != (to is None):
        raise click.UsageError("Give --from and --to together.")
    if from_ is not None and from_ > to:
        raise click.UsageError(f"--from {from_} lies after --to {to}.")

"""The better-off sum that stands beside benefits advice: what somebody worked out, with which tool and rates."""

from placewell.records.base import Record, day, filled, link, number, once, text


class BetterOffSum(Record):
    """What a job, or a change in it, does to a person's money in a week; one for each advice.

    It is kept as it was worked out, with the tool's version and the day of its rates, so that it can
    be told what has changed since. Money is in the currency of the service's country.
    """

    happened = "worked_out_on"
    goes_with = "advice"

    advice = link("BenefitsAdvice")
    worked_out_on = day()
    adviser_name = text("who worked it out", optional=False)
    tool = text("tool or method", optional=False)
    tool_version = text()
    rates_on = day("rates of which day", optional=True)
    weekly_difference = number("difference a week", optional=True)
    result = text("the result in words", optional=False)
    given_on = day("given to the person on", optional=True)

    class Meta:
        verbose_name = "better-off sum"
        constraints = [
            once("advice", name="once", message="This advice has its better-off sum. Correct that one."),
            filled("adviser_name", "tool", "result"),
        ]

    def __str__(self):
        return f"better-off sum of {self.worked_out_on:%-d %B %Y}"

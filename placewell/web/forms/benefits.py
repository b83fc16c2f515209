"""Questions about what came of benefits advice, and about the better-off sum."""

from placewell.records.plans import AdviserKind
from placewell.web.forms.records import ChoiceField, DayField, LongText, NumberField, RecordForm, ShortText, YesNoField

WEEK = 5000


class AnswerForm(RecordForm):
    """What came of advice that was offered."""

    declined = YesNoField(
        label="What came of it?", yes="The person did not want it", no="It was given", missing="Choose what came of it",
        inline=False, help_text="Not wanting it is an answer: it was offered all the same",
    )  # fmt: skip
    held_on = DayField(label="When was it given? (if it was)", called="the date it was given", required=False)
    adviser = ChoiceField(label="Who gave it? (if it was)", choices=AdviserKind)
    written_result = YesNoField(label="Did the person get a written calculation of their own?", inline=True)


class SumForm(RecordForm):
    """A better-off sum that somebody worked out."""

    keeps_offline = True

    result = LongText(
        label="What does it say?", missing="Write down what the sum says", rows=4,
        help_text="In plain words, for example: with 16 hours you keep about £62 a week more",
    )  # fmt: skip
    weekly_difference = NumberField(
        label="Better off by how much a week? (optional)", low=-WEEK, high=WEEK, called="the difference",
        help_text="With a minus if it is less",
    )  # fmt: skip
    adviser_name = ShortText(label="Who worked it out?", missing="Enter who worked it out")
    tool = ShortText(
        label="With which tool?", missing="Enter the tool, or “by hand”", help_text="For example, the name of a calculator"
    )
    tool_version = ShortText(label="Which version of it? (optional)")
    rates_on = DayField(label="Rates of which day? (optional)", called="the date of the rates", required=False)
    worked_out_on = DayField(label="When was it worked out?", called="the date")
    given_on = DayField(label="When was it given to the person? (if it was)", called="the date", required=False)

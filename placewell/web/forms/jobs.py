"""Questions about a job: its start, changes, its end."""

from placewell.records.jobs import Contract, JobEnd
from placewell.scales.occupations import code_named, kinds_like
from placewell.web.forms.employers import NamesEmployer, which_employer
from placewell.web.forms.records import (
    ChoiceField,
    DayField,
    NumberField,
    RecordForm,
    RowField,
    ShortText,
    YesNoField,
)

WEEK = 80


class NamesOccupation(RecordForm):
    """A form that names a kind of work: in words that may mean several, of which one is chosen."""

    def __init__(self, *args, **told):
        super().__init__(*args, **told)
        offered = self.kinds_offered()
        self.fields["which_occupation"].choices = offered
        if not offered:
            del self.fields["which_occupation"]

    def kinds_offered(self) -> list[tuple[str, str]]:
        """Kinds of work that the words may mean; none where they name one beyond doubt."""
        typed = self.data.get("occupation_code", "")[:200] if self.is_bound else ""
        if not typed.strip() or code_named(words=typed):
            return []
        return [(one.code, f"{one.code} {one.title}") for one in kinds_like(words=typed)]

    def clean_occupation_code(self) -> str:
        typed = self.cleaned_data["occupation_code"]
        if not typed:
            return ""
        code = code_named(words=typed)
        if not code and not self.kinds_offered():
            self.add_error("occupation_code", "No kind of work is like these words. Try others, like shop or cleaner")
        return code or typed

    def facts(self) -> dict:
        facts = super().facts()
        chosen = self.cleaned_data.get("which_occupation")
        return {**facts, "occupation_code": chosen} if chosen else facts


class AboutJob(NamesOccupation):
    """What a job is."""

    title = ShortText(label="Job title", missing="Enter the job title")
    occupation_code = ShortText(
        label="Kind of work", missing="Enter the kind of work in a few words, like kitchen porter", list="occupations",
        help_text="A few words, like kitchen porter, or the four digits of the SOC 2020 unit group.",
    )  # fmt: skip
    which_occupation = ChoiceField(
        label="Which kind of work is it?", choices=[], missing="Choose the kind of work that is meant",
        help_text="None of these? Change the words above.", small=True,
    )  # fmt: skip
    started_on = DayField(label="First day of the job", called="the first day of the job")
    hours_per_week = NumberField(
        label="Hours a week", missing="Enter the hours a week", high=WEEK, called="the hours a week"
    )
    pay_per_hour = NumberField(label="Pay an hour, before tax (optional)", high=10_000, called="the pay an hour")
    currency = ShortText(label="Currency", help_text="Three letters, for example GBP", longest=3, width=3)
    contract = ChoiceField(label="Contract", choices=Contract, missing="Choose the contract")
    meets_minimum_wage = YesNoField(
        label="Does it pay the minimum wage or more?", missing="Say whether it pays the minimum wage"
    )
    open_to_anyone = YesNoField(
        label="Could anyone have applied?", missing="Say whether anyone could have applied",
        help_text="No, if the job is set aside for disabled people.",
    )  # fmt: skip
    paid_by_employer = YesNoField(
        label="Does the employer pay the wage?", missing="Say whether the employer pays the wage",
        help_text="No, if a programme pays it, or the person is self-employed.",
    )  # fmt: skip

    not_facts = {"submission", "which_occupation"}

    def clean_currency(self) -> str:
        code = self.cleaned_data["currency"].upper()
        if code and not (len(code) == 3 and code.isascii() and code.isalpha()):
            self.add_error("currency", "A currency has three letters, like GBP")
        return code


class JobForm(AboutJob, NamesEmployer):
    """A job start."""

    keeps_offline = True

    employer_name = ShortText(label="Employer", help_text="Leave empty for self-employed work.", list="employers")
    which_employer = which_employer()

    not_facts = {"submission", "employer_name", "which_employer", "which_occupation"}
    field_order = ["title", "employer_name", "which_employer", "occupation_code", "which_occupation"]

    def clean(self):
        cleaned = super().clean()
        named, contract = cleaned.get("employer_name"), cleaned.get("contract")
        if contract and bool(named) == (contract == Contract.SELF_EMPLOYED):
            wrong = "Leave this empty for self-employed work" if named else "Enter the name of the employer"
            self.add_error("employer_name", wrong)
        return cleaned


class WholeJobForm(AboutJob):
    """Everything about a job, to be corrected."""

    employer = RowField(label="Employer", empty="None: self-employed")
    ended_on = DayField(
        label="First day without the job (if it ended)", called="the day on which the job ended", required=False
    )
    end_reason = ChoiceField(label="Why it ended (if it did)", choices=JobEnd, as_list=True)
    end_known_on = DayField(label="You learned of the end on", called="the date you learned of it", required=False)
    next_job_help_offered_on = DayField(
        label="Help towards the next job was offered on", called="the date help was offered", required=False
    )


class JobChangeForm(RecordForm):
    """New hours or pay, from a day on."""

    keeps_offline = True

    changed_on = DayField(label="From which day?", called="the day of the change")
    hours_per_week = NumberField(label="Hours a week now (if changed)", high=WEEK, called="the hours a week")
    pay_per_hour = NumberField(label="Pay an hour now, before tax (if changed)", high=10_000, called="the pay an hour")

    def clean(self):
        cleaned = super().clean()
        if not self.errors and cleaned.get("hours_per_week") is None and cleaned.get("pay_per_hour") is None:
            self.add_error("hours_per_week", "Enter the new hours, the new pay or both")
        return cleaned


class NextHelpForm(RecordForm):
    """When help towards the next job was offered."""

    next_job_help_offered_on = DayField(
        label="When did you offer help towards the next job?", called="the date help was offered"
    )

"""What is asked about staff, their terms, their clinical teams and their leaving."""

from decimal import Decimal

from django.core.exceptions import ValidationError

from placewell.records.staff import StaffRole
from placewell.web.forms.records import (
    CheckedForm,
    ChoiceField,
    DayField,
    NumberField,
    RecordForm,
    RowField,
    ShortText,
    YesNoField,
    correction_of,
)
from placewell.web.presenters.roles import in_country

LEAST, MOST = Decimal("0.05"), Decimal(1)


class PersonForm(RecordForm):
    """Who a member of staff is."""

    full_name = ShortText(label="Full name", missing="Enter the full name", autocomplete="off", spellcheck=False)
    email = ShortText(
        label="Email address (optional)", help_text="At work. It is offered when they are invited.", type="email",
        spellcheck=False,
    )  # fmt: skip
    started_on = DayField(label="First day in post", called="the first day in post")

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        if email and ("@" not in email or " " in email):
            raise ValidationError("Enter an email address like name@example.org")
        return email


CorrectPersonForm = correction_of(PersonForm)


class TermsForm(RecordForm):
    """On what terms somebody works."""

    role = ChoiceField(label="Role", choices=StaffRole, missing="Choose the role")
    fte = NumberField(
        label="Whole-time equivalent", help_text="1 is full time, 0.5 is half the week", low=LEAST, high=MOST,
        missing="Enter the whole-time equivalent", called="whole-time equivalent", width=4,
    )  # fmt: skip
    supervisor = RowField(label="Supervisor (optional)", empty="Nobody yet")
    base = ShortText(label="Usual desk (optional)", help_text="For example, with the North team at Elm House")
    new_or_struggling = YesNoField(
        label="Is the person new to the work, or finding it hard?",
        help_text="Field mentoring is then monthly, else every three months.",
    )

    def __init__(self, *args, supervisors, country: str, **told):
        super().__init__(*args, **told)
        self.fields["supervisor"].queryset = supervisors
        role = self.fields["role"]
        role.choices = [(value, in_country(str(label), country)) for value, label in StaffRole.choices]


class AddStaffForm(TermsForm, PersonForm):
    """A member of staff with their first terms."""

    field_order = ["full_name", "email", "started_on", "role", "fte", "supervisor", "base", "new_or_struggling"]


class ChangeTermsForm(TermsForm):
    """Other terms, from a day on."""

    started_on = DayField(label="From which day?", called="the day")
    field_order = ["started_on"]


class AttachForm(RecordForm):
    """A clinical team that somebody works in."""

    team = RowField(label="Clinical team", missing="Choose the clinical team")
    started_on = DayField(label="From which day?", called="the day")

    def __init__(self, *args, teams, **told):
        super().__init__(*args, **told)
        self.fields["team"].queryset = teams


class DetachForm(RecordForm):
    """From which day on somebody does not work in a team any more."""

    ended_on = DayField(
        label="From which day do they not work in this team any more?", called="the day",
        help_text="That day is not covered any more.",
    )  # fmt: skip


class LeavingDayForm(RecordForm):
    """The day from which somebody is not in post."""

    ended_on = DayField(
        label="From which day are they not in post any more?", called="the day",
        help_text="The day after their last day. For example, somebody whose last day is 31 3 2026 is not in post from 1 4 2026.",
    )  # fmt: skip


class LeaveForm(CheckedForm):
    """Who takes over when somebody leaves: one question for each person in reach, one for all others."""

    def __init__(self, *args, episodes, others: int, supervised: int, colleagues, supervisors, **told):
        super().__init__(*args, **told)
        self.episodes, self.others = episodes, others
        for episode, label in episodes:
            self.fields[f"episode_{episode}"] = successor(f"Who becomes key worker of {label}?", colleagues)
        if others:
            people = "the person" if others == 1 else f"the {others} people"
            self.fields["all_others"] = successor(f"Who becomes key worker of {people} they hold?", colleagues)
        if supervised:
            field = RowField(label="Who supervises their staff from that day? (optional)", empty="Nobody yet")
            field.queryset = supervisors
            self.fields["supervisor"] = field
        self.order_fields([name for name in self.fields if name != "submission"])

    @property
    def is_checked(self) -> bool:
        """Also when there is nothing to be asked: the page itself says what will happen."""
        return super().is_checked or not list(self.visible_fields())

    def handed_to(self, held: list[int]) -> dict:
        """Episode's id → who takes it over, for every episode held."""
        rest = self.cleaned_data.get("all_others")
        return {episode: self.cleaned_data.get(f"episode_{episode}", rest) for episode in held}

    def supervisor(self):
        """Who supervises the staff from then; None for nobody yet."""
        return self.cleaned_data.get("supervisor")


def successor(label: str, colleagues) -> RowField:
    """A question for a colleague in post."""
    field = RowField(label=label, missing=f"{label.removesuffix('?')}: choose somebody")
    field.queryset = colleagues
    return field

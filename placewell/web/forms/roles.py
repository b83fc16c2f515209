"""What is asked when somebody is invited, or given a role."""

from placewell.access.roles import GRANTS, OF_STAFF, Role
from placewell.web.forms.records import (
    CheckedForm,
    ChoiceField,
    DayField,
    LongText,
    RecordForm,
    RowField,
    SeveralField,
    ShortText,
)
from placewell.web.presenters.roles import in_country
from placewell.web.presenters.wording import day

# A client's own account is made from their record, by those who work with them.
OFFERED = [role for role in Role if role != Role.CLIENT]


class ChooseRoleForm(RecordForm):
    """Which role, with what each may see and do."""

    role = ChoiceField(label="Role", choices=[], missing="Choose a role", hidden_label=True)

    def __init__(self, *args, country: str, **told):
        super().__init__(*args, **told)
        field = self.fields["role"]
        field.choices = [(role.value, in_country(str(role.label), country)) for role in OFFERED]
        field.widget.look.hints.update({role.value: in_country(GRANTS[role].in_words, country) for role in OFFERED})


class RoleForm(RecordForm):
    """What a role points to: whom, which clinical teams, which review, and until when."""

    def __init__(self, *args, role: str, staff, teams, reviews, **told):
        super().__init__(*args, **told)
        self.role, self.teams, self.reviews = role, {str(one.pk): one for one in teams}, reviews
        if role in OF_STAFF:
            self.fields["staff"] = RowField(
                label="Who of the staff is it?", missing="Choose the member of staff",
                help_text="Somebody missing? Add them under Staff first.",
            )  # fmt: skip
            self.fields["staff"].queryset = staff
        if role == Role.CLINICIAN:
            self.fields["teams"] = SeveralField(
                label="Clinical teams", choices=[(pk, one.name) for pk, one in self.teams.items()],
                missing="Choose at least one clinical team", help_text="They see the people of these teams only.",
            )  # fmt: skip
        if role == Role.REVIEWER and reviews:
            self.fields["review"] = ChoiceField(
                label="Fidelity review (optional)", as_list=True,
                choices=[(str(one.pk), f"{one.get_kind_display()}, {day(one.scored_on)}") for one in reviews],
            )  # fmt: skip
        reviewer = role == Role.REVIEWER
        self.fields["role_ends_on"] = DayField(
            label="First day without access" if reviewer else "First day without access (optional)",
            called="the first day without access", required=reviewer,
            help_text="A reviewer’s access ends with the review." if reviewer else "Leave it empty when it goes on.",
        )  # fmt: skip

    def facts(self) -> dict:
        facts = super().facts()
        if "teams" in facts:
            facts["teams"] = [self.teams[pk] for pk in facts["teams"]]
        if "review" in facts:
            facts["review"] = next((one for one in self.reviews if str(one.pk) == facts["review"]), None)
        return facts


class InviteForm(RoleForm):
    """Whom to invite to a role."""

    email = ShortText(
        label="Email address", missing="Enter the email address", type="email", spellcheck=False, longest=254,
        help_text="They sign in with it. It cannot be changed later.",
    )  # fmt: skip

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].strip()
        name, _, host = email.partition("@")
        if not name or "." not in host or " " in email:
            self.add_error("email", "Enter an email address like name@example.org")
        return email


class EndRoleForm(CheckedForm):
    """From which day a role allows nothing any more."""

    on = DayField(label="First day without this role", called="the first day without this role")


class CloseAccountForm(RecordForm):
    """Why an account is closed."""

    because = LongText(label="Why is the account closed?", missing="Say why the account is closed", rows=3)


class WithdrawInvitationForm(RecordForm):
    """Why an invitation is taken back."""

    because = LongText(label="Why is the invitation withdrawn?", missing="Say why it is withdrawn", rows=3)


class ReopenForm(RecordForm):
    """Only a button."""

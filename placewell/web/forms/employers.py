"""Questions about employers and contacts with them."""

from copy import deepcopy

from placewell.records.contact_words import Mode
from placewell.records.employers import EmployerContactPurpose, SizeBand
from placewell.rules.alike import folded, near
from placewell.rules.industries import SECTIONS
from placewell.rules.occupations import SUB_MAJOR_GROUPS
from placewell.web.forms.records import ChoiceField, DayField, LongText, RecordForm, RowField, ShortText, YesNoField
from placewell.web.nhs.widgets import Radios

NEW = "new"

class EmployerForm(RecordForm):
    """Who the employer is."""

    name = ShortText(label="Name of the employer", missing="Enter the name of the employer")
    sector = ChoiceField(label="What do they do? (optional)", choices=list(SECTIONS.items()), as_list=True)
    size_band = ChoiceField(label="How many people work there? (optional)", choices=SizeBand)
    postcode = ShortText(label="Postcode (optional)", width=10, longest=12)


class NamesEmployer(RecordForm):
    """A form that names an employer: one of the unit's, or a new one.

    `employers` are (id, name) of the unit's, needed once it was sent. A name that is near to others
    is asked about once, so that one employer is not kept twice. `names_it` is the field of the name.
    """

    names_it = "employer_name"

    def __init__(self, *args, employers=(), **told):
        super().__init__(*args, **told)
        self.employers = list(employers)
        if "which_employer" not in self.fields:
            return
        self.fields["which_employer"].widget = Radios()
        self.fields["which_employer"].choices = self.offered()
        if len(self.fields["which_employer"].choices) == 0:
            del self.fields["which_employer"]

    def offered(self) -> list[tuple[str, str]]:
        """What may be meant by the name that was typed; nothing where it is plain."""
        typed = " ".join(self.data.get(self.names_it, "").split())[:200] if self.is_bound else ""
        if not typed or self.exactly(typed) is not None:
            return []
        by_name = {name: pk for pk, name in reversed(self.employers)}
        close = near(name=typed, others=by_name)
        offered = [(str(by_name[name]), name) for name in close]
        return [*offered, (NEW, f"Add “{typed}” as a new employer")] if offered else []

    def exactly(self, typed: str) -> int | None:
        """The employer of just that name, by its id."""
        meant = folded(typed)
        return next((pk for pk, name in self.employers if folded(name) == meant), None)

    def employer_facts(self) -> tuple[int | None, str]:
        """The id of a known employer, or None and the name of a new one ('' for nobody)."""
        typed = " ".join(self.cleaned_data.get(self.names_it, "").split())
        chosen = self.cleaned_data.get("which_employer", "")
        if chosen and chosen != NEW:
            return int(chosen), ""
        return (self.exactly(typed), typed) if chosen != NEW else (None, typed)


def which_employer() -> ChoiceField:
    """The question that is asked when a name is near to others."""
    return ChoiceField(
        label="Which employer do you mean?", choices=[], missing="Choose the employer you mean, or add a new one",
        help_text="There are employers with a name like this.",
    )  # fmt: skip


class NewEmployerForm(NamesEmployer, EmployerForm):
    """A new employer; a name like that of a known one is asked about."""

    names_it = "name"
    field_order = ("name", "which_employer", "sector", "size_band", "postcode")
    not_facts = {"submission", "which_employer"}

    name = ShortText(label="Name of the employer", missing="Enter the name of the employer", list="employers")
    which_employer = which_employer()

    def exactly(self, typed: str) -> int | None:
        """None: an employer of just that name is asked about too, for there can be two."""
        return None


class OfContact(RecordForm):
    """What is asked of every contact with an employer, when it is recorded and when it is corrected."""

    made_on = DayField(label="Which day?", called="the date of the contact")
    mode = ChoiceField(label="How?", choices=Mode, missing="Choose how you were in touch")
    purpose = ChoiceField(label="What for?", choices=EmployerContactPurpose, missing="Choose what it was for")
    hiring_authority = YesNoField(
        label="Did you meet somebody who can hire?", missing="Say whether you met somebody who can hire"
    )
    planned = YesNoField(label="Was it planned beforehand?", inline=True)
    occupation_group = ChoiceField(
        label="Which kind of work did you talk about? (optional)", choices=list(SUB_MAJOR_GROUPS.items()), as_list=True
    )


class EmployerContactForm(NamesEmployer, OfContact):
    """A contact with an employer."""

    keeps_offline = True
    field_order = ("employer_name", "which_employer")

    employer_name = ShortText(
        label="Employer", missing="Enter the name of the employer", list="employers",
        help_text="Type the name. A new name is added to the unit’s list.",
    )  # fmt: skip
    which_employer = which_employer()
    met = ShortText(
        label="Whom did you meet? (optional)", list="people", help_text="A new name is added to the employer’s people.",
    )  # fmt: skip
    learned = LongText(
        label="What did you learn? (optional)", rows=3, autocapitalize="sentences",
        help_text="Roles, shifts, how they recruit, what they worry about. Nothing about the health of a person.",
    )  # fmt: skip
    staff = RowField(label="Who made the contact?", missing="Choose who made the contact")
    next_what = ShortText(label="What is next? (optional)")
    next_due_on = DayField(label="By when? (optional)", called="the day of the next step", required=False)

    not_facts = {"submission", "employer_name", "which_employer", "next_what", "next_due_on"}

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("next_due_on") and not cleaned.get("next_what"):
            self.add_error("next_what", "Enter what will be done by that day, or clear the day")
        return cleaned

    def next_step(self) -> dict | None:
        """What will be done next, and by when; None for nothing."""
        what = self.cleaned_data["next_what"]
        return {"what": what, "due_on": self.cleaned_data["next_due_on"]} if what else None

    def facts(self) -> dict:
        return {**super().facts(), "made_by_client": False, "next_step": self.next_step()}


class ContactAboutForm(EmployerContactForm):
    """A contact with an employer about a person; the person may have made it.

    Why it was made against what the person chose is asked once that was said, and not before.
    """

    staff = RowField(label="Who made the contact?", empty="The person themselves")
    against_plan = LongText(
        label="Why was it made all the same? (in an emergency only)", rows=3,
        help_text="It is recorded as made against the plan, with these words, and your supervisor reads it.",
    )  # fmt: skip

    def __init__(self, *args, **told):
        super().__init__(*args, **told)
        if "against_plan" not in self.data:
            del self.fields["against_plan"]

    def ask_why(self) -> None:
        """Ask why it was made all the same."""
        self.fields.setdefault("against_plan", deepcopy(self.base_fields["against_plan"]))

    def facts(self) -> dict:
        return {**super().facts(), "made_by_client": self.cleaned_data["staff"] is None}


class VisitAgainForm(EmployerContactForm):
    """Another visit to an employer that is known, its answers filled in from the last time."""

    employer_name = None
    which_employer = None
    site = RowField(label="Where? (optional)", empty="Not said")

    field_order = ("learned", "next_what", "next_due_on", "met", "hiring_authority", "planned", "made_on", "mode", "purpose")


class WholeEmployerContactForm(OfContact):
    """Everything about a contact with an employer, to be corrected."""

    field_order = ("employer",)

    employer = RowField(label="Employer", missing="Choose the employer")
    made_by_client = YesNoField(label="Did the person make it themselves?", missing="Say whether the person made it")
    staff = RowField(label="Which of us? (if one of us made it)", empty="Nobody of us")

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("made_by_client") is not None and bool(cleaned.get("staff")) == cleaned["made_by_client"]:
            self.add_error("staff", "Choose one of us, or say that the person made it")
        return cleaned

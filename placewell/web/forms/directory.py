"""Questions about employers beyond a contact: what they need, sites, people, and two that are one."""

from placewell.records.directory import DisabilityConfident
from placewell.rules.industries import DIVISIONS
from placewell.web.forms.employers import NamesEmployer, which_employer
from placewell.web.forms.records import ChoiceField, DayField, LongText, RecordForm, RowField, ShortText, YesNoField


class CardForm(RecordForm):
    """What an employer needs and has done, and who keeps in touch."""

    needs = LongText(
        label="What do they need? (optional)", rows=4,
        help_text="Roles they hire for, shifts, how they recruit, in their words.",
    )  # fmt: skip
    adjustments = LongText(label="Which adjustments have they made for people? (optional)", rows=3)
    division = ChoiceField(
        label="What do they do? (optional)", choices=[(code, title) for code, (_, title) in DIVISIONS.items()],
        as_list=True,
    )  # fmt: skip
    disability_confident = ChoiceField(label="Disability Confident level (optional)", choices=DisabilityConfident)
    keeps_in_touch = RowField(label="Who of us keeps in touch? (optional)", empty="Nobody in particular")
    leave_alone_because = LongText(
        label="Should nobody get in touch? Say why (optional)", rows=2,
        help_text="The contact form shows this before anybody calls.",
    )  # fmt: skip


class SiteForm(RecordForm):
    """A place where an employer has people at work."""

    keeps_offline = True

    name = ShortText(label="Name of the site", missing="Enter a name for the site, for example High Street")
    address = ShortText(label="Address (optional)")
    postcode = ShortText(label="Postcode (optional)", width=10, longest=12)


class EmployerPersonForm(RecordForm):
    """Somebody at an employer whom the unit knows."""

    keeps_offline = True

    full_name = ShortText(label="Name", missing="Enter the name of the person at the employer")
    job_title = ShortText(label="What do they do there? (optional)")
    can_hire = YesNoField(label="Can they hire?", inline=True, small=True)
    phone = ShortText(label="Phone (optional)", type="tel", width=20)
    email = ShortText(label="Email (optional)", type="email")
    site = RowField(label="Where? (optional)", empty="No site in particular")


class WholePersonForm(EmployerPersonForm):
    """Everything about somebody at an employer, to be corrected."""

    keeps_offline = False

    left_on = DayField(label="When did they leave? (optional)", called="the day they left", required=False)


class WholeSiteForm(SiteForm):
    """Everything about a site, to be corrected."""

    keeps_offline = False


class MergeForm(NamesEmployer):
    """Which other row means the same employer as `kept`, the id of the one that stays."""

    employer_name = ShortText(
        label="Which other employer is the same?", missing="Enter the name of the other employer", list="employers",
        help_text="What was recorded with it moves here. Both histories stay.",
    )  # fmt: skip
    which_employer = which_employer()
    because = ShortText(label="How do you know? (optional)")

    not_facts = {"submission", "employer_name", "which_employer"}

    def __init__(self, *args, kept: int | None = None, **told):
        super().__init__(*args, **told)
        self.kept = kept

    def offered(self) -> list[tuple[str, str]]:
        """Only employers that there are: a merging adds none."""
        return super().offered()[:-1]

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("employer_name") or self.errors:
            return cleaned
        meant = self.employer_facts()[0]
        if meant is None:
            self.add_error("employer_name", "No employer has this name. Choose one from the list")
        elif meant == self.kept:
            self.add_error("employer_name", "An employer cannot be merged with itself. Choose another one")
        return cleaned

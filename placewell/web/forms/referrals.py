"""Questions about a referral."""

from placewell.records.clients import ReferralChannel, ReferralDecision, ReferralSource, WorkStatus
from placewell.web.forms.clients import PersonForm
from placewell.web.forms.records import CheckedForm, ChoiceField, DayField, RecordForm, RowField, YesNoField

COUNTS_AGAINST = "Counts against zero exclusion"


class ReferralForm(CheckedForm):
    """Who refers, when, and the one criterion: the wish to work."""

    received_on = DayField(label="When was it received?", called="the date it was received")
    source = ChoiceField(label="Who refers?", choices=ReferralSource, missing="Choose who refers")
    team = RowField(
        label="Clinical team (if any)", help_text="The team that cares for the person.", empty="No clinical team"
    )
    channel = ChoiceField(label="How did it come? (optional)", choices=ReferralChannel, as_list=True)
    wants_to_work = YesNoField(
        label="Does the person want to work?",
        help_text="This is the only criterion. Nobody has to be ready.",
        inline=True,
    )
    work_status = ChoiceField(label="Work now", choices=WorkStatus)


class NewPersonReferralForm(ReferralForm, PersonForm):
    """A referral of somebody who is not in the record yet."""

    PERSON = tuple(name for name in PersonForm.base_fields if name != "submission")

    def facts(self) -> dict:
        facts = super().facts()
        person = {name: facts.pop(name) for name in self.PERSON}
        return {**facts, "person": person}


class AcknowledgeForm(RecordForm):
    """When whoever referred was told that the referral has arrived."""

    acknowledged_on = DayField(label="When was the referral acknowledged?", called="the date it was acknowledged")


class FirstContactForm(RecordForm):
    """When the person was first contacted."""

    first_contact_on = DayField(label="When did you first reach the person?", called="the date of the first contact")


class DecideForm(RecordForm):
    """What became of the referral."""

    decision = ChoiceField(
        label="What became of the referral?", choices=ReferralDecision, missing="Choose what became of the referral",
        hints={
            "not_ready": COUNTS_AGAINST, "diagnosis": COUNTS_AGAINST, "substance_use": COUNTS_AGAINST,
            "offending_history": COUNTS_AGAINST, "engagement_history": COUNTS_AGAINST,
        },
    )  # fmt: skip
    decided_on = DayField(label="When was this decided?", called="the date of the decision")


class WholeReferralForm(ReferralForm):
    """Everything about a referral, to be corrected."""

    acknowledged_on = DayField(
        label="Acknowledged on (if it was)", called="the date it was acknowledged", required=False
    )
    first_contact_on = DayField(
        label="First contact with the person (if there was one)", called="the date of the first contact", required=False
    )
    decision = ChoiceField(label="Decision (if there is one)", choices=ReferralDecision, as_list=True)
    decided_on = DayField(label="Decided on (if it was)", called="the date of the decision", required=False)

    @property
    def is_checked(self) -> bool:
        """A correction is seen beside the version before it, so it is not shown once more."""
        return True

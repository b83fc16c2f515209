"""What is asked about meetings, contacts with partners, and statements of evidence."""

from placewell.records.contact_words import Mode
from placewell.records.fidelity import EvidenceSource
from placewell.records.teamwork import MeetingKind
from placewell.web.forms.records import (
    ChoiceField,
    DayField,
    LongText,
    RecordForm,
    RowField,
    SeveralField,
    WholeField,
    YesNoField,
    correction_of,
)

K = MeetingKind
# What is asked of which kind, beside the day, whether it was held, for how long, and who came.
RESULTS = {
    "not_yet_referred_raised": (K.CLINICAL_TEAM,),
    "people_discussed": (K.CLINICAL_TEAM, K.GROUP_SUPERVISION, K.PARTNER, K.JOINT_PLANNING),
    "decisions": (K.CLINICAL_TEAM, K.STEERING_GROUP, K.JOINT_PLANNING),
    "executive_present": (K.STEERING_GROUP,),
    "barriers_raised": (K.STEERING_GROUP,),
    "goals_set": (K.OUTCOME_REVIEW, K.INDIVIDUAL_SUPERVISION, K.FIELD_MENTORING),
}
OF_A_TEAM = (K.CLINICAL_TEAM, K.JOINT_PLANNING)
HINTS = {
    K.CLINICAL_TEAM: "The team’s own meeting, with the specialist there",
    K.GROUP_SUPERVISION: "The vocational unit talks over the people it supports and shares leads",
    K.INDIVIDUAL_SUPERVISION: "Supervisor and specialist, the two of them",
    K.FIELD_MENTORING: "The supervisor goes with a specialist to employers",
    K.PARTNER: "With {partner} or another partner",
    K.STEERING_GROUP: "With executives, about what stands in the way of the service",
    K.OUTCOME_REVIEW: "Figures looked at together, goals set",
    K.JOINT_PLANNING: "Clinicians and specialists plan together",
}


class ChooseKindForm(RecordForm):
    """Which kind of meeting."""

    kind = ChoiceField(
        label="Kind of meeting", choices=MeetingKind, missing="Choose the kind of meeting", hidden_label=True
    )

    def __init__(self, *args, partner: str, **told):
        super().__init__(*args, **told)
        self.fields["kind"].widget.look.hints.update(
            {k.value: words.format(partner=partner) for k, words in HINTS.items()}
        )


class MeetingForm(RecordForm):
    """A meeting that was held or missed. What is asked depends on its kind."""

    scheduled_on = DayField(label="Day", called="the day of the meeting")
    team = RowField(label="Clinical team", missing="Choose the clinical team")
    held = YesNoField(
        label="Did it take place?", missing="Say whether it took place", yes="Yes, it was held", no="No, it was missed",
        inline=False,
    )  # fmt: skip
    minutes = WholeField(label="How long? (optional)", called="the minutes", suffix="minutes", high=1440)
    not_yet_referred_raised = WholeField(
        label="People not yet referred who were talked about (optional)", called="people not yet referred",
        help_text="People of the team who might want to work and are not supported yet. 0 for none.",
    )  # fmt: skip
    people_discussed = WholeField(label="People talked about (optional)", called="people talked about")
    decisions = WholeField(label="Decisions made (optional)", called="decisions")
    executive_present = YesNoField(label="Was an executive there?")
    barriers_raised = WholeField(label="Barriers raised (optional)", called="barriers raised")
    goals_set = YesNoField(label="Were goals set?")
    attended = SeveralField(label="Who of the staff came?", choices=[])

    def __init__(self, *args, kind: str, teams, staff, **told):
        super().__init__(*args, **told)
        self.staff = {str(one.pk): one for one in staff}
        for name, kinds in RESULTS.items():
            if kind not in kinds:
                del self.fields[name]
        if kind in OF_A_TEAM:
            self.fields["team"].queryset = teams
        else:
            del self.fields["team"]
        if kind == K.JOINT_PLANNING:
            self.fields["team"].required, self.fields["team"].label = False, "Clinical team (optional)"
        self.fields["attended"].choices = [(pk, one.full_name) for pk, one in self.staff.items()]

    def clean_attended(self) -> list:
        return [self.staff[pk] for pk in self.cleaned_data["attended"]]

    def facts(self) -> dict:
        """Nobody came to a meeting that was missed: the tick that the form came with is not an answer."""
        facts = super().facts()
        return facts if facts["held"] else facts | {"attended": []}


CorrectMeetingForm = correction_of(MeetingForm)


class WithdrawMeetingForm(RecordForm):
    """Why a meeting or a statement is taken back."""

    because = LongText(
        label="Why is this withdrawn?", missing="Say why this is withdrawn", rows=3,
        help_text="For example: noted twice. The reason stays with it.",
    )  # fmt: skip


class PartnerContactForm(RecordForm):
    """A contact with Jobcentre Plus, Work and Income or another partner."""

    made_on = DayField(label="Day", called="the day of the contact")
    mode = ChoiceField(label="How?", choices=Mode, missing="Choose how the contact was made")
    staff = RowField(label="Who made it?", missing="Choose who made it")
    episode = RowField(
        label="About whom? (optional)", empty="Nobody in particular",
        help_text="Contacts about a person count for working together with the partner.",
    )  # fmt: skip

    def __init__(self, *args, staff, episodes, **told):
        super().__init__(*args, **told)
        self.fields["staff"].queryset, self.fields["episode"].queryset = staff, episodes
        self.fields["episode"].label_from_instance = lambda one: f"{one.client.given_name} {one.client.family_name}"


class StatementForm(RecordForm):
    """Whether a component is met, and on what evidence."""

    met = YesNoField(label="Is it met?", missing="Say whether it is met", yes="Yes, met", no="No, not met")
    source = ChoiceField(label="What is the evidence?", choices=EvidenceSource, missing="Choose the kind of evidence")
    statement = LongText(
        label="What did you see, read or hear?", missing="Say what you saw, read or heard", rows=4,
        help_text="So that a reviewer can find it again: which document, whom you asked, when. No names of clients.",
    )  # fmt: skip
    stated_on = DayField(label="As of which day?", called="the day")
    valid_until = DayField(
        label="Good until (optional)", called="the last day", required=False,
        help_text="The last day on which the statement still counts. Leave it empty when it has no end.",
    )  # fmt: skip

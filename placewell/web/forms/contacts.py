"""Questions about a contact with or about a person."""

from placewell.records.contact_words import AttemptBy, Attendance, Mode, Participant, Phase, Place
from placewell.web.forms.records import (
    ChoiceField,
    ClockField,
    DayField,
    LongText,
    RecordForm,
    RowField,
    SeveralField,
    WholeField,
    YesNoField,
)

A_DAY = 1440


class ContactForm(RecordForm):
    """What happened, when, how, with whom, what for; attempts that reached nobody too."""

    keeps_offline = True

    began_on = DayField(label="Which day?", called="the date of the contact")
    began_time = ClockField(label="What time did it begin?")
    attendance = ChoiceField(label="Did it take place?", choices=Attendance, missing="Choose whether it took place")
    minutes = WholeField(
        label="How long did it last?", suffix="minutes", high=A_DAY, called="the length",
        missing="Enter how many minutes it lasted; 0 if nobody was reached",
    )  # fmt: skip
    mode = ChoiceField(label="How?", choices=Mode, missing="Choose how you were in touch")
    place = ChoiceField(label="Where?", choices=Place, missing="Choose where it took place")
    with_whom = SeveralField(
        label="With whom?", choices=Participant, missing="Choose who took part, or was to take part"
    )
    phase = ChoiceField(label="What was it for?", choices=Phase, missing="Choose what it was for", as_list=True)
    is_attempt = YesNoField(
        label="Was this a try to reach somebody who stays away?", missing="Say whether it was a try to reach somebody",
        inline=False, conditional={"yes": "attempt_by"}, small=False,
    )  # fmt: skip
    attempt_by = ChoiceField(label="Who tried?", choices=AttemptBy)
    about_job_loss = YesNoField(label="Was it about losing a job?", inline=True)
    staff = RowField(label="Who made the contact?", missing="Choose who made the contact")
    note = LongText(label="Note (optional)", help_text="Facts, and the person’s own words. They can ask to read it.")

    not_facts = {"submission", "is_attempt"}

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("is_attempt") and not cleaned.get("attempt_by"):
            self.add_error("attempt_by", "Choose who tried")
        if cleaned.get("mode") and cleaned.get("place"):
            in_person = cleaned["mode"] == Mode.FACE_TO_FACE
            if in_person == (cleaned["place"] == Place.REMOTE):
                wrong = "A face-to-face contact has a place" if in_person else "Choose “Not in person” for this"
                self.add_error("place", wrong)
        return cleaned

    def facts(self) -> dict:
        facts = super().facts()
        facts["with_whom"] = ";".join(facts["with_whom"])
        facts["attempt_by"] = facts["attempt_by"] if self.cleaned_data["is_attempt"] else ""
        return facts

    @classmethod
    def initial_of(cls, record) -> dict:
        told = super().initial_of(record)
        return {**told, "with_whom": record.with_whom.split(";"), "is_attempt": bool(record.attempt_by)}


class PartnerContactForm(RecordForm):
    """A contact with the public employment service about a person, to be corrected."""

    made_on = DayField(label="Which day?", called="the date of the contact")
    mode = ChoiceField(label="How?", choices=Mode, missing="Choose how you were in touch")
    staff = RowField(label="Who made the contact?", missing="Choose who made the contact")

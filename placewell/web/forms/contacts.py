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
NO_TRY = "no"
TRIES = [(NO_TRY, "No"), *((value, f"Yes, by {words}") for value, words in (
    (AttemptBy.EMPLOYMENT_SPECIALIST, "the employment specialist"),
    (AttemptBy.CLINICIAN, "a clinician"),
    (AttemptBy.JOINT, "both together"),
))]  # fmt: skip


class ContactForm(RecordForm):
    """What happened, when, how, with whom, what for; attempts that reached nobody too."""

    keeps_offline = True

    began_on = DayField(label="Which day?", called="the date of the contact")
    began_time = ClockField(label="What time did it begin?")
    attendance = ChoiceField(
        label="Did it take place?", choices=Attendance, missing="Choose whether it took place", small=True
    )
    minutes = WholeField(
        label="How long did it last?", suffix="minutes", high=A_DAY, called="the length",
        missing="Enter how many minutes it lasted; 0 if nobody was reached",
    )  # fmt: skip
    mode = ChoiceField(label="How?", choices=Mode, missing="Choose how you were in touch", small=True)
    place = ChoiceField(
        label="Where? (if face to face)", choices=Place, missing="Choose where it took place", small=True
    )
    with_whom = SeveralField(
        label="With whom?", choices=Participant, missing="Choose who took part, or was to take part", small=True
    )
    phase = ChoiceField(label="What was it for?", choices=Phase, missing="Choose what it was for", as_list=True)
    note = LongText(label="Note (optional)", help_text="Facts, and the person’s own words. They can ask to read it.")
    attempt_by = ChoiceField(
        label="Was this a try to reach somebody who stays away?", choices=TRIES, missing="Say whether it was a try",
        small=True,
    )  # fmt: skip
    about_job_loss = YesNoField(label="Was it about losing a job? (optional)", inline=True, small=True)
    staff = RowField(label="Who made the contact?", missing="Choose who made the contact")

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("mode") and cleaned["mode"] != Mode.FACE_TO_FACE:
            # Nobody is asked to say twice that they were not in the same room.
            cleaned["place"] = Place.REMOTE
        elif cleaned.get("mode") and cleaned.get("place") == Place.REMOTE:
            self.add_error("place", "A face-to-face contact has a place: choose where")
        return cleaned

    def facts(self) -> dict:
        facts = super().facts()
        facts["with_whom"] = ";".join(facts["with_whom"])
        facts["attempt_by"] = "" if facts["attempt_by"] == NO_TRY else facts["attempt_by"]
        return facts

    @classmethod
    def initial_of(cls, record) -> dict:
        told = super().initial_of(record)
        return {**told, "with_whom": record.with_whom.split(";"), "attempt_by": record.attempt_by or NO_TRY}


class PartnerContactForm(RecordForm):
    """A contact with the public employment service about a person, to be corrected."""

    made_on = DayField(label="Which day?", called="the date of the contact")
    mode = ChoiceField(label="How?", choices=Mode, missing="Choose how you were in touch")
    staff = RowField(label="Who made the contact?", missing="Choose who made the contact")

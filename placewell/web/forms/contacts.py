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
from placewell.web.nhs.widgets import Input

A_DAY = 1440
OTHER = "other"
NO_TRY = "no"
TRIES = [
    *((value, words) for value, words in (
        (AttemptBy.EMPLOYMENT_SPECIALIST, "The employment specialist"),
        (AttemptBy.CLINICIAN, "A clinician"),
        (AttemptBy.JOINT, "Both together"),
    )),
    (NO_TRY, "Nobody: it was no outreach"),
]  # fmt: skip


class OneOrOther(Input):
    """A box that can also be answered by radios: their name is the field's, the box's is `name[other]`."""

    def value_from_datadict(self, data, files, name):
        chosen = data.get(name)
        return data.get(f"{name}[{OTHER}]", "") if chosen in (None, "", OTHER) else chosen


class ContactForm(RecordForm):
    """What happened, when, how, with whom, what for; attempts that reached nobody too."""

    keeps_offline = True

    note = LongText(
        label="What happened?", help_text="Facts, and the person’s own words. They can ask to read it.", rows=4,
        autocapitalize="sentences",
    )  # fmt: skip
    began_on = DayField(label="Which day?", called="the date of the contact")
    began_time = ClockField(label="What time did it begin?")
    attendance = ChoiceField(
        label="Did you meet or speak?", choices=Attendance, missing="Choose whether it took place", small=True
    )
    mode = ChoiceField(label="How?", choices=Mode, missing="Choose how you were in touch", small=True)
    place = ChoiceField(
        label="Where?", choices=Place, missing="Choose where it took place", help_text="If it was face to face",
        small=True,
    )  # fmt: skip
    place.required = False
    minutes = WholeField(
        label="How many minutes?", suffix="minutes", high=A_DAY, called="the length", box=OneOrOther,
        help_text="0 if nobody was reached",
    )  # fmt: skip
    phase = ChoiceField(label="What was it for?", choices=Phase, missing="Choose what it was for", small=True)
    attempt_by = ChoiceField(
        label="Who tried to reach somebody who stays away?", choices=TRIES, missing="Say whether it was a try",
        small=True,
    )  # fmt: skip
    attempt_by.required = False
    with_whom = SeveralField(
        label="With whom?", choices=Participant, missing="Choose who took part, or was to take part", small=True
    )
    about_job_loss = YesNoField(label="Was it about losing a job?", inline=True, small=True)
    staff = RowField(label="Who made the contact?", missing="Choose who made the contact")

    def clean(self):
        cleaned = super().clean()
        self._place_of(cleaned)
        took_place = cleaned.get("attendance") == Attendance.ATTENDED
        if cleaned.get("minutes") is None and "minutes" not in self.errors:
            if took_place:
                self.add_error("minutes", "Enter how many minutes it lasted")
            cleaned["minutes"] = 0
        if cleaned.get("attendance") == Attendance.NO_ANSWER and not cleaned.get("attempt_by"):
            self.add_error("attempt_by", "Say who tried to reach them, or that it was no outreach")
        return cleaned

    def _place_of(self, cleaned: dict) -> None:
        mode = cleaned.get("mode")
        if mode and mode != Mode.FACE_TO_FACE:
            # Nobody is asked to say twice that they were not in the same room.
            cleaned["place"] = Place.REMOTE
        elif mode and cleaned.get("place") in ("", Place.REMOTE):
            self.add_error("place", "A face-to-face contact has a place: choose where")

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

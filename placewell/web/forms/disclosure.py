"""Questions about what employers may hear, and what was agreed about it."""

from django.core.exceptions import ValidationError

from placewell.records.disclosure import HowMuch, WhoTells
from placewell.records.plans import DisclosureChoice
from placewell.rules.alike import folded, near
from placewell.web.forms.records import ChoiceField, DayField, LongText, RecordForm, YesNoField
from placewell.web.presenters.wording import listed

TERMS = ("may_say", "must_not_say", "who_tells", "when_and_how", "gaps", "convictions", "adjustments", "review_on")
MOST = 20


class EmployersField(LongText):
    """Employers by name, one on each line. `employers` are (id, name) of the unit's, given by the page."""

    employers = ()

    def clean(self, value) -> list[tuple[int | None, str]]:
        """(id, name) of each line; None for one that the unit does not know. Raises ValidationError when unsure."""
        lines = [" ".join(line.split()) for line in super().clean(value).splitlines()]
        found = dict.fromkeys(self.meant(line) for line in lines if line)
        if len(found) > MOST:
            raise ValidationError(f"Name at most {MOST} employers.")
        return list(found)

    def meant(self, typed: str) -> tuple[int | None, str]:
        """The employer that a line names."""
        wanted = folded(typed)
        known = next(((pk, name) for pk, name in self.employers if folded(name) == wanted), None)
        if known is not None:
            return known
        close = near(name=typed, others=[name for _, name in self.employers])
        if close:
            raise ValidationError(
                f"“{typed}” is not in the unit’s list, but {listed(list(close), 'and')} is near to it. "
                "Write the name as it stands there, or add the employer first."
            )
        return None, typed

    def prepare_value(self, value):
        return "\n".join(name for _, name in value) if isinstance(value, list) else value

    def in_words(self, value) -> str:
        return self.prepare_value(value) or ""


class TalkForm(RecordForm):
    """A talk about what employers may be told, and what the person chose."""

    held_on = DayField(label="When did you talk about it?", called="the date of the talk")
    choice = ChoiceField(
        label="What does the person want?", choices=DisclosureChoice, missing="Choose what the person wants"
    )
    specialist_may_contact_employers = YesNoField(
        label="May we contact employers about the person?", missing="Say whether we may contact employers",
        yes="Yes, employers in general", no="No, or only those named below", inline=False,
        help_text="A contact by us tells the employer something by itself.",
    )  # fmt: skip
    pros_and_cons = YesNoField(
        label="Did you talk through what speaks for and against?", missing="Say whether you talked it through"
    )
    wording_agreed = YesNoField(
        label="Did you agree on the words to use?", missing="Say whether you agreed on the words"
    )


class TermsForm(RecordForm):
    """The terms of a talk, to be corrected."""

    may_say = LongText(
        label="What may be said (optional)", rows=3,
        help_text="In the agreed words: letters to employers use just these. No diagnosis is needed.",
    )  # fmt: skip
    must_not_say = LongText(label="What must not be said (optional)", rows=2)
    who_tells = ChoiceField(label="Who tells?", choices=WhoTells)
    when_and_how = LongText(
        label="When and how is it told? (optional)", rows=2, help_text="For example: after an offer, by telephone"
    )
    gaps = LongText(label="Words for gaps in the work history (optional)", rows=2)
    convictions = LongText(
        label="Words about convictions, if an employer asks (optional)", rows=2,
        help_text="Only words. No offence needs to stand here.",
    )  # fmt: skip
    adjustments = LongText(label="Words to ask for adjustments (optional)", rows=2)
    review_on = DayField(
        label="When do you talk about it again? (optional)", called="the date of the next talk", required=False
    )


class DisclosureForm(TalkForm, TermsForm):
    """A talk with its terms, and the employers that the person named."""

    keeps_offline = True

    may_contact = EmployersField(
        label="Employers we may contact, by name (optional)", rows=3,
        help_text="One on each line. With No above, these alone.",
    )  # fmt: skip
    must_not_contact = EmployersField(
        label="Employers we must not contact (optional)", rows=3,
        help_text="One on each line. It holds until the person names that employer again.",
    )  # fmt: skip

    field_order = (
        "held_on", "choice", "specialist_may_contact_employers", "may_contact", "must_not_contact", "pros_and_cons",
        "wording_agreed", *TERMS,
    )  # fmt: skip
    not_facts = {"submission", "may_contact", "must_not_contact", *TERMS}

    def __init__(self, *args, employers=(), **told):
        super().__init__(*args, **told)
        for name in ("may_contact", "must_not_contact"):
            self.fields[name].employers = list(employers)

    def terms(self) -> dict:
        """What was agreed beyond the choice."""
        return {name: self.cleaned_data[name] for name in TERMS}


class ExceptionForm(RecordForm):
    """What holds for one employer, to be corrected."""

    may_be_contacted = YesNoField(
        label="May we contact this employer about the person?", missing="Say whether we may contact them"
    )
    how_much = ChoiceField(label="How much may they hear? (if we may contact them)", choices=HowMuch)
    words = LongText(
        label="Words for this employer (optional)", rows=3, help_text="Instead of what may be said to others"
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("may_be_contacted") is True and not cleaned.get("how_much"):
            self.add_error("how_much", "Choose how much they may hear")
        if cleaned.get("may_be_contacted") is False and (cleaned.get("how_much") or cleaned.get("words")):
            self.add_error("how_much", "An employer we may not contact hears nothing. Clear how much, and the words.")
        return cleaned


class OverrideForm(RecordForm):
    """Why a contact was made against what the person chose, to be corrected."""

    reason = LongText(label="Why was it made all the same?", missing="Say why it was made all the same", rows=3)


class TakeBackForm(RecordForm):
    """The person takes back what they had allowed."""

    withdrawn_on = DayField(label="Which day did the person say so?", called="the date")
    reason = LongText(label="Why? (optional)", rows=2, help_text="In the person’s words. They need not give a reason.")

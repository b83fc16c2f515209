"""Questions about how a person wants to be reached, and the messages to them."""

from placewell.records.messages import MessageChannel, PreferredWay
from placewell.web.forms.employers import NamesEmployer, which_employer
from placewell.web.forms.records import (
    CheckedForm,
    ChoiceField,
    DayField,
    LongText,
    RecordForm,
    RowField,
    ShortText,
    YesNoField,
)


class ContactWishesForm(RecordForm):
    """How somebody wants to be reached, and what they need."""

    stated_on = DayField(label="When did they say so?", called="the date")
    preferred = ChoiceField(label="How do they like best to be reached?", choices=PreferredWay)
    may_leave_voicemail = YesNoField(label="May we leave a voicemail?", inline=True)
    may_text = YesNoField(label="May we send texts?", inline=True)
    may_email = YesNoField(label="May we send emails?", inline=True)
    safe_times = LongText(
        label="When is it safe to call or write? (optional)", rows=2, help_text="For example: after 4, when alone"
    )
    who_else = LongText(label="Who else may be told, and what? (optional)", rows=2)
    large_print = YesNoField(label="Do they need large print?", missing="Say whether they need large print")
    easy_words = YesNoField(
        label="Do they want easy words and short sentences?", missing="Say whether they want easy words"
    )
    interpreter_note = ShortText(label="About an interpreter (optional)")
    access_needs = LongText(
        label="Other needs (optional)", rows=2, help_text="For example: braille, audio, somebody who reads it out"
    )


class MessageForm(RecordForm):
    """A message to a person. Emails are offered where a mail server is set up."""

    keeps_offline = True

    channel = ChoiceField(label="How does it go?", choices=MessageChannel, missing="Choose how it goes")
    subject = ShortText(label="Subject (of an email or a letter)", longest=120)
    words = LongText(
        label="What it says", missing="Write what it says", rows=12,
        help_text="Change it as you like. Nothing about health goes into an email or a text.",
    )  # fmt: skip

    def __init__(self, *args, may_email: bool, **told):
        super().__init__(*args, **told)
        if not may_email:
            channel = self.fields["channel"]
            channel.choices = [(value, words) for value, words in channel.choices if value != MessageChannel.EMAIL]


class IntroductionForm(NamesEmployer, CheckedForm):
    """A letter that introduces a person to an employer: what is ours before and after the agreed words."""

    employer_name = ShortText(label="Employer", missing="Enter the name of the employer", list="employers")
    which_employer = which_employer()
    opening = LongText(label="Before the agreed words", missing="Write how the letter begins", rows=5)
    closing = LongText(label="After the agreed words", missing="Write how the letter ends", rows=5)
    subject = ShortText(label="Heading of the letter", missing="Enter a heading", longest=120)
    channel = ChoiceField(
        label="How does it go?", missing="Choose how it goes",
        choices=[(one.value, one.label) for one in (MessageChannel.LETTER, MessageChannel.COPIED)],
    )  # fmt: skip
    staff = RowField(label="Who signs it?", missing="Choose who signs it")

    not_facts = {"submission", "employer_name", "which_employer"}


class SentToForm(RecordForm):
    """Where a message went, to be corrected."""

    address = ShortText(label="Sent to", longest=300)

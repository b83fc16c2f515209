"""Questions about leads, to whom they were offered, and what matters to a person at work."""

from placewell.records.contact_words import Mode
from placewell.records.employers import LeadStatus
from placewell.records.jobs import Contract
from placewell.records.leads import BETWEEN, Market, Matter, OfferAnswer, PayPer, WorkTime, several
from placewell.rules.occupations import SUB_MAJOR_GROUPS
from placewell.web.forms.employers import NamesEmployer, which_employer
from placewell.web.forms.records import (
    ChoiceField,
    DayField,
    LongText,
    NumberField,
    RecordForm,
    RowField,
    SeveralField,
    ShortText,
    YesNoField,
)

WEEK = 80
CLOSINGS = [
    (LeadStatus.FILLED.value, "Filled by somebody"),
    (LeadStatus.GONE.value, "Gone, or withdrawn by the employer"),
]
NOT_YET = ("", "Not answered yet")
NO_PERSON = "Nothing about a person who uses the service: everybody in the unit reads it."


class WordsField(SeveralField):
    """Any of a few, kept as words with semicolons between."""

    def prepare_value(self, value):
        return list(several(value)) if isinstance(value, str) else value

    def clean(self, value):
        return BETWEEN.join(super().clean(value))

    def in_words(self, value) -> str:
        return super().in_words(self.prepare_value(value or ""))


class AreasField(ShortText):
    """Places and postcode districts, typed with commas between."""

    def prepare_value(self, value):
        return ", ".join(several(value)) if isinstance(value, str) else value

    def clean(self, value):
        typed = super().clean(value).replace(BETWEEN, ",").split(",")
        return BETWEEN.join(dict.fromkeys(" ".join(one.split()) for one in typed if one.strip()))

    def in_words(self, value) -> str:
        return self.prepare_value(value or "")


class PersonField(RowField):
    """Somebody in support, chosen by name; the record is their episode."""

    def label_from_instance(self, row) -> str:
        return row.client.known_as


class AnswerField(ChoiceField):
    """What somebody answered; that they have not yet is an answer to the question too."""

    def __init__(self, **told):
        super().__init__(choices=OfferAnswer, **told)
        if not self.required:
            self.choices = [*OfferAnswer.choices, NOT_YET]


class DescribesWork(RecordForm):
    """What is asked about the work of a lead. All of it can wait."""

    hours_min = NumberField(label="Fewest hours a week (optional)", high=WEEK, called="the fewest hours")
    hours_max = NumberField(label="Most hours a week (optional)", high=WEEK, called="the most hours")
    times = WordsField(
        label="When is the work? (optional)", choices=WorkTime, help_text="Choose all that are needed", small=True
    )
    pay = NumberField(label="What does it pay? (optional)", called="the pay", help_text="For example, 12.60")
    pay_per = ChoiceField(label="Is that an hour, a week, a month or a year?", choices=PayPer, as_list=True)
    contract = ChoiceField(label="What kind of contract? (optional)", choices=Contract, as_list=True)
    place = ShortText(label="Where is it? (optional)", help_text="The place or part of town")
    postcode = ShortText(label="Postcode (optional)", width=10, longest=12)
    from_home = YesNoField(label="Can it be done from home?", inline=True)
    market = ChoiceField(label="Was it advertised?", choices=Market, small=True)
    tasks = LongText(
        label="What is the work? (optional)", rows=3, help_text="Tasks, colleagues, noise, standing or sitting"
    )
    looks_for = LongText(label="What do they look for? (optional)", rows=2)
    apply_how = LongText(
        label="How does somebody apply? (optional)", rows=2, help_text="A name, a link, or call in and ask"
    )
    remarks = LongText(label="Anything else? (optional)", rows=2, help_text=NO_PERSON)

    def clean(self):
        answers = super().clean()
        low, high = answers.get("hours_min"), answers.get("hours_max")
        if low is not None and high is not None and low > high:
            self.add_error("hours_max", "The most hours must be the same as or more than the fewest")
        if answers.get("pay") is not None and not answers.get("pay_per") and "pay_per" not in self.errors:
            self.add_error("pay_per", "Choose whether the pay is for an hour, a week, a month or a year")
        if answers.get("pay_per") and answers.get("pay") is None and "pay" not in self.errors:
            self.add_error("pay", "Enter what it pays, or clear what it is paid for")
        return answers


WORK = (
    tuple(DescribesWork.base_fields)[1:]
    if "submission" in DescribesWork.base_fields
    else tuple(DescribesWork.base_fields)
)


class LeadForm(DescribesWork, NamesEmployer):
    """A lead, shared in the unit: what it is called and where; the rest when it is known."""

    keeps_offline = True

    title = ShortText(
        label="What is the job?", missing="Enter what the job is called", help_text="For example, kitchen assistant"
    )
    employer_name = ShortText(
        label="Employer", missing="Enter the name of the employer", list="employers",
        help_text="Type the name. A new name is added to the unit’s list.",
    )  # fmt: skip
    which_employer = which_employer()
    occupation_group = ChoiceField(
        label="Which kind of work is it? (optional)", choices=list(SUB_MAJOR_GROUPS.items()), as_list=True,
        help_text="By this it is compared with what people want",
    )  # fmt: skip
    closes_on = DayField(label="When does it close? (if there is a day)", called="the closing date", required=False)
    found_on = DayField(label="When was it found?", called="the day it was found")
    found_by = RowField(label="Who found it?", empty="Nobody of us")

    not_facts = {"submission", "employer_name", "which_employer"}
    FIRST = ("title", "employer_name", "which_employer", "occupation_group", "closes_on")
    LAST = ("found_on", "found_by")

    def first_questions(self):
        """What is asked at once."""
        return [self[name] for name in self.FIRST if name in self.fields]

    def work_questions(self):
        """What the work is like."""
        return [self[name] for name in WORK]

    def last_questions(self):
        """Who found it, and when; filled in already."""
        return [self[name] for name in self.LAST]

    def last_is_open(self) -> bool:
        """Whether who found it and when is shown at once."""
        return any(box.errors for box in self.last_questions()) or not self["found_by"].value()

    def work_is_open(self) -> bool:
        """Whether something stands there, or is wrong."""
        boxes = self.work_questions()
        return any(box.errors for box in boxes) or self.is_bound and any(box.value() for box in boxes)

    def facts(self) -> dict:
        told = super().facts()
        return {name: value for name, value in told.items() if name not in WORK} | {
            "details": {name: told[name] for name in WORK}
        }


class DetailsForm(DescribesWork):
    """What the work of a lead is like."""

    site = RowField(label="At which site? (optional)", empty="Not recorded")


class WholeLeadForm(RecordForm):
    """Everything about a lead but the work, to be corrected."""

    title = ShortText(label="What is the job?", missing="Enter what the job is called")
    employer = RowField(label="Employer", missing="Choose the employer")
    occupation_group = ChoiceField(
        label="Which kind of work is it? (optional)", choices=list(SUB_MAJOR_GROUPS.items()), as_list=True
    )
    closes_on = DayField(label="When does it close? (if there is a day)", called="the closing date", required=False)
    status = ChoiceField(label="How does it stand?", choices=LeadStatus, missing="Choose how it stands")
    found_on = DayField(label="When was it found?", called="the day it was found")
    found_by = RowField(label="Who found it?", empty="Nobody of us")


class CloseForm(RecordForm):
    """That a lead was filled or is gone."""

    status = ChoiceField(label="What became of it?", choices=CLOSINGS, missing="Choose what became of it")
    because = ShortText(label="In a few words (optional)", help_text="For example: they hired somebody from within")


class OfferForm(RecordForm):
    """That somebody was told of a lead."""

    keeps_offline = True

    episode = PersonField(label="Whom did you tell?", missing="Choose whom you told")
    offered_on = DayField(label="When?", called="the day you told them")
    how = ChoiceField(label="How? (optional)", choices=Mode, as_list=True)
    answer = AnswerField(label="What did they say?", small=True)
    words = LongText(
        label="In their own words (optional)", rows=3, help_text="What draws them to it, or why it is not for them"
    )


class AnswerForm(RecordForm):
    """What somebody answered about a lead."""

    answer = AnswerField(label="What did they say?", missing="Choose what they said")
    words = LongText(
        label="In their own words (optional)", rows=3, help_text="What draws them to it, or why it is not for them"
    )
    answered_on = DayField(label="When did they say so?", called="the day they answered")


class WholeOfferForm(RecordForm):
    """Everything about an offer, to be corrected."""

    offered_on = DayField(label="When were they told?", called="the day they were told")
    staff = RowField(label="Who told them?", empty="Not recorded")
    how = ChoiceField(label="How? (optional)", choices=Mode, as_list=True)
    answer = AnswerField(label="What did they say?", small=True)
    words = LongText(label="In their own words (optional)", rows=3)
    answered_on = DayField(label="When did they say so? (if they did)", called="the day they answered", required=False)


class WorkWishesForm(RecordForm):
    """What matters to somebody about a job."""

    times = WordsField(
        label="At which times can they work?", choices=WorkTime, help_text="Choose all that suit them", small=True
    )
    areas = AreasField(
        label="Where can they get to? (optional)", longest=500,
        help_text="Places or postcode districts with commas between, for example: Oundle, PE1, PE2",
    )  # fmt: skip
    travel = LongText(
        label="How do they travel? (optional)", rows=2, help_text="In their words, for example: by bus, half an hour"
    )
    pay_least = NumberField(
        label="The least pay an hour (optional)", called="the least pay", help_text="For example, 12.60"
    )
    contracts = WordsField(label="Which contracts suit them?", choices=Contract, small=True)
    stay_away = LongText(
        label="What do they want to stay away from? (optional)", rows=3,
        help_text="In their words, one thing on each line. A lead that speaks of it is marked",
    )  # fmt: skip
    first = ChoiceField(label="What matters most to them?", choices=Matter, as_list=True)
    second = ChoiceField(label="What comes second?", choices=Matter, as_list=True)
    third = ChoiceField(label="What comes third?", choices=Matter, as_list=True)
    stated_on = DayField(label="When did they say so?", called="the date")

    PLACES = ("first", "second", "third")

    @classmethod
    def initial_of(cls, record) -> dict:
        places = zip(cls.PLACES, several(record.matters_most), strict=False)
        return super().initial_of(record) | dict(places)

    def clean(self):
        answers = super().clean()
        named = [answers.get(place) for place in self.PLACES if answers.get(place)]
        if len(named) != len(set(named)):
            self.add_error("second", "Name each thing once, the most important first")
        return answers

    def facts(self) -> dict:
        told = super().facts()
        named = [told.pop(place) for place in self.PLACES]
        return told | {"matters_most": BETWEEN.join(one for one in named if one)}


class MailForm(RecordForm):
    """Whether one wants the leads by mail: one button."""

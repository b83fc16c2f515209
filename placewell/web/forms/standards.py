"""What is asked about a local standard."""

from dataclasses import replace

from placewell.records.standards import MOST
from placewell.scales import LocalStandard
from placewell.web.forms.records import ChoiceField, DayField, LongText, RecordForm, ShortText, WholeField
from placewell.web.presenters.standards import asked_by, value

OWN = "own"


class StandardForm(RecordForm):
    """Which value is chosen: a document's, with its source, or the service's own with its own words."""

    not_facts = RecordForm.not_facts | {"choice", "amount"}

    choice = ChoiceField(label="What does this service ask for?", choices=[], missing="Choose a value")
    amount = WholeField(label="Your own number", called="the number", high=MOST)
    unit = ChoiceField(label="Your own number is counted in", choices=[], as_list=True)
    source = ShortText(label="Who asks for your own number?", help_text="For example, our contract of April 2026")
    started_on = DayField(
        label="From which day?",
        called="the day",
        help_text="Today or an earlier day. It takes the place of what was set.",
    )

    def __init__(self, *args, standard: LocalStandard, **told):
        super().__init__(*args, **told)
        self.standard = standard
        offered = [(str(number), value(standard.kind, one)) for number, one in enumerate(standard.choices)]
        choice = self.fields["choice"]
        choice.choices = [*offered, (OWN, "A number of our own")]
        hints = {str(number): ". ".join(asked_by(standard.kind, one)) for number, one in enumerate(standard.choices)}
        choice.widget.look = replace(choice.widget.look, hints=hints | {OWN: "Say which, and who asks for it."})
        self.fields["amount"].label = "Your own number, at least" if standard.is_a_least else "Your own number, at most"
        self.fields["unit"].choices = [("", "Choose"), *((unit, unit) for unit in standard.units)]
        if len(standard.units) == 1:
            del self.fields["unit"]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("choice") == OWN:
            if cleaned.get("amount") is None and "amount" not in self.errors:
                self.add_error("amount", "Enter your own number")
            if "unit" in self.fields and not cleaned.get("unit") and "unit" not in self.errors:
                self.add_error("unit", "Choose in what it is counted")
            if not cleaned.get("source") and "source" not in self.errors:
                self.add_error("source", "Say who asks for your own number")
        return cleaned

    def facts(self) -> dict:
        told = self.cleaned_data
        if told["choice"] == OWN:
            side = "at_least" if self.standard.is_a_least else "at_most"
            unit = told.get("unit") or self.standard.units[0]
            return {side: told["amount"], "unit": unit, "source": told["source"], "started_on": told["started_on"]}
        one = self.standard.choices[int(told["choice"])]
        asked = {"at_least": one.at_least, "at_most": one.at_most, "unit": one.unit, "source": one.source}
        return asked | {"started_on": told["started_on"]}


def initial_standard(standard: LocalStandard, chosen, today) -> dict:
    """What is set, in the form's terms."""
    if chosen is None:
        return {"started_on": today}
    for number, one in enumerate(standard.choices):
        if is_choice(one, chosen):
            return {"choice": str(number), "started_on": today}
    amount = chosen.at_most if chosen.at_least is None else chosen.at_least
    return {"choice": OWN, "amount": amount, "unit": chosen.unit, "source": chosen.source, "started_on": today}


def is_choice(one, chosen) -> bool:
    """Whether what is set is just what a document says."""
    names = ("at_least", "at_most", "unit", "source")
    return all(getattr(one, name) == getattr(chosen, name) for name in names)


class DropForm(RecordForm):
    """From which day on a standard is not set any more, and why."""

    ended_on = DayField(label="From which day is it not set any more?", called="the day")
    because = LongText(
        label="Why?", help_text="A few words are enough.", missing="Say why it is not set any more", rows=3
    )

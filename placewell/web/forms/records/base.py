"""What forms that record facts have in common."""

from placewell.web.forms.records.fields import LongText
from placewell.web.nhs.forms import OnceForm

# The names of the buttons on the pages on which answers are looked at once more.
STEPS = ("checked", "change", "again")
NO_FILE = "This form takes no file. Write down what matters of it, or leave it out."


class RecordForm(OnceForm):
    """A form whose answers are facts. `today` is the date at the service."""

    # Fields that are not facts of the record; what the action is given is the rest.
    not_facts = {"submission"}
    # Whether just these answers were recorded before, from another copy of the page.
    was_recorded = False

    def __init__(self, *args, today, rows: dict | None = None, **told):
        """`rows` gives each field that names a record those that may be named, by field."""
        self.today = today
        super().__init__(*args, **told)
        for name, offered in (rows or {}).items():
            if name in self.fields:
                self.fields[name].queryset = offered

    @classmethod
    def initial_of(cls, record) -> dict:
        """What the questions are answered with before a record is corrected."""
        names = {field.name for field in record._meta.fields}
        return {name: getattr(record, name) for name in cls.base_fields if name in names}

    def clean(self):
        if self.files:
            self.add_error(None, NO_FILE)
        return super().clean()

    def facts(self) -> dict:
        """The answers, ready for the action."""
        return {name: value for name, value in self.cleaned_data.items() if name not in self.not_facts}

    def shown_answers(self, *, every: bool = False) -> list[tuple[str, str]]:
        """Question and answer in words, of all that was answered (or of `every` question)."""
        answers = [
            (field.label, field.field.in_words(self.cleaned_data.get(field.name))) for field in self.visible_fields()
        ]
        return [(question, answer) for question, answer in answers if answer or every]

    def answers_as_they_stand(self) -> list[tuple[str, str]]:
        """Question and answer in words, as the record says it."""
        return [(field.label, field.field.in_words(self.initial.get(field.name))) for field in self.visible_fields()]

    @property
    def initial_submission(self) -> str:
        """An id for sending the same answers anew."""
        return str(self["submission"].value())

    def sent_words(self) -> list[tuple[str, str]]:
        """What was sent, as it was sent, to be carried through the page on which it is checked."""
        carried = {"csrfmiddlewaretoken", *STEPS}
        return [(name, word) for name, words in self.data.lists() if name not in carried for word in words]


class CheckedForm(RecordForm):
    """A form whose answers are shown once more before they are recorded."""

    @property
    def is_checked(self) -> bool:
        """Whether the answers were seen once more and are right."""
        return "checked" in self.data

    @property
    def is_being_changed(self) -> bool:
        """Whether the person went back to change an answer."""
        return "change" in self.data


class WithdrawForm(RecordForm):
    """Why a record is taken back."""

    because = LongText(
        label="Why is this withdrawn?",
        help_text="For example: recorded for the wrong person. The reason stays with the record.",
        missing="Say why this is withdrawn",
        rows=3,
    )


class UndoForm(RecordForm):
    """Why something just recorded is undone."""

    because = LongText(
        label="Why do you undo this?",
        help_text="A few words are enough, for example: wrong day. They stay with the record.",
        missing="Say why you undo this",
        rows=3,
    )

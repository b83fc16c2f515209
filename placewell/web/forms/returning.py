"""Questions when somebody comes back: what is known is filled in, and nothing is typed a second time."""

from placewell.records.clients import ReferralSource, WorkStatus
from placewell.web.forms.records import ChoiceField, DayField, RecordForm, RowField, SeveralField


class BeginAgainForm(RecordForm):
    """The first appointment of the new stretch of support, with what is carried over."""

    not_facts = RecordForm.not_facts | {"wishes", "matters"}

    entered_on = DayField(
        label="When is or was the first appointment?", called="the date of the first appointment",
        help_text="Support begins again on this day. For example, 27 3 2026",
    )  # fmt: skip
    key_worker = RowField(label="Key worker", missing="Choose the key worker")
    team = RowField(label="Clinical team (if any)", empty="No clinical team")
    work_status_at_entry = ChoiceField(
        label="Work on that day", choices=WorkStatus, missing="Choose how the person stood in work on that day",
        small=True,
    )  # fmt: skip
    wishes = SeveralField(
        label="Which of these does the person still want?", choices=[], small=True,
        help_text="Wishes of the last time. New ones are recorded on the person’s page.",
    )  # fmt: skip
    matters = SeveralField(label="Does what mattered to them at work still hold?", choices=[], small=True)

    def __init__(self, *args, known: list[tuple[str, str]], mattered: tuple[str, str, str] | None = None, **told):
        """`known` are the wishes of the last time: row id and words. `mattered`: row id, words, and what was said."""
        super().__init__(*args, **told)
        if mattered:
            self.fields["matters"].choices, self.fields["matters"].help_text = [mattered[:2]], mattered[2]
        else:
            del self.fields["matters"]
        if known:
            self.fields["wishes"].choices = known
        else:
            del self.fields["wishes"]


class AskAgainForm(RecordForm):
    """Who asks that support begins again. The rest is known."""

    source = ChoiceField(label="Who asks?", choices=ReferralSource, missing="Choose who asks", small=True)
    work_status = ChoiceField(label="Work now (if known)", choices=WorkStatus, small=True)


class AskForMyselfForm(RecordForm):
    """That one would like support again."""

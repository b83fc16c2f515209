"""Forms with which facts are recorded: what they share, and the fields they are made of."""

from placewell.web.forms.records.base import CheckedForm, RecordForm, UndoForm, WithdrawForm
from placewell.web.forms.records.correcting import correction_of
from placewell.web.forms.records.fields import (
    ChoiceField,
    ClockField,
    DayField,
    LongText,
    NumberField,
    RowField,
    SeveralField,
    ShortText,
    WholeField,
    YesNoField,
)

__all__ = [
    "CheckedForm", "ChoiceField", "ClockField", "DayField", "LongText", "NumberField", "RecordForm", "RowField",
    "SeveralField", "ShortText", "UndoForm", "WholeField", "WithdrawForm", "YesNoField", "correction_of",
]  # fmt: skip

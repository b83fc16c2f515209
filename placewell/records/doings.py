"""What one event made: asked of every kind of record at once.

The tables that grow fastest have an index for it; the rest are small.
"""

from django.db.models import F, QuerySet, TextField, Value

from placewell.records.base import Kept
from placewell.records.events import Event
from placewell.records.models import OWN, RECORDS, Service
from placewell.records.worded import Worded

# Every kind, each after those it refers to.
EVERY = (*RECORDS, *OWN)
KINDS = {model._meta.model_name: model for model in EVERY}


def made_by(event: Event) -> list[Kept]:
    """The records that stand as an event made them, the dependent ones first; one query, and one for each kind found.

    What was corrected since is the later event's.
    """
    found = {}
    for kind, row in _rows_made(event=event.pk):
        found.setdefault(kind, []).append(row)
    return [
        record
        for kind in reversed(KINDS)
        if kind in found
        for record in KINDS[kind].objects.filter(pk__in=found[kind]).order_by("-pk")
    ]


@Worded
def _rows_made(*, event: int) -> QuerySet:
    """Kind and row of each. A service is nobody's doing to take back."""
    parts = [_of_kind(model, event) for model in EVERY if model is not Service]
    return parts[0].union(*parts[1:], all=True)


def _of_kind(model: type[Kept], event: int) -> QuerySet:
    kind = Value(model._meta.model_name, output_field=TextField())
    made = model.objects.standing().filter(event=event, version=1).order_by()
    return made.annotate(t_kind=kind, t_row=F("pk")).values_list("t_kind", "t_row")

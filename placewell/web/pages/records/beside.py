"""A page that asks, and then goes on to a page of its own rather than to the person's."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from placewell.records.base import Kept
from placewell.web.forms.records import RecordForm
from placewell.web.pages.records.asking import Question, act, shown
from placewell.web.pages.records.finding import note_reading


def ask_beside(
    request: HttpRequest,
    form: RecordForm,
    question: Question,
    do: Callable[[], Kept],
    seen: Callable[[Kept], str],
) -> HttpResponse:
    """Show the form, or do what it asks for and go on to `seen` (of what was recorded), which says so above."""
    if form.is_bound and form.is_valid():

        def done() -> str:
            record = do()
            address, hash_mark, place = seen(record).partition("#")
            return f"{address}?recorded={record.event_id}{hash_mark}{place}"

        if (answered := act(request, form, done)) is not None:
            return answered
    note_reading(request, question.person, question.heading)
    return shown(request, form, question, question.template)

"""Each form is taken in once, however often it is sent."""

from collections.abc import Callable
from uuid import UUID

from django.db import IntegrityError, transaction

from placewell.access.worker import Worker
from placewell.records.guard import acting
from placewell.records.submissions import Submission


class SentBefore(Exception):
    """A form with this id was taken in before, with other words, at another address or by another person.

    `submission` is the one that was taken in; `same_person` says whether this worker sent it.
    """

    def __init__(self, submission: Submission, same_person: bool):
        super().__init__("This form was sent before, with other words. What was sent first is what was saved.")
        self.submission = submission
        self.same_person = same_person


def once(*, submission: UUID, by: Worker, address: str, fingerprint: str, do: Callable[[], str]) -> str:
    """Do what a form asks for, unless it has been done; answers with the address that it led to.

    `do` calls the action and returns that address; it and the note that the form was taken in
    stand or fall together. The same form again (same id, address, words and person) does
    nothing and leads to the same place. Raises SentBefore when the id comes back with anything
    else, and whatever `do` raises.
    """
    with transaction.atomic():
        taken_in = _take_in(submission, by, address, fingerprint)
        if taken_in is None:
            return _led_to(submission, by, address, fingerprint)
        led_to = do()
        taken_in.led_to = led_to
        with acting(by=by.pk, verb="form.taken_in"):
            taken_in.save(update_fields=["led_to"])
    return led_to


def _take_in(submission: UUID, by: Worker, address: str, fingerprint: str) -> Submission | None:
    """The note of a form sent for the first time; None when there is one already.

    A form that is being taken in at this moment by another process is waited for here.
    """
    try:
        with transaction.atomic(), acting(by=by.pk, verb="form.taken_in"):
            new = Submission(id=submission, by=by.account, address=address, fingerprint=fingerprint)
            new.save(force_insert=True)
            return new
    except IntegrityError:
        return None


def _led_to(submission: UUID, by: Worker, address: str, fingerprint: str) -> str:
    before = Submission.objects.get(pk=submission)
    same_person = before.by_id == by.pk
    if not same_person or (before.address, before.fingerprint) != (address, fingerprint):
        raise SentBefore(before, same_person)
    return before.led_to

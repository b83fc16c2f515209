"""Benefits advice after it was offered: what came of it, and the better-off sum beside it."""

from datetime import date

from django.core.exceptions import ValidationError

from placewell.access.permissions import Permission
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep
from placewell.actions.days import not_before, not_to_come
from placewell.records.models import BenefitsAdvice, BetterOffSum, Service

UNSAID = "Say first that the advice was given, and when. A sum belongs to advice that was given."


@action("benefits_advice.answered", needs=Permission.RECORD_SUPPORT)
def answer(
    *,
    by: Worker,
    service: Service,
    advice: BenefitsAdvice,
    declined: bool,
    held_on: date | None = None,
    adviser: str = "",
    written_result: bool | None = None,
) -> BenefitsAdvice:
    """Note what came of advice that was offered: it was given, by whom, or it was not wanted."""
    require_client(by, advice.episode.client, to=Permission.RECORD_SUPPORT)
    if declined:
        if held_on is not None:
            raise ValidationError({"held_on": "Advice that was not wanted was not given. Take out one of the two."})
        return correct(advice, declined=True, held_on=None, adviser="", written_result=None)
    if held_on is None:
        raise ValidationError({"held_on": "Enter the date on which it was given."})
    if not adviser:
        raise ValidationError({"adviser": "Choose who gave it."})
    not_to_come(by, service, held_on=held_on)
    not_before(advice.offered_on, "the day it was offered", held_on=held_on)
    return correct(advice, declined=False, held_on=held_on, adviser=adviser, written_result=written_result)


@action("better_off_sum.noted", needs=Permission.RECORD_SUPPORT)
def note_sum(
    *, by: Worker, service: Service, advice: BenefitsAdvice, worked_out_on: date, given_on: date | None = None, **facts
) -> BetterOffSum:
    """Note the better-off sum of advice that was given. One handed over is a written calculation."""
    require_client(by, advice.episode.client, to=Permission.RECORD_SUPPORT)
    if advice.held_on is None:
        raise ValidationError(UNSAID)
    not_to_come(by, service, worked_out_on=worked_out_on, given_on=given_on, rates_on=facts.get("rates_on"))
    not_before(worked_out_on, "the day it was worked out", given_on=given_on)
    noted = keep(BetterOffSum(service=service, advice=advice, worked_out_on=worked_out_on, given_on=given_on, **facts))
    if given_on is not None:
        correct(advice, written_result=True)
    return noted

"""The words of a plan: written, agreed to by the person, changed at a review."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.core.exceptions import ValidationError

from placewell.access.permissions import Permission
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep, withdraw
from placewell.actions.days import not_before, not_to_come
from placewell.records.models import Episode, Plan, PlanAgreement, PlanPart, PlanReview, Service, Step
from placewell.records.plan_words import HowAgreed
from placewell.rules.plan_parts import parts_of

NO_LONGER = "This no longer applies."


@action("plan.written", needs=Permission.RECORD_SUPPORT)
def write(
    *,
    by: Worker,
    service: Service,
    episode: Episode,
    kind: str,
    agreed_on: date,
    words: Mapping[str, str],
    steps: Iterable[Mapping] = (),
    job=None,
) -> Plan:
    """Note a plan that the person agreed to, with its words (part → words) and first steps.

    Steps still open of the last plan of its kind go on in this one. Raises ValidationError for a
    part that this kind of plan has not, and without any words.
    """
    require_client(by, episode.client, to=Permission.RECORD_SUPPORT)
    if not any(said.strip() for said in words.values()):
        raise ValidationError("Write down what was agreed: at least one part of the plan.")
    earlier = Plan.objects.standing().filter(episode__client=episode.client_id, kind=kind, service=service)
    open_steps = list(Step.objects.open().filter(plan__in=earlier.values("pk")).order_by("pk"))
    plan = keep(Plan(service=service, episode=episode, kind=kind, agreed_on=agreed_on, job=job))
    set_words(plan, words)
    for step in open_steps:
        correct(step, plan=plan)
    for step in steps:
        keep(Step(service=service, episode=episode, plan=plan, **step))
    return plan


@action("plan.put_in_words", needs=Permission.RECORD_SUPPORT)
def put_in_words(
    *, by: Worker, service: Service, plan: Plan, words: Mapping[str, str], steps: Iterable[Mapping] = ()
) -> PlanPart:
    """Add the words of a plan of which only the days are known, as an import brings it; the first of its parts.

    Raises ValidationError when it has words already: those change at a review.
    """
    require_client(by, plan.episode.client, to=Permission.RECORD_SUPPORT)
    if PlanPart.objects.standing().filter(plan=plan).exists():
        raise ValidationError("This plan has its words. Change them with a review.")
    if not any(said.strip() for said in words.values()):
        raise ValidationError("Write down what was agreed: at least one part of the plan.")
    set_words(plan, words)
    for step in steps:
        keep(Step(service=service, episode=plan.episode, plan=plan, **step))
    return PlanPart.objects.standing().filter(plan=plan).order_by("pk").first()


def set_words(plan: Plan, words: Mapping[str, str]) -> None:
    """Make the parts of a plan say these words. Parts left out stay; earlier words are kept as versions.

    A part that is emptied says that it no longer applies. Raises ValidationError for a part that this
    kind of plan has not.
    """
    own = {part.key for part in parts_of(plan.kind)}
    strange = set(words) - own
    if strange:
        raise ValidationError(f"A plan of this kind has no part {', '.join(sorted(strange))}.")
    there = {part.part: part for part in PlanPart.objects.standing().filter(plan=plan)}
    for key, said in words.items():
        said, before = said.strip(), there.get(key)
        if before is None and said:
            keep(PlanPart(service=plan.service, plan=plan, part=key, words=said))
        elif before is not None and said != before.words:
            correct(before, words=said or NO_LONGER)


@action("plan.confirmed", needs=Permission.RECORD_SUPPORT)
def confirm(
    *, by: Worker, service: Service, plan: Plan, how: str, name: str, confirmed_on: date, comment: str = ""
) -> PlanAgreement:
    """Note that the person agrees to the words of a plan: on screen, on paper or by phone.

    A second time on one day, after a review, stands in the place of the first. Raises ValidationError
    for a day before the plan was agreed or to come, and on screen for any day but today.
    """
    require_client(by, plan.episode.client, to=Permission.RECORD_SUPPORT)
    not_to_come(by, service, confirmed_on=confirmed_on)
    not_before(plan.agreed_on, "the day the plan was agreed", confirmed_on=confirmed_on)
    if how == HowAgreed.ON_SCREEN and confirmed_on != by.today(service):
        raise ValidationError({"confirmed_on": "On screen the person agrees today."})
    facts = {"how": how, "name": name.strip(), "confirmed_on": confirmed_on, "comment": comment.strip()}
    same_day = PlanAgreement.objects.standing().filter(plan=plan, confirmed_on=confirmed_on).first()
    if same_day is not None:
        withdraw(same_day, because="The person agreed once more on the same day.")
    return keep(PlanAgreement(service=service, plan=plan, **facts))


@action("plan.reviewed_in_words", needs=Permission.RECORD_SUPPORT)
def review(
    *, by: Worker, service: Service, plan: Plan, reviewed_on: date, what_changed: str, words: Mapping[str, str]
) -> Plan:
    """Note the latest review of a plan, with what changed; earlier words are kept as versions."""
    require_client(by, plan.episode.client, to=Permission.RECORD_SUPPORT)
    not_to_come(by, service, reviewed_on=reviewed_on)
    not_before(plan.agreed_on, "the day the plan was agreed", reviewed_on=reviewed_on)
    if plan.reviewed_on:
        not_before(plan.reviewed_on, "the latest review", reviewed_on=reviewed_on)
    if not what_changed.strip():
        raise ValidationError({"what_changed": "Say what changed, or that nothing did."})
    set_words(plan, words)
    keep(PlanReview(service=service, plan=plan, reviewed_on=reviewed_on, what_changed=what_changed.strip()))
    return correct(plan, reviewed_on=reviewed_on)

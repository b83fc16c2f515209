"""What is worked out with the person: preferences, plans, benefits advice."""

from datetime import date

from django.core.exceptions import ValidationError

from placewell.access.permissions import Permission
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep
from placewell.actions.days import not_before, not_to_come, within
from placewell.records.models import (
    BenefitsAdvice,
    Episode,
    JobPreference,
    Plan,
    Service,
)


@action("preferences.stated", needs=Permission.RECORD_SUPPORT)
def state_preferences(
    *,
    by: Worker,
    service: Service,
    episode: Episode,
    stated_on: date,
    occupation_groups: list[str],
    hours_min=None,
    hours_max=None,
) -> list[JobPreference]:
    """Note what kind of work the person wants from `stated_on`; what they wanted before ends that day.

    A preference that has not changed runs on as it is.
    """
    require_client(by, episode.client, to=Permission.RECORD_SUPPORT)
    not_to_come(by, service, stated_on=stated_on)
    within(episode, stated_on=stated_on)
    if not occupation_groups:
        raise ValidationError({"occupation_groups": "Choose at least one kind of work."})
    if hours_min is not None and hours_max is not None and hours_min > hours_max:
        raise ValidationError({"hours_max": "The most hours must be the same as or more than the fewest."})
    runs_on = _supersede(episode, stated_on, set(occupation_groups), (hours_min, hours_max))
    more = {"stated_on": stated_on, "hours_min": hours_min, "hours_max": hours_max}
    return [
        keep(JobPreference(service=service, episode=episode, occupation_group=group, **more))
        for group in occupation_groups
        if group not in runs_on
    ]


def _supersede(episode: Episode, stated_on: date, groups: set[str], hours: tuple) -> set[str]:
    """End the wishes that no longer hold on `stated_on`; say which kinds of work run on unchanged."""
    runs_on = set()
    for wish in JobPreference.objects.standing().filter(episode=episode, superseded_on=None):
        if wish.stated_on > stated_on:
            newer = f"Newer wishes were stated on {wish.stated_on:%-d %B %Y}. Choose a later day."
            raise ValidationError({"stated_on": newer})
        still_wanted = wish.occupation_group in groups
        if still_wanted and (wish.hours_min, wish.hours_max) == hours:
            runs_on.add(wish.occupation_group)
        elif still_wanted and wish.stated_on == stated_on:
            correct(wish, hours_min=hours[0], hours_max=hours[1])
            runs_on.add(wish.occupation_group)
        else:
            correct(wish, superseded_on=stated_on)
    return runs_on


@action("plan.agreed", needs=Permission.RECORD_SUPPORT)
def agree(*, by: Worker, service: Service, episode: Episode, kind: str, agreed_on: date, job=None) -> Plan:
    """Note a plan that the person agreed to."""
    require_client(by, episode.client, to=Permission.RECORD_SUPPORT)
    return keep(Plan(service=service, episode=episode, kind=kind, agreed_on=agreed_on, job=job))


@action("plan.reviewed", needs=Permission.RECORD_SUPPORT)
def review(*, by: Worker, service: Service, plan: Plan, reviewed_on: date) -> Plan:
    """Note the latest review of a plan."""
    require_client(by, plan.episode.client, to=Permission.RECORD_SUPPORT)
    not_to_come(by, service, reviewed_on=reviewed_on)
    not_before(plan.agreed_on, "the day the plan was agreed", reviewed_on=reviewed_on)
    if plan.reviewed_on:
        not_before(plan.reviewed_on, "the latest review", reviewed_on=reviewed_on)
    return correct(plan, reviewed_on=reviewed_on)


@action("plan.shared", needs=Permission.RECORD_SUPPORT)
def share(*, by: Worker, service: Service, plan: Plan, shared_with_team_on: date) -> Plan:
    """Note that a plan was shared with the clinical team."""
    require_client(by, plan.episode.client, to=Permission.RECORD_SUPPORT)
    not_to_come(by, service, shared_with_team_on=shared_with_team_on)
    not_before(plan.agreed_on, "the day the plan was agreed", shared_with_team_on=shared_with_team_on)
    return correct(plan, shared_with_team_on=shared_with_team_on)


@action("benefits_advice.offered", needs=Permission.RECORD_SUPPORT)
def offer_benefits_advice(
    *, by: Worker, service: Service, episode: Episode, offered_on: date, held_on: date | None = None, **facts
) -> BenefitsAdvice:
    """Note benefits advice that was offered, and what came of it."""
    require_client(by, episode.client, to=Permission.RECORD_SUPPORT)
    not_to_come(by, service, offered_on=offered_on, held_on=held_on)
    within(episode, offered_on=offered_on)
    not_before(offered_on, "the day it was offered", held_on=held_on)
    if held_on is not None and facts.get("declined"):
        raise ValidationError({"declined": "Advice that was given was not declined. Take out one of the two."})
    return keep(BenefitsAdvice(service=service, episode=episode, offered_on=offered_on, held_on=held_on, **facts))

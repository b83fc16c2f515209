"""Coming back: support begun again with what was known, or asked for again, without a second form."""

from collections.abc import Collection
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError

from placewell.access.permissions import Permission
from placewell.access.scope import clients_for, require_client
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep, new_key
from placewell.actions.referrals import refuse_a_second
from placewell.actions.support import begun
from placewell.records.clients import ReferralChannel, ReferralDecision, ReferralSource
from placewell.records.models import Client, Episode, JobPreference, Referral, Service, Staff, Step, WorkWishes
from placewell.records.steps import StepBy

ASK_EMPLOYERS = "Ask anew what employers may hear about the person"
GO_THROUGH_PROFILE = "Go through the vocational profile together: what has changed?"


@action("episode.begun_again", needs=Permission.RECORD_SUPPORT)
def begin_again(
    *,
    by: Worker,
    service: Service,
    client: Client,
    key_worker: Staff,
    entered_on: date,
    work_status_at_entry: str,
    team=None,
    referral: Referral | None = None,
    wishes: Collection[JobPreference] = (),
    matters: WorkWishes | None = None,
) -> Episode:
    """Begin a new stretch of support for somebody who was supported before.

    `wishes` are those of the last stretch that the person still has: they are stated anew, with
    their hours. `matters` is what mattered to them at work and still holds: a record of the first day
    that names it as its source. `referral` is one that waits or was accepted; one that waits is accepted now. What
    employers may hear and the profile are asked about anew: two steps say so. Raises
    ValidationError while support goes on, or for somebody who was never supported.
    """
    require_client(by, client, to=Permission.RECORD_SUPPORT)
    if not Episode.objects.standing().filter(client=client).exists():
        raise ValidationError("This person was not supported before. Begin support after their referral.")
    facts = {"entered_on": entered_on, "work_status_at_entry": work_status_at_entry, "team": team}
    episode = begun(by, service, client, key_worker, referral, **facts)
    if referral is not None and not referral.decision:
        met_on = max(entered_on, referral.received_on)
        first = referral.first_contact_on or met_on
        correct(referral, decision=ReferralDecision.ACCEPTED, decided_on=met_on, first_contact_on=first)
    for wish in wishes:
        _state_anew(service, episode, wish)
    if matters is not None:
        _carry_over(service, episode, matters)
    for what in (ASK_EMPLOYERS, GO_THROUGH_PROFILE):
        keep(Step(service=service, episode=episode, what=what, by_whom=StepBy.SPECIALIST, due_on=entered_on))
    return episode


def _state_anew(service: Service, episode: Episode, wish: JobPreference) -> None:
    if wish.episode.client_id != episode.client_id:
        raise PermissionDenied("these wishes are somebody else's")
    keep(
        JobPreference(
            service=service, episode=episode, stated_on=episode.entered_on, occupation_group=wish.occupation_group,
            hours_min=wish.hours_min, hours_max=wish.hours_max,
        )
    )  # fmt: skip


def _carry_over(service: Service, episode: Episode, before: WorkWishes) -> None:
    """State anew what matters at work, word for word."""
    if before.episode.client_id != episode.client_id:
        raise PermissionDenied("this is what somebody else said")
    said = {field.attname: getattr(before, field.attname) for field in before.facts()}
    own = {"episode_id": episode.pk, "stated_on": episode.entered_on, "carried_from_id": before.pk}
    keep(WorkWishes(service=service, **said | own))


@action("referral.asked_again", needs=Permission.RECORD_REFERRALS)
def ask_again(*, by: Worker, service: Service, client: Client, source: str, work_status: str = "") -> Referral:
    """Ask for support again for somebody who was supported before, today, with the team they had last."""
    require_client(by, client, to=Permission.RECORD_REFERRALS)
    return _ask(by, service, client, source=source, work_status=work_status)


@action("referral.asked_again_by_person", needs=Permission.SEE_OWN_RECORD)
def ask_for_oneself(*, by: Worker, service: Service, client: Client) -> Referral:
    """Ask for support again for oneself. Raises PermissionDenied for anybody else."""
    if not clients_for(by, to=Permission.SEE_OWN_RECORD).filter(pk=client.pk).exists():
        raise PermissionDenied("only for oneself")
    return _ask(by, service, client, source=ReferralSource.SELF, channel=ReferralChannel.ONLINE_FORM)


def _ask(by: Worker, service: Service, client: Client, **facts) -> Referral:
    today = by.today(service)
    last = Episode.objects.standing().filter(client=client, entered_on__lte=today).order_by("-entered_on").first()
    if last is None or last.lives_on(today):
        raise ValidationError("Support goes on, or never began, so there is nothing to begin again.")
    refuse_a_second(client)
    return keep(
        Referral(
            service=service, key=new_key("R"), client=client, team=last.team, received_on=today, wants_to_work=True,
            **facts,
        )
    )  # fmt: skip
